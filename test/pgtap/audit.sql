-- The audit log: one row a call, who called and how many; no personal data, and nothing in it can be changed.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(75);

CREATE ROLE shop_owner;
CREATE ROLE administrator;
CREATE ROLE sales_team;
CREATE ROLE app LOGIN NOINHERIT IN ROLE administrator, sales_team;
CREATE ROLE stranger;
GRANT CREATE ON SCHEMA public TO shop_owner;

SET ROLE shop_owner;
CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE, born date);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, ship_to text, remark text);
CREATE TABLE visits (id int PRIMARY KEY, customer_id int REFERENCES customers, page text);
CREATE TABLE wishes (id int PRIMARY KEY, customer_id int REFERENCES customers, wish text);
INSERT INTO customers SELECT i, 'Needle Name ' || i, 'needle' || i || '@example.com', '1931-07-13' FROM generate_series(1, 9) i;
INSERT INTO orders SELECT i * 10 + j, i, 'Needle Street ' || i, 'Needle remark' FROM generate_series(1, 9) i, generate_series(1, 2) j;
INSERT INTO visits SELECT i, i, '/needle' FROM generate_series(1, 9) i;
RESET ROLE;

-- What has been written since the last look, without the times.
CREATE TABLE seen (id bigint);
INSERT INTO seen VALUES (0);
CREATE FUNCTION news() RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY SELECT concat_ws(' | ', action, coalesce(relation, '-'), session_role, role, coalesce(actor, '-'), coalesce(request::text, '-'),
                                  coalesce(subjects::text, '-'), coalesce(rows::text, '-'), coalesce(detail, '-'))
                 FROM erasure.audit_log WHERE id > (SELECT s.id FROM seen s) ORDER BY id;
    UPDATE seen SET id = (SELECT max(a.id) FROM erasure.audit_log a);
END $$;

-- Declaring: a row a call, whatever it does inside.
CREATE TABLE declaration (n int GENERATED ALWAYS AS IDENTITY, call text, row text);
INSERT INTO declaration (call, row) VALUES
    ('protect(''customers'', ''{name,email}'')', 'protect | public.customers | postgres | shop_owner | - | - | - | - | 2 personal columns'),
    ('relate(''orders'', ''customers'', ''{ship_to}'')', 'relate | public.orders | postgres | shop_owner | - | - | - | - | 1 personal columns, parent public.customers'),
    ('relate(''visits'', ''customers'', ''{page}'', on_erase => ''delete'')', 'relate | public.visits | postgres | shop_owner | - | - | - | - | 1 personal columns, parent public.customers'),
    ('add_personal(''orders'', ''{remark}'')', 'add_personal | public.orders | postgres | shop_owner | - | - | - | - | 1 personal columns'),
    ('set_mask(''customers'', ''born'', ''null'')', 'set_mask | public.customers | postgres | shop_owner | - | - | - | - | column born: null'),
    ('set_mask(''orders'', ''remark'', ''partial'', ''{"keep_first": 1}'')', 'set_mask | public.orders | postgres | shop_owner | - | - | - | - | column remark: partial'),
    ('ignore(''wishes'', ''customers'', ''the Needle family has none'')', 'ignore | public.wishes | postgres | shop_owner | - | - | - | - | parent public.customers'),
    ('not_personal(''customers'', ''{id}'', ''the Needle family is no number'')', 'not_personal | public.customers | postgres | shop_owner | - | - | - | - | 1 columns'),
    ('unrelate(''visits'', ''customers'')', 'unrelate | public.visits | postgres | shop_owner | - | - | - | - | parent public.customers'),
    ('relate(''visits'', ''customers'', ''{page}'', on_erase => ''delete'')', 'relate | public.visits | postgres | shop_owner | - | - | - | - | 1 personal columns, parent public.customers'),
    ('use_roles(''customers'', ''administrator'', ''sales_team'', ''sales_team'')',
        'use_roles | public.customers | postgres | shop_owner | - | - | - | - | administrator administrator, sales manager sales_team, sales team sales_team'),
    ('allow(''customers'', ''{undo,hold}'', ''stranger'')', 'allow | public.customers | postgres | shop_owner | - | - | - | - | role stranger: undo, hold'),
    ('disallow(''customers'', ''{undo,hold}'', ''stranger'')', 'disallow | public.customers | postgres | shop_owner | - | - | - | - | role stranger: undo, hold'),
    ('refresh_views(''customers'')', 'refresh_views | public.customers | postgres | shop_owner | - | - | - | - | -');
CREATE FUNCTION declare_all() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    d declaration;
BEGIN
    FOR d IN SELECT * FROM declaration ORDER BY n LOOP
        SET LOCAL ROLE shop_owner;
        EXECUTE 'SELECT erasure.' || d.call;
        RESET ROLE;
        RETURN NEXT is(ARRAY(SELECT news()), ARRAY[d.row], d.call);
    END LOOP;
END $$;
SELECT declare_all();

-- The verbs, called by an application's one login that takes a role for each transaction and names its own user.
SET SESSION AUTHORIZATION app;
BEGIN;
SET LOCAL ROLE sales_team;
SET LOCAL erasure.actor = 'tom@shop.example';
SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3, 2], 'Needle Name 1 wrote to us');
COMMIT;
RESET SESSION AUTHORIZATION;
SELECT results_eq('SELECT news()', ARRAY['soft_delete | public.customers | app | sales_team | tom@shop.example | - | 3 | - | -'], 'soft_delete: three subjects, one row');

SET SESSION AUTHORIZATION app;
BEGIN;
SET LOCAL ROLE sales_team;
SELECT erasure.restore('customers', '3', 'Needle Name 3 came back');
SELECT request FROM erasure.permanently_delete('customers', ARRAY[1, 2], 2, 'Needle Name 1 insists') \gset
COMMIT;
RESET SESSION AUTHORIZATION;
SELECT results_eq('SELECT news()', ARRAY['restore | public.customers | app | sales_team | - | - | 1 | - | -', format('permanently_delete | public.customers | app | sales_team | - | %s | 2 | 8 | -', :request)],
    'restore and permanently_delete: the actor was that transaction''s; request, subjects and rows');
SELECT is((SELECT row(subjects, rows_masked, requested_by)::text FROM erasure.requests WHERE request = :request), '(2,8,sales_team)', 'as the request has it');

SET SESSION AUTHORIZATION app;
SET ROLE administrator;
SELECT erasure.hold('customers', ARRAY[1], 'Needle v. Shop');
SELECT erasure.hold('customers', ARRAY[1, 4], 'Needle v. Shop, on appeal');
SELECT erasure.release('customers', ARRAY[1, 4, 5], 'Needle lost');
SELECT erasure.release('customers', ARRAY[1]);
SELECT erasure.undo_permanent_delete('customers', ARRAY[1], 'Needle Name 1 changed her mind');
SELECT erasure.erase_now('customers', ARRAY[1, 2], 2, 'Needle Name 1 changed it again');
RESET ROLE;
RESET SESSION AUTHORIZATION;
SELECT results_eq('SELECT news()', ARRAY['hold | public.customers | app | administrator | - | - | 1 | - | -', 'hold | public.customers | app | administrator | - | - | 2 | - | -',
    'release | public.customers | app | administrator | - | - | 2 | - | -', 'release | public.customers | app | administrator | - | - | 0 | - | -',
    format('undo_permanent_delete | public.customers | app | administrator | - | %s | 1 | 4 | -', :request), format('erase_now | public.customers | app | administrator | - | %s | 2 | 2 | -', :request + 1)],
    'hold, release, undo and erase_now: how many there were, and rows that went');

-- A SECURITY DEFINER function in between: the outer role is the one that called.
CREATE FUNCTION in_between(subjects int[]) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$SELECT erasure.soft_delete('customers', subjects)$$;
ALTER FUNCTION in_between OWNER TO administrator;
SET ROLE sales_team;
SELECT in_between(ARRAY[5]);
RESET ROLE;
SELECT results_eq('SELECT news()', ARRAY['soft_delete | public.customers | postgres | sales_team | - | - | 1 | - | -'], 'through a function of somebody else''s');

-- Whatever the actor is, it is kept as it is.
SELECT E'O\'Brien "the\\ boss"\n$1 é ' || repeat('x', 3000) AS actor \gset
SET erasure.actor = :'actor';
SELECT erasure.restore('customers', ARRAY[5]);
RESET erasure.actor;
SELECT is((SELECT actor FROM erasure.audit_log ORDER BY id DESC LIMIT 1), :'actor', 'any text as the actor');
SELECT isnt_empty('SELECT news()');

-- The job: a row a batch.
CREATE TABLE guests (id int PRIMARY KEY, name text);
INSERT INTO guests SELECT i, 'Needle Guest ' || i FROM generate_series(1, 5) i;
SELECT erasure.protect('guests', '{name}', grace => '1 millisecond', on_erase => 'delete');
SELECT erasure.soft_delete('guests', ARRAY[1, 2, 3, 4, 5]);
SELECT request AS of_guests FROM erasure.permanently_delete('guests', ARRAY[1, 2, 3, 4, 5], 5) \gset
SELECT erasure.hold('guests', ARRAY[5], 'Needle v. Shop');
SELECT pg_sleep(0.01);
SELECT count(*) FROM news();
SET erasure.actor = 'the job';
CALL erasure.erase_due(3);
RESET erasure.actor;
SELECT results_eq('SELECT news()', ARRAY['erase_due | public.guests | postgres | postgres | the job | - | 3 | 3 | -', format('erase_due | public.guests | postgres | postgres | the job | %s | 1 | 1 | -', :of_guests)],
    'erase_due: a row a batch');
CALL erasure.erase_due();
SELECT is_empty('SELECT news()', 'and none when nothing is due');

-- What only looks, and what is refused, is no row.
SELECT erasure.soft_delete('customers', ARRAY[6]);
SELECT count(*) FROM news();
SELECT count(*) FROM erasure.preview('customers', ARRAY[6]), erasure.confirmation('customers', ARRAY[6]);
SELECT erasure.state('customers', 6), count(*) FROM erasure.subjects, erasure.requests, erasure.audit_log;
SELECT throws_ok($$SELECT erasure.permanently_delete('customers', ARRAY[6], 2)$$, '22023');
SELECT throws_ok($$SELECT erasure.restore('customers', ARRAY[7])$$, '55000');
SELECT throws_ok($$SELECT erasure.soft_delete('customers', ARRAY[77])$$, 'P0002');
SELECT throws_ok($$SELECT erasure.relate('orders', 'customers')$$, '42710');
SELECT throws_ok($$DELETE FROM customers$$, '42501');
SET ROLE stranger;
SELECT throws_ok($$SELECT erasure.soft_delete('customers', ARRAY[7])$$, '42501');
RESET ROLE;
SELECT is_empty('SELECT news()', 'what only looks, and what is refused, leaves no row');

-- Statements that pass the guards under erasure.bypass: a row each, also after a part of the transaction was rolled
-- back, and with it the row.
SET erasure.bypass = on;
BEGIN;
UPDATE orders SET ship_to = 'Needle Street' WHERE customer_id IN (1, 2);
UPDATE customers SET name = 'Needle' WHERE id IN (1, 2);
DELETE FROM customers WHERE id = 999;
COMMIT;
SELECT results_eq('SELECT news()', ARRAY['bypass | public.orders | postgres | postgres | - | - | - | - | UPDATE passed the guards under erasure.bypass',
    'bypass | public.customers | postgres | postgres | - | - | - | - | UPDATE passed the guards under erasure.bypass'], 'bypass: a row a statement that needed it, however many rows');
BEGIN;
INSERT INTO orders VALUES (1000, 1, 'Needle Street');
UPDATE orders SET ship_to = 'Needle Lane' WHERE id = 1000;
UPDATE orders SET ship_to = 'Needle Road' WHERE id = 1000;
COMMIT;
SELECT results_eq('SELECT news()', ARRAY['bypass | public.orders | postgres | postgres | - | - | - | - | INSERT passed the guards under erasure.bypass',
    'bypass | public.orders | postgres | postgres | - | - | - | - | UPDATE passed the guards under erasure.bypass',
    'bypass | public.orders | postgres | postgres | - | - | - | - | UPDATE passed the guards under erasure.bypass'], 'bypass: another command is another row, another statement too');
BEGIN;
SAVEPOINT s;
UPDATE customers SET name = 'Needle' || id WHERE id = 1;
ROLLBACK TO s;
UPDATE customers SET name = 'Needle' || id WHERE id = 2;
COMMIT;
SELECT results_eq('SELECT news()', ARRAY['bypass | public.customers | postgres | postgres | - | - | - | - | UPDATE passed the guards under erasure.bypass'], 'bypass: not hidden by a savepoint');
DO $$
BEGIN
    BEGIN
        UPDATE customers SET name = 'Needle' WHERE id = 1;
        RAISE EXCEPTION 'never mind';
    EXCEPTION WHEN raise_exception THEN NULL;
    END;
    UPDATE customers SET name = 'Needle' WHERE id = 1;
END $$;
SELECT results_eq('SELECT news()', ARRAY['bypass | public.customers | postgres | postgres | - | - | - | - | UPDATE passed the guards under erasure.bypass'], 'bypass: nor by a block that caught an error');

-- No value and no reason is in the log, in no column; nor is any left in the extension's tables once all are erased.
SELECT is_empty($$SELECT a.id FROM erasure.audit_entry a WHERE a::text ~* 'needle|1931-07-13'$$, 'no personal value and no reason in the log');

-- Nobody changes it, whatever he sets.
CREATE FUNCTION tries() RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    statement text;
BEGIN
    FOREACH statement IN ARRAY ARRAY['UPDATE erasure.audit_entry SET actor = NULL', 'UPDATE erasure.audit_entry SET actor = NULL WHERE false', 'DELETE FROM erasure.audit_entry',
        'TRUNCATE erasure.audit_entry', 'TRUNCATE erasure.tombstone, erasure.audit_entry', 'INSERT INTO erasure.audit_entry SELECT * FROM erasure.audit_entry ON CONFLICT (id) DO UPDATE SET detail = ''x''',
        'MERGE INTO erasure.audit_entry a USING seen ON true WHEN MATCHED THEN DELETE', 'WITH gone AS (DELETE FROM erasure.audit_entry RETURNING 1) SELECT count(*) FROM gone'] LOOP
        CONTINUE WHEN statement LIKE 'MERGE%' AND current_setting('server_version_num')::int < 150000;
        RETURN NEXT throws_ok(statement, '42501', NULL, concat(current_setting('session_replication_role'), ', bypass ', current_setting('erasure.bypass'), ': ', statement));
    END LOOP;
END $$;
SELECT tries();
SET session_replication_role = replica;
SELECT tries();
RESET session_replication_role;
RESET erasure.bypass;
SELECT tries();
SET ROLE administrator;
SELECT throws_ok(s, '42501', NULL, 'an administrator: ' || s) FROM unnest('{"SELECT * FROM erasure.audit_entry","INSERT INTO erasure.audit_entry (action, session_role, outer_role) VALUES (''x'', ''x'', ''x'')",
    "UPDATE erasure.audit_entry SET actor = NULL","DELETE FROM erasure.audit_log","INSERT INTO erasure.audit_log (action) VALUES (''x'')","SELECT nextval(''erasure.audit_entry_id_seq'')"}'::text[]) s;
SELECT cmp_ok((SELECT count(*) FROM erasure.audit_log), '>', 20::bigint, 'but reads it');
SET ROLE stranger;
SELECT is((SELECT count(*) FROM erasure.audit_log), 0::bigint, 'a stranger does not');
RESET ROLE;
SELECT is_empty('SELECT news()', 'not one row more');
SELECT is((SELECT count(*) FROM erasure.audit_log a WHERE a.detail ~ 'x$'), 0::bigint, 'nor one changed');

-- Rows are numbered and timed in the order of the calls, by the clock and not by the transaction.
SELECT is_empty('SELECT id FROM (SELECT id, at, lag(at) OVER (ORDER BY id) AS before FROM erasure.audit_log) l WHERE at < before', 'in the order of time');
BEGIN;
SELECT pg_sleep(0.01);
SELECT erasure.soft_delete('customers', ARRAY[8]);
SELECT cmp_ok((SELECT at FROM erasure.audit_log ORDER BY id DESC LIMIT 1), '>', now(), 'the time of the call');
ROLLBACK;
SELECT is_empty('SELECT news()', 'what was rolled back was not done');

-- The log outlives the policy.
SELECT erasure.release('guests', ARRAY[5]), erasure.erase_now('guests', ARRAY[5], 1, 'because');
SELECT erasure.erase_now('customers', ARRAY[6], 1, 'Needle');
SELECT is_empty($$SELECT t FROM unnest('{subject_state,request,tombstone,vault,vault_key,legal_hold}'::text[]) t,
    LATERAL query_to_xml(format('SELECT * FROM erasure.%I', t), false, false, '') x WHERE x::text ~* 'needle|1931-07-13'$$, 'all are erased: no value and no reason anywhere');
SELECT erasure.unprotect('customers'), erasure.unprotect('guests');
SELECT is((SELECT array_agg(action ORDER BY id DESC) FROM (SELECT id, action FROM erasure.audit_log ORDER BY id DESC LIMIT 2) l), '{unprotect,unprotect}', 'unprotect is in it');
SELECT cmp_ok((SELECT count(*) FROM erasure.audit_log WHERE relation = 'public.customers'), '>', 20::bigint, 'and the rest still is');

SELECT * FROM finish();
