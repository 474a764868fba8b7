-- The audit log: one row a call, who called, nothing personal.

CREATE SCHEMA audit;
SET search_path = audit;
SET client_min_messages = error;
CREATE ROLE audit_login NOINHERIT;
CREATE ROLE audit_admin;
GRANT audit_admin TO audit_login;
GRANT USAGE ON SCHEMA audit TO audit_admin, audit_login;

CREATE TABLE customers (code text PRIMARY KEY, name text, email text UNIQUE, born date, extra jsonb);
CREATE TABLE orders (id int PRIMARY KEY, customer text NOT NULL REFERENCES customers, ship_to text);
INSERT INTO customers VALUES ('K1', 'Needle One', 'needle1@example.com', '1911-11-11', '{"needle": "needle json"}'), ('K2', 'Needle Two', 'needle2@example.com', '1922-12-12', NULL),
    ('K3', 'Needle Three', 'needle3@example.com', NULL, NULL);
INSERT INTO orders VALUES (1, 'K1', 'Needle Street 1'), (2, 'K2', 'Needle Street 2');
SELECT coalesce(max(id), 0) AS before FROM erasure.audit_entry \gset

-- Declaring.
SELECT erasure.protect('customers', '{name,email,born,extra}');
SELECT erasure.relate('orders', 'customers', '{ship_to}');
SELECT erasure.set_mask('customers', 'name', 'partial', '{"keep_first": 1}');
SELECT erasure.use_roles('customers', 'audit_admin', 'audit_admin', 'audit_admin');
SELECT erasure.disallow('customers', '{export}', 'audit_admin');

-- Acting, with one login, a role for the transaction, and the application's own user.
SET SESSION AUTHORIZATION audit_login;
SET ROLE audit_admin;
SET erasure.actor = 'tom@shop.example';
SELECT erasure.soft_delete('customers', ARRAY['K1', 'K2', 'K3'], 'because Needle asked');
SELECT erasure.restore('customers', ARRAY['K3']);
SELECT count(*) FROM erasure.preview('customers', ARRAY['K1']);
SELECT count(*) FROM erasure.confirmation('customers', ARRAY['K1']);
SELECT subjects, rows_masked FROM erasure.permanently_delete('customers', ARRAY['K1', 'K2'], 2, 'Needle wrote a letter');
SET erasure.actor = '';
SELECT erasure.undo_permanent_delete('customers', ARRAY['K1']);
SELECT erasure.hold('customers', ARRAY['K1', 'K2'], 'Needle against Needle');
SELECT erasure.release('customers', ARRAY['K2']);
SELECT erasure.erase_now('customers', ARRAY['K2'], 1, 'Needle cannot wait');
-- Calls that are refused or rolled back leave no row.
SELECT erasure.permanently_delete('customers', ARRAY['K1'], 7);
SELECT erasure.soft_delete('customers', ARRAY['Needle']);
BEGIN;
SELECT erasure.soft_delete('customers', ARRAY['K3']);
ROLLBACK;
RESET SESSION AUTHORIZATION;
RESET ROLE;

SELECT action, relation, session_role = current_user AS as_us, session_role ~ '^audit' AS as_login, role ~ '^audit' AS as_admin, actor, request - min(request) OVER () AS nth_request, subjects, rows, detail
FROM erasure.audit_log WHERE id > :before ORDER BY id;
SELECT DISTINCT session_role, role FROM erasure.audit_log WHERE id > :before AND role ~ '^audit';
SELECT bool_and(at BETWEEN now() - interval '1 minute' AND clock_timestamp()) AS now_ish, bool_and(client_address IS NOT DISTINCT FROM inet_client_addr()) AS from_here
FROM erasure.audit_log WHERE id > :before;

-- A bypass is noted, by statement or by row, without the row.
SET erasure.bypass = on;
UPDATE customers SET name = 'Needle Bypassed' WHERE code = 'K2';
RESET erasure.bypass;
SELECT action, relation, session_role = current_user AS as_us, detail FROM erasure.audit_log ORDER BY id DESC LIMIT 1;

-- Every column of every table of the extension, searched for what is personal and for the vault's plain text: reasons are
-- free text and stay with their requests, states and holds until erasure; nothing else may show.
CREATE FUNCTION needles() RETURNS TABLE ("where" text, hits bigint) LANGUAGE plpgsql AS $$
DECLARE
    c record;
BEGIN
    FOR c IN SELECT a.attrelid::regclass AS rel, a.attname AS col, format_type(atttypid, NULL) AS type FROM pg_attribute a JOIN pg_class k ON k.oid = attrelid
             WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped ORDER BY 1, 2 LOOP
        EXECUTE format(CASE c.type WHEN 'bytea' THEN 'SELECT count(*) FROM %2$s WHERE position(''eedle''::bytea IN %1$I) > 0'
                       ELSE 'SELECT count(*) FROM %2$s WHERE %1$I::text ~* ''needle|1911-11-11|1922-12-12|11-11-1911''' END, c.col, c.rel) INTO hits;
        "where" := c.rel || '.' || c.col;
        IF hits > 0 THEN RETURN NEXT; END IF;
    END LOOP;
END $$;
SELECT * FROM needles() ORDER BY 1;
SELECT erasure.release('customers', ARRAY['K1']);
SELECT erasure.erase_now('customers', ARRAY['K1'], 1, 'Needle goes too');
SELECT * FROM needles() ORDER BY 1;

-- Who may not look sees nothing, and nobody writes.
CREATE ROLE audit_stranger;
SET ROLE audit_stranger;
SELECT count(*) FROM erasure.audit_log;
SELECT count(*) FROM erasure.audit_entry;
INSERT INTO erasure.audit_log (action) VALUES ('forged');
RESET ROLE;
UPDATE erasure.audit_entry SET actor = NULL;
DELETE FROM erasure.audit_entry WHERE false;
SET session_replication_role = replica;
DELETE FROM erasure.audit_entry;
RESET session_replication_role;

SELECT erasure.unprotect('customers');
DROP SCHEMA audit CASCADE;
DROP OWNED BY audit_admin, audit_login;
DROP ROLE audit_login, audit_admin, audit_stranger;
