-- Who is gone, in a form that a restored backup can be told by, and telling it.

CREATE VIEW erasure.tombstones WITH (security_barrier) AS
SELECT x.relation, x.key, x.state, x.request, x.erased_at, x.relation_name, x.former_key, x.masked_at, x.masked_by, x.erase_after, x.destroyed_at,
       r.requested_at, r.requested_by, x.subject_id,
       CASE WHEN x.former_key IS NOT NULL THEN i.hash_key_master END AS hash_key_master, CASE WHEN x.former_key IS NOT NULL THEN i.hash_key END AS hash_key
FROM (SELECT coalesce(quote_ident(d.schema_name) || '.' || quote_ident(d.table_name), t.relation_name) AS relation, t.key, 'erased' AS state, t.request, t.erased_at, t.relation_name,
             t.former_key, s.masked_at, s.masked_by, s.erase_after, s.destroyed_at, t.subject_id
      FROM erasure.tombstone t LEFT JOIN erasure.declared_table d ON d.id = t.subject_id
      LEFT JOIN erasure.subject_state s ON s.subject_id = t.subject_id AND s.key = t.key
      UNION ALL
      SELECT quote_ident(d.schema_name) || '.' || quote_ident(d.table_name), s.key, s.state, s.request, s.erased_at, r.relation_name,
             s.former_key, s.masked_at, s.masked_by, s.erase_after, s.destroyed_at, s.subject_id
      FROM erasure.subject_state s JOIN erasure.declared_table d ON d.id = s.subject_id LEFT JOIN erasure.request r ON r.id = s.request
      WHERE s.state = 'masked') x
LEFT JOIN erasure.request r ON r.id = x.request
LEFT JOIN erasure.installation i ON true
WHERE erasure._may_see(x.subject_id);
COMMENT ON VIEW erasure.tombstones IS
'subjects that are erased or masked: table, key (of a personal one the masked key, and a keyed hash of the former), times, request. COPY it out with every backup: erasure.reapply tells it to an older copy of the database. Pseudonymous, not anonymous';

CREATE PROCEDURE erasure.reapply(tombstones regclass, batch_size integer DEFAULT 1000)
    LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_reapply';
COMMENT ON PROCEDURE erasure.reapply(regclass, integer) IS
'After an older backup was restored: erases again whom a table LIKE erasure.tombstones, filled from the export of the newer database, calls erased, and masks whom it calls masked, with the original times, so that no grace period starts anew. Commits request by request; what it did stands in erasure.reapplied. Errors: 2D000 inside a transaction block or function, 22023 the table has other columns, 42501 no permission erase_now on a table that it names.';

CREATE VIEW erasure.reapplied WITH (security_barrier) AS
SELECT r.relation, r.key, r.state, r.request, r.outcome, r.detail, r.done_at
FROM erasure.replay r
WHERE erasure._may_see(coalesce(r.subject_id, 0));
COMMENT ON VIEW erasure.reapplied IS
'what the last erasure.reapply did about each tombstone: erased, masked, retained (masked, some rows are kept by law), already erased, already masked, on hold, not found, not protected, or failed with an SQLSTATE; NULL: it did not come so far, call it again';

CREATE FUNCTION erasure.recognise_by(subject regclass, columns name[])
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_recognise_by';
COMMENT ON FUNCTION erasure.recognise_by(regclass, name[]) IS
'From now on keeps, of each person who is masked, keyed hashes of these personal columns of the subject table, by which recognise knows them again. Calling it again replaces; ''{}'' ends it, and what was kept goes. Owner only. Errors: 42501, 42P17 not protected, 22023 a column is not personal.';

CREATE FUNCTION erasure.recognise(subject regclass, person jsonb, OUT key text, OUT state text, OUT request bigint, OUT masked_at timestamptz,
        OUT erased_at timestamptz, OUT columns name[])
    RETURNS SETOF record LANGUAGE c STABLE ROWS 1 AS 'MODULE_PATHNAME', 'erasure_recognise';
COMMENT ON FUNCTION erasure.recognise(regclass, jsonb) IS
'Whether a person about to be imported was masked or erased before: who of these had one of the given values (''{"email": "..."}''), whatever its case and the white space around it, and in which columns. For those with view_deleted. Errors: 42501, 22023 no JSON object or a value that its column cannot hold, 42P17 not protected, or no columns chosen by recognise_by; 58030 the hash key cannot be opened.';
