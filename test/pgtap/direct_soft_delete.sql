-- Applications that write the deletion time themselves: with direct_soft_delete => 'allow' their UPDATE is a soft delete or a
-- restore, with the role checked, and states, audit, approvals and linked records as the verbs leave them.
BEGIN;
SET client_min_messages = error;
SELECT no_plan();

CREATE SCHEMA shop;
SET search_path = shop, public;
CREATE ROLE direct_clerk;
CREATE ROLE direct_undertaker;
CREATE ROLE direct_nobody;
GRANT USAGE ON SCHEMA shop TO direct_clerk, direct_undertaker, direct_nobody;
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, credit int NOT NULL DEFAULT 0);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers ON UPDATE CASCADE, address text);
INSERT INTO customers SELECT g, 'name ' || g FROM generate_series(1, 30) g;
INSERT INTO orders SELECT g, g, 'address ' || g FROM generate_series(1, 30) g;
SELECT erasure.protect('customers', '{name}', direct_soft_delete => 'allow'), erasure.relate('orders', 'customers', '{address}');
SELECT erasure.allow('customers', '{soft_delete,restore}', 'direct_clerk'), erasure.allow('customers', '{soft_delete}', 'direct_undertaker');
GRANT SELECT, INSERT, UPDATE ON customers TO direct_clerk, direct_undertaker, direct_nobody;

CREATE FUNCTION refused(statement text, code text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.throws_ok(statement, code, NULL, description) $$;
CREATE FUNCTION passes(statement text, description text) RETURNS SETOF text LANGUAGE sql AS
$$ SELECT public.lives_ok(statement, description) $$;
-- Audit rows of moves since the last look, as action and number of subjects.
CREATE TABLE looked (id bigint);
INSERT INTO looked VALUES (0);
CREATE FUNCTION audit() RETURNS text LANGUAGE plpgsql AS $$
DECLARE seen text;
BEGIN
	SELECT string_agg(action || ' ' || subjects, ', ' ORDER BY id) INTO seen FROM erasure.audit_entry
	WHERE id > (SELECT id FROM shop.looked) AND action IN ('soft_delete', 'restore', 'withdraw');
	UPDATE shop.looked SET id = (SELECT max(id) FROM erasure.audit_entry);
	RETURN seen;
END $$;
CREATE FUNCTION states(relation regclass DEFAULT 'shop.customers') RETURNS text LANGUAGE sql AS $$
	SELECT string_agg(s.key || ' ' || s.state, ', ' ORDER BY s.key) FROM erasure.subject_state s
	JOIN erasure.declared_table d ON d.id = s.subject_id WHERE d.relation = $1 $$;

-- There and back
SELECT passes('UPDATE customers SET deleted_at = now() WHERE id = 1', 'a soft delete');
SELECT is(states(), '1 deleted', 'its state');
SELECT is(audit(), 'soft_delete 1', 'its audit row');
SELECT is((SELECT key || ' ' || state || ' ' || deleted_by FROM erasure.subjects WHERE relation = 'customers'::regclass), '1 deleted ' || current_user, 'the view of subjects');
SELECT is((SELECT string_agg(id::text, ',') FROM customers_deleted), '1', 'the Deleted list');
SELECT passes('UPDATE customers SET deleted_at = NULL WHERE id = 1', 'a restore');
SELECT is(states(), NULL, 'no state is left');
SELECT is(audit(), 'restore 1', 'its audit row');
SELECT passes($$UPDATE customers SET deleted_at = '2020-02-03 04:05+00' WHERE id = 1$$, 'at another time than now');
SELECT is((SELECT deleted_at FROM erasure.subject_state), '2020-02-03 04:05+00', 'the state has that time');
SELECT is((SELECT erasure.restore('customers', '1')), 1::bigint, 'the verb restores what the UPDATE deleted');
SELECT is((SELECT erasure.soft_delete('customers', '1')), 1::bigint, 'the verb deletes');
SELECT passes('UPDATE customers SET deleted_at = NULL WHERE id = 1', 'and the UPDATE restores that');
SELECT is(states(), NULL, 'no state is left');
SELECT is(audit(), 'soft_delete 1, restore 1, soft_delete 1, restore 1', 'all in the audit log');

-- One entry a statement
SELECT passes('UPDATE customers SET deleted_at = now(), credit = 7 WHERE id BETWEEN 1 AND 20', 'many, with other columns');
SELECT is(audit(), 'soft_delete 20', 'one entry for the statement');
SELECT is((SELECT count(*) FROM erasure.subject_state WHERE state = 'deleted'), 20::bigint, 'and a state each');
SELECT passes('UPDATE customers SET deleted_at = CASE WHEN id <= 5 THEN NULL ELSE now() END WHERE id <= 5 OR id BETWEEN 21 AND 22', 'both ways in one statement');
SELECT is(audit(), 'soft_delete 2, restore 5', 'one entry for each way');
SELECT passes('WITH a AS (UPDATE customers SET deleted_at = NULL WHERE id = 21), b AS (UPDATE customers SET deleted_at = now() WHERE id IN (1, 2)) SELECT', 'two statements in one');
SELECT is(audit(), 'soft_delete 2, restore 1', 'each is taken down');
SELECT passes('UPDATE customers SET deleted_at = now() WHERE id = 1000', 'a statement that finds nothing');
SELECT is(audit(), NULL, 'leaves nothing');
SELECT passes('UPDATE customers SET deleted_at = NULL WHERE deleted_at IS NOT NULL', 'all of them');
SELECT is(audit(), 'restore 18', 'are restored');
SELECT is(states(), NULL, 'no state is left');

-- Every way to update
SELECT passes($$INSERT INTO customers (id, name) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET deleted_at = now()$$, 'ON CONFLICT DO UPDATE');
SELECT passes($$INSERT INTO customers (id, name) VALUES (1, 'name 1') ON CONFLICT (id) DO UPDATE SET deleted_at = NULL, name = EXCLUDED.name$$, 'and back');
SELECT passes('UPDATE customers SET deleted_at = now() FROM orders o WHERE o.customer = customers.id AND o.id = 2', 'UPDATE FROM');
SELECT passes($s$DO $do$ DECLARE c CURSOR FOR SELECT * FROM customers WHERE id = 3 FOR UPDATE; r record; BEGIN OPEN c; FETCH c INTO r; UPDATE customers SET deleted_at = now() WHERE CURRENT OF c; CLOSE c; END $do$$s$, 'WHERE CURRENT OF');
PREPARE gone AS UPDATE customers SET deleted_at = now() WHERE id = $1;
EXECUTE gone(4);
SELECT passes('UPDATE customers_active SET deleted_at = now() WHERE id = 5', 'through the view of the active');
SELECT is(states(), '2 deleted, 3 deleted, 4 deleted, 5 deleted', 'all of these are deleted');
SELECT is(audit(), 'soft_delete 1, restore 1, soft_delete 1, soft_delete 1, soft_delete 1, soft_delete 1', 'and audited');
SELECT passes('UPDATE customers SET id = 102, deleted_at = NULL WHERE id = 2; UPDATE customers SET id = 103 WHERE id = 3; UPDATE customers SET id = 104, deleted_at = now() WHERE id = 6', 'with a new key');
SELECT is(states(), '103 deleted, 104 deleted, 4 deleted, 5 deleted', 'the states have the new keys');
UPDATE customers SET deleted_at = NULL WHERE deleted_at IS NOT NULL;
DO $$ BEGIN
	IF current_setting('server_version_num')::int >= 150000 THEN
		EXECUTE 'MERGE INTO customers c USING (VALUES (23)) AS v(id) ON v.id = c.id WHEN MATCHED THEN UPDATE SET deleted_at = now()';
	ELSE
		UPDATE customers SET deleted_at = now() WHERE id = 23;
	END IF;
END $$;
SELECT is(states(), '23 deleted', 'MERGE');
UPDATE customers SET deleted_at = NULL WHERE id = 23;

-- What stays refused
SELECT refused($$INSERT INTO customers (id, name, deleted_at) VALUES (500, 'x', now())$$, '42501', 'INSERT of a deleted subject');
UPDATE customers SET deleted_at = now() WHERE id IN (7, 8, 9, 10);
SELECT * FROM erasure.permanently_delete('customers', '{7,8}', 2);
SELECT erasure.erase_now('customers', '{8}', 1, 'asked');
SELECT refused($$UPDATE customers SET deleted_at = now() + interval '1 day' WHERE id = 9$$, '42501', 'another time for a deletion');
SELECT passes('UPDATE customers SET deleted_at = deleted_at WHERE id IN (7, 8, 9)', 'a time that stays the same');
SELECT refused('UPDATE customers SET deleted_at = NULL WHERE id = 7', '42501', 'restoring a masked subject');
SELECT refused('UPDATE customers SET deleted_at = NULL WHERE id = 8', '42501', 'restoring an erased subject');
SELECT refused($$UPDATE customers SET deleted_at = now() + interval '1 day' WHERE id = 7$$, '42501', 'another time for a masked subject');
SELECT refused('UPDATE customers SET deleted_at = NULL WHERE id IN (7, 9)', '42501', 'a masked subject among others');
SELECT is(states(), '10 deleted, 7 masked, 8 erased, 9 deleted', 'nothing of it has happened');
SELECT refused('DELETE FROM customers WHERE id = 11', '42501', 'DELETE');
CREATE TABLE others (id int PRIMARY KEY, name text);
INSERT INTO others VALUES (1, 'x');
SELECT erasure.protect('others', '{name}');
SELECT refused('UPDATE others SET deleted_at = now()', '42501', 'where the policy does not say so');
SELECT hasnt_trigger('others', 'erasure_guard_updated', 'no guard for what does not happen');
SELECT has_trigger('customers', 'erasure_guard_updated', 'a guard for what does');

-- A hold hinders neither
SELECT erasure.hold('customers', '{9,11}', 'court case');
SELECT passes('UPDATE customers SET deleted_at = NULL WHERE id = 9', 'a held subject is restored');
SELECT passes('UPDATE customers SET deleted_at = now() WHERE id = 11', 'a held subject is deleted');
SELECT erasure.release('customers', '{9,11}');

-- Roles
SELECT audit() IS NOT NULL AS looked;
SET ROLE direct_nobody;
SELECT refused('UPDATE customers SET deleted_at = now() WHERE id = 12', '42501', 'a role without the action');
SELECT passes('UPDATE customers SET credit = 1, deleted_at = deleted_at WHERE id = 12', 'which may change the rest');
SET ROLE direct_undertaker;
SELECT passes('UPDATE customers SET deleted_at = now() WHERE id = 12', 'a role with soft_delete');
SELECT refused('UPDATE customers SET deleted_at = NULL WHERE id = 12', '42501', 'which has no restore');
SET ROLE direct_clerk;
SELECT passes('UPDATE customers SET deleted_at = NULL WHERE id = 12', 'a role with restore');
RESET ROLE;
SELECT is(audit(), 'soft_delete 1, restore 1', 'what was allowed is audited');
SELECT is((SELECT string_agg(outer_role, ',' ORDER BY id) FROM (SELECT * FROM erasure.audit_entry ORDER BY id DESC LIMIT 2) AS a), 'direct_undertaker,direct_clerk', 'with the role');
CREATE FUNCTION lent() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = shop, pg_temp AS 'UPDATE customers SET deleted_at = now() WHERE id = 12';
SET ROLE direct_nobody;
SELECT refused('SELECT lent()', '42501', 'SECURITY DEFINER lends nobody the action');
RESET ROLE;
SELECT is((SELECT deleted_at FROM customers WHERE id = 12), NULL, 'the row is as it was');

-- A rollback takes all of it back, and what comes after is taken down once
SAVEPOINT before;
UPDATE customers SET deleted_at = now() WHERE id = 13;
ROLLBACK TO before;
SELECT is(audit(), NULL, 'nothing is left of what was rolled back');
CREATE FUNCTION stops() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stopped'; END $$;
CREATE TRIGGER a_stop AFTER UPDATE ON customers FOR EACH STATEMENT EXECUTE FUNCTION stops();
SELECT refused('UPDATE customers SET deleted_at = now() WHERE id = 13', 'P0001', 'a trigger before the end of the statement fails');
DROP TRIGGER a_stop ON customers;
SELECT passes('UPDATE customers SET deleted_at = now() WHERE id = 14', 'the next statement');
SELECT is(audit(), 'soft_delete 1', 'stands for itself');
SELECT ok(states() !~ '\m13 ', 'nothing of the one that failed');

-- Statements of triggers underneath
CREATE FUNCTION companion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.deleted_at IS NOT NULL AND OLD.deleted_at IS NULL AND NEW.id = 15 THEN UPDATE shop.customers SET deleted_at = now() WHERE id IN (16, 17); END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER zz_companion AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION companion();
SELECT passes('UPDATE customers SET deleted_at = now() WHERE id IN (15, 18, 19)', 'a trigger that deletes others');
SELECT is(audit(), 'soft_delete 2, soft_delete 3', 'an entry for each statement');
SELECT is((SELECT erasure.restore('customers', '{15,16,17,18,19}')), 5::bigint, 'all are in the Deleted list');
SELECT refused($$SELECT erasure.soft_delete('customers', '15')$$, '42501', 'underneath a statement of the engine it is refused');
DROP TRIGGER zz_companion ON customers;
CREATE FUNCTION reviver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF NEW.deleted_at IS NOT NULL THEN UPDATE shop.customers SET deleted_at = NULL WHERE id = NEW.id; END IF;
	RETURN NULL;
END $$;
CREATE TRIGGER zz_reviver AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION reviver();
SELECT audit() IS NOT NULL AS looked;
SELECT refused('UPDATE customers SET deleted_at = now() WHERE id = 15', '55000', 'a trigger that restores what the statement deletes');
DROP TRIGGER zz_reviver ON customers;
SELECT is(audit(), NULL, 'of neither is anything left');

-- A restore withdraws what waits for approval
UPDATE customers SET deleted_at = now() WHERE id IN (20, 21);
SELECT erasure.require_approval('customers', true);
SELECT * FROM erasure.permanently_delete('customers', '{20,21}', 2);
SELECT is((SELECT count(*) FROM erasure.pending), 1::bigint, 'a request waits');
SELECT passes('UPDATE customers SET deleted_at = NULL WHERE id = 20', 'one of its subjects is restored');
SELECT is((SELECT count(*) FROM erasure.pending), 0::bigint, 'the request does not wait any more');
SELECT is(audit(), 'soft_delete 2, withdraw 2, restore 1', 'withdrawn');
SELECT erasure.require_approval('customers', false);

-- Deletion times from before protect
CREATE TABLE old (id int PRIMARY KEY, name text, gone timestamp(0));
INSERT INTO old VALUES (1, 'x', '2019-01-01'), (2, 'y', NULL);
SELECT erasure.protect('old', '{name}', deleted_at => 'gone', direct_soft_delete => 'allow');
SELECT passes('UPDATE old SET gone = NULL WHERE id = 1', 'a restore of what was deleted before');
SELECT passes($$UPDATE old SET gone = '2021-05-05 05:05:05' WHERE id = 2$$, 'timestamp without time zone');
SELECT is((SELECT deleted_at = '2021-05-05 05:05:05'::timestamp::timestamptz FROM erasure.subjects WHERE relation = 'old'::regclass AND key = '2'), true, 'the time is that of the session''s zone');
SELECT is(audit(), 'restore 1, soft_delete 1', 'audited');

-- A composite key, partitions, inheritance
CREATE TABLE parts (tenant int, id int, name text, PRIMARY KEY (tenant, id)) PARTITION BY LIST (tenant);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE parts_2 (id int NOT NULL, name text, tenant int NOT NULL);
ALTER TABLE parts ATTACH PARTITION parts_2 FOR VALUES IN (2);
INSERT INTO parts SELECT t, i, 'x' FROM generate_series(1, 2) t, generate_series(1, 3) i;
SELECT erasure.protect('parts', '{name}', direct_soft_delete => 'allow');
SELECT passes('UPDATE parts SET deleted_at = now() WHERE id = 1', 'rows of two partitions');
SELECT passes('UPDATE parts_2 SET deleted_at = now() WHERE id = 2', 'a partition by its own name');
SELECT passes('UPDATE parts SET tenant = 2, id = 7, deleted_at = now() WHERE tenant = 1 AND id = 3', 'on the way to another partition');
SELECT is(states('parts'), '{"id": 1, "tenant": 1} deleted, {"id": 1, "tenant": 2} deleted, {"id": 2, "tenant": 2} deleted, {"id": 7, "tenant": 2} deleted', 'states by composite keys');
SELECT is(audit(), 'soft_delete 2, soft_delete 1, soft_delete 1', 'audited');
CREATE TABLE parts_3 PARTITION OF parts FOR VALUES IN (3);
INSERT INTO parts VALUES (3, 1, 'x');
SELECT passes('UPDATE parts_3 SET deleted_at = now()', 'a partition that came later');
SELECT is(audit(), 'soft_delete 1', 'audited');
CREATE TABLE above (id int NOT NULL, name text);
CREATE TABLE middle (id int PRIMARY KEY) INHERITS (above);
CREATE TABLE below (id int PRIMARY KEY) INHERITS (middle);
INSERT INTO middle VALUES (1, 'x');
INSERT INTO below VALUES (2, 'x'), (3, 'x');
SELECT erasure.protect('middle', '{name}', direct_soft_delete => 'allow');
SELECT passes('UPDATE middle SET deleted_at = now() WHERE id < 3', 'rows of a table and of its child');
SELECT passes('UPDATE below SET deleted_at = NULL WHERE id = 2', 'the child by its own name');
SELECT is(states('middle'), '1 deleted', 'their states');
SELECT is(audit(), 'soft_delete 2, restore 1', 'audited');

-- Records of the same person go along
CREATE TABLE people (id int PRIMARY KEY, name text, same_as int REFERENCES people);
INSERT INTO people VALUES (1, 'x', NULL), (2, 'x', 1), (3, 'y', NULL);
SELECT erasure.protect('people', '{name}', direct_soft_delete => 'allow');
SELECT erasure.relate('people', 'people');
SELECT passes('UPDATE people SET deleted_at = now() WHERE id = 1', 'a person with two records');
SELECT is(states('people'), '1 deleted, 2 deleted', 'both are deleted');
SELECT is((SELECT string_agg(id::text, ',' ORDER BY id) FROM people_deleted), '1,2', 'and in the Deleted list');
SELECT is(audit(), 'soft_delete 2', 'in one entry');
SELECT passes('UPDATE people SET deleted_at = NULL WHERE id = 1', 'and back');
SELECT is((SELECT count(*) FROM people_active), 3::bigint, 'both');
SELECT is(states('people'), NULL, 'no state is left');

-- A key that is personal
CREATE TABLE mails (mail text PRIMARY KEY, name text);
INSERT INTO mails VALUES ('a@b.example', 'x');
SELECT erasure.protect('mails', '{mail,name}', direct_soft_delete => 'allow');
SELECT passes('UPDATE mails SET deleted_at = now()', 'a personal key');
SELECT ok(states('mails') !~ 'example', 'is written nowhere');
SELECT is((SELECT subjects FROM erasure.permanently_delete('mails', 'a@b.example', 1)), 1::bigint, 'and found again');

-- What a trigger makes of it
CREATE FUNCTION otherwise() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.deleted_at := OLD.deleted_at; RETURN NEW; END $$;
CREATE TRIGGER otherwise BEFORE UPDATE ON others FOR EACH ROW EXECUTE FUNCTION otherwise();
SELECT passes('UPDATE others SET deleted_at = now()', 'a change that a trigger takes back is none');
CREATE FUNCTION on_purpose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.deleted_at := now(); RETURN NEW; END $$;
CREATE TRIGGER on_purpose BEFORE UPDATE OF credit ON customers FOR EACH ROW WHEN (NEW.credit = 99) EXECUTE FUNCTION on_purpose();
SELECT audit() IS NOT NULL AS looked;
SELECT passes('UPDATE customers SET credit = 99 WHERE id = 22', 'a change that a trigger makes is one');
SELECT is(audit(), 'soft_delete 1', 'taken down too');

SELECT * FROM finish();
ROLLBACK;
