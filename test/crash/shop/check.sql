-- What the ledger says held against the states, the audit log and the requests; lines as in the stress test's check. Variables: seen,
-- the calls whose clients were told that they are committed; head_number and head_hash, of the audit chain, from before the kill.
SET search_path = shop;
\pset format unaligned
\pset tuples_only on
\pset fieldsep ': '

SELECT 'calls that a client saw committed and that are gone', concat_ws(' ', count(*), min(c)) FROM unnest(:'seen'::text[]) AS c WHERE c NOT IN (SELECT call FROM ledger);
SELECT 'committed calls without their one entry in the audit log', concat_ws(' ', count(*), min(call)) FROM ledger l
    WHERE (SELECT count(*) FROM erasure.audit_entry a WHERE a.actor = l.call AND a.action = l.verb AND a.subjects = cardinality(l.keys)) <> 1;
SELECT 'entries of calls that were never committed', concat_ws(' ', count(*), min(actor)) FROM erasure.audit_entry WHERE actor LIKE 'k%' AND action <> 'erase_due' AND actor NOT IN (SELECT call FROM ledger);
SELECT 'requests that nobody made, and requests that are gone', (SELECT count(*) FROM erasure.request) - (SELECT count(*) FROM erasure.audit_entry WHERE action IN ('permanently_delete', 'erase_now') AND request IS NOT NULL)
    + (SELECT count(*) FROM erasure.audit_entry a WHERE request IS NOT NULL AND NOT EXISTS (SELECT FROM erasure.request r WHERE r.id = a.request));

CREATE TEMP VIEW last_call AS
SELECT DISTINCT ON (k) k AS customer, verb, CASE verb WHEN 'restore' THEN 'active' WHEN 'permanently_delete' THEN 'masked' WHEN 'erase_now' THEN 'erased' ELSE 'deleted' END AS state
FROM ledger, unnest(keys) AS k ORDER BY k, id DESC;
SELECT 'persons in another state than their last call left them in', concat_ws(' ', count(*), min(c.id)) FROM customers c LEFT JOIN last_call l ON l.customer = c.id LEFT JOIN erasure.subject_state s ON s.key = c.id::text
    WHERE coalesce(s.state, 'active') <> coalesce(l.state, 'active') AND NOT (s.state = 'erased' AND l.state = 'masked');
SELECT 'persons that the job erased, without those of its entries', (SELECT count(*) FROM last_call l JOIN erasure.subject_state s ON s.key = l.customer::text WHERE s.state = 'erased' AND l.state = 'masked')
    - (SELECT coalesce(sum(subjects), 0) FROM erasure.audit_entry WHERE action = 'erase_due');
SELECT 'rows of active and deleted persons that are not as they were recorded', concat_ws(' ', count(*), min(what || ' ' || id)) FROM unlike_recorded;
SELECT 'broken places of the audit chain', count(*) FROM erasure.verify_audit(nullif(:'head_number', '')::bigint, nullif(:'head_hash', ''));
DROP VIEW last_call;

-- What the vault gives back of some, then it is as if that had not been.
BEGIN;
SELECT coalesce(array_agg(key::int), '{}') AS some, count(*) AS many FROM (SELECT key FROM erasure.subject_state WHERE state = 'masked' ORDER BY random() LIMIT :sample) AS s \gset
SELECT :many > 0 AS any \gset
\if :any
SELECT erasure.hold('shop.customers', :'some'::int[], 'court') AS held, erasure.undo_permanent_delete('shop.customers', :'some'::int[]) AS undone \gset
SELECT 'masked persons that cannot be undone', :many - :undone;
SELECT 'rows that undo did not bring back as they were recorded', concat_ws(' ', count(*), min(what || ' ' || id)) FROM unlike_recorded;
\endif
ROLLBACK;

\if :finish
CALL erasure.erase_due(7);
SELECT 'persons still due once the job has run again', due + set_aside FROM erasure.status;
\endif
SELECT number || ' ' || hash AS head, 0 FROM erasure.audit_head;
