-- Materialized views over declared tables keep what the tables held when they were refreshed last.

-- Those that are refreshed whenever personal data of the subject's tables is masked, restored or erased.
CREATE TABLE erasure.refreshed_view (
    subject_id      integer NOT NULL,
    relation        regclass NOT NULL,
    relation_oid    oid NOT NULL,
    PRIMARY KEY (subject_id, relation_oid)
);
CREATE INDEX refreshed_view_relation ON erasure.refreshed_view (relation);
SELECT pg_catalog.pg_extension_config_dump('erasure.refreshed_view', '');

-- Every materialized view that reads a declared table, itself or through other views; depth puts a view after those that
-- it reads. A view, since a function would read as whoever looks at erasure.materialized_views.
CREATE VIEW erasure._reading_views AS
    WITH RECURSIVE source(subject_id, relation) AS (
        SELECT d.subject_id, d.relation::oid FROM erasure.declared_table d
        UNION SELECT s.subject_id, i.inhrelid FROM source s JOIN pg_inherits i ON i.inhparent = s.relation),
    reads(view, source) AS (
        SELECT DISTINCT r.ev_class, p.refobjid FROM pg_rewrite r
        JOIN pg_depend p ON p.classid = 'pg_rewrite'::regclass AND p.objid = r.oid AND p.refclassid = 'pg_class'::regclass AND p.refobjid <> r.ev_class
        WHERE r.ev_type = '1'),
    reached(subject_id, view, depth) AS (
        SELECT s.subject_id, r.view, 1 FROM source s JOIN reads r ON r.source = s.relation
        UNION SELECT v.subject_id, r.view, v.depth + 1 FROM reached v JOIN reads r ON r.source = v.view)
    SELECT v.subject_id, v.view, max(v.depth) AS depth FROM reached v JOIN pg_class c ON c.oid = v.view AND c.relkind = 'm' GROUP BY 1, 2;
COMMENT ON VIEW erasure._reading_views IS 'internal: the materialized views that read declared tables, and in which order they are refreshed';

CREATE FUNCTION erasure.refresh_with(subject regclass, materialized_view regclass)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_refresh_with';
COMMENT ON FUNCTION erasure.refresh_with(regclass, regclass) IS
'Has a materialized view refreshed, in the same transaction and as its owner, whenever personal data of this subject table or its related tables is masked, restored by undo, or changed by erasure: else it goes on showing what it held before. subject: a protected table; materialized_view: one that reads its data. Owner of both only. Errors: 42501, 42P17 not protected, not a materialized view; 42710 listed already.';

CREATE FUNCTION erasure.refresh_without(subject regclass, materialized_view regclass)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_refresh_without';
COMMENT ON FUNCTION erasure.refresh_without(regclass, regclass) IS
'The opposite of refresh_with: the materialized view is no longer refreshed. Errors: 42501, 42P17 not protected, not listed.';

CREATE VIEW erasure.materialized_views WITH (security_barrier) AS
SELECT d.relation AS subject, v.view::regclass AS materialized_view, bool_or(v.refreshed) AS refreshed
FROM (SELECT r.subject_id, r.view, false AS refreshed FROM erasure._reading_views r
      UNION ALL SELECT l.subject_id, l.relation::oid, true FROM erasure.refreshed_view l JOIN pg_class c ON c.oid = l.relation AND c.relkind = 'm') v
JOIN erasure.declared_table d ON d.id = v.subject_id
WHERE erasure._may_see(v.subject_id)
GROUP BY 1, 2;
COMMENT ON VIEW erasure.materialized_views IS
'materialized views that read declared tables, and whether refresh_with has them refreshed; one that is not goes on showing personal data';
