-- Beside the stress test's shop: what every row held at first, and a ledger of what clients were told.
SET search_path = shop;

-- Every row as it is, once for each person it is about.
CREATE VIEW wholes AS
SELECT 'customers' AS what, id, id AS customer, concat_ws('|', name, email, phone, address, credit) AS whole FROM customers
UNION ALL SELECT 'orders', id, customer, o::text FROM orders o
UNION ALL SELECT 'lines', l.id, o.customer, l::text FROM lines l JOIN orders o ON o.id = order_id
UNION ALL SELECT 'visits', id, customer, v::text FROM visits v
UNION ALL SELECT 'gifts', id, giver, g::text FROM gifts g
UNION ALL SELECT 'letters', l.id, c.id, l::text FROM letters l JOIN customers c USING (email)
UNION ALL SELECT 'addresses', a.id, c.id, a::text FROM addresses a JOIN customers c ON c.address = a.id;
CREATE TABLE recorded AS TABLE wholes;

-- Rows that nobody owns who is masked or erased, and which are not what was recorded. In sets: a fresh copy of a database has no
-- statistics, and one that was killed none of what was done since.
CREATE VIEW unlike_recorded AS
(SELECT what, id FROM (SELECT what, id, whole FROM recorded EXCEPT SELECT what, id, whole FROM wholes) AS missing)
EXCEPT SELECT o.what, o.id FROM recorded o JOIN erasure.subject_state s ON s.key = o.customer::text WHERE s.state <> 'deleted';

-- Written by the transaction of each call: whom it has moved.
CREATE TABLE ledger (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, call text NOT NULL UNIQUE, verb text NOT NULL, keys int[] NOT NULL, at timestamptz NOT NULL DEFAULT now());

-- One call, named for the audit log. A client that gets its name back has been told that it is committed.
CREATE FUNCTION act(call text, verb text, low int, many int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    k int[];
    from_state text := CASE verb WHEN 'soft_delete' THEN 'active' WHEN 'undo_permanent_delete' THEN 'masked' WHEN 'erase_now' THEN 'any' ELSE 'deleted' END;
BEGIN
    PERFORM set_config('erasure.actor', call, true);
    SELECT array_agg(id) INTO k FROM (
        SELECT c.id FROM shop.customers c LEFT JOIN erasure.subject_state s ON s.key = c.id::text
        WHERE c.id >= low AND c.id < low + 60 AND CASE from_state WHEN 'any' THEN s.state IN ('deleted', 'masked') ELSE coalesce(s.state, 'active') = from_state END
        ORDER BY md5(c.id || call) LIMIT many) AS picked;
    IF k IS NULL THEN
        RETURN NULL;
    END IF;
    CASE verb
        WHEN 'soft_delete' THEN PERFORM erasure.soft_delete('shop.customers', k);
        WHEN 'restore' THEN PERFORM erasure.restore('shop.customers', k);
        WHEN 'permanently_delete' THEN PERFORM erasure.permanently_delete('shop.customers', k, cardinality(k));
        WHEN 'undo_permanent_delete' THEN PERFORM erasure.undo_permanent_delete('shop.customers', k);
        WHEN 'erase_now' THEN PERFORM erasure.erase_now('shop.customers', k, cardinality(k), 'asked for');
    END CASE;
    INSERT INTO shop.ledger (call, verb, keys) VALUES (call, verb, k);
    RETURN call;
END $$;

-- Time passes for some who are masked.
CREATE FUNCTION age(low int, high int) RETURNS void LANGUAGE sql AS $$
    UPDATE erasure.subject_state SET erase_after = now() - interval '1 s'
    WHERE (subject_id, key) IN (SELECT subject_id, key FROM erasure.subject_state WHERE state = 'masked' AND key::int BETWEEN low AND high FOR UPDATE SKIP LOCKED) $$;
SELECT erasure.set_options('customers', grace => '1 hour');

-- Every row of every table, the shop's and the extension's, but for the job's pulse.
CREATE FUNCTION whole() RETURNS text LANGUAGE plpgsql AS $$
DECLARE t regclass; one text; every text := '';
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('shop'::regnamespace, 'erasure'::regnamespace) AND oid <> 'erasure.installation'::regclass ORDER BY relname LOOP
        EXECUTE format('SELECT count(*) || %L || coalesce(sum(hashtextextended(r::text, 0)), 0) FROM %s r', ':', t) INTO one;
        every := every || one || ' ';
    END LOOP;
    RETURN md5(every || (SELECT concat_ws(' ', key_id, key_fingerprint, hash_key_master, hash_key) FROM erasure.installation));
END $$;
