-- Certificates: what they say of an erasure is what happened, they say so of what nobody looked at, and whatever is changed in
-- one shows.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE admin;
CREATE ROLE second_admin LOGIN;
CREATE ROLE sales;
CREATE ROLE stranger;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
GRANT USAGE ON SCHEMA shop TO PUBLIC;
SET ROLE shop_owner;
CREATE TABLE shop.customers (email text PRIMARY KEY, name text NOT NULL);
CREATE TABLE shop.orders (id int PRIMARY KEY, customer text REFERENCES shop.customers ON UPDATE CASCADE, address text);
CREATE TABLE shop.invoices (id int PRIMARY KEY, customer text REFERENCES shop.customers ON UPDATE CASCADE, recipient text, issued_on date);
CREATE TABLE shop."strange ""table" (id int PRIMARY KEY, "a	column" text);
INSERT INTO shop.customers SELECT i || '@needle.example', 'Needle ' || i FROM generate_series(1, 6) i;
INSERT INTO shop.orders SELECT i, i % 3 + 1 || '@needle.example', 'Needle Street ' || i FROM generate_series(1, 12) i;
INSERT INTO shop.invoices VALUES (1, '3@needle.example', 'Needle 3', '2000-01-01'), (2, '3@needle.example', 'Needle 3', current_date);
INSERT INTO shop."strange ""table" VALUES (1, 'Needle'), (2, 'Needle');
SELECT erasure.protect('shop.customers', '{email,name}', grace => '1 second');
SELECT erasure.relate('shop.orders', 'shop.customers', '{address}', on_erase => 'delete'), erasure.relate('shop.invoices', 'shop.customers', '{recipient}');
SELECT erasure.not_personal('shop.invoices', '{issued_on}', 'dates');
SELECT erasure.retain('shop.invoices', 'shop.customers', '10 years', 'issued_on', E'tax "code"\n§ 147');
SELECT erasure.protect('shop."strange ""table"', '{"a	column"}', grace => '1 ms');
SELECT erasure.use_roles('shop.customers', 'admin', 'sales', 'sales'), erasure.allow('shop.customers', '{erase_now}', 'second_admin');
RESET ROLE;
SELECT erasure.soft_delete('shop.customers', ARRAY(SELECT email FROM shop.customers)), erasure.soft_delete('shop."strange ""table"', '{1,2}');
GRANT USAGE ON SCHEMA shop TO admin, second_admin;
CREATE FUNCTION content(request bigint) RETURNS jsonb LANGUAGE sql AS $$ SELECT erasure.certificate(request)::jsonb -> 'certificate' $$;

-- Before, nothing is certified.
SELECT request AS one FROM erasure.permanently_delete('shop.customers', ARRAY['1@needle.example', '2@needle.example'], 2, 'said needle') \gset
SELECT throws_ok(format('SELECT erasure.certificate(%s)', :one), '55000', format('request %s is not erased', :one), 'masked is not erased');
SELECT throws_ok('SELECT erasure.certificate(999999)', 'P0002', 'there is no request 999999', 'no such request');
SELECT pg_sleep(1.1);
CALL erasure.erase_due();

-- What is in it.
SELECT content(:one) AS c \gset
SELECT is(:'c'::jsonb ->> 'status', 'erased', 'the status');
SELECT is((:'c'::jsonb #> '{request}') - '{requested_at,erased_at,erase_after,vault_bytes,bytes_reclaimed}'::text[],
	jsonb_build_object('id', :one, 'table', 'shop.customers', 'subjects', 2, 'rows_masked', 10, 'requested_by', 'postgres', 'received_at', NULL, 'approved_by', NULL, 'approved_at', NULL), 'the request');
SELECT ok((:'c'::jsonb #>> '{request,erased_at}')::timestamptz = (SELECT erased_at FROM erasure.requests WHERE request = :one), 'when it was erased');
SELECT ok(:'c'::jsonb #>> '{request,erased_at}' ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$', 'as UTC');
SELECT set_eq(format($$SELECT s ->> 'key' AS key, s ->> 'former_key' AS former_key, s ->> 'state' AS state FROM jsonb_array_elements(%L::jsonb -> 'subjects') s$$, :'c'),
	format('SELECT key, former_key, state FROM erasure.subject_state WHERE request = %s', :one), 'the subjects, by what stands for their keys');
SELECT matches(:'c'::jsonb #>> '{subjects,0,former_key}', '^hmac:[0-9a-f]{32}$', 'which is a keyed hash, and the key after masking');
SELECT is(:'c'::jsonb -> 'tables', '[{"table": "shop.customers", "columns": ["email", "name"], "rows_masked": 2, "on_erase": "keep_masked"},
	{"table": "shop.orders", "columns": ["address"], "rows_masked": 8, "on_erase": "delete"},
	{"table": "shop.invoices", "columns": ["recipient"], "rows_masked": 0, "on_erase": "keep_masked"}]', 'tables, columns, rows');
SELECT is(jsonb_array_length(:'c'::jsonb -> 'keys'), 1, 'the data keys were wrapped by one key');
SELECT is((:'c'::jsonb #> '{keys,0}') - '{key_id,data_keys_destroyed_at,key_destroyed_at}'::text[], '{"kind": "day", "data_keys_destroyed": 2}', 'a day key, and were destroyed');
SELECT ok(:'c'::jsonb #>> '{keys,0,key_destroyed_at}' IS NOT NULL AND NOT EXISTS (SELECT FROM erasure.key_ring() WHERE key_id = :'c'::jsonb #>> '{keys,0,key_id}'), 'so was the day''s');
SELECT is((:'c'::jsonb #> '{checks,vault}') - '{at,what}'::text[], '{"result": "passed", "data_keys": 0, "records": 0}', 'the vault was looked into');
SELECT set_eq(format($$SELECT key FROM jsonb_each(%L::jsonb -> 'checks') WHERE value ->> 'result' = 'not_checked' AND value ->> 'reason' <> ''$$, :'c'), '{residue,wal}'::text[], 'what was not checked says so, and why');
SELECT is((:'c'::jsonb #> '{checks,scrub}')->> 'result', 'passed', 'the files were scrubbed');
SELECT set_has(format($$SELECT f ->> 'table' FROM jsonb_array_elements(%L::jsonb #> '{checks,scrub,files}') f WHERE (f ->> 'pages_visited')::bigint > 0$$, :'c'), $$VALUES ('shop.customers'), ('shop.orders')$$, 'of these tables, others among them');
SELECT is((:'c'::jsonb #>> '{checks,wal,horizon}')::pg_lsn, (SELECT horizon FROM erasure.wal_residue() WHERE request = :one), 'until where WAL may hold the originals');
SELECT is((:'c'::jsonb #>> '{request,bytes_reclaimed}')::bigint, (SELECT bytes_reclaimed FROM erasure.requests WHERE request = :one), 'what was given back');
SELECT is((:'c'::jsonb #> '{audit,head}') - 'sealed_at', (SELECT jsonb_build_object('number', number, 'hash', hash) FROM erasure.audit_head), 'the head of the audit chain');
SELECT ok(:'c'::jsonb #> '{audit,entries}' @> '[{"action": "permanently_delete"}]', 'the entries of the request');
SELECT ok(jsonb_array_length(:'c'::jsonb -> 'not_covered') > 5, 'what it cannot reach');
SELECT is(:'c'::jsonb #>> '{installation,system_identifier}', (SELECT system_identifier::text FROM pg_control_system()), 'the cluster');
SELECT unalike(:'c'::text, '%eedle%', 'nothing personal, and no reason');
SELECT is(:'c'::jsonb -> 'retained', '[]', 'nothing is retained');

-- Nothing more is claimed than what is so.
INSERT INTO erasure.vault_key (request, subject_id, key, master_key_id, wrapped, records, slot) VALUES (:one, 0, 'x', 'x', '', 0, 0);
SELECT is((content(:one) #> '{checks,vault}') - '{at,what}'::text[], '{"result": "failed", "data_keys": 1, "records": 0}', 'what is in the vault after all is told');
DELETE FROM erasure.vault_key WHERE subject_id = 0;
INSERT INTO erasure.scrub_wanted (relation_oid, relation_name, transaction) SELECT 'shop.orders'::regclass, 'shop.orders', erased_in FROM erasure.request WHERE id = :one;
SELECT is(content(:one) #> '{checks,scrub}', '{"result": "not_checked", "reason": "1 tables are still to be scrubbed"}', 'one table is not scrubbed yet');
SELECT is(content(:one) #> '{checks,wal,horizon}', NULL, 'and then there is no position in the WAL');
DELETE FROM erasure.scrub_wanted;

-- Retained rows, and their legal basis.
SELECT request AS three FROM erasure.permanently_delete('shop.customers', ARRAY['3@needle.example'], 1) \gset
SELECT count(*) > 0 FROM erasure.find_residue(:three);
SELECT pg_sleep(1.1);
CALL erasure.erase_due();
SELECT is(content(:three) ->> 'status', 'rows_retained', 'with retained rows the status says so');
SELECT is((content(:three) #> '{retained,0}') - 'until', jsonb_build_object('table', 'shop.invoices', 'basis', E'tax "code"\n§ 147', 'rows', 1), 'what is retained, and why');
SELECT is(content(:three) #>> '{subjects,0,state}', 'rows_retained', 'of whom');
SELECT ok(content(:three) #>> '{checks,residue,result}' = 'failed' AND content(:three) #> '{checks,residue,found}' @> '["shop.invoices.recipient (column): 1"]', 'where a search found the originals');
SELECT is(content(:three) #>> '{checks,scrub,result}', 'not_checked', 'files are not clean as long as rows are retained');

-- Some undone; erase_now; approval.
SELECT request AS four FROM erasure.permanently_delete('shop.customers', ARRAY['4@needle.example', '5@needle.example'], 2) \gset
SELECT count(*) FROM erasure.find_residue(:four);
SELECT erasure.undo_permanent_delete('shop.customers', ARRAY['4@needle.example']);
SELECT erasure.erase_now('shop.customers', ARRAY['5@needle.example'], 1, 'asked');
SELECT is(jsonb_build_array(content(:four) #> '{request,subjects}', jsonb_array_length(content(:four) -> 'subjects')), '[2, 1]', 'of two, one of them undone, one is certified');
SELECT ok(content(:four) @> '{"checks": {"residue": {"result": "passed", "places": 0, "found": []}}}' AND (content(:four) #>> '{checks,residue,values}')::int > 0, 'a search that found nothing');
SELECT is(content(:four) #>> '{keys,0,data_keys_destroyed}', '1', 'and one data key');
SELECT is((SELECT count(*) FROM erasure.request_key k JOIN erasure.key_ring() r USING (key_id) WHERE k.request = :four AND r.in_ring), 1::bigint, 'whose day is still there');
SELECT is(content(:four) #> '{keys,0,key_destroyed_at}', 'null', 'is not said to be destroyed');
SET ROLE shop_owner;
SELECT erasure.require_approval('shop.customers');
SET ROLE admin;
SELECT erasure.erase_now('shop.customers', ARRAY['6@needle.example'], 1, 'asked');
RESET ROLE;
SELECT request AS six FROM erasure.pending \gset
SET SESSION AUTHORIZATION second_admin;
SELECT * FROM erasure.approve(:six);
RESET SESSION AUTHORIZATION;
SELECT is(jsonb_build_array(content(:six) #> '{request,requested_by}', content(:six) #> '{request,approved_by}'), '["admin", "second_admin"]', 'who asked, who approved');
SELECT is(content(:six) -> 'keys', '[]', 'what was never stored has no key');

-- One form, signed.
SELECT erasure.certificate(:one) AS certificate, erasure.public_key() AS key \gset
SELECT matches(:'certificate'::text, '^\{"certificate":\{"audit":.*"version":1\},"signature":"[A-Za-z0-9+/]{86}=="\}$', 'keys in order, no blanks');
SELECT ok(erasure.verify_certificate(:'certificate', :'key'), 'it verifies');
SELECT ok(erasure.verify_certificate(jsonb_pretty(:'certificate'::jsonb)::jsonb, :'key'), 'in any layout');
SELECT is((SELECT count(*) FROM (SELECT path FROM (WITH RECURSIVE leaf(path, value) AS (
		SELECT ARRAY['certificate'], :'certificate'::jsonb -> 'certificate' UNION ALL
		SELECT path || k, v FROM leaf, LATERAL (SELECT key, val FROM jsonb_each(CASE jsonb_typeof(value) WHEN 'object' THEN value ELSE '{}' END) o(key, val)
			UNION ALL SELECT (n - 1)::text, val FROM jsonb_array_elements(CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END) WITH ORDINALITY a(val, n)) e(k, v))
	SELECT path FROM leaf WHERE jsonb_typeof(value) NOT IN ('object', 'array')) l
	WHERE erasure.verify_certificate(jsonb_set(:'certificate', path, '"changed"'), :'key') OR erasure.verify_certificate(:'certificate'::jsonb #- path, :'key')) broken), 0::bigint,
	'changing or removing any one value shows');
SELECT is(erasure.verify_certificate(jsonb_set(:'certificate', '{certificate,more}', '1'), :'key'), false, 'adding one, too');
SELECT is(erasure.verify_certificate(jsonb_set(:'certificate', '{signature}', erasure.certificate(:three)::jsonb -> 'signature'), :'key'), false, 'another one''s signature');
SELECT is(erasure.verify_certificate('{}', :'key'), false, 'nothing at all');
SELECT is(erasure.verify_certificate(:'certificate', E'-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n'), false, 'another key');
SELECT throws_ok(format('SELECT erasure.verify_certificate(%L, %L)', :'certificate', 'no key'), '22023', 'public_key is no Ed25519 public key', 'no key');
SELECT is(erasure.public_key(:'c'::jsonb #>> '{signed_with,key_id}'), :'key'::text, 'the key has a name');
SELECT throws_ok($$SELECT erasure.public_key('none')$$, '42704', NULL, 'and others have none');

-- Names and words of every kind.
SELECT request AS strange FROM erasure.permanently_delete('shop."strange ""table"', '{1,2}', 2) \gset
SELECT pg_sleep(0.1);
CALL erasure.erase_due();
SELECT is(content(:strange) #> '{tables,0,columns}', jsonb_build_array(E'a\tcolumn'), 'a strange name');
SELECT ok(erasure.verify_certificate(erasure.certificate(:strange)::jsonb, :'key') AND erasure.verify_certificate(erasure.certificate(:three)::jsonb, :'key'), 'verifies');

-- Who may.
SET ROLE admin;
SELECT lives_ok(format('SELECT erasure.certificate(%s), erasure.public_key()', :one), 'an administrator may');
SELECT throws_ok(format('SELECT erasure.certificate(%s)', :strange), '42501', NULL, 'but not of another table');
SET ROLE stranger;
SELECT throws_ok(format('SELECT erasure.certificate(%s)', :one), '42501', NULL, 'a stranger may not');
SELECT throws_ok('SELECT erasure.certificate(999999)', '42501', NULL, 'nor find out which there are');
SELECT throws_ok('SELECT erasure.public_key()', '42501', NULL, 'nor make a key');
SELECT ok(erasure.verify_certificate(:'certificate', :'key'), 'but anybody may verify');
SELECT throws_ok(format('SELECT erasure._certificate(%s, NULL)', :one), '42501', NULL, 'the words without the signature are nobody''s');
RESET ROLE;

SELECT * FROM finish();
