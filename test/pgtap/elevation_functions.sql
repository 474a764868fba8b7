-- Elevation: every function of the extension, called by a stranger with nothing, with garbage, and as a trigger in places
-- for which it was not made. Nothing is read, changed or run for him, and nothing but an orderly error comes of it.
SET client_min_messages = error;
SELECT no_plan();

CREATE ROLE shop_owner;
CREATE ROLE evil;
CREATE ROLE clerk;
GRANT CREATE ON DATABASE :"DBNAME" TO shop_owner, evil;
SET ROLE shop_owner;
CREATE SCHEMA shop;
GRANT USAGE ON SCHEMA shop TO evil, clerk;
CREATE TABLE shop.customers (id int PRIMARY KEY, name text, email text UNIQUE);
CREATE TABLE shop.orders (id int PRIMARY KEY, customer int REFERENCES shop.customers, address text);
INSERT INTO shop.customers SELECT g, 'Anna ' || g, 'anna@' || g FROM generate_series(1, 9) g;
INSERT INTO shop.orders SELECT g, g, 'Anna Street ' || g FROM generate_series(1, 9) g;
SELECT erasure.protect('shop.customers', '{name,email}'), erasure.relate('shop.orders', 'shop.customers', '{address}');
SELECT erasure.allow('shop.customers', '{soft_delete,permanently_delete,undo,hold}', 'clerk');
SET ROLE clerk;
SELECT erasure.soft_delete('shop.customers', '{1,2,3}', 'Anna asked'), erasure.hold('shop.customers', '{3}', 'Anna sues');
SELECT * FROM erasure.permanently_delete('shop.customers', '{1}', 1, 'Anna asked');
RESET ROLE;

-- What there is, as text, to compare.
CREATE FUNCTION public.content(pattern text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r regclass; line text; result text := '';
BEGIN
	FOR r IN SELECT oid::regclass FROM pg_class WHERE relnamespace = ANY ('{erasure,shop}'::regnamespace[]) AND relkind IN ('r', 'p') AND oid::regclass::text !~ pattern ORDER BY oid LOOP
		EXECUTE format('SELECT string_agg(t::text, E''\n'' ORDER BY t::text COLLATE "C") FROM %s t', r) INTO line;
		result := result || r::text || E'\n' || coalesce(line, '') || E'\n';
	END LOOP;
	RETURN result;
END $$;
CREATE TEMP TABLE before AS SELECT content('^$') AS content;

SET ROLE evil;
CREATE SCHEMA lair;
CREATE TABLE lair.mine (id int PRIMARY KEY, name text, deleted_at timestamptz, announced text);
INSERT INTO lair.mine VALUES (1, 'a'), (2, 'b');
CREATE TABLE lair.tried (statement text, code text, message text, result text);

-- Every value that could be a way in, by the type of an argument.
CREATE FUNCTION lair.garbage(type oid) RETURNS text[] LANGUAGE sql AS $$
	SELECT CASE type::regtype::text
		WHEN 'regclass' THEN ARRAY['''shop.customers''', '''shop.orders''', '''erasure.vault''', '''pg_catalog.pg_authid''', '0', '4294967295', '''lair.mine_pkey''']
		WHEN 'oid' THEN ARRAY['0', '4294967295', '''shop.customers''::regclass']
		WHEN 'regrole' THEN ARRAY['''evil''', '0', '4294967295']
		WHEN 'name' THEN ARRAY['''name''', '''''', '''"; DROP TABLE shop.orders; --''']
		WHEN 'name[]' THEN ARRAY['''{name,email}''', '''{}''', '''{{a,b},{c,d}}''', '''{NULL}''', '''[5:6]={name,address}''']
		WHEN 'text[]' THEN ARRAY['''{undo}''', '''{}''', '''{NULL}''', '''[7:7]={soft_delete}''', 'array_fill(''x''::text, ''{2,2}'')']
		WHEN 'anyarray' THEN ARRAY['''{1,2}''::int[]', '''{NULL}''::int[]', 'ARRAY[ROW(1)]', '''{}''::text[]', '''{{1},{2}}''::bigint[]', '''{"{\"id\":1}"}''::jsonb[]']
		WHEN 'anyelement' THEN ARRAY['1', '''1''::text', 'ROW(1, 2)', 'NULL::int', 'pg_typeof(1)', '''{1,2}''::int[]']
		WHEN 'text' THEN ARRAY['''1''', '''{1,2}''', '''''', '''{"id":1}''', '''$1; SELECT 1''', 'repeat(''x'', 100000)', 'E''\x01''', '''soft_delete''']
		WHEN 'jsonb' THEN ARRAY['''{}''', '''[]''', '''null''', '''{"keep_first":-1,"salt":"x","paths":["$.**"]}''', '''"x"''']
		WHEN 'integer' THEN ARRAY['0', '-1', '2147483647', '1']
		WHEN 'bigint' THEN ARRAY['1', '-1', '9223372036854775807']
		WHEN 'boolean' THEN ARRAY['true', 'false']
		WHEN 'interval' THEN ARRAY['''30 days''', '''-1 day''', '''178000000 years''']
		WHEN 'timestamp with time zone' THEN ARRAY['now()', '''infinity''', '''-infinity''', '''4713-01-01 BC''']
		WHEN '"any"' THEN ARRAY['1', 'NULL', 'ROW(1)', '''x''::text']
		ELSE ARRAY['NULL::' || type::regtype] END $$;

-- Each function once with NULL everywhere, and as many times as its longest list of values, each argument going round in its own.
CREATE FUNCTION lair.calls(f pg_proc) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE types oid[] := f.proargtypes::oid[]; most int := 1; call text; list text[]; i int; j int;
BEGIN
	call := CASE WHEN f.prokind = 'p' THEN 'CALL ' ELSE 'SELECT ' END || format('erasure.%I(', f.proname);
	RETURN NEXT call || coalesce((SELECT string_agg('NULL::' || CASE WHEN t::regtype::text ~ '^any|"any"' THEN CASE t::regtype::text WHEN 'anyarray' THEN 'int[]' ELSE 'int' END ELSE t::regtype::text END, ', ')
		FROM unnest(types) t), '') || ')';
	FOR i IN 1 .. coalesce(cardinality(types), 0) LOOP most := greatest(most, cardinality(lair.garbage(types[i - 1]))); END LOOP;
	FOR j IN 0 .. most - 1 LOOP
		list := '{}';
		FOR i IN 1 .. coalesce(cardinality(types), 0) LOOP
			list := list || (lair.garbage(types[i - 1]))[1 + (j + i - 1) % cardinality(lair.garbage(types[i - 1]))];
		END LOOP;
		RETURN NEXT call || array_to_string(list, ', ') || ')';
	END LOOP;
END $$;
CREATE FUNCTION lair.try(statement text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
	IF statement ~ '^CALL' THEN EXECUTE statement; ELSE EXECUTE 'SELECT string_agg(x::text, '' '') FROM (' || statement || ' AS x) x' INTO result; END IF;
	INSERT INTO lair.tried VALUES (statement, '00000', NULL, result);
EXCEPTION WHEN OTHERS THEN
	INSERT INTO lair.tried VALUES (statement, SQLSTATE, SQLERRM, NULL);
END $$;
SELECT lair.try(s) FROM (SELECT lair.calls(p) AS s FROM pg_proc p WHERE pronamespace = 'erasure'::regnamespace) x;
RESET ROLE;
SELECT cmp_ok((SELECT count(*) FROM lair.tried), '>', 300::bigint, 'hundreds of calls of all functions');
SELECT is_empty($$SELECT statement, code, message FROM lair.tried WHERE code ~ '^(XX|57|58P|53)' ORDER BY 1$$, 'none fails in a way that was not foreseen');
SELECT is_empty($$SELECT statement, result FROM lair.tried WHERE (result ~* 'anna' OR message ~* 'anna') AND statement !~* 'anna'$$, 'none shows a person, nor a reason');
SELECT is(content('^$'), (SELECT content FROM before), 'none changes anything');
SELECT is_empty($$SELECT statement FROM lair.tried WHERE code = '00000' AND statement ~
	'erasure\.(protect|relate|unrelate|unprotect|allow|disallow|use_roles|set_mask|ignore|not_personal|soft_delete|restore|permanently_delete|undo_permanent_delete|hold|release|erase_now|erase_due|schedule|unschedule|export|retain|unretain|refresh_views)\('$$,
	'no verb, and nothing that declares, succeeds');

-- Every trigger function at every event of a table, a view and a partitioned table of one's own.
SET ROLE evil;
CREATE VIEW lair.seen AS SELECT * FROM lair.mine;
CREATE TABLE lair.parted (id int, name text) PARTITION BY LIST (id);
CREATE TABLE lair.parted_1 PARTITION OF lair.parted FOR VALUES IN (1);
CREATE TABLE lair.parted_2 PARTITION OF lair.parted DEFAULT;
CREATE FUNCTION lair.attach(f regproc, timing text, event text, level text, relation regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE s text := format('CREATE TRIGGER it %s %s ON %s FOR EACH %s EXECUTE FUNCTION %s()', timing, event, relation, level, f);
BEGIN
	BEGIN
		EXECUTE s;
	EXCEPTION WHEN invalid_object_definition OR wrong_object_type OR syntax_error OR feature_not_supported THEN RETURN; -- not such a trigger on such a relation
	END;
	EXECUTE format('INSERT INTO %s (id, name) VALUES (1, ''x''), (7, ''y'') ', relation);
	EXECUTE format('UPDATE %s SET name = ''z'', id = id + 1', relation);
	EXECUTE format('DELETE FROM %s', relation);
	IF relation <> 'lair.seen'::regclass THEN EXECUTE format('TRUNCATE %s', relation); END IF;
	RAISE SQLSTATE 'ZZ000';
EXCEPTION WHEN OTHERS THEN
	INSERT INTO lair.tried VALUES (s, SQLSTATE, SQLERRM, NULL);
END $$;
TRUNCATE lair.tried;
DELETE FROM lair.mine;
SELECT lair.attach(p.oid::regproc, timing, event, level, relation) FROM pg_proc p, unnest('{BEFORE,AFTER,INSTEAD OF}'::text[]) timing,
	unnest('{INSERT,UPDATE,DELETE,TRUNCATE,INSERT OR UPDATE OR DELETE}'::text[]) event, unnest('{ROW,STATEMENT}'::text[]) level, unnest('{lair.mine,lair.seen,lair.parted}'::regclass[]) relation
	WHERE p.pronamespace = 'erasure'::regnamespace AND p.prorettype = 'trigger'::regtype;
RESET ROLE;
SELECT cmp_ok((SELECT count(*) FROM lair.tried), '>', 200::bigint, 'hundreds of triggers that nobody meant');
SELECT is_empty($$SELECT statement, code, message FROM lair.tried WHERE code NOT IN ('ZZ000', '39P01', '42501', '42P17', '0A000') AND NOT (code = '42P01')$$, 'they do nothing, or say what is wrong');
SELECT ok(EXISTS (SELECT FROM lair.tried WHERE code = '39P01' AND statement ~ 'AFTER INSERT .* STATEMENT .*_guard_insert'), 'a statement has no row to guard');
SELECT is(content('^$'), (SELECT content FROM before), 'nothing changes');

-- Their own tables' owners may put them where they do not belong; the guards that are there are none the worse.
SET ROLE shop_owner;
CREATE TRIGGER other AFTER INSERT ON shop.orders FOR EACH STATEMENT EXECUTE FUNCTION erasure._guard_insert();
SELECT throws_ok($$INSERT INTO shop.orders VALUES (100, 5, 'x')$$, '39P01', NULL, 'a guard at the wrong event of a declared table');
DROP TRIGGER other ON shop.orders;
CREATE TRIGGER other BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION erasure._guard_update();
SELECT throws_ok($$UPDATE shop.orders SET address = 'x' WHERE id = 5$$, '39P01', NULL, 'nor before the row is written');
DROP TRIGGER other ON shop.orders;
CREATE TRIGGER other AFTER UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION erasure._guard_update();
SELECT throws_ok($$UPDATE shop.orders SET address = 'x' WHERE id = 1$$, '42501', NULL, 'a second one refuses as the first does');
SELECT lives_ok($$UPDATE shop.orders SET address = 'x' WHERE id = 5$$, 'and lets pass what the first does');
DROP TRIGGER other ON shop.orders;
SELECT throws_ok('SELECT erasure._ddl_start()', '39P03', NULL, 'an event trigger''s function, called');
SELECT throws_ok('SELECT erasure._guard_update()', '39P01', NULL, 'a guard''s function, called');
RESET ROLE;

SELECT * FROM finish();
