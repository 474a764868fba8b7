-- Telling an older copy of a database who has gone since: who may, what a table of tombstones has to be, and the odd cases of
-- states, requests and keys. What a restored backup looks like afterwards is test/integration/reapply.sh.
\set ON_ERROR_STOP 1
\set VERBOSITY sqlstate
SET client_min_messages = error;
SELECT plan(33);

CREATE TABLE people (tenant int, id int, name text, PRIMARY KEY (tenant, id));
CREATE TABLE letters (id int PRIMARY KEY, tenant int, person int, body text, FOREIGN KEY (tenant, person) REFERENCES people);
INSERT INTO people SELECT 1, i, 'Name ' || i FROM generate_series(1, 9) i;
INSERT INTO letters SELECT i, 1, i, 'Dear ' || i FROM generate_series(1, 9) i;
CREATE TABLE members (id int PRIMARY KEY, name text);
INSERT INTO members SELECT i, 'Member ' || i FROM generate_series(1, 3) i;
SELECT erasure.protect('people', '{name}');
SELECT erasure.relate('letters', 'people', '{body}');
SELECT erasure.protect('members', '{name}');
CREATE ROLE admin;
CREATE ROLE sales;
SELECT erasure.use_roles('people', administrator => 'admin', sales_manager => 'sales', sales_team => 'sales');
CREATE TABLE gone (LIKE erasure.tombstones);
GRANT SELECT ON gone TO admin, sales;
CREATE FUNCTION tomb(relation text, key text, state text, request bigint, since interval, grace interval) RETURNS void LANGUAGE sql AS $$
	INSERT INTO gone (relation, key, state, request, masked_at, masked_by, erase_after, erased_at, requested_at, requested_by)
	VALUES ($1, $2, $3, $4, now() - $5, 'boss', now() - $5 + $6, CASE WHEN $3 = 'erased' THEN now() - $5 END, now() - $5, 'boss') $$;
CREATE FUNCTION outcomes() RETURNS text LANGUAGE sql AS $$ SELECT string_agg(concat_ws(' ', key, outcome, detail), ', ' ORDER BY relation, key) FROM erasure.reapplied $$;
CREATE FUNCTION clear() RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(p.id || CASE WHEN name ~ '[0-9]' THEN 'N' ELSE '*' END || CASE WHEN body ~ '[0-9]' THEN 'N' ELSE '*' END, ' ' ORDER BY p.id)
	FROM people p JOIN letters l ON (l.tenant, l.person) = (p.tenant, p.id) $$;

-- Who may.
SELECT tomb('public.people', '{"id": 1, "tenant": 1}', 'erased', 101, '3 days', '0');
\set ON_ERROR_STOP 0
SET ROLE sales;
CALL erasure.reapply('gone');
\set sales :SQLSTATE
RESET ROLE;
SELECT is((SELECT count(*) FROM erasure.reapplied), 0::bigint, 'who may not has not even written down what is to be done');
SELECT tomb('public.members', '1', 'erased', 102, '3 days', '0');
SET ROLE admin;
CALL erasure.reapply('gone');
\set admin :SQLSTATE
RESET ROLE;
CALL erasure.reapply('gone', 0);
\set nothing :SQLSTATE
CALL erasure.reapply(NULL);
\set null :SQLSTATE
CREATE VIEW shown AS TABLE gone;
CALL erasure.reapply('shown');
\set view :SQLSTATE
CREATE TABLE short AS SELECT relation, key, state, request FROM gone;
CALL erasure.reapply('short');
\set short :SQLSTATE
CREATE TABLE unread (LIKE gone);
SET ROLE admin;
CALL erasure.reapply('unread');
\set unread :SQLSTATE
RESET ROLE;
SELECT is(:'sales'::text, '42501', 'who may not erase_now may not');
SELECT is(:'admin'::text, '42501', 'nor who may not on one of the tables');
SELECT is(:'nothing'::text, '22023', 'a batch of none');
SELECT is(:'null'::text, '22023', 'no table');
SELECT is(:'view'::text, '22023', 'a view, which is somebody''s code');
SELECT is(:'short'::text, '22023', 'a table without the columns');
SELECT is(:'unread'::text, '42501', 'a table that the caller may not read');
SELECT throws_ok($$CALL erasure.reapply('gone')$$, '2D000', NULL, 'not where it cannot commit');
SELECT is(clear(), '1NN 2NN 3NN 4NN 5NN 6NN 7NN 8NN 9NN', 'nothing was done');
SELECT is((SELECT count(*) FROM erasure.reapplied), 0::bigint, 'nor written down');
\set ON_ERROR_STOP 1

DELETE FROM gone WHERE relation = 'public.members';
SET ROLE admin;
CALL erasure.reapply('gone');
SELECT is(outcomes(), '{"id": 1, "tenant": 1} erased', 'the administrator of the table may');
RESET ROLE;
SELECT is(clear(), '1** 2NN 3NN 4NN 5NN 6NN 7NN 8NN 9NN', 'and it was erased, with what hangs on it');
SELECT is((SELECT array_agg(r.role ORDER BY r.id) FROM erasure.audit_log r WHERE action = 'reapply'), '{admin}'::name[], 'by whom stands in the audit log');

-- Requests: the numbers and times of there, but for a number that is another one's here.
SELECT is((SELECT (request, requested_by, subjects)::text FROM erasure.requests WHERE requested_by = 'boss'), '(101,boss,1)', 'its request is there again');
SELECT erasure.soft_delete('people', '[{"tenant": 1, "id": 2}]');
SELECT request AS mine FROM erasure.permanently_delete('people', '[{"tenant": 1, "id": 2}]', 1) \gset
SELECT ok(:mine > 101, 'new requests get numbers of their own');
SELECT tomb('public.people', format('{"id": %s, "tenant": 1}', i), 'masked', :mine, '10 days', '30 days') FROM generate_series(3, 5) i;
CALL erasure.reapply('gone', 2);
SELECT is((SELECT string_agg(outcome, ',' ORDER BY key) FROM erasure.reapplied), 'already erased,masked,masked,masked', 'three of one request, in two batches');
SELECT is((SELECT count(DISTINCT request) || ' ' || (SELECT count(*) FROM erasure.tombstones WHERE request = :mine) FROM erasure.tombstones WHERE masked_by = 'boss' AND state = 'masked'), '2 1', 'under numbers of their own');
SELECT is((SELECT array_agg(DISTINCT round(extract(epoch FROM erase_after - now()) / 86400)::int) FROM erasure.subjects WHERE masked_by = 'boss' AND state = 'masked'), '{20}', 'with what was left of their time');
SELECT is((SELECT count(*) FROM erasure.vault_key), 4::bigint, 'and their originals');
SELECT is(erasure.undo_permanent_delete('people', '[{"tenant": 1, "id": 3}]'), 1::bigint, 'one is undone');
SELECT is(clear(), '1** 2** 3NN 4** 5** 6NN 7NN 8NN 9NN');
CALL erasure.reapply('gone');
SELECT is(clear(), '1** 2** 3** 4** 5** 6NN 7NN 8NN 9NN', 'reapplied once more, it goes again');

-- Time that is over meanwhile.
SELECT tomb('public.people', '{"id": 6, "tenant": 1}', 'masked', 201, '40 days', '30 days');
CALL erasure.reapply('gone');
SELECT is(erasure.state('people', '{"tenant": 1, "id": 6}'::text), 'masked', 'masked, though its time is over');
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('people', '[{"tenant": 1, "id": 6}]')$$, '55000', NULL, 'too late for undo');
CALL erasure.erase_due();
SELECT is(erasure.state('people', '{"tenant": 1, "id": 6}'::text), 'erased', 'the job erases it');

-- Whatever keys and tables there are.
SELECT tomb('public.people', key, 'erased', 300, '1 day', '0') FROM unnest(ARRAY['{"id": 99, "tenant": 1}', '{"id": 7}', 'nonsense', '{"id": "x", "tenant": 1}', '{"id": 8, "tenant": 1}']) key;
SELECT tomb('public.nowhere', '1', 'erased', 300, '1 day', '0');
SELECT tomb('public.letters', '1', 'erased', 300, '1 day', '0');
DELETE FROM gone WHERE request <> 300;
CALL erasure.reapply('gone');
SELECT is(outcomes(), '1 not protected, 1 not protected, nonsense failed SQLSTATE 22P02, {"id": "x", "tenant": 1} failed SQLSTATE 22P02, {"id": 7} failed SQLSTATE 22023, {"id": 8, "tenant": 1} erased, {"id": 99, "tenant": 1} not found', 'what cannot be done stops nobody else');
SELECT throws_ok($$INSERT INTO people VALUES (1, 99, 'New')$$, '42501', NULL, 'a key that was erased is not given to anybody');
SELECT lives_ok($$INSERT INTO people VALUES (1, 100, 'New')$$, 'others are');
SELECT is((SELECT state || ' ' || count(*) FROM erasure.tombstones WHERE key = '{"id": 99, "tenant": 1}' GROUP BY state), 'erased 1', 'and it has a tombstone here too');

-- Approvals that wait for somebody who went elsewhere.
SELECT erasure.require_approval('members', true);
SELECT erasure.soft_delete('members', '{2}'::int[]);
SELECT erasure.permanently_delete('members', '{2}'::int[], 1);
DELETE FROM gone;
SELECT tomb('public.members', '2', 'masked', 400, '1 day', '30 days');
CALL erasure.reapply('gone');
SELECT is(outcomes(), '2 masked', 'approved there, so not to be approved again');
SELECT is((SELECT count(*) FROM erasure.pending), 0::bigint, 'and nothing waits any more');
SELECT is((SELECT string_agg(name, ',' ORDER BY id) FROM members), 'Member 1,*****,Member 3');
SELECT * FROM finish();
