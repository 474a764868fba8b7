-- Elevation: whatever a caller may set for a session, each setting in each of its values, a person's data is masked all the same,
-- comes back byte for byte, and is found by its keys.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE clerk;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
GRANT USAGE ON SCHEMA shop TO clerk;
SET ROLE shop_owner;
CREATE TABLE shop.people (id int, at timestamptz, ratio float8, word text, name text, born date, waited interval, height float4, cost money, photo bytea, doc jsonb, tags text[], note xml, PRIMARY KEY (id, at, ratio, word));
CREATE TABLE shop.letters (id int PRIMARY KEY, person int, at timestamptz, ratio float8, word text, email text, body text, FOREIGN KEY (person, at, ratio, word) REFERENCES shop.people);
CREATE TABLE shop.hits (id int PRIMARY KEY, email text, body text);
CREATE TABLE shop.members (nick text PRIMARY KEY, email text, name text);
-- Key columns with everything that a setting may print in another way.
INSERT INTO shop.people VALUES (1, '2001-02-03 04:05:06.789+00', 1.0000000000000002, E'back\\slash ''quote'' "double" NULL', 'name', '2000-01-02', '1 year 2 days 03:04:05.678', 1.1, 12.34, '\x00ff5c27', '{"a": "b"}', '{a,NULL,"NULL",""}', '<a/>'),
	(2, '2001-03-02 04:05:06.789+00', 0.1, 'NULL', 'name 2', '2000-02-01', '-1 day', -0.3, 0, '\x', '{}', '{}', '<b>x</b>');
INSERT INTO shop.letters SELECT id, id, at, ratio, word, 'mail' || id || '@x', E'body\\' || id FROM shop.people;
INSERT INTO shop.members SELECT 'nick' || g, 'mail' || g || '@x', 'name' || g FROM generate_series(1, 2) g;
INSERT INTO shop.hits SELECT g, 'mail' || g || '@x', 'hit' || g FROM generate_series(1, 2) g;
SELECT erasure.protect('shop.people', '{name,born,waited,height,cost,photo,doc,tags}'), erasure.set_mask('shop.people', 'note', 'null'), erasure.relate('shop.letters', 'shop.people', '{email,body}'),
	erasure.protect('shop.members', '{nick,email,name}'), erasure.relate('shop.hits', 'shop.members', '{email,body}', '{email}', '{email}'),
	erasure.allow('shop.people', '{soft_delete,restore,permanently_delete,undo,export}', 'clerk'), erasure.allow('shop.members', '{soft_delete,restore,permanently_delete,undo,export}', 'clerk');
RESET ROLE;
CREATE FUNCTION public.content() RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET datestyle = 'ISO, MDY' SET intervalstyle = 'postgres' SET timezone = 'UTC' SET extra_float_digits = 3 SET bytea_output = 'hex' SET xmlbinary = base64
	SET quote_all_identifiers = off AS $$
	SELECT concat_ws(E'\n', (SELECT string_agg(p::text, E'\n' ORDER BY id) FROM shop.people p), (SELECT string_agg(l::text, E'\n' ORDER BY id) FROM shop.letters l), (SELECT string_agg(m::text, E'\n' ORDER BY name) FROM shop.members m), (SELECT string_agg(h::text, E'\n' ORDER BY id) FROM shop.hits h)) $$;
CREATE TABLE public.before AS SELECT content() AS content, (SELECT jsonb_agg(jsonb_build_object('id', id, 'at', at, 'ratio', ratio, 'word', word) ORDER BY id) FROM shop.people) AS keys;
GRANT SELECT ON public.before TO clerk;
-- Deletes, looks, brings back; what is wrong with it.
CREATE FUNCTION public.life() RETURNS text LANGUAGE plpgsql AS $$
DECLARE keys jsonb[] := ARRAY(SELECT jsonb_array_elements(b.keys) FROM public.before b); masked text; held text;
BEGIN
	PERFORM erasure.soft_delete('shop.people', keys), erasure.soft_delete('shop.members', ARRAY['nick1', 'nick2']);
	PERFORM erasure.permanently_delete('shop.people', keys, 2), erasure.permanently_delete('shop.members', ARRAY['nick1', 'nick2'], 2);
	masked := public.content();
	held := (erasure.export('shop.people', keys[1]))::text;
	IF erasure.state('shop.people', keys[1]) <> 'masked' OR erasure.state('shop.members', 'nick1'::text) <> 'masked' THEN RETURN 'state'; END IF;
	PERFORM erasure.undo_permanent_delete('shop.people', keys), erasure.undo_permanent_delete('shop.members', ARRAY['nick1', 'nick2']);
	PERFORM erasure.restore('shop.people', keys), erasure.restore('shop.members', ARRAY['nick1', 'nick2']);
	RETURN CASE WHEN masked ~ 'name|mail|body|hit|nick' OR held ~ '@x|body.{1,2}1|name [0-9]' THEN 'masked: ' || masked WHEN public.content() <> (SELECT content FROM public.before) THEN 'back: ' || public.content() ELSE 'well' END;
END $$;
SET ROLE clerk;
SELECT is(life(), 'well', 'as it is');
RESET ROLE;

CREATE FUNCTION public.values_of(s pg_settings) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT v FROM unnest(CASE s.name WHEN 'DateStyle' THEN '{"SQL, DMY","German, YMD","Postgres, MDY","ISO, DMY"}'::text[] WHEN 'TimeZone' THEN '{Asia/Kathmandu,America/St_Johns,"<+01>-01"}' WHEN 'extra_float_digits' THEN '{-15,3}' WHEN 'lc_monetary' THEN '{C}'
		WHEN 'lc_numeric' THEN '{C}' WHEN 'search_path' THEN '{"","pg_temp, shop","nowhere"}' WHEN 'default_text_search_config' THEN '{simple}' WHEN 'work_mem' THEN '{64}' WHEN 'client_encoding' THEN '{LATIN1,SQL_ASCII}' WHEN 'from_collapse_limit' THEN '{1}'
		WHEN 'join_collapse_limit' THEN '{1}' WHEN 'cursor_tuple_fraction' THEN '{0,1}' WHEN 'gin_fuzzy_search_limit' THEN '{1}' WHEN 'tcp_user_timeout' THEN '{}' WHEN 'constraint_exclusion' THEN '{on,off,partition}' WHEN 'default_table_access_method' THEN '{heap}'
		ELSE CASE s.vartype WHEN 'bool' THEN '{on,off}' WHEN 'enum' THEN s.enumvals ELSE '{}' END END) v WHERE v <> s.setting $$;
CREATE TABLE public.wrong (setting text, value text, result text);
GRANT ALL ON public.wrong TO clerk;
CREATE FUNCTION public.with_setting(name text, value text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	BEGIN
		PERFORM set_config(name, value, true);
		EXECUTE 'SELECT public.life()' INTO result; -- planned anew
		RAISE SQLSTATE 'ZZ000' USING MESSAGE = result;
	EXCEPTION WHEN SQLSTATE 'ZZ000' THEN result := SQLERRM; WHEN OTHERS THEN result := SQLSTATE || ' ' || SQLERRM;
	END;
	INSERT INTO public.wrong VALUES (name, value, result);
END $$;
CREATE TABLE public.tries AS SELECT s.name, v AS value FROM pg_settings s, public.values_of(s) v WHERE s.context = 'user' AND s.name !~ '^(log_|client_min|debug_print|debug_pretty|trace_|default_transaction|transaction_|role$|session_auth|plan_cache|exit_on_error|zero_damaged|ignore_|backtrace|synchronous_commit|cron\.)';
GRANT SELECT ON public.tries TO clerk;
SET ROLE clerk;
SELECT cmp_ok((SELECT count(*) FROM tries), '>', 60::bigint, 'settings and values');
SELECT count(with_setting(name, value)) FROM tries;
SELECT is_empty($$SELECT * FROM wrong WHERE result <> 'well'$$, 'with any of them a life is as without');
-- those that keep anything from being written say so
SELECT with_setting(name, value) FROM (VALUES ('transaction_read_only', 'on'), ('default_transaction_read_only', 'on')) t(name, value);
SELECT set_eq($$SELECT setting || ' ' || left(result, 5) FROM wrong WHERE setting ~ 'read_only'$$, '{transaction_read_only 25006,default_transaction_read_only well}'::text[], 'a read-only transaction is one');
RESET ROLE;
SELECT is(content(), (SELECT content FROM before), 'nothing has changed in the end');

SELECT * FROM finish();
