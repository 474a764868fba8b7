-- Who may call and read what. The functions check for themselves; the tables are nobody's but the owner's.

-- ALTER DEFAULT PRIVILEGES of the installing superuser's may have handed out what was created here, or kept it back.
DO $$
DECLARE
    role pg_catalog.regrole;
BEGIN
    FOR role IN
        SELECT a.grantee FROM pg_catalog.pg_class c, pg_catalog.aclexplode(c.relacl) a
        WHERE c.relnamespace = 'erasure'::pg_catalog.regnamespace AND a.grantee NOT IN (0, c.relowner)
        UNION
        SELECT a.grantee FROM pg_catalog.pg_proc p, pg_catalog.aclexplode(p.proacl) a
        WHERE p.pronamespace = 'erasure'::pg_catalog.regnamespace AND a.grantee NOT IN (0, p.proowner)
    LOOP
        EXECUTE pg_catalog.format('REVOKE ALL ON ALL TABLES IN SCHEMA erasure FROM %s', role);
        EXECUTE pg_catalog.format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA erasure FROM %s', role);
        EXECUTE pg_catalog.format('REVOKE ALL ON ALL ROUTINES IN SCHEMA erasure FROM %s', role);
    END LOOP;
END $$;

GRANT USAGE ON SCHEMA erasure TO PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA erasure FROM PUBLIC;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA erasure FROM PUBLIC;
GRANT EXECUTE ON ALL ROUTINES IN SCHEMA erasure TO PUBLIC;
GRANT SELECT ON erasure.policy, erasure.decisions, erasure.materialized_views, erasure.subjects, erasure.requests, erasure.pending, erasure.retentions, erasure.retained_rows, erasure.audit_log, erasure.audit_head, erasure.residue_searches, erasure.tombstones, erasure.reapplied, erasure.status, erasure.scrubs, erasure.scrub_progress TO PUBLIC;

-- The job and its schedule are the administrators' matter: erasure.use_roles grants them.
REVOKE ALL ON PROCEDURE erasure.erase_due(integer) FROM PUBLIC;
-- Reads everybody's rows.
REVOKE ALL ON FUNCTION erasure.find_residue(text[]), erasure.find_residue(text), erasure.find_residue(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION erasure.schedule(text), erasure.unschedule() FROM PUBLIC;

-- The key file is the server's.
REVOKE ALL ON FUNCTION erasure.rotate_key(), erasure.retire_key(text, boolean), erasure.key_ring() FROM PUBLIC;
