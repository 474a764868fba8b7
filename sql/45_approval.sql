-- Four eyes: permanent deletions that wait until somebody else approves them.

-- Numbered like requests: what was approved is carried out under the number it waited under.
CREATE TABLE erasure.approval (
    id              bigint PRIMARY KEY,
    subject_id      integer NOT NULL,
    relation_name   text NOT NULL,
    action          text NOT NULL CHECK (action IN ('permanently_delete', 'erase_now')),
    subjects        bigint NOT NULL,
    -- who asked: nobody who is the same by number or by name may approve it
    requested_at    timestamptz NOT NULL,
    requested_by    name NOT NULL,
    requested_by_oid oid NOT NULL,
    session_role    name NOT NULL,
    session_role_oid oid NOT NULL,
    reason          text,            -- until it is decided
    received_at     timestamptz,
    lapses_at       timestamptz NOT NULL,
    decided_at      timestamptz,
    decided_by      name,
    decision        text CHECK (decision IN ('approved', 'withdrawn', 'lapsed'))
);
CREATE INDEX approval_waiting ON erasure.approval (lapses_at) WHERE decided_at IS NULL;

-- Whom it is about, until it is decided: keys as in erasure.subject_state.
CREATE TABLE erasure.approval_subject (
    approval        bigint NOT NULL,
    subject_id      integer NOT NULL,
    key             text COLLATE "C" NOT NULL,
    PRIMARY KEY (subject_id, key, approval)
);
CREATE INDEX approval_subject_approval ON erasure.approval_subject (approval);
CREATE TRIGGER forget AFTER DELETE ON erasure.approval FOR EACH ROW EXECUTE FUNCTION erasure._forget('approval_subject', 'approval');

SELECT pg_catalog.pg_extension_config_dump('erasure.approval', '');
SELECT pg_catalog.pg_extension_config_dump('erasure.approval_subject', '');

CREATE FUNCTION erasure.require_approval(subject regclass, required boolean DEFAULT true)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_require_approval';
COMMENT ON FUNCTION erasure.require_approval(regclass, boolean) IS
'From now on permanently_delete and erase_now of this table''s subjects wait until somebody else calls approve; with false they do not. Requests that wait already go on waiting. Owner only. Errors: 42501, 22023, 42P17 not protected.';

CREATE FUNCTION erasure.approve(INOUT request bigint, OUT subjects bigint, OUT rows_masked bigint, OUT erase_after timestamptz)
    RETURNS SETOF record LANGUAGE c ROWS 1 AS 'MODULE_PATHNAME', 'erasure_approve';
COMMENT ON FUNCTION erasure.approve(bigint) IS
'Carries out a permanently_delete or erase_now that waits for approval, after every check was made again. The caller needs the same permission as who asked, and shares neither session user nor role with them. Returns what permanently_delete returns; erase_after is null after erase_now, which nothing can undo. Errors: 42501 not allowed, or the same person; P0002 no such request; 55000 decided already, lapsed, or its subjects are in another state; and those of permanently_delete.';

CREATE FUNCTION erasure.withdraw(request bigint)
    RETURNS void LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_withdraw';
COMMENT ON FUNCTION erasure.withdraw(bigint) IS
'Takes back a request that waits for approval, one''s own or, as its refusal, somebody else''s. Needs the permission that approving it needs. Errors: 42501, P0002 no such request, 55000 decided already.';

CREATE VIEW erasure.pending WITH (security_barrier) AS
SELECT a.id AS request, d.relation, a.action, a.subjects,
       (SELECT array_agg(s.key ORDER BY s.key) FROM erasure.approval_subject s WHERE s.approval = a.id) AS keys,
       a.reason, a.requested_at, a.requested_by, a.received_at, a.lapses_at
FROM erasure.approval a LEFT JOIN erasure.declared_table d ON d.id = a.subject_id
WHERE a.decided_at IS NULL AND a.lapses_at > clock_timestamp() AND erasure._may_see(a.subject_id);
COMMENT ON VIEW erasure.pending IS
'permanent deletions that wait for erasure.approve: whom they are about, who asked and when, until when; keys that are personal data as keyed hashes';
