-- Elevation: what erasure's own tables and views show, to whom. Its tables are nobody's; its views show each role its own
-- tables, also to a function of the reader's that looks at every row it is given; nothing is written through them, and
-- nothing personal or secret is in them.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE club_owner;
CREATE ROLE stranger;
CREATE ROLE clerk;                       -- may soft_delete in the shop
CREATE ROLE admin;                       -- everything in the shop
CREATE ROLE member IN ROLE clerk;
CREATE ROLE apart NOINHERIT IN ROLE clerk;
CREATE ROLE definer;                     -- who owns a SECURITY DEFINER function and nothing else
GRANT CREATE ON DATABASE :"DBNAME" TO shop_owner, club_owner;
SET ROLE shop_owner;
CREATE SCHEMA shop;
GRANT USAGE ON SCHEMA shop TO PUBLIC;
CREATE TABLE shop.customers (id int PRIMARY KEY, name text, email text UNIQUE);
CREATE TABLE shop.orders (id int PRIMARY KEY, customer int REFERENCES shop.customers, address text, day date);
INSERT INTO shop.customers SELECT g, 'Secret ' || g, 'secret@' || g FROM generate_series(1, 9) g;
INSERT INTO shop.orders SELECT g, g, 'Secret Street ' || g, now() FROM generate_series(1, 9) g;
SELECT erasure.protect('shop.customers', '{name,email}'), erasure.relate('shop.orders', 'shop.customers', '{address}'), erasure.retain('shop.orders', 'shop.customers', '1 year', 'day', 'tax'),
	erasure.not_personal('shop.orders', '{day}', 'days'), erasure.require_approval('shop.customers'), erasure.allow('shop.customers', '{soft_delete}', 'clerk'),
	erasure.use_roles('shop.customers', 'admin', 'admin', 'admin');
CREATE MATERIALIZED VIEW shop.listed AS SELECT count(*) FROM shop.customers;
SET ROLE club_owner;
CREATE SCHEMA club;
CREATE TABLE club.members (nick text PRIMARY KEY, name text);
INSERT INTO club.members SELECT 'secret nick ' || g, 'Secret ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('club.members', '{nick,name}');
RESET ROLE;
SELECT erasure.soft_delete('shop.customers', '{1,2,3,4,5}', 'shop reason'), erasure.hold('shop.customers', '{5}', 'shop case');
SELECT erasure.soft_delete('club.members', ARRAY['secret nick 1', 'secret nick 2', 'secret nick 3'], 'club reason');
SET ROLE shop_owner;
SELECT erasure.require_approval('shop.customers', false);
SET ROLE admin;
SELECT request FROM erasure.permanently_delete('shop.customers', '{1,2}', 2, 'shop reason');
RESET ROLE;
SELECT request FROM erasure.permanently_delete('club.members', ARRAY['secret nick 1', 'secret nick 2'], 2, 'club reason');
SELECT erasure.erase_now('club.members', ARRAY['secret nick 2'], 1, 'club reason');
SET ROLE shop_owner;
SELECT erasure.require_approval('shop.customers');
SET ROLE admin;
SELECT request FROM erasure.permanently_delete('shop.customers', '{3}', 1, 'shop reason');
RESET ROLE;

-- Tables and sequences: no role but a superuser has anything on them, whatever it is in the shop.
SELECT is_empty(format($$SELECT relname, privilege FROM pg_class c, unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) privilege
	WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'r' AND (has_table_privilege(%1$L, c.oid, privilege) OR privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') AND has_any_column_privilege(%1$L, c.oid, privilege))$$, who), who || ': no table')
	FROM unnest('{stranger,clerk,admin,shop_owner,member}'::text[]) who;
SELECT is_empty(format($$SELECT relname FROM pg_class c WHERE relnamespace = 'erasure'::regnamespace AND CASE relkind WHEN 'S' THEN has_sequence_privilege(%L, c.oid, 'USAGE, SELECT, UPDATE') END$$, who), who || ': no sequence')
	FROM unnest('{stranger,clerk,admin,shop_owner,member}'::text[]) who;
CREATE SCHEMA lair;
GRANT ALL ON SCHEMA lair TO PUBLIC;
CREATE FUNCTION tried(who text, statement text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
	EXECUTE format('SET LOCAL ROLE %I', who);
	EXECUTE statement;
	RESET ROLE;
	RETURN 'done';
EXCEPTION WHEN OTHERS THEN
	RETURN SQLSTATE;
END $$;
SELECT is_empty(format($$SELECT DISTINCT statement, relname, tried(%L, format(statement, 'erasure.' || relname)) FROM pg_class, unnest(ARRAY['SELECT FROM %%s', 'DELETE FROM %%s', 'INSERT INTO %%s DEFAULT VALUES', 'TRUNCATE %%s', 'LOCK %%s',
	'COPY %%s TO STDOUT', 'ALTER TABLE %%s DISABLE TRIGGER ALL', 'ALTER TABLE %%s ENABLE ROW LEVEL SECURITY', 'DROP TABLE %%s', 'COMMENT ON TABLE %%s IS ''x''', 'CREATE TABLE pg_temp.x () INHERITS (%%s)',
	'CREATE RULE x AS ON INSERT TO %%s DO ALSO NOTIFY x', 'CREATE TRIGGER x BEFORE INSERT ON %%s EXECUTE FUNCTION suppress_redundant_updates_trigger()', 'CREATE STATISTICS lair.x ON id, at FROM %%s', 'CREATE PUBLICATION x FOR TABLE %%s', 'CREATE TABLE lair.x (id int REFERENCES %%s)']) statement
	WHERE relnamespace = 'erasure'::regnamespace AND relkind IN ('r', 'p') AND tried(%1$L, format(statement, 'erasure.' || relname)) NOT IN ('42501', '0A000', '42703', '42830', '42704', '42809')$$, who), who || ': every statement on every table is refused')
	FROM unnest('{stranger,clerk,admin,shop_owner}'::text[]) who;
SELECT is_empty(format($$SELECT statement, relname FROM pg_class, unnest(ARRAY['DELETE FROM %%s', 'INSERT INTO %%s DEFAULT VALUES', 'UPDATE %%s SET relation = NULL', 'TRUNCATE %%s']) statement
	WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'v' AND tried(%L, format(statement, 'erasure.' || relname)) = 'done'$$, who), who || ': nothing is written through a view') FROM unnest('{clerk,admin,shop_owner}'::text[]) who;
SELECT throws_ok(statement, '42501', NULL, 'a superuser: ' || statement) FROM unnest(ARRAY['DELETE FROM erasure.audit_log', 'DELETE FROM erasure.audit_entry', 'UPDATE erasure.audit_entry SET detail = ''x''', 'TRUNCATE erasure.audit_entry']) statement;

-- Views: who sees how many rows of which.
CREATE FUNCTION seen(who text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE v text; n bigint; result text := '';
BEGIN
	EXECUTE format('SET LOCAL ROLE %I', who);
	FOREACH v IN ARRAY '{policy,decisions,materialized_views,subjects,requests,pending,retentions,retained_rows,tombstones,reapplied,audit_log}'::text[] LOOP
		EXECUTE format('SELECT count(*) FROM erasure.%I', v) INTO n;
		result := result || ' ' || v || ':' || CASE WHEN v <> 'audit_log' THEN n::text WHEN n > 0 THEN 'all' ELSE '0' END;
	END LOOP;
	RESET ROLE;
	RETURN ltrim(result);
END $$;
SELECT is(seen(who), 'policy:0 decisions:0 materialized_views:0 subjects:0 requests:0 pending:0 retentions:0 retained_rows:0 tombstones:0 reapplied:0 audit_log:0', who || ' sees nothing') FROM unnest('{stranger,apart,definer}'::text[]) who;
SELECT is(seen(who), 'policy:3 decisions:1 materialized_views:1 subjects:5 requests:1 pending:1 retentions:1 retained_rows:2 tombstones:2 reapplied:0 audit_log:all', who || ' sees the shop') FROM unnest('{clerk,member,admin,shop_owner}'::text[]) who;
SELECT is(seen('club_owner'), 'policy:2 decisions:0 materialized_views:0 subjects:3 requests:1 pending:0 retentions:0 retained_rows:0 tombstones:2 reapplied:0 audit_log:all', 'its owner sees the club');
SELECT is(seen('postgres'), 'policy:5 decisions:1 materialized_views:1 subjects:8 requests:2 pending:1 retentions:1 retained_rows:2 tombstones:4 reapplied:0 audit_log:all', 'a superuser sees both');

-- A function that costs nothing is called before anything else that may be: it must not be given what the reader may not see.
SET ROLE clerk;
CREATE TABLE lair.leaked (who name, value text);
GRANT ALL ON lair.leaked TO PUBLIC;
CREATE FUNCTION lair.leak(value text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001 AS $$ BEGIN INSERT INTO lair.leaked VALUES (current_user, value); RETURN true; END $$;
CREATE OPERATOR lair.<<< (FUNCTION = lair.leak, RIGHTARG = text);
CREATE FUNCTION lair.look() RETURNS void LANGUAGE plpgsql AS $$
DECLARE v text; c text;
BEGIN
	FOREACH v IN ARRAY '{policy,decisions,materialized_views,subjects,requests,pending,retentions,retained_rows,tombstones,reapplied,audit_log}'::text[] LOOP
		FOR c IN SELECT attname FROM pg_attribute WHERE attrelid = ('erasure.' || v)::regclass AND attnum > 0 LOOP
			EXECUTE format('SELECT count(*) FROM erasure.%I x WHERE lair.leak(%L || %I::text)', v, v || ' ', c);
		END LOOP;
		EXECUTE format('SELECT count(*) FROM erasure.%I x WHERE lair.leak(%L || x::text)', v, v || ' ');
		EXECUTE format('SELECT count(*) FROM erasure.%I x WHERE OPERATOR(lair.<<<) (%L || x::text)', v, v || ' ');
		EXECUTE format('SELECT count(*) FROM erasure.%I x, (VALUES (1)) y WHERE CASE WHEN lair.leak(%L || x::text) THEN y.column1 = 1 END', v, v || ' ');
		EXECUTE format('SELECT max(lair.leak(%L || x::text)::int) FROM erasure.%I x', v || ' ', v);
	END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION lair.leak(text), lair.look() TO PUBLIC;
SELECT lair.look();
SET ROLE stranger;
SELECT lair.look();
SET ROLE apart;
SELECT lair.look();
SET ROLE club_owner;
SELECT lair.look();
RESET ROLE;
SELECT set_eq($$SELECT DISTINCT who FROM lair.leaked$$, '{clerk,club_owner}'::name[], 'such a function sees nothing of views in which its caller sees nothing');
SELECT is_empty($$SELECT * FROM lair.leaked WHERE who = 'clerk' AND value ~ 'club\.|club reason' AND value !~ '^audit_log '$$, 'nor, of the others, other people''s tables but in the audit log');
SELECT is_empty($$SELECT * FROM lair.leaked WHERE who = 'club_owner' AND value ~ 'shop\.|shop reason|shop case' AND value !~ '^audit_log '$$, 'and the other way round');
SELECT isnt_empty($$SELECT * FROM lair.leaked WHERE who = 'clerk' AND value ~ 'shop\.'$$, 'it does see what it may');
CREATE FUNCTION lair.lent() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM erasure.subjects';
ALTER FUNCTION lair.lent() OWNER TO definer;
SET ROLE clerk;
SELECT is(lair.lent(), 0::bigint, 'a SECURITY DEFINER function reads as its owner, who sees nothing');
RESET ROLE;

-- The Deleted list of a role that may see nothing else of the table.
CREATE ROLE lister;
SET ROLE shop_owner;
SELECT erasure.allow('shop.customers', '{view_deleted}', 'lister');
SET ROLE lister;
SELECT throws_ok('SELECT FROM shop.customers', '42501', NULL, 'not the table');
SELECT is((SELECT string_agg(id::text, ',' ORDER BY id) FROM shop.customers_deleted WHERE lair.leak(name)), '3,4,5', 'the list');
SELECT count(*) FROM shop.customers_deleted WHERE OPERATOR(lair.<<<) email AND lair.leak(id::text);
SELECT count(*) FROM shop.customers_deleted a JOIN shop.customers_deleted b ON lair.leak(a.name) AND a.id = b.id;
RESET ROLE;
SELECT set_eq($$SELECT value FROM lair.leaked WHERE who = 'lister'$$, $$SELECT v FROM shop.customers c, unnest(ARRAY[name, email, id::text]) v WHERE c.id IN (3, 4, 5)$$, 'and of that only, whatever a function of the reader''s is given');

-- What is kept: no value of a person's, no key that is personal, no key of the vault's that is not wrapped, no reason where it does not belong.
CREATE FUNCTION everything() RETURNS text LANGUAGE plpgsql AS $$
DECLARE r regclass; line text; result text := '';
BEGIN
	FOR r IN SELECT oid::regclass FROM pg_class WHERE relnamespace = 'erasure'::regnamespace AND relkind IN ('r', 'v') LOOP
		EXECUTE format('SELECT string_agg(t::text, E''\n'') FROM %s t', r) INTO line;
		result := result || coalesce(r::text || ' ' || line || E'\n', '');
	END LOOP;
	RETURN result;
END $$;
SELECT doesnt_match(everything(), 'Secret|secret@|secret nick', 'no table and no view of erasure has a personal value');
SELECT matches(everything(), 'hmac:[0-9a-f]{32}', 'but keyed hashes');
SELECT doesnt_match((SELECT string_agg(a::text, ' ') FROM erasure.audit_entry a), 'shop reason|club reason|shop case', 'nor has the audit log a reason');
SELECT cmp_ok((SELECT min(length(wrapped)) FROM erasure.vault_key), '>=', 12 + 32 + 16, 'keys of the vault are wrapped: beside the key there is room for a nonce and a tag');
SELECT is_empty($$SELECT * FROM erasure.vault WHERE position('Secret'::bytea IN record) > 0 OR position('Street'::bytea IN record) > 0$$, 'and its records encrypted');
SELECT is_empty($$SELECT tablename, attname FROM pg_stats WHERE schemaname = 'erasure' AND (most_common_vals::text || histogram_bounds::text) ~ 'Secret'$$, 'nor have the planner''s statistics');

SELECT * FROM finish();
