-- Elevation: CREATE EXTENSION takes no schema that somebody else made or left something in, and hands nothing out that the
-- installing superuser's default privileges say.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE evil;
CREATE ROLE reader;
CREATE ROLE admin SUPERUSER;
GRANT CREATE ON DATABASE :"DBNAME" TO evil;
CREATE TABLE public.fallen (what text, who text);
GRANT INSERT ON public.fallen TO PUBLIC;
DROP EXTENSION erasure CASCADE;
SELECT is(to_regnamespace('erasure')::text, 'erasure', 'DROP EXTENSION leaves the schema');
SELECT lives_ok('CREATE EXTENSION erasure', 'in which the extension can be created again');
DROP EXTENSION erasure;
DROP SCHEMA erasure;

CREATE FUNCTION public.refused(detail text, description text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE state text; message text; given text; hint text;
BEGIN
	CREATE EXTENSION erasure;
	RETURN NEXT public.fail(description);
EXCEPTION WHEN OTHERS THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, message = MESSAGE_TEXT, given = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
	RETURN NEXT public.is(state || ' ' || message || ': ' || given, '55000 schema "erasure" exists and cannot be used: ' || detail, description);
	RETURN NEXT public.isnt(hint, '', 'and says what to do');
END $$;

-- A stranger was first.
SET ROLE evil;
CREATE SCHEMA erasure;
RESET ROLE;
SELECT refused('It belongs to role "evil", which is no superuser.', 'a stranger''s schema, empty as it is');
SET ROLE evil;
CREATE FUNCTION erasure.soft_delete(subject regclass, keys int[], reason text DEFAULT NULL) RETURNS bigint LANGUAGE sql AS
	$$ INSERT INTO public.fallen VALUES ('soft_delete', current_user); SELECT 0::bigint $$;
CREATE FUNCTION erasure.trap(oid, oid) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('=', current_user); RETURN true; END $$;
CREATE FUNCTION erasure.format(text, name) RETURNS text LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('format', current_user); RETURN ''; END $$;
CREATE OPERATOR erasure.= (FUNCTION = erasure.trap, LEFTARG = oid, RIGHTARG = oid);
CREATE OPERATOR erasure.<> (FUNCTION = erasure.trap, LEFTARG = oid, RIGHTARG = oid);
CREATE TABLE erasure.pg_namespace (oid oid, nspname name, nspowner oid, nspacl aclitem[]);
RESET ROLE;
SELECT refused('It belongs to role "evil", which is no superuser.', 'with traps in it');
SELECT is_empty('SELECT * FROM public.fallen', 'none of which anybody fell into');
SELECT is_empty($$SELECT FROM pg_extension WHERE extname = 'erasure'$$, 'it was not created');
SELECT is((SELECT count(*) FROM pg_class WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'r'), 1::bigint, 'nor any part of it');

-- A superuser's, in which somebody else left something, or may.
ALTER SCHEMA erasure OWNER TO postgres;
SELECT refused('There are objects in it.', 'a superuser''s schema with a stranger''s functions');
SELECT is_empty('SELECT * FROM public.fallen', 'again without running any');
DROP SCHEMA erasure CASCADE;
CREATE SCHEMA erasure;
GRANT USAGE, CREATE ON SCHEMA erasure TO evil;
SELECT refused('Others than its owner may create objects in it.', 'an empty one in which a stranger may create');
REVOKE CREATE ON SCHEMA erasure FROM evil;
GRANT CREATE ON SCHEMA erasure TO PUBLIC;
SELECT refused('Others than its owner may create objects in it.', 'or everybody');
REVOKE CREATE ON SCHEMA erasure FROM PUBLIC;
CREATE TYPE erasure.mood AS ENUM ('good');
SELECT refused('There are objects in it.', 'one with a type in it');
DROP TYPE erasure.mood;
CREATE OPERATOR erasure.@@@ (FUNCTION = int4pl, LEFTARG = int, RIGHTARG = int);
SELECT refused('There are objects in it.', 'or an operator');
DROP OPERATOR erasure.@@@ (int, int);
ALTER DEFAULT PRIVILEGES IN SCHEMA erasure GRANT SELECT ON TABLES TO reader;
SELECT refused('There are objects in it.', 'or default privileges');
ALTER DEFAULT PRIVILEGES IN SCHEMA erasure REVOKE SELECT ON TABLES FROM reader;

-- As a dump has it: made by another superuser, empty.
ALTER SCHEMA erasure OWNER TO admin;
SELECT lives_ok('CREATE EXTENSION erasure WITH SCHEMA erasure', 'another superuser''s empty schema will do');
DROP EXTENSION erasure;
DROP SCHEMA erasure;

-- Default privileges, as one sets them for a role that reads or writes everything, or takes them from everybody.
CREATE EXTENSION erasure;
CREATE FUNCTION public.given() RETURNS TABLE (object text, grantee text, privilege text) LANGUAGE sql AS $$
	SELECT o.name, coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC'), a.privilege_type FROM (
		SELECT relname::text AS name, relacl AS acl, relowner AS owner FROM pg_class WHERE relnamespace = 'erasure'::regnamespace AND relkind IN ('r', 'v', 'S')
		UNION ALL SELECT oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner)), proowner FROM pg_proc WHERE pronamespace = 'erasure'::regnamespace
		UNION ALL SELECT 'the schema', nspacl, nspowner FROM pg_namespace WHERE nspname = 'erasure') o, aclexplode(o.acl) a WHERE a.grantee <> o.owner $$;
CREATE TABLE usual AS SELECT * FROM given();
SELECT set_eq($$SELECT object || ' ' || privilege FROM usual WHERE object !~ '\('$$, $$SELECT unnest(ARRAY['the schema USAGE', 'policy SELECT', 'decisions SELECT', 'materialized_views SELECT', 'subjects SELECT',
	'requests SELECT', 'pending SELECT', 'retentions SELECT', 'retained_rows SELECT', 'audit_log SELECT', 'audit_head SELECT', 'residue_searches SELECT', 'tombstones SELECT', 'reapplied SELECT', 'status SELECT', 'scrubs SELECT', 'scrub_progress SELECT'])$$, 'what is open: the schema and sixteen views, to look at');
SELECT set_eq('SELECT DISTINCT grantee FROM usual', '{PUBLIC}'::text[], 'to everybody');
SELECT set_eq($$SELECT p.proname::text FROM pg_proc p WHERE pronamespace = 'erasure'::regnamespace AND NOT EXISTS (SELECT FROM usual WHERE object = p.oid::regprocedure::text)$$,
	'{erase_due,find_residue,find_residue,find_residue,schedule,unschedule,rotate_key,retire_key,key_ring}'::text[], 'and every function but the job''s, the keys'' and the search');
DROP EXTENSION erasure;
DROP SCHEMA erasure;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLES TO reader;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT ALL ON SEQUENCES TO reader, PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON ROUTINES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON ROUTINES TO reader;
CREATE EXTENSION erasure;
SELECT set_eq('SELECT * FROM given()', 'SELECT * FROM usual', 'whatever default privileges say');
SELECT ok(NOT has_table_privilege('reader', 'erasure.vault_key', 'SELECT') AND NOT has_table_privilege('reader', 'erasure.vault', 'SELECT') AND NOT has_table_privilege('reader', 'erasure.permission', 'INSERT'),
	'nobody else reads the vault or gives permissions');
DROP EXTENSION erasure;
DROP SCHEMA erasure;
ALTER DEFAULT PRIVILEGES GRANT CREATE ON SCHEMAS TO reader;
SELECT refused('Others than its owner may create objects in it.', 'a schema that default privileges open');

SELECT * FROM finish();
