-- Undo after a column got another type: text types go on, others are refused with words rather than misread.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SELECT plan(6);

CREATE TABLE customers (id integer PRIMARY KEY, name varchar(20), born date);
INSERT INTO customers VALUES (1, 'Ada', '1815-12-10'), (2, 'Bob', '1901-01-01');
SELECT erasure.protect('customers', '{name,born}', views => false);
SELECT erasure.soft_delete('customers', ARRAY[1, 2]);
SELECT erasure.permanently_delete('customers', ARRAY[1, 2], 2);

ALTER TABLE customers ALTER COLUMN name TYPE text;
SELECT has_trigger('customers', 'erasure_guard_update', 'the guard is back');
SELECT lives_ok($$SELECT erasure.undo_permanent_delete('customers', ARRAY[1])$$, 'varchar became text');
SELECT is(name || ' ' || born, 'Ada 1815-12-10', 'every byte is back') FROM customers WHERE id = 1;

ALTER TABLE customers ALTER COLUMN born TYPE integer USING 0; -- as wide as a date
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('customers', ARRAY[2])$$, '55000', NULL, 'a date is not read as a number');
SELECT is(erasure.state('customers', 2), 'masked', 'nothing has changed');

ALTER TABLE customers ALTER COLUMN born TYPE date USING '1970-01-01';
SELECT erasure.undo_permanent_delete('customers', ARRAY[2]);
SELECT is(born, '1901-01-01', 'changed back, undone') FROM customers WHERE id = 2;

SELECT * FROM finish();
