-- direct_delete => 'soft_delete': a plain DELETE of an ordinary client deletes softly, whatever way it is written, and the client
-- sees what it expects of a DELETE. What cannot be turned into a soft delete is refused.
BEGIN;
SET client_min_messages = error;
SELECT no_plan();

CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE ROLE delete_clerk;
CREATE ROLE delete_nobody;
CREATE ROLE delete_reader;
GRANT USAGE ON SCHEMA shop TO delete_clerk, delete_nobody, delete_reader;
CREATE TABLE countries (code text PRIMARY KEY);
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, country text REFERENCES countries ON DELETE CASCADE, credit int NOT NULL DEFAULT 0,
	stamp text GENERATED ALWAYS AS (name || credit) STORED);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers ON DELETE CASCADE, address text);
INSERT INTO countries VALUES ('nl');
INSERT INTO customers (id, name, country) SELECT g, 'name ' || g, CASE g WHEN 60 THEN 'nl' END FROM generate_series(1, 60) g;
INSERT INTO orders SELECT g, g, 'address ' || g FROM generate_series(1, 60) g;
-- A plan that was made before there was a policy.
PREPARE early(int) AS DELETE FROM customers WHERE id = $1;
SET plan_cache_mode = force_generic_plan;
EXECUTE early(1000);
SELECT erasure.protect('customers', '{name}', direct_delete => 'soft_delete'), erasure.relate('orders', 'customers', '{address}'),
	erasure.not_personal('customers', '{stamp,country}', 'made up');
SELECT erasure.allow('customers', '{soft_delete}', 'delete_clerk');
GRANT SELECT, DELETE ON customers TO delete_clerk, delete_nobody;
GRANT SELECT, UPDATE ON customers TO delete_reader;
SELECT erasure.allow('customers', '{soft_delete}', 'delete_reader');

CREATE FUNCTION refused(statement text, code text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.throws_ok(statement, code, NULL, description) $$;
CREATE FUNCTION passes(statement text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.lives_ok(statement, description) $$;
CREATE TABLE looked (id bigint);
INSERT INTO looked VALUES (0);
CREATE FUNCTION audit() RETURNS text LANGUAGE plpgsql AS $$
DECLARE seen text;
BEGIN
	SELECT string_agg(action || ' ' || subjects, ', ' ORDER BY id) INTO seen FROM erasure.audit_entry
	WHERE id > (SELECT id FROM shop.looked) AND action IN ('soft_delete', 'restore');
	UPDATE shop.looked SET id = (SELECT max(id) FROM erasure.audit_entry);
	RETURN seen;
END $$;
CREATE FUNCTION deleted(relation regclass DEFAULT 'shop.customers') RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(s.key, ',' ORDER BY s.key) FROM erasure.subject_state s JOIN erasure.declared_table d ON d.id = s.subject_id
	WHERE d.relation = $1 AND s.state = 'deleted' $$;
-- Rows that the statement counts, as PL/pgSQL sees them.
CREATE FUNCTION counted(statement text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
	EXECUTE statement;
	GET DIAGNOSTICS n = ROW_COUNT;
	RETURN n;
END $$;

-- What it does
SELECT is(counted('DELETE FROM customers WHERE id IN (1, 2)'), 2::bigint, 'DELETE counts its rows');
SELECT is((SELECT string_agg(id::text, ',' ORDER BY id) FROM customers_deleted), '1,2', 'they are in the Deleted list');
SELECT is(deleted(), '1,2', 'with their states');
SELECT is(audit(), 'soft_delete 2', 'and one audit row');
SELECT is((SELECT count(*) FROM customers), 60::bigint, 'no row has gone');
SELECT is((SELECT count(*) FROM orders), 60::bigint, 'nothing has cascaded');
SELECT is((SELECT bool_and(deleted_at = now()) FROM customers WHERE id < 3), true, 'deleted now');
SELECT is(counted('DELETE FROM customers WHERE id IN (1, 3)'), 1::bigint, 'those that are deleted already do not count');
SELECT is(counted('DELETE FROM customers WHERE id = 1'), 0::bigint, 'not even alone');
SELECT is(audit(), 'soft_delete 1', 'nor are they audited again');
SELECT is(erasure.restore('customers', '{1,2,3}'::text), 3::bigint, 'restore brings them back');
SELECT * FROM erasure.soft_delete('customers', '{4,5,6}');
SELECT * FROM erasure.permanently_delete('customers', '{4,5}', 2);
SELECT erasure.erase_now('customers', '{5}', 1, 'asked');
SELECT is(counted('DELETE FROM customers WHERE id IN (4, 5, 6)'), 0::bigint, 'masked and erased subjects do not count');
SELECT is((SELECT string_agg(key || ' ' || state, ', ' ORDER BY key) FROM erasure.subjects), '4 masked, 5 erased, 6 deleted', 'and stay what they are');
SELECT is(counted('DELETE FROM customers WHERE false'), 0::bigint, 'a DELETE that finds nothing');
SELECT audit() IS NOT NULL AS looked;

-- Every way to write it
SELECT results_eq('DELETE FROM customers WHERE id IN (7, 8) RETURNING id, name', $$VALUES (7, 'name 7'), (8, 'name 8')$$, 'RETURNING');
SELECT is(counted('DELETE FROM customers c USING orders o WHERE o.customer = c.id AND o.address = ''address 9'''), 1::bigint, 'USING');
SELECT is(counted('DELETE FROM customers c USING generate_series(1, 3) g WHERE c.id = 10'), 1::bigint, 'USING that finds a row three times');
SELECT results_eq('WITH gone AS (DELETE FROM customers WHERE id IN (11, 12) RETURNING id) SELECT count(*)::int FROM gone', 'VALUES (2)', 'a CTE');
SELECT is(counted('WITH gone AS (DELETE FROM customers WHERE id = 13 RETURNING id) INSERT INTO countries SELECT id::text FROM gone'), 1::bigint, 'a CTE of an INSERT');
SELECT is(counted('WITH who AS (SELECT 14 AS id) DELETE FROM customers USING who WHERE who.id = customers.id'), 1::bigint, 'beneath a CTE');
SELECT is(counted('WITH a AS (DELETE FROM customers WHERE id = 15), b AS (DELETE FROM orders WHERE id = 59) DELETE FROM customers WHERE id = 16'), 1::bigint, 'several in one');
SELECT is((SELECT count(*) FROM orders), 59::bigint, 'of related rows the DELETE is one');
SELECT is(counted('DELETE FROM ONLY customers WHERE id = 17'), 1::bigint, 'ONLY');
SELECT is(counted('DELETE FROM customers_active WHERE id = 18'), 1::bigint, 'through the view of the active');
SELECT passes($s$DO $do$ DECLARE c CURSOR FOR SELECT * FROM customers WHERE id = 19 FOR UPDATE; r record; BEGIN OPEN c; FETCH c INTO r; DELETE FROM customers WHERE CURRENT OF c; CLOSE c; END $do$$s$, 'WHERE CURRENT OF');
SELECT passes('EXECUTE early(20)', 'a generic plan from before the policy');
PREPARE late(int) AS DELETE FROM customers WHERE id = $1;
EXECUTE late(21);
SET plan_cache_mode = force_custom_plan;
EXECUTE late(22);
RESET plan_cache_mode;
CREATE FUNCTION plain(int) RETURNS void LANGUAGE sql AS 'DELETE FROM shop.customers WHERE id = $1';
CREATE FUNCTION stored(int) RETURNS int LANGUAGE sql BEGIN ATOMIC DELETE FROM shop.customers WHERE id = $1 RETURNING id; END;
SELECT passes('SELECT plain(23)', 'an SQL function');
SELECT is(stored(24), 24, 'a stored body');
SELECT passes('COPY (DELETE FROM customers WHERE id = 45 RETURNING id) TO PROGRAM ''cat >/dev/null''', 'COPY');
DO $$ BEGIN DELETE FROM shop.customers WHERE id = 25; IF NOT found THEN RAISE 'not found'; END IF; END $$;
SELECT is(deleted(), '10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,45,6,7,8,9', 'all of these are deleted');
SELECT is(audit(), 'soft_delete 2, soft_delete 1, soft_delete 1, soft_delete 2, soft_delete 1, soft_delete 1, soft_delete 2, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1', 'and audited');
CREATE FUNCTION plan(statement text) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN (COSTS off) ' || statement; END $$;
SELECT is((SELECT string_agg(trim(l), ' / ') FROM plan('DELETE FROM customers WHERE credit = 1') l), 'Update on customers / ->  Seq Scan on customers / Filter: ((deleted_at IS NULL) AND (credit = 1))', 'EXPLAIN shows what happens');
SELECT passes('EXPLAIN ANALYZE DELETE FROM customers WHERE id = 26', 'EXPLAIN ANALYZE');
SELECT is((SELECT deleted_at FROM customers WHERE id = 26) IS NOT NULL, true, 'does it');

-- What stays refused
SELECT refused('DELETE FROM countries WHERE code = ''nl''', '42501', 'a foreign key that cascades to subjects');
SELECT is((SELECT count(*) FROM customers_active WHERE id = 60), 1::bigint, 'which stay');
SELECT CASE WHEN current_setting('server_version_num')::int < 150000 THEN pass('MERGE is not there yet') ELSE
	throws_ok('MERGE INTO customers c USING (VALUES (27)) AS v(id) ON v.id = c.id WHEN MATCHED THEN DELETE', '42501', NULL, 'MERGE') END;
SELECT refused('TRUNCATE customers CASCADE', '42501', 'TRUNCATE');
SELECT refused('UPDATE customers SET deleted_at = now() WHERE id = 27', '42501', 'UPDATE of the deletion time, which is another setting');
SELECT refused('UPDATE customers SET deleted_at = NULL WHERE id = 26', '42501', 'and of a deleted one');
SELECT refused('UPDATE customers SET deleted_at = ''1999-12-31'' WHERE id = 27 AND erasure._deletion_time() IS NOT NULL', '42501', 'an UPDATE that calls what a DELETE calls');
SELECT refused('WITH d AS (DELETE FROM customers WHERE id = 27) UPDATE customers SET deleted_at = ''1999-12-31'' WHERE id = 28', '42501', 'an UPDATE beside a DELETE');
SELECT refused($$INSERT INTO customers (id, name, deleted_at) VALUES (500, 'x', now())$$, '42501', 'INSERT of a deleted subject');
SELECT is((SELECT count(*) FROM customers), 60::bigint, 'all rows are there');

-- Roles: DELETE's privilege, and the action
SELECT audit() IS NOT NULL AS looked;
SET ROLE delete_nobody;
SELECT refused('DELETE FROM customers WHERE id = 27', '42501', 'a role that may DELETE, without the action');
SELECT is(counted('DELETE FROM customers WHERE id = 1000'), 0::bigint, 'finds nothing');
SET ROLE delete_reader;
SELECT refused('DELETE FROM customers WHERE id = 27', '42501', 'a role with the action and UPDATE, but not DELETE');
SET ROLE delete_clerk;
SELECT is(counted('DELETE FROM customers WHERE id = 27'), 1::bigint, 'a role with both, and no UPDATE');
RESET ROLE;
SELECT is(audit(), 'soft_delete 1', 'audited');
SELECT is((SELECT deleted_by FROM erasure.subjects WHERE key = '27'), 'delete_clerk', 'with the role');

-- Row security for DELETE applies
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON customers FOR SELECT TO delete_clerk USING (id < 40);
CREATE POLICY gone ON customers FOR DELETE TO delete_clerk USING (id <> 30);
SET ROLE delete_clerk;
SELECT is(counted('DELETE FROM customers WHERE id IN (30, 31, 50)'), 1::bigint, 'row security counts');
RESET ROLE;
SELECT is((SELECT string_agg(id::text, ',' ORDER BY id) FROM customers_deleted WHERE id IN (30, 31, 50)), '31', 'and decides');
DROP POLICY seen ON customers;
DROP POLICY gone ON customers;
ALTER TABLE customers DISABLE ROW LEVEL SECURITY;

-- Triggers of the table's
CREATE TABLE fired (what text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.fired VALUES (TG_OP || ' ' || TG_LEVEL); RETURN COALESCE(NEW, OLD); END $$;
CREATE TRIGGER note_row BEFORE UPDATE OF deleted_at OR DELETE ON customers FOR EACH ROW EXECUTE FUNCTION note();
CREATE TRIGGER note_statement AFTER UPDATE OR DELETE ON customers FOR EACH STATEMENT EXECUTE FUNCTION note();
SELECT is(counted('DELETE FROM customers WHERE id = 32'), 1::bigint, 'with triggers');
SELECT is((SELECT string_agg(what, ', ' ORDER BY what) FROM fired), 'UPDATE ROW, UPDATE STATEMENT', 'those of UPDATE fire');
DROP TRIGGER note_row ON customers;
DROP TRIGGER note_statement ON customers;
CREATE FUNCTION keeps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.deleted_at := NULL; RETURN NEW; END $$;
CREATE TRIGGER keeps BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION keeps();
SELECT refused('DELETE FROM customers WHERE id = 33', '42P17', 'a trigger that takes the deletion back');
DROP TRIGGER keeps ON customers;
CREATE FUNCTION others() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM shop.customers WHERE id = OLD.id + 10 AND OLD.id IN (33, 34); RETURN NEW; END $$;
CREATE TRIGGER others BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION others();
SELECT is(counted('DELETE FROM customers WHERE id IN (33, 34)'), 2::bigint, 'a trigger that deletes others');
DROP TRIGGER others ON customers;
SELECT audit() IS NOT NULL AS looked;
SELECT is(erasure.restore('customers', '{33,34,43,44}'::text), 4::bigint, 'all four are deleted');
UPDATE customers SET credit = credit + 1 WHERE id = 34;
CREATE TRIGGER others AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION others();
SELECT is(counted('DELETE FROM customers WHERE id IN (33, 34)'), 2::bigint, 'a trigger that deletes others afterwards');
SELECT is(audit(), 'restore 4, soft_delete 1, soft_delete 1, soft_delete 2', 'an entry for each statement');
DROP TRIGGER others ON customers;
SELECT is((SELECT stamp FROM customers WHERE id = 34), 'name 341', 'a generated column is as it was');

-- Rolled back
SAVEPOINT before;
DELETE FROM customers WHERE id = 35;
ROLLBACK TO before;
SELECT is(audit(), NULL, 'a DELETE that was rolled back has left nothing');
SELECT is(counted('DELETE FROM customers WHERE id = 36'), 1::bigint, 'the next one');
SELECT is(audit(), 'soft_delete 1', 'is by itself');

-- erasure.bypass deletes, also by statements that were prepared without it, and back
SET plan_cache_mode = force_generic_plan;
EXECUTE late(1000);
SET erasure.bypass = on;
EXECUTE late(37);
SELECT is((SELECT count(*) FROM customers WHERE id = 37), 0::bigint, 'under erasure.bypass a DELETE is one');
RESET erasure.bypass;
EXECUTE late(38);
SELECT is((SELECT deleted_at IS NOT NULL FROM customers WHERE id = 38), true, 'and after it none');

-- The end of the policy
SELECT erasure.protect('countries', '{}', direct_delete => 'soft_delete');
PREPARE country AS DELETE FROM countries WHERE code = '13';
EXECUTE country;
SELECT is((SELECT count(*) FROM countries_deleted), 1::bigint, 'a table with another policy');
SELECT erasure.unprotect('countries');
UPDATE countries SET deleted_at = NULL;
EXECUTE country;
SELECT is((SELECT count(*) FROM countries WHERE code = '13'), 0::bigint, 'a plan from before the policy''s end');

-- Composite keys, partitions, inheritance, other deletion columns
CREATE TABLE parts (tenant int, id int, name text, PRIMARY KEY (tenant, id)) PARTITION BY LIST (tenant);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE parts_2 (dropped int, id int NOT NULL, name text, tenant int NOT NULL);
ALTER TABLE parts_2 DROP COLUMN dropped;
ALTER TABLE parts ATTACH PARTITION parts_2 FOR VALUES IN (2);
INSERT INTO parts SELECT t, i, 'x' FROM generate_series(1, 2) t, generate_series(1, 3) i;
SELECT erasure.protect('parts', '{name}', deleted_at => 'gone', direct_delete => 'soft_delete');
SELECT audit() IS NOT NULL AS looked;
SELECT is(counted('DELETE FROM parts WHERE id = 1'), 2::bigint, 'rows of two partitions');
SELECT is(counted('DELETE FROM parts_2 WHERE id = 2'), 1::bigint, 'a partition by its own name');
SELECT is(audit(), 'soft_delete 2, soft_delete 1', 'audited');
CREATE TABLE parts_3 PARTITION OF parts FOR VALUES IN (3);
INSERT INTO parts VALUES (3, 1, 'x');
SELECT is(counted('DELETE FROM parts_3'), 1::bigint, 'a partition that came later');
SELECT is((SELECT count(*) FROM parts_deleted), 4::bigint, 'all in the Deleted list');
ALTER TABLE parts DETACH PARTITION parts_3;
CREATE TABLE above (id int NOT NULL, name text);
CREATE TABLE middle (gone timestamp(0), PRIMARY KEY (id)) INHERITS (above);
CREATE TABLE below (PRIMARY KEY (id)) INHERITS (middle);
INSERT INTO middle VALUES (1, 'x'), (5, 'x');
INSERT INTO below VALUES (2, 'x'), (3, 'x');
SELECT erasure.protect('middle', '{name}', deleted_at => 'gone', direct_delete => 'soft_delete');
SELECT is(counted('DELETE FROM middle WHERE id < 3'), 2::bigint, 'rows of a table and of its child, and a timestamp without time zone');
SELECT is(counted('DELETE FROM below WHERE id = 3'), 1::bigint, 'the child by its own name');
SELECT is(deleted('middle'), '1,2,3', 'their states');
SELECT is((SELECT gone = now()::timestamp(0) FROM middle WHERE id = 1), true, 'at the time that the type can hold');
SELECT refused('DELETE FROM above WHERE id = 5', '42501', 'through a table above that is not declared');

-- Both settings at once
CREATE TABLE both_ways (id int PRIMARY KEY, name text);
INSERT INTO both_ways SELECT g, 'x' FROM generate_series(1, 4) g;
SELECT erasure.protect('both_ways', '{name}', direct_delete => 'soft_delete', direct_soft_delete => 'allow');
SELECT is(counted('DELETE FROM both_ways WHERE id < 3'), 2::bigint, 'DELETE');
SELECT is(counted('UPDATE both_ways SET deleted_at = NULL WHERE id = 1'), 1::bigint, 'and an UPDATE that restores');
SELECT is(deleted('both_ways'), '2', 'one is left');

-- Beside hide_deleted
CREATE TABLE hidden (id int PRIMARY KEY, name text);
INSERT INTO hidden SELECT g, 'x' FROM generate_series(1, 9) g;
SELECT erasure.protect('hidden', '{name}', direct_delete => 'soft_delete', direct_soft_delete => 'allow', hide_deleted => true);
SELECT erasure.allow('hidden', '{view_deleted,soft_delete,restore}', 'delete_clerk');
GRANT SELECT, UPDATE, DELETE ON hidden TO delete_clerk;
SET ROLE delete_clerk;
SELECT is(counted('DELETE FROM hidden WHERE id IN (1, 2)'), 2::bigint, 'DELETE hides');
SELECT is(counted('DELETE FROM hidden WHERE id IN (1, 2)'), 0::bigint, 'and finds none that is hidden');
SELECT is(counted('UPDATE hidden SET deleted_at = now() WHERE id = 3'), 1::bigint, 'so does an UPDATE of the deletion time');
SELECT is(counted('UPDATE hidden SET deleted_at = NULL'), 6::bigint, 'which reaches those only that are seen');
SET erasure.show_deleted = on;
SELECT is(counted('UPDATE hidden SET deleted_at = NULL WHERE id IN (1, 3)'), 2::bigint, 'who sees the others restores them');
SELECT is(counted('DELETE FROM hidden WHERE id IN (2, 3)'), 1::bigint, 'and deletes those that are not deleted yet');
RESET erasure.show_deleted;
RESET ROLE;
SELECT is(deleted('hidden'), '2,3', 'their states');

-- Changed later, under prepared statements too
CREATE TABLE later (id int PRIMARY KEY, name text);
INSERT INTO later SELECT g, 'x' FROM generate_series(1, 9) g;
SELECT erasure.protect('later', '{name}');
PREPARE later_delete(int) AS DELETE FROM later WHERE id = $1;
PREPARE later_update(int) AS UPDATE later SET deleted_at = now() WHERE id = $1;
SET plan_cache_mode = force_generic_plan;
SELECT refused('EXECUTE later_delete(1)', '42501', 'refused before');
SELECT refused('EXECUTE later_update(1)', '42501', 'as is the UPDATE');
SELECT erasure.set_options('later', direct_delete => 'soft_delete');
SELECT passes('EXECUTE later_delete(1)', 'set_options turns DELETE into a soft delete');
SELECT refused('EXECUTE later_update(2)', '42501', 'and nothing else');
SELECT erasure.set_options('later', direct_delete => 'refuse', direct_soft_delete => 'allow');
SELECT refused('EXECUTE later_delete(2)', '42501', 'and back');
SELECT passes('EXECUTE later_update(2)', 'and takes an UPDATE for one');
SELECT is(deleted('later'), '1,2', 'their states');
SELECT erasure.set_options('later', direct_soft_delete => 'refuse');
SELECT refused('EXECUTE later_update(3)', '42501', 'and back');
RESET plan_cache_mode;

SELECT * FROM finish();
ROLLBACK;
