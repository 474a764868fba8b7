-- The test module's functions; :module is the path of the library without its suffix.
CREATE SCHEMA bt;
CREATE TABLE bt_row (seen int, note text);
INSERT INTO bt_row VALUES (0, '');
CREATE TABLE bt_log (what text);

CREATE FUNCTION bt.live() RETURNS bigint LANGUAGE C AS :'module', 'bt_live';
CREATE FUNCTION bt.exceptions() RETURNS bigint LANGUAGE C AS :'module', 'bt_exceptions';
CREATE FUNCTION bt.rss() RETURNS bigint LANGUAGE C AS :'module', 'bt_rss';
CREATE FUNCTION bt.throw_runtime(depth int) RETURNS bigint LANGUAGE C AS :'module', 'bt_throw_runtime';
CREATE FUNCTION bt.throw_int(depth int) RETURNS bigint LANGUAGE C AS :'module', 'bt_throw_int';
CREATE FUNCTION bt.throw_bad_alloc(depth int) RETURNS bigint LANGUAGE C AS :'module', 'bt_throw_bad_alloc';
CREATE FUNCTION bt.throw_failure(depth int) RETURNS bigint LANGUAGE C AS :'module', 'bt_throw_failure';
CREATE FUNCTION bt.throw_long(unit text, times int) RETURNS bigint LANGUAGE C AS :'module', 'bt_throw_long';
CREATE FUNCTION bt.raise(depth int, sql text) RETURNS bigint LANGUAGE C AS :'module', 'bt_raise';
CREATE FUNCTION bt.nested(levels int, sql text) RETURNS bigint LANGUAGE C AS :'module', 'bt_nested';
CREATE FUNCTION bt.realistic(names text[], failing_allocation int, failing_guard int, variant bool) RETURNS text LANGUAGE C AS :'module', 'bt_realistic';
CREATE FUNCTION bt.disarm() RETURNS void LANGUAGE C AS :'module', 'bt_disarm';
CREATE FUNCTION bt.allocations() RETURNS bigint LANGUAGE C AS :'module', 'bt_allocations';
CREATE FUNCTION bt.guards() RETURNS bigint LANGUAGE C AS :'module', 'bt_guards';
CREATE FUNCTION bt.attempt(sql text) RETURNS text LANGUAGE C AS :'module', 'bt_attempt';
CREATE FUNCTION bt.attempt_throw(kind text) RETURNS text LANGUAGE C AS :'module', 'bt_attempt_throw';
CREATE FUNCTION bt.attempt_nested(sql text) RETURNS text LANGUAGE C AS :'module', 'bt_attempt_nested';
CREATE FUNCTION bt.attempt_many(times int) RETURNS bigint LANGUAGE C AS :'module', 'bt_attempt_many';

-- An error of PostgreSQL's with everything an error can carry.
CREATE FUNCTION bt.rich() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ZZ123', MESSAGE = 'rich %s', DETAIL = 'its detail', HINT = 'its hint',
        SCHEMA = 's', TABLE = 't', COLUMN = 'c', DATATYPE = 'd', CONSTRAINT = 'k';
END $$;

-- What a statement's error says.
CREATE FUNCTION bt.error_of(sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE code text; message text; detail text; hint text; context text; named text; more text;
BEGIN
    EXECUTE sql;
    RETURN 'no error';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT,
        context = PG_EXCEPTION_CONTEXT, named = CONSTRAINT_NAME, more = COLUMN_NAME;
    RETURN concat_ws('|', code, message, detail, hint, named || more, CASE WHEN context LIKE '%function bt.rich() line 3 at RAISE%' THEN 'context' END);
END $$;

CREATE FUNCTION bt.context_of(sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE context text;
BEGIN
    EXECUTE sql;
    RETURN 'no error';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS context = PG_EXCEPTION_CONTEXT;
    RETURN context;
END $$;

-- Runs a statement that fails, many times, and reports what grew: kilobytes of the backend, bytes of TopMemoryContext.
CREATE FUNCTION bt.fail_many(sql text, times int, OUT rss bigint, OUT top bigint, OUT live bigint, OUT exceptions bigint, OUT failed bigint)
LANGUAGE plpgsql AS $$
DECLARE top_sql text := $q$SELECT sum(total_bytes) FROM pg_backend_memory_contexts WHERE name = 'TopMemoryContext'$q$;
BEGIN
    failed := 0;
    FOR i IN -1000 .. times LOOP
        IF i = 0 THEN EXECUTE top_sql INTO top; rss := bt.rss(); END IF;
        BEGIN
            EXECUTE sql;
        EXCEPTION WHEN OTHERS THEN failed := failed + 1;
        END;
    END LOOP;
    rss := bt.rss() - rss;
    failed := failed - 1001;
    EXECUTE 'SELECT (' || top_sql || ') - $1' INTO top USING top;
    live := bt.live();
    exceptions := bt.exceptions();
END $$;

-- Fails each allocation (or guard) of a realistic call in turn, until none is left to fail. A faultless result: every
-- error is the one that was asked for (handled ones are those within the call's attempt), and nothing is left behind.
CREATE FUNCTION bt.fail_each(what text, variant bool, OUT tried bigint, OUT as_asked bigint, OUT handled bigint, OUT live bigint, OUT exceptions bigint, OUT other text)
LANGUAGE plpgsql AS $$
DECLARE wanted text := CASE what WHEN 'allocation' THEN '53200|out of memory%' ELSE 'P0001|injected|At guard %.|Injected hint.%' END;
    said text; reached bigint;
BEGIN
    tried := 0; as_asked := 0; handled := 0; live := 0; exceptions := 0;
    LOOP
        said := bt.error_of(format($q$SELECT bt.realistic('{Alice Smith,"A second, longer name, of more than sixteen bytes",Bob}', %s, %s, %L)$q$,
            CASE what WHEN 'allocation' THEN tried + 1 ELSE 0 END, CASE what WHEN 'guard' THEN tried + 1 ELSE 0 END, variant));
        reached := CASE what WHEN 'allocation' THEN bt.allocations() ELSE bt.guards() END;
        PERFORM bt.disarm();
        EXIT WHEN reached <= tried;
        tried := tried + 1;
        IF said LIKE wanted THEN as_asked := as_asked + 1;
        ELSIF said = 'no error' THEN handled := handled + 1;
        ELSE other := coalesce(other || E'\n', '') || tried || ': ' || said; END IF;
        live := live + bt.live();
        exceptions := exceptions + bt.exceptions();
    END LOOP;
    IF said <> 'no error' THEN other := coalesce(other, '') || ' at last: ' || said; END IF;
END $$;
