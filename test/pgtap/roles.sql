-- Who may do what: every action, every kind of role, and the ways in which a role comes to act.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(111);

CREATE ROLE owner_of_shop;
CREATE ROLE administrator;
CREATE ROLE sales_manager;
CREATE ROLE sales_team;
CREATE ROLE stranger;
CREATE ROLE ada IN ROLE sales_team;                                 -- a member through inheritance
CREATE ROLE pool NOINHERIT IN ROLE administrator, sales_manager, sales_team; -- an application's one login
CREATE ROLE deputy IN ROLE owner_of_shop;
CREATE ROLE root SUPERUSER;
GRANT CREATE ON SCHEMA public TO owner_of_shop;

SET ROLE owner_of_shop;
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text);
SELECT erasure.protect('customers', '{name}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
RESET ROLE;

CREATE SEQUENCE next_id;
CREATE FUNCTION subject_in(state text) RETURNS int LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE
    new_id int := nextval('next_id');
BEGIN
    INSERT INTO customers VALUES (new_id, 'Name');
    INSERT INTO orders VALUES (new_id, new_id, 'Street');
    IF state <> 'active' THEN PERFORM erasure.soft_delete('customers', ARRAY[new_id]); END IF;
    IF state = 'masked' THEN PERFORM erasure.permanently_delete('customers', ARRAY[new_id], 1); END IF;
    RETURN new_id;
END $$;

CREATE TABLE action (action text, needs text, call text);
INSERT INTO action VALUES
    ('soft_delete', 'active', 'SELECT erasure.soft_delete(''customers'', ARRAY[%s])'),
    ('restore', 'deleted', 'SELECT erasure.restore(''customers'', ARRAY[%s])'),
    ('preview', 'deleted', 'SELECT * FROM erasure.preview(''customers'', ARRAY[%s])'),
    ('confirmation', 'deleted', 'SELECT * FROM erasure.confirmation(''customers'', ARRAY[%s])'),
    ('permanently_delete', 'deleted', 'SELECT * FROM erasure.permanently_delete(''customers'', ARRAY[%s], 1)'),
    ('undo', 'masked', 'SELECT erasure.undo_permanent_delete(''customers'', ARRAY[%s])'),
    ('erase_now', 'masked', 'SELECT erasure.erase_now(''customers'', ARRAY[%s], 1, ''because'')'),
    ('hold', 'active', 'SELECT erasure.hold(''customers'', ARRAY[%s], ''court case'')'),
    ('release', 'active', 'SELECT erasure.release(''customers'', ARRAY[%s])'),
    ('state', 'active', 'SELECT erasure.state(''customers'', %s)'),
    ('view_deleted', 'deleted', 'SELECT * FROM customers_deleted WHERE id = %s'),
    ('view_active', 'active', 'SELECT * FROM customers_active WHERE id = %s'),
    ('read the vault', 'masked', 'SELECT * FROM erasure.vault WHERE key = ''%s'''),
    ('write a state', 'masked', 'UPDATE erasure.subject_state SET state = ''deleted'' WHERE key = ''%s'''),
    ('schedule', 'active', 'SELECT erasure.unschedule(), %s'),
    ('declare', 'active', 'SELECT erasure.add_personal(''orders'', ''{}''), %s'),
    ('allow', 'active', 'SELECT erasure.allow(''customers'', ''{undo}'', ''stranger''), erasure.disallow(''customers'', ''{undo}'', ''stranger''), %s');

-- What a role can do: the names of the actions that went through. Anything but 42501 against the others is told.
CREATE FUNCTION can_do(role name, setup text DEFAULT 'SET LOCAL ROLE %I') RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    a action;
    subject int;
    can text[] := '{}';
BEGIN
    FOR a IN SELECT * FROM action ORDER BY ctid LOOP
        subject := subject_in(a.needs);
        BEGIN
            EXECUTE format(setup, role);
            EXECUTE format(a.call, subject);
            RAISE EXCEPTION 'undo' USING ERRCODE = 'UNDO0';
        EXCEPTION
            WHEN insufficient_privilege THEN NULL;
            WHEN SQLSTATE 'UNDO0' THEN can := can || a.action;
            WHEN OTHERS THEN can := can || concat(a.action, ' ', SQLSTATE, ' ', SQLERRM);
        END;
        RESET ROLE;
    END LOOP;
    RETURN can;
END $$;

-- Before the first allow the owner does everything, others nothing.
SELECT is(can_do('owner_of_shop'), '{soft_delete,restore,preview,confirmation,permanently_delete,undo,erase_now,hold,release,state,view_deleted,view_active,declare,allow}',
          'the owner, before the first allow');
SELECT is(can_do('deputy'), can_do('owner_of_shop'), 'a member of the owning role');
SELECT is(can_do('sales_team'), '{}', 'another role');
SELECT is(can_do('root') @> can_do('owner_of_shop') AND can_do('root') @> '{schedule}', true, 'a superuser');

-- One by one.
SET ROLE owner_of_shop;
SELECT erasure.allow('customers', '{undo}', 'stranger');
RESET ROLE;
SELECT is(can_do('stranger'), '{undo,state}', 'what was allowed, and to see the state');
SELECT is(can_do('owner_of_shop'), '{state,view_deleted,view_active,declare,allow}', 'from the first allow on the owner declares, and needs allow to act');
SELECT erasure.allow('customers', '{hold,view_deleted}', 'stranger');
SELECT is(can_do('stranger'), '{undo,hold,release,state,view_deleted}', 'hold covers release; view_deleted is the Deleted list');
SELECT erasure.disallow('customers', '{undo,view_deleted}', 'stranger');
SELECT is(can_do('stranger'), '{hold,release,state}', 'disallow takes back what it names');
SELECT erasure.disallow('customers', '{hold}', 'stranger');
SELECT is(can_do('stranger'), '{}', 'and the rest');

-- The usual shop.
SET ROLE owner_of_shop;
SELECT erasure.use_roles('customers', 'administrator', 'sales_manager', 'sales_team');
RESET ROLE;
SELECT is(can_do('administrator'), '{soft_delete,restore,preview,confirmation,permanently_delete,undo,erase_now,hold,release,state,view_deleted,view_active,schedule}', 'the administrator');
SELECT is(can_do('sales_manager'), '{soft_delete,restore,preview,confirmation,permanently_delete,state,view_deleted,view_active}', 'the sales manager');
SELECT is(can_do('sales_team'), can_do('sales_manager'), 'the sales team');
SELECT is(can_do('ada'), can_do('sales_team'), 'a member of the sales team');
SELECT is(can_do('pool'), '{}', 'a NOINHERIT member, as itself');
SELECT is(can_do('stranger'), '{}', 'nobody else');
SELECT is(can_do('owner_of_shop'), '{state,view_deleted,view_active,declare,allow}', 'nor the owner');
SELECT is(can_do('deputy'), can_do('owner_of_shop'), 'nor a member of the owning role');

-- Errors say what is missing and how to get it, and nothing has changed.
SELECT subject_in('masked') AS masked \gset
CREATE FUNCTION told(role name, call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    message text; tip text;
BEGIN
    EXECUTE format('SET LOCAL ROLE %I', role);
    EXECUTE call;
    RETURN 'went through';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, tip = PG_EXCEPTION_HINT;
    RETURN concat(SQLSTATE, ': ', message, ' ', tip);
END $$;
SELECT is(told('ada', format('SELECT erasure.undo_permanent_delete(''customers'', ARRAY[%s])', :masked)),
    '42501: role "ada" may not undo on table "customers" The table''s owner can grant it: SELECT erasure.allow(''customers'', ''{undo}'', ''ada'');', 'told what to do');
RESET ROLE;
SELECT is(told('sales_team', 'SELECT erasure.soft_delete(''customers'', ARRAY[-1])'), 'P0002: 1 key not found in table "customers" Nothing has changed. Leave these keys out.',
    'an allowed role learns that there is no such key');
RESET ROLE;
SELECT is(left(told('stranger', 'SELECT erasure.soft_delete(''customers'', ARRAY[-1])'), 5), '42501', 'a stranger does not');
RESET ROLE;
SELECT is(left(told('stranger', format('SELECT erasure.state(''customers'', %s)', :masked)), 5), '42501', 'nor where somebody stands');
RESET ROLE;
SELECT is(erasure.state('customers', :masked), 'masked', 'and all is as it was');

-- The application's one login, a role for a transaction.
SET SESSION AUTHORIZATION pool;
SELECT throws_ok('SELECT erasure.soft_delete(''customers'', ARRAY[1])', '42501', NULL, 'as itself the pool may do nothing');
BEGIN;
SET LOCAL ROLE sales_team;
SELECT throws_ok('SELECT erasure.undo_permanent_delete(''customers'', ARRAY[1])', '42501', NULL, 'as sales team no undo');
SELECT throws_ok('SELECT erasure.soft_delete(''customers'', ARRAY[-1])', 'P0002', NULL, 'but soft delete');
COMMIT;
SELECT throws_ok('SELECT erasure.soft_delete(''customers'', ARRAY[1])', '42501', NULL, 'over with the transaction');
BEGIN;
SET LOCAL ROLE administrator;
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[:masked]), 1::bigint, 'as administrator');
COMMIT;
RESET SESSION AUTHORIZATION;
SELECT is((SELECT row(session_role, role)::text FROM erasure.audit_log WHERE action = 'undo_permanent_delete' ORDER BY id DESC LIMIT 1),
          '(pool,administrator)', 'the audit log names both');

-- SECURITY DEFINER lends nothing: the outer role and the effective one are both asked.
CREATE FUNCTION lent(subjects int[]) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$SELECT erasure.soft_delete('customers', subjects)$$;
ALTER FUNCTION lent OWNER TO administrator;
GRANT EXECUTE ON FUNCTION lent TO PUBLIC;
SELECT subject_in('active') AS a, subject_in('active') AS b \gset
SET ROLE stranger;
SELECT throws_ok(format('SELECT lent(ARRAY[%s])', :a), '42501', NULL, 'a stranger through an administrator''s function');
SET ROLE sales_team;
SELECT is(lent(ARRAY[:a]), 1::bigint, 'the sales team through it');
RESET ROLE;
ALTER FUNCTION lent OWNER TO stranger;
SET ROLE sales_team;
SELECT throws_ok(format('SELECT lent(ARRAY[%s])', :b), '42501', NULL, 'and not through a stranger''s');
RESET ROLE;
SELECT is(erasure.state('customers', :b), 'active', 'unchanged');
ALTER FUNCTION lent OWNER TO root;
SET ROLE stranger;
SELECT throws_ok(format('SELECT lent(ARRAY[%s])', :b), '42501', NULL, 'nor a superuser''s');
RESET ROLE;
-- Nor do a view's owner, a trigger's table, a security-restricted operation.
CREATE VIEW through_view AS SELECT erasure.soft_delete('customers', ARRAY[id]) FROM customers;
ALTER VIEW through_view OWNER TO administrator;
GRANT SELECT ON customers TO administrator;
GRANT SELECT ON through_view TO stranger;
SET ROLE stranger;
SELECT throws_ok('SELECT * FROM through_view', '42501', NULL, 'a stranger through an administrator''s view');
RESET ROLE;
SELECT throws_ok('CREATE MATERIALIZED VIEW restricted AS SELECT erasure.soft_delete(''customers'', ARRAY[1])', '42501', NULL, 'not inside a security-restricted operation');

-- A role that was dropped is forgotten; a renamed one is not.
ALTER ROLE sales_team RENAME TO the_team;
SELECT is(can_do('the_team'), can_do('sales_manager'), 'renamed, and the same');
ALTER ROLE the_team RENAME TO sales_team;

-- Declaring is for the owner of every table named.
CREATE TABLE foreign_notes (id int PRIMARY KEY, customer_id int REFERENCES customers, note text);
CREATE TABLE mine (id int PRIMARY KEY, customer_id int REFERENCES customers, note text);
ALTER TABLE mine OWNER TO stranger;
CREATE FUNCTION refused(role name, call text, what text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    answer text := told(role, call);
BEGIN
    RESET ROLE;
    RETURN is(left(answer, 5), '42501', what);
END $$;
SELECT refused(r, c, format('%s: %s', r, c))
FROM unnest('{stranger,sales_team,administrator,pool}'::name[]) r,
    unnest(ARRAY['SELECT erasure.protect(''customers'', ''{name}'')', 'SELECT erasure.relate(''mine'', ''customers'', ''{note}'')',
        'SELECT erasure.relate(''foreign_notes'', ''customers'', ''{note}'')', 'SELECT erasure.set_mask(''customers'', ''name'', ''partial'')',
        'SELECT erasure.add_personal(''customers'', ''{name}'')', 'SELECT erasure.ignore(''mine'', ''customers'', ''mine'')',
        'SELECT erasure.not_personal(''orders'', ''{ship_to}'', ''mine'')', 'SELECT erasure.unrelate(''orders'', ''customers'')',
        'SELECT erasure.unprotect(''customers'')', 'SELECT erasure.refresh_views(''customers'')',
        'SELECT erasure.allow(''customers'', ''{undo}'', ''stranger'')', 'SELECT erasure.disallow(''customers'', ''{undo}'', ''sales_team'')',
        'SELECT erasure.use_roles(''customers'', ''stranger'', ''stranger'', ''stranger'')']) c;
SELECT refused('owner_of_shop', c, 'the owner of one table only: ' || c)
FROM unnest(ARRAY['SELECT erasure.relate(''mine'', ''customers'', ''{note}'')', 'SELECT erasure.relate(''foreign_notes'', ''customers'', ''{note}'')',
    'SELECT erasure.ignore(''mine'', ''customers'', ''not mine'')']) c;

-- The extension's own tables are nobody's.
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'r'
    AND (has_table_privilege('administrator', oid, 'SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER') OR has_table_privilege('owner_of_shop', oid, 'SELECT,INSERT,UPDATE,DELETE'))$$,
    'no privilege on the tables of the schema');
SELECT is_empty($$SELECT c.relname FROM pg_class c WHERE relnamespace = 'erasure'::regnamespace AND CASE WHEN relkind = 'S' THEN has_sequence_privilege('administrator', oid, 'USAGE,SELECT,UPDATE') END$$,
    'nor on its sequences');

DROP TABLE foreign_notes, mine;

-- Views show a role what it may see.
CREATE FUNCTION rows_seen(role name, relation text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    n bigint;
BEGIN
    EXECUTE format('SET LOCAL ROLE %I', role);
    EXECUTE format('SELECT count(*) FROM erasure.%I', relation) INTO n;
    RESET ROLE;
    RETURN n;
END $$;
SELECT subject_in('masked') AS gone \gset
SELECT erasure.erase_now('customers', ARRAY[:gone], 1, 'because');
SELECT ok(rows_seen('stranger', v) = 0, 'a stranger sees nothing in ' || v) FROM unnest('{subjects,requests,tombstones,audit_log}'::text[]) v;
SELECT ok(rows_seen('ada', v) > 0, 'the sales team sees something in ' || v) FROM unnest('{subjects,requests,tombstones,audit_log}'::text[]) v;
SELECT ok(rows_seen('administrator', v) > 0, 'the administrator sees ' || v) FROM unnest('{subjects,requests,tombstones,audit_log}'::text[]) v;
SELECT ok(rows_seen('root', v) > 0, 'a superuser sees ' || v) FROM unnest('{policy,subjects,requests,tombstones,audit_log,status}'::text[]) v;

SELECT * FROM finish();
