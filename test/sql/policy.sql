-- Declaring a policy: what protect, relate and the others do to tables and say, and what erasure.policy shows.

CREATE SCHEMA policy;
SET search_path = policy;

CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE, birth_date date, status text, credit numeric);
INSERT INTO customers VALUES (1, 'Ada', 'ada@example.com', '1990-05-17', 'gold', 10), (2, 'Bo', NULL, NULL, 'silver', 20);

-- protect adds the column, the guards and the views, and tells which columns are still open.
SELECT erasure.protect('customers', '{name}');
SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attname = 'deleted_at';
SELECT relname, relkind, reloptions FROM pg_class WHERE relnamespace = 'policy'::regnamespace AND relkind = 'v' ORDER BY 1;
SELECT bool_and(tgenabled = 'A') AS always, count(*) > 0 AS guarded FROM pg_trigger WHERE tgrelid = 'customers'::regclass AND NOT tgisinternal;
SELECT relation, column_name, mask, args, path, on_erase FROM erasure.policy WHERE subject = 'customers'::regclass;
SELECT erasure.add_personal('customers', '{birth_date}');
SELECT erasure.set_mask('customers', 'name', 'partial', '{"keep_first": 1, "keep_last": 0}');
SELECT erasure.not_personal('customers', '{status}', 'a class of customers');
SET client_min_messages = error;
SELECT erasure.add_personal('customers', '{email}');
SELECT relation, column_name, mask, args - 'salt' AS args, path, on_erase FROM erasure.policy WHERE subject = 'customers'::regclass ORDER BY column_name;

-- relate finds the join: one hop, two hops, three.
CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, ship_to text);
CREATE TABLE order_lines (order_id int REFERENCES orders, line int, remark text, PRIMARY KEY (order_id, line));
CREATE TABLE line_notes (id int PRIMARY KEY, order_id int, line int, note text, FOREIGN KEY (order_id, line) REFERENCES order_lines);
INSERT INTO orders VALUES (10, 1, 'Long Street'), (20, 2, 'Low Road'), (30, NULL, 'nobody''s');
INSERT INTO order_lines VALUES (10, 1, 'for Ada'), (10, 2, NULL), (20, 1, 'for Bo'), (30, 1, 'for nobody');
INSERT INTO line_notes VALUES (1, 10, 1, 'Ada called'), (2, 20, 1, 'Bo called'), (3, NULL, NULL, 'nobody called');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('order_lines', 'orders', '{remark}', on_erase => 'set_null');
SELECT erasure.relate('line_notes', 'order_lines', '{note}', on_erase => 'delete');

-- Several foreign keys: the candidates are named, and one is chosen.
CREATE TABLE gifts (id int PRIMARY KEY, giver int REFERENCES customers, receiver int REFERENCES customers, card text);
INSERT INTO gifts VALUES (1, 1, 2, 'from Ada'), (2, 2, 1, 'for Ada');
SELECT erasure.relate('gifts', 'customers', '{card}');
SELECT erasure.relate('gifts', 'customers', '{card}', columns => '{card}');
SELECT erasure.relate('gifts', 'customers', '{card}', columns => '{receiver}');
-- No foreign key: stated, to a key of the parent.
CREATE TABLE visits (id int PRIMARY KEY, visitor int, page text);
INSERT INTO visits VALUES (1, 1, '/shoes'), (2, 2, '/hats'), (3, 77, '/socks');
SELECT erasure.relate('visits', 'customers', '{page}');
SELECT erasure.relate('visits', 'customers', '{page}', columns => '{visitor}', parent_columns => '{id}');
-- By a value that is masked itself.
CREATE TABLE letters (id int PRIMARY KEY, email text, body text);
INSERT INTO letters SELECT id, email, 'Dear ' || name FROM customers WHERE email IS NOT NULL;
SELECT erasure.relate('letters', 'customers', '{email,body}', columns => '{email}', parent_columns => '{email}');

SELECT relation, column_name, mask, path, on_erase FROM erasure.policy WHERE subject = 'customers'::regclass ORDER BY relation::text, column_name;

-- What is declared is what is masked, on every path, and nobody else's.
SELECT erasure.ignore('gifts', 'customers', 'givers write nothing about themselves');
SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT relation, row_count, personal_columns FROM erasure.preview('customers', ARRAY[1]) ORDER BY relation::text;
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT id, name, regexp_replace(email, '[0-9a-f]{16}', '<token>') AS email, birth_date, status, credit FROM customers ORDER BY id;
SELECT * FROM orders ORDER BY id;
SELECT * FROM order_lines ORDER BY 1, 2;
SELECT * FROM line_notes ORDER BY id;
SELECT * FROM gifts ORDER BY id;
SELECT * FROM visits ORDER BY id;

-- While somebody is masked the policy stands; a table may still be added, where it holds no data of the masked.
\set VERBOSITY terse
SELECT erasure.set_mask('customers', 'name', 'default');
SELECT erasure.unrelate('visits', 'customers');
SELECT erasure.unprotect('customers');
SELECT erasure.add_personal('customers', '{status}');
CREATE TABLE calls (id int PRIMARY KEY, customer_id int REFERENCES customers, said text);
INSERT INTO calls VALUES (1, 2, 'hello from Bo');
SELECT erasure.relate('calls', 'customers', '{said}');
INSERT INTO calls VALUES (2, 1, 'hello from Ada');
CREATE TABLE mails (id int PRIMARY KEY, customer_id int REFERENCES customers, said text);
INSERT INTO mails VALUES (1, 1, 'hello from Ada');
SELECT erasure.relate('mails', 'customers', '{said}');
DROP TABLE mails;
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
\set VERBOSITY default
SELECT name, email, birth_date FROM customers WHERE id = 1;

-- Tables and columns keep their place in the policy under new names.
ALTER TABLE orders RENAME TO purchases;
ALTER TABLE purchases RENAME ship_to TO sent_to;
ALTER TABLE purchases RENAME customer_id TO buyer_id;
ALTER TABLE customers RENAME id TO number;
SELECT relation, column_name, path FROM erasure.policy WHERE relation = 'purchases'::regclass;
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT sent_to FROM purchases ORDER BY id;
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
SELECT sent_to FROM purchases ORDER BY id;

-- unrelate: from the outside in; then nothing guards the table any more.
SELECT erasure.unrelate('purchases', 'customers');
SELECT erasure.unrelate('line_notes', 'order_lines');
SELECT erasure.unrelate('order_lines', 'purchases');
SELECT erasure.unrelate('purchases', 'customers');
SELECT count(*) AS guards FROM pg_trigger WHERE tgrelid IN ('purchases'::regclass, 'order_lines'::regclass, 'line_notes'::regclass) AND NOT tgisinternal;
SELECT DISTINCT relation::text FROM erasure.policy WHERE subject = 'customers'::regclass ORDER BY 1;

-- unprotect: views, guards and policy go; the column and its times stay.
SELECT erasure.unprotect('customers');
SELECT count(*) AS views FROM pg_class WHERE relnamespace = 'policy'::regnamespace AND relkind = 'v';
SELECT count(*) AS guards FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = 'policy'::regnamespace AND NOT tgisinternal;
SELECT count(*) AS policies FROM erasure.policy WHERE subject = 'customers'::regclass;
SELECT number, deleted_at IS NOT NULL AS deleted FROM customers ORDER BY number;
DELETE FROM customers WHERE number = 77;
-- And again: a subject deleted before is in the Deleted list at once.
SELECT erasure.protect('customers', '{name,email,birth_date}', views => false);
SELECT number, erasure.state('customers', number) FROM customers ORDER BY number;
SELECT count(*) AS views FROM pg_class WHERE relnamespace = 'policy'::regnamespace AND relkind = 'v';
SELECT erasure.unprotect('customers');

-- A dropped subject table, partitions, a column of one's own for the time.
CREATE TABLE members (id int, name text, gone timestamp, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE members_1 PARTITION OF members FOR VALUES FROM (0) TO (10);
INSERT INTO members VALUES (1, 'Ada', NULL);
SELECT erasure.protect('members', '{name}', deleted_at => 'gone', grace => '1 year');
CREATE TABLE members_2 PARTITION OF members FOR VALUES FROM (10) TO (20);
INSERT INTO members VALUES (11, 'Bo', NULL);
SELECT erasure.soft_delete('members', ARRAY[1, 11]);
SELECT subjects, rows_masked, erase_after > now() + '364 days' AS in_a_year FROM erasure.permanently_delete('members', ARRAY[1, 11], 2);
SELECT tableoid::regclass, id, name, gone IS NOT NULL AS gone FROM members ORDER BY id;
UPDATE members_2 SET name = 'Bo again' WHERE id = 11;
SELECT erasure.undo_permanent_delete('members', ARRAY[1, 11]);
SELECT tableoid::regclass, id, name FROM members ORDER BY id;
DROP TABLE members CASCADE;
SELECT count(*) AS policies FROM erasure.policy WHERE relation::text ~ 'members';
CREATE TABLE members (id int PRIMARY KEY, name text);
SELECT erasure.protect('members', '{name}');
SELECT erasure.unprotect('members');

DROP SCHEMA policy CASCADE;
