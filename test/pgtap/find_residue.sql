-- find_residue finds a value wherever text is kept, in every type and storage, and tells where without showing it.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(73);
CREATE EXTENSION hstore;
CREATE EXTENSION citext;

-- What was found for these values, a line a place; statements have tests of their own.
CREATE FUNCTION found(VARIADIC looked_for text[]) RETURNS text LANGUAGE sql AS $$
    SELECT coalesce(string_agg(concat_ws(' ', relation, column_name, key, nullif(kind, 'column')), '; ' ORDER BY relation::text, column_name, key), '') FROM erasure.find_residue(looked_for)
$$;

-- Every type, one marker each, in row 2 of three.
CREATE TYPE person AS (name text, age int);
CREATE DOMAIN short_text AS text CHECK (length(VALUE) < 100);
CREATE TYPE text_range AS RANGE (subtype = text);
CREATE TABLE kinds (id int PRIMARY KEY, a text, b varchar(60), c char(60), d name, e json, f jsonb, g xml, h bytea, i text[], j citext, k hstore, l person, m short_text,
    n text_range, o jsonb[], p person[], q tsvector, r citext[], s short_text[]);
CREATE FUNCTION row_of(id int, w text) RETURNS kinds LANGUAGE sql AS $$
    SELECT ROW(id, concat('a', w), concat('b', w), concat('c', w), concat('d', w), json_build_object('x', concat('e', w)), jsonb_build_object('k', jsonb_build_array(1, concat('f', w))),
        xmlparse(CONTENT concat('<a b="g', w, '"/>')), convert_to(concat('h', w), 'UTF8'), ARRAY['x', concat('i', w)], concat('j', w), hstore('q', concat('k', w)), ROW(concat('l', w), 1), concat('m', w),
        text_range('A', concat('n', w)), ARRAY[jsonb_build_object(concat('o', w), 1)], ARRAY[ROW(concat('p', w), 2)::person], concat('''q', w, '''')::tsvector, ARRAY[concat('r', w)], ARRAY[concat('s', w)])::kinds
$$;
INSERT INTO kinds SELECT (row_of(g, repeat('-', 3) || 'marker-' || g || '-end')).* FROM generate_series(1, 3) g;
SELECT is(found(c || '---MARKER-2-END'), 'kinds ' || c || ' 2', format('in a column of type %s', (SELECT format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = 'kinds'::regclass AND attname = c)))
    FROM unnest(string_to_array('a b c d e f g h i j k l m n o p q r s', ' ')) c;
SELECT is(found('marker-4-end'), '', 'and nothing that is not there');

-- Storage: inline and out of line, compressed by either method, not compressed.
CREATE TABLE stored (id int PRIMARY KEY, plain text, main_pglz text COMPRESSION pglz, main_lz4 text COMPRESSION lz4, ext_pglz text COMPRESSION pglz, ext_lz4 text COMPRESSION lz4, ext_raw text, doc jsonb, list text[]);
ALTER TABLE stored ALTER main_pglz SET STORAGE main, ALTER main_lz4 SET STORAGE main, ALTER ext_raw SET STORAGE external;
CREATE FUNCTION noise(n int) RETURNS text LANGUAGE sql AS $$ SELECT string_agg(md5(i::text), '') FROM generate_series(1, n) i $$;
INSERT INTO stored SELECT g, 'plain-needle-' || g, repeat('x', 3000) || 'pglz-needle-' || g || repeat('y', 3000), repeat('x', 3000) || 'lz4-needle-' || g || repeat('y', 3000),
    noise(900) || repeat('z', 50000) || 'extp-needle-' || g, noise(900) || repeat('z', 50000) || 'extl-needle-' || g, noise(900) || 'extr-needle-' || g,
    jsonb_build_object('a', noise(400), 'b', 'doc-needle-' || g), ARRAY[noise(400), 'list-needle-' || g] FROM generate_series(1, 5) g;
SELECT ok(pg_column_size(main_pglz) < 500 AND pg_column_size(main_lz4) < 500 AND pg_column_size(ext_pglz) < 40000 AND pg_column_size(ext_lz4) < 40000, 'they are compressed') FROM stored WHERE id = 3;
SELECT is(pg_column_compression(main_pglz) || pg_column_compression(ext_lz4), 'pglzlz4', 'by these methods') FROM stored WHERE id = 3;
SELECT is(found(needle || '-needle-4'), 'stored ' || c || ' 4', 'in ' || c) FROM (VALUES ('plain', 'plain'), ('pglz', 'main_pglz'), ('lz4', 'main_lz4'), ('extp', 'ext_pglz'), ('extl', 'ext_lz4'), ('extr', 'ext_raw'),
    ('doc', 'doc'), ('list', 'list')) v(needle, c);
-- A compressed value that came from elsewhere, in a row that is short.
CREATE TABLE carried (v text);
INSERT INTO carried SELECT main_pglz FROM stored WHERE id = 2;
SELECT is(found('pglz-needle-2'), 'carried v (0,1); stored main_pglz 2', 'compressed in a short row of a table without TOAST');
-- A composite whose field is compressed.
CREATE TABLE nested (id int PRIMARY KEY, l person);
INSERT INTO nested SELECT 1, ROW(main_pglz, 1)::person FROM stored WHERE id = 1;
SELECT ok(pg_column_compression(l) IS NULL AND pg_column_size(l) < 500, 'the field is compressed, not the composite') FROM nested;
SELECT is(found('pglz-needle-1'), 'nested l 1; stored main_pglz 1', 'compressed inside a composite');
-- The default of a column that was added later is in no row.
ALTER TABLE carried ADD w text DEFAULT 'added-later';
SELECT is(found('added-later'), 'carried w (0,1); carried w default value for column w of table public.carried definition', 'a default that rows from before it do not hold');

-- Kinds of tables.
CREATE TABLE parted (id int, at date, v text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE parted_2 PARTITION OF parted DEFAULT;
INSERT INTO parted VALUES (1, '2020-05-05', 'part-needle'), (2, '2030-05-05', 'part-needle');
SELECT is(found('PART-needle'), 'parted_1 v {"at": "2020-05-05", "id": 1}; parted_2 v {"at": "2030-05-05", "id": 2}', 'in partitions, by keys of several columns');
CREATE TABLE base (id int, v text);
CREATE TABLE child () INHERITS (base);
INSERT INTO child VALUES (1, 'child-needle');
SELECT is(found('child-needle'), 'child v (0,1)', 'in inheritance children');
CREATE UNLOGGED TABLE fleeting AS SELECT 'unlogged-needle'::text AS v;
SELECT is(found('unlogged-needle'), 'fleeting v (0,1)', 'in unlogged tables');
CREATE TEMP TABLE mine AS SELECT 'temp-needle'::text AS v;
SELECT is(found('temp-needle'), 'mine v (0,1)', 'in temporary tables of this session');
CREATE MATERIALIZED VIEW copies AS SELECT v FROM fleeting;
DELETE FROM fleeting;
SELECT is((SELECT string_agg(concat_ws(' ', relation, column_name, key, kind, statement), '; ') FROM erasure.find_residue('{unlogged-needle}')), 'copies v (0,1) column REFRESH MATERIALIZED VIEW copies;',
    'in a materialized view that was not refreshed');
CREATE ACCESS METHOD other_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE elsewhere (id int PRIMARY KEY, v text) USING other_heap;
INSERT INTO elsewhere VALUES (1, 'x'), (2, 'other-am-needle');
SELECT is(found('other-am-needle'), 'elsewhere v 2', 'in a table of another access method');
CREATE SCHEMA "Apart"; CREATE TABLE "Apart"."My table" ("Id" int PRIMARY KEY, "The value" text);
INSERT INTO "Apart"."My table" VALUES (7, 'apart-needle');
SELECT is(found('apart-needle'), '"Apart"."My table" The value 7', 'in any schema, with any name');
CREATE TABLE dropped_column (id int PRIMARY KEY, gone text, v text);
INSERT INTO dropped_column VALUES (1, 'gone-needle', 'stays-needle');
ALTER TABLE dropped_column DROP gone;
SELECT is(found('gone-needle') || found('stays-needle'), 'dropped_column v 1', 'not in columns that were dropped: nobody can read them');
SELECT is(found('part-needle', 'apart-needle', 'child-needle'), '"Apart"."My table" The value 7; child v (0,1); parted_1 v {"at": "2020-05-05", "id": 1}; parted_2 v {"at": "2030-05-05", "id": 2}', 'several values at once');
BEGIN;
DELETE FROM child;
INSERT INTO child VALUES (2, 'own-needle');
SELECT is(found('child-needle') || found('own-needle'), 'child v (0,2)', 'as this transaction sees the rows');
ROLLBACK;
CREATE EXTENSION postgres_fdw;
CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE far_away (v text) SERVER far;
SELECT lives_ok($$SELECT * FROM erasure.find_residue('{anything}')$$, 'foreign tables are left alone');

-- Copies that PostgreSQL makes.
CREATE TABLE analyzed (id int PRIMARY KEY, v text, w text);
INSERT INTO analyzed SELECT g, 'stat-needle-' || g % 3, 'ext-needle-' || g % 3 FROM generate_series(1, 300) g;
CREATE STATISTICS analyzed_pairs (mcv) ON v, w FROM analyzed;
ANALYZE analyzed;
UPDATE analyzed SET v = '*', w = '*';
SELECT is((SELECT string_agg(concat_ws(' ', relation, column_name, key, kind, statement), '; ' ORDER BY column_name) FROM erasure.find_residue('{stat-needle-1}')),
    'analyzed v statistics ANALYZE analyzed;; analyzed statistics ANALYZE analyzed;', 'statistics, extended ones too');
ANALYZE analyzed;
SELECT is(found('stat-needle-1'), '', 'gone with the statement that was offered');
SELECT lo_from_bytea(424242, convert_to(repeat('x', 2040) || 'lo-needle-over-two-pages' || repeat('y', 5000), 'UTF8'));
SELECT lo_from_bytea(424243, 'ends-here-'), lo_from_bytea(424244, 'begins-there');
SELECT is((SELECT string_agg(concat_ws(' ', relation, key, kind, statement), '; ') FROM erasure.find_residue('{lo-needle-over-two-pages}')), 'pg_largeobject 424242 large object SELECT pg_catalog.lo_unlink(424242);',
    'a large object, across its pages');
SELECT is(found('ends-here-begins-there'), '', 'but not across objects');
CREATE VIEW spelled AS SELECT 1 AS x WHERE 'view-needle' <> '';
COMMENT ON TABLE base IS 'of Comment-Needle';
CREATE FUNCTION spell() RETURNS text LANGUAGE sql AS $$ SELECT 'body-needle' $$;
ALTER TABLE base ADD CHECK (v <> 'check-needle');
SELECT is(found('view-needle', 'comment-needle', 'body-needle'), 'base table public.base definition; spelled view public.spelled definition; function public.spell() definition', 'view definitions, comments and functions');
SELECT is(found('check-needle'), 'base constraint base_v_check on table public.base definition; child constraint base_v_check on table public.child definition', 'constraints');

-- Case, addresses, telephone numbers.
CREATE TABLE written (id int PRIMARY KEY, v text, n bigint, d jsonb, j json);
INSERT INTO written (id, v) VALUES (1, 'Frau MÜLLER-Lüdenscheidt'), (2, 'to ANN.LEE@Example.org!'), (3, 'joann.lee@example.org'), (4, '?m=ann.lee%40example.org&x'), (5, '0170/123 45-67'), (6, '+49 (0)170 1234567'),
    (10, 'ИВАНОВ Иван'), (11, '+44 170 1234567');
INSERT INTO written (id, n, d, j) VALUES (7, 491701234567, NULL, NULL), (8, NULL, '{"tel": 1701234567}', NULL), (9, NULL, NULL, '{"name": "M\u00fcller-L\u00FCdenscheidt"}');
SELECT is(found('Müller-LÜDENSCHEIDT'), 'written j 9; written v 1', 'case beyond ASCII, and letters that json escapes');
SELECT is(found('иванов'), 'written v 10', 'Cyrillic');
SELECT is(found('Ann.Lee@example.ORG'), 'written v 2; written v 4', 'an address, and as links write it; no longer address that ends with it');
SELECT is(found('+49 170 1234567'), 'written d 8; written n 7; written v 5; written v 6', 'a telephone number in all its ways of writing, also as a number');
SELECT is(found('01701234567'), 'written d 8; written n 7; written v 11; written v 5; written v 6', 'without a country, of any');

-- Keys that are the value.
CREATE TABLE by_name (name text PRIMARY KEY, v text);
INSERT INTO by_name VALUES ('Key-Needle', 'has key-needle'), ('other', 'key-needle');
SELECT is(found('key-needle'), 'by_name name (0,1); by_name v (0,1); by_name v other', 'a key that would show the value is not told');
CREATE TABLE by_phone (phone text PRIMARY KEY);
INSERT INTO by_phone VALUES ('0171 7654321');
SELECT is(found('+49 171 7654321'), 'by_phone phone (0,1)', 'nor one that shows it in another way');
SELECT is((SELECT count(*) FROM erasure.find_residue('{key-needle,marker-2-end,part-needle}') f WHERE f::text ~* 'key-needle|marker-2|part-needle'), 0::bigint, 'no answer shows a value');

-- Statements: what declares the place.
CREATE TABLE customers (id int PRIMARY KEY, name text, email text, remarks text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, ship_to text);
CREATE TABLE newsletter (id int PRIMARY KEY, email text, campaign text);
CREATE TABLE events (id int PRIMARY KEY, payload jsonb);
INSERT INTO customers SELECT g, 'Person ' || g, 'person' || g || '@shop.example', 'nothing' FROM generate_series(1, 20) g;
UPDATE customers SET remarks = 'wrote from person3@shop.example' WHERE id = 3;
INSERT INTO orders SELECT g, g, 'c/o person' || g || '@shop.example' FROM generate_series(1, 20) g;
INSERT INTO newsletter SELECT g, 'Person' || g || '@shop.example', 'x' FROM generate_series(1, 20) g;
INSERT INTO events SELECT g, jsonb_build_object('type', 'login', 'who', jsonb_build_object('mail', 'person' || g || '@shop.example')) FROM generate_series(1, 20) g;
SELECT erasure.protect('customers', '{name,email}');
SELECT is((SELECT string_agg(concat_ws(' ', relation, column_name, statement), E'\n' ORDER BY relation::text, column_name) FROM erasure.find_residue('{person3@shop.example}')),
    'customers email
customers remarks SELECT erasure.add_personal(''customers'', ''{remarks}'');
events payload SELECT erasure.protect(''events'', personal => ''{payload}'');
newsletter email SELECT erasure.relate(''newsletter'', ''customers'', personal => ''{email}'', columns => ''{email}'', parent_columns => ''{email}'', match => ''case_insensitive'');
orders ship_to SELECT erasure.relate(''orders'', ''customers'', personal => ''{ship_to}'');', 'the forgotten copy, each with the statement that declares it');
SELECT lives_ok(statement, 'which runs: ' || statement) FROM (SELECT DISTINCT statement FROM erasure.find_residue('{person3@shop.example}') WHERE statement IS NOT NULL) s ORDER BY statement;
SELECT is((SELECT count(*) FROM erasure.find_residue('{person3@shop.example}') WHERE statement IS NOT NULL), 0::bigint, 'after which nothing is left to declare');

-- Parameters without a type.
PREPARE untyped AS SELECT count(*) FROM erasure.find_residue($1) f WHERE f.kind = 'column';
SELECT is((SELECT count(*) FROM erasure.find_residue('part-needle') WHERE kind = 'column'), 3::bigint, 'one value as text, inside a longer word too');
SELECT is((SELECT count(*) FROM erasure.find_residue('{part-needle,"apart-needle"}')), 3::bigint, 'or an array literal');
SELECT is((SELECT count(*) FROM erasure.find_residue("values" => 'part-needle') WHERE kind = 'column'), 3::bigint, 'by name');
SELECT is((SELECT count(*) FROM pg_prepared_statements WHERE name = 'untyped' AND parameter_types = '{text}'), 1::bigint, 'and without any type at all');
-- Refused.
SELECT throws_ok($$SELECT * FROM erasure.find_residue('{secret-value')$$, '22023', 'values are no array');
SELECT throws_ok($$SELECT * FROM erasure.find_residue('{abc,ab}')$$, '22023', 'values are too short to search for');
SELECT throws_ok($$SELECT * FROM erasure.find_residue('{}'::text[])$$, '22023', 'values must not be empty');
SELECT throws_ok($$SELECT * FROM erasure.find_residue(ARRAY['abc', NULL])$$, '22023', 'values must not contain null');

SELECT * FROM finish();
