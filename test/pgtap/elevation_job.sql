-- Elevation: nobody's code keeps the job from other people's subjects, whatever it raises and however long it takes.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE evil;
CREATE ROLE shop_owner;
GRANT CREATE ON DATABASE :"DBNAME" TO evil, shop_owner;
SET ROLE evil;
CREATE SCHEMA lair;
CREATE FUNCTION lair.fail() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE how text := current_setting('lair.how', true);
BEGIN
	IF how = 'sleep' THEN PERFORM pg_sleep(600);
	ELSIF how = 'loop' THEN LOOP END LOOP;
	ELSIF how = 'cancel' THEN PERFORM pg_cancel_backend(pg_backend_pid()), pg_terminate_backend(pg_backend_pid());
	ELSIF how <> '' THEN RAISE EXCEPTION 'no' USING ERRCODE = how;
	END IF;
	RETURN coalesce(NEW, OLD);
END $$;
-- Two tables, both before the others' in the order of their declaration.
CREATE TABLE lair.one (id int PRIMARY KEY, name text);
CREATE TABLE lair.two (id int PRIMARY KEY, name text);
INSERT INTO lair.one VALUES (1, 'a');
INSERT INTO lair.two VALUES (1, 'a');
SELECT erasure.protect('lair.one', '{name}', grace => '1 second', on_erase => 'delete'), erasure.protect('lair.two', '{name}', grace => '1 second', on_erase => 'delete');
CREATE TRIGGER fail BEFORE DELETE ON lair.one FOR EACH ROW EXECUTE FUNCTION lair.fail();
CREATE TRIGGER fail BEFORE DELETE ON lair.two FOR EACH ROW EXECUTE FUNCTION lair.fail();
SELECT erasure.ignore_trigger('lair.one', 'fail', 'harmless'), erasure.ignore_trigger('lair.two', 'fail', 'harmless');
SELECT erasure.soft_delete('lair.one', '1'), erasure.soft_delete('lair.two', '1');
SELECT a.subjects, b.subjects FROM erasure.permanently_delete('lair.one', '1', 1) a, erasure.permanently_delete('lair.two', '1', 1) b;
SET ROLE shop_owner;
CREATE SCHEMA shop;
CREATE TABLE shop.customers (id int PRIMARY KEY, name text);
INSERT INTO shop.customers SELECT g, 'name ' || g FROM generate_series(1, 20) g;
SELECT erasure.protect('shop.customers', '{name}', grace => '1 second', on_erase => 'delete');
RESET ROLE;
SELECT erasure.soft_delete('shop.customers', ARRAY(SELECT generate_series(1, 20)));
SELECT pg_sleep(1.1);

-- The one of this number becomes due, and evil's again if the job had set them aside.
CREATE FUNCTION due(id int) RETURNS void LANGUAGE sql AS $$
	SELECT FROM erasure.permanently_delete('shop.customers', ARRAY[id], 1);
	UPDATE erasure.subject_state SET erase_after = now() WHERE key = id::text;
	UPDATE erasure.subject_state SET retry_at = NULL, attempts = 0 $$;
CREATE FUNCTION states(id int) RETURNS text LANGUAGE sql AS $$ SELECT erasure.state('lair.one', 1) || ' ' || erasure.state('lair.two', 1) || ' ' || erasure.state('shop.customers', id) $$;
\set ON_ERROR_STOP 0
\set VERBOSITY sqlstate
-- Numbers that tell of a cancellation, a shutdown, no memory, a crash, a conflict, corruption.
SELECT format('SELECT due(%s)', n), format('SET lair.how = %L', code), 'CALL erasure.erase_due()', 'RESET lair.how', format('SELECT is(states(%s), ''masked masked erased'', %L)', n, 'code that raises ' || code),
	format('SELECT is((SELECT set_aside FROM erasure.status), 2::bigint, %L)', code || ' is seen in the status')
	FROM unnest('{57014,57P01,57P02,53200,53000,40001,40P01,XX000,XX001,58030,ZZ999,cancel}'::text[]) WITH ORDINALITY t(code, n) \gexec

-- Code that takes for ever: whatever ends the run, the next one begins with the next table.
CREATE FUNCTION not_done(id int) RETURNS text LANGUAGE sql AS $$ SELECT states(id) || CASE WHEN last_finished IS NULL OR last_finished < last_run THEN ', not finished' ELSE '' END FROM erasure.status $$;
SELECT due(15);
SET statement_timeout = '700ms';
SET lair.how = 'sleep';
CALL erasure.erase_due();
\set first :SQLSTATE
CALL erasure.erase_due();
\set second :SQLSTATE
CALL erasure.erase_due();
\set third :SQLSTATE
RESET statement_timeout;
SELECT is(:'first' || :'second' || :'third', '570145701457014', 'a timeout ends each run');
SELECT is(not_done(15), 'masked masked erased, not finished', 'others had their turn, with two tables in the way');
SELECT due(16);
SET lair.how = 'loop';
SET statement_timeout = '700ms';
CALL erasure.erase_due();
CALL erasure.erase_due();
CALL erasure.erase_due();
RESET statement_timeout;
RESET lair.how;
SELECT is(not_done(16), 'masked masked erased, not finished', 'and again');
CALL erasure.erase_due();
SELECT is(not_done(16), 'erased erased erased', 'the job comes to its end when it can');
SELECT is((SELECT job_subject FROM erasure.installation), NULL, 'and begins at the beginning the next time');

SELECT * FROM finish();
