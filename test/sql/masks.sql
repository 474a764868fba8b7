-- What every mask makes of a value, and that a second masking changes nothing.

-- Untyped literals, NULL and untyped parameters resolve.
SELECT erasure.mask('abc'), erasure.mask(NULL) IS NULL AS null_stays, erasure.is_masked('abc'), erasure.is_masked(NULL) IS NULL AS null_stays;
PREPARE untyped AS SELECT erasure.mask($1), erasure.is_masked($1);
EXECUTE untyped('Alice');
EXECUTE untyped('*****');
DEALLOCATE untyped;

-- Text: always five asterisks. varchar, char and name come to the same function.
SELECT v, erasure.mask(v), erasure.is_masked(v) FROM unnest('{"",a,Alice,"Zoë Æblegård",*,*****,******}'::text[]) v;
SELECT erasure.mask('Al'::varchar(2)), erasure.mask('Al'::char(9)), erasure.mask('Alice'::name), erasure.mask('  '::char(2)) = '' AS blank_is_empty;
SELECT erasure.mask(repeat('long', 100000)) AS long;

-- Every other type: the neutral value, in the same type.
CREATE TYPE mood AS ENUM ('sad', 'happy');
ALTER TYPE mood ADD VALUE 'unknown' BEFORE 'sad';
CREATE TYPE person AS (name text, short varchar(3), padded char(7), price numeric(6, 2), born date, feels mood, tags text[]);
CREATE DOMAIN small AS int CHECK (VALUE < 100);
CREATE DOMAIN code AS varchar(3);

CREATE FUNCTION try_mask(type text, value text) RETURNS TABLE (masked text, same_type bool, again bool, was bool, "is" bool)
LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY EXECUTE format('WITH v AS MATERIALIZED (SELECT %L::%s AS v), m AS MATERIALIZED (SELECT v, erasure.mask(v) AS m FROM v)
        SELECT m::text, pg_typeof(m) = pg_typeof(v), erasure.mask(m)::text = m::text, erasure.is_masked(v), erasure.is_masked(m) FROM m', value, type);
END $$;

SET TimeZone = 'America/New_York';
SET DateStyle = 'SQL, DMY';
SET xmloption = content;
SELECT t AS type, v AS value, r.*
FROM (VALUES
    ('smallint', '7'), ('integer', '-7'), ('bigint', '7'), ('real', 'NaN'), ('double precision', '-Infinity'), ('numeric', '7.50'),
    ('numeric', '0.00'), ('money', '$7.50'), ('oid', '7'), ('regclass', 'pg_class'), ('boolean', 'true'), ('boolean', 'false'),
    ('date', '2001-02-03'), ('date', 'infinity'), ('timestamp', '2001-02-03 04:05:06'), ('timestamp(0)', '-infinity'),
    ('timestamptz', '2001-02-03 04:05:06+07'), ('time', '04:05:06'), ('timetz', '04:05:06+07'), ('interval', '1 year 2 days'),
    ('uuid', '5ee7b2b4-6d0d-4a39-8a1c-2c2c3a4b5c6d'), ('inet', '192.168.0.7'), ('inet', '::1/64'), ('cidr', '192.168.0.0/24'),
    ('macaddr', '08:00:2b:01:02:03'), ('macaddr8', '08:00:2b:01:02:03:04:05'), ('bytea', '\x00ff'), ('bytea', ''),
    ('bit(5)', '10101'), ('bit varying(5)', '101'), ('bit varying', ''), ('"char"', 'x'), ('"char"', ''),
    ('json', '{"a": "x",  "a": 1.5e3, "": [true, null, "", "\u0000\"", -0]}'), ('json', '"alone"'), ('json', ' null '),
    ('jsonb', '{"a": "x", "b": 1.5e3, "c": [true, null, "", [], {}]}'), ('jsonb', '"alone"'), ('jsonb', '7'), ('jsonb', 'null'), ('jsonb', '[]'),
    ('xml', '<name>Alice</name>'), ('xml', ''), ('tsvector', 'alice:1'), ('tsquery', 'alice & bob'), ('point', '(1,2)'),
    ('line', '{1,2,3}'), ('lseg', '[(1,2),(3,4)]'), ('box', '(1,2),(3,4)'), ('box', '(1,1),(1,1)'), ('path', '[(1,2),(3,4)]'), ('polygon', '((1,2),(3,4))'),
    ('circle', '<(1,2),3>'), ('int4range', '[1,7)'), ('tstzrange', '[2001-02-03,)'), ('daterange', 'empty'), ('nummultirange', '{[1,2],[4,5]}'),
    ('mood', 'happy'), ('mood', 'unknown'), ('small', '7'),
    ('text[]', '{Alice,Bob}'), ('text[]', '{NULL,"",Bob}'), ('text[]', '{}'), ('text[]', '{NULL,NULL}'), ('int[]', '[5:6]={1,2}'),
    ('int[]', '{{1,2},{3,4}}'), ('small[]', '{1,2}'), ('jsonb[]', '{"{\"a\":7}"}'), ('int2vector', '1 2'), ('oidvector', ''),
    ('person', '("Alice Smith",al,Al,7.5,2001-02-03,happy,"{a,b}")'), ('person', '(,,,,,,)'), ('person', '("","","",0,01/01/1970,unknown,{})'),
    ('person[]', '{"(Alice,,,,,,)","(Bob,,,,,,)"}')
) AS cases (t, v), try_mask(t, v) r;
RESET DateStyle;
RESET TimeZone;

-- Rows of no named type, rows of a table with a dropped column, rows within rows.
CREATE TABLE customer (id int, gone text, name text, home person);
INSERT INTO customer VALUES (7, 'secret', 'Alice', ROW('Al', 'Al', 'Al', 1, now(), 'sad', NULL)), (8, NULL, NULL, NULL);
ALTER TABLE customer DROP gone;
SELECT erasure.mask(c), erasure.is_masked(c), erasure.is_masked(erasure.mask(c)) FROM customer c;
SELECT erasure.mask(r) FROM (VALUES (ROW(1, 'a'::text)), (ROW('b'::text, ROW(true, '{1,2}'::int[])))) AS v (r);

-- The limit of a row's column holds for asterisks too, and for the blanks after them.
SELECT length((erasure.mask(p)).short) AS short, octet_length((erasure.mask(p)).padded) AS padded, (erasure.mask(p)).price
FROM (SELECT '(Alice,al,Al,7.5,,,)'::person) AS v (p);
SELECT (erasure.mask(ROW('abcdef'::code))), erasure.mask('{abc,def}'::code[]);

-- Stored out of line and compressed.
CREATE TABLE big (t text, b bytea, a text[], j jsonb, x xml);
ALTER TABLE big ALTER t SET STORAGE EXTERNAL;
INSERT INTO big SELECT s, s::bytea, ARRAY[s, s], to_jsonb(s), s::xml FROM repeat('Alice', 100000) s;
SELECT erasure.mask(t) AS t, erasure.mask(b) AS b, erasure.mask(a) AS a, erasure.mask(j) AS j, erasure.mask(x) AS x, erasure.mask(big) AS row, erasure.is_masked(t) FROM big;

-- A type without a neutral value, and a domain that refuses it. The value is in no message.
CREATE DOMAIN adult AS int CHECK (VALUE >= 18);
CREATE DOMAIN adults AS int[] CHECK (cardinality(VALUE) > 1);
SELECT erasure.mask(42::adult);
SELECT erasure.mask(ROW(42::adult));
SELECT erasure.mask('{42}'::adult[]);
SELECT erasure.mask('{42,43}'::adults);
SELECT erasure.mask(NULL::adult) IS NULL AS null_stays, erasure.is_masked(42::adult);
SELECT erasure.mask('7'::xid);
SELECT erasure.is_masked('$.a'::jsonpath);
SELECT erasure.mask(ROW('7/0'::pg_lsn));

-- Partial: characters, not bytes; nothing that would be covered by what is kept.
SELECT v, f, l, m, erasure.mask_partial(m, f, l) = m AS again, erasure.is_masked(m)
FROM (VALUES ('', 1, 1), ('alice', 1, 1), ('ab', 1, 3), ('alice', 0, 0), ('alice', 5, 5), ('Zoë Æblegård', 3, 1), ('日本語テキスト', 1, 1),
    ('alice', 2147483647, 2147483647), ('1234567890', 0, 4), ('123456', 0, 4), ('**********', 1, 1)) AS cases (v, f, l),
    erasure.mask_partial(v, f, l) m;
SELECT erasure.mask_partial('alice', -1, 1);
SELECT erasure.mask_partial('alice', 1, -1);
SELECT erasure.mask_partial(NULL, -1, 1) IS NULL AS null_stays;

SELECT v, m, erasure.mask_email(m) = m AS again, erasure.is_masked(m)
FROM unnest('{"",alice@example.com,al@example.com,a@b.co.uk,alice,x@localhost,"a b@example.com",alice@@example.com,alice@example.c0m}'::text[]) v, erasure.mask_email(v) m;

SELECT v, m, erasure.mask_phone(m) = m AS again, erasure.is_masked(m)
FROM unnest('{"","+49 170 1234567","(020) 7946-0018",12,"phone 1234567",1234567890123456}'::text[]) v, erasure.mask_phone(v) m;

-- Documents: everything, or what the paths select.
SELECT p, erasure.mask_jsonb(d, p) AS masked, erasure.mask_jsonb(erasure.mask_jsonb(d, p), p) = erasure.mask_jsonb(d, p) AS again
FROM (SELECT '{"id": 7, "email": "a@b.c", "phones": [{"type": "home", "number": 1}, {"type": "work", "number": 2}], "a": {"b": {"c": true}}}'::jsonb) AS v (d),
    (VALUES (NULL::text[]), ('{}'), ('{$}'), ('{email}'), ('{$.email,"phones[*].number"}'), ('{phones.number}'), ('{"phones[-1]"}'), ('{a}'), ('{"{a,b}"}'), ('{nothing.here}'), ('{*}')) AS paths (p);
SELECT erasure.mask_jsonb('"alone"', '{$}'), erasure.mask_jsonb('"alone"', '{a}'), erasure.mask_jsonb('[1,[2,{"a":3}]]', '{a}'), erasure.mask_jsonb('[]', '{$}'), erasure.mask_jsonb(NULL) IS NULL AS null_stays;
SELECT erasure.mask_jsonb('{}', '{"a["}');
SELECT erasure.mask_jsonb('{}', '{a,NULL}');
SELECT erasure.mask_jsonb('{}', '{""}');

-- Looks masked, or not.
SELECT v, erasure.is_masked(v) FROM unnest('{"",*,****,*****,******,a*****e,***x,*0123456789abcdef,*0123456,x*0123456789abcdef}'::text[]) v;

-- What the engine's statements call.
SELECT m, c, erasure._mask_text(v, m, 1, 1, c)
FROM (VALUES ('default', 'Alice Smith'), ('partial', 'Alice Smith'), ('email', 'alice@example.com'), ('phone', '+49 170 1234567')) AS cases (m, v), unnest('{0,17,7,5,3,-1}'::int[]) c;
SELECT erasure._mask_text('', m, 1, 1, 0) = '' AS empty_stays FROM unnest('{default,partial,email,phone}'::text[]) m;
SELECT erasure._mask_text('Alice', 'none', 1, 1, 0);
SELECT erasure._mask_text('Alice', 'partial', -1, 1, 0);
SELECT c, erasure._mask_unique('Alice', 'salt', '7', c) AS unique, erasure.is_masked(erasure._mask_unique('Alice', 'salt', '7', c)) FROM unnest('{0,21,20,17,10,9}'::int[]) c;
SELECT erasure._mask_unique('Bob', 'salt', '7', 0) = erasure._mask_unique('Alice', 'salt', '7', 0) AS not_of_the_value,
    erasure._mask_unique('Alice', 'sal', 't7', 0) <> erasure._mask_unique('Alice', 'salt', '7', 0) AS of_each_part,
    erasure._mask_unique('', 'salt', '7', 0) = '' AS empty_stays, erasure._mask_unique(NULL, 'salt', NULL, 0) IS NULL AS null_stays,
    erasure._mask_unique('Alice', 'salt', '7', 0) = '*****' || left(encode(sha256('\x000000000000000473616c74000000000000000137'), 'hex'), 16) AS documented;
SELECT erasure._mask_unique('Alice', 'salt', '7', 8);
SELECT erasure._mask_unique('Alice', 'salt', NULL, 0);

-- The volatility and parallel safety that indexes and planner rely on.
SELECT p.oid::regprocedure AS function, provolatile, proisstrict, proparallel, has_function_privilege('pg_monitor', p.oid, 'EXECUTE') AS everybody
FROM pg_proc p WHERE pronamespace = 'erasure'::regnamespace AND proname ~ '^_?(is_)?mask' ORDER BY p.oid::regprocedure::text COLLATE "C";

DROP TABLE big, customer;
DROP FUNCTION try_mask;
DROP TYPE person, mood;
DROP DOMAIN small, code, adults, adult;
