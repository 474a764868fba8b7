#!/usr/bin/env bash
# The default grace period as it is, on a server whose clock jumps: a day before its end pg_cron's run erases nothing and
# undo works; after it undo is refused, even before the job came, and pg_cron's next run erases.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --clock -- test/integration/thirty_days.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -U "$1" -c "$2" 2>&1 || true; } # ROLE SQL
states() { sql postgres "SELECT string_agg(key || ' ' || state, ', ' ORDER BY key) FROM erasure.subjects"; }

# Moves the clock by whole days, to ten seconds before a full minute, at which pg_cron looks at its jobs.
travel() { # DAYS
    local second
    second=$(sql postgres "SELECT extract(second FROM clock_timestamp())::integer")
    test/clock.sh $(($1 * 86400 + (110 - second) % 60)) seconds >/dev/null
    since=$(sql postgres 'SELECT clock_timestamp()')
}

# Waits until pg_cron has recorded the end of a run that started after the journey.
a_run() {
    for _ in $(seq 75); do
        [ "$(sql postgres "SELECT count(*) > 0 FROM cron.job_run_details WHERE start_time > '$since' AND status = 'succeeded' AND end_time IS NOT NULL")" != t ] || return 0
        sleep 1
    done
    return 1
}

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE EXTENSION pg_cron;
CREATE ROLE admin LOGIN;
CREATE ROLE sales LOGIN;
GRANT USAGE ON SCHEMA cron TO admin;
CREATE TABLE people (id text PRIMARY KEY, name text NOT NULL);
INSERT INTO people VALUES ('a', 'Alice'), ('b', 'Bob');
CREATE TABLE letters (id serial PRIMARY KEY, person text REFERENCES people, body text);
INSERT INTO letters (person, body) VALUES ('a', 'Dear Alice'), ('b', 'Dear Bob');
SELECT erasure.protect('people', '{name}');
SELECT erasure.relate('letters', 'people', '{body}');
SELECT erasure.use_roles('people', administrator => 'admin', sales_manager => 'sales', sales_team => 'sales');
SQL
everything="SELECT string_agg(p.id || ' ' || name || ', ' || body, '; ' ORDER BY p.id) FROM people p JOIN letters l ON person = p.id"

sql admin "SELECT erasure.schedule('* * * * *')" >/dev/null
sql sales "SELECT erasure.soft_delete('people', '{a,b}')" >/dev/null
is "masked, for 30 days" "$(sql sales "SELECT subjects, erase_after - now() FROM erasure.permanently_delete('people', '{a,b}', 2)")" '2|30 days'
is "nobody's name is left" "$(sql postgres "$everything")" 'a *****, *****; b *****, *****'

travel 29
a_run
is "day 29: pg_cron ran" $? 0
is "day 29: nothing erased" "$(states)" 'a masked, b masked'
is "day 29: nothing due" "$(sql sales 'SELECT scheduled, last_status, last_error IS NULL, due, waiting FROM erasure.status')" 't|succeeded|t|0|2'
is "day 29: undo works" "$(sql admin "SELECT erasure.undo_permanent_delete('people', '{a}')")" 1
is "day 29: every byte is back" "$(sql postgres "$everything")" 'a Alice, Dear Alice; b *****, *****'

# Put off meanwhile: a slow machine may need longer for these than until the next minute.
sql admin 'SELECT erasure.unschedule()' >/dev/null
travel 1
is "day 30: due, but the job has not come yet" "$(states), $(sql sales 'SELECT due FROM erasure.status')" 'a deleted, b masked, 1'
is "day 30: undo is refused before the job came" "$(sql admin "SELECT erasure.undo_permanent_delete('people', '{b}')")" 'ERROR:  55000'
is "day 30: nothing was given back" "$(states), $(sql postgres "$everything")" 'a deleted, b masked, a Alice, Dear Alice; b *****, *****'
sql admin "SELECT erasure.schedule('* * * * *')" >/dev/null
a_run
is "day 30: pg_cron ran" $? 0
is "day 30: erased, and only who was due" "$(states)" 'a deleted, b erased'
is "day 30: a tombstone" "$(sql admin "SELECT key FROM erasure.tombstones WHERE state = 'erased'")" b
is "day 30: the vault is empty" "$(sql postgres 'SELECT (SELECT count(*) FROM erasure.vault_key), (SELECT count(*) FROM erasure.vault)')" '0|0'
is "day 30: undo is refused" "$(sql admin "SELECT erasure.undo_permanent_delete('people', '{b}')")" 'ERROR:  55000'
is "day 30: status" "$(sql sales 'SELECT scheduled, last_status, last_error IS NULL, failures, due, waiting FROM erasure.status')" 't|succeeded|t|0|0|0'
is "who was brought back is as before" "$(sql postgres "$everything")" 'a Alice, Dear Alice; b *****, *****'

[ "$failures" = 0 ]
