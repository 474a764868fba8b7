-- What migration tools do to protected tables, statement for statement, passes: as on any other table, with the life
-- cycle going on afterwards. Subjects are masked while it happens.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(45);

CREATE ROLE app;
CREATE ROLE reader;
CREATE SCHEMA app AUTHORIZATION app;
SET ROLE app;
SET search_path = app, public;
CREATE TABLE customers (id serial PRIMARY KEY, name varchar(20) NOT NULL, mail varchar(40), phone text, score int, created timestamp DEFAULT now());
CREATE TABLE orders (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_name varchar(20), total numeric);
INSERT INTO customers (name, mail, phone, score) SELECT 'Name ' || i, 'm' || i || '@example.com', '+49 170 123456' || i, i FROM generate_series(1, 9) i;
INSERT INTO orders (customer_id, ship_name, total) SELECT i, 'Ship ' || i, i FROM generate_series(1, 9) i;
SELECT erasure.protect('customers', '{name,mail,phone}'), erasure.relate('orders', 'customers', '{ship_name}');
GRANT USAGE ON SCHEMA app TO reader;
GRANT SELECT ON customers_deleted TO reader WITH GRANT OPTION;
GRANT SELECT (id, mail), UPDATE (score) ON customers_active TO reader;
SELECT erasure.soft_delete('customers', '{1,2,3,4,5,6,7,8}'::int[]);
SELECT erasure.permanently_delete('customers', '{1,2,3,4,5}'::int[], 5);

CREATE FUNCTION standing() RETURNS text LANGUAGE sql AS $$
	SELECT (SELECT count(*) FROM pg_trigger WHERE tgname ~ '^erasure_guard_' AND tgrelid IN ('customers'::regclass, 'orders'::regclass) AND tgenabled = 'A') || ' guards, ' ||
		(SELECT count(*) FROM pg_views WHERE schemaname = 'app' AND viewname <> 'granted') || ' views' $$;
CREATE FUNCTION passes(tool text, statements text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	RETURN NEXT lives_ok(statements, tool);
	RETURN NEXT is(standing(), '9 guards, 2 views', '  everything stands');
END $$;
CREATE VIEW granted AS SELECT c.relname, a.grantee::regrole::text, a.privilege_type, a.is_grantable, '' AS attname FROM pg_class c, aclexplode(c.relacl) a WHERE c.relname ~ '^customers_(active|deleted)$'
	UNION ALL SELECT c.relname, a.grantee::regrole::text, a.privilege_type, a.is_grantable, t.attname FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a WHERE c.relname ~ '^customers_(active|deleted)$';
CREATE TABLE granted_before AS SELECT * FROM granted;
SELECT is(standing(), '9 guards, 2 views');

SELECT passes('DISABLE TRIGGER, which an owner may not do to guards', 'ALTER TABLE customers DISABLE TRIGGER USER; ALTER TABLE orders DISABLE TRIGGER USER; ALTER TABLE customers ENABLE REPLICA TRIGGER erasure_guard_update');
SELECT passes('DROP TRIGGER, likewise', 'DROP TRIGGER erasure_guard_delete ON customers; DROP TRIGGER erasure_guard_truncate ON orders');
SELECT passes('Django: AddField and AlterField', $$
	ALTER TABLE "customers" ADD COLUMN "nick" varchar(30) DEFAULT '' NOT NULL;
	ALTER TABLE "customers" ALTER COLUMN "nick" DROP DEFAULT;
	ALTER TABLE "customers" ALTER COLUMN "name" TYPE varchar(80);
	ALTER TABLE "customers" ALTER COLUMN "mail" TYPE text USING "mail"::text$$);
SELECT set_eq('TABLE granted', 'TABLE granted_before', 'the views have their grants, of columns too');
SELECT is(obj_description('customers_deleted'::regclass), 'the Deleted list: subjects that are soft-deleted and can be restored or deleted permanently');
SELECT passes('Django: RenameField, RemoveField, AlterModelTable and back', $$
	ALTER TABLE "customers" RENAME COLUMN "mail" TO "email";
	ALTER TABLE "customers" DROP COLUMN "nick" CASCADE;
	ALTER TABLE "customers" RENAME TO "shop_customers";
	ALTER TABLE "shop_customers" RENAME TO "customers"$$);
SELECT passes('Django: AddConstraint, unique and a deferrable foreign key', $$
	ALTER TABLE "orders" DROP CONSTRAINT "orders_customer_id_fkey";
	ALTER TABLE "orders" ADD CONSTRAINT "orders_fk" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") DEFERRABLE INITIALLY DEFERRED;
	SET CONSTRAINTS "orders_fk" IMMEDIATE;
	ALTER TABLE "customers" ADD CONSTRAINT "score_positive" CHECK ("score" >= 0);
	ALTER TABLE "customers" ADD CONSTRAINT "score_unique" UNIQUE ("score")$$);
SELECT passes('Rails: change_column, change_column_null, change_column_default, add_reference, rename_index', $$
	ALTER TABLE "orders" ALTER COLUMN "ship_name" TYPE character varying(120), ALTER COLUMN "ship_name" SET DEFAULT '';
	ALTER TABLE "orders" ALTER COLUMN "ship_name" SET NOT NULL;
	ALTER TABLE "orders" ADD "referrer_id" bigint;
	CREATE INDEX "index_orders_on_referrer_id" ON "orders" ("referrer_id");
	ALTER INDEX "index_orders_on_referrer_id" RENAME TO "orders_referrer";
	ALTER TABLE "orders" ALTER COLUMN "ship_name" DROP NOT NULL$$);
SELECT passes('Flyway: several changes in one statement, with a rewrite', $$
	ALTER TABLE customers ADD COLUMN IF NOT EXISTS vip boolean NOT NULL DEFAULT false, ALTER score TYPE bigint, ALTER phone TYPE varchar(40), DROP COLUMN IF EXISTS created;
	COMMENT ON COLUMN customers.vip IS 'very important'$$);
SELECT passes('Alembic: batch of alter_column and a NOT VALID constraint validated later', $$
	ALTER TABLE app.customers ALTER COLUMN name TYPE text, ALTER COLUMN email TYPE varchar(255);
	ALTER TABLE app.customers ADD CONSTRAINT vip_has_score CHECK (NOT vip OR score > 0) NOT VALID;
	ALTER TABLE app.customers VALIDATE CONSTRAINT vip_has_score;
	ALTER TABLE app.customers DROP CONSTRAINT vip_has_score$$);
SELECT passes('pgroll, expand and contract: a new column, a trigger that fills it, swapped by renaming', $$
	ALTER TABLE orders ADD COLUMN _new_total bigint;
	UPDATE orders SET _new_total = total;
	ALTER TABLE orders DROP COLUMN total;
	ALTER TABLE orders RENAME COLUMN _new_total TO total$$);
SELECT passes('statements that change nothing of ours', $$
	ALTER TABLE customers SET (fillfactor = 90);
	ALTER TABLE customers CLUSTER ON customers_pkey;
	ALTER TABLE customers ALTER score SET STATISTICS 100;
	ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
	ALTER TABLE customers DISABLE ROW LEVEL SECURITY;
	ALTER TABLE customers REPLICA IDENTITY FULL;
	ALTER TABLE customers DISABLE TRIGGER USER;
	ALTER TABLE customers ENABLE TRIGGER USER;
	DROP TRIGGER erasure_guard_update ON customers$$);
RESET ROLE;
SET search_path = app, public;
CREATE INDEX CONCURRENTLY customers_email ON customers (email);
REINDEX TABLE CONCURRENTLY customers;
DROP INDEX CONCURRENTLY customers_email;
SELECT is(standing(), '9 guards, 2 views', 'CREATE and DROP INDEX CONCURRENTLY');
CLUSTER customers USING customers_pkey;
VACUUM FULL orders;
SELECT is(standing(), '9 guards, 2 views', 'rewritten');
SET ROLE app;

-- A view of the user's own on one of ours stands in the way, as on any other view.
CREATE VIEW mine AS SELECT name FROM customers_active;
SELECT throws_ok('ALTER TABLE customers ALTER name TYPE varchar(100)', '2BP01');
SELECT is(standing(), '9 guards, 3 views', 'and nothing has changed');
DROP VIEW mine;
-- Whoever does not own the table is refused before anything is taken away for it.
RESET ROLE;
SET ROLE reader;
SELECT throws_ok('ALTER TABLE app.customers ALTER name TYPE varchar(100)', '42501', 'must be owner of table customers');
SELECT throws_ok('ALTER TABLE app.customers DISABLE TRIGGER USER', '42501');
RESET ROLE;
SET ROLE app;
-- A guard that a superuser has disabled stays so, until triggers are enabled again: a data-only restore does that.
RESET ROLE;
ALTER TABLE customers DISABLE TRIGGER ALL;
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgrelid = 'customers'::regclass AND tgname ~ '^erasure' AND tgenabled = 'D'), 5::bigint);
ALTER TABLE customers ADD again int;
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgrelid = 'customers'::regclass AND tgname ~ '^erasure' AND tgenabled = 'D'), 5::bigint);
ALTER TABLE customers ENABLE TRIGGER ALL;
SELECT is(standing(), '9 guards, 2 views', 'ALWAYS again');
SET ROLE app;

-- And the life goes on.
SELECT is(erasure.undo_permanent_delete('customers', '{1,2,3,4}'::int[]), 4::bigint, 'undo');
SELECT is((SELECT string_agg(name || '/' || email || '/' || phone || '/' || ship_name, ' ' ORDER BY c.id) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id IN (1, 4, 5)),
	'Name 1/m1@example.com/+49 170 1234561/Ship 1 Name 4/m4@example.com/+49 170 1234564/Ship 4 *****/*****/*****/*****', 'brings back every byte, whatever the columns are called');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', '{1,6}'::int[], 2)), 4::bigint, 'and others are masked');
SELECT is((SELECT count(*) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id IN (1, 5, 6) AND name || email || phone || ship_name = '********************'), 3::bigint);
SELECT throws_ok($$UPDATE customers SET email = 'x' WHERE id = 6$$, '42501');
SELECT throws_ok($$INSERT INTO orders (customer_id, ship_name) VALUES (6, 'x')$$, '42501');
SELECT is(erasure.erase_now('customers', '{1,5,6}'::int[], 3, 'asked'), 3::bigint, 'and erased');

-- The key's type changes once nobody waits for undo, which finds rows by it.
SELECT passes('the key becomes wider', $$
	ALTER TABLE customers ALTER COLUMN id TYPE bigint;
	ALTER TABLE orders ALTER COLUMN customer_id TYPE bigint$$);

-- Copy and swap, as tools without ALTER do it: nobody may be masked, and the copy has to be declared.
SELECT lives_ok($$
	CREATE TABLE orders_new (LIKE orders INCLUDING ALL);
	INSERT INTO orders_new SELECT * FROM orders;
	ALTER TABLE orders_new ADD FOREIGN KEY (customer_id) REFERENCES customers;
	ALTER SEQUENCE orders_id_seq OWNED BY orders_new.id;
	DROP TABLE orders;
	ALTER TABLE orders_new RENAME TO orders$$, 'copy and swap');
SELECT erasure.soft_delete('customers', '{9}'::int[]);
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('customers', '{9}'::int[], 1)$$, '42P17', NULL, 'the gate has found the copy');
SELECT lives_ok($$SELECT erasure.relate('orders', 'customers', '{ship_name}')$$);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', '{9}'::int[], 1)), 2::bigint);
RESET ROLE;

SELECT * FROM finish();
