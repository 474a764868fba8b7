-- The coverage gate: a table that refers to a declared one and could hold personal data is related or ignored first.

CREATE SCHEMA gate;
SET search_path = gate;
SET client_min_messages = error;

CREATE TABLE customers (id int PRIMARY KEY, name text);
INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bo');
SELECT erasure.protect('customers', '{name}');
SELECT erasure.soft_delete('customers', ARRAY[1]);

-- Nothing refers to it: covered.
SELECT subjects FROM erasure.confirmation('customers', ARRAY[1]);

CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, ship_to text);
CREATE TABLE "Quotes; and more" (id int PRIMARY KEY, "customer of" int REFERENCES customers, contact text);
CREATE TYPE stars AS ENUM ('one', 'two');
-- Numbers, booleans and enums are nobody's name.
CREATE TABLE ratings (customer_id int PRIMARY KEY REFERENCES customers, rating int, best stars, public boolean, price numeric);
-- Keys do not count either: what they are is known.
CREATE TABLE tags (customer_id int REFERENCES customers, tag text, PRIMARY KEY (customer_id, tag));
CREATE TABLE no_reference (customer_id int, note text);
INSERT INTO orders VALUES (10, 1, 'Long Street'), (20, 2, 'Low Road');
INSERT INTO "Quotes; and more" VALUES (100, 1, 'Ada');

-- All three refuse, naming each table and both ways out; soft_delete and restore need no cover.
SELECT * FROM erasure.preview('customers', ARRAY[1]);
SELECT * FROM erasure.confirmation('customers', ARRAY[1]);
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
\echo :LAST_ERROR_SQLSTATE
SELECT erasure.erase_now('customers', ARRAY[1], 1, 'because');
\echo :LAST_ERROR_SQLSTATE
SELECT id, name, erasure.state('customers', id) FROM customers ORDER BY id;
SELECT erasure.soft_delete('customers', ARRAY[2]);
SELECT erasure.restore('customers', ARRAY[2]);

-- One way out for one, the other for the other.
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT erasure.ignore('"Quotes; and more"', 'customers', 'contacts are our own staff');
SELECT subjects FROM erasure.confirmation('customers', ARRAY[1]);

-- Further out: a table that refers to a related one.
CREATE TABLE order_notes (order_id int REFERENCES orders, note text);
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT erasure.ignore('order_notes', 'orders', 'written by a machine');
-- Ignored from one parent is not ignored from another.
ALTER TABLE order_notes ADD customer_id int REFERENCES customers;
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
ALTER TABLE order_notes DROP customer_id;
-- What an ignored table's rows hang on is not looked at any further.
CREATE TABLE quote_notes (quote_id int REFERENCES "Quotes; and more", note text);
SELECT subjects FROM erasure.confirmation('customers', ARRAY[1]);

-- A second foreign key of a related table to the same parent reaches other rows.
ALTER TABLE orders ADD payer_id int REFERENCES customers;
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT erasure.ignore('orders', 'customers', 'who pays has no data of his own in there');
SELECT subjects FROM erasure.confirmation('customers', ARRAY[1]);

-- A column that could hold personal data turns a harmless table into one that could.
ALTER TABLE ratings ADD comment text;
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
ALTER TABLE ratings DROP comment;

-- Partitioned tables count once, under their own name; a foreign key on a single partition counts too.
CREATE TABLE visits (id int, customer_id int REFERENCES customers, page text) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (10);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (10) TO (20);
CREATE TABLE clicks (id int, customer_id int, page text) PARTITION BY RANGE (id);
CREATE TABLE clicks_1 PARTITION OF clicks FOR VALUES FROM (0) TO (10);
ALTER TABLE clicks_1 ADD FOREIGN KEY (customer_id) REFERENCES customers;
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT erasure.ignore('visits', 'customers', 'pages only');
SELECT erasure.ignore('clicks', 'customers', 'pages only');
SELECT subjects FROM erasure.confirmation('customers', ARRAY[1]);

-- A table that refers to itself, and one that goes again.
ALTER TABLE customers ADD referred_by int REFERENCES customers;
SELECT subjects FROM erasure.confirmation('customers', ARRAY[1]);
CREATE TABLE short_lived (customer_id int REFERENCES customers, note text);
DROP TABLE short_lived;
SELECT subjects FROM erasure.confirmation('customers', ARRAY[1]);

-- Rows that are to go at erasure, and a foreign key that would stop them at that hour.
CREATE TABLE consents (id int PRIMARY KEY, customer_id int REFERENCES customers, email text);
CREATE TABLE consent_log (consent_id int REFERENCES consents, seen boolean);
SELECT erasure.relate('consents', 'customers', '{email}', on_erase => 'delete');
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1);
ALTER TABLE consent_log DROP CONSTRAINT consent_log_consent_id_fkey, ADD FOREIGN KEY (consent_id) REFERENCES consents ON DELETE CASCADE;
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT ship_to FROM orders ORDER BY id;

-- Once all is covered and masked, a new table does not hinder the way back.
CREATE TABLE late (customer_id int REFERENCES customers, note text);
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
SELECT name FROM customers WHERE id = 1;
SELECT ship_to FROM orders ORDER BY id;

SELECT erasure.unprotect('customers');
DROP SCHEMA gate CASCADE;
