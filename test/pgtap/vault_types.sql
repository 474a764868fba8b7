-- Undo brings every byte back: of every type, whatever the session's settings, whatever changed in the table meanwhile.
\set ON_ERROR_STOP 1
\set QUIET 1
SET client_min_messages = warning;
SELECT plan(28);

CREATE EXTENSION citext;
CREATE EXTENSION hstore;
CREATE TYPE mood AS ENUM ('calm', 'Über "quoted", (odd)', '');
CREATE DOMAIN short_words AS varchar(20)[];
CREATE DOMAIN some_text AS text NOT NULL CHECK (length(value) < 100);
CREATE DOMAIN some_float AS double precision CHECK (value IS DISTINCT FROM 42);
CREATE TYPE inner_part AS (at timestamp, zoned timestamptz, took interval, size double precision, small real, raw bytea,
	note text, price money, doc xml, mood mood, words short_words);
CREATE TYPE outer_part AS (parts inner_part[], day date, one inner_part, words short_words[], odd some_float[]);
CREATE DOMAIN whole AS inner_part;
CREATE TYPE day_range AS RANGE (subtype = timestamp);
CREATE TYPE float_range AS RANGE (subtype = float8, subtype_diff = float8mi);

CREATE TABLE everything (
	id bigint PRIMARY KEY,
	a_bool boolean, a_int2 smallint, a_int4 integer, a_int8 bigint, a_numeric numeric, a_scaled numeric(12, 4),
	a_float4 real, a_float8 double precision, a_money money,
	a_text text, a_varchar varchar(40), a_any_varchar varchar, a_char char(20), a_name name, a_one "char", a_citext citext,
	a_bytea bytea, a_date date, a_timestamp timestamp, a_rounded timestamp(2), a_timestamptz timestamptz,
	a_time time, a_timetz timetz, a_interval interval, a_uuid uuid,
	a_inet inet, a_cidr cidr, a_mac macaddr, a_mac8 macaddr8, a_bit bit(11), a_varbit varbit,
	a_json json, a_jsonb jsonb, a_xml xml, a_path jsonpath, a_tsvector tsvector, a_tsquery tsquery, a_hstore hstore,
	a_point point, a_line line, a_lseg lseg, a_box box, a_gpath path, a_polygon polygon, a_circle circle,
	a_int4range int4range, a_numrange numrange, a_tstzrange tstzrange, a_daterange daterange, a_day_range day_range,
	a_float_range float_range, a_int8multi int8multirange, a_tsmulti tsmultirange,
	a_texts text[], a_floats double precision[], a_jsons json[], a_xmls xml[], a_byteas bytea[], a_moods mood[],
	a_numerics numeric[], a_times timestamptz[], a_parts inner_part[],
	a_mood mood, a_part inner_part, a_outer outer_part, a_whole whole, a_words short_words, a_domain some_text DEFAULT 'x',
	a_oid oid, a_class regclass, a_lsn pg_lsn, a_xid xid, a_xid8 xid8, a_tid tid, a_vector int2vector,
	big_compressed text, big_external text, big_bytes bytea,
	remark text
);
ALTER TABLE everything ALTER big_external SET STORAGE EXTERNAL, ALTER big_bytes SET STORAGE EXTERNAL;

-- 1: all NULL; 2: empty where a type has that; 3 to 6: extremes; then random ones.
SET timezone = 'Asia/Kathmandu';
INSERT INTO everything (id) VALUES (1);
INSERT INTO everything VALUES (2, false, 0, 0, 0, 0, 0, 0, 0, 0, '', '', '', '', '', '', '', '', 'epoch', 'epoch', 'epoch', 'epoch',
	'00:00', '00:00+00', '0', '00000000-0000-0000-0000-000000000000', '0.0.0.0', '0.0.0.0/0', '000000000000', '0000000000000000',
	B'00000000000', B'', '{}', '{}', '', '$', '', '', '', '(0,0)', '{0,1,0}', '[(0,0),(0,0)]', '((0,0),(0,0))', '[(0,0)]', '((0,0))',
	'<(0,0),0>', 'empty', 'empty', 'empty', 'empty', 'empty', 'empty', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
	'', ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), ROW('{}', NULL, NULL, '{}', '{}'), NULL, '{}', '',
	0, 'pg_class', '0/0', '0', '0', '(0,0)', '', '', '', '', '');
INSERT INTO everything VALUES (3, true, -32768, -2147483648, -9223372036854775808, 'NaN', '99999999.9999', '-0', '-0', '-92233720368547758.08',
	E'  two\t blanks  ', 'trailing   ', 'trailing   ', 'trailing   ', 'Ünï', '*', 'CiText', '\x000100ff00', 'infinity', '-infinity', '-infinity', 'infinity',
	'24:00', '23:59:59.999999-15:59', '-1 mon +40 days -03:00:00.000001', 'ffffffff-ffff-ffff-ffff-ffffffffffff',
	'::1/64', '2001:db8::/32', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05', B'10000000001', B'1',
	'{"b":1 ,  "a" :2,"a": [1.0, 1.00, 1e5 ,"\u00e9\\"], "":null }', '{"b":1, "a":2, "a":[1.0, 1.00, 1e5, "é"]}',
	'<?xml version="1.0" encoding="UTF-8" standalone=''yes''?><a  b = "c">é</a>', 'strict $.a[*] ? (@ > 1)', '''a b'':3A,5 c ''é''', '!a & (b:A* | ''c d'') <3> e',
	'"a b"=>NULL, ""=>"é"', '(-0,1e-310)', '{1.5,-2,NaN}', '[(1,2),(3,4)]', '((Infinity,-0),(NaN,4))', '[(1,2),(3,-0)]', '((1,2),(3,4),(5,6))', '<(1,2),Infinity>',
	'[1,)', '(-1.00,1.0]', '[-infinity,"0044-03-15 12:00:00 BC")', '[infinity,infinity]', '["2024-01-02 03:04:05.6",)', '[-0,0.1)', '{[1,2),[5,)}',
	'{(,"2000-01-02 03:04:05.000001")}', '[-1:1][5:5]={{a},{NULL},{"NULL, \\ \" quoted"}}', '[0:3]={-0,NaN,0.1,5e-324}', '{"{\"a\": 1,  \"a\":2}",NULL,"\"\""}',
	ARRAY['<?xml version="1.0" encoding="UTF-8"?><a/>'::xml, 'just <b>content</b>', NULL, ''], '[3:4]={"\\x00",NULL}',
	'[2:4]={calm,NULL,"Über \"quoted\", (odd)"}', '{1.0,1.00,NaN,Infinity,-Infinity}', '{infinity,"0044-03-15 12:00:00 BC",NULL}',
	ARRAY[ROW('2001-02-03 04:05:06.000007', '2001-02-03 04:05:06.000007+01', '-1 year +2 days -3 hours', 0.1::float8 + 0.2, 'NaN', '\x00', 'a "b", (c)', '-1234.56',
		'<a/>', 'Über "quoted", (odd)', '{a,NULL}')::inner_part, NULL],
	'Über "quoted", (odd)', ROW('0044-03-15 12:00:00 BC', '-infinity', '1-2 -3 4:05:06', 5e-324, -0.0::float4, '\xdeadbeef00', E'\\ '' " \n', '1.10', 'con<b/>tent', 'calm', '[5:6]={x,y}'),
	ROW(ARRAY[ROW('2024-12-11 10:09:08', '2024-12-11 10:09:08+00', '-1 day +1:00', 1e23, 1e-45, '\x5c27', '{}', '$9', '', '', '{}')::inner_part], '1999-02-01',
		ROW('2001-02-03', NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, NULL), '{"{a,b}","{}"}', ARRAY[0.1::float8 + 0.2, '-0'])::outer_part,
	ROW('2001-03-02', '2001-03-02 00:00+00', '1 mon -1 day', 1.0 / 3, 1.0 / 3, '\x01', 'whole', 3, '<a>b</a>', 'calm', '{w}'), '[7:8]={seven,NULL}', '  ',
	4294967295, 'everything', 'FFFFFFFF/FFFFFFFF', '4294967295', '18446744073709551615', '(4294967295,65535)', '1 -2 3', NULL, NULL, NULL, 'kept');
INSERT INTO everything (id, a_numeric, a_scaled, a_float4, a_float8, a_money, a_text, a_date, a_timestamp, a_rounded, a_timestamptz, a_interval, a_inet, a_cidr, a_xml, a_json, a_timetz)
VALUES (4, 1.0, 1, 'Infinity', 'Infinity', 0.01, repeat('é', 10000), '4713-11-24 BC', '4714-11-24 00:00:00 BC', '2000-01-01 00:00:00.119', '4714-11-25 00:00:00+00 BC', '178000000 years', '10.1.2.3/8', '10.0.0.0/8', '<!DOCTYPE a><a/>', ' "x" ', '00:00+15:59'),
       (5, 1.00, 'NaN', 1e-45, 5e-324, -0.01, E'\u00a0\u2028', '5874897-12-31', '294276-12-31 23:59:59.999999', '0001-01-01 BC', '294276-12-31 23:59:59.999999+00', '-178000000 years', 'ffff::ffff/127', '::/0', 'a <b/> c', '[]', '12:00:00.1+05:45'),
       (6, '-Infinity', -0.0001, 3.4028235e38, 1.7976931348623157e308, 92233720368547758.07, chr(1114109), '0001-01-01 BC', 'infinity', 'infinity', '0001-01-01 BC', '1 mon -1 day +00:00:00.000001', '::ffff:1.2.3.4', '1.2.3.4/32', '', '{"a":"\u0000"}', '23:59:60');
UPDATE everything SET a_numeric = ('1e130000')::numeric WHERE id = 2;
SELECT setseed(0.42);
INSERT INTO everything (id, a_bool, a_int2, a_int4, a_int8, a_numeric, a_float4, a_float8, a_money, a_text, a_varchar, a_char, a_bytea, a_date, a_timestamptz, a_interval,
	a_uuid, a_inet, a_varbit, a_json, a_jsonb, a_xml, a_tsvector, a_point, a_texts, a_floats, a_part, a_parts, a_mood)
SELECT g, random() < 0.5, (random() * 65535 - 32768)::int2, (random() * 4e9 - 2e9)::int4, (random() * 1e18)::int8, (random() * 10 ^ (g % 40))::numeric,
	random() * 10 ^ (g % 30), random() * 10.0 ^ (g % 300 - 150), (random() * 1e6)::numeric::money, word, left(word, 40), left(word, 20), decode(md5(word) || '00', 'hex'),
	date '1900-01-01' + (random() * 80000)::int, timestamptz '1800-01-01' + random() * interval '400 years', (random() - 0.5) * interval '100 years 11 mons 40 days 03:04:05.678901',
	md5(word)::uuid, ('10.' || g % 256 || '.0.' || g % 7)::inet, (random() * 1e9)::int4::bit(32)::varbit, json_build_object(word, g, word, random()), jsonb_build_object(word, g, 'r', random()),
	xmlelement(name a, word), to_tsvector('simple', word), point(random(), -random()), ARRAY[word, NULL, left(word, g % 5)], ARRAY[random(), NULL, -random()],
	ROW(timestamp '1950-01-01' + random() * interval '100 years', now(), random() * interval '1 year', random(), random()::real, decode(md5(word), 'hex'), word, g::money, NULL, 'calm', ARRAY[left(word, 20)]::varchar(20)[])::inner_part,
	ARRAY[ROW(now(), now(), NULL, random() / 3, random(), NULL, word, NULL, NULL, NULL, NULL)::inner_part, NULL], 'calm'
FROM generate_series(7, 60) g, LATERAL (SELECT string_agg(letter, '') AS word FROM
	(SELECT chr(33 + (random() * (CASE g % 3 WHEN 0 THEN 90 WHEN 1 THEN 900 ELSE 9000 END))::int) AS letter FROM generate_series(1, g)) l) w;
UPDATE everything SET big_compressed = repeat('0123456789 Grüße ', 600000), big_external = repeat('0123456789 Grüße ', 600000), big_bytes = decode(repeat('00ff27', 3500000), 'hex') WHERE id = 7;
UPDATE everything SET big_compressed = (SELECT string_agg(md5(random()::text), '') FROM generate_series(1, 20000)) WHERE id = 8;

CREATE TABLE notes (id integer PRIMARY KEY, owner bigint REFERENCES everything, body text, code integer UNIQUE, mail text UNIQUE, day date, remark text);
INSERT INTO notes SELECT g, g % 60 + 1, 'note ' || g, g, 'user' || g || '@example.org', '2000-01-01'::date + g, 'r' FROM generate_series(1, 180) g;

SELECT erasure.protect('everything', (SELECT array_agg(attname) FROM pg_attribute WHERE attrelid = 'everything'::regclass AND attnum > 1
	AND attname <> 'remark' AND atttypid <> ALL ('{jsonpath,hstore,pg_lsn,xid,xid8,tid,int2vector}'::regtype[])), views => false);
-- Types without a neutral value of their own.
SELECT count(erasure.set_mask('everything', attname, 'null')) FROM pg_attribute WHERE attrelid = 'everything'::regclass AND attnum > 0 AND atttypid = ANY ('{jsonpath,hstore,pg_lsn,xid,xid8,tid,int2vector}'::regtype[]);
SELECT erasure.not_personal('everything', '{remark}', 'a test');
SELECT erasure.relate('notes', 'everything', '{body,code,mail,day}');
SELECT erasure.not_personal('notes', '{remark}', 'a test');

SELECT count(*) AS columns FROM erasure.policy WHERE relation = 'everything'::regclass \gset
SELECT cmp_ok(:columns, '>', 75, 'every column of the table of all types is personal');
SELECT is(mask, 'null', 'a type without a neutral value is masked with NULL') FROM erasure.policy WHERE column_name = 'a_lsn';

CREATE TABLE before_all AS TABLE everything;
CREATE TABLE before_notes AS TABLE notes;

-- The columns in which some row differs, byte by byte and as text; an empty list is what we want.
CREATE FUNCTION differing(now_table text, then_table text, leave_out text[] DEFAULT '{deleted_at}') RETURNS text LANGUAGE plpgsql
	SET timezone = 'UTC' SET datestyle = 'ISO' SET extra_float_digits = 3 AS $$
DECLARE
	name text;
	n bigint;
	found text := '';
BEGIN
	FOR name IN SELECT attname FROM pg_attribute WHERE attrelid = then_table::regclass AND attnum > 0 AND NOT attisdropped AND attname <> ALL (leave_out) LOOP
		EXECUTE format('SELECT count(*) FROM %1$s n JOIN %2$s t USING (id) WHERE ROW(n.%3$I)::record *<> ROW(t.%3$I)::record OR md5(textsend(n.%3$I::text)) IS DISTINCT FROM md5(textsend(t.%3$I::text)) '
			'OR (pg_typeof(n.%3$I) <> ALL (''{tid,xid}''::regtype[]) AND md5(record_send(ROW(n.%3$I))) IS DISTINCT FROM md5(record_send(ROW(t.%3$I))))', now_table, then_table, name) INTO n;
		IF n > 0 THEN
			found := found || name || ': ' || n || ' ';
		END IF;
	END LOOP;
	EXECUTE format('SELECT count(*) FROM %s n FULL JOIN %s t USING (id) WHERE n.id IS NULL OR t.id IS NULL', now_table, then_table) INTO n;
	RETURN found || CASE WHEN n > 0 THEN n || ' rows more or less' ELSE '' END;
END $$;

CREATE FUNCTION delete_all() RETURNS bigint LANGUAGE sql AS
$$ SELECT rows_masked FROM erasure.permanently_delete('everything', (SELECT array_agg(id) FROM everything), (SELECT count(*) FROM everything)) $$;
CREATE FUNCTION undo_all() RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.undo_permanent_delete('everything', (SELECT array_agg(id) FROM everything)) $$;
CREATE FUNCTION needles() RETURNS bigint LANGUAGE sql AS
$$ SELECT count(*) FROM everything e JOIN before_all b USING (id) WHERE e.a_text = b.a_text AND b.a_text <> '' $$;

-- --- as it is ---

SELECT erasure.soft_delete('everything', (SELECT array_agg(id) FROM everything));
SELECT is(delete_all(), 60 + 180::bigint, 'all rows are masked');
SELECT is(needles(), 0::bigint, 'and no text is left');
SELECT is(undo_all(), 60::bigint, 'undo takes them all back');
SELECT is(differing('everything', 'before_all'), '', 'every byte of every type is back');
SELECT is(differing('notes', 'before_notes'), '', 'and of the related rows');
SELECT is((SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.vault_key), 0::bigint, 'nothing is left in the vault');

-- --- sessions that see values in other ways, one when deleting and another when undoing ---

SET datestyle = 'SQL, DMY'; SET intervalstyle = 'sql_standard'; SET extra_float_digits = -10; SET bytea_output = 'escape';
SET timezone = 'America/St_Johns'; SET xmloption = 'document'; SET array_nulls = off; SET xmlbinary = 'hex'; SET standard_conforming_strings = off;
SET lc_monetary = 'C'; SET backslash_quote = on; SET escape_string_warning = off; SET transform_null_equals = on; SET quote_all_identifiers = on;
SELECT delete_all();
SELECT undo_all();
RESET ALL;
SET client_min_messages = warning;
SELECT is(differing('everything', 'before_all'), '', 'odd settings in both calls');
SET datestyle = 'German, MDY'; SET intervalstyle = 'iso_8601'; SET extra_float_digits = -15; SET bytea_output = 'escape'; SET timezone = 'Asia/Tokyo';
SELECT delete_all();
RESET ALL;
SET client_min_messages = warning;
SET datestyle = 'Postgres, YMD'; SET intervalstyle = 'postgres_verbose'; SET xmloption = 'document'; SET array_nulls = off; SET timezone = 'America/Caracas';
SELECT undo_all();
RESET ALL;
SET client_min_messages = warning;
SELECT is(differing('everything', 'before_all'), '', 'odd settings when deleting, others when undoing');

SET client_encoding = 'LATIN1';
SELECT delete_all();
RESET client_encoding;
SELECT undo_all();
SELECT is(differing('everything', 'before_all'), '', 'deleted under a client encoding that cannot express the values');
SELECT delete_all();
SET client_encoding = 'LATIN1';
SELECT undo_all();
SELECT is(current_setting('client_encoding'), 'LATIN1', 'the client encoding is what it was');
RESET client_encoding;
SELECT is(differing('everything', 'before_all'), '', 'undone under one that cannot');

BEGIN ISOLATION LEVEL SERIALIZABLE;
SELECT delete_all();
SELECT undo_all();
COMMIT;
SELECT is(differing('everything', 'before_all'), '', 'both in one serializable transaction');

-- --- what changed in between ---

SELECT delete_all();
ALTER TABLE everything RENAME a_text TO renamed;
ALTER TABLE everything RENAME a_part TO a_text;
ALTER TABLE notes RENAME TO "Re marks";
ALTER TABLE "Re marks" RENAME body TO "Bo dy";
CREATE SCHEMA elsewhere;
ALTER TABLE "Re marks" SET SCHEMA elsewhere;
ALTER TABLE everything RENAME TO "Every thing";
SELECT is(erasure.undo_permanent_delete('"Every thing"', (SELECT array_agg(id) FROM "Every thing")), 60::bigint, 'undo after tables and columns were renamed');
ALTER TABLE "Every thing" RENAME TO everything;
ALTER TABLE everything RENAME a_text TO a_part;
ALTER TABLE everything RENAME renamed TO a_text;
ALTER TABLE elsewhere."Re marks" SET SCHEMA public;
ALTER TABLE "Re marks" RENAME "Bo dy" TO body;
ALTER TABLE "Re marks" RENAME TO notes;
SELECT is(differing('everything', 'before_all') || differing('notes', 'before_notes'), '', 'brings all back under the new names');

SELECT delete_all();
UPDATE everything SET remark = 'changed meanwhile' WHERE id = 3;
UPDATE notes SET remark = 'changed meanwhile';
SELECT undo_all();
SELECT is(differing('everything', 'before_all', '{deleted_at,remark}') || differing('notes', 'before_notes', '{remark}'), '', 'other columns changed in between: all personal ones are back');
SELECT is((SELECT count(*) FROM notes WHERE remark = 'changed meanwhile') + (SELECT count(*) FROM everything WHERE remark = 'changed meanwhile'), 181::bigint, 'and the changes stay');
UPDATE everything SET remark = 'kept' WHERE id = 3;
UPDATE notes SET remark = 'r';

SELECT delete_all();
DELETE FROM notes WHERE id IN (5, 6);
SELECT is(undo_all(), 60::bigint, 'undo after related rows were deleted');
SELECT is(differing('notes', 'before_notes'), '2 rows more or less', 'brings back all others, and not those');
INSERT INTO notes SELECT * FROM before_notes WHERE id IN (5, 6);

SELECT delete_all();
SET erasure.bypass = on; -- refused otherwise
ALTER TABLE notes DROP COLUMN body;
ALTER TABLE everything DROP COLUMN a_path;
RESET erasure.bypass;
SELECT is(undo_all(), 60::bigint, 'undo after personal columns were dropped');
ALTER TABLE before_notes DROP COLUMN body;
ALTER TABLE before_all DROP COLUMN a_path;
SELECT is(differing('everything', 'before_all') || differing('notes', 'before_notes'), '', 'brings back all that have a place');

-- --- a unique value that somebody else has taken ---

SELECT delete_all();
INSERT INTO everything (id) VALUES (1001);
INSERT INTO notes (id, owner, mail) VALUES (9001, 1001, 'user77@example.org');
CREATE TABLE said (state text, message text, detail text, hint text, context text);
DO $$
DECLARE s said;
BEGIN
	PERFORM erasure.undo_permanent_delete('everything', (SELECT array_agg(id) FROM everything WHERE id <= 60));
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS s.state = returned_sqlstate, s.message = message_text, s.detail = pg_exception_detail, s.hint = pg_exception_hint, s.context = pg_exception_context;
	INSERT INTO said SELECT s.*;
END $$;
SELECT is(state, '23505', 'a unique value was taken meanwhile: refused') FROM said;
SELECT matches(detail, '\y9001\y', 'the row in the way is named by its key') FROM said;
SELECT ok(said::text !~ 'user77', 'and never by the value') FROM said;
SELECT is((SELECT count(*) FROM erasure.subjects WHERE state = 'masked'), 60::bigint, 'nothing is half done');
UPDATE notes SET mail = 'other@example.org' WHERE id = 9001;
SELECT is(erasure.undo_permanent_delete('everything', (SELECT array_agg(id) FROM everything WHERE id <= 60)), 60::bigint, 'with the row out of the way it goes on');
DELETE FROM notes WHERE id = 9001;
SELECT is(differing('everything', 'before_all') || differing('notes', 'before_notes'), '1 rows more or less', 'and every byte is back once more');

SELECT * FROM finish();
