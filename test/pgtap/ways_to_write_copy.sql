-- COPY in its formats and to its targets, and cursors that were opened before the person was deleted: no value gets in.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
SET search_path = shop, public;
SET ROLE shop_owner;
CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, address text);
CREATE TABLE visits (id int, year int, customer int REFERENCES customers, remark text, PRIMARY KEY (id, year)) PARTITION BY RANGE (year);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (2000) TO (2010);
INSERT INTO customers SELECT g, 'name ' || g, 'mail ' || g FROM generate_series(1, 9) g;
INSERT INTO orders SELECT g, g, 'address ' || g FROM generate_series(1, 9) g;
INSERT INTO visits SELECT g, 2005, g, 'remark ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('customers', '{name,email}'), erasure.relate('orders', 'customers', '{address}'), erasure.relate('visits', 'customers', '{remark}');
SELECT erasure.soft_delete('customers', '{1,2}');
SELECT * FROM erasure.permanently_delete('customers', '{1}', 1);
CREATE VIEW joined AS SELECT o.id, c.id AS customer, o.address FROM customers c JOIN orders o ON o.customer = c.id;
CREATE FUNCTION write_joined() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.orders VALUES (NEW.id, NEW.customer, NEW.address); RETURN NEW; END $$;
CREATE TRIGGER instead INSTEAD OF INSERT ON joined FOR EACH ROW EXECUTE FUNCTION write_joined();
RESET ROLE;

-- Of everything that the tables hold: the masked person's rows, and what came besides what was there.
CREATE FUNCTION masked() RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws(' ', (SELECT name FROM shop.customers WHERE id = 1), (SELECT string_agg(id || address, ',') FROM shop.orders WHERE customer = 1),
		(SELECT string_agg(id || remark, ',') FROM shop.visits WHERE customer = 1)) $$;
CREATE FUNCTION came() RETURNS text LANGUAGE sql AS $$
	SELECT concat_ws(' ', (SELECT string_agg(id || name, ',' ORDER BY id) FROM shop.customers WHERE id > 9), (SELECT string_agg(id || ':' || customer || address, ',' ORDER BY id) FROM shop.orders WHERE id > 9),
		(SELECT string_agg(id || ':' || customer || remark, ',' ORDER BY id) FROM shop.visits WHERE id > 9)) $$;
CREATE FUNCTION refused(statement text, code text, description text) RETURNS SETOF text LANGUAGE sql AS $$
	SELECT public.throws_ok(statement, code, NULL, description) UNION ALL SELECT public.is(masked() || came(), '***** 1***** 1*****', description || ': nothing got in') $$;
-- Works, brings these rows, and they are taken away again.
CREATE FUNCTION brings(statement text, rows text, description text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE statement;
	RETURN QUERY SELECT public.is(came(), rows, description);
	DELETE FROM shop.orders WHERE id > 9;
	DELETE FROM shop.visits WHERE id > 9;
END $$;

SELECT refused($$COPY orders FROM PROGRAM 'printf "100\t1\tnew\n"'$$, '42501', 'COPY in text');
SELECT brings($$COPY orders FROM PROGRAM 'printf "100\t8\tnew\n"'$$, '100:8new', 'COPY in text of an active person''s row');
SELECT refused($$COPY orders (customer, id, address) FROM PROGRAM 'printf "customer,id,address\n8,100,\"new, all\"\n1,101,new\n"' (FORMAT csv, HEADER)$$, '42501', 'COPY in csv, after an active person''s row');
SELECT brings($$COPY orders (customer, id, address) FROM PROGRAM 'printf "customer,id,address\n8,100,\"new, all\"\n7,101,new\n"' (FORMAT csv, HEADER)$$, '100:8new, all,101:7new', 'COPY in csv of active persons'' rows');
SELECT refused($$COPY orders FROM PROGRAM 'printf "100\t1\tnew\n101\t8\tnew\n"' WHERE customer < 5$$, '42501', 'COPY ... WHERE');
SELECT brings($$COPY orders FROM PROGRAM 'printf "100\t1\tnew\n101\t8\tnew\n"' WHERE customer > 5$$, '101:8new', 'COPY ... WHERE leaves the masked person''s row out');
COPY (SELECT 100, 1, 'new'::text) TO PROGRAM 'cat >ways_to_write_copy.1' (FORMAT binary);
COPY (SELECT 100, 8, 'new'::text) TO PROGRAM 'cat >ways_to_write_copy.8' (FORMAT binary);
SELECT refused($$COPY orders FROM PROGRAM 'cat ways_to_write_copy.1' (FORMAT binary)$$, '42501', 'COPY in binary');
SELECT brings($$COPY orders FROM PROGRAM 'cat ways_to_write_copy.8; rm -f ways_to_write_copy.*' (FORMAT binary)$$, '100:8new', 'COPY in binary of an active person''s row');
SELECT refused($$COPY customers (id, name, deleted_at) FROM PROGRAM 'printf "10\tnew\t2020-01-01\n"'$$, '42501', 'COPY of a deleted person');
SELECT refused($$COPY customers (id, name) FROM PROGRAM 'printf "1\tnew\n"'$$, '23505', 'COPY of a person who is there');

-- Many at once go to the table in batches, and partitions are found row by row or named.
SELECT refused($$COPY orders FROM PROGRAM 'awk "BEGIN { for (i = 100; i < 5100; i++) print i \"\t\" (i == 4900 ? 1 : 8) \"\tnew\" }"'$$, '42501', 'COPY of 5000 rows, one of them a masked person''s');
SELECT brings($$COPY orders FROM PROGRAM 'awk "BEGIN { for (i = 100; i < 5100; i++) print i \"\t8\tnew\" }"'$$, (SELECT string_agg(g || ':8new', ',') FROM generate_series(100, 5099) g), 'COPY of 5000 rows of an active person');
SELECT refused($$COPY visits FROM PROGRAM 'printf "100\t2001\t8\tnew\n101\t2001\t1\tnew\n"'$$, '42501', 'COPY into a partitioned table');
SELECT brings($$COPY visits FROM PROGRAM 'printf "100\t2001\t8\tnew\n101\t2001\t7\tnew\n"'$$, '100:8new,101:7new', 'the same of active persons'' rows');
SELECT refused($$COPY visits_1 FROM PROGRAM 'printf "100\t2001\t1\tnew\n"'$$, '42501', 'COPY into a partition');
SELECT brings($$COPY visits_1 FROM PROGRAM 'printf "100\t2001\t8\tnew\n"'$$, '100:8new', 'the same of an active person''s row');
SELECT refused($$COPY joined FROM PROGRAM 'printf "100\t1\tnew\n"'$$, '42501', 'COPY into a view');
SELECT brings($$COPY joined FROM PROGRAM 'printf "100\t8\tnew\n"'$$, '100:8new', 'the same of an active person''s row');

\set ON_ERROR_STOP 0
\set VERBOSITY sqlstate
-- FREEZE, which rows of a table of the same transaction can be, and of a transaction that looks at nothing else
COPY orders FROM PROGRAM 'printf "100\t8\tnew\n"' (FREEZE);
SELECT is(:'SQLSTATE'::text, '55000', 'COPY FREEZE is for new tables');
TRUNCATE orders;
SELECT is(:'SQLSTATE'::text, '42501', 'or emptied ones, and nobody empties this one');
BEGIN;
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (2010) TO (2020);
COPY visits_2 FROM PROGRAM 'printf "100\t2011\t1\tnew\n"' (FREEZE);
\set state :SQLSTATE
COMMIT;
SELECT is(:'state'::text, '42501', 'COPY FREEZE into a new partition');
BEGIN;
CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM (2010) TO (2020);
COPY visits_2 FROM PROGRAM 'printf "100\t2011\t8\tnew\n"' (FREEZE);
COMMIT;
SELECT brings('SELECT', '100:8new', 'the same of an active person''s row');
BEGIN;
CREATE TABLE visits_3 (LIKE visits);
COPY visits_3 FROM PROGRAM 'printf "100\t2021\t1\tnew\n"' (FREEZE);
ALTER TABLE visits ATTACH PARTITION visits_3 FOR VALUES FROM (2020) TO (2030);
\set state :SQLSTATE
COMMIT;
SELECT is(:'state'::text, '55000', 'nor does a table bring it that was filled before it was attached');
SELECT is(masked() || came(), '***** 1***** 1*****', 'nothing got in');

-- By the client's side of the protocol; psql keeps no SQLSTATE of it, so what the tables hold has to do.
COPY orders FROM STDIN;
100	1	new
\.
\copy orders FROM PROGRAM 'printf "100\t1\tnew\n"'
SELECT is(masked() || came(), '***** 1***** 1*****', 'COPY FROM STDIN, \copy');
COPY orders FROM STDIN;
100	8	new
\.
\copy orders FROM PROGRAM 'printf "101\t8\tnew\n102\t\\N\tnobody''s\n"'
SELECT brings('SELECT', '100:8new,101:8new', 'the same of active persons'' rows, and nobody''s');

-- What a statement returns is copied out: it writes none the less.
SELECT refused($$COPY (DELETE FROM customers WHERE id = 5 RETURNING *) TO PROGRAM 'cat >/dev/null'$$, '42501', 'COPY (DELETE ... RETURNING)');
SELECT refused($$COPY (UPDATE orders SET address = 'new' WHERE id = 1 RETURNING *) TO PROGRAM 'cat >/dev/null'$$, '42501', 'COPY (UPDATE ... RETURNING)');
SELECT refused($$COPY (INSERT INTO orders VALUES (100, 1, 'new') RETURNING *) TO PROGRAM 'cat >/dev/null'$$, '42501', 'COPY (INSERT ... RETURNING)');
SELECT brings($$COPY (INSERT INTO orders VALUES (100, 8, 'new') RETURNING *) TO PROGRAM 'cat >/dev/null'$$, '100:8new', 'the same of an active person''s row');
SELECT is((SELECT count(*) FROM customers), 9::bigint, 'nobody is gone');

-- Cursors: what they found before the person was deleted permanently is not written after it.
BEGIN;
DECLARE old CURSOR FOR SELECT * FROM orders WHERE id IN (2, 8) ORDER BY id;
DECLARE locked CURSOR FOR SELECT * FROM visits WHERE id IN (2, 8) FOR UPDATE;
DECLARE people CURSOR FOR SELECT * FROM customers WHERE id = 2;
MOVE NEXT IN old;
MOVE NEXT IN locked;
MOVE NEXT IN people;
SELECT subjects FROM erasure.permanently_delete('customers', '{2}', 1);
SAVEPOINT s;
UPDATE orders SET address = 'new' WHERE CURRENT OF old;
\set state :SQLSTATE
ROLLBACK TO s;
SELECT is(:'state'::text, '42501', 'WHERE CURRENT OF a row that was masked since');
SELECT is((SELECT address FROM orders WHERE id = 2), '*****', 'the order is masked');
UPDATE visits SET remark = 'new' WHERE CURRENT OF locked;
ROLLBACK TO s;
UPDATE customers SET name = 'new' WHERE CURRENT OF people;
ROLLBACK TO s;
DELETE FROM customers WHERE CURRENT OF people;
\set state :SQLSTATE
ROLLBACK TO s;
SELECT is((SELECT concat_ws(' ', c.name, o.address, v.remark) FROM customers c, orders o, visits v WHERE c.id = 2 AND o.id = 2 AND v.id = 2), '***** ***** *****', 'and so is all the rest');
MOVE NEXT IN old;
UPDATE orders SET address = 'new too' WHERE CURRENT OF old;
COMMIT;
SELECT is((SELECT string_agg(address, ' ' ORDER BY id) FROM orders WHERE id IN (2, 8)), '***** new too', 'the cursor goes on to an active person''s row');
BEGIN;
DECLARE now CURSOR FOR SELECT * FROM orders WHERE id = 2 FOR UPDATE;
MOVE NEXT IN now;
UPDATE orders SET address = 'new' WHERE CURRENT OF now;
\set state :SQLSTATE
ROLLBACK;
SELECT is(:'state'::text, '42501', 'a cursor on the masked row');
BEGIN;
DECLARE now CURSOR FOR SELECT * FROM customers WHERE id = 8;
MOVE NEXT IN now;
DELETE FROM customers WHERE CURRENT OF now;
\set state :SQLSTATE
ROLLBACK;
SELECT is(:'state'::text, '42501', 'DELETE WHERE CURRENT OF');
BEGIN;
DECLARE held CURSOR WITH HOLD FOR SELECT * FROM orders WHERE id = 2;
COMMIT;
MOVE NEXT IN held;
UPDATE orders SET address = 'new' WHERE CURRENT OF held;
SELECT is((SELECT address FROM orders WHERE id = 2), '*****', 'a cursor that outlives its transaction writes nothing');
CLOSE held;

SELECT * FROM finish();
