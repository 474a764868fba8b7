-- A shop in which everything that ties rows to persons occurs: hops, two owners, shared rows, values, partitions, deferred keys. Beside
-- it what the clients say that they have written, in tables that the policy does not know.
CREATE EXTENSION erasure;
CREATE SCHEMA shop;
SET search_path = shop;

CREATE TABLE addresses (id int PRIMARY KEY, street text);
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text, phone text UNIQUE, address int REFERENCES addresses, credit int NOT NULL DEFAULT 0);
CREATE INDEX ON customers (address);
CREATE INDEX ON customers (email);
CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, ship_to text, state int NOT NULL DEFAULT 0);
CREATE INDEX ON orders (customer);
CREATE TABLE lines (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders, words text);
CREATE INDEX ON lines (order_id);
CREATE TABLE notes (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders DEFERRABLE INITIALLY DEFERRED, words text);
CREATE INDEX ON notes (order_id);
CREATE TABLE visits (id int, region int, customer int NOT NULL REFERENCES customers, place text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE visits_0 PARTITION OF visits FOR VALUES IN (0);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES IN (1);
CREATE INDEX ON visits (customer);
CREATE TABLE gifts (id int PRIMARY KEY, giver int REFERENCES customers, receiver int REFERENCES customers, words text);
CREATE INDEX ON gifts (giver);
CREATE INDEX ON gifts (receiver);
CREATE TABLE letters (id int PRIMARY KEY, email text, body text);
CREATE INDEX ON letters (email);

-- What a row was last given, and what it was given ever; how often each operation was committed. Phones, as undo brought them back.
CREATE TABLE truth (what text, id int, value text NOT NULL, PRIMARY KEY (what, id));
CREATE TABLE phones (id int, phone text);
CREATE TABLE held (customer int, email text);
CREATE TABLE lived (customer int, address int);
CREATE TABLE done (operation text);

INSERT INTO addresses SELECT g, 'street ' || g || ' #0.0' FROM generate_series(0, :customers / 3) g;
INSERT INTO customers (id, name, email, phone, address)
    SELECT g, 'name c' || g || ' #0.0', 'e' || g / 3, 'p' || g, g / 3 FROM generate_series(0, :customers, 2) g;
INSERT INTO orders SELECT id * 3, id, 'to c' || id || ' #0.0' FROM customers;
INSERT INTO lines SELECT id * 2, id, 'line #0.0' FROM orders;
INSERT INTO visits SELECT id * 3, id * 3 % 2, id, 'place c' || id || ' #0.0' FROM customers;
INSERT INTO gifts SELECT id * 3, id, id, 'gift #0.0' FROM customers;
INSERT INTO letters SELECT id * 3, email, 'letter #0.0' FROM customers;
INSERT INTO held SELECT id, email FROM customers;
INSERT INTO lived SELECT id, address FROM customers;
INSERT INTO truth SELECT 'addresses', id, street FROM addresses;
INSERT INTO truth SELECT 'orders', id, ship_to FROM orders UNION ALL SELECT 'lines', id, words FROM lines UNION ALL SELECT 'visits', id, place FROM visits
    UNION ALL SELECT 'gifts', id, words FROM gifts UNION ALL SELECT 'letters', id, concat_ws('|', email, body) FROM letters;
INSERT INTO truth SELECT 'customers', id, concat_ws('|', name, email) FROM customers UNION ALL SELECT 'phones', id, phone FROM customers;
ANALYZE;

SELECT erasure.protect('customers', '{name,email,phone}', grace => '3 seconds');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('lines', 'orders', '{words}', on_erase => 'delete');
SELECT erasure.relate('notes', 'orders', '{words}');
SELECT erasure.relate('visits', 'customers', '{place}', on_erase => 'set_null');
SELECT erasure.relate('gifts', 'customers', '{words}', columns => '{giver}');
SELECT erasure.relate('gifts', 'customers', columns => '{receiver}');
SELECT erasure.relate('letters', 'customers', '{email,body}', columns => '{email}', parent_columns => '{email}');
SELECT erasure.relate('addresses', 'customers', '{street}');

-- Some keys of a state.
CREATE FUNCTION pick(wanted text, low int, high int, how_many int, salt text) RETURNS int[] LANGUAGE sql STABLE AS $$
    SELECT array_agg(key::int) FROM (SELECT key FROM erasure.subjects WHERE relation = 'shop.customers'::regclass AND state = wanted
                                     AND key::int BETWEEN low AND high ORDER BY md5(key || salt) LIMIT how_many) AS picked $$;
CREATE FUNCTION remember(kind text, row_id int, stamp text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('INSERT INTO shop.truth SELECT %L, id, %s FROM shop.%I WHERE id = $1 AND %s LIKE ''%%'' || $2 ON CONFLICT (what, id) DO UPDATE SET value = EXCLUDED.value',
                   kind, CASE kind WHEN 'customers' THEN 'concat_ws(''|'', name, email)' WHEN 'orders' THEN 'ship_to' WHEN 'visits' THEN 'place' WHEN 'addresses' THEN 'street'
                                   WHEN 'letters' THEN 'concat_ws(''|'', email, body)' ELSE 'words' END,
                   kind, CASE kind WHEN 'customers' THEN 'name' WHEN 'orders' THEN 'ship_to' WHEN 'visits' THEN 'place' WHEN 'addresses' THEN 'street' WHEN 'letters' THEN 'body' ELSE 'words' END)
        USING row_id, stamp;
    IF kind = 'customers' THEN
        INSERT INTO shop.held SELECT id, email FROM shop.customers WHERE id = row_id AND name LIKE '%' || stamp;
        INSERT INTO shop.truth SELECT 'phones', id, phone FROM shop.customers WHERE id = row_id AND name LIKE '%' || stamp AND phone IS NOT NULL
            ON CONFLICT (what, id) DO UPDATE SET value = EXCLUDED.value;
        INSERT INTO shop.lived SELECT id, address FROM shop.customers WHERE id = row_id AND name LIKE '%' || stamp;
    END IF;
END $$;
