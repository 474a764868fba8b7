-- Constraints are evaluated on the masked values; what does not fit is told all at once, with masks that do fit: the
-- statements of the hint are run, and what they declare is deleted for good and undone.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(57);

CREATE DOMAIN adult AS int CHECK (VALUE >= 18);
CREATE DOMAIN filled AS text CHECK (VALUE IS NOT NULL);
CREATE DOMAIN five_digits AS text CHECK (VALUE ~ '^[0-9]{5}$');
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN good_mood AS mood CHECK (VALUE <> 'sad');
CREATE TYPE home AS (street text, age adult);
CREATE TYPE span AS RANGE (subtype = date);
CREATE TABLE country (code text PRIMARY KEY);
INSERT INTO country VALUES ('DE'), ('SE');

-- Every case is a table of its own. refusal: what the detail has to name, NULL where the default masks fit.
CREATE TABLE trial (n int GENERATED ALWAYS AS IDENTITY, definition text, personal text, one text, two text, refusal text, proposed text, extra text);
INSERT INTO trial (definition, personal, one, two, refusal, proposed, extra) VALUES
    -- Domains within arrays, rows and enums; NOT NULL in a domain's CHECK.
    ('v adult[]', '{v}', '{36}', '{40}', 'adult[]', 'null', NULL),
    ('v home', '{v}', '("Way 1",36)', '("Way 2",40)', 'home', 'null', NULL),
    ('v good_mood', '{v}', 'happy', 'happy', 'good_mood', 'null', NULL),
    ('v filled', '{v}', 'a', 'b', NULL, NULL, NULL),
    ('v bit(3)', '{v}', '101', '111', NULL, NULL, NULL),
    ('v bit(3) CHECK (v <> B''000'')', '{v}', '101', '111', 'v_check', 'null', NULL),
    ('v bit varying(8)', '{v}', '101', '1', NULL, NULL, NULL),
    ('v char(12) CHECK (length(v) > 5)', '{v}', 'abcdefg', 'hijklmn', 'v_check', 'unique', NULL),
    ('v char(30) UNIQUE NOT NULL', '{v}', 'abc', 'def', NULL, NULL, NULL),
    ('v five_digits NOT NULL', '{v}', '12345', '23456', 'five_digits', '-', NULL),
    ('v varchar(40) NOT NULL CHECK (v ~ ''@'')', '{v}', 'a@b.example', 'c@d.example', 'v_check', '-', NULL),
    -- Generated columns: computed, unique, checked.
    ('v text, g int GENERATED ALWAYS AS (v::int) STORED', '{v}', '7', '8', 'generated column "g"', 'null', NULL),
    ('v text, g text GENERATED ALWAYS AS (lower(v)) STORED UNIQUE', '{v}', 'Ada', 'Bo', NULL, NULL, NULL),
    ('v text, g text GENERATED ALWAYS AS (left(v, 3)) STORED UNIQUE', '{v}', 'Ada', 'Bo', 'g_key', 'null', NULL),
    ('v text, g text GENERATED ALWAYS AS (lower(v)) STORED CHECK (g ~ ''^[a-z]'')', '{v}', 'Ada', 'Bo', 'g_check', 'null', NULL),
    ('v text, g text GENERATED ALWAYS AS (lower(v)) STORED NOT NULL', '{v}', 'Ada', 'Bo', NULL, NULL, NULL),
    -- UNIQUE over several columns, expressions and conditions.
    ('v text NOT NULL, w text DEFAULT ''x'', UNIQUE (w, v)', '{v}', 'a', 'b', NULL, NULL, NULL),
    ('v int NOT NULL, UNIQUE (id, v)', '{v}', '1', '2', NULL, NULL, NULL),
    ('v int NOT NULL, w int DEFAULT 1, UNIQUE (w, v)', '{v}', '1', '2', 'w_v_key', '-', NULL),
    ('v int', '{v}', '1', '2', 'not_distinct', '-', 'ALTER TABLE %s ADD CONSTRAINT not_distinct UNIQUE NULLS NOT DISTINCT (v)'),
    ('v text', '{v}', 'ada@a.example', 'bo@a.example', 'by_name', 'null', 'CREATE UNIQUE INDEX by_name ON %s (left(v, 6))'),
    ('v text NOT NULL, w text NOT NULL DEFAULT ''x''', '{v}', 'a', 'b', NULL, NULL, 'CREATE UNIQUE INDEX ON %s ((w || lower(v)))'),
    ('v int NOT NULL, deleted_at timestamptz', '{v}', '1', '2', NULL, NULL, 'CREATE UNIQUE INDEX ON %s (v) WHERE deleted_at IS NULL'),
    ('v int NOT NULL, deleted_at timestamptz', '{v}', '1', '2', 'gone', '-', 'CREATE UNIQUE INDEX gone ON %s (v) WHERE deleted_at IS NOT NULL'),
    ('v int NOT NULL', '{v}', '1', '2', NULL, NULL, 'CREATE UNIQUE INDEX ON %s (v) WHERE v > 0'),
    ('v int NOT NULL, w bool DEFAULT true', '{v}', '1', '2', 'with_w', '-', 'CREATE UNIQUE INDEX with_w ON %s (v) WHERE w'),
    ('v text NOT NULL', '{v}', 'a', 'b', NULL, NULL, 'CREATE UNIQUE INDEX ON %s USING btree (v text_pattern_ops)'),
    ('v varchar(8) UNIQUE', '{v}', 'a', 'b', 'v_key', 'null', NULL),
    ('v varchar(8) UNIQUE NOT NULL', '{v}', 'a', 'b', 'v_key', '-', NULL),
    ('v varchar(9) UNIQUE NOT NULL', '{v}', 'a', 'b', NULL, NULL, NULL),
    -- Exclusion: compared by the operator that it names.
    ('v daterange NOT NULL, EXCLUDE USING gist (v WITH &&)', '{v}', '[2001-01-01,2001-02-01)', '[2002-01-01,2002-02-01)', NULL, NULL, NULL),
    ('v daterange NOT NULL, EXCLUDE USING gist (v WITH =)', '{v}', '[2001-01-01,2001-02-01)', '[2002-01-01,2002-02-01)', 'v_excl', '-', NULL),
    ('v date, w date NOT NULL DEFAULT ''1970-01-01'', EXCLUDE USING gist (daterange(w, v) WITH &&) WHERE (v IS NOT NULL)', '{w}', '1971-01-01', NULL, 'daterange_excl', '-', NULL),
    ('v text, EXCLUDE (lower(v) WITH =)', '{v}', 'A', 'B', NULL, NULL, NULL),
    -- Foreign keys of the column, and to it.
    ('v text REFERENCES country', '{v}', 'DE', 'SE', 'v_fkey', 'null', NULL),
    ('v text NOT NULL REFERENCES country', '{v}', 'DE', 'SE', 'v_fkey', '-', NULL),
    ('v text UNIQUE', '{v}', 'a', 'b', 'refers', '-', 'CREATE TABLE other_%1$s (v text CONSTRAINT refers REFERENCES %1$s (v)); INSERT INTO other_%1$s VALUES (''a'')'),
    ('v text UNIQUE', '{v}', 'a', 'b', 'refers', '-', 'CREATE TABLE other_%1$s (v text CONSTRAINT refers REFERENCES %1$s (v) ON UPDATE SET NULL); INSERT INTO other_%1$s VALUES (''a'')'),
    ('v text UNIQUE', '{v}', 'a', 'b', NULL, NULL, 'CREATE TABLE other_%1$s (v text CONSTRAINT refers REFERENCES %1$s (v) ON UPDATE CASCADE); INSERT INTO other_%1$s VALUES (''a''); SELECT erasure.ignore(''other_%1$s'', ''%1$s'', ''only the link'')'),
    -- Several columns: all rows are looked at, the last one too.
    ('v text, w text DEFAULT ''x'', CHECK (v <> w)', '{v,w}', 'a', 'b', 'check', 'unique', NULL),
    ('v int, w int DEFAULT -1, CHECK (v > w)', '{v}', '7', '8', 'check', 'null', 'INSERT INTO %1$s (id, v) SELECT i, 1 FROM generate_series(10, 2000) i; INSERT INTO %1$s VALUES (3000, 1, 0)'),
    ('v int, w int DEFAULT -1, CHECK (v > w)', '{v}', '7', '8', NULL, NULL, 'INSERT INTO %1$s (id, v) SELECT i, 1 FROM generate_series(10, 2000) i'),
    ('v text, w text, CHECK (num_nonnulls(v, w) = 1)', '{v,w}', 'a', 'b', NULL, NULL, NULL),
    ('v jsonb CHECK (v ? ''name'')', '{v}', '{"name": "Ada"}', '{"name": "Bo"}', NULL, NULL, NULL),
    ('v jsonb CHECK (v->>''name'' ~ ''^[A-Z]'')', '{v}', '{"name": "Ada"}', '{"name": "Bo"}', 'v_check', 'null', NULL);

CREATE FUNCTION declare(call text, OUT detail text, OUT hint text) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE call;
EXCEPTION WHEN invalid_object_definition THEN
    GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
END $$;

CREATE FUNCTION content(name text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text;
BEGIN
    EXECUTE format('SELECT string_agg(to_jsonb(t) #- ''{deleted_at}'' #>> ''{}'', '' '' ORDER BY id) FROM %s t', name) INTO result;
    RETURN result;
END $$;

CREATE FUNCTION try_constraint(t trial) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    name text := 'subject_' || t.n; said record; line text; before text; decisions text;
BEGIN
    EXECUTE format('CREATE TABLE %s (id int PRIMARY KEY, %s)', name, t.definition);
    EXECUTE format('INSERT INTO %s (id, v) VALUES (1, %L), (2, %L)', name, t.one, t.two);
    IF t.extra !~ 'erasure' THEN EXECUTE format(t.extra, name); END IF;
    said := declare(format('SELECT erasure.protect(%L, %L)', name, t.personal));
    IF (said.detail IS NOT NULL) <> (t.refusal IS NOT NULL) THEN RETURN coalesce(said.detail, 'not refused'); END IF;
    IF position(t.refusal IN lower(said.detail)) = 0 THEN RETURN said.detail; END IF;
    IF t.refusal IS NOT NULL THEN
        IF t.proposed = '-' THEN
            RETURN CASE WHEN said.hint ~ 'set_mask' THEN said.hint ELSE 'as told' END;
        END IF;
        IF said.hint !~ format('SELECT erasure.set_mask\(''%s'', ''\w+'', ''%s''\);', name, t.proposed) THEN RETURN said.hint; END IF;
        EXECUTE format('SELECT erasure.protect(%L, %L)', name,
            array(SELECT c FROM unnest(t.personal::name[]) c WHERE said.hint !~ format('''%s'', ''%s''', name, c)));
        FOR line IN SELECT l FROM string_to_table(said.hint, E'\n') l WHERE l LIKE 'SELECT %' LOOP EXECUTE line; END LOOP;
    END IF;
    IF t.extra ~ 'erasure' THEN EXECUTE format(t.extra, name); END IF;
    PERFORM erasure.not_personal(c.attrelid::regclass, ARRAY[c.attname], 'not tried here') FROM pg_attribute c
    WHERE attrelid = name::regclass AND attname IN ('v', 'w') AND NOT EXISTS
        (SELECT FROM erasure.policy WHERE relation = name::regclass AND column_name = c.attname);
    before := content(name);
    PERFORM erasure.soft_delete(name::regclass, ARRAY[1, 2]);
    PERFORM erasure.permanently_delete(name::regclass, ARRAY[1, 2], 2);
    IF content(name) = before THEN RETURN 'not masked'; END IF;
    EXECUTE format('SELECT 1 FROM %s WHERE id IN (1, 2) AND v::text IN (%L, %L)', name, t.one, t.two) INTO line;
    IF line IS NOT NULL AND t.personal ~ 'v' THEN RETURN 'still there: ' || content(name); END IF;
    PERFORM erasure.undo_permanent_delete(name::regclass, ARRAY[1, 2]);
    RETURN CASE WHEN content(name) = before THEN 'as told' ELSE content(name) END;
END $$;

UPDATE trial SET extra = '' WHERE extra IS NULL;
SELECT is(try_constraint(t), 'as told', concat_ws(' ', t.definition, t.extra, '->', coalesce(t.refusal, 'fits'), t.proposed)) FROM trial t ORDER BY n;

-- All of them at once, each with its own way out.
CREATE TABLE many (id int PRIMARY KEY, name text CONSTRAINT capital CHECK (name ~ '^[A-Z]'), age int CONSTRAINT grown CHECK (age > 17), code varchar(8) UNIQUE, ok text);
SELECT is(array(SELECT m[1] FROM regexp_matches((SELECT detail FROM declare($$SELECT erasure.protect('many', '{name,ok,age,code}')$$)), 'Column "(\w+)"', 'g') m ORDER BY 1),
    '{age,code,name}', 'one error names all columns');
SELECT is((SELECT count(*) FROM declare($$SELECT erasure.protect('many', '{name,ok,age,code}')$$), regexp_matches(hint, 'SELECT erasure\.set_mask', 'g')), 3::bigint, 'and a statement for each');
SELECT erasure.protect('many', '{ok}');
CREATE TABLE many_related (id int PRIMARY KEY, many_id int REFERENCES many, a int CHECK (a > 1), b int CHECK (b > 1));
SELECT is((SELECT count(*) FROM declare($$SELECT erasure.relate('many_related', 'many', '{a,b}')$$), regexp_matches(detail, '_check', 'g')), 2::bigint, 'relate tells both');
SELECT is((SELECT count(*) FROM declare($$SELECT erasure.add_personal('many', '{name,age}')$$), regexp_matches(detail, 'grown|capital', 'g')), 2::bigint, 'add_personal tells both');
SELECT is((SELECT hint FROM declare($$SELECT erasure.set_mask('many', 'age', 'default')$$)), E'This fits:\nSELECT erasure.set_mask(''many'', ''age'', ''null'');', 'set_mask proposes');

-- set_null needs columns that a CHECK lets be NULL.
CREATE TABLE emptied (id int PRIMARY KEY, a text, b text, CONSTRAINT one_of CHECK (a IS NOT NULL OR b IS NOT NULL));
INSERT INTO emptied VALUES (1, 'a', 'b');
SELECT matches((SELECT detail FROM declare($$SELECT erasure.protect('emptied', '{a,b}', on_erase => 'set_null')$$)), 'one_of', 'set_null of all columns that a CHECK wants one of');
SELECT is((SELECT detail FROM declare($$SELECT erasure.protect('emptied', '{a}', on_erase => 'set_null')$$)), NULL, 'of one of them');

-- A short column of many rows: their tokens could meet.
CREATE TABLE short (id int PRIMARY KEY, v varchar(9) UNIQUE NOT NULL);
INSERT INTO short SELECT i, i FROM generate_series(1, 5000) i;
ANALYZE short;
SELECT matches((SELECT detail FROM declare($$SELECT erasure.protect('short', '{v}')$$)), 'short_v_key.* 8 digits', 'too few digits for that many rows');
ALTER TABLE short ALTER v TYPE varchar(17);
SELECT is((SELECT detail FROM declare($$SELECT erasure.protect('short', '{v}')$$)), NULL, 'enough');

-- Constraints of single partitions.
CREATE TABLE parted (id int, region int, v text, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1);
CREATE TABLE parted_2 (v text CONSTRAINT only_here CHECK (v ~ '^[a-z]'), region int NOT NULL, id int NOT NULL);
ALTER TABLE parted ATTACH PARTITION parted_2 FOR VALUES IN (2);
CREATE UNIQUE INDEX only_one ON parted_1 (v);
SELECT matches((SELECT detail FROM declare($$SELECT erasure.protect('parted', '{v}')$$)), 'only_here', 'a CHECK of one partition');
ALTER TABLE parted_2 DROP CONSTRAINT only_here;
SELECT matches((SELECT hint FROM declare($$SELECT erasure.protect('parted', '{v}')$$)), '''unique''', 'a unique index of one partition');

-- Expressions of the user's run as the table's owner, wherever they stand.
CREATE ROLE constraint_owner;
GRANT CREATE ON SCHEMA public TO constraint_owner;
SET ROLE constraint_owner;
CREATE FUNCTION who(v text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
BEGIN
    IF current_user <> 'constraint_owner' THEN RAISE EXCEPTION 'run as %', current_user; END IF;
    RETURN v;
END $$;
CREATE DOMAIN watched AS text CHECK (who(VALUE) <> 'never');
CREATE TABLE owned (id int PRIMARY KEY, v watched CHECK (who(v) <> 'never'), w text, g text GENERATED ALWAYS AS (who(w)) STORED);
CREATE UNIQUE INDEX ON owned (who(v)) WHERE who(v) <> 'x';
RESET ROLE;
SELECT is((SELECT detail FROM declare($$SELECT erasure.protect('owned', '{v,w}')$$)), NULL, 'as the owner only');
DROP OWNED BY constraint_owner CASCADE;

SELECT * FROM finish();
