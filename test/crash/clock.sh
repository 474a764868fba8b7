#!/usr/bin/env bash
# The server's clock is set back and forth by days while persons are deleted and undone: by whatever clock, nobody is erased before their time,
# and nobody whose time has come is left out, not even one who was set aside when the clock was ahead. pg_cron goes on after a jump back, once the server
# was started anew.
#
# CRASH_SEED, CRASH_JUMPS.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --clock --set cron.database_name=clock -- test/crash/clock.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))} jumps=${CRASH_JUMPS:-25}
RANDOM=$seed
. test/crash/shop/shop.sh
customers=400
echo "# seed $seed, $jumps jumps"
build_shop
open_shop clock
one "SELECT erasure.set_options('shop.customers', grace => '30 days')" >/dev/null
code() { psql -qXAt -v VERBOSITY=sqlstate -d "$shop" -c "$1" 2>&1; }
of() { one "SELECT coalesce(array_agg(key::int ORDER BY key::int), '{}') FROM erasure.subject_state WHERE $1"; } # CONDITION
together() { one "SELECT coalesce(array_agg(k ORDER BY k), '{}') FROM unnest('$1'::int[] || '$2'::int[]) AS k"; }
due="state = 'masked' AND erase_after <= clock_timestamp()"

# --- back and forth ---

wrong='' late=0 back=0 runs=0
note() { [ "$2" = "$3" ] || wrong+="jump $jump: $1: '$2' and not '$3'; "; } # WHAT GOT WANTED
for jump in $(seq "$jumps"); do
    by=$(((RANDOM % 37 - 18) * 86400 + RANDOM * 2))
    # In between there and back by more than the grace period.
    case $((jump % 5)) in 3) by=$((33 * 86400)) ;; 4) by=$((-33 * 86400)) ;; esac
    [ $by -ge 0 ] || back=$((back + 1))
    test/clock.sh $by seconds >/dev/null
    low=$((jump * 300 / jumps))
    one "SELECT shop.act('k$jump.1', 'soft_delete', $low, 5); SELECT shop.act('k$jump.2', 'permanently_delete', $low, 4)" >/dev/null
    now_due=$(of "$due")
    if [ "$now_due" != '{}' ]; then
        late=$((late + 1))
        note 'undo, too late' "$(code "SELECT erasure.undo_permanent_delete('shop.customers', '$now_due'::int[])")" 'ERROR:  55000'
    fi
    waiting=$(of "state = 'masked' AND NOT erase_after <= clock_timestamp() AND key::int % 7 = $jump % 7")
    [ "$waiting" = '{}' ] || note 'undo, in time' "$(code "BEGIN; SELECT erasure.undo_permanent_delete('shop.customers', '$waiting'::int[]); ROLLBACK")" "$(one "SELECT cardinality('$waiting'::int[])")"
    if [ $((RANDOM % 3)) != 0 ]; then
        gone=$(of "state = 'erased'")
        one 'CALL erasure.erase_due(3)'
        note 'erased' "$(of "state = 'erased'")" "$(together "$gone" "$now_due")"
        runs=$((runs + 1))
    fi
done
is "$jumps jumps, $back of them back: erased were those whose time had come, and nobody else" "$wrong" ''
is "there were jumps back, runs, and persons too late to be undone" "$((back > jumps / 5)) $((runs > jumps / 5)) $((late > 2))" '1 1 1'
is "each had thirty days, by the clock of the hour" "$(one "SELECT count(*) FROM shop.ledger l, unnest(keys) k JOIN erasure.subject_state s ON s.key = k::text WHERE verb = 'permanently_delete' AND s.erase_after <> l.at + interval '30 days'")" 0
check 'after all jumps' false 10

# --- set aside while the clock was ahead ---

test/clock.sh real >/dev/null
one "SELECT shop.act('ka.1', 'soft_delete', 320, 2); SELECT shop.act('ka.2', 'permanently_delete', 320, 2)" >/dev/null
one "CREATE FUNCTION shop.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
    CREATE TRIGGER refuse BEFORE DELETE ON shop.lines FOR EACH ROW EXECUTE FUNCTION shop.refuse()" >/dev/null
test/clock.sh 200 days >/dev/null
one 'CALL erasure.erase_due()'
is "ahead of time: the job fails with them" "$(one "SELECT string_agg(DISTINCT last_error, ' '), min(attempts) FROM erasure.subject_state WHERE key::int BETWEEN 320 AND 379 AND state = 'masked'")" 'SQLSTATE P0001|1'
one 'DROP TRIGGER refuse ON shop.lines'
test/clock.sh -160 days >/dev/null
is "back in time: they are due" "$(($(one 'SELECT due FROM erasure.status') >= 2))" 1
one 'CALL erasure.erase_due()'
is "back in time: the job tries again at once, not after 160 days" "$(one 'SELECT due FROM erasure.status')" 0

# --- pg_cron ---

test/clock.sh real >/dev/null
one "CREATE EXTENSION pg_cron; SELECT erasure.schedule('* * * * *')" >/dev/null
one "SELECT shop.act('kb.1', 'soft_delete', 340, 2); SELECT shop.act('kb.2', 'permanently_delete', 340, 2)" >/dev/null
second=$(one 'SELECT extract(second FROM clock_timestamp())::integer')
test/clock.sh $((-7200 + (115 - second) % 60)) seconds >/dev/null
# pg_cron 1.4 waits until the clock has caught up, unless the server is started anew.
pg_ctl -m fast stop >/dev/null
"$ERASURE_START" >/dev/null
one "SELECT shop.age(340, 399)" >/dev/null
for _ in $(seq 70); do
    [ "$(one 'SELECT due FROM erasure.status')" != 0 ] || break
    sleep 1
done
is "two hours back, the server started anew: pg_cron's next run erases who is due" "$(one 'SELECT due, last_error FROM erasure.status')" '0|'
one 'SELECT erasure.unschedule()' >/dev/null
check 'in the end' false 10
test/clock.sh real >/dev/null
finish
[ "$failures" = 0 ]
