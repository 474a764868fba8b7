-- The doctor on copies: materialized views, generated columns, indexes, statistics, publications, replica identities.
BEGIN;
SELECT no_plan();
SET LOCAL client_min_messages = error;
CREATE ROLE ward_owner;
CREATE SCHEMA ward AUTHORIZATION ward_owner;
SELECT format('GRANT CREATE ON DATABASE %I TO ward_owner', current_database()) \gexec

-- What the doctor says of an object, and whether its cure works.
CREATE FUNCTION pg_temp.finds(what text, like_this text, how text, cure boolean DEFAULT true) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE f record;
BEGIN
    SELECT * INTO f FROM erasure.doctor() d WHERE d.object = what AND d.problem LIKE like_this;
    RETURN NEXT is(f.severity, how, what || ': ' || like_this);
    IF cure AND f.fix IS NOT NULL THEN
        EXECUTE f.fix;
        RETURN NEXT ok(NOT EXISTS (SELECT FROM erasure.doctor() d WHERE d.object = what AND d.problem LIKE like_this), what || ': cured');
    END IF;
EXCEPTION WHEN OTHERS THEN
    RETURN NEXT fail(what || ': ' || SQLERRM || ' in ' || coalesce(f.fix, 'doctor()'));
END $$;
CREATE FUNCTION pg_temp.findings(like_this text DEFAULT '%') RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(severity || ' ' || object || ': ' || problem, E'\n' ORDER BY ordinality) FROM erasure.doctor() WITH ORDINALITY
    WHERE severity <> 'info' AND object || ': ' || problem LIKE like_this $$;

SET ROLE ward_owner;
SET search_path = ward, public;
CREATE TABLE people (id int PRIMARY KEY, name text, email text, city text, age int);
CREATE TABLE visits (id int, person int REFERENCES people, page text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM (0) TO (1000);
CREATE INDEX ON visits (person);
INSERT INTO people SELECT i, 'Name ' || i, i || '@example.com', 'City ' || i % 3, i FROM generate_series(1, 100) i;
INSERT INTO visits SELECT i, i, '/page/' || i % 5 FROM generate_series(1, 100) i;
SELECT erasure.protect('people', '{name,email}');
SELECT erasure.not_personal('people', '{city}', 'a large one');
SELECT erasure.relate('visits', 'people', '{page}');
SELECT is(pg_temp.findings('%ward%'), NULL, 'nothing to begin with');

-- materialized views: of the table, of a view on it, of a partition; not those that leave the personal columns out
CREATE MATERIALIZED VIEW names AS SELECT id, upper(name) AS name FROM people;
SELECT pg_temp.finds('materialized view ward.names', 'keeps a copy%', 'warning');
CREATE MATERIALIZED VIEW names_too AS SELECT count(*), max(name) FROM names;
SELECT pg_temp.finds('materialized view ward.names_too', 'keeps a copy%', 'warning');
CREATE MATERIALIZED VIEW active AS SELECT * FROM people_active;
SELECT pg_temp.finds('materialized view ward.active', 'keeps a copy%', 'warning');
CREATE MATERIALIZED VIEW pages AS SELECT page FROM visits_1;
SELECT pg_temp.finds('materialized view ward.pages', 'keeps a copy%', 'warning');
CREATE MATERIALIZED VIEW cities AS SELECT city, count(*) FROM people GROUP BY city;
SELECT is(pg_temp.findings('%ward%'), NULL, 'columns that are not personal may be kept');

-- what changes with its column is good to know
ALTER TABLE people ADD COLUMN shout text GENERATED ALWAYS AS (upper(name)) STORED;
SELECT pg_temp.finds('column ward.people.shout', 'is generated from personal columns%', 'info');
ALTER TABLE people ADD COLUMN older int GENERATED ALWAYS AS (age + 1) STORED;
SELECT is((SELECT count(*) FROM erasure.doctor() WHERE object = 'column ward.people.older'), 0::bigint);
CREATE INDEX people_lower ON people (lower(email));
SELECT pg_temp.finds('index ward.people_lower', 'has values made from personal columns%', 'info');
CREATE INDEX people_city ON people (lower(city));
CREATE INDEX people_plain ON people (email);
SELECT is((SELECT string_agg(object, ', ') FROM erasure.doctor() WHERE object LIKE 'index ward%'), 'index ward.people_lower');
SELECT is(pg_temp.findings('%ward%'), NULL);

-- statistics: of columns, of partitions, of expression indexes, extended ones
ANALYZE people;
SELECT is((SELECT string_agg(object || ' ' || split_part(problem, '(', 2), E'\n' ORDER BY object) FROM erasure.doctor() WHERE problem LIKE 'the planner%'),
    E'index ward.people_lower lower), those of erased subjects too until the next ANALYZE\ntable ward.people name, email), those of erased subjects too until the next ANALYZE',
    'seen by the owner; the other columns keep theirs');
RESET ROLE;
SELECT pg_temp.finds('table ward.people', 'the planner''s statistics hold values of personal columns (name, email)%', 'warning');
SELECT pg_temp.finds('index ward.people_lower', 'the planner''s statistics hold values%', 'warning');
DROP INDEX people_lower;  -- inside one transaction ANALYZE goes by what it remembers of an index
ANALYZE people;
SELECT is(pg_temp.findings('%planner%'), NULL, 'ANALYZE does not bring them back');
SELECT ok(EXISTS (SELECT FROM pg_stats WHERE schemaname = 'ward' AND tablename = 'people' AND attname = 'city'), 'and still counts the others');
ANALYZE visits;
SELECT pg_temp.finds('table ward.visits_1', 'the planner''s statistics hold values of personal columns (page)%', 'warning');
SELECT pg_temp.finds('table ward.visits', 'the planner''s statistics hold values of personal columns (page)%', 'warning');
SET ROLE ward_owner;
CREATE STATISTICS pairs (mcv) ON name, city FROM people;
SELECT pg_temp.finds('statistics ward.pairs', 'extended statistics keep values%', 'warning');
CREATE STATISTICS lengths ON (length(email)) FROM people;
SELECT pg_temp.finds('statistics ward.lengths', 'extended statistics keep values%', 'warning');
CREATE STATISTICS counts (ndistinct) ON name, city FROM people;
CREATE STATISTICS others (mcv) ON age, city FROM people;
SELECT is(pg_temp.findings('%ward%'), NULL, 'counts are no values');

-- publications: of one table, with columns and a filter, of a partitioned one both ways, of a schema, of everything
CREATE TABLE other_table (id int PRIMARY KEY, t text);
CREATE PUBLICATION one FOR TABLE people WHERE (age > 18), other_table WITH (publish = 'insert, update');
SELECT pg_temp.finds('publication one', 'carries personal columns of ward.people%(email, name)%', 'warning');
SELECT set_eq($$SELECT tablename, attnames::text, rowfilter IS NOT NULL FROM pg_publication_tables WHERE pubname = 'one'$$,
    $$VALUES ('people'::name, '{id,city,age,deleted_at}', true), ('other_table', '{id,t}', false)$$, 'the rest is published as before');
CREATE PUBLICATION few FOR TABLE people (id, name);
SELECT pg_temp.finds('publication few', 'carries personal columns of ward.people%(name)%', 'warning');
CREATE PUBLICATION harmless FOR TABLE people (id, city);
CREATE PUBLICATION leaves FOR TABLE visits;
SELECT pg_temp.finds('publication leaves', 'carries personal columns of ward.visits_1%(page)%', 'warning');
CREATE PUBLICATION roots FOR TABLE visits WITH (publish_via_partition_root);
SELECT pg_temp.finds('publication roots', 'carries personal columns of ward.visits %(page)%', 'warning');
SELECT set_eq($$SELECT pubname, tablename, attnames::text FROM pg_publication_tables WHERE pubname IN ('leaves', 'roots')$$,
    $$VALUES ('leaves'::name, 'visits_1'::name, '{id,person}'), ('roots', 'visits', '{id,person}')$$);
RESET ROLE;
CREATE PUBLICATION schemas FOR TABLES IN SCHEMA ward WITH (publish = 'insert');
SELECT pg_temp.finds('publication schemas', 'carries personal columns of ward.people%', 'warning');
CREATE PUBLICATION everything FOR ALL TABLES;
SELECT pg_temp.finds('publication everything', 'carries personal columns of ward.visits_1%', 'warning');
SELECT is(pg_temp.findings('publication %'), NULL, 'of no table any more');
SELECT results_eq($$SELECT puballtables, pubinsert, pubdelete FROM pg_publication WHERE pubname IN ('everything', 'schemas') ORDER BY pubname$$,
    $$VALUES (false, true, true), (false, true, false)$$, 'lists of tables now, with what they published');
SET ROLE ward_owner;
ALTER TABLE people REPLICA IDENTITY FULL;
SELECT pg_temp.finds('table ward.people', 'is published with REPLICA IDENTITY FULL%', 'warning');
ALTER TABLE people ALTER email SET NOT NULL;
CREATE UNIQUE INDEX by_email ON people (id, email);
ALTER TABLE people REPLICA IDENTITY USING INDEX by_email;
SELECT pg_temp.finds('table ward.people', 'is published with a replica identity of personal columns%', 'warning');
ALTER TABLE visits_1 REPLICA IDENTITY FULL;
SELECT pg_temp.finds('table ward.visits_1', 'is published with REPLICA IDENTITY FULL%', 'warning');
ALTER TABLE other_table REPLICA IDENTITY FULL;
SELECT is(pg_temp.findings('%ward%'), NULL, 'a table that is not declared is none of ours');
SELECT is(pg_temp.findings('%could not be examined%'), NULL);

SELECT * FROM finish();
ROLLBACK;
