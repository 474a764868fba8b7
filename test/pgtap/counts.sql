-- permanently_delete and erase_now with a count that is not the number of subjects: refused, and every table is as before.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(80);

CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text);
INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(1, 40) i;
INSERT INTO orders SELECT i, i % 40 + 1, 'Street ' || i FROM generate_series(1, 200) i;
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.soft_delete('customers', ARRAY(SELECT i FROM generate_series(1, 30) i));
SELECT erasure.permanently_delete('customers', ARRAY(SELECT i FROM generate_series(21, 30) i), 10);

-- A hash over the whole of every table, ours and the extension's.
CREATE FUNCTION whole() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    t regclass;
    hash text;
    hashes text := '';
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'erasure'::regnamespace) ORDER BY oid LOOP
        EXECUTE format('SELECT md5(string_agg(t::text, E''\n'' ORDER BY t::text)) FROM %s t', t) INTO hash;
        hashes := concat(hashes, t, ' ', hash, '; ');
    END LOOP;
    RETURN hashes;
END $$;
CREATE TEMP TABLE before AS SELECT whole();

CREATE FUNCTION refused(verb text, keys text, confirmed text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    call text := format('SELECT * FROM erasure.%s(''customers'', %L::int[], %s%s)', verb, keys, confirmed, CASE verb WHEN 'erase_now' THEN ', ''because''' ELSE '' END);
BEGIN
    RETURN NEXT throws_ok(call, '22023', NULL, format('%s of %s, confirmed %s', verb, keys, confirmed));
    RETURN NEXT is((SELECT whole FROM before), whole(), '  changes nothing');
END $$;

SELECT refused(v, k, c)
FROM unnest('{permanently_delete,erase_now}'::text[]) v,
    (VALUES ('{1}', 'NULL'), ('{1}', '0'), ('{1}', '-1'), ('{1}', '2'), ('{1}', '9223372036854775807'), ('{1}', '-9223372036854775808'),
        ('{1,2,3}', '2'), ('{1,2,3}', '4'), ('{1,2,3}', '-3'), ('{1,1,2}', '3'), ('{1,1,1}', '3'), ('{3,2,1,2,3}', '5'),
        -- The count is asked before anything else about the subjects is told.
        ('{1,31}', '1'), ('{1,21}', '1'), ('{1,777}', '3'), ('{}', '0'), ('{}', '1')) AS c (k, c);

-- The number of related rows, or of all that is deleted, is no number of subjects.
SELECT refused('permanently_delete', '{1,2}', '10');
SELECT refused('permanently_delete', '{1,2}', '30');

-- And the right count, the duplicates counted once.
SELECT is((SELECT row(subjects, rows_masked)::text FROM erasure.permanently_delete('customers', ARRAY[3, 1, 2, 1, 3], 3)), '(3,18)', 'three subjects with five orders each');
SELECT isnt((SELECT whole FROM before), whole(), 'something changed');
SELECT is((SELECT count(*) FROM customers WHERE name = '*****'), 13::bigint, 'masked: these three and the ten before');
SELECT is((SELECT count(*) FROM orders WHERE ship_to = '*****'), 65::bigint, 'with all their orders');
SELECT is(erasure.erase_now('customers', '{3,4,4}', 2, 'because'), 2::bigint, 'erase_now counts alike');
SELECT is((SELECT name FROM customers WHERE id = 4), '*****', 'masked');
SELECT is((SELECT sum(subjects) FROM erasure.audit_log WHERE action = 'permanently_delete'), 13::numeric, 'the audit log counts the same');
SELECT is((SELECT array_agg(subjects ORDER BY request) FROM erasure.requests), '{10,3,1}', 'and so do the requests');

SELECT * FROM finish();
