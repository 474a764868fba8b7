-- Who may call and read what. The functions check for themselves; the tables are nobody's but the owner's.

GRANT USAGE ON SCHEMA erasure TO PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA erasure FROM PUBLIC;
GRANT SELECT ON erasure.policy, erasure.decisions, erasure.materialized_views, erasure.subjects, erasure.requests, erasure.pending, erasure.retentions, erasure.retained_rows, erasure.audit_log, erasure.tombstones, erasure.status TO PUBLIC;

-- The job and its schedule are the administrators' matter: erasure.use_roles grants them.
REVOKE ALL ON PROCEDURE erasure.erase_due(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION erasure.schedule(text), erasure.unschedule() FROM PUBLIC;
