-- The audit log is a chain: whatever is changed, taken out, moved, added or cut off afterwards, by a superuser too, shows.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE clerk;
CREATE ROLE stranger;
GRANT CREATE ON SCHEMA public TO shop_owner;
SET ROLE shop_owner;
CREATE TABLE customers (id int PRIMARY KEY, name text);
INSERT INTO customers SELECT i, 'Name ' || i FROM generate_series(1, 9) i;
SELECT erasure.protect('customers', '{name}');
SELECT erasure.allow('customers', '{soft_delete,restore,undo}', 'clerk');
SET ROLE clerk;
SET erasure.actor = 'Needle Actor';
SELECT erasure.soft_delete('customers', '{1,2}', 'Needle reason');
SELECT erasure.restore('customers', '{2}');
RESET erasure.actor;
SELECT erasure.soft_delete('customers', '{3}');
RESET ROLE;

SELECT is((SELECT count(*) FROM erasure.audit_head), 0::bigint, 'nothing is sealed yet');
SELECT is_empty('SELECT * FROM erasure.verify_audit()', 'and nothing is wrong');
SELECT is(erasure.seal_audit(), (SELECT count(*) FROM erasure.audit_entry), 'sealed');
SELECT is(erasure.seal_audit(), 0::bigint, 'once each');
SELECT is((SELECT array_agg(number ORDER BY number) FROM erasure.audit_seal), (SELECT array_agg(n::bigint) FROM generate_series(1, 5) n), 'numbered without a gap');
SELECT is_empty('SELECT * FROM erasure.verify_audit()', 'the chain verifies');
SET TimeZone = 'Asia/Kathmandu';
SET DateStyle = 'German';
SET extra_float_digits = -15;
SELECT is_empty('SELECT * FROM erasure.verify_audit()', 'whatever the session''s settings');
RESET ALL;
SET client_min_messages = error;

-- An independent computation, as an auditor would write it.
CREATE FUNCTION part(text) RETURNS bytea LANGUAGE sql AS
	$$ SELECT CASE WHEN $1 IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || int8send(octet_length($1)) || convert_to($1, 'UTF8') END $$;
CREATE FUNCTION chain() RETURNS TABLE (number bigint, hash bytea) LANGUAGE plpgsql AS $$
DECLARE
	before bytea := sha256('erasure audit chain 1');
	s record;
BEGIN
	FOR s IN SELECT * FROM erasure.audit_seal a JOIN erasure.audit_entry e ON e.id = a.entry ORDER BY a.number LOOP
		before := sha256(before || part(s.number::text) || part(s.id::text) || part((extract(epoch FROM s.at) * 1000000)::bigint::text) || part(s.action) || part(s.relation_name)
			|| part(s.session_role) || part(s.outer_role) || part(s.client_address::text) || part(s.request::text) || part(s.subjects::text) || part(s.row_count::text) || part(s.detail)
			|| CASE WHEN s.actor IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || int8send(32) || sha256(s.actor_salt || convert_to(s.actor, 'UTF8')) END);
		number := s.number;
		hash := before;
		RETURN NEXT;
	END LOOP;
END $$;
SELECT results_eq('SELECT number, hash FROM erasure.audit_seal ORDER BY number', 'SELECT * FROM chain()', 'the hashes are what README says');
SELECT isnt((SELECT count(DISTINCT actor_digest) FROM erasure.audit_seal WHERE actor_digest IS NOT NULL), 1::bigint, 'one actor has another hash each time');
SELECT is_empty($$SELECT FROM erasure.audit_seal s WHERE s::text ~ 'Needle' OR encode(s.hash || s.actor_digest, 'escape') ~ 'Needle'$$, 'and does not stand in the seals');

-- Nobody changes anything by ordinary means.
SELECT throws_ok(s, '42501', NULL, s) FROM unnest('{"UPDATE erasure.audit_seal SET hash = ''''","DELETE FROM erasure.audit_seal","TRUNCATE erasure.audit_seal","UPDATE erasure.audit_seal SET number = number WHERE false"}'::text[]) s;
SET session_replication_role = replica;
SELECT throws_ok('DELETE FROM erasure.audit_seal', '42501', NULL, 'nor as a replica');
RESET session_replication_role;

-- A superuser who switches the triggers off is found out. Each attempt is rolled back.
CREATE FUNCTION found(attempt text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	ALTER TABLE erasure.audit_entry DISABLE TRIGGER ALL;
	ALTER TABLE erasure.audit_seal DISABLE TRIGGER ALL;
	EXECUTE attempt;
	SELECT concat_ws(' ', number, entry, problem) INTO result FROM erasure.verify_audit();
	RAISE SQLSTATE 'ZZ000' USING MESSAGE = coalesce(result, 'nothing');
EXCEPTION WHEN SQLSTATE 'ZZ000' THEN
	RETURN SQLERRM;
END $$;
SELECT entry AS third FROM erasure.audit_seal WHERE number = 3 \gset
SELECT is(found('SELECT'), 'nothing', 'an attempt at nothing');
SELECT is(found(format('UPDATE erasure.audit_entry SET %s WHERE id = (SELECT entry FROM erasure.audit_seal WHERE number = 3)', change)),
	'3 ' || :third || ' the entry or its seal was changed', 'changed: ' || change)
	FROM unnest('{"at = at + ''1 microsecond''","action = ''restore''","relation_name = NULL","relation_name = ''''","session_role = ''x''","outer_role = ''x''","client_address = ''::1''","request = 1",
		"subjects = 1","subjects = NULL","row_count = 7","detail = ''x''"}'::text[]) change;
SELECT is(found('UPDATE erasure.audit_entry SET actor = ''Somebody else'' WHERE id = (SELECT entry FROM erasure.audit_seal WHERE number = 3)') LIKE '3 % the actor was changed', true, 'another actor');
SELECT is(found('UPDATE erasure.audit_entry SET actor = ''Somebody'' WHERE id = (SELECT entry FROM erasure.audit_seal WHERE number = 5)') LIKE '5 % the actor was changed', true, 'an actor where there was none');
SELECT is(found('UPDATE erasure.audit_seal SET actor_digest = NULL, actor_salt = NULL WHERE number = 3; UPDATE erasure.audit_entry SET actor = NULL') LIKE '3 % the entry or its seal was changed', true, 'an actor taken away with his hash');
SELECT is(found('UPDATE erasure.audit_entry SET actor = NULL'), 'nothing', 'an actor who has to go leaves his hash, and the chain verifies');
SELECT is(found('DELETE FROM erasure.audit_entry WHERE id = (SELECT entry FROM erasure.audit_seal WHERE number = 2)') LIKE '2 % the entry is missing', true, 'an entry taken out');
SELECT is(found('WITH gone AS (DELETE FROM erasure.audit_seal WHERE number = 2 RETURNING entry) DELETE FROM erasure.audit_entry WHERE id = (SELECT entry FROM gone)'), '2 its seal is missing', 'with its seal');
SELECT is(found('WITH gone AS (DELETE FROM erasure.audit_seal WHERE number = 2 RETURNING entry), e AS (DELETE FROM erasure.audit_entry WHERE id = (SELECT entry FROM gone)) SELECT;
	UPDATE erasure.audit_seal SET number = number - 1 WHERE number > 2') LIKE '2 % the entry or its seal was changed', true, 'and the gap closed');
SELECT is(found('UPDATE erasure.audit_seal SET number = 100 WHERE number = 2; UPDATE erasure.audit_seal SET number = 2 WHERE number = 3; UPDATE erasure.audit_seal SET number = 3 WHERE number = 100')
	LIKE '2 % the entry or its seal was changed', true, 'two in each other''s place');
SELECT is(found('UPDATE erasure.audit_seal SET entry = -1 WHERE number = 2; UPDATE erasure.audit_seal SET entry = (SELECT min(id) + 1 FROM erasure.audit_entry) WHERE number = 3')
	LIKE '2 -1 the entry is missing', true, 'seals moved to other entries');
SELECT is(found('UPDATE erasure.audit_seal SET hash = sha256(hash) WHERE number = 5') LIKE '5 % the entry or its seal was changed', true, 'a hash changed');
SELECT is(found('INSERT INTO erasure.audit_entry (action, session_role, outer_role, transaction) VALUES (''restore'', ''x'', ''x'', 3)') LIKE '% the entry was added behind the chain''s back', true, 'an entry added under an old transaction''s number');

-- Cut off, or written anew from some entry on: only a head that was kept elsewhere tells.
SELECT number AS head_number, hash AS head_hash FROM erasure.audit_head \gset
SELECT is_empty(format('SELECT * FROM erasure.verify_audit(%s, %L)', :head_number, :'head_hash'), 'the head as it was kept');
CREATE FUNCTION found_by_head(attempt text, number bigint, hash text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	ALTER TABLE erasure.audit_entry DISABLE TRIGGER ALL;
	ALTER TABLE erasure.audit_seal DISABLE TRIGGER ALL;
	EXECUTE attempt;
	SELECT concat_ws(' ', v.number, problem) INTO result FROM erasure.verify_audit(number, hash) v;
	RAISE SQLSTATE 'ZZ000' USING MESSAGE = coalesce(result, 'nothing');
EXCEPTION WHEN SQLSTATE 'ZZ000' THEN
	RETURN SQLERRM;
END $$;
SELECT is(found('WITH gone AS (DELETE FROM erasure.audit_seal WHERE number > 3 RETURNING entry) DELETE FROM erasure.audit_entry WHERE id IN (SELECT entry FROM gone)'), 'nothing', 'the last ones taken out do not show without it');
SELECT is(found_by_head('WITH gone AS (DELETE FROM erasure.audit_seal WHERE number > 3 RETURNING entry) DELETE FROM erasure.audit_entry WHERE id IN (SELECT entry FROM gone)', :head_number, :'head_hash'),
	'4 the chain was cut off: its head had number 5', 'and do with it');
SELECT is(found_by_head('UPDATE erasure.audit_entry SET subjects = 99 WHERE id = (SELECT max(id) FROM erasure.audit_entry); UPDATE erasure.audit_seal s SET hash = c.hash FROM chain() c WHERE c.number = s.number', :head_number, :'head_hash'),
	'5 the chain up to here is another than the one whose head was given', 'so does a chain written anew');
SELECT throws_ok('SELECT * FROM erasure.verify_audit(5)', '22023', NULL, 'a number without a hash');

-- Entries of a transaction that was rolled back leave no gap; the job seals.
SELECT nextval('erasure.audit_entry_id_seq');
SELECT erasure.soft_delete('customers', '{4}');
CALL erasure.erase_due();
SELECT is((SELECT max(number) FROM erasure.audit_seal), (SELECT count(*) FROM erasure.audit_entry), 'erase_due sealed what there was');
SELECT is_empty(format('SELECT * FROM erasure.verify_audit(%s, %L)', :head_number, :'head_hash'), 'the old head is still part of the chain');

-- By whom.
SET ROLE clerk;
SELECT is((SELECT count(*) FROM erasure.verify_audit()), 0::bigint, 'who may read the log may verify it');
SELECT is((SELECT count(*) FROM erasure.audit_head), 1::bigint, 'and see its head');
SELECT is(erasure.seal_audit(), 0::bigint, 'and seal');
SET ROLE stranger;
SELECT throws_ok('SELECT * FROM erasure.verify_audit()', '42501', NULL, 'a stranger may not');
SELECT throws_ok('SELECT erasure.seal_audit()', '42501', NULL, 'nor seal');
SELECT is((SELECT count(*) FROM erasure.audit_head), 0::bigint, 'nor see the head');
RESET ROLE;

SELECT * FROM finish();
