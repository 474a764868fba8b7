-- Triggers of the user's that see rows before they are masked could copy them: nothing is deleted permanently before each
-- was looked at, and again when it does something else.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(26);

CREATE ROLE keeper;
CREATE ROLE other;
CREATE SCHEMA shop AUTHORIZATION keeper;
SET ROLE keeper;
SET search_path = shop, public;
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int, day int, customer int REFERENCES customers, ship_name text, PRIMARY KEY (id, day)) PARTITION BY LIST (day);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES IN (1);
CREATE TABLE history (customer int, name text);
INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(1, 5) i;
INSERT INTO orders SELECT i, 1, i, 'Ship ' || i FROM generate_series(1, 5) i;
SELECT erasure.protect('customers', '{name}'), erasure.relate('orders', 'customers', '{ship_name}');
SELECT erasure.soft_delete('customers', '{1,2,3,4}'::int[]);
CREATE FUNCTION copies() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.history VALUES (OLD.id, OLD.name); RETURN NULL; END $$;
CREATE FUNCTION stamps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE FUNCTION counts() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;

CREATE TRIGGER new_rows BEFORE INSERT ON customers FOR EACH ROW EXECUTE FUNCTION stamps();
SELECT lives_ok($$SELECT erasure.permanently_delete('customers', '{1}'::int[], 1)$$, 'INSERT alone sees nothing that is masked');
CREATE TRIGGER keeps_history AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION copies();
CREATE TRIGGER "St amp" BEFORE UPDATE OF day ON orders FOR EACH ROW EXECUTE FUNCTION stamps();
CREATE TRIGGER each_statement AFTER DELETE ON orders REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION counts();
CREATE TRIGGER of_partition BEFORE DELETE ON orders_1 FOR EACH ROW EXECUTE FUNCTION stamps();
CREATE FUNCTION said(call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE detail text; hint text;
BEGIN
	EXECUTE call;
	RETURN 'passed';
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	RETURN SQLSTATE || ' ' || SQLERRM || E'\n' || hint;
END $$;
SELECT is(said($$SELECT erasure.permanently_delete('customers', '{2}'::int[], 1)$$), '42P17 4 triggers could copy data of subjects of table "customers"
Declare the tables that they write to; then, or if they copy nothing personal:
SELECT erasure.ignore_trigger(''customers'', ''keeps_history'', reason => ''...'');
SELECT erasure.ignore_trigger(''orders'', ''St amp'', reason => ''...'');
SELECT erasure.ignore_trigger(''orders'', ''each_statement'', reason => ''...'');
SELECT erasure.ignore_trigger(''orders_1'', ''of_partition'', reason => ''...'');', 'all at once, row and statement, of partitions too, with all the statements');
SELECT throws_ok($$SELECT erasure.erase_now('customers', '{2}'::int[], 1, 'asked')$$, '42P17', NULL, 'erase_now');
SELECT throws_ok($$SELECT * FROM erasure.confirmation('customers', '{2}'::int[])$$, '42P17', NULL, 'confirmation');
SELECT is((SELECT count(*) FROM erasure.preview('customers', '{2}'::int[])), 2::bigint, 'preview only tells');
SELECT is((SELECT count(*) FROM history), 0::bigint, 'nothing was copied');
SELECT is(erasure.undo_permanent_delete('customers', '{1}'::int[]), 1::bigint, 'undo goes on');
DELETE FROM history;

SELECT throws_ok($$SELECT erasure.ignore_trigger('customers', 'keeps_history', ' ')$$, '22023');
SELECT throws_ok($$SELECT erasure.ignore_trigger('customers', 'nothing', 'x')$$, '42704');
SELECT lives_ok($$SELECT erasure.ignore_trigger('customers', 'new_rows', 'the doctor asked')$$, 'one that need not be, for the doctor');
SELECT throws_ok($$SELECT erasure.ignore_trigger('customers', 'erasure_guard_update', 'x')$$, '42704', NULL, 'nor one of ours');
SELECT throws_ok($$SELECT erasure.ignore_trigger('history', 'x', 'x')$$, '42P17', NULL, 'nor on a table that is not declared');
RESET ROLE;
SET ROLE other;
SELECT throws_ok($$SELECT erasure.ignore_trigger('shop.customers', 'keeps_history', 'x')$$, '42501');
RESET ROLE;
SET ROLE keeper;
SELECT erasure.ignore_trigger('customers', 'keeps_history', 'history is purged every night'), erasure.ignore_trigger('orders', 'St amp', 'a stamp'), erasure.ignore_trigger('orders_1', 'of_partition', 'a stamp');
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', '{2}'::int[], 1)$$, '42P17', '1 trigger could copy data of subjects of table "customers"');
ALTER TABLE orders DISABLE TRIGGER each_statement;
SELECT lives_ok($$SELECT erasure.permanently_delete('customers', '{2}'::int[], 1)$$, 'a trigger that is disabled copies nothing');
ALTER TABLE orders ENABLE TRIGGER each_statement;
SELECT erasure.ignore_trigger('orders', 'each_statement', 'a counter');
SELECT lives_ok($$SELECT erasure.permanently_delete('customers', '{3}'::int[], 1)$$, 'all acknowledged');
SELECT is((SELECT string_agg(detail, ', ' ORDER BY id) FROM erasure.audit_log WHERE action = 'ignore_trigger'), 'trigger new_rows, trigger keeps_history, trigger St amp, trigger of_partition, trigger each_statement', 'the audit log has them');

-- The same name, another deed.
CREATE OR REPLACE FUNCTION stamps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.history VALUES (OLD.id, OLD.ship_name); RETURN NEW; END $$;
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', '{4}'::int[], 1)$$, '42P17', '2 triggers could copy data of subjects of table "customers"', 'the function was replaced');
CREATE OR REPLACE FUNCTION stamps() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
SELECT is((SELECT count(*) FROM erasure.preview('customers', '{4}'::int[])), 2::bigint);
ALTER TRIGGER keeps_history ON customers RENAME TO archive;
ALTER TABLE orders RENAME TO purchases;
SELECT is(said($$SELECT erasure.confirmation('customers', '{4}'::int[])$$), 'passed', 'names may change, and what it did before is known still');
DROP TRIGGER archive ON customers;
CREATE TRIGGER archive AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION copies();
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', '{4}'::int[], 1)$$, '42P17', '1 trigger could copy data of subjects of table "customers"', 'dropped, and made again: to be looked at again');
SELECT erasure.ignore_trigger('customers', 'archive', 'as before');
DROP TRIGGER archive ON customers;
CREATE TRIGGER archive AFTER UPDATE OR DELETE ON customers FOR EACH ROW EXECUTE FUNCTION copies();
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', '{4}'::int[], 1)$$, '42P17');
-- A trigger that calls itself a guard is one of the user's all the same.
CREATE TRIGGER erasure_guard_of_mine BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION stamps();
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', '{4}'::int[], 1)$$, '42P17', '2 triggers could copy data of subjects of table "customers"');
SELECT is((SELECT tgattr::text FROM pg_trigger WHERE tgrelid = 'customers'::regclass AND tgname = 'erasure_guard_update'), '', 'and what it changes is looked at');
DROP TRIGGER erasure_guard_of_mine ON customers;
DROP TRIGGER archive ON customers;
SELECT lives_ok($$SELECT erasure.permanently_delete('customers', '{4}'::int[], 1)$$);
RESET ROLE;
SELECT is((SELECT string_agg(object_name, ', ' ORDER BY object_name) FROM erasure.exemption WHERE kind = 'trigger'), 'St amp, each_statement, new_rows, of_partition', 'what was dropped is forgotten');

SELECT * FROM finish();
