-- Elevation: a superuser, as which the job may run, calls everything on the tables of somebody who has put code wherever a
-- table can have it. That code runs as the tables' owner, while it is called and at COMMIT, and leaves nothing behind in
-- the session that would make the superuser run more of it. Each call is a transaction of its own.
SET client_min_messages = error;
SELECT no_plan();

CREATE EXTENSION dblink;
CREATE ROLE evil;
CREATE ROLE shop_owner;
GRANT CREATE, TEMPORARY ON DATABASE :"DBNAME" TO evil, shop_owner;
SET ROLE shop_owner;
CREATE SCHEMA shop;
CREATE TABLE shop.customers (id int PRIMARY KEY, name text);
INSERT INTO shop.customers SELECT g, 'name ' || g FROM generate_series(1, 3) g;
SELECT erasure.protect('shop.customers', '{name}');

SET ROLE evil;
CREATE SCHEMA lair;
CREATE TABLE lair.struck (place text, mode text, statement text, code text, who name);
CREATE TABLE lair.bomb (place text);
-- What is left for later, by whoever runs it then. Functions in pg_temp are not among it: PostgreSQL looks for none there.
CREATE FUNCTION lair.later(place text) RETURNS int LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO lair.struck VALUES (place, current_setting('lair.mode', true), 'later', 'done', current_user);
	RETURN 1;
END $$;
CREATE FUNCTION lair.explode() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM lair.later(NEW.place); RETURN NEW; END $$;
CREATE CONSTRAINT TRIGGER explode AFTER INSERT ON lair.bomb DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lair.explode();
CREATE FUNCTION lair.strike(place text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE s text; mode text := current_setting('lair.mode', true);
BEGIN
	FOREACH s IN ARRAY CASE mode
		WHEN 'at once' THEN ARRAY['SET ROLE postgres', 'SET LOCAL ROLE postgres', 'SET SESSION AUTHORIZATION postgres', 'ALTER ROLE evil SUPERUSER', 'GRANT postgres TO evil', 'CREATE ROLE evil_too',
			'COPY (SELECT 1) TO PROGRAM ''true''', 'SELECT pg_read_file(''PG_VERSION'')', 'CREATE EXTENSION file_fdw', 'LOAD ''auto_explain''', 'SET session_replication_role = replica', 'SET erasure.bypass = on',
			'SELECT set_config(''erasure.key_file'', ''/tmp/x'', false)', 'SELECT wrapped FROM erasure.vault_key', 'INSERT INTO erasure.permission SELECT * FROM erasure.permission', 'UPDATE shop.customers SET name = ''x''',
			'SELECT name FROM shop.customers', 'CREATE FUNCTION pg_catalog.x() RETURNS int LANGUAGE sql AS ''SELECT 1''', 'CREATE EVENT TRIGGER x ON sql_drop EXECUTE FUNCTION lair.explode()',
			'ALTER TABLE shop.customers OWNER TO evil', 'SELECT erasure.allow(''shop.customers'', ''{undo}'', ''evil'')', 'SELECT erasure.soft_delete(''shop.customers'', ''{1}'')',
			format('SELECT public.dblink_exec(''host=%s port=%s dbname=%s user=postgres'', ''ALTER ROLE evil SUPERUSER'')', current_setting('unix_socket_directories'), current_setting('port'), current_database())]
		WHEN 'held cursor' THEN ARRAY[format('DECLARE %I CURSOR WITH HOLD FOR SELECT lair.later(%L)', 'c' || random(), place)]
		WHEN 'deferred trigger' THEN ARRAY[format('INSERT INTO lair.bomb VALUES (%L)', place)]
		WHEN 'search path' THEN ARRAY['SELECT set_config(''search_path'', ''lair, pg_catalog'', false)', 'SET SESSION DateStyle = ''German''']
		WHEN 'temporary view' THEN ARRAY[format('CREATE TEMP VIEW customers AS SELECT lair.later(%L)', place)]
		WHEN 'temporary type' THEN ARRAY['CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (lair.later(''a type'') > 0)', 'CREATE TYPE pg_temp.date AS ENUM (''x'')']
		WHEN 'prepared statement' THEN ARRAY['PREPARE "S_1" AS SELECT lair.later(''prepared'')']
		ELSE '{}' END
	LOOP
		BEGIN
			EXECUTE s;
			INSERT INTO lair.struck VALUES (place, mode, s, 'done', current_user);
		EXCEPTION WHEN OTHERS THEN
			INSERT INTO lair.struck VALUES (place, mode, s, SQLSTATE, current_user);
		END;
	END LOOP;
END $$;

-- Everywhere that a table can have code.
CREATE FUNCTION lair.on_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM lair.strike(TG_NAME); RETURN coalesce(NEW, OLD); END $$;
CREATE FUNCTION lair.quietly(place text, result anyelement) RETURNS anyelement LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM lair.strike(place); RETURN result; END $$;
CREATE TYPE lair.kind AS ENUM ('a', 'b');
CREATE FUNCTION lair.to_json(lair.kind) RETURNS json LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN PERFORM lair.strike('a cast'); RETURN to_json($1::text); END $$;
CREATE CAST (lair.kind AS json) WITH FUNCTION lair.to_json(lair.kind);
CREATE DOMAIN lair.body AS text CHECK (lair.quietly('a domain', true));
CREATE TABLE lair.people (kind lair.kind, id int, name text, deleted_at timestamptz, PRIMARY KEY (kind, id));
CREATE TABLE lair.letters (id int PRIMARY KEY, kind lair.kind, person int, sort int NOT NULL, body lair.body, note text CHECK (lair.quietly('a CHECK', true)),
	computed int GENERATED ALWAYS AS (lair.quietly('a generated column', length(note))) STORED, FOREIGN KEY (kind, person) REFERENCES lair.people ON DELETE CASCADE);
CREATE INDEX ON lair.people (lair.quietly('an index'::text, name));
CREATE MATERIALIZED VIEW lair.listed AS SELECT lair.quietly('a materialized view'::text, name) FROM lair.people;
INSERT INTO lair.people SELECT 'a', g, 'name ' || g FROM generate_series(1, 40) g;
INSERT INTO lair.letters (id, kind, person, sort, body, note) SELECT g, 'a', g, 1, 'body ' || g, 'note ' || g FROM generate_series(1, 40) g;
SELECT erasure.protect('lair.people', '{name}', grace => '1 second', on_erase => 'delete'),
	erasure.relate('lair.letters', 'lair.people', '{body,note}', condition => 'lair.quietly(''a condition''::text, sort > 0)', on_erase => 'delete'), erasure.refresh_with('lair.people', 'lair.listed');
CREATE TRIGGER trigger_before BEFORE UPDATE OR DELETE ON lair.people FOR EACH ROW EXECUTE FUNCTION lair.on_row();
CREATE TRIGGER trigger_after AFTER UPDATE OR DELETE ON lair.letters FOR EACH ROW EXECUTE FUNCTION lair.on_row();
CREATE TRIGGER trigger_statement AFTER UPDATE OR DELETE ON lair.people EXECUTE FUNCTION lair.on_row();
ALTER TABLE lair.letters ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY strike ON lair.letters USING (lair.quietly('row security'::text, true));
SELECT erasure.ignore_trigger(relation, trigger_name, 'harmless') FROM (VALUES ('lair.people'::regclass, 'trigger_before'::name), ('lair.letters', 'trigger_after'), ('lair.people', 'trigger_statement')) t(relation, trigger_name);
RESET ROLE;
SELECT erasure.soft_delete('lair.people', (SELECT array_agg(jsonb_build_object('kind', 'a', 'id', g)) FROM generate_series(1, 30) g));
SELECT is((SELECT count(*) FROM erasure.subjects WHERE relation = 'lair.people'::regclass), 30::bigint, 'evil''s table works');

-- What is different in the session afterwards.
CREATE TABLE public.noted (mode text, call text, state text, path text, datestyle text, temporary bigint, prepared bigint, cursors bigint);
CREATE FUNCTION public.note(mode text, call text, state text) RETURNS void LANGUAGE sql AS $$
	INSERT INTO public.noted SELECT mode, call, state, pg_catalog.current_setting('search_path'), pg_catalog.current_setting('DateStyle'),
		(SELECT count(*) FROM pg_catalog.pg_type WHERE typnamespace = pg_catalog.pg_my_temp_schema() AND typowner = 'evil'::regrole AND typtype <> 'b'),
		(SELECT count(*) FROM pg_catalog.pg_prepared_statement() WHERE name OPERATOR(pg_catalog.=) 'S_1'), (SELECT count(*) FROM pg_catalog.pg_cursor() WHERE is_holdable) $$;
CREATE TABLE public.modes (n serial, mode text);
INSERT INTO modes (mode) VALUES ('at once'), ('held cursor'), ('deferred trigger'), ('search path'), ('temporary view'), ('temporary type'), ('prepared statement');
CREATE TABLE public.calls (n serial, call text);
INSERT INTO calls (call) VALUES ('SELECT * FROM erasure.preview(''lair.people'', ''$1'')'), ('SELECT * FROM erasure.confirmation(''lair.people'', ''$1'')'),
	('SELECT subjects FROM erasure.permanently_delete(''lair.people'', ''$1'', 1)'), ('SELECT erasure.undo_permanent_delete(''lair.people'', ''$1'')'), ('SELECT erasure.export(''lair.people'', ''$1''::jsonb)'),
	('SELECT erasure.restore(''lair.people'', ''$1'')'), ('SELECT erasure.soft_delete(''lair.people'', ''$1'')'), ('SELECT erasure.erase_now(''lair.people'', ''$1'', 1, ''asked for'')'),
	('SELECT subjects FROM erasure.permanently_delete(''lair.people'', ''$2'', 1)'), ('SELECT erasure.hold(''lair.people'', ''$2'', ''x''), erasure.release(''lair.people'', ''$2'')'),
	('SELECT erasure.state(''lair.people'', ''$2''::jsonb), pg_sleep(1.1)'), ('CALL erasure.erase_due()'),
	('SELECT * FROM erasure.doctor()'), ('SELECT * FROM erasure.suggest(''lair.people'')'), ('SELECT erasure.diagram(''lair.people'')'), ('SELECT erasure.set_mask(''lair.letters'', ''note'', ''partial'')'),
	('SELECT erasure.set_mask(''lair.letters'', ''note'', ''default'')'), ('SELECT erasure.refresh_views(''lair.people'')'), ('SELECT count(*) FROM erasure.subjects'), ('SELECT * FROM erasure.status');
\set ON_ERROR_STOP 0
\set VERBOSITY sqlstate
\pset tuples_only on
\o /dev/null
SELECT format('SET lair.mode = %L', mode), replace(replace(call, '$1', jsonb_build_object('kind', 'a', 'id', m.n)::text), '$2', jsonb_build_object('kind', 'a', 'id', m.n + 10)::text), 'SET lair.mode = ''''',
	format('SELECT public.note(%L, %L, %L)', mode, call, '?'), 'CLOSE ALL', 'DEALLOCATE ALL', 'RESET search_path', 'RESET DateStyle'
	FROM modes m, calls c ORDER BY m.n, c.n \gexec
\o
\set ON_ERROR_STOP 1
SELECT cmp_ok((SELECT count(*) FROM noted), '=', 140::bigint, 'every call in every mode');
SELECT set_eq('SELECT DISTINCT place FROM lair.struck', '{trigger_before,trigger_after,trigger_statement,"a cast","a domain","a CHECK","a generated column","an index","a materialized view","a condition"}'::text[],
	'code in all places has run, but that of row security');
SELECT results_eq('SELECT DISTINCT who FROM lair.struck', '{evil}'::name[], 'as the owner and nobody else, also what was left for later');
SELECT is_empty($$SELECT place, statement FROM lair.struck WHERE mode = 'at once' AND code = 'done'$$, 'what it tried at once it was not allowed');
SELECT is_empty($$SELECT place, mode, statement FROM lair.struck WHERE statement = 'later'$$, 'nothing was left for later');
SELECT is_empty($$SELECT mode, call, path, datestyle FROM noted WHERE (path, datestyle) IS DISTINCT FROM ('"$user", public', 'ISO, MDY')$$, 'no setting has changed');
SELECT is_empty('SELECT mode, call, temporary, prepared, cursors FROM noted WHERE temporary + prepared + cursors > 0', 'no temporary object, prepared statement or cursor was left');
SELECT ok(NOT rolsuper, 'evil is still nobody') FROM pg_roles WHERE rolname = 'evil';
SELECT is((SELECT string_agg(name, ',' ORDER BY id) FROM shop.customers), 'name 1,name 2,name 3', 'other people''s tables are as they were');
SELECT is((SELECT count(*) FROM pg_roles WHERE rolname = 'evil_too'), 0::bigint, 'and the roles');

SELECT * FROM finish();
