-- Joins of every kind: several links from one table, tables that refer to themselves, circles, composite keys, conditions.
BEGIN;
SELECT plan(62);
SET client_min_messages = warning;

-- Several foreign keys to the subject: each is a relation of its own, and a row reached twice is masked once.
CREATE TABLE buyers (id int PRIMARY KEY, name text NOT NULL, email text);
CREATE TABLE deals (id int PRIMARY KEY, billed_to int CONSTRAINT bill REFERENCES buyers, shipped_to int CONSTRAINT ship REFERENCES buyers, address text);
CREATE TABLE notes (id int PRIMARY KEY, deal int REFERENCES deals, note text);
INSERT INTO buyers SELECT i, 'Buyer ' || i, i || '@shop.example' FROM generate_series(1, 4) i;
INSERT INTO deals VALUES (1, 1, 1, 'Street 1'), (2, 1, 2, 'Street 2'), (3, 3, 1, 'Street 3'), (4, 2, 3, 'Street 4'), (5, NULL, 1, 'Street 5');
INSERT INTO notes SELECT i, i, 'note ' || i FROM generate_series(1, 5) i;
CREATE TEMP TABLE before AS SELECT (SELECT jsonb_agg(d ORDER BY id) FROM deals d) AS deals, (SELECT jsonb_agg(n ORDER BY id) FROM notes n) AS notes;

SELECT erasure.protect('buyers', '{name,email}');
SELECT erasure.relate('deals', 'buyers', '{address}', columns => '{billed_to}');
SELECT erasure.relate('notes', 'deals', '{note}');
SELECT throws_like($$SELECT erasure.relate('deals', 'buyers', '{address}', columns => '{billed_to}')$$, '%in this way already', 'the same link twice');
SELECT lives_ok($$SELECT erasure.relate('deals', 'buyers')$$, 'the only foreign key that is left needs no naming');
SELECT throws_ok($$SELECT erasure.relate('deals', 'buyers')$$, '42P17', NULL, 'no foreign key is left');
SELECT is((SELECT path FROM erasure.policy WHERE relation = 'deals'::regclass), 'deals.billed_to -> buyers.id | deals.shipped_to -> buyers.id');
SELECT results_eq($$SELECT relation::text, row_count FROM erasure.preview('buyers', ARRAY[1])$$,
                  $$VALUES ('buyers', 1::bigint), ('deals', 4), ('notes', 4)$$, 'a row that is reached twice counts once');
SELECT erasure.soft_delete('buyers', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('buyers', ARRAY[1], 1)), 9::bigint);
SELECT is((SELECT string_agg(address, ',' ORDER BY id) FROM deals), '*****,*****,*****,Street 4,*****', 'both links were followed');
SELECT is((SELECT string_agg(note, ',' ORDER BY id) FROM notes), '*****,*****,*****,note 4,*****', 'and what hangs on them');
SELECT throws_ok($$INSERT INTO deals VALUES (6, 4, 1, 'New street')$$, '42501', NULL, 'a new row through the second link');
SELECT throws_ok($$INSERT INTO deals VALUES (6, 1, 4, 'New street')$$, '42501', NULL, 'a new row through the first link');
SELECT throws_ok($$UPDATE deals SET shipped_to = 1 WHERE id = 4$$, '42501', NULL, 're-pointing one link');
SELECT throws_ok($$UPDATE deals SET address = 'Back' WHERE id = 3$$, '42501', NULL, 'a masked row under an active payer');
SELECT throws_ok($$INSERT INTO notes VALUES (6, 3, 'more')$$, '42501', NULL, 'two hops, the second way');
SELECT lives_ok($$UPDATE deals SET address = 'Street 4b' WHERE id = 4$$, 'others go on');
SELECT is(erasure.undo_permanent_delete('buyers', ARRAY[1]), 1::bigint);
UPDATE deals SET address = 'Street 4' WHERE id = 4;
SELECT is((SELECT jsonb_agg(d ORDER BY id) FROM deals d), (SELECT deals FROM before), 'undo brings everything back');
SELECT is((SELECT jsonb_agg(n ORDER BY id) FROM notes n), (SELECT notes FROM before));
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('buyers', ARRAY[1], 1)), 9::bigint);
SELECT is(erasure.erase_now('buyers', ARRAY[1], 1, 'asked for'), 1::bigint);
SELECT is((SELECT string_agg(address, ',' ORDER BY id) FROM deals), '*****,*****,*****,Street 4,*****');
SELECT throws_ok($$SELECT erasure.unrelate('deals', 'buyers')$$, '42P17', NULL, 'notes hang on it');
SELECT lives_ok($$SELECT erasure.unrelate('notes', 'deals')$$);
SELECT lives_ok($$SELECT erasure.unrelate('deals', 'buyers')$$, 'all links to that parent go');
SELECT is((SELECT count(*) FROM erasure.link), 0::bigint);

-- Two parents: rows come through either.
CREATE TABLE members (tenant int, id int, name text, PRIMARY KEY (tenant, id));
CREATE TABLE invoices (tenant int, number int, member int, addressee text, PRIMARY KEY (tenant, number), FOREIGN KEY (tenant, member) REFERENCES members);
CREATE TABLE letters (tenant int, id int, member int, invoice int, body text, PRIMARY KEY (tenant, id), FOREIGN KEY (tenant, member) REFERENCES members,
                      FOREIGN KEY (tenant, invoice) REFERENCES invoices);
INSERT INTO members VALUES (1, 1, 'Ann'), (1, 2, 'Bob'), (2, 1, 'Cid');
INSERT INTO invoices VALUES (1, 10, 1, 'Ann'), (1, 11, 2, 'Bob'), (2, 10, 1, 'Cid');
INSERT INTO letters VALUES (1, 1, 1, NULL, 'to Ann'), (1, 2, NULL, 10, 'about Ann''s invoice'), (1, 3, 1, 10, 'both'), (1, 4, 2, 11, 'to Bob'), (2, 1, 1, 10, 'to Cid');
SELECT erasure.protect('members', '{name}');
SELECT erasure.relate('invoices', 'members', '{addressee}');
SELECT erasure.relate('letters', 'members', '{body}');
SELECT throws_like($$SELECT * FROM erasure.preview('members', '{"tenant": 1, "id": 1}')$$, '%not declared', 'the way through the invoice is not forgotten');
SELECT throws_like($$SELECT erasure.relate('letters', 'invoices', on_erase => 'delete')$$, '%related already with on_erase%');
SELECT lives_ok($$SELECT erasure.relate('letters', 'invoices', '{body}')$$, 'the same personal column again');
SELECT erasure.soft_delete('members', '{"tenant": 1, "id": 1}');
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('members', '{"tenant": 1, "id": 1}', 1)), 5::bigint);
SELECT is((SELECT string_agg(body, ',' ORDER BY tenant, id) FROM letters), '*****,*****,*****,to Bob,to Cid');
SELECT throws_ok($$UPDATE letters SET invoice = 10 WHERE tenant = 1 AND id = 4$$, '42501', NULL, 'half of a composite key re-points too');
SELECT is(erasure.undo_permanent_delete('members', '{"tenant": 1, "id": 1}'), 1::bigint);
SELECT is((SELECT string_agg(body, ',' ORDER BY tenant, id) FROM letters), 'to Ann,about Ann''s invoice,both,to Bob,to Cid');

-- A table that refers to itself: replies, however deep, and a circle of rows.
CREATE TABLE users (id int PRIMARY KEY, name text);
CREATE TABLE posts (id int PRIMARY KEY, author int REFERENCES users, reply_to int REFERENCES posts, body text);
INSERT INTO users VALUES (1, 'Eve'), (2, 'Fay');
INSERT INTO posts VALUES (1, 1, NULL, 'root'), (2, NULL, 1, 'reply'), (3, NULL, 2, 'reply to the reply'), (4, 2, NULL, 'Fay''s'), (5, NULL, 4, 'reply to Fay'),
                         (6, 1, NULL, 'circle'), (7, NULL, 6, 'circle');
UPDATE posts SET reply_to = 7 WHERE id = 6;
INSERT INTO posts SELECT i, NULL, i - 1, 'deep ' || i FROM generate_series(101, 160) i WHERE i > 101 UNION ALL SELECT 101, 1, NULL, 'deep' ORDER BY 1;
SELECT erasure.protect('users', '{name}');
SELECT erasure.relate('posts', 'users', '{body}');
SELECT lives_ok($$SELECT * FROM erasure.preview('users', ARRAY[1])$$, 'a reference to the table itself is no data about the person by itself');
SELECT is((SELECT row_count FROM erasure.preview('users', ARRAY[1]) WHERE relation = 'posts'::regclass), 3::bigint);
SELECT throws_like($$SELECT erasure.relate('posts', 'posts', columns => '{id}', parent_columns => '{id}')$$, '%by the same columns');
SELECT lives_ok($$SELECT erasure.relate('posts', 'posts')$$, 'unless it is declared');
SELECT erasure.soft_delete('users', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('users', ARRAY[1], 1)), 66::bigint);
SELECT is((SELECT string_agg(id::text, ',' ORDER BY id) FROM posts WHERE body <> '*****'), '4,5', 'all but the other user''s');
SELECT throws_ok($$INSERT INTO posts VALUES (200, NULL, 160, 'deeper')$$, '42501', NULL, 'sixty hops up there is a masked subject');
SELECT throws_ok($$UPDATE posts SET body = 'again' WHERE id = 7$$, '42501', NULL, 'around the circle as well');
SELECT lives_ok($$INSERT INTO posts VALUES (200, NULL, 5, 'fine')$$);
SELECT is(erasure.undo_permanent_delete('users', ARRAY[1]), 1::bigint);
SELECT is((SELECT string_agg(body, ',' ORDER BY id) FROM posts WHERE id < 8), 'root,reply,reply to the reply,Fay''s,reply to Fay,circle,circle');

-- A circle of tables: a deal's current contract, whose deals they are.
CREATE TABLE clients (id int PRIMARY KEY, name text);
CREATE TABLE files (id int PRIMARY KEY, client int REFERENCES clients, paper text);
CREATE TABLE contracts (id int PRIMARY KEY, file int REFERENCES files, paper text);
ALTER TABLE files ADD contract int REFERENCES contracts;
INSERT INTO clients VALUES (1, 'Gil'), (2, 'Hal');
INSERT INTO files VALUES (1, 1, 'file 1'), (2, NULL, 'file 2'), (3, 2, 'file 3'), (4, NULL, 'file 4');
INSERT INTO contracts VALUES (1, 1, 'contract 1'), (2, 2, 'contract 2'), (3, 3, 'contract 3');
UPDATE files SET contract = CASE id WHEN 2 THEN 1 WHEN 4 THEN 3 END;
SELECT erasure.protect('clients', '{name}');
SELECT erasure.relate('files', 'clients', '{paper}');
SELECT erasure.relate('contracts', 'files', '{paper}');
SELECT throws_like($$SELECT * FROM erasure.preview('clients', ARRAY[1])$$, '%not declared', 'files of contracts');
SELECT lives_ok($$SELECT erasure.relate('files', 'contracts')$$);
SELECT erasure.soft_delete('clients', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('clients', ARRAY[1], 1)), 5::bigint);
SELECT is((SELECT string_agg(paper, ',' ORDER BY id) FROM files) || ';' || (SELECT string_agg(paper, ',' ORDER BY id) FROM contracts),
          '*****,*****,file 3,file 4;*****,*****,contract 3');
SELECT throws_ok($$INSERT INTO files VALUES (5, NULL, 'more', 2)$$, '42501', NULL, 'client <- file <- contract <- file <- contract <- file');
SELECT is(erasure.undo_permanent_delete('clients', ARRAY[1]), 1::bigint);
SELECT is((SELECT string_agg(paper, ',' ORDER BY id) FROM files), 'file 1,file 2,file 3,file 4');
SELECT throws_ok($$SELECT erasure.unrelate('files', 'clients')$$, '42P17', NULL, 'the rest would hang in the air');
SELECT lives_ok($$SELECT erasure.unrelate('files', 'contracts')$$);

-- Conditions: polymorphic associations.
CREATE TABLE people (id int PRIMARY KEY, name text);
CREATE TABLE remarks ("Owner Type" text, owner_id int, id int PRIMARY KEY, remark text);
INSERT INTO people VALUES (1, 'Ida'), (2, 'Jan');
INSERT INTO remarks VALUES ('Person', 1, 1, 'about Ida'), ('Product', 1, 2, 'about a product'), ('Person', 2, 3, 'about Jan'), (NULL, 1, 4, 'about nobody');
SELECT erasure.protect('people', '{name}');
SELECT erasure.relate('remarks', 'people', '{remark}', columns => '{owner_id}', condition => $$"Owner Type" = 'Person' AND id IS NOT NULL$$);
SELECT is((SELECT condition FROM erasure.link WHERE condition IS NOT NULL), $$(({1} = 'Person'::text) AND ({3} IS NOT NULL))$$, 'kept by number');
ALTER TABLE remarks RENAME "Owner Type" TO kind;
SELECT erasure.soft_delete('people', ARRAY[1]);
SELECT is((SELECT rows_masked FROM erasure.permanently_delete('people', ARRAY[1], 1)), 2::bigint, 'a rename does not matter');
SELECT is((SELECT string_agg(remark, ',' ORDER BY id) FROM remarks), '*****,about a product,about Jan,about nobody');
SELECT throws_ok($$UPDATE remarks SET kind = 'Person' WHERE id = 2$$, '42501', NULL, 'the condition decides whose the row is');
SELECT throws_ok($$UPDATE remarks SET kind = 'Product' WHERE id = 1$$, '42501', NULL);
SELECT lives_ok($$INSERT INTO remarks VALUES ('Product', 1, 5, 'fine')$$);
SELECT lives_ok($$UPDATE remarks SET remark = 'still fine' WHERE id = 4$$);
SELECT throws_ok($$INSERT INTO remarks VALUES ('Person', 1, 6, 'not fine')$$, '42501');
SELECT is(erasure.undo_permanent_delete('people', ARRAY[1]), 1::bigint);
SELECT is((SELECT remark FROM remarks WHERE id = 1), 'about Ida');

SELECT * FROM finish();
ROLLBACK;
