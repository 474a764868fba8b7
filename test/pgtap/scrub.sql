-- Who may scrub and look, and what is refused. What a scrub does to files is in test/integration/scrub.sh.
BEGIN;
SELECT plan(18);

CREATE ROLE owns LOGIN;
CREATE ROLE other;
CREATE TABLE people (id int PRIMARY KEY, name text);
ALTER TABLE people OWNER TO owns;
GRANT CREATE ON SCHEMA public TO owns;
CREATE VIEW names AS SELECT name FROM people;
CREATE TEMP TABLE mine (id int);

-- In a transaction block: what it runs could not run there.
SELECT throws_ok($$CALL erasure.scrub('people')$$, '2D000', 'erasure.scrub cannot run inside a transaction block or function', 'not below a function');
SELECT has_function('erasure', 'verify_erasure', ARRAY['bigint']);
SELECT ok(NOT has_table_privilege('other', 'erasure.scrub_wanted', 'SELECT') AND NOT has_table_privilege('other', 'erasure.scrub_run', 'SELECT')
          AND NOT has_table_privilege('other', 'erasure.scrubbed_file', 'SELECT, INSERT, UPDATE, DELETE'), 'its tables are nobody''s');

SET ROLE other;
SELECT throws_ok('SELECT * FROM erasure.verify_erasure(1)', '42501', 'permission denied to verify an erasure', 'looking needs what the audit log needs');
SELECT throws_ok('SELECT * FROM erasure.wal_residue()', '42501', 'permission denied to look at the WAL', 'at the WAL as well');
SELECT is_empty('SELECT * FROM erasure.scrubs', 'nothing is shown to others');
SELECT throws_ok($$SET erasure.scrub_after_erasure = off$$, '42501', NULL, 'only a superuser switches it off');
SELECT throws_ok($$SET erasure.scrub_wait = '1d'$$, '42501', NULL, 'or has others wait');
SELECT throws_ok($$SET erasure.scrub_wal_rounds = 10$$, '42501', NULL, 'or fills WAL');
RESET ROLE;

SET ROLE owns;
SELECT lives_ok($$SELECT erasure.protect('people', '{name}')$$);
RESET ROLE;
INSERT INTO people VALUES (1, 'Ann'), (2, 'Bob');
SELECT throws_ok('SELECT * FROM erasure.verify_erasure(4711)', 'P0002', 'request 4711 does not exist', 'no such request');
SELECT throws_ok('SELECT * FROM erasure.verify_erasure(NULL)', '22023', NULL, 'no request');
SELECT erasure.soft_delete('people', ARRAY[1, 2]);
CREATE TEMP TABLE done AS SELECT * FROM erasure.permanently_delete('people', ARRAY[1], 1);
SELECT throws_ok(format('SELECT * FROM erasure.verify_erasure(%s)', (SELECT request FROM done)), '55000', NULL, 'not erased yet');
SELECT is((SELECT count(*) FROM erasure.scrub_wanted), 0::bigint, 'masking alone wants no scrub: it can be undone');
SELECT erasure.erase_now('people', ARRAY[2], 1, 'asked for');
SELECT set_eq($$SELECT relation_oid::regclass::text || ' ' || transaction FROM erasure.scrub_wanted$$, ARRAY['people ' || pg_current_xact_id(), 'erasure.vault_key ' || pg_current_xact_id()], 'an erasure does, in its own transaction');
SELECT isnt_empty($$SELECT * FROM erasure.verify_erasure((SELECT max(request) FROM erasure.requests)) WHERE NOT passed AND relation = 'people'::regclass AND "check" = 'scrubbed'$$,
                  'until then it does not pass');
SELECT is((SELECT count(*) FROM erasure.wal_residue() WHERE gone), 0::bigint, 'the WAL still has it');
SELECT is((SELECT held_by FROM erasure.wal_residue()), 'its tables are not scrubbed yet', 'because it is not scrubbed');
SELECT * FROM finish();
ROLLBACK;
