-- Materialized views over declared tables are refreshed with the deletion, its undo and the erasure, as their owners.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(25);

CREATE ROLE owner;
CREATE ROLE reporter;
GRANT CREATE ON SCHEMA public TO owner, reporter;
SET ROLE owner;
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int, customer_id int REFERENCES customers, ship_to text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE orders_1 PARTITION OF orders DEFAULT;
INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
INSERT INTO orders SELECT i, i, 'Street ' || i FROM generate_series(1, 3) i;
CREATE MATERIALIZED VIEW names AS SELECT id, name FROM customers;
CREATE VIEW between_them AS SELECT n.name, o.ship_to, o.id FROM names n JOIN orders_1 o ON o.customer_id = n.id;
CREATE MATERIALIZED VIEW a_report AS SELECT name || ' ' || ship_to AS line, id FROM between_them; -- reads names, and is to be refreshed after it
CREATE MATERIALIZED VIEW unread AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW empty AS SELECT name FROM customers WITH NO DATA;
CREATE MATERIALIZED VIEW unlisted AS SELECT name FROM customers;
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}', on_erase => 'set_null');
RESET ROLE;

SELECT is(string_agg(materialized_view || ' ' || refreshed, ', ' ORDER BY materialized_view::text), 'a_report false, empty false, names false, unlisted false',
    'those that read declared tables, through a view and another of their kind, or a partition') FROM erasure.materialized_views;
SELECT throws_ok($$SELECT erasure.refresh_with('customers', 'between_them')$$, '42P17', NULL, 'an ordinary view');
SELECT throws_ok($$SELECT erasure.refresh_with('orders', 'names')$$, '42P17', NULL, 'of a table that is not protected');
SET ROLE reporter;
SELECT throws_ok($$SELECT erasure.refresh_with('customers', 'names')$$, '42501', NULL, 'another''s tables');
RESET ROLE;
ALTER MATERIALIZED VIEW unread OWNER TO reporter;
SET ROLE owner;
SELECT throws_ok($$SELECT erasure.refresh_with('customers', 'unread')$$, '42501', NULL, 'another''s view');
SELECT erasure.refresh_with('customers', v::regclass) FROM unnest('{a_report,names,empty}'::text[]) v;
SELECT throws_ok($$SELECT erasure.refresh_with('customers', 'names')$$, '42710', NULL, 'listed once');
RESET ROLE;
SELECT is(string_agg(materialized_view || ' ' || refreshed, ', ' ORDER BY materialized_view::text), 'a_report true, empty true, names true, unlisted false', 'as listed') FROM erasure.materialized_views;

-- By somebody who may delete, and owns nothing.
CREATE ROLE clerk;
SELECT erasure.allow('customers', '{soft_delete,permanently_delete,undo,erase_now}', 'clerk');
SET ROLE clerk;
SELECT erasure.soft_delete('customers', ARRAY[1, 2]);
SELECT erasure.permanently_delete('customers', ARRAY[1, 2], 2);
RESET ROLE;
SELECT is(string_agg(name, ' ' ORDER BY id), '***** ***** Cy', 'shows the mask') FROM names;
SELECT is(string_agg(line, ', ' ORDER BY id), '***** *****, ***** *****, Cy Street 3', 'in the order in which they read each other') FROM a_report;
SELECT ok(NOT relispopulated, 'one that holds nothing is left alone') FROM pg_class WHERE relname = 'empty';
SELECT is((SELECT count(*) FROM unlisted WHERE name IN ('Ada', 'Bo')), 2::bigint, 'one that is not listed still shows them');
SET ROLE clerk;
SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
RESET ROLE;
SELECT is(string_agg(line, ', ' ORDER BY id), 'Ada Street 1, ***** *****, Cy Street 3', 'undone') FROM a_report;
SELECT erasure.erase_now('customers', ARRAY[1, 2], 2, 'asked');
SELECT is(string_agg(line, ', ' ORDER BY id), 'Cy Street 3', 'set_null at erasure shows, of both ways') FROM a_report;

-- The job, with a view that its own owner refreshes.
SELECT erasure.soft_delete('customers', ARRAY[3]);
SELECT erasure.permanently_delete('customers', ARRAY[3], 1);
UPDATE erasure.subject_state SET erase_after = now() - interval '1 second' WHERE state = 'masked';
CALL erasure.erase_due();
SELECT is((SELECT count(*) FROM a_report WHERE line IS NOT NULL), 0::bigint, 'erased by the job');
SELECT is(erasure.state('customers', 3), 'erased', 'it goes through');

-- As its owner, whoever calls; its functions may not delete anybody.
SET ROLE owner;
INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(10, 20) i;
CREATE FUNCTION who(text) RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN current_user || '' '' || $1; END';
CREATE MATERIALIZED VIEW watched AS SELECT id, who(name) AS line FROM customers WHERE id > 9;
SELECT erasure.refresh_with('customers', 'watched');
SELECT erasure.refresh_without('customers', 'a_report');
SELECT throws_ok($$SELECT erasure.refresh_without('customers', 'a_report')$$, '42P17', NULL, 'no longer listed');
RESET ROLE;
SELECT erasure.soft_delete('customers', ARRAY[10, 11]);
SELECT erasure.permanently_delete('customers', ARRAY[10], 1);
SELECT is(line, 'owner *****', 'run as the owner') FROM watched WHERE id = 10;
CREATE OR REPLACE FUNCTION who(text) RETURNS text LANGUAGE plpgsql AS $$BEGIN PERFORM erasure.soft_delete('public.customers', ARRAY[12]); RETURN $1; END$$;
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', ARRAY[11], 1)$$, '42501', 'cannot refresh materialized view "watched"', 'verbs refuse underneath');
CREATE OR REPLACE FUNCTION who(text) RETURNS text LANGUAGE plpgsql AS $$BEGIN RETURN CASE WHEN $1 = '*****' THEN ('Name' || $1)::int ELSE 1 END; END$$;
CREATE FUNCTION tell(call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE d text; h text; c text;
BEGIN
    EXECUTE call; RETURN 'fits';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
    RETURN concat_ws(' ', SQLSTATE, SQLERRM, d, h);
END $$;
SELECT matches(tell($$SELECT erasure.permanently_delete('customers', ARRAY[11], 1)$$), '^22P02 cannot refresh materialized view "watched" Its REFRESH failed with SQLSTATE 22P02\.', 'a query that fails on a mask');
SELECT unalike(tell($$SELECT erasure.permanently_delete('customers', ARRAY[11], 1)$$), '%Name%', 'prints no value');
SELECT is(name, 'Name 11', 'nothing has changed') FROM customers WHERE id = 11;

-- Dropped views are forgotten; unprotect forgets them all.
DROP MATERIALIZED VIEW watched;
SELECT lives_ok($$SELECT erasure.permanently_delete('customers', ARRAY[11], 1)$$, 'a view that was dropped stands in nobody''s way');
SELECT is((SELECT count(*) FROM erasure.refreshed_view), 2::bigint, 'and is no longer listed');
SELECT erasure.soft_delete('customers', ARRAY[12]);
SELECT results_eq($$SELECT erasure.undo_permanent_delete('customers', ARRAY[10, 11])$$, ARRAY[2::bigint], 'undone');
SELECT erasure.unprotect('customers');
SELECT is((SELECT count(*) FROM erasure.refreshed_view), 0::bigint, 'forgotten with the policy');

SELECT * FROM finish();
