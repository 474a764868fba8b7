-- Bad input: a clear error with its SQLSTATE, and nothing has changed.

CREATE SCHEMA bad;
SET search_path = bad;
SET client_min_messages = error;
\set SHOW_CONTEXT never

CREATE TABLE customers (id int PRIMARY KEY, name text, email text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text);
INSERT INTO customers SELECT i, 'Name ' || i, 'c' || i || '@example.com' FROM generate_series(1, 6) i;
INSERT INTO orders SELECT i * 10, i, 'Street ' || i FROM generate_series(1, 6) i;
SELECT erasure.protect('customers', '{name,email}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.soft_delete('customers', ARRAY[2, 3, 4, 5]);
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY[3, 4], 2);
SELECT erasure.erase_now('customers', ARRAY[4], 1, 'test');
SELECT erasure.hold('customers', ARRAY[5], 'court case 12/34');
-- 1 active, 2 deleted, 3 masked, 4 erased, 5 deleted and on hold, 6 active

CREATE FUNCTION everything() RETURNS text LANGUAGE sql AS $$
    SELECT md5(string_agg(x, '|' ORDER BY x)) FROM (
        SELECT c::text FROM customers c UNION ALL SELECT o::text FROM orders o
        UNION ALL SELECT s::text FROM erasure.subject_state s UNION ALL SELECT h::text FROM erasure.legal_hold h
        UNION ALL SELECT r::text FROM erasure.request r UNION ALL SELECT v::text FROM erasure.vault v
        UNION ALL SELECT k::text FROM erasure.vault_key k UNION ALL SELECT t::text FROM erasure.tombstone t
        UNION ALL SELECT a::text FROM erasure.audit_entry a UNION ALL SELECT d::text FROM erasure.declared_table d
        UNION ALL SELECT p::text FROM erasure.personal_column p UNION ALL SELECT p::text FROM erasure.permission p
        UNION ALL SELECT e::text FROM erasure.exemption e
        UNION ALL SELECT g.tgname || g.tgrelid FROM pg_trigger g UNION ALL SELECT a.attrelid || a.attname FROM pg_attribute a WHERE attrelid > 16383 AND NOT attisdropped
    ) AS x(x)
$$;
SELECT everything() AS before \gset

-- What a call got wrong, without the place in our source.
CREATE PROCEDURE show(what text) LANGUAGE plpgsql AS $$
DECLARE
    message text; details text; tip text; state text;
BEGIN
    EXECUTE what;
    RAISE EXCEPTION 'this went through: %', what;
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, details = PG_EXCEPTION_DETAIL, tip = PG_EXCEPTION_HINT, state = RETURNED_SQLSTATE;
    RAISE INFO '%: %', state, message USING DETAIL = coalesce(details, ''), HINT = coalesce(tip, '');
END $$;

-- No keys at all.
CALL show($$SELECT erasure.soft_delete('customers', '{}'::int[])$$);
CALL show($$SELECT erasure.soft_delete('customers', '{}')$$);
CALL show($$SELECT erasure.soft_delete('customers', NULL::int[])$$);
CALL show($$SELECT erasure.soft_delete('customers', NULL)$$);
CALL show($$SELECT erasure.soft_delete('customers', '')$$);
CALL show($$SELECT erasure.restore('customers', '{}'::int[])$$);
CALL show($$SELECT erasure.permanently_delete('customers', '{}'::int[], 0)$$);
CALL show($$SELECT erasure.permanently_delete('customers', NULL, 1)$$);
CALL show($$SELECT erasure.undo_permanent_delete('customers', '{}')$$);
CALL show($$SELECT erasure.erase_now('customers', '{}', 0, 'because')$$);
CALL show($$SELECT erasure.hold('customers', '{}', 'because')$$);
CALL show($$SELECT erasure.release('customers', NULL)$$);
CALL show($$SELECT * FROM erasure.preview('customers', '{}'::int[])$$);
CALL show($$SELECT * FROM erasure.confirmation('customers', NULL)$$);
CALL show($$SELECT erasure.state('customers', NULL::int)$$);
CALL show($$SELECT erasure.state('customers', NULL)$$);

-- NULL among them.
CALL show($$SELECT erasure.soft_delete('customers', ARRAY[1, NULL])$$);
CALL show($$SELECT erasure.soft_delete('customers', '{1,NULL}')$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2, NULL], 2)$$);

-- Not keys of this table.
CALL show($$SELECT erasure.soft_delete('customers', ARRAY['x'])$$);
CALL show($$SELECT erasure.soft_delete('customers', 'one')$$);
CALL show($$SELECT erasure.soft_delete('customers', '{1,two}')$$);
CALL show($$SELECT erasure.soft_delete('customers', '{1,')$$);
CALL show($$SELECT erasure.soft_delete('customers', '99999999999')$$);
CALL show($$SELECT erasure.soft_delete('customers', ARRAY[99999999999])$$);
CALL show($$SELECT erasure.soft_delete('customers', ARRAY[1.5])$$);
CALL show($$SELECT erasure.soft_delete('customers', ARRAY[true])$$);
CALL show($$SELECT erasure.soft_delete('customers', ARRAY[now()])$$);
CALL show($$SELECT erasure.soft_delete('customers', ARRAY['{"id": 1}'::jsonb])$$);
CALL show($$SELECT erasure.soft_delete('customers', 1)$$);
CALL show($$SELECT erasure.state('customers', true)$$);

-- Not there.
CALL show($$SELECT erasure.soft_delete('customers', ARRAY[1, 77])$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2, 77], 2)$$);
CALL show($$SELECT erasure.soft_delete('customers', ARRAY(SELECT i FROM generate_series(101, 115) i))$$);
CALL show($$SELECT erasure.state('customers', 77)$$);
CALL show($$SELECT * FROM erasure.preview('customers', ARRAY[77])$$);
CALL show($$SELECT erasure.hold('customers', ARRAY[77], 'because')$$);

-- A wrong count, or none. The same key twice counts once.
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2], NULL)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2], -1)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2], 0)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2], 2)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2, 2], 2)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2, 1], 1)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2], 9223372036854775807)$$);
CALL show($$SELECT erasure.erase_now('customers', ARRAY[2], NULL, 'because')$$);
CALL show($$SELECT erasure.erase_now('customers', ARRAY[2], 2, 'because')$$);

-- Not in the state for it, alone or among others.
CALL show($$SELECT erasure.soft_delete('customers', ARRAY[1, 2])$$);
CALL show($$SELECT erasure.restore('customers', ARRAY[1])$$);
CALL show($$SELECT erasure.restore('customers', ARRAY[2, 3])$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[1, 2], 2)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2, 3], 2)$$);
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2, 4], 2)$$);
CALL show($$SELECT erasure.undo_permanent_delete('customers', ARRAY[3, 2])$$);
CALL show($$SELECT erasure.undo_permanent_delete('customers', ARRAY[4])$$);
CALL show($$SELECT erasure.erase_now('customers', ARRAY[1], 1, 'because')$$);
CALL show($$SELECT erasure.hold('customers', ARRAY[4], 'because')$$);
CALL show($$SELECT * FROM erasure.confirmation('customers', ARRAY[1, 2])$$);

-- On hold.
CALL show($$SELECT erasure.permanently_delete('customers', ARRAY[2, 5], 2)$$);
CALL show($$SELECT erasure.erase_now('customers', ARRAY[5], 1, 'because')$$);
CALL show($$SELECT * FROM erasure.confirmation('customers', ARRAY[5])$$);
CALL show($$UPDATE orders SET ship_to = 'elsewhere' WHERE customer_id = 5$$);
CALL show($$DELETE FROM orders WHERE customer_id = 5$$);

-- Other arguments.
CALL show($$SELECT erasure.hold('customers', ARRAY[1], NULL)$$);
CALL show($$SELECT erasure.hold('customers', ARRAY[1], ' ')$$);
CALL show($$SELECT erasure.hold('customers', ARRAY[1], 'because', now() - interval '1 day')$$);
CALL show($$SELECT erasure.erase_now('customers', ARRAY[2], 1, NULL)$$);
CALL show($$SELECT erasure.erase_now('customers', ARRAY[2], 1, '')$$);
CALL show($$CALL erasure.erase_due()$$);

-- Not a table that is protected.
SELECT everything() = :'before' AS nothing_has_changed;
CREATE TABLE plain (id int PRIMARY KEY, name text);
CREATE TABLE keyless (id int, name text);
CREATE VIEW a_view AS SELECT * FROM plain;
CREATE MATERIALIZED VIEW a_matview AS SELECT * FROM plain;
CREATE SEQUENCE a_sequence;
CREATE FOREIGN DATA WRAPPER bad_wrapper;
CREATE SERVER bad_server FOREIGN DATA WRAPPER bad_wrapper;
CREATE FOREIGN TABLE a_foreign_table (id int, name text) SERVER bad_server;
CREATE TEMP TABLE a_temp_table (id int PRIMARY KEY, name text);
CREATE TABLE parted (id int PRIMARY KEY, name text) PARTITION BY RANGE (id);
CREATE TABLE part_1 PARTITION OF parted FOR VALUES FROM (0) TO (100);
CREATE TABLE base (id int PRIMARY KEY, name text);
CREATE FOREIGN TABLE child () INHERITS (base) SERVER bad_server;
CREATE TABLE taken (id int PRIMARY KEY, name text, deleted_at text);
CREATE TABLE kept (id int PRIMARY KEY, name text, deleted_at timestamptz NOT NULL);
SELECT everything() AS before_2 \gset

CALL show($$SELECT erasure.soft_delete('nothing', ARRAY[1])$$);
CALL show($$SELECT erasure.soft_delete(NULL, ARRAY[1])$$);
CALL show($$SELECT erasure.soft_delete('plain', ARRAY[1])$$);
CALL show($$SELECT erasure.soft_delete('orders', ARRAY[10])$$);
CALL show($$SELECT erasure.state('plain', 1)$$);
CALL show($$SELECT erasure.protect('nothing', '{name}')$$);
CALL show($$SELECT erasure.protect(NULL, '{name}')$$);
CALL show($$SELECT erasure.protect(1::regclass, '{name}')$$);
CALL show($$SELECT erasure.protect('a_view', '{name}')$$);
CALL show($$SELECT erasure.protect('a_matview', '{name}')$$);
CALL show($$SELECT erasure.protect('a_sequence', '{name}')$$);
CALL show($$SELECT erasure.protect('a_foreign_table', '{name}')$$);
CALL show($$SELECT erasure.protect('a_temp_table', '{name}')$$);
CALL show($$SELECT erasure.protect('plain_pkey', '{name}')$$);
CALL show($$SELECT erasure.protect('part_1', '{name}')$$);
CALL show($$SELECT erasure.protect('base', '{name}')$$);
CALL show($$SELECT erasure.protect('keyless', '{name}')$$);
CALL show($$SELECT erasure.protect('pg_catalog.pg_class', '{relname}')$$);
CALL show($$SELECT erasure.protect('erasure.vault', '{record}')$$);
CALL show($$SELECT erasure.protect('customers', '{name}')$$);
CALL show($$SELECT erasure.protect('plain', NULL)$$);
CALL show($$SELECT erasure.protect('plain', '{name,NULL}')$$);
CALL show($$SELECT erasure.protect('plain', '{name,name}')$$);
CALL show($$SELECT erasure.protect('plain', '{nam}')$$);
CALL show($$SELECT erasure.protect('plain', '{id}')$$);
CALL show($$SELECT erasure.protect('plain', '{ctid}')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', deleted_at => 'name')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', deleted_at => '')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', deleted_at => NULL)$$);
CALL show($$SELECT erasure.protect('plain', '{name}', deleted_at => 'ctid')$$);
CALL show($$SELECT erasure.protect('taken', '{name}')$$);
CALL show($$SELECT erasure.protect('kept', '{name}')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', grace => NULL)$$);
CALL show($$SELECT erasure.protect('plain', '{name}', grace => '0')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', grace => '-1 day')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', on_erase => 'burn')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', on_erase => NULL)$$);
CALL show($$SELECT erasure.protect('plain', '{name}', direct_delete => 'allow')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', direct_soft_delete => 'soft')$$);
CALL show($$SELECT erasure.protect('plain', '{name}', enforce => 'off')$$);

-- Relations that are none.
SELECT everything() = :'before_2' AS nothing_has_changed;
CREATE TABLE notes (id int PRIMARY KEY, order_id int REFERENCES orders, note text);
SELECT everything() AS before \gset
CALL show($$SELECT erasure.relate('customers', 'customers')$$);
CALL show($$SELECT erasure.relate('customers', 'orders', columns => '{id}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('orders', 'orders', columns => '{id}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('orders', 'customers', '{ship_to}')$$);
CALL show($$SELECT erasure.relate('notes', 'plain', '{note}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{name}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{name}', columns => '{id}', parent_columns => '{}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{name}', columns => '{id,name}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{name}', columns => '{nothing}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{name}', columns => '{id}', parent_columns => '{nothing}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{}', columns => '{name}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{}', columns => '{name}', parent_columns => '{email}')$$);
CALL show($$SELECT erasure.relate('plain', 'customers', '{name}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{order_id}')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{nothing}')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', on_erase => 'burn')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'nothing = 1')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'note')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'note > $x')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'true) FROM pg_class WHERE (true')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'true); DROP TABLE notes; SELECT (true')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'note IN (SELECT ship_to FROM orders)')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'now() > ''2026-01-01''')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'notes IS NOT NULL')$$);
CALL show($$SELECT erasure.relate('notes', 'orders', '{note}', condition => 'ctid IS NOT NULL')$$);
CALL show($$SELECT erasure.relate('keyless', 'customers', '{name}', columns => '{id}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('a_view', 'customers', '{name}', columns => '{id}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('a_foreign_table', 'customers', '{name}', columns => '{id}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.relate('a_temp_table', 'customers', '{name}', columns => '{id}', parent_columns => '{id}')$$);
CALL show($$SELECT erasure.unrelate('notes', 'orders')$$);
CALL show($$SELECT erasure.unrelate('customers', 'customers')$$);
CALL show($$SELECT erasure.unprotect('plain')$$);
CALL show($$SELECT erasure.unprotect('orders')$$);
CALL show($$SELECT erasure.ignore('notes', 'orders', NULL)$$);
CALL show($$SELECT erasure.ignore('notes', 'orders', ' ')$$);
CALL show($$SELECT erasure.ignore('orders', 'customers', 'nothing in it')$$);
CALL show($$SELECT erasure.ignore('notes', 'plain', 'nothing in it')$$);
CALL show($$SELECT erasure.not_personal('customers', '{name}', 'a brand')$$);
CALL show($$SELECT erasure.not_personal('customers', '{nothing}', 'not there')$$);
CALL show($$SELECT erasure.not_personal('customers', '{id}', NULL)$$);
CALL show($$SELECT erasure.not_personal('plain', '{name}', 'a brand')$$);
CALL show($$SELECT erasure.add_personal('plain', '{name}')$$);
CALL show($$SELECT erasure.add_personal('customers', '{name}')$$);
CALL show($$SELECT erasure.add_personal('customers', '{id}')$$);
CALL show($$SELECT erasure.add_personal('customers', '{deleted_at}')$$);
CALL show($$SELECT erasure.set_mask('plain', 'name', 'email')$$);
CALL show($$SELECT erasure.set_mask('orders', 'nothing', 'email')$$);
CALL show($$SELECT erasure.set_mask('customers', NULL, 'email')$$);
CALL show($$SELECT erasure.set_mask('customers', 'email', NULL)$$);
CALL show($$SELECT erasure.set_mask('customers', 'email', 'rot13')$$);
CALL show($$SELECT erasure.set_mask('customers', 'email', 'email')$$);

-- Roles and actions.
CALL show($$SELECT erasure.allow('customers', '{burn}', 'postgres')$$);
CALL show($$SELECT erasure.allow('customers', '{}', 'postgres')$$);
CALL show($$SELECT erasure.allow('customers', NULL, 'postgres')$$);
CALL show($$SELECT erasure.allow('customers', '{undo,NULL}', 'postgres')$$);
CALL show($$SELECT erasure.allow('customers', '{undo}', 'nobody_of_this_name')$$);
CALL show($$SELECT erasure.allow('customers', '{undo}', NULL)$$);
CALL show($$SELECT erasure.allow('customers', '{undo}', 1)$$);
CALL show($$SELECT erasure.allow('customers', '{undo}', '-')$$);
CALL show($$SELECT erasure.allow('plain', '{undo}', 'postgres')$$);
CALL show($$SELECT erasure.use_roles('customers', 'postgres', NULL, 'postgres')$$);

-- The schedule, and the audit log.
CALL show($$SELECT erasure.schedule(NULL)$$);
CALL show($$UPDATE erasure.audit_entry SET actor = 'nobody'$$);
CALL show($$DELETE FROM erasure.audit_entry$$);
CALL show($$TRUNCATE erasure.audit_entry$$);

SELECT everything() = :'before' AS nothing_has_changed;
DROP TABLE notes;

-- Keys named twice count once.
SELECT erasure.soft_delete('customers', ARRAY[1, 1, 6, 1]);
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY[1, 6, 6], 2);

SELECT id, name, erasure.state('customers', id) FROM customers ORDER BY id;

SELECT erasure.release('customers', ARRAY[5]);
SELECT erasure.erase_now('customers', ARRAY[1, 2, 3, 5, 6], 5, 'tidy up');
SELECT erasure.unprotect('customers');
DROP SCHEMA bad CASCADE;
DROP FOREIGN DATA WRAPPER bad_wrapper CASCADE;
