#!/usr/bin/env bash
# How much erasure.suggest finds on labelled schemas, and how long it takes on a large one. Runs inside test/cluster.sh,
# from the repository's root.
#
#   TABLES=1000 make bench
set -euo pipefail
cd "$(dirname "$0")/../.."
tables=${TABLES:-1000}
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

sql -d postgres -c 'DROP DATABASE IF EXISTS bench_suggest' -c 'CREATE DATABASE bench_suggest'
sql -d bench_suggest -c 'CREATE EXTENSION erasure' -f test/bench/suggest_measure.sql >/dev/null
for held in false true; do
    if [ $held = true ]; then printf '\nheld out: public schemas, labelled before the dictionary was\n'
    else printf 'erasure.suggest against labels by hand\n\ntuned on\n'; fi
    sql -d bench_suggest -P footer=off -c "
        SELECT subject, columns, personal, found, wrong, recall, precision FROM measured WHERE held_out = $held
        UNION ALL SELECT 'all', sum(columns), sum(personal), sum(found), sum(wrong), round(sum(found) / sum(personal), 3), round(sum(found) / sum(found + wrong), 3)
        FROM measured WHERE held_out = $held"
done

# One subject table, chains of three related tables below it, and as many tables beside that have nothing to do with it.
sql -d bench_suggest >/dev/null <<SQL
CREATE SCHEMA wide;
CREATE TABLE wide.customers (id bigserial PRIMARY KEY, first_name text, last_name text, email text, street text, city text);
INSERT INTO wide.customers (first_name, last_name, email) SELECT 'Anna', 'Berg' || n, 'anna' || n || '@post.example' FROM generate_series(1, 10000) n;
DO \$\$
DECLARE
    above text;
BEGIN
    FOR n IN 0 .. $tables - 2 LOOP
        above := CASE WHEN n % 3 = 0 THEN 'customers' ELSE 't' || n - 1 END;
        EXECUTE format('CREATE TABLE wide.t%s (id bigserial PRIMARY KEY, parent_id bigint %s, note text, status text, amount numeric, shipped_at timestamptz,
                        contact_email text, product_name text, a text, b text)', n, CASE WHEN n < $tables / 2 THEN 'REFERENCES wide.' || above END);
        EXECUTE format('INSERT INTO wide.t%s (note, contact_email, a, b) SELECT md5(k::text), k || ''@t%s.example'', k, ''b'' FROM generate_series(1, 300) k', n, n);
    END LOOP;
END \$\$;
ANALYZE;
SQL
printf '\n%s tables, half of them related, 300 rows each: ' "$tables"
sql -d bench_suggest -At <<'SQL'
SELECT clock_timestamp() AS started \gset
SELECT count(*) AS rows FROM erasure.suggest('wide.customers') \gset
SELECT format('%s rows suggested in %s s', :'rows', round(extract(epoch FROM clock_timestamp() - :'started')::numeric, 2));
SQL
sql -d postgres -c 'DROP DATABASE bench_suggest'
echo
