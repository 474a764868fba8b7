#!/usr/bin/env bash
# Deletions day after day on a server whose clock moves on: the vault gives back what the job has erased, day by day, so that it
# does not grow. Autovacuum is off: nothing but the job could give anything back.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --clock --set autovacuum=off -- test/integration/vault_storage.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate "$@" 2>&1 || true; }
size="SELECT sum(pg_relation_size(inhrelid) + pg_relation_size(reltoastrelid)) FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid WHERE inhparent = 'erasure.vault'::regclass"
in_use="SELECT count(*) FROM pg_inherits WHERE inhparent = 'erasure.vault'::regclass AND pg_relation_size(inhrelid) > 0"

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE letters (id int PRIMARY KEY, person int REFERENCES people, body text);
CREATE INDEX ON letters (person);
CREATE TABLE slow (id int PRIMARY KEY, name text);
SELECT erasure.protect('people', '{name}');
SELECT erasure.relate('letters', 'people', '{body}');
SELECT erasure.protect('slow', '{name}', grace => '1 year');
-- A day's people, with letters that do not compress: to the vault, but one, who changes their mind.
CREATE PROCEDURE a_day(day int, people int) LANGUAGE plpgsql AS $$
DECLARE
    who int[] := ARRAY(SELECT day * 1000 + i FROM generate_series(1, people) i);
BEGIN
    INSERT INTO people SELECT id, 'Name ' || id FROM unnest(who) id;
    INSERT INTO letters SELECT id, id, (SELECT string_agg(md5(random()::text), '') FROM generate_series(1, 100 + 0 * id)) FROM unnest(who) id;
    PERFORM erasure.soft_delete('people', who);
    PERFORM erasure.permanently_delete('people', who, people);
    PERFORM erasure.undo_permanent_delete('people', who[1:1]);
END $$;
SQL

# Two grace periods and more: from the second on the vault has to be as large as the first left it.
day=0
days() { # LAST-DAY PEOPLE
    for ((; day < $1; ++day)); do
        sql -c 'CALL erasure.erase_due()' -c "CALL a_day($day, $2)"
        test/clock.sh 1 day >/dev/null
    done
}
days 32 20
first=$(sql -c "$size")
days 70 20
second=$(sql -c "$size")
is "the vault has something in it" "$((first > 1000000))" 1
is "after 70 days it is as large as after 32" "$((second <= first + first / 20))" 1
is "one slot for each day that is waited for" "$(sql -c "$in_use")" 30
is "nobody is forgotten" "$(sql -c "SELECT state, count(*) FROM erasure.subjects GROUP BY state ORDER BY 1")" "$(printf 'deleted|70\nerased|760\nmasked|570')"

# What an older day still needs keeps its slot, and only that.
is "a hold" "$(sql -c "SELECT erasure.hold('people', '{69002}'::int[], 'in court')")" 1
is "somebody whose grace period is long" "$(sql -c "INSERT INTO slow VALUES (1, 'Sloth'); SELECT erasure.soft_delete('slow', '{1}'::int[]); SELECT subjects FROM erasure.permanently_delete('slow', '{1}'::int[], 1)")" "$(printf '1\n1')"
test/clock.sh 40 days >/dev/null
sql -c 'CALL erasure.erase_due()'
is "the slots of both are left" "$(sql -c "$in_use")" 2
is "with what is in them" "$(sql -c "SELECT string_agg(DISTINCT key, ' ' ORDER BY key) FROM erasure.vault")" '1 69002'
is "which still opens" "$(sql -c "SELECT erasure.undo_permanent_delete('people', '{69002}'::int[]), erasure.undo_permanent_delete('slow', '{1}'::int[]); SELECT name FROM people WHERE id = 69002; SELECT name FROM slow")" "$(printf '1|1\nName 69002\nSloth')"

# Somebody reads an emptied slot: the job does not wait, and its next run does it. Nobody waits for the job either.
slot=$(sql -c "SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'erasure.vault'::regclass AND pg_relation_size(inhrelid) > 0 LIMIT 1")
beside() { # SQL, in a transaction that stays open for some seconds
    sql -c "BEGIN; $1; SELECT pg_sleep(4); COMMIT" >/dev/null &
    other=$!
    for _ in $(seq 50); do
        [ "$(sql -c "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'")" = 0 ] || break
        sleep 0.05
    done
}
beside "SELECT count(*) FROM $slot"
is "beside a reader the job goes through" "$(sql -c 'SET statement_timeout = 2000' -c 'CALL erasure.erase_due()' -c "$in_use")" 1
wait "$other"
sql -c 'CALL erasure.erase_due()'
is "and later gives back the last" "$(sql -c "$size")" 0

# A deletion that has not committed yet keeps its slot, of which nobody else sees anything.
beside "SELECT erasure.permanently_delete('slow', '{1}'::int[], 1)"
is "beside a deletion the job goes through" "$(sql -c 'SET statement_timeout = 2000' -c 'CALL erasure.erase_due()' -c "$in_use")" 1
wait "$other"
is "and leaves it its originals" "$(sql -c "SELECT erasure.undo_permanent_delete('slow', '{1}'::int[]); SELECT name FROM slow")" "$(printf '1\nSloth')"

# What was given back is told.
is "bytes reclaimed: what the vault had of those erased" "$(sql -c "SELECT count(*) FROM erasure.requests WHERE relation = 'people'::regclass AND erased_at IS NOT NULL AND bytes_reclaimed BETWEEN 19 * 3000 AND 20 * 3500")" 69
is "none of those undone" "$(sql -c "SELECT sum(bytes_reclaimed) FROM erasure.requests WHERE relation = 'slow'::regclass")" 0
is "as many as there are sealed" "$(sql -c "SELECT request FROM erasure.permanently_delete('slow', '{1}'::int[], 1)" >/dev/null
    before=$(sql -c "SELECT (SELECT sum(octet_length(record)) FROM erasure.vault) + (SELECT sum(octet_length(wrapped)) FROM erasure.vault_key)")
    sql -c "SELECT erasure.erase_now('slow', '{1}'::int[], 1, 'asked')" >/dev/null
    [ "$before" -gt 0 ] && [ "$before" = "$(sql -c "SELECT bytes_reclaimed FROM erasure.requests WHERE relation = 'slow'::regclass ORDER BY request DESC LIMIT 1")" ] && echo same)" same

[ "$failures" = 0 ]
