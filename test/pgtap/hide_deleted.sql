-- Deleted, masked and erased subjects are hidden from ordinary queries, and from nothing that has to see them.
SET client_min_messages = error;
SELECT no_plan();
CREATE ROLE hd_owner; CREATE ROLE hd_admin; CREATE ROLE hd_manager; CREATE ROLE hd_team; CREATE ROLE hd_stranger;
CREATE ROLE hd_member IN ROLE hd_team; CREATE ROLE hd_loner NOINHERIT IN ROLE hd_team; CREATE ROLE hd_deputy IN ROLE hd_owner;
CREATE ROLE hd_super SUPERUSER; CREATE ROLE hd_bypass BYPASSRLS;
CREATE SCHEMA shop AUTHORIZATION hd_owner;
GRANT USAGE ON SCHEMA shop TO PUBLIC;

-- A statement as a role, with the setting on or off: what a SELECT counts, or how many rows another one changes.
CREATE FUNCTION as_role(role name, statement text, asked boolean DEFAULT false) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint; before text := current_setting('role');
BEGIN
    EXECUTE format('SET LOCAL ROLE %I', role);
    PERFORM set_config('erasure.show_deleted', asked::text, true);
    IF statement ~ '^SELECT' THEN EXECUTE statement INTO n; ELSE EXECUTE statement; GET DIAGNOSTICS n = ROW_COUNT; END IF;
    PERFORM set_config('role', before, true), set_config('erasure.show_deleted', 'off', true);
    RETURN n;
END $$;
CREATE FUNCTION plan_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE line text; lines text := '';
BEGIN
    FOR line IN EXECUTE 'EXPLAIN (COSTS off) ' || statement LOOP lines := lines || line || E'\n'; END LOOP;
    RETURN lines;
END $$;
CREATE FUNCTION security_of(relation regclass) RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(' ', CASE WHEN relrowsecurity THEN 'on' ELSE 'off' END, CASE WHEN relforcerowsecurity THEN 'forced' END,
                     (SELECT string_agg(polname, ' ' ORDER BY polname) FROM pg_policy WHERE polrelid = c.oid)) FROM pg_class c WHERE c.oid = relation $$;
GRANT EXECUTE ON FUNCTION as_role, plan_of, security_of TO PUBLIC;

SET ROLE hd_owner;
CREATE TABLE shop.people (id int PRIMARY KEY, name text, email text UNIQUE, tenant int NOT NULL DEFAULT 1, score int NOT NULL DEFAULT 0);
CREATE TABLE shop.orders (id int PRIMARY KEY, person int REFERENCES shop.people ON UPDATE CASCADE, address text, state int NOT NULL DEFAULT 0);
INSERT INTO shop.people SELECT i, 'name ' || i, 'mail ' || i FROM generate_series(1, 10) i;
INSERT INTO shop.orders SELECT i, i, 'address ' || i FROM generate_series(1, 10) i;
SELECT is(security_of('shop.people'), 'off', 'no row security to begin with');
SELECT erasure.protect('shop.people', '{name,email}', hide_deleted => true);
SELECT erasure.relate('shop.orders', 'shop.people', '{address}');
GRANT SELECT, INSERT, UPDATE, DELETE ON shop.people, shop.orders TO PUBLIC;
SELECT is(security_of('shop.people'), 'on forced erasure_hide_deleted erasure_show_others', 'now it is on, and forced');
SELECT is(security_of('shop.orders'), 'off', 'that of related tables is left alone');
SELECT is((SELECT polpermissive FROM pg_policy WHERE polname = 'erasure_hide_deleted'), false, 'the policy is restrictive');

-- the owner, who may do everything as long as nobody was allowed anything
SELECT is(erasure.soft_delete('shop.people', '{1,2,3}'), 3::bigint, 'three are deleted');
SELECT is((SELECT count(*) FROM shop.people), 7::bigint, 'the owner does not see them');
SET erasure.show_deleted = on;
SELECT is((SELECT count(*) FROM shop.people), 10::bigint, 'unless it asks');
RESET erasure.show_deleted;
RESET ROLE;
SELECT is((SELECT count(*) FROM shop.people), 10::bigint, 'no row security holds a superuser back');

-- every kind of role
SELECT erasure.use_roles('shop.people', 'hd_admin', 'hd_manager', 'hd_team');
SELECT is(as_role(role, 'SELECT count(*) FROM shop.people', asked), seen::bigint, role || CASE WHEN asked THEN ' asks' ELSE ' does not ask' END)
FROM (VALUES ('hd_admin', false, 7), ('hd_admin', true, 10), ('hd_manager', false, 7), ('hd_manager', true, 10), ('hd_team', false, 7), ('hd_team', true, 10),
             ('hd_member', false, 7), ('hd_member', true, 10), ('hd_loner', false, 7), ('hd_loner', true, 7), ('hd_stranger', false, 7), ('hd_stranger', true, 7),
             ('hd_owner', false, 7), ('hd_owner', true, 7), ('hd_deputy', false, 7), ('hd_deputy', true, 7), ('hd_super', false, 10), ('hd_super', true, 10),
             ('hd_bypass', false, 10), ('hd_bypass', true, 10)) AS v(role, asked, seen);
SELECT erasure.allow('shop.people', '{soft_delete}', 'hd_stranger');
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.people', true), 7::bigint, 'another permission than view_deleted shows nothing');
SELECT erasure.disallow('shop.people', '{soft_delete}', 'hd_stranger');

-- both the outer and the effective role must hold it
SET ROLE hd_team;
CREATE FUNCTION pg_temp.count_as_team() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM shop.people';
CREATE FUNCTION pg_temp.ask_as_team() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET erasure.show_deleted = on AS 'BEGIN RETURN (SELECT count(*) FROM shop.people); END';
GRANT EXECUTE ON FUNCTION pg_temp.count_as_team, pg_temp.ask_as_team TO PUBLIC;
RESET ROLE;
SELECT is(as_role('hd_stranger', 'SELECT pg_temp.count_as_team()', true), 7::bigint, 'a SECURITY DEFINER function lends nobody the right to see');
SELECT is(as_role('hd_stranger', 'SELECT pg_temp.ask_as_team()'), 7::bigint, 'nor one that asks');
SELECT is(as_role('hd_team', 'SELECT pg_temp.ask_as_team()'), 10::bigint, 'but who may see may ask in a function');
SELECT is(as_role('hd_stranger', 'SELECT pg_temp.ask_as_team()'), 7::bigint, 'and its plan is good for nobody else');
SELECT is(current_setting('erasure.show_deleted'), 'off', 'the function''s setting ends with it');

-- the list, whoever may read it; and nobody reads it under another name
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people_deleted'), 3::bigint, 'the Deleted list shows them without a setting');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people_deleted WHERE name LIKE ''name%'' AND id < 3'), 2::bigint, 'under conditions');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people_deleted d JOIN shop.orders o ON o.person = d.id'), 3::bigint, 'and in joins');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM (SELECT * FROM shop.people_deleted UNION ALL SELECT * FROM shop.people_active) x'), 10::bigint, 'and in unions');
SELECT is(as_role('hd_owner', 'SELECT count(*) FROM (SELECT FROM shop.people_deleted FOR UPDATE) x'), 3::bigint, 'and where rows are locked');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people_active'), 7::bigint, 'the view of the others has the others');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'SELECT count(*) FROM shop.people_deleted')$$, '42501', NULL, 'it takes the permission');
GRANT SELECT ON shop.people_deleted TO hd_stranger;
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.people_deleted'), 3::bigint, 'a GRANT on the view is one');
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.people', true), 7::bigint, 'for the view only');
REVOKE SELECT ON shop.people_deleted FROM hd_stranger;
CREATE FUNCTION pg_temp.looks_like(relation text) RETURNS text LANGUAGE sql SECURITY DEFINER AS $$
    SELECT format('SELECT count(*) FROM %s WHERE deleted_at IS NOT NULL AND erasure._in_deleted_list(%s, erasure._key(id))', relation, (SELECT min(id) FROM erasure.declared_table WHERE relation = 'shop.people'::regclass)) $$;
GRANT EXECUTE ON FUNCTION pg_temp.looks_like TO PUBLIC;
SET ROLE hd_owner;
CREATE VIEW shop.plain AS SELECT * FROM shop.people;
CREATE VIEW shop.barrier WITH (security_barrier) AS SELECT * FROM shop.people;
CREATE VIEW shop.different AS SELECT DISTINCT * FROM shop.people;
CREATE VIEW shop.grouped AS SELECT id, deleted_at FROM shop.people GROUP BY id, deleted_at;
CREATE VIEW shop.limited AS SELECT * FROM shop.people LIMIT 100;
CREATE VIEW shop.volatile AS SELECT id, deleted_at, random() AS r FROM shop.people;
CREATE VIEW shop.invoking WITH (security_invoker) AS SELECT * FROM shop.people;
CREATE VIEW shop.both AS SELECT * FROM shop.people UNION ALL SELECT * FROM shop.people;
CREATE VIEW shop.withs AS WITH p AS MATERIALIZED (SELECT * FROM shop.people) SELECT * FROM p;
GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA shop TO PUBLIC;
REVOKE ALL ON shop.people_deleted FROM PUBLIC;
RESET ROLE;
SELECT is(as_role('hd_stranger', pg_temp.looks_like(v), asked), 0::bigint, 'a query that looks like the list is not: ' || v)
FROM unnest('{shop.people,shop.plain,shop.barrier,shop.different,shop.grouped,shop.limited,shop.volatile,shop.invoking,shop.both,shop.withs}'::text[]) v, unnest('{f,t}'::bool[]) asked;
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM (' || replace(pg_temp.looks_like('shop.plain'), 'count(*)', '*') || ' FOR UPDATE) x'), 0::bigint, 'nor one that locks');
GRANT CREATE ON SCHEMA shop TO hd_stranger;
SET ROLE hd_stranger;
DO $$ BEGIN EXECUTE 'CREATE VIEW shop.mine WITH (security_barrier) AS ' || replace(pg_temp.looks_like('shop.people'), 'count(*)', '*'); END $$;
DO $$ BEGIN EXECUTE 'CREATE VIEW shop.mine_too WITH (security_barrier) AS ' || replace(pg_temp.looks_like('shop.plain'), 'count(*)', '*'); END $$;
SELECT is((SELECT count(*) FROM shop.mine), 0::bigint, 'nor a view of a stranger''s');
SELECT is((SELECT count(*) FROM shop.mine_too), 0::bigint, 'nor one over a view of the owner''s');
RESET ROLE;
DROP VIEW shop.mine, shop.mine_too;
REVOKE CREATE ON SCHEMA shop FROM hd_stranger;

-- views of the owner's and others
SELECT is(as_role(role, 'SELECT count(*) FROM ' || v, asked), CASE WHEN asked AND role = 'hd_team' THEN 10 ELSE 7 END::bigint, v || ' for ' || role || CASE WHEN asked THEN ', who asks' ELSE '' END)
FROM unnest('{shop.plain,shop.barrier,shop.different,shop.limited,shop.invoking}'::text[]) v, unnest('{hd_team,hd_stranger}'::text[]) role, unnest('{f,t}'::bool[]) asked;
DROP VIEW shop.plain, shop.barrier, shop.different, shop.grouped, shop.limited, shop.volatile, shop.invoking, shop.both, shop.withs;

-- a function of the reader's does not get to see hidden rows
CREATE TABLE shop.leaked (id int);
GRANT ALL ON shop.leaked TO PUBLIC;
SET ROLE hd_stranger;
CREATE FUNCTION pg_temp.leak(i int) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS 'BEGIN INSERT INTO shop.leaked VALUES (i); RETURN true; END';
SELECT is((SELECT count(*) FROM shop.people WHERE pg_temp.leak(id)), 7::bigint, 'a cheap function is asked');
SELECT is((SELECT array_agg(DISTINCT id ORDER BY id) FROM shop.leaked), '{4,5,6,7,8,9,10}', 'after the policy, not before');
SELECT is(erasure._shows_deleted('shop.people'), false, 'called directly, the policy''s function says nothing');
CREATE TABLE pg_temp.people (id int, deleted_at timestamptz);
SELECT is((SELECT count(*) FROM shop.people), 7::bigint, 'a table of that name in pg_temp is not meant');
DROP TABLE pg_temp.people;
SET row_security = off;
SELECT throws_ok('SELECT count(*) FROM shop.people', '42501', NULL, 'row_security = off is an error, not a way round');
RESET row_security;
RESET ROLE;

-- joins, foreign keys, cascades
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.orders JOIN shop.people p ON p.id = person'), 7::bigint, 'joins have those that are seen');
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.orders LEFT JOIN shop.people p ON p.id = person WHERE p.id IS NULL'), 3::bigint, 'an outer join has NULL for the others');
SELECT is(as_role('hd_stranger', 'INSERT INTO shop.orders VALUES (11, 4, ''x'')'), 1::bigint, 'an order of somebody who is seen');
SELECT is(as_role('hd_stranger', 'INSERT INTO shop.orders VALUES (12, 1, ''x'')'), 1::bigint, 'and of somebody who is hidden');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'INSERT INTO shop.orders VALUES (13, 99, ''x'')')$$, '23503', NULL, 'but of nobody');
SELECT is(as_role('hd_stranger', 'UPDATE shop.people SET id = 104 WHERE id = 4'), 1::bigint, 'a key that is changed');
SELECT is((SELECT count(*) FROM shop.orders WHERE person = 104), 2::bigint, 'is followed');
SELECT as_role('hd_stranger', 'UPDATE shop.people SET id = 4 WHERE id = 104');
CREATE TABLE shop.tenants (id int PRIMARY KEY);
INSERT INTO shop.tenants VALUES (1), (2);
ALTER TABLE shop.people ADD FOREIGN KEY (tenant) REFERENCES shop.tenants ON UPDATE CASCADE;
ALTER TABLE shop.tenants OWNER TO hd_owner;
ALTER TABLE shop.people ALTER tenant SET DEFAULT 3;
SELECT is(as_role('hd_owner', 'UPDATE shop.tenants SET id = 3 WHERE id = 1'), 1::bigint, 'a key that subjects refer to');
SELECT is((SELECT count(*) FROM shop.people WHERE tenant = 3), 10::bigint, 'takes hidden ones along');
SET ROLE hd_owner;
ALTER TABLE shop.orders DROP CONSTRAINT orders_person_fkey;
SELECT throws_ok('ALTER TABLE shop.orders ADD CONSTRAINT orders_person_fkey FOREIGN KEY (person) REFERENCES shop.people', '23503', NULL, 'PostgreSQL checks a new foreign key as the owner sees the table');
SELECT lives_ok('ALTER TABLE shop.orders ADD CONSTRAINT orders_person_fkey FOREIGN KEY (person) REFERENCES shop.people NOT VALID', 'not so one that is not checked');
RESET ROLE;
SELECT lives_ok('ALTER TABLE shop.orders VALIDATE CONSTRAINT orders_person_fkey', 'nor where a superuser adds or validates it');

-- writing
SELECT is(as_role('hd_stranger', 'UPDATE shop.people SET score = score + 1'), 7::bigint, 'UPDATE of everybody leaves out who is hidden');
SELECT is(as_role('hd_stranger', 'UPDATE shop.people SET score = 5 WHERE id = 1'), 0::bigint, 'UPDATE of a hidden one does nothing');
SELECT is(as_role('hd_team', 'UPDATE shop.people SET score = 5 WHERE id = 1', true), 1::bigint, 'unless it is asked for');
SELECT is(as_role('hd_stranger', 'UPDATE shop.people p SET score = 6 FROM shop.orders o WHERE o.person = p.id AND o.id IN (1, 5)'), 1::bigint, 'UPDATE ... FROM');
SELECT is((SELECT array_agg(score ORDER BY id) FROM shop.people WHERE id IN (1, 2, 5)), '{5,0,6}', 'really');
SELECT is(as_role('hd_stranger', 'DELETE FROM shop.people WHERE id = 1'), 0::bigint, 'DELETE of a hidden one does nothing');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'DELETE FROM shop.people WHERE id = 5')$$, '42501', 'cannot delete from protected table "shop.people"', 'the guards are there');
SELECT throws_ok($$SELECT as_role('hd_team', 'DELETE FROM shop.people WHERE id = 1', true)$$, '42501', 'cannot delete from protected table "shop.people"', 'for who sees them, too');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'UPDATE shop.people SET deleted_at = now() WHERE id = 5')$$, '42501', 'cannot change the deletion time in protected table "shop.people"', 'the guard decides on deletion times, not the policy');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'INSERT INTO shop.people (id, deleted_at) VALUES (50, now()) RETURNING id')$$, '42501', 'cannot insert a deleted subject into protected table "shop.people"', 'also of new rows');
SELECT is(as_role('hd_stranger', 'INSERT INTO shop.people (id, name, tenant) VALUES (20, ''new'', 3)'), 1::bigint, 'INSERT');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'INSERT INTO shop.people (id, tenant) VALUES (1, 3)')$$, '23505', NULL, 'a key is taken by a hidden row, too');
SELECT is(as_role('hd_stranger', 'INSERT INTO shop.people (id, tenant) VALUES (1, 3) ON CONFLICT DO NOTHING'), 0::bigint, 'ON CONFLICT DO NOTHING does nothing');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'INSERT INTO shop.people AS p (id, tenant) VALUES (1, 3) ON CONFLICT (id) DO UPDATE SET score = 9')$$, '42501', NULL, 'ON CONFLICT DO UPDATE of a hidden row is refused');
SELECT is(as_role('hd_stranger', 'INSERT INTO shop.people AS p (id, tenant) VALUES (5, 3) ON CONFLICT (id) DO UPDATE SET score = 9'), 1::bigint, 'and of another is done');
SELECT is(as_role('hd_stranger', 'MERGE INTO shop.people p USING (VALUES (1), (5)) v(i) ON p.id = v.i WHEN MATCHED THEN UPDATE SET score = 10'), 1::bigint, 'MERGE');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'MERGE INTO shop.people p USING (VALUES (1)) v(i) ON p.id = v.i WHEN NOT MATCHED THEN INSERT (id, tenant) VALUES (i, 3)')$$, '23505', NULL, 'to MERGE a hidden row is not matched');
SELECT is((SELECT array_agg(score ORDER BY id) FROM shop.people WHERE id IN (1, 5)), '{5,10}', 'really');
SET ROLE hd_stranger;
BEGIN;
DECLARE c CURSOR FOR SELECT id FROM shop.people ORDER BY id FOR UPDATE;
FETCH 1 FROM c;
UPDATE shop.people SET score = 11 WHERE CURRENT OF c;
CLOSE c;
COMMIT;
SELECT is((SELECT string_agg(id || ':' || score, ' ') FROM shop.people WHERE score = 11), '4:11', 'WHERE CURRENT OF');
SET erasure.show_deleted = off;
CREATE TEMP TABLE copied AS TABLE shop.people;
SELECT is((SELECT count(*) FROM copied), 8::bigint, 'CREATE TABLE AS');
RESET erasure.show_deleted;
RESET ROLE;
SET ROLE hd_owner;
\copy shop.people (id) TO PROGRAM 'cat >"$PGDATA/hide_deleted.copy"'
RESET ROLE;
SELECT is((SELECT count(*) FROM regexp_split_to_table(trim(E'\n' FROM pg_read_file('hide_deleted.copy')), E'\n')), 8::bigint, 'COPY TO');
SET ROLE hd_owner;
\set ON_ERROR_STOP 0
\copy shop.people (id) FROM '/dev/null'
\set ON_ERROR_STOP 1
SELECT is(:'SQLSTATE'::text, '0A000', 'PostgreSQL has no COPY FROM under row security');
RESET ROLE;
\copy shop.people (id) FROM PROGRAM 'echo 60'
SELECT is((SELECT count(*) FROM shop.people WHERE id = 60), 1::bigint, 'but for those that it does not hold back');
SELECT throws_ok('TRUNCATE shop.people CASCADE', '42501', NULL, 'TRUNCATE is refused as ever');

-- the verbs, by roles that row security holds back
SELECT is(as_role('hd_team', 'SELECT erasure.soft_delete(''shop.people'', ''{4}'')'), 1::bigint, 'soft_delete');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people WHERE id = 4'), 0::bigint, 'hides');
SELECT is(as_role('hd_team', 'SELECT erasure.restore(''shop.people'', ''{4}'')'), 1::bigint, 'restore');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people WHERE id = 4'), 1::bigint, 'shows');
SELECT is(as_role('hd_team', 'SELECT row_count FROM erasure.preview(''shop.people'', ''{1}'') WHERE relation = ''shop.orders''::regclass'), 2::bigint, 'preview');
SELECT is(as_role('hd_team', 'SELECT rows_masked FROM erasure.permanently_delete(''shop.people'', ''{1,2,3}'', 3)'), 7::bigint, 'permanently_delete');
SELECT is((SELECT count(*) FROM shop.people WHERE name = '*****' AND deleted_at IS NOT NULL), 3::bigint, 'really');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people WHERE id < 4'), 0::bigint, 'masked subjects are hidden');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people WHERE id < 4', true), 3::bigint, 'and shown to who asks and may');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people_deleted'), 0::bigint, 'they are not in the list');
SELECT is(as_role('hd_admin', 'SELECT erasure.undo_permanent_delete(''shop.people'', ''{1}'')'), 1::bigint, 'undo');
SELECT is((SELECT name FROM shop.people WHERE id = 1), 'name 1', 'really');
SELECT is(as_role('hd_team', 'SELECT count(*) FROM shop.people WHERE id = 1'), 0::bigint, 'what is undone is deleted, and hidden');
SELECT is(as_role('hd_admin', 'SELECT erasure.erase_now(''shop.people'', ''{2}'', 1, ''asked'')'), 1::bigint, 'erase_now');
SELECT is(as_role('hd_admin', 'SELECT erasure.hold(''shop.people'', ''{1}'', ''court'')'), 1::bigint, 'hold');
SELECT is(as_role('hd_admin', 'SELECT erasure.release(''shop.people'', ''{1}'')'), 1::bigint, 'release');
SELECT is(as_role('hd_admin', 'SELECT jsonb_array_length(erasure.export(''shop.people'', 1) -> ''tables'' -> 1 -> ''rows'')'), 2::bigint, 'export');
SET ROLE hd_team;
SELECT is(erasure.state('shop.people', 1) || ' ' || erasure.state('shop.people', 3), 'deleted masked', 'state');
SELECT is((SELECT string_agg(key || ' ' || state, ', ' ORDER BY key) FROM erasure.subjects), '1 deleted, 2 erased, 3 masked', 'erasure.subjects');
RESET ROLE;
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.people WHERE id = 2'), 0::bigint, 'erased subjects are hidden');
SELECT throws_ok($$SELECT as_role('hd_stranger', 'INSERT INTO shop.orders VALUES (30, 3, ''x'')')$$, '42501', NULL, 'no new order for a masked one');

-- erasure, each on_erase, by the job under a role that row security holds back
SET ROLE hd_owner;
CREATE TABLE shop.kept (id int PRIMARY KEY, name text); CREATE TABLE shop.emptied (id int PRIMARY KEY, name text); CREATE TABLE shop.gone (id int PRIMARY KEY, name text);
INSERT INTO shop.kept VALUES (1, 'a'), (2, 'b'); INSERT INTO shop.emptied VALUES (1, 'a'), (2, 'b'); INSERT INTO shop.gone VALUES (1, 'a'), (2, 'b');
SELECT erasure.protect('shop.kept', '{name}', grace => '1 microsecond', hide_deleted => true);
SELECT erasure.protect('shop.emptied', '{name}', grace => '1 microsecond', on_erase => 'set_null', hide_deleted => true);
SELECT erasure.protect('shop.gone', '{name}', grace => '1 microsecond', on_erase => 'delete', hide_deleted => true);
SELECT erasure.soft_delete(t, '{1}') FROM unnest('{shop.kept,shop.emptied,shop.gone}'::regclass[]) t;
SELECT (erasure.permanently_delete(t, '{1}', 1)).subjects FROM unnest('{shop.kept,shop.emptied,shop.gone}'::regclass[]) t;
RESET ROLE;
GRANT EXECUTE ON PROCEDURE erasure.erase_due(integer) TO hd_owner;
SET ROLE hd_owner;
CALL erasure.erase_due();
SELECT is((SELECT string_agg(concat_ws(' ', relation, state), ', ' ORDER BY relation::text) FROM erasure.subjects WHERE relation::text IN ('shop.kept', 'shop.emptied', 'shop.gone')),
    'shop.emptied erased, shop.gone erased, shop.kept erased', 'erase_due finds what is hidden');
SELECT is((SELECT count(*) FROM shop.kept) || ' ' || (SELECT count(*) FROM shop.emptied) || ' ' || (SELECT count(*) FROM shop.gone), '1 1 1', 'all of them stay hidden');
RESET ROLE;
SELECT is((SELECT name FROM shop.kept WHERE id = 1 AND deleted_at IS NOT NULL), '*****', 'keep_masked');
SELECT is((SELECT count(*) FROM shop.emptied WHERE id = 1 AND name IS NULL AND deleted_at IS NOT NULL), 1::bigint, 'set_null');
SELECT is((SELECT count(*) FROM shop.gone WHERE id = 1), 0::bigint, 'delete');

-- plans: prepared before the setting, the role and the permission change
SET ROLE hd_manager;
SET plan_cache_mode = force_generic_plan;
PREPARE everybody AS SELECT count(*) FROM shop.people;
CREATE FUNCTION pg_temp.prepared() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM shop.people); END';
CREATE TEMP TABLE got (n int, what text);
GRANT ALL ON got TO PUBLIC;
\o /dev/null
EXECUTE everybody;
EXECUTE everybody;
\o
SELECT is((SELECT count(*) FROM shop.people), 9::bigint, 'nine are not hidden');
SET erasure.show_deleted = on;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 12, 'a prepared statement follows the setting');
SELECT is(pg_temp.prepared(), 12::bigint, 'so does a function');
SET ROLE hd_stranger;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 9, 'and the role');
SELECT is(pg_temp.prepared(), 9::bigint, 'here, too');
RESET ROLE;
GRANT hd_team TO hd_stranger;
SET ROLE hd_stranger;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 12, 'and a membership');
RESET ROLE;
REVOKE hd_team FROM hd_stranger;
SET ROLE hd_stranger;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 9, 'and its end');
RESET ROLE;
SELECT erasure.allow('shop.people', '{view_deleted}', 'hd_stranger');
SET ROLE hd_stranger;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 12, 'and allow');
SELECT is(pg_temp.prepared(), 12::bigint, 'in a function, too');
RESET ROLE;
SELECT erasure.disallow('shop.people', '{view_deleted}', 'hd_stranger');
SET ROLE hd_stranger;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 9, 'and disallow');
BEGIN;
SAVEPOINT s;
SET ROLE hd_manager;
SET LOCAL erasure.show_deleted = off;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 9, 'a setting for a transaction');
ROLLBACK TO s;
RESET ROLE;
SET LOCAL ROLE hd_manager;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 12, 'is put back with it');
COMMIT;
SET ROLE hd_manager;
RESET erasure.show_deleted;
EXECUTE everybody \gset shown_
SELECT is(:shown_count, 9, 'and off is off');
-- a cursor sees what was asked for when it was opened
SET ROLE hd_manager;
BEGIN;
DECLARE c CURSOR FOR SELECT count(*) FROM shop.people;
SET LOCAL erasure.show_deleted = on;
FETCH c \gset shown_
SELECT is(:shown_count, 9, 'a cursor sees what was asked for when it was opened');
COMMIT;
DEALLOCATE everybody;
RESET plan_cache_mode;
RESET ROLE;

-- the planner still uses a partial index, and pays nothing for who does not ask
CREATE INDEX people_score ON shop.people (score) WHERE deleted_at IS NULL;
ANALYZE shop.people;
SET ROLE hd_team;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SELECT alike(plan_of('SELECT count(*) FROM shop.people WHERE score = 3'), '%Index%Scan using people_score%', 'the partial index is used');
SELECT unalike(plan_of('SELECT count(*) FROM shop.people WHERE score = 3'), '%_shows_deleted%', 'nothing is called row by row');
SELECT alike(plan_of('SELECT count(*) FROM shop.people_active WHERE score = 3'), '%Index%Scan using people_score%', 'in the view of active ones, too');
RESET ROLE;
CREATE INDEX people_lower ON shop.people (lower(email));
SET ROLE hd_team;
SELECT unalike(plan_of($$SELECT count(*) FROM shop.people WHERE lower(email) = 'x'$$), '%people_lower%', 'an index over a function that could leak is not used');
RESET ROLE;
ALTER FUNCTION pg_catalog.lower(text) LEAKPROOF;
SET ROLE hd_team;
SELECT alike(plan_of($$SELECT count(*) FROM shop.people WHERE lower(email) = 'x'$$), '%Index%Scan using people_lower%', 'until a superuser says that it could not');
SET erasure.show_deleted = on;
SELECT unalike(plan_of('SELECT count(*) FROM shop.people WHERE score = 3'), '%people_score%', 'it is of no use to who asks for all');
SELECT alike(plan_of('SELECT count(*) FROM shop.people WHERE score = 3 AND deleted_at IS NULL'), '%Index%Scan using people_score%', 'but to who wants only the others');
SELECT alike(plan_of('SELECT count(*) FROM shop.people WHERE id = 3'), '%Index%Scan using people_pkey%', 'other indexes are used by all');
RESET erasure.show_deleted;
SET enable_seqscan = on;
SELECT is(plan_of('SELECT count(*) FROM shop.people WHERE tenant = 1'), E'Aggregate\n  ->  Seq Scan on people\n        Filter: ((deleted_at IS NULL) AND (tenant = 1))\n', 'the plan is that of WHERE deleted_at IS NULL');
SET max_parallel_workers_per_gather = 2; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
SELECT alike(plan_of('SELECT count(*) FROM shop.people'), '%Parallel%', 'it may run in parallel');
SELECT is((SELECT count(*) FROM shop.people), 9::bigint, 'and counts the same');
SET erasure.show_deleted = on;
SELECT is((SELECT count(*) FROM shop.people), 12::bigint, 'for who asks, too');
RESET max_parallel_workers_per_gather; RESET parallel_setup_cost; RESET parallel_tuple_cost; RESET min_parallel_table_scan_size; RESET enable_bitmapscan;
RESET erasure.show_deleted;
RESET ROLE;

-- DDL: the policy follows names, owners and types
SET ROLE hd_owner;
ALTER TABLE shop.people RENAME TO persons;
ALTER TABLE shop.persons RENAME deleted_at TO gone_at;
SELECT is((SELECT count(*) FROM shop.persons), 9::bigint, 'a renamed table and column');
SELECT is((SELECT count(*) FROM shop.persons_deleted), 1::bigint, 'and the list');
SELECT is(as_role('hd_manager', 'SELECT count(*) FROM shop.persons', true), 12::bigint, 'asked for');
ALTER TABLE shop.persons ALTER gone_at TYPE timestamp;
SELECT is(security_of('shop.persons'), 'on forced erasure_hide_deleted erasure_show_others', 'another type: the policies are there');
SELECT is((SELECT count(*) FROM shop.persons), 9::bigint, 'and hide');
SELECT is((SELECT count(*) FROM shop.persons_deleted), 1::bigint, 'and the list shows');
ALTER TABLE shop.persons ALTER gone_at TYPE timestamptz;
ALTER TABLE shop.persons RENAME gone_at TO deleted_at;
ALTER TABLE shop.persons RENAME TO people;
RESET ROLE;
CREATE ROLE hd_other;
GRANT CREATE, USAGE ON SCHEMA shop TO hd_other;
GRANT hd_other TO hd_owner;
SET ROLE hd_owner;
ALTER TABLE shop.kept OWNER TO hd_other;
RESET ROLE;
SELECT is(as_role('hd_other', 'SELECT count(*) FROM shop.kept'), 1::bigint, 'a new owner');
SELECT is(as_role('hd_other', 'SELECT count(*) FROM shop.kept_deleted'), 0::bigint, 'whose list');
SELECT is(as_role('hd_other', 'SELECT erasure.soft_delete(''shop.kept'', ''{2}'')'), 1::bigint, 'has');
SELECT is(as_role('hd_other', 'SELECT count(*) FROM shop.kept_deleted'), 1::bigint, 'what it deletes');
SELECT is(as_role('hd_other', 'SELECT count(*) FROM shop.kept'), 0::bigint, 'and hides');

-- what an owner switches off is on again; a superuser's word is taken, and the doctor says so
SET ROLE hd_owner;
ALTER TABLE shop.emptied DISABLE ROW LEVEL SECURITY;
SELECT is(security_of('shop.emptied'), 'on forced erasure_hide_deleted erasure_show_others', 'DISABLE');
ALTER TABLE shop.emptied NO FORCE ROW LEVEL SECURITY;
SELECT is(security_of('shop.emptied'), 'on forced erasure_hide_deleted erasure_show_others', 'NO FORCE');
SELECT is_empty($$SELECT * FROM erasure.doctor() WHERE object ~ 'shop.emptied' AND severity <> 'info'$$, 'the doctor has nothing to say');
DROP POLICY erasure_hide_deleted ON shop.emptied;
SELECT is((SELECT count(*) FROM shop.emptied), 2::bigint, 'the owner of a table can drop its policies');
SELECT results_eq($$SELECT severity, problem, fix FROM erasure.doctor() WHERE object = 'policy erasure_hide_deleted on shop.emptied'$$,
    $$VALUES ('error', 'is missing: deleted subjects are not hidden', 'SELECT erasure.refresh_views(''shop.emptied'');')$$, 'the doctor misses it');
SELECT erasure.refresh_views('shop.emptied');
SELECT is((SELECT count(*) FROM shop.emptied), 1::bigint, 'and brings it back');
ALTER POLICY erasure_hide_deleted ON shop.emptied USING (true);
SELECT alike((SELECT problem FROM erasure.doctor() WHERE object = 'policy erasure_hide_deleted on shop.emptied'), 'is not as it was made%', 'another policy under its name');
ALTER TABLE shop.emptied ADD COLUMN size int;
SELECT is((SELECT count(*) FROM shop.emptied), 1::bigint, 'goes with the next ALTER TABLE');
RESET ROLE;
ALTER TABLE shop.emptied DISABLE ROW LEVEL SECURITY;
SELECT is(security_of('shop.emptied'), 'off forced erasure_hide_deleted erasure_show_others', 'a superuser may switch it off');
SELECT results_eq($$SELECT severity, problem, fix FROM erasure.doctor() WHERE object = 'table shop.emptied' AND problem ~ 'security'$$,
    $$VALUES ('error', 'has its row security disabled: deleted subjects are not hidden', 'SELECT erasure.refresh_views(''shop.emptied'');')$$, 'the doctor says so');
GRANT SELECT ON shop.emptied TO hd_stranger;
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.emptied'), 2::bigint, 'it hides nobody');
ALTER TABLE shop.emptied ENABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.emptied'), 0::bigint, 'row security that a superuser switches on is the table''s own, too');
SELECT results_eq($$SELECT problem FROM erasure.doctor() WHERE object = 'table shop.emptied' AND problem ~ 'security'$$,
    $$VALUES ('does not force row security on its owner, from whom deleted subjects are not hidden')$$, 'and that');
SELECT erasure.refresh_views('shop.emptied');
SELECT alike(security_of('shop.emptied'), 'on forced erasure_hide_deleted%', 'refresh_views');
ALTER TABLE shop.emptied DISABLE ROW LEVEL SECURITY;
SELECT erasure.refresh_views('shop.emptied');
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.emptied'), 1::bigint, 'and off again it is nobody''s, and hides');
ALTER TABLE shop.emptied OWNER TO hd_super;
SELECT alike((SELECT problem FROM erasure.doctor() WHERE object = 'table shop.emptied' AND problem ~ 'security'), 'belongs to role hd_super, which no row security holds back%', 'an owner that it does not hold back');

-- policies of the table's own are respected, and come out as they were
SET ROLE hd_owner;
CREATE TABLE shop.open (id int PRIMARY KEY, name text, tenant int);
CREATE TABLE shop.closed (LIKE shop.open INCLUDING ALL);
CREATE TABLE shop.forced (LIKE shop.open INCLUDING ALL);
CREATE TABLE shop.asleep (LIKE shop.open INCLUDING ALL);
INSERT INTO shop.open SELECT i, 'n', i % 2 FROM generate_series(1, 10) i;
INSERT INTO shop.closed TABLE shop.open;
INSERT INTO shop.forced TABLE shop.open;
INSERT INTO shop.asleep TABLE shop.open;
GRANT ALL ON shop.open, shop.closed, shop.forced, shop.asleep TO PUBLIC;
ALTER TABLE shop.closed ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop.forced ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE shop.asleep FORCE ROW LEVEL SECURITY;
CREATE POLICY ones ON shop.closed USING (tenant = 1);
CREATE POLICY ones ON shop.forced USING (tenant = 1);
CREATE POLICY ones ON shop.asleep USING (tenant = 1);
CREATE TEMP TABLE before AS SELECT t, security_of(t) AS security FROM unnest('{shop.open,shop.closed,shop.forced,shop.asleep}'::regclass[]) t;
SELECT erasure.protect(t, '{name}', hide_deleted => true) FROM before;
SELECT erasure.soft_delete(t, '{1,2}') FROM before;
SELECT is((SELECT count(*) FROM shop.open), 8::bigint, 'no policies of its own: the owner');
SELECT is((SELECT count(*) FROM shop.closed), 8::bigint, 'row security that was not forced still exempts the owner');
SELECT is((SELECT count(*) FROM shop.forced), 4::bigint, 'one that was still holds it back');
SELECT is((SELECT count(*) FROM shop.asleep), 8::bigint, 'one that was off does nothing');
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.' || t), n::bigint, 'somebody else: ' || t) FROM (VALUES ('open', 8), ('closed', 4), ('forced', 4), ('asleep', 8)) v(t, n);
SELECT is(as_role('hd_owner', 'SELECT count(*) FROM shop.' || t, true), n::bigint, 'asked for: ' || t) FROM (VALUES ('open', 10), ('closed', 10), ('forced', 5), ('asleep', 10)) v(t, n);
SELECT is((SELECT count(*) FROM shop.forced_deleted), 1::bigint, 'the list goes by them, too');
SELECT throws_ok('INSERT INTO shop.forced VALUES (11, ''x'', 0)', '42501', NULL, 'for new rows as well');
SELECT lives_ok('INSERT INTO shop.closed VALUES (11, ''x'', 0)', 'or not');
SELECT erasure.refresh_views(t) FROM before;
SELECT is(security_of('shop.open'), 'on forced erasure_hide_deleted erasure_show_others', 'done again, it is the same');
-- row security that the owner switches on while ours is: that of the table, from now on
ALTER TABLE shop.open ENABLE ROW LEVEL SECURITY;
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.open'), 0::bigint, 'ENABLE with no policy shows nobody anything');
CREATE POLICY ones ON shop.open USING (tenant = 1);
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.open'), 4::bigint, 'a policy opens');
SELECT is((SELECT count(*) FROM shop.open), 8::bigint, 'the owner is exempt');
ALTER TABLE shop.open FORCE ROW LEVEL SECURITY;
SELECT is((SELECT count(*) FROM shop.open), 4::bigint, 'until it is forced');
ALTER TABLE shop.open NO FORCE ROW LEVEL SECURITY;
SELECT is((SELECT count(*) FROM shop.open), 8::bigint, 'and not any more');
ALTER TABLE shop.open DISABLE ROW LEVEL SECURITY;
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.open'), 8::bigint, 'DISABLE opens, but for deleted ones');
DROP POLICY ones ON shop.open;
SELECT erasure.restore(t, '{1,2}') FROM before;
SELECT erasure.unprotect(t) FROM before;
SELECT results_eq('SELECT t, security_of(t) FROM before', 'SELECT t, security FROM before', 'unprotect leaves what was there');
-- restrictive policies that would take effect by ours
CREATE POLICY never ON shop.open AS RESTRICTIVE USING (false);
SELECT throws_ok($$SELECT erasure.protect('shop.open', '{name}', hide_deleted => true)$$, '42P17', 'deleted rows of table "shop.open" cannot be hidden', 'where row security is off');
DROP POLICY never ON shop.open;
CREATE POLICY never ON shop.closed AS RESTRICTIVE USING (false);
SELECT throws_ok($$SELECT erasure.protect('shop.closed', '{name}', hide_deleted => true)$$, '42P17', 'deleted rows of table "shop.closed" cannot be hidden', 'or not forced');
CREATE POLICY never ON shop.forced AS RESTRICTIVE USING (id <> 3);
SELECT lives_ok($$SELECT erasure.protect('shop.forced', '{name}', hide_deleted => true)$$, 'where it is forced, nothing changes');
SELECT is((SELECT count(*) FROM shop.forced), 4::bigint, 'really');
RESET ROLE;

-- partitions and inheritance children, addressed directly, and those that come later
SET ROLE hd_owner;
CREATE TABLE shop.parts (id int PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE shop.parts_1 PARTITION OF shop.parts FOR VALUES FROM (0) TO (10);
SELECT erasure.protect('shop.parts', '{name}', hide_deleted => true);
CREATE TABLE shop.parts_2 PARTITION OF shop.parts FOR VALUES FROM (10) TO (20);
CREATE TABLE shop.parts_3 (deleted_at timestamptz, name text, id int NOT NULL);
ALTER TABLE shop.parts ATTACH PARTITION shop.parts_3 FOR VALUES FROM (20) TO (30);
INSERT INTO shop.parts SELECT i, 'n' FROM generate_series(0, 29) i;
SELECT erasure.soft_delete('shop.parts', '{1,11,12,21,22,23}');
SELECT is(as_role('hd_owner', 'SELECT count(*) FROM ' || t), n::bigint, 'a partition: ' || t) FROM (VALUES ('shop.parts', 24), ('shop.parts_1', 9), ('shop.parts_2', 8), ('shop.parts_3', 7)) v(t, n);
SELECT is(as_role('hd_owner', 'SELECT count(*) FROM ' || t, true), n::bigint, 'asked for: ' || t) FROM (VALUES ('shop.parts', 30), ('shop.parts_1', 10), ('shop.parts_2', 10), ('shop.parts_3', 10)) v(t, n);
SELECT is((SELECT count(*) FROM shop.parts_deleted), 6::bigint, 'the list has them all');
SELECT is((SELECT count(*) FROM shop.parts_deleted WHERE id = 22), 1::bigint, 'or one');
SELECT is(as_role('hd_owner', 'UPDATE shop.parts SET id = 29 WHERE id = 21'), 0::bigint, 'no hidden row is moved');
CREATE TABLE shop.parts_4 (LIKE shop.parts);
CREATE POLICY never ON shop.parts_4 AS RESTRICTIVE USING (false);
SELECT throws_ok($$ALTER TABLE shop.parts ATTACH PARTITION shop.parts_4 FOR VALUES FROM (30) TO (40)$$, '42P17', 'deleted rows of table "shop.parts_4" cannot be hidden', 'one whose policies would wake is not attached');
ALTER TABLE shop.parts DETACH PARTITION shop.parts_2;
SELECT is(security_of('shop.parts_2'), 'off', 'one that is detached is as it was');
SELECT erasure.unprotect('shop.parts');
SELECT is(security_of('shop.parts') || ' ' || security_of('shop.parts_1') || ' ' || security_of('shop.parts_3'), 'off off off', 'and all are after unprotect');
CREATE TABLE shop.animals (id int PRIMARY KEY, name text);
CREATE TABLE shop.dogs (PRIMARY KEY (id)) INHERITS (shop.animals);
SELECT erasure.protect('shop.animals', '{name}', hide_deleted => true);
CREATE TABLE shop.cats (PRIMARY KEY (id)) INHERITS (shop.animals);
INSERT INTO shop.animals VALUES (1, 'a'), (2, 'b');
INSERT INTO shop.dogs VALUES (3, 'c'), (4, 'd');
INSERT INTO shop.cats VALUES (5, 'e'), (6, 'f');
SELECT erasure.soft_delete('shop.animals', '{1,3,5}');
SELECT is(as_role('hd_owner', 'SELECT count(*) FROM ' || t), n::bigint, 'inheritance: ' || t) FROM (VALUES ('shop.animals', 3), ('ONLY shop.animals', 1), ('shop.dogs', 1), ('shop.cats', 1)) v(t, n);
SELECT is((SELECT count(*) FROM shop.animals_deleted), 3::bigint, 'the list has all');
ALTER TABLE shop.cats NO INHERIT shop.animals;
SELECT is(security_of('shop.cats'), 'off', 'one that leaves is as it was');
RESET ROLE;

-- triggers and materialized views
SET ROLE hd_owner;
CREATE TABLE shop.guests (id int PRIMARY KEY, name text);
CREATE TABLE shop.visits (id int PRIMARY KEY, guest int REFERENCES shop.guests, page text);
CREATE INDEX ON shop.visits (guest);
INSERT INTO shop.guests SELECT i, 'guest ' || i FROM generate_series(1, 5) i;
INSERT INTO shop.visits SELECT i, i, 'page ' || i FROM generate_series(1, 5) i;
SELECT erasure.protect('shop.guests', '{name}', hide_deleted => true);
SELECT erasure.relate('shop.visits', 'shop.guests', '{page}');
CREATE MATERIALIZED VIEW shop.register AS SELECT g.id, g.name, v.page FROM shop.guests g JOIN shop.visits v ON v.guest = g.id;
SELECT erasure.refresh_with('shop.guests', 'shop.register');
SELECT erasure.soft_delete('shop.guests', '{1,2}');
REFRESH MATERIALIZED VIEW shop.register;
SELECT is((SELECT string_agg(id::text, ' ' ORDER BY id) FROM shop.register), '3 4 5', 'a REFRESH leaves out who is hidden');
SET erasure.show_deleted = on;
SELECT (erasure.permanently_delete('shop.guests', '{1}', 1)).rows_masked;
RESET erasure.show_deleted;
SELECT is((SELECT string_agg(id::text, ' ' ORDER BY id) FROM shop.register), '3 4 5', 'so does that of the engine, whatever its caller asks for');
ALTER TABLE shop.visits DROP CONSTRAINT visits_guest_fkey;
SET erasure.show_deleted = on;
SELECT lives_ok('ALTER TABLE shop.visits ADD CONSTRAINT visits_guest_fkey FOREIGN KEY (guest) REFERENCES shop.guests', 'a new foreign key, checked by who sees all');
RESET erasure.show_deleted;
CREATE TABLE shop.counted (seen int);
CREATE FUNCTION shop.count_guests() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.counted SELECT count(*) FROM shop.guests; RETURN NULL; END $$;
CREATE TRIGGER count_guests AFTER UPDATE ON shop.visits FOR EACH STATEMENT EXECUTE FUNCTION shop.count_guests();
SELECT erasure.ignore_trigger('shop.visits', 'count_guests', 'a number');
SELECT lives_ok($$SELECT erasure.permanently_delete('shop.guests', '{2}', 1)$$, 'a trigger that reads the table, as its owner');
RESET ROLE;
ALTER FUNCTION shop.count_guests() OWNER TO hd_stranger;
ALTER FUNCTION shop.count_guests() SECURITY DEFINER;
GRANT SELECT ON shop.guests TO hd_stranger; GRANT INSERT ON shop.counted TO hd_stranger;
SET ROLE hd_owner;
SELECT erasure.ignore_trigger('shop.visits', 'count_guests', 'a number');
SELECT erasure.soft_delete('shop.guests', '{3}');
SELECT throws_ok($$SELECT erasure.permanently_delete('shop.guests', '{3}', 1)$$, '42501', 'query would be affected by row-level security policy for table "guests"', 'as another role it would miss rows, and is stopped');
RESET ROLE;
ALTER FUNCTION shop.count_guests() SET row_security = on;
SET ROLE hd_owner;
SELECT erasure.ignore_trigger('shop.visits', 'count_guests', 'a number');
SELECT lives_ok($$SELECT erasure.permanently_delete('shop.guests', '{3}', 1)$$, 'unless it says that this is right');
RESET ROLE;
SELECT is((SELECT array_agg(seen) FROM shop.counted), '{5,2}', 'each with what its role sees');

-- who sets the deletion time itself, where guards let it, makes the row vanish before its own eyes, and that is no error
SET ROLE hd_owner;
CREATE TABLE shop.casual (id int PRIMARY KEY, name text);
INSERT INTO shop.casual SELECT i, 'n' FROM generate_series(1, 9) i;
SELECT erasure.protect('shop.casual', '{name}', hide_deleted => true, enforce => 'warn');
GRANT ALL ON shop.casual TO hd_stranger;
RESET ROLE;
SELECT is(as_role('hd_stranger', 'UPDATE shop.casual SET deleted_at = now() WHERE id = 1 RETURNING id'), 1::bigint, 'UPDATE of the deletion time, with RETURNING');
SELECT is(as_role('hd_stranger', 'UPDATE shop.casual SET deleted_at = now() WHERE id = 2', true), 1::bigint, 'also by who asks for all and may not see them');
SELECT is(as_role('hd_stranger', 'INSERT INTO shop.casual VALUES (3) ON CONFLICT (id) DO UPDATE SET deleted_at = now()'), 1::bigint, 'ON CONFLICT');
SELECT is(as_role('hd_stranger', 'MERGE INTO shop.casual c USING (VALUES (4)) v(i) ON c.id = v.i WHEN MATCHED THEN UPDATE SET deleted_at = now()'), 1::bigint, 'MERGE');
SELECT is(as_role('hd_stranger', 'INSERT INTO shop.casual (id, deleted_at) VALUES (10, now())'), 1::bigint, 'INSERT of a deleted one');
SELECT is(as_role('hd_stranger', 'SELECT count(*) FROM shop.casual WHERE id IN (1, 2, 3, 4, 10)'), 0::bigint, 'they are hidden now');
SELECT is((SELECT count(*) FROM shop.casual_deleted), 5::bigint, 'and in the list');
SELECT is(as_role('hd_stranger', 'UPDATE shop.casual SET deleted_at = NULL'), 5::bigint, 'who is hidden is not brought back');
SELECT is((SELECT count(*) FROM shop.casual_deleted), 5::bigint, 'really');

-- REASSIGN OWNED has no event trigger: the doctor sees what it leaves behind
SET ROLE hd_owner;
ALTER TABLE shop.casual ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop.casual OWNER TO hd_other;
RESET ROLE;
SELECT is(as_role('hd_other', 'SELECT count(*) FROM shop.casual'), 5::bigint, 'a new owner is exempt as the old one was');
CREATE ROLE hd_heir;
GRANT CREATE, USAGE ON SCHEMA shop TO hd_heir;
REASSIGN OWNED BY hd_other TO hd_heir;
SELECT alike((SELECT problem FROM erasure.doctor() WHERE object = 'policy erasure_show_others on shop.casual'), 'is for another role than the table''s owner%', 'REASSIGN OWNED');
SELECT erasure.refresh_views('shop.casual');
SELECT is(as_role('hd_heir', 'SELECT count(*) FROM shop.casual'), 5::bigint, 'refresh_views');

-- a related table of another owner could not be masked any more
ALTER TABLE shop.visits OWNER TO hd_other;
GRANT SELECT, REFERENCES ON shop.guests TO hd_other;
SET ROLE hd_owner;
SELECT throws_ok($$SELECT erasure.refresh_views('shop.guests')$$, '42P17', 'deleted rows of table "shop.guests" cannot be hidden', 'a related table of another owner');
CREATE TABLE shop.letters (id int PRIMARY KEY, guest int REFERENCES shop.guests, body text);
RESET ROLE;
ALTER TABLE shop.letters OWNER TO hd_other;
SELECT throws_ok($$SELECT erasure.relate('shop.letters', 'shop.guests', '{body}')$$, '42P17', NULL, 'nor can one be related');
RESET ROLE;

-- nothing stays behind
SET ROLE hd_owner;
ALTER TABLE shop.gone DROP COLUMN name;
DROP TABLE shop.gone;
DROP TABLE shop.animals CASCADE;
SELECT is((SELECT count(*) FROM pg_policy p WHERE NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = p.polrelid)), 0::bigint, 'a table is dropped with its policies');
RESET ROLE;
SELECT * FROM finish();
