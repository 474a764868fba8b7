-- The doctor on masks that a constraint which came later does not accept.
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

SET ROLE ward_owner;
SET search_path = ward, public;
CREATE DOMAIN short AS text;
CREATE TABLE people (id int PRIMARY KEY, name text, email text, age int, code short, vip boolean);
CREATE TABLE visits (id int PRIMARY KEY, person int REFERENCES people, page text, ip inet);
CREATE INDEX ON visits (person);
INSERT INTO people SELECT i, 'Name ' || i, i || '@example.com', 20 + i, 's' || i, true FROM generate_series(1, 3) i;
SELECT erasure.protect('people', '{name,email,age,code}');
SELECT erasure.relate('visits', 'people', '{page,ip}', on_erase => 'set_null');
SELECT is(pg_temp.findings('%ward%'), NULL, 'nothing to begin with');

ALTER TABLE people ADD CONSTRAINT adult CHECK (age > 17);
SELECT pg_temp.finds('column ward.people.age', 'its mask "default" does not fit any more: %adult%', 'error');
CREATE UNIQUE INDEX people_email ON people (email);
SELECT pg_temp.finds('column ward.people.email', 'its mask "default" does not fit any more: %people_email%', 'error');
ALTER DOMAIN short ADD CONSTRAINT no_stars CHECK (value !~ '[*]');
SELECT pg_temp.finds('column ward.people.code', 'its mask "default" does not fit any more: %', 'error');
SELECT set_eq($$SELECT column_name, mask FROM erasure.policy WHERE relation = 'people'::regclass$$,
    $$VALUES ('name'::name, 'default'), ('age', 'null'), ('email', 'unique'), ('code', 'null')$$, 'other masks, those that fit');
UPDATE people SET age = 30 WHERE age IS NULL;
ALTER TABLE people ALTER age SET NOT NULL;
SELECT pg_temp.finds('column ward.people.age', 'its mask "null" does not fit any more: It is NOT NULL.', 'error', false);
SELECT ok((SELECT fix LIKE '-- %' FROM erasure.doctor() WHERE object = 'column ward.people.age'), 'no mask fits: said, not proposed');
ALTER TABLE people ALTER age DROP NOT NULL;
SELECT is(pg_temp.findings('%ward%'), NULL);

ALTER TABLE visits ALTER page SET NOT NULL;
SELECT pg_temp.finds('table ward.visits', 'personal columns of table "visits" do not all accept NULL%page%', 'error');

-- a constraint of the table's owner runs as the owner, whoever asks
RESET ROLE;
CREATE ROLE ward_clerk;
GRANT USAGE ON SCHEMA ward TO ward_clerk;
SET ROLE ward_owner;
SELECT erasure.allow('people', '{soft_delete}', 'ward_clerk');
CREATE TABLE ran_as (role name);
CREATE FUNCTION fine(text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO ward.ran_as VALUES (current_user); RETURN $1 <> '*****'; END $$;
ALTER TABLE people ADD CONSTRAINT fine CHECK (fine(name));
TRUNCATE ran_as;
RESET ROLE;
SET ROLE ward_clerk;
SELECT pg_temp.finds('column ward.people.name', 'its mask "default" does not fit any more: %fine%', 'error', false);
RESET ROLE;
SELECT ok(count(*) > 0, 'found as well by who may only delete') FROM erasure.doctor() WHERE object = 'column ward.people.name';
SELECT is((SELECT string_agg(DISTINCT role, ', ') FROM ran_as), 'ward_owner', 'and run as the owner');
SELECT is(pg_temp.findings('%could not be examined%'), NULL);

SELECT * FROM finish();
ROLLBACK;
