-- erasure.doctor on a shop whose schema went on after its policy was declared: what it says, and what it says of a row of
-- fixes. What concerns the server depends on where this runs, and is left out here.

CREATE SCHEMA surgery;
SET client_min_messages = error;
CREATE ROLE regress_keeper;
GRANT ALL ON SCHEMA surgery TO regress_keeper;
SET ROLE regress_keeper;
SET search_path = surgery;

CREATE TABLE customers (id int PRIMARY KEY, name text, email text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int REFERENCES customers, ship_to text);
SELECT erasure.protect('customers', '{name,email}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');

ALTER TABLE customers ADD COLUMN fax text;
CREATE UNIQUE INDEX customers_email ON customers (email);
CREATE TABLE complaints (id int PRIMARY KEY, customer_id int REFERENCES customers, story text);
CREATE TABLE old_names (customer_id int, name text);
CREATE FUNCTION keep_name() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO old_names VALUES (OLD.id, OLD.name); RETURN NEW; END $$;
CREATE TRIGGER keep_name BEFORE UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION keep_name();
ALTER TABLE orders DISABLE TRIGGER erasure_guard_insert;  -- undone at once: an owner cannot
CREATE MATERIALIZED VIEW mailing_list AS SELECT name, email FROM customers;
CREATE INDEX customers_initial ON customers (substr(name, 1, 1));

\x on
SELECT * FROM erasure.doctor() WHERE concat_ws(' ', object, problem, fix) ~ 'surgery';

-- Every fix as it stands; two rounds, since a table that was declared now is then looked at.
\x off
SELECT fix FROM erasure.doctor() WHERE concat_ws(' ', object, problem, fix) ~ 'surgery' AND fix IS NOT NULL \gexec
SELECT fix FROM erasure.doctor() WHERE concat_ws(' ', object, problem, fix) ~ 'surgery' AND fix IS NOT NULL \gexec
SELECT severity, object, problem FROM erasure.doctor() WHERE concat_ws(' ', object, problem, fix) ~ 'surgery';
SELECT relation, column_name, mask FROM erasure.policy WHERE subject = 'customers'::regclass ORDER BY relation::text, column_name;

-- Nobody else is told anything.
RESET ROLE;
CREATE ROLE regress_passer_by;
SET ROLE regress_passer_by;
SELECT * FROM erasure.doctor();
RESET ROLE;
DROP ROLE regress_passer_by;
SET ROLE regress_keeper;
SELECT erasure.unprotect('customers');
RESET ROLE;
DROP OWNED BY regress_keeper;
DROP ROLE regress_keeper;
