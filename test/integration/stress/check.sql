-- Every row of every declared table held against the states of its persons, the vault against the states, and, once everything that
-- can be undone is, every value against what was written last. Each line is `WHAT: N`, with a first one; N should be 0.
SET search_path = shop;

CREATE VIEW state AS
SELECT c.id, coalesce(s.state, 'active') AS state, c.deleted_at FROM customers c LEFT JOIN erasure.subjects s ON s.relation = 'shop.customers'::regclass AND s.key = c.id::text;

-- Whose a row is, and what it holds; a shared row is left out, for its owners do not decide alone.
CREATE VIEW owned AS
SELECT 'customers' AS what, id, id AS customer, concat_ws('|', name, email) AS value, erasure.is_masked(name) AND coalesce(erasure.is_masked(email) AND erasure.is_masked(phone), true) AS masked FROM customers
UNION ALL SELECT 'orders', id, customer, ship_to, erasure.is_masked(ship_to) FROM orders
UNION ALL SELECT 'lines', l.id, o.customer, words, erasure.is_masked(words) FROM lines l JOIN orders o ON o.id = order_id
UNION ALL SELECT 'notes', n.id, o.customer, words, erasure.is_masked(words) FROM notes n JOIN orders o ON o.id = order_id
UNION ALL SELECT 'visits', id, customer, place, coalesce(erasure.is_masked(place), true) FROM visits
UNION ALL SELECT 'gifts', id, giver, words, erasure.is_masked(words) FROM gifts
UNION ALL SELECT 'gifts', id, receiver, words, erasure.is_masked(words) FROM gifts;

\pset format unaligned
\pset tuples_only on
\pset fieldsep ': '

\if :undone
SELECT 'rows that do not hold what was written last', concat_ws(' ', count(*), min(o.what || ' ' || o.id)) FROM owned o LEFT JOIN truth t ON t.what = o.what AND t.id = o.id
    WHERE NOT o.masked AND o.value IS DISTINCT FROM t.value;
SELECT 'rows that are masked though nobody is who owns them', count(*) FROM (
    SELECT o.what, o.id FROM owned o JOIN state s ON s.id = o.customer WHERE o.masked GROUP BY 1, 2 HAVING bool_and(s.state IN ('active', 'deleted'))) AS r;
SELECT 'rows that are gone and nobody was erased', count(*) FROM truth t WHERE what NOT IN ('lines', 'letters', 'addresses', 'phones') AND NOT EXISTS (SELECT FROM owned o WHERE o.what = t.what AND o.id = t.id);
SELECT 'letters that do not hold what was written last', concat_ws(' ', count(*), min(l.id)) FROM letters l LEFT JOIN truth t ON t.what = 'letters' AND t.id = l.id
    WHERE NOT erasure.is_masked(body) AND concat_ws('|', l.email, body) IS DISTINCT FROM t.value;
SELECT 'letters that are masked though nobody was erased', concat_ws(' ', count(*), min(l.id)) FROM letters l JOIN truth t ON t.what = 'letters' AND t.id = l.id
    WHERE erasure.is_masked(body) AND NOT EXISTS (SELECT FROM held h JOIN state s ON s.id = h.customer AND s.state = 'erased' WHERE h.email = split_part(t.value, '|', 1));
SELECT 'addresses that do not hold what was written last', concat_ws(' ', count(*), min(a.id)) FROM addresses a LEFT JOIN truth t ON t.what = 'addresses' AND t.id = a.id
    WHERE NOT erasure.is_masked(street) AND street IS DISTINCT FROM t.value;
SELECT 'addresses that are masked though nobody was erased', concat_ws(' ', count(*), min(a.id)) FROM addresses a
    WHERE erasure.is_masked(street) AND NOT EXISTS (SELECT FROM lived l JOIN state s ON s.id = l.customer AND s.state = 'erased' WHERE l.address = a.id);
SELECT 'phones that are not what was written last', count(*) FROM phones p JOIN truth t ON t.what = 'phones' AND t.id = p.id WHERE p.phone IS DISTINCT FROM t.value;
SELECT 'originals left in the vault', (SELECT count(*) FROM erasure.vault) + (SELECT count(*) FROM erasure.vault_key);
\else
SELECT 'unmasked rows of masked or erased persons', concat_ws(' ', count(*), min(o.what || ' ' || o.id)) FROM owned o JOIN state s ON s.id = o.customer WHERE s.state IN ('masked', 'erased') AND NOT o.masked;
-- Whoever has given an address up has left its letters to others.
SELECT 'unmasked letters to addresses that only masked or erased persons have had', concat_ws(' ', count(*), min(l.id)) FROM letters l
    WHERE NOT erasure.is_masked(l.email) AND EXISTS (SELECT FROM held h WHERE h.email = l.email)
    AND NOT EXISTS (SELECT FROM held h JOIN state s ON s.id = h.customer JOIN truth t ON t.what = 'customers' AND t.id = h.customer
                    WHERE h.email = l.email AND (s.state IN ('active', 'deleted') OR split_part(t.value, '|', 2) <> h.email));
SELECT 'unmasked addresses of masked or erased persons only', concat_ws(' ', count(*), min(a.id)) FROM addresses a
    WHERE NOT erasure.is_masked(a.street) AND EXISTS (SELECT FROM customers c WHERE c.address = a.id)
    AND NOT EXISTS (SELECT FROM customers c JOIN state s USING (id) WHERE c.address = a.id AND s.state IN ('active', 'deleted'))
    -- What somebody wrote who came to live there, and has moved on, was never one of theirs.
    AND NOT (a.street NOT LIKE '%#0.0' AND EXISTS (SELECT FROM lived l JOIN customers c ON c.id = l.customer WHERE l.address = a.id AND c.address <> a.id));
SELECT 'masked persons without originals', count(*) FROM erasure.subject_state s WHERE state = 'masked' AND NOT EXISTS (SELECT FROM erasure.vault_key k WHERE (k.request, k.subject_id, k.key) = (s.request, s.subject_id, s.key))
    OR state = 'masked' AND NOT EXISTS (SELECT FROM erasure.vault k WHERE (k.request, k.subject_id, k.key) = (s.request, s.subject_id, s.key));
SELECT 'originals of somebody who is not masked', count(*) FROM (SELECT request, subject_id, key FROM erasure.vault UNION SELECT request, subject_id, key FROM erasure.vault_key) AS v
    WHERE NOT EXISTS (SELECT FROM erasure.subject_state s WHERE (s.request, s.subject_id, s.key) = (v.request, v.subject_id, v.key) AND s.state = 'masked');
SELECT 'records that their key does not count', count(*) FROM erasure.vault_key k WHERE records <> (SELECT count(*) FROM erasure.vault v WHERE (v.request, v.subject_id, v.key) = (k.request, k.subject_id, k.key));
SELECT 'erased persons without a tombstone, and tombstones of others', (SELECT count(*) FROM erasure.subject_state s WHERE state = 'erased' AND NOT EXISTS (SELECT FROM erasure.tombstone t WHERE (t.subject_id, t.key) = (s.subject_id, s.key)))
    + (SELECT count(*) FROM erasure.tombstone t WHERE NOT EXISTS (SELECT FROM erasure.subject_state s WHERE (t.subject_id, t.key) = (s.subject_id, s.key) AND state = 'erased'));
SELECT 'persons whose row says another state', count(*) FROM state WHERE (state <> 'active') <> (deleted_at IS NOT NULL);
SELECT 'values and rows remembered for nobody', (SELECT count(*) FROM erasure.link_value v WHERE NOT EXISTS (SELECT FROM erasure.subject_state s WHERE (s.subject_id, s.key) = (v.subject_id, v.key) AND state IN ('masked', 'erased')))
    + (SELECT count(*) FROM erasure.value_row v WHERE NOT EXISTS (SELECT FROM erasure.subject_state s WHERE (s.subject_id, s.key) = (v.subject_id, v.key) AND state IN ('masked', 'erased')));
\endif
DROP VIEW owned, state;
