-- A mask that a column cannot hold is refused when it is declared; one that it can hold is what is there afterwards.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(115);

CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN postcode AS text CHECK (VALUE ~ '^[0-9*]{5}$');
CREATE DOMAIN five_digits AS text CHECK (VALUE ~ '^[0-9]{5}$');
CREATE DOMAIN short AS varchar(3);
CREATE DOMAIN required AS text NOT NULL;
CREATE DOMAIN adult AS int CHECK (VALUE >= 18);

-- Each column on a table of its own: can it be declared, with which mask, and what becomes of a value.
CREATE TABLE trial (n int GENERATED ALWAYS AS IDENTITY, definition text, value text, mask text, args jsonb, outcome text);
INSERT INTO trial (definition, value, mask, args, outcome) VALUES
    -- The length, counted in characters, cut to the limit.
    ('v varchar(1)', 'ä', NULL, NULL, '*'), ('v varchar(2)', 'ab', NULL, NULL, '**'), ('v varchar(3)', 'äöü', NULL, NULL, '***'),
    ('v varchar(4)', 'abcd', NULL, NULL, '****'), ('v varchar(5)', 'a', NULL, NULL, '*****'), ('v varchar(6)', 'a', NULL, NULL, '*****'),
    ('v varchar(7)', 'a', NULL, NULL, '*****'), ('v varchar(8)', 'a', NULL, NULL, '*****'), ('v varchar(9)', 'a', NULL, NULL, '*****'),
    ('v varchar(10)', 'abcdefghij', NULL, NULL, '*****'), ('v char(3)', 'abc', NULL, NULL, '***'), ('v char(10)', 'abc', NULL, NULL, '*****'),
    ('v text', 'abc', NULL, NULL, '*****'), ('v text', '', NULL, NULL, ''), ('v text', NULL, NULL, NULL, 'NULL'), ('v name', 'abc', NULL, NULL, '*****'),
    ('v text COLLATE "C"', 'abc', NULL, NULL, '*****'), ('v short', 'abc', NULL, NULL, '***'),
    ('v varchar(6)', 'abcdef', 'partial', '{"keep_first": 1, "keep_last": 1}', NULL), ('v varchar(20)', 'Alice Smith', 'partial', '{"keep_first": 1, "keep_last": 1}', 'A*****h'),
    ('v varchar(20)', 'abc', 'partial', '{"keep_first": 2, "keep_last": 2}', '*****'), ('v text', 'ab', 'partial', '{}', '*****'),
    ('v text', 'alice@example.com', 'email', '{}', 'a*****@*****.com'), ('v text', 'no address', 'email', '{}', '*****'),
    ('v text', '+49 170 1234567', 'phone', '{}', '*****67'), ('v text', 'call me', 'phone', '{}', '*****'),
    -- Other types.
    ('v int', '7', NULL, NULL, '0'), ('v numeric(10,2)', '7.5', NULL, NULL, '0.00'), ('v boolean', 'true', NULL, NULL, 'false'), ('v date', '1990-05-17', NULL, NULL, '1970-01-01'),
    ('v timestamptz', '1990-05-17 12:00+00', NULL, NULL, '1970-01-01 00:00:00+00'), ('v time', '12:00', NULL, NULL, '00:00:00'), ('v uuid', '5ee7b2b4-6d0d-4a39-8a1c-2c2c3a4b5c6d', NULL, NULL, '00000000-0000-0000-0000-000000000000'),
    ('v inet', '198.51.100.1', NULL, NULL, '0.0.0.0/32'), ('v bytea', 'abc', NULL, NULL, '\x'), ('v mood', 'happy', NULL, NULL, 'sad'), ('v text[]', '{a,b}', NULL, NULL, '{*****}'),
    ('v jsonb', '{"a": "x", "n": 7}', NULL, NULL, '{"a": "*****", "n": 0}'), ('v jsonb', '{"a": "x", "b": "y"}', 'jsonb', '{"paths": ["a"]}', '{"a": "*****", "b": "y"}'),
    ('v json', '{"a":"x"}', NULL, NULL, '{"a":"*****"}'), ('v int4range', '[1,5)', NULL, NULL, 'empty'), ('v point', '(1,2)', NULL, NULL, '(0,0)'), ('v interval', '1 day', NULL, NULL, '00:00:00'),
    ('v text', 'abc', 'null', '{}', 'NULL'), ('v int', '7', 'null', '{}', 'NULL'),
    -- NOT NULL, CHECK, domains.
    ('v text NOT NULL', 'abc', NULL, NULL, '*****'), ('v text NOT NULL', 'abc', 'null', '{}', 'refused'), ('v required', 'abc', NULL, NULL, '*****'), ('v required', 'abc', 'null', '{}', 'refused'),
    ('v text CHECK (v ~ ''^[a-z]+$'')', 'abc', NULL, NULL, 'refused'), ('v text CHECK (v ~ ''^[a-z]+$'')', 'abc', 'null', '{}', 'NULL'),
    ('v text CHECK (v LIKE ''%@%'')', 'a@b.example', 'email', '{}', 'refused'), ('v text CHECK (length(v) >= 3)', 'abc', NULL, NULL, '*****'),
    ('v text CHECK (length(v) >= 6)', 'abcdef', NULL, NULL, 'refused'), ('v int CHECK (v > 17)', '36', NULL, NULL, 'refused'), ('v int CHECK (v >= 0)', '36', NULL, NULL, '0'),
    ('v date CHECK (v > ''1980-01-01'')', '1990-05-17', NULL, NULL, 'refused'), ('v boolean CHECK (v)', 'true', NULL, NULL, 'refused'), ('v mood CHECK (v = ''happy'')', 'happy', NULL, NULL, 'refused'),
    ('v uuid CHECK (v <> ''00000000-0000-0000-0000-000000000000'')', '5ee7b2b4-6d0d-4a39-8a1c-2c2c3a4b5c6d', NULL, NULL, 'refused'), ('v inet CHECK (v <> ''0.0.0.0'')', '198.51.100.1', NULL, NULL, 'refused'),
    ('v text[] CHECK (cardinality(v) > 1)', '{a,b}', NULL, NULL, 'refused'),
    ('v postcode', '12345', NULL, NULL, '*****'), ('v five_digits', '12345', NULL, NULL, 'refused'), ('v five_digits', '12345', 'null', '{}', 'NULL'), ('v adult', '36', NULL, NULL, 'refused'),
    -- Constraints over several columns are tried on the rows that there are.
    ('v text, w text DEFAULT ''x'', CHECK (v IS NOT NULL AND w IS NOT NULL)', 'abc', NULL, NULL, '*****'), ('v text, w text DEFAULT ''abc'', CHECK (v = w)', 'abc', NULL, NULL, 'refused'),
    ('v text, w text DEFAULT ''x'', CHECK (v IS NOT NULL AND w IS NOT NULL)', 'abc', 'null', '{}', 'refused'), ('v text CHECK (v IS NOT NULL)', 'abc', 'null', '{}', 'refused'),
    ('v text, w required DEFAULT ''x''', 'abc', NULL, NULL, '*****'), ('v text, w required DEFAULT ''x'', CHECK (v <> w)', 'abc', NULL, NULL, '*****'),
    -- UNIQUE, in all its shapes: asterisks and a token, or refused.
    ('v text UNIQUE', 'abc', NULL, NULL, 'unique'), ('v varchar(21) UNIQUE', 'abc', NULL, NULL, 'unique'), ('v varchar(8) UNIQUE', 'abc', NULL, NULL, 'refused'),
    ('v varchar(8) UNIQUE', 'abc', 'null', '{}', 'NULL'), ('v varchar(8) UNIQUE NOT NULL', 'abc', NULL, NULL, 'refused'),
    ('v text UNIQUE', 'abc', 'partial', '{}', 'refused'), ('v text UNIQUE', 'abc', 'email', '{}', 'refused'), ('v text UNIQUE', 'abc', 'default', '{}', 'refused'),
    ('v text UNIQUE', '', NULL, NULL, ''), ('v text UNIQUE', NULL, NULL, NULL, 'NULL'), ('v int UNIQUE', '7', NULL, NULL, 'NULL'), ('v int UNIQUE NOT NULL', '7', NULL, NULL, 'refused'),
    ('v uuid UNIQUE', '5ee7b2b4-6d0d-4a39-8a1c-2c2c3a4b5c6d', NULL, NULL, 'NULL'), ('v text, w int DEFAULT 1, UNIQUE (w, v)', 'abc', NULL, NULL, 'unique'),
    ('v text, w int DEFAULT 1, UNIQUE (v, w)', 'abc', 'default', '{}', 'refused'), ('v text UNIQUE CHECK (length(v) < 10)', 'abc', NULL, NULL, 'refused'),
    ('v text, EXCLUDE USING btree (v WITH =)', 'abc', NULL, NULL, 'unique'),
    -- Not to be masked at all.
    ('a text DEFAULT ''abc'', v text GENERATED ALWAYS AS (upper(a)) STORED', NULL, NULL, NULL, 'refused'), ('v int GENERATED ALWAYS AS IDENTITY', NULL, NULL, NULL, 'refused'),
    ('v int GENERATED BY DEFAULT AS IDENTITY', NULL, NULL, NULL, 'refused'), ('v xid', '7', NULL, NULL, 'refused'), ('v xid', '7', 'null', '{}', 'NULL'),
    -- Masks for other types than the column's.
    ('v int', '7', 'email', '{}', 'refused'), ('v date', '1990-05-17', 'partial', '{}', 'refused'), ('v text', 'abc', 'jsonb', '{}', 'refused'), ('v jsonb', '{}', 'phone', '{}', 'refused');
UPDATE trial SET outcome = '*****' WHERE outcome IS NULL;

-- Declares, deletes for good, looks, undoes and looks once more.
CREATE FUNCTION try_column(t trial) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    before text; masked text; again text; undone text;
BEGIN
    EXECUTE format('CREATE TABLE subject_%s (id int PRIMARY KEY, %s)', t.n, t.definition);
    EXECUTE format('INSERT INTO subject_%s (id%s) VALUES (1%s)', t.n, CASE WHEN t.value IS NOT NULL THEN ', v' END, ', ' || quote_literal(t.value));
    EXECUTE format('SELECT coalesce(v::text, ''NULL'') FROM subject_%s', t.n) INTO before;
    BEGIN
        IF t.mask IS NULL THEN
            PERFORM erasure.protect(format('subject_%s', t.n)::regclass, '{v}');
        ELSE
            PERFORM erasure.protect(format('subject_%s', t.n)::regclass, '{}');
            PERFORM erasure.set_mask(format('subject_%s', t.n)::regclass, 'v', t.mask, t.args);
        END IF;
    EXCEPTION WHEN invalid_object_definition THEN
        RETURN 'refused';
    END;
    PERFORM erasure.not_personal(c.attrelid::regclass, ARRAY[c.attname], 'not tried here') FROM pg_attribute c
    WHERE attrelid = format('subject_%s', t.n)::regclass AND attname IN ('a', 'w');
    PERFORM erasure.soft_delete(format('subject_%s', t.n)::regclass, ARRAY[1]);
    PERFORM erasure.permanently_delete(format('subject_%s', t.n)::regclass, ARRAY[1], 1);
    EXECUTE format('SELECT coalesce(v::text, ''NULL'') FROM subject_%s', t.n) INTO masked;
    IF masked <> 'NULL' AND t.mask IS NULL THEN
        EXECUTE format('SELECT erasure.is_masked(v) FROM subject_%s', t.n) INTO again;
        IF again <> 'true' THEN RETURN masked || ' is not taken for a mask: ' || again; END IF;
    END IF;
    PERFORM erasure.undo_permanent_delete(format('subject_%s', t.n)::regclass, ARRAY[1]);
    EXECUTE format('SELECT coalesce(v::text, ''NULL'') FROM subject_%s', t.n) INTO undone;
    IF undone <> before THEN RETURN format('%s came back as %s', before, undone); END IF;
    RETURN CASE WHEN masked ~ '^\*{5}[0-9a-f]{16}$' THEN 'unique' ELSE rtrim(masked) END;
END $$;
SET timezone = 'UTC';
SELECT is(try_column(t), t.outcome, concat_ws(', ', t.definition, t.value, t.mask || ' ' || t.args)) FROM trial t ORDER BY n;

-- Unique indexes that name no column: over an expression, and with a condition.
CREATE TABLE members (id int PRIMARY KEY, email text, nick text, code varchar(8));
CREATE UNIQUE INDEX ON members (lower(email));
CREATE UNIQUE INDEX ON members (nick) WHERE nick <> '';
CREATE UNIQUE INDEX members_code ON members ((code || 'x'));
INSERT INTO members VALUES (1, 'Ada@example.com', 'ada', 'A'), (2, 'Bo@example.com', 'bo', 'B'), (3, '', '', NULL);
SELECT throws_ok($$SELECT erasure.protect('members', '{email,nick,code}')$$, '42P17', NULL, 'an index over an expression counts, and a column too short for tokens');
SELECT erasure.protect('members', '{email,nick}');
SELECT erasure.set_mask('members', 'code', 'null');
SELECT erasure.soft_delete('members', ARRAY[1, 2, 3]);
SELECT is((SELECT subjects FROM erasure.permanently_delete('members', ARRAY[1, 2, 3], 3)), 3::bigint, 'three members at once');
SELECT is(count(DISTINCT email) FILTER (WHERE email ~ '^\*{5}[0-9a-f]{16}$'), 2::bigint, 'each with an address of his own') FROM members;
SELECT is(count(DISTINCT nick), 3::bigint, 'and a name; the empty one stays empty') FROM members;
SELECT is((SELECT email || nick FROM members WHERE id = 3), '', 'empty stays empty');
SELECT isnt(email, nick, 'two columns of one row do not share their token') FROM members WHERE id = 1;
SELECT erasure.undo_permanent_delete('members', ARRAY[1, 2, 3]);
SELECT results_eq('SELECT id, email, nick, code::text FROM members ORDER BY id', $$VALUES (1, 'Ada@example.com', 'ada', 'A'), (2, 'Bo@example.com', 'bo', 'B'), (3, '', '', NULL)$$, 'undone');

-- The token is made from the key, never from the value: the same key gets the same token for another value.
CREATE TABLE tokens AS SELECT email FROM members WHERE false;
UPDATE members SET email = 'another@example.com' WHERE id = 1;
SELECT erasure.permanently_delete('members', ARRAY[1], 1);
INSERT INTO tokens SELECT email FROM members WHERE id = 1;
SELECT erasure.undo_permanent_delete('members', ARRAY[1]);
UPDATE members SET email = 'one more' WHERE id = 1;
SELECT erasure.permanently_delete('members', ARRAY[1], 1);
SELECT is((SELECT email FROM members WHERE id = 1), (SELECT email FROM tokens), 'of the key, not of the value');

-- A CHECK added after the declaration: the deletion fails as a whole, and says so.
ALTER TABLE members ADD CONSTRAINT an_address CHECK (email ~ '@') NOT VALID;
SELECT throws_ok($$SELECT erasure.permanently_delete('members', ARRAY[2], 1)$$, '23514', NULL, 'a CHECK that came later');
SELECT is((SELECT email || nick FROM members WHERE id = 2), 'Bo@example.combo', 'nothing has changed');
SELECT is(erasure.state('members', 2), 'deleted', 'still deleted');

-- Masks with other arguments than theirs.
CREATE TABLE trial_args (id int PRIMARY KEY, v text);
SELECT erasure.protect('trial_args', '{v}');
SELECT throws_ok(format('SELECT erasure.set_mask(''trial_args'', ''v'', %L, %L)', m, a), '22023', NULL, format('%s with %s', m, a))
FROM (VALUES ('partial', '{"keep_first": -1}'), ('partial', '{"keep_first": "many"}'), ('partial', '{"keep": 1}'), ('email', '{"keep_first": 1}'), ('default', '{"paths": []}'), ('default', '[]')) AS v (m, a);

SELECT * FROM finish();
