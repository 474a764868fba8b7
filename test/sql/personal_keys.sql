-- Persons whose key is personal data: an e-mail address as primary key, and what refers to it.

CREATE SCHEMA letters;
SET search_path = letters;
SET client_min_messages = error; -- the first call in a cluster warns that it made the master key
-- Tokens and hashes are random.
CREATE FUNCTION short(text) RETURNS text LANGUAGE sql AS
    $$ SELECT regexp_replace(regexp_replace($1, '[*]{5}[0-9a-f]{16}', '*****(token)', 'g'), 'hmac:[0-9a-f]{32}', 'hmac:(hash)', 'g') $$;
CREATE PROCEDURE show(statement text) LANGUAGE plpgsql AS $$
DECLARE m text; d text; h text;
BEGIN
    EXECUTE statement;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
    RAISE INFO E'%: %\nDETAIL:  %\nHINT:  %', SQLSTATE, short(m), short(d), h;
END $$;

CREATE TABLE customers (email text PRIMARY KEY, name text NOT NULL);
CREATE TABLE orders (id int PRIMARY KEY, customer text NOT NULL REFERENCES customers, ship_to text);
CREATE TABLE newsletter (email text PRIMARY KEY, customer text REFERENCES customers ON UPDATE CASCADE, topic text);
INSERT INTO customers VALUES ('ada@example.com', 'Ada'), ('bo@example.com', 'Bo');
INSERT INTO orders VALUES (1, 'ada@example.com', 'Long Street 1'), (2, 'bo@example.com', 'Low Road 2');
INSERT INTO newsletter VALUES ('ada@news.example', 'ada@example.com', 'hats');

-- A foreign key has to follow.
CALL show($$SELECT erasure.protect('customers', '{email,name}')$$);
ALTER TABLE orders DROP CONSTRAINT orders_customer_fkey, ADD FOREIGN KEY (customer) REFERENCES customers ON UPDATE CASCADE;
SELECT erasure.protect('customers', '{email,name}');
CALL show($$SELECT erasure.set_mask('customers', 'email', 'email')$$);
CALL show($$SELECT erasure.relate('orders', 'customers', '{customer,ship_to}')$$);
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('newsletter', 'customers', '{email,topic}');
SELECT relation, column_name, mask FROM erasure.policy WHERE subject = 'customers'::regclass;

-- Deleted: only the table itself has the address.
SELECT erasure.soft_delete('customers', ARRAY['ada@example.com']);
SELECT email FROM customers_deleted;
SELECT short(key) AS key, state FROM erasure.subjects WHERE relation = 'customers'::regclass;
CALL show($$SELECT erasure.soft_delete('customers', ARRAY['ada@example.com'])$$);
CALL show($$SELECT erasure.restore('customers', ARRAY['cy@example.com'])$$);

-- Masked: the key too, and what refers to it. Verbs accept the old one.
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY['ada@example.com'], 1);
SELECT short(email) AS email, name FROM customers ORDER BY 1;
SELECT id, short(customer) AS customer, ship_to FROM orders ORDER BY 1;
SELECT short(email) AS email, short(customer) AS customer, topic FROM newsletter;
SELECT s.state, s.key = c.email AS key_as_in_the_table FROM erasure.subjects s JOIN customers c ON c.name = '*****' WHERE s.relation = 'customers'::regclass;
SELECT erasure.state('customers', 'ada@example.com'), erasure.state('customers', email) AS by_the_new_key FROM customers WHERE name = '*****';
CALL show($$INSERT INTO orders SELECT 3, email, 'new' FROM customers WHERE name = '*****'$$);

-- Somebody registers with the address: that row is meant from now on, and undo finds it in the way.
INSERT INTO customers VALUES ('ada@example.com', 'Another Ada');
SELECT erasure.state('customers', 'ada@example.com');
CALL show($$SELECT erasure.undo_permanent_delete('customers', ARRAY(SELECT email FROM customers WHERE name = '*****'))$$);
UPDATE customers SET email = 'ada.too@example.com' WHERE name = 'Another Ada';
SELECT erasure.undo_permanent_delete('customers', ARRAY['ada@example.com']);
SELECT * FROM orders ORDER BY id;
SELECT * FROM newsletter;
SELECT email, name, erasure.state('customers', email) FROM customers ORDER BY 1;

-- Erased: of the address a hash is left.
SELECT erasure.erase_now('customers', ARRAY['ada@example.com'], 1, 'asked for');
SELECT erasure.state('customers', 'ada@example.com');
SELECT short(key) AS key, relation_name FROM erasure.tombstones WHERE relation = 'letters.customers';
SELECT short(email) AS email, name FROM customers ORDER BY 1;
SELECT erasure.unprotect('customers');
DROP SCHEMA letters CASCADE;
