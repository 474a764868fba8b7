-- One map: what export shows of a person is what permanently_delete masks.
BEGIN;
SELECT plan(27);
SET client_min_messages = error;

CREATE TABLE customers (id int PRIMARY KEY, name text, born_on date, email text, photo bytea, tags text[], profile jsonb, credit numeric(10,2), status text);
CREATE TABLE employees (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, billed_to int REFERENCES customers, shipped_to int REFERENCES customers, ship_address text, total numeric);
CREATE TABLE notes (id int PRIMARY KEY, order_id int REFERENCES orders, employee int REFERENCES employees, note text, internal_note text);
INSERT INTO customers VALUES (1, 'Zoë "Ann" O''Neil', '1984-03-02', 'zoe@mail.example', '\xdeadbeef', '{vip,"a,b"}', '{"phone": "+49 30 1", "nested": [{"iban": "DE1"}]}', 12.50, 'open'),
                             (2, 'Bob Brown', '1990-01-01', 'bob@mail.example', NULL, NULL, NULL, 0, 'open');
INSERT INTO employees VALUES (7, 'Clerk');
INSERT INTO orders VALUES (1, 1, 2, 'Zoe Street 1', 10), (2, 2, 1, 'Zoe Street 2', 20), (3, 2, 2, 'Bob Street', 30);
INSERT INTO notes VALUES (1, 1, 7, 'ring at Zoe''s', 'clerk thinks'), (2, 3, 7, 'ring at Bob''s', 'clerk sleeps');

CREATE ROLE export_dpo;
CREATE ROLE export_stranger;
GRANT USAGE ON SCHEMA erasure TO export_stranger;
SELECT erasure.protect('customers', '{name,born_on,email,photo,tags,profile}');
SELECT erasure.protect('employees', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_address}', columns => '{billed_to}');
SELECT erasure.relate('orders', 'customers');
SELECT throws_like($$SELECT erasure.export('customers', 1)$$, '%does not cover%', 'a table that is not declared would be missing');
SELECT erasure.not_personal('customers', '{status}', 'a word of ours');
SELECT erasure.relate('notes', 'orders', '{note}');
SELECT erasure.relate('notes', 'employees', '{internal_note}');
SELECT erasure.allow('customers', '{export}', 'export_dpo');

CREATE FUNCTION values_in(document jsonb) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT DISTINCT v #>> '{}' FROM jsonb_array_elements(document -> 'tables') t, jsonb_array_elements(t -> 'rows') r, jsonb_array_elements_text(t -> 'personal_columns') c,
           jsonb_path_query(r -> c, 'strict $.** ? (@.type() != "object" && @.type() != "array" && @.type() != "null")') v $$;

SET LOCAL ROLE export_stranger;
SELECT throws_ok($$SELECT erasure.export('customers', 1)$$, '42501', NULL, 'not everybody may');
RESET ROLE;
GRANT USAGE ON SCHEMA erasure TO export_dpo;
SET LOCAL ROLE export_dpo;
CREATE TEMP TABLE before AS SELECT erasure.export('customers', 1) AS document;
RESET ROLE;
SELECT is((SELECT document - 'tables' - 'exported_at' FROM before),
          '{"format": "erasure.export", "version": 1, "subject": {"table": "public.customers", "key": "1", "state": "active", "held": false}}');
SELECT is((SELECT (document ->> 'exported_at')::timestamptz FROM before), now());
SELECT is((SELECT jsonb_agg(t - 'rows') FROM before, jsonb_array_elements(document -> 'tables') t),
          '[{"table": "public.customers", "on_erase": "keep_masked", "personal_columns": ["name", "born_on", "email", "photo", "tags", "profile"]},
            {"table": "public.orders", "on_erase": "keep_masked", "personal_columns": ["ship_address"]},
            {"table": "public.notes", "on_erase": "keep_masked", "personal_columns": ["note"]}]');
SELECT is((SELECT jsonb_array_elements(document -> 'tables') -> 'rows' FROM before LIMIT 1),
          (SELECT jsonb_agg(to_jsonb(c)) FROM customers c WHERE id = 1), 'the whole row, every type');
SELECT is((SELECT jsonb_path_query_array(document, '$.tables[1].rows[*].id') FROM before), '[1, 2]', 'orders through both links, in key order');
SELECT is((SELECT document #> '{tables,2,rows}' FROM before), '[{"id": 1, "order_id": 1, "employee": 7, "note": "ring at Zoe''s"}]', 'without what is the clerk''s alone');
SELECT is((SELECT count(*) FROM before, values_in(document)), 11::bigint);
SELECT results_eq($$SELECT action, subjects, row_count, detail FROM erasure.audit_entry WHERE action = 'export'$$, $$VALUES ('export', 1::bigint, 4::bigint, NULL::text)$$,
                  'who looked is on record, what was seen is not');
SELECT is(erasure.export('customers', '1') - 'exported_at', (SELECT document - 'exported_at' FROM before), 'the key as text');
SELECT is(erasure.export('customers', 1::bigint) - 'exported_at', (SELECT document - 'exported_at' FROM before), 'the key as another number');

SELECT throws_ok($$SELECT erasure.export('customers', 99)$$, 'P0002');
SELECT throws_ok($$SELECT erasure.export('customers', '1,2')$$, '22023');
SELECT throws_ok($$SELECT erasure.export('customers', NULL::int)$$, '22023');
SELECT throws_ok($$SELECT erasure.export('orders', 1)$$, '42P17');

SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT erasure.hold('customers', ARRAY[1], 'a lawsuit');
SELECT is(erasure.export('customers', 1) -> 'subject', '{"table": "public.customers", "key": "1", "state": "deleted", "held": true}');
SELECT erasure.release('customers', ARRAY[1]);
SELECT is((SELECT subjects FROM erasure.permanently_delete('customers', ARRAY[1], 1)), 1::bigint);
CREATE TEMP TABLE after AS SELECT erasure.export('customers', 1) AS document;
SELECT is((SELECT document #>> '{subject,state}' FROM after), 'masked');
SELECT is((SELECT jsonb_path_query_array(document, '$.tables[*].rows[*].id') FROM after), (SELECT jsonb_path_query_array(document, '$.tables[*].rows[*].id') FROM before),
          'the same rows');
SELECT is_empty($$SELECT v FROM before, values_in(document) v WHERE v <> '' INTERSECT SELECT v FROM after, values_in(document) v$$, 'no value that it showed before');
SELECT is_empty($$SELECT v FROM before, values_in(before.document) v, after WHERE v <> '' AND strpos(after.document::text, to_json(v)::text) > 0$$, 'nor anywhere else in the document');
SELECT is((SELECT string_agg(DISTINCT v, ' ' ORDER BY v) FROM after, values_in(document) v), '***** 1970-01-01 \x');

SELECT erasure.undo_permanent_delete('customers', ARRAY[1]);
SELECT erasure.restore('customers', ARRAY[1]);
SELECT is(erasure.export('customers', 1) - 'exported_at', (SELECT document - 'exported_at' FROM before), 'and everything again after undo');
SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT is(erasure.erase_now('customers', ARRAY[1], 1, 'asked for'), 1::bigint);
SELECT throws_ok($$SELECT erasure.export('customers', 1)$$, '55000', NULL, 'an erased person has nothing left to show');
SET LOCAL transaction_read_only = on;
SELECT throws_ok($$SELECT erasure.export('customers', 2)$$, '25006', NULL, 'an export that could not be put on record does not happen');

SELECT * FROM finish();
ROLLBACK;
