-- erasure.diagram: the policy of a subject table as a Mermaid flowchart. What is here is the picture in the README.

CREATE SCHEMA pictured;
SET search_path = pictured;
SET client_min_messages = error;
\pset format unaligned
\pset tuples_only on

CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE, phone text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, ship_name text, ship_address text);
CREATE TABLE order_notes (id int PRIMARY KEY, order_id int REFERENCES orders, note text);
CREATE TABLE newsletter_consents (id int PRIMARY KEY, customer_id int REFERENCES customers, email text, ip inet);
CREATE TABLE referrals (id int PRIMARY KEY, referrer_id int REFERENCES customers, referred_id int REFERENCES customers, remark text);
SELECT erasure.protect('customers', '{name,email}');
SELECT erasure.set_mask('customers', 'phone', 'phone');
SELECT erasure.relate('orders', 'customers', '{ship_name,ship_address}');
SELECT erasure.relate('order_notes', 'orders', '{note}');
SELECT erasure.relate('newsletter_consents', 'customers', '{email,ip}', on_erase => 'delete');
SELECT erasure.relate('referrals', 'customers', '{remark}', columns => '{referrer_id}');
SELECT erasure.relate('referrals', 'customers', '{remark}', columns => '{referred_id}');
SELECT erasure.diagram('customers');

-- Conditions, composite keys, a table that refers to itself, a hop without personal columns.
CREATE TABLE accounts (region int, number int, holder text, PRIMARY KEY (region, number));
CREATE TABLE entries (id int PRIMARY KEY, region int, number int, kind text, label text, reverses int REFERENCES entries,
    FOREIGN KEY (region, number) REFERENCES accounts);
CREATE TABLE attachments (id int PRIMARY KEY, entry int REFERENCES entries, text text);
SELECT erasure.protect('accounts', '{holder}', grace => '1 year', on_erase => 'set_null', views => false);
SELECT erasure.relate('entries', 'accounts', condition => $$kind = 'private' AND label > ''$$);
SELECT erasure.relate('entries', 'entries', columns => '{reverses}');
SELECT erasure.relate('attachments', 'entries', '{text}', on_erase => 'delete');
SELECT erasure.diagram('accounts');

-- Whatever they are called, names are shown and nothing else is.
CREATE TABLE "a""]; click t1 <b>%%" (id int PRIMARY KEY, "größe; #35;" text, "
end" text);
SELECT erasure.protect('"a""]; click t1 <b>%%"', '{"größe; #35;"}', views => false);
SELECT erasure.add_personal('"a""]; click t1 <b>%%"', ARRAY[E'\nend']);
SELECT erasure.diagram('"a""]; click t1 <b>%%"');

-- For those who may see the policy.
\set VERBOSITY terse
SELECT erasure.diagram('orders');
SELECT erasure.diagram(NULL);
CREATE ROLE regress_pictured;
GRANT USAGE ON SCHEMA pictured TO regress_pictured;
SET ROLE regress_pictured;
SELECT erasure.diagram('customers');
RESET ROLE;
SELECT erasure.allow('customers', '{view_deleted}', 'regress_pictured');
SET ROLE regress_pictured;
SELECT left(erasure.diagram('customers'), 12);
RESET ROLE;
SELECT erasure.unprotect('customers');
DROP OWNED BY regress_pictured;
DROP ROLE regress_pictured;
