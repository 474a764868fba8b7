#!/usr/bin/env bash
# What the audit log and its chain cost where many write at once: soft deletes from 8 clients while another session seals, against
# the same with no entry written, side by side. Runs inside test/cluster.sh.
#
#   ROUNDS=10 SECONDS_EACH=2 make bench
set -euo pipefail
rounds=${ROUNDS:-10} seconds=${SECONDS_EACH:-2}
script=$(mktemp)
trap 'rm -f "$script"' EXIT
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

for db in bench_audited bench_silent; do
    sql -d postgres -c "DROP DATABASE IF EXISTS $db" -c "CREATE DATABASE $db"
    sql -d $db -c 'SET client_min_messages = error' -c 'CREATE EXTENSION erasure' -c 'CREATE TABLE customers (id bigint PRIMARY KEY, name text)' \
        -c "INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(1, 400000) i" -c 'CREATE SEQUENCE ids' -c "SELECT erasure.protect('customers', '{name}')" >/dev/null
done
sql -d bench_silent -c 'CREATE RULE silent AS ON INSERT TO erasure.audit_entry DO INSTEAD NOTHING'
echo "SELECT erasure.soft_delete('customers', ARRAY[nextval('ids')]);" >"$script"

time_of() { # DATABASE ; of one call, in microseconds
    pgbench -n -c 8 -j 2 -T "$seconds" -f "$script" "$1" 2>/dev/null | awk '/^tps/ {print 1000000 / $3}'
}

for round in $(seq "$rounds"); do
    psql -X -q -d bench_audited <<<'SELECT erasure.seal_audit() \watch 1' >/dev/null & # no function, whose shell alone would be killed
    sealer=$!
    audited=$(time_of bench_audited)
    kill $sealer; wait $sealer 2>/dev/null || true
    echo "$audited $(time_of bench_silent)"
done | awk '{ print $1 / $2 }' | sort -n | awk '{ r[NR] = $1 } END { printf "\nsoft deletes from 8 clients, with the audit log and its chain against none: %.2f (median of %d)\n", r[int((NR + 1) / 2)], NR }'
sql -d bench_audited -At -c 'SELECT erasure.seal_audit()' >/dev/null
sql -d bench_audited -At -F ' ' -c "SELECT (SELECT count(*) FROM erasure.audit_seal), 'sealed,', (SELECT count(*) FROM erasure.verify_audit()), 'wrong'"
sql -d postgres -c 'DROP DATABASE bench_audited WITH (FORCE)' -c 'DROP DATABASE bench_silent'
