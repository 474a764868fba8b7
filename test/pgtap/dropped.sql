-- DROP of what is declared: refused while subjects need it, cleaned up after otherwise, whichever statement does it.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(63);

CREATE ROLE shop_owner;
CREATE ROLE shop_stranger;
GRANT CREATE ON DATABASE :DBNAME TO shop_owner;
-- Two subjects tables of one owner, in a schema of their own; nobody is masked yet.
CREATE FUNCTION shop() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
	DROP SCHEMA IF EXISTS shop CASCADE;
	CREATE SCHEMA shop AUTHORIZATION shop_owner;
	SET ROLE shop_owner;
	SET search_path = shop;
	CREATE TABLE customers (id int PRIMARY KEY, name text, mail text, tier int);
	CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, ship_name text);
	CREATE TABLE notes (id int PRIMARY KEY, "order" int REFERENCES orders, note text);
	CREATE TABLE prices (id int PRIMARY KEY, customer int REFERENCES customers, label text);
	INSERT INTO customers SELECT i, 'Name ' || i, 'mail' || i FROM generate_series(1, 4) i;
	INSERT INTO orders SELECT i, i, 'Ship ' || i FROM generate_series(1, 4) i;
	INSERT INTO notes SELECT i, i, 'Note ' || i FROM generate_series(1, 4) i;
	PERFORM erasure.protect('customers', '{name,mail}');
	PERFORM erasure.relate('orders', 'customers', '{ship_name}');
	PERFORM erasure.relate('notes', 'orders', '{note}');
	PERFORM erasure.ignore('prices', 'customers', 'prices');
	PERFORM erasure.soft_delete('customers', '{1,2}'::int[]);
	RESET ROLE;
	SET search_path = public;
END $$;
-- Rows of the policy that speak of tables that are not there, and guards on tables that no policy speaks of.
CREATE VIEW dangling AS
SELECT 'declared' AS what, id::text FROM erasure.declared_table d WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = d.relation)
UNION ALL SELECT 'link', id::text FROM erasure.link l WHERE NOT EXISTS (SELECT FROM erasure.declared_table WHERE id = l.parent_id)
UNION ALL SELECT 'column', p.column_name FROM erasure.personal_column p LEFT JOIN erasure.declared_table d ON d.id = p.table_id
	WHERE NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = d.relation AND attnum = p.attnum AND attname = p.column_name AND NOT attisdropped)
UNION ALL SELECT 'exemption', object_name::text FROM erasure.exemption e WHERE NOT EXISTS (SELECT FROM pg_class WHERE oid = e.relation)
	OR parent IS NOT NULL AND NOT EXISTS (SELECT FROM pg_class WHERE oid = e.parent)
UNION ALL SELECT 'exempted column', object_name FROM erasure.exemption e WHERE kind = 'column' AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = e.relation AND attname = e.object_name)
UNION ALL SELECT 'permission', action FROM erasure.permission p WHERE NOT EXISTS (SELECT FROM erasure.declared_table WHERE id = p.subject_id)
UNION ALL SELECT 'state', key FROM erasure.subject_state s WHERE state <> 'erased' AND NOT EXISTS (SELECT FROM erasure.declared_table WHERE id = s.subject_id)
UNION ALL SELECT 'guard', tgrelid::regclass::text FROM pg_trigger t WHERE tgname ~ '^erasure_guard_' AND NOT EXISTS (SELECT FROM erasure.declared_table WHERE relation = t.tgrelid);

-- Nobody masked: every way to drop leaves nothing behind.
SELECT shop();
SET ROLE shop_owner;
SELECT lives_ok('DROP TABLE shop.notes');
SELECT is((SELECT string_agg(DISTINCT relation::text, ' ' ORDER BY relation::text) FROM erasure.policy), 'shop.customers shop.orders', 'notes are out of the policy');
RESET ROLE;
SELECT is_empty('TABLE dangling', 'after a related table was dropped');
SELECT shop();
SET ROLE shop_owner;
SELECT lives_ok('DROP TABLE shop.orders CASCADE');
RESET ROLE;
SELECT is_empty('TABLE dangling', 'after a table in the middle was dropped: what hung on it is out, with its guards');
SELECT is((SELECT string_agg(relation::text || '.' || column_name, ' ' ORDER BY column_name) FROM erasure.policy), 'shop.customers.mail shop.customers.name');
SELECT shop();
SET ROLE shop_owner;
SELECT throws_ok('DROP TABLE shop.customers', '2BP01', NULL, 'foreign keys stand in the way as ever');
SELECT is((SELECT count(*) FROM pg_views WHERE schemaname = 'shop'), 2::bigint, 'and the views are still there');
SELECT lives_ok('DROP TABLE shop.prices, shop.notes, shop.orders, shop.customers', 'without CASCADE: the views of erasure are not in the way');
RESET ROLE;
SELECT is_empty('TABLE dangling', 'after the subject table was dropped');
SELECT is((SELECT count(*) FROM erasure.declared_table) + (SELECT count(*) FROM erasure.exemption) + (SELECT count(*) FROM erasure.subject_state), 0::bigint);
SELECT shop();
SET ROLE shop_owner;
SELECT lives_ok('DROP TABLE shop.customers CASCADE');
RESET ROLE;
SELECT is_empty('TABLE dangling', 'after the subject table was dropped with CASCADE: no guard stays on its related tables');
SELECT shop();
SELECT lives_ok('DROP SCHEMA shop CASCADE');
SELECT is_empty('TABLE dangling', 'after DROP SCHEMA CASCADE');
SELECT shop();
SELECT lives_ok('DROP OWNED BY shop_owner');
SELECT is_empty('TABLE dangling', 'after DROP OWNED');
SELECT shop();
SET ROLE shop_owner;
SELECT erasure.not_personal('shop.prices', '{}', 'x') WHERE false;
ALTER TABLE shop.customers ADD nickname text, ADD colour text;
SELECT erasure.add_personal('shop.customers', '{nickname}'), erasure.not_personal('shop.customers', '{colour}', 'a colour');
SELECT lives_ok('ALTER TABLE shop.customers DROP nickname, DROP colour');
SELECT is((SELECT string_agg(column_name, ' ' ORDER BY column_name) FROM erasure.policy WHERE relation = 'shop.customers'::regclass), 'mail name');
RESET ROLE;
SELECT is_empty('TABLE dangling', 'after a personal column and one that is not were dropped');
SELECT is((SELECT string_agg(detail, '; ' ORDER BY id) FROM erasure.audit_log WHERE action = 'drop' AND role = 'shop_owner'),
	'table notes; table orders, with it "shop.notes"; table customers; table customers, with it "shop.orders", "shop.notes"; personal column nickname', 'the audit log has every one');

-- A type takes the columns of that type along.
CREATE DOMAIN shop.handle AS text;
GRANT USAGE ON TYPE shop.handle TO shop_owner;
SET ROLE shop_owner;
ALTER TABLE shop.customers ADD handle shop.handle;
SELECT erasure.add_personal('shop.customers', '{handle}');
RESET ROLE;
SELECT lives_ok('DROP DOMAIN shop.handle CASCADE');
SELECT is_empty('TABLE dangling', 'after the type of a column was dropped');
SELECT is((SELECT count(*) FROM pg_views WHERE schemaname = 'shop'), 2::bigint, 'the views, which it took along too, are back');
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgrelid = 'shop.customers'::regclass AND tgname ~ '^erasure_guard_' AND tgenabled = 'A'), 5::bigint, 'every guard stands');

-- Somebody masked: refused, and nothing has changed.
SET ROLE shop_owner;
SELECT erasure.permanently_delete('shop.customers', '{1}'::int[], 1);
SELECT throws_ok('DROP TABLE shop.notes', '55000', 'cannot drop table "shop.notes" now');
SELECT throws_ok('DROP TABLE shop.orders CASCADE', '55000', 'cannot drop table "shop.orders" now');
SELECT throws_ok('DROP TABLE shop.customers CASCADE', '55000', 'cannot drop table "shop.customers" now');
SELECT throws_ok('DROP OWNED BY shop_owner', '55000', NULL, 'DROP OWNED');
SELECT throws_ok('ALTER TABLE shop.customers DROP name', '55000', 'cannot drop column "name" of table "shop.customers" now');
SELECT throws_ok('ALTER TABLE shop.orders DROP customer', '55000', 'cannot drop column "customer" of table "shop.orders" now', 'nor a column that leads to the subject');
SELECT throws_ok('ALTER TABLE shop.customers DROP id CASCADE', '55000', 'cannot drop key column "id" of table "shop.customers" now');
SELECT throws_ok('ALTER TABLE shop.customers DROP deleted_at', '42P17', 'cannot drop column "deleted_at" of protected table "shop.customers"');
SELECT throws_ok('ALTER TABLE shop.customers DROP deleted_at CASCADE', '42P17');
SELECT lives_ok('ALTER TABLE shop.customers DROP tier', 'a column that is not declared may go');
RESET ROLE;
SELECT throws_ok('DROP SCHEMA shop CASCADE', '55000', NULL, 'DROP SCHEMA CASCADE, a superuser''s too');
SELECT throws_ok('DROP EXTENSION erasure', '55000', 'cannot drop extension "erasure" now');
SET ROLE shop_stranger;
SELECT throws_ok('ALTER TABLE shop.customers DROP name', '42501', NULL, 'a stranger is refused as ever');
SELECT throws_ok('DROP TABLE shop.customers CASCADE', '42501');
RESET ROLE;
SELECT is((SELECT count(*) FROM erasure.policy), 4::bigint, 'nothing was taken out of the policy');
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgrelid = 'shop.customers'::regclass AND tgname ~ '^erasure_guard_' AND tgenabled = 'A'), 5::bigint);
SELECT is((SELECT count(*) FROM pg_views WHERE schemaname = 'shop'), 2::bigint);
SET ROLE shop_owner;
SELECT is(erasure.undo_permanent_delete('shop.customers', '{1}'::int[]), 1::bigint, 'undo works');
SELECT is((SELECT name || '/' || mail FROM shop.customers WHERE id = 1), 'Name 1/mail1');

-- On hold: the same.
SELECT erasure.hold('shop.customers', '{2}'::int[], 'a court');
SELECT throws_ok('DROP TABLE shop.orders CASCADE', '55006', 'cannot drop table "shop.orders" now');
SELECT throws_ok('ALTER TABLE shop.customers DROP name', '55006');
SELECT erasure.release('shop.customers', '{2}'::int[]);
RESET ROLE;

-- A retention: its column, its table, and what it retains.
SET ROLE shop_owner;
ALTER TABLE shop.prices ADD issued date, ADD paid date;
INSERT INTO shop.prices VALUES (1, 1, 'New', current_date, NULL), (2, 1, 'Old', '2001-01-01', NULL);
SELECT erasure.relate('shop.prices', 'shop.customers', '{label}'), erasure.retain('shop.prices', 'shop.customers', '10 years', 'issued', 'tax code');
SELECT erasure.permanently_delete('shop.customers', '{1}'::int[], 1);
SELECT throws_ok('ALTER TABLE shop.prices DROP issued', '55000', NULL, 'the column that ages are counted from');
RESET ROLE;
UPDATE erasure.subject_state SET erase_after = now() - interval '1 minute' WHERE state = 'masked';
CALL erasure.erase_due();
SELECT is((SELECT state || ' ' || (destroyed_at IS NOT NULL) FROM erasure.subject_state WHERE key = '1'), 'masked true', 'beyond undo, with a row that is retained');
SET ROLE shop_owner;
SELECT throws_matching('DROP TABLE shop.prices', 'cannot drop table "shop.prices" now', 'the job has to come back for it');
SELECT throws_ok('ALTER TABLE shop.prices DROP issued', '55000', NULL, 'by that column');
SELECT lives_ok('ALTER TABLE shop.prices RENAME issued TO issued_on', 'which may have another name');
RESET ROLE;
SELECT is((SELECT since_name::text FROM erasure.retention), 'issued_on');
SET erasure.bypass = on;
SELECT lives_ok('ALTER TABLE shop.prices DROP issued_on');
RESET erasure.bypass;
SET ROLE shop_owner;
SELECT lives_ok($$SELECT erasure.retain('shop.prices', 'shop.customers', '10 years', 'paid', 'tax code')$$, 'declared anew');
RESET ROLE;
CALL erasure.erase_due();
SELECT is((SELECT state FROM erasure.subject_state WHERE key = '1'), 'erased', 'nothing is retained any more');

-- One table of two under erasure.bypass: what is left can still be undone.
SELECT shop();
SELECT erasure.permanently_delete('shop.customers', '{1}'::int[], 1);
SET erasure.bypass = on;
DROP TABLE shop.notes;
RESET erasure.bypass;
SELECT is(erasure.undo_permanent_delete('shop.customers', '{1}'::int[]), 1::bigint, 'undo of the tables that are left');
SELECT is((SELECT name || '/' || ship_name FROM shop.customers c JOIN shop.orders o ON o.customer = c.id WHERE c.id = 1), 'Name 1/Ship 1');

-- The documented way round, noted; the vault does not keep what nobody can put back.
SELECT erasure.permanently_delete('shop.customers', '{1}'::int[], 1);
SET erasure.bypass = on;
SELECT lives_ok('DROP SCHEMA shop CASCADE', 'under erasure.bypass');
RESET erasure.bypass;
SELECT is_empty('TABLE dangling');
SELECT is((SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.vault_key), 0::bigint, 'no originals are left');
SELECT ok(EXISTS (SELECT FROM erasure.audit_log WHERE action = 'bypass' AND detail = 'drop table "customers" passed under erasure.bypass'), 'the audit log says so');

SELECT shop();
SELECT erasure.permanently_delete('shop.customers', '{1}'::int[], 1);
SELECT lives_ok('DROP EXTENSION erasure CASCADE', 'with CASCADE undo is given up');
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgname ~ '^erasure_guard_') + (SELECT count(*) FROM pg_event_trigger), 0::bigint);

SELECT * FROM finish();
