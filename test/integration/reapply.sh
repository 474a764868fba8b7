#!/usr/bin/env bash
# A backup brings erased people back: a base backup started as a server of its own, and a dump restored into another database,
# both from before. The tombstones of the newer database are told to them; then nobody who had gone is found there in the clear.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/integration/reapply.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { PGOPTIONS='-c client_min_messages=error' psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate "$@" 2>&1 || true; }

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, note text);
CREATE TABLE invoices (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, made date NOT NULL, address text);
CREATE TABLE members (email text PRIMARY KEY, name text);
CREATE TABLE letters (id int PRIMARY KEY, email text REFERENCES members ON UPDATE CASCADE, body text);
INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(1, 13) i;
INSERT INTO orders SELECT 10 * i + j, i, 'Note ' || i FROM generate_series(1, 13) i, generate_series(1, 3) j;
INSERT INTO invoices VALUES (1, 12, current_date, 'Street 12'), (2, 12, current_date - 9999, 'Old Street 12');
INSERT INTO members SELECT m || '@example.com', 'Member ' || m FROM unnest('{a,b,c,d}'::text[]) m;
INSERT INTO letters SELECT ascii(m), m || '@example.com', 'Dear ' || m FROM unnest('{a,b,c,d}'::text[]) m;
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{note}');
SELECT erasure.relate('invoices', 'customers', '{address}');
SELECT erasure.retain('invoices', 'customers', '10 years', 'made', 'tax law');
SELECT erasure.protect('members', '{email,name}');
SELECT erasure.relate('letters', 'members', '{body}');
SELECT erasure.recognise_by('members', '{email,name}');
SELECT erasure.soft_delete('customers', '{1,2,3,5,9}'::int[]);
SELECT erasure.erase_now('customers', '{1}'::int[], 1, 'asked');
SELECT erasure.permanently_delete('customers', '{2,3}'::int[], 2);
SELECT erasure.permanently_delete('customers', '{9}'::int[], 1);
SELECT erasure.soft_delete('members', '{d@example.com}');
SELECT erasure.permanently_delete('members', '{d@example.com}', 1);
SELECT erasure.hold('customers', '{7}'::int[], 'in court');
SQL

# --- the backups ---

pg_basebackup -D "$TMPDIR/base" -c fast >"$TMPDIR/basebackup.log" 2>&1 || { cat "$TMPDIR/basebackup.log"; echo "not ok - base backup"; exit 1; }
pg_dump -Fc -f "$TMPDIR/dump"

# --- what came after ---

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - what came after"; exit 1; }
SELECT erasure.erase_now('customers', '{3}'::int[], 1, 'asked');
SELECT erasure.soft_delete('customers', '{4,6,7,11,12}'::int[]);
SELECT erasure.release('customers', '{7}'::int[]);
INSERT INTO customers VALUES (8888, 'Name 8');
SELECT erasure.soft_delete('customers', '{8888}'::int[]);
SELECT erasure.erase_now('customers', '{4,7,8888,12}'::int[], 4, 'asked');
SELECT erasure.permanently_delete('customers', '{5,6,11}'::int[], 3);
SELECT erasure.undo_permanent_delete('customers', '{9}'::int[]);
SELECT erasure.set_options('customers', grace => '90 days');
SELECT erasure.permanently_delete('customers', '{9}'::int[], 1);
SELECT erasure.soft_delete('members', '{a@example.com,b@example.com}');
SELECT erasure.permanently_delete('members', '{a@example.com}', 1);
SELECT erasure.erase_now('members', '{b@example.com,d@example.com}', 2, 'asked');
SQL
is "the export" "$(sql -c "\\copy (TABLE erasure.tombstones) TO '$TMPDIR/tombstones'"; wc -l <"$TMPDIR/tombstones"; grep -ciE 'name [0-9]|@example|note' "$TMPDIR/tombstones")" "$(printf '14\n0')"
times="SELECT string_agg(concat_ws(' ', key, state, request, masked_at, erase_after, erased_at), E'\n' ORDER BY key) FROM erasure.tombstones WHERE relation = 'public.customers' AND key NOT IN ('7', '9', '12', '8888')"
sql -c "$times" >"$TMPDIR/times"

# --- the copies ---

# Every row of everybody: N where it is in the clear, * where it is masked.
look="SELECT string_agg(who || ' ' || what, ', ' ORDER BY length(who), who) FROM (
    SELECT c.id::text AS who, CASE WHEN name ~ '[0-9]' THEN 'N' ELSE '*' END ||
        coalesce((SELECT string_agg(CASE WHEN note ~ '[0-9]' THEN 'N' ELSE '*' END, '' ORDER BY o.id) FROM orders o WHERE customer = c.id), '') ||
        coalesce((SELECT string_agg(CASE WHEN address ~ '[0-9]' THEN 'N' ELSE '*' END, '' ORDER BY i.id) FROM invoices i WHERE customer = c.id), '') AS what FROM customers c
    UNION ALL SELECT 'letter ' || chr(l.id), CASE WHEN l.email LIKE '%@%' THEN 'N' ELSE '*' END || CASE WHEN name LIKE 'Member%' THEN 'N' ELSE '*' END || CASE WHEN body LIKE 'Dear%' THEN 'N' ELSE '*' END
    FROM letters l JOIN members USING (email)) x"
before='1 ****, 2 ****, 3 ****, 4 NNNN, 5 NNNN, 6 NNNN, 7 NNNN, 8 NNNN, 9 ****, 10 NNNN, 11 NNNN, 12 NNNNNN, 13 NNNN, letter a NNN, letter b NNN, letter c NNN, letter d ***'
after='1 ****, 2 ****, 3 ****, 4 ****, 5 ****, 6 ****, 7 NNNN, 8 NNNN, 9 ****, 10 NNNN, 11 NNNN, 12 ****N*, 13 NNNN, letter a ***, letter b ***, letter c NNN, letter d ***'
outcomes="SELECT string_agg(concat_ws(' ', CASE WHEN relation LIKE '%members' THEN left(state, 1) || '-member' ELSE key END, outcome, detail), ', ' ORDER BY relation, CASE WHEN relation LIKE '%members' THEN state END, length(key), key) FROM erasure.reapplied"

copy() { # WHICH, with PGHOST, PGPORT and PGDATABASE set
    is "$1: they are back" "$(sql -c "$look")" "$before"
    sql -c "CREATE TABLE gone (LIKE erasure.tombstones)" -c "\\copy gone FROM '$TMPDIR/tombstones'"
    # Somebody's code is in the way of one.
    sql -c "CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''no''; END';
            CREATE TRIGGER no BEFORE UPDATE ON orders FOR EACH ROW WHEN (OLD.customer = 11) EXECUTE FUNCTION no()"
    is "$1: not within a transaction" "$(sql -c "BEGIN; CALL erasure.reapply('gone')")" 'ERROR:  2D000'
    is "$1: not a table of something else" "$(sql -c "CALL erasure.reapply('orders')")" 'ERROR:  22023'
    is "$1: reapplied" "$(sql -c "CALL erasure.reapply('gone', 2)")" ''
    is "$1: what it says" "$(sql -c "$outcomes")" \
        '1 already erased, 2 already masked, 3 erased, 4 erased, 5 masked, 6 masked, 7 on hold, 9 already masked, 11 failed SQLSTATE P0001, 12 retained, 8888 not found, e-member erased, e-member erased, m-member masked'
    is "$1: nobody who had gone is in the clear, but who is on hold and who failed" "$(sql -c "$look")" "$after"
    sql -c "DROP TRIGGER no ON orders" -c "SELECT erasure.release('customers', '{7}'::int[])" >/dev/null
    is "$1: once more" "$(sql -c "CALL erasure.reapply('gone')" -c "$outcomes")" \
        '1 already erased, 2 already masked, 3 already erased, 4 already erased, 5 already masked, 6 already masked, 7 erased, 9 already masked, 11 masked, 12 already masked, 8888 already erased, e-member already erased, e-member already erased, m-member already masked'
    is "$1: now nobody is" "$(sql -c "$look")" "$(sed 's/\b7 NNNN/7 ****/; s/\b11 NNNN/11 ****/' <<<"$after")"
    is "$1: all have their states, requests and times" "$(sql -c "$times" | diff - "$TMPDIR/times")" ''
    is "$1: masked under another request before, kept as long as there" "$(sql -c "SELECT erase_after = (SELECT erase_after FROM gone WHERE key = '9') FROM erasure.subjects WHERE key = '9'")" t
    is "$1: they are recognised" "$(sql -c "SELECT state, columns FROM erasure.recognise('members', '{\"name\": \"MEMBER A\"}'); SELECT state, columns FROM erasure.recognise('members', '{\"email\": \"b@example.com\"}')")" "$(printf 'masked|{name}\nerased|{email}')"
    is "$1: a key that is gone is nobody's any more" "$(sql -c "INSERT INTO customers VALUES (8888, 'New')")" 'ERROR:  42501'
    is "$1: what was masked can be undone" "$(sql -c "SELECT erasure.undo_permanent_delete('customers', '{5,6,9}'::int[])" -c "SELECT erasure.undo_permanent_delete('members', '{a@example.com}')" -c "$look")" \
        "$(printf '3\n1\n')$(printf '\n%s' "$after" | sed 's/\b5 \*\*\*\*/5 NNNN/; s/\b6 \*\*\*\*/6 NNNN/; s/\b9 \*\*\*\*/9 NNNN/; s/\b7 NNNN/7 ****/; s/\b11 NNNN/11 ****/; s/letter a \*\*\*/letter a NNN/')"
    is "$1: what was erased cannot" "$(sql -c "SELECT erasure.undo_permanent_delete('customers', '{4}'::int[])")" 'ERROR:  55000'
    is "$1: the audit log has it" "$(sql -c "SELECT sum(subjects) FROM erasure.audit_log WHERE action = 'reapply'; SELECT count(*) FROM erasure.verify_audit()")" "$(printf '10\n0')"
}

createdb restored
pg_restore -d restored "$TMPDIR/dump" >"$TMPDIR/restore.log" 2>&1 || { cat "$TMPDIR/restore.log"; echo "not ok - restore"; exit 1; }
PGDATABASE=restored copy "the dump"

port=$((PGPORT + 1))
pg_ctl -D "$TMPDIR/base" -l "$TMPDIR/base.log" -o "-p $port -k $TMPDIR -c listen_addresses=" -w start >/dev/null || { cat "$TMPDIR/base.log"; echo "not ok - the backup starts"; exit 1; }
trap 'pg_ctl -D "$TMPDIR/base" -m immediate stop >/dev/null' EXIT
PGHOST=$TMPDIR PGPORT=$port copy "the base backup"

# Declared anew in a database that never knew of it, with a hash key of its own: personal keys are found all the same.
sql -c "CREATE DATABASE anew" >/dev/null
export PGDATABASE=anew
sql -c "CREATE EXTENSION erasure; CREATE TABLE first (id int PRIMARY KEY, name text); SELECT erasure.protect('first', '{name}');
    CREATE TABLE members (email text PRIMARY KEY, name text); INSERT INTO members SELECT m || '@example.com', 'Member ' || m FROM unnest('{a,b,c,d}'::text[]) m;
    SELECT erasure.protect('members', '{email,name}'); CREATE TABLE gone (LIKE erasure.tombstones)" -c "\\copy gone FROM '$TMPDIR/tombstones'" >/dev/null
is "declared anew: personal keys are found" "$(sql -c "CALL erasure.reapply('gone', 1)" -c "SELECT count(*) FROM erasure.reapplied WHERE relation = 'public.members' AND outcome IN ('erased', 'masked')" -c "SELECT string_agg(name, ' ' ORDER BY name DESC) FROM members")" "$(printf '3\nMember c ********** ********** **********' | sed 's/\*\{10\}/*****/g')"

[ "$failures" = 0 ]
