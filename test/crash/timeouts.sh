#!/usr/bin/env bash
# Every call of several clients has a statement_timeout or a lock_timeout at random, and somebody cancels clients and autovacuum all the
# while. Afterwards every person is wholly in one state, and the audit log has what clients were told, no more and no less.
#
# CRASH_SEED, CRASH_CALLS (of each client).
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set autovacuum_naptime=1 -- test/crash/timeouts.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))} calls=${CRASH_CALLS:-400}
RANDOM=$seed
. test/crash/shop/shop.sh
echo "# seed $seed, $calls calls of each client"
build_shop
open_shop timeouts
# Autovacuum is often at these, and so slowly that it is met.
for table in shop.customers shop.orders erasure.vault erasure.subject_state; do
    one "ALTER TABLE $table SET (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 20, autovacuum_vacuum_cost_limit = 2)"
done

clients=4
pids=()
for c in $(seq $clients); do
    awk -v seed=$((seed + c)) -v name="k1.$c" -v calls="$calls" -v low=$((c % 2 * 20)) -f $crash_shop/calls.awk |
        awk -v seed=$((seed + c)) 'BEGIN { srand(seed) } { if (/age|CALL/) print "RESET statement_timeout;"; else
            print "SET statement_timeout = " (rand() < 0.5 ? 0 : 1 + int(rand() * 20)) "; SET lock_timeout = " (rand() < 0.5 ? 0 : 1 + int(rand() * 3)) ";"; print }' >"$work/$c.sql"
    psql -qXAt -v VERBOSITY=sqlstate -d "$shop" -f "$work/$c.sql" >"$work/$c.out" 2>"$work/$c.err" &
    pids+=($!)
done
while sleep 0.05 && kill -0 $$ 2>/dev/null; do
    psql -qXAt -d postgres -c "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE backend_type IN ('client backend', 'autovacuum worker') AND datname = '$shop' AND (random() < 0.2 OR backend_type LIKE 'auto%' AND random() < 0.3)" >/dev/null
done &
canceller=$!
wait "${pids[@]}"
kill $canceller
wait $canceller 2>/dev/null

cat "$work"/*.err | sed 's/.*\(ERROR\|FATAL\): *//' | sort | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/# errors \2: \1/'
is "clients got the expected errors only" "$(cat "$work"/*.err | grep -vE 'ERROR: +(57014|55P03|55000|40001|40P01)$' | head -3)" ''
met() { is "calls ended by $1" "$(($(cat "$work"/*.err | grep -c "$1") > 9))" 1; }
met 57014
met 55P03
cancelled=$(grep -c 'canceling autovacuum task' "${PGDATA%/*}/server.log")
echo "# autovacuum cancelled $cancelled times"
is "autovacuum was cancelled" "$((cancelled > 0))" 1
seen=$(cat "$work"/*.out | grep -E '^k[0-9.]+$' | paste -sd ,)
is "calls were committed" "$(($(tr -cd , <<<"$seen" | wc -c) > calls / 4))" 1
check "after all that" true 20
finish
is "$looks looks at the whole: nothing was wrong" $failures 0
[ "$failures" = 0 ]
