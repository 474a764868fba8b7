-- A key's type can bring code along: a cast to json that jsonb_build_object calls, a domain's CHECK. That code belongs to
-- the table's owner and runs as the owner, whoever calls and whatever the extension does underneath.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SELECT plan(13);

CREATE ROLE keys_owner;
CREATE ROLE keys_clerk;
CREATE SCHEMA keys AUTHORIZATION keys_owner;
GRANT USAGE ON SCHEMA keys TO PUBLIC;
SET ROLE keys_owner;
CREATE TABLE keys.seen (who name, what text);
CREATE TYPE keys.region AS ENUM ('north', 'south');
CREATE FUNCTION keys.note(what text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	-- Not every caller may write here; the owner may.
	BEGIN
		INSERT INTO keys.seen VALUES (current_user, what);
	EXCEPTION WHEN OTHERS THEN
		RAISE WARNING 'ran as %', current_user;
	END;
	RETURN true;
END $$;
CREATE FUNCTION keys.to_json(keys.region) RETURNS json LANGUAGE plpgsql AS $$
BEGIN PERFORM keys.note('cast'); RETURN pg_catalog.to_json($1::text); END $$;
CREATE CAST (keys.region AS json) WITH FUNCTION keys.to_json(keys.region);
CREATE DOMAIN keys.number AS int CHECK (keys.note('check'));
CREATE TABLE keys.people (region keys.region, id int, name text, PRIMARY KEY (region, id));
CREATE TABLE keys.letters (id int PRIMARY KEY, region keys.region, person int, body text, FOREIGN KEY (region, person) REFERENCES keys.people);
CREATE TABLE keys.members (id keys.number PRIMARY KEY, name text);
INSERT INTO keys.people VALUES ('north', 1, 'one'), ('south', 2, 'two');
INSERT INTO keys.letters VALUES (1, 'north', 1, 'dear'), (2, 'south', 2, 'dear');
INSERT INTO keys.members VALUES (7, 'seven'), (8, 'eight');
SELECT erasure.protect('keys.people', '{name}');
SELECT erasure.relate('keys.letters', 'keys.people', '{body}');
SELECT erasure.protect('keys.members', '{name}');
RESET ROLE;
SELECT erasure.allow('keys.people', '{soft_delete,restore,permanently_delete,undo,erase_now,hold,view_deleted}', 'keys_clerk');
SELECT erasure.allow('keys.members', '{soft_delete,permanently_delete,undo}', 'keys_clerk');
GRANT INSERT, UPDATE, SELECT ON keys.people, keys.letters TO keys_clerk;
TRUNCATE keys.seen;

-- The verbs, called by a superuser.
SELECT is(erasure.soft_delete('keys.people', '{"region": "north", "id": 1}'), 1::bigint);
SELECT is((SELECT subjects FROM erasure.permanently_delete('keys.people', '{"region": "north", "id": 1}', 1)), 1::bigint);
SELECT is(erasure.state('keys.people', '{"region": "north", "id": 1}'), 'masked');
SELECT is(erasure.soft_delete('keys.members', '{7}'), 1::bigint, 'a domain as a key');
SELECT cmp_ok((SELECT count(*) FROM keys.seen WHERE what = 'cast'), '>', 0::bigint, 'the cast was called');
SELECT cmp_ok((SELECT count(*) FROM keys.seen WHERE what = 'check'), '>', 0::bigint, 'the domain was checked');
SELECT results_eq('SELECT DISTINCT who FROM keys.seen', $$VALUES ('keys_owner'::name)$$, 'both as the owner');

-- The guards, met by somebody who writes: they look the subject up as the extension's owner.
TRUNCATE keys.seen;
SET ROLE keys_clerk;
SELECT throws_ok($$INSERT INTO keys.letters VALUES (3, 'north', 1, 'new')$$, '42501', NULL, 'a guard looks the key up');
SELECT throws_ok($$UPDATE keys.people SET name = 'x' WHERE id = 1$$, '42501', NULL, 'a guard of the subject too');
SELECT lives_ok($$UPDATE keys.letters SET body = 'dearest' WHERE id = 2$$, 'and one that lets pass');
RESET ROLE;
SELECT cmp_ok((SELECT count(*) FROM keys.seen), '>', 0::bigint, 'the cast was called');
SELECT results_eq('SELECT DISTINCT who FROM keys.seen', $$VALUES ('keys_owner'::name)$$, 'as the owner of the table, not of the extension');

-- The job.
UPDATE erasure.subject_state SET erase_after = now() - interval '1 second' WHERE state = 'masked';
TRUNCATE keys.seen;
CALL erasure.erase_due();
SELECT is((SELECT coalesce(string_agg(DISTINCT who, ' '), 'keys_owner') FROM keys.seen), 'keys_owner', 'the job, run by a superuser');

SELECT * FROM finish();
