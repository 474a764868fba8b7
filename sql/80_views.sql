-- Looking: what is declared, where every subject stands, what was asked for, how the job fares.

CREATE VIEW erasure.policy AS
SELECT subject, relation, column_name, mask, args, path, on_erase FROM erasure._policy();
COMMENT ON VIEW erasure.policy IS 'one row a personal column: its mask and the path to its subject';

CREATE VIEW erasure.decisions WITH (security_barrier) AS
SELECT DISTINCT e.relation, e.parent, e.kind, e.object_name, e.reason, e.declared_at, e.declared_by
FROM erasure.exemption e JOIN erasure.declared_table d ON d.relation = coalesce(e.parent, e.relation)
WHERE erasure._may_see(d.subject_id);
COMMENT ON VIEW erasure.decisions IS
'what was looked at and found to hold nothing personal, and why: tables (ignore) and columns of declared tables (not_personal)';

CREATE FUNCTION erasure._subjects(OUT relation regclass, OUT key text, OUT state text, OUT deleted_at timestamptz, OUT deleted_by name,
        OUT masked_at timestamptz, OUT masked_by name, OUT erase_after timestamptz, OUT erased_at timestamptz, OUT held boolean)
    RETURNS SETOF record LANGUAGE c STABLE AS 'MODULE_PATHNAME', 'erasure_subjects';
COMMENT ON FUNCTION erasure._subjects() IS 'internal: behind the view erasure.subjects';

CREATE VIEW erasure.subjects AS
SELECT relation, key, state, deleted_at, deleted_by, masked_at, masked_by, erase_after, erased_at, held FROM erasure._subjects();
COMMENT ON VIEW erasure.subjects IS 'subjects that are deleted, masked or erased; active ones are not listed';

CREATE VIEW erasure.requests WITH (security_barrier) AS
SELECT r.id AS request, d.relation, r.subjects, r.rows_masked, r.requested_at, r.requested_by, r.reason,
       r.erase_after, r.erased_at, r.received_at, r.due_by, r.relation_name, coalesce(k.retained, 0) AS retained, k.retained_until,
       a.decided_by AS approved_by, a.decided_at AS approved_at,
       (SELECT coalesce(sum(g.bytes), 0)::bigint FROM erasure.reclaimed g WHERE g.request = r.id) AS bytes_reclaimed
FROM erasure.request r LEFT JOIN erasure.declared_table d ON d.id = r.subject_id LEFT JOIN erasure.approval a ON a.id = r.id
LEFT JOIN LATERAL (SELECT sum(x.row_count)::bigint AS retained, max(x.until) AS retained_until FROM erasure.retained x WHERE x.request = r.id) k ON true
WHERE erasure._may_see(r.subject_id);
COMMENT ON VIEW erasure.requests IS
'one row a call of permanently_delete or erase_now, with how many rows are retained now and until when the last is, and who approved it, where that is required, and how many bytes of sealed originals and their keys were destroyed by erasure; the reason goes when the last vault of its subjects is destroyed';

CREATE VIEW erasure.retentions WITH (security_barrier) AS
SELECT d.relation, s.relation AS subject, r.keep, r.since_name AS since, r.basis
FROM erasure.retention r JOIN erasure.declared_table d ON d.id = r.table_id JOIN erasure.declared_table s ON s.id = d.subject_id
WHERE erasure._may_see(d.subject_id);
COMMENT ON VIEW erasure.retentions IS 'which related tables have rows that are kept longer, counted from which column, and on what legal basis';

CREATE VIEW erasure.retained_rows WITH (security_barrier) AS
SELECT x.request, s.relation, x.key, d.relation AS related, x.row_count AS rows, x.basis, x.next_until, x.until
FROM erasure.retained x LEFT JOIN erasure.declared_table s ON s.id = x.subject_id LEFT JOIN erasure.declared_table d ON d.id = x.table_id
WHERE erasure._may_see(x.subject_id);
COMMENT ON VIEW erasure.retained_rows IS
'what is not masked yet of masked subjects because a law wants it kept: how many rows of which related table, on what basis, when the first and the last of them may go';

CREATE VIEW erasure.status AS
SELECT j.job_id IS NOT NULL AND j.active AS scheduled, j.job_id, j.schedule, j.role AS job_role,
       greatest(i.job_started_at, j.last_start) AS last_run, i.job_finished_at AS last_finished, j.last_status,
       coalesce(i.job_error, CASE WHEN j.last_status = 'failed' THEN j.last_error END) AS last_error, coalesce(j.failures, 0) AS failures,
       s.due, s.overdue, s.oldest_due, s.set_aside, s.waiting, s.retained
FROM (SELECT 1) one
LEFT JOIN erasure.installation i ON true
LEFT JOIN erasure._job() j ON true
CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE x.due AND NOT x.held) AS due,
           count(*) FILTER (WHERE x.due AND NOT x.held AND x.due_at < clock_timestamp() - interval '1 hour') AS overdue,
           min(x.due_at) FILTER (WHERE x.due AND NOT x.held) AS oldest_due,
           count(*) FILTER (WHERE x.attempts > 0) AS set_aside,
           count(*) FILTER (WHERE NOT x.retained) AS waiting,
           count(*) FILTER (WHERE x.retained) AS retained
    FROM (SELECT coalesce(s.retained_until, s.erase_after) AS due_at, s.attempts, s.destroyed_at IS NOT NULL AS retained,
                 coalesce(s.retained_until, s.erase_after) <= clock_timestamp() AS due,
                 EXISTS (SELECT FROM erasure._hold_in_force h WHERE h.subject_id = s.subject_id AND h.key = s.key) AS held
          FROM erasure.subject_state s WHERE s.state = 'masked') x) s;
COMMENT ON VIEW erasure.status IS
'one row: is the job scheduled, its last run and error, how many failures pg_cron recorded, how many subjects are due, overdue by more than an hour, set aside after a failure, waiting for their erasure in all, and waiting for the end of a retention only';
