-- Who may ask the doctor, and what each of them sees.
BEGIN;
SELECT no_plan();
SET LOCAL client_min_messages = error;
SELECT format('CREATE ROLE %I', 'ward_' || r) FROM unnest('{owner,other,clerk,admin,guest}'::text[]) AS r \gexec
CREATE SCHEMA ward;
GRANT ALL ON SCHEMA ward TO ward_owner, ward_other;
GRANT USAGE ON SCHEMA ward TO PUBLIC;
SET search_path = ward, public;

-- One row a kind of finding: of which table, or of the server.
CREATE FUNCTION ward.seen() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(DISTINCT CASE WHEN object ~ '^(setting|role|all roles|database)' THEN 'server' WHEN object ~ '^key file' THEN 'key file'
                               WHEN object ~ '^job' THEN 'job' ELSE object END, ', ') FROM erasure.doctor() $$;

-- nothing is protected yet: a superuser is told about the server, nobody else anything
SELECT is(ward.seen(), 'key file, server');
SET ROLE ward_guest;
SELECT throws_ok('SELECT * FROM erasure.doctor()', '42501', 'role "ward_guest" may not examine any policy');

SET ROLE ward_owner;
CREATE TABLE people (id int PRIMARY KEY, name text, fax text);
SELECT erasure.protect('people', '{name}', views => false);
SET ROLE ward_other;
CREATE TABLE pupils (id int PRIMARY KEY, name text, fax text);
SELECT erasure.protect('pupils', '{name}', views => false);
SELECT is(ward.seen(), 'column ward.pupils.fax, job, key file, server', 'the owner of one table: that table, and the server');
SET ROLE ward_guest;
SELECT throws_ok('SELECT * FROM erasure.doctor()', '42501');
SET ROLE ward_owner;
SELECT erasure.allow('people', '{view_deleted,soft_delete}', 'ward_clerk');
SELECT erasure.allow('people', '{erase_now}', 'ward_admin');
SELECT is(ward.seen(), 'column ward.people.fax, job, key file, server', 'the owner sees it still, though it may not delete any more');
SET ROLE ward_clerk;
SELECT is(ward.seen(), 'column ward.people.fax, job', 'a role with any permission: that table');
SET ROLE ward_admin;
SELECT is(ward.seen(), 'column ward.people.fax, job, key file, server', 'an administrator: the server too');
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE object ~ 'key file .' OR problem ~ '\(now '), 0::bigint,
    'but neither paths nor values');
RESET ROLE;
SELECT is(ward.seen(), 'column ward.people.fax, column ward.pupils.fax, job, key file, server', 'a superuser: everything');
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE object = 'key file ' || current_setting('data_directory') || '/erasure.key'), 1::bigint, 'with paths');
SELECT ok(count(*) > 0 AND bool_and(problem ~ '\(now '), 'and values') FROM erasure.doctor() WHERE object ~ '^setting';

-- SECURITY DEFINER lends the function's owner's eyes, as with the views; inside the engine it is closed
CREATE FUNCTION ward.probe() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM * FROM erasure.doctor(); RETURN NEW; END $$;
INSERT INTO people VALUES (1, 'Ada', '030-1');
SELECT erasure.soft_delete('people', ARRAY[1]);
CREATE TRIGGER probe BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION ward.probe();
SELECT throws_ok($$SELECT erasure.restore('people', ARRAY[1])$$, '42501', 'functions of erasure cannot be called here');

-- its own search_path, whatever the caller's
SET search_path = ward, pg_catalog, public;
CREATE FUNCTION ward.array_agg(text) RETURNS text LANGUAGE sql AS $$ SELECT 'mine'::text $$;
SELECT isnt_empty('SELECT * FROM erasure.doctor()');
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE problem LIKE 'could not be examined%'), 0::bigint);

SELECT * FROM finish();
ROLLBACK;
