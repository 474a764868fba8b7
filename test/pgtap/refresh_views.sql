-- Views that somebody dropped come back with refresh_views, with their grants; a guard is not gone for long anyway.
BEGIN;
SELECT plan(9);

CREATE TABLE guests (id int PRIMARY KEY, name varchar(20) NOT NULL);
INSERT INTO guests VALUES (1, 'One'), (2, 'Two');
CREATE ROLE views_reader;
SELECT lives_ok($$SELECT erasure.protect('guests', '{name}')$$);
SELECT lives_ok($$SELECT erasure.allow('guests', '{view_deleted}', 'views_reader')$$);
CREATE TEMP TABLE before AS SELECT tgname, tgenabled, tgtype FROM pg_trigger WHERE tgrelid = 'guests'::regclass;

SELECT lives_ok($$DROP VIEW guests_active, guests_deleted$$);
SELECT lives_ok($$DROP TRIGGER erasure_guard_update ON guests; ALTER TABLE guests ALTER name TYPE text$$);
SELECT lives_ok($$SELECT erasure.refresh_views('guests')$$);
SELECT set_eq($$SELECT tgname, tgenabled, tgtype FROM pg_trigger WHERE tgrelid = 'guests'::regclass$$, $$SELECT * FROM before$$, 'every guard is back, ALWAYS');
SELECT ok(has_table_privilege('views_reader', 'guests_deleted', 'SELECT'), 'so is the grant');
SELECT lives_ok($$SELECT erasure.soft_delete('guests', '{1}'::int[])$$, 'the owner may not any more, a superuser may');
SET ROLE views_reader;
SELECT is((SELECT string_agg(name, ' ') FROM guests_deleted), 'One');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
