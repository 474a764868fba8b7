#!/usr/bin/env bash
# What a scrub costs against a VACUUM and a VACUUM FULL of the same table, and looking at the files against a VACUUM: a tenth of the
# rows is erased, spread over every page. Side by side in one run. Runs inside test/cluster.sh.
#
#   PEOPLE=200000 ROUNDS=3 make bench
set -euo pipefail
people=${PEOPLE:-200000} rounds=${ROUNDS:-3}
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }
value() { sql -d "$1" -At -c "$2"; }

sql -d postgres -c 'DROP DATABASE IF EXISTS bench_erased' -c 'CREATE DATABASE bench_erased'
sql -d bench_erased <<SQL >/dev/null 2>&1
CREATE EXTENSION erasure;
CREATE TABLE people (id bigint PRIMARY KEY, name text, note text) WITH (autovacuum_enabled = off);
INSERT INTO people SELECT i, 'Name ' || i, repeat(md5(i::text), 25) FROM generate_series(1, $people) i;
SELECT erasure.protect('people', '{name,note}');
VACUUM (ANALYZE) people;
SELECT erasure.soft_delete('people', (SELECT array_agg(i) FROM generate_series(10, $people, 10) i));
SELECT erasure.erase_now('people', (SELECT array_agg(i) FROM generate_series(10, $people, 10) i), $((people / 10)), 'bench');
SQL
echo "people: $(value bench_erased "SELECT pg_size_pretty(pg_table_size('people'))"), a tenth of $people rows erased"

copy() { # NAME ; with everything in the cache
    sql -d postgres -c "DROP DATABASE IF EXISTS $1 WITH (FORCE)" -c "CREATE DATABASE $1 TEMPLATE bench_erased"
    sql -d "$1" -c 'SELECT sum(hashtext(p::text)) FROM people p' -c 'CHECKPOINT' >/dev/null
}
seconds() { # DATABASE STATEMENT
    local started ended
    started=$(date +%s.%N)
    sql -d "$1" -c "$2" >/dev/null
    ended=$(date +%s.%N)
    awk "BEGIN { print $ended - $started }"
}

for _ in $(seq "$rounds"); do
    copy bench_scrub
    vacuum=$(seconds bench_scrub 'VACUUM (INDEX_CLEANUP ON, TRUNCATE OFF) people')
    scrub=$(seconds bench_scrub "CALL erasure.scrub('people')")
    verify=$(seconds bench_scrub 'SELECT count(*) FROM erasure.verify_erasure(1)')
    again=$(seconds bench_scrub "CALL erasure.scrub('people')")
    copy bench_full
    full=$(seconds bench_full 'VACUUM (FULL) people')
    echo "$vacuum $full $scrub $verify $again"
    sql -d postgres -c 'DROP DATABASE bench_full'
done | awk '
    { v[NR] = $3 / $1; f[NR] = $3 / $2; l[NR] = $4 / $1; a[NR] = $5 / $3 }
    function median(x,   n, i, j, t) { n = NR; for (i = 1; i < n; ++i) for (j = i + 1; j <= n; ++j) if (x[j] < x[i]) { t = x[i]; x[i] = x[j]; x[j] = t } return x[int((n + 1) / 2)] }
    END { printf "scrub of a vacuumed table: %.2f of its VACUUM, %.2f of a VACUUM FULL; verify_erasure: %.2f of the VACUUM; another scrub, nothing changed: %.2f of the first (medians of %d)\n",
          median(v), median(f), median(l), median(a), NR }'
value bench_scrub "SELECT format('visited %s pages of %s at first, %s then', (array_agg(pages_visited ORDER BY id))[1], pg_relation_size('people') / 8192, (array_agg(pages_visited ORDER BY id))[2]) FROM erasure.scrub_run WHERE relation_name = 'public.people'"
sql -d postgres -c 'DROP DATABASE bench_scrub WITH (FORCE)' -c 'DROP DATABASE bench_erased'
