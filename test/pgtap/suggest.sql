-- erasure.suggest: what it lists, that its statements run, who may ask, and what it never does.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(63);

CREATE ROLE shopkeeper;
CREATE ROLE neighbour;
CREATE SCHEMA shop AUTHORIZATION shopkeeper;
GRANT CREATE, USAGE ON SCHEMA shop TO neighbour;

-- Runs the distinct statements in the order of the rows; what fails.
CREATE FUNCTION run_suggested(subject regclass, OUT statement text, OUT error text) RETURNS SETOF record LANGUAGE plpgsql AS $$
BEGIN
    FOR statement IN SELECT s.statement FROM erasure.suggest(subject) WITH ORDINALITY s WHERE s.statement IS NOT NULL GROUP BY 1 ORDER BY min(ordinality) LOOP
        BEGIN
            EXECUTE statement;
        EXCEPTION WHEN OTHERS THEN
            error := sqlerrm;
            RETURN NEXT;
        END;
    END LOOP;
END $$;

-- --- a shop with most of what can be met ---
SET ROLE shopkeeper;
SET search_path = shop, public, pg_catalog;
CREATE TABLE customers (id int PRIMARY KEY, first_name text NOT NULL, email text, gender text NOT NULL CHECK (gender IN ('m', 'f', '*****')),
                        rank text NOT NULL DEFAULT 'new', mobile text CHECK (mobile ~ '^[0-9 ]+$'), deleted_at timestamptz);
CREATE TABLE orders (id int PRIMARY KEY, buyer_id int REFERENCES customers, payer_id int REFERENCES customers, ship_address text, amount numeric);
CREATE TABLE order_lines (id int PRIMARY KEY, order_id int REFERENCES orders, product_name text);
CREATE TABLE line_labels (id int PRIMARY KEY, line_id int REFERENCES order_lines, label text);
CREATE TABLE visits (id int PRIMARY KEY, customer_id int REFERENCES customers, at timestamptz, page text);
CREATE TABLE visit_answers (id int PRIMARY KEY, visit_id int REFERENCES visits, comment text);
CREATE TABLE phones (customer_id int REFERENCES customers, phone text, PRIMARY KEY (customer_id, phone));
CREATE TABLE birthdays (customer_id int REFERENCES customers, birth_date date, PRIMARY KEY (customer_id, birth_date));
CREATE TABLE keyless (customer_id int REFERENCES customers, remark text);
CREATE TABLE payments (id int, day date, customer_id int, payer_email text, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE payments_2024 PARTITION OF payments FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
ALTER TABLE payments_2024 ADD FOREIGN KEY (customer_id) REFERENCES customers;
CREATE TABLE "Odd, ""table""" ("customer id" int REFERENCES customers, id int PRIMARY KEY, "Vor,name" text);
CREATE TABLE subscriptions (id int PRIMARY KEY, address text, topic text);
CREATE TABLE staff (id int PRIMARY KEY, email text, full_name text);
CREATE TABLE mystery (id int PRIMARY KEY REFERENCES customers, a text, b text, c text, d text);
COMMENT ON COLUMN mystery.d IS 'Surname of the spouse';
INSERT INTO customers (id, first_name, email, gender, mobile) SELECT n, v, lower(v) || '@needle.example', 'f', '0171 55501' || n
FROM (VALUES (1, 'Ada'), (2, 'Bea'), (3, 'Cleo'), (4, 'Dora')) p(n, v);
INSERT INTO staff SELECT n, 'clerk' || n || '@shop.example', 'Clerk' FROM generate_series(1, 5) n;
INSERT INTO mystery SELECT n, 'person' || n || '@needle.example', 'row ' || n, CASE n WHEN 1 THEN 'DE89370400440532013000' WHEN 2 THEN 'NL91ABNA0417164300' ELSE 'GB29NWBK60161331926819' END, NULL
FROM generate_series(1, 4) n;

CREATE TEMP VIEW rows AS SELECT relation::text, column_name::text COLLATE "default", reason, confidence, statement FROM erasure.suggest('customers');
CREATE FUNCTION statement_of(of_relation text, of_column text) RETURNS text LANGUAGE sql AS
    $$SELECT statement FROM erasure.suggest('customers') WHERE relation::text = of_relation AND column_name IS NOT DISTINCT FROM of_column::name LIMIT 1$$;

SELECT is(statement_of('customers', 'first_name'), $$SELECT erasure.protect('customers', personal => '{first_name,email,gender}');$$, 'the subject table');
SELECT is(statement_of('customers', 'gender'), statement_of('customers', 'first_name'), 'a CHECK that takes the mask is none in the way');
SELECT is(statement_of('customers', 'mobile'), $$SELECT erasure.set_mask('customers', 'mobile', 'null');$$, 'a mask of its own where the default does not fit');
SELECT is(statement_of('customers', 'rank'), NULL, 'what is not personal is not listed');
SELECT is(statement_of('customers', 'deleted_at'), NULL, 'nor the column for the deletion');
SELECT is(statement_of('orders', 'ship_address'), $$SELECT erasure.relate('orders', 'customers', personal => '{ship_address}', columns => '{buyer_id}');$$,
          'several foreign keys: one with the columns');
SELECT is(statement_of('orders', NULL), $$SELECT erasure.relate('orders', 'customers', columns => '{payer_id}');$$, 'and the other');
SELECT is(statement_of('order_lines', NULL), $$SELECT erasure.ignore('order_lines', 'orders', reason => 'no column looks personal');$$, 'a table without');
SELECT is(statement_of('line_labels', NULL), statement_of('order_lines', NULL), 'and what hangs below it goes with it');
SELECT is(statement_of('visits', NULL), $$SELECT erasure.relate('visits', 'customers');$$, 'a hop to one with');
SELECT is(statement_of('visit_answers', 'comment'), $$SELECT erasure.relate('visit_answers', 'visits', personal => '{comment}');$$, 'two hops away');
SELECT is(statement_of('phones', 'phone'), $$SELECT erasure.relate('phones', 'customers', personal => '{phone}');$$, 'personal and part of the key');
SELECT is(statement_of('birthdays', 'birth_date'), $$SELECT erasure.relate('birthdays', 'customers', on_erase => 'delete');$$, 'and not text: the row goes');
SELECT is(statement, NULL, 'no primary key: nothing can be run') FROM rows WHERE relation = 'keyless';
SELECT matches(reason, 'needs a primary key', 'and the reason says so') FROM rows WHERE relation = 'keyless';
SELECT is(statement_of('payments', 'payer_email'),
          $$SELECT erasure.relate('payments', 'customers', personal => '{payer_email}', columns => '{customer_id}', parent_columns => '{id}');$$, 'a foreign key of a partition counts for the whole');
SELECT is(count(*), 0::bigint, 'and the partition is not listed') FROM rows WHERE relation = 'payments_2024';
SELECT is(statement_of('"Odd, ""table"""', 'Vor,name'), $$SELECT erasure.relate('"Odd, ""table"""', 'customers', personal => '{"Vor,name"}');$$, 'odd names are quoted');
SELECT results_eq($$SELECT column_name, left(reason, 7) FROM rows WHERE relation = 'mystery' AND column_name IS NOT NULL ORDER BY 1$$,
                  $$VALUES ('a', 'values:'), ('c', 'values:'), ('d', 'comment')$$, 'values and comments speak where names do not');
SELECT is(statement_of('mystery', NULL), $$SELECT erasure.not_personal('mystery', '{b}', reason => 'does not look personal');$$, 'and the rest is for the gate to know');
SELECT is(count(*), 0::bigint, 'other people are not listed') FROM rows WHERE relation IN ('staff', 'subscriptions');
SELECT is(count(*), 0::bigint, 'no confidence outside 0 to 1') FROM rows WHERE confidence NOT BETWEEN 0 AND 1;
SELECT is(count(*), 0::bigint, 'no value of the sample is shown') FROM rows
WHERE concat(relation, column_name, reason, statement) ~* 'needle|ada|bea|cleo|dora|DE89|NL91|GB29|0171';

-- --- a table that only repeats values ---
CREATE TABLE newsletter (id int PRIMARY KEY, email text, since date, note text);
INSERT INTO newsletter SELECT n, upper(v) || '@Needle.example' FROM (VALUES (1, 'Ada'), (2, 'Cleo'), (3, 'Else')) p(n, v);
SELECT matches(reason, '2 of 3 sampled values of email are found in customers.email', 'linked by value: how many') FROM rows WHERE relation = 'newsletter' AND column_name = 'email';
SELECT is(statement_of('newsletter', 'email'),
          $$SELECT erasure.relate('newsletter', 'customers', personal => '{email,note}', columns => '{email}', parent_columns => '{email}', match => 'case_insensitive');$$, 'and how to link it');
CREATE TABLE legacy_orders (id int PRIMARY KEY, customer_id int, receiver_name text);
INSERT INTO legacy_orders SELECT n, 1 + n % 4, 'x' FROM generate_series(1, 9) n;
SELECT is(statement_of('legacy_orders', 'receiver_name'), NULL, 'a name that says little and values that say nothing') FROM generate_series(1, 1);
ALTER TABLE legacy_orders RENAME receiver_name TO recipient_name;
SELECT is(statement_of('legacy_orders', 'recipient_name'),
          $$SELECT erasure.relate('legacy_orders', 'customers', personal => '{recipient_name}', columns => '{customer_id}', parent_columns => '{id}');$$, 'a key without a foreign key');
UPDATE legacy_orders SET customer_id = customer_id + 1000;
SELECT is(statement_of('legacy_orders', 'recipient_name'), NULL, 'not when the keys are others');
DELETE FROM newsletter;
INSERT INTO newsletter SELECT n, 'nobody' || n || '@else.example' FROM generate_series(1, 5) n;
SELECT is(count(*), 0::bigint, 'no value shared, no link') FROM rows WHERE relation = 'newsletter';
DROP TABLE newsletter, legacy_orders;

-- --- parents ---
CREATE TABLE addresses (id int PRIMARY KEY, street text, zip text, city text);
CREATE TABLE logins (id int PRIMARY KEY, username text, password_hash text);
ALTER TABLE customers ADD address_id int REFERENCES addresses, ADD login_id int REFERENCES logins, ADD served_by int REFERENCES staff;
SELECT set_eq($$SELECT relation, column_name FROM rows WHERE reason ~ 'refers to it through'$$,
              $$VALUES ('addresses', 'street'), ('addresses', 'zip'), ('addresses', 'city'), ('logins', 'username'), ('logins', 'password_hash')$$,
              'parents that are a part of the person are listed, the clerk is not');
UPDATE customers SET served_by = 1 + id % 2;
SELECT is(count(*), 0::bigint, 'nor when there are values') FROM rows WHERE relation = 'staff';
ALTER TABLE customers DROP address_id, DROP login_id, DROP served_by;
DROP TABLE addresses, logins;

-- --- the statements run, and what was decided is not suggested again ---
DROP TABLE keyless;
CREATE TABLE old_orders (id int PRIMARY KEY, customer_id int, recipient_name text);
INSERT INTO old_orders SELECT n, 1 + n % 4, 'x' FROM generate_series(1, 9) n;
SELECT is_empty($$SELECT * FROM run_suggested('customers')$$, 'every statement runs, in the order given');
SELECT set_eq($$SELECT relation::text, column_name::text COLLATE "default" FROM erasure.policy WHERE subject = 'customers'::regclass$$,
              $$VALUES ('customers', 'first_name'), ('customers', 'email'), ('customers', 'gender'), ('customers', 'mobile'), ('orders', 'ship_address'),
                       ('visit_answers', 'comment'), ('payments', 'payer_email'), ('old_orders', 'recipient_name'), ('"Odd, ""table"""', 'Vor,name'), ('mystery', 'a'), ('mystery', 'c'), ('mystery', 'd'), ('phones', 'phone')$$,
              'the policy has every column with a mask');
SELECT is(string_agg(relation || '.' || coalesce(column_name, '*'), ' ' ORDER BY relation), 'birthdays.birth_date', 'only what cannot be masked is left') FROM rows;
SELECT erasure.soft_delete('customers', '{1}'::int[]);
SELECT lives_ok($$SELECT * FROM erasure.permanently_delete('customers', '{1}'::int[], 1)$$, 'the coverage gate accepts the policy');
SELECT is(first_name, '*****', 'and the person is masked') FROM customers WHERE id = 1;
SELECT erasure.undo_permanent_delete('customers', '{1}'::int[]);

ALTER TABLE orders ADD recipient_phone text, ADD gift_note text;
SELECT is(statement_of('orders', 'gift_note'), $$SELECT erasure.add_personal('orders', '{recipient_phone,gift_note}');$$, 'columns added since');
SELECT erasure.not_personal('orders', '{gift_note}', 'a number of a card in stock');
SELECT is(statement_of('orders', 'gift_note'), NULL, 'not what was found to be none');
CREATE TABLE returns (id int PRIMARY KEY, customer_id int REFERENCES customers, comment text);
SELECT is(statement_of('returns', 'comment'), $$SELECT erasure.relate('returns', 'customers', personal => '{comment}');$$, 'a table added since');
SELECT erasure.ignore('returns', 'customers', 'comments are codes');
SELECT is(count(*), 0::bigint, 'not what was ignored') FROM rows WHERE relation = 'returns';
SELECT erasure.unprotect('customers');
DROP VIEW IF EXISTS customers_active, customers_deleted;

CREATE TABLE accounts (email text PRIMARY KEY, nickname text);
CREATE TABLE logons (id int PRIMARY KEY, email text REFERENCES accounts, remote_ip inet);
SELECT results_eq($$SELECT relation::text, column_name::text COLLATE "default", statement IS NULL FROM erasure.suggest('accounts') WHERE column_name IS NOT NULL$$,
                  $$VALUES ('accounts', 'nickname', false), ('accounts', 'email', true), ('logons', 'remote_ip', false), ('logons', 'email', true)$$,
                  'a personal key is named, though nothing can be run');
DROP TABLE accounts, logons;

-- --- who may, and whose tables are read ---
RESET ROLE;
SET ROLE neighbour;
SET search_path = shop, public, pg_catalog;
SELECT throws_ok($$SELECT * FROM erasure.suggest('shop.customers')$$, '42501', NULL, 'only the owner');
RESET ROLE;
GRANT REFERENCES, SELECT ON shop.customers TO neighbour;
SET ROLE neighbour;
CREATE TABLE shop.neighbours_notes (id int PRIMARY KEY, customer_id int REFERENCES shop.customers, x text, remark text);
INSERT INTO shop.neighbours_notes SELECT n, n, 'n' || n || '@needle.example', 'y' FROM generate_series(1, 4) n;
CREATE TABLE shop.witness (who text);
GRANT INSERT ON shop.witness TO PUBLIC;
RESET ROLE;
SET ROLE shopkeeper;
SET search_path = shop, public, pg_catalog;
SELECT results_eq($$SELECT column_name FROM rows WHERE relation = 'neighbours_notes' AND column_name IS NOT NULL$$, $$VALUES ('remark')$$, 'a table of somebody else is judged by the catalogue alone');
RESET ROLE;
SET ROLE neighbour;
SELECT throws_ok($$SELECT * FROM erasure.suggest('shop.customers')$$, '42501', NULL, 'owning a related table is not enough');
RESET ROLE;

-- A column's type may have a cast that runs anything: as the table's owner, never as the extension's.
CREATE TYPE shop.shade AS ENUM ('light', 'dark');
CREATE DOMAIN shop.tone AS text;
SET ROLE shopkeeper;
SET search_path = shop, public, pg_catalog;
CREATE TYPE pair AS (a text, b text);
CREATE FUNCTION as_text(pair[]) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO shop.witness VALUES (current_user);
    RETURN ($1)[1].a;
END $$;
CREATE TABLE tinted (id int PRIMARY KEY, customer_id int REFERENCES customers, hue tone, mail pair[]);
INSERT INTO tinted VALUES (1, 1, 'x', ARRAY[ROW('a', 'b')::pair]);
RESET ROLE;
CREATE CAST (shop.pair[] AS text) WITH FUNCTION shop.as_text(shop.pair[]) AS ASSIGNMENT;
SET search_path = shop, public, pg_catalog;
SELECT lives_ok($$SELECT * FROM erasure.suggest('customers')$$, 'a superuser may ask about anybody''s tables');
SELECT is(string_agg(DISTINCT who, ' '), 'shopkeeper', 'and a cast of theirs runs as its table''s owner') FROM shop.witness;

-- A table that cannot be read is judged by its catalogue entry.
SET ROLE shopkeeper;
SET search_path = shop, public, pg_catalog;
CREATE FUNCTION fails(int) RETURNS boolean LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'unreadable'; END $$;
ALTER TABLE tinted ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, ADD comment text;
CREATE POLICY broken ON tinted USING (fails(id));
SELECT is(count(*), 1::bigint, 'a table whose rows raise') FROM rows WHERE relation = 'tinted' AND column_name = 'comment';

-- --- it changes nothing, and stops when told ---
BEGIN TRANSACTION READ ONLY;
SELECT cmp_ok(count(*), '>', 5::bigint, 'works in a read-only transaction') FROM erasure.suggest('customers');
COMMIT;
CREATE VIEW slow AS SELECT 1 AS one;
SELECT throws_ok($$SELECT * FROM erasure.suggest('slow')$$, '42P17', NULL, 'views are none of its business');
SELECT throws_ok($$SELECT * FROM erasure.suggest(NULL)$$, '22023', NULL, 'nor NULL');
SELECT throws_ok($$SELECT * FROM erasure.suggest(0)$$, '42P01', NULL, 'nor a table that is not there');
SELECT throws_ok($$SELECT * FROM erasure.suggest('pg_class')$$, NULL, NULL, 'nor the system''s');
RESET ROLE;
DROP SCHEMA shop CASCADE;

-- --- Northwind and Pagila, from nothing to a policy that the gate accepts ---
CREATE SCHEMA northwind;
SET search_path = northwind;
\o /dev/null
\i test/data/northwind/northwind.sql
\o
RESET search_path;
SET search_path = northwind, public, pg_catalog;
SELECT is_empty($$SELECT * FROM run_suggested('northwind.customers')$$, 'Northwind: every statement runs');
SELECT erasure.soft_delete('northwind.customers', '{ALFKI}'::varchar[]);
SELECT lives_ok($$SELECT * FROM erasure.permanently_delete('northwind.customers', '{ALFKI}'::varchar[], 1)$$, 'the gate accepts what came of it');
SELECT is(count(*), 0::bigint, 'nothing of the person is left in the orders') FROM northwind.orders WHERE customer_id = 'ALFKI' AND ship_name ~ 'Alfred';
SELECT is(count(*), 0::bigint, 'and nothing more is suggested') FROM erasure.suggest('northwind.customers');
SELECT erasure.undo_permanent_delete('northwind.customers', '{ALFKI}'::varchar[]);
DROP SCHEMA northwind CASCADE;

RESET search_path;
\o /dev/null
\i test/data/pagila/pagila.sql
\o
RESET ALL;
SET client_min_messages = error;
SELECT is_empty($$SELECT * FROM run_suggested('pagila.customer')$$, 'Pagila: every statement runs, the addresses'' too');
SELECT is(string_agg(DISTINCT statement, ' ' ORDER BY statement) FILTER (WHERE s.relation = 'pagila.staff'::regclass),
          $$SELECT erasure.ignore('pagila.staff', 'pagila.address', reason => 'others, who share rows with the persons');$$, 'who else refers to them is no part of the person') FROM erasure.suggest('pagila.customer') s;
SELECT is_empty($$SELECT * FROM run_suggested('pagila.customer')$$, 'and what that brings up');
SELECT is(count(*), 0::bigint, 'which is all') FROM erasure.suggest('pagila.customer');
SELECT erasure.ignore_trigger(tgrelid, tgname, 'it sets a time') FROM pg_trigger WHERE tgname = 'last_updated' AND tgrelid IN ('pagila.customer'::regclass, 'pagila.address'::regclass);
SELECT erasure.soft_delete('pagila.customer', '{1,2}'::int[]);
SELECT lives_ok($$SELECT * FROM erasure.permanently_delete('pagila.customer', '{1,2}'::int[], 2)$$, 'the gate accepts what came of it');
SELECT is(count(*), 2::bigint, 'and the persons are masked') FROM pagila.customer WHERE last_name = '*****';
SELECT is(count(*), (SELECT count(*) FROM pagila.customer WHERE customer_id IN (1, 2) AND address_id NOT IN (SELECT address_id FROM pagila.staff UNION ALL SELECT address_id FROM pagila.store
                     UNION ALL SELECT address_id FROM pagila.customer WHERE customer_id > 2)), 'their addresses as far as nobody else has them') FROM pagila.address WHERE phone = '*****';

SELECT * FROM finish();
