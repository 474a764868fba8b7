-- Every way to write that PostgreSQL knows meets the guards: what would destroy, revive or add to a deleted subject is
-- refused, what has nothing to do with it passes.
BEGIN;
SET client_min_messages = error;
SELECT no_plan();

CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, credit int NOT NULL DEFAULT 0);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers ON UPDATE CASCADE, address text, state int NOT NULL DEFAULT 0);
CREATE TABLE lines (id int PRIMARY KEY, order_id int REFERENCES orders ON UPDATE CASCADE ON DELETE CASCADE, note text);
INSERT INTO customers (id, name, email) SELECT g, 'name ' || g, 'mail ' || g FROM generate_series(1, 9) g;
INSERT INTO orders (id, customer, address) SELECT g, g, 'address ' || g FROM generate_series(1, 9) g;
INSERT INTO lines SELECT g, g, 'note ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('customers', '{name,email}'), erasure.relate('orders', 'customers', '{address}'), erasure.relate('lines', 'orders', '{note}');
-- 1 masked, 2 deleted, 3 masked and on hold, 4 deleted and on hold, the others active
SELECT erasure.soft_delete('customers', '{1,2,3,4}');
SELECT * FROM erasure.permanently_delete('customers', '{1,3}', 2);
SELECT erasure.hold('customers', '{3,4}', 'court case');

CREATE FUNCTION refused(statement text, code text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.throws_ok(statement, code, NULL, description) $$;
CREATE FUNCTION passes(statement text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.lives_ok(statement, description) $$;

-- DELETE
SELECT refused('DELETE FROM customers WHERE id = 9', '42501', 'DELETE of an active subject');
SELECT refused('DELETE FROM customers WHERE id = 2', '42501', 'DELETE of a deleted subject');
SELECT refused('DELETE FROM customers WHERE id = 1', '42501', 'DELETE of a masked subject');
SELECT refused('DELETE FROM customers USING orders o WHERE o.customer = customers.id', '42501', 'DELETE USING');
SELECT passes('DELETE FROM customers WHERE id = 1000', 'DELETE that finds nothing');
SELECT passes('DELETE FROM orders WHERE id = 9', 'DELETE of an active subject''s order, its lines cascading');
SELECT passes('DELETE FROM lines WHERE id = 1', 'DELETE of a masked subject''s line: nothing personal is left in it');
SELECT refused('DELETE FROM orders WHERE id = 4', '55006', 'DELETE of a held subject''s order');
SELECT refused('DELETE FROM lines WHERE id = 4', '55006', 'DELETE of a held subject''s line');
SELECT refused('DELETE FROM lines WHERE id = 3', '55006', 'DELETE of a masked and held subject''s line');

-- UPDATE
SELECT refused('UPDATE customers SET deleted_at = now() WHERE id = 5', '42501', 'UPDATE of the deletion time');
SELECT refused('UPDATE customers SET deleted_at = NULL WHERE id = 2', '42501', 'UPDATE that revives');
SELECT refused('UPDATE customers SET deleted_at = NULL WHERE id = 1', '42501', 'UPDATE that revives a masked subject');
SELECT refused('UPDATE customers SET name = ''x'' WHERE id = 1', '42501', 'personal column of a masked subject');
SELECT refused('UPDATE customers SET id = 100 WHERE id = 1', '42501', 'key of a masked subject');
SELECT refused('UPDATE orders SET address = ''x'' WHERE id = 1', '42501', 'personal column of a masked subject''s order');
SELECT refused('UPDATE lines SET note = ''x'' WHERE id = 3', '42501', 'personal column two hops away');
SELECT refused('UPDATE orders SET id = 100 WHERE id = 3', '42501', 'key of a masked subject''s order, its lines cascading');
SELECT refused('UPDATE orders SET customer = 1 WHERE id = 5', '42501', 're-pointing to a masked subject');
SELECT refused('UPDATE orders SET customer = 5 WHERE id = 1', '42501', 're-pointing from a masked subject');
SELECT refused('UPDATE orders SET customer = NULL WHERE id = 1', '42501', 'unlinking from a masked subject');
SELECT refused('UPDATE lines SET order_id = 1 WHERE id = 5', '42501', 're-pointing two hops away');
SELECT refused('UPDATE orders SET address = ''x'' WHERE id = 4', '55006', 'personal column of a held subject''s order');
SELECT refused('UPDATE orders SET customer = 5 WHERE id = 4', '55006', 're-pointing from a held subject');
SELECT refused('UPDATE customers SET name = ''x'' FROM orders o WHERE o.customer = customers.id AND o.id < 4', '42501', 'UPDATE FROM');
SELECT passes('UPDATE customers SET credit = 1', 'columns that are not personal, of all subjects');
SELECT passes('UPDATE orders SET state = 1', 'columns that are not personal, of all orders');
SELECT passes('UPDATE customers SET name = name, email = email, deleted_at = deleted_at, id = id', 'values that stay what they are');
SELECT passes('UPDATE orders SET address = address, customer = customer, id = id', 'values that stay what they are, of orders');
SELECT passes('UPDATE lines SET note = note || '''', order_id = order_id', 'values that come out the same');
SELECT passes('UPDATE customers SET name = ''other name'' WHERE id IN (2, 5)', 'personal columns of active and deleted subjects');

-- INSERT
SELECT refused('INSERT INTO customers (id, name, deleted_at) VALUES (100, ''x'', now())', '42501', 'INSERT of a deleted subject');
SELECT passes('INSERT INTO customers (id, name) VALUES (100, ''x'')', 'INSERT of a subject');
SELECT refused('INSERT INTO orders VALUES (100, 1, ''x'')', '42501', 'INSERT for a masked subject');
SELECT refused('INSERT INTO orders (id, customer) VALUES (100, 1)', '42501', 'INSERT for a masked subject, nothing personal in it');
SELECT refused('INSERT INTO lines VALUES (100, 1, ''x'')', '42501', 'INSERT two hops away');
SELECT refused('INSERT INTO orders SELECT 100 + g, g, ''x'' FROM generate_series(1, 9) g', '42501', 'INSERT of many, some for masked subjects');
SELECT refused('INSERT INTO orders VALUES (1, 1, ''x'') ON CONFLICT (id) DO UPDATE SET address = EXCLUDED.address', '42501', 'ON CONFLICT DO UPDATE');
SELECT passes('INSERT INTO orders VALUES (1, 1, ''x'') ON CONFLICT DO NOTHING', 'ON CONFLICT DO NOTHING that does nothing');
SELECT passes('INSERT INTO orders VALUES (100, 2, ''x''), (101, 4, ''x''), (102, NULL, ''x'')', 'INSERT for deleted subjects, and for none');

-- other statements
SELECT current_setting('server_version_num')::int >= 150000 AS has_merge \gset
\if :has_merge
SELECT refused('MERGE INTO orders o USING (VALUES (1)) v(id) ON o.id = v.id WHEN MATCHED THEN UPDATE SET address = ''x''', '42501', 'MERGE that updates');
SELECT refused('MERGE INTO orders o USING (VALUES (200)) v(id) ON o.id = v.id WHEN NOT MATCHED THEN INSERT VALUES (v.id, 1, ''x'', 0)', '42501', 'MERGE that inserts');
SELECT refused('MERGE INTO customers c USING (VALUES (5)) v(id) ON c.id = v.id WHEN MATCHED THEN DELETE', '42501', 'MERGE that deletes');
\endif
SELECT refused('WITH gone AS (DELETE FROM customers WHERE id = 5 RETURNING *) SELECT count(*) FROM gone', '42501', 'DELETE in a CTE');
SELECT refused('WITH c AS (UPDATE customers SET name = ''x'' WHERE id = 1 RETURNING *) SELECT count(*) FROM c', '42501', 'UPDATE in a CTE');
SELECT refused('WITH c AS (INSERT INTO customers (id, name) VALUES (200, ''x'') RETURNING id) INSERT INTO orders SELECT 200, 1, ''x'' FROM c', '42501', 'INSERT beside a CTE');
SELECT refused('TRUNCATE customers CASCADE', '42501', 'TRUNCATE of the subject table');
SELECT refused('TRUNCATE orders CASCADE', '42501', 'TRUNCATE of a related table while subjects are masked');
SELECT refused('TRUNCATE lines', '42501', 'TRUNCATE two hops away');
SELECT refused($out$DO $do$
	DECLARE c CURSOR FOR SELECT * FROM shop.orders WHERE id = 1 FOR UPDATE;
	BEGIN OPEN c; MOVE NEXT IN c; UPDATE shop.orders SET address = 'x' WHERE CURRENT OF c; END $do$ $out$, '42501', 'UPDATE WHERE CURRENT OF');
SELECT refused($out$DO $do$
	DECLARE c CURSOR FOR SELECT * FROM shop.customers WHERE id = 5 FOR UPDATE;
	BEGIN OPEN c; MOVE NEXT IN c; DELETE FROM shop.customers WHERE CURRENT OF c; END $do$ $out$, '42501', 'DELETE WHERE CURRENT OF');
PREPARE change AS UPDATE orders SET address = 'x' WHERE id = $1;
SELECT refused('EXECUTE change(1)', '42501', 'a prepared UPDATE');
COPY (SELECT 300, 1, 'x', 0) TO PROGRAM 'cat >guards_copy.tmp';
SELECT refused('COPY orders FROM PROGRAM ''cat guards_copy.tmp''', '42501', 'COPY FROM');
COPY (SELECT 1) TO PROGRAM 'cat >/dev/null; rm -f guards_copy.tmp';

-- views and rules
CREATE VIEW o_view AS SELECT * FROM orders;
SELECT refused('UPDATE o_view SET address = ''x'' WHERE id = 1', '42501', 'UPDATE through a view');
SELECT refused('INSERT INTO o_view VALUES (300, 1, ''x'')', '42501', 'INSERT through a view');
SELECT refused('DELETE FROM customers_active WHERE id = 5', '42501', 'DELETE through the view of active subjects');
SELECT refused('UPDATE customers_deleted SET deleted_at = NULL WHERE id = 2', '42501', 'UPDATE through the Deleted list');
CREATE TABLE inbox (id int, customer int, address text);
CREATE RULE forward AS ON INSERT TO inbox DO ALSO INSERT INTO orders VALUES (NEW.id, NEW.customer, NEW.address);
SELECT refused('INSERT INTO inbox VALUES (300, 1, ''x'')', '42501', 'INSERT through a rule');
CREATE RULE wipe AS ON DELETE TO inbox DO INSTEAD DELETE FROM customers WHERE id = OLD.customer;
INSERT INTO inbox VALUES (301, 5, 'x');
SELECT refused('DELETE FROM inbox', '42501', 'DELETE through a rule');

-- functions and other roles
CREATE FUNCTION wrapper() RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ UPDATE shop.orders SET address = 'x' WHERE id = 1 $$;
SELECT refused('SELECT wrapper()', '42501', 'SECURITY DEFINER');
CREATE ROLE clerk;
GRANT USAGE ON SCHEMA shop TO clerk;
GRANT ALL ON ALL TABLES IN SCHEMA shop TO clerk;
SET ROLE clerk;
SELECT refused('UPDATE orders SET address = ''x'' WHERE id = 1', '42501', 'another role');
SELECT refused('DELETE FROM customers WHERE id = 5', '42501', 'another role that was granted DELETE');
SELECT passes('INSERT INTO orders VALUES (310, 5, ''x''); UPDATE orders SET address = ''y'' WHERE id = 310', 'another role''s ordinary work');
SELECT throws_ok('SET erasure.bypass = on', '42501', NULL, 'ordinary users cannot set the bypass');
SELECT throws_ok('SELECT set_config(''erasure.bypass'', ''on'', true)', '42501', NULL, 'nor through a function');
RESET ROLE;

-- guards fire whatever the session says about triggers
SET session_replication_role = replica;
SELECT refused('UPDATE orders SET address = ''x'' WHERE id = 1', '42501', 'session_replication_role = replica: UPDATE');
SELECT refused('DELETE FROM customers WHERE id = 5', '42501', 'session_replication_role = replica: DELETE');
SELECT refused('INSERT INTO orders VALUES (320, 1, ''x'')', '42501', 'session_replication_role = replica: INSERT');
RESET session_replication_role;

-- foreign keys of other tables that act on ours
CREATE TABLE tenants (id int PRIMARY KEY);
INSERT INTO tenants VALUES (1), (2);
ALTER TABLE customers ADD COLUMN tenant int REFERENCES tenants ON DELETE CASCADE;
UPDATE customers SET tenant = 1;
SELECT refused('DELETE FROM tenants WHERE id = 1', '42501', 'a cascade from another table');
SELECT refused('TRUNCATE tenants CASCADE', '42501', 'TRUNCATE CASCADE from another table');
SELECT passes('DELETE FROM tenants WHERE id = 2', 'a cascade that finds nothing');

-- a key that changes takes its entries along
SELECT passes('UPDATE customers SET id = 40 WHERE id = 4', 'key of a deleted and held subject');
SELECT is(erasure.state('customers', 40), 'deleted', 'its state follows');
SELECT throws_ok('SELECT * FROM erasure.permanently_delete(''customers'', ''{40}'', 1)', '55006', NULL, 'its hold follows');
SELECT is((SELECT customer FROM orders WHERE id = 4), 40, 'and so do its orders');
SELECT passes('UPDATE customers SET id = 50 WHERE id = 5', 'key of an active subject');
SELECT refused('UPDATE orders SET address = ''x'' WHERE id = 4', '55006', 'the hold still guards its orders');

-- bypass
SET erasure.bypass = on;
SELECT passes('UPDATE orders SET address = ''repaired'' WHERE id = 1', 'erasure.bypass lets a superuser through');
SELECT passes('UPDATE orders SET address = ''*****'' WHERE id = 1', 'and back');
RESET erasure.bypass;
SELECT is((SELECT count(*) FROM erasure.audit_log WHERE action = 'bypass'), 2::bigint, 'and is noted, once a statement');
SELECT refused('UPDATE orders SET address = ''x'' WHERE id = 1', '42501', 'guarded again');

-- an erased subject whose row has gone: its key does not come back
CREATE TABLE members (id int PRIMARY KEY, name text);
INSERT INTO members VALUES (1, 'a'), (2, 'b'), (3, 'c');
SELECT erasure.protect('members', '{name}', on_erase => 'delete');
SELECT erasure.soft_delete('members', '{1,3}'), erasure.erase_now('members', '{1}', 1, 'test');
SELECT is((SELECT count(*) FROM members WHERE id = 1), 0::bigint, 'on_erase => delete: the row has gone');
SELECT refused('INSERT INTO members VALUES (1, ''a'')', '42501', 'INSERT with its key');
SELECT refused('UPDATE members SET id = 1 WHERE id = 2', '42501', 'UPDATE to its key');
SELECT refused('UPDATE members SET id = 1 WHERE id = 3', '42501', 'UPDATE of a deleted subject to its key');
SELECT passes('INSERT INTO members VALUES (4, ''d'')', 'INSERT with another key');

-- a BEFORE trigger that changes a personal column which the statement does not name
CREATE TABLE patients (id int PRIMARY KEY, name text, visits int DEFAULT 0);
CREATE TABLE letters (id int PRIMARY KEY, patient int REFERENCES patients, body text, printed boolean);
CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.visits > 5 THEN NEW.name := 'known to everybody'; END IF; RETURN NEW; END $$;
CREATE FUNCTION meddle_too() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.printed THEN NEW.body := 'clear text'; END IF; RETURN NEW; END $$;
CREATE TRIGGER meddle BEFORE UPDATE ON patients FOR EACH ROW EXECUTE FUNCTION meddle();
CREATE TRIGGER meddle BEFORE UPDATE ON letters FOR EACH ROW EXECUTE FUNCTION meddle_too();
INSERT INTO patients VALUES (1, 'a'), (2, 'b');
INSERT INTO letters VALUES (1, 1, 'x'), (2, 2, 'y');
SELECT erasure.protect('patients', '{name}'), erasure.relate('letters', 'patients', '{body}');
SELECT erasure.soft_delete('patients', '{1}');
SELECT erasure.ignore_trigger('patients', 'meddle', 'it copies nothing'), erasure.ignore_trigger('letters', 'meddle', 'it copies nothing');
SELECT * FROM erasure.permanently_delete('patients', '{1}', 1);
SELECT refused('UPDATE patients SET visits = 6 WHERE id = 1', '42501', 'a BEFORE trigger that changes a personal column underneath');
SELECT refused('UPDATE letters SET printed = true WHERE id = 1', '42501', 'the same in a related table');
SELECT passes('UPDATE patients SET visits = 2', 'the same trigger when it changes nothing');
SELECT passes('UPDATE letters SET printed = true WHERE id = 2', 'the same trigger for an active subject');

-- partitions: of the subject table, of a related table, addressed directly, attached later, rows that move between them
CREATE TABLE people (id int, region text NOT NULL, name text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE people_n PARTITION OF people FOR VALUES IN ('north');
CREATE TABLE people_s (name text, region text NOT NULL, id int NOT NULL);
ALTER TABLE people ATTACH PARTITION people_s FOR VALUES IN ('south');
CREATE TABLE visits (id int, year int, person int, region text, remark text, seen boolean, PRIMARY KEY (id, year), FOREIGN KEY (person, region) REFERENCES people)
	PARTITION BY RANGE (year);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (2000) TO (2010);
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (2010) TO (2020);
INSERT INTO people VALUES (1, 'north', 'a'), (2, 'south', 'b'), (3, 'north', 'c'), (4, 'south', 'd'), (5, 'north', 'e');
INSERT INTO visits SELECT id, 2005, id, region, 'remark ' || id FROM people;
INSERT INTO people VALUES (7, 'north', 'g');
SELECT erasure.protect('people', '{name}'), erasure.relate('visits', 'people', '{remark}');
CREATE TABLE people_w PARTITION OF people FOR VALUES IN ('west');
CREATE TABLE visits_3 (seen boolean, remark text, region text, person int, year int NOT NULL, id int NOT NULL);
ALTER TABLE visits ATTACH PARTITION visits_3 FOR VALUES FROM (2020) TO (2030);
SELECT erasure.soft_delete('people', '[{"id":1,"region":"north"},{"id":2,"region":"south"},{"id":3,"region":"north"}]');
SELECT * FROM erasure.permanently_delete('people', '[{"id":1,"region":"north"},{"id":2,"region":"south"}]', 2);
SELECT is((SELECT string_agg(name, ',' ORDER BY id) FROM people), '*****,*****,c,d,e,g', 'subjects in partitions are masked');
SELECT is((SELECT string_agg(remark, ',' ORDER BY id) FROM visits), '*****,*****,remark 3,remark 4,remark 5', 'their related rows too');
SELECT refused('UPDATE people_n SET name = ''x'' WHERE id = 1', '42501', 'partition of the subject table: UPDATE');
SELECT refused('UPDATE people_s SET name = ''x'' WHERE id = 2', '42501', 'partition with its columns in another order: UPDATE');
SELECT refused('DELETE FROM people_n WHERE id = 7', '42501', 'partition of the subject table: DELETE');
SELECT refused('DELETE FROM people WHERE id = 7', '42501', 'partitioned subject table: DELETE');
SELECT refused('TRUNCATE people_n CASCADE', '42501', 'partition of the subject table: TRUNCATE');
SELECT refused('UPDATE people_n SET deleted_at = NULL WHERE id = 3', '42501', 'partition of the subject table: deletion time');
SELECT refused('INSERT INTO people_n (id, region, name, deleted_at) VALUES (9, ''north'', ''x'', now())', '42501', 'partition of the subject table: INSERT of a deleted one');
SELECT refused('UPDATE visits_1 SET remark = ''x'' WHERE id = 2', '42501', 'partition of a related table: UPDATE');
SELECT refused('INSERT INTO visits_2 VALUES (9, 2011, 1, ''north'', ''x'')', '42501', 'partition of a related table: INSERT');
SELECT refused('INSERT INTO visits VALUES (9, 2025, 2, ''south'', ''x'')', '42501', 'partition attached later: INSERT');
SELECT refused('INSERT INTO visits_3 (id, year, person, region, remark) VALUES (9, 2025, 2, ''south'', ''x'')', '42501', 'partition attached later, directly: INSERT');
SELECT refused('TRUNCATE visits_2', '42501', 'partition of a related table: TRUNCATE');
SET session_replication_role = replica;
SELECT refused('INSERT INTO visits_3 (id, year, person, region, remark) VALUES (9, 2025, 2, ''south'', ''x'')', '42501', 'partition attached later: always');
RESET session_replication_role;
SELECT passes('INSERT INTO visits_2 VALUES (10, 2011, 5, ''north'', ''x'')', 'partition: INSERT for an active subject');
SELECT passes('UPDATE visits SET year = 2015 WHERE id = 5', 'a related row of an active subject moves to another partition');
SELECT passes('UPDATE visits SET year = 2015, remark = ''new'' WHERE id = 3', 'a related row of a deleted subject moves');
SELECT refused('UPDATE visits SET year = 2015 WHERE id = 1', '42501', 'a related row of a masked subject: its partition key is part of the key by which undo finds it');
SELECT passes('UPDATE visits SET year = 2025, seen = true WHERE id = 4', 'into a partition with its columns in another order');
SELECT refused('UPDATE visits SET year = 2025, seen = true WHERE id = 2', '42501', 'the same of a masked subject');
SELECT refused('UPDATE visits SET year = 2015, remark = ''new'' WHERE id = 2', '42501', 'it moves with a new value');
SELECT refused('UPDATE visits SET year = 2015, person = 5, region = ''north'' WHERE id = 2', '42501', 'it moves away from its subject');
SELECT refused('UPDATE visits SET year = 2005, person = 1, region = ''north'' WHERE id = 5', '42501', 'a row moves to a masked subject');
SELECT refused('WITH gone AS (DELETE FROM visits WHERE id = 2 RETURNING *) INSERT INTO visits SELECT id, 2015, person, region, remark FROM gone', '42501', 'DELETE and INSERT are no move');
SELECT passes('INSERT INTO people VALUES (6, ''north'', ''f''); UPDATE people SET region = ''west'' WHERE id = 6', 'an active subject moves to another partition');
SELECT refused('WITH gone AS (DELETE FROM people WHERE id = 6 RETURNING *) INSERT INTO people (id, region, name) SELECT id, region, name FROM gone', '42501', 'DELETE and INSERT of a subject are no move');
SELECT refused('WITH gone AS (DELETE FROM people WHERE id = 3 RETURNING *) INSERT INTO people (id, region, name) SELECT id, region, name FROM gone', '42501', 'nor do they revive a deleted one');
CREATE TABLE marks (person int, region text, year int, FOREIGN KEY (person, region) REFERENCES people) PARTITION BY RANGE (year);
CREATE TABLE marks_1 PARTITION OF marks FOR VALUES FROM (2000) TO (2010);
CREATE TABLE marks_2 (year int, region text, person int);
ALTER TABLE marks ATTACH PARTITION marks_2 FOR VALUES FROM (2010) TO (2020);
INSERT INTO marks VALUES (1, 'north', 2001), (5, 'north', 2001);
SELECT erasure.relate('marks', 'people');
SELECT passes('UPDATE marks SET year = 2011', 'rows of a bare related table move, a masked subject''s too');
SELECT passes('UPDATE marks SET year = 2002', 'and back');
SELECT refused('UPDATE marks SET year = 2011, person = 5 WHERE person = 1', '42501', 'but not away from their subject');
SELECT refused('UPDATE marks SET year = 2011, person = 1 WHERE person = 5', '42501', 'nor to a masked one');
SELECT refused('WITH gone AS (DELETE FROM marks WHERE person = 1 RETURNING *) INSERT INTO marks SELECT person, region, 2011 FROM gone', '42501', 'DELETE and INSERT of such a row are no move');
ALTER TABLE visits DROP CONSTRAINT visits_person_region_fkey;
SET erasure.bypass = on;
DROP TABLE marks;
RESET erasure.bypass;
SELECT passes('UPDATE people SET region = ''west'' WHERE id = 3', 'a deleted subject moves to another partition');
SELECT is(erasure.state('people', '{"id":3,"region":"west"}'), 'deleted', 'and stays deleted');
SELECT refused('UPDATE people SET region = ''west'', deleted_at = NULL WHERE id = 3', '42501', 'it does not revive on the way');
SELECT refused('UPDATE people SET region = ''west'' WHERE id = 1', '42501', 'the key of a masked subject does not move');

SELECT * FROM finish();
ROLLBACK;
