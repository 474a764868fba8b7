-- The doctor on tables and columns nobody decided about, links that do not work any more, and missing indexes: found by the
-- tables' owner, and gone once the fix has run.
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
SET LOCAL client_min_messages = error;

CREATE TABLE people (id int PRIMARY KEY, name text, email text UNIQUE, "Fax No." text, age int, born date, seen date);
CREATE TABLE visits (id int PRIMARY KEY, person int REFERENCES people, page text);
CREATE INDEX ON visits (person);
INSERT INTO people VALUES (1, 'Ada', 'ada@example.com', '030-1', 40, '1985-01-01', '2026-01-01');
SELECT erasure.protect('people', '{name,email,born}');
SELECT erasure.relate('visits', 'people', '{page}');

-- columns: by type and name; those that a mask fits by default, those that need another, and none that cannot be personal
SELECT pg_temp.finds('column ward.people.Fax No.', '%nobody has decided%', 'error');
SELECT results_eq($$SELECT mask FROM erasure.policy WHERE column_name = 'Fax No.'$$, $$VALUES ('default')$$, 'declared by the fix');
ALTER TABLE people ADD COLUMN shirt text CHECK (shirt IN ('s', 'm', 'l'));
SELECT pg_temp.finds('column ward.people.shirt', '%nobody has decided%', 'error');
SELECT results_eq($$SELECT mask FROM erasure.policy WHERE column_name = 'shirt'$$, $$VALUES ('null')$$, 'declared with a mask that fits');
ALTER TABLE visits ADD COLUMN words tsvector;
SELECT pg_temp.finds('column ward.visits.words', 'holds the words of other columns%', 'error');
ALTER TABLE visits ADD COLUMN browser text;
SELECT erasure.not_personal('visits', '{browser}', 'a product');
ALTER TABLE visits ADD COLUMN pages text GENERATED ALWAYS AS (page || browser) STORED;
SELECT is(pg_temp.findings('%ward.%'), NULL, 'a column that somebody looked at is none; numbers, dates of anything and generated ones neither');

-- tables: with masks by default, with another, without a key, with two foreign keys, with nothing that could be personal
CREATE TABLE calls (id int PRIMARY KEY, person int REFERENCES people, said text, size text NOT NULL CHECK (size IN ('s', 'm', '*****')));
CREATE INDEX ON calls (person);
SELECT pg_temp.finds('table ward.calls', 'refers to ward.people%', 'error');
SELECT set_eq($$SELECT column_name, mask FROM erasure.policy WHERE relation = 'calls'::regclass$$, $$VALUES ('said'::name, 'default'), ('size', 'default')$$, 'calls declared');
CREATE TABLE sizes (id int PRIMARY KEY, person int REFERENCES people, code text CHECK (code ~ '^[0-9]$'));
CREATE INDEX ON sizes (person);
SELECT pg_temp.finds('table ward.sizes', 'refers to ward.people%', 'error');
SELECT set_eq($$SELECT column_name, mask FROM erasure.policy WHERE relation = 'sizes'::regclass$$, $$VALUES ('code'::name, 'null')$$, 'sizes declared with a mask that fits');
CREATE TABLE "Log; of" (person int REFERENCES people, note text);
CREATE INDEX ON "Log; of" (person);
SELECT pg_temp.finds('table ward."Log; of"', 'refers to ward.people%', 'error');
CREATE TABLE letters (id int PRIMARY KEY, sender int REFERENCES people, receiver int REFERENCES people, body text);
CREATE INDEX ON letters (sender);
CREATE INDEX ON letters (receiver);
SELECT pg_temp.finds('table ward.letters', 'refers to ward.people%', 'error');
ALTER TABLE letters ADD COLUMN copy_to int REFERENCES people;
CREATE INDEX ON letters (copy_to);
SELECT pg_temp.finds('table ward.people', 'table "letters" refers to "people" through a foreign key that is not declared%copy_to%', 'error');
SELECT results_eq($$SELECT path FROM erasure.policy WHERE relation = 'letters'::regclass$$,
    $$VALUES ('letters.receiver -> people.id | letters.sender -> people.id | letters.copy_to -> people.id')$$, 'letters declared by all three');
CREATE TABLE dates (id int PRIMARY KEY, person int REFERENCES people, day date);
SELECT pg_temp.finds('table ward.dates', 'refers to ward.people%', 'error');
CREATE TABLE lines (id int PRIMARY KEY, visit int REFERENCES visits, remark text);
CREATE INDEX ON lines (visit);
SELECT pg_temp.finds('table ward.lines', 'refers to ward.visits%', 'error');
SELECT is(pg_temp.findings('%ward.%'), NULL, 'all declared');

-- links
DROP INDEX visits_person_idx;
SELECT pg_temp.finds('table ward.visits', 'has no index%(person)%', 'warning');
CREATE INDEX ON visits (person) WHERE page IS NULL;
DROP INDEX visits_person_idx;
SELECT pg_temp.finds('table ward.visits', 'has no index%(person)%', 'warning');
DROP INDEX visits_person_idx, visits_person_idx1;
CREATE INDEX ON visits (page, person);
SELECT pg_temp.finds('table ward.visits', 'has no index%(person)%', 'warning');
DROP INDEX visits_person_idx;
CREATE INDEX ON visits (person, page);
SELECT is(pg_temp.findings('table ward.visits%'), NULL, 'a longer index that begins so will do');

-- a foreign key that would stop the erasure of rows
CREATE TABLE gifts (id int PRIMARY KEY, person int REFERENCES people, card text);
CREATE INDEX ON gifts (person);
CREATE TABLE ribbons (id int PRIMARY KEY, gift int REFERENCES gifts);
SELECT erasure.relate('gifts', 'people', '{card}', on_erase => 'delete');
SELECT pg_temp.finds('table ward.people', 'rows of table "gifts" could not be deleted at erasure%ribbons%', 'error', false);
ALTER TABLE ribbons DROP CONSTRAINT ribbons_gift_fkey, ADD FOREIGN KEY (gift) REFERENCES gifts ON DELETE CASCADE;
SELECT is(pg_temp.findings('%could not be deleted%'), NULL, 'nor when the foreign key has an action');

-- what was lost
ALTER TABLE gifts DROP CONSTRAINT gifts_pkey CASCADE;
SELECT pg_temp.finds('table ward.gifts', 'has lost the key that it was declared with%', 'error');
DROP TRIGGER erasure_guard_update ON lines;
ALTER TABLE lines RENAME COLUMN visit TO old_visit;
ALTER TABLE lines ADD COLUMN visit int REFERENCES visits;
ALTER TABLE lines DROP COLUMN old_visit CASCADE;
SELECT pg_temp.finds('table ward.lines', 'has lost its link to ward.visits%', 'error');
SELECT results_eq($$SELECT path FROM erasure.policy WHERE relation = 'lines'::regclass$$, $$VALUES ('lines.visit -> visits.id; visits.person -> people.id')$$, 'by the new column');
SELECT pg_temp.behind($$ALTER TABLE people DROP COLUMN deleted_at CASCADE$$);
RESET ROLE;
SELECT pg_temp.finds('table ward.people', 'has lost the column that records deletions', 'error');

SELECT is(severities, sorted, 'errors first, then warnings, then what is good to know')
FROM (SELECT array_agg(severity ORDER BY ordinality) AS severities, array_agg(severity ORDER BY array_position('{error,warning,info}', severity)) AS sorted
      FROM erasure.doctor() WITH ORDINALITY) s;
SELECT results_eq('SELECT * FROM erasure.doctor()', 'SELECT * FROM erasure.doctor()', 'the same order every time');
SELECT is(pg_temp.findings('%could not be examined%'), NULL);

SELECT * FROM finish();
ROLLBACK;
