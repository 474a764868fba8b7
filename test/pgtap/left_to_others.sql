-- Shared rows that a permanent deletion left to others: theirs alone once the deletion is undone, or the row has another value; of
-- whoever left them, as long as that person is gone, whoever took them along meanwhile.
BEGIN;
SELECT plan(35);
SET client_min_messages = error;

CREATE TABLE addresses (id int PRIMARY KEY, street text);
CREATE TABLE customers (id int PRIMARY KEY, email text, address int REFERENCES addresses);
CREATE TABLE letters (id int PRIMARY KEY, email text, body text);
INSERT INTO addresses VALUES (1, 'Long Street'), (2, 'Short Street');
INSERT INTO customers VALUES (1, 'both@x', 1), (2, 'both@x', 1), (3, 'three@x', 2);
INSERT INTO letters VALUES (1, 'both@x', 'one'), (2, 'both@x', 'two');
SELECT erasure.protect('customers', '{email}');
SELECT erasure.relate('addresses', 'customers', '{street}');
SELECT erasure.relate('letters', 'customers', '{email,body}', columns => '{email}', parent_columns => '{email}');
CREATE FUNCTION gone(int) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.soft_delete('customers', ARRAY[$1]); SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[$1], 1) $$;
CREATE FUNCTION back(int) RETURNS bigint LANGUAGE sql AS $$ SELECT erasure.undo_permanent_delete('customers', ARRAY[$1]); SELECT erasure.restore('customers', ARRAY[$1]) $$;
CREATE FUNCTION street(int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT street FROM addresses WHERE id = $1); END $$;
CREATE FUNCTION letter(int) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT email || ' ' || body FROM letters WHERE id = $1); END $$;

-- Undone: nobody is gone, and the job has nothing to do with rows that nobody refers to any more.
SELECT is(gone(1), 1::bigint);
SELECT is((SELECT count(*) FROM erasure.left_row), 3::bigint, 'the other needs the address and both letters');
SELECT is(back(1), 1::bigint);
SELECT is((SELECT count(*) FROM erasure.left_row), 0::bigint);
UPDATE customers SET email = 'new@x', address = 2 WHERE id < 3;
COMMIT;
CALL erasure.erase_due();
BEGIN;
SELECT is(street(1), 'Long Street', 'an address is as it was');
SELECT is(letter(1), 'both@x one', 'and so is a letter');
UPDATE customers SET email = 'both@x', address = 1 WHERE id < 3;

-- Another value: the letter is no longer one of whoever had the old one.
SELECT is(gone(1), 1::bigint);
SELECT lives_ok($$UPDATE letters SET email = 'else@x' WHERE id = 2$$);
SELECT lives_ok($$UPDATE letters SET body = 'uno' WHERE id = 1$$, 'one with the same value stays so');
SELECT is((SELECT string_agg(row_key::text, ' ' ORDER BY table_id, row_key) FROM erasure.value_row), '{1}');
UPDATE customers SET email = 'new@x', address = 2 WHERE id = 2;
COMMIT;
CALL erasure.erase_due();
BEGIN;
SELECT is(letter(1) || ', ' || letter(2), '***** *****, else@x two');
SELECT is(street(1), '*****');

-- What is masked is not given to somebody else by writing that one's address over it.
SELECT throws_ok($$UPDATE letters SET email = 'new@x' WHERE id = 1$$, '42501');
SELECT throws_ok($$UPDATE letters SET email = 'new@x', body = 'new' WHERE id = 1$$, '42501');
SELECT lives_ok($$UPDATE letters SET email = 'new@x' WHERE id = 2$$, 'another one is');
SELECT is(back(1), 1::bigint);
SELECT is(letter(1), 'both@x uno');

-- Left by the first, taken with the second, who is undone and gives it up: the first is still gone.
UPDATE customers SET email = 'both@x', address = 1 WHERE id = 2;
SELECT is(gone(1), 1::bigint);
SELECT is(gone(2), 3::bigint);
COMMIT;
CALL erasure.erase_due();
BEGIN;
SELECT is(back(2), 1::bigint);
SELECT is(street(1) || ', ' || letter(1), 'Long Street, both@x uno');
UPDATE customers SET email = 'new@x', address = 2 WHERE id = 2;
COMMIT;
CALL erasure.erase_due();
BEGIN;
SELECT is(street(1) || ', ' || letter(1), '*****, ***** *****');
SELECT is(back(1), 1::bigint);
SELECT is(street(1) || ', ' || letter(1), 'Long Street, both@x uno', 'and has the originals');

-- And the other way round: the second took them, the first is undone and gives them up, the second is still gone.
UPDATE customers SET email = 'both@x', address = 1 WHERE id = 2;
SELECT is(gone(1), 1::bigint);
SELECT is(gone(2), 3::bigint);
SELECT is(back(1), 1::bigint);
UPDATE customers SET email = 'new@x', address = 2 WHERE id = 1;
COMMIT;
CALL erasure.erase_due();
BEGIN;
SELECT is(street(1) || ', ' || letter(1), '*****, ***** *****');
SELECT is(back(2), 1::bigint);
SELECT is(street(1) || ', ' || letter(1), 'Long Street, both@x uno');

-- Masked with the last, then somebody comes to need the row, and writes into it: that stays.
SELECT is(gone(3), 1::bigint);
UPDATE customers SET address = 1 WHERE id < 3;
COMMIT;
CALL erasure.erase_due();
BEGIN;
SELECT is(street(2), '*****');
UPDATE customers SET address = 2 WHERE id = 2;
SELECT lives_ok($$UPDATE addresses SET street = 'Side Street' WHERE id = 2$$);
SELECT is(back(3), 1::bigint);
SELECT is(street(2), 'Side Street');

SELECT * FROM finish();
ROLLBACK;
