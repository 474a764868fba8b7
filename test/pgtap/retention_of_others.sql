-- Retention beside other parts of a policy: materialized views show what became of a row whose time has come; a table whose rows
-- are retained cannot become one whose rows are shared.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(8);

CREATE TABLE payers (id int PRIMARY KEY, name text);
CREATE TABLE receipts (id int PRIMARY KEY, payer int REFERENCES payers, addressee text, issued timestamptz);
INSERT INTO payers VALUES (1, 'Ann');
INSERT INTO receipts VALUES (1, 1, 'Ann', clock_timestamp() - interval '59 minutes 58 seconds');
SELECT erasure.protect('payers', '{name}', grace => '1 millisecond');
SELECT erasure.relate('receipts', 'payers', '{addressee}');
SELECT erasure.retain('receipts', 'payers', '1 hour', 'issued', 'the law');
CREATE MATERIALIZED VIEW addressees AS SELECT id, addressee FROM receipts;
SELECT erasure.refresh_with('payers', 'addressees');

SELECT erasure.soft_delete('payers', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('payers', ARRAY[1], 1)), 1::bigint, 'the receipt is young');
CALL erasure.erase_due();
SELECT is((SELECT addressee FROM addressees), 'Ann', 'and shown');
SELECT pg_sleep(2.2);
CALL erasure.erase_due();
SELECT is((SELECT addressee FROM receipts), '*****', 'its time has come');
SELECT is((SELECT addressee FROM addressees), '*****', 'for the view as well');
SELECT is(erasure.state('payers', 1), 'erased');

CREATE TABLE places (id int PRIMARY KEY, street text);
ALTER TABLE payers ADD place int REFERENCES places;
ALTER TABLE receipts ADD place int REFERENCES places;
SELECT lives_ok($$SELECT erasure.relate('places', 'payers', '{street}')$$);
SELECT throws_ok($$SELECT erasure.relate('receipts', 'places', '{addressee}')$$, '0A000', 'rows of table "receipts" are retained and cannot be shared', 'it would hang on a place that others share');
SELECT is((SELECT count(*) FROM erasure.link l JOIN erasure.declared_table d ON d.id = l.table_id WHERE d.relation = 'receipts'::regclass), 1::bigint, 'nothing was declared');

SELECT * FROM finish();
