#!/usr/bin/env bash
# A standby is promoted while its primary deletes, undoes and erases, and the primary is gone. What the standby has is whole; without the
# key file it opens nothing, seals nothing and makes no key of its own, and with it everything can be undone.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/crash/standby.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))}
RANDOM=$seed
. test/crash/shop/shop.sh
echo "# seed $seed"
build_shop
open_shop promoted
one "SELECT shop.act('k0.0', 'soft_delete', 0, 20); SELECT shop.act('k0.1', 'permanently_delete', 0, 8)" >/dev/null
primary=$PGDATA key=$(cat "$PGDATA/erasure.key") standby=${PGDATA%/*}/standby

# A base backup takes a key file in the data directory along; whoever keeps it elsewhere, as doctor says, has to bring it.
pg_basebackup -D "$standby" -R -c fast -X stream >"$work/err" 2>&1 || { cat "$work/err"; echo "not ok - base backup"; exit 1; }
rm "$standby/erasure.key"
echo "port = $((PGPORT + 1))" >>"$standby/erasure.conf"
pg_ctl -D "$standby" -l "${PGDATA%/*}/server.log" -w start >/dev/null
on_standby() { PGPORT=$((PGPORT + 1)) one "$1"; }

# The standby answers what a standby may be asked, and changes nothing.
wait_for() { # SQL: until the standby says so
    for _ in $(seq 300); do [ "$(on_standby "$1" 2>/dev/null)" != t ] || return 0; sleep 0.05; done
    echo "not ok - the standby comes to: $1"
}
wait_for "SELECT count(*) = 8 FROM erasure.subject_state WHERE state = 'masked'"
is "a standby knows who is masked" "$(on_standby "SELECT count(*) FROM erasure.subjects WHERE state = 'masked'")" 8
is "it takes no call that changes something" "$(PGPORT=$((PGPORT + 1)) psql -qXAt -v VERBOSITY=sqlstate -d "$shop" -c "SELECT erasure.undo_permanent_delete('shop.customers', (SELECT array_agg(key::int) FROM erasure.subject_state WHERE state = 'masked'))" 2>&1)" 'ERROR:  55000'

clients=3
for c in $(seq $clients); do
    awk -v seed=$((seed + c)) -v name="k1.$c" -v calls=2000 -v focus="$([ "$c" != 1 ] || echo permanently_delete)" -v low=$((c * 40)) -f $crash_shop/calls.awk | grep -v CHECKPOINT >"$work/$c.sql"
    psql -qXAte -v VERBOSITY=sqlstate -d "$shop" -f "$work/$c.sql" >"$work/$c.out" 2>"$work/$c.err" &
done
sleep "1.$((RANDOM % 1000))"
pg_ctl -D "$standby" -w promote >/dev/null
promoted_during=$(tail -n 1 "$work/1.out")
pg_ctl -D "$primary" -m immediate stop >/dev/null
wait
echo "# promoted while a client was at: $promoted_during"
export PGPORT=$((PGPORT + 1)) PGDATA=$standby
calls=$(one 'SELECT count(*) FROM shop.ledger')
is "the standby got some of what the clients did" "$((calls > 10))" 1
# Replication is asynchronous: what the last clients were told may be missing, but nothing in between.
seen=''
check "promoted, without the key" false 0

masked=$(one "SELECT array_agg(key::int ORDER BY key) FROM erasure.subject_state WHERE state = 'masked' AND erase_after > now()")
deleted=$(one "SELECT array_agg(key::int ORDER BY key) FROM erasure.subject_state WHERE state = 'deleted'")
before=$(one 'SELECT shop.whole()')
code() { psql -qXAt -v VERBOSITY=sqlstate -d "$shop" -c "$1" 2>&1; }
is "there are masked and deleted persons" "$([ -n "$masked" ] && [ -n "$deleted" ] && echo yes)" yes
is "without the key: undo" "$(code "SELECT erasure.undo_permanent_delete('shop.customers', '$masked'::int[])")" 'ERROR:  58030'
is "without the key: permanently_delete" "$(code "SELECT erasure.permanently_delete('shop.customers', '$deleted'::int[], cardinality('$deleted'::int[]))")" 'ERROR:  58030'
is "without the key: nothing changed, and none was made" "$(one 'SELECT shop.whole()') $(ls "$standby"/erasure.key* 2>/dev/null)" "$before "
one "SELECT shop.age(0, 30)" >/dev/null
one 'CALL erasure.erase_due()'
is "without the key: the job goes on" "$(one 'SELECT due, last_error FROM erasure.status')" '0|'
(umask 077 && echo "$key" >"$standby/erasure.key")
check "promoted, with the key" true 20
is "with the key: new deletions are sealed with it" "$(one "SELECT subjects FROM erasure.permanently_delete('shop.customers', (SELECT array_agg(key::int) FROM (SELECT key FROM erasure.subject_state WHERE state = 'deleted' LIMIT 1) AS d), 1)") $(one 'SELECT count(DISTINCT master_key_id) FROM erasure.vault_key') $(cat "$standby/erasure.key")" "1 1 $key"
finish
is "nothing of the servers died" "$(grep -E 'PANIC|was terminated by signal' "${PGDATA%/*}/server.log")" ''
[ "$failures" = 0 ]
