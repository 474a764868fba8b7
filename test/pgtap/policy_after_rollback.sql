-- A DROP that is rolled back leaves the policy, and with it the guards, as they were in the backend that tried it.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SELECT plan(4);

CREATE TABLE customers (id integer PRIMARY KEY, name text);
CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer REFERENCES customers, ship_name text);
INSERT INTO customers VALUES (1, 'Ada');
INSERT INTO orders VALUES (10, 1, 'Ada');
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_name}');
SELECT erasure.soft_delete('customers', ARRAY[1]);
SELECT erasure.permanently_delete('customers', ARRAY[1], 1);

SET erasure.bypass = on;
BEGIN;
DROP TABLE customers CASCADE;
SELECT is(count(*), 0::bigint, 'the policy has gone with the table') FROM erasure.policy;
ROLLBACK;

SET erasure.bypass = off;
SELECT is(count(*), 2::bigint, 'the policy is back with the table') FROM erasure.policy;
SELECT throws_ok('UPDATE orders SET ship_name = ''Ada''', '42501', NULL, 'the guards stand');

BEGIN;
SET LOCAL erasure.bypass = on;
SAVEPOINT before;
DROP TABLE orders;
SELECT count(*) FROM erasure.policy;
ROLLBACK TO before;
SET LOCAL erasure.bypass = off;
SELECT throws_ok('UPDATE orders SET ship_name = ''Ada''', '42501', NULL, 'also after a savepoint');
COMMIT;

SELECT * FROM finish();
