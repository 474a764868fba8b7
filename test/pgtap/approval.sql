-- Four eyes: permanent deletions wait until somebody else approves them, who goes through every check again.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(72);

CREATE ROLE shop_owner;
CREATE ROLE ann LOGIN;
CREATE ROLE bob LOGIN;
CREATE ROLE eve LOGIN;                        -- may delete, not erase
CREATE ROLE deleters NOLOGIN;
CREATE ROLE pooled LOGIN NOINHERIT IN ROLE ann, bob;
CREATE ROLE stranger LOGIN;
GRANT deleters TO ann, bob;
GRANT CREATE ON SCHEMA public TO shop_owner;

SET ROLE shop_owner;
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text);
INSERT INTO customers SELECT g, 'name ' || g FROM generate_series(1, 40) g;
INSERT INTO orders SELECT g, g, 'street ' || g FROM generate_series(1, 40) g;
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.allow('customers', '{view_deleted,soft_delete,restore,permanently_delete,erase_now,undo,hold}', role) FROM unnest('{ann,bob,deleters}'::regrole[]) role;
SELECT erasure.allow('customers', '{view_deleted,permanently_delete}', 'eve');
RESET ROLE;

-- What a session of a role, logged in or switched to, gets: a value, or its SQLSTATE.
CREATE FUNCTION as_role(login name, switched name, call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    answer text;
BEGIN
    PERFORM set_config('session_authorization', login, true);
    PERFORM set_config('role', coalesce(switched, 'none'), true);
    BEGIN
        EXECUTE call INTO answer;
    EXCEPTION WHEN OTHERS THEN answer := SQLSTATE;
    END;
    PERFORM set_config('role', 'none', true);
    PERFORM set_config('session_authorization', 'postgres', true);
    RETURN answer;
END $$;
CREATE FUNCTION delete_by(login name, id int, switched name DEFAULT NULL) RETURNS text LANGUAGE sql AS
$$ SELECT as_role(login, switched, format('SELECT (erasure.permanently_delete(''customers'', ARRAY[%s], 1, ''asked by letter'')).request', id)) $$;
CREATE FUNCTION approve_by(login name, request text, switched name DEFAULT NULL) RETURNS text LANGUAGE sql AS
$$ SELECT as_role(login, switched, format('SELECT concat_ws('' '', subjects, rows_masked, erase_after IS NULL) FROM erasure.approve(%s)', request)) $$;
CREATE FUNCTION data_of(id int) RETURNS text LANGUAGE sql AS
$$ SELECT concat_ws(', ', erasure.state('customers', c.id), c.name, o.ship_to) FROM customers c JOIN orders o ON o.customer_id = c.id WHERE c.id = data_of.id $$;
SELECT erasure.soft_delete('customers', (SELECT array_agg(id) FROM customers WHERE id <= 38));

-- Who may require it.
SELECT is(as_role('ann', NULL, $$SELECT erasure.require_approval('customers', true)$$), '42501', 'only the owner requires approval');
SELECT is(as_role('stranger', 'none', $$SELECT erasure.require_approval('customers', false)$$), '42501', 'or does not');
SELECT throws_ok($$SELECT erasure.require_approval('customers', NULL)$$, '22023', NULL, 'yes or no');
SELECT throws_ok($$SELECT erasure.require_approval('orders')$$, '42P17', NULL, 'of a subject table');
SELECT is(approve_by('bob', '99999'), 'P0002', 'no such request');
SET ROLE shop_owner;
SELECT erasure.require_approval('customers', true);
RESET ROLE;
SELECT results_eq($$SELECT action, role::text COLLATE "default", detail FROM erasure.audit_log ORDER BY id DESC LIMIT 1$$,
                  $$VALUES ('require_approval'::text, 'shop_owner'::text, 'on'::text)$$, 'who required it is in the audit log');

-- Asked for: nothing changes.
SELECT delete_by('ann', 1) AS r1 \gset
SELECT is(data_of(1), 'deleted, name 1, street 1', 'the first of two changes nothing');
SELECT is((SELECT count(*) FROM erasure.vault), 0::bigint, 'and keeps nothing');
SELECT is((SELECT count(*) FROM erasure.requests), 0::bigint, 'it is no request that was carried out');
SELECT results_eq(format($$SELECT relation::text, action, subjects, keys::text COLLATE "default", reason, requested_by::text COLLATE "default", lapses_at - requested_at BETWEEN '6 days 23 hours' AND '7 days 1 hour' FROM erasure.pending WHERE request = %s$$, :r1),
                  $$VALUES ('customers', 'permanently_delete'::text, 1::bigint, '{1}'::text, 'asked by letter'::text, 'ann'::text, true)$$, 'erasure.pending tells what waits');
SELECT results_eq($$SELECT action, session_role::text COLLATE "default", request, subjects, rows, detail FROM erasure.audit_log ORDER BY id DESC LIMIT 1$$,
                  format($$VALUES ('permanently_delete'::text, 'ann'::text, %s::bigint, 1::bigint, 0::bigint, 'waits for approval'::text)$$, :r1), 'so does the audit log');
SELECT is(as_role('bob', NULL, 'SELECT count(*) FROM erasure.pending'), '1', 'who may act sees it');
SELECT is(as_role('stranger', NULL, 'SELECT count(*) FROM erasure.pending'), '0', 'a stranger does not');
SELECT is(as_role('stranger', NULL, 'SELECT count(*) FROM erasure.approval'), '42501', 'nor behind the view');
SELECT is(as_role('ann', NULL, $$SELECT concat(request IS NOT NULL, subjects, rows_masked, erase_after) FROM erasure.permanently_delete('customers', ARRAY[2], 1)$$), 't10', 'the answer has its number, no row masked, no end of the grace period');

-- Every check is made when it is asked for.
SELECT is(delete_by('stranger', 3), '42501', 'a stranger may not ask');
SELECT is(as_role('ann', NULL, $$SELECT erasure.permanently_delete('customers', ARRAY[3], 2)$$), '22023', 'the count is checked');
SELECT is(delete_by('ann', 39), '55000', 'the state is checked');
SELECT is(delete_by('ann', 999), 'P0002', 'the key is checked');
SELECT erasure.hold('customers', ARRAY[4], 'court case');
SELECT is(delete_by('ann', 4), '55006', 'holds are checked');
CREATE TABLE diaries (id int PRIMARY KEY, customer_id int REFERENCES customers, entry text);
SELECT is(delete_by('ann', 3), '42P17', 'coverage is checked');
DROP TABLE diaries;
SELECT is((SELECT count(*) FROM erasure.pending), 2::bigint, 'none of these waits');

-- Nobody is two.
SELECT is(approve_by('ann', :'r1'), '42501', 'not who asked');
SELECT is(approve_by('ann', :'r1', 'deleters'), '42501', 'nor under another role: the same session user');
SELECT is(approve_by('pooled', :'r1', 'ann'), '42501', 'nor from another session under the same role');
SELECT is(approve_by('stranger', :'r1'), '42501', 'nor who may not ask for it');
SELECT is(data_of(1), 'deleted, name 1, street 1', 'nothing has changed');
SELECT delete_by('pooled', 5, 'ann') AS r5 \gset
SELECT is(approve_by('pooled', :'r5', 'bob'), '42501', 'one pooled login cannot be two persons, whatever role it takes');
SELECT is(approve_by('ann', :'r5'), '42501', 'nor is the role another person under a login of its own');
SELECT is(approve_by('bob', :'r5'), '1 2 f', 'somebody else may');
SELECT delete_by('ann', 6, 'deleters') AS r6 \gset
SELECT is(approve_by('bob', :'r6', 'deleters'), '42501', 'the same outer role cannot approve, though another person took it');
SELECT is(approve_by('bob', :'r6'), '1 2 f', 'the person may, as themselves');

-- A definer's rights lend nobody anything.
SELECT delete_by('ann', 7) AS r7 \gset
CREATE FUNCTION approve_for_me(request bigint) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN PERFORM erasure.approve(request); RETURN 'done'; EXCEPTION WHEN insufficient_privilege THEN RETURN 'refused'; END $$;
ALTER FUNCTION approve_for_me OWNER TO bob;
SELECT is(as_role('stranger', NULL, format('SELECT approve_for_me(%s)', :r7)), 'refused', 'a stranger through a function of one who may');
SELECT is(as_role('ann', NULL, format('SELECT approve_for_me(%s)', :r7)), 'refused', 'who asked, through a function of another who may');
ALTER FUNCTION approve_for_me OWNER TO stranger;
SELECT is(as_role('bob', NULL, format('SELECT approve_for_me(%s)', :r7)), 'refused', 'one who may, through a function of a stranger');

-- Approved.
SELECT is(approve_by('eve', :'r1'), '1 2 f', 'another who holds the permission approves');
SELECT is(data_of(1), 'masked, *****, *****', 'and it is done');
SELECT results_eq(format($$SELECT request, requested_by::text COLLATE "default", approved_by::text COLLATE "default", reason, subjects FROM erasure.requests WHERE request = %s$$, :r1),
                  format($$VALUES (%s::bigint, 'ann'::text, 'eve'::text, 'asked by letter'::text, 1::bigint)$$, :r1), 'under the number it waited under, with both names');
SELECT results_eq($$SELECT action, session_role::text COLLATE "default", request, subjects, rows, detail FROM erasure.audit_log ORDER BY id DESC LIMIT 1$$,
                  format($$VALUES ('approve'::text, 'eve'::text, %s::bigint, 1::bigint, 2::bigint, 'permanently_delete, asked for by role ann'::text)$$, :r1), 'the audit log has both');
SELECT is(approve_by('bob', :'r1'), '55000', 'nobody approves twice');
SELECT is((SELECT count(*) FROM erasure.approval_subject WHERE approval = :r1), 0::bigint, 'what is decided keeps no keys');
SELECT lives_ok($$SELECT erasure.undo_permanent_delete('customers', ARRAY[1])$$, 'undo as ever');

-- Every check is made again when it is approved.
SELECT delete_by('ann', 8) AS r8 \gset
SELECT erasure.hold('customers', ARRAY[8], 'court case');
SELECT is(approve_by('bob', :'r8'), '55006', 'on hold since');
SELECT erasure.release('customers', ARRAY[8]);
CREATE TABLE diaries (id int PRIMARY KEY, customer_id int REFERENCES customers, entry text);
SELECT is(approve_by('bob', :'r8'), '42P17', 'no longer covered');
DROP TABLE diaries;
SELECT is(approve_by('bob', :'r8'), '1 2 f', 'what failed goes on waiting');

-- Taken back: by either, by restore, by time.
SELECT delete_by('ann', 9) AS r9 \gset
SELECT is(delete_by('bob', 9), '55000', 'nobody waits twice');
SELECT is(as_role('stranger', NULL, format('SELECT erasure.withdraw(%s)', :r9)), '42501', 'a stranger takes nothing back');
SELECT is(as_role('bob', NULL, format('SELECT erasure.withdraw(%s)', :r9)), '', 'who could approve can refuse');
SELECT is(approve_by('bob', :'r9'), '55000', 'withdrawn');
SELECT is(as_role('ann', NULL, format('SELECT erasure.withdraw(%s)', :r9)), '55000', 'once');
SELECT as_role('ann', NULL, $$SELECT request FROM erasure.permanently_delete('customers', ARRAY[9,10,11], 3)$$) AS r10 \gset
SELECT erasure.restore('customers', ARRAY[10]);
SELECT is(approve_by('bob', :'r10'), '55000', 'restoring one subject withdraws what was asked for');
SELECT is((SELECT detail FROM erasure.audit_log ORDER BY id DESC LIMIT 1 OFFSET 1), 'permanently_delete; restored', 'which the audit log tells');
SELECT erasure.soft_delete('customers', ARRAY[10]);
SELECT is(approve_by('bob', :'r10'), '55000', 'for good');
SELECT delete_by('ann', 10) AS r11 \gset
UPDATE erasure.approval SET lapses_at = now() - interval '1 second' WHERE id = :r11;
SELECT is(approve_by('bob', :'r11'), '55000', 'after seven days it has lapsed');
SELECT is((SELECT count(*) FROM erasure.pending WHERE request = :r11), 0::bigint, 'waits no longer');
SELECT isnt(delete_by('bob', 10), '55000', 'and can be asked for anew');
CALL erasure.erase_due();
SELECT results_eq(format($$SELECT decision, (SELECT count(*) FROM erasure.approval_subject WHERE approval = a.id) FROM erasure.approval a WHERE id = %s$$, :r11), $$VALUES ('lapsed'::text, 0::bigint)$$, 'the job tidies up');

-- erase_now, of deleted and of masked subjects.
SELECT is(as_role('ann', NULL, $$SELECT erasure.erase_now('customers', ARRAY[12,5], 2, 'court order')$$), '0', 'erase_now waits too: none is erased');
SELECT is(data_of(12) || '; ' || data_of(5), 'deleted, name 12, street 12; masked, *****, *****', 'nothing has changed');
SELECT request AS r12 FROM erasure.pending WHERE action = 'erase_now' \gset
SELECT is(approve_by('eve', :'r12'), '42501', 'approving it needs erase_now');
SELECT is(approve_by('bob', :'r12'), '2 2 t', 'and is it');
SELECT is(data_of(12) || '; ' || data_of(5), 'erased, *****, *****; erased, *****, *****', 'erased');

-- The doctor counts who could approve.
SELECT is_empty($$SELECT problem FROM erasure.doctor() WHERE problem ~ 'approve$'$$, 'several logins may');
REVOKE ann, bob FROM pooled;
SELECT erasure.disallow('customers', '{permanently_delete}', role) FROM unnest('{bob,deleters,eve}'::regrole[]) role;
SELECT results_eq($$SELECT object, severity FROM erasure.doctor() WHERE problem ~ 'approve$'$$, $$VALUES ('table public.customers'::text, 'warning'::text)$$, 'only one may');
SELECT erasure.allow('customers', '{permanently_delete}', role) FROM unnest('{bob,deleters,eve}'::regrole[]) role;

-- Turned off.
SELECT delete_by('ann', 13) AS r13 \gset
SELECT delete_by('ann', 14) AS r14 \gset
SELECT erasure.require_approval('customers', false);
SELECT is((SELECT count(*) FROM erasure.pending WHERE request IN (:r13, :r14)), 2::bigint, 'what waits goes on waiting');
SELECT is(approve_by('bob', :'r13'), '1 2 f', 'and can be approved');
SELECT isnt(delete_by('ann', 14), :'r14', 'or is carried out otherwise');
SELECT is(data_of(14), 'masked, *****, *****', 'at once');
SELECT is(approve_by('bob', :'r14'), '55000', 'and no longer waits');

-- Personal keys are kept as keyed hashes.
CREATE TABLE members (email text PRIMARY KEY, name text);
INSERT INTO members VALUES ('ann@example.com', 'Ann'), ('bob@example.com', 'Bob');
SELECT erasure.protect('members', '{email,name}');
SELECT erasure.require_approval('members');
SELECT erasure.allow('members', '{permanently_delete,view_deleted,erase_now}', role) FROM unnest('{ann,bob}'::regrole[]) role;
SELECT erasure.soft_delete('members', ARRAY['ann@example.com']);
SELECT as_role('ann', NULL, $$SELECT request FROM erasure.permanently_delete('members', ARRAY['ann@example.com'], 1)$$) AS m1 \gset
SELECT is((SELECT count(*) FROM erasure.pending WHERE keys::text ~ 'example'), 0::bigint, 'a personal key does not wait in clear');
SELECT is(approve_by('bob', :'m1'), '1 1 f', 'and is found again');
SELECT is((SELECT count(*) FROM members WHERE erasure.is_masked(email)), 1::bigint, 'masked');
SELECT * FROM finish();
