#!/usr/bin/env bash
# The doctor on the server: a healthy shop on a well-configured one has neither errors nor warnings; then each setting, the
# key file, the job and replication slots go wrong in turn, are found, and are mended by what the doctor says. Once more
# where pg_cron's library is not loaded.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
case ${1-} in
    inside | without) ;;
    *)
        rc=0
        test/cluster.sh --set wal_level=logical -- test/integration/doctor_server.sh inside || rc=1
        test/cluster.sh --set shared_preload_libraries= -- test/integration/doctor_server.sh without || rc=1
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
export PGOPTIONS='-c client_min_messages=error'
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -U "$1" -d "${3-postgres}" -c "$2" 2>&1 || true; } # ROLE SQL DATABASE
load() { psql -qX -v ON_ERROR_STOP=1 -d postgres 2>&1 >/dev/null | grep '^ERROR' && { echo "not ok - set-up"; exit 1; }; }
# Errors and warnings, or those about one object; and how to mend it.
findings() { sql "$1" "SELECT severity, object, problem FROM erasure.doctor() WHERE severity <> 'info' AND object LIKE '${2-%}'" "${3-postgres}"; }
fix() { sql postgres "SELECT fix FROM erasure.doctor() WHERE object LIKE '$1' LIMIT 1" "${2-postgres}"; }
# The line of postgresql.conf that a fix is, or another one; until new sessions have it.
configure() { # LINE
    psql -qX -d postgres -c "LOAD 'erasure'" -c "ALTER SYSTEM SET ${1%%#*}" -c 'SELECT pg_reload_conf()' >/dev/null || echo "not ok - configure: $1"
    sleep 0.3
}

load <<'SQL'
CREATE EXTENSION erasure;
CREATE ROLE shop_owner LOGIN;
CREATE ROLE admin LOGIN;
CREATE ROLE manager LOGIN;
CREATE ROLE sales LOGIN;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
GRANT USAGE ON SCHEMA shop TO PUBLIC;
SET ROLE shop_owner;
SET search_path = shop;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, credit numeric);
CREATE TABLE letters (id serial PRIMARY KEY, person int REFERENCES people, body text);
CREATE INDEX ON letters (person);
INSERT INTO people SELECT i, 'Person ' || i, i || '@example.com' FROM generate_series(1, 5) i;
INSERT INTO letters (person, body) SELECT i, 'Dear ' || i FROM generate_series(1, 5) i;
SELECT erasure.protect('people', '{name,email}', grace => '1 second');
SELECT erasure.relate('letters', 'people', '{body}', on_erase => 'delete');
SELECT erasure.use_roles('people', administrator => 'admin', sales_manager => 'manager', sales_team => 'sales');
SQL

if [ "$1" = without ]; then
    for who in postgres shop_owner admin sales; do
        like "without pg_cron: $who is told" "$(findings $who 'job%')" 'warning|job erasure|is not scheduled (pg_cron is not available)*'
        is "without pg_cron: nothing else stops $who" "$(findings $who | grep -c 'could not be examined')" 0
    done
    like "without pg_cron: the lines to add" "$(fix job%)" "shared_preload_libraries = 'pg_cron'*cron.database_name = 'postgres'"
    [ "$failures" = 0 ]
    exit
fi

# --- as it comes, and as it should be ---

key=${PGDATA%/*}/erasure.key
like "the key file would be in the data directory" "$(findings postgres 'key file%')" "warning|key file $PGDATA/erasure.key|will be created in the data directory*"
configure "erasure.key_file = '$key'"
is "failing statements are logged" "$(findings postgres 'setting%')" "warning|setting log_min_error_statement|writes each statement that fails to the server's log, with the values in it (now error)"
configure "$(fix 'setting log_min_error_statement')"
configure "$(fix 'setting log_error_verbosity')"
like "no job yet" "$(findings sales)" "warning|job erasure|is not scheduled (extension \"pg_cron\" is not installed in this database): nothing is erased when its time comes"
is "the fix: CREATE EXTENSION" "$(sql postgres "$(fix 'job erasure')")" ''
sql postgres 'GRANT USAGE ON SCHEMA cron TO admin' >/dev/null
like "the next fix schedules it" "$(sql admin "$(fix 'job erasure')")" '[0-9]*'
seldom() { sql admin "SELECT erasure.schedule('0 0 1 1 *')" >/dev/null; } # not while we look
seldom
for who in postgres shop_owner admin manager sales; do
    is "$who: a healthy shop on a well-configured server" "$(findings $who)" ''
done
is "nothing is even good to know" "$(sql postgres 'SELECT count(*) FROM erasure.doctor()')" 0

# --- settings that write personal data to the log: as the server's, a role's, a database's; and in a session ---

while IFS='|' read -r line severity problem; do
    name=${line%% =*}
    configure "$line"
    like "$line" "$(sql postgres "SELECT severity, problem FROM erasure.doctor() WHERE object = 'setting $name'")" "$severity|$problem*"
    like "$line: an administrator sees no value" "$(sql admin "SELECT severity, problem FROM erasure.doctor() WHERE object = 'setting $name' AND problem NOT LIKE '%(now %'")" "$severity|*"
    is "$line: nor does anybody else see anything" "$(findings sales)" ''
    mended=$(fix "setting $name")
    configure "$mended"
    is "mended by: $mended" "$(sql postgres 'SELECT object FROM erasure.doctor()')" ''
done <<'LINES'
log_statement = 'mod'|warning|writes statements to the server's log, with their values and parameters (now mod)
log_statement = 'all'|warning|writes statements to the server's log
log_min_duration_statement = '5s'|warning|writes slow statements to the server's log, with their values and parameters (now 5000)
log_min_duration_sample = 100|warning|writes a sample of statements
log_transaction_sample_rate = 0.5|warning|writes the statements of a sample of transactions
log_parameter_max_length_on_error = -1|warning|writes the parameters of statements that fail
log_min_error_statement = 'log'|warning|writes each statement that fails
log_error_verbosity = 'verbose'|info|writes the details of errors
debug_print_parse = on|warning|writes statements in PostgreSQL's internal form
LINES
configure "log_statement = 'ddl'"
configure "log_min_duration_sample = 100"
configure "log_statement_sample_rate = 0"
is "statements without personal data, and a sample of none" "$(findings postgres)" ''
configure "log_statement_sample_rate = 1"
configure "log_parameter_max_length = 0"
is "without parameters it is good to know" "$(sql postgres 'SELECT severity, object FROM erasure.doctor()')" 'info|setting log_min_duration_sample'
configure "log_min_duration_sample = -1"
configure "log_parameter_max_length = -1"
configure "log_statement = 'none'"

sql postgres "ALTER ROLE sales SET log_statement = 'all'; ALTER ROLE ALL SET log_min_duration_statement = '1s'; ALTER ROLE manager IN DATABASE postgres SET erasure.bypass = on; ALTER DATABASE postgres SET log_parameter_max_length_on_error = 10" >/dev/null
is "settings of roles and databases" "$(sql admin "SELECT severity, object, problem, fix FROM erasure.doctor() WHERE object !~ '^setting'")" \
"error|role manager|its own setting erasure.bypass lets every statement pass the guards|ALTER ROLE \"manager\" IN DATABASE \"postgres\" RESET erasure.bypass;
warning|all roles|its own setting log_min_duration_statement writes slow statements to the server's log, with their values and parameters|ALTER ROLE ALL RESET log_min_duration_statement;
warning|database postgres|its own setting log_parameter_max_length_on_error writes the parameters of statements that fail to the server's log|ALTER DATABASE \"postgres\" RESET log_parameter_max_length_on_error;
warning|role sales|its own setting log_statement writes statements to the server's log, with their values and parameters|ALTER ROLE \"sales\" RESET log_statement;"
sql postgres "SELECT fix FROM erasure.doctor() WHERE object !~ '^setting'" | psql -qX -d postgres
is "mended" "$(findings postgres)" ''
is "auto_explain" "$(psql -qXAt -d postgres -c "LOAD 'auto_explain'" -c 'SET auto_explain.log_min_duration = 0' -c 'SELECT severity, object, fix FROM erasure.doctor()')" \
    'warning|setting auto_explain.log_min_duration|auto_explain.log_min_duration = -1'
is "the bypass, in a session" "$(psql -qXAt -d postgres -c "LOAD 'erasure'" -c 'SET erasure.bypass = on' -c 'SELECT severity, object, fix FROM erasure.doctor()')" 'error|setting erasure.bypass|erasure.bypass = off'

# --- replication slots ---

sql postgres "SELECT pg_create_physical_replication_slot('standby', true)" >/dev/null
like "a slot that nobody uses" "$(findings admin 'replication slot%')" 'warning|replication slot standby|is not in use and keeps WAL*'
sql postgres "$(fix 'replication slot standby')" >/dev/null
sql postgres "SELECT pg_create_logical_replication_slot('decoder', 'test_decoding')" >/dev/null
is "a slot that decodes everything" "$(findings postgres 'replication slot%' | cut -d " " -f 1-7)" 'warning|replication slot decoder|decodes every change of this
warning|replication slot decoder|is not in use and'
sql postgres "$(fix 'replication slot decoder')" >/dev/null
is "mended" "$(findings postgres)" ''

# --- the key file ---

sql sales "SELECT erasure.soft_delete('shop.people', '{1,2,3,4}')" >/dev/null
is "masked" "$(sql sales "SELECT subjects FROM erasure.permanently_delete('shop.people', '{1}', 1)")" 1
is "a good key file" "$(findings postgres)" ''
chmod 644 "$key"
like "open to others" "$(findings postgres 'key file%')" "error|key file $key|The key file \"$key\" has group or world access.* Nothing can be undone or deleted permanently."
is "the administrator sees no path" "$(findings admin 'key file%')" 'error|key file|The key file is missing, open to others, or another one. Nothing can be undone or deleted permanently.'
mended=$(fix 'key file%')
like "the fix is a command of the shell" "$mended" "-- Run: chmod 600 '$key'"
bash -c "${mended#-- Run: }"
is "mended" "$(findings postgres)" ''
mv "$key" "$key.away"
like "missing" "$(findings postgres 'key file%')" "error|key file $key|The key file \"$key\" is missing. Nothing*"
printf 'another 00\n' >"$key" && chmod 600 "$key"
like "another one" "$(findings postgres 'key file%')" "error|key file $key|The key file \"$key\" is malformed*"
mv "$key.away" "$PGDATA/other.key"
rm -f "$key"
ln -s "$PGDATA/other.key" "$key"
is "in the data directory, by a link" "$(findings postgres 'key file%')" "error|key file $key|is in the data directory: a backup of it holds the vault and its key"
is "the administrator sees no path" "$(findings admin 'key file%')" 'error|key file|is in the data directory: a backup of it holds the vault and its key'
like "the fix" "$(fix 'key file%')" "erasure.key_file = '/etc/postgresql/erasure.key'  # once the file has been moved there"
rm -f "$key"
mv "$PGDATA/other.key" "$key"
is "mended" "$(findings postgres)" ''

# --- the job: overdue, set aside, failing, not finished, switched off ---

sql admin 'SELECT erasure.unschedule()' >/dev/null
sleep 1.2
like "not scheduled and something is due" "$(findings sales 'job%')" 'error|job erasure|is not scheduled: nothing is erased when its time comes'
sql admin "$(fix 'job erasure')" >/dev/null
seldom
load <<<"UPDATE erasure.subject_state SET erase_after = now() - interval '2 hours' WHERE state = 'masked';"
is "overdue" "$(findings sales)" 'error|table shop.people|1 subject is due for erasure for more than an hour'
sql admin "SELECT erasure.hold('shop.people', '{1}', 'a lawsuit')" >/dev/null
is "held, for ever: no finding" "$(findings sales)" ''
sql admin "SELECT erasure.release('shop.people', '{1}')" >/dev/null
sql admin "$(fix 'table shop.people')" >/dev/null
is "mended by calling the job" "$(findings sales), $(sql sales "SELECT erasure.state('shop.people', '1')")" ', erased'
load <<'SQL'
CREATE FUNCTION shop.stubborn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'letters stay' USING ERRCODE = 'ZZ001'; END $$;
CREATE TRIGGER stubborn BEFORE DELETE ON shop.letters FOR EACH ROW EXECUTE FUNCTION shop.stubborn();
SELECT erasure.ignore_trigger('shop.letters', 'stubborn', 'it copies nothing');
SQL
sql sales "SELECT erasure.permanently_delete('shop.people', '{2,3}', 2)" >/dev/null
sleep 1.2
sql admin 'CALL erasure.erase_due()' >/dev/null
is "set aside" "$(findings manager)" 'error|table shop.people|2 subjects could not be erased and were set aside, with SQLSTATE ZZ001'
is "the fix shows the cause" "$(sql admin "$(fix 'table shop.people')")" 'ERROR:  ZZ001'
load <<<'DROP TRIGGER stubborn ON shop.letters;'
is "and erases once it is gone" "$(sql admin "$(fix 'table shop.people')"), $(findings manager)" '2, '
job=$(sql admin "SELECT job_id FROM erasure.status")
load <<<"INSERT INTO cron.job_run_details (jobid, runid, status, return_message, start_time) VALUES ($job, 1000, 'failed', 'ERROR: Person 2', now());"
is "failing, without pg_cron's words" "$(findings manager)" 'error|job erasure|failed when pg_cron ran it last (1 failures in all; erasure.status has the message)'
load <<<"DELETE FROM cron.job_run_details;"
load <<<"UPDATE erasure.installation SET job_started_at = now() - interval '2 hours', job_finished_at = now() - interval '1 day 1 hour';"
is "not finished" "$(findings manager)" 'error|job erasure|began more than an hour ago and did not finish'
sql admin "$(fix 'job erasure')" >/dev/null
is "mended" "$(findings manager)" ''
load <<<"SELECT cron.alter_job($job, active => false); UPDATE erasure.installation SET job_finished_at = now() - interval '1 day 1 hour', job_started_at = now() - interval '1 day 2 hours';"
like "switched off" "$(findings manager)" 'warning|job erasure|is switched off in pg_cron*'
sql postgres "$(fix 'job erasure')" >/dev/null
is "mended" "$(findings manager)" ''

# --- another database of the same server: pg_cron is elsewhere, its heartbeat counts ---

createdb other
sql postgres 'CREATE EXTENSION erasure; CREATE TABLE people (id int PRIMARY KEY, name text); ALTER TABLE people OWNER TO shop_owner; SET ROLE shop_owner; SELECT erasure.protect($$people$$, $${name}$$, views => false)' other >/dev/null
like "pg_cron is in another database" "$(findings postgres % other)" 'warning|job erasure|is not scheduled (pg_cron keeps its jobs in database "postgres")*'
is "the statement to run there" "$(fix 'job erasure' other)" "SELECT cron.schedule_in_database('erasure', '*/10 * * * *', 'CALL erasure.erase_due()', 'other'); -- in database postgres"
sql postgres 'CALL erasure.erase_due()' other >/dev/null
is "after a run nothing is wrong" "$(findings postgres % other)" ''

[ "$failures" = 0 ]
