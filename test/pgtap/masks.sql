-- Masks: what holds for all of them, tried on many values; types of other extensions; parallel plans.
BEGIN;
SET LOCAL client_min_messages = warning;
SELECT no_plan();

CREATE TEMP TABLE sample (v text);
INSERT INTO sample
SELECT left(v, n)
FROM (VALUES ('Alice Smith'), ('Zoë Æblegård'), ('日本語テキスト長い'), ('alice.smith@example.com'), ('+49 (170) 1234567'), ('***********'), ('a*****e'),
    ('*****@*****.com'), ('*****67'), ('a*****@*****.com'), ('😀😀😀😀😀😀'), (E'tab\tnew\nline'), ('0123456789'), ('@'), ('@@@@@@@'), (repeat('é', 300))) AS s (v),
    generate_series(0, 24) n
UNION SELECT repeat('*', n) || 'Alice' || repeat('*', n) FROM generate_series(0, 8) n;

CREATE TEMP VIEW tried AS
SELECT v, m, f, l, c, erasure._mask_text(v, m, f, l, c) AS masked
FROM sample, unnest('{default,partial,email,phone}'::text[]) m, unnest('{0,1,3,7}'::int[]) f, unnest('{0,1,4}'::int[]) l, unnest('{0,1,3,5,6,9,20}'::int[]) c;

SELECT cmp_ok((SELECT count(*) FROM tried), '>', 50000::bigint, 'many values, masks, keeps and limits');
SELECT is_empty($$SELECT * FROM tried WHERE masked IS DISTINCT FROM erasure._mask_text(masked, m, f, l, c)$$, 'masking twice changes nothing');
SELECT is_empty($$SELECT * FROM tried WHERE (v = '') <> (masked = '')$$, 'empty stays empty, and nothing else becomes it');
SELECT is_empty($$SELECT * FROM tried WHERE c > 0 AND char_length(masked) > c$$, 'no mask is longer than the column');
SELECT is_empty($$SELECT * FROM tried WHERE NOT erasure.is_masked(masked)$$, 'every mask is known as one');
SELECT is_empty($$SELECT * FROM tried WHERE masked = v AND v <> '' AND position('*' IN v) = 0$$, 'no parameters let a value through');
SELECT is_empty($$SELECT * FROM tried WHERE m = 'default' AND c = 0 AND v <> '' AND masked <> '*****'$$, 'the default hides the length');
SELECT is_empty($$SELECT * FROM tried WHERE c = 0 AND masked <> CASE m WHEN 'default' THEN erasure.mask(v) WHEN 'partial' THEN erasure.mask_partial(v, f, l)
    WHEN 'email' THEN erasure.mask_email(v) ELSE erasure.mask_phone(v) END$$, 'the engine''s masks are the public ones');
SELECT is((SELECT count(DISTINCT erasure._mask_unique(v, 's', 'k', 0)) FROM sample WHERE v <> ''), 1::bigint, 'a unique mask says nothing of the value');
SELECT is((SELECT count(DISTINCT erasure._mask_unique('Alice', 'salt', k::text, 0)) FROM generate_series(1, 10000) k), 10000::bigint, 'rows'' unique masks differ');

SELECT throws_ok($$SELECT erasure.mask_partial('alice', -1, 0)$$, '22023', NULL, 'a negative keep is refused');
SELECT throws_ok($$SELECT erasure._mask_text('alice', 'partial', 0, -1, 0)$$, '22023', NULL, 'there too');
SELECT throws_ok($$SELECT erasure._mask_text('alice', 'x', 0, 0, 0)$$, '22023', NULL, 'an unknown mask is refused');
SELECT throws_ok($$SELECT erasure._mask_unique('alice', NULL, 'k', 0)$$, '22023', NULL, 'a NULL salt is refused');
SELECT throws_ok($$SELECT erasure._mask_unique('alice', 's', 'k', 8)$$, '42P17', NULL, 'too short for a unique mask');
SELECT throws_ok($$SELECT erasure.mask_jsonb('{}', '{a..b}')$$, '22023', NULL, 'a malformed path is refused');
SELECT throws_ok($$SELECT erasure.mask_jsonb('{}', ARRAY[NULL])$$, '22023', NULL, 'a NULL path is refused');
SELECT throws_ok($$SELECT erasure.mask('7'::xid)$$, '42P17', NULL, 'a type without a neutral value is refused');

-- The enum's first label is the one of now, also in a plan made before.
CREATE TYPE pg_temp.size AS ENUM ('m', 'l');
PREPARE size AS SELECT erasure.mask('l'::pg_temp.size)::text;
SELECT results_eq('size', ARRAY['m'], 'the first label');
ALTER TYPE pg_temp.size RENAME VALUE 'm' TO 'medium';
SELECT results_eq('size', ARRAY['medium'], 'the first label, renamed');

-- A domain's constraint is the one of now; the error names the domain, not the value.
CREATE DOMAIN pg_temp.grade AS int;
PREPARE grade AS SELECT erasure.mask(42::pg_temp.grade)::int;
SELECT results_eq('grade', ARRAY[0], 'a domain''s value');
ALTER DOMAIN pg_temp.grade ADD CONSTRAINT positive CHECK (VALUE > 0);
SELECT throws_like('grade', '%grade refuses its mask', 'a domain that refuses it');
SELECT throws_ok('grade', '42P17', NULL, 'a domain that refuses it, by code');

-- A row type that changes.
CREATE TEMP TABLE person (name text);
INSERT INTO person VALUES ('Alice');
SELECT is((SELECT erasure.mask(p)::text FROM person p), '(*****)', 'a row');
ALTER TABLE person ADD born date, ADD email varchar(4) DEFAULT 'a@b';
SELECT is((SELECT erasure.mask(p)::text FROM person p), '(*****,,****)', 'a row with more columns');
ALTER TABLE person ALTER email TYPE text, DROP name;
SELECT is((SELECT erasure.mask(p)::text FROM person p), '(,*****)', 'a row with others');
SELECT is((SELECT count(DISTINCT erasure.mask(r)::text) FROM (SELECT CASE i % 2 WHEN 0 THEN ROW(i) ELSE ROW('x'::text, i) END AS r FROM generate_series(1, 100) i) s),
    2::bigint, 'records of different shapes in one column');

-- Documents too deep for a recursion.
SELECT is(erasure.mask_jsonb((repeat('[', 3000) || '7' || repeat(']', 3000))::jsonb), (repeat('[', 3000) || '0' || repeat(']', 3000))::jsonb, 'deep');
SELECT is(erasure.mask_jsonb((repeat('{"a":', 3000) || '7' || repeat('}', 3000))::jsonb, ARRAY[repeat('*.', 2998) || 'a']),
    (repeat('{"a":', 3000) || '0' || repeat('}', 3000))::jsonb, 'deep, by a path');
SELECT is((SELECT erasure.mask_jsonb(jsonb_agg(i), '{"[2]","[-1]"}') FROM generate_series(0, 4) i), '[0, 1, 0, 3, 0]', 'elements by number');

-- In a parallel worker.
CREATE TABLE many AS SELECT i, 'person ' || i AS name, jsonb_build_object('n', i) AS doc FROM generate_series(1, 5000) i;
ALTER TABLE many SET (parallel_workers = 2);
SET LOCAL parallel_setup_cost = 0;
SET LOCAL parallel_tuple_cost = 0;
SET LOCAL min_parallel_table_scan_size = 0;
SET LOCAL max_parallel_workers_per_gather = 2;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN ' || query; END $$;
SELECT alike((SELECT string_agg(l, ' ') FROM pg_temp.plan_of('SELECT count(erasure.mask(name)), count(erasure.mask(many)) FROM many') l), '%Parallel%', 'the planner trusts them to workers');
SELECT is((SELECT count(*) FROM many WHERE erasure.mask(many)::text = '(0,*****,"{""n"": 0}")' AND erasure.mask(name) = '*****' AND erasure.mask_jsonb(doc, '{n}') = '{"n": 0}'),
    5000::bigint, 'the same in parallel workers');

-- Text-like types of other extensions.
DO $$ BEGIN CREATE EXTENSION citext; EXCEPTION WHEN OTHERS THEN NULL; END $$;
CREATE FUNCTION pg_temp.value_of(query text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE v text; BEGIN EXECUTE query INTO v; RETURN v; END $$;
SELECT CASE WHEN to_regtype('citext') IS NULL THEN skip('citext is not installed', 2) ELSE collect_tap(
    is(pg_temp.value_of($$SELECT erasure.mask(ROW('Alice'::citext, ''::citext))$$), '(*****,"")', 'citext within a row'),
    is(pg_temp.value_of($$SELECT erasure.is_masked('{*****}'::citext[]) AND NOT erasure.is_masked('{x}'::citext[])$$), 'true', 'citext is known as masked')) END;

SELECT * FROM finish();
ROLLBACK;
