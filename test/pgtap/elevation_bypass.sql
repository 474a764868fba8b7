-- Elevation: erasure.bypass and erasure.key_file are a superuser's, also where they are set before the library is loaded, in a
-- session's first statement, its connection, its role or a function: whoever could set them then has set nothing.
SET client_min_messages = error;
SELECT no_plan();

CREATE EXTENSION dblink;
CREATE ROLE shop_owner LOGIN;
CREATE ROLE clerk LOGIN;
CREATE SCHEMA shop AUTHORIZATION shop_owner;
GRANT USAGE, CREATE ON SCHEMA shop TO clerk;
SET ROLE shop_owner;
CREATE TABLE shop.customers (id int PRIMARY KEY, name text);
CREATE TABLE shop.orders (id int PRIMARY KEY, customer int REFERENCES shop.customers, address text);
INSERT INTO shop.customers SELECT g, 'name ' || g FROM generate_series(1, 9) g;
INSERT INTO shop.orders SELECT g, g, 'address ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('shop.customers', '{name}'), erasure.relate('shop.orders', 'shop.customers', '{address}');
SELECT erasure.soft_delete('shop.customers', '{1,2}');
SELECT subjects FROM erasure.permanently_delete('shop.customers', '{1}', 1);
SELECT erasure.allow('shop.customers', '{permanently_delete}', 'clerk');
GRANT ALL ON shop.customers, shop.orders TO clerk;
RESET ROLE;

SELECT format('host=%s port=%s dbname=%s', current_setting('unix_socket_directories'), current_setting('port'), current_database()) AS home \gset
-- The statements in a session of their own, as a role: what came of the last one, an SQLSTATE or the command's tag.
CREATE FUNCTION in_a_session(options text, statements text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE s text; result text;
BEGIN
	PERFORM public.dblink_connect('x', options);
	FOREACH s IN ARRAY statements LOOP
		BEGIN
			result := public.dblink_exec('x', s);
		EXCEPTION WHEN OTHERS THEN result := SQLSTATE;
		END;
	END LOOP;
	PERFORM public.dblink_disconnect('x');
	RETURN result;
EXCEPTION WHEN OTHERS THEN
	PERFORM public.dblink_disconnect('x');
	RETURN SQLSTATE;
END $$;
CREATE FUNCTION written() RETURNS text LANGUAGE sql AS $$ SELECT string_agg(id || address, ',' ORDER BY id) FROM shop.orders WHERE customer = 1 $$;

SELECT is(in_a_session(:'home' || ' user=' || who, ARRAY['SET erasure.bypass = on', statement]), '42501', who || ', set first: ' || statement)
	FROM unnest('{clerk,shop_owner}'::text[]) who, unnest(ARRAY['UPDATE shop.orders SET address = ''back'' WHERE id = 1', 'INSERT INTO shop.orders VALUES (100, 1, ''new'')', 'DELETE FROM shop.customers WHERE id = 5', 'TRUNCATE shop.orders']) statement;
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['BEGIN', 'SET LOCAL erasure.bypass = on', 'UPDATE shop.orders SET address = ''back'' WHERE id = 1']), '42501', 'SET LOCAL');
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['DO $x$ BEGIN PERFORM set_config(''erasure.bypass'', ''on'', false); END $x$', 'UPDATE shop.orders SET address = ''back'' WHERE id = 1']), '42501', 'set_config');
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['SET "ERASURE.Bypass" = on', 'UPDATE shop.orders SET address = ''back'' WHERE id = 1']), '42501', 'in other letters');
SELECT is(in_a_session(:'home' || ' user=clerk options=''-c erasure.bypass=on''', ARRAY['UPDATE shop.orders SET address = ''back'' WHERE id = 1']), '42501', 'in the connection''s options');
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['ALTER ROLE clerk SET erasure.bypass = on']), '42501', 'nor for one''s own role');
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['CREATE FUNCTION shop.f() RETURNS void LANGUAGE sql SET erasure.bypass = on AS ''UPDATE shop.orders SET address = ''''back'''' WHERE id = 1''']), '42501', 'nor for a function');
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['SET erasure.bypass = on', 'CREATE FUNCTION shop.g() RETURNS void LANGUAGE sql SET erasure.bypass FROM CURRENT AS ''UPDATE shop.orders SET address = ''''back'''' WHERE id = 1''']), '42501', 'or FROM CURRENT');
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['SET erasure.key_file = ''/tmp/mine''', 'DO $x$ BEGIN PERFORM erasure.mask(''x''::text); IF current_setting(''erasure.key_file'') <> '''' THEN RAISE ''set''; END IF; END $x$']), '42501', 'the key file is not even shown');
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['SET erasure.bypass_too = on', 'DO $x$ BEGIN PERFORM erasure.mask(''x''::text); END $x$', 'SET erasure.another = on']), CASE WHEN current_setting('server_version_num')::int >= 150000 THEN '42602' ELSE 'SET' END, 'no other settings by this prefix');
SELECT is(written(), '1*****', 'nothing was written');

-- By somebody who may, for somebody who may not: a superuser's settings are a superuser's decision, and noted.
ALTER ROLE clerk SET erasure.bypass = on;
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['UPDATE shop.orders SET address = ''again'' WHERE id = 1']), 'UPDATE 1', 'a superuser has set it for a role');
SELECT is((SELECT session_role || ' ' || detail FROM erasure.audit_log WHERE action = 'bypass'), 'clerk UPDATE passed the guards under erasure.bypass', 'that is in the audit log');
ALTER ROLE clerk RESET erasure.bypass;
SELECT is(in_a_session(:'home' || ' user=clerk', ARRAY['UPDATE shop.orders SET address = ''back'' WHERE id = 1']), '42501', 'and no longer');
SET erasure.bypass = on;
UPDATE shop.orders SET address = '*****' WHERE id = 1;
SET ROLE clerk;
SELECT lives_ok('UPDATE shop.orders SET address = ''*****'' WHERE id = 1', 'a superuser''s session has it, whatever role it takes');
SELECT throws_ok('SET erasure.bypass = on', '42501', NULL, 'which that role could not have set');
RESET ROLE;
SELECT is(written(), '1*****', 'as it was');

SELECT * FROM finish();
