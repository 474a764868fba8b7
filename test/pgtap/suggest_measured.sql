-- How much of what is personal erasure.suggest finds, and how much of what it says is right, on labelled schemas: those it
-- was tuned on and those held out.
\set ON_ERROR_STOP 1
\i test/bench/suggest_measure.sql
SELECT plan(23);

SELECT cmp_ok(recall, '>=', 0.95, 'recall on ' || subject || CASE WHEN held_out THEN ' (held out)' ELSE '' END) FROM measured ORDER BY held_out, subject;
SELECT cmp_ok(precision, '>=', 0.80, 'precision on ' || subject || CASE WHEN held_out THEN ' (held out)' ELSE '' END) FROM measured ORDER BY held_out, subject;
SELECT is(count(*) FILTER (WHERE held_out), 2::bigint, 'two of them nobody here wrote') FROM measured;
SELECT cmp_ok(sum(personal), '>', 200::numeric, 'enough of them to count') FROM measured;
SELECT is(count(*), 0::bigint, 'every column of a labelled table is labelled') FROM judged j
WHERE NOT EXISTS (SELECT FROM label l WHERE l.relation = j.relation AND l.column_name = j.column_name);

SELECT * FROM finish();
