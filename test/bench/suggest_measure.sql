-- Loads the labelled schemas, one database's worth after the other, asks erasure.suggest about each, and counts: table
-- `measured` has one row a subject table. Run from the repository's root.
\set QUIET on
SET client_min_messages = warning;

CREATE TABLE public.label (relation text, column_name text, personal integer);
\copy public.label FROM 'test/data/northwind/personal.tsv'
\copy public.label FROM 'test/data/chinook/personal.tsv'
\copy public.label FROM 'test/data/pagila/personal.tsv'
\copy public.label FROM 'test/data/adventureworks/personal.tsv'
\copy public.label FROM 'test/data/labelled/personal.tsv'

-- held_out: nobody here wrote the schema, its labels are older than the dictionary, and nothing was tuned on it.
CREATE TABLE public.labelled_subject (subject text, held_out boolean, schemas text[]);
INSERT INTO public.labelled_subject VALUES
    ('northwind.customers', false, '{northwind}'), ('pagila.customer', false, '{pagila}'), ('praxis."Patienten"', false, '{praxis}'),
    ('boutique.clients', false, '{boutique}'), ('gimnasio.socios', false, '{gimnasio}'), ('albergo.ospiti', false, '{albergo}'),
    ('klub.leden', false, '{klub}'), ('app.users', false, '{app}'),
    ('chinook.customer', true, '{chinook}'), ('person.person', true, '{person,humanresources,production,purchasing,sales}');

CREATE TABLE public.suggested (subject text, relation text, column_name text, reason text, confidence real, statement text);
CREATE FUNCTION public.ask(VARIADIC subjects text[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO public.suggested
    SELECT s.subject, format('%I.%I', n.nspname, c.relname), g.column_name, g.reason, g.confidence, g.statement
    FROM unnest(subjects) s(subject) CROSS JOIN LATERAL erasure.suggest(s.subject::regclass) g
    JOIN pg_class c ON c.oid = g.relation JOIN pg_namespace n ON n.oid = c.relnamespace
$$;

\o /dev/null
CREATE SCHEMA northwind;
SET search_path = northwind;
\i test/data/northwind/northwind.sql
RESET ALL;
SET client_min_messages = warning;
SELECT public.ask('northwind.customers');
DROP SCHEMA northwind CASCADE;

CREATE SCHEMA chinook;
SET search_path = chinook;
\i test/data/chinook/chinook.sql
RESET ALL;
SET client_min_messages = warning;
SELECT public.ask('chinook.customer');
DROP SCHEMA chinook CASCADE;

\i test/data/pagila/pagila.sql
RESET ALL;
SET client_min_messages = warning;
SELECT public.ask('pagila.customer');
DROP SCHEMA pagila CASCADE;

\i test/data/adventureworks/adventureworks.sql
RESET ALL;
SET client_min_messages = warning;
SELECT public.ask('person.person');
DROP SCHEMA person, humanresources, production, purchasing, sales CASCADE;

\i test/data/labelled/labelled.sql
SELECT public.ask('praxis."Patienten"', 'boutique.clients', 'gimnasio.socios', 'albergo.ospiti', 'klub.leden', 'app.users');
DROP SCHEMA praxis, boutique, gimnasio, albergo, klub, app CASCADE;
\o

-- Every column once: what the label says and what erasure.suggest says. A column of somebody else's schema counts as wrong.
CREATE VIEW public.judged AS
SELECT coalesce(l.subject, g.subject) AS subject, coalesce(l.relation, g.relation) AS relation, coalesce(l.column_name, g.column_name) AS column_name,
       coalesce(l.personal, 0) = 1 AS personal, g.column_name IS NOT NULL AS suggested, g.confidence, g.reason
FROM (SELECT s.subject, l.* FROM public.labelled_subject s JOIN public.label l ON split_part(l.relation, '.', 1) = ANY (s.schemas)) l
FULL JOIN (SELECT * FROM public.suggested WHERE column_name IS NOT NULL) g
    ON g.subject = l.subject AND g.relation = l.relation AND g.column_name = l.column_name;

CREATE VIEW public.measured AS
SELECT held_out, subject, count(*) AS columns, count(*) FILTER (WHERE personal) AS personal,
       count(*) FILTER (WHERE personal AND suggested) AS found, count(*) FILTER (WHERE suggested AND NOT personal) AS wrong,
       round(count(*) FILTER (WHERE personal AND suggested)::numeric / nullif(count(*) FILTER (WHERE personal), 0), 3) AS recall,
       round(count(*) FILTER (WHERE personal AND suggested)::numeric / nullif(count(*) FILTER (WHERE suggested), 0), 3) AS precision
FROM public.judged JOIN public.labelled_subject USING (subject) GROUP BY held_out, subject;
