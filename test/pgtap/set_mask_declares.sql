-- A column that the default mask does not fit can be declared with one that does.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SELECT plan(7);

CREATE TABLE customers (id integer PRIMARY KEY, name text, age integer CHECK (age > 17));
INSERT INTO customers VALUES (1, 'Ada', 36);
SELECT throws_ok($$SELECT erasure.protect('customers', '{name,age}')$$, '42P17', NULL, 'the default mask does not fit');
SELECT erasure.protect('customers', '{name}');
SELECT throws_ok($$SELECT erasure.set_mask('customers', 'id', 'default')$$, '42P17', NULL, 'a key stays out');
SELECT throws_ok($$SELECT erasure.set_mask('customers', 'deleted_at', 'null')$$, '42P17', NULL, 'so does the time of deletion');
SELECT lives_ok($$SELECT erasure.set_mask('customers', 'age', 'null')$$, 'declared with a mask that fits');
SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT is(age, NULL, 'masked') FROM customers;
SELECT throws_ok('UPDATE customers SET age = 40', '42501', NULL, 'guarded');
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
SELECT is(age, 36, 'undone') FROM customers;

SELECT * FROM finish();
