-- A database restored from a dump knows its columns by name. A rename after that must not make one slip out of the policy.
\set ON_ERROR_STOP 1
SET client_min_messages = warning;
SELECT plan(7);

CREATE TABLE visitors (id int PRIMARY KEY, name text, mail text);
INSERT INTO visitors VALUES (1, 'One', 'one@example.com'), (2, 'Two', 'two@example.com');
SELECT erasure.protect('visitors', '{name,mail}', views => false);
SELECT erasure.soft_delete('visitors', '{1,2}');
SELECT erasure.permanently_delete('visitors', '{1}', 1);
-- What a dump and its restoration do: the row names the table, and its number belongs to another database.
UPDATE erasure.declared_table SET relation_oid = 1 WHERE relation = 'visitors'::regclass;
-- Somebody has switched off what follows renames.
ALTER EVENT TRIGGER erasure_ddl_start DISABLE;
ALTER EVENT TRIGGER erasure_ddl_end DISABLE;
ALTER TABLE visitors RENAME mail TO email;
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('visitors', '{2}', 1)$$, '42P17',
	'personal column "mail" of table "visitors" is not there', 'the renamed column is missed');
SELECT throws_ok($$SELECT * FROM erasure.preview('visitors', '{2}')$$, '42P17');
SELECT is((SELECT email FROM visitors WHERE id = 2), 'two@example.com', 'nothing has changed');
SELECT throws_ok($$SELECT erasure.undo_permanent_delete('visitors', '{1}')$$, '55000', NULL, 'undo does not leave an original out');
ALTER TABLE visitors RENAME email TO mail;
ALTER EVENT TRIGGER erasure_ddl_start ENABLE ALWAYS;
ALTER EVENT TRIGGER erasure_ddl_end ENABLE ALWAYS;
SELECT is(erasure.undo_permanent_delete('visitors', '{1}'), 1::bigint, 'with the name back it goes on');
SELECT is((SELECT name || ' ' || mail FROM visitors WHERE id = 1), 'One one@example.com');
SELECT is((SELECT subjects FROM erasure.permanently_delete('visitors', '{2}', 1)), 1::bigint);

SELECT * FROM finish();
