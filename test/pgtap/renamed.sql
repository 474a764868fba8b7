-- Names change: of columns, tables, schemas, roles, owners. The policy follows, in what it does and in what a dump of it
-- would say. Copies of a declared table are not declared.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(41);

CREATE ROLE keeper;
CREATE ROLE heir;
CREATE ROLE clerk;
CREATE SCHEMA shop AUTHORIZATION keeper;
CREATE SCHEMA store AUTHORIZATION keeper;
GRANT USAGE ON SCHEMA shop, store TO heir, clerk;
SET ROLE keeper;
CREATE TABLE shop.customers (id int PRIMARY KEY, gone int, name text, mail text, remark text);
ALTER TABLE shop.customers DROP gone;
CREATE TABLE shop.orders (id int PRIMARY KEY, customer int REFERENCES shop.customers, ship_name text, kind text NOT NULL DEFAULT 'o');
INSERT INTO shop.customers SELECT i, 'Name ' || i, 'mail' || i FROM generate_series(1, 6) i;
INSERT INTO shop.orders SELECT i, i, 'Ship ' || i FROM generate_series(1, 6) i;
SELECT erasure.protect('shop.customers', '{name,mail}'), erasure.relate('shop.orders', 'shop.customers', '{ship_name}', condition => 'kind <> ''x'''),
	erasure.not_personal('shop.customers', '{remark}', 'remarks'), erasure.allow('shop.customers', '{view_deleted,soft_delete,permanently_delete,undo}', 'clerk'),
	erasure.allow('shop.customers', '{soft_delete,permanently_delete,undo}', 'keeper');
GRANT SELECT ON shop.customers_deleted TO heir WITH GRANT OPTION;
GRANT SELECT (id) ON shop.customers_active TO heir;
SELECT erasure.soft_delete('shop.customers', '{1,2,3}'::int[]);
SELECT erasure.permanently_delete('shop.customers', '{1}'::int[], 1);
RESET ROLE;

-- What a dump would say of the policy.
CREATE FUNCTION told() RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(d.schema_name || '.' || d.table_name || ' (' || (SELECT string_agg(column_name, ',' ORDER BY column_name) FROM erasure.personal_column WHERE table_id = d.id) || ')' ||
		coalesce((SELECT string_agg(' by ' || array_to_string(l.names, ',') || ' = ' || array_to_string(l.parent_names, ',') || ' if ' || array_to_string(l.condition_names, ','), '' ORDER BY l.id) FROM erasure.link l WHERE l.table_id = d.id), '') || coalesce(' ' || d.deleted_at_name, ''), '; ' ORDER BY id)
	FROM erasure.declared_table d $$;
CREATE FUNCTION open_columns(relation regclass) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	RETURN (SELECT string_agg(object_name::text, ' ') FROM erasure.exemption WHERE kind = 'column' AND erasure.exemption.relation = $1);
END $$;
CREATE FUNCTION guards(relation regclass) RETURNS bigint LANGUAGE sql AS $$
	SELECT count(*) FROM pg_trigger WHERE tgrelid = relation AND tgname ~ '^erasure_guard_' AND tgenabled = 'A' $$;
SELECT is(told(), 'shop.customers (mail,name) deleted_at; shop.orders (ship_name) by customer = id if kind');

SET ROLE keeper;
SELECT lives_ok('ALTER TABLE shop.customers RENAME mail TO email');
SELECT lives_ok('ALTER TABLE shop.customers RENAME deleted_at TO gone_since');
SELECT lives_ok('ALTER TABLE shop.customers RENAME id TO customer_id');
SELECT lives_ok('ALTER TABLE shop.customers RENAME remark TO "Re,mark"');
SELECT lives_ok('ALTER TABLE shop.orders RENAME customer TO buyer; ALTER TABLE shop.orders RENAME kind TO sort');
SELECT lives_ok('ALTER TABLE shop.customers RENAME TO clients');
RESET ROLE;
SELECT is(told(), 'shop.clients (email,name) gone_since; shop.orders (ship_name) by buyer = customer_id if sort', 'the next dump has the new names');
SELECT is(open_columns('shop.clients'), 'Re,mark', 'so has what was exempted');
SELECT is((SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'v' AND relnamespace = 'shop'::regnamespace), 'clients_active clients_deleted', 'the views followed');
SELECT is((SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'shop.clients_active'::regclass), 'customer_id name email Re,mark gone_since', 'with their columns');
SELECT ok(has_table_privilege('heir', 'shop.clients_deleted', 'SELECT WITH GRANT OPTION') AND has_table_privilege('clerk', 'shop.clients_deleted', 'SELECT'), 'and their grants');

SET ROLE keeper;
SELECT lives_ok('ALTER TABLE shop.clients SET SCHEMA store');
RESET ROLE;
SELECT lives_ok('ALTER SCHEMA store RENAME TO "St.ore"');
SELECT is(told(), 'St.ore.clients (email,name) gone_since; shop.orders (ship_name) by buyer = customer_id if sort', 'another schema');
SELECT is((SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class WHERE relkind = 'v' AND relnamespace = '"St.ore"'::regnamespace), 'clients_active clients_deleted', 'the views too');

SELECT lives_ok('ALTER TABLE "St.ore".clients OWNER TO heir; ALTER TABLE shop.orders OWNER TO heir; GRANT CREATE ON SCHEMA shop TO heir');
SELECT is((SELECT string_agg(DISTINCT relowner::regrole::text, ' ') FROM pg_class WHERE relname ~ '^clients'), 'heir', 'another owner, of the views too');
SELECT ok(has_table_privilege('clerk', '"St.ore".clients_deleted', 'SELECT'), 'the clerk sees the Deleted list still');

SET ROLE clerk;
SELECT is((SELECT string_agg(name, ' ' ORDER BY customer_id) FROM "St.ore".clients_deleted), 'Name 2 Name 3');
SELECT is(erasure.undo_permanent_delete('"St.ore".clients', '{1}'::int[]), 1::bigint, 'undo of what was masked under the old names');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('"St.ore".clients', '{2}'::int[], 1)), 2::bigint);
RESET ROLE;
SELECT is((SELECT string_agg(name || '/' || email || '/' || ship_name, ' ' ORDER BY customer_id) FROM "St.ore".clients JOIN shop.orders ON buyer = customer_id WHERE customer_id < 4),
	'Name 1/mail1/Ship 1 *****/*****/***** Name 3/mail3/Ship 3');
SELECT throws_ok($$UPDATE "St.ore".clients SET email = 'x' WHERE customer_id = 2$$, '42501', NULL, 'the guards know the new names');
SELECT is(guards('"St.ore".clients') + guards('shop.orders'), 9::bigint);

-- A name given to another column afterwards does not make that one personal.
SET ROLE heir;
SELECT lives_ok('ALTER TABLE "St.ore".clients RENAME email TO e_mail; ALTER TABLE "St.ore".clients ADD email int');
SELECT is((SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM erasure.policy WHERE relation = '"St.ore".clients'::regclass), 'e_mail name');
SELECT is((SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = '"St.ore".clients_active'::regclass), 'customer_id name e_mail Re,mark gone_since email', 'the views show a column that was added');
RESET ROLE;

-- Roles. One that is renamed keeps its permissions, one that is dropped loses them, whoever has its name later.
ALTER ROLE clerk RENAME TO "cl erk";
SET ROLE "cl erk";
SELECT is(erasure.soft_delete('"St.ore".clients', '{4}'::int[]), 1::bigint, 'a role that was renamed');
RESET ROLE;
SELECT ok(EXISTS (SELECT FROM erasure.permission WHERE role_name = 'cl erk'), 'the next dump has the role''s new name');
SELECT ok(NOT EXISTS (SELECT FROM erasure.permission WHERE role_name = 'clerk'));
REVOKE ALL ON ALL TABLES IN SCHEMA "St.ore" FROM "cl erk";
REVOKE ALL ON SCHEMA shop, "St.ore" FROM "cl erk";
DROP ROLE "cl erk";
CREATE ROLE "cl erk";
GRANT USAGE ON SCHEMA shop, "St.ore" TO "cl erk";
SET ROLE "cl erk";
SELECT throws_ok($$SELECT erasure.soft_delete('"St.ore".clients', '{5}'::int[])$$, '42501', NULL, 'another role of the same name has nothing');
RESET ROLE;
SELECT erasure.soft_delete('"St.ore".clients', '{5}'::int[]);
SELECT ok(NOT EXISTS (SELECT FROM erasure.permission WHERE role_name = 'cl erk'), 'the dropped role''s permissions are gone');

-- Copies.
SET ROLE heir;
SELECT lives_ok('CREATE TABLE shop.copy AS TABLE "St.ore".clients', 'CREATE TABLE AS');
SELECT lives_ok('CREATE TABLE shop.alike (LIKE "St.ore".clients INCLUDING ALL)', 'LIKE');
SELECT lives_ok('CREATE TEMP TABLE clients (LIKE "St.ore".clients INCLUDING ALL); ALTER TABLE clients ADD x int, DROP name; DROP TABLE clients', 'a temporary table of the same name');
SELECT is(guards('shop.copy') + guards('shop.alike'), 0::bigint, 'no guards on copies');
SELECT lives_ok('INSERT INTO shop.alike SELECT * FROM shop.copy; UPDATE shop.alike SET name = ''x''; DELETE FROM shop.copy; TRUNCATE shop.alike; DROP TABLE shop.copy, shop.alike', 'which are tables like any other');
SELECT is(guards('"St.ore".clients') + guards('shop.orders'), 9::bigint, 'the original has all of its guards');
RESET ROLE;

-- What was fetched with one search_path is meant with it, whatever lies in front.
CREATE SCHEMA trap;
CREATE TABLE trap.orders (id int, ship_name text);
SET search_path = trap, "St.ore", shop, public;
SELECT lives_ok('ALTER TABLE orders DROP ship_name; ALTER TABLE clients RENAME e_mail TO mail; DROP TABLE orders');
RESET search_path;
SELECT is(told(), 'St.ore.clients (mail,name) gone_since; shop.orders (ship_name) by buyer = customer_id if sort', 'the table that the statement meant, no other');

SELECT * FROM finish();
