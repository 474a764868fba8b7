#!/usr/bin/env bash
# The job: a real pg_cron fires and erases what is due, as a role that deleted nothing. What fails is set aside and what is
# held waits, neither stops the others. And what is said where pg_cron is elsewhere, or nowhere.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
case ${1-} in
    inside | without) ;;
    *)
        rc=0
        # cron.database_name stays in the second one's configuration, as where somebody took only the library away.
        test/cluster.sh -- test/integration/schedule.sh inside || rc=1
        test/cluster.sh --set shared_preload_libraries= -- test/integration/schedule.sh without || rc=1
        exit $rc
        ;;
esac

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
like() { # WHAT GOT PATTERN
    # shellcheck disable=SC2053 # a pattern it is
    if [[ $2 == $3 ]]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
export PGOPTIONS='-c client_min_messages=error' # not where the master key was created
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -U "$1" -d "${3-postgres}" -c "$2" 2>&1 || true; } # ROLE SQL DATABASE
told() { psql -qXAt -v VERBOSITY=verbose -U "$1" -d "${3-postgres}" -c "$2" 2>&1 | grep -v '^LOCATION:' || true; }
load() { psql -qX -v ON_ERROR_STOP=1 -d postgres 2>&1 >/dev/null | grep '^ERROR' && { echo "not ok - set-up"; exit 1; }; }
# pg_cron's view of a moment: waits until the job has finished a run that started after it.
wait_for_run() { # SINCE
    for _ in $(seq 75); do
        [ "$(sql postgres "SELECT coalesce(bool_and(last_run > '$1' AND last_finished > last_run AND last_status = 'succeeded'), false) FROM erasure.status")" != t ] || return 0
        sleep 1
    done
    return 1
}
states() { sql postgres "SELECT string_agg(key || ' ' || state, ', ' ORDER BY key::int) FROM erasure.subjects"; }

if [ "$1" = without ]; then
    load <<<'CREATE EXTENSION erasure;'
    said=$(told postgres 'SELECT erasure.schedule()')
    like "without pg_cron: schedule is refused" "$said" 'ERROR:  55000: pg_cron is not available*'
    like "without pg_cron: the hint says what to do" "$said" \
        "*HINT:  Install pg_cron, add it to shared_preload_libraries, set cron.database_name = 'postgres', restart, and CREATE EXTENSION pg_cron; or run CALL erasure.erase_due() from another scheduler."
    is "without pg_cron: unschedule finds nothing" "$(sql postgres 'SELECT erasure.unschedule()')" f
    is "without pg_cron: the job can be called" "$(sql postgres 'CALL erasure.erase_due()')" ''
    is "without pg_cron: status" "$(sql postgres 'SELECT scheduled, job_id IS NULL, last_finished > last_run, last_error IS NULL, failures, due FROM erasure.status')" 'f|t|t|t|0|0'
    [ "$failures" = 0 ]
    exit
fi

# --- the database of pg_cron, before and after CREATE EXTENSION ---

load <<'SQL'
CREATE EXTENSION erasure;
CREATE ROLE admin LOGIN;
CREATE ROLE manager LOGIN;
CREATE ROLE sales LOGIN;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE letters (id serial PRIMARY KEY, person int REFERENCES people, body text);
INSERT INTO people SELECT i, 'Person ' || i FROM generate_series(1, 5) i;
INSERT INTO letters (person, body) SELECT i, 'Dear ' || i FROM generate_series(1, 5) i, generate_series(1, 2);
SELECT erasure.protect('people', '{name}', grace => '1 second');
SELECT erasure.relate('letters', 'people', '{body}', on_erase => 'delete');
SELECT erasure.use_roles('people', administrator => 'admin', sales_manager => 'manager', sales_team => 'sales');
CREATE FUNCTION stubborn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF OLD.person = 2 THEN RAISE EXCEPTION 'the letters of Person % stay', OLD.person USING ERRCODE = 'ZZ001'; END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER stubborn BEFORE DELETE ON letters FOR EACH ROW EXECUTE FUNCTION stubborn();
SELECT erasure.ignore_trigger('letters', 'stubborn', 'it copies nothing');
SQL
like "pg_cron not created yet: the hint has it" "$(told admin 'SELECT erasure.schedule()')" 'ERROR:  55000: *HINT:  CREATE EXTENSION pg_cron;'
load <<<'CREATE EXTENSION pg_cron;'
said=$(told admin 'SELECT erasure.schedule()')
like "no right to use pg_cron: the hint has the GRANT" "$said" 'ERROR:  42501: *HINT:  GRANT USAGE ON SCHEMA cron TO "admin";'
load <<<"${said##*HINT:  }"

# --- who may ---

for who in sales manager; do
    is "$who may not schedule" "$(sql $who 'SELECT erasure.schedule()')" 'ERROR:  42501'
    is "$who may not unschedule" "$(sql $who 'SELECT erasure.unschedule()')" 'ERROR:  42501'
    is "$who may not run the job" "$(sql $who 'CALL erasure.erase_due()')" 'ERROR:  42501'
done
is "a bad schedule" "$(sql admin "SELECT erasure.schedule('every now and then')")" 'ERROR:  22023'
is "nothing was scheduled so far" "$(sql postgres 'SELECT count(*) FROM cron.job')" 0

# --- one run of pg_cron ---

sql sales "SELECT erasure.soft_delete('people', '{1,2,3,4}')" >/dev/null
is "deleted by sales" "$(sql sales "SELECT subjects FROM erasure.permanently_delete('people', '{1,2,3,4}', 4)")" 4
is "held by the administrator" "$(sql admin "SELECT erasure.hold('people', '{3}', 'a lawsuit')")" 1
sleep 1.5
is "due, and not erased without the job" "$(states); $(sql sales 'SELECT scheduled, due, waiting FROM erasure.status')" \
    '1 masked, 2 masked, 3 masked, 4 masked; f|3|4'
is "undo too late" "$(sql admin "SELECT erasure.undo_permanent_delete('people', '{1}')")" 'ERROR:  55000'
since=$(sql postgres 'SELECT clock_timestamp()')
job=$(sql admin "SELECT erasure.schedule('* * * * *')")
is "scheduled as the administrator, no superuser" \
    "$(sql postgres "SELECT jobid, schedule, command, database, username, active, rolsuper FROM cron.job JOIN pg_roles ON rolname = username")" \
    "$job|* * * * *|CALL erasure.erase_due()|postgres|admin|t|f"
is "scheduled: everybody sees it" "$(sql sales 'SELECT scheduled, job_id, schedule, job_role, failures FROM erasure.status')" "t|$job|* * * * *|admin|0"

wait_for_run "$since"
is "pg_cron ran it" $? 0
is "erased, but for the one that fails and the one on hold" "$(states)" '1 erased, 2 masked, 3 masked, 4 erased'
is "tombstones" "$(sql admin "SELECT string_agg(key, ' ' ORDER BY key) FROM erasure.tombstones WHERE state = 'erased'")" '1 4'
is "the vault has the two others only" "$(sql postgres "SELECT (SELECT string_agg(DISTINCT key, ' ' ORDER BY key) FROM erasure.vault_key), (SELECT string_agg(DISTINCT key, ' ' ORDER BY key) FROM erasure.vault)")" '2 3|2 3'
is "their letters are gone, the others' are not" "$(sql postgres "SELECT string_agg(person || ':' || n, ' ' ORDER BY person) FROM (SELECT person, count(*) n FROM letters GROUP BY 1) p")" '2:2 3:2 5:2'
is "set aside with its SQLSTATE and nothing else" \
    "$(sql postgres "SELECT key, attempts, last_error, retry_at - clock_timestamp() BETWEEN '8 min' AND '10 min' FROM erasure.subject_state WHERE attempts > 0")" \
    '2|1|SQLSTATE ZZ001|t'
is "status: a run, its error, what is left" \
    "$(sql sales "SELECT scheduled, last_status, last_run > '$since', last_finished > last_run, last_error, failures, due, overdue, oldest_due IS NOT NULL, set_aside, waiting FROM erasure.status")" \
    't|succeeded|t|t|1 subjects set aside, last with SQLSTATE ZZ001|0|1|0|t|1|2'
is "audit: by the role of the job" "$(sql postgres "SELECT string_agg(DISTINCT session_role || ' ' || action, ', ') FROM erasure.audit_log WHERE action = 'erase_due'")" 'admin erase_due'

# --- afterwards, by hand: every minute is too seldom for a test ---

is "unscheduled" "$(sql admin 'SELECT erasure.unschedule()'), $(sql postgres 'SELECT count(*) FROM cron.job'), $(sql sales 'SELECT scheduled FROM erasure.status')" 't, 0, f'
is "unscheduled twice" "$(sql admin 'SELECT erasure.unschedule()')" f
load <<<'DROP TRIGGER stubborn ON letters;'
is "set aside: not before its time" "$(sql admin 'CALL erasure.erase_due()'), $(states)" ', 1 erased, 2 masked, 3 masked, 4 erased'
load <<<"UPDATE erasure.subject_state SET retry_at = clock_timestamp() WHERE attempts > 0;"
is "in a transaction block" "$(sql admin 'BEGIN; CALL erasure.erase_due(); COMMIT')" 'ERROR:  2D000'
load <<<"CREATE FUNCTION run() RETURNS void LANGUAGE plpgsql AS 'BEGIN CALL erasure.erase_due(); END';"
is "in a function" "$(sql admin 'SELECT run()')" 'ERROR:  2D000'
is "neither did anything" "$(states)" '1 erased, 2 masked, 3 masked, 4 erased'
is "a batch of none" "$(sql admin 'CALL erasure.erase_due(0)'), $(sql admin 'CALL erasure.erase_due(NULL)')" 'ERROR:  22023, ERROR:  22023'
is "the cause is gone: erased" "$(sql admin 'CALL erasure.erase_due()'), $(states)" ', 1 erased, 2 erased, 3 masked, 4 erased'
is "its letters too" "$(sql postgres 'SELECT count(*) FROM letters WHERE person = 2')" 0
is "status: no error any more; who is held is not due" \
    "$(sql sales "SELECT last_error IS NULL, failures, due, overdue, oldest_due IS NULL, set_aside, waiting FROM erasure.status")" 't|0|0|0|t|0|1'
is "released" "$(sql admin "SELECT erasure.release('people', '{3}')"), $(sql sales "SELECT due FROM erasure.status")" '1, 1'
is "released: erased" "$(sql admin 'CALL erasure.erase_due()'), $(states)" ', 1 erased, 2 erased, 3 erased, 4 erased'
is "the vault is empty" "$(sql postgres 'SELECT (SELECT count(*) FROM erasure.vault_key), (SELECT count(*) FROM erasure.vault)')" '0|0'
is "status: nothing left" "$(sql sales 'SELECT due, overdue, set_aside, waiting FROM erasure.status')" '0|0|0|0'

# --- from a database that is not pg_cron's: its name and the schedule have to be quoted right ---

shop="it's a shop"
createdb "$shop"
sql postgres 'CREATE EXTENSION erasure' "$shop" >/dev/null
said=$(told postgres "SELECT erasure.schedule('5 4 * * *')" "$shop")
like "another database: where the jobs are" "$said" 'ERROR:  55000: pg_cron keeps its jobs in database "postgres"*'
like "another database: the hint" "$said" '*HINT:  In database "postgres": SELECT cron.schedule_in_database(*'
is "what the hint says works" "$(sql postgres "${said##*In database \"postgres\": }" >/dev/null; sql postgres "SELECT jobname, schedule, command, database FROM cron.job")" \
    "erasure|5 4 * * *|CALL erasure.erase_due()|$shop"
is "that job is not this database's" "$(sql sales 'SELECT scheduled FROM erasure.status'), $(sql admin 'SELECT erasure.unschedule()'), $(sql postgres 'SELECT count(*) FROM cron.job')" 'f, f, 1'
is "another database: status" "$(sql postgres 'SELECT scheduled, last_finished IS NULL FROM erasure.status' "$shop"), $(sql postgres 'SELECT erasure.unschedule()' "$shop")" 'f|t, f'

[ "$failures" = 0 ]
