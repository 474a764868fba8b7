#!/usr/bin/env bash
# How fast find_residue searches a database for 1, 100 and 10,000 e-mail addresses, against pg_dump into grep and against LIKE ANY over every
# text column, all with their defaults, in turn. Runs inside test/cluster.sh.
#
#   CUSTOMERS=100000 ROUNDS=3 make bench
#
# A customer's address stands in 21 rows, in the middle of a note in 10 of them. LIKE ANY reads a part of the tables that it finishes
# in a few seconds: its speed does not depend on their size.
set -euo pipefail
customers=${CUSTOMERS:-100000} rounds=${ROUNDS:-3}
db=bench_residue
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -d "${DB:-$db}" "$@"; }

DB=postgres sql -c 'SET client_min_messages = error' -c "DROP DATABASE IF EXISTS $db" -c "CREATE DATABASE $db"
sql >/dev/null <<SQL
SET client_min_messages = error;
CREATE EXTENSION erasure;
CREATE FUNCTION prose(seed bigint, words int) RETURNS text LANGUAGE sql AS \$\$
    SELECT string_agg(substr('the order was shipped late and the customer called about it again ', 1 + (seed * 7 + i * 13)::int % 40, 8 + (seed + i)::int % 9), ' ') FROM generate_series(1, words) i \$\$;
CREATE TABLE customers (id bigint PRIMARY KEY, name text, email text, city text, note text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, contact text, ship_to text, note text);
CREATE TABLE quotes (LIKE orders INCLUDING ALL);
INSERT INTO customers SELECT i, 'Person ' || i, 'user' || i || '@example.com', 'Town ' || i % 5000, prose(i, 12) FROM generate_series(1, $customers) i;
INSERT INTO orders SELECT i, i % $customers + 1, 'user' || i % $customers + 1 || '@example.com', 'Street ' || i || ', Town ' || i % 5000, prose(i, 18) FROM generate_series(1, 10 * $customers) i;
INSERT INTO quotes SELECT i, i % $customers + 1, 'sales ' || i % 50, 'Street ' || i || ', Town ' || i % 5000,
    prose(i, 9) || ' user' || i % $customers + 1 || '@example.com ' || prose(i + 1, 9) FROM generate_series(1, 10 * $customers) i;
VACUUM ANALYZE;
SQL
bytes=$(sql -c "SELECT sum(pg_relation_size(oid)) FROM pg_class WHERE relname IN ('customers', 'orders', 'quotes')")
echo "$((bytes / 1000000)) MB in customers, orders and quotes; $(nproc) processors"

seconds() { local from; from=$(date +%s.%N); "$@" >"$dir/answer"; echo "$(date +%s.%N) $from" | awk '{ print $1 - $2 }'; }
gb() { awk -v b="$1" -v s="$2" 'BEGIN { print b / 1e9 / s }'; } # BYTES SECONDS

# Every how many customers, so that these are spread over the tables.
addresses() {
    seq -f "user%.0f@example.com" 1 "$((customers / $1))" "$customers" | head -n "$1" >"$dir/values"
    echo "{$(paste -sd, "$dir/values")}" >"$dir/array"
    echo "{$(sed 's/.*/%&%/' "$dir/values" | paste -sd,)}" >"$dir/patterns"
}
ours() {
    sql -v file="$dir/array" <<'SQL'
\set values `cat :'file'`
SELECT count(*) FROM erasure.find_residue(:'values'::text[]) WHERE kind = 'column'
SQL
}
dump() { pg_dump "$db" | LC_ALL=C grep -c -F -f "$dir/values"; }
like() { # up to this key
    sql -v file="$dir/patterns" -v last="$1" <<'SQL'
\set values `cat :'file'`
SELECT (SELECT count(*) FROM customers WHERE id <= :last AND (name LIKE ANY (:'values') OR email LIKE ANY (:'values') OR city LIKE ANY (:'values') OR note LIKE ANY (:'values')))
     + (SELECT count(*) FROM orders WHERE id <= :last AND (contact LIKE ANY (:'values') OR ship_to LIKE ANY (:'values') OR note LIKE ANY (:'values')))
     + (SELECT count(*) FROM quotes WHERE id <= :last AND (contact LIKE ANY (:'values') OR ship_to LIKE ANY (:'values') OR note LIKE ANY (:'values')))
SQL
}

for count in 1 100 10000; do
    addresses "$count"
    last=$((10 * customers / (count == 1 ? 1 : count == 100 ? 20 : 2000)))
    part=$(sql -c "SELECT sum(pg_relation_size(c.oid) * least(1, $last::numeric / greatest(c.reltuples, 1))) FROM pg_class c WHERE relname IN ('customers', 'orders', 'quotes')")
    for round in $(seq "$rounds"); do
        a=$(gb "$bytes" "$(seconds ours)"); found=$(cat "$dir/answer")
        b=$(gb "$bytes" "$(seconds dump)"); lines=$(cat "$dir/answer")
        c=$(gb "$part" "$(seconds like "$last")")
        echo "$a $b $c $found $lines"
    done | sort -n | awk -v n="$count" '{ a[NR] = $1; b[NR] = $2; c[NR] = $3; found = $4; lines = $5 }
        function median(v,    i, j, t) { for (i = 1; i <= NR; ++i) for (j = i + 1; j <= NR; ++j) if (v[j] < v[i]) { t = v[i]; v[i] = v[j]; v[j] = t } return v[int((NR + 1) / 2)] }
        END { x = median(a); y = median(b); z = median(c); best = y > z ? y : z
              printf "%6d values: find_residue %.2f GB/s (%d places), pg_dump | grep -F %.2f (%d lines), LIKE ANY %.4f; against the faster %.1f\n", n, x, found, y, lines, z, x / best }'
done
DB=postgres sql -c "DROP DATABASE $db"
