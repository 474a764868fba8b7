-- A row that is data about two persons: masked with the first, restored with the last, destroyed with the first that is erased.
BEGIN;
SELECT plan(49);
SET client_min_messages = error;

CREATE TABLE buyers (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE deals (id int PRIMARY KEY, billed_to int REFERENCES buyers, shipped_to int REFERENCES buyers, address text, phone text);
CREATE TABLE lines (id int PRIMARY KEY, deal int REFERENCES deals, remark text);
INSERT INTO buyers SELECT i, 'Buyer ' || i FROM generate_series(1, 6) i;
INSERT INTO deals VALUES (1, 1, 2, 'Street 1', '+1'), (2, 1, 1, 'Street 2', NULL), (3, 3, 4, 'Street 3', ''), (4, 5, 6, 'Street 4', '+4');
INSERT INTO lines SELECT i, i, 'line ' || i FROM generate_series(1, 4) i;
SELECT erasure.protect('buyers', '{name}');
SELECT erasure.relate('deals', 'buyers', '{address,phone}', columns => '{billed_to}');
SELECT erasure.relate('deals', 'buyers');
SELECT erasure.relate('lines', 'deals', '{remark}');

CREATE FUNCTION deal(int) RETURNS text LANGUAGE sql AS $$ SELECT d.address || '/' || coalesce(d.phone, '-') || '/' || l.remark FROM deals d JOIN lines l ON l.deal = d.id WHERE d.id = $1 $$;
CREATE FUNCTION gone(int) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.soft_delete('buyers', ARRAY[$1]); SELECT subjects FROM erasure.permanently_delete('buyers', ARRAY[$1], 1) $$;
CREATE FUNCTION back(int) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.undo_permanent_delete('buyers', ARRAY[$1]) $$;

-- Undone in the order in which they went.
SELECT is(gone(1), 1::bigint);
SELECT is(deal(1), '*****/*****/*****', 'masked with the first');
SELECT is(gone(2), 1::bigint);
SELECT is(deal(1), '*****/*****/*****', 'and once only');
SELECT is(back(1), 1::bigint);
SELECT is(deal(1), '*****/*****/*****', 'the other one is still deleted');
SELECT is(deal(2), 'Street 2/-/line 2', 'what is the first one''s alone is back');
SELECT is((SELECT name FROM buyers WHERE id = 1), 'Buyer 1');
SELECT throws_ok($$UPDATE deals SET address = 'new' WHERE id = 1$$, '42501', NULL, 'and guarded for the other one');
SELECT is(erasure.restore('buyers', ARRAY[1]), 1::bigint);
SELECT is(back(2), 1::bigint);
SELECT is(deal(1), 'Street 1/+1/line 1', 'restored with the last');
SELECT is(erasure.restore('buyers', ARRAY[2]), 1::bigint);
SELECT is((SELECT count(*) FROM erasure.vault), 0::bigint);

-- And in the opposite order.
SELECT is(gone(1) + gone(2), 2::bigint);
SELECT is(back(2), 1::bigint);
SELECT is(deal(1), '*****/*****/*****');
SELECT is(back(1), 1::bigint);
SELECT is(deal(1), 'Street 1/+1/line 1');
SELECT is(erasure.restore('buyers', ARRAY[1, 2]), 2::bigint);

-- Both in one call.
SELECT erasure.soft_delete('buyers', ARRAY[1, 2]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('buyers', ARRAY[1, 2], 2)), 6::bigint);
SELECT is(back(1), 1::bigint);
SELECT is(deal(1), '*****/*****/*****');
SELECT is(deal(2), 'Street 2/-/line 2');
SELECT is(back(2), 1::bigint);
SELECT is(deal(1), 'Street 1/+1/line 1');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('buyers', ARRAY[1, 2], 2)), 6::bigint);
SELECT is(erasure.undo_permanent_delete('buyers', ARRAY[2, 1]), 2::bigint);
SELECT is(deal(1), 'Street 1/+1/line 1');
SELECT is(erasure.restore('buyers', ARRAY[1, 2]), 2::bigint);

-- The first that is erased takes the original along, whoever was deleted first.
SELECT is(gone(3) + gone(4), 2::bigint);
SELECT is(erasure.erase_now('buyers', ARRAY[4], 1, 'asked for'), 1::bigint);
-- Not even the other one's records have it any more, so that it does not matter whether the row still tells of the erased one.
SET LOCAL erasure.bypass = on;
UPDATE deals SET shipped_to = NULL WHERE id = 3;
SET LOCAL erasure.bypass = off;
SELECT is(back(3), 1::bigint);
SELECT is(deal(3), '*****//*****', 'the one who was undone does not get it back');
SELECT is((SELECT name FROM buyers WHERE id = 3), 'Buyer 3');
SELECT is(gone(5) + gone(6), 2::bigint);
SELECT is(erasure.erase_now('buyers', ARRAY[5], 1, 'asked for'), 1::bigint);
SELECT is(back(6), 1::bigint);
SELECT is(deal(4), '*****/*****/*****');

-- Two subject tables: each personal column belongs to one of them, or to both.
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE employees (id int PRIMARY KEY, name text);
CREATE TABLE messages (id int PRIMARY KEY, customer int REFERENCES customers, employee int REFERENCES employees, asked text, answered text, subject_line text);
INSERT INTO customers VALUES (1, 'Cus');
INSERT INTO employees VALUES (7, 'Emp');
INSERT INTO messages VALUES (1, 1, 7, 'question', 'answer', 'about both');
SELECT erasure.protect('customers', '{name}');
SELECT erasure.protect('employees', '{name}');
SELECT erasure.relate('messages', 'customers', '{asked,subject_line}');
SELECT erasure.relate('messages', 'employees', '{answered,subject_line}');
SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT is((SELECT subjects FROM erasure.permanently_delete('customers', ARRAY[1], 1)), 1::bigint);
SELECT is((SELECT asked || ',' || answered || ',' || subject_line FROM messages), '*****,answer,*****', 'the employee''s own words stay');
SELECT lives_ok($$UPDATE messages SET answered = 'answer' WHERE id = 1$$);
SELECT erasure.soft_delete('employees', ARRAY[7]);
SELECT is((SELECT subjects FROM erasure.permanently_delete('employees', ARRAY[7], 1)), 1::bigint);
SELECT is((SELECT asked || ',' || answered || ',' || subject_line FROM messages), '*****,*****,*****');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[1]), 1::bigint);
SELECT is((SELECT asked || ',' || answered || ',' || subject_line FROM messages), 'question,*****,*****', 'column by column');
SELECT is(erasure.undo_permanent_delete('employees', ARRAY[7]), 1::bigint);
SELECT is((SELECT asked || ',' || answered || ',' || subject_line FROM messages), 'question,answer,about both');
SELECT is((SELECT count(*) FROM messages WHERE subject_line = 'about both'), 1::bigint);

SELECT * FROM finish();
ROLLBACK;
