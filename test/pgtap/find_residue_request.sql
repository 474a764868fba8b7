-- find_residue for a request looks for the originals in the vault, and erasure for them before it destroys these.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(26);
CREATE TYPE contact AS (kind text, value text);

CREATE TABLE customers (id int PRIMARY KEY, name text, email text, phone bigint, city text, profile jsonb, aliases text[], reach contact, extra json);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text, total numeric);
INSERT INTO customers SELECT g, 'Person Number' || g, 'person' || g || '@shop.example', 491700000000 + g, 'Hamburg', jsonb_build_object('vat', 'DE99000' || g, 'nick', 'Nickname'),
    ARRAY['alias-' || g || '-a', 'alias-' || g || '-b'], ROW('work', 'office ' || g || ' floor')::contact, json_build_object('x', 'JSON value ' || g) FROM generate_series(1, 9) g;
INSERT INTO orders SELECT g * 10, g, g || ' Long Street', 7 FROM generate_series(1, 9) g;
SELECT erasure.protect('customers', '{name,email,phone,city,profile,aliases,reach,extra}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
-- Copies that nobody declared.
CREATE TABLE copies (id int PRIMARY KEY, v text);
INSERT INTO copies VALUES (1, 'for Person Number3'), (2, 'PERSON3@shop.example'), (3, 'call 0170 0000003'), (4, 'Hamburg'), (5, 'vat de990003!'), (6, 'alias-3-b'), (7, 'in office 3 floor'), (8, 'a json VALUE 3'), (9, 'to 3 long street'),
    (10, 'Nickname'), (11, 'person4@shop.example'), (12, 'person33@shop.example'), (13, '*****');
SELECT erasure.soft_delete('customers', '{3,5}');
SELECT request AS r3 FROM erasure.permanently_delete('customers', '{3}', 1) \gset
SELECT request AS r5 FROM erasure.permanently_delete('customers', '{5}', 1) \gset

CREATE FUNCTION found(request bigint) RETURNS text LANGUAGE sql AS $$ SELECT string_agg(concat_ws(' ', relation, column_name, key), '; ' ORDER BY relation::text, key::int) FROM erasure.find_residue(request) WHERE kind = 'column' $$;
SELECT is(found(:r3), 'copies v 1; copies v 2; copies v 3; copies v 5; copies v 6; copies v 7; copies v 8; copies v 9', 'the originals of every type, of every table, and no single words');
SELECT is(found(:r5), NULL, 'another request has none');
SELECT is((SELECT count(*) FROM erasure.find_residue(:r3) f WHERE f::text ~* 'person3|Number3|alias-3|floor|street'), 0::bigint, 'no answer shows one');
SELECT is((SELECT DISTINCT statement FROM erasure.find_residue(:r3) WHERE kind = 'column'), 'SELECT erasure.protect(''copies'', personal => ''{v}'');', 'with the statement that declares it');

SELECT results_eq($$SELECT requests, searched_by, subjects, values_searched, values_left_out, tables > 2, bytes > 0, places, found FROM erasure.residue_searches ORDER BY searched_at LIMIT 1$$,
    format($$VALUES (ARRAY[%s]::bigint[], current_user, 1::bigint, 9::bigint, 3::bigint, true, true, 8::bigint, '{public.copies.v (column): 8}'::text[])$$, :r3), 'the search is counted');
SELECT is((SELECT count(*) FROM erasure.residue_searches), 4::bigint, 'each of them');
SELECT is((SELECT (action, relation, subjects, rows)::text FROM erasure.audit_log WHERE request = :r3 AND action = 'find_residue' ORDER BY id LIMIT 1), '(find_residue,public.customers,1,8)', 'and audited');
SELECT is((SELECT count(*) FROM (SELECT s::text FROM erasure.residue_search s UNION ALL SELECT a::text FROM erasure.audit_entry a) x(t) WHERE t ~* 'person ?[0-9n]|street|alias-|floor'), 0::bigint, 'without a value');

-- A declared column of somebody else's holds the same.
INSERT INTO customers (id, name) VALUES (30, 'person number3');
SELECT is((SELECT coalesce(statement, 'none') FROM erasure.find_residue(:r3) WHERE relation = 'customers'::regclass AND kind = 'column'), 'none', 'a declared column has no statement');
DELETE FROM copies WHERE id <> 2;

-- Refused.
SELECT throws_ok('SELECT * FROM erasure.find_residue(99999)', 'P0002', 'request 99999 does not exist');
SELECT throws_ok('SELECT * FROM erasure.find_residue(NULL::bigint)', '22023', 'request must not be null');
SELECT erasure.undo_permanent_delete('customers', '{5}');
SELECT throws_ok(format('SELECT * FROM erasure.find_residue(%s)', :r5), '55000', format('request %s has no originals to search for', :r5));
CREATE ROLE find_shop BYPASSRLS IN ROLE pg_read_all_data;
GRANT EXECUTE ON FUNCTION erasure.find_residue(bigint) TO find_shop;
SET ROLE find_shop;
SELECT throws_ok(format('SELECT * FROM erasure.find_residue(%s)', :r3), '42501', 'role "find_shop" may not undo on table "customers"', 'the permission to undo is needed, which opens the vault');
SELECT is((SELECT count(*) FROM erasure.residue_searches), 0::bigint, 'nor are the searches told to everybody');
RESET ROLE;
SELECT erasure.allow('customers', '{undo}', 'find_shop');
SET ROLE find_shop;
SELECT is(found(:r3), 'copies v 2; customers name 30', 'who has it may search');
SELECT isnt((SELECT count(*) FROM erasure.residue_searches), 0::bigint, 'and see the searches');
RESET ROLE;
DROP OWNED BY find_shop;
CREATE ROLE find_undo;
SELECT erasure.allow('customers', '{undo}', 'find_undo');
GRANT EXECUTE ON FUNCTION erasure.find_residue(bigint) TO find_undo;
SET ROLE find_undo;
SELECT throws_ok(format('SELECT * FROM erasure.find_residue(%s)', :r3), '42501', 'role "find_undo" may not search for residue', 'that permission alone does not do');
RESET ROLE;

-- Before originals are destroyed: off unless asked for.
CREATE FUNCTION searches() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM erasure.residue_searches';
SELECT is(current_setting('erasure.search_residue_before_erasure'), 'off', 'off by default');
CREATE TEMP TABLE before AS SELECT searches();
SELECT erasure.soft_delete('customers', '{7}');
SELECT erasure.erase_now('customers', '{7}', 1, 'because');
SELECT is(searches(), (SELECT searches FROM before), 'nothing is searched then');
SET erasure.search_residue_before_erasure = on;
SELECT erasure.soft_delete('customers', '{8}');
INSERT INTO copies VALUES (20, 'to person8@shop.example');
SELECT is((SELECT erasure.erase_now('customers', '{8}', 1, 'because')), 1::bigint, 'erasure goes on whatever is found');
SELECT results_eq('SELECT subjects, values_searched, places, found FROM erasure.residue_searches ORDER BY searched_at DESC LIMIT 1', $$VALUES (1::bigint, 9::bigint, 1::bigint, '{public.copies.v (column): 1}'::text[])$$, 'erase_now searched');
SELECT is((SELECT state FROM erasure.subjects WHERE key = '8'), 'erased', 'and erased');
UPDATE erasure.subject_state SET erase_after = now() - interval '1 day' WHERE key = '3';
UPDATE erasure.request SET erase_after = now() - interval '1 day' WHERE id = :r3;
SET min_parallel_table_scan_size = 0;
CALL erasure.erase_due();
SELECT is((SELECT state FROM erasure.subjects WHERE key = '3'), 'erased', 'erase_due erases');
SELECT results_eq('SELECT requests, subjects, places, found FROM erasure.residue_searches ORDER BY searched_at DESC LIMIT 1',
    format($$VALUES (ARRAY[%s]::bigint[], 1::bigint, 2::bigint, '{public.customers.name (column): 1,public.copies.v (column): 1}'::text[])$$, :r3), 'and searched, with workers');
SELECT throws_ok(format('SELECT * FROM erasure.find_residue(%s)', :r3), '55000', format('request %s has no originals to search for', :r3));
-- Who may not set it.
CREATE ROLE find_plain;
SET ROLE find_plain;
SELECT throws_ok('SET erasure.search_residue_before_erasure = off', '42501');
RESET ROLE;

SELECT * FROM finish();
