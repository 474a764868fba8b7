#!/usr/bin/env bash
# What the guards cost, against the same tables without any and with those that a DBA would write by hand: all three side by
# side in one run, as ratios. Runs inside test/cluster.sh.
#
#   CUSTOMERS=100000 ROWS=1000000 ROUNDS=5 SECONDS_EACH=10 make bench
#
# Whole statements are measured by the CPU time of their backend, which other processes disturb less than the clock;
# pgbench with 8 clients by its transactions a second, with synchronous_commit off, so that a disk does not hide the cost.
set -euo pipefail
cd "$(dirname "$0")"
customers=${CUSTOMERS:-100000} rows=${ROWS:-1000000} rounds=${ROUNDS:-5} seconds=${SECONDS_EACH:-10}
results=$(mktemp) script=$(mktemp)
trap 'rm -f "$results" "$script"' EXIT
export PGDATABASE=bench_guards PGOPTIONS='-c synchronous_commit=off'
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

sql -d postgres -c 'DROP DATABASE IF EXISTS bench_guards' -c 'CREATE DATABASE bench_guards'
echo "Guards: $customers customers with $((rows / 10)) orders; $rows rows inserted, changed and deleted by one statement each."
sql -v customers="$customers" -v orders=$((rows / 10)) -f guards.sql >/dev/null
sql -c 'VACUUM (ANALYZE)'
for schema in plain guarded by_hand; do pgbench -n -t 1 -f <(echo "SELECT count(*) FROM $schema.orders") >/dev/null 2>&1; done

# One statement in a transaction that is rolled back: its backend's CPU time in ticks. Its first row finds the caches warm.
statement() { # NAME SCHEMA WARM-UP STATEMENT
    local ticks
    ticks=$(sql -At <<SQL
BEGIN;
$3;
SELECT split_part(s, ' ', 14)::bigint + split_part(s, ' ', 15)::bigint AS before FROM pg_read_file('/proc/self/stat') s \gset
$4;
SELECT split_part(s, ' ', 14)::bigint + split_part(s, ' ', 15)::bigint - :before FROM pg_read_file('/proc/self/stat') s;
ROLLBACK;
SQL
    )
    echo "$1 $2 $ticks" >>"$results"
}

# The time of one transaction, as a mean over all clients: 1 / tps.
clients() { # NAME SCHEMA SCRIPT
    local tps
    echo "$3" >"$script"
    tps=$(pgbench -n -c 8 -j 2 -T "$seconds" -D customers="$customers" -D orders=$((rows / 10)) -f "$script" 2>/dev/null | sed -n 's/^tps = \([0-9.]*\).*/\1/p')
    echo "$1 $2 $(awk "BEGIN {print 1000000 / $tps}")" >>"$results"
}

living="(i % $customers) - (i % $customers) % 100 + 1 + i % 98"
for round in $(seq "$rounds"); do
    for schema in plain guarded by_hand; do
        insert="INSERT INTO $schema.orders (customer_id, ship_name, ship_address, status, total) SELECT $living, 'Customer Name', 'Ship Street', 'open', 1 FROM generate_series"
        statement 'bulk INSERT' $schema "$insert (1, 1) i" "$insert (1, $rows) i"
    done
done
# A million orders that stay, of customers who are there, for what changes them.
for schema in plain guarded by_hand; do
    sql -c "INSERT INTO $schema.orders (id, customer_id, ship_name, ship_address, status, total)
            SELECT i + 100000000, $living, 'Customer Name', 'Ship Street', 'open', 1 FROM generate_series(1, $rows) i"
done
sql -c 'VACUUM (ANALYZE)' -c CHECKPOINT
for round in $(seq "$rounds"); do
    for schema in plain guarded by_hand; do
        for change in 'non-personal UPDATE|UPDATE %s SET status = $$done$$ WHERE' 'personal UPDATE|UPDATE %s SET ship_name = $$New Name$$ WHERE' 'DELETE of related rows|DELETE FROM %s WHERE'; do
            # shellcheck disable=SC2059
            command=$(printf "${change#*|}" "$schema.orders")
            statement "${change%|*}" $schema "$command id = 100000001" "$command id > 100000001"
        done
        sql -c "VACUUM $schema.orders"
    done
done
# A client loads library and policy with its first row: runs are long enough for that not to count.
for round in $(seq "$rounds"); do
    for schema in plain guarded by_hand; do
        clients 'single-row INSERT, 8 clients' $schema "\\set c random(0, :customers / 100 - 1) * 100 + random(1, 99)
INSERT INTO $schema.orders (customer_id, ship_name, ship_address, status, total) VALUES (:c, 'Customer Name', 'Ship Street', 'open', 1);"
        clients 'non-personal UPDATE, 8 clients' $schema "\\set o random(1, :orders)
UPDATE $schema.orders SET status = 'done' WHERE id = :o;"
    done
done

# Ratios round by round, and the median of those.
awk '
function median(list, n,    i, j, t) {
    for (i = 2; i <= n; i++) for (j = i; j > 1 && list[j-1] > list[j]; j--) { t = list[j]; list[j] = list[j-1]; list[j-1] = t }
    return list[int((n + 1) / 2)]
}
{ value = $NF; schema = $(NF - 1); name = $1; for (i = 2; i < NF - 1; i++) name = name " " $i
  if (!(name in seen)) { seen[name] = 1; order[++names] = name }
  v[name, schema, ++n[name, schema]] = value }
END {
    printf "\n%-32s %10s %10s   (medians, against no guards: 1.00)\n", "", "erasure", "by hand"
    for (k = 1; k <= names; k++) {
        name = order[k]; r = n[name, "plain"]
        for (i = 1; i <= r; i++) { a[i] = v[name, "guarded", i] / v[name, "plain", i]; b[i] = v[name, "by_hand", i] / v[name, "plain", i] }
        printf "%-32s %10.3f %10.3f\n", name, median(a, r), median(b, r)
    }
}' "$results"
sql -d postgres -c 'DROP DATABASE bench_guards'
