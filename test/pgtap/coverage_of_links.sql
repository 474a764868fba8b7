-- The gate also looks at what the declared tables are to each other, and at what erasure will have to delete.
BEGIN;
SELECT plan(15);

CREATE TABLE buyers (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE deals (id int PRIMARY KEY, billed_to int CONSTRAINT bill REFERENCES buyers, shipped_to int CONSTRAINT ship REFERENCES buyers, address text);
CREATE TABLE steps (id int PRIMARY KEY, deal int REFERENCES deals, at_step int);
INSERT INTO buyers VALUES (1, 'One'), (2, 'Two');
INSERT INTO deals VALUES (1, 1, 2, 'Street');
INSERT INTO steps VALUES (1, 1, 1);
SELECT lives_ok($$SELECT erasure.protect('buyers', '{name}')$$);

SELECT throws_like($$SELECT erasure.relate('deals', 'buyers', '{address}')$$, '%cannot relate%', 'two foreign keys: which one?');
SELECT lives_ok($$SELECT erasure.relate('deals', 'buyers', '{address}', columns => '{billed_to}')$$);
SELECT throws_ok($$SELECT * FROM erasure.preview('buyers', '{1}'::int[])$$, '42P17',
                 'table "deals" refers to "buyers" through a foreign key that is not declared', 'the other link is not forgotten');
SELECT is(erasure.soft_delete('buyers', '{1}'::int[]), 1::bigint);
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('buyers', '{1}'::int[], 1)$$, '42P17');
SELECT lives_ok($$SELECT erasure.ignore('deals', 'buyers', 'the address is the payer''s')$$, 'one way out');
SELECT is((SELECT row_count FROM erasure.preview('buyers', '{1}'::int[]) WHERE relation = 'deals'::regclass), 1::bigint);

SELECT lives_ok($$SELECT erasure.unrelate('deals', 'buyers')$$);
SELECT lives_ok($$SELECT erasure.relate('deals', 'buyers', '{address}', columns => '{billed_to}', on_erase => 'delete')$$);
SELECT throws_ok($$SELECT * FROM erasure.permanently_delete('buyers', '{1}'::int[], 1)$$, '42P17',
                 'rows of table "deals" could not be deleted at erasure', 'refused now, not on the day of erasure');
SELECT lives_ok($$SELECT erasure.relate('steps', 'deals', on_erase => 'delete')$$);
SELECT is((SELECT subjects FROM erasure.permanently_delete('buyers', '{1}'::int[], 1)), 1::bigint);
SELECT is(erasure.erase_now('buyers', '{1}'::int[], 1, 'test'), 1::bigint);
-- A statement of its own: the one that erases does not see what it did.
SELECT is((SELECT count(*) FROM deals) || ' ' || (SELECT count(*) FROM steps), '0 0', 'children first');

SELECT * FROM finish();
ROLLBACK;
