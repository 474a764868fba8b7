-- find_residue reads everybody's rows, so only who may read them anyway may call it; and it runs nobody's code.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(13);

CREATE ROLE find_nobody;
CREATE ROLE find_reader IN ROLE pg_read_all_data;
CREATE ROLE find_bypass BYPASSRLS;
CREATE ROLE find_officer BYPASSRLS IN ROLE pg_read_all_data;
CREATE ROLE find_owner;
GRANT CREATE ON SCHEMA public TO find_owner;

-- Whoever runs a function of this owner's leaves a trace.
SET ROLE find_owner;
CREATE SEQUENCE trace;
GRANT USAGE ON SEQUENCE trace TO PUBLIC;
CREATE FUNCTION leaves_trace(anyelement) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN nextval('public.trace') > 0; END $$;
CREATE DOMAIN traced AS text CHECK (leaves_trace(VALUE));
CREATE TABLE secrets (id int PRIMARY KEY, v text, t traced, g text GENERATED ALWAYS AS (upper(v)) STORED);
CREATE INDEX ON secrets ((leaves_trace(v)));
CREATE VIEW peeps AS SELECT id, leaves_trace(v) AS x FROM secrets;
CREATE RULE also AS ON UPDATE TO secrets DO ALSO SELECT leaves_trace(1);
CREATE TABLE keyed (k traced PRIMARY KEY, v text);
ALTER TABLE secrets ENABLE ROW LEVEL SECURITY;
ALTER TABLE secrets FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON secrets USING (leaves_trace(id) AND false) WITH CHECK (true);
INSERT INTO secrets VALUES (1, 'secret-needle', 'x');
INSERT INTO keyed VALUES ('k1', 'secret-needle');
SELECT ok(is_called, 'the functions leave their trace') FROM trace;
ALTER SEQUENCE trace RESTART;
RESET ROLE;

CREATE FUNCTION search() RETURNS SETOF text LANGUAGE sql AS $$ SELECT concat_ws(' ', relation, column_name, key) FROM erasure.find_residue('{secret-needle}') ORDER BY 1 $$;
CREATE FUNCTION search_as_definer() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT count(*) FROM search() $$;

SELECT is((SELECT string_agg(s, '; ' ORDER BY s COLLATE "C") FROM search() s WHERE s !~ 'function'), 'keyed v k1; secrets g 1; secrets v 1', 'a superuser finds what row-level security hides');
SET ROLE find_nobody;
SELECT throws_ok('SELECT * FROM search()', '42501', 'permission denied for function find_residue');
RESET ROLE;
GRANT EXECUTE ON FUNCTION erasure.find_residue(text[]), erasure.find_residue(text) TO find_nobody, find_reader, find_bypass, find_officer;
SET ROLE find_nobody;
SELECT throws_ok('SELECT * FROM search()', '42501', 'role "find_nobody" may not search for residue');
SELECT throws_ok('SELECT search_as_definer()', '42501', 'role "find_nobody" may not search for residue', 'nor through somebody else''s function');
SET ROLE find_reader;
SELECT throws_ok('SELECT * FROM search()', '42501', 'role "find_reader" may not search for residue');
SET ROLE find_bypass;
SELECT throws_ok('SELECT * FROM search()', '42501', 'role "find_bypass" may not search for residue');
SET ROLE find_officer;
SELECT is((SELECT string_agg(s, '; ' ORDER BY s COLLATE "C") FROM search() s WHERE s !~ 'function'), 'keyed v k1; secrets g 1; secrets v 1', 'who may read all of it finds the same');
SET min_parallel_table_scan_size = 0;
SELECT is((SELECT string_agg(s, '; ' ORDER BY s COLLATE "C") FROM search() s WHERE s !~ 'function'), 'keyed v k1; secrets g 1; secrets v 1', 'with workers too');
RESET ROLE;
SELECT is((SELECT is_called FROM trace), false, 'no function of the owner''s ran');

-- Within a statement of the engine's own: a trigger acts with the role of whoever called.
CREATE TABLE people (id int PRIMARY KEY, name text);
INSERT INTO people VALUES (1, 'Somebody');
SELECT erasure.protect('people', '{name}');
CREATE FUNCTION searches() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM erasure.find_residue('{secret-needle}'); RETURN NULL; END $$;
CREATE TRIGGER searches AFTER UPDATE ON people FOR EACH ROW EXECUTE FUNCTION searches();
SELECT throws_ok($$SELECT erasure.soft_delete('people', '{1}')$$, '42501', 'functions of erasure cannot be called here');

SELECT is((SELECT count(*) FROM pg_proc WHERE proname = 'find_residue' AND has_function_privilege('public', oid, 'EXECUTE')), 0::bigint, 'nobody has EXECUTE by default');
-- A statement that may not write, as on a standby.
BEGIN TRANSACTION READ ONLY;
SELECT is((SELECT count(*) FROM search() s WHERE s ~ 'secrets'), 2::bigint, 'in a transaction that may not write');
COMMIT;
SELECT * FROM finish();
