-- Keys in every form in which clients send them.

CREATE SCHEMA keys;
SET search_path = keys;
SET client_min_messages = error;
\set VERBOSITY terse

-- Numbers: the key's own type, another that casts to it, text in both forms.
CREATE TABLE by_bigint (id bigint PRIMARY KEY, name text);
INSERT INTO by_bigint SELECT i, 'Name ' || i FROM generate_series(1, 12) i;
SELECT erasure.protect('by_bigint', '{name}');
SELECT erasure.soft_delete('by_bigint', ARRAY[1]::bigint[]);
SELECT erasure.soft_delete('by_bigint', ARRAY[2]);
SELECT erasure.soft_delete('by_bigint', ARRAY[3]::smallint[]);
SELECT erasure.soft_delete('by_bigint', ARRAY[4]::numeric[]);
SELECT erasure.soft_delete('by_bigint', '{5,6}');
SELECT erasure.soft_delete('by_bigint', '7');
SELECT erasure.soft_delete('by_bigint', ' 8 ');
SELECT erasure.soft_delete('by_bigint', '{"9"}'::text);
SELECT erasure.soft_delete('by_bigint', '[2:3]={10,11}'::int[]);
SELECT erasure.soft_delete('by_bigint', '{{12},{12}}'::int[]);
SELECT erasure.soft_delete('by_bigint', ARRAY['1']);
SELECT string_agg(key, ' ' ORDER BY key::int) FROM erasure.subjects WHERE relation = 'by_bigint'::regclass;
SELECT erasure.state('by_bigint', 1), erasure.state('by_bigint', 1::bigint), erasure.state('by_bigint', '1'), erasure.state('by_bigint', 1::smallint);

-- Parameters without a type, as drivers send them.
PREPARE d AS SELECT erasure.restore('by_bigint', $1);
EXECUTE d('{1,2}');
EXECUTE d('3');
EXECUTE d(NULL);
PREPARE p AS SELECT subjects, rows_masked FROM erasure.permanently_delete('by_bigint', $1, $2);
EXECUTE p('{4,5}', 1);
EXECUTE p('{4,5}', '2');
EXECUTE p('6', 1);
PREPARE s AS SELECT erasure.state('by_bigint', $1);
EXECUTE s('4');
PREPARE typed(bigint[]) AS SELECT erasure.undo_permanent_delete('by_bigint', $1);
EXECUTE typed('{4,5}');
PREPARE w AS SELECT q.* FROM erasure.preview('by_bigint', $1) q;
SELECT row_count FROM erasure.preview('by_bigint', '{7,8}');
PREPARE c AS SELECT question FROM erasure.confirmation($2::regclass, $1);
EXECUTE c('{7,8}', 'by_bigint');
DEALLOCATE ALL;

-- uuid, in any spelling that the type reads; the same key twice counts once.
CREATE TABLE by_uuid (id uuid PRIMARY KEY, name text);
INSERT INTO by_uuid VALUES ('a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'Ada'), ('b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'Bo');
SELECT erasure.protect('by_uuid', '{name}');
SELECT erasure.soft_delete('by_uuid', ARRAY['a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid]);
SELECT erasure.soft_delete('by_uuid', 'B0EEBC999C0B4EF8BB6D6BB9BD380A11');
SELECT subjects FROM erasure.permanently_delete('by_uuid', '{{b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11}}', 1);
SELECT subjects FROM erasure.permanently_delete('by_uuid', '{b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11,B0EEBC999C0B4EF8BB6D6BB9BD380A11}', 1);
SELECT key, state FROM erasure.subjects WHERE relation = 'by_uuid'::regclass ORDER BY key;

-- Text, with all that makes trouble in literals. A longer key than the column holds is nobody's, not a shorter one's.
CREATE TABLE by_code (code varchar(5) PRIMARY KEY, name text);
INSERT INTO by_code VALUES ('ABCDE', 'Ada'), ('abcde', 'Bo'), ('a,b', 'Cleo'), ('{x}', 'Dan'), ('"q"\', 'Eve'), (' ', 'Fay'), ('NULL', 'Gil'), ('', 'Hal'), ('日本', 'Ida'), ('''; --', 'Jo');
SELECT erasure.protect('by_code', '{name}');
SELECT erasure.soft_delete('by_code', ARRAY['ABCDEFG']);
SELECT erasure.soft_delete('by_code', ARRAY['ABCDE ']);
SELECT erasure.soft_delete('by_code', 'ABCDEX');
SELECT erasure.soft_delete('by_code', ARRAY['ABCDE', 'a,b']::varchar[]);
SELECT erasure.soft_delete('by_code', ARRAY['{x}', '"q"\', ' ', 'NULL', '', '日本', '''; --']);
SELECT erasure.restore('by_code', '{ABCDE,"a,b","{x}","\"q\"\\"," ","NULL",""}');
SELECT erasure.soft_delete('by_code', 'a,b');
SELECT erasure.soft_delete('by_code', '');
SELECT erasure.state('by_code', '{x}');
SELECT erasure.soft_delete('by_code', '{x}');
SELECT subjects FROM erasure.permanently_delete('by_code', ARRAY['a,b', '', '''; --'], 3);
SELECT code, name, erasure.state('by_code', code::text) FROM by_code ORDER BY name COLLATE "C", code COLLATE "C";
SELECT erasure.undo_permanent_delete('by_code', ARRAY['a,b', '', '''; --']);
SELECT code, name FROM by_code WHERE name IN ('Cleo', 'Hal', 'Jo') ORDER BY name;

-- char(n) keys: blanks at the end do not count.
CREATE TABLE by_char (code char(5) PRIMARY KEY, name text);
INSERT INTO by_char VALUES ('AB', 'Ada'), ('ABCDE', 'Bo');
SELECT erasure.protect('by_char', '{name}');
SELECT erasure.soft_delete('by_char', ARRAY['AB']);
SELECT erasure.restore('by_char', 'AB   ');
SELECT erasure.soft_delete('by_char', ARRAY['ABCDEF']);
SELECT erasure.soft_delete('by_char', ARRAY['AB', 'AB ']);
SELECT subjects FROM erasure.permanently_delete('by_char', ARRAY['AB'::char(5)], 1);
SELECT erasure.undo_permanent_delete('by_char', ARRAY['AB']);
SELECT name FROM by_char ORDER BY name;

-- Composite keys: jsonb objects, in any order of their fields, numbers as numbers or text.
CREATE TABLE by_two (region int, number text, name text, PRIMARY KEY (region, number));
CREATE TABLE by_two_orders (id int PRIMARY KEY, region int, number text, ship_to text, FOREIGN KEY (region, number) REFERENCES by_two);
INSERT INTO by_two VALUES (1, 'a', 'Ada'), (1, 'b', 'Bo'), (2, 'a', 'Cleo'), (2, '"{', 'Dan');
INSERT INTO by_two_orders VALUES (1, 1, 'a', 'Ada'), (2, 1, 'b', 'Bo'), (3, 2, 'a', 'Cleo'), (4, 2, '"{', 'Dan'), (5, NULL, 'a', 'nobody');
SELECT erasure.protect('by_two', '{name}');
SELECT erasure.relate('by_two_orders', 'by_two', '{ship_to}');
SELECT erasure.soft_delete('by_two', ARRAY['{"region": 1, "number": "a"}'::jsonb]);
SELECT erasure.soft_delete('by_two', '{"number": "b", "region": "1"}');
SELECT erasure.soft_delete('by_two', '[{"region": 2, "number": "a"}, {"number": "\"{", "region": 2}]');
SELECT subjects, rows_masked FROM erasure.permanently_delete('by_two', ARRAY['{"region": 1, "number": "a"}', '{"number": "a", "region": 1}', '{"region": 2, "number": "\"{"}']::jsonb[], 2);
SELECT region, number, name, ship_to, erasure.state('by_two', jsonb_build_object('region', region, 'number', number)) FROM by_two t JOIN by_two_orders USING (region, number) ORDER BY id;
SELECT key, state FROM erasure.subjects WHERE relation = 'by_two'::regclass ORDER BY key;
SELECT erasure.undo_permanent_delete('by_two', ARRAY(SELECT key::jsonb FROM erasure.subjects WHERE relation = 'by_two'::regclass AND state = 'masked'));
SELECT * FROM by_two_orders ORDER BY id;
SELECT erasure.soft_delete('by_two', ARRAY['{"region": 1}'::jsonb]);
SELECT erasure.soft_delete('by_two', ARRAY['{"region": null, "number": "a"}'::jsonb]);
SELECT erasure.soft_delete('by_two', ARRAY['{"region": "one", "number": "a"}'::jsonb]);
SELECT erasure.soft_delete('by_two', ARRAY['[1, "a"]'::jsonb]);
SELECT erasure.soft_delete('by_two', ARRAY['1'::jsonb]);
SELECT erasure.soft_delete('by_two', '{"region": 1, ');
SELECT erasure.soft_delete('by_two', '[]');
SELECT erasure.soft_delete('by_two', '1,a');
SELECT erasure.soft_delete('by_two', ARRAY['a']);
SELECT erasure.soft_delete('by_two', ARRAY['{"region": 9, "number": "a"}'::jsonb]);
SELECT erasure.soft_delete('by_two', ARRAY['{"region": 1, "number": "a", "name": "Ada"}'::jsonb]);

-- Dates and times: the caller's DateStyle and time zone read them; what is stored depends on neither.
CREATE TABLE by_day (day date PRIMARY KEY, name text);
CREATE TABLE by_moment (moment timestamptz PRIMARY KEY, name text);
INSERT INTO by_day VALUES ('2001-02-03', 'February'), ('2001-03-02', 'March'), ('infinity', 'Never');
INSERT INTO by_moment VALUES ('2001-02-03 04:05:06.789+00', 'Ada'), ('2001-02-03 04:05:06.789+01', 'Bo');
SELECT erasure.protect('by_day', '{name}');
SELECT erasure.protect('by_moment', '{name}');
SET DateStyle = 'SQL, DMY';
SELECT erasure.soft_delete('by_day', ARRAY['03/02/2001'::date]);
SELECT erasure.soft_delete('by_day', ARRAY['infinity'::date]);
SELECT subjects FROM erasure.permanently_delete('by_day', ARRAY['03/02/2001'::date], 1);
SET DateStyle = 'German';
SET TimeZone = 'Asia/Kolkata';
SELECT erasure.soft_delete('by_moment', ARRAY['2001-02-03 04:05:06.789+00'::timestamptz]);
SELECT subjects FROM erasure.permanently_delete('by_moment', ARRAY['2001-02-03 05:05:06.789+01'::timestamptz], 1);
SET DateStyle = 'Postgres, MDY';
SET TimeZone = 'America/New_York';
SELECT erasure.undo_permanent_delete('by_day', ARRAY['2001-02-03'::date]);
SELECT erasure.state('by_moment', '2001-02-03 04:05:06.789+00'::timestamptz), erasure.state('by_moment', '2001-02-03 04:05:06.789+01'::timestamptz);
SELECT key, state FROM erasure.subjects WHERE relation IN ('by_day'::regclass, 'by_moment'::regclass) ORDER BY key;
SELECT erasure.undo_permanent_delete('by_moment', ARRAY['2001-02-03 04:05:06.789+00'::timestamptz]);
SELECT name FROM by_moment ORDER BY name;
SELECT erasure.hold('by_day', ARRAY['2001-02-03'::date], 'court case', '2100-01-01 00:00+00');
SET DateStyle = 'SQL, DMY';
SET TimeZone = 'Asia/Kolkata';
SELECT erasure.hold('by_day', ARRAY['infinity'::date], 'court case', '2100-01-01 00:00+00');
SELECT count(DISTINCT held_until) AS the_same FROM erasure.legal_hold WHERE held_until > '2099-12-31';
SELECT erasure.release('by_day', ARRAY['2001-02-03'::date, 'infinity']);
SET DateStyle = 'Postgres, MDY';
SELECT erasure.restore('by_day', ARRAY['2001-02-03'::date, 'infinity']);
SELECT count(*) FROM erasure.subjects WHERE relation = 'by_day'::regclass;

-- Numbers that are equal but not alike, and a key behind a domain.
CREATE TABLE by_numeric (id numeric PRIMARY KEY, name text);
CREATE DOMAIN customer_number AS int CHECK (VALUE > 0);
CREATE TABLE by_domain (id customer_number PRIMARY KEY, name text);
INSERT INTO by_numeric VALUES (1.50, 'Ada'), (2, 'Bo');
INSERT INTO by_domain VALUES (1, 'Ada');
SELECT erasure.protect('by_numeric', '{name}');
SELECT erasure.protect('by_domain', '{name}');
SELECT erasure.soft_delete('by_numeric', ARRAY[1.5, 2.0]);
SELECT subjects FROM erasure.permanently_delete('by_numeric', ARRAY[1.5], 1);
SELECT id, name, erasure.state('by_numeric', id) FROM by_numeric ORDER BY id;
UPDATE by_numeric SET name = 'Ada again' WHERE id = 1.5;
SELECT erasure.undo_permanent_delete('by_numeric', ARRAY[1.500]);
SELECT id, name, erasure.state('by_numeric', id) FROM by_numeric ORDER BY id;
SELECT * FROM erasure.permanently_delete('by_numeric', ARRAY[1.5, 1.50], 2);
SELECT subjects, rows_masked FROM erasure.permanently_delete('by_numeric', ARRAY[1.5, 1.50], 1);
SELECT erasure.soft_delete('by_domain', ARRAY[1]);
SELECT erasure.state('by_domain', 1::customer_number);
SELECT erasure.soft_delete('by_domain', ARRAY[-1]);
SELECT subjects FROM erasure.permanently_delete('by_domain', '{1}', 1);
SELECT erasure.undo_permanent_delete('by_domain', ARRAY[1]);

RESET DateStyle;
RESET TimeZone;
SELECT erasure.erase_now('by_bigint', '{6}', 1, 'tidy up'), erasure.erase_now('by_uuid', 'b0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 1, 'tidy up');
SET erasure.bypass = on;  -- some are still masked
DROP SCHEMA keys CASCADE;
