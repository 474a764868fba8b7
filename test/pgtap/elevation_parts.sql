-- Elevation: owners of a part. Somebody owns a partition, an inheritance child, a table that refers to a declared one, a view or a
-- materialized view over it, and nothing else: nothing of the policy is his, nor can he take its guards away.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE evil;
GRANT CREATE ON DATABASE :"DBNAME" TO shop_owner, evil;
SET ROLE shop_owner;
CREATE SCHEMA shop;
GRANT USAGE, CREATE ON SCHEMA shop TO evil;
CREATE TABLE shop.customers (id int PRIMARY KEY, name text);
CREATE TABLE shop.visits (id int, year int, customer int REFERENCES shop.customers, remark text, PRIMARY KEY (id, year)) PARTITION BY RANGE (year);
CREATE TABLE shop.visits_1 PARTITION OF shop.visits FOR VALUES FROM (2000) TO (2010);
CREATE TABLE shop.visits_2 PARTITION OF shop.visits FOR VALUES FROM (2010) TO (2020);
CREATE TABLE shop.notes (id int PRIMARY KEY, customer int, body text);
CREATE TABLE shop.old_notes () INHERITS (shop.notes);
CREATE TABLE shop.trail (what text, who name);
INSERT INTO shop.customers SELECT g, 'name ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.visits SELECT g, 2005, g, 'remark ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.old_notes SELECT g, g, 'note ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('shop.customers', '{name}'), erasure.relate('shop.visits', 'shop.customers', '{remark}'),
	erasure.relate('shop.notes', 'shop.customers', '{body}', columns => '{customer}', parent_columns => '{id}');
GRANT REFERENCES, SELECT ON shop.customers TO evil;
RESET ROLE;
ALTER TABLE shop.visits_1 OWNER TO evil;
ALTER TABLE shop.old_notes OWNER TO evil;
SELECT erasure.soft_delete('shop.customers', '{1,2}');
SELECT rows_masked FROM erasure.permanently_delete('shop.customers', '{1}', 1);
SELECT is((SELECT string_agg(remark, ',') FROM shop.visits WHERE customer = 1) || (SELECT string_agg(body, ',') FROM shop.notes WHERE customer = 1), '**********', 'rows in parts of another owner are masked');

SET ROLE evil;
CREATE SCHEMA lair;
CREATE TABLE lair.mine (id int PRIMARY KEY, customer int REFERENCES shop.customers, body text);
CREATE TABLE lair.people (id int PRIMARY KEY, name text);
CREATE MATERIALIZED VIEW lair.listed AS SELECT name FROM shop.customers;
CREATE VIEW lair.seen AS SELECT * FROM shop.customers;
CREATE FUNCTION lair.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.trail VALUES (TG_OP, current_user); NEW.remark := 'back'; RETURN NEW; END $$;
SELECT erasure.protect('lair.people', '{name}');

-- The policy of others, of which a part is his.
SELECT throws_ok(statement, '42501', NULL, statement) FROM unnest(ARRAY['SELECT erasure.relate(''lair.mine'', ''shop.customers'', ''{body}'')', 'SELECT erasure.relate(''shop.visits_1'', ''shop.customers'', ''{remark}'')',
	'SELECT erasure.relate(''shop.customers'', ''lair.people'', ''{name}'', ''{id}'', ''{id}'')',
	'SELECT erasure.ignore(''lair.mine'', ''shop.customers'', ''x'')', 'SELECT erasure.not_personal(''shop.visits'', ''{remark}'', ''x'')', 'SELECT erasure.add_personal(''shop.visits'', ''{year}'')', 'SELECT erasure.set_mask(''shop.visits'', ''remark'', ''null'')',
	'SELECT erasure.refresh_with(''shop.customers'', ''lair.listed'')', 'SELECT erasure.retain(''shop.visits'', ''shop.customers'', ''1 year'', ''year'', ''x'')', 'SELECT erasure.unrelate(''shop.visits'', ''shop.customers'')', 'SELECT erasure.unprotect(''shop.customers'')',
	'SELECT erasure.refresh_views(''shop.customers'')', 'SELECT erasure.allow(''shop.customers'', ''{undo}'', ''evil'')', 'SELECT erasure.use_roles(''shop.customers'', ''evil'', ''evil'', ''evil'')', 'SELECT erasure.require_approval(''shop.customers'')',
	'SELECT erasure.suggest(''shop.customers'')', 'SELECT erasure.diagram(''shop.customers'')', 'SELECT erasure.soft_delete(''shop.customers'', ''{3}'')', 'SELECT erasure.export(''shop.customers'', ''2'')', 'SELECT erasure.undo_permanent_delete(''shop.customers'', ''{1}'')']) statement;
SELECT throws_ok('SELECT erasure.not_personal(''shop.visits_1'', ''{remark}'', ''x'')', NULL, NULL, 'a partition is no table of a policy of its own');
SELECT throws_ok('SELECT erasure.protect(''shop.visits_1'', ''{remark}'')', '42P17', NULL, 'nor is it protected apart');
SELECT throws_ok('SELECT erasure.relate(''shop.visits_1'', ''lair.people'', ''{remark}'', ''{customer}'', ''{id}'')', '42P17', NULL, 'or related to somebody else');
SELECT throws_ok('SELECT erasure.relate(''lair.mine'', ''shop.visits_1'', ''{body}'')', '42P17', NULL, 'or anything to it');
SELECT is((SELECT count(*) FROM erasure.policy WHERE relation <> 'lair.people'::regclass), 0::bigint, 'nor does he see it');

-- The guards on what is his.
CREATE FUNCTION lair.try(statement text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN EXECUTE statement; RETURN '00000'; EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE; END $$;
SELECT lair.try(statement) FROM unnest(ARRAY['ALTER TABLE shop.visits_1 DISABLE TRIGGER USER', 'ALTER TABLE shop.visits_1 DISABLE TRIGGER erasure_guard_update', 'ALTER TABLE shop.visits_1 DISABLE TRIGGER ALL', 'DROP TRIGGER erasure_guard_update ON shop.visits_1', 'DROP TRIGGER erasure_guard_truncate ON shop.visits_1',
	'ALTER TRIGGER erasure_guard_insert ON shop.visits_1 RENAME TO x', 'ALTER TABLE shop.old_notes DISABLE TRIGGER USER', 'DROP TRIGGER erasure_guard_update ON shop.old_notes', 'DROP TRIGGER erasure_guard_insert ON shop.old_notes',
	'CREATE OR REPLACE TRIGGER erasure_guard_update AFTER UPDATE ON shop.old_notes FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()', 'ALTER TABLE shop.old_notes NO INHERIT shop.notes', 'ALTER TABLE shop.visits DETACH PARTITION shop.visits_1',
	'DROP TABLE shop.visits_1', 'DROP TABLE shop.old_notes', 'DROP OWNED BY evil CASCADE', 'ALTER TABLE shop.old_notes ALTER body TYPE text USING ''back''', 'ALTER TABLE shop.old_notes DROP body', 'ALTER TABLE shop.old_notes RENAME body TO x']) statement;
SELECT throws_ok(statement, '42501', NULL, statement) FROM unnest(ARRAY['UPDATE shop.visits_1 SET remark = ''back'' WHERE id = 1', 'INSERT INTO shop.visits_1 VALUES (100, 2005, 1, ''new'')', 'UPDATE shop.old_notes SET body = ''back'' WHERE id = 1',
	'INSERT INTO shop.old_notes VALUES (100, 1, ''new'')', 'TRUNCATE shop.visits_1', 'TRUNCATE shop.old_notes']) statement;
SELECT is((SELECT count(*) FROM shop.visits_1), 9::bigint, 'it is there');
RESET ROLE;
SELECT is((SELECT string_agg(remark, ',') FROM shop.visits WHERE customer = 1) || (SELECT string_agg(body, ',') FROM shop.notes WHERE customer = 1), '**********', 'masked as they were');
SELECT is((SELECT string_agg(DISTINCT tgenabled::text, '') || count(*) FROM pg_trigger WHERE tgrelid IN ('shop.visits_1'::regclass, 'shop.old_notes'::regclass) AND tgname ~ '^erasure_guard_'), 'A8', 'all guards are there');

-- His table that refers to a person's: nothing is deleted permanently before somebody who may has looked at it; his trigger on his
-- partition: nothing either, and it is not his to acknowledge.
SELECT throws_ok($$SELECT erasure.permanently_delete('shop.customers', '{2}', 1)$$, '42P17', NULL, 'an undeclared table of his that refers to customers');
SELECT erasure.ignore('lair.mine', 'shop.customers', 'looked at');
SET ROLE evil;
CREATE TRIGGER meddle BEFORE UPDATE ON shop.visits_1 FOR EACH ROW EXECUTE FUNCTION lair.meddle();
SELECT throws_ok($$SELECT erasure.ignore_trigger('shop.visits_1', 'meddle', 'harmless')$$, '42501', NULL, 'his trigger on his partition is not his to acknowledge');
RESET ROLE;
SELECT throws_ok($$SELECT erasure.permanently_delete('shop.customers', '{2}', 1)$$, '42P17', NULL, 'a trigger that nobody looked at');
SELECT is((SELECT count(*) FROM shop.trail), 0::bigint, 'it has not run');
SET ROLE evil;
DROP TRIGGER meddle ON shop.visits_1;
RESET ROLE;
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('shop.customers', '{2}', 1)), 3::bigint, 'once it is gone, the deletion goes through');

SELECT * FROM finish();
