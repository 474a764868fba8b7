-- Tables that inherit from declared ones: their rows are rows of those, masked, restored, erased and guarded like them.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(61);

CREATE ROLE shop_owner;
CREATE ROLE branch_owner;
GRANT shop_owner TO branch_owner;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
CREATE SCHEMA branch AUTHORIZATION branch_owner;
GRANT USAGE ON SCHEMA shop TO branch_owner;
SET ROLE shop_owner;
SET search_path = shop, branch, public;
CREATE TABLE customers (gone int, id int PRIMARY KEY, name text, mail text);
ALTER TABLE customers DROP gone;
CREATE TABLE vips (id int PRIMARY KEY, perk text) INHERITS (customers);
CREATE TABLE orders (id int PRIMARY KEY, customer int, place text, price int);
CREATE TABLE orders_old (PRIMARY KEY (id)) INHERITS (orders);
CREATE TABLE orders_older (extra int, PRIMARY KEY (id)) INHERITS (orders_old);
CREATE TABLE notes (id int PRIMARY KEY, "order" int, body text);
INSERT INTO customers (id, name, mail) SELECT i, 'Name ' || i, 'mail' || i FROM generate_series(1, 4) i;
INSERT INTO vips (id, name, mail, perk) SELECT i, 'Vip ' || i, 'vip' || i, 'sauna' FROM generate_series(11, 14) i;
INSERT INTO orders SELECT i, i, 'Place ' || i, 1 FROM generate_series(1, 4) i;
INSERT INTO orders_old SELECT 100 + i, i, 'Old ' || i, 1 FROM generate_series(1, 4) i;
INSERT INTO orders_older SELECT 200 + i, i, 'Older ' || i, 1, 7 FROM generate_series(11, 14) i;
INSERT INTO notes SELECT i, id, 'Note ' || id FROM orders, LATERAL (SELECT id AS i) x;
CREATE FUNCTION whole() RETURNS text LANGUAGE sql AS $$
	SELECT md5(string_agg(t, ' ' ORDER BY t)) FROM (SELECT (tableoid::regclass, id, name, mail)::text AS t FROM customers UNION ALL
		SELECT (tableoid::regclass, o.*)::text FROM orders o UNION ALL SELECT n::text FROM notes n UNION ALL SELECT (id, perk)::text FROM vips UNION ALL SELECT (id, extra)::text FROM orders_older) x $$;
CREATE FUNCTION guards(relation regclass) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(substr(tgname, 15) || CASE tgenabled WHEN 'A' THEN '' ELSE '!' || tgenabled::text END, ' ' ORDER BY tgname), '') FROM pg_trigger WHERE tgrelid = relation AND tgname ~ '^erasure_guard_' $$;
SELECT whole() AS before \gset

SELECT lives_ok($$SELECT erasure.protect('customers', '{name,mail}')$$, 'a table from which others inherit');
SELECT lives_ok($$SELECT erasure.relate('orders', 'customers', '{place}', '{customer}', '{id}'), erasure.relate('notes', 'orders', '{body}', '{order}', '{id}')$$);
SELECT throws_ok($$SELECT erasure.relate('orders_old', 'customers', '{place}', '{customer}', '{id}')$$, '42P17', 'cannot declare "orders_old"', 'what inherits from a declared table is declared with it');
SELECT is(guards('customers') || '; ' || guards('vips'), 'delete deleted insert truncate update; delete deleted insert truncate update', 'all guards, on every one');
SELECT is(guards('orders') || '; ' || guards('orders_old') || '; ' || guards('orders_older'), 'deleted insert truncate update; deleted insert truncate update; deleted insert truncate update');
SELECT is((SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_trigger, pg_attribute WHERE tgrelid = 'vips'::regclass AND tgname = 'erasure_guard_update' AND attrelid = tgrelid AND attnum = ANY (tgattr)), 'deleted_at id mail name', 'by the numbers that the columns have there');

-- Columns that only a child has.
SELECT erasure.soft_delete('customers', '{1,11}'::int[]);
SELECT throws_like($$SELECT * FROM erasure.permanently_delete('customers', '{1,11}'::int[], 2)$$, '%does not cover 1 column', 'a column of a child''s own is asked about');
SELECT lives_ok($$SELECT erasure.not_personal('vips', '{perk}', 'no data')$$);
ALTER TABLE vips RENAME perk TO bonus;
SELECT is((SELECT string_agg(relation || ' ' || row_count, ', ' ORDER BY relation::text) FROM erasure.preview('customers', '{1,11}'::int[])), 'customers 2, notes 3, orders 3', 'whose rename is followed; children''s rows are counted');
ALTER TABLE vips RENAME bonus TO perk;

-- The life.
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', '{1,11}'::int[], 2)), 8::bigint);
SELECT is((SELECT string_agg(name || mail, ' ') FROM customers WHERE id IN (1, 11)) || (SELECT string_agg(place, ' ') FROM orders WHERE customer IN (1, 11)) || (SELECT string_agg(body, ' ') FROM notes WHERE "order" IN (1, 101, 211)),
	'********** *************** ***** ********** ***** *****', 'all of it masked');
SELECT is((SELECT count(*) FROM customers WHERE name = '*****') || ' ' || (SELECT count(*) FROM orders WHERE place = '*****'), '2 3', 'and nothing else');
SELECT is((SELECT count(*) FROM customers_active) || ' ' || (SELECT count(*) FROM customers_deleted), '6 0', 'the views show children''s rows');
SELECT throws_ok(s, '42501', NULL, s) FROM unnest(ARRAY[
	$$UPDATE vips SET name = 'back' WHERE id = 11$$, $$UPDATE customers SET mail = 'back' WHERE id = 11$$, $$UPDATE orders_older SET place = 'back' WHERE customer = 11$$,
	$$INSERT INTO orders_old VALUES (900, 11, 'new', 1)$$, $$INSERT INTO orders VALUES (901, 11, 'new', 1)$$, $$UPDATE orders_older SET customer = 11 WHERE id = 212$$, $$INSERT INTO notes VALUES (902, 211, 'new')$$,
	$$DELETE FROM vips WHERE id = 12$$, $$DELETE FROM ONLY customers WHERE id = 2$$, $$TRUNCATE vips$$, $$TRUNCATE orders_older$$, $$TRUNCATE ONLY orders$$, $$INSERT INTO vips (id, name) VALUES (1, 'the same key')$$,
	$$UPDATE vips SET deleted_at = now() WHERE id = 12$$]) s;
SELECT lives_ok($$UPDATE orders_older SET price = 2, place = place WHERE customer = 11; UPDATE orders_older SET price = 1, place = 'Older 12' WHERE id = 212; UPDATE orders_older SET price = 1 WHERE customer = 11$$, 'what is allowed passes');
SELECT is(erasure.undo_permanent_delete('customers', '{1,11}'::int[]), 2::bigint);
SELECT is(erasure.restore('customers', '{1,11}'::int[]), 2::bigint);
SELECT is(whole(), :'before', 'every byte is back, each in its table');

-- Keys that are there twice.
INSERT INTO orders_old VALUES (1, 3, 'a second number 1', 1);
SELECT erasure.soft_delete('customers', '{1}'::int[]);
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('customers', '{1}'::int[], 1)$$, '42P17', 'keys of table "orders" do not tell its rows apart', 'a key of its rows that another row has');
DELETE FROM orders_old WHERE id = 1;
SELECT lives_ok($$SELECT * FROM erasure.permanently_delete('customers', '{1}'::int[], 1)$$);
INSERT INTO orders_old VALUES (1, 3, 'a second number 1', 1);
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('customers', '{1}'::int[])$$, '42P17', 'keys of table "orders" do not tell its rows apart', 'nor does undo guess');
DELETE FROM orders_old WHERE id = 1;
SELECT is(erasure.undo_permanent_delete('customers', '{1}'::int[]), 1::bigint);
INSERT INTO vips (id, name) VALUES (3, 'a second number 3');
SELECT throws_ok($$SELECT erasure.soft_delete('customers', '{3}'::int[])$$, '42P17', 'keys of table "customers" do not tell its rows apart', 'two persons of one key');
SET ROLE NONE;
SET erasure.bypass = on;
DELETE FROM vips WHERE id = 3;
RESET erasure.bypass;
SET ROLE shop_owner;

-- A personal key is masked by a token that a unique index keeps apart from others.
CREATE TABLE members (code text PRIMARY KEY, name text);
CREATE TABLE old_members () INHERITS (members);
SELECT throws_ok($$SELECT erasure.protect('members', '{code,name}')$$, '42P17', 'column "code" of table "members" cannot be personal');
DROP TABLE old_members;
SELECT erasure.protect('members', '{code,name}');
CREATE TABLE old_members () INHERITS (members);
SELECT throws_ok($$SELECT * FROM erasure.preview('members', '{x}'::text[])$$, '42P17', 'the key of table "members" is personal, and tables inherit from it');
SELECT erasure.unprotect('members');

-- DDL.
SELECT erasure.soft_delete('customers', '{11}'::int[]);
SELECT erasure.permanently_delete('customers', '{11}'::int[], 1);
SELECT lives_ok('CREATE TABLE orders_new () INHERITS (orders)');
SELECT is(guards('orders_new'), 'deleted insert truncate update', 'a child that is created later');
CREATE TABLE orders_in (LIKE orders INCLUDING ALL);
INSERT INTO orders_in VALUES (301, 11, 'unmasked', 1);
SELECT throws_ok('ALTER TABLE orders_in INHERIT orders', '55000', NULL, 'one with an unmasked row of a masked subject');
UPDATE orders_in SET place = '*****';
SELECT lives_ok('ALTER TABLE orders_in INHERIT orders');
SELECT is(guards('orders_in'), 'deleted insert truncate update', 'a child that is attached');
SELECT throws_ok('ALTER TABLE orders_older NO INHERIT orders_old', '55000', 'cannot detach inheritance child "orders_older" now');
SELECT throws_ok('DROP TABLE orders_older', '55000', 'cannot drop inheritance child "orders_older" now');
SELECT throws_ok('CREATE TABLE two (x int) INHERITS (orders, customers)', '42P17', 'table "two" would be a part of two declared tables');
SELECT lives_ok('ALTER TABLE customers ALTER name TYPE varchar(80); ALTER TABLE customers RENAME mail TO email', 'columns of the whole family');
SELECT is(guards('vips'), 'delete deleted insert truncate update');
SELECT throws_ok($$UPDATE vips SET email = 'back' WHERE id = 11$$, '42501');
CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.name := 'back'; RETURN NEW; END $$;
CREATE TRIGGER meddle BEFORE UPDATE ON vips FOR EACH ROW EXECUTE FUNCTION meddle();
SELECT throws_ok($$UPDATE vips SET perk = 'x' WHERE id = 11$$, '42501', NULL, 'beside a BEFORE trigger of the child the guard looks at every UPDATE of it');
SELECT throws_like($$SELECT * FROM erasure.permanently_delete('customers', '{11}'::int[], 1)$$, '%1 trigger could copy%', 'which has to be looked at');
DROP TRIGGER meddle ON vips;
RESET ROLE;
CREATE TABLE branch.orders_b () INHERITS (shop.orders);
SELECT throws_ok('DROP SCHEMA branch CASCADE', '55000', 'cannot drop inheritance child "orders_b" now', 'a child in another schema');
ALTER TABLE branch.orders_b OWNER TO branch_owner;
SELECT throws_ok('DROP OWNED BY branch_owner', '55000', NULL, 'or of another owner');
SET ROLE shop_owner;
CREATE TEMP TABLE orders_temp () INHERITS (shop.orders);
SELECT throws_ok($$SELECT * FROM erasure.preview('customers', '{11}'::int[])$$, '42P17', 'table "orders" has a part that cannot be masked');
DROP TABLE orders_temp;
SELECT is(erasure.undo_permanent_delete('customers', '{11}'::int[]), 1::bigint);
SELECT lives_ok('ALTER TABLE orders_in NO INHERIT orders; DROP TABLE orders_new');
SELECT is(guards('orders_in'), '', 'one that left is a table like any other');
SELECT ok((SELECT name FROM customers WHERE id = 11) = 'Vip 11' AND (SELECT place FROM orders_older WHERE customer = 11) = 'Older 11');

-- Erased: rows deleted from children too.
SELECT erasure.unrelate('notes', 'orders');
DROP TABLE notes;
SELECT erasure.erase_now('customers', '{11}'::int[], 1, 'asked for');
SELECT is((SELECT name FROM vips WHERE id = 11) || (SELECT place FROM orders_older WHERE customer = 11), '**********');
RESET ROLE;
SELECT is((SELECT count(*) FROM erasure.vault), 0::bigint);
SELECT erasure.unprotect('customers');
SELECT is(guards('customers') || guards('vips') || guards('orders') || guards('orders_old') || guards('orders_older'), '', 'unprotected: no guard is left on any');
RESET ROLE;

SELECT * FROM finish();
