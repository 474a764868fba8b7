-- Keys that are personal data: what may be declared, the whole life of a person known by an e-mail address, what follows it
-- by foreign key, and that the address is nowhere afterwards.
\set ON_ERROR_STOP 1
SET client_min_messages = error;
SELECT plan(139);

CREATE FUNCTION refusal(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE state text; m text; d text; h text;
BEGIN
    EXECUTE statement;
    RETURN 'none';
EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
    RETURN concat_ws(' | ', state, m, d, h);
END $$;
-- What all of the extension's tables say, the vault as it is encoded.
CREATE FUNCTION everything() RETURNS text LANGUAGE plpgsql AS $$
DECLARE r regclass; part text; text text := '';
BEGIN
    FOR r IN SELECT oid FROM pg_class WHERE relnamespace = 'erasure'::regnamespace AND relkind = 'r' LOOP
        EXECUTE format('SELECT string_agg(t::text, E''\n'') FROM %s t', r) INTO part;
        text := text || coalesce(part, '');
    END LOOP;
    RETURN text;
END $$;

-- What may be declared.
CREATE TABLE people (email text PRIMARY KEY, name text);
CREATE TABLE letters (id int PRIMARY KEY, to_email text, body text);
SELECT is(refusal(format($$ALTER TABLE letters ADD CONSTRAINT addressed FOREIGN KEY (to_email) REFERENCES people %s; SELECT erasure.protect('people', '{email,name}')$$, action)),
          '42P17 | mask does not fit column "email" of table "people" | Column "email": Foreign key "addressed" of table "letters" refers to it, and its rows do not follow when it is masked. | No mask of this version fits.' || E'\nColumn "email": Give foreign key "addressed" ON UPDATE CASCADE, or let it refer to a key that is not personal.', 'a foreign key ' || action)
FROM unnest('{"",ON UPDATE RESTRICT,ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED,ON UPDATE SET NULL,ON UPDATE SET DEFAULT,ON DELETE CASCADE}'::text[]) action;
SELECT is(refusal(format($$ALTER TABLE letters ADD CONSTRAINT addressed FOREIGN KEY (to_email) REFERENCES people ON UPDATE CASCADE %s; SELECT erasure.protect('people', '{email,name}'); SELECT erasure.unprotect('people'); ALTER TABLE letters DROP CONSTRAINT addressed$$, action)),
          'none', 'one that cascades ' || action)
FROM unnest('{"",ON DELETE CASCADE,ON DELETE RESTRICT,ON DELETE SET NULL,DEFERRABLE INITIALLY DEFERRED,NOT VALID}'::text[]) action;
ALTER TABLE letters ADD CONSTRAINT addressed FOREIGN KEY (to_email) REFERENCES people ON UPDATE CASCADE;
ALTER TABLE letters ADD CONSTRAINT looks_right CHECK (to_email LIKE '%@%');
SELECT matches(refusal($$SELECT erasure.protect('people', '{email,name}')$$), '^42P17 .* column "to_email" of table "letters" cannot follow .* Constraint "looks_right"', 'what follows cannot hold the mask: a CHECK');
ALTER TABLE letters DROP CONSTRAINT looks_right;
ALTER TABLE letters ALTER to_email TYPE varchar(16);
SELECT matches(refusal($$SELECT erasure.protect('people', '{email,name}')$$), '^42P17 .* column "to_email" of table "letters" cannot follow .* too short', 'or its length');
ALTER TABLE letters ALTER to_email TYPE varchar(17);
SELECT is(refusal($$SELECT erasure.protect('people', '{email,name}')$$), 'none', 'seventeen characters will do');
SELECT matches(refusal($$SELECT erasure.set_mask('people', 'email', '$$ || mask || $$')$$), '^42P17 .* its mask must be "unique".*SELECT erasure.set_mask\(''people'', ''email'', ''unique''\);', 'no other mask: ' || mask)
FROM unnest('{default,email,partial,"null"}'::text[]) mask;
SELECT matches(refusal($$SELECT erasure.relate('letters', 'people', '{to_email,body}')$$), '^42P17 .* "to_email" .*follows personal column "email" of "people" by foreign key: it is masked with that', 'what follows needs no mask');
SELECT is(refusal($$SELECT erasure.relate('letters', 'people', '{body}')$$), 'none', 'and is decided');
SELECT matches(refusal($$SELECT erasure.add_personal('letters', '{to_email}')$$), '^42P17 .* "to_email" .*follows a personal column by foreign key', 'nor later on');
SELECT matches(refusal($$SELECT erasure.set_mask('letters', 'to_email', 'null')$$), '^42P17 .* "to_email" .*follows a personal column by foreign key', 'by no way');
SELECT is(refusal($$SELECT erasure.export('people', 'a@b'::text)$$) ~ '^P0002', true, 'the gate asks for nothing more');
SELECT is((SELECT string_agg(column_name, ',' ORDER BY column_name) FROM erasure.policy WHERE subject = 'people'::regclass), 'body,email,name', 'the policy');
SELECT alike(erasure.diagram('people'), '%to_email: follows its foreign key%', 'is drawn');
CREATE TABLE parcels (id int PRIMARY KEY, email text REFERENCES people);
INSERT INTO people VALUES ('ann@needle', 'Ann');
SELECT erasure.soft_delete('people', ARRAY['ann@needle']);
SELECT matches(refusal($$SELECT erasure.permanently_delete('people', ARRAY['ann@needle'], 1)$$), '^42P17 \| foreign key "parcels_email_fkey" stands in the way .*ON UPDATE CASCADE', 'a foreign key that came later');
DROP TABLE parcels;
CREATE TABLE notes (email text, note text);
SELECT matches(refusal($$SELECT erasure.relate('notes', 'people', '{note}', columns => '{email}')$$), '^42P17 ', 'a link by value needs a primary key');
CREATE TABLE numbers (id int PRIMARY KEY, phone bigint);
SELECT matches(refusal($$SELECT erasure.protect('numbers', '{id}')$$), '^42P17 .*only text has a mask that tells rows apart', 'a key that is not text');
CREATE TABLE short (code varchar(8) PRIMARY KEY, name text);
SELECT matches(refusal($$SELECT erasure.protect('short', '{code}')$$), '^42P17 .*too short', 'a key too short for a token');
CREATE TABLE parts (region int, email text, name text, PRIMARY KEY (region, email)) PARTITION BY LIST (region);
CREATE TABLE part_letters (id int PRIMARY KEY, region int, email text, FOREIGN KEY (region, email) REFERENCES parts ON UPDATE CASCADE);
SELECT matches(refusal($$SELECT erasure.protect('parts', '{email,name}')$$), '^0A000 .*partitioned', 'a partitioned table that foreign keys follow');
CREATE TABLE visitors (id int PRIMARY KEY, site text, name text);
CREATE TABLE sites (email text PRIMARY KEY, label text);
ALTER TABLE visitors ADD FOREIGN KEY (site) REFERENCES sites ON UPDATE CASCADE;
SELECT erasure.protect('visitors', '{name}');
SELECT matches(refusal($$SELECT erasure.relate('sites', 'visitors', '{email,label}')$$), '^(0A000|42P17) ', 'a shared table''s key');
CREATE TABLE pairs (a text REFERENCES people ON UPDATE CASCADE, b text REFERENCES people ON UPDATE CASCADE, why text, PRIMARY KEY (a, b));
SELECT erasure.relate('pairs', 'people', columns => '{a}');
SELECT erasure.relate('pairs', 'people', columns => '{b}');
SELECT matches(refusal($$SELECT erasure.add_personal('pairs', '{why}')$$), '^0A000 .* "pairs" .*data about several', 'rows of two persons that are found by the keys of both');
SELECT is(refusal($$SELECT erasure.not_personal('pairs', '{why}', 'a word')$$), 'none', 'may hold nothing else');
SELECT erasure.unrelate('pairs', 'people');
DROP TABLE pairs, letters;

-- A shop whose customers are known by their e-mail address.
CREATE TABLE customers (email text PRIMARY KEY, name text NOT NULL, username text UNIQUE);
CREATE TABLE orders (id int PRIMARY KEY, customer_email text NOT NULL REFERENCES customers ON UPDATE CASCADE, ship_name text);
CREATE TABLE order_lines (customer_email text NOT NULL, order_id int REFERENCES orders, n int, note text, PRIMARY KEY (customer_email, order_id, n));
ALTER TABLE orders ADD UNIQUE (customer_email, id);
ALTER TABLE order_lines ADD FOREIGN KEY (customer_email, order_id) REFERENCES orders (customer_email, id) ON UPDATE CASCADE;
CREATE TABLE newsletter (email text PRIMARY KEY, customer text NOT NULL REFERENCES customers ON UPDATE CASCADE, ip text, unique_code text UNIQUE);
CREATE TABLE newsletter_events (email text REFERENCES newsletter ON UPDATE CASCADE, n int, what text, PRIMARY KEY (email, n));
CREATE TABLE points (id int PRIMARY KEY, email text REFERENCES customers ON UPDATE CASCADE ON DELETE CASCADE, points int);
CREATE FUNCTION fill() RETURNS void LANGUAGE sql AS $$
INSERT INTO customers SELECT p || '@needle', 'Name needle ' || p, 'user needle ' || p FROM unnest('{ann,bob,cid,dan}'::text[]) p;
INSERT INTO orders SELECT o * 10 + length(p), p || '@needle', 'Ship needle ' || p FROM unnest('{ann,bobb,cidcid,dan.dan}'::text[]) WITH ORDINALITY u(q, o), LATERAL (SELECT left(q, 3)) AS l(p);
INSERT INTO order_lines SELECT customer_email, id, n, 'note needle ' || id FROM orders, generate_series(1, 2) n;
INSERT INTO newsletter SELECT 'news.' || email, email, '192.0.2.1 needle', 'code needle ' || email FROM customers;
INSERT INTO newsletter_events SELECT email, n, 'opened needle' FROM newsletter, generate_series(1, 2) n;
INSERT INTO points SELECT row_number() OVER (ORDER BY email), email, 7 FROM customers $$;
SELECT fill();
SELECT erasure.protect('customers', '{email,name,username}');
SELECT erasure.relate('orders', 'customers', '{ship_name}');
SELECT erasure.relate('order_lines', 'orders', '{note}', columns => '{customer_email,order_id}', parent_columns => '{customer_email,id}');
SELECT erasure.ignore('order_lines', 'orders', 'orders of the same customer');
SELECT erasure.relate('newsletter', 'customers', '{email,ip,unique_code}');
SELECT erasure.relate('newsletter_events', 'newsletter', '{what}');
SELECT is(refusal($$SELECT erasure.relate('points', 'customers')$$), 'none');
CREATE FUNCTION content(who text) RETURNS text LANGUAGE sql AS $$
SELECT concat_ws(E'\n', (SELECT string_agg(to_jsonb(c)::text, ' ') FROM customers c WHERE email LIKE who), (SELECT string_agg(to_jsonb(o)::text, ' ' ORDER BY id) FROM orders o WHERE customer_email LIKE who),
    (SELECT string_agg(to_jsonb(l)::text, ' ' ORDER BY order_id, n) FROM order_lines l WHERE customer_email LIKE who), (SELECT string_agg(to_jsonb(n)::text, ' ' ORDER BY n.email) FROM newsletter n WHERE customer LIKE who),
    (SELECT string_agg(to_jsonb(e)::text, ' ' ORDER BY e.email, n) FROM newsletter_events e WHERE email LIKE '%' || who), (SELECT string_agg(to_jsonb(p)::text, ' ') FROM points p WHERE p.email LIKE who)) $$;
CREATE FUNCTION key_of(order_id int) RETURNS text LANGUAGE sql AS $$ SELECT customer_email FROM orders WHERE id = order_id $$;

-- Deleted: the address is nowhere but in its own table.
SELECT is(erasure.soft_delete('customers', ARRAY['ann@needle', 'bob@needle'], 'asked'), 2::bigint, 'soft_delete');
SELECT is(erasure.state('customers', 'ann@needle'::text), 'deleted');
SELECT is((SELECT array_agg(email ORDER BY email) FROM customers_deleted), '{ann@needle,bob@needle}'::text[], 'the Deleted list shows the rows');
SELECT ok((SELECT bool_and(key ~ '^hmac:[0-9a-f]{32}$') AND count(DISTINCT key) = 2 FROM erasure.subjects WHERE relation = 'customers'::regclass AND state = 'deleted'), 'erasure.subjects their hashes');
SELECT unalike(everything(), '%needle%', 'no table of the extension has it');
SELECT matches(refusal($$SELECT erasure.soft_delete('customers', ARRAY['ann@needle'])$$), '^55000 .*Key "hmac:[0-9a-f]{32}" is deleted', 'no message says it: a wrong state');
SELECT matches(refusal($$SELECT erasure.restore('customers', ARRAY['eve@needle'])$$), '^P0002 .*No row has key "hmac:[0-9a-f]{32}"', 'a key that is not there');
SELECT is(erasure.hold('customers', ARRAY['ann@needle', 'cid@needle'], 'in court'), 2::bigint, 'hold');
SELECT matches(refusal($$SELECT erasure.permanently_delete('customers', ARRAY['ann@needle'], 1)$$), '^55006 .*Key "hmac:', 'holds');
SELECT matches(refusal($$UPDATE orders SET ship_name = 'x' WHERE customer_email = 'cid@needle'$$), '^55006 ', 'and guards');
SELECT is(refusal($$UPDATE orders SET ship_name = 'Ship needle dan' WHERE customer_email = 'dan@needle'; UPDATE orders SET ship_name = ship_name || '' WHERE customer_email = 'dan@needle'$$), 'none', 'nobody else');
SELECT unalike(everything(), '%needle%', 'a hold has the hash, too');
SELECT is(erasure.release('customers', ARRAY['ann@needle', 'cid@needle', 'dan@needle']), 2::bigint, 'release');
SELECT is(erasure.restore('customers', ARRAY['ann@needle']), 1::bigint, 'restore');
SELECT is(erasure.state('customers', 'ann@needle'::text), 'active');
SELECT is(erasure.soft_delete('customers', ARRAY['ann@needle']), 1::bigint);
-- The application changes the address of a deleted customer, and back.
UPDATE customers SET email = 'anna@needle' WHERE email = 'ann@needle';
SELECT is(erasure.state('customers', 'anna@needle'::text), 'deleted', 'the state follows a change of the key');
SELECT is((SELECT count(*) FROM erasure.subject_state s JOIN erasure.declared_table d ON d.id = s.subject_id WHERE d.table_name = 'customers'), 2::bigint);
UPDATE customers SET email = 'ann@needle' WHERE email = 'anna@needle';
SELECT is(erasure.state('customers', 'ann@needle'::text), 'deleted');
SELECT is((erasure.export('customers', 'ann@needle'::text) #>> '{subject,key}') ~ '^hmac:', true, 'an export has the rows, and the hash for a name');
SELECT is((SELECT sum(row_count) FROM erasure.preview('customers', ARRAY['ann@needle', 'bob@needle'])), (2 + 2 + 4 + 2 + 4 + 2)::numeric, 'preview finds all that hangs on it');

-- Masked.
CREATE TEMP TABLE before AS SELECT content('ann@needle') AS ann, content('bob@needle') AS bob, content('cid@needle') AS cid;
SELECT matches(refusal($$SELECT erasure.permanently_delete('customers', ARRAY['ann@needle', 'bob@needle'], 3)$$), '^22023 ', 'counted');
SELECT is(ROW(subjects, rows_masked)::text, '(2,14)', 'permanently_delete') FROM erasure.permanently_delete('customers', ARRAY['ann@needle', 'bob@needle'], 2, 'asked');
SELECT is((SELECT count(*) FROM customers WHERE email ~ '^[*]{5}[0-9a-f]{16}$' AND name = '*****' AND username ~ '^[*]{5}[0-9a-f]{16}$'), 2::bigint, 'keys are asterisks and a token');
SELECT is((SELECT count(*) FROM customers c JOIN orders o ON o.customer_email = c.email JOIN order_lines l ON l.order_id = o.id AND l.customer_email = o.customer_email
           JOIN newsletter n ON n.customer = c.email JOIN newsletter_events e ON e.email = n.email JOIN points p ON p.email = c.email
           WHERE c.name = '*****' AND o.ship_name = '*****' AND l.note = '*****' AND n.ip = '*****' AND e.what = '*****' AND n.email ~ '^[*]{5}[0-9a-f]{16}$'), 8::bigint, 'all that refers to them followed');
SELECT is(content('%ann%needle') || content('%bob%needle'), '', 'the addresses are nowhere');
SELECT is(content('cid@needle'), cid, 'the others are as they were') FROM before;
SELECT unalike(everything(), '%needle%', 'no table of the extension has any of it');
SELECT is((SELECT count(*) FROM erasure.subjects s JOIN customers c ON c.email = s.key WHERE s.relation = 'customers'::regclass AND s.state = 'masked'), 2::bigint, 'erasure.subjects shows the new keys');
SELECT isnt((SELECT left(email, 21) FROM customers WHERE email LIKE '*%' LIMIT 1), (SELECT '*****' || left(encode(sha256('ann@needle'), 'hex'), 16)), 'the token is no plain hash');
SELECT is(erasure.state('customers', 'ann@needle'::text), 'masked', 'the old key is understood');
SELECT is(erasure.state('customers', key_of(13)), 'masked', 'and the new one');
SELECT is((SELECT sum(row_count) FROM erasure.preview('customers', ARRAY['ann@needle', key_of(13)])), 8::numeric, 'they are one person');
SELECT matches(refusal($$SELECT erasure.restore('customers', ARRAY['ann@needle'])$$), '^55000 .*Key "[*]{5}[0-9a-f]{16}" is masked', 'whom messages know by the new one');
SELECT is(erasure.hold('customers', ARRAY['ann@needle'], 'in court'), 1::bigint);
SELECT is(erasure.release('customers', ARRAY[key_of(13)]), 1::bigint, 'a hold by the old key, released by the new one');

-- Guards.
SELECT matches(refusal(format($$INSERT INTO orders VALUES (99, %L, 'x')$$, key_of(13))), '^42501 ', 'no new row');
SELECT matches(refusal(format($$UPDATE orders SET customer_email = %L WHERE id = 33$$, key_of(13))), '^42501 ', 'no re-pointing to it');
SELECT matches(refusal($$UPDATE orders SET customer_email = 'cid@needle' WHERE id = 13$$), '^42501 ', 'nor away');
SELECT matches(refusal(format($$UPDATE customers SET email = 'ann@needle' WHERE email = %L$$, key_of(13))), '^42501 ', 'the key stays');
SELECT matches(refusal($$UPDATE newsletter SET email = 'x@y' WHERE customer = (SELECT customer_email FROM orders WHERE id = 13)$$), '^42501 ', 'that of a related row, too');
SELECT matches(refusal($$INSERT INTO orders VALUES (99, 'ann@needle', 'x')$$), '^23503 ', 'nobody has the old key');

-- Undone: every byte, by the old key or the new one.
SELECT is(erasure.undo_permanent_delete('customers', ARRAY['ann@needle']), 1::bigint, 'undo by the old key');
SELECT is(content('ann@needle'), ann, 'every byte') FROM before;
SELECT is(erasure.state('customers', 'ann@needle'::text), 'deleted');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY[key_of(23)]), 1::bigint, 'undo by the new key');
SELECT is(content('bob@needle'), bob, 'every byte') FROM before;
SELECT is((SELECT count(*) FROM erasure.vault), 0::bigint, 'the vault is empty');
SELECT ok((SELECT bool_and(former_key IS NULL AND key ~ '^hmac:') FROM erasure.subject_state s JOIN erasure.declared_table d ON d.id = s.subject_id WHERE d.table_name = 'customers'), 'the states are under the hash again');

-- The address is free: another person registers with it.
SELECT is((SELECT subjects FROM erasure.permanently_delete('customers', ARRAY['ann@needle', 'bob@needle'], 2)), 2::bigint, 'masked again');
INSERT INTO customers VALUES ('ann@needle', 'Another', 'another');
SELECT is(erasure.state('customers', 'ann@needle'::text), 'active', 'the row that is there is meant');
SELECT matches(refusal($$SELECT erasure.undo_permanent_delete('customers', ARRAY[key_of(13)])$$), '^23505 .*The row with key "hmac:[0-9a-f]{32}" has the same value in column "email" now', 'undo finds the address taken, and does not say it');
SELECT is(erasure.soft_delete('customers', ARRAY['ann@needle']), 1::bigint);
SELECT is((SELECT subjects FROM erasure.permanently_delete('customers', ARRAY['ann@needle'], 1)), 1::bigint, 'the other person is masked as well');
SELECT is((SELECT count(DISTINCT key) FROM erasure.subject_state WHERE former_key = (SELECT former_key FROM erasure.subject_state WHERE key = key_of(13))), 2::bigint, 'two persons had one key');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY['ann@needle']), 1::bigint);
SELECT is((SELECT name FROM customers WHERE email = 'ann@needle'), 'Another', 'the last one is meant');
SELECT is((SELECT erasure.erase_now('customers', ARRAY['ann@needle'], 1, 'asked')), 1::bigint);

-- Erased, at once and by the job.
UPDATE erasure.subject_state SET erase_after = now() WHERE state = 'masked';
CALL erasure.erase_due();
SELECT is(erasure.state('customers', 'bob@needle'::text), 'erased', 'the job erases');
SELECT is(erasure.state('customers', key_of(13)), 'erased');
SELECT is((SELECT count(*) FROM erasure.vault), 0::bigint);
SELECT unalike(everything(), '%needle%', 'nothing is left in the extension''s tables');
SELECT ok((SELECT count(*) = 3 AND bool_and(key ~ '^[*]{5}[0-9a-f]{16}$' AND former_key ~ '^hmac:[0-9a-f]{32}$') FROM erasure.tombstone t JOIN erasure.declared_table d ON d.id = t.subject_id WHERE d.table_name = 'customers'), 'tombstones have the new key and the old one''s hash');
SELECT matches(refusal($$SELECT erasure.undo_permanent_delete('customers', ARRAY['bob@needle'])$$), '^55000 .*erased', 'for ever');
SELECT is(erasure.soft_delete('customers', ARRAY['dan@needle']), 1::bigint);
SELECT is(erasure.erase_now('customers', ARRAY['dan@needle'], 1, 'asked'), 1::bigint, 'deleted and erased at once');
SELECT is(content('%dan%needle'), '');
SELECT unalike(everything(), '%dan%needle%', 'without a trace');

-- What runs underneath the engine does not pass with it.
CREATE FUNCTION meddle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.email LIKE '*%' AND OLD.email NOT LIKE '*%' THEN EXECUTE current_setting('my.meddling'); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER a_meddler AFTER UPDATE ON customers FOR EACH ROW EXECUTE FUNCTION meddle();
SELECT erasure.ignore_trigger('customers', 'a_meddler', 'the test');
INSERT INTO customers VALUES ('eve@needle', 'Eve', 'eve'), ('fay@needle', 'Fay', 'fay');
INSERT INTO orders VALUES (50, 'eve@needle', 'Eve'), (51, 'fay@needle', 'Fay');
SELECT is(erasure.soft_delete('customers', ARRAY['eve@needle', 'fay@needle']), 2::bigint);
SET my.meddling = $$UPDATE orders SET customer_email = (SELECT email FROM customers WHERE name = 'Eve') WHERE id = 33$$;
SELECT matches(refusal($$SELECT erasure.permanently_delete('customers', ARRAY['eve@needle'], 1)$$), '^42501 ', 'another person''s row is not moved to the masked key');
SET my.meddling = $$UPDATE orders SET customer_email = (SELECT email FROM customers WHERE name = 'Eve') WHERE id = 51$$;
SELECT matches(refusal($$SELECT erasure.permanently_delete('customers', ARRAY['eve@needle', 'fay@needle'], 2)$$), '^42501 ', 'nor to that of another person of the call');
SET my.meddling = $$UPDATE orders SET customer_email = (SELECT email FROM customers WHERE name = 'Eve'), ship_name = 'x' WHERE id = 50$$;
SELECT matches(refusal($$SELECT erasure.permanently_delete('customers', ARRAY['eve@needle'], 1)$$), '^42501 ', 'and no other column passes with the key');
DROP TRIGGER a_meddler ON customers;
-- Foreign keys that are switched off do not carry anything.
SET session_replication_role = replica;
SELECT matches(refusal($$SELECT erasure.permanently_delete('customers', ARRAY['eve@needle'], 1)$$), '^(42P17|40001) ', 'what did not follow is noticed');
RESET session_replication_role;
ALTER TABLE points DISABLE TRIGGER ALL;
ALTER TABLE customers DISABLE TRIGGER ALL;
SELECT matches(refusal($$SELECT erasure.permanently_delete('customers', ARRAY['eve@needle'], 1)$$), '^(42P17|40001) ', 'whatever switched them off');
ALTER TABLE points ENABLE TRIGGER ALL;
ALTER TABLE customers ENABLE TRIGGER ALL;
SELECT erasure.refresh_views('customers');
CREATE TABLE copies (email text REFERENCES customers ON UPDATE CASCADE);
INSERT INTO copies VALUES ('eve@needle');
SELECT erasure.ignore('copies', 'customers', 'follows the key');
SELECT is((SELECT subjects FROM erasure.permanently_delete('customers', ARRAY['eve@needle'], 1)), 1::bigint, 'an undeclared table');
SELECT is((SELECT count(*) FROM copies WHERE email LIKE '%needle%'), 0::bigint, 'follows as well');
SELECT is(erasure.undo_permanent_delete('customers', ARRAY['eve@needle']), 1::bigint);
SELECT is((SELECT email FROM copies), 'eve@needle', 'and comes back');

-- A composite key of which a part is personal; a unique column that is no key, by which rows are linked.
CREATE TABLE members (club int, email varchar(40), name text, PRIMARY KEY (club, email));
CREATE TABLE fees (id int PRIMARY KEY, club int, email varchar(40), remark text, FOREIGN KEY (club, email) REFERENCES members ON UPDATE CASCADE);
INSERT INTO members VALUES (1, 'ann@needle', 'Ann'), (2, 'ann@needle', 'Ann'), (1, 'bob@needle', 'Bob');
INSERT INTO fees VALUES (1, 1, 'ann@needle', 'needle 1'), (2, 2, 'ann@needle', 'needle 2'), (3, 1, 'bob@needle', 'needle 3');
SELECT erasure.protect('members', '{email,name}');
SELECT erasure.relate('fees', 'members', '{remark}');
CREATE TEMP TABLE club AS SELECT (SELECT jsonb_agg(m ORDER BY club, email) FROM members m) AS members, (SELECT jsonb_agg(f ORDER BY id) FROM fees f) AS fees;
SELECT is(erasure.soft_delete('members', ARRAY['{"club": 1, "email": "ann@needle"}'::jsonb]), 1::bigint, 'a composite key');
SELECT unalike(everything(), '%ann@needle%');
SELECT is((SELECT ROW(subjects, rows_masked)::text FROM erasure.permanently_delete('members', '{"club": 1, "email": "ann@needle"}', 1)), '(1,2)');
SELECT is((SELECT string_agg(f.id || ':' || (f.email = m.email AND m.email LIKE '*%') || ':' || f.remark, ' ' ORDER BY f.id) FROM fees f JOIN members m USING (club, email)), '1:true:***** 2:false:needle 2 3:false:needle 3');
SELECT is(erasure.state('members', '{"club": 1, "email": "ann@needle"}'), 'masked');
SELECT is(erasure.state('members', '{"club": 2, "email": "ann@needle"}'), 'active');
SELECT ok((SELECT key::jsonb ->> 'email' ~ '^[*]{5}[0-9a-f]{16}$' AND key::jsonb ->> 'club' = '1' FROM erasure.subjects WHERE relation = 'members'::regclass));
SELECT is(erasure.undo_permanent_delete('members', '[{"email": "ann@needle", "club": 1}]'), 1::bigint);
SELECT is((SELECT jsonb_agg(m - 'deleted_at' ORDER BY m ->> 'club', m ->> 'email') FROM (SELECT to_jsonb(m) m FROM members m) x),
          (SELECT jsonb_agg(m - 'deleted_at' ORDER BY m ->> 'club', m ->> 'email') FROM club, jsonb_array_elements(members) m), 'every byte');
SELECT is((SELECT jsonb_agg(f ORDER BY id) FROM fees f), fees) FROM club;
CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, name text);
CREATE TABLE logins (id int PRIMARY KEY, email text REFERENCES users (email) ON UPDATE CASCADE, ip text);
INSERT INTO users VALUES (1, 'ann@needle', 'Ann'), (2, 'bob@needle', 'Bob');
INSERT INTO logins VALUES (1, 'ann@needle', 'needle'), (2, 'bob@needle', 'needle');
SELECT erasure.protect('users', '{email,name}');
SELECT is(refusal($$SELECT erasure.relate('logins', 'users', '{ip}')$$), 'none', 'a link by a unique column that a foreign key carries on');
SELECT erasure.soft_delete('users', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('users', ARRAY[1], 1)), 2::bigint);
SELECT is((SELECT string_agg(l.id || l.ip || (l.email LIKE '*%'), ' ' ORDER BY l.id) FROM logins l JOIN users u USING (email)), '1*****true 2needlefalse');
SELECT is(erasure.undo_permanent_delete('users', ARRAY[1]), 1::bigint);
SELECT is((SELECT string_agg(concat_ws(' ', l.id, l.email, l.ip), ', ' ORDER BY l.id) FROM logins l JOIN users u USING (email)), '1 ann@needle needle, 2 bob@needle needle');
-- What hangs on a personal key by its value alone.
CREATE TABLE guests (email text PRIMARY KEY, name text);
CREATE TABLE chats (id int PRIMARY KEY, email text, said text);
INSERT INTO guests VALUES ('ann@needle', 'Ann'), ('bob@needle', 'Bob');
INSERT INTO chats VALUES (1, 'ann@needle', 'needle 1'), (2, 'bob@needle', 'needle 2');
SELECT erasure.protect('guests', '{email,name}');
SELECT is(refusal($$SELECT erasure.relate('chats', 'guests', '{email,said}', columns => '{email}')$$), 'none', 'a link by value to a personal key');
SELECT erasure.soft_delete('guests', ARRAY['ann@needle']);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('guests', ARRAY['ann@needle'], 1)), 2::bigint);
SELECT is((SELECT string_agg(concat_ws(' ', id, email, said), ', ' ORDER BY id) FROM chats), '1 ***** *****, 2 bob@needle needle 2', 'is masked with it');
SELECT unalike(everything(), '%ann@needle%');
SELECT matches(refusal($$INSERT INTO chats VALUES (3, 'ann@needle', 'x')$$), '^42501 ', 'no new row brings it back');
SELECT is(erasure.undo_permanent_delete('guests', ARRAY['ann@needle']), 1::bigint);
SELECT is((SELECT string_agg(concat_ws(' ', id, email, said), ', ' ORDER BY id) FROM chats), '1 ann@needle needle 1, 2 bob@needle needle 2', 'and comes back with it');
SELECT is((SELECT count(*) FROM erasure.value_row) + (SELECT count(*) FROM erasure.link_value), 0::bigint);
SELECT is(erasure.erase_now('guests', ARRAY['ann@needle'], 1, 'asked'), 1::bigint);
SELECT is((SELECT string_agg(concat_ws(' ', id, email, said), ', ' ORDER BY id) FROM chats), '1 ***** *****, 2 bob@needle needle 2', 'erased at once');
SELECT is((SELECT count(*) FROM erasure.value_row v JOIN guests g ON g.email = v.key), 1::bigint, 'and remembered by the new key');
SELECT * FROM finish();
