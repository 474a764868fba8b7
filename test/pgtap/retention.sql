-- Retention: rows that a law wants kept are not masked while they are young, and their subject is erased with the last.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(98);

CREATE ROLE clerk;
CREATE DOMAIN day AS date;
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, ship_to text);
CREATE TABLE invoices (id int PRIMARY KEY, customer int REFERENCES customers, addressee text, issued day, stamp text);
CREATE TABLE lines (id int PRIMARY KEY, invoice int REFERENCES invoices, what text);
CREATE TABLE repairs (id int PRIMARY KEY, ordered int REFERENCES orders, report text, done timestamptz);
INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(1, 6) i;
INSERT INTO orders SELECT i, i, 'Street ' || i FROM generate_series(1, 6) i;
-- of each customer: young, old, and of no known age
INSERT INTO invoices SELECT i * 10 + k, i, 'Name ' || i, (ARRAY[current_date - 365, current_date - 12 * 365, NULL])[k], 'x'
FROM generate_series(1, 6) i, generate_series(1, 3) k;
INSERT INTO lines SELECT id, id, 'for ' || addressee FROM invoices;
SELECT erasure.protect('customers', '{name}', grace => '1 millisecond');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('invoices', 'customers', '{addressee}');
SELECT erasure.not_personal('invoices', '{stamp}', 'a word');
SELECT erasure.relate('lines', 'invoices', '{what}');
SELECT erasure.relate('repairs', 'orders', '{report}');
CREATE TEMP TABLE before AS SELECT (SELECT jsonb_agg(i ORDER BY id) FROM invoices i WHERE customer = 1) AS invoices,
                                   (SELECT jsonb_agg(l ORDER BY id) FROM lines l WHERE invoice < 20) AS lines;
CREATE FUNCTION addressees(int) RETURNS text LANGUAGE sql AS $$SELECT string_agg(coalesce(addressee, '-'), ',' ORDER BY id) FROM invoices WHERE customer = $1$$;

-- What can be said, and by whom.
SELECT throws_ok($$SELECT erasure.retain('invoices', 'orders', '10 years', 'issued', 'tax law')$$, '42P17', NULL, 'related to another parent');
SELECT throws_ok($$SELECT erasure.retain('customers', 'customers', '10 years', 'issued', 'tax law')$$, '42P17', NULL, 'the subject table itself');
SELECT throws_ok($$SELECT erasure.retain('pg_class', 'customers', '10 years', 'issued', 'tax law')$$, '42P17', NULL, 'not declared');
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '10 years', 'isued', 'tax law')$$, '42703', NULL, 'no such column');
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '10 years', 'stamp', 'tax law')$$, '42P17', NULL, 'a column that tells no time');
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '0 years', 'issued', 'tax law')$$, '22023', NULL, 'no time at all');
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '-1 day', 'issued', 'tax law')$$, '22023', NULL, 'a time that is over');
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', NULL, 'issued', 'tax law')$$, '22023', NULL, 'null');
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '10 years', 'issued', ' ')$$, '22023', NULL, 'no legal basis');
GRANT SELECT ON customers, invoices TO clerk;
SET ROLE clerk;
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '10 years', 'issued', 'tax law')$$, '42501', NULL, 'not the owner');
SELECT throws_ok($$SELECT erasure.unretain('invoices', 'customers')$$, '42501', NULL, 'nor the other way');
RESET ROLE;
SELECT throws_ok($$SELECT erasure.unretain('invoices', 'customers')$$, '42P17', NULL, 'nothing is retained yet');
SELECT is((SELECT count(*) FROM erasure.retentions), 0::bigint, 'nothing came of all that');
SELECT lives_ok($$SELECT erasure.retain('invoices', 'customers', '1 year', 'issued', 'a mistake')$$);
SELECT lives_ok($$SELECT erasure.retain('invoices', 'customers', '10 years', 'issued', 'tax law')$$, 'again: replaces');
SELECT lives_ok($$SELECT erasure.retain('repairs', 'orders', '2 years', 'done', 'warranty')$$, 'another basis, two hops away');
SELECT is((SELECT string_agg(concat_ws(' ', relation, subject, keep, since, basis), '; ' ORDER BY relation::text) FROM erasure.retentions),
          'invoices customers 10 years issued tax law; repairs customers 2 years done warranty');
SELECT is((SELECT detail FROM erasure.audit_log WHERE action = 'retain' ORDER BY id DESC LIMIT 1), '2 years from done: warranty, parent public.orders', 'in the audit log');
SELECT throws_ok($$SELECT erasure.add_personal('invoices', '{issued}')$$, '42P17', NULL, 'what tells the age cannot be masked');
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '10 years', 'addressee', 'tax law')$$, '42P17', NULL, 'and the other way round');

-- Customer 1: told, listed, left; what is old or of no known age is masked, and what hangs on a retained row too.
SELECT results_eq($$SELECT relation::text, row_count, retained FROM erasure.preview('customers', ARRAY[1, 2])$$,
                  $$VALUES ('customers', 2::bigint, 0::bigint), ('orders', 2, 0), ('invoices', 6, 2), ('lines', 6, 0), ('repairs', 0, 0)$$, 'preview');
SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3, 4, 5]);
SELECT erasure.hold('customers', ARRAY[6], 'none of this is for him');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[1], 1)), 7::bigint, 'one row less than there are');
SELECT is(addressees(1), 'Name 1,*****,*****', 'the young invoice is as it was');
SELECT is((SELECT string_agg(DISTINCT what, ',') FROM lines WHERE invoice < 20), '*****', 'its lines are not: they have no retention of their own');
SELECT is((SELECT string_agg(concat_ws(' ', relation, key, related, rows, basis, until = (current_date - 365 + interval '10 years') AT TIME ZONE 'UTC'), '; ') FROM erasure.retained_rows),
          'customers 1 invoices 1 tax law t', 'listed');
SELECT is((SELECT row(retained, retained_until)::text FROM erasure.requests), (SELECT row(1, until)::text FROM erasure.retained_rows), 'in the request');
SELECT is((SELECT detail FROM erasure.audit_log WHERE action = 'permanently_delete'),
          format('1 row of public.invoices retained until %s: tax law', (current_date - 365 + interval '10 years')::date), 'and in the audit log');
SELECT throws_ok($$UPDATE invoices SET addressee = 'somebody else' WHERE id = 11$$, '42501', NULL, 'its personal columns stay as they are');
SELECT lives_ok($$UPDATE invoices SET stamp = 'paid' WHERE id = 11$$, 'the others are the shop''s');
UPDATE invoices SET stamp = 'x' WHERE id = 11;
SELECT throws_ok($$SELECT erasure.retain('invoices', 'customers', '1 year', 'issued', 'tax law')$$, '55000', NULL, 'no other retention while somebody can be undone');
SELECT throws_ok($$SELECT erasure.unretain('invoices', 'customers')$$, '55000', NULL, 'nor none');
SELECT is(jsonb_array_length(jsonb_path_query_array(erasure.export('customers', 1), '$.tables[*].rows[*] ? (@.addressee == "Name 1")')), 1, 'an export has it');
SELECT erasure.hold('customers', ARRAY[1], 'to have the time for it');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[1]), 1::bigint, 'undo');
SELECT is((SELECT jsonb_agg(i ORDER BY id) FROM invoices i WHERE customer = 1), (SELECT invoices FROM before), 'every byte');
SELECT is((SELECT jsonb_agg(l ORDER BY id) FROM lines l WHERE invoice < 20), (SELECT lines FROM before));
SELECT is((SELECT count(*) FROM erasure.retained_rows), 0::bigint, 'nothing is listed any more');
SELECT erasure.release('customers', ARRAY[1]);

-- The grace period ends: all is destroyed but the young invoice. Customer 1 is masked, beyond undo, and nobody's worry.
UPDATE invoices SET issued = current_date - 11 * 365 WHERE id = 21;
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[1, 2], 2, 'asked by letter')), 15::bigint, 'customer 2 has only old ones');
SELECT erasure.hold('customers', ARRAY[1], 'a court case');
SELECT pg_sleep(0.01);
CALL erasure.erase_due();
SELECT is(erasure.state('customers', 1) || ' ' || erasure.state('customers', 2), 'masked erased', 'a hold stops it as ever');
SELECT is((SELECT count(*) FROM erasure.vault WHERE key = '1'), 4::bigint, 'with the originals');
SELECT is((SELECT row(retained, reason)::text FROM erasure.requests ORDER BY request DESC LIMIT 1), '(1,"asked by letter")', 'the request goes on');
SELECT erasure.release('customers', ARRAY[1]);
CALL erasure.erase_due();
SELECT is(erasure.state('customers', 1), 'masked', 'not erased: an invoice is left');
SELECT is((SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.vault_key), 0::bigint, 'the vault is destroyed');
SELECT is(addressees(1), 'Name 1,*****,*****');
SELECT is((SELECT array_agg(key) FROM erasure.tombstones WHERE state = 'erased'), '{2}', 'the tombstone comes with the end');
SELECT is((SELECT row(erased_at, reason)::text FROM erasure.requests ORDER BY request DESC LIMIT 1), '(,)', 'so does the end of the request; its reason is gone');
SELECT is((SELECT row(due, overdue, oldest_due, set_aside, waiting, retained)::text FROM erasure.status), '(0,0,,0,0,1)', 'status: nothing to be done');
SELECT is((SELECT detail FROM erasure.audit_log WHERE action = 'erase_due' ORDER BY id DESC LIMIT 1),
          format('1 row of public.invoices retained until %s: tax law', (current_date - 365 + interval '10 years')::date), 'the audit log says why');
CREATE TEMP TABLE so_far AS SELECT destroyed_at, retained_until, (SELECT count(*) FROM erasure.audit_log) AS entries FROM erasure.subject_state WHERE key = '1';
CALL erasure.erase_due();
SELECT is((SELECT row(destroyed_at, retained_until, (SELECT count(*) FROM erasure.audit_log))::text FROM erasure.subject_state WHERE key = '1'), (SELECT row(t.*)::text FROM so_far t), 'running again changes nothing');
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('customers', ARRAY[1])$$, '55000', NULL, 'too late');
SELECT erasure.hold('customers', ARRAY[1], 'another court case');
SELECT throws_like($$SELECT erasure.undo_permanent_delete('customers', ARRAY[1])$$, '%are destroyed', 'too late under a hold, too');
SELECT erasure.release('customers', ARRAY[1]);
SELECT is(erasure.erase_now('customers', ARRAY[1], 1, 'at once'), 1::bigint, 'erase_now again');
SELECT is(erasure.state('customers', 1) || ' ' || addressees(1), 'masked Name 1,*****,*****', 'obeys the law');
SELECT throws_ok($$INSERT INTO orders VALUES (99, 1, 'New street')$$, '42501', NULL, 'guards stand');
SELECT throws_ok($$UPDATE invoices SET addressee = 'x' WHERE id = 11$$, '42501');
SELECT throws_like($$SELECT erasure.unrelate('invoices', 'customers')$$, 'cannot take a table%', 'the policy stays: without it the invoice would never be masked');
SELECT throws_ok($$SELECT erasure.unprotect('customers')$$, '55000');
SELECT lives_ok($$SELECT erasure.set_mask('invoices', 'addressee', 'partial', '{"keep_first": 1}')$$, 'a mask may change: nothing is in the vault');
SELECT lives_ok($$ALTER TABLE invoices ADD COLUMN remark text; SELECT erasure.add_personal('invoices', '{remark}')$$);

-- Its time has come (for want of ten years, another retention), after that of customer 3's repair, which is first.
SELECT lives_ok($$SELECT erasure.retain('invoices', 'customers', '100 days', 'issued', 'tax law')$$, 'another retention, when nobody can be undone');
CALL erasure.erase_due();
SELECT is(erasure.state('customers', 1), 'erased', 'erased with the last');
SELECT is(addressees(1), 'N*****1,*****,*****', 'masked, each as far as it was not');
SELECT is((SELECT array_agg(key ORDER BY key) FROM erasure.tombstones WHERE state = 'erased'), '{1,2}');
SELECT is((SELECT row(erased_at IS NOT NULL, retained, retained_until)::text FROM erasure.requests ORDER BY request DESC LIMIT 1), '(t,0,)', 'the request is over');
SELECT is((SELECT count(*) FROM erasure.retained_rows), 0::bigint);
SELECT erasure.set_mask('invoices', 'addressee', 'default');
SELECT erasure.retain('invoices', 'customers', '10 years', 'issued', 'tax law');

-- Several bases, and a time that comes by itself: two tables, of two hops, with two ends.
INSERT INTO repairs SELECT i, i, 'found at ' || i, CASE WHEN i = 3 THEN now() - interval '2 years' + interval '2 seconds' ELSE now() - interval '3 years' END FROM generate_series(3, 5) i;
SELECT erasure.permanently_delete('customers', ARRAY[3], 1);
SELECT pg_sleep(0.01);
CALL erasure.erase_due();
SELECT is((SELECT array_agg(basis ORDER BY basis) FROM erasure.retained_rows), '{tax law,warranty}', 'two tables, two bases');
SELECT is((SELECT row(retained, retained_until = (SELECT max(until) FROM erasure.retained_rows))::text FROM erasure.requests ORDER BY request DESC LIMIT 1), '(2,t)', 'the request has the sum and the last end');
SELECT is((SELECT retained_until = (SELECT next_until FROM erasure.retained_rows WHERE basis = 'warranty') FROM erasure.subject_state WHERE key = '3'), true, 'the job comes for the first');
SELECT is((SELECT report FROM repairs WHERE id = 3), 'found at 3');
SELECT pg_sleep(2.1);
SELECT is((SELECT row(due, waiting, retained)::text FROM erasure.status), '(1,0,1)', 'due again');
CALL erasure.erase_due();
SELECT is((SELECT report FROM repairs WHERE id = 3), '*****', 'masked when its time has come');
SELECT is(addressees(3), 'Name 3,*****,*****', 'the other not yet');
SELECT is(erasure.state('customers', 3), 'masked');
SELECT is((SELECT array_agg(basis) FROM erasure.retained_rows WHERE key = '3'), '{tax law}');

-- erase_now of somebody who is only deleted; a row that comes of age during the grace period.
SELECT is(erasure.erase_now('customers', ARRAY[4], 1, 'at once'), 1::bigint);
SELECT is(erasure.state('customers', 4) || ' ' || addressees(4), 'masked Name 4,*****,*****', 'erase_now leaves what has to be kept');
SELECT is((SELECT report FROM repairs WHERE id = 4), '*****');
UPDATE repairs SET done = now() - interval '2 years' + interval '1 second' WHERE id = 5;
SELECT erasure.permanently_delete('customers', ARRAY[5], 1);
SELECT is((SELECT report FROM repairs WHERE id = 5), 'found at 5', 'young when its customer is deleted');
SELECT pg_sleep(1.1);
CALL erasure.erase_due();
SELECT is((SELECT report FROM repairs WHERE id = 5), '*****', 'old when the grace period ends');
SELECT lives_ok($$SELECT erasure.unretain('invoices', 'customers')$$, 'the retention ends for all');
CALL erasure.erase_due();
SELECT is(addressees(3) || ' ' || addressees(4) || ' ' || addressees(5), '*****,*****,***** *****,*****,***** *****,*****,*****');
SELECT is((SELECT array_agg(key ORDER BY key) FROM erasure.tombstones WHERE state = 'erased'), '{1,2,3,4,5}', 'all are erased');
SELECT lives_ok($$SELECT erasure.unprotect('customers')$$, 'and the policy may go');
SELECT is((SELECT count(*) FROM erasure.retention), 0::bigint, 'with its retentions');

-- Every session counts alike, whatever its time zone; the end is the first instant that is no longer retained.
CREATE TABLE folk (id int PRIMARY KEY, name text);
CREATE TABLE bills (id int PRIMARY KEY, folk int REFERENCES folk, addressee text, a timestamp, b timestamptz);
INSERT INTO folk VALUES (1, 'Ann'), (2, 'Bob');
INSERT INTO bills VALUES (1, 1, 'Ann', now() AT TIME ZONE 'UTC' - interval '1 hour', now() - interval '1 hour'), (2, 1, 'Ann', now() AT TIME ZONE 'UTC' - interval '3 hours', now() - interval '3 hours'),
                         (3, 2, 'Bob', 'infinity', '-infinity');
SELECT erasure.protect('folk', '{name}', on_erase => 'delete');
SELECT erasure.relate('bills', 'folk', '{addressee}', on_erase => 'delete');
SELECT erasure.retain('bills', 'folk', '2 hours', 'a', 'law');
SET timezone = 'Pacific/Kiritimati';
SELECT is((SELECT retained FROM erasure.preview('folk', ARRAY[1]) WHERE relation = 'bills'::regclass), 1::bigint, 'timestamp, far in the east');
SET timezone = 'Pacific/Pago_Pago';
SELECT is((SELECT retained FROM erasure.preview('folk', ARRAY[1]) WHERE relation = 'bills'::regclass), 1::bigint, 'timestamp, far in the west');
SELECT erasure.retain('bills', 'folk', '2 hours', 'b', 'law');
SELECT is((SELECT retained FROM erasure.preview('folk', ARRAY[1]) WHERE relation = 'bills'::regclass), 1::bigint, 'timestamptz');
SELECT is((SELECT retained FROM erasure.preview('folk', ARRAY[2]) WHERE relation = 'bills'::regclass), 0::bigint, 'never');
SELECT erasure.retain('bills', 'folk', '2 hours', 'a', 'law');
SELECT is((SELECT retained FROM erasure.preview('folk', ARRAY[2]) WHERE relation = 'bills'::regclass), 1::bigint, 'for ever');
ALTER TABLE bills RENAME a TO issued;
SELECT is((SELECT retained FROM erasure.preview('folk', ARRAY[1]) WHERE relation = 'bills'::regclass), 1::bigint, 'a rename changes nothing');
ALTER TABLE bills RENAME issued TO a;

-- on_erase: delete leaves the retained rows and all that they hang on; the rest goes at once.
SELECT erasure.soft_delete('folk', ARRAY[1, 2]);
SELECT is((SELECT row(subjects, rows_masked)::text FROM erasure.permanently_delete('folk', ARRAY[1, 2], 2)), '(2,3)');
SELECT erasure.erase_now('folk', ARRAY[1, 2], 2, 'at once');
SELECT is((SELECT string_agg(id || addressee, ',' ORDER BY id) FROM bills), '1Ann,3Bob', 'the old bill went, the young stayed');
SELECT is((SELECT string_agg(id || name, ',' ORDER BY id) FROM folk), '1*****,2*****', 'whom they hang on has to wait');
SELECT is((SELECT row(max(until), count(*))::text FROM erasure.retained_rows), '(infinity,2)');
SELECT erasure.retain('bills', 'folk', '1 minute', 'a', 'law');
CALL erasure.erase_due();
SELECT is((SELECT string_agg(id || addressee, ',' ORDER BY id) FROM bills), '3Bob', 'gone with its time');
SELECT is((SELECT string_agg(id || name, ',' ORDER BY id) FROM folk), '2*****', 'and so is the person');
SELECT erasure.retain('bills', 'folk', '1 minute', 'b', 'law');
CALL erasure.erase_due();
SELECT is((SELECT count(*) FROM bills) + (SELECT count(*) FROM folk), 0::bigint);

-- The column that tells the age is gone: nothing is masked that might have to be kept.
INSERT INTO folk VALUES (3, 'Cid');
INSERT INTO bills VALUES (4, 3, 'Cid', now(), now());
SELECT erasure.soft_delete('folk', ARRAY[3]);
ALTER TABLE bills DROP COLUMN b;
SELECT throws_ok($$SELECT erasure.permanently_delete('folk', ARRAY[3], 1)$$, '42P17', NULL, 'the retention has lost its column');
SELECT is((SELECT addressee FROM bills WHERE id = 4), 'Cid');

SELECT * FROM finish();
