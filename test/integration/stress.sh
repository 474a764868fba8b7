#!/usr/bin/env bash
# Several clients do at random, at all isolation levels, what a shop does and what its administrators do, to the same few persons at a
# time. Then every row is looked at: nobody who is masked has a value left, and whatever can be undone is as it was written last.
#
# STRESS_SEED, STRESS_OPERATIONS (of all clients), STRESS_CLIENTS. What runs beside what differs from run to run all the same.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set deadlock_timeout=50ms -- test/integration/stress.sh inside

seed=${STRESS_SEED:-1} operations=${STRESS_OPERATIONS:-20000} clients=${STRESS_CLIENTS:-8}
customers=$((operations / 50 + 60))
here=test/integration/stress
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
log=${PGDATA%/*}/server.log
export PGOPTIONS='-c client_min_messages=error'
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
one() { psql -qXAt -c "$1"; }

psql -qX -v ON_ERROR_STOP=1 -v customers=$customers -f $here/schema.sql >/dev/null 2>"$work/schema" || { cat "$work/schema"; echo "not ok - set-up"; exit 1; }
for c in $(seq "$clients"); do
    awk -v seed="$seed" -v client="$c" -v operations=$((operations / clients)) -v customers=$customers -f $here/operations.awk >"$work/$c.sql"
done
lines=$(wc -l <"$log")
started=$SECONDS
for c in $(seq "$clients"); do
    psql -qX -v VERBOSITY=sqlstate -f "$work/$c.sql" >/dev/null 2>"$work/$c.err" &
done
wait
echo "# seed $seed, $clients clients, $operations operations, $customers persons: $((SECONDS - started)) s"

# --- errors: the expected ones, and no verbs that wait for each other ---

sed 's/.*ERROR: *//' "$work"/*.err | sort | uniq -c | sort -rn | sed 's/^ *\([0-9]*\) \(.*\)$/# \2: \1/'
is 'nothing but expected errors' "$(cat "$work"/*.err | grep -vE 'ERROR: +(42501|55000|55006|40001|40P01|23503|23505|22023|P0002|25P02|3B001)$' | head -3)" ''
between=$(tail -n +"$lines" "$log" | awk '/ERROR: +deadlock detected/ { text = ""; open = 1 } open && /Process [0-9]+: / { text = text " " $0 } open && /(STATEMENT|HINT):/ { print text; open = 0 }')
echo "# $(grep -c . <<<"$between") deadlocks, $(grep -v '/\*m\*/' <<<"$between" | grep -c .) of them between statements that were alone in their transactions"
# A writer locks a row and then its person, a verb persons and then their rows: these two may meet, and one is told to retry.
is 'no deadlock among verbs' "$(grep -v '/\*[ms]\*/' <<<"$between" | grep -v REINDEX)" ''
# The scrub gives way to a verb that it waits for and that waits for it; at the very moment they may miss each other.
is 'hardly any between a verb and a scrub' "$(($(grep -c REINDEX <<<"$between") <= operations / 1000))" 1

# --- every operation was committed, every state reached ---

is 'every operation was committed at least once' "$(one "SELECT count(DISTINCT operation) FROM shop.done")" "$(cat "$work"/*.sql | grep -oE "INSERT INTO shop.done VALUES \('[^']*" | sort -u | wc -l)"
one "SELECT '# ' || operation || ': ' || count(*) FROM shop.done GROUP BY operation ORDER BY count(*) DESC"

# --- every row; the job has come by once more, for shared rows that nobody needs any more, and who was deleted is masked ---

check() { # UNDONE
    while IFS= read -r line; do
        is "${line%: *}" "${line##*: }" 0
    done < <(psql -qX -v ON_ERROR_STOP=1 -v undone="$1" -f $here/check.sql 2>&1)
}
psql -qX -c "CALL erasure.erase_due()" -c "SELECT erasure.release('shop.customers', array_agg(key::int)) FROM erasure.subjects" -c "
    SELECT erasure.permanently_delete('shop.customers', array_agg(key::int), count(*)) FROM erasure.subjects WHERE state = 'deleted'" >/dev/null
is 'every state was reached' "$(one "SELECT string_agg(DISTINCT state, ' ' ORDER BY state) FROM erasure.subjects")" 'erased masked'
is 'the job set nobody aside' "$(one "SELECT count(*) FROM erasure.subject_state WHERE last_error IS NOT NULL")" 0
check false

# A hold keeps undo possible. Somebody else may have the phone of a masked person by now: each gives it up once it was looked at.
psql -qX >/dev/null 2>"$work/undo" <<'SQL'
SELECT erasure.hold('shop.customers', array_agg(key::int), 'court') FROM erasure.subjects WHERE state = 'masked';
INSERT INTO shop.phones SELECT id, phone FROM shop.customers WHERE phone NOT LIKE '*%';
UPDATE shop.customers SET phone = NULL WHERE phone NOT LIKE '*%';
DO $$
DECLARE k int;
BEGIN
    FOR k IN SELECT key FROM erasure.subjects WHERE state = 'masked' ORDER BY md5(key) LOOP
        PERFORM erasure.undo_permanent_delete('shop.customers', ARRAY[k]);
        INSERT INTO shop.phones SELECT id, phone FROM shop.customers WHERE id = k AND phone IS NOT NULL;
        PERFORM erasure.release('shop.customers', ARRAY[k]);
        UPDATE shop.customers SET phone = NULL WHERE id = k;
    END LOOP;
END $$;
SQL
is 'everything that is masked can be undone' "$(cat "$work/undo")" ''
is 'nobody is masked any more' "$(one "SELECT count(*) FROM erasure.subjects WHERE state = 'masked'")" 0
check true
exit $((failures > 0))
