-- Foreign keys that write: what CASCADE, SET NULL and SET DEFAULT do to declared tables, from tables that nobody declared
-- and from their own parents.
BEGIN;
SET client_min_messages = error;
SELECT no_plan();

CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE TABLE tenants (tenant int PRIMARY KEY);
CREATE TABLE places (place text PRIMARY KEY);
CREATE TABLE clerks (clerk int PRIMARY KEY);
CREATE TABLE customers (tenant int REFERENCES tenants ON UPDATE CASCADE ON DELETE CASCADE, id int, name text, place text REFERENCES places ON UPDATE CASCADE ON DELETE SET NULL,
	clerk int DEFAULT 9 REFERENCES clerks ON DELETE SET DEFAULT, PRIMARY KEY (tenant, id));
CREATE TABLE orders (id int PRIMARY KEY, tenant int, customer int, place text DEFAULT 'nowhere' REFERENCES places ON UPDATE CASCADE ON DELETE SET DEFAULT, clerk int REFERENCES clerks ON DELETE SET NULL,
	address text, FOREIGN KEY (tenant, customer) REFERENCES customers ON UPDATE CASCADE);
CREATE TABLE lines (id int PRIMARY KEY, order_id int REFERENCES orders ON DELETE SET NULL, note text);
CREATE TABLE slips (id int PRIMARY KEY, order_id int DEFAULT 8 REFERENCES orders ON DELETE SET DEFAULT, note text);
CREATE TABLE parcels (id int PRIMARY KEY, order_id int REFERENCES orders ON DELETE CASCADE, note text);
INSERT INTO tenants SELECT g FROM generate_series(1, 9) g;
INSERT INTO places SELECT 'place ' || g FROM generate_series(1, 9) g UNION ALL SELECT 'nowhere' UNION ALL SELECT 'one for all';
INSERT INTO clerks SELECT g FROM generate_series(1, 9) g;
-- A tenant, a place and a clerk each: 1 masked, 2 deleted, 3 erased, the others active.
INSERT INTO customers SELECT g, g, 'name ' || g, 'place ' || g, g FROM generate_series(1, 9) g;
INSERT INTO orders SELECT g, g, g, 'one for all', g, 'address ' || g FROM generate_series(1, 9) g;
INSERT INTO lines SELECT g, g, 'note ' || g FROM generate_series(1, 9) g;
INSERT INTO slips SELECT g, g, 'slip ' || g FROM generate_series(1, 9) g;
INSERT INTO parcels SELECT g, g, 'parcel ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('customers', '{name}'), erasure.set_mask('customers', 'place', 'null'), erasure.relate('orders', 'customers', '{address}'), erasure.set_mask('orders', 'place', 'null'),
	erasure.relate('lines', 'orders', '{note}'), erasure.relate('slips', 'orders', '{note}'), erasure.relate('parcels', 'orders', '{note}');
CREATE FUNCTION key(g int) RETURNS text LANGUAGE sql AS $$ SELECT jsonb_build_object('tenant', g, 'id', g)::text $$;
SELECT erasure.soft_delete('customers', key(g)) FROM generate_series(1, 3) g;
SELECT erasure.erase_now('customers', key(3), 1, 'asked for');
SELECT subjects FROM erasure.permanently_delete('customers', key(1), 1);

CREATE FUNCTION refused(statement text, code text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.throws_ok(statement, code, NULL, description) $$;
CREATE FUNCTION passes(statement text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.lives_ok(statement, description) $$;
CREATE FUNCTION person(g int) RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws('|', c.tenant, c.name, coalesce(c.place, '-'), c.clerk, coalesce(o.place, '-'), coalesce(o.clerk::text, '-'), o.address) FROM customers c LEFT JOIN orders o USING (tenant) WHERE c.id = g AND o.customer = g $$;
SELECT is(person(g), format('%s|*****|-|%s|-|%s|*****', g, g, g), 'as it begins: ' || g) FROM unnest('{1,3}'::int[]) g;

-- a key of the person that another table's key is a part of
SELECT refused('DELETE FROM tenants WHERE tenant = ' || g, '42501', 'CASCADE that deletes a person: ' || g) FROM unnest('{1,2,3,5}'::int[]) g;
SELECT refused('UPDATE tenants SET tenant = 100 WHERE tenant = ' || g, '42501', 'CASCADE that changes the key of a person who was deleted permanently: ' || g) FROM unnest('{1,3}'::int[]) g;
SELECT passes('UPDATE tenants SET tenant = tenant * 100 WHERE tenant IN (2, 5)', 'CASCADE that changes keys of deleted and active persons');
SELECT is(person(5), '500|name 5|place 5|5|one for all|5|address 5', 'two foreign keys on, the orders followed');
SELECT is(erasure.state('customers', '{"tenant":200,"id":2}'), 'deleted', 'so does the state');
SELECT passes('INSERT INTO tenants VALUES (2); UPDATE tenants SET tenant = 20 WHERE tenant = 200', 'and again');
SELECT is(erasure.state('customers', '{"tenant":20,"id":2}'), 'deleted', 'so does the state, again');

-- personal columns that refer elsewhere: a mask refers to nothing, so nothing brings a value back through it
SELECT passes('UPDATE places SET place = ''palace'' WHERE place = ''one for all''; UPDATE places SET place = ''house '' || place WHERE place ~ ''^place''', 'CASCADE into personal columns');
SELECT is(person(5), '500|name 5|house place 5|5|palace|5|address 5', 'of an active person: new values');
SELECT is(person(g), format('%s|*****|-|%s|-|%s|*****', g, g, g), 'of one who was deleted permanently: the masks') FROM unnest('{1,3}'::int[]) g;
SELECT passes('DELETE FROM places WHERE place <> ''nowhere''', 'SET NULL and SET DEFAULT of personal columns');
SELECT is(person(5), '500|name 5|-|5|nowhere|5|address 5', 'of an active person: the default');
SELECT is(person(g), format('%s|*****|-|%s|-|%s|*****', g, g, g), 'of one who was deleted permanently: the masks') FROM unnest('{1,3}'::int[]) g;
SELECT passes('DELETE FROM clerks WHERE clerk <> 9', 'SET NULL and SET DEFAULT of what is not personal');
SELECT is(person(g), format('%s|*****|-|9|-|-|*****', g), 'passes for everybody') FROM unnest('{1,3}'::int[]) g;

-- the person's own rows: there is nothing personal in masked ones, so they may go, and what hangs on them with them
SELECT passes('DELETE FROM orders WHERE id IN (3, 5)', 'an order is deleted');
SELECT is((SELECT string_agg(id || note, ',') FROM parcels WHERE id IN (3, 5)), NULL, 'with what cascades');
SELECT is((SELECT string_agg(concat(id, ':', order_id, note), ',' ORDER BY id) FROM lines WHERE id IN (3, 5)), '3:*****,5:note 5', 'SET NULL leaves a mask behind where there was one');
SELECT is((SELECT string_agg(concat(id, ':', order_id, note), ',' ORDER BY id) FROM slips WHERE id IN (3, 5)), '3:8*****,5:8slip 5', 'and so does SET DEFAULT');
SELECT refused('UPDATE lines SET order_id = 1 WHERE id IN (3, 5)', '42501', 'neither is moved to a masked person');

-- and nobody is undone to rows that are tied to nobody: what came back to them would be out of reach of the next deletion
CREATE FUNCTION rest(g int) RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws(' ', (SELECT concat(order_id, note) FROM lines WHERE id = g), (SELECT concat(order_id, note) FROM slips WHERE id = g), (SELECT note FROM parcels WHERE id = g)) $$;
INSERT INTO orders VALUES (40, 4, 4, NULL, NULL, 'address 40');
INSERT INTO lines VALUES (40, 40, 'note 40');
SELECT erasure.soft_delete('customers', key(4));
SELECT subjects FROM erasure.permanently_delete('customers', key(4), 1);
INSERT INTO places VALUES ('place 1');
SELECT passes('DELETE FROM orders WHERE id IN (1, 4)', 'orders of masked persons are deleted');
SELECT is(erasure.undo_permanent_delete('customers', key(1)) + erasure.undo_permanent_delete('customers', key(4)), 2::bigint, 'both are undone');
SELECT is((SELECT string_agg(name, ',' ORDER BY id) FROM customers WHERE id IN (1, 4)), 'name 1,name 4', 'they are back');
SELECT is(rest(g), '***** 8*****', 'what was left behind stays masked: ' || g) FROM unnest('{1,4}'::int[]) g;
SELECT is((SELECT concat_ws('|', o.address, l.note) FROM orders o JOIN lines l ON l.order_id = o.id WHERE o.id = 40), 'address 40|note 40', 'and the rest of their rows is back');

SELECT * FROM finish();
ROLLBACK;
