-- References of the subject table to itself: nothing where they are not declared; where they are, every verb takes the linked rows along.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(73);

CREATE FUNCTION refusal(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE state text; m text; d text; h text;
BEGIN
    EXECUTE statement;
    RETURN 'none';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
    RETURN concat_ws(' | ', state, m, d, h);
END $$;
-- 1 is the head of 2 and 3, 3 of 4; 5 and 6 of each other; 7 stands alone. 8 introduced 1.
CREATE TABLE companies (id int PRIMARY KEY, parent int REFERENCES companies, introduced_by int REFERENCES companies, name text, kind text DEFAULT 'group');
CREATE TABLE visits (id int PRIMARY KEY, company int REFERENCES companies, note text);
INSERT INTO companies (id, parent, name) VALUES (1, NULL, 'One'), (2, 1, 'Two'), (3, 1, 'Three'), (4, 3, 'Four'), (5, NULL, 'Five'), (6, 5, 'Six'), (7, NULL, 'Seven'), (8, NULL, 'Eight');
UPDATE companies SET parent = 6 WHERE id = 5;
UPDATE companies SET introduced_by = 8 WHERE id = 1;
INSERT INTO visits SELECT id, id, 'note ' || id FROM companies;
SELECT erasure.protect('companies', '{name}');
SELECT erasure.not_personal('companies', '{kind}', 'a word');
SELECT erasure.relate('visits', 'companies', '{note}');
CREATE FUNCTION states() RETURNS text LANGUAGE sql AS $$ SELECT string_agg(id || ':' || erasure.state('companies', id), ' ' ORDER BY id) FROM companies WHERE erasure.state('companies', id) <> 'active' $$;
CREATE FUNCTION content() RETURNS text LANGUAGE sql AS $$ SELECT string_agg(concat_ws('/', c.id, c.parent, c.name, v.note), ' ' ORDER BY c.id) FROM companies c JOIN visits v ON v.company = c.id $$;
CREATE TEMP TABLE before AS SELECT content();

-- Not declared: each row is a person of its own.
SELECT is(erasure.soft_delete('companies', ARRAY[1]), 1::bigint, 'not declared: nobody else');
SELECT is((SELECT subjects FROM erasure.permanently_delete('companies', ARRAY[1], 1)), 1::bigint, 'the gate does not ask');
SELECT is(states(), '1:masked');
SELECT is(refusal($$INSERT INTO companies VALUES (9, 1, NULL, 'Nine'); DELETE FROM companies WHERE false$$), 'none', 'nor do guards');
SELECT matches(refusal($$SELECT erasure.relate('companies', 'companies', columns => '{parent}')$$), '^55000 .*3 rows|^55000 .*4 rows', 'declared while somebody above is masked');
SELECT is(erasure.undo_permanent_delete('companies', ARRAY[1]) + erasure.restore('companies', ARRAY[1]), 2::bigint);
SET erasure.bypass = on; DELETE FROM companies WHERE id = 9; RESET erasure.bypass;
SELECT is(content(), b.content) FROM before b;

-- Declaring.
SELECT matches(refusal($$SELECT erasure.relate('companies', 'companies')$$), '^42P17 .*Several foreign keys', 'of several foreign keys one is chosen');
SELECT matches(refusal($$SELECT erasure.relate('companies', 'companies', '{kind}', columns => '{parent}')$$), '^22023 .*personal must be empty', 'personal columns come from protect');
SELECT matches(refusal($$SELECT erasure.relate('companies', 'visits')$$), '^42P17 ', 'the subject table is related to nothing else');
SELECT matches(refusal($$SELECT erasure.relate('companies', 'companies', columns => '{id}', parent_columns => '{id}')$$), '^42P17 .*to itself by the same columns', 'nor to itself by one column');
SELECT is(refusal($$SELECT erasure.relate('companies', 'companies', columns => '{parent}')$$), 'none', 'declared');
SELECT matches(refusal($$SELECT erasure.relate('companies', 'companies', columns => '{parent}')$$), '^42710 ', 'once');
SELECT matches(refusal($$SELECT erasure.add_personal('companies', '{parent}')$$), '^42P17 ', 'its column is a link');
SELECT alike(erasure.diagram('companies'), '%t1 -->|"parent = id"| t1%', 'drawn');
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE object = 'table companies' AND severity = 'error'), 0::bigint, 'the doctor has nothing against it');

-- Deleted and restored along.
SELECT is(erasure.soft_delete('companies', ARRAY[4]), 1::bigint, 'below nothing hangs');
SELECT is(erasure.soft_delete('companies', ARRAY[1]), 3::bigint, 'soft_delete takes along those that are active');
SELECT is(states(), '1:deleted 2:deleted 3:deleted 4:deleted', 'over any number of hops, and not upwards');
SELECT is(erasure.restore('companies', ARRAY[3]), 2::bigint, 'restore what is deleted');
SELECT is(states(), '1:deleted 2:deleted');
SELECT is(refusal($$SELECT erasure.permanently_delete('companies', ARRAY[1], 1)$$), '55000 | records of the same person in table "companies" are active | '
          'Keys "3", "4" are linked to the subjects of the call. | Nothing has changed. Use erasure.soft_delete first; it takes along what is linked.', 'all of it must be deleted');
SELECT matches(refusal($$SELECT erasure.confirmation('companies', ARRAY[1])$$), '^55000 .*Keys "3", "4"', 'confirmation says so');
SELECT is(erasure.soft_delete('companies', ARRAY[3]), 2::bigint);
SELECT matches(refusal($$SELECT erasure.soft_delete('companies', ARRAY[1])$$), '^55000 ', 'one that was named must be active');

-- Held, counted, looked at.
SELECT is(erasure.hold('companies', ARRAY[3], 'in court'), 2::bigint, 'hold');
SELECT is((SELECT string_agg(key, ' ' ORDER BY key) FROM erasure.subjects WHERE held), '3 4', 'covers them');
SELECT matches(refusal($$SELECT erasure.permanently_delete('companies', ARRAY[1], 1)$$), '^55006 .*Keys "3", "4"', 'and refuses for whom they hang on');
SELECT is(erasure.release('companies', ARRAY[1]), 2::bigint, 'release');
SELECT is((SELECT row_count FROM erasure.preview('companies', ARRAY[1]) WHERE relation = 'visits'::regclass), 4::bigint, 'preview counts them');
SELECT is((SELECT subjects FROM erasure.confirmation('companies', ARRAY[1])), 1::bigint, 'confirmation asks for what was named');
SELECT is(jsonb_path_query_array(erasure.export('companies', 1), '$.tables[*].rows[*].id')::text, '[1, 2, 3, 4, 1, 2, 3, 4]', 'export has them');
SELECT is(erasure.export('companies', 3) #>> '{subject,key}', '3', 'under the key that was asked for');
SELECT matches(refusal($$SELECT erasure.permanently_delete('companies', ARRAY[1], 4)$$), '^22023 .*names 1 subject', 'the count is that of the keys given');

-- Masked along, and undone.
SELECT is((SELECT ROW(subjects, rows_masked)::text FROM erasure.permanently_delete('companies', ARRAY[1], 1)), '(4,8)', 'permanently_delete');
SELECT is(states(), '1:masked 2:masked 3:masked 4:masked');
SELECT is(content(), '1/*****/***** 2/1/*****/***** 3/1/*****/***** 4/3/*****/***** 5/6/Five/note 5 6/5/Six/note 6 7/Seven/note 7 8/Eight/note 8');
SELECT matches(refusal($$INSERT INTO companies VALUES (9, 3, NULL, 'Nine')$$), '^42501 ', 'no new row under a masked one');
SELECT matches(refusal($$UPDATE companies SET parent = 4 WHERE id = 7$$), '^42501 ', 'none is moved there');
SELECT matches(refusal($$UPDATE companies SET parent = NULL WHERE id = 2$$), '^42501 ', 'nor away');
SELECT is(refusal($$UPDATE companies SET introduced_by = 1 WHERE id = 7; UPDATE companies SET introduced_by = NULL WHERE id = 7$$), 'none', 'a reference that is not declared means nothing');
SELECT is(erasure.undo_permanent_delete('companies', ARRAY[3]), 2::bigint, 'undo brings back what hangs on it');
SELECT is(states(), '1:masked 2:masked 3:deleted 4:deleted');
SELECT is((SELECT ROW(subjects, rows_masked)::text FROM erasure.permanently_delete('companies', ARRAY[4], 1)), '(1,2)', 'one is masked by another request');
SELECT is(erasure.undo_permanent_delete('companies', ARRAY[1]), 2::bigint, 'undo brings back those of the same request');
SELECT is(states(), '1:deleted 2:deleted 3:deleted 4:masked');
SELECT is((SELECT ROW(subjects, rows_masked)::text FROM erasure.permanently_delete('companies', ARRAY[1, 3], 2)), '(3,6)', 'what is masked already is left as it is');
SELECT is(erasure.undo_permanent_delete('companies', ARRAY[1, 4]), 4::bigint, 'undone by both');
SELECT is(erasure.restore('companies', ARRAY[1]), 4::bigint);
SELECT is(content(), b.content, 'every byte') FROM before b;

-- Round in a circle; erased.
SELECT is(erasure.soft_delete('companies', ARRAY[5]), 2::bigint, 'a circle');
SELECT is((SELECT subjects FROM erasure.permanently_delete('companies', ARRAY[6], 1)), 2::bigint);
SELECT is(states(), '5:masked 6:masked');
UPDATE erasure.subject_state SET erase_after = now() WHERE key = '5';
CALL erasure.erase_due();
SELECT is(states(), '5:erased 6:masked', 'the job goes by the row');
SELECT is(erasure.erase_now('companies', ARRAY[6], 1, 'asked'), 1::bigint, 'what is erased is left as it is');
SELECT is(erasure.soft_delete('companies', ARRAY[3]), 2::bigint);
SELECT is((SELECT subjects FROM erasure.permanently_delete('companies', ARRAY[3], 1)), 2::bigint);
SELECT is(erasure.erase_now('companies', ARRAY[3], 1, 'asked'), 2::bigint, 'erase_now takes those of the same request');
SELECT is(erasure.soft_delete('companies', ARRAY[1]), 2::bigint);
SELECT is(erasure.erase_now('companies', ARRAY[1], 1, 'asked'), 2::bigint, 'deleted ones too');
SELECT is(states(), '1:erased 2:erased 3:erased 4:erased 5:erased 6:erased');
SELECT matches(refusal($$INSERT INTO companies VALUES (9, 2, NULL, 'Nine')$$), '^42501 ', 'no new row under an erased one');

-- No reference any more.
SELECT erasure.soft_delete('companies', ARRAY[7]);
SELECT is((SELECT subjects FROM erasure.permanently_delete('companies', ARRAY[7], 1)), 1::bigint);
SELECT matches(refusal($$SELECT erasure.unrelate('companies', 'companies')$$), '^55000 ', 'not while somebody can be undone');
SELECT erasure.undo_permanent_delete('companies', ARRAY[7]);
SELECT is(refusal($$SELECT erasure.unrelate('companies', 'companies')$$), 'none', 'unrelate');
SELECT matches(refusal($$SELECT erasure.unrelate('companies', 'companies')$$), '^42P17 ', 'once');
SELECT is(refusal($$INSERT INTO companies VALUES (9, 2, NULL, 'Nine')$$), 'none', 'then it means nothing');

-- A personal key, a condition.
CREATE TABLE members (email text PRIMARY KEY, main text REFERENCES members ON UPDATE CASCADE, name text, alias boolean DEFAULT false);
INSERT INTO members VALUES ('a@needle', NULL, 'A', false), ('b@needle', 'a@needle', 'B', true), ('c@needle', 'a@needle', 'C', false);
SELECT erasure.protect('members', '{email,name}');
SELECT is(refusal($$SELECT erasure.relate('members', 'members', condition => 'alias')$$), 'none');
SELECT is(erasure.soft_delete('members', ARRAY['a@needle']), 2::bigint, 'a condition');
SELECT is((SELECT subjects FROM erasure.permanently_delete('members', ARRAY['a@needle'], 1)), 2::bigint, 'a personal key');
SELECT is((SELECT count(*) FROM members m JOIN members n ON n.email = m.main WHERE m.email LIKE '*%' AND n.email LIKE '*%'), 1::bigint, 'they are still linked');
SELECT is(erasure.undo_permanent_delete('members', ARRAY['a@needle']), 2::bigint);
SELECT is((SELECT string_agg(concat_ws(' ', email, main, name), ', ' ORDER BY email) FROM members), 'a@needle A, b@needle a@needle B, c@needle a@needle C');
SELECT * FROM finish();
