-- Connections that lead back into the same database: dblink and foreign tables of postgres_fdw meet the guards, too.
SET client_min_messages = error;
SELECT no_plan();

CREATE EXTENSION dblink;
CREATE EXTENSION postgres_fdw;
CREATE ROLE shop_owner;
CREATE ROLE clerk LOGIN;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
GRANT USAGE ON SCHEMA shop TO clerk;
SET search_path = shop, public;
SET ROLE shop_owner;
CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, address text);
INSERT INTO customers SELECT g, 'name ' || g, 'mail ' || g FROM generate_series(1, 9) g;
INSERT INTO orders SELECT g, g, 'address ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('customers', '{name,email}'), erasure.relate('orders', 'customers', '{address}');
SELECT erasure.soft_delete('customers', '{1,2}');
SELECT subjects FROM erasure.permanently_delete('customers', '{1}', 1);
GRANT ALL ON customers, orders TO clerk;
RESET ROLE;
CREATE FUNCTION content() RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws(' ', count(*), (SELECT name FROM shop.customers WHERE id = 1), (SELECT string_agg(id || address, ',' ORDER BY id) FROM shop.orders WHERE customer = 1 OR address ~ 'new')) FROM shop.customers $$;

-- dblink, as a superuser and as somebody who holds everything on the tables
SELECT format('host=%s port=%s dbname=%s', current_setting('unix_socket_directories'), current_setting('port'), current_database()) AS home \gset
SELECT dblink_connect('owner', :'home' || ' user=' || current_user), dblink_connect('clerk', :'home' || ' user=clerk');
SELECT throws_ok(format('SELECT dblink_exec(%L, %L)', link, statement), '42501', NULL, format('dblink as %s: %s', link, statement))
	FROM unnest('{owner,clerk}'::text[]) link, unnest(ARRAY['DELETE FROM shop.customers WHERE id = 5', 'UPDATE shop.customers SET name = ''new'' WHERE id = 1',
		'UPDATE shop.orders SET address = ''new'' WHERE id = 1', 'INSERT INTO shop.orders VALUES (100, 1, ''new'')', 'UPDATE shop.orders SET customer = 1 WHERE id = 5', 'TRUNCATE shop.orders']) statement;
SELECT is(content(), '9 ***** 1*****', 'nothing came of it');
SELECT is(dblink_exec('clerk', $$INSERT INTO shop.orders VALUES (100, 8, 'new')$$), 'INSERT 0 1', 'dblink: an active person''s order');
SELECT is(dblink_exec('clerk', $$DELETE FROM shop.orders WHERE id = 100$$), 'DELETE 1', 'and away with it');
SELECT throws_ok($$SELECT * FROM dblink('clerk', 'UPDATE shop.orders SET address = ''new'' WHERE id = 1 RETURNING address') AS t(address text)$$, '42501', NULL, 'dblink that returns rows');
SELECT throws_ok($$SELECT dblink_exec('clerk', 'SET erasure.bypass = on')$$, '42501', NULL, 'nor is there a bypass at its other end');

-- A connection of its own is a session of its own: it waits for what this transaction has not committed.
SELECT dblink_exec('clerk', 'SET lock_timeout = ''200ms''');
BEGIN;
SELECT subjects FROM erasure.permanently_delete('customers', '{2}', 1);
SELECT throws_ok($$SELECT dblink_exec('clerk', 'INSERT INTO shop.orders VALUES (100, 2, ''new'')')$$, '55P03', NULL, 'dblink from within a deletion');
COMMIT;
SELECT throws_ok($$SELECT dblink_exec('clerk', 'INSERT INTO shop.orders VALUES (100, 2, ''new'')')$$, '42501', NULL, 'and after it');
BEGIN;
SELECT erasure.undo_permanent_delete('customers', '{2}');
SELECT is((SELECT address FROM dblink('clerk', 'SELECT address FROM shop.orders WHERE id = 2') AS t(address text)), '*****', 'others see masks until an undo is committed');
COMMIT;
SELECT dblink_disconnect('owner'), dblink_disconnect('clerk');

-- foreign tables of a server that is this one
SELECT format('CREATE SERVER home FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host %L, port %L, dbname %L)', current_setting('unix_socket_directories'), current_setting('port'), current_database()) \gexec
CREATE USER MAPPING FOR CURRENT_USER SERVER home OPTIONS (user 'clerk');
CREATE FOREIGN TABLE far_customers (id int, name text, email text, deleted_at timestamptz) SERVER home OPTIONS (schema_name 'shop', table_name 'customers');
CREATE FOREIGN TABLE far_orders (id int, customer int, address text) SERVER home OPTIONS (schema_name 'shop', table_name 'orders', batch_size '10');
CREATE TABLE parts (id int, customer int, address text) PARTITION BY RANGE (id);
CREATE FOREIGN TABLE far_part PARTITION OF parts FOR VALUES FROM (0) TO (1000000) SERVER home OPTIONS (schema_name 'shop', table_name 'orders');
SELECT throws_ok(statement, '42501', NULL, 'postgres_fdw: ' || statement) FROM unnest(ARRAY['DELETE FROM far_customers WHERE id = 5', 'DELETE FROM far_customers WHERE id = 5 AND random() >= 0 RETURNING id',
	'UPDATE far_customers SET name = ''new'' WHERE id = 1', 'UPDATE far_customers SET deleted_at = NULL WHERE id = 2', 'UPDATE far_orders SET address = ''new'' WHERE id = 1 AND random() >= 0',
	'INSERT INTO far_orders VALUES (100, 1, ''new'')', 'INSERT INTO far_orders SELECT g + 100, CASE g WHEN 44 THEN 1 ELSE 8 END, ''new'' FROM generate_series(1, 50) g', 'UPDATE far_orders SET customer = 1 WHERE id = 5',
	'INSERT INTO parts VALUES (100, 1, ''new'')', 'UPDATE parts SET address = ''new'' WHERE customer = 1', 'TRUNCATE far_orders', 'COPY far_orders FROM PROGRAM ''printf "100\t1\tnew\n"''']) statement;
SELECT is(content(), '9 ***** 1*****', 'nothing came of it');
SELECT lives_ok('INSERT INTO far_orders VALUES (100, 8, ''new''); UPDATE parts SET address = ''newer'' WHERE id = 100', 'an active person''s order');
SELECT is((SELECT address FROM orders WHERE id = 100), 'newer', 'is there');
SELECT lives_ok('DELETE FROM far_orders WHERE id = 100', 'and away with it');
SELECT throws_ok($$SELECT erasure.protect('far_customers', '{name}', deleted_at => 'deleted_at')$$, '42P17', NULL, 'a foreign table itself is none to declare');

SELECT * FROM finish();
