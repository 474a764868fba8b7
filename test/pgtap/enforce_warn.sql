-- Guards that only warn: nothing is refused, the server's log says what would have been, and nothing is deleted permanently.
SET client_min_messages = error;
SELECT no_plan();
CREATE ROLE ew_owner; CREATE ROLE ew_clerk; CREATE ROLE ew_stranger;
CREATE SCHEMA shop AUTHORIZATION ew_owner;
GRANT USAGE ON SCHEMA shop TO PUBLIC;

-- What the log got since it was looked at last: the messages, and whether a value of the statements is in it.
\set log `echo "${PGDATA%/*}/server.log"`
CREATE TABLE mark (log text, pos bigint);
INSERT INTO mark VALUES (:'log', (pg_stat_file(:'log')).size);
CREATE FUNCTION said(OUT lines text, OUT values_too boolean) LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE fresh text;
BEGIN
    SELECT pg_read_file(m.log, m.pos, (pg_stat_file(m.log)).size - m.pos) INTO fresh FROM public.mark m;
    UPDATE public.mark m SET pos = (pg_stat_file(m.log)).size;
    SELECT string_agg(x[1], E'\n') INTO lines FROM regexp_matches(fresh, 'LOG:  would refuse ([^\n]*)', 'g') x;
    values_too := fresh ~ 'Needle|STATEMENT|CONTEXT';
END $$;
CREATE FUNCTION tells(statement text, wanted text, what text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE got record;
BEGIN
    EXECUTE statement;
    SELECT * INTO got FROM public.said();
    RETURN NEXT public.is(got.lines, wanted, what);
    RETURN NEXT public.is(got.values_too, false, what || ': without values');
END $$;
GRANT EXECUTE ON FUNCTION said, tells TO PUBLIC;

SET ROLE ew_owner;
CREATE TABLE shop.people (id int PRIMARY KEY, name text, size int);
CREATE TABLE shop.orders (id int PRIMARY KEY, person int REFERENCES shop.people ON DELETE CASCADE, address text, size int);
CREATE INDEX ON shop.orders (person);
INSERT INTO shop.people SELECT i, 'name ' || i FROM generate_series(1, 20) i;
INSERT INTO shop.orders SELECT i, i, 'address ' || i FROM generate_series(1, 20) i;
SELECT throws_ok($$SELECT erasure.protect('shop.people', '{name}', enforce => 'off')$$, '22023', NULL, 'an unknown word');
-- somebody is erased while guards enforce, somebody on hold
SELECT erasure.protect('shop.people', '{name}');
SELECT erasure.relate('shop.orders', 'shop.people', '{address}');
SELECT erasure.use_roles('shop.people', 'ew_owner', 'ew_owner', 'ew_clerk');
SELECT erasure.soft_delete('shop.people', '{1,2,3}');
SELECT erasure.erase_now('shop.people', '{1}', 1, 'asked');
SELECT erasure.hold('shop.people', '{4}', 'court');
SELECT (erasure.permanently_delete('shop.people', '{2}', 1)).subjects;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON shop.people, shop.orders TO ew_clerk;

-- set_options
SELECT throws_ok($$SELECT erasure.set_options('shop.people', enforce => 'warn')$$, '55000', NULL, 'not while somebody is masked');
SELECT erasure.undo_permanent_delete('shop.people', '{2}');
SELECT throws_ok($$SELECT erasure.set_options('shop.people')$$, '22023', 'no option is given', 'no option');
SELECT throws_ok($$SELECT erasure.set_options('shop.people', enforce => 'maybe')$$, '22023', 'unknown enforce "maybe"', 'an unknown word');
SELECT throws_ok($$SELECT erasure.set_options('shop.people', grace => '-1 day')$$, '22023', NULL, 'no grace');
SELECT throws_ok($$SELECT erasure.set_options('shop.orders', grace => '1 day')$$, '42P17', NULL, 'no subject table');
SET ROLE ew_clerk;
SELECT throws_ok($$SELECT erasure.set_options('shop.people', enforce => 'warn')$$, '42501', NULL, 'not the owner');
SELECT throws_ok($$DELETE FROM shop.people WHERE id = 20$$, '42501', NULL, 'it enforces');
SET ROLE ew_owner;
SELECT erasure.set_options('shop.people', grace => '60 days', hide_deleted => true, enforce => 'warn');
SELECT is((SELECT count(*) FROM shop.people), 17::bigint, 'deleted ones are hidden from now on');
SELECT erasure.set_options('shop.people', hide_deleted => false);
SELECT is((SELECT count(*) FROM shop.people), 20::bigint, 'and are not any more');
RESET ROLE;
SELECT results_eq($$SELECT action, detail FROM erasure.audit_log WHERE action = 'set_options' ORDER BY id$$,
    $$VALUES ('set_options', 'grace 60 days, hide_deleted on, enforce warn'), ('set_options', 'hide_deleted off')$$, 'the audit log has it');
SELECT is((SELECT concat_ws(' ', grace, direct_delete, hide_deleted, direct_soft_delete, enforce) FROM erasure.declared_table WHERE relation = 'shop.people'::regclass), '60 days refuse f refuse warn', 'what is not named stays');
SELECT results_eq($$SELECT severity, problem, fix FROM erasure.doctor() WHERE object = 'table shop.people' AND problem ~ 'guards'$$,
    $$VALUES ('warning', 'has guards that only warn: nothing is deleted permanently from it', 'SELECT erasure.set_options(''shop.people'', enforce => ''on'');')$$, 'the doctor reminds');

-- each refusal goes through, and is told
SELECT * FROM said();
SET ROLE ew_clerk;
SELECT tells($$DELETE FROM shop.people WHERE id = 20$$, 'DELETE by role "ew_clerk": cannot delete from protected table "shop.people"', 'DELETE');
SELECT tells($$DELETE FROM shop.people WHERE id IN (17, 18, 19)$$, 'DELETE by role "ew_clerk": cannot delete from protected table "shop.people"', 'of several rows is told once');
SELECT tells($$DO 'BEGIN FOR i IN 14..16 LOOP DELETE FROM shop.people WHERE id = i; END LOOP; END'$$, 'DELETE by role "ew_clerk": cannot delete from protected table "shop.people"', 'so are several in one statement of the client');
SELECT is((SELECT count(*) FROM shop.people) || ' ' || (SELECT count(*) FROM shop.orders), '13 13', 'they are gone, and what hung on them');
SELECT tells($$UPDATE shop.people SET deleted_at = now() WHERE id IN (12, 13)$$, 'UPDATE by role "ew_clerk": cannot change the deletion time in protected table "shop.people"', 'UPDATE of the deletion time');
SELECT tells($$INSERT INTO shop.people (id, name, deleted_at) VALUES (30, 'Needle', now())$$, 'INSERT by role "ew_clerk": cannot insert a deleted subject into protected table "shop.people"', 'INSERT of a deleted one');
SELECT tells($$UPDATE shop.people SET name = 'Needle' WHERE id = 1$$, 'UPDATE by role "ew_clerk": cannot change data of a permanently deleted subject in table "shop.people"', 'UPDATE of somebody erased');
SELECT tells($$INSERT INTO shop.orders VALUES (40, 1, 'Needle'), (41, 1, 'Needle')$$, 'INSERT by role "ew_clerk": cannot add data of a permanently deleted subject to table "shop.orders"', 'INSERT of an order of theirs');
SELECT tells($$UPDATE shop.orders SET person = 1 WHERE id = 5$$, 'UPDATE by role "ew_clerk": cannot add data of a permanently deleted subject to table "shop.orders"', 'moving one there');
SELECT tells($$UPDATE shop.orders SET person = 6 WHERE id = 40$$, 'UPDATE by role "ew_clerk": cannot move data of a permanently deleted subject in table "shop.orders"', 'moving one away');
SELECT tells($$UPDATE shop.orders SET address = 'Needle' WHERE id = 4$$, 'UPDATE by role "ew_clerk": cannot change data of a subject on hold in table "shop.orders"', 'UPDATE of an order of somebody on hold');
SELECT tells($$UPDATE shop.orders SET address = 'Needle again' WHERE id IN (1, 4)$$, E'UPDATE by role "ew_clerk": cannot change data of a permanently deleted subject in table "shop.orders"\nUPDATE by role "ew_clerk": cannot change data of a subject on hold in table "shop.orders"', 'two kinds are told');
SELECT tells($$DELETE FROM shop.orders WHERE id = 4$$, 'DELETE by role "ew_clerk": cannot change data of a subject on hold in table "shop.orders"', 'DELETE of it');
SELECT tells($$UPDATE shop.orders SET size = 1; UPDATE shop.people SET size = 1; INSERT INTO shop.people (id, name) VALUES (50, 'Needle'); INSERT INTO shop.orders VALUES (50, 50, 'Needle')$$, NULL, 'what is allowed is not told');
SELECT is((SELECT string_agg(concat_ws(' ', id, person, address), ', ' ORDER BY id) FROM shop.orders WHERE id IN (1, 4, 5, 40, 41)), '1 1 Needle again, 5 1 address 5, 40 6 Needle, 41 1 Needle', 'all of it was done');
SELECT is((SELECT string_agg(concat_ws(' ', id, name, deleted_at IS NOT NULL), ', ' ORDER BY id) FROM shop.people WHERE id IN (1, 12, 30)), '1 Needle t, 12 name 12 t, 30 Needle t', 'here, too');
SET ROLE ew_owner;
SELECT tells($$TRUNCATE shop.orders$$, 'TRUNCATE by role "ew_owner": cannot truncate protected table "shop.orders"', 'TRUNCATE of a related table');
BEGIN;
SELECT tells($$TRUNCATE shop.people CASCADE$$, E'TRUNCATE by role "ew_owner": cannot truncate protected table "shop.people"\nTRUNCATE by role "ew_owner": cannot truncate protected table "shop.orders"', 'and of the subject table');
ROLLBACK;
SELECT * FROM said();
SELECT tells($$SELECT erasure.soft_delete('shop.people', '{7}')$$, NULL, 'the verbs are told nothing');
RESET ROLE;

-- erased keys, where the row has gone; partitions; a SECURITY DEFINER function
SET ROLE ew_owner;
CREATE TABLE shop.gone (id int PRIMARY KEY, name text);
CREATE TABLE shop.parts (id int PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE shop.parts_1 PARTITION OF shop.parts FOR VALUES FROM (0) TO (10);
CREATE TABLE shop.parts_2 PARTITION OF shop.parts FOR VALUES FROM (10) TO (20);
INSERT INTO shop.gone VALUES (1, 'a');
INSERT INTO shop.parts VALUES (1, 'a'), (2, 'b');
SELECT erasure.protect('shop.gone', '{name}', on_erase => 'delete');
SELECT erasure.protect('shop.parts', '{name}', enforce => 'warn');
SELECT erasure.soft_delete('shop.gone', '{1}');
SELECT erasure.erase_now('shop.gone', '{1}', 1, 'asked');
SELECT erasure.set_options('shop.gone', enforce => 'warn');
GRANT ALL ON shop.gone, shop.parts TO ew_clerk;
SELECT * FROM said();
SELECT tells($$INSERT INTO shop.gone VALUES (1, 'Needle')$$, 'INSERT by role "ew_owner": cannot insert a permanently deleted subject into protected table "shop.gone"', 'an erased key');
SELECT tells($$DELETE FROM shop.parts WHERE id = 1$$, 'DELETE by role "ew_owner": cannot delete from protected table "shop.parts"', 'DELETE from a partitioned table');
SELECT tells($$UPDATE shop.parts SET id = 12 WHERE id = 2$$, NULL, 'a move between partitions is none');
SELECT tells($$UPDATE shop.parts SET id = 3, deleted_at = now() WHERE id = 12$$, 'UPDATE by role "ew_owner": cannot change the deletion time in protected table "shop.parts"', 'but what it changes is seen');
CREATE FUNCTION shop.wipe() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM shop.parts';
SET ROLE ew_clerk;
SELECT tells($$SELECT shop.wipe()$$, 'DELETE by role "ew_clerk": cannot delete from protected table "shop.parts"', 'the role is who calls, not who owns the function');
RESET ROLE;

-- nothing is deleted permanently meanwhile
SET ROLE ew_owner;
SELECT throws_ok($$SELECT erasure.permanently_delete('shop.people', '{3}', 1)$$, '55000', 'nothing is deleted permanently from table "shop.people" yet', 'permanently_delete');
SELECT throws_ok($$SELECT erasure.confirmation('shop.people', '{3}')$$, '55000', NULL, 'confirmation');
SELECT throws_ok($$SELECT erasure.erase_now('shop.people', '{3}', 1, 'asked')$$, '55000', NULL, 'erase_now');
SELECT lives_ok($$SELECT * FROM erasure.preview('shop.people', '{3}')$$, 'but preview may show what would be');
SELECT is(erasure.soft_delete('shop.people', '{8}') + erasure.restore('shop.people', '{8}'), 2::bigint, 'and the Deleted list works');
SELECT is((SELECT string_agg(id::text, ' ' ORDER BY id) FROM shop.people_deleted), '2 3 7 12 13 30', 'with those whom the application deleted');
SELECT is(erasure.restore('shop.people', '{12}'), 1::bigint, 'who can be restored');
UPDATE shop.people SET deleted_at = NULL WHERE id = 7;
SELECT is((SELECT string_agg(key, ' ' ORDER BY key::int) FROM erasure.subjects WHERE relation = 'shop.people'::regclass AND state = 'deleted'), '2 3 13 30', 'whom it brings back is not deleted any more');
SELECT is(erasure.state('shop.people', 7), 'active', 'but active');
SELECT is(erasure.soft_delete('shop.people', '{7}'), 1::bigint, 'and can be deleted again');

-- a table of two policies: what the other one refuses is refused
CREATE TABLE shop.sellers (id int PRIMARY KEY, name text);
INSERT INTO shop.sellers VALUES (1, 'a');
ALTER TABLE shop.orders ADD COLUMN seller int REFERENCES shop.sellers;
SELECT erasure.protect('shop.sellers', '{name}');
SELECT erasure.relate('shop.orders', 'shop.sellers', '{address}');
SELECT erasure.soft_delete('shop.sellers', '{1}');
SELECT (erasure.permanently_delete('shop.sellers', '{1}', 1)).subjects;
SELECT throws_ok($$INSERT INTO shop.orders VALUES (60, 1, 'x', 1, 1)$$, '42501', NULL, 'by the policy that enforces');
SELECT lives_ok($$INSERT INTO shop.orders VALUES (60, 1, 'x', 1, NULL)$$, 'not by the one that warns');
DELETE FROM shop.orders WHERE id = 60;

-- enforcing: not before what came in is masked
INSERT INTO shop.orders VALUES (61, 1, 'Needle');
SELECT throws_ok($$SELECT erasure.set_options('shop.people', enforce => 'on')$$, '55000', 'table "shop.people" holds data of subjects that were permanently deleted', 'what came back to somebody erased');
UPDATE shop.people SET name = '*****' WHERE id = 1;
SELECT throws_ok($$SELECT erasure.set_options('shop.people', enforce => 'on')$$, '55000', 'table "shop.orders" holds data of subjects that were permanently deleted', 'in related tables, too');
UPDATE shop.orders SET address = '*****' WHERE id = 61;
SELECT lives_ok($$SELECT erasure.set_options('shop.people', enforce => 'on')$$, 'once it is masked, guards enforce');
SET ROLE ew_clerk;
SELECT throws_ok($$DELETE FROM shop.people WHERE id = 8$$, '42501', 'cannot delete from protected table "shop.people"', 'really');
SELECT throws_ok($$INSERT INTO shop.orders VALUES (62, 1, 'x')$$, '42501', NULL, 'here, too');
SELECT is((SELECT subjects FROM erasure.permanently_delete('shop.people', '{13}', 1)), 1::bigint, 'and whom the application deleted meanwhile can be deleted permanently');
SELECT cmp_ok((SELECT erase_after FROM erasure.subjects WHERE key = '13' AND relation = 'shop.people'::regclass), '>', now() + '59 days'::interval, 'with the grace period of now');
RESET ROLE;
SELECT * FROM finish();
