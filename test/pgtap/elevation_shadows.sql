-- Elevation: a search_path in which every operator, function, table and type of pg_catalog has a double that fits as well or
-- better. With it set by the caller, a role and a database, everything of the extension is called; no double is used.
SET client_min_messages = error;
SELECT no_plan();

CREATE EXTENSION dblink;
CREATE ROLE shop_owner;
CREATE ROLE admin LOGIN;
CREATE ROLE evil;
GRANT CREATE ON DATABASE :"DBNAME" TO shop_owner, evil;
SET ROLE evil;
CREATE SCHEMA lair;
GRANT ALL ON SCHEMA lair TO PUBLIC;
CREATE SEQUENCE lair.falls; -- is counted on also where the statement fails
GRANT ALL ON SEQUENCE lair.falls TO PUBLIC;
RESET ROLE;
-- What reads pg_catalog while the doubles are made must not meet them.
CREATE FUNCTION public.fall(what text) RETURNS boolean LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
	PERFORM pg_catalog.nextval('lair.falls');
	RAISE EXCEPTION 'fell into %', what USING ERRCODE = 'ZZ001';
END $$;

SET ROLE evil;
DO $do$
DECLARE f record; name text; arguments text; made int := 0;
BEGIN
	-- a function of the same name and types for each that can be called in SQL; lair.double_N for each operator's types
	FOR f IN SELECT p.oid, p.proname, p.proargtypes, p.prorettype, p.proretset FROM pg_catalog.pg_proc p WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f'
		AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[] || p.prorettype) t JOIN pg_catalog.pg_type y ON y.oid = t WHERE y.typtype = 'p' AND y.typname NOT IN ('anyelement', 'anyarray', 'void', 'record') OR y.typname = 'record' AND t <> p.prorettype)
		AND (p.prorettype NOT IN (SELECT oid FROM pg_catalog.pg_type WHERE typtype = 'p' AND typname <> 'void') OR p.proargtypes::oid[] && ARRAY['anyelement'::regtype::oid, 'anyarray'::regtype::oid] AND p.prorettype <> 'record'::regtype)
	LOOP
		SELECT string_agg(format_type(t, NULL), ', ') INTO arguments FROM unnest(f.proargtypes::oid[]) t;
		BEGIN
			EXECUTE format('CREATE FUNCTION lair.%I(%s) RETURNS %s%s LANGUAGE plpgsql AS %L', f.proname, arguments, CASE WHEN f.proretset THEN 'SETOF ' ELSE '' END, format_type(f.prorettype, NULL),
				format('BEGIN PERFORM public.fall(%L); END', f.oid::regprocedure));
			made := made + 1;
		EXCEPTION WHEN OTHERS THEN NULL; -- a type that evil cannot have
		END;
	END LOOP;
	FOR f IN SELECT o.oid, o.oprname, o.oprleft, o.oprright, o.oprresult FROM pg_catalog.pg_operator o WHERE o.oprnamespace = 'pg_catalog'::regnamespace AND o.oprcode <> 0 LOOP
		name := 'double_' || f.oid;
		BEGIN
			EXECUTE format('CREATE FUNCTION lair.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', name, concat_ws(', ', CASE WHEN f.oprleft <> 0 THEN format_type(f.oprleft, NULL) END, format_type(f.oprright, NULL)), format_type(f.oprresult, NULL),
				format('BEGIN PERFORM public.fall(%L); END', f.oid::regoperator));
			EXECUTE format('CREATE OPERATOR lair.%s (FUNCTION = lair.%I%s, RIGHTARG = %s)', f.oprname, name, CASE WHEN f.oprleft <> 0 THEN ', LEFTARG = ' || format_type(f.oprleft, NULL) ELSE '' END, format_type(f.oprright, NULL));
			made := made + 1;
		EXCEPTION WHEN OTHERS THEN NULL;
		END;
	END LOOP;
	IF made < 2500 THEN RAISE EXCEPTION 'only % doubles', made; END IF;
END $do$;
-- operators between types for which pg_catalog has none of its own, so that these fit better
DO $do$
DECLARE o text; l text; r text;
BEGIN
	FOREACH l IN ARRAY '{oid,name,text,regclass,int,bigint,smallint,"char",varchar,regrole,unknown,jsonb}'::text[] LOOP
		FOREACH r IN ARRAY '{oid,name,text,regclass,int,bigint,smallint,"char",varchar,regrole,text[],name[],int[],smallint[]}'::text[] LOOP
			CONTINUE WHEN EXISTS (SELECT FROM pg_operator WHERE oprname = '=' AND oprleft = to_regtype(l) AND oprright = to_regtype(r)) OR 'unknown' IN (l, r);
			EXECUTE format('CREATE FUNCTION lair.better(%s, %s) RETURNS boolean LANGUAGE plpgsql AS %L', l, r, format('BEGIN PERFORM public.fall(''=(%s,%s)''); END', l, r));
			FOREACH o IN ARRAY '{=,<>,<,>,<=,>=,~,||}'::text[] LOOP
				BEGIN EXECUTE format('CREATE OPERATOR lair.%s (FUNCTION = lair.better, LEFTARG = %s, RIGHTARG = %s)', o, l, r); EXCEPTION WHEN duplicate_function THEN NULL; END;
			END LOOP;
		END LOOP;
	END LOOP;
END $do$;
-- domains and tables by the names of pg_catalog's, and of the extension's
DO $do$
DECLARE n text;
BEGIN
	FOR n IN SELECT typname FROM pg_type WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype = 'b' AND typelem = 0 AND typname !~ '^pg_' LOOP
		EXECUTE format('CREATE DOMAIN lair.%I AS pg_catalog.%I CHECK (public.fall(''the domain '' || %L) IS NULL)', n, n, n);
	END LOOP;
	FOR n IN SELECT relname FROM pg_class WHERE relnamespace IN ('pg_catalog'::regnamespace, 'erasure'::regnamespace) AND relkind IN ('r', 'v') LOOP
		EXECUTE format('CREATE VIEW lair.%I AS SELECT public.fall(''the table '' || %L)', n, n);
	END LOOP;
END $do$;
RESET ROLE;
SELECT cmp_ok((SELECT count(*) FROM pg_proc WHERE pronamespace = 'lair'::regnamespace), '>', 2000::bigint, 'thousands of functions have a double');
SELECT cmp_ok((SELECT count(*) FROM pg_operator WHERE oprnamespace = 'lair'::regnamespace), '>', 700::bigint, 'and operators');
SELECT throws_ok('SET LOCAL search_path = lair, pg_catalog; ' || statement, 'ZZ001', NULL, 'whoever does not look falls: ' || statement)
	FROM unnest(ARRAY['SELECT 1 = 1', 'SELECT lower(''x''::pg_catalog.text)', 'SELECT * FROM pg_class', 'SELECT ''x''::text', 'SELECT 1::oid = ''x''::pg_catalog.text']) statement;
SELECT setval('lair.falls', 1, false);

SET ROLE shop_owner;
CREATE SCHEMA shop;
GRANT USAGE ON SCHEMA shop TO PUBLIC;
CREATE TYPE shop.mood AS ENUM ('good', 'bad');
CREATE DOMAIN shop.street AS text CHECK (length(VALUE) < 100);
CREATE TABLE shop.customers (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, born date, mood shop.mood, tags text[], doc jsonb, ip inet, height numeric, deleted_at timestamptz);
CREATE TABLE shop.addresses (id int PRIMARY KEY, street shop.street);
CREATE TABLE shop.orders (id int PRIMARY KEY, customer int REFERENCES shop.customers, address int REFERENCES shop.addresses, remark text, sort text DEFAULT 'o', day date) ;
CREATE TABLE shop.visits (id int, year int, customer int, remark text, PRIMARY KEY (id, year)) PARTITION BY RANGE (year);
CREATE TABLE shop.visits_1 PARTITION OF shop.visits FOR VALUES FROM (2000) TO (2030);
CREATE TABLE shop.letters (id int PRIMARY KEY, email text, body text);
CREATE TABLE shop.members (nick text PRIMARY KEY, name text);
CREATE TABLE shop.posts (id int PRIMARY KEY, nick text REFERENCES shop.members ON UPDATE CASCADE, body text);
INSERT INTO shop.customers SELECT g, 'name ' || g, 'mail ' || g, '2000-01-01', 'good', '{a}', '{"a":"b"}', '192.0.2.1', 1.8 FROM generate_series(1, 9) g;
INSERT INTO shop.addresses SELECT g, 'street ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.orders SELECT g, g, g, 'remark ' || g, 'o', now() FROM generate_series(1, 9) g;
INSERT INTO shop.visits SELECT g, 2020, g, 'remark ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.letters SELECT g, 'mail ' || g, 'body ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.members SELECT 'nick ' || g, 'name ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.posts SELECT g, 'nick ' || g, 'body ' || g FROM generate_series(1, 9) g;
CREATE MATERIALIZED VIEW shop.listed AS SELECT name FROM shop.customers;
RESET ROLE;

-- Everything, by the roles for which it is; what the tables hold in the end shows that it worked.
CREATE TABLE public.calls (n serial, who text, statement text);
INSERT INTO public.calls (who, statement) SELECT 'shop_owner', s FROM unnest(ARRAY[
	$$SELECT * FROM erasure.suggest('shop.customers')$$, $$SELECT erasure.protect('shop.customers', '{name,email,born,tags,doc,ip}', grace => '1 second')$$, $$SELECT erasure.add_personal('shop.customers', '{mood}')$$,
	$$SELECT erasure.set_mask('shop.customers', 'mood', 'null')$$, $$SELECT erasure.relate('shop.orders', 'shop.customers', '{remark}', condition => 'sort OPERATOR(pg_catalog.=) ''o''')$$, $$SELECT erasure.relate('shop.addresses', 'shop.orders', '{street}')$$,
	$$SELECT erasure.relate('shop.visits', 'shop.customers', '{remark}', columns => '{customer}', parent_columns => '{id}')$$, $$SELECT erasure.relate('shop.letters', 'shop.customers', '{email,body}', '{email}', '{email}', match => 'case_insensitive')$$,
	$$SELECT erasure.not_personal('shop.orders', '{sort,day}', 'x')$$, $$SELECT erasure.retain('shop.orders', 'shop.customers', '1 year', 'day', 'tax')$$, $$SELECT erasure.unretain('shop.orders', 'shop.customers')$$,
	$$SELECT erasure.protect('shop.members', '{nick,name}')$$, $$SELECT erasure.relate('shop.posts', 'shop.members', '{body}')$$, $$SELECT erasure.refresh_with('shop.customers', 'shop.listed')$$,
	$$SELECT erasure.use_roles('shop.customers', 'admin', 'admin', 'admin')$$, $$SELECT erasure.allow('shop.members', '{soft_delete,permanently_delete,undo,export}', 'admin')$$, $$SELECT erasure.disallow('shop.members', '{export}', 'admin')$$,
	$$SELECT erasure.refresh_views('shop.customers')$$, $$SELECT * FROM erasure.doctor()$$, $$SELECT erasure.diagram('shop.customers')$$, $$SELECT erasure.require_approval('shop.customers', false)$$,
	$$ALTER TABLE shop.orders ADD phone pg_catalog.text$$, $$SELECT erasure.add_personal('shop.orders', '{phone}')$$, $$ALTER TABLE shop.orders RENAME phone TO telephone$$, $$ALTER TABLE shop.orders ALTER telephone TYPE pg_catalog.varchar(50)$$,
	$$ALTER TABLE shop.orders DROP telephone$$, $$CREATE TABLE shop.visits_2 PARTITION OF shop.visits FOR VALUES FROM (2030) TO (2040)$$, $$ALTER TABLE shop.orders DISABLE TRIGGER erasure_guard_update$$]) s;
INSERT INTO public.calls (who, statement) SELECT 'admin', s FROM unnest(ARRAY[
	$$SELECT erasure.soft_delete('shop.customers', '{1,2,3,4,5}'::pg_catalog.int4[], 'reason')$$, $$SELECT erasure.restore('shop.customers', '5')$$, $$SELECT erasure.hold('shop.customers', '{4}', 'x')$$,
	$$SELECT * FROM erasure.preview('shop.customers', '{1,2}')$$, $$SELECT * FROM erasure.confirmation('shop.customers', '{1,2}')$$, $$SELECT * FROM erasure.permanently_delete('shop.customers', '{1,2,3}', 3, 'x', pg_catalog.now())$$,
	$$SELECT erasure.undo_permanent_delete('shop.customers', '{3}')$$, $$SELECT erasure.export('shop.customers', '3')$$, $$SELECT erasure.state('shop.customers', '3')$$, $$SELECT erasure.release('shop.customers', '{4}')$$,
	$$SELECT erasure.erase_now('shop.customers', '{2,4}', 2, 'asked for')$$, $$SELECT erasure.soft_delete('shop.members', '{"nick 1","nick 2"}')$$, $$SELECT * FROM erasure.permanently_delete('shop.members', '{"nick 1","nick 2"}', 2)$$,
	$$SELECT erasure.undo_permanent_delete('shop.members', '{"nick 2"}')$$, $$SELECT pg_catalog.pg_sleep(1.1)$$, $$CALL erasure.erase_due()$$, $$SELECT * FROM erasure.doctor()$$, $$TABLE shop.customers_deleted$$, $$TABLE shop.customers_active$$,
	$$TABLE erasure.policy$$, $$TABLE erasure.decisions$$, $$TABLE erasure.materialized_views$$, $$TABLE erasure.subjects$$, $$TABLE erasure.requests$$, $$TABLE erasure.retentions$$, $$TABLE erasure.retained_rows$$, $$TABLE erasure.tombstones$$,
	$$TABLE erasure.audit_log$$, $$TABLE erasure.pending$$, $$TABLE erasure.status$$,
	$$SELECT erasure.mask('x'::pg_catalog.text), erasure.mask(1), erasure.mask(pg_catalog.now()), erasure.mask('{"a":"b"}'::pg_catalog.jsonb), erasure.mask('{a}'::pg_catalog.text[]), erasure.mask('good'::shop.mood)$$,
	$$SELECT erasure.mask_partial('abcdef', 1, 1), erasure.mask_email('a@b.de'), erasure.mask_phone('12345678'), erasure.mask_jsonb('{"a":"b"}', '{a}'), erasure.is_masked('x'::pg_catalog.text)$$]) s;
INSERT INTO public.calls (who, statement) SELECT 'shop_owner', s FROM unnest(ARRAY[$$INSERT INTO shop.orders VALUES (100, 7, 7, 'x')$$, $$UPDATE shop.orders SET remark = 'y' WHERE id OPERATOR(pg_catalog.=) 100$$,
	$$DELETE FROM shop.orders WHERE id OPERATOR(pg_catalog.=) 100$$, $$INSERT INTO shop.letters VALUES (100, 'mail 7', 'x')$$, $$INSERT INTO shop.visits VALUES (100, 2031, 7, 'x')$$,
	$$UPDATE shop.visits SET year = 2020 WHERE id OPERATOR(pg_catalog.=) 100$$, $$UPDATE shop.customers SET name = 'new' WHERE id OPERATOR(pg_catalog.=) 7$$]) s;
\set ON_ERROR_STOP 0
\set VERBOSITY terse
\o /dev/null
SELECT 'SET search_path = lair, pg_catalog', format('SET ROLE %I', who), statement, 'RESET ROLE' FROM public.calls ORDER BY n \gexec
\o
RESET search_path;
\set ON_ERROR_STOP 1
SELECT is((SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM lair.falls), 0::bigint, 'nothing fell into a double');
SELECT is((SELECT string_agg(id || ':' || name || erasure.state('shop.customers', id), ' ' ORDER BY id) FROM shop.customers),
	'1:*****erased 2:*****erased 3:name 3deleted 4:*****erased 5:name 5active 6:name 6active 7:newactive 8:name 8active 9:name 9active', 'and the work was done: customers');
SELECT is((SELECT string_agg(concat_ws('|', o.id, remark, street, body), ' ' ORDER BY o.id) FROM shop.orders o JOIN shop.addresses a ON a.id = o.address JOIN shop.letters l ON l.id = o.id WHERE o.id < 6),
	'1|*****|*****|***** 2|*****|*****|***** 3|remark 3|street 3|body 3 4|*****|*****|***** 5|remark 5|street 5|body 5', 'what hangs on them');
SELECT is((SELECT string_agg(remark, ',' ORDER BY id) FROM shop.visits), '*****,*****,remark 3,*****,remark 5,remark 6,remark 7,remark 8,remark 9,x', 'and the partitioned table');
SELECT is((SELECT count(*) FROM shop.members WHERE nick ~ '^\*{5}') || (SELECT string_agg(nick, ',') FROM shop.members WHERE nick ~ '[12]$' AND nick !~ '^\*'), '1nick 2', 'a personal key');
SELECT is((SELECT string_agg(name, ',' ORDER BY name) FROM shop.listed), '*****,*****,*****,name 3,name 5,name 6,name 7,name 8,name 9', 'a materialized view');
SELECT is((SELECT string_agg(tgenabled::text, '') FROM pg_trigger WHERE tgrelid = 'shop.orders'::regclass AND tgname ~ '^erasure_guard'), 'AAAA', 'guards');

-- The same from the settings of a database and of a role, which a session has from its beginning.
SELECT format('host=%s port=%s dbname=%s', current_setting('unix_socket_directories'), current_setting('port'), current_database()) AS home \gset
ALTER DATABASE :"DBNAME" SET search_path = lair, pg_catalog;
ALTER ROLE admin SET search_path = lair, public, pg_catalog;
SELECT dblink_connect('admin', :'home' || ' user=admin'), dblink_connect('super', :'home' || ' user=' || current_user);
SELECT is((SELECT path FROM dblink(link, 'SELECT pg_catalog.current_setting(''search_path'')') AS t(path text)), path, link || ' has it') FROM (VALUES ('admin', 'lair, public, pg_catalog'), ('super', 'lair, pg_catalog')) t(link, path);
SELECT is((SELECT n FROM dblink('admin', $$SELECT erasure.soft_delete('shop.customers', '{6}')$$) AS t(n bigint)), 1::bigint, 'soft_delete');
SELECT is((SELECT n FROM dblink('super', $$SELECT subjects FROM erasure.permanently_delete('shop.customers', '{6}', 1)$$) AS t(n bigint)), 1::bigint, 'permanently_delete');
SELECT throws_ok($$SELECT dblink_exec('super', 'UPDATE shop.orders SET remark = ''x'' WHERE id OPERATOR(pg_catalog.=) 6')$$, '42501', NULL, 'guards');
SELECT is(dblink_exec('super', 'CALL erasure.erase_due()'), 'CALL', 'the job');
SELECT dblink_disconnect('admin'), dblink_disconnect('super');
ALTER DATABASE :"DBNAME" RESET search_path;
SELECT is((SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM lair.falls), 0::bigint, 'nothing fell into a double');

SELECT * FROM finish();
