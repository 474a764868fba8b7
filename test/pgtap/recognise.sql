-- Who was erased and is about to be imported again: recognised by chosen columns, whatever their case and spaces, from the
-- moment of the deletion until the tombstone goes; and by nobody who may not.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(48);

CREATE TABLE people (id int PRIMARY KEY, email text, born date, name text, city text);
INSERT INTO people VALUES (1, ' Ada@Example.com', '1980-01-02', 'Ada', 'Rome'), (2, 'bob@example.com', NULL, 'Bob', 'Rome'), (3, NULL, '1980-01-02', 'Cem', 'Rome'),
	(4, '', NULL, 'Dan', 'Rome'), (5, 'eva@example.com', NULL, 'Eva', 'Rome'), (6, 'ADA@example.com ', NULL, 'Ada the other', 'Rome');
SELECT erasure.protect('people', '{email,born,name}');
SELECT erasure.not_personal('people', '{city}', 'it is where we are');
CREATE ROLE clerk;
CREATE ROLE stranger;
GRANT SELECT ON people TO stranger;
SELECT erasure.use_roles('people', administrator => 'clerk', sales_manager => 'clerk', sales_team => 'clerk');
CREATE FUNCTION met(person jsonb) RETURNS text LANGUAGE sql AS $$ SELECT string_agg(concat_ws(' ', key, state, columns), ', ' ORDER BY key) FROM erasure.recognise('people', person) $$;

-- Choosing.
SELECT throws_ok($$SELECT erasure.recognise('people', '{"email": "x"}')$$, '42P17', NULL, 'nothing chosen yet');
SELECT throws_ok($$SELECT erasure.recognise_by('people', '{email,city}')$$, '22023', NULL, 'a column that is not personal');
SELECT throws_ok($$SELECT erasure.recognise_by('people', '{email,none}')$$, '22023', NULL, 'a column that is none');
SELECT throws_ok($$SELECT erasure.recognise_by('people', NULL)$$, '22023', NULL, 'null');
SELECT throws_ok($$SELECT erasure.recognise_by('pg_class', '{relname}')$$, '42P17', NULL, 'a table that is not protected');
SET ROLE clerk;
SELECT throws_ok($$SELECT erasure.recognise_by('people', '{email}')$$, '42501', NULL, 'who is not the owner');
RESET ROLE;
SELECT lives_ok($$SELECT erasure.recognise_by('people', '{email,born}')$$, 'the owner');
SELECT is((SELECT detail FROM erasure.audit_log WHERE action = 'recognise_by'), 'email, born', 'which stands in the audit log');

-- From the deletion on.
SELECT is(met('{"email": "ada@example.com"}'), NULL, 'nobody is gone yet');
SELECT erasure.soft_delete('people', '{1,2,3,4}'::int[]);
SELECT is(met('{"email": "ada@example.com"}'), NULL, 'nor by a soft delete');
SELECT erasure.permanently_delete('people', '{1,3,4}'::int[], 3);
SELECT is(met('{"email": "ada@example.com"}'), '1 masked {email}', 'masked');
SELECT is(met(format('{"email": "%s"}', spelled)::jsonb), '1 masked {email}', 'spelled ' || spelled) FROM unnest('{ADA@EXAMPLE.COM,"  Ada@example.com  "}'::text[]) spelled;
SELECT is(met('{"email": "eva@example.com"}'), NULL, 'somebody who is there');
SELECT is(met('{"born": "1980-01-02"}'), '1 masked {born}, 3 masked {born}', 'two who share a value');
SELECT is(met('{"born": "1980-01-02", "email": "ada@example.com"}'), '1 masked {born,email}, 3 masked {born}', 'by two columns');
SELECT is(met('{"born": "2 January 1980"}'), '1 masked {born}, 3 masked {born}', 'a date however it is written');
SELECT is(met(person::jsonb), NULL, 'nobody by ' || person) FROM unnest(ARRAY['{}', '{"email": null}', '{"email": ""}', '{"email": " "}', '{"name": "Ada"}', '{"email": "*****"}', '{"born": null, "email": "x"}']) person;
SELECT throws_ok(format('SELECT erasure.recognise(%L, %L)', 'people', person), '22023', NULL, 'not ' || coalesce(person, 'null')) FROM unnest(ARRAY['[]', '"ada@example.com"', '1', '{"born": "Needle"}', NULL]) person;

-- Hashes, under a key that the database's alone does not open.
SELECT is_empty($$SELECT FROM erasure.recognised r, unnest('{ada@example.com, Ada@Example.com,1980-01-02}'::text[]) v
	WHERE position(convert_to(v, 'UTF8') IN value_hash) > 0 OR value_hash IN (sha256(convert_to(v, 'UTF8')), convert_to(md5(v), 'UTF8'), decode(md5(v), 'hex'))$$, 'no value is there, nor a hash that could be guessed without the key');
SELECT is((SELECT count(*) FROM erasure.recognised), 3::bigint, 'one for each value that says something');
SELECT is((SELECT count(DISTINCT value_hash) FROM erasure.recognised), 2::bigint, 'equal ones where the values are');

-- Who may.
SET ROLE stranger;
SELECT throws_ok($$SELECT erasure.recognise('people', '{"email": "ada@example.com"}')$$, '42501', NULL, 'a stranger may not ask');
SELECT throws_ok($$SELECT * FROM erasure.recognised$$, '42501', NULL, 'nor look');
SET ROLE clerk;
SELECT is(met('{"email": "ada@example.com"}'), '1 masked {email}', 'who sees the Deleted list may ask');
RESET ROLE;

-- Undo forgets; columns may be renamed; erasure keeps.
SELECT erasure.undo_permanent_delete('people', '{3}'::int[]);
SELECT is(met('{"born": "1980-01-02"}'), '1 masked {born}', 'who is back is not gone');
ALTER TABLE people RENAME email TO mail;
SELECT is(met('{"mail": "ada@example.com", "email": "bob@example.com"}'), '1 masked {mail}', 'the column has another name now');
SELECT erasure.erase_now('people', '{1,2}'::int[], 2, 'asked');
SELECT is(met('{"mail": "ada@example.com"}') || '; ' || met('{"mail": "bob@example.com"}'), '1 erased {mail}; 2 erased {mail}', 'erased: of a former mask, and at once');
SELECT erasure.recognise_by('people', '{mail}');
SELECT is((SELECT count(*) FROM erasure.recognised), 2::bigint, 'a column that is not chosen any more leaves nothing');
SELECT is(met('{"mail": "ada@example.com", "born": "1980-01-02"}'), '1 erased {mail}', 'nor is asked for');
SELECT erasure.soft_delete('people', '{6}'::int[]);
SELECT erasure.permanently_delete('people', '{6}'::int[], 1);
SELECT is(met('{"mail": "ada@example.com"}'), '1 erased {mail}, 6 masked {mail}', 'two records of one address');

-- As long as tombstones are kept.
SELECT is(current_setting('erasure.tombstone_retention'), '0', 'for ever');
CALL erasure.erase_due();
SET erasure.tombstone_retention = '1d';
UPDATE erasure.tombstone SET erased_at = erased_at - interval '25 hours' WHERE key = '1';
CALL erasure.erase_due();
SELECT is((SELECT string_agg(key, ',' ORDER BY key) FROM erasure.tombstones WHERE state = 'erased'), '2', 'the old tombstone is gone');
SELECT is(met('{"mail": "ada@example.com"}') || '; ' || met('{"mail": "bob@example.com"}'), '6 masked {mail}; 2 erased {mail}', 'and with it by what its person was recognised');
SELECT is(erasure.state('people', 1), 'erased', 'who is erased all the same');
SELECT throws_ok($$UPDATE people SET name = 'New' WHERE id = 1$$, '42501', NULL, 'and stays masked');
SET ROLE clerk;
SELECT throws_ok($$SET erasure.tombstone_retention = '1min'$$, '42501', NULL, 'superusers decide how long');
RESET ROLE;
SELECT erasure.recognise_by('people', '{}');
SELECT is((SELECT count(*) FROM erasure.recognised), 0::bigint, 'chosen no more, nothing is kept');
SELECT * FROM finish();
