-- Every action by every kind of caller: the table below is written by hand, and each of its cells is tried.
\set ON_ERROR_STOP 1
SET client_min_messages = error;

CREATE ROLE shop_owner;
CREATE ROLE administrator LOGIN;
CREATE ROLE sales_manager LOGIN;
CREATE ROLE sales_team LOGIN;
CREATE ROLE stranger LOGIN;
CREATE ROLE root LOGIN SUPERUSER;
CREATE ROLE member LOGIN INHERIT IN ROLE sales_team;
CREATE ROLE pool LOGIN NOINHERIT IN ROLE administrator, sales_manager, sales_team;
CREATE ROLE deputy LOGIN INHERIT IN ROLE shop_owner;
CREATE ROLE asker LOGIN;                                            -- asks for what waits for approval
GRANT CREATE ON SCHEMA public TO shop_owner;

-- Two tables of one kind: the second one requires approval, and both have the same roles.
SET ROLE shop_owner;
CREATE TABLE customers (id int PRIMARY KEY, name text);
CREATE TABLE contacts (id int PRIMARY KEY, name text);
SELECT erasure.protect('customers', '{name}'), erasure.protect('contacts', '{name}');
RESET ROLE;

-- A function of each of these, for whoever calls it.
CREATE FUNCTION run_as_administrator(call text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN EXECUTE call; END';
CREATE FUNCTION run_as_stranger(call text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN EXECUTE call; END';
CREATE FUNCTION run_as_owner(call text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN EXECUTE call; END';
CREATE FUNCTION run_as_root(call text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS 'BEGIN EXECUTE call; END';
ALTER FUNCTION run_as_administrator OWNER TO administrator;
ALTER FUNCTION run_as_stranger OWNER TO stranger;
ALTER FUNCTION run_as_owner OWNER TO shop_owner;
ALTER FUNCTION run_as_root OWNER TO root;

-- What is tried, on a subject in the state that it needs.
CREATE TABLE action (place int, name text, needs text, call text);
INSERT INTO action VALUES
    (1, 'view_deleted', 'deleted', 'SELECT * FROM customers_deleted WHERE id = %s'),
    (2, 'soft_delete', 'active', 'SELECT erasure.soft_delete(''customers'', ARRAY[%s])'),
    (3, 'restore', 'deleted', 'SELECT erasure.restore(''customers'', ARRAY[%s])'),
    (4, 'permanently_delete', 'deleted', 'SELECT * FROM erasure.permanently_delete(''customers'', ARRAY[%s], 1)'),
    (5, 'undo', 'masked', 'SELECT erasure.undo_permanent_delete(''customers'', ARRAY[%s])'),
    (6, 'erase_now', 'deleted', 'SELECT erasure.erase_now(''customers'', ARRAY[%s], 1, ''because'')'),
    (7, 'hold', 'active', 'SELECT erasure.hold(''customers'', ARRAY[%s], ''court case'')'),
    (8, 'release', 'active', 'SELECT erasure.release(''customers'', ARRAY[%s])'),
    (9, 'export', 'active', 'SELECT erasure.export(''customers'', %s)'),
    (10, 'preview', 'deleted', 'SELECT * FROM erasure.preview(''customers'', ARRAY[%s])'),
    (11, 'confirmation', 'deleted', 'SELECT * FROM erasure.confirmation(''customers'', ARRAY[%s])'),
    (12, 'state', 'active', 'SELECT erasure.state(''customers'', %s)'),
    (13, 'approve permanently_delete', 'waiting permanently_delete', 'SELECT * FROM erasure.approve(%s)'),
    (14, 'approve erase_now', 'waiting erase_now', 'SELECT * FROM erasure.approve(%s)'),
    (15, 'withdraw', 'waiting permanently_delete', 'SELECT erasure.withdraw(%s)'),
    (16, 'erase_due', 'active', 'CALL erasure.erase_due(%s)'),      -- 2D000 in here, for whom it is not 42501
    (17, 'schedule', 'active', 'SELECT erasure.schedule(), %s'),    -- 55000: pg_cron is elsewhere
    (18, 'unschedule', 'active', 'SELECT erasure.unschedule(), %s'),
    (19, 'declare', 'active', 'SELECT erasure.add_personal(''customers'', ''{}''), %s'),
    (20, 'allow', 'active', 'SELECT erasure.allow(''customers'', ''{undo}'', ''stranger''), %s'),
    (21, 'require_approval', 'active', 'SELECT erasure.require_approval(''customers''), %s');

-- Who does it: the login, the role it switched to, and the function it goes through.
CREATE TABLE caller (name text, login name, role name, through text);
INSERT INTO caller VALUES
    ('administrator', 'administrator', NULL, NULL),
    ('sales manager', 'sales_manager', NULL, NULL),
    ('sales team', 'sales_team', NULL, NULL),
    ('stranger', 'stranger', NULL, NULL),
    ('owner', 'shop_owner', NULL, NULL),
    ('member of owner', 'deputy', NULL, NULL),
    ('superuser', 'root', NULL, NULL),
    ('member', 'member', NULL, NULL),
    ('NOINHERIT member', 'pool', NULL, NULL),
    ('NOINHERIT as administrator', 'pool', 'administrator', NULL),
    ('NOINHERIT as sales team', 'pool', 'sales_team', NULL),
    ('superuser as stranger', 'root', 'stranger', NULL),
    ('superuser as sales team', 'root', 'sales_team', NULL),
    ('stranger through administrator', 'stranger', NULL, 'run_as_administrator'),
    ('stranger through superuser', 'stranger', NULL, 'run_as_root'),
    ('stranger through owner', 'stranger', NULL, 'run_as_owner'),
    ('administrator through stranger', 'administrator', NULL, 'run_as_stranger'),
    ('administrator through owner', 'administrator', NULL, 'run_as_owner'),
    ('administrator through superuser', 'administrator', NULL, 'run_as_root'),
    ('sales team through administrator', 'sales_team', NULL, 'run_as_administrator'),
    ('superuser through stranger', 'root', NULL, 'run_as_stranger'),
    ('superuser through sales team''s superior', 'root', NULL, 'run_as_administrator');

CREATE SEQUENCE next_id;
CREATE FUNCTION prepare(needs text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    id int := nextval('next_id');
    request bigint;
BEGIN
    INSERT INTO customers VALUES (id, 'Name');
    INSERT INTO contacts VALUES (id, 'Name');
    IF needs IN ('deleted', 'masked') THEN PERFORM erasure.soft_delete('customers', ARRAY[id]); END IF;
    IF needs = 'masked' THEN PERFORM erasure.permanently_delete('customers', ARRAY[id], 1); END IF;
    IF needs !~ '^waiting' THEN RETURN id; END IF;
    PERFORM erasure.require_approval('contacts'), erasure.soft_delete('contacts', ARRAY[id]);
    PERFORM set_config('session_authorization', 'asker', true);
    IF needs ~ 'erase_now' THEN PERFORM erasure.erase_now('contacts', ARRAY[id], 1, 'because');
    ELSE PERFORM erasure.permanently_delete('contacts', ARRAY[id], 1); END IF;
    PERFORM set_config('session_authorization', 'postgres', true);
    RETURN (SELECT p.request FROM erasure.pending p WHERE keys = ARRAY[id::text]);
END $$;

-- Y where it went through, - where it was refused with 42501, and the SQLSTATE of anything else.
CREATE FUNCTION tried(who caller, what action) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    answer text;
BEGIN
    BEGIN
        DECLARE
            call text := format(what.call, prepare(what.needs));
        BEGIN
            PERFORM set_config('session_authorization', who.login, true);
            PERFORM set_config('role', coalesce(who.role, 'none'), true);
            IF who.through IS NULL THEN EXECUTE call;
            ELSE EXECUTE format('SELECT %s(%L)', who.through, call); END IF;
            RAISE EXCEPTION 'undo' USING ERRCODE = 'UNDO0';
        END;
    EXCEPTION
        WHEN insufficient_privilege THEN answer := '-';
        WHEN SQLSTATE 'UNDO0' THEN answer := 'Y';
        WHEN invalid_transaction_termination THEN answer := CASE what.name WHEN 'erase_due' THEN 'Y' ELSE '2D000' END;
        WHEN object_not_in_prerequisite_state THEN answer := CASE what.name WHEN 'schedule' THEN 'Y' ELSE '55000' END;
        WHEN OTHERS THEN answer := SQLSTATE || ' ' || SQLERRM;
    END;
    RETURN answer;
END $$;

CREATE TABLE expected (stage text, caller text, cells text);
INSERT INTO expected VALUES
--                                            v s r p u e  h r e  p c s  a a w  e s u  d a r
--                                            i o e e n r  o e x  r o t  p p i  r c n  e l e
--                                            e f s r d a  l l p  e n a  p p t  a h s  c l q
--                                            w t t m o s  d e o  v f t  r r h  s e c  l o u
--                                                a . . e  . a .  . . e  . e d  e d h  . w i
--                                                              .          now      d
('before', 'owner',                          'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  - - -  Y Y Y'),
('before', 'member of owner',                'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  - - -  Y Y Y'),
('before', 'superuser',                      'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y'),
('before', 'administrator',                  '- - - - - -  - - -  - - -  - - -  - - -  - - -'),
('before', 'stranger',                       '- - - - - -  - - -  - - -  - - -  - - -  - - -'),
('before', 'stranger through owner',         'Y - - - - -  - - -  - - Y  - - -  - - -  - - -'),
('before', 'superuser as stranger',          '- - - - - -  - - -  - - -  - - -  - - -  - - -'),

('shop', 'administrator',                    'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y  - - -'),
('shop', 'sales manager',                    'Y Y Y Y - -  - - -  Y Y Y  Y - Y  - - -  - - -'),
('shop', 'sales team',                       'Y Y Y Y - -  - - -  Y Y Y  Y - Y  - - -  - - -'),
('shop', 'stranger',                         '- - - - - -  - - -  - - -  - - -  - - -  - - -'),
('shop', 'owner',                            'Y - - - - -  - - -  - - Y  - - -  - - -  Y Y Y'),
('shop', 'member of owner',                  'Y - - - - -  - - -  - - Y  - - -  - - -  Y Y Y'),
('shop', 'superuser',                        'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y'),
('shop', 'member',                           'Y Y Y Y - -  - - -  Y Y Y  Y - Y  - - -  - - -'),
('shop', 'NOINHERIT member',                 '- - - - - -  - - -  - - -  - - -  - - -  - - -'),
('shop', 'NOINHERIT as administrator',       'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y  - - -'),
('shop', 'NOINHERIT as sales team',          'Y Y Y Y - -  - - -  Y Y Y  Y - Y  - - -  - - -'),
('shop', 'superuser as stranger',            '- - - - - -  - - -  - - -  - - -  - - -  - - -'),
('shop', 'superuser as sales team',          'Y Y Y Y - -  - - -  Y Y Y  Y - Y  - - -  - - -'),
-- Looking goes by the effective role alone, as reading a table does; so does EXECUTE on the job and its schedule.
('shop', 'stranger through administrator',   'Y - - - - -  - - -  - - Y  - - -  Y Y Y  - - -'),
('shop', 'stranger through superuser',       'Y - - - - -  - - -  - - Y  - - -  Y Y Y  - - -'),
('shop', 'stranger through owner',           'Y - - - - -  - - -  - - Y  - - -  - - -  - - -'),
('shop', 'administrator through stranger',   '- - - - - -  - - -  - - -  - - -  - - -  - - -'),
('shop', 'administrator through owner',      'Y - - - - -  - - -  - - Y  - - -  - - -  - - -'),
('shop', 'administrator through superuser',  'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y  - - -'),
('shop', 'sales team through administrator', 'Y Y Y Y - -  - - -  Y Y Y  Y - Y  Y Y Y  - - -'),
('shop', 'superuser through stranger',       '- - - - - -  - - -  - - -  - - -  - - -  - - -'),
('shop', 'superuser through sales team''s superior', 'Y Y Y Y Y Y  Y Y Y  Y Y Y  Y Y Y  Y Y Y  - - -');

SELECT plan((SELECT count(*)::int FROM expected) + 2);
CREATE FUNCTION check_stage(which text) RETURNS SETOF text LANGUAGE sql AS $$
    SELECT is((SELECT string_agg(a.name || ' ' || tried(c, a), ', ' ORDER BY a.place) FROM action a),
              (SELECT string_agg(a.name || ' ' || cell, ', ' ORDER BY a.place)
               FROM action a JOIN regexp_split_to_table(e.cells, ' +') WITH ORDINALITY AS x(cell, place) USING (place)), e.stage || ': ' || e.caller)
    FROM expected e JOIN caller c ON c.name = e.caller WHERE e.stage = which ORDER BY e.ctid
$$;
SELECT is((SELECT count(*) FROM expected e WHERE NOT EXISTS (SELECT FROM caller c WHERE c.name = e.caller)
           OR (SELECT count(*) FROM regexp_split_to_table(e.cells, ' +')) <> (SELECT count(*) FROM action)), 0::bigint, 'the table has every cell');
SELECT is((SELECT count(*) FROM caller c WHERE NOT EXISTS (SELECT FROM expected e WHERE e.caller = c.name AND e.stage = 'shop')), 0::bigint, 'and every caller');

-- Before the first allow there is nobody else who could ask: a superuser does.
ALTER ROLE asker SUPERUSER;
SELECT * FROM check_stage('before');
ALTER ROLE asker NOSUPERUSER;
SET ROLE shop_owner;
SELECT erasure.use_roles(subject, 'administrator', 'sales_manager', 'sales_team'), erasure.allow(subject, '{permanently_delete,erase_now}', 'asker')
FROM unnest('{customers,contacts}'::regclass[]) subject;
RESET ROLE;
SELECT * FROM check_stage('shop');
SELECT * FROM finish();
