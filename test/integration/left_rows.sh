#!/usr/bin/env bash
# Rows that a permanent deletion left because others needed them: erase_due masks them when nobody does any more, and whoever
# can still be undone keeps the original.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/integration/left_rows.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -c "$1" 2>&1 || true; }

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE addresses (id int PRIMARY KEY, street text);
CREATE TABLE visits (id int PRIMARY KEY, address int REFERENCES addresses, remark text);
CREATE TABLE customers (id int PRIMARY KEY, name text, address int REFERENCES addresses);
CREATE TABLE staff (id int PRIMARY KEY, address int REFERENCES addresses);
INSERT INTO addresses SELECT i, 'Street ' || i FROM generate_series(1, 3) i;
INSERT INTO visits SELECT i, i, 'visit ' || i FROM generate_series(1, 3) i;
INSERT INTO customers VALUES (1, 'Ann', 1), (2, 'Bob', 2), (3, 'Cid', 3);
INSERT INTO staff VALUES (1, 1), (2, 2), (3, 3);
SELECT erasure.protect('customers', '{name}', on_erase => 'delete');
SELECT erasure.relate('addresses', 'customers', '{street}');
SELECT erasure.relate('visits', 'addresses', '{remark}');
SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3]);
SELECT erasure.permanently_delete('customers', ARRAY[1, 2, 3], 3);
SELECT erasure.erase_now('customers', ARRAY[2], 1, 'asked for');
SQL
everything="SELECT string_agg(concat_ws(' ', a.id, street, remark), ', ' ORDER BY a.id) FROM addresses a JOIN visits v ON v.address = a.id"

is "the staff need all of them" "$(sql "$everything")" '1 Street 1 visit 1, 2 Street 2 visit 2, 3 Street 3 visit 3'
sql 'CALL erasure.erase_due()' >/dev/null
is "and the job takes none" "$(sql "$everything")" '1 Street 1 visit 1, 2 Street 2 visit 2, 3 Street 3 visit 3'
sql 'CALL erasure.erase_due()' >/dev/null
scrubs() { sql "SELECT count(*) FROM erasure.scrub_run WHERE relation_name = 'public.addresses' AND status = 'done'"; }
before=$(scrubs)
sql 'DELETE FROM staff WHERE id < 3' >/dev/null
sql 'CALL erasure.erase_due()' >/dev/null
is "their table is scrubbed once more" "$(scrubs)" $((before + 1))
is "what nobody needs is masked, with what hangs on it" "$(sql "$everything")" '1 ***** *****, 2 ***** *****, 3 Street 3 visit 3'
is "one of the three waits" "$(sql 'SELECT count(*) FROM erasure.left_row')" 1
is "the job says how much it was" "$(sql "SELECT row_count FROM erasure.audit_entry WHERE action = 'erase_due'")" 4
sql 'CALL erasure.erase_due()' >/dev/null
is "and once only" "$(sql "SELECT count(*) FROM erasure.audit_entry WHERE action = 'erase_due'")" 1
is "a masked customer is undone" "$(sql "SELECT erasure.undo_permanent_delete('customers', ARRAY[1])")" 1
is "with the address" "$(sql "$everything")" '1 Street 1 visit 1, 2 ***** *****, 3 Street 3 visit 3'
exit $((failures > 0))
