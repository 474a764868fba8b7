-- Rows that only a value ties to persons, such as an e-mail address: masked with the last who holds the value, and no new
-- row brings it back.
BEGIN;
SELECT plan(108);
SET client_min_messages = error;
CREATE EXTENSION IF NOT EXISTS citext;

CREATE TABLE customers (id int PRIMARY KEY, name text, email text);
CREATE TABLE newsletter (id int PRIMARY KEY, email text, topic text);
CREATE TABLE clicks (id int PRIMARY KEY, letter int REFERENCES newsletter, address text);
INSERT INTO customers VALUES (1, 'Ann', 'ann@x.org'), (2, 'Bob', 'shared@x.org'), (3, 'Cid', 'shared@x.org'), (4, 'Dan', ''), (5, 'Eve', NULL), (6, 'Fay', 'fay@x.org'), (7, 'Gus', 'Gus@x.org');
INSERT INTO newsletter VALUES (1, 'ann@x.org', 'tea'), (2, 'ann@x.org', 'coffee'), (3, 'shared@x.org', 'milk'), (4, '', 'nobody''s'), (5, NULL, 'nobody''s'), (6, 'else@x.org', 'else''s'), (7, 'gus@x.org', 'Gus''s in small letters');
INSERT INTO clicks VALUES (1, 1, '10.0.0.1'), (3, 3, '10.0.0.3'), (6, 6, '10.0.0.6');
SELECT erasure.protect('customers', '{name,email}');
SELECT throws_ok($$SELECT erasure.relate('newsletter', 'customers', '{email}', columns => '{topic}', parent_columns => '{id}')$$, '42P17', NULL, 'what cannot be compared links nothing');
SELECT throws_ok($$SELECT erasure.relate('newsletter', 'customers', '{email}', columns => '{email}', parent_columns => '{email}', match => 'alike')$$, '22023');
SELECT lives_ok($$SELECT erasure.relate('newsletter', 'customers', '{email}', columns => '{email}', parent_columns => '{email}')$$, 'no foreign key, and several customers may have the address');
SELECT throws_ok($$SELECT erasure.relate('newsletter', 'customers', '{email}', columns => '{email}', parent_columns => '{email}')$$, '42710');
SELECT lives_ok($$SELECT erasure.relate('clicks', 'newsletter', '{address}')$$, 'and tables hang on it');
SELECT is((SELECT string_agg(DISTINCT path, '') FROM erasure.policy WHERE relation = 'newsletter'::regclass), 'newsletter.email = customers.email');
SELECT alike(erasure.diagram('customers'), '%by value: email = email%');
SELECT throws_like($$SELECT * FROM erasure.preview('customers', ARRAY[1])$$, '%does not cover 1 column%', 'other columns have to be decided as anywhere');
SELECT erasure.add_personal('newsletter', '{topic}');
SELECT results_eq($$SELECT relation::text, row_count, shared FROM erasure.preview('customers', ARRAY[1, 2, 4, 5])$$,
                  $$VALUES ('customers', 4::bigint, 0::bigint), ('newsletter', 2, 1), ('clicks', 1, 0)$$, 'one is another customer''s too; an empty address is nobody''s');
CREATE FUNCTION letter(int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN ( SELECT email || ' ' || topic || coalesce(' ' || (SELECT address FROM clicks WHERE letter = n.id), '') FROM newsletter n WHERE id = $1); END $$;
CREATE FUNCTION gone(VARIADIC int[]) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.soft_delete('customers', $1); SELECT rows_masked FROM erasure.permanently_delete('customers', $1, cardinality($1)) $$;
CREATE FUNCTION back(VARIADIC int[]) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.undo_permanent_delete('customers', $1) $$;
CREATE FUNCTION insert_letter(text) RETURNS void LANGUAGE sql AS $$ INSERT INTO newsletter SELECT max(id) + 1, $1, 'new' FROM newsletter $$;

-- Alone.
SELECT is((SELECT jsonb_array_length(t -> 'rows') FROM jsonb_array_elements(erasure.export('customers', 1) -> 'tables') t WHERE t ->> 'table' = 'public.newsletter'), 2, 'a person is told of them');
SELECT is(gone(1), 4::bigint);
SELECT is(letter(1), '***** ***** *****');
SELECT is(letter(2), '***** *****');
SELECT is(letter(6), 'else@x.org else''s 10.0.0.6', 'whose address is another''s stays');
SELECT is(letter(4), ' nobody''s');
SELECT throws_ok($$SELECT insert_letter('ann@x.org')$$, '42501', NULL, 'no new row brings the address back');
SELECT throws_ok($$UPDATE newsletter SET email = 'ann@x.org' WHERE id = 6$$, '42501', NULL, 'nor a row that was another''s');
SELECT throws_ok($$UPDATE newsletter SET topic = 'x' WHERE id = 1$$, '42501', NULL, 'what is masked is guarded, though no value tells whose it is');
SELECT throws_ok($$UPDATE clicks SET address = 'x' WHERE id = 1$$, '42501', NULL, 'so is what hangs on it');
SELECT throws_ok($$INSERT INTO clicks VALUES (10, 1, 'x')$$, '42501');
SELECT lives_ok($$SELECT insert_letter('Ann@x.org')$$, 'another text is another value');
SELECT lives_ok($$SELECT insert_letter('*****'), insert_letter(''), insert_letter(NULL)$$, 'a mask and no value are nobody''s');
SELECT is((SELECT count(*) FROM newsletter n JOIN erasure.value_row v ON v.row_key = ARRAY[n.id::text]), 2::bigint);
SELECT is((SELECT count(*) FROM erasure.link_value), 1::bigint);
SELECT is((SELECT count(*) FROM erasure.link_value v WHERE strpos(v::text, encode('ann@x.org', 'hex')) > 0 OR value_hash IN (sha256('ann@x.org'), sha256('9:ann@x.org'))), 0::bigint, 'kept as a keyed hash');
SELECT is(back(1), 1::bigint);
SELECT is(letter(1), 'ann@x.org tea 10.0.0.1');
SELECT is(letter(2), 'ann@x.org coffee');
SELECT is((SELECT count(*) FROM erasure.value_row) + (SELECT count(*) FROM erasure.link_value), 0::bigint, 'nothing is remembered of whom is back');
SELECT lives_ok($$SELECT insert_letter('ann@x.org')$$);
SELECT is((SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.vault_key), 0::bigint);

-- Two customers with one address.
SELECT is(gone(2), 1::bigint);
SELECT is(letter(3), 'shared@x.org milk 10.0.0.3', 'the other one needs it');
SELECT is((SELECT detail FROM erasure.audit_entry WHERE action = 'permanently_delete' ORDER BY id DESC LIMIT 1), '1 shared rows left');
SELECT lives_ok($$UPDATE newsletter SET topic = 'cream' WHERE id = 3$$, 'and may change it');
SELECT lives_ok($$SELECT insert_letter('shared@x.org')$$, 'or add one');
SELECT is(gone(3), 4::bigint, 'it goes with the last');
SELECT is(letter(3), '***** ***** *****');
SELECT throws_ok($$SELECT insert_letter('shared@x.org')$$, '42501');
SELECT is(back(2), 1::bigint);
SELECT is(letter(3), 'shared@x.org cream 10.0.0.3', 'and comes back with the first who returns, whoever took it');
SELECT lives_ok($$UPDATE newsletter SET topic = 'whey' WHERE id = 3$$);
SELECT is(back(3), 1::bigint);
SELECT is(letter(3), 'shared@x.org whey 10.0.0.3', 'whoever returns later brings nothing that is out of date');
SELECT is((SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.vault_key), 0::bigint);
SELECT erasure.restore('customers', ARRAY[1, 2, 3]);

-- Whoever still had the address gives it up: the job masks what was left, and it can be undone.
SELECT is(gone(2), 1::bigint);
UPDATE customers SET email = 'cid@x.org' WHERE id = 3;
SELECT is((SELECT count(*) FROM erasure.left_row), 2::bigint);
COMMIT;
CALL erasure.erase_due();
BEGIN;
SELECT is(letter(3), '***** ***** *****');
SELECT is((SELECT count(*) FROM erasure.left_row), 0::bigint);
SELECT is(back(2), 1::bigint);
SELECT is(letter(3), 'shared@x.org whey 10.0.0.3');
SELECT erasure.restore('customers', ARRAY[2]);

-- Both in one call; one is erased, the other undone.
UPDATE customers SET email = 'shared@x.org' WHERE id = 3;
SELECT is(gone(2, 3), 5::bigint, 'masked once');
SELECT is(erasure.erase_now('customers', ARRAY[2], 1, 'asked for'), 1::bigint);
SELECT is(letter(3), '***** ***** *****');
SELECT throws_ok($$SELECT insert_letter('shared@x.org')$$, '42501');
SELECT is(back(3), 1::bigint);
SELECT is(letter(3), 'shared@x.org whey 10.0.0.3', 'the erased one takes nothing along that the other needs');
SELECT lives_ok($$SELECT insert_letter('shared@x.org')$$);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[3], 1)), 5::bigint);
SELECT is(erasure.erase_now('customers', ARRAY[3], 1, 'asked for'), 1::bigint);
SELECT throws_ok($$SELECT insert_letter('shared@x.org')$$, '42501', NULL, 'an erased person''s address stays away');
SELECT throws_ok($$UPDATE newsletter SET topic = 'x' WHERE id = 3$$, '42501');
SELECT lives_ok($$INSERT INTO customers VALUES (30, 'New', 'shared@x.org')$$, 'until somebody new has it');
SELECT lives_ok($$SELECT insert_letter('shared@x.org')$$);
SELECT is(gone(30), 2::bigint);
SELECT throws_ok($$SELECT insert_letter('shared@x.org')$$, '42501');
SELECT is(letter(3), '***** ***** *****');

-- Declared late.
SELECT is(back(30), 1::bigint);
SELECT throws_ok($$SELECT erasure.unrelate('newsletter', 'customers')$$, '42P17', NULL, 'clicks hang on it');
SELECT lives_ok($$SELECT erasure.unrelate('clicks', 'newsletter'); SELECT erasure.unrelate('newsletter', 'customers')$$);
SELECT is((SELECT count(*) FROM erasure.value_row) + (SELECT count(*) FROM erasure.link_value), 0::bigint);
SELECT is(gone(6), 1::bigint);
SELECT throws_ok($$SELECT erasure.relate('newsletter', 'customers', '{email}', columns => '{email}', parent_columns => '{email}')$$, '55000', NULL, 'what a masked person''s address was is not known any more');
SELECT is(back(6), 1::bigint);

-- Case, at will and by type; rows that go with the erasure.
SELECT lives_ok($$SELECT erasure.relate('newsletter', 'customers', '{email,topic}', columns => '{email}', parent_columns => '{email}', on_erase => 'delete', match => 'case_insensitive')$$);
DROP TABLE clicks CASCADE;
CREATE OR REPLACE FUNCTION letter(int) RETURNS text LANGUAGE sql AS $$ SELECT email || ' ' || topic FROM newsletter n WHERE id = $1 $$;
SELECT alike(erasure.diagram('customers'), '%by value: email = email, ignoring case%');
SELECT is(gone(7), 2::bigint);
SELECT throws_ok($$SELECT insert_letter('GUS@x.ORG')$$, '42501');
SELECT is(erasure.erase_now('customers', ARRAY[7], 1, 'asked for'), 1::bigint);
SELECT is(letter(7), NULL, 'deleted with the erasure');
SELECT throws_ok($$SELECT insert_letter('gus@X.org')$$, '42501');
INSERT INTO customers VALUES (40, 'Hal', 'hal@x.org'), (41, 'Ida', 'HAL@x.org');
INSERT INTO newsletter VALUES (100, 'Hal@x.org', 'both''s');
SELECT is(gone(40, 41), 3::bigint);
SELECT is(erasure.erase_now('customers', ARRAY[40], 1, 'asked for'), 1::bigint);
SELECT is(back(41), 1::bigint);
SELECT is(letter(100), 'Hal@x.org both''s', 'not deleted while another can be undone');
CREATE FUNCTION explain(text) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN ' || $1; END $$;
CREATE TABLE people (id int PRIMARY KEY, mail citext, tenant int);
CREATE TABLE mails (tenant int, mail text, id int PRIMARY KEY, body text);
CREATE TABLE contacts (id int PRIMARY KEY, person int REFERENCES people, phone varchar(20), code numeric);
CREATE TABLE calls (id int PRIMARY KEY, phone char(20), code numeric, kind text, minutes int);
INSERT INTO people VALUES (1, 'A@x', 1), (2, 'b@x', 1);
INSERT INTO mails VALUES (1, 'a@X', 1, 'hers'), (2, 'a@x', 2, 'another tenant''s');
INSERT INTO contacts VALUES (1, 1, '+1'), (2, NULL, '+2'), (3, 2, '+3');
INSERT INTO calls VALUES (1, '+1', 1, 'private'), (2, '+1', 2, 'office'), (3, '+2', 3, 'private');
SELECT erasure.protect('people', '{mail}');
SELECT lives_ok($$SELECT erasure.relate('mails', 'people', '{mail,body}', columns => '{tenant,mail}', parent_columns => '{tenant,mail}')$$, 'of several columns; citext ignores case');
SELECT erasure.relate('contacts', 'people', '{phone}');
SELECT throws_ok($$SELECT erasure.relate('calls', 'contacts', '{code}', columns => '{code}', parent_columns => '{code}')$$, '42P17', NULL, '1.0 and 1.00 are equal and differ');
SELECT lives_ok($$SELECT erasure.relate('calls', 'contacts', '{phone}', columns => '{phone}', parent_columns => '{phone}', condition => 'kind = ''private''')$$, 'under a related table, and under a condition');
SELECT erasure.not_personal('calls', '{kind}', 'a word');
SELECT erasure.soft_delete('people', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('people', ARRAY[1], 1)), 4::bigint);
SELECT is((SELECT string_agg(mail, ' ' ORDER BY id) FROM mails), '***** a@x');
SELECT is((SELECT string_agg(btrim(phone), ' ' ORDER BY id) FROM calls), '***** +1 +2');
SELECT throws_ok($$INSERT INTO mails VALUES (1, 'a@x', 3, '')$$, '42501');
CREATE ROLE value_links_writer;
GRANT INSERT, SELECT, UPDATE ON mails TO value_links_writer;
SET LOCAL ROLE value_links_writer;
SELECT throws_like($$INSERT INTO mails VALUES (1, 'A@x', 3, '')$$, '%permanently deleted%', 'whoever writes');
SELECT throws_like($$UPDATE mails SET tenant = 1 WHERE id = 2$$, '%permanently deleted%');
SELECT lives_ok($$INSERT INTO mails VALUES (1, 'z@x', 4, '')$$);
RESET ROLE;
DELETE FROM mails WHERE id = 4;
REVOKE ALL ON mails FROM value_links_writer;
DROP ROLE value_links_writer;
SELECT lives_ok($$INSERT INTO mails VALUES (2, 'A@x', 3, '')$$);
SELECT throws_ok($$INSERT INTO calls VALUES (4, '+1', 1, 'private')$$, '42501');
SELECT lives_ok($$INSERT INTO calls VALUES (5, '+1', 1, 'office')$$);
SELECT throws_ok($$UPDATE calls SET kind = 'private' WHERE id = 5$$, '42501');
SELECT is(erasure.undo_permanent_delete('people', ARRAY[1]), 1::bigint);
SELECT is((SELECT string_agg(btrim(phone), ' ' ORDER BY id) FROM calls), '+1 +1 +2 +1');
-- What the doctor wants to be found quickly, in the form in which it is looked up.
CREATE FUNCTION unindexed(text) RETURNS text LANGUAGE sql AS $$ SELECT string_agg(fix, ' ' ORDER BY fix) FROM erasure.doctor() WHERE object = 'table public.' || $1 AND problem LIKE 'has no index%' $$;
SELECT is(unindexed('newsletter'), 'CREATE INDEX ON public.newsletter (lower(email));');
SELECT is(unindexed('customers'), 'CREATE INDEX ON public.customers (lower(email));');
SELECT is(unindexed('mails'), 'CREATE INDEX ON public.mails (lower(tenant::text), lower(mail));');
SELECT is(unindexed('calls'), 'CREATE INDEX ON public.calls (phone);');
CREATE INDEX ON newsletter (lower(email));
CREATE INDEX ON customers (lower(email));
CREATE INDEX ON mails (lower(tenant::text), lower(mail));
CREATE INDEX ON calls (phone);
SELECT is(unindexed('newsletter') || unindexed('customers') || unindexed('mails') || unindexed('calls'), NULL);
COMMIT;  -- an index over rows changed in the same transaction is not used
BEGIN;
SET enable_seqscan = off;
SELECT alike((SELECT string_agg(l, E'\n') FROM explain($$SELECT FROM newsletter n, customers c WHERE pg_catalog.lower(n.email::pg_catalog.text COLLATE pg_catalog."default") = pg_catalog.lower(c.email::pg_catalog.text COLLATE pg_catalog."default") AND c.id = 1$$) l),
             '%newsletter_lower_idx%', 'that index is used');
RESET enable_seqscan;

SELECT throws_ok($$SELECT erasure.relate('calls', 'people', columns => '{minutes}', parent_columns => '{tenant}', condition => 'true')$$, '42P17', NULL, 'what is not personal must be a key');

SELECT * FROM finish();
ROLLBACK;
