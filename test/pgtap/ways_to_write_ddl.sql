-- Writing by DDL: what gives rows other values, swaps tables, or would take the guards away. No trigger sees such a
-- rewrite, so the event triggers look at it.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
SET search_path = shop, public;
SET ROLE shop_owner;
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, code varchar(3), credit int NOT NULL DEFAULT 0);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers ON UPDATE CASCADE, address text, state int NOT NULL DEFAULT 0);
CREATE TABLE lines (id int PRIMARY KEY, order_id int REFERENCES orders, note text);
INSERT INTO customers (id, name, email, code) SELECT g, 'name ' || g, 'mail ' || g, 'c' || g FROM generate_series(1, 9) g;
INSERT INTO orders (id, customer, address) SELECT g, g, 'address ' || g FROM generate_series(1, 9) g;
INSERT INTO lines SELECT g, g, 'note ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('customers', '{name,email,code}'), erasure.relate('orders', 'customers', '{address}'), erasure.relate('lines', 'orders', '{note}');
-- 1 masked, 2 deleted, 3 erased, 4 deleted and on hold, the others active
SELECT erasure.soft_delete('customers', '{1,2,3,4}');
SELECT erasure.erase_now('customers', '{3}', 1, 'asked for');
SELECT * FROM erasure.permanently_delete('customers', '{1}', 1);
SELECT erasure.hold('customers', '{4}', 'court case');

CREATE FUNCTION refused(statement text, code text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.throws_ok(statement, code, NULL, description) $$;
CREATE FUNCTION passes(statement text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.lives_ok(statement, description) $$;
-- That the masked subject's row, and its order's, meet every guard that there is.
CREATE FUNCTION guarded(description text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT refused('UPDATE customers SET name = ''x'' WHERE id = 1', '42501', description || ': UPDATE is refused')
	UNION ALL SELECT refused('DELETE FROM customers WHERE id = 5', '42501', description || ': DELETE is refused')
	UNION ALL SELECT refused('UPDATE orders SET address = ''x'' WHERE id = 1', '42501', description || ': UPDATE of an order is refused')
	UNION ALL SELECT refused('INSERT INTO orders VALUES (100, 1, ''x'')', '42501', description || ': INSERT of an order is refused')
	UNION ALL SELECT refused('DELETE FROM lines WHERE id = 4', '55006', description || ': DELETE of a held subject''s line is refused')
	UNION ALL SELECT refused('TRUNCATE lines', '42501', description || ': TRUNCATE is refused') $$;
SELECT guarded('as declared');

-- ALTER COLUMN ... TYPE ... USING computes every row anew
SELECT refused('ALTER TABLE orders ALTER address TYPE text USING ''Anna''', '55000', 'a rewrite that gives masked rows a value');
SELECT refused('ALTER TABLE customers ALTER name TYPE text USING name || id', '55000', 'the same in the subject table');
SELECT refused('ALTER TABLE lines ALTER note TYPE text USING ''note '' || id, ALTER id TYPE bigint', '55000', 'the same two hops away, beside another one');
SELECT refused('ALTER TABLE customers ALTER deleted_at TYPE timestamptz USING NULL', '55000', 'a rewrite that revives');
SELECT refused('ALTER TABLE customers ALTER deleted_at TYPE timestamptz USING CASE WHEN id = 3 THEN NULL ELSE deleted_at END', '55000', 'a rewrite that revives an erased subject');
SELECT refused('ALTER TABLE customers ALTER deleted_at TYPE timestamptz USING nullif(deleted_at, (SELECT max(deleted_at) FROM customers))', '0A000', 'PostgreSQL has no subqueries there');
SELECT refused('ALTER TABLE orders ALTER customer TYPE int USING 5', '55000', 'a rewrite that re-points orders away from a masked subject');
SELECT refused('ALTER TABLE orders ALTER customer TYPE int USING 1', '55000', 'a rewrite that re-points orders to a masked subject');
SELECT refused('ALTER TABLE lines ALTER id TYPE int USING id + 100', '55000', 'a rewrite of a key by which undo finds masked rows');
SELECT refused('ALTER TABLE customers ALTER id TYPE int USING -id', '55000', 'a rewrite of the subject''s key');
SELECT is((SELECT string_agg(concat_ws('|', c.name, o.address, l.note), ', ' ORDER BY c.id) FROM customers c JOIN orders o ON o.customer = c.id JOIN lines l ON l.order_id = o.id
	WHERE c.id IN (1, 3)), '*****|*****|*****, *****|*****|*****', 'masked as before');
SELECT passes('ALTER TABLE orders ALTER address TYPE varchar(200) USING address::varchar(200), ALTER customer TYPE bigint USING "customer"::int8, ALTER state TYPE bigint USING state * 10',
	'casts as ORMs write them out, and other columns');
SELECT passes('ALTER TABLE orders ALTER address TYPE text USING left(address, 20), ALTER customer TYPE int USING CAST(customer AS int)', 'an expression that keeps masks');
SELECT passes('ALTER TABLE customers ALTER code TYPE varchar(9) USING code::varchar(9)', 'a mask that was cut to the column''s length is no value');
SELECT passes('ALTER TABLE customers ALTER deleted_at TYPE timestamp USING deleted_at AT TIME ZONE ''UTC''', 'the deletion time in another type');
SELECT passes('ALTER TABLE customers ALTER deleted_at TYPE timestamptz USING deleted_at AT TIME ZONE ''UTC''', 'and back');
SELECT is((SELECT string_agg(id || erasure.state('customers', id), ',' ORDER BY id) FROM customers WHERE id < 6), '1masked,2deleted,3erased,4deleted,5active', 'nobody''s state changed');
SELECT guarded('after rewrites');

-- columns that come later
SELECT passes('ALTER TABLE orders ADD phone text DEFAULT ''030 901820''', 'a column that comes with a value');
SELECT refused('SELECT * FROM erasure.permanently_delete(''customers'', ''{2}'', 1)', '42P17', 'is undecided, and nothing is deleted permanently meanwhile');
SELECT refused('SELECT erasure.add_personal(''orders'', ''{phone}'')', '55000', 'nor is it declared while rows of masked subjects have the value');
SELECT passes('UPDATE orders SET phone = ''*****'' WHERE id IN (1, 3); SELECT erasure.add_personal(''orders'', ''{phone}'')', 'once they are masked it is');
SELECT passes('ALTER TABLE customers ADD shout text GENERATED ALWAYS AS (upper(name)) STORED', 'a generated column');
SELECT is((SELECT shout FROM customers WHERE id = 1), '*****', 'comes from masked values');
SELECT passes('ALTER TABLE customers DROP shout; ALTER TABLE orders ALTER address SET DEFAULT ''somewhere'', ALTER address DROP DEFAULT', 'defaults write nothing');
SELECT guarded('after new columns');

-- copies that are tables of their own are no declared table's matter; no verb or guard is in their way
SELECT passes('CREATE TABLE copied AS SELECT * FROM orders; DROP TABLE copied; SELECT * INTO copied FROM customers; DROP TABLE copied', 'CREATE TABLE AS, SELECT INTO');

-- storage that is written anew
SELECT passes('CLUSTER orders USING orders_pkey', 'CLUSTER');
VACUUM FULL shop.customers, shop.orders, shop.lines;
SELECT is((SELECT address FROM orders WHERE id = 1), '*****', 'VACUUM FULL and CLUSTER keep what is there');
SELECT guarded('after VACUUM FULL and CLUSTER');

-- the guards themselves, by the table's owner
SELECT passes('ALTER TABLE orders DISABLE TRIGGER erasure_guard_update', 'the owner disables a guard');
SELECT guarded('back at the end of the statement');
SELECT passes('ALTER TABLE orders DISABLE TRIGGER USER; ALTER TABLE customers DISABLE TRIGGER USER; ALTER TABLE lines DISABLE TRIGGER USER', 'DISABLE TRIGGER USER');
SELECT guarded('DISABLE TRIGGER USER');
SELECT refused('ALTER TABLE orders DISABLE TRIGGER ALL', '42501', 'DISABLE TRIGGER ALL is a superuser''s');
SELECT passes('ALTER TABLE orders ENABLE REPLICA TRIGGER erasure_guard_update; ALTER TABLE orders ENABLE TRIGGER erasure_guard_insert', 'other ways to fire');
SELECT is((SELECT string_agg(DISTINCT tgenabled::text, ',') FROM pg_trigger WHERE tgname ~ '^erasure_guard_'), 'A', 'they fire always');
SELECT passes('DROP TRIGGER erasure_guard_update ON orders; DROP TRIGGER erasure_guard_delete ON customers; DROP TRIGGER erasure_guard_truncate ON lines', 'DROP TRIGGER');
SELECT guarded('DROP TRIGGER');
CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
SELECT passes($$CREATE OR REPLACE TRIGGER erasure_guard_update AFTER UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION nothing();
	CREATE OR REPLACE TRIGGER erasure_guard_delete BEFORE DELETE ON customers FOR EACH ROW EXECUTE FUNCTION nothing()$$, 'CREATE OR REPLACE TRIGGER');
SELECT guarded('CREATE OR REPLACE TRIGGER');
SELECT passes('ALTER TRIGGER erasure_guard_insert ON orders RENAME TO another', 'ALTER TRIGGER ... RENAME');
SELECT guarded('ALTER TRIGGER ... RENAME');
SELECT refused('DROP FUNCTION erasure._guard_update() CASCADE', '42501', 'the functions are not the owner''s');
SELECT refused('ALTER FUNCTION erasure._guard_update() RENAME TO off', '42501', 'nor can they be renamed');
SELECT refused('CREATE OR REPLACE FUNCTION erasure._guard_update() RETURNS trigger LANGUAGE plpgsql AS ''BEGIN RETURN NEW; END''', '42501', 'nor replaced');
SELECT refused('ALTER EVENT TRIGGER erasure_ddl_end DISABLE', '42501', 'nor the event triggers switched off');
SELECT refused('SET session_replication_role = replica', '42501', 'nor other triggers than ALWAYS asked for');

-- tables that trade places: what was declared stays declared, under its new name, and the newcomer is noticed
CREATE TABLE orders_new (LIKE orders INCLUDING ALL);
ALTER TABLE orders_new ADD FOREIGN KEY (customer) REFERENCES customers;
INSERT INTO orders_new SELECT * FROM orders WHERE id <> 1;
INSERT INTO orders_new VALUES (1, 1, 'address 1', 0, 'x');
SELECT passes('ALTER TABLE orders RENAME TO orders_old; ALTER TABLE orders_new RENAME TO orders', 'two tables swap their names');
SELECT refused('UPDATE orders_old SET address = ''x'' WHERE id = 1', '42501', 'the declared one is guarded under its new name');
SELECT refused('SELECT * FROM erasure.permanently_delete(''customers'', ''{2}'', 1)', '42P17', 'the newcomer is undeclared: nothing is deleted permanently');
SELECT refused('SELECT erasure.relate(''orders'', ''customers'', ''{address,phone}'')', '55000', 'nor can it be declared with a masked subject''s data in it');
ALTER TABLE orders RENAME TO orders_new;
ALTER TABLE orders_old RENAME TO orders;
DROP TABLE orders_new;
SELECT guarded('after the swap');

-- by a superuser: done, with a warning, and reported
RESET ROLE;
ALTER TABLE orders DISABLE TRIGGER erasure_guard_update;
SELECT results_eq($$SELECT severity, object, problem FROM erasure.doctor() WHERE object ~ 'guard'$$,
	$$VALUES ('error', 'trigger erasure_guard_update on shop.orders', 'is disabled')$$, 'the doctor reports a guard that a superuser disabled');
ALTER TABLE orders ENABLE TRIGGER erasure_guard_update;
ALTER TABLE orders DISABLE TRIGGER ALL;
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE severity = 'error' AND object ~ '^trigger erasure_guard_.* on shop.orders' AND problem = 'is disabled'), 4::bigint, 'and all of them');
ALTER TABLE orders ENABLE TRIGGER ALL;
SELECT is_empty($$SELECT * FROM erasure.doctor() WHERE object ~ 'guard'$$, 'ENABLE TRIGGER ALL makes them fire always again');
SELECT guarded('after a superuser''s repair');

SELECT * FROM finish();
