-- The doctor on the policy itself: rows whose tables, columns and roles are gone, views, owners, policies from a dump.
BEGIN;
SELECT no_plan();
SET LOCAL client_min_messages = error;
CREATE ROLE ward_owner;
CREATE ROLE ward_clerk;
CREATE SCHEMA ward AUTHORIZATION ward_owner;

-- What the doctor says of an object, and whether its cure works.
CREATE FUNCTION pg_temp.finds(what text, like_this text, how text, cure boolean DEFAULT true) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE f record;
BEGIN
    SELECT * INTO f FROM erasure.doctor() d WHERE d.object = what AND d.problem LIKE like_this;
    RETURN NEXT is(f.severity, how, what || ': ' || like_this);
    IF cure AND f.fix IS NOT NULL THEN
        EXECUTE f.fix;
        RETURN NEXT ok(NOT EXISTS (SELECT FROM erasure.doctor() d WHERE d.object = what AND d.problem LIKE like_this), what || ': cured');
    END IF;
EXCEPTION WHEN OTHERS THEN
    RETURN NEXT fail(what || ': ' || SQLERRM || ' in ' || coalesce(f.fix, 'doctor()'));
END $$;
CREATE FUNCTION pg_temp.findings(like_this text DEFAULT '%') RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(severity || ' ' || object || ': ' || problem, E'\n' ORDER BY ordinality) FROM erasure.doctor() WITH ORDINALITY
    WHERE severity <> 'info' AND object || ': ' || problem LIKE like_this $$;

-- The event triggers undo such damage at once, or refuse it: it is done behind their back.
CREATE FUNCTION pg_temp.watched(yes boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE t name;
BEGIN
    FOREACH t IN ARRAY '{erasure_ddl_start,erasure_ddl_drop,erasure_ddl_end}'::name[] LOOP
        EXECUTE format('ALTER EVENT TRIGGER %I %s', t, CASE WHEN yes THEN 'ENABLE ALWAYS' ELSE 'DISABLE' END);
    END LOOP;
END $$;
CREATE FUNCTION pg_temp.behind(damage text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_temp.watched(false);
    EXECUTE damage;
    PERFORM pg_temp.watched(true);
END $$;

SET ROLE ward_owner;
SET search_path = ward, public;
CREATE TABLE people (id int PRIMARY KEY, name text, email text);
CREATE TABLE visits (id int PRIMARY KEY, person int REFERENCES people, page text);
CREATE INDEX ON visits (person);
INSERT INTO people VALUES (1, 'Ada', 'ada@example.com'), (2, 'Bo', 'bo@example.com');
INSERT INTO visits VALUES (1, 1, '/ada');
SELECT erasure.protect('people', '{name,email}');
SELECT erasure.relate('visits', 'people', '{page}');
SELECT is(pg_temp.findings('%ward%'), NULL, 'nothing to begin with');

-- views
DROP VIEW people_active;
SELECT pg_temp.finds('view ward.people_active', 'is not there', 'warning');
SELECT pg_temp.behind($$ALTER TABLE people ADD COLUMN age int$$);
SELECT pg_temp.finds('view ward.people_deleted', 'does not show columns%: age', 'info');
SELECT has_column('ward'::name, 'people_active'::name, 'age'::name, 'the fix made both anew');
SELECT pg_temp.behind($$ALTER TABLE people RENAME COLUMN age TO years$$);
SELECT pg_temp.finds('view ward.people_active', 'does not show columns%: years', 'info');

-- a role that is gone; then refresh_views works without it, too
SELECT erasure.allow('people', '{soft_delete,restore}', 'ward_clerk');
SELECT erasure.allow('people', '{view_deleted,hold}', 'ward_owner');
RESET ROLE;
DROP ROLE ward_clerk;
SET ROLE ward_owner;
SELECT pg_temp.finds('role ward_clerk', '%still holds permissions on ward.people: restore,soft_delete', 'warning');
SELECT lives_ok($$SELECT erasure.refresh_views('people')$$, 'the views do not need the role');
SELECT ok((SELECT count(*) = 0 FROM erasure.doctor() WHERE object LIKE 'role ward_owner%'), 'those of others stay');
SELECT is((SELECT count(*) FROM pg_class WHERE oid = 'people_deleted'::regclass AND has_table_privilege('ward_owner', oid, 'SELECT')), 1::bigint);

-- a personal column that was dropped with all that depended on it
SELECT pg_temp.behind($$ALTER TABLE people DROP COLUMN email CASCADE$$);
SELECT ok(pg_temp.findings('trigger erasure_guard_update on ward.people%') IS NOT NULL, 'the guard went with it');
SELECT erasure.refresh_views('people');
RESET ROLE;
SELECT pg_temp.finds('column ward.people.email', 'was dropped while it was declared%', 'warning');
SELECT is(pg_temp.findings('%ward.people%'), NULL, 'all of it mended');

-- owners
ALTER TABLE visits OWNER TO CURRENT_USER;
SELECT pg_temp.finds('table ward.people', 'a superuser owns ward.visits:%', 'warning');
SELECT table_owner_is('ward'::name, 'visits'::name, 'people_owner'::name);
ALTER TABLE people OWNER TO CURRENT_USER;
SELECT pg_temp.finds('table ward.people', 'a superuser owns ward.people:%', 'warning');
SELECT is(string_agg(DISTINCT pg_get_userbyid(relowner), ' '), 'people_owner', 'the views went along')
FROM pg_class WHERE relnamespace = 'ward'::regnamespace AND relkind IN ('r', 'v');
SELECT erasure.disallow('people', '{view_deleted,hold}', 'ward_owner');
SET ROLE people_owner;
SELECT is(erasure.soft_delete('people', ARRAY[1]), 1::bigint);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('people', ARRAY[1], 1)), 2::bigint, 'and it all works as that owner');
RESET ROLE;

-- a policy from a dump: its oids are others
UPDATE erasure.declared_table SET relation_oid = 1 WHERE relation = 'visits'::regclass;
ALTER TABLE visits ALTER page SET DEFAULT '';
SELECT pg_temp.finds('table ward.visits', 'its policy was restored from a dump%', 'info');
SELECT is((SELECT relation_oid FROM erasure.declared_table WHERE relation = 'visits'::regclass), 'visits'::regclass::oid);
UPDATE erasure.declared_table SET relation_oid = 1 WHERE relation = 'visits'::regclass;
UPDATE erasure.personal_column SET column_name = 'leaf' WHERE column_name = 'page';
ALTER TABLE visits ALTER page DROP DEFAULT;
SELECT pg_temp.finds('column ward.visits.leaf', 'is declared personal and not there%', 'error');
UPDATE erasure.declared_table SET relation_oid = relation WHERE relation = 'visits'::regclass;
INSERT INTO erasure.permission VALUES ((SELECT id FROM erasure.declared_table WHERE relation = 'people'::regclass), 10, 'ward_manager', 'restore', 'another cluster/1');
ALTER TABLE people ALTER name SET DEFAULT '';
SELECT pg_temp.finds('role ward_manager', 'is gone and still holds permissions%', 'warning');
SELECT has_role('ward_manager', 'its name is what counts then');
ALTER TABLE people ALTER name DROP DEFAULT;

-- tables that are gone, without and with originals in the vault
SELECT pg_temp.behind($$DROP TABLE visits$$);
CREATE TABLE calls (id int PRIMARY KEY, person int REFERENCES people, said text);
SELECT erasure.relate('calls', 'people', '{said}');
SELECT pg_temp.behind($$DROP TABLE calls$$);
SELECT pg_temp.finds('table ward.calls', 'was dropped while it was declared, and the policy still has it', 'warning');
SELECT pg_temp.finds('table ward.visits', 'was dropped while subjects were masked%wait in the vault%', 'warning', false);
SELECT ok(EXISTS (SELECT FROM erasure.vault_key), 'the subject can still be undone');
SELECT lives_ok($$SELECT erasure.undo_permanent_delete('people', ARRAY[1])$$);
SELECT is((SELECT name FROM people WHERE id = 1), 'Ada');
SELECT pg_temp.finds('table ward.visits', 'was dropped while it was declared%', 'warning');
SELECT * FROM erasure.permanently_delete('people', ARRAY[1], 1);
SELECT pg_temp.behind($$DROP TABLE people CASCADE$$);
SELECT pg_temp.finds('table ward.people', 'was dropped while subjects were masked%', 'error');
SELECT is((SELECT count(*) FROM erasure.vault_key) + (SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.subject_state), 0::bigint, 'nothing is left of it');
SELECT is(pg_temp.findings('%ward%'), NULL);
SELECT is(pg_temp.findings('%could not be examined%'), NULL);

SELECT * FROM finish();
ROLLBACK;
