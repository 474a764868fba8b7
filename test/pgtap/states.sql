-- Every state and every verb: where it leads, or the error; and that a call moves all of its subjects or none.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(170);

CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text);
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');

-- A new subject in the wanted state.
CREATE SEQUENCE next_id;
CREATE FUNCTION subject_in(state text, held boolean DEFAULT false) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    new_id int := nextval('next_id');
BEGIN
    INSERT INTO customers VALUES (new_id, 'Name ' || new_id);
    INSERT INTO orders VALUES (new_id * 10, new_id, 'Street ' || new_id), (new_id * 10 + 1, new_id, NULL);
    IF state <> 'active' THEN PERFORM erasure.soft_delete('customers', ARRAY[new_id]); END IF;
    IF state IN ('masked', 'erased') THEN PERFORM erasure.permanently_delete('customers', ARRAY[new_id], 1); END IF;
    IF held THEN PERFORM erasure.hold('customers', ARRAY[new_id], 'court case'); END IF;
    IF state = 'erased' THEN PERFORM erasure.erase_now('customers', ARRAY[new_id], 1, 'because'); END IF;
    RETURN new_id;
END $$;

-- What is to be seen of a subject.
CREATE FUNCTION seen(subject int) RETURNS text LANGUAGE sql AS $$
    SELECT concat_ws(', ', erasure.state('customers', subject), c.name, o.ship_to,
                     CASE WHEN EXISTS (SELECT FROM customers_active a WHERE a.id = subject) THEN 'in the active list' END,
                     CASE WHEN EXISTS (SELECT FROM customers_deleted d WHERE d.id = subject) THEN 'in the Deleted list' END,
                     (SELECT count(*) FROM erasure.vault v WHERE v.key = subject::text) || ' in the vault',
                     (SELECT 'tombstone' FROM erasure.tombstones t WHERE t.key = subject::text AND t.state = 'erased'))
    FROM customers c JOIN orders o ON o.customer_id = c.id AND o.id % 10 = 0 WHERE c.id = subject
$$;

CREATE FUNCTION should_look(state text, subject int) RETURNS text LANGUAGE sql AS $$
    SELECT CASE state
        WHEN 'active' THEN format('active, Name %1$s, Street %1$s, in the active list, 0 in the vault', subject)
        WHEN 'deleted' THEN format('deleted, Name %1$s, Street %1$s, in the Deleted list, 0 in the vault', subject)
        WHEN 'masked' THEN 'masked, *****, *****, 2 in the vault'
        WHEN 'erased' THEN 'erased, *****, *****, 0 in the vault, tombstone'
    END
$$;

CREATE TABLE verb (verb text, call text);
INSERT INTO verb VALUES
    ('soft_delete', 'SELECT erasure.soft_delete(''customers'', %1$L::int[])'),
    ('restore', 'SELECT erasure.restore(''customers'', %1$L::int[])'),
    ('preview', 'SELECT row_count FROM erasure.preview(''customers'', %1$L::int[]) WHERE relation = ''customers''::regclass'),
    ('confirmation', 'SELECT subjects FROM erasure.confirmation(''customers'', %1$L::int[])'),
    ('permanently_delete', 'SELECT subjects FROM erasure.permanently_delete(''customers'', %1$L::int[], %2$s)'),
    ('undo_permanent_delete', 'SELECT erasure.undo_permanent_delete(''customers'', %1$L::int[])'),
    ('erase_now', 'SELECT erasure.erase_now(''customers'', %1$L::int[], %2$s, ''because'')'),
    ('hold', 'SELECT erasure.hold(''customers'', %1$L::int[], ''court case'')'),
    ('release', 'SELECT erasure.release(''customers'', %1$L::int[])');

-- Calls a verb on these subjects: how many, or the SQLSTATE.
CREATE FUNCTION call_verb(named text, subjects int[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    template text := (SELECT call FROM verb WHERE verb = named);
    result text;
BEGIN
    EXECUTE format(template, subjects, cardinality(subjects)) INTO result;
    RETURN result;
EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
END $$;

-- from, held, verb: what it answers, and where the subject is then
CREATE TABLE matrix (n int GENERATED ALWAYS AS IDENTITY, "from" text, held boolean, verb text, answer text, "to" text);
INSERT INTO matrix ("from", held, verb, answer, "to") VALUES
    ('active', false, 'soft_delete', '1', 'deleted'),
    ('active', false, 'restore', '55000', 'active'),
    ('active', false, 'preview', '1', 'active'),
    ('active', false, 'confirmation', '55000', 'active'),
    ('active', false, 'permanently_delete', '55000', 'active'),
    ('active', false, 'undo_permanent_delete', '55000', 'active'),
    ('active', false, 'erase_now', '55000', 'active'),
    ('active', false, 'hold', '1', 'active'),
    ('active', false, 'release', '0', 'active'),
    ('deleted', false, 'soft_delete', '55000', 'deleted'),
    ('deleted', false, 'restore', '1', 'active'),
    ('deleted', false, 'preview', '1', 'deleted'),
    ('deleted', false, 'confirmation', '1', 'deleted'),
    ('deleted', false, 'permanently_delete', '1', 'masked'),
    ('deleted', false, 'undo_permanent_delete', '55000', 'deleted'),
    ('deleted', false, 'erase_now', '1', 'erased'),
    ('deleted', false, 'hold', '1', 'deleted'),
    ('deleted', false, 'release', '0', 'deleted'),
    ('masked', false, 'soft_delete', '55000', 'masked'),
    ('masked', false, 'restore', '55000', 'masked'),
    ('masked', false, 'preview', '1', 'masked'),
    ('masked', false, 'confirmation', '55000', 'masked'),
    ('masked', false, 'permanently_delete', '55000', 'masked'),
    ('masked', false, 'undo_permanent_delete', '1', 'deleted'),
    ('masked', false, 'erase_now', '1', 'erased'),
    ('masked', false, 'hold', '1', 'masked'),
    ('masked', false, 'release', '0', 'masked'),
    ('erased', false, 'soft_delete', '55000', 'erased'),
    ('erased', false, 'restore', '55000', 'erased'),
    ('erased', false, 'preview', '1', 'erased'),
    ('erased', false, 'confirmation', '55000', 'erased'),
    ('erased', false, 'permanently_delete', '55000', 'erased'),
    ('erased', false, 'undo_permanent_delete', '55000', 'erased'),
    ('erased', false, 'erase_now', '55000', 'erased'),
    ('erased', false, 'hold', '55000', 'erased'),
    ('erased', false, 'release', '0', 'erased'),
    -- A hold refuses what destroys, and nothing else.
    ('active', true, 'soft_delete', '1', 'deleted'),
    ('deleted', true, 'restore', '1', 'active'),
    ('deleted', true, 'preview', '1', 'deleted'),
    ('deleted', true, 'confirmation', '55006', 'deleted'),
    ('deleted', true, 'permanently_delete', '55006', 'deleted'),
    ('deleted', true, 'erase_now', '55006', 'deleted'),
    ('deleted', true, 'hold', '1', 'deleted'),
    ('deleted', true, 'release', '1', 'deleted'),
    ('masked', true, 'undo_permanent_delete', '1', 'deleted'),
    ('masked', true, 'erase_now', '55006', 'masked'),
    ('masked', true, 'release', '1', 'masked'),
    ('active', true, 'release', '1', 'active');

CREATE FUNCTION check_matrix() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    m matrix;
    subject int;
    what text;
BEGIN
    FOR m IN SELECT * FROM matrix ORDER BY n LOOP
        subject := subject_in(m."from", m.held);
        what := concat(CASE WHEN m.held THEN 'held and ' END, m."from", ', ', m.verb);
        RETURN NEXT is(call_verb(m.verb, ARRAY[subject]), m.answer, what);
        RETURN NEXT is(seen(subject), should_look(m."to", subject), format('%s: then %s', what, m."to"));
    END LOOP;
END $$;
SELECT check_matrix();

-- The job: a grace period that is over, with and without a hold.
CREATE TABLE guests (id int PRIMARY KEY, name text);
SELECT erasure.protect('guests', '{name}', grace => '1 millisecond');
INSERT INTO guests VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cleo'), (4, 'Dan');
SELECT erasure.soft_delete('guests', ARRAY[2, 3, 4]);
SELECT erasure.permanently_delete('guests', ARRAY[3, 4], 2);
SELECT erasure.hold('guests', ARRAY[4], 'court case');
SELECT pg_sleep(0.01);
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('guests', ARRAY[3])$$, '55000', NULL, 'too late to undo');
CALL erasure.erase_due();
SELECT results_eq($$SELECT id, erasure.state('guests', id) FROM guests ORDER BY id$$,
                  $$VALUES (1, 'active'), (2, 'deleted'), (3, 'erased'), (4, 'masked')$$, 'erase_due: those that are due and on no hold');
SELECT is((SELECT array_agg(key ORDER BY key) FROM erasure.vault v WHERE v.subject_id = (SELECT id FROM erasure.declared_table WHERE relation = 'guests'::regclass)),
          '{4}', 'erase_due: only the held one is left in the vault');
SELECT is(erasure.undo_permanent_delete('guests', ARRAY[4]), 1::bigint, 'a hold keeps the way back open');
SELECT is((SELECT name FROM guests WHERE id = 4), 'Dan', 'and his data is back');

-- Subjects in several states in one call: none moves, and the state in the way is the first that the table of states names.
CREATE TABLE mixed (n int GENERATED ALWAYS AS IDENTITY, verb text, states text[], answer text);
INSERT INTO mixed (verb, states, answer) VALUES
    ('soft_delete', '{active,active}', '2'), ('soft_delete', '{active,deleted}', '55000'), ('soft_delete', '{masked,active}', '55000'),
    ('soft_delete', '{active,erased,active}', '55000'), ('soft_delete', '{active,missing}', 'P0002'),
    ('restore', '{deleted,deleted}', '2'), ('restore', '{deleted,active}', '55000'), ('restore', '{deleted,masked}', '55000'),
    ('restore', '{erased,deleted}', '55000'), ('restore', '{deleted,missing}', 'P0002'),
    ('permanently_delete', '{deleted,deleted}', '2'), ('permanently_delete', '{deleted,active}', '55000'),
    ('permanently_delete', '{masked,deleted}', '55000'), ('permanently_delete', '{deleted,erased}', '55000'),
    ('permanently_delete', '{deleted,held}', '55006'), ('permanently_delete', '{deleted,missing}', 'P0002'),
    ('undo_permanent_delete', '{masked,masked}', '2'), ('undo_permanent_delete', '{masked,deleted}', '55000'),
    ('undo_permanent_delete', '{masked,active}', '55000'), ('undo_permanent_delete', '{erased,masked}', '55000'),
    ('undo_permanent_delete', '{masked,missing}', 'P0002'),
    ('erase_now', '{deleted,masked}', '2'), ('erase_now', '{deleted,active}', '55000'), ('erase_now', '{masked,erased}', '55000'),
    ('erase_now', '{masked,held}', '55006'), ('erase_now', '{missing,masked}', 'P0002'),
    ('hold', '{active,deleted,masked}', '3'), ('hold', '{active,erased}', '55000'), ('hold', '{active,missing}', 'P0002'),
    ('release', '{active,deleted,masked,erased,held}', '1'), ('release', '{held,missing}', 'P0002'),
    ('preview', '{active,missing}', 'P0002'), ('confirmation', '{deleted,active}', '55000'), ('confirmation', '{deleted,held}', '55006');

CREATE FUNCTION check_mixed() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    m mixed;
    subjects int[];
    before text;
    what text;
BEGIN
    FOR m IN SELECT * FROM mixed ORDER BY n LOOP
        SELECT array_agg(CASE s WHEN 'held' THEN subject_in('deleted', true) WHEN 'missing' THEN -1 ELSE subject_in(s) END ORDER BY ord)
        INTO subjects FROM unnest(m.states) WITH ORDINALITY AS u(s, ord);
        SELECT string_agg(seen(s) || h.held, '; ' ORDER BY s) INTO before FROM unnest(subjects) s,
            LATERAL (SELECT count(*) AS held FROM erasure.legal_hold l WHERE l.key = s::text) h;
        what := format('%s of %s', m.verb, m.states);
        RETURN NEXT is(call_verb(m.verb, subjects), m.answer, what);
        IF m.answer ~ '^\d$' THEN CONTINUE; END IF;
        RETURN NEXT is((SELECT string_agg(seen(s) || h.held, '; ' ORDER BY s) FROM unnest(subjects) s,
            LATERAL (SELECT count(*) AS held FROM erasure.legal_hold l WHERE l.key = s::text) h), before, what || ' moves none');
    END LOOP;
END $$;
SELECT check_mixed();

-- Round and round: the same subject more than once, with the data in place each time.
SELECT subject_in('active') AS again \gset
SELECT is(array_agg(call_verb(v, ARRAY[:again]) ORDER BY n), array_fill('1'::text, '{12}'), 'deleted, restored, deleted, masked, undone, masked and undone again')
FROM unnest('{soft_delete,restore,soft_delete,permanently_delete,undo_permanent_delete,permanently_delete,undo_permanent_delete,restore,soft_delete,permanently_delete,undo_permanent_delete,restore}'::text[])
    WITH ORDINALITY AS u(v, n);
SELECT is(seen(:again), should_look('active', :again), 'as if nothing had been');

-- A subject whose deletion time was set before its table was protected is deleted like any other.
CREATE TABLE old (id int PRIMARY KEY, name text, deleted_at timestamptz);
INSERT INTO old VALUES (1, 'Ada', '2020-02-02'), (2, 'Bo', NULL);
SELECT erasure.protect('old', '{name}');
SELECT results_eq($$SELECT id, erasure.state('old', id) FROM old ORDER BY id$$, $$VALUES (1, 'deleted'), (2, 'active')$$, 'deleted before');
SELECT is((SELECT array_agg(key) FROM erasure.subjects WHERE relation = 'old'::regclass AND state = 'deleted'), '{1}', 'and listed');
SELECT is((SELECT subjects FROM erasure.permanently_delete('old', ARRAY[1], 1)), 1::bigint, 'deletable for good');
SELECT is(erasure.undo_permanent_delete('old', ARRAY[1]), 1::bigint, 'and undoable');
SELECT is(erasure.restore('old', ARRAY[1]), 1::bigint, 'restorable');
SELECT is((SELECT o::text FROM old o WHERE id = 1), '(1,Ada,)', 'restored');

SELECT * FROM finish();
