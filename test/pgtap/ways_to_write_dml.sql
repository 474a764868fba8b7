-- Every statement that writes, in every place that a statement can be run from: whatever would delete a person, or give a
-- masked one's rows a value, is refused (42501) and has changed nothing; the same for an active person works.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE clerk;
CREATE ROLE visitor; -- may call what is granted, and holds nothing on the tables
CREATE SCHEMA shop AUTHORIZATION shop_owner;
GRANT USAGE ON SCHEMA shop TO clerk, visitor;
SET search_path = shop, public;
SET ROLE shop_owner;
CREATE TABLE regions (region int PRIMARY KEY);
CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE, credit int NOT NULL DEFAULT 0, region int REFERENCES regions ON DELETE CASCADE);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers ON UPDATE CASCADE, address text, state int NOT NULL DEFAULT 0);
CREATE TABLE lines (id int PRIMARY KEY, order_id int DEFAULT 8 REFERENCES orders ON DELETE SET DEFAULT ON UPDATE CASCADE, note text);
CREATE TABLE slips (id int PRIMARY KEY, order_id int REFERENCES orders ON DELETE SET NULL ON UPDATE CASCADE, note text);
CREATE TABLE visits (id int, year int, customer int REFERENCES customers, remark text, PRIMARY KEY (id, year)) PARTITION BY RANGE (year);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (2000) TO (2010);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (2010) TO (2020);
CREATE TABLE files (id int PRIMARY KEY, customer int REFERENCES customers, content jsonb, tags text[]);
INSERT INTO regions VALUES (1), (2);
INSERT INTO customers SELECT g, 'name ' || g, 'mail ' || g, 0, 1 FROM generate_series(1, 9) g;
INSERT INTO orders SELECT g, g, 'address ' || g FROM generate_series(1, 9) g;
INSERT INTO lines SELECT g, g, 'note ' || g FROM generate_series(1, 9) g WHERE g <> 8;
INSERT INTO slips SELECT g, g, 'slip ' || g FROM generate_series(1, 9) g;
INSERT INTO visits SELECT g, 2005, g, 'remark ' || g FROM generate_series(1, 9) g;
INSERT INTO files SELECT g, g, jsonb_build_object('name', 'name ' || g), ARRAY['tag ' || g] FROM generate_series(1, 9) g;

-- Plans, cached before there is a policy.
PREPARE delete_customer(int) AS DELETE FROM customers WHERE id = $1;
PREPARE update_order(int) AS UPDATE orders SET address = 'new' WHERE id = $1;
PREPARE insert_order(int) AS INSERT INTO orders VALUES (100, $1, 'new');
SET plan_cache_mode = force_generic_plan;
EXECUTE delete_customer(1000);
EXECUTE update_order(1000);
RESET plan_cache_mode;
CREATE FUNCTION cached(customer int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM shop.customers c WHERE c.id = cached.customer AND c.id < 8;
	UPDATE shop.orders o SET address = 'new' WHERE o.customer = cached.customer;
	INSERT INTO shop.orders SELECT 100, cached.customer, 'new' WHERE cached.customer > 0;
END $$;
SELECT cached(-g) FROM generate_series(1, 9) g;

SELECT erasure.protect('customers', '{name,email}'), erasure.relate('orders', 'customers', '{address}'), erasure.relate('lines', 'orders', '{note}'),
	erasure.relate('slips', 'orders', '{note}'), erasure.relate('visits', 'customers', '{remark}'), erasure.relate('files', 'customers', '{content,tags}');
-- 1 masked, 2 deleted, 3 erased, the others active; 8 is the one that everything is tried with
SELECT erasure.soft_delete('customers', '{1,2,3}');
SELECT erasure.erase_now('customers', '{3}', 1, 'asked for');
SELECT * FROM erasure.permanently_delete('customers', '{1}', 1);

CREATE VIEW order_view AS SELECT * FROM orders;
CREATE VIEW checked AS SELECT id, customer, address FROM order_view WHERE id < 1000 WITH CASCADED CHECK OPTION;
CREATE VIEW barrier WITH (security_barrier) AS SELECT * FROM customers WHERE credit >= 0;
CREATE VIEW joined AS SELECT o.id, c.name, o.address FROM customers c JOIN orders o ON o.customer = c.id;
CREATE FUNCTION write_joined() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN DELETE FROM shop.customers c USING shop.orders o WHERE o.id = OLD.id AND c.id = o.customer; RETURN OLD; END IF;
	IF TG_OP = 'INSERT' THEN INSERT INTO shop.orders VALUES (100, NEW.id, NEW.address); RETURN NEW; END IF;
	UPDATE shop.orders SET address = NEW.address WHERE id = NEW.id;
	UPDATE shop.customers c SET name = NEW.name FROM shop.orders o WHERE o.id = NEW.id AND c.id = o.customer;
	RETURN NEW;
END $$;
CREATE TRIGGER instead INSTEAD OF INSERT OR UPDATE OR DELETE ON joined FOR EACH ROW EXECUTE FUNCTION write_joined();
CREATE VIEW ruled AS SELECT * FROM orders;
CREATE RULE up AS ON UPDATE TO ruled DO INSTEAD UPDATE orders SET address = NEW.address WHERE id = OLD.id;
CREATE RULE ins AS ON INSERT TO ruled DO INSTEAD INSERT INTO orders VALUES (NEW.id, NEW.customer, NEW.address);
CREATE RULE del AS ON DELETE TO ruled DO INSTEAD DELETE FROM customers WHERE id = OLD.customer;
CREATE TABLE inbox (id int, customer int, address text);
INSERT INTO inbox SELECT g, g, '' FROM generate_series(4, 9) g;
CREATE RULE also AS ON INSERT TO inbox DO ALSO INSERT INTO orders VALUES (NEW.id, NEW.customer, NEW.address);
CREATE RULE instead AS ON UPDATE TO inbox DO INSTEAD UPDATE orders SET address = NEW.address WHERE customer = OLD.customer;
CREATE RULE gone AS ON DELETE TO inbox DO ALSO DELETE FROM customers WHERE id = OLD.customer;

-- $1 is the person; a deletion is of 5, a value is for 1 and 3 (refused) and for 8 (works, and proof shows it).
CREATE TABLE ways (what text, statement text, proof text, merge boolean);
INSERT INTO ways VALUES
('DELETE', 'DELETE FROM customers WHERE id = 5', NULL, false),
('DELETE USING', 'DELETE FROM customers USING orders o WHERE o.customer = customers.id AND o.id = 5', NULL, false),
('DELETE of everybody', 'DELETE FROM customers', NULL, false),
('DELETE in a CTE that nobody reads', 'WITH gone AS (DELETE FROM customers WHERE id = 5) SELECT 1', NULL, false),
('DELETE below two CTEs', 'WITH a AS (SELECT 5 AS id), b AS (UPDATE orders SET state = 1 WHERE customer = (SELECT id FROM a) RETURNING customer),
	c AS (DELETE FROM customers WHERE id IN (SELECT customer FROM b) RETURNING id) UPDATE visits SET customer = 8 WHERE customer IN (SELECT id FROM c)', NULL, false),
('DELETE by EXPLAIN ANALYZE', 'EXPLAIN ANALYZE DELETE FROM customers WHERE id = 5', NULL, false),
('DELETE through a view with a barrier', 'DELETE FROM barrier WHERE id = 5', NULL, false),
('DELETE through a view of active subjects', 'DELETE FROM customers_active WHERE id = 5', NULL, false),
('DELETE through the Deleted list', 'DELETE FROM customers_deleted WHERE id = 2', NULL, false),
('DELETE through INSTEAD OF', 'DELETE FROM joined WHERE id = 5', NULL, false),
('DELETE through a rule on a view', 'DELETE FROM ruled WHERE id = 5', NULL, false),
('DELETE through a rule on a table', 'DELETE FROM inbox WHERE customer = 5', NULL, false),
('DELETE by a prepared plan', 'EXECUTE delete_customer(5)', NULL, false),
('DELETE by a cached plan', 'SELECT shop.cached(5)', NULL, false),
('DELETE by a foreign key', 'DELETE FROM regions WHERE region = 1', NULL, false),
('DELETE by MERGE', 'MERGE INTO customers c USING (VALUES (5)) v(id) ON c.id = v.id WHEN MATCHED THEN DELETE', NULL, true),
('DELETE by a cursor', 'DO $do$ DECLARE c CURSOR FOR SELECT * FROM shop.customers WHERE id = 5 FOR UPDATE; BEGIN OPEN c; MOVE NEXT IN c; DELETE FROM shop.customers WHERE CURRENT OF c; END $do$', NULL, false),
('TRUNCATE', 'TRUNCATE customers, orders, lines, slips, visits, files', NULL, false),
('TRUNCATE CASCADE', 'TRUNCATE customers CASCADE', NULL, false),
('TRUNCATE CASCADE from elsewhere', 'TRUNCATE regions CASCADE', NULL, false),
('TRUNCATE RESTART IDENTITY', 'TRUNCATE orders RESTART IDENTITY CASCADE', NULL, false),
('TRUNCATE ONLY', 'TRUNCATE ONLY lines', NULL, false),
('TRUNCATE of a partition', 'TRUNCATE visits_1', NULL, false),
('a revival', 'UPDATE customers SET deleted_at = NULL WHERE id = 2', NULL, false),
('a revival through the Deleted list', 'UPDATE customers_deleted SET deleted_at = NULL WHERE id = 2', NULL, false),
('a deletion time of one''s own', 'UPDATE customers SET deleted_at = now() WHERE id = 5', NULL, false),
('INSERT of a deleted person', 'INSERT INTO customers_active (id, name, deleted_at) VALUES (10, ''new'', now())', NULL, false),
('MERGE of a deleted person', 'MERGE INTO customers c USING (VALUES (10)) v(id) ON c.id = v.id WHEN NOT MATCHED THEN INSERT (id, deleted_at) VALUES (10, now())', NULL, true);
INSERT INTO ways VALUES
('UPDATE', 'UPDATE customers SET name = ''new'' WHERE id = $1', 'SELECT name FROM customers WHERE id = $1', false),
('UPDATE FROM', 'UPDATE customers SET name = ''new'' FROM orders o WHERE o.customer = customers.id AND o.id = $1', 'SELECT name FROM customers WHERE id = $1', false),
('UPDATE of many columns', 'UPDATE customers SET (credit, name) = (SELECT 1, ''new'') WHERE id = $1', 'SELECT name FROM customers WHERE id = $1', false),
('UPDATE to DEFAULT', 'UPDATE customers SET name = DEFAULT WHERE id = $1', 'SELECT coalesce(name, ''new'') FROM customers WHERE id = $1', false),
('UPDATE ONLY', 'UPDATE ONLY orders SET address = ''new'' WHERE id = $1', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE two hops away', 'UPDATE lines SET note = ''new'' WHERE id = $1 - ($1 / 8)', 'SELECT note FROM lines WHERE id = 7', false),
('UPDATE of a partition', 'UPDATE visits_1 SET remark = ''new'' WHERE id = $1', 'SELECT remark FROM visits WHERE id = $1', false),
('UPDATE that moves to another partition', 'UPDATE visits SET remark = ''new'', year = 2015 WHERE id = $1', 'SELECT remark FROM visits_2 WHERE id = $1', false),
('UPDATE of an array''s element', 'UPDATE files SET tags[2] = ''new'' WHERE id = $1', 'SELECT tags[2] FROM files WHERE id = $1', false),
('UPDATE of a document''s field', 'UPDATE files SET content[''name''] = ''"new"'' WHERE id = $1', 'SELECT content ->> ''name'' FROM files WHERE id = $1', false),
('UPDATE by jsonb_set', 'UPDATE files SET content = jsonb_set(content, ''{other}'', ''"new"'') WHERE id = $1', 'SELECT content ->> ''other'' FROM files WHERE id = $1', false),
('UPDATE with a large value', 'UPDATE orders SET address = repeat(''new'', 100000) WHERE id = $1', 'SELECT left(address, 3) FROM orders WHERE id = $1', false),
('UPDATE in a CTE that nobody reads', 'WITH c AS (UPDATE orders SET address = ''new'' WHERE id = $1) SELECT 1', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE of what a CTE inserts beside it', 'WITH a AS (INSERT INTO regions VALUES (9) RETURNING region), b AS (INSERT INTO customers (id, region) SELECT 20, region FROM a RETURNING id),
	c AS (INSERT INTO orders SELECT 20, id, ''new'' FROM b RETURNING address) UPDATE customers SET name = c.address FROM c WHERE customers.id = $1', 'SELECT name FROM customers WHERE id = $1', false),
('UPDATE by EXPLAIN ANALYZE', 'EXPLAIN ANALYZE UPDATE orders SET address = ''new'' WHERE id = $1', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE through a view with CHECK OPTION', 'UPDATE checked SET address = ''new'' WHERE id = $1', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE through a view with a barrier', 'UPDATE barrier SET name = ''new'' WHERE id = $1', 'SELECT name FROM customers WHERE id = $1', false),
('UPDATE through INSTEAD OF', 'UPDATE joined SET name = ''new'' WHERE id = $1', 'SELECT name FROM customers WHERE id = $1', false),
('UPDATE through a rule on a view', 'UPDATE ruled SET address = ''new'' WHERE id = $1', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE by a prepared plan', 'EXECUTE update_order($1)', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE by a cursor', 'DO $do$ DECLARE c CURSOR FOR SELECT * FROM shop.orders WHERE id = $1 FOR UPDATE; BEGIN OPEN c; MOVE NEXT IN c; UPDATE shop.orders SET address = ''new'' WHERE CURRENT OF c; END $do$', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE by a cursor on a view', 'DO $do$ DECLARE c CURSOR FOR SELECT * FROM shop.order_view WHERE id = $1; BEGIN OPEN c; MOVE NEXT IN c; UPDATE shop.orders SET address = ''new'' WHERE CURRENT OF c; END $do$', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE by ON CONFLICT', 'INSERT INTO orders VALUES ($1, 8, ''new'') ON CONFLICT (id) DO UPDATE SET address = EXCLUDED.address', 'SELECT address FROM orders WHERE id = $1', false),
('UPDATE by ON CONFLICT on the person', 'INSERT INTO customers (id, name) VALUES ($1, ''new'') ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name WHERE customers.id > 0', 'SELECT name FROM customers WHERE id = $1', false),
('UPDATE by MERGE', 'MERGE INTO orders o USING (VALUES ($1)) v(id) ON o.id = v.id WHEN MATCHED THEN UPDATE SET address = ''new''', 'SELECT address FROM orders WHERE id = $1', true),
('UPDATE of an order''s key', 'UPDATE orders SET id = 50 WHERE id = $1 - ($1 / 8)', 'SELECT CASE order_id WHEN 50 THEN ''new'' END FROM lines WHERE id = 7', false);
INSERT INTO ways VALUES
('INSERT', 'INSERT INTO orders VALUES (100, $1, ''new'')', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT of nothing personal', 'INSERT INTO orders (id, customer) VALUES (100, $1)', 'SELECT coalesce(address, ''new'') FROM orders WHERE id = 100', false),
('INSERT two hops away', 'INSERT INTO lines VALUES (100, $1, ''new'')', 'SELECT note FROM lines WHERE id = 100', false),
('INSERT ... SELECT', 'INSERT INTO orders SELECT id + 100, id, ''new'' FROM customers WHERE id = $1 OR id > 5', 'SELECT address FROM orders WHERE id = 100 + $1', false),
('INSERT ... SELECT of thousands', 'INSERT INTO orders SELECT g + 100, CASE g WHEN 4500 THEN $1 ELSE 7 END, ''new'' FROM generate_series(1, 5000) g', 'SELECT address FROM orders WHERE id = 4600', false),
('INSERT into a partition', 'INSERT INTO visits_2 VALUES (100, 2015, $1, ''new'')', 'SELECT remark FROM visits WHERE id = 100', false),
('INSERT of a masked copy', 'INSERT INTO orders SELECT 100, $1, ''*****''', 'SELECT CASE address WHEN ''*****'' THEN ''new'' END FROM orders WHERE id = 100', false),
('INSERT in a CTE', 'WITH a AS (INSERT INTO orders VALUES (100, $1, ''new'') RETURNING *), b AS (INSERT INTO lines SELECT 100, 8, address FROM a RETURNING *) SELECT count(*) FROM b', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT of what a DELETE returns', 'WITH gone AS (DELETE FROM visits WHERE id = $1 RETURNING *) INSERT INTO visits SELECT id, 2015, customer, ''new'' FROM gone', 'SELECT remark FROM visits WHERE id = $1', false),
('INSERT through a view with CHECK OPTION', 'INSERT INTO checked VALUES (100, $1, ''new'')', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT through INSTEAD OF', 'INSERT INTO joined VALUES ($1, NULL, ''new'')', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT through a rule on a view', 'INSERT INTO ruled VALUES (100, $1, ''new'')', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT through a rule on a table', 'INSERT INTO inbox VALUES (100, $1, ''new'')', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT by a prepared plan', 'EXECUTE insert_order($1)', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT by a cached plan', 'SELECT shop.cached($1)', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT by ON CONFLICT', 'INSERT INTO orders VALUES (100, $1, ''new'') ON CONFLICT (id) DO UPDATE SET address = ''other''', 'SELECT address FROM orders WHERE id = 100', false),
('INSERT by MERGE', 'MERGE INTO orders o USING (VALUES (100)) v(id) ON o.id = v.id WHEN MATCHED THEN DELETE WHEN NOT MATCHED THEN INSERT VALUES (100, $1, ''new'', 0)', 'SELECT address FROM orders WHERE id = 100', true),
('re-pointing', 'UPDATE orders SET customer = $1 WHERE id = 6', 'SELECT CASE customer WHEN $1 THEN ''new'' END FROM orders WHERE id = 6', false),
('re-pointing of a whole table', 'UPDATE visits SET customer = $1 WHERE id > 5', 'SELECT CASE customer WHEN $1 THEN ''new'' END FROM visits WHERE id = 6', false),
('re-pointing two hops away', 'UPDATE lines SET order_id = $1 WHERE id = 6', 'SELECT CASE order_id WHEN $1 THEN ''new'' END FROM lines WHERE id = 6', false),
('re-pointing on the way to another partition', 'UPDATE visits SET year = 2015, customer = $1 WHERE id = 6', 'SELECT CASE customer WHEN $1 THEN ''new'' END FROM visits_2 WHERE id = 6', false);
DELETE FROM ways WHERE merge AND current_setting('server_version_num')::int < 150000;
CREATE VIEW tries AS SELECT what, statement FROM ways WHERE proof IS NULL
	UNION ALL SELECT what || ' for ' || g, replace(statement, '$1', g::text) FROM ways, unnest('{1,3}'::int[]) g WHERE proof IS NOT NULL;

-- What would be wrong: somebody gone, revived or new, and every value and row of persons who were deleted permanently.
CREATE FUNCTION harm() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$
	SELECT coalesce(string_agg(x, ', '), '') FROM (
		SELECT 'customer ' || c.id || ' ' || coalesce(name, '-') FROM shop.customers c WHERE id IN (1, 3) AND (name, left(email, 5)) IS DISTINCT FROM ('*****', '*****')
		UNION ALL SELECT 'nobody is ' || g FROM generate_series(1, 9) g WHERE NOT EXISTS (SELECT FROM shop.customers WHERE id = g)
		UNION ALL SELECT 'times of ' || c.id FROM shop.customers c WHERE (id < 4) IS DISTINCT FROM (deleted_at IS NOT NULL)
		UNION ALL SELECT 'orders ' || string_agg(id || address, ',') FROM shop.orders WHERE customer IN (1, 3) HAVING string_agg(id || address, ',' ORDER BY id) IS DISTINCT FROM '1*****,3*****'
		UNION ALL SELECT 'lines ' || string_agg(id || note, ',') FROM shop.lines WHERE order_id IN (1, 3) HAVING string_agg(id || note, ',' ORDER BY id) IS DISTINCT FROM '1*****,3*****'
		UNION ALL SELECT 'slips ' || string_agg(id || note, ',') FROM shop.slips WHERE order_id IN (1, 3) HAVING string_agg(id || note, ',' ORDER BY id) IS DISTINCT FROM '1*****,3*****'
		UNION ALL SELECT 'visits ' || string_agg(id || remark, ',') FROM shop.visits WHERE customer IN (1, 3) HAVING string_agg(id || remark, ',' ORDER BY id) IS DISTINCT FROM '1*****,3*****'
		UNION ALL SELECT 'files ' || count(*) FROM shop.files WHERE customer IN (1, 3) AND content ->> 'name' = '*****' AND tags = '{*****}' HAVING count(*) <> 2) h(x) $$;
SELECT is(harm(), '', 'as it begins');
SELECT cmp_ok((SELECT count(*) FROM tries), '>', 110::bigint, 'more than a hundred statements');

-- Runs a statement through `place` (%s is the statement), leaves nothing behind, and says what came of it: an SQLSTATE, or
-- what `proof` reads, and `!` with the harm that was done.
CREATE FUNCTION outcome(place text, statement text, proof text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text; harm text;
BEGIN
	EXECUTE replace(place, '%s', quote_literal(statement));
	IF proof IS NOT NULL THEN EXECUTE proof INTO result; END IF;
	harm := shop.harm();
	RAISE SQLSTATE 'ZZ000' USING MESSAGE = coalesce(result, 'nothing') || CASE harm WHEN '' THEN '' ELSE '!' || harm END;
EXCEPTION WHEN SQLSTATE 'ZZ000' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE || CASE WHEN SQLSTATE = '42501' AND SQLERRM ~ 'permission' THEN ' ' || SQLERRM ELSE '' END;
END $$;
CREATE FUNCTION refuses(place text, description text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT public.is((SELECT string_agg(what || ': ' || o, E'\n') FROM (SELECT what, shop.outcome(place, statement, NULL) AS o FROM shop.tries) t WHERE o <> '42501' AND NOT (o = '55006' AND what ~ 'TRUNCATE')), NULL, description || ': what would do harm is refused')
	UNION ALL SELECT public.is(shop.harm(), '', description || ': and has done none') $$;
CREATE FUNCTION works(place text, description text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT public.is((SELECT string_agg(what || ': ' || o, E'\n') FROM (SELECT what, shop.outcome(place, replace(statement, '$1', '8'), replace(proof, '$1', '8')) AS o FROM shop.ways WHERE proof IS NOT NULL) t
		WHERE o NOT LIKE 'new'), NULL, description || ': the same works for active persons') $$;

CREATE FUNCTION everything(place text, description text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT shop.refuses(place, description) UNION ALL SELECT shop.works(place, description) $$;

-- By whom.
GRANT ALL ON ALL TABLES IN SCHEMA shop TO clerk;
CREATE FUNCTION run(statement text) RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE statement; END';
CREATE FUNCTION lend(statement text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = shop AS 'BEGIN EXECUTE statement; END';
CREATE PROCEDURE call_it(statement text) LANGUAGE plpgsql AS 'BEGIN EXECUTE statement; END';
SELECT everything('SELECT shop.run(%s)', 'the owner');
SELECT everything('CALL shop.call_it(%s)', 'in a procedure');
SET ROLE clerk;
SELECT everything('SELECT shop.run(%s)', 'SET ROLE');
SET ROLE visitor;
SELECT is(outcome('SELECT shop.run(%s)', 'DELETE FROM shop.customers', NULL), '42501 permission denied for table customers', 'somebody who holds nothing');
RESET ROLE;
GRANT SELECT ON tries, ways TO visitor;
GRANT SELECT ON ALL TABLES IN SCHEMA shop TO visitor; -- for the proofs
SET ROLE visitor;
SELECT everything('SELECT shop.lend(%s)', 'SECURITY DEFINER');
RESET ROLE;
SET SESSION AUTHORIZATION clerk;
SELECT everything('SELECT shop.run(%s)', 'SET SESSION AUTHORIZATION');
RESET SESSION AUTHORIZATION;
SELECT everything('SELECT shop.run(%s)', 'a superuser');
SET session_replication_role = replica;
DELETE FROM ways WHERE what ~ 'foreign key|order''s key|rule|INSTEAD OF'; -- foreign keys, rules and such triggers do nothing now
SELECT everything('SELECT shop.run(%s)', 'session_replication_role = replica');
RESET session_replication_role;

-- From where: statements that user code runs underneath a statement on the same tables. It is armed once, and fires once.
CREATE FUNCTION fire() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE armed text := current_setting('shop.armed', true);
BEGIN
	PERFORM set_config('shop.armed', '', false);
	IF armed <> '' THEN EXECUTE armed; END IF;
	RETURN true;
END $$;
CREATE FUNCTION fire_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM shop.fire(); RETURN coalesce(NEW, OLD); END $$;
CREATE FUNCTION arm(statement text) RETURNS text LANGUAGE sql AS $$ SELECT set_config('shop.armed', statement, false) $$;
CREATE FUNCTION fire_quietly(int) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM shop.fire(); RETURN $1; END $$;
-- Each place: what puts it there, the statement that comes by, what takes it away.
CREATE FUNCTION at_place(description text, setup text, statement text, teardown text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE place text := format('WITH armed AS MATERIALIZED (SELECT shop.arm(%%s)) SELECT shop.run(%L) FROM armed WHERE arm IS NOT NULL', statement);
BEGIN
	EXECUTE setup;
	RETURN QUERY SELECT public.is(shop.outcome('SELECT shop.run(%s)', 'SELECT shop.arm(''CREATE TEMP TABLE fired (n int)''); ' || statement, 'SELECT to_regclass(''fired'')'), 'fired', description || ': fires');
	PERFORM shop.arm('');
	RETURN QUERY SELECT shop.everything(place, description);
	EXECUTE teardown;
END $$;
SET ROLE shop_owner;
SELECT at_place(format('in a trigger %s ON %s', event, relation), format('CREATE CONSTRAINT TRIGGER fire %s ON %s FOR EACH ROW EXECUTE FUNCTION fire_row()', event, relation), statement, format('DROP TRIGGER fire ON %s', relation))
	FROM (VALUES ('AFTER INSERT', 'orders', 'INSERT INTO shop.orders VALUES (90000, 7, ''x'')'), ('AFTER UPDATE', 'customers', 'UPDATE shop.customers SET credit = 1 WHERE id = 9'),
		('AFTER DELETE', 'lines', 'DELETE FROM shop.lines WHERE id = 9')) t(event, relation, statement);
SELECT at_place(format('in a trigger %s ON %s', event, relation), format('CREATE TRIGGER fire %s ON %s FOR EACH ROW EXECUTE FUNCTION fire_row()', event, relation), statement, format('DROP TRIGGER fire ON %s', relation))
	FROM (VALUES ('BEFORE INSERT', 'orders', 'INSERT INTO shop.orders VALUES (90000, 7, ''x'')'), ('BEFORE UPDATE', 'customers', 'UPDATE shop.customers SET credit = 1 WHERE id = 9'),
		('BEFORE DELETE', 'lines', 'DELETE FROM shop.lines WHERE id = 9')) t(event, relation, statement);
SELECT at_place('in a trigger of the statement', 'CREATE TRIGGER fire AFTER UPDATE ON orders EXECUTE FUNCTION fire_row()', 'UPDATE shop.orders SET state = 1 WHERE id = 9', 'DROP TRIGGER fire ON orders');
SELECT at_place('in a deferred trigger', 'CREATE CONSTRAINT TRIGGER fire AFTER INSERT ON orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fire_row()',
	'INSERT INTO shop.orders VALUES (90000, 7, ''x''); SET CONSTRAINTS ALL IMMEDIATE', 'DROP TRIGGER fire ON orders');
SELECT at_place('in a CHECK', 'ALTER TABLE orders ADD CONSTRAINT fire CHECK (fire()) NOT VALID', 'UPDATE shop.orders SET state = 1 WHERE id = 9', 'ALTER TABLE orders DROP CONSTRAINT fire');
SELECT at_place('in a DEFAULT', 'ALTER TABLE orders ADD fired boolean; ALTER TABLE orders ALTER fired SET DEFAULT fire()', 'INSERT INTO shop.orders VALUES (90000, 7, ''x'')', 'ALTER TABLE orders DROP fired');
SELECT at_place('in an index expression', 'CREATE INDEX fire ON orders (fire_quietly(state))', 'UPDATE shop.orders SET state = 1 WHERE id = 9', 'DROP INDEX fire');
SELECT at_place('in an index predicate', 'CREATE INDEX fire ON lines (id) WHERE fire_quietly(id) > 0', 'INSERT INTO shop.lines VALUES (90000, 7, ''x'')', 'DROP INDEX fire');
SELECT at_place('in a generated column', 'ALTER TABLE orders ADD fired int GENERATED ALWAYS AS (fire_quietly(state)) STORED', 'UPDATE shop.orders SET state = 1 WHERE id = 9', 'ALTER TABLE orders DROP fired');
SELECT at_place('in a domain', 'CREATE DOMAIN fired AS int CHECK (fire()); ALTER TABLE orders ADD fired fired', 'UPDATE shop.orders SET fired = 1 WHERE id = 9', 'ALTER TABLE orders DROP fired; DROP DOMAIN fired');
SELECT at_place('in a WHERE', 'SELECT', 'UPDATE shop.orders SET state = 1 WHERE id = 9 AND shop.fire()', 'SELECT');
SELECT at_place('in a RETURNING', 'SELECT', 'UPDATE shop.orders SET state = 1 WHERE id = 9 RETURNING shop.fire()', 'SELECT');
RESET ROLE;
SELECT at_place('in a row security policy', 'ALTER TABLE orders ENABLE ROW LEVEL SECURITY; CREATE POLICY fire ON orders USING (fire()); CREATE FUNCTION shop.as_clerk() RETURNS int LANGUAGE sql SECURITY DEFINER AS ''SELECT count(*)::int FROM shop.orders''; ALTER FUNCTION shop.as_clerk() OWNER TO clerk',
	'SELECT shop.as_clerk()', 'DROP POLICY fire ON orders; ALTER TABLE orders DISABLE ROW LEVEL SECURITY; DROP FUNCTION as_clerk');

SELECT * FROM finish();
