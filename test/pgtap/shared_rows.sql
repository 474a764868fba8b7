-- Data that persons refer to: masked when nobody who is left needs it, kept and reported as shared until then.
BEGIN;
SELECT plan(68);
SET client_min_messages = error;

CREATE TABLE addresses (id int PRIMARY KEY, street text, phone text);
CREATE TABLE customers (id int PRIMARY KEY, name text, address int REFERENCES addresses);
CREATE TABLE staff (id int PRIMARY KEY, name text, address int REFERENCES addresses);
INSERT INTO addresses SELECT i, 'Street ' || i, '+' || i FROM generate_series(1, 6) i;
INSERT INTO customers VALUES (1, 'Ann', 1), (2, 'Bob', 1), (3, 'Cid', 2), (4, 'Dan', 3), (5, 'Eve', NULL), (6, 'Fay', 4), (7, 'Gus', 4);
INSERT INTO staff VALUES (1, 'Clerk', 3);
SELECT erasure.protect('customers', '{name}');
SELECT lives_ok($$SELECT erasure.relate('addresses', 'customers', '{street,phone}')$$, 'the foreign key leads from the person to the row');
SELECT is((SELECT string_agg(DISTINCT path, '') FROM erasure.policy WHERE relation = 'addresses'::regclass), 'addresses.id <- customers.address');
SELECT throws_like($$SELECT * FROM erasure.preview('customers', ARRAY[1])$$, '%does not cover 1 table', 'who else refers to it must be looked at');
SELECT erasure.ignore('staff', 'addresses', 'employees are no customers');
SELECT results_eq($$SELECT relation::text, row_count, shared FROM erasure.preview('customers', ARRAY[1, 3, 4, 5])$$,
                  $$VALUES ('customers', 4::bigint, 0::bigint), ('addresses', 1, 2)$$, 'one is this person''s alone, one another customer''s too, one a clerk''s');
CREATE FUNCTION street(int) RETURNS text LANGUAGE sql AS $$ SELECT street || ' ' || phone FROM addresses WHERE id = $1 $$;
CREATE FUNCTION gone(VARIADIC int[]) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.soft_delete('customers', $1); SELECT rows_masked FROM erasure.permanently_delete('customers', $1, cardinality($1)) $$;
CREATE FUNCTION back(VARIADIC int[]) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.undo_permanent_delete('customers', $1) $$;

-- Alone.
SELECT is(gone(3), 2::bigint);
SELECT is(street(2), '***** *****');
SELECT throws_ok($$UPDATE addresses SET street = 'new' WHERE id = 2$$, '42501', NULL, 'masked rows are guarded');
SELECT lives_ok($$INSERT INTO addresses VALUES (9, 'Nobody''s', '')$$, 'a new row is nobody''s');
SELECT lives_ok($$UPDATE addresses SET street = 'Street 9' WHERE id = 9$$);
SELECT throws_ok($$UPDATE customers SET address = 9 WHERE id = 3$$, '42501', NULL, 'a masked person keeps its reference');
SELECT is(back(3), 1::bigint);
SELECT is(street(2), 'Street 2 +2');

-- The last of two customers, each in a call of its own.
SELECT is(gone(1), 1::bigint);
SELECT is(street(1), 'Street 1 +1', 'the other customer needs it');
SELECT lives_ok($$UPDATE addresses SET phone = '+11' WHERE id = 1$$, 'and may change it');
SELECT is((SELECT detail FROM erasure.audit_entry WHERE action = 'permanently_delete' ORDER BY id DESC LIMIT 1), '1 shared rows left');
SELECT is(gone(2), 2::bigint);
SELECT is(street(1), '***** *****', 'it goes with the last');
SELECT throws_ok($$UPDATE addresses SET phone = '+12' WHERE id = 1$$, '42501');
SELECT is(back(1), 1::bigint);
SELECT is(street(1), 'Street 1 +11', 'and comes back with the first who returns, whoever took it');
SELECT lives_ok($$UPDATE addresses SET phone = '+13' WHERE id = 1$$);
SELECT is(back(2), 1::bigint);
SELECT is(street(1), 'Street 1 +13', 'whoever returns later brings nothing that is out of date');
SELECT is((SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.vault_key), 0::bigint);
SELECT erasure.restore('customers', ARRAY[1, 2]);

-- Both in one call; one is undone, the other erased: each keeps its own.
SELECT is(gone(6, 7), 3::bigint, 'masked once');
SELECT is(back(7), 1::bigint);
SELECT is(street(4), 'Street 4 +4');
SELECT is(erasure.erase_now('customers', ARRAY[6], 1, 'asked for'), 1::bigint);
SELECT is(street(4), 'Street 4 +4', 'the erased one takes nothing along that the other needs');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[7], 1)), 2::bigint);
SELECT is(street(4), '***** *****');
SELECT is(back(7), 1::bigint);
SELECT is(street(4), 'Street 4 +4');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[7], 1)), 2::bigint);
SELECT is(erasure.erase_now('customers', ARRAY[7], 1, 'asked for'), 1::bigint);
SELECT is(street(4), '***** *****');
-- Erased first, undone later: the copy of the other one is still there.
SELECT is(gone(1, 2), 3::bigint);
SELECT is(erasure.erase_now('customers', ARRAY[1], 1, 'asked for'), 1::bigint);
SELECT is(street(1), '***** *****');
SELECT is(back(2), 1::bigint);
SELECT is(street(1), 'Street 1 +13');

-- Somebody outside the policy needs it; when that one goes, the job takes it.
SELECT is(gone(4), 1::bigint);
SELECT is(street(3), 'Street 3 +3');
SELECT is((SELECT count(*) FROM erasure.left_row WHERE row_key = '{3}'), 1::bigint);
SELECT lives_ok($$UPDATE addresses SET phone = '+33' WHERE id = 3$$, 'the clerk moves');
DELETE FROM staff;

-- Upwards through a join table, down again, and shared between subject tables.
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE agents (id int PRIMARY KEY, name text, account int);
CREATE TABLE accounts (id int PRIMARY KEY, label text);
ALTER TABLE agents ADD FOREIGN KEY (account) REFERENCES accounts;
CREATE TABLE holders (person int REFERENCES people, account int REFERENCES accounts, PRIMARY KEY (person, account));
CREATE TABLE lines (id int PRIMARY KEY, account int NOT NULL REFERENCES accounts, remark text);
INSERT INTO people VALUES (1, 'Pia'), (2, 'Quy'), (3, 'Rex');
INSERT INTO accounts SELECT i, 'account ' || i FROM generate_series(1, 3) i;
INSERT INTO agents VALUES (1, 'Agent', 3);
INSERT INTO holders VALUES (1, 1), (1, 2), (2, 2), (1, 3);
INSERT INTO lines SELECT 10 * a + i, a, 'line ' || a || i FROM generate_series(1, 3) a, generate_series(1, 2) i;
SELECT erasure.protect('people', '{name}');
SELECT erasure.protect('agents', '{name}');
SELECT erasure.relate('holders', 'people');
SELECT lives_ok($$SELECT erasure.relate('accounts', 'holders', '{label}')$$);
SELECT lives_ok($$SELECT erasure.relate('lines', 'accounts', '{remark}')$$);
SELECT throws_like($$SELECT * FROM erasure.preview('people', ARRAY[1])$$, '%does not cover%', 'agents refer to accounts');
SELECT lives_ok($$SELECT erasure.relate('accounts', 'agents', '{label}')$$);
SELECT lives_ok($$SELECT erasure.relate('lines', 'accounts', '{remark}')$$, 'for the agents too');
SELECT throws_ok($$SELECT erasure.relate('lines', 'accounts', '{remark}')$$, '42710', NULL, 'it is so everywhere by now');
SELECT throws_ok($$SELECT erasure.relate('accounts', 'holders', on_erase => 'delete')$$, '42P17', NULL, 'others may refer to it');
SELECT erasure.soft_delete('people', ARRAY[1]);
SELECT results_eq($$SELECT relation::text, row_count, shared FROM erasure.preview('people', ARRAY[1])$$,
                  $$VALUES ('people', 1::bigint, 0::bigint), ('holders', 3, 0), ('accounts', 1, 2), ('lines', 2, 0)$$, 'one account is another person''s too, one an agent''s');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('people', ARRAY[1], 1)), 4::bigint);
SELECT is((SELECT string_agg(label, ',' ORDER BY id) FROM accounts), '*****,account 2,account 3');
SELECT is((SELECT string_agg(remark, ',' ORDER BY id) FROM lines), '*****,*****,line 21,line 22,line 31,line 32');
SELECT throws_ok($$INSERT INTO lines VALUES (13, 1, 'more')$$, '42501', NULL, 'down again: a masked account takes no new lines');
SELECT lives_ok($$INSERT INTO lines VALUES (23, 2, 'line 23')$$, 'a shared one does');
SELECT throws_ok($$UPDATE lines SET account = 2 WHERE id = 11$$, '42501', NULL, 'and lines stay where they are');
SELECT erasure.soft_delete('agents', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('agents', ARRAY[1], 1)), 4::bigint, 'the last one, of another subject table, takes the account and its lines');
SELECT is((SELECT string_agg(remark, ',' ORDER BY id) FROM lines), '*****,*****,line 21,line 22,line 23,*****,*****');
SELECT is(erasure.undo_permanent_delete('people', ARRAY[1]), 1::bigint);
SELECT is((SELECT string_agg(label, ',' ORDER BY id) FROM accounts), 'account 1,account 2,account 3');
SELECT is((SELECT string_agg(remark, ',' ORDER BY id) FROM lines), 'line 11,line 12,line 21,line 22,line 23,line 31,line 32');
SELECT is(erasure.undo_permanent_delete('agents', ARRAY[1]), 1::bigint);
SELECT is((SELECT string_agg(remark, ',' ORDER BY id) FROM lines), 'line 11,line 12,line 21,line 22,line 23,line 31,line 32');
-- On hold: a shared row of theirs is not changed either.
SELECT erasure.hold('people', ARRAY[1], 'a lawsuit');
SELECT throws_ok($$UPDATE accounts SET label = 'x' WHERE id = 2$$, '55006');

SELECT * FROM finish();
ROLLBACK;
