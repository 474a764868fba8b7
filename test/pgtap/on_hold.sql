-- A legal hold: nothing of the subject is destroyed while it stands; everything goes on when it is released or lapses.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(35);

CREATE TABLE customers (id int PRIMARY KEY, name text, credit int);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text, total int);
INSERT INTO customers SELECT i, 'Name ' || i, 0 FROM generate_series(1, 9) i;
INSERT INTO orders SELECT i, i, 'Street ' || i, 0 FROM generate_series(1, 9) i;
SELECT erasure.protect('customers', '{name}', grace => '1 millisecond');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
CREATE FUNCTION states() RETURNS text LANGUAGE sql AS $$SELECT string_agg(id || ' ' || erasure.state('customers', id), ', ' ORDER BY id) FROM customers WHERE id < 7$$;

SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3, 4, 5]);
SELECT erasure.permanently_delete('customers', ARRAY[3, 4, 5], 3);
SELECT is(erasure.hold('customers', ARRAY[2, 3, 6, 3], 'court case 12/34'), 3::bigint, 'a deleted, a masked and an active subject');
SELECT is((SELECT array_agg(key ORDER BY key) FROM erasure.legal_hold), '{2,3,6}', 'held');
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', ARRAY[1, 2], 2)$$, '55006', NULL, 'no permanent delete, not even of the other');
SELECT throws_ok($$SELECT erasure.erase_now('customers', ARRAY[3, 4], 2, 'because')$$, '55006', NULL, 'no erasure at once');
SELECT pg_sleep(0.01);
CALL erasure.erase_due();
SELECT is(states(), '1 deleted, 2 deleted, 3 masked, 4 erased, 5 erased, 6 active', 'the job leaves out who is on hold and goes on with the others');
CALL erasure.erase_due();
SELECT is(states(), '1 deleted, 2 deleted, 3 masked, 4 erased, 5 erased, 6 active', 'and does so again');
SELECT is((SELECT row(due, overdue, set_aside, waiting)::text FROM erasure.status), '(0,0,0,1)', 'status: nothing due, one waiting');
SELECT isnt((SELECT count(*) FROM erasure.vault), 0::bigint, 'his originals are kept');

-- What is his must stay as it is; what is not personal is the shop's.
SELECT throws_ok($$UPDATE orders SET ship_to = 'x' WHERE id = 2$$, '55006', NULL, 'personal data of a deleted one on hold');
SELECT throws_ok($$UPDATE orders SET ship_to = 'x' WHERE id = 6$$, '55006', NULL, 'and of an active one');
SELECT throws_ok($$DELETE FROM orders WHERE id = 6$$, '55006', NULL, 'nor do rows go');
SELECT throws_ok($$DELETE FROM orders WHERE id = 3$$, '55006', NULL, 'not of a masked one either');
SELECT throws_ok($$DELETE FROM customers WHERE id = 6$$, '42501', NULL, 'the subject itself least of all');
SELECT lives_ok($$UPDATE orders SET total = 5 WHERE id IN (2, 3, 6)$$, 'totals may change');
SELECT lives_ok($$UPDATE orders SET ship_to = ship_to WHERE id IN (2, 3, 6)$$, 'and what does not change may be written');
SELECT lives_ok($$INSERT INTO orders VALUES (60, 6, 'Street 60', 0)$$, 'an active one goes on ordering');
SELECT lives_ok($$UPDATE orders SET ship_to = 'x' WHERE id = 7$$, 'others are not concerned');
SELECT is(erasure.soft_delete('customers', ARRAY[6]), 1::bigint, 'soft delete destroys nothing');
SELECT is(erasure.restore('customers', ARRAY[6]), 1::bigint, 'nor does restore');

-- Undo past the end of the grace period, as long as the hold stands.
SELECT is((SELECT erase_after < now() FROM erasure.subjects WHERE relation = 'customers'::regclass AND key = '3'), true, 'the grace period is over');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[3]), 1::bigint, 'and still it is undone');
SELECT is((SELECT name || ', ' || ship_to FROM customers JOIN orders ON customer_id = customers.id WHERE customers.id = 3), 'Name 3, Street 3', 'every byte in place');
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', ARRAY[3], 1)$$, '55006', NULL, 'still on hold');

-- Released: at once, and again is no error.
SELECT is(erasure.release('customers', ARRAY[2, 3, 7]), 2::bigint, 'two were held');
SELECT is(erasure.release('customers', ARRAY[2, 3]), 0::bigint, 'none any more');
SELECT is((SELECT subjects FROM erasure.permanently_delete('customers', ARRAY[2, 3], 2)), 2::bigint, 'now they go');
SELECT erasure.hold('customers', ARRAY[3], 'once more');
SELECT pg_sleep(0.01);
CALL erasure.erase_due();
SELECT is(states(), '1 deleted, 2 erased, 3 masked, 4 erased, 5 erased, 6 active', 'a hold between masking and erasure');
SELECT erasure.release('customers', ARRAY[3]);
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('customers', ARRAY[3])$$, '55000', NULL, 'with the hold goes the way back');
CALL erasure.erase_due();
SELECT is(states(), '1 deleted, 2 erased, 3 erased, 4 erased, 5 erased, 6 active', 'the job comes back when it is released');
SELECT throws_ok($$SELECT erasure.hold('customers', ARRAY[3], 'too late')$$, '55000', NULL, 'an erased subject cannot be held');

-- A hold with an end lapses by itself; a second one replaces the first.
SELECT erasure.hold('customers', ARRAY[1], 'for a moment', clock_timestamp() + interval '0.3 s');
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', ARRAY[1], 1)$$, '55006', NULL, 'before its end');
SELECT pg_sleep(0.4);
SELECT is((SELECT subjects FROM erasure.permanently_delete('customers', ARRAY[1], 1)), 1::bigint, 'after its end');
SELECT erasure.hold('customers', ARRAY[6], 'without end');
SELECT erasure.hold('customers', ARRAY[6], 'with an end', clock_timestamp() + interval '1 hour');
SELECT is((SELECT row(reason, held_until IS NOT NULL)::text FROM erasure.legal_hold WHERE key = '6'), '("with an end",t)', 'the later one counts');
SELECT lives_ok($$DELETE FROM orders WHERE id = 1$$, 'after the end rows may go');
SELECT is((SELECT bool_and(CASE action WHEN 'hold' THEN subjects > 0 ELSE true END) FROM erasure.audit_log), true, 'holds are in the audit log');

SELECT * FROM finish();
