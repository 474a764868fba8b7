-- Who runs what: user code that fires underneath the engine runs as the table's owner and as nobody else, gets past no
-- guard and changes nothing of the outcome; names, operators and settings of others are not used. Not in a transaction,
-- since COMMIT is part of the matter.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE admin;
CREATE ROLE nobody;
CREATE ROLE evil;
GRANT CREATE ON DATABASE :"DBNAME" TO shop_owner, evil;
GRANT USAGE ON SCHEMA public TO shop_owner, admin, nobody, evil;

SET ROLE shop_owner;
CREATE SCHEMA shop;
GRANT USAGE ON SCHEMA shop TO admin, nobody, evil;
-- As Django makes them: every foreign key deferred.
CREATE TABLE shop.customers (id int PRIMARY KEY, name text, email text UNIQUE DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE shop.orders (id int PRIMARY KEY, customer int REFERENCES shop.customers DEFERRABLE INITIALLY DEFERRED, address text);
CREATE TABLE shop.consents (id int PRIMARY KEY, customer int REFERENCES shop.customers DEFERRABLE INITIALLY DEFERRED, ip inet);
CREATE TABLE shop.consent_log (id int PRIMARY KEY, consent int REFERENCES shop.consents ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, n int);
INSERT INTO shop.customers SELECT g, 'name ' || g, 'mail ' || g FROM generate_series(1, 30) g;
INSERT INTO shop.orders SELECT g, g, 'address ' || g FROM generate_series(1, 30) g;
INSERT INTO shop.consents SELECT g, g, '192.0.2.1' FROM generate_series(1, 30) g;
INSERT INTO shop.consent_log SELECT g, g, g FROM generate_series(1, 30) g;
CREATE TABLE shop.trail (at serial, what text, who name);
GRANT ALL ON shop.trail, shop.trail_at_seq TO PUBLIC;
CREATE FUNCTION shop.record() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN INSERT INTO shop.trail (what, who) VALUES (TG_WHEN || ' ' || TG_OP || ' ' || TG_TABLE_NAME, current_user); RETURN coalesce(NEW, OLD); END $$;
CREATE TRIGGER record_b BEFORE INSERT OR UPDATE OR DELETE ON shop.customers FOR EACH ROW EXECUTE FUNCTION shop.record();
CREATE TRIGGER record_a AFTER INSERT OR UPDATE OR DELETE ON shop.customers FOR EACH ROW EXECUTE FUNCTION shop.record();
CREATE TRIGGER record_b BEFORE UPDATE OR DELETE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.record();
CREATE TRIGGER record_a AFTER UPDATE OR DELETE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.record();
CREATE TRIGGER record_a AFTER UPDATE OR DELETE ON shop.consents FOR EACH ROW EXECUTE FUNCTION shop.record();
CREATE TRIGGER record_a AFTER UPDATE OR DELETE ON shop.consent_log FOR EACH ROW EXECUTE FUNCTION shop.record();
CREATE TRIGGER record_s AFTER UPDATE ON shop.customers FOR EACH STATEMENT EXECUTE FUNCTION shop.record();
SELECT erasure.protect('shop.customers', '{name,email}', grace => '1 second'), erasure.relate('shop.orders', 'shop.customers', '{address}'),
	erasure.relate('shop.consents', 'shop.customers', '{ip}', on_erase => 'delete');
SELECT erasure.allow('shop.customers', '{soft_delete,restore,permanently_delete,undo,erase_now,hold}', 'admin');
TRUNCATE shop.trail;
RESET ROLE;
-- The triggers of this test are about who runs them; that they could copy rows is acknowledged as they come.
CREATE FUNCTION acknowledge() RETURNS void LANGUAGE sql AS $$
	SELECT erasure.ignore_trigger(tgrelid::regclass, tgname, 'of this test') FROM pg_trigger
	WHERE NOT tgisinternal AND tgname !~ '^erasure_guard_' AND tgtype & 24 <> 0 AND tgrelid IN (SELECT relation FROM erasure.policy) $$;
CREATE FUNCTION acknowledge_new() RETURNS event_trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
	PERFORM acknowledge();
EXCEPTION WHEN insufficient_privilege THEN NULL; -- not somebody who may
END $$;
CREATE EVENT TRIGGER looked_at ON ddl_command_end WHEN TAG IN ('CREATE TRIGGER', 'CREATE FUNCTION') EXECUTE FUNCTION acknowledge_new();
SELECT acknowledge();

-- the whole cycle by another role, each step a transaction of its own
GRANT EXECUTE ON PROCEDURE erasure.erase_due(integer) TO admin;
SET ROLE admin;
SELECT erasure.soft_delete('shop.customers', '{1,2,3}');
SELECT erasure.restore('shop.customers', '{3}');
SELECT * FROM erasure.permanently_delete('shop.customers', '{1,2}', 2);
SELECT erasure.undo_permanent_delete('shop.customers', '{2}');
SELECT is((SELECT string_agg(state, ',' ORDER BY key) FROM erasure.subjects), 'masked,deleted', 'one is masked, one came back');
SELECT erasure.erase_now('shop.customers', '{2}', 1, 'test');
SELECT pg_sleep(1.1);
CALL erasure.erase_due();
RESET ROLE;
SELECT is((SELECT string_agg(state, ',' ORDER BY key) FROM erasure.subjects), 'erased,erased', 'with deferred foreign keys everywhere the life goes to its end');
SELECT is((SELECT count(*) FROM shop.consents WHERE id < 3), 0::bigint, 'rows declared on_erase => delete are gone');
SELECT is((SELECT count(*) FROM shop.consent_log WHERE id < 3), 0::bigint, 'and what cascades from them');
SELECT is((SELECT string_agg(DISTINCT who::text, ',') FROM shop.trail), 'shop_owner', 'all user triggers ran as the owner of the table');
SELECT cmp_ok((SELECT count(DISTINCT what) FROM shop.trail), '>=', 7::bigint, 'and there were many');

-- the caller's own deferral still works afterwards
SET ROLE shop_owner;
BEGIN;
SET ROLE admin;
SELECT erasure.soft_delete('shop.customers', '{4}');
SELECT * FROM erasure.permanently_delete('shop.customers', '{4}', 1);
SELECT erasure.undo_permanent_delete('shop.customers', '{4}');
SELECT erasure.erase_now('shop.customers', '{4}', 1, 'test');
RESET ROLE;
SET ROLE shop_owner;
INSERT INTO shop.orders VALUES (100, 100, 'x');
INSERT INTO shop.customers VALUES (100, 'n', 'm');
COMMIT;
SELECT is((SELECT customer FROM shop.orders WHERE id = 100), 100, 'a foreign key is deferred for the caller after the verbs as before');
BEGIN;
INSERT INTO shop.orders VALUES (101, 101, 'x');
SET ROLE admin;
SELECT erasure.soft_delete('shop.customers', '{5}');
SELECT * FROM erasure.permanently_delete('shop.customers', '{5}', 1);
SET ROLE shop_owner;
INSERT INTO shop.customers VALUES (101, 'n', 'm 101');
COMMIT;
SELECT is((SELECT customer FROM shop.orders WHERE id = 101), 101, 'and what the caller had pending before them');
RESET ROLE;

-- deferred triggers of the user's would run as the caller at COMMIT
SET ROLE shop_owner;
CREATE TABLE shop.late (id int PRIMARY KEY, name text);
CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON shop.late DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION shop.record();
SELECT throws_ok($$SELECT erasure.protect('shop.late', '{name}')$$, '42P17', NULL, 'a deferrable trigger is refused at declaration');
CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON shop.orders DEFERRABLE FOR EACH ROW EXECUTE FUNCTION shop.record();
RESET ROLE;
SELECT erasure.soft_delete('shop.customers', '{6}');
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.customers', '{6}', 1)$$, '42P17', NULL, 'and at the call, when it came later');
DROP TRIGGER late ON shop.orders;
CREATE CONSTRAINT TRIGGER late AFTER UPDATE ON shop.customers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION shop.record();
SELECT throws_ok($$SELECT erasure.soft_delete('shop.customers', '{7}')$$, '42P17', NULL, 'by soft_delete too');
SELECT throws_ok($$SELECT erasure.restore('shop.customers', '{6}')$$, '42P17', NULL, 'by restore too');
DROP TRIGGER late ON shop.customers;
SELECT * FROM erasure.permanently_delete('shop.customers', '{6}', 1);
CREATE CONSTRAINT TRIGGER late AFTER UPDATE OR DELETE ON shop.consents DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION shop.record();
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('shop.customers', '{6}')$$, '42P17', NULL, 'by undo too');
SELECT throws_ok($$SELECT erasure.erase_now('shop.customers', '{6}', 1, 'test')$$, '42P17', NULL, 'by erase_now too');
SELECT pg_sleep(1.1);
CALL erasure.erase_due();
SELECT is(erasure.state('shop.customers', 6), 'erased', 'the job does its work');
SELECT is((SELECT string_agg(DISTINCT who::text, ',') FROM shop.trail), 'shop_owner', 'and fires the trigger itself, as the owner');
DROP TRIGGER late ON shop.consents;

-- a trigger that turns on the rest of the life cycle
SET ROLE evil;
CREATE SCHEMA lair;
GRANT USAGE ON SCHEMA lair TO PUBLIC;
CREATE TABLE lair.people (id int PRIMARY KEY, name text, deleted_at timestamptz);
INSERT INTO lair.people VALUES (1, 'a'), (2, 'b'), (3, 'c'), (4, 'd'), (5, 'e');
CREATE TABLE lair.tried (what text, code text, who name);
CREATE FUNCTION lair.attack() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE s text;
BEGIN
	FOREACH s IN ARRAY ARRAY['SELECT erasure.soft_delete(''shop.customers'', ''{20}'')', 'SELECT erasure.restore(''shop.customers'', ''{6}'')',
		'SELECT erasure.permanently_delete(''shop.customers'', ''{6}'', 1)', 'SELECT erasure.erase_now(''shop.customers'', ''{6}'', 1, ''x'')',
		'SELECT erasure.undo_permanent_delete(''shop.customers'', ''{6}'')', 'SELECT erasure.hold(''shop.customers'', ''{6}'', ''x'')',
		'SELECT erasure.release(''shop.customers'', ''{6}'')', 'SELECT erasure.unprotect(''shop.customers'')',
		'SELECT erasure.allow(''shop.customers'', ''{undo}'', ''evil'')', 'SELECT erasure.not_personal(''shop.customers'', ''{name}'', ''x'')',
		'SELECT erasure.ignore(''shop.trail'', ''shop.customers'', ''x'')', 'CALL erasure.erase_due()', 'SELECT erasure.schedule()',
		'SET erasure.bypass = on', 'RESET ROLE', 'SET ROLE postgres', 'SET SESSION AUTHORIZATION postgres',
		'UPDATE shop.customers SET name = ''x'' WHERE id = 20', 'DELETE FROM erasure.vault', 'UPDATE erasure.permission SET action = ''undo''']
	LOOP
		BEGIN
			EXECUTE s;
			INSERT INTO lair.tried VALUES (s, 'done', current_user);
		EXCEPTION WHEN OTHERS THEN
			INSERT INTO lair.tried VALUES (s, SQLSTATE, current_user);
		END;
	END LOOP;
	RETURN NEW;
END $$;
SELECT erasure.protect('lair.people', '{name}');
CREATE TRIGGER attack BEFORE UPDATE ON lair.people FOR EACH ROW EXECUTE FUNCTION lair.attack();
SELECT erasure.ignore_trigger('lair.people', 'attack', 'of this test');
RESET ROLE;
SELECT erasure.soft_delete('lair.people', '{1}');
SELECT * FROM erasure.permanently_delete('lair.people', '{1}', 1);
SELECT is_empty($$SELECT what FROM lair.tried WHERE code = 'done' AND what !~ '^(RESET ROLE)'$$, 'a trigger underneath a superuser''s call does nothing on other people''s tables');
SELECT is_empty($$SELECT what, code FROM lair.tried WHERE what ~ 'erasure\.[a-z_]+\(' AND code <> '42501' AND what !~ 'erase_due|schedule'$$, 'every function of erasure refuses with 42501');
SELECT is((SELECT string_agg(DISTINCT who::text, ',') FROM lair.tried), 'evil', 'it stays its owner');
DROP TRIGGER attack ON lair.people;

-- a trigger that leaves its attack to COMMIT, on a table that nobody declared
SET ROLE evil;
CREATE TABLE lair.bomb (id int);
CREATE FUNCTION lair.explode() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO lair.tried VALUES ('at COMMIT', 'done', current_user); RETURN NEW; END $$;
CREATE CONSTRAINT TRIGGER bomb AFTER INSERT ON lair.bomb DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION lair.explode();
CREATE FUNCTION lair.light() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO lair.bomb VALUES (1); RETURN NEW; END $$;
CREATE TRIGGER light AFTER UPDATE ON lair.people FOR EACH ROW EXECUTE FUNCTION lair.light();
SELECT erasure.ignore_trigger('lair.people', 'light', 'of this test');
RESET ROLE;
SELECT throws_ok($$SELECT erasure.soft_delete('lair.people', '{2}')$$, '42P17', NULL, 'what a trigger leaves to a deferred one is refused');
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('lair.people', '{1}')$$, '42P17', NULL, 'by every verb');
CREATE OR REPLACE FUNCTION lair.light() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DECLARE c CURSOR WITH HOLD FOR SELECT lair.burn()'; RETURN NEW; END $$;
CREATE FUNCTION lair.burn() RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO lair.tried VALUES ('at COMMIT', 'done', current_user); RETURN 1; END $$;
SELECT throws_ok($$SELECT erasure.soft_delete('lair.people', '{2}')$$, '42P17', NULL, 'what it leaves to a cursor that outlives the transaction too');
SELECT is_empty($$SELECT * FROM lair.tried WHERE what = 'at COMMIT'$$, 'and nothing ran as the caller');
DROP TRIGGER light ON lair.people;
BEGIN;
DECLARE mine CURSOR WITH HOLD FOR SELECT 1;
SELECT lives_ok($$SELECT erasure.soft_delete('lair.people', '{2}')$$, 'the caller''s own cursor is in nobody''s way');
COMMIT;
CLOSE mine;

-- row security that hides everything, from the owner too
SET ROLE shop_owner;
ALTER TABLE shop.customers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY nothing ON shop.customers USING (false);
CREATE POLICY nothing ON shop.orders USING (false);
SELECT is((SELECT count(*) FROM shop.customers), 0::bigint, 'row security hides all rows from the owner');
SET ROLE admin;
SELECT is(erasure.soft_delete('shop.customers', '{8}'), 1::bigint, 'row security: soft_delete');
SELECT is((SELECT row_count FROM erasure.preview('shop.customers', '{8}') WHERE relation = 'shop.orders'::regclass), 1::bigint, 'row security: preview counts');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('shop.customers', '{8}', 1)), 3::bigint, 'row security: all rows are masked');
RESET ROLE;
SELECT is((SELECT address FROM shop.orders WHERE id = 8), '*****', 'row security: really');
SET ROLE admin;
SELECT is(erasure.undo_permanent_delete('shop.customers', '{8}'), 1::bigint, 'row security: undo');
RESET ROLE;
SELECT is((SELECT address FROM shop.orders WHERE id = 8), 'address 8', 'row security: back');
GRANT SELECT, INSERT, UPDATE, DELETE ON shop.orders, shop.customers TO nobody;
SET ROLE shop_owner;
CREATE POLICY all_of_it ON shop.orders TO nobody USING (true);
SET ROLE admin;
SELECT * FROM erasure.permanently_delete('shop.customers', '{8}', 1);
SET ROLE nobody;
SELECT throws_ok($$UPDATE shop.orders SET address = 'x' WHERE id = 8$$, '42501', NULL, 'row security on the parent hides it from no guard');
SELECT throws_ok($$INSERT INTO shop.orders VALUES (208, 8, 'x')$$, '42501', NULL, 'nor from the guard of a new row');
RESET ROLE;
ALTER TABLE shop.customers DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;
ALTER TABLE shop.orders DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY;

-- code of the owner's underneath the engine's statements gets past no guard and changes nothing of the outcome
SET ROLE shop_owner;
CREATE TABLE shop.pairs (id int PRIMARY KEY, name text);
CREATE TABLE shop.notes (id int PRIMARY KEY, pair int REFERENCES shop.pairs, body text);
INSERT INTO shop.pairs SELECT g, 'name ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.notes SELECT g, g, 'body ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('shop.pairs', '{name}'), erasure.relate('shop.notes', 'shop.pairs', '{body}');
SELECT erasure.soft_delete('shop.pairs', '{1,2,3,4}');
SELECT * FROM erasure.permanently_delete('shop.pairs', '{1}', 1);
CREATE FUNCTION shop.dml_in_check(id int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN UPDATE shop.notes SET body = 'leak' WHERE pair = 1; RETURN true; END $$;
ALTER TABLE shop.pairs ADD CONSTRAINT dml CHECK (shop.dml_in_check(id)) NOT VALID;
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '42501', NULL, 'a CHECK that writes another table');
CREATE OR REPLACE FUNCTION shop.dml_in_check(id int) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	IF current_setting('shop.armed', true) = 'on' THEN
		PERFORM set_config('shop.armed', 'off', false);
		UPDATE shop.pairs SET name = 'leak' WHERE pairs.id = 1;
	END IF;
	RETURN true;
END $$;
SET shop.armed = on;
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '42501', NULL, 'a CHECK that writes the very table being masked');
SET shop.armed = on;
SELECT throws_ok($$SELECT erasure.soft_delete('shop.pairs', '{5}')$$, '42501', NULL, 'or whose row is being marked as deleted');
ALTER TABLE shop.pairs DROP CONSTRAINT dml;
CREATE FUNCTION shop.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.body := 'clear text'; RETURN NEW; END $$;
CREATE TRIGGER meddle BEFORE UPDATE ON shop.notes FOR EACH ROW EXECUTE FUNCTION shop.meddle();
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '42P17', NULL, 'a BEFORE trigger that changes a personal column while it is masked');
CREATE OR REPLACE FUNCTION shop.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.pair := 9; RETURN NEW; END $$;
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '40001', NULL, 'one that moves the row to another subject');
CREATE OR REPLACE FUNCTION shop.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '40001', NULL, 'one that suppresses the change');
CREATE OR REPLACE FUNCTION shop.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO shop.notes VALUES (100, NEW.pair, 'new'); RETURN NEW; END $$;
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '42501', NULL, 'one that adds a row for the subject being masked');
DROP TRIGGER meddle ON shop.notes;
CREATE OR REPLACE FUNCTION shop.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE shop.notes SET body = 'again' WHERE id = NEW.id; RETURN NEW; END $$;
CREATE TRIGGER meddle AFTER UPDATE ON shop.notes FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION shop.meddle();
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '42501', NULL, 'an AFTER trigger that writes the row again');
DROP TRIGGER meddle ON shop.notes;
CREATE FUNCTION shop.revive() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.deleted_at := NULL; RETURN NEW; END $$;
CREATE TRIGGER revive BEFORE UPDATE ON shop.pairs FOR EACH ROW EXECUTE FUNCTION shop.revive();
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1)$$, '42P17', NULL, 'a BEFORE trigger that clears the deletion time while the subject is masked');
SELECT throws_ok($$SELECT erasure.soft_delete('shop.pairs', '{6}')$$, '42P17', NULL, 'or while it is deleted');
DROP TRIGGER revive ON shop.pairs;
CREATE OR REPLACE FUNCTION shop.revive() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.deleted_at := now(); RETURN NEW; END $$;
CREATE TRIGGER revive BEFORE UPDATE ON shop.pairs FOR EACH ROW EXECUTE FUNCTION shop.revive();
SELECT throws_ok($$SELECT erasure.restore('shop.pairs', '{2}')$$, '42P17', NULL, 'or one that sets it again while the subject is restored');
DROP TRIGGER revive ON shop.pairs;
SELECT is(erasure.state('shop.pairs', 2), 'deleted', 'nothing has changed: state');
SELECT is((SELECT name FROM shop.pairs WHERE id = 2), 'name 2', 'nothing has changed: subject');
SELECT is((SELECT body FROM shop.notes WHERE id = 2), 'body 2', 'nothing has changed: related row');
CREATE TABLE shop.tried (code text);
CREATE FUNCTION shop.call_verbs() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE s text;
BEGIN
	FOREACH s IN ARRAY ARRAY['SELECT erasure.soft_delete(''shop.pairs'', ''{7}'')', 'SELECT erasure.restore(''shop.pairs'', ''{3}'')',
		'SELECT erasure.hold(''shop.pairs'', ''{3}'', ''x'')', 'SELECT erasure.set_mask(''shop.pairs'', ''name'', ''null'')', 'SELECT erasure.unprotect(''shop.pairs'')']
	LOOP
		BEGIN EXECUTE s; INSERT INTO shop.tried VALUES ('done'); EXCEPTION WHEN OTHERS THEN INSERT INTO shop.tried VALUES (SQLSTATE); END;
	END LOOP;
	RETURN NEW;
END $$;
CREATE TRIGGER call_verbs BEFORE UPDATE ON shop.pairs FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION shop.call_verbs();
SELECT is(erasure.soft_delete('shop.pairs', '{8}'), 1::bigint, 'a trigger that calls verbs on its own table, for a caller who may');
SELECT results_eq('SELECT code, count(*) FROM shop.tried GROUP BY code', $$VALUES ('42501', 5::bigint)$$, 'is refused all of them while the engine runs');
DROP TRIGGER call_verbs ON shop.pairs;
CREATE OR REPLACE FUNCTION shop.meddle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.body := 'not the original'; RETURN NEW; END $$;
SELECT * FROM erasure.permanently_delete('shop.pairs', '{2}', 1);
CREATE TRIGGER meddle BEFORE UPDATE ON shop.notes FOR EACH ROW EXECUTE FUNCTION shop.meddle();
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('shop.pairs', '{2}')$$, '42P17', NULL, 'a BEFORE trigger that changes what undo brings back');
DROP TRIGGER meddle ON shop.notes;
SELECT lives_ok($$SELECT erasure.undo_permanent_delete('shop.pairs', '{2}')$$, 'undo once it is gone');
SELECT is((SELECT body FROM shop.notes WHERE id = 2), 'body 2', 'the original came back');
RESET ROLE;

-- names that need care
SET ROLE shop_owner;
CREATE SCHEMA "we;ird ""Schema'";
SET search_path = "we;ird ""Schema'", public;
CREATE TABLE "Kund'in ""Ü;--" ("Id ""\'" int, "zweite;" text, "Näme; DROP TABLE x; --" text, "Gelöscht ""am" timestamptz, PRIMARY KEY ("Id ""\'", "zweite;"));
CREATE TABLE "Auftrag $1 $$" ("№" int PRIMARY KEY, "Kunde'" int, "Kunde""2" text, "t" text, "k" text, "v" text, "ord" text,
	FOREIGN KEY ("Kunde'", "Kunde""2") REFERENCES "Kund'in ""Ü;--");
INSERT INTO "Kund'in ""Ü;--" VALUES (1, 'a"''\{},', 'Zoë'), (2, 'b', 'Bob');
INSERT INTO "Auftrag $1 $$" VALUES (1, 1, 'a"''\{},', 't', 'k', 'v', 'ord');
SELECT jsonb_build_object('Id "\''', 1, 'zweite;', 'a"''\{},')::text AS one, '"Kund''in ""Ü;--"' AS kunde \gset
SELECT erasure.protect(:'kunde', '{Näme; DROP TABLE x; --}', deleted_at => 'Gelöscht "am', grace => '1 second'),
	erasure.relate('"Auftrag $1 $$"', :'kunde', '{t,k,v,ord}', on_erase => 'set_null');
SELECT is(erasure.soft_delete(:'kunde', :'one'), 1::bigint, 'careful names: soft_delete');
SELECT is((SELECT count(*) FROM "Kund'in ""Ü;--_deleted"), 1::bigint, 'careful names: the Deleted list');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete(:'kunde', :'one', 1)), 2::bigint, 'careful names: permanently_delete');
SELECT is((SELECT concat(t, k, v, ord) FROM "Auftrag $1 $$"), '********************', 'careful names: masked');
SELECT throws_ok('UPDATE "Auftrag $1 $$" SET t = ''x''', '42501', NULL, 'careful names: guarded');
SELECT is(erasure.undo_permanent_delete(:'kunde', :'one'), 1::bigint, 'careful names: undo');
SELECT is((SELECT concat(t, k, v, ord) FROM "Auftrag $1 $$"), 'tkvord', 'careful names: back');
SELECT is(erasure.erase_now(:'kunde', :'one', 1, 'test'), 1::bigint, 'careful names: erase_now');
SELECT is((SELECT concat(t, k, v, ord) FROM "Auftrag $1 $$"), '', 'careful names: emptied');
RESET search_path;
RESET ROLE;

-- ordinary roles and the extension's own tables
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE relnamespace = 'erasure'::regnamespace AND relkind IN ('r', 'S')
	AND (has_table_privilege('nobody', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES'))$$, 'no table or sequence of erasure is open to ordinary roles');
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'v'
	AND has_table_privilege('nobody', c.oid, 'INSERT, UPDATE, DELETE')$$, 'no view of erasure can be written through');
SELECT ok(NOT has_function_privilege('nobody', 'erasure.erase_due(integer)', 'EXECUTE'), 'erase_due is not for everybody');
SELECT ok(NOT has_function_privilege('nobody', 'erasure.schedule(text)', 'EXECUTE'), 'schedule is not for everybody');
SELECT ok(NOT has_function_privilege('nobody', 'erasure.unschedule()', 'EXECUTE'), 'unschedule is not for everybody');
SELECT ok(NOT has_schema_privilege('nobody', 'erasure', 'CREATE'), 'nobody adds to the schema');
SET ROLE nobody;
SELECT throws_ok('SELECT * FROM erasure.vault_key', '42501', NULL, 'the vault''s keys cannot be read');
SELECT throws_ok('SELECT erasure.soft_delete(''shop.customers'', ''{20}'')', '42501', NULL, 'a role without permission may not soft_delete');
SELECT throws_ok('SELECT erasure.unprotect(''shop.customers'')', '42501', NULL, 'nor unprotect');
SELECT is((SELECT count(*) FROM erasure.subjects), 0::bigint, 'nor see states');
RESET ROLE;
-- SECURITY DEFINER does not lend permission, nor does SET ROLE keep it
CREATE FUNCTION public.lend() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT erasure.soft_delete('shop.customers', '{20}') $$;
SET ROLE nobody;
SELECT throws_ok('SELECT public.lend()', '42501', NULL, 'SECURITY DEFINER does not lend permission');
RESET ROLE;

-- shadows of functions, operators and types
CREATE TABLE public.fallen (what text);
GRANT INSERT ON public.fallen TO PUBLIC;
CREATE FUNCTION public.trap(int, int) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('=(int, int)'); RETURN true; END $$;
CREATE FUNCTION public.trap(text, text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('=(text, text)'); RETURN true; END $$;
CREATE FUNCTION public.trap(oid, oid) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('=(oid, oid)'); RETURN true; END $$;
CREATE FUNCTION public.trap(int, int[]) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('=(int, int[])'); RETURN true; END $$;
CREATE FUNCTION public.trap(timestamptz, timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('time'); RETURN true; END $$;
DO $do$ DECLARE o text; t text; BEGIN
	FOREACH o IN ARRAY '{=,<>,<,>,<=,>=}'::text[] LOOP
		FOREACH t IN ARRAY '{int,text,oid,timestamptz}'::text[] LOOP
			EXECUTE format('CREATE OPERATOR public.%s (FUNCTION = public.trap, LEFTARG = %s, RIGHTARG = %s)', o, t, t);
		END LOOP;
	END LOOP;
END $do$;
CREATE FUNCTION public.now() RETURNS timestamptz LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('now'); RETURN '2000-01-01'; END $$;
CREATE FUNCTION public.octet_length(text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('octet_length'); RETURN 0; END $$;
CREATE FUNCTION public.unnest(text[]) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.fallen VALUES ('unnest'); END $$;
CREATE DOMAIN public.timestamptz AS pg_catalog.timestamptz CHECK (VALUE > '3000-01-01');
CREATE DOMAIN public.text AS pg_catalog.text CHECK (length(VALUE) > 1000);
CREATE DOMAIN public.interval AS pg_catalog.interval CHECK (VALUE > '1000 years');
CREATE TEMP TABLE declared_table (id int);
CREATE TEMP TABLE subject_state (id int);
CREATE TEMP TABLE customers (id int, name pg_catalog.text);
SET search_path = public, pg_temp, pg_catalog;
SELECT * FROM erasure.soft_delete('shop.customers', '{9,10}');
SELECT subjects FROM erasure.permanently_delete('shop.customers', '{9,10}', 2);
SELECT erasure.undo_permanent_delete('shop.customers', '{10}');
SELECT erasure.restore('shop.customers', '{10}');
SELECT erasure.hold('shop.customers', '{10}', 'x'), erasure.release('shop.customers', '{10}');
INSERT INTO shop.orders VALUES (109, 10, 'x');
UPDATE shop.orders SET address = 'y' WHERE id OPERATOR(pg_catalog.=) 109;
SELECT erasure.erase_now('shop.customers', '{9}', 1, 'x');
SELECT key, state FROM erasure.subjects WHERE false;
RESET search_path;
SELECT is_empty('SELECT DISTINCT what FROM public.fallen', 'functions and operators of others are not used');
SELECT is((SELECT name FROM shop.customers WHERE id OPERATOR(pg_catalog.=) 9), '*****'::pg_catalog.text, 'and the work was done');

SELECT * FROM finish();
