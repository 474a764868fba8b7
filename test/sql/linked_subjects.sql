-- References of the subject table to itself: a customer's branches, declared as records of the same person.

CREATE SCHEMA branches;
SET search_path = branches;
SET client_min_messages = error; -- the first call in a cluster warns that it made the master key
CREATE TABLE customers (id int PRIMARY KEY, parent int REFERENCES customers, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, ship_to text);
INSERT INTO customers VALUES (1, NULL, 'Ada'), (2, 1, 'Ada''s shop'), (3, 2, 'its annex'), (4, NULL, 'Bo');
INSERT INTO orders VALUES (1, 1, 'Long Street 1'), (2, 3, 'Back Yard 3'), (3, 4, 'Low Road 2');
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('customers', 'customers', '{name}');
SELECT erasure.relate('customers', 'customers');
\pset format unaligned
\pset tuples_only on
SELECT erasure.diagram('customers');
\pset format aligned
\pset tuples_only off

SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT * FROM erasure.preview('customers', ARRAY[1]);
SELECT * FROM erasure.confirmation('customers', ARRAY[1]);
SELECT erasure.restore('customers', ARRAY[2]);
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT erasure.soft_delete('customers', ARRAY[2]);
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 3);
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT c.id, c.parent, c.name, erasure.state('customers', c.id), o.ship_to FROM customers c LEFT JOIN orders o ON o.customer = c.id ORDER BY 1;
INSERT INTO customers VALUES (5, 3, 'new');
UPDATE customers SET parent = 2 WHERE id = 4;
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
SELECT c.id, c.parent, c.name, erasure.state('customers', c.id), o.ship_to FROM customers c LEFT JOIN orders o ON o.customer = c.id ORDER BY 1;
SELECT erasure.erase_now('customers', ARRAY[2], 1, 'asked for');
SELECT id, erasure.state('customers', id) FROM customers ORDER BY 1;
SELECT erasure.unrelate('customers', 'customers');
SELECT erasure.unprotect('customers');
DROP SCHEMA branches CASCADE;
