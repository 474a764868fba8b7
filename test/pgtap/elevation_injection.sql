-- Elevation: names that are SQL, and arguments that are. The whole life of tables whose names, columns, roles and types have
-- everything in them that means something to SQL, to format(), to psql or to a regular expression; conditions, masks, reasons
-- and keys that try to be more than they are.
SET client_min_messages = error;
SELECT no_plan();

CREATE TABLE public.canary (what text);
INSERT INTO canary VALUES ('sings');
-- Statements that are offered to be run, in a subtransaction that is undone: what came of them, and whether the canary lived.
CREATE FUNCTION public.run(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE n bigint;
BEGIN
	EXECUTE statement;
	IF to_regclass('public.canary') IS NOT NULL THEN EXECUTE 'SELECT count(*) FROM public.canary' INTO n; END IF;
	RAISE SQLSTATE 'ZZ000' USING MESSAGE = CASE n WHEN 1 THEN 'well' ELSE 'the canary is dead' END;
EXCEPTION WHEN SQLSTATE 'ZZ000' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
-- One of these is in every name below.
SELECT $n$"; DROP TABLE public.canary; --$n$ AS n1, $n$'); DELETE FROM public.canary; --$n$ AS n2, $n$a\"b'c$1%s%I%%$n$ AS n3, E'line\n; DELETE FROM public.canary; --\t\r' AS n4, $n$$$ $q$ {1} :x ${y}$n$ AS n5, $n$pg_temp."x" é№ 😀$n$ AS n6, $n$C:\\temp\'E'\047$n$ AS n7 \gset
SELECT :'n1' || '_active' AS v1, :'n4' || :'n3' AS x1, 'type ' || :'n3' AS y3, 'type ' || :'n4' AS y4 \gset
CREATE ROLE :"n1";
CREATE ROLE :"n2";
CREATE ROLE :"n3";
GRANT CREATE ON DATABASE :"DBNAME" TO :"n1";
GRANT SELECT ON public.canary TO :"n1";
SET ROLE :"n1";
CREATE SCHEMA :"n2";
GRANT USAGE ON SCHEMA :"n2" TO PUBLIC;
SET search_path = :"n2", public;
CREATE TYPE :"y3" AS ENUM ('a'';--', 'b"$$');
CREATE DOMAIN :"y4" AS text CHECK (VALUE <> 'x');
CREATE TABLE :"n1" (:"n1" int, :"n2" text, :"n3" :"y3", :"n4" :"y4", :"n5" text UNIQUE, :"n6" text[], :"n7" jsonb, plain text DEFAULT ''';--', PRIMARY KEY (:"n1", :"n2"));
CREATE TABLE :"n3" (:"n7" int PRIMARY KEY, :"n6" int, :"n5" text, :"n4" text, :"n1" int, FOREIGN KEY (:"n6", :"n5") REFERENCES :"n1" ON DELETE CASCADE);
CREATE TABLE :"n5" (:"n3" int, :"n2" int REFERENCES :"n3" ON DELETE CASCADE, :"n1" text, day date, PRIMARY KEY (:"n3", day)) PARTITION BY RANGE (day);
CREATE TABLE :"n6" PARTITION OF :"n5" FOR VALUES FROM ('2000-01-01') TO ('2030-01-01');
CREATE TABLE :"n7" (:"n2" int PRIMARY KEY, :"n5" text, :"n1" text);
CREATE TABLE :"n4" (:"n4" text PRIMARY KEY, :"n1" text);
INSERT INTO :"n1" SELECT g, :'n1' || g, 'a'';--', 'secret ' || g, :'n7' || g, ARRAY[:'n3'], jsonb_build_object(:'n3', 'secret') FROM generate_series(1, 9) g;
INSERT INTO :"n3" SELECT g, g, :'n1' || g, 'secret ' || g, 1 FROM generate_series(1, 9) g;
INSERT INTO :"n5" SELECT g, g, 'secret ' || g, '2020-01-01' FROM generate_series(1, 9) g;
INSERT INTO :"n7" SELECT g, :'n7' || g, 'secret ' || g FROM generate_series(1, 9) g;
INSERT INTO :"n4" SELECT :'n2' || g, 'secret ' || g FROM generate_series(1, 9) g;
CREATE MATERIALIZED VIEW :"n2" AS SELECT :"n4", count(*) FROM :"n1" GROUP BY 1;
SELECT quote_ident(:'n1') AS t1, quote_ident(:'n3') AS t3, quote_ident(:'n5') AS t5, quote_ident(:'n7') AS t7, quote_ident(:'n4') AS t4, quote_ident(:'n2') AS m2 \gset
SELECT jsonb_build_object(:'n1', g, :'n2', :'n1' || g)::text AS k1 FROM generate_series(1, 1) g \gset
SELECT jsonb_build_object(:'n1', g, :'n2', :'n1' || g)::text AS k2 FROM generate_series(2, 2) g \gset
SELECT jsonb_build_object(:'n1', g, :'n2', :'n1' || g)::text AS k3 FROM generate_series(3, 3) g \gset

CREATE TEMP TABLE suggested AS SELECT statement, public.run(statement) AS result FROM erasure.suggest(:'t1') WHERE statement IS NOT NULL;
SELECT cmp_ok((SELECT count(*) FROM suggested), '>', 3::bigint, 'suggest has statements');
SELECT is_empty($$SELECT * FROM suggested WHERE result ~ '^(the canary|42601|42703|42P01|42704|22023|XX)'$$, 'that name what they mean');
SELECT lives_ok(format('SELECT erasure.protect(%L, %L, deleted_at => %L, grace => ''1 second'')', :'t1', ARRAY[:'n3', :'n4', :'n5', :'n6'], 'at' || :'n3'), 'protect');
SELECT lives_ok(format('SELECT erasure.add_personal(%L, %L)', :'t1', ARRAY[:'n7']), 'add_personal');
SELECT lives_ok(format('SELECT erasure.relate(%L, %L, %L, condition => %L)', :'t3', :'t1', ARRAY[:'n4'], format('%I > 0 AND ''%s'' <> ''"''', :'n1', replace(:'n3', '''', ''''''))), 'relate with a condition');
SELECT lives_ok(format('SELECT erasure.relate(%L, %L, %L, on_erase => ''delete'')', :'t5', :'t3', ARRAY[:'n1']), 'relate, two hops away and partitioned');
SELECT lives_ok(format('SELECT erasure.relate(%L, %L, %L, columns => %L, parent_columns => %3$L)', :'t7', :'t1', ARRAY[:'n5'], ARRAY[:'n5']), 'relate by value');
SELECT lives_ok(format('SELECT erasure.add_personal(%L, %L)', :'t7', ARRAY[:'n1']), 'add_personal of a table linked by value');
SELECT lives_ok(format('SELECT erasure.not_personal(%L, ''{plain}'', %L)', :'t1', :'n2'), 'not_personal');
SELECT lives_ok(format('SELECT erasure.refresh_with(%L, %L)', :'t1', :'m2'), 'refresh_with');
SELECT lives_ok(format('SELECT erasure.retain(%L, %L, ''1 day'', ''day'', %L), erasure.unretain(%1$L, %2$L)', :'t5', :'t3', :'n1'), 'retain');
SELECT lives_ok(format('SELECT erasure.protect(%L, %L)', :'t4', ARRAY[:'n4', :'n1']), 'protect with a personal key');
SELECT lives_ok(format('SELECT erasure.use_roles(%L, %L, %L, %L), erasure.allow(%1$L, ''{export}'', %3$L), erasure.disallow(%1$L, ''{export}'', %3$L), erasure.allow(%5$L, ''{soft_delete,permanently_delete,undo}'', %2$L)',
	:'t1', quote_ident(:'n2'), quote_ident(:'n3'), quote_ident(:'n3'), :'t4'), 'use_roles, allow, disallow');
SELECT lives_ok(format('ALTER TABLE %I ADD %I text; SELECT erasure.add_personal(%L, %L); ALTER TABLE %1$I RENAME %2$I TO %5$I; ALTER TABLE %1$I ALTER %5$I TYPE varchar(99); ALTER TABLE %1$I DROP %5$I', :'n3', 'new' || :'n2', :'t3', ARRAY['new' || :'n2'], :'n3'), 'columns come and go');
SELECT lives_ok(format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (''2030-01-01'') TO (''2040-01-01'')', 'p' || :'n4', :'n5'), 'a partition');
SELECT lives_ok(format('SELECT erasure.refresh_views(%L)', :'t1'), 'refresh_views');
SELECT lives_ok(format('SELECT count(*) FROM erasure.suggest(%L)', :'t1'), 'suggest');
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE severity = 'error' AND problem ~ 'could not'), 0::bigint, 'doctor');
SELECT matches(erasure.diagram(:'t1'), '^flowchart', 'diagram');
RESET ROLE;
CREATE TABLE :"n2".:"x1" (:"n3" int REFERENCES :"n2".:"n3", :"n4" text);
CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER :"n1" BEFORE UPDATE ON :"n2".:"n1" FOR EACH ROW EXECUTE FUNCTION public.touch();
ALTER TABLE :"n2".:"n3" DISABLE TRIGGER erasure_guard_update;
DROP VIEW :"n2".:"v1";
CREATE PUBLICATION :"n4" FOR TABLE :"n2".:"n1";
CREATE TEMP TABLE found AS SELECT object, problem, fix, public.run(fix) AS result FROM erasure.doctor() WHERE fix ~ '^[A-Z]{4,} ';
SELECT cmp_ok((SELECT count(*) FROM found), '>', 5::bigint, 'doctor has fixes');
SELECT is_empty($$SELECT * FROM found WHERE result ~ '^(the canary|42601|42703|42P01|42704|XX)'$$, 'that name what they mean');
CREATE FUNCTION public.hint_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE hint text;
BEGIN EXECUTE statement; RETURN 'none'; EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT; RETURN hint; END $$;
CREATE TEMP TABLE hints AS SELECT hint_of(format('SELECT * FROM erasure.preview(%L, %L)', :'t1', :'k1')) AS hint;
SELECT matches(hint, 'SELECT erasure\.', 'the coverage gate has statements') FROM hints;
SELECT is_empty($$SELECT hint, public.run(substring(hint FROM 'SELECT erasure\..*')) FROM hints WHERE public.run(substring(hint FROM 'SELECT erasure\..*')) ~ '^(the canary|42703|42P01|42704|XX)'$$, 'that name what they mean');
ALTER TABLE :"n2".:"n3" ENABLE ALWAYS TRIGGER erasure_guard_update;
DROP PUBLICATION :"n4";
DROP TRIGGER :"n1" ON :"n2".:"n1";
DROP TABLE :"n2".:"x1";
SELECT erasure.refresh_views(:'t1');
SET ROLE :"n1";
RESET ROLE;

SET ROLE :"n2";
SET erasure.actor = E'actor''); DROP TABLE public.canary; --\n$$';
SELECT is(erasure.soft_delete(:'t1', ARRAY[:'k1', :'k2', :'k3']::jsonb[], :'n1'), 3::bigint, 'soft_delete');
SELECT is(erasure.restore(:'t1', :'k3', :'n2'), 1::bigint, 'restore');
SELECT is((SELECT sum(row_count) FROM erasure.preview(:'t1', :'k1')), 4::numeric, 'preview');
SELECT is((SELECT title FROM erasure.confirmation(:'t1', :'k1')), 'Attention', 'confirmation');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete(:'t1', ARRAY[:'k1', :'k2']::jsonb[], 2, :'n5')), 8::bigint, 'permanently_delete');
SELECT is((SELECT count(*) FROM erasure.subjects WHERE state = 'masked'), 2::bigint, 'the view of subjects');
RESET ROLE;
SELECT is((SELECT string_agg(concat_ws('|', a.:"n3", a.:"n4", a.:"n6", a.:"n7", b.:"n4", c.:"n1", d.:"n1"), ' ' ORDER BY b.:"n7") FROM :"n1" a JOIN :"n3" b ON b.:"n6" = a.:"n1" JOIN :"n5" c ON c.:"n2" = b.:"n7" JOIN :"n7" d ON d.:"n2" = a.:"n1" WHERE a.:"n1" = 1),
	'a'';--|*****|{*****}|{"' || replace(replace(:'n3', '\', '\\'), '"', '\"') || '": "*****"}|*****|*****|*****', 'masked');
SELECT throws_ok(format('UPDATE %I SET %I = ''x'' WHERE %I = 1', :'n3', :'n4', :'n7'), '42501', NULL, 'guards: UPDATE');
SELECT throws_ok(format('INSERT INTO %I VALUES (100, 1, %L, ''x'', 1)', :'n3', :'n1' || 1), '42501', NULL, 'guards: INSERT');
SELECT throws_ok(format('INSERT INTO %I VALUES (100, %L, ''x'')', :'n7', :'n7' || 1), '42501', NULL, 'guards: INSERT by value');
SELECT throws_ok(format('DELETE FROM %I', :'n1'), '42501', NULL, 'guards: DELETE');
SELECT throws_ok(format('TRUNCATE %I', :'n6'), '42501', NULL, 'guards: TRUNCATE');
SET ROLE :"n2";
SELECT is(erasure.hold(:'t1', :'k1', :'n7') + erasure.release(:'t1', :'k1', :'n7'), 2::bigint, 'hold, release');
SELECT is(erasure.undo_permanent_delete(:'t1', :'k2', :'n6'), 1::bigint, 'undo');
SELECT is(erasure.export(:'t1', :'k2') -> 'tables' -> 0 -> 'rows' -> 0 ->> :'n4', 'secret 2', 'export');
SELECT is(erasure.erase_now(:'t1', :'k2', 1, :'n3'), 1::bigint, 'erase_now');
SELECT is(erasure.soft_delete(:'t4', ARRAY[:'n2' || 1]), 1::bigint, 'a personal key: soft_delete');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete(:'t4', ARRAY[:'n2' || 1], 1)), 1::bigint, 'a personal key: permanently_delete');
SELECT is(erasure.undo_permanent_delete(:'t4', ARRAY[:'n2' || 1]), 1::bigint, 'a personal key: undo');
SELECT pg_sleep(1.1);
CALL erasure.erase_due();
SELECT is(erasure.state(:'t1', :'k1'), 'erased', 'erase_due');
RESET ROLE;
SELECT is((SELECT count(*) FROM :"n5" WHERE :"n3" IN (1, 2)), 0::bigint, 'rows that erasure deletes are gone');
SELECT is((SELECT string_agg(what, ',') FROM canary), 'sings', 'the canary sings');
SELECT is((SELECT count(*) FROM erasure.audit_log WHERE relation ~ 'canary' AND actor ~ 'canary'), (SELECT count(*) FROM erasure.audit_log WHERE actor IS NOT NULL AND relation IS NOT NULL), 'names and actor are in the audit log as they are');

-- Conditions: one expression over the row, or nothing.
CREATE TABLE public.remarks (id int PRIMARY KEY, owner int, kind text, body text);
CREATE TABLE public.people (id int PRIMARY KEY, name text);
CREATE FUNCTION public.definer(int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN DELETE FROM public.canary; RETURN true; END $$;
CREATE FUNCTION public.volatile(int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
SELECT erasure.protect('people', '{name}');
SELECT throws_ok(format('SELECT erasure.relate(''remarks'', ''people'', ''{body}'', ''{owner}'', ''{id}'', condition => %L)', condition), NULL, NULL, 'condition: ' || condition) FROM unnest(ARRAY['kind = ''x''; DELETE FROM canary', 'true) OR (SELECT true',
	'(SELECT count(*) FROM canary) > 0', 'EXISTS (SELECT FROM canary)', 'id IN (SELECT 1)', 'public.definer(id)', 'public.volatile(id)', 'count(*) > 0', 'row_number() OVER () > 0', 'true FROM canary', 'true UNION SELECT true', 'true INTO x', 'true WHERE true',
	'/* true', 'true), (true', 'true AS x', '*', 'remarks.*', 'remarks IS NULL', 'ctid = ''(0,1)''', 'tableoid > 0', 'xmin::text = ''1''', '$1', ':x', 'random() > 0', 'now() > ''2000-01-01''', 'current_user = ''x''', 'pg_sleep(0) IS NULL',
	'generate_series(1, 2) > 0', 'DEFAULT', 'people.id = 1', 'id', '''x''', 'kind', 'NULL::int', 'true; SELECT true', E'true\n) FROM canary --', 'lo_import(''/etc/passwd'') > 0', 'set_config(''erasure.bypass'', ''on'', false) = ''on''', 'query_to_xml(''DELETE FROM canary'', true, true, '''') IS NULL',
	'GROUPING(id) = 0', '1 = ANY (SELECT 1)', 'erasure_row.id = 1', '']) condition;
SELECT is((SELECT count(*) FROM canary), 1::bigint, 'the canary sings');
SELECT is_empty($$SELECT * FROM erasure.policy WHERE relation = 'remarks'::regclass$$, 'nothing was related');
SELECT lives_ok($$SELECT erasure.relate('remarks', 'people', '{body}', '{owner}', '{id}', condition => 'kind = ''a;b'' AND (id > 0 OR kind LIKE ''%$1%'' OR lower(kind) ~ ''\(x'') -- as it may be')$$, 'an ordinary one');

-- Arguments of masks, names of columns, actions and settings.
SELECT throws_ok(format('SELECT erasure.set_mask(''people'', ''name'', %L, %L)', mask, args), NULL, NULL, mask || ' ' || args) FROM (VALUES ('partial', '{"keep_first":"1); DROP TABLE canary; --"}'), ('partial', '{"keep_first":-1}'), ('partial', '{"keep_first":1e9}'),
	('partial', '{"keep_first":1.5}'), ('partial', '{"keep_first":[1]}'), ('partial', '{"salt":1}'), ('partial', '[1]'), ('partial', '"x"'), ('partial', 'null'), ('jsonb', '{"paths":["$.**"]}'), ('jsonb', '{"paths":"x"}'),
	('default', '{"x":1}'), ('email', '{"keep":1}'), ('mask''); DROP TABLE canary; --', '{}'), ('erasure.soft_delete', '{}'), ('', '{}'), ('definer(1)', '{}')) m(mask, args);
SELECT throws_ok(statement, NULL, NULL, statement) FROM unnest(ARRAY['SELECT erasure.protect(''public.canary'', ''{what}'', deleted_at => ''x" int; DROP TABLE canary; --'', on_erase => ''delete; DROP TABLE canary'')', 'SELECT erasure.protect(''canary; DROP TABLE canary'', ''{what}'')',
	'SELECT erasure.allow(''people'', ARRAY[''undo; DROP TABLE canary''], ''postgres'')', 'SELECT erasure.soft_delete(''people'', ''1; DROP TABLE canary'')', 'SELECT erasure.soft_delete(''people'', ''{1,"2); DROP TABLE canary; --"}'')',
	'SELECT erasure.soft_delete(''people'', ARRAY[''1) OR (true''])', 'SELECT erasure.state(''people'', ''1 OR true'')', 'SELECT erasure.schedule(''* * * * *''''; DROP TABLE canary; --'')', 'SELECT erasure.suggest(''public.canary WHERE true'')']) statement;
SELECT is((SELECT string_agg(what, ',') FROM canary), 'sings', 'the canary sings still');

SELECT * FROM finish();
