-- What the extension did, for those who may look.

CREATE FUNCTION erasure._may_audit() RETURNS boolean LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_may_audit';
COMMENT ON FUNCTION erasure._may_audit() IS 'internal: whether the caller may read the audit log';

CREATE VIEW erasure.audit_log WITH (security_barrier) AS
SELECT a.id, a.at, a.action, a.relation_name AS relation, a.session_role, a.outer_role AS role, a.actor,
       a.client_address, a.request, a.subjects, a.row_count AS rows, a.detail
FROM erasure.audit_entry a
WHERE erasure._may_audit();
COMMENT ON VIEW erasure.audit_log IS 'one row a call, without personal data: when, what, who (session role, outer role, erasure.actor, client address), which request, how many';

CREATE FUNCTION erasure.seal_audit()
    RETURNS bigint LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_seal_audit';
COMMENT ON FUNCTION erasure.seal_audit() IS
'Seals the entries of the audit log that have committed and are not sealed yet, each with the hash of the one before; erase_due does so with every run. Returns how many. Errors: 42501 not allowed to read the log.';

CREATE VIEW erasure.audit_head WITH (security_barrier) AS
SELECT s.number, pg_catalog.encode(s.hash, 'hex') AS hash, s.entry, s.sealed_at
FROM erasure.audit_seal s
WHERE erasure._may_audit()
ORDER BY s.number DESC
LIMIT 1;
COMMENT ON VIEW erasure.audit_head IS 'the newest seal of the audit log; kept elsewhere, it shows by verify_audit whether the log was cut off or written anew';

CREATE FUNCTION erasure.verify_audit(head_number bigint DEFAULT NULL, head_hash text DEFAULT NULL)
    RETURNS TABLE (number bigint, entry bigint, problem text) LANGUAGE c STABLE ROWS 1 AS 'MODULE_PATHNAME', 'erasure_verify_audit';
COMMENT ON FUNCTION erasure.verify_audit(bigint, text) IS
'Computes the chain of the audit log anew and returns the first entry that was changed, is missing, stands elsewhere or was added later, or no row. head_number, head_hash: a head kept from erasure.audit_head, to be told also when the log was cut off or written anew. Entries that are not sealed yet are not checked. Errors: 42501 not allowed to read the log, 22023 one of the two arguments alone.';
