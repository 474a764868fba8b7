-- The life of a customer's data: what orders, quotes and the customer look like at every step.

CREATE SCHEMA shop;
SET search_path = shop;
SET client_min_messages = error; -- the first call in a cluster warns that it made the master key
SET datestyle = ISO;

CREATE TABLE customers (
    id     bigint PRIMARY KEY,
    name   text NOT NULL,
    email  varchar(60) UNIQUE,
    phone  varchar(20),
    born   date,
    credit numeric(10, 2) NOT NULL DEFAULT 0);
CREATE TABLE orders (
    id          bigint PRIMARY KEY,
    customer_id bigint NOT NULL REFERENCES customers,
    status      text NOT NULL CHECK (status IN ('open', 'past')),
    ship_to     text,
    total       numeric(10, 2) NOT NULL);
CREATE TABLE quotes (
    id          bigint PRIMARY KEY,
    customer_id bigint REFERENCES customers,
    contact     varchar(30),
    amount      numeric(10, 2));
-- Two hops away, and one that is emptied, one whose rows go.
CREATE TABLE order_notes (
    id       bigint PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES orders,
    note     text,
    author   text);
CREATE TABLE visits (
    id          bigint PRIMARY KEY,
    customer_id bigint REFERENCES customers,
    ip          inet,
    page        text);

INSERT INTO customers VALUES
    (1, 'Ada Ånström', 'ada@example.com', '+46 70 123 45 67', '1990-05-17', 10),
    (2, 'Bo Li', 'bo@example.com', NULL, NULL, 20),
    (3, 'Cleo', '', '', '2001-01-01', 30),
    (4, 'Dan', 'dan@example.com', '030-1234567', '1970-12-31', 40);
INSERT INTO orders VALUES
    (10, 1, 'past', 'Ada, Long Street 1', 100), (11, 1, 'open', NULL, 110), (20, 2, 'open', 'Bo, Low Road 2', 200),
    (40, 4, 'past', 'Dan, High Street 4', 400);
INSERT INTO quotes VALUES (100, 1, 'Ada''s brother', 1000), (400, 4, 'Dan', 4000), (500, NULL, 'nobody''s', 5000);
INSERT INTO order_notes VALUES (1000, 10, 'ring at Ada''s', 'Eve'), (1001, 11, '', 'Eve'), (4000, 40, 'gate code 4711', 'Eve');
INSERT INTO visits VALUES (1, 1, '198.51.100.1', '/shoes'), (2, 1, '198.51.100.2', '/hats'), (4, 4, '198.51.100.4', '/hats');

SELECT erasure.protect('customers', '{name,email,phone,born}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.not_personal('orders', '{status}', reason => 'open or past');
SELECT erasure.relate('quotes', 'customers', '{contact}');
SELECT erasure.relate('order_notes', 'orders', '{note,author}', on_erase => 'set_null');
SELECT erasure.relate('visits', 'customers', '{ip,page}', on_erase => 'delete');

CREATE VIEW everything AS
SELECT 'customer ' || id AS what, erasure.state('customers', id) AS state, concat_ws(' | ', name, coalesce(regexp_replace(email, '[0-9a-f]{16}$', '<token>'), 'NULL'), coalesce(phone, 'NULL'), coalesce(born::text, 'NULL'), credit) AS data
FROM customers
UNION ALL SELECT 'order ' || id, status, concat_ws(' | ', coalesce(ship_to, 'NULL'), total) FROM orders
UNION ALL SELECT 'quote ' || id, NULL, concat_ws(' | ', coalesce(contact, 'NULL'), amount) FROM quotes
UNION ALL SELECT 'note ' || id, NULL, concat_ws(' | ', coalesce(note, 'NULL'), coalesce(author, 'NULL')) FROM order_notes
UNION ALL SELECT 'visit ' || id, NULL, concat_ws(' | ', host(ip), page) FROM visits;
CREATE TABLE before AS SELECT * FROM everything;
SELECT * FROM everything ORDER BY what;

-- Soft delete: out of the active list and into the Deleted list; nothing else changes.
SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3], 'closed account');
SELECT id FROM customers_active ORDER BY id;
SELECT id, name, deleted_at = now() AS at_now, deleted_at IS NOT NULL AS has_time FROM customers_deleted ORDER BY id;
SELECT * FROM everything EXCEPT SELECT * FROM before ORDER BY 1;

-- Restore one.
SELECT erasure.restore('customers', ARRAY[3]);
SELECT id FROM customers_active ORDER BY id;
SELECT deleted_at IS NULL AS cleared FROM customers WHERE id = 3;

-- The two questions a client asks.
SELECT * FROM erasure.confirmation('customers', ARRAY[1]);
SELECT * FROM erasure.confirmation('customers', ARRAY[1, 2]);
SELECT relation, row_count, personal_columns, on_erase FROM erasure.preview('customers', ARRAY[1, 2]) ORDER BY relation::text;
SELECT * FROM everything EXCEPT SELECT * FROM before ORDER BY 1;

-- Permanent delete, once with the wrong count.
SELECT * FROM erasure.permanently_delete('customers', ARRAY[1, 2], 3);
SELECT * FROM everything EXCEPT SELECT * FROM before ORDER BY 1;
SELECT subjects, rows_masked, erase_after - now() BETWEEN '29 days 23 hours' AND '30 days 1 hour' AS in_30_days
FROM erasure.permanently_delete('customers', ARRAY[1, 2], 2, 'asked by letter');
SELECT * FROM everything EXCEPT SELECT * FROM before ORDER BY what;
-- Two values that were different stay different under their UNIQUE constraint, and no row shows its own.
SELECT count(DISTINCT email) AS different FROM customers WHERE id IN (1, 2);
SELECT id FROM customers_deleted;
SELECT id FROM customers_active ORDER BY id;
SELECT key, state, held, erase_after > now() AS waits FROM erasure.subjects WHERE relation = 'customers'::regclass ORDER BY key;
SELECT relation, subjects, rows_masked, reason, erased_at FROM erasure.requests WHERE relation = 'shop.customers'::regclass;

-- No application changes what is masked, and none adds to it.
\set VERBOSITY terse
UPDATE customers SET name = 'Ada again' WHERE id = 1;
UPDATE orders SET ship_to = 'Ada again' WHERE id = 10;
UPDATE orders SET customer_id = 1 WHERE id = 40;
UPDATE orders SET customer_id = 4 WHERE id = 10;
INSERT INTO orders VALUES (12, 1, 'open', 'Ada again', 1);
INSERT INTO order_notes VALUES (1002, 10, 'Ada again', NULL);
UPDATE customers SET deleted_at = NULL WHERE id = 1;
DELETE FROM customers WHERE id = 4;
DELETE FROM customers WHERE id = 1;
TRUNCATE customers CASCADE;
-- What is not personal stays the shop's: orders go on.
UPDATE orders SET status = 'past', total = 111 WHERE id = 11;
UPDATE customers SET credit = 5 WHERE id = 1;
INSERT INTO orders VALUES (41, 4, 'open', 'Dan, High Street 4', 1);

-- Undo: back on the Deleted list, every byte in place; changes made since to other columns stay.
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
SELECT * FROM everything EXCEPT SELECT * FROM before ORDER BY 1;
SELECT what FROM before WHERE what NOT IN (SELECT what FROM everything);
SELECT id, name FROM customers_deleted;
SELECT erasure.restore('customers', ARRAY[1]);
SELECT * FROM everything WHERE what ~ ' 1' ORDER BY what;

-- Erase at once: what on_erase says.
SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY[1], 1);
SELECT erasure.erase_now('customers', ARRAY[1], 1, 'asked for at once');
SELECT * FROM everything EXCEPT SELECT * FROM before ORDER BY what;
SELECT what FROM before EXCEPT SELECT what FROM everything ORDER BY what;
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
SELECT relation, key, state FROM erasure.tombstones WHERE relation = 'shop.customers' ORDER BY key;
SELECT subjects, reason, erased_at IS NOT NULL AS erased FROM erasure.requests WHERE relation = 'shop.customers'::regclass ORDER BY request;

-- erase_now takes a deleted subject straight there; the other waits for the job, which finds nothing due yet.
SELECT erasure.soft_delete('customers', ARRAY[3]);
SELECT erasure.erase_now('customers', ARRAY[3], 1, 'asked for at once');
SELECT * FROM everything WHERE what = 'customer 3';
CALL erasure.erase_due();
SELECT id, erasure.state('customers', id) FROM customers ORDER BY id;
SELECT count(*) AS vault_rows_of_the_erased FROM erasure.vault v JOIN erasure.subject_state s USING (subject_id, key) WHERE s.state = 'erased';

-- A grace period that is over: the job erases, and undo is refused before it has come by.
CREATE TABLE guests (id int PRIMARY KEY, name text);
INSERT INTO guests VALUES (1, 'Gil'), (2, 'Hal');
SELECT erasure.protect('guests', '{name}', grace => '1 millisecond', on_erase => 'delete');
SELECT erasure.soft_delete('guests', ARRAY[1]);
SELECT subjects, rows_masked FROM erasure.permanently_delete('guests', ARRAY[1], 1);
SELECT pg_sleep(0.01);
SELECT erasure.undo_permanent_delete('guests', ARRAY[1]);
SELECT id, name FROM guests ORDER BY id;
CALL erasure.erase_due();
SELECT id, name FROM guests ORDER BY id;
SELECT erasure.state('guests', 1), erasure.state('guests', 2);
-- Its key is not given away again.
INSERT INTO guests VALUES (1, 'Gil is back');

\set VERBOSITY default
SELECT erasure.erase_now('customers', ARRAY[2], 1, 'tidy up');
DROP SCHEMA shop CASCADE;
