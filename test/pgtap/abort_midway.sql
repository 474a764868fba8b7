-- What fails half-way leaves nothing: an error of a user's trigger in the middle of a verb's work, before and after
-- each table's rows, and one at COMMIT. The same backend goes on correctly.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(201);

CREATE SCHEMA test; -- what belongs to the test and is not looked at
CREATE ROLE clerk;
CREATE ROLE manager;
GRANT USAGE ON SCHEMA test TO clerk;

CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE, phone text, remark text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text, comment text);
CREATE TABLE order_notes (id int PRIMARY KEY, order_id int NOT NULL REFERENCES orders, note text);
CREATE TABLE visits (id int PRIMARY KEY, customer_id int REFERENCES customers, page text);
CREATE TABLE wishes (id int PRIMARY KEY, customer_id int REFERENCES customers, wish text);
CREATE TABLE guests (id int PRIMARY KEY, name text);
CREATE TABLE suppliers (id int PRIMARY KEY, name text);
CREATE TABLE deliveries (id int PRIMARY KEY, supplier_id int REFERENCES suppliers, driver text);
INSERT INTO customers SELECT i, 'Name ' || i, 'c' || i || '@example.com', '030-123456' || i, 'remark ' || i FROM generate_series(1, 6) i;
INSERT INTO orders SELECT i * 10, i, 'Street ' || i, 'comment ' || i FROM generate_series(1, 6) i;
INSERT INTO order_notes SELECT i * 100, i * 10, 'note ' || i FROM generate_series(1, 6) i;
INSERT INTO visits SELECT i, i, '/page' || i FROM generate_series(1, 6) i;
INSERT INTO guests VALUES (1, 'Ada'), (2, 'Bo');
INSERT INTO suppliers VALUES (1, 'Sid'), (2, 'Tom');
INSERT INTO deliveries VALUES (1, 1, 'Uwe');

SELECT erasure.protect('customers', '{name,email}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.relate('order_notes', 'orders', '{note}', on_erase => 'delete');
SELECT erasure.not_personal('customers', '{phone,remark}', 'another matter'), erasure.not_personal('orders', '{comment}', 'another matter');
SELECT erasure.ignore('visits', 'customers', 'pages only');
SELECT erasure.ignore('wishes', 'customers', 'goods only');
SELECT erasure.protect('suppliers', '{name}');
SELECT erasure.relate('deliveries', 'suppliers', '{driver}');
SELECT erasure.allow('customers', '{view_deleted,soft_delete}', 'clerk');
SELECT erasure.soft_delete('customers', ARRAY[2, 3, 4, 5]);
SELECT subjects FROM erasure.permanently_delete('customers', ARRAY[3, 4], 2);
SELECT erasure.erase_now('customers', ARRAY[4], 1, 'because');
SELECT erasure.hold('customers', ARRAY[5], 'court case');
-- 1 and 6 active, 2 deleted, 3 masked, 4 erased, 5 deleted and on hold

-- Everything there is: the rows of every table, the extension's too, and what the catalogue has of them.
CREATE FUNCTION test.everything() RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    t regclass;
    sum text;
    all_of_it jsonb := '{}';
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'erasure'::regnamespace) AND relkind IN ('r', 'p') LOOP
        EXECUTE format('SELECT md5(string_agg(x::text, E''\n'' ORDER BY x::text)) FROM %s x', t) INTO sum;
        all_of_it := all_of_it || jsonb_build_object('rows of ' || t, sum);
    END LOOP;
    SELECT all_of_it || coalesce(jsonb_object_agg('trigger ' || tgname || ' on ' || tgrelid::regclass, pg_get_triggerdef(oid) || tgenabled::text), '{}')
    INTO all_of_it FROM pg_trigger WHERE NOT tgisinternal;
    SELECT all_of_it || jsonb_object_agg(relkind::text || ' ' || c.oid::regclass, concat_ws('|', relacl::text, relowner::regrole, reloptions::text, CASE WHEN relkind = 'v' THEN pg_get_viewdef(c.oid) END,
        (SELECT string_agg(attname || attnum || format_type(atttypid, atttypmod) || attnotnull, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)))
    INTO all_of_it FROM pg_class c WHERE relnamespace IN ('public'::regnamespace, 'erasure'::regnamespace) AND relkind IN ('r', 'p', 'v');
    RETURN all_of_it || (SELECT jsonb_build_object('functions', md5(string_agg(oid::regprocedure::text || proacl::text, ',' ORDER BY oid)))
                         FROM pg_proc WHERE pronamespace = 'erasure'::regnamespace);
END $$;

CREATE TABLE test.before (everything jsonb, answers text);
CREATE FUNCTION test.differences() RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(key, ', ' ORDER BY key) FROM test.before b, jsonb_each(b.everything) o FULL JOIN jsonb_each(test.everything()) n USING (key)
    WHERE o.value IS DISTINCT FROM n.value
$$;

-- How this backend answers: each probe is given up again, so that they can be asked at any time. It has the policy in a
-- cache; what was rolled back must not be in there.
CREATE TABLE test.probe (n int GENERATED ALWAYS AS IDENTITY, role name DEFAULT 'postgres', call text);
INSERT INTO test.probe (call) VALUES
    ('DELETE FROM customers WHERE id = 1'), ('UPDATE customers SET name = ''x'' WHERE id = 3'), ('UPDATE customers SET phone = ''x'' WHERE id = 3'),
    ('UPDATE orders SET ship_to = ''x'' WHERE id = 40'), ('UPDATE orders SET comment = ''x'' WHERE id = 40'), ('UPDATE customers SET deleted_at = NULL WHERE id = 2'),
    ('INSERT INTO orders VALUES (1, 3)'), ('INSERT INTO order_notes VALUES (1, 30)'), ('INSERT INTO visits VALUES (33, 3)'), ('UPDATE order_notes SET note = ''x'' WHERE id = 500'),
    ('DELETE FROM guests'), ('DELETE FROM suppliers WHERE id = 2'), ('UPDATE suppliers SET deleted_at = now()'), ('TRUNCATE deliveries'),
    ('SELECT erasure.soft_delete(''customers'', ARRAY[1])'), ('SELECT erasure.soft_delete(''guests'', ARRAY[1])'), ('SELECT erasure.soft_delete(''suppliers'', ARRAY[1])'),
    ('SELECT erasure.restore(''customers'', ARRAY[2, 5])'), ('SELECT subjects || '' '' || rows_masked FROM erasure.permanently_delete(''customers'', ARRAY[2], 1)'),
    ('SELECT erasure.undo_permanent_delete(''customers'', ARRAY[3])'), ('SELECT erasure.erase_now(''customers'', ARRAY[2, 3], 2, ''because'')'),
    ('SELECT erasure.erase_now(''customers'', ARRAY[5], 1, ''because'')'), ('SELECT string_agg(column_name || mask || path, '','' ORDER BY relation, column_name) FROM erasure.policy'),
    ('SELECT string_agg(erasure.state(''customers'', id), '','' ORDER BY id) FROM customers'), ('SELECT string_agg(id::text, '','' ORDER BY id) FROM customers_deleted');
INSERT INTO test.probe (role, call)
SELECT r, c FROM unnest('{clerk,manager}'::name[]) r, unnest('{"SELECT erasure.soft_delete(''customers'', ARRAY[1])","SELECT erasure.undo_permanent_delete(''customers'', ARRAY[3])",
    "SELECT count(*) FROM customers_deleted","SELECT count(*) FROM erasure.subjects","SELECT erasure.unschedule()"}'::text[]) c;

CREATE FUNCTION test.answers() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    p test.probe;
    answer text;
    all_of_them text := '';
BEGIN
    FOR p IN SELECT * FROM test.probe ORDER BY n LOOP
        answer := NULL;
        BEGIN
            IF p.role <> 'postgres' THEN EXECUTE format('SET LOCAL ROLE %I', p.role); END IF;
            IF p.call LIKE 'SELECT%' THEN EXECUTE p.call INTO answer; ELSE EXECUTE p.call; END IF;
            RAISE EXCEPTION 'give up' USING ERRCODE = 'GIVUP';
        EXCEPTION
            WHEN SQLSTATE 'GIVUP' THEN NULL;
            WHEN OTHERS THEN answer := SQLSTATE;
        END;
        all_of_them := all_of_them || format(E'%s: %s: %s\n', p.role, p.call, coalesce(answer, 'done'));
    END LOOP;
    RETURN all_of_them;
END $$;

-- What is called.
CREATE TABLE test.call (n int GENERATED ALWAYS AS IDENTITY, name text, call text);
INSERT INTO test.call (name, call) VALUES
    ('soft_delete', 'SELECT erasure.soft_delete(''customers'', ARRAY[1, 6])'),
    ('restore', 'SELECT erasure.restore(''customers'', ARRAY[2])'),
    ('permanently_delete', 'SELECT subjects FROM erasure.permanently_delete(''customers'', ARRAY[2], 1)'),
    ('undo_permanent_delete', 'SELECT erasure.undo_permanent_delete(''customers'', ARRAY[3])'),
    ('erase_now of a masked subject', 'SELECT erasure.erase_now(''customers'', ARRAY[3], 1, ''because'')'),
    ('erase_now of a deleted subject', 'SELECT erasure.erase_now(''customers'', ARRAY[2], 1, ''because'')'),
    ('hold', 'SELECT erasure.hold(''customers'', ARRAY[2, 3], ''court case'')'),
    ('release', 'SELECT erasure.release(''customers'', ARRAY[5])'),
    ('protect', 'SELECT erasure.protect(''guests'', ''{name}'')'),
    ('relate', 'SELECT erasure.relate(''wishes'', ''customers'', ''{wish}'')'),
    ('add_personal', 'SELECT erasure.add_personal(''suppliers'', ''{}''), erasure.add_personal(''deliveries'', ''{}'')'),
    ('set_mask', 'SELECT erasure.set_mask(''suppliers'', ''name'', ''partial'')'),
    ('not_personal', 'SELECT erasure.not_personal(''orders'', ''{comment}'', ''goods only'')'),
    ('ignore', 'SELECT erasure.ignore(''wishes'', ''customers'', ''something else'')'),
    ('unrelate', 'SELECT erasure.unrelate(''deliveries'', ''suppliers'')'),
    ('unprotect', 'SELECT erasure.unprotect(''suppliers'')'),
    ('refresh_views', 'SELECT erasure.refresh_views(''customers'')'),
    ('allow', 'SELECT erasure.allow(''customers'', ''{undo}'', ''manager'')'),
    ('disallow', 'SELECT erasure.disallow(''customers'', ''{soft_delete,view_deleted}'', ''clerk'')'),
    ('use_roles', 'SELECT erasure.use_roles(''customers'', ''manager'', ''manager'', ''clerk'')'),
    ('the whole way', 'SELECT erasure.soft_delete(''customers'', ARRAY[1]), (SELECT subjects FROM erasure.permanently_delete(''customers'', ARRAY[1], 1)),
        erasure.undo_permanent_delete(''customers'', ARRAY[1]), erasure.erase_now(''customers'', ARRAY[1], 1, ''because'')'),
    ('protect, relate, and all of their life', 'SELECT erasure.unprotect(''suppliers''), erasure.protect(''suppliers'', ''{name}'', views => false), erasure.relate(''deliveries'', ''suppliers'', ''{driver}'', on_erase => ''delete''),
        erasure.soft_delete(''suppliers'', ARRAY[1]), erasure.erase_now(''suppliers'', ARRAY[1], 1, ''because'')');

INSERT INTO test.before SELECT test.everything(), test.answers();
SELECT is(test.differences(), NULL, 'asking changes nothing');
SELECT matches((SELECT answers FROM test.before), E'DELETE FROM customers WHERE id = 1: 42501\n.*UPDATE customers SET phone = ''x'' WHERE id = 3: done\n.*DELETE FROM guests: done\n', 'asked well');
SELECT matches((SELECT answers FROM test.before), E'permanently_delete\\(''customers'', ARRAY\\[2\\], 1\\): 1 3\n', 'asked well, of verbs too');

-- In the middle: a trigger of the user's on each table that a verb writes to, for each verb.
CREATE FUNCTION test.fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'not today' USING ERRCODE = 'NOTDY'; END $$;
CREATE FUNCTION test.in_the_middle() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    c record;
    state text;
    what text;
BEGIN
    FOR c IN
        SELECT name, call, relation, timing FROM test.call, unnest('{customers,orders,order_notes}'::text[]) relation,
            unnest('{BEFORE ROW,AFTER ROW,BEFORE STATEMENT,AFTER STATEMENT}'::text[]) timing
        WHERE name IN ('permanently_delete', 'undo_permanent_delete', 'erase_now of a deleted subject')
            OR (relation = 'customers' AND name IN ('soft_delete', 'restore')) OR (relation = 'order_notes' AND name = 'erase_now of a masked subject')
        ORDER BY n, relation, timing
    LOOP
        state := 'none';
        what := format('%s, an error %s on %s', c.name, c.timing, c.relation);
        BEGIN
            EXECUTE format('CREATE TRIGGER fails %s UPDATE OR DELETE ON %I FOR EACH %s EXECUTE FUNCTION test.fail()',
                split_part(c.timing, ' ', 1), c.relation, split_part(c.timing, ' ', 2));
            PERFORM erasure.ignore_trigger(c.relation::regclass, 'fails', 'it copies nothing');
            EXECUTE c.call;
        EXCEPTION WHEN OTHERS THEN
            state := SQLSTATE;
        END;
        RETURN NEXT is(state, 'NOTDY', what);
        RETURN NEXT is(test.differences(), NULL, what || ': nothing of it is left');
        RETURN NEXT is(test.answers(), (SELECT answers FROM test.before), what || ': and all goes on');
    END LOOP;
END $$;
SELECT test.in_the_middle();

-- At COMMIT: somebody else's deferred constraint.
CREATE TABLE test.parent (id int PRIMARY KEY);
CREATE TABLE test.child (id int REFERENCES test.parent DEFERRABLE INITIALLY DEFERRED);
\set ON_ERROR_STOP 0
\set VERBOSITY terse
SELECT 'BEGIN', call, 'INSERT INTO test.child VALUES (1)', 'COMMIT', format('SELECT is(test.differences(), NULL, %L)', name || ', an error at COMMIT: nothing of it is left'),
    format('SELECT is(test.answers(), (SELECT answers FROM test.before), %L)', name || ', an error at COMMIT: and all goes on')
FROM test.call ORDER BY n \gexec
BEGIN;
CALL erasure.erase_due();
ROLLBACK;
\set ON_ERROR_STOP 1
SELECT is(test.differences(), NULL, 'erase_due in a transaction block: refused, and nothing is left');

-- A trigger that calls a verb is refused, catches the error, and the engine's work goes on as if it had not been.
CREATE FUNCTION test.meddle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    BEGIN
        PERFORM erasure.restore('customers', ARRAY[5]);
        RAISE WARNING 'went through';
    EXCEPTION WHEN insufficient_privilege THEN
        UPDATE orders SET comment = coalesce(comment, '') || ' refused' WHERE id = 10;
    END;
    RETURN new;
END $$;
CREATE TRIGGER meddles BEFORE UPDATE ON order_notes FOR EACH ROW EXECUTE FUNCTION test.meddle();
SELECT erasure.ignore_trigger('order_notes', 'meddles', 'it copies nothing');
SELECT is((SELECT concat(subjects, ' ', rows_masked) FROM erasure.permanently_delete('customers', ARRAY[2], 1)), '1 3', 'a trigger that tries a verb and catches the refusal');
SELECT is((SELECT concat_ws(', ', name, ship_to, note) FROM customers c JOIN orders o ON o.customer_id = c.id JOIN order_notes n ON n.order_id = o.id WHERE c.id = 2), '*****, *****, *****', 'all is masked');
SELECT is((SELECT comment FROM orders WHERE id = 10), 'comment 1 refused', 'it was refused, and what it did then stands');
SELECT is(erasure.state('customers', 5), 'deleted', 'what it tried did not happen');
DROP TRIGGER meddles ON order_notes;

-- And the same backend does it all for good.
UPDATE orders SET comment = 'comment 1' WHERE id = 10;
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[2, 3]), 2::bigint, 'undo, for good');
SELECT is(erasure.restore('customers', ARRAY[2, 3]), 2::bigint, 'restore, for good');
SELECT results_eq('SELECT c::text, o::text, n::text FROM customers c JOIN orders o ON o.customer_id = c.id JOIN order_notes n ON n.order_id = o.id WHERE c.id IN (1, 2, 3, 6) ORDER BY c.id',
    $$SELECT format('(%1$s,"Name %1$s",c%1$s@example.com,030-123456%1$s,"remark %1$s",)', i), format('(%1$s0,%1$s,"Street %1$s","comment %1$s")', i), format('(%1$s00,%1$s0,"note %1$s")', i)
      FROM unnest('{1,2,3,6}'::int[]) i$$, 'every byte in place');
SELECT lives_ok($$SELECT erasure.release('customers', ARRAY[5]), erasure.erase_now('customers', ARRAY[5], 1, 'because'), erasure.unprotect('customers'), erasure.unprotect('suppliers')$$, 'to the end');
DELETE FROM guests;
SELECT is_empty('SELECT * FROM erasure.policy', 'nothing is declared any more');

SELECT * FROM finish();
