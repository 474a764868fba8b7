-- The doctor on guard triggers and on triggers of the user's own.
BEGIN;
SELECT no_plan();
SET LOCAL client_min_messages = error;
CREATE ROLE ward_owner;
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
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE visits (id int, person int REFERENCES people, page text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (100);
CREATE INDEX ON visits (person);
SELECT erasure.protect('people', '{name}');
SELECT erasure.relate('visits', 'people', '{page}');
SELECT is(pg_temp.findings('%ward%'), NULL, 'nothing to begin with');

-- switched off, in each way, for each guard of each table
SELECT pg_temp.behind($$ALTER TABLE people DISABLE TRIGGER erasure_guard_delete$$);
SELECT pg_temp.finds('trigger erasure_guard_delete on ward.people', 'is disabled', 'error');
SELECT pg_temp.behind($$ALTER TABLE people ENABLE REPLICA TRIGGER erasure_guard_update$$);
SELECT pg_temp.finds('trigger erasure_guard_update on ward.people', 'fires for replicated changes only', 'error');
SELECT pg_temp.behind($$ALTER TABLE people ENABLE TRIGGER erasure_guard_insert$$);
SELECT pg_temp.finds('trigger erasure_guard_insert on ward.people', 'does not fire where session_replication_role%', 'error');
SELECT pg_temp.behind($$ALTER TABLE visits_1 DISABLE TRIGGER erasure_guard_update$$);
SELECT pg_temp.finds('trigger erasure_guard_update on ward.visits_1', 'is disabled', 'error');
SELECT pg_temp.behind($$ALTER TABLE visits_1 DISABLE TRIGGER erasure_guard_truncate$$);
SELECT pg_temp.finds('trigger erasure_guard_truncate on ward.visits_1', 'is disabled', 'error');
SELECT ok(bool_and(tgenabled = 'A'), 'all ALWAYS again') FROM pg_trigger WHERE tgname ~ '^erasure_guard_' AND tgrelid IN ('people'::regclass, 'visits'::regclass, 'visits_1'::regclass);

-- missing
SELECT pg_temp.behind($$DROP TRIGGER erasure_guard_insert ON visits$$);
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE object LIKE '%erasure_guard_insert%'), 1::bigint, 'said once, not for each partition');
SELECT pg_temp.finds('trigger erasure_guard_insert on ward.visits', 'is missing%', 'error');
SELECT ok(EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'visits_1'::regclass AND tgname = 'erasure_guard_insert'), 'the partition has it too');
SELECT pg_temp.behind($$DROP TRIGGER erasure_guard_truncate ON people$$);
SELECT pg_temp.finds('trigger erasure_guard_truncate on ward.people', 'is missing%', 'error');
SELECT pg_temp.behind($$CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (100) TO (200)$$);
SELECT pg_temp.finds('trigger erasure_guard_truncate on ward.visits_2', 'is missing%', 'error');
SELECT is(pg_temp.findings('%visits_2%'), NULL, 'row guards are there by themselves');

-- another function under its name
CREATE FUNCTION harmless() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
SELECT pg_temp.behind($$CREATE OR REPLACE TRIGGER erasure_guard_deleted AFTER DELETE ON people FOR EACH ROW EXECUTE FUNCTION harmless()$$);
SELECT pg_temp.finds('trigger erasure_guard_deleted on ward.people', 'calls another function%', 'error');

-- a BEFORE trigger of the user's that came later, on a table and on a partition alone; one on INSERT changes nothing
CREATE FUNCTION tidy() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.id := NEW.id; RETURN NEW; END';
CREATE TRIGGER tidy BEFORE INSERT ON people FOR EACH ROW EXECUTE FUNCTION tidy();
SELECT is(pg_temp.findings('%ward%'), NULL);
SELECT pg_temp.behind($$CREATE TRIGGER tidy_too BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION tidy()$$);
SELECT pg_temp.finds('trigger erasure_guard_update on ward.people', 'looks at some columns only%', 'error');
SELECT is((SELECT array_length(tgattr::int2[], 1) FROM pg_trigger WHERE tgrelid = 'people'::regclass AND tgname = 'erasure_guard_update'), 0, 'it looks at all now');
SELECT pg_temp.behind($$CREATE TRIGGER tidy BEFORE UPDATE ON visits_1 FOR EACH ROW EXECUTE FUNCTION tidy()$$);
SELECT pg_temp.finds('trigger erasure_guard_update on ward.visits', 'looks at some columns only%', 'error');

SELECT pg_temp.finds('trigger tidy_too on ward.people', 'ward.tidy() sees rows before they are masked or deleted%nothing is deleted%', 'error');
-- a guard that does not know of a column
DROP TRIGGER tidy ON visits_1;
SELECT erasure.refresh_views('people');
SELECT pg_temp.behind($$CREATE OR REPLACE TRIGGER erasure_guard_update AFTER UPDATE OF id ON visits FOR EACH ROW EXECUTE FUNCTION erasure._guard_update()$$);
SELECT pg_temp.behind($$ALTER TABLE visits ENABLE ALWAYS TRIGGER erasure_guard_update$$);
SELECT pg_temp.finds('trigger erasure_guard_update on ward.visits', 'does not look at columns that the policy has: page, person', 'error');
SELECT is(pg_temp.findings('%ward%'), NULL, 'all guards are well');

-- triggers that copy rows: to a table that is not declared, by dynamic SQL, through transition tables
CREATE TABLE log (id serial PRIMARY KEY, person int, what text);
CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO log (person, what) VALUES (OLD.id, OLD.name); RETURN NULL; END $$;
CREATE TRIGGER keep AFTER UPDATE ON people FOR EACH ROW EXECUTE FUNCTION keep();
SELECT pg_temp.finds('trigger keep on ward.people', 'ward.keep() writes what it sees of a row elsewhere (ward.log)%', 'error');
CREATE FUNCTION keep_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO ward."L og" SELECT * FROM gone; RETURN NULL; END $$;
CREATE TRIGGER keep_all AFTER DELETE ON visits_1 REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_all();
SELECT pg_temp.finds('trigger keep_all on ward.visits_1', 'ward.keep_all() writes%(ward."L og")%', 'error');
CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_notify('changed', NEW.name); RETURN NEW; END $$;
CREATE TRIGGER tell AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION tell();
SELECT pg_temp.finds('trigger tell on ward.people', 'ward.tell() writes%', 'warning');
-- declared targets are no copies that masking does not reach; triggers that are only computing are not meant
CREATE FUNCTION visit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO visits VALUES (99, NEW.id, 'first page'); RETURN NEW; END $$;
CREATE TRIGGER visit AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION visit();
SELECT is(pg_temp.findings('%ward%'), NULL);

-- ignore_trigger itself
SELECT throws_ok($$SELECT erasure.ignore_trigger('people', 'nothing', 'a reason')$$, '42704');
SELECT throws_ok($$SELECT erasure.ignore_trigger('people', 'keep', ' ')$$, '22023');
SELECT throws_ok($$SELECT erasure.ignore_trigger('log', 'keep', 'a reason')$$, '42P17');
RESET ROLE;
CREATE ROLE ward_guest;
GRANT USAGE ON SCHEMA ward TO ward_guest;
SET ROLE ward_guest;
SELECT throws_ok($$SELECT erasure.ignore_trigger('people', 'keep', 'a reason')$$, '42501');
RESET ROLE;
SELECT set_eq($$SELECT relation::text, object_name, reason FROM erasure.exemption WHERE kind = 'trigger'$$,
    $$SELECT r, o::name, 'looked at: it keeps nothing personal' FROM (VALUES ('people', 'tidy_too'), ('people', 'keep'), ('visits_1', 'keep_all'), ('people', 'tell')) AS v (r, o)$$, 'what the fixes recorded');
SET ROLE ward_owner;

-- a deferrable trigger: the gate refuses; the fix makes it an ordinary one
CREATE CONSTRAINT TRIGGER later AFTER INSERT OR UPDATE OF name ON people DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.name <> '') EXECUTE FUNCTION harmless('a DEFERRABLE one');
SELECT pg_temp.finds('trigger later on ward.people', 'is deferrable%', 'error');
SELECT results_eq($$SELECT tgdeferrable, tginitdeferred, tgconstraint::int, pg_get_triggerdef(oid, true) FROM pg_trigger WHERE tgname = 'later'$$,
    $$VALUES (false, false, 0, 'CREATE TRIGGER later AFTER INSERT OR UPDATE OF name ON people FOR EACH ROW WHEN (new.name <> ''''::text) EXECUTE FUNCTION harmless(''a DEFERRABLE one'')')$$);
SELECT pg_temp.finds('trigger later on ward.people', 'ward.harmless() sees rows%', 'error');
SELECT is(pg_temp.findings('%ward%'), NULL);

-- what is written in another language cannot be read: said once, without alarm
RESET ROLE;
CREATE FUNCTION ward.opaque() RETURNS trigger LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRIGGER opaque AFTER UPDATE ON people FOR EACH ROW EXECUTE FUNCTION ward.opaque();
SELECT pg_temp.finds('trigger opaque on ward.people', 'nobody can tell from outside whether ward.opaque(), written in c,%', 'error');
CREATE TRIGGER words BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE object LIKE 'trigger words%'), 0::bigint, 'PostgreSQL''s own are known');
SELECT is(pg_temp.findings('%could not be examined%'), NULL);

-- the event triggers themselves
SELECT pg_temp.watched(true);
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE object LIKE 'event trigger%'), 0::bigint);
ALTER EVENT TRIGGER erasure_ddl_end DISABLE;
SELECT pg_temp.finds('event trigger erasure_ddl_end', 'is disabled%', 'error');
ALTER EVENT TRIGGER erasure_ddl_start ENABLE;
SELECT pg_temp.finds('event trigger erasure_ddl_start', 'does not fire where session_replication_role is replica%', 'error');

-- DELETE that deletes softly needs the library
CREATE TABLE ward.members (id int PRIMARY KEY, name text);
SELECT erasure.protect('ward.members', '{name}', direct_delete => 'soft_delete');
SELECT pg_temp.finds('table ward.members', '%nothing preloads%', 'warning');
SELECT is((SELECT setconfig::text FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())), '{session_preload_libraries=erasure}', 'for the database');

SELECT * FROM finish();
ROLLBACK;
