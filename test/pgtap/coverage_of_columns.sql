-- The gate by column: what could hold personal data in a declared table is personal or listed, or nothing is deleted for good.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(34);

CREATE TYPE level AS ENUM ('low', 'high');
CREATE DOMAIN points AS int;
CREATE TABLE customers (id int PRIMARY KEY, name text, email text, "we,ird {na""me\}" text, "null" text, born date, birth_date date, last_login timestamptz,
    seen timestamptz, ip inet, net inet, extra jsonb, code uuid, tags text[], note bytea, score points, vip boolean, best level, price numeric,
    shout text GENERATED ALWAYS AS (upper(email)) STORED, birth_copy date GENERATED ALWAYS AS (birth_date) STORED);
CREATE TABLE carts (id int PRIMARY KEY, customer_id int REFERENCES customers, coupon text, made timestamptz);
CREATE TABLE orders (cart_id int REFERENCES carts, line int, ship_to text, remark text, PRIMARY KEY (cart_id, line));
CREATE TABLE letters (id int PRIMARY KEY, customer_id int REFERENCES customers, body text);
INSERT INTO customers (id, name, email) SELECT i, 'Name ' || i, i || '@example.com' FROM generate_series(1, 5) i;
INSERT INTO carts SELECT i, i, 'C' || i, now() FROM generate_series(1, 5) i;
INSERT INTO orders SELECT i, 1, 'Street ' || i, 'remark ' || i FROM generate_series(1, 5) i;
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('carts', 'customers'); -- only a hop
SELECT erasure.relate('orders', 'carts', '{ship_to}');
SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3]);

CREATE FUNCTION gate(OUT message text, OUT detail text, OUT hint text) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM erasure.confirmation('customers', ARRAY[1]);
EXCEPTION WHEN invalid_object_definition THEN
    GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END $$;

SELECT throws_ok(call, '42P17', 'the policy of table "customers" does not cover 1 table and 13 columns', call) FROM unnest(ARRAY[
    $$SELECT * FROM erasure.preview('customers', ARRAY[1])$$, $$SELECT * FROM erasure.confirmation('customers', ARRAY[1])$$,
    $$SELECT * FROM erasure.permanently_delete('customers', ARRAY[1], 1)$$, $$SELECT erasure.erase_now('customers', ARRAY[1], 1, 'asked')$$]) call;
SELECT is(name || email, 'Name 11@example.com', 'nothing has changed') FROM customers WHERE id = 1;

SELECT is((SELECT array_agg(m[1]) FROM regexp_matches((SELECT detail FROM gate()), 'public\.customers" has columns[^:]*: (.*)\.$', 'gn') m),
    ARRAY[$$"email", "we,ird {na""me\}", "null", "born", "birth_date", "last_login", "ip", "extra", "code", "tags", "note"$$], 'keys, numbers, booleans, enums, generated columns and times that say nothing are left out');
SELECT matches((SELECT detail FROM gate()), 'Table "public.carts" has columns that could hold personal data: "coupon"', 'a hop is looked at too');
SELECT matches((SELECT detail FROM gate()), 'Table "public.orders" has columns that could hold personal data: "remark"', 'so is a table further out');
SELECT matches((SELECT detail FROM gate()), 'Table "public.letters" refers to "public.customers"', 'tables in the same error');
SELECT is((SELECT count(*) FROM gate(), regexp_matches(hint, '^SELECT erasure\.\w+\(.*; or SELECT erasure\.\w+\(.*;$', 'gn')), 4::bigint, 'with a statement for each');

-- The statements of the hint, as they stand.
CREATE FUNCTION follow(pattern text, personal boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
    FOR line IN SELECT l FROM gate(), string_to_table(hint, E'\n') l WHERE l ~ pattern LOOP
        EXECUTE split_part(line, ' or ', CASE WHEN personal THEN 1 ELSE 2 END);
    END LOOP;
END $$;
SELECT follow('letters', false);
SELECT follow('customers', true);
SELECT is((SELECT count(*) FROM erasure.policy WHERE relation = 'customers'::regclass), 12::bigint, 'names of all kinds are declared as the hint says');
SELECT is((SELECT message FROM gate()), 'the policy of table "customers" does not cover 2 columns', 'two tables are left');
SELECT follow('carts|orders', false);
SELECT is((SELECT message FROM gate()), NULL, 'covered');
SELECT is(string_agg(concat_ws(' ', relation, parent, kind, object_name, reason), ', ' ORDER BY relation::text),
    'carts column coupon ..., letters customers table ..., orders column remark ...', 'the decisions can be read') FROM erasure.decisions;
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[1], 1)), 2::bigint, 'deleted for good');

-- Since then: columns that were added, renamed, dropped and added again.
ALTER TABLE carts ADD gift_note text;
SELECT matches((SELECT detail FROM gate()), 'public.carts.*: "gift_note"', 'a column added to a hop');
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('customers', ARRAY[2], 1)$$, '42P17', NULL, 'refuses');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[1]), 1::bigint, 'undo goes on');
SELECT is(erasure.restore('customers', ARRAY[3]), 1::bigint, 'so does restore');
SELECT erasure.not_personal('carts', '{gift_note}', 'printed texts');
SELECT is((SELECT message FROM gate()), NULL, 'decided');
ALTER TABLE carts RENAME gift_note TO wrapping;
SELECT is((SELECT message FROM gate()), NULL, 'renamed it is still the same column');
ALTER TABLE carts ADD gift_note text;
SELECT matches((SELECT detail FROM gate()), ': "gift_note"\.', 'another one under its old name is not');
SELECT erasure.not_personal('carts', '{gift_note,wrapping}', 'printed texts');
ALTER TABLE orders DROP remark;
SELECT is((SELECT message FROM gate()), NULL, 'dropped');
ALTER TABLE orders ADD remark text;
SELECT matches((SELECT detail FROM gate()), ': "remark"\.', 'added again it is another');
SELECT erasure.add_personal('orders', '{remark}');
SELECT is((SELECT message FROM gate()), NULL, 'personal now');
SELECT is((SELECT count(*) FROM erasure.decisions WHERE object_name = 'remark'), 0::bigint, 'and no longer listed');

-- Restored from a dump the names are believed.
ALTER TABLE carts DROP wrapping;
UPDATE erasure.exemption SET relation_oid = 1, attnum = 77 WHERE kind = 'column';
SELECT is((SELECT message FROM gate()), NULL, 'restored');
ALTER TABLE carts RENAME gift_note TO note;
SELECT is((SELECT message FROM gate()), NULL, 'renamed since, it is known still');
SELECT erasure.not_personal('carts', '{note}', 'printed texts');

-- Columns of foreign keys and of the key are known; unknown again without them.
CREATE TABLE shops (code text PRIMARY KEY);
ALTER TABLE carts ADD shop text CONSTRAINT to_shop REFERENCES shops;
SELECT is((SELECT message FROM gate()), NULL, 'a foreign key');
ALTER TABLE carts DROP CONSTRAINT to_shop;
SELECT matches((SELECT detail FROM gate()), ': "shop"\.', 'without it a text');
SELECT erasure.not_personal('carts', '{shop}', 'shops are ours');

-- What is due is erased all the same.
SELECT erasure.permanently_delete('customers', ARRAY[1], 1);
ALTER TABLE carts ADD later text;
UPDATE erasure.subject_state SET erase_after = now() - interval '1 second' WHERE key = '1';
CALL erasure.erase_due();
SELECT is(erasure.state('customers', 1), 'erased', 'the job does not ask');
SELECT throws_ok($$SELECT erasure.not_personal('carts', '{later}', ' ')$$, '22023', NULL, 'a reason is needed');
SELECT throws_ok($$SELECT erasure.not_personal('orders', '{ship_to}', 'why')$$, '42P17', NULL, 'a personal column is no exception');

CREATE ROLE outsider;
SET ROLE outsider;
SELECT is((SELECT count(*) FROM erasure.decisions), 0::bigint, 'who has no say in it does not see the decisions');
RESET ROLE;

SELECT * FROM finish();
