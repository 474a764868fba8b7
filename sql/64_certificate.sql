-- Certificates of erasure: signed evidence of what was erased, when, by whom, and how thoroughly.

-- What verbs write down for them. Names are those of that time.
CREATE TABLE erasure.request_table (
    request         bigint NOT NULL,
    table_id        integer NOT NULL,
    relation_name   text NOT NULL,
    columns         text[] NOT NULL,
    row_count       bigint NOT NULL,
    on_erase        text NOT NULL,
    PRIMARY KEY (request, table_id)
);
-- Data keys that were destroyed, by what had wrapped them: a row a batch.
CREATE TABLE erasure.request_key (
    request         bigint NOT NULL,
    key_id          text NOT NULL,
    data_keys       bigint NOT NULL,
    destroyed_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX request_key_request ON erasure.request_key (request);
SELECT pg_catalog.pg_extension_config_dump('erasure.request_table', '');
SELECT pg_catalog.pg_extension_config_dump('erasure.request_key', '');

CREATE FUNCTION erasure._utc(at timestamptz) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
COMMENT ON FUNCTION erasure._utc(timestamptz) IS 'internal: a time as certificates have it';

-- Numbers are integers, times UTC; README has the schema. What was not looked at says so.
CREATE FUNCTION erasure._certificate(request bigint, signed_with text) RETURNS jsonb
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
WITH q AS (SELECT r.*, a.decided_by, a.decided_at FROM erasure.request r LEFT JOIN erasure.approval a ON a.id = r.id AND a.decision = 'approved' WHERE r.id = $1),
subject AS (SELECT s.* FROM erasure.subject_state s WHERE s.request = $1 AND s.state IN ('masked', 'erased')),
left_in_vault AS (SELECT (SELECT count(*) FROM erasure.vault_key k WHERE k.request = $1) AS data_keys, (SELECT count(*) FROM erasure.vault v WHERE v.request = $1) AS records),
entry AS (SELECT e.*, s.number FROM erasure.audit_entry e LEFT JOIN erasure.audit_seal s ON s.entry = e.id WHERE e.request = $1),
head AS (SELECT h.* FROM erasure.audit_seal h ORDER BY h.number DESC LIMIT 1),
-- The first scrub of each table that came after the erasure, and whether a table still waits for its own.
scrubbed AS (SELECT DISTINCT ON (r.relation_oid) r.* FROM erasure.scrub_run r, q
    WHERE r.status = 'done' AND r.origin = q.scrubbed_origin AND r.covers > q.erased_in AND r.lsn <= q.scrubbed_lsn ORDER BY r.relation_oid, r.id),
unscrubbed AS (SELECT count(DISTINCT w.relation_oid) AS tables FROM erasure.scrub_wanted w, q WHERE w.transaction <= q.erased_in AND w.origin = erasure._origin()),
clean AS (SELECT (SELECT scrubbed_at FROM q) IS NOT NULL AND u.tables = 0 AS files,
    CASE WHEN (SELECT erased_in FROM q) IS NULL THEN 'rows of the request are retained, and will be scrubbed once they are masked'
         WHEN u.tables > 0 THEN u.tables || ' tables are still to be scrubbed' ELSE 'the files of the tables were not scrubbed for this request' END AS why_not FROM unscrubbed u),
search AS (SELECT s.* FROM erasure.residue_search s WHERE $1 = ANY (s.requests) ORDER BY s.searched_at DESC, s.id DESC LIMIT 1)
SELECT jsonb_build_object(
    'format', 'erasure.certificate', 'version', 1, 'issued_at', erasure._utc(clock_timestamp()),
    'signed_with', jsonb_build_object('algorithm', 'Ed25519', 'key_id', $2),
    'installation', jsonb_build_object('system_identifier', split_part(erasure._origin(), '/', 1), 'database_oid', split_part(erasure._origin(), '/', 2),
        'database', current_database(), 'server_version', current_setting('server_version')),
    'request', (SELECT jsonb_build_object('id', q.id, 'table', q.relation_name, 'received_at', erasure._utc(q.received_at), 'requested_at', erasure._utc(q.requested_at),
        'requested_by', q.requested_by, 'approved_at', erasure._utc(q.decided_at), 'approved_by', q.decided_by, 'erase_after', erasure._utc(q.erase_after),
        'erased_at', erasure._utc(q.erased_at), 'subjects', q.subjects, 'rows_masked', q.rows_masked, 'vault_bytes', q.vault_bytes,
        'bytes_reclaimed', (SELECT coalesce(sum(g.bytes), 0)::bigint FROM erasure.reclaimed g WHERE g.request = q.id)) FROM q),
    'status', CASE WHEN EXISTS (SELECT FROM subject WHERE state = 'masked') THEN 'rows_retained' ELSE 'erased' END,
    'subjects', (SELECT jsonb_agg(jsonb_build_object('key', s.key, 'former_key', s.former_key, 'state', CASE s.state WHEN 'erased' THEN 'erased' ELSE 'rows_retained' END,
        'masked_at', erasure._utc(s.masked_at), 'erased_at', erasure._utc(s.erased_at)) ORDER BY s.key) FROM subject s),
    'tables', (SELECT coalesce(jsonb_agg(jsonb_build_object('table', t.relation_name, 'columns', to_jsonb(t.columns), 'rows_masked', t.row_count, 'on_erase', t.on_erase)
        ORDER BY t.table_id), '[]') FROM erasure.request_table t WHERE t.request = $1),
    'retained', (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x."table", x.basis), '[]') FROM (
        SELECT coalesce(d.schema_name || '.' || d.table_name, '') AS "table", k.basis, sum(k.row_count)::bigint AS rows, erasure._utc(max(k.until)) AS until
        FROM erasure.retained k LEFT JOIN erasure.declared_table d ON d.id = k.table_id WHERE k.request = $1 GROUP BY 1, 2) x),
    'keys', (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.key_id), '[]') FROM (
        SELECT k.key_id, CASE WHEN k.key_id LIKE 'day-%' THEN 'day' ELSE 'master' END AS kind, sum(k.data_keys)::bigint AS data_keys_destroyed,
               erasure._utc(max(k.destroyed_at)) AS data_keys_destroyed_at, erasure._utc(max(d.destroyed_at)) AS key_destroyed_at
        FROM erasure.request_key k LEFT JOIN erasure.destroyed_key d ON d.key_id = k.key_id WHERE k.request = $1 GROUP BY 1, 2) x),
    'checks', jsonb_build_object(
        'masks', (SELECT jsonb_build_object('result', 'passed', 'at', erasure._utc(min(masked_at)), 'what', 'each masked value was compared with its mask in the transaction that wrote it') FROM subject),
        'vault', (SELECT jsonb_build_object('result', CASE WHEN data_keys + records = 0 THEN 'passed' ELSE 'failed' END, 'at', erasure._utc(clock_timestamp()), 'data_keys', data_keys,
            'records', records, 'what', 'no data key and no record of this request is in the vault') FROM left_in_vault),
        'scrub', (SELECT CASE WHEN c.files THEN jsonb_build_object('result', 'passed', 'what', 'what deleted rows had left in the files of these tables was removed after the erasure',
            'files', (SELECT jsonb_agg(jsonb_build_object('table', r.relation_name, 'at', erasure._utc(r.finished_at), 'pages_visited', r.pages_visited, 'pages_written', r.pages_written,
                'bytes_cleared', r.bytes_cleared, 'indexes_rebuilt', r.indexes_rebuilt) ORDER BY r.relation_name, r.id) FROM scrubbed r))
            ELSE jsonb_build_object('result', 'not_checked', 'reason', c.why_not) END FROM clean c),
        'residue', coalesce((SELECT jsonb_build_object('result', CASE WHEN s.places = 0 THEN 'passed' ELSE 'failed' END, 'at', erasure._utc(s.searched_at),
            'what', 'the originals were searched for everywhere in the database before they were destroyed', 'values', s.values_searched, 'values_left_out', s.values_left_out,
            'tables_searched', s.tables, 'bytes_searched', s.bytes, 'places', s.places, 'found', to_jsonb(s.found)) FROM search s),
            jsonb_build_object('result', 'not_checked', 'reason', 'no search for copies was made for this request before its originals were destroyed')),
        'wal', (SELECT CASE WHEN c.files THEN jsonb_build_object('result', 'not_checked', 'horizon', (SELECT scrubbed_lsn::text FROM q), 'horizon_at', (SELECT erasure._utc(scrubbed_at) FROM q),
            'reason', 'WAL written before the horizon may hold the originals, and so may what was made from it; erasure.wal_residue() tells whether it has left this server')
            ELSE jsonb_build_object('result', 'not_checked', 'reason', 'without a scrub there is no position from which on WAL is free of the originals') END FROM clean c)),
    'audit', jsonb_build_object(
        'head', (SELECT jsonb_build_object('number', h.number, 'hash', encode(h.hash, 'hex'), 'sealed_at', erasure._utc(h.sealed_at)) FROM head h),
        'entries', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'number', e.number, 'at', erasure._utc(e.at), 'action', e.action, 'session_role', e.session_role,
            'role', e.outer_role, 'detail', e.detail) ORDER BY e.id), '[]') FROM entry e)),
    'not_covered', jsonb_build_array(
        'tables and columns that the policy does not declare, and copies of the values there',
        'base backups, dumps and archived WAL made before, for as long as they are kept',
        'standbys and subscribers, whose files were not looked at',
        'dead rows, page holes, index entries and statistics of the tables, where no scrub is reported above',
        'free blocks of the device, snapshots and copy-on-write layers below the file system, swap and core dumps',
        'the server''s log, log shippers, and the history of pg_cron and pg_stat_statements',
        'what rows that are kept still tell without the masked columns',
        'superusers and whoever can write to the server''s files: this is an attestation by the server')) $$;
COMMENT ON FUNCTION erasure._certificate(bigint, text) IS 'internal: what a certificate says, before it is signed';

CREATE FUNCTION erasure.certificate(request bigint) RETURNS json
    LANGUAGE c STRICT AS 'MODULE_PATHNAME', 'erasure_certificate';
COMMENT ON FUNCTION erasure.certificate(bigint) IS
'Signed evidence of an erasure as JSON, {"certificate": {...}, "signature": "..."}, in one form: keys sorted, no blanks. It claims what was checked, says not_checked and why of the rest, and names what it cannot cover. The signature (Ed25519, base64) is over the bytes of the inner object. The key that signs is made at first use. Errors: 42501 not allowed to see the request, P0002 no such request, 55000 not erased yet, or no signing key in a ring that is not the server''s to change, 58030.';

CREATE FUNCTION erasure.public_key(key_id text DEFAULT NULL) RETURNS text
    LANGUAGE c AS 'MODULE_PATHNAME', 'erasure_public_key';
COMMENT ON FUNCTION erasure.public_key(text) IS
'The public key, in PEM, of what signs certificates now, or of an earlier one by its id. Errors: 42501 not allowed to read the audit log, 42704 no such key, 55000 none in a ring that is not the server''s to change, 58030.';

CREATE FUNCTION erasure._verify_signature(content jsonb, signature text, public_key text) RETURNS boolean
    LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'erasure_verify_signature';
COMMENT ON FUNCTION erasure._verify_signature(jsonb, text, text) IS 'internal: whether a signature is over this content in its canonical form';

CREATE FUNCTION erasure.verify_certificate(certificate jsonb, public_key text) RETURNS boolean
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS
$$ SELECT coalesce(erasure._verify_signature($1 -> 'certificate', $1 ->> 'signature', $2), false) $$;
COMMENT ON FUNCTION erasure.verify_certificate(jsonb, text) IS
'Whether a certificate was signed with this key, in PEM, and not changed since. Needs no key file and no table: any database with the extension can tell. Errors: 22023 that is no Ed25519 public key.';
