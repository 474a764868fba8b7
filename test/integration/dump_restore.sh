#!/usr/bin/env bash
# A dump carries the policy, the states, the vault, the permissions and the guards; the life goes on in the database that
# was restored from it, where every OID is another.
set -euo pipefail
restored=${PGDATABASE}_restored
dump=$(mktemp)
trap 'rm -f "$dump"; dropdb --if-exists --force "$restored"; dropdb --if-exists --force "${restored}_plain"; psql -qX -d "$PGDATABASE" -c "DROP OWNED BY dump_clerk; DROP ROLE dump_clerk" >/dev/null 2>&1 || true' EXIT
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "$1" -c "$2" 2>&1 || true; }

psql -qX -v ON_ERROR_STOP=1 -d "$PGDATABASE" <<'SQL' >/dev/null 2>&1
CREATE EXTENSION IF NOT EXISTS erasure;
CREATE TABLE doomed (i int);
CREATE TABLE shoppers (gone int, tenant int, id int, name text NOT NULL, PRIMARY KEY (tenant, id));
ALTER TABLE shoppers DROP COLUMN gone;
CREATE TABLE shoppings (id serial PRIMARY KEY, tenant int, shopper int, ship_name text, FOREIGN KEY (tenant, shopper) REFERENCES shoppers);
INSERT INTO shoppers (tenant, id, name) SELECT 1, i, 'Shopper ' || i FROM generate_series(1, 5) i;
INSERT INTO shoppings (tenant, shopper, ship_name) SELECT 1, i, 'Ship ' || i FROM generate_series(1, 5) i;
CREATE ROLE dump_clerk;
SELECT erasure.protect('shoppers', '{name}');
SELECT erasure.relate('shoppings', 'shoppers', '{ship_name}');
SELECT erasure.allow('shoppers', '{soft_delete}', 'dump_clerk');
SELECT erasure.soft_delete('shoppers', '[{"tenant": 1, "id": 1}, {"tenant": 1, "id": 2}]');
SELECT erasure.permanently_delete('shoppers', '{"tenant": 1, "id": 1}', 1);
SQL

life_goes_on() { # DATABASE HOW
    is "$2: policy" "$(sql "$1" "SELECT string_agg(relation || '.' || column_name, ' ' ORDER BY relation::text) FROM erasure.policy")" "shoppers.name shoppings.ship_name"
    is "$2: states" "$(sql "$1" "SELECT string_agg(key || ' ' || state, '; ' ORDER BY key) FROM erasure.subjects")" '{"id": 1, "tenant": 1} masked; {"id": 2, "tenant": 1} deleted'
    is "$2: a guard refuses" "$(sql "$1" "INSERT INTO shoppings (tenant, shopper, ship_name) VALUES (1, 1, 'new')")" "ERROR:  42501"
    is "$2: a direct DELETE is refused" "$(sql "$1" "DELETE FROM shoppers")" "ERROR:  42501"
    is "$2: the Deleted list" "$(sql "$1" "SELECT name FROM shoppers_deleted")" "Shopper 2"
    is "$2: permissions" "$(sql "$1" "SET ROLE dump_clerk; SELECT erasure.soft_delete('shoppers', '{\"tenant\": 1, \"id\": 3}'); SELECT erasure.restore('shoppers', '{\"tenant\": 1, \"id\": 3}')")" "$(printf '1\nERROR:  42501')"
    is "$2: undo" "$(sql "$1" "SELECT erasure.undo_permanent_delete('shoppers', '{\"tenant\": 1, \"id\": 1}'); SELECT s.name, o.ship_name FROM shoppers s JOIN shoppings o ON o.shopper = s.id WHERE s.id = 1")" "$(printf '1\nShopper 1|Ship 1')"
    is "$2: a new request has a new number" "$(sql "$1" "SELECT request, rows_masked FROM erasure.permanently_delete('shoppers', '{\"tenant\": 1, \"id\": 1}', 1)")" "2|2"
}

pg_dump -Fc -f "$dump" "$PGDATABASE"
createdb "$restored"
pg_restore --exit-on-error -d "$restored" "$dump"
life_goes_on "$restored" "pg_restore"

createdb "${restored}_plain"
pg_dump "$PGDATABASE" | psql -qX -v ON_ERROR_STOP=1 -d "${restored}_plain" >/dev/null
life_goes_on "${restored}_plain" "plain SQL"

[ "$failures" = 0 ]
