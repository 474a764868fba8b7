-- PostgreSQL prints the failing row in DETAIL, with the columns that the table's owner may read. The engine works as
-- that owner, for callers who may read nothing; so it must not be printed.
BEGIN;
SELECT plan(12);

CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, note text);
INSERT INTO people VALUES (1, 'Ada Needle', 'ada@needle.example', 'needle one'), (2, 'Bob Needle', 'bob@needle.example', 'needle two'),
                          (3, 'Cid Needle', 'cid@needle.example', 'needle three');
CREATE ROLE errors_clerk;
SELECT lives_ok($$SELECT erasure.protect('people', '{name,email,note}')$$);
SELECT lives_ok($$SELECT erasure.allow('people', '{soft_delete,permanently_delete,undo,erase_now}', 'errors_clerk')$$);

CREATE FUNCTION error_of(statement text, OUT state text, OUT shown text) LANGUAGE plpgsql AS $$
DECLARE m text; d text; h text; c text;
BEGIN
    EXECUTE statement;
    state := 'none';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT, c = PG_EXCEPTION_CONTEXT;
    shown := concat_ws(' ', m, d, h, c);
END $$;
GRANT EXECUTE ON FUNCTION error_of TO errors_clerk;

ALTER TABLE people ADD CONSTRAINT stays CHECK (deleted_at IS NULL OR id <> 1);
ALTER TABLE people ADD CONSTRAINT named CHECK (id <> 2 OR name <> '*****');
SET ROLE errors_clerk;

SELECT is(state, '23514', 'soft_delete meets a CHECK') FROM error_of($$SELECT erasure.soft_delete('people', '{1}'::int[])$$);
SELECT unalike(shown, '%needle%', 'and shows no row of it') FROM error_of($$SELECT lower(erasure.soft_delete('people', '{1}'::int[])::text)$$);
SELECT is(erasure.soft_delete('people', '{2,3}'::int[]), 2::bigint);
SELECT is(state, '23514', 'masking meets a CHECK') FROM error_of($$SELECT erasure.permanently_delete('people', '{2}'::int[], 1)$$);
SELECT ok(shown !~* 'needle' AND shown LIKE '%not shown%', 'and shows no row of it') FROM error_of($$SELECT erasure.permanently_delete('people', '{2}'::int[], 1)$$);
SELECT is(erasure.state('people', 2), 'deleted', 'the subject is where it was');

SELECT is(subjects, 1::bigint) FROM erasure.permanently_delete('people', '{3}'::int[], 1);
RESET ROLE;
INSERT INTO people VALUES (4, 'Dan Needle', 'cid@needle.example', 'needle four');
SET ROLE errors_clerk;
SELECT is(state, '23505', 'undo finds a unique value taken') FROM error_of($$SELECT erasure.undo_permanent_delete('people', '{3}'::int[])$$);
SELECT ok(shown !~* 'needle' AND shown LIKE '%"4"%', 'and names the row in the way, not the value') FROM error_of($$SELECT erasure.undo_permanent_delete('people', '{3}'::int[])$$);
SELECT is(erasure.state('people', 3), 'masked', 'the subject is where it was');
RESET ROLE;

SELECT * FROM finish();
ROLLBACK;
