-- Retention of rows that are data about two persons: it is the row that has to be kept, whoever is deleted.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(28);

CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE sellers (id int PRIMARY KEY, name text);
CREATE TABLE deals (id int PRIMARY KEY, billed_to int REFERENCES customers, shipped_to int REFERENCES customers, seller int REFERENCES sellers, terms text, made timestamptz);
INSERT INTO customers SELECT i, 'Customer ' || i FROM generate_series(1, 9) i;
INSERT INTO sellers SELECT i, 'Seller ' || i FROM generate_series(1, 2) i;
INSERT INTO deals VALUES (1, 1, 2, NULL, 'young', now() - interval '1 day'), (2, 1, 2, NULL, 'old', now() - interval '1 year'),
                         (3, 3, NULL, 1, 'young', now() - interval '1 day'), (4, 3, NULL, 1, 'old', now() - interval '1 year'),
                         (5, 4, 5, NULL, 'grown', now() - interval '10 days' + interval '1.5 s');
SELECT erasure.protect('customers', '{name}', grace => '1 millisecond');
SELECT erasure.protect('sellers', '{name}', grace => '1 millisecond');
SELECT erasure.relate('deals', 'customers', '{terms}', columns => '{billed_to}', on_erase => 'delete');
SELECT erasure.relate('deals', 'customers', columns => '{shipped_to}', on_erase => 'delete');
SELECT erasure.retain('deals', 'customers', '10 days', 'made', 'commercial law');
SELECT erasure.relate('deals', 'sellers', '{terms}', on_erase => 'delete');
CREATE FUNCTION terms() RETURNS text LANGUAGE sql AS $$SELECT string_agg(id || ' ' || terms, ', ' ORDER BY id) FROM deals WHERE id < 5$$;

SELECT is((SELECT array_agg(subject::text ORDER BY subject::text) FROM erasure.retentions), '{customers,sellers}', 'related under another subject table later: retained there as well');
SELECT lives_ok($$SELECT erasure.retain('deals', 'sellers', '20 days', 'made', 'the same law')$$);
SELECT is((SELECT array_agg(DISTINCT keep::text || ' ' || basis) FROM erasure.retentions), '{"20 days the same law"}', 'one retention, whichever parent is named');
SELECT lives_ok($$SELECT erasure.unretain('deals', 'sellers')$$);
SELECT is((SELECT count(*) FROM erasure.retentions), 0::bigint, 'gone for both');
SELECT erasure.retain('deals', 'customers', '10 days', 'made', 'commercial law');

-- Two customers in one call: the row is each one's.
SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3, 4, 5]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[1, 2], 2)), 3::bigint);
SELECT is(terms(), '1 young, 2 *****, 3 young, 4 old');
SELECT is((SELECT string_agg(key || ':' || rows, ' ' ORDER BY key) FROM erasure.retained_rows), '1:1 2:1', 'listed for both of them');
SELECT pg_sleep(0.01);
CALL erasure.erase_due();
SELECT is(terms(), '1 young, 3 young, 4 old', 'on_erase takes the other');
SELECT is(erasure.state('customers', 1) || erasure.state('customers', 2), 'maskedmasked', 'both wait for it');

-- A customer and a seller, one after the other.
SELECT erasure.permanently_delete('customers', ARRAY[3], 1);
SELECT is(terms(), '1 young, 3 young, 4 *****');
SELECT erasure.soft_delete('sellers', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('sellers', ARRAY[1], 1)), 2::bigint, 'the seller and the old deal, masked already');
SELECT is(terms(), '1 young, 3 young, 4 *****', 'the young one is retained for the seller, too');
SELECT erasure.hold('sellers', ARRAY[1], 'for a while');
CALL erasure.erase_due();
SELECT is(erasure.state('customers', 3), 'masked');
SELECT is(terms(), '1 young, 3 young, 4 *****', 'the old deal is the seller''s as well');
SELECT is(erasure.undo_permanent_delete('sellers', ARRAY[1]), 1::bigint, 'the seller comes back');
SELECT is(terms(), '1 young, 3 young, 4 *****', 'what was destroyed with the customer does not');
SELECT erasure.release('sellers', ARRAY[1]);
SELECT erasure.permanently_delete('sellers', ARRAY[1], 1);
SELECT pg_sleep(0.01);
CALL erasure.erase_due();
SELECT is(terms(), '1 young, 3 young', 'the deal goes when it is nobody''s');
SELECT is(erasure.state('sellers', 1), 'masked');

-- Young for the first, old for the second: masked by the second's request; neither gets it back alone.
SELECT erasure.permanently_delete('customers', ARRAY[4], 1);
SELECT pg_sleep(0.01);
SELECT is((SELECT terms FROM deals WHERE id = 5), 'grown', 'retained for the first');
CALL erasure.erase_due();
SELECT is((SELECT terms FROM deals WHERE id = 5), 'grown', 'whose vault is destroyed meanwhile');
SELECT pg_sleep(1.6);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[5], 1)), 2::bigint, 'not retained for the second any more');
SELECT erasure.hold('customers', ARRAY[5], 'a court case');
SELECT is((SELECT terms FROM deals WHERE id = 5), '*****');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[5]), 1::bigint);
SELECT is((SELECT terms FROM deals WHERE id = 5), '*****', 'nobody can be undone whose row it also is');
CALL erasure.erase_due();
SELECT is(erasure.state('customers', 4), 'erased', 'the first goes with it');

-- All that is left goes in the end.
SELECT erasure.unretain('deals', 'sellers');
CALL erasure.erase_due();
SELECT is((SELECT array_agg(relation || key ORDER BY relation, key) FROM erasure.tombstones), '{public.customers1,public.customers2,public.customers3,public.customers4,public.sellers1}');
SELECT is((SELECT count(*) FROM deals WHERE id < 5), 0::bigint);

SELECT * FROM finish();
