#!/usr/bin/env bash
# find_residue beside everything else: workers find what one process finds, it can be cancelled, memory stays flat, values reach no log and
# no statistics when they come as parameters.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set shared_buffers=16MB --set jit=off --set autovacuum=off --set max_parallel_maintenance_workers=3 --set log_min_messages=debug1 \
    --set log_min_error_statement=error --set log_parameter_max_length=0 --set shared_preload_libraries=pg_cron,pg_stat_statements -- test/integration/find_residue.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 "$@" 2>&1; }
log=$(dirname "$PGDATA")/server.log

# 300 MB; the last tenth of the documents is out of line and compressed, with the address at its end.
sql >/dev/null <<'SQL' || { echo "not ok - set-up"; exit 1; }
SET client_min_messages = warning;
CREATE EXTENSION erasure;
CREATE EXTENSION pg_stat_statements;
CREATE TABLE letters (id int PRIMARY KEY, person int, body text) PARTITION BY HASH (id);
CREATE TABLE letters_0 PARTITION OF letters FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE letters_1 PARTITION OF letters FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO letters SELECT i, i % 9000, repeat('Dear ' || i || ', ', 20) || 'person' || i % 9000 || '@example.com' FROM generate_series(1, 900000) i;
CREATE TABLE documents (id int PRIMARY KEY, doc jsonb);
INSERT INTO documents SELECT i, jsonb_build_object('a', (SELECT string_agg(md5((i * j)::text), '') FROM generate_series(1, 200) j) || repeat('x', 20000), 'z', 'person' || i || '@example.com') FROM generate_series(1, 3000) i;
CREATE FUNCTION peak() RETURNS bigint LANGUAGE sql AS
$$ SELECT substring(pg_read_file('/proc/self/status') FROM 'VmHWM:\s+(\d+) kB')::bigint $$;
SQL

# The values come as a parameter, as drivers send them.
search() { # WORKERS VALUES ; count and a hash of everything found
    sql <<SQL
SET max_parallel_maintenance_workers = $1;
SELECT count(*), md5(string_agg(f::text, ',' ORDER BY f::text)) FROM erasure.find_residue($2) f WHERE kind = 'column';
SQL
}
many="(SELECT array_agg('person' || i * 7 || '@example.com') FROM generate_series(1, 300) i)"
alone=$(search 0 "$many")
is "one process finds all of them" "${alone%%|*}" $((300 * 100 + 300))
is "workers find the same" "$(search 3 "$many")" "$alone"
is "no worker is left" "$(sql -c "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'parallel worker'")" 0

# Every worker is busy with a queue that is full when the leader is cancelled.
is "statement_timeout ends it" "$(sql -c "SET statement_timeout = 60" -c "SELECT count(*) FROM erasure.find_residue('+49 170 1234567')" | tail -n 1)" 'ERROR:  canceling statement due to statement timeout'
for delay in 0.02 0.1 0.2; do
    sql -c "SELECT count(*) FROM erasure.find_residue((SELECT array_agg('person' || i || '@example.com') FROM generate_series(1, 9000) i))" >/dev/null &
    sleep $delay
    sql -c "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query ~ 'find_residue' AND pid <> pg_backend_pid() AND backend_type = 'client backend'" >/dev/null
    wait
done
is "and cancelling leaves no worker" "$(sql -c "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'parallel worker'")" 0
is "within an exception block the session goes on" "$(sql -c "SET client_min_messages = error" -c "SET statement_timeout = 60" -c "DO \$\$ BEGIN PERFORM count(*) FROM erasure.find_residue('+49 170 1234567'); EXCEPTION WHEN query_canceled THEN NULL; END \$\$" \
    -c "RESET statement_timeout" -c "SELECT count(*) FROM erasure.find_residue('person77@example.com') WHERE kind = 'column'")" 101

# Memory: 300 MB read, 900,000 places found.
peak() { sql -c 'SET max_parallel_maintenance_workers = 0' -c "$1" -c 'SELECT peak()' | tail -n 1; }
few=$(peak "SELECT count(*) FROM erasure.find_residue('person77@example.com')")
all=$(peak "SELECT count(*) FROM erasure.find_residue('example.com')")
echo "# $few kB for 101 places, $all kB for 903,000"
is "places go to a file, not to memory: at most 30 MB more" "$(($few > 0 && $all - $few < 30 * 1024))" 1
is "all of them are found" "$(sql -c "SELECT count(*) FROM erasure.find_residue('example.com') WHERE kind = 'column'")" 903000

# Values, as parameters: nowhere in the log at debug1, not in pg_stat_statements, whether it works or fails.
cat >search.pgb <<'PGB'
SELECT count(*) FROM erasure.find_residue(ARRAY['needle' || :needle]);
SELECT count(*) FROM erasure.find_residue(ARRAY['needle' || :needle, 'x']);
PGB
pgbench -n -t 1 -M extended -D needle=987654321 -f search.pgb >/dev/null 2>&1
is "a call with a short value is an error, and in the log" "$(grep -c 'values are too short to search for' "$log")" 1
is "no value is in the log" "$(grep -c '987654321' "$log")" 0
is "nor in pg_stat_statements, which has the statement" "$(sql -c "SELECT count(*) > 0, count(*) FILTER (WHERE query ~ '987654321') FROM pg_stat_statements WHERE query ~ 'find_residue.ARRAY'")" 't|0'

[ "$failures" = 0 ]
