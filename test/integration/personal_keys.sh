#!/usr/bin/env bash
# A key that is personal data stands in the server's log nowhere, whatever the engine does with it and whatever fails; and what
# becomes of its hashes when the key file is missing, and in a dump.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/integration/personal_keys.sh inside

log=${PGDATA%/*}/server.log
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -c "$1" 2>&1 || true; }

# The statements that bring the addresses here are not logged: they are the client's own.
PGOPTIONS='-c client_min_messages=error -c log_min_messages=panic -c log_min_error_statement=panic' psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE customers (email text PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer text REFERENCES customers ON UPDATE CASCADE, ship_to text);
CREATE TABLE newsletter (email text PRIMARY KEY, customer text REFERENCES customers ON UPDATE CASCADE);
INSERT INTO customers SELECT p || '@needle.example', 'name of ' || p FROM unnest('{ann,bob,cid}'::text[]) p;
INSERT INTO orders SELECT row_number() OVER (), email, 'street' FROM customers;
INSERT INTO newsletter SELECT 'news.' || email, email FROM customers;
SELECT erasure.protect('customers', '{email,name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('newsletter', 'customers', '{email}');
SQL
for setting in "log_statement = 'all'" "log_min_duration_statement = 0" "log_min_messages = debug1" "log_error_verbosity = verbose"; do
    psql -qX -c "ALTER SYSTEM SET $setting"
done
sql "SELECT pg_reload_conf()" >/dev/null
before=$(wc -c <"$log")
ann="ARRAY(SELECT email FROM customers WHERE name = 'name of ann')"
masked="ARRAY(SELECT key FROM erasure.subjects WHERE state = 'masked')"
is "soft_delete" "$(sql "SELECT erasure.soft_delete('customers', $ann)")" 1
is "a wrong state" "$(sql "SELECT erasure.soft_delete('customers', $ann)")" "ERROR:  55000"
is "a wrong count" "$(sql "SELECT erasure.permanently_delete('customers', $ann, 2)")" "ERROR:  22023"
sql "ALTER TABLE orders ADD CONSTRAINT no_star CHECK (customer NOT LIKE '*%')" >/dev/null
is "a CHECK that the carried key meets" "$(sql "SELECT erasure.permanently_delete('customers', $ann, 1)")" "ERROR:  23514"
sql "ALTER TABLE orders DROP CONSTRAINT no_star; ALTER TABLE newsletter ADD CONSTRAINT no_star CHECK (email NOT LIKE '*%')" >/dev/null
is "one that a related row's key meets" "$(sql "SELECT erasure.permanently_delete('customers', $ann, 1)")" "ERROR:  23514"
sql "ALTER TABLE newsletter DROP CONSTRAINT no_star" >/dev/null
is "permanently_delete" "$(sql "SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', $ann, 1)")" "1|3"
is "undo" "$(sql "SELECT erasure.undo_permanent_delete('customers', $masked)")" 1
is "permanently_delete again" "$(sql "SELECT subjects FROM erasure.permanently_delete('customers', $ann, 1)")" 1
sql "UPDATE erasure.subject_state SET erase_after = now()" >/dev/null
sql "CALL erasure.erase_due()" >/dev/null
is "erased by the job" "$(sql "SELECT string_agg(state, ',') FROM erasure.subjects")" erased
is "the log was written" "$(tail -c +"$before" "$log" | grep -c 'statement: SELECT erasure.undo_permanent_delete')" 1
is "and has no address" "$(tail -c +"$before" "$log" | grep -c 'needle')" 0
tables=$(sql "SELECT format('TABLE %s;', oid::regclass) FROM pg_class WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'r'" | psql -qXAt)
is "nor any table of the extension" "$(grep -c needle <<<"$tables") $(grep -c 'hmac:' <<<"$tables")" "0 2"

# Without the key file nobody is known by a personal key; those who are masked are, by the key they have now.
is "a second customer" "$(sql "SELECT erasure.soft_delete('customers', ARRAY(SELECT email FROM customers WHERE name = 'name of bob'))")" 1
is "is masked" "$(sql "SELECT subjects FROM erasure.permanently_delete('customers', ARRAY(SELECT email FROM customers WHERE name = 'name of bob'), 1)")" 1
dump=$(mktemp)
pg_dump "$PGDATABASE" >"$dump" 2>/dev/null
mv "$PGDATA/erasure.key" "$PGDATA/elsewhere.key"
is "soft_delete needs the key file" "$(sql "SELECT erasure.soft_delete('customers', ARRAY(SELECT email FROM customers WHERE name = 'name of cid'))")" "ERROR:  58030"
sql "UPDATE erasure.subject_state SET erase_after = now() WHERE state = 'masked'" >/dev/null
sql "CALL erasure.erase_due()" >/dev/null
is "the job does not" "$(sql "SELECT string_agg(state, ',') FROM erasure.subjects")" "erased,erased"
is "nor does an order of an active customer" "$(sql "INSERT INTO orders SELECT 9, email, 'x' FROM customers WHERE name = 'name of cid'; UPDATE orders SET ship_to = 'y' WHERE id = 9 RETURNING id")" 9
mv "$PGDATA/elsewhere.key" "$PGDATA/erasure.key"

# A dump carries the hashes' secret, wrapped: where the key file is, the old key is understood.
createdb "${PGDATABASE}_restored"
psql -qX -d "${PGDATABASE}_restored" -f "$dump" >/dev/null 2>&1
is "restored from a dump, the old key is understood" "$(PGDATABASE=${PGDATABASE}_restored sql "SELECT erasure.state('customers', 'bob@needle.example')")" masked
is "and undone by" "$(PGDATABASE=${PGDATABASE}_restored sql "SELECT erasure.undo_permanent_delete('customers', ARRAY['bob@needle.example'])")" 1
is "with what refers to it" "$(PGDATABASE=${PGDATABASE}_restored sql "SELECT o.customer || ' ' || n.email || ' ' || c.name FROM orders o JOIN newsletter n USING (customer) JOIN customers c ON c.email = customer WHERE o.ship_to = 'street' AND c.name LIKE '%bob'")" \
    "bob@needle.example news.bob@needle.example name of bob"
dropdb "${PGDATABASE}_restored"
rm -f "$dump"
for setting in log_statement log_min_duration_statement log_min_messages log_error_verbosity; do psql -qX -c "ALTER SYSTEM RESET $setting"; done
sql "SELECT pg_reload_conf()" >/dev/null
exit $((failures > 0))
