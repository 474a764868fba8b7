-- A transaction that is aborted after any call leaves everything as it was: a whole one, to a savepoint, and in PL/pgSQL.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(104);

CREATE ROLE somebody;
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text);
CREATE TABLE visits (id int PRIMARY KEY, customer_id int REFERENCES customers, ip inet);
CREATE TABLE guests (id int PRIMARY KEY, name text, mail text);
CREATE TABLE guest_notes (id int PRIMARY KEY, guest_id int REFERENCES guests, note text);
INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(1, 9) i;
INSERT INTO orders SELECT i, i % 9 + 1, 'Street ' || i FROM generate_series(1, 27) i;
INSERT INTO visits SELECT i, i, '198.51.100.1' FROM generate_series(1, 9) i;
INSERT INTO guests VALUES (1, 'Gil', 'gil@example.com');
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('visits', 'customers', '{ip}', on_erase => 'delete');
SELECT erasure.allow('customers', '{undo,view_deleted}', 'somebody');
SELECT erasure.soft_delete('customers', ARRAY[2, 3, 4]);
SELECT erasure.permanently_delete('customers', ARRAY[3, 4], 2);
SELECT erasure.hold('customers', ARRAY[1, 4], 'court case');

-- Every row of every table, and what the catalogue says of them: columns, views, triggers, privileges.
CREATE FUNCTION whole() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    t regclass;
    hash text;
    hashes text := '';
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace = 'public'::regnamespace
             OR relkind = 'r' AND relnamespace = 'erasure'::regnamespace ORDER BY oid LOOP
        EXECUTE format('SELECT md5(string_agg(t::text, E''\n'' ORDER BY t::text)) FROM %s t', t) INTO hash;
        hashes := concat(hashes, t, ' ', hash, E'\n');
    END LOOP;
    RETURN hashes || (SELECT md5(string_agg(row(attrelid, attname, attnum)::text, '' ORDER BY attrelid, attnum)) FROM pg_attribute WHERE NOT attisdropped AND attnum > 0 AND attrelid > 16383)
        || (SELECT md5(string_agg(row(tgrelid, tgname, tgtype, tgenabled)::text, '' ORDER BY tgrelid, tgname)) FROM pg_trigger)
        || (SELECT md5(string_agg(row(relname, relacl)::text, '' ORDER BY oid)) FROM pg_class WHERE oid > 16383)
        || (SELECT md5(string_agg(row(proname, proacl)::text, '' ORDER BY oid)) FROM pg_proc WHERE oid > 16383);
END $$;
CREATE TEMP TABLE before (whole text);

-- What the guards do, so what this backend believes of the policy.
CREATE FUNCTION guards() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    statement text;
    answers text := '';
BEGIN
    FOREACH statement IN ARRAY ARRAY['DELETE FROM customers WHERE id = 9', 'UPDATE customers SET name = ''x'' WHERE id = 3', 'UPDATE customers SET name = ''x'' WHERE id = 2',
        'UPDATE customers SET deleted_at = now() WHERE id = 9', 'INSERT INTO orders VALUES (100, 3, ''x'')', 'INSERT INTO orders VALUES (100, 1, ''x'')', 'UPDATE orders SET ship_to = ''x'' WHERE customer_id = 4',
        'DELETE FROM orders WHERE customer_id = 1', 'DELETE FROM visits WHERE customer_id = 9', 'DELETE FROM guests', 'TRUNCATE customers CASCADE'] LOOP
        BEGIN
            EXECUTE statement;
            RAISE EXCEPTION 'undo' USING ERRCODE = 'UNDO0';
        EXCEPTION
            WHEN SQLSTATE 'UNDO0' THEN answers := answers || ' passed';
            WHEN OTHERS THEN answers := answers || ' ' || SQLSTATE;
        END;
    END LOOP;
    RETURN answers;
END $$;
CREATE TEMP TABLE guards_before AS SELECT guards();
SELECT is((SELECT guards FROM guards_before), ' 42501 42501 passed 42501 42501 passed 42501 55006 passed passed 42501', 'what the guards do, to begin with');

CREATE TABLE calls (n int GENERATED ALWAYS AS IDENTITY, call text);
INSERT INTO calls (call) VALUES
    ('SELECT erasure.soft_delete(''customers'', ARRAY[5, 6], ''why'')'),
    ('SELECT erasure.restore(''customers'', ARRAY[2])'),
    ('SELECT erasure.permanently_delete(''customers'', ARRAY[2], 1)'),
    ('SELECT erasure.undo_permanent_delete(''customers'', ARRAY[3, 4])'),
    ('SELECT erasure.erase_now(''customers'', ARRAY[2, 3], 2, ''because'')'),
    ('SELECT erasure.hold(''customers'', ARRAY[3, 5], ''another case'')'),
    ('SELECT erasure.release(''customers'', ARRAY[1, 4])'),
    ('SELECT erasure.soft_delete(''customers'', ARRAY[5]); SELECT erasure.permanently_delete(''customers'', ARRAY[5], 1); SELECT erasure.undo_permanent_delete(''customers'', ARRAY[5]); SELECT erasure.restore(''customers'', ARRAY[5])'),
    ('SELECT erasure.protect(''guests'', ''{name}'')'),
    ('SELECT erasure.protect(''guests'', ''{name,mail}''); SELECT erasure.relate(''guest_notes'', ''guests'', ''{note}''); SELECT erasure.soft_delete(''guests'', ARRAY[1]); SELECT erasure.permanently_delete(''guests'', ARRAY[1], 1)'),
    ('SELECT erasure.allow(''customers'', ''{soft_delete,view_deleted}'', ''somebody'')'),
    ('SELECT erasure.disallow(''customers'', ''{undo,view_deleted}'', ''somebody'')'),
    ('SELECT erasure.use_roles(''customers'', ''somebody'', ''somebody'', ''somebody'')'),
    ('SELECT erasure.ignore(''guest_notes'', ''customers'', ''nothing in it'')'),
    ('SELECT erasure.undo_permanent_delete(''customers'', ARRAY[3, 4]); SELECT erasure.unrelate(''orders'', ''customers'')'),
    ('SELECT erasure.undo_permanent_delete(''customers'', ARRAY[3, 4]); SELECT erasure.set_mask(''orders'', ''ship_to'', ''partial'')'),
    ('SELECT erasure.undo_permanent_delete(''customers'', ARRAY[3, 4]); SELECT erasure.unprotect(''customers'')'),
    ('SELECT erasure.refresh_views(''customers'')'),
    ('SET LOCAL erasure.bypass = on; DROP TABLE visits; SET LOCAL erasure.bypass = off'),
    ('ALTER TABLE orders RENAME ship_to TO sent_to');

-- In PL/pgSQL, where a subtransaction is rolled back. The policy's own error is one more way to abort.
CREATE FUNCTION aborted_in_subtransaction() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    c text;
    went boolean;
BEGIN
    FOR c IN SELECT call FROM calls ORDER BY n LOOP
        went := false;
        BEGIN
            EXECUTE c;
            went := true;
            RAISE EXCEPTION 'undo' USING ERRCODE = 'UNDO0';
        EXCEPTION WHEN SQLSTATE 'UNDO0' THEN NULL;
        END;
        RETURN NEXT ok(went AND (SELECT whole FROM before) = whole(), 'subtransaction: ' || c);
        RETURN NEXT is(guards(), (SELECT b.guards FROM guards_before b), '  and the guards are as before');
    END LOOP;
END $$;
INSERT INTO before SELECT whole();
SELECT aborted_in_subtransaction();

-- ROLLBACK TO SAVEPOINT, and ROLLBACK: one round of statements each.
SELECT format($$BEGIN; SAVEPOINT s; %1$s; ROLLBACK TO s;
SELECT is(whole(), (SELECT whole FROM before), 'to a savepoint: ' || %1$L); COMMIT;
BEGIN; %1$s; ROLLBACK;
SELECT is(whole() || guards(), (SELECT b.whole || g.guards FROM before b, guards_before g), 'transaction: ' || %1$L)$$, call)
FROM calls ORDER BY n \gexec

-- A savepoint that is released and a transaction that is then aborted. What was seen within is judged afterwards, for
-- pgTAP's own count is rolled back too.
CREATE FUNCTION seen() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    UPDATE customers SET name = name || '!' WHERE id = 5;
    RETURN (SELECT erasure.state('customers', id) || ', ' || name FROM customers WHERE id = 5);
EXCEPTION WHEN insufficient_privilege THEN
    RETURN (SELECT erasure.state('customers', id) || ', ' || name || ', guarded' FROM customers WHERE id = 5);
END $$;
TRUNCATE before;
INSERT INTO before SELECT whole();
BEGIN;
SAVEPOINT a;
SELECT erasure.soft_delete('customers', ARRAY[5]);
RELEASE a;
SAVEPOINT b;
SELECT erasure.permanently_delete('customers', ARRAY[5], 1);
RELEASE b;
SELECT seen() AS masked \gset
SAVEPOINT c;
SELECT erasure.undo_permanent_delete('customers', ARRAY[5]);
SELECT seen() AS undone \gset
ROLLBACK TO c;
SELECT seen() AS rolled_back \gset
ROLLBACK;
SELECT is(:'masked'::text, 'masked, *****, guarded', 'masked and guarded within the transaction');
SELECT is(:'undone'::text, 'deleted, Name 5!', 'undone within it');
SELECT is(:'rolled_back'::text, :'masked', 'the undoing rolled back');
SELECT is(whole() || guards(), (SELECT b.whole || g.guards FROM before b, guards_before g), 'all of it rolled back');

-- And the same calls, once not aborted, do change something.
CREATE FUNCTION not_aborted() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    c text;
    then_whole text;
BEGIN
    FOR c IN SELECT call FROM calls WHERE call !~ 'refresh' ORDER BY n LOOP
        BEGIN
            EXECUTE c;
            then_whole := whole();
            RAISE EXCEPTION 'undo' USING ERRCODE = 'UNDO0';
        EXCEPTION WHEN SQLSTATE 'UNDO0' THEN NULL;
        END;
        RETURN NEXT isnt(then_whole, (SELECT whole FROM before), 'not aborted: ' || c);
    END LOOP;
END $$;
TRUNCATE before;
INSERT INTO before SELECT whole();
SELECT not_aborted();

SELECT * FROM finish();
