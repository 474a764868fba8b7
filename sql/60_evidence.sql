-- What the extension did, for those who may look.

CREATE FUNCTION erasure._may_audit() RETURNS boolean LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_may_audit';
COMMENT ON FUNCTION erasure._may_audit() IS 'internal: whether the caller may read the audit log';

CREATE VIEW erasure.audit_log WITH (security_barrier) AS
SELECT a.id, a.at, a.action, a.relation_name AS relation, a.session_role, a.outer_role AS role, a.actor,
       a.client_address, a.request, a.subjects, a.row_count AS rows, a.detail
FROM erasure.audit_entry a
WHERE erasure._may_audit();
COMMENT ON VIEW erasure.audit_log IS 'one row a call, without personal data: when, what, who (session role, outer role, erasure.actor, client address), which request, how many';

CREATE VIEW erasure.tombstones WITH (security_barrier) AS
SELECT d.relation, t.key, t.request, t.erased_at, t.relation_name
FROM erasure.tombstone t LEFT JOIN erasure.declared_table d ON d.id = t.subject_id
WHERE erasure._may_see(t.subject_id);
COMMENT ON VIEW erasure.tombstones IS 'erased subjects: table, key, time; pseudonymous, not anonymous';
