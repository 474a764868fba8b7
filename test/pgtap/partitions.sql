-- Partitions come and go: guards are on every one, also against TRUNCATE, and none brings unmasked rows of masked subjects in.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(33);

CREATE ROLE owner_p;
CREATE SCHEMA p AUTHORIZATION owner_p;
CREATE VIEW truncate_guards AS SELECT tgrelid::regclass::text AS relation, tgenabled FROM pg_trigger WHERE tgname = 'erasure_guard_truncate';
CREATE FUNCTION guards(relation regclass) RETURNS text LANGUAGE sql AS $$
	SELECT coalesce(string_agg(substr(tgname, 15) || CASE tgenabled WHEN 'A' THEN '' ELSE '!' || tgenabled::text END, ' ' ORDER BY tgname), '') FROM pg_trigger WHERE tgrelid = relation AND tgname ~ '^erasure_guard_' $$;
SET ROLE owner_p;
SET search_path = p, public;
CREATE TABLE people (id int, region text, name text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE people_n PARTITION OF people FOR VALUES IN ('n');
CREATE TABLE orders (id int, day date, person int, region text, ship_name text, price int, PRIMARY KEY (id, day), FOREIGN KEY (person, region) REFERENCES people) PARTITION BY RANGE (day);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
INSERT INTO people SELECT i, 'n', 'Name ' || i FROM generate_series(1, 5) i;
INSERT INTO orders SELECT i, '2026-01-02', i, 'n', 'Ship ' || i, 1 FROM generate_series(1, 5) i;
SELECT erasure.protect('people', '{name}'), erasure.relate('orders', 'people', '{ship_name}');
SELECT erasure.soft_delete('people', '[{"id":1,"region":"n"},{"id":2,"region":"n"},{"id":3,"region":"n"}]');
SELECT erasure.permanently_delete('people', '{"id":1,"region":"n"}', 1);

-- New ones, on every way they can come.
SELECT lives_ok($$CREATE TABLE orders_2 PARTITION OF orders FOR VALUES FROM ('2026-02-01') TO ('2026-03-01')$$);
SELECT is(guards('orders_2'), 'deleted insert truncate update', 'CREATE TABLE ... PARTITION OF');
SELECT lives_ok($$CREATE TABLE people_s PARTITION OF people FOR VALUES IN ('s') PARTITION BY HASH (id); CREATE TABLE people_s1 PARTITION OF people_s FOR VALUES WITH (MODULUS 1, REMAINDER 0)$$);
SELECT is(guards('people_s') || '; ' || guards('people_s1'), 'delete deleted insert truncate update; delete deleted insert truncate update', 'two levels down');
CREATE TABLE orders_3 (LIKE orders INCLUDING ALL);
INSERT INTO orders_3 VALUES (30, '2026-03-03', 4, 'n', 'Ship 30', 1);
SELECT lives_ok($$ALTER TABLE orders ATTACH PARTITION orders_3 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01')$$);
SELECT is(guards('orders_3'), 'deleted insert truncate update', 'ATTACH');
RESET ROLE;
SELECT lives_ok($$CREATE SCHEMA q CREATE TABLE orders_4 PARTITION OF p.orders FOR VALUES FROM ('2026-04-01') TO ('2026-05-01')$$);
SELECT is(guards('q.orders_4'), 'deleted insert truncate update', 'CREATE SCHEMA with a partition in it');
SET ROLE owner_p;
SELECT throws_ok('TRUNCATE ' || p || ' CASCADE', '42501', NULL, 'TRUNCATE ' || p) FROM unnest('{people,people_n,people_s,people_s1,orders,orders_1,orders_2,orders_3}'::text[]) p;

-- Nothing unmasked comes in.
CREATE TABLE orders_5 (LIKE orders INCLUDING ALL);
INSERT INTO orders_5 VALUES (50, '2026-05-05', 1, 'n', 'Ship 50', 1);
SELECT throws_ok($$ALTER TABLE orders ATTACH PARTITION orders_5 FOR VALUES FROM ('2026-05-01') TO ('2026-06-01')$$, '55000', NULL, 'a partition with a row of a masked subject');
SELECT is(guards('orders_5'), '', 'it was not attached');
UPDATE orders_5 SET ship_name = '*****';
SELECT lives_ok($$ALTER TABLE orders ATTACH PARTITION orders_5 FOR VALUES FROM ('2026-05-01') TO ('2026-06-01')$$, 'the row is masked now');
CREATE TABLE people_w (LIKE people INCLUDING ALL);
INSERT INTO people_w VALUES (1, 'w', 'Name 1 west');
SELECT lives_ok($$ALTER TABLE people ATTACH PARTITION people_w FOR VALUES IN ('w')$$, 'a partition of subjects that nobody deleted');

-- Leaving: while subjects are masked their rows stay where undo finds them.
SELECT throws_ok('ALTER TABLE orders DETACH PARTITION orders_1', '55000', 'cannot detach partition "orders_1" now');
SELECT throws_ok('DROP TABLE orders_1', '55000', 'cannot drop partition "orders_1" now');
SELECT erasure.undo_permanent_delete('people', '{"id":1,"region":"n"}');
SELECT lives_ok('ALTER TABLE orders DETACH PARTITION orders_3');
SELECT is(guards('orders_3'), '', 'a detached partition is a table like any other');
SELECT lives_ok('DROP TABLE orders_1, orders_5', 'a partition is dropped');
SELECT is((SELECT count(*) FROM erasure.policy), 2::bigint, 'the policy stands');
RESET ROLE;
SELECT is((SELECT string_agg(relation || tgenabled::text, ' ' ORDER BY relation) FROM truncate_guards),
	'ordersA orders_2A peopleA people_nA people_sA people_s1A people_wA q.orders_4A', 'against TRUNCATE: on every one, and on no other');

-- Triggers. One that runs before the guard can change columns that a statement does not name.
SET ROLE owner_p;
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('people', '{"id":1,"region":"n"}', 1)$$, '42P17', NULL, 'the gate finds what was detached and never declared');
DROP TABLE orders_3;
INSERT INTO orders VALUES (1, '2026-02-02', 1, 'n', 'Ship 1', 1), (2, '2026-02-02', 2, 'n', 'Ship 2', 1);
SELECT erasure.permanently_delete('people', '{"id":1,"region":"n"}', 1);
CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.ship_name := 'back'; RETURN NEW; END $$;
SELECT is((SELECT array_length(tgattr::int2[], 1) > 0 FROM pg_trigger WHERE tgname = 'erasure_guard_update' AND tgrelid = 'orders'::regclass), true, 'the guard looks at some columns only');
CREATE TRIGGER meddle BEFORE UPDATE ON orders_2 FOR EACH ROW EXECUTE FUNCTION meddle();
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgname = 'erasure_guard_update' AND tgrelid IN ('orders'::regclass, 'orders_2'::regclass) AND tgattr::text = ''), 2::bigint, 'a BEFORE trigger, on one partition: at every UPDATE');
SELECT throws_ok('UPDATE orders SET price = 2 WHERE id = 1', '42501', NULL, 'what it changes is seen');
DROP TRIGGER meddle ON orders_2;
SELECT is((SELECT count(*) FROM pg_trigger WHERE tgname = 'erasure_guard_update' AND tgrelid IN ('orders'::regclass, 'orders_2'::regclass) AND tgattr::text <> ''), 2::bigint, 'and when it is gone, at some columns only');
SELECT lives_ok('UPDATE orders SET price = 2 WHERE id = 1');
RESET ROLE;

SELECT * FROM finish();
