#!/usr/bin/env bash
# What was masked in one database is undone in the copy of a copy of it, where columns have got other numbers twice and other
# names: rows of two persons, shared rows, rows that are retained, a materialized view.
set -euo pipefail
source=$PGDATABASE
databases=()
clean() { for d in "${databases[@]}"; do dropdb --if-exists --force "$d"; done; }
trap clean EXIT
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=terse -d "$1" -c "SET client_min_messages = error" -c "$2" 2>&1 || true; }
copy() { # FROM TO
    databases+=("$2")
    createdb "$2"
    pg_dump -Fc "$1" | pg_restore --exit-on-error -d "$2"
}

sql "$source" "
CREATE EXTENSION IF NOT EXISTS erasure;
CREATE TYPE mood AS ENUM ('glad', 'sad', '*****');
CREATE TABLE addresses (gone int, gone_too int, id int PRIMARY KEY, street text, phone text);
CREATE TABLE buyers (gone int, gone_too int, id int PRIMARY KEY, name text, mail text, feels mood, address int REFERENCES addresses);
CREATE TABLE deals (gone int, gone_too int, id int PRIMARY KEY, billed_to int REFERENCES buyers, shipped_to int REFERENCES buyers, place text, remark text, kind text DEFAULT 'o');
CREATE TABLE invoices (gone int, gone_too int, id int PRIMARY KEY, buyer int REFERENCES buyers, line text, line_too text, issued date);
ALTER TABLE addresses DROP gone; ALTER TABLE buyers DROP gone; ALTER TABLE deals DROP gone; ALTER TABLE invoices DROP gone;
INSERT INTO addresses SELECT i, i, 'Street ' || i, '+' || i FROM generate_series(1, 3) i;
INSERT INTO buyers SELECT i, i, 'Name ' || i, 'mail' || i, 'glad', (i + 1) / 2 FROM generate_series(1, 6) i;
INSERT INTO deals SELECT i, i, 2 * i - 1, 2 * i, 'Place ' || i, 'Remark ' || i FROM generate_series(1, 3) i;
INSERT INTO invoices SELECT i, i, (i + 1) / 2, 'Line ' || i, 'too ' || i, CASE WHEN i % 2 = 0 THEN current_date ELSE '2001-01-01' END FROM generate_series(1, 12) i;
SELECT erasure.protect('buyers', '{name,mail,feels}'), erasure.relate('deals', 'buyers', '{place,remark}', columns => '{billed_to}', condition => 'kind <> ''x'''),
    erasure.relate('deals', 'buyers', columns => '{shipped_to}'), erasure.relate('invoices', 'buyers', '{line,line_too}'), erasure.relate('addresses', 'buyers', '{street,phone}'),
    erasure.not_personal('deals', '{kind}', 'a kind'), erasure.retain('invoices', 'buyers', '10 years', 'issued', 'tax code');
CREATE MATERIALIZED VIEW names AS SELECT id, name FROM buyers;
SELECT erasure.refresh_with('buyers', 'names');
SELECT erasure.soft_delete('buyers', '{1,2,3,4,5,6}'::int[]);
SELECT erasure.permanently_delete('buyers', '{1,3,5}'::int[], 3);
ALTER TABLE deals RENAME kind TO sort;
ALTER TABLE deals RENAME place TO spot;
ALTER TABLE buyers RENAME id TO number;
ALTER TABLE invoices RENAME issued TO issued_on;" >/dev/null

one=${source}_one two=${source}_two
content() { # DATABASE
    sql "$1" "SELECT string_agg(concat_ws('/', b.name, b.mail, b.feels, a.street, a.phone, d.spot, d.remark, i.lines), E'\n' ORDER BY b.number) FROM buyers b
        JOIN addresses a ON a.id = b.address JOIN deals d ON b.number IN (d.billed_to, d.shipped_to)
        JOIN LATERAL (SELECT string_agg(line || '/' || line_too, '/' ORDER BY id) AS lines FROM invoices WHERE buyer = b.number) i ON true"
}
before=$(content "$source")

copy "$source" "$one"
is "a copy holds the same" "$(content "$one")" "$before"
is "names are kept in step with DDL" "$(sql "$source" "SELECT since_name FROM erasure.retention")" "issued_on"
# The second buyer of the first deal, and the last at the first address; columns have the numbers of the copy by now.
is "another is deleted in the copy" "$(sql "$one" "SELECT rows_masked FROM erasure.permanently_delete('buyers', '{2}'::int[], 1)")" "4"
is "the row of two persons stays masked once" "$(sql "$one" "SELECT spot || remark FROM deals WHERE id = 1; SELECT street FROM addresses WHERE id = 1; SELECT name FROM names WHERE id = 2")" "$(printf '**********\n*****\n*****')"
is "the retention has the number of the copy" "$(sql "$one" "SELECT since_attnum = (SELECT attnum FROM pg_attribute WHERE attrelid = 'invoices'::regclass AND attname = 'issued_on') FROM erasure.retention")" "t"
sql "$one" "ALTER TABLE addresses DROP gone_too; ALTER TABLE buyers DROP gone_too; ALTER TABLE deals DROP gone_too; ALTER TABLE invoices DROP gone_too;
    ALTER TABLE buyers RENAME name TO called; ALTER TABLE buyers RENAME mail TO name; ALTER TABLE buyers RENAME called TO mail" >/dev/null

copy "$one" "$two"
is "numbers have moved" "$(sql "$two" "SELECT attnum FROM pg_attribute WHERE attrelid = 'buyers'::regclass AND attname = 'number'")" "1"
is "undone in the copy of the copy" "$(sql "$two" "SELECT erasure.undo_permanent_delete('buyers', '{1}'::int[])")" "1"
is "what is not shared is back, in its own columns" "$(sql "$two" "SELECT mail, name, feels FROM buyers WHERE number = 1; SELECT line, line_too FROM invoices WHERE id IN (1, 2) ORDER BY id")" "$(printf 'Name 1|mail1|glad\nLine 1|too 1\nLine 2|too 2')"
is "the row of two persons is still the other one's" "$(sql "$two" "SELECT spot || remark FROM deals WHERE id = 1")" "**********"
is "undone, too" "$(sql "$two" "SELECT erasure.undo_permanent_delete('buyers', '{2}'::int[])")" "1"
is "and it is back" "$(sql "$two" "SELECT spot, remark FROM deals WHERE id = 1; SELECT street, phone FROM addresses WHERE id = 1; SELECT name FROM names WHERE id = 2")" "$(printf 'Place 1|Remark 1\nStreet 1|+1\nName 2')"
is "one is undone beside another who was deleted in the copy of the copy" "$(sql "$two" "SELECT rows_masked FROM erasure.permanently_delete('buyers', '{4}'::int[], 1); SELECT erasure.undo_permanent_delete('buyers', '{3}'::int[]); SELECT mail, name FROM buyers WHERE number = 3; SELECT spot FROM deals WHERE id = 2")" "$(printf '4\n1\nName 3|mail3\n*****')"
is "and with the last it is whole" "$(sql "$two" "SELECT erasure.undo_permanent_delete('buyers', '{4}'::int[]); SELECT spot, remark FROM deals WHERE id = 2; SELECT count(*) FROM erasure.vault WHERE key <> '5'")" "$(printf '1\nPlace 2|Remark 2\n0')"
# Not even if the row told no more of the one who was erased: the original has left the records of the source, too.
is "the first who is erased takes the original along" "$(sql "$two" "SELECT erasure.erase_now('buyers', '{6}'::int[], 1, 'asked for'); SET erasure.bypass = on; UPDATE deals SET shipped_to = NULL WHERE id = 3; SET erasure.bypass = off;
    SELECT erasure.undo_permanent_delete('buyers', '{5}'::int[]); SELECT mail FROM buyers WHERE number = 5; SELECT spot FROM deals WHERE id = 3")" "$(printf '1\n1\nName 5\n*****')"
is "all tables have their numbers" "$(sql "$two" "SELECT count(*) FROM erasure.declared_table WHERE origin <> erasure._origin() OR relation_oid <> relation")" "0"
is "the view's row too" "$(sql "$two" "SELECT count(*) FROM erasure.refreshed_view WHERE relation_oid = relation")" "1"
[ "$failures" = 0 ]
