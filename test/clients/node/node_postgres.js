// The life of a customer's data through node-postgres: a pool, parameters without a type, named statements, a cursor.

import { createRequire } from 'node:module';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { ok, refused, same, starred } from './tap.js';

console.log(`# node-postgres ${createRequire(import.meta.url)('pg/package.json').version}, node ${process.version}`);

const pool = new pg.Pool({ user: 'app', max: 2 }); // the rest comes from PGHOST, PGPORT, PGDATABASE

// One transaction of one user of the application: the pool's login role may do nothing by itself.
async function acting(role, actor, work) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query("SELECT set_config('role', $1, true), set_config('erasure.actor', $2, true)", [role, actor]);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
const sales = (work) => acting('sales_team', 'tom@shop.example', work);
const administrator = (work) => acting('administrators', 'ada@shop.example', work);

// The first column of a query's rows.
const column = (who, text, values) =>
  who(async (client) => (await client.query({ text, values, rowMode: 'array' })).rows.map((row) => row[0]));

// --- customers and orders. bigint arrives as a string, since JavaScript's numbers could not hold every one ---

const [alice, bob, carol] = await column(
  sales,
  'INSERT INTO customers (name, email, phone) SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) RETURNING id',
  [['Alice Example', 'Bob Example', 'Carol Example'], ['alice@example.com', 'bob@example.com', 'carol@example.com'], ['+49 30 1234567', null, null]],
);
await sales(async (client) => {
  for (const order of [[alice, 'Alice Example', '1 Main Street'], [alice, 'A. Example', '2 Side Street'], [bob, 'Bob Example', null]]) {
    // A named statement is prepared once a connection.
    await client.query({ name: 'new-order', text: 'INSERT INTO orders (customer_id, ship_name, ship_address) VALUES ($1, $2, $3)', values: order });
  }
});
same(await column(sales, 'SELECT count(*) FROM orders'), ['3'], 'customers and orders are stored');

// --- soft delete and the Deleted list. An array is sent as the text '{"1","2"}', of no type unless the query names one ---

let error = await refused(() => pool.query("SELECT erasure.soft_delete('customers', $1)", [[alice]]));
same(error?.code, '42501', 'without SET LOCAL ROLE the login role may do nothing');
same(await column(sales, "SELECT erasure.soft_delete('customers', $1::bigint[])", [[alice, bob]]), ['2'], 'soft_delete, keys as $1::bigint[]');
same(await column(sales, "SELECT erasure.restore('customers', $1)", [[alice, bob]]), ['2'], 'restore, keys as an untyped array');
same(await column(sales, "SELECT erasure.soft_delete($1, $2)", ['customers', [alice, bob]]), ['2'], 'soft_delete, everything untyped');
same(await column(sales, "SELECT erasure.soft_delete('customers', $1)", [carol]), ['1'], 'soft_delete, one key as it came');
same(await column(sales, 'SELECT name FROM customers_deleted ORDER BY id'), ['Alice Example', 'Bob Example', 'Carol Example'], 'the Deleted list has them');
same(await column(sales, "SELECT erasure.restore('customers', $1)", [Number(carol)]), ['1'], 'restore, one key as a number');
same(await column(sales, 'SELECT id FROM customers_active'), [carol], 'restored ones are active again');
same(await column(administrator, "SELECT DISTINCT actor FROM erasure.audit_log WHERE action = 'soft_delete'"), ['tom@shop.example'], 'the audit log knows who it was');

// --- permanent delete, confirmed by what the user types ---

same(
  await column(sales, "SELECT question FROM erasure.confirmation('customers', $1::bigint[])", [[alice, bob]]),
  ['2 customers will be permanently deleted. Do you want to proceed?'],
  'confirmation has the words to ask in',
);
const permanentlyDelete = (keys, typed) =>
  sales(async (client) => (await client.query("SELECT * FROM erasure.permanently_delete('customers', $1::bigint[], $2)", [keys, typed])).rows[0]);

error = await refused(() => permanentlyDelete([alice, bob], '3'));
same(error?.code, '22023', 'a wrong count is SQLSTATE 22023, in error.code');
ok(error?.detail && error?.hint, '... with error.detail and error.hint', error);
same(await column(sales, 'SELECT name FROM customers_deleted ORDER BY id'), ['Alice Example', 'Bob Example'], '... and has changed nothing');
same((await refused(() => permanentlyDelete([], '0')))?.code, '22023', 'an empty array is refused');
error = await refused(() => column(sales, "SELECT erasure.soft_delete('customers', $1)", [null]));
same(error?.code, '22023', 'so is null');

const done = await permanentlyDelete([alice, bob], '2'); // as it stood in the form's field
same([done.subjects, done.rows_masked], ['2', '5'], 'permanently_delete with the right count');
ok(done.erase_after instanceof Date, '... says until when it can be undone', done.erase_after);
same(await column(sales, 'SELECT id FROM customers_deleted'), [], 'they are gone from the Deleted list');
starred(await column(sales, 'SELECT name FROM customers WHERE id = ANY($1)', [[alice, bob]]), 'customers are masked');
starred(
  await sales(async (client) => {
    const cursor = client.query(new Cursor('SELECT ship_name FROM orders WHERE customer_id = ANY($1)', [[alice, bob]]));
    const rows = [...(await cursor.read(2)), ...(await cursor.read(2))];
    await cursor.close();
    return rows.map((row) => row.ship_name);
  }),
  'their orders are masked, read by a cursor',
);

// --- nothing personal comes back, and nobody is deleted past the rules ---

await sales(async (client) => {
  const { name, email, phone } = (await client.query('SELECT * FROM customers WHERE id = $1', [alice])).rows[0];
  const { rowCount } = await client.query('UPDATE customers SET name = $1, email = $2, phone = $3 WHERE id = $4', [name, email, phone, alice]);
  same(rowCount, 1, 'an UPDATE that names every column and changes none passes');
});
error = await refused(() => column(sales, 'UPDATE customers SET name = $1 WHERE id = $2', ['Alice again', alice]));
same(error?.code, '42501', 'a new name for a masked customer is refused');
error = await refused(() =>
  sales((client) => client.query({ name: 'new-order', text: 'INSERT INTO orders (customer_id, ship_name, ship_address) VALUES ($1, $2, $3)', values: [alice, 'Alice again', null] })),
);
same(error?.code, '42501', 'an order for a masked customer is refused, by the statement prepared before');
starred(await column(sales, 'SELECT ship_name FROM orders WHERE customer_id = $1', [alice]), '... and is not there');

error = await refused(() =>
  sales(async (client) => {
    await client.query("UPDATE customers SET phone = '1' WHERE id = $1", [carol]);
    await client.query('DELETE FROM customers WHERE id = $1', [carol]);
  }),
);
same(error?.message, 'cannot delete from protected table "customers"', 'DELETE is refused by the guard');
same(await column(sales, 'SELECT phone FROM customers WHERE id = $1', [carol]), [null], '... and the whole transaction rolled back');
await sales(async (client) => {
  await client.query('SAVEPOINT try');
  await refused(() => client.query('DELETE FROM customers WHERE id = $1', [carol]));
  await client.query('ROLLBACK TO SAVEPOINT try');
  await client.query("SELECT erasure.soft_delete('customers', $1)", [carol]);
});
same(await column(sales, "SELECT erasure.state('customers', $1)", [carol]), ['deleted'], 'after a savepoint the transaction goes on');

// --- undo, by an administrator only ---

const undo = "SELECT erasure.undo_permanent_delete('customers', $1::bigint[])";
same((await refused(() => column(sales, undo, [[alice]])))?.code, '42501', 'the sales team may not undo');
same(await column(administrator, undo, [[alice]]), ['1'], 'an administrator may');
same(await column(sales, 'SELECT ship_address FROM orders WHERE customer_id = $1 ORDER BY id', [alice]), ['1 Main Street', '2 Side Street'], 'orders are back, byte for byte');
const [held] = await column(administrator, "SELECT erasure.export('customers', $1)", [alice]); // jsonb arrives parsed
same(held.tables.map((table) => table.rows.length), [1, 2, 0], 'export is JSON with everything held on one person');

// --- readers: direct_delete => 'soft_delete'. A DELETE goes to the Deleted list, and the client is told DELETE's number and rows ---

const [ann, ben] = await column(sales, 'INSERT INTO readers (email) SELECT unnest($1::text[]) RETURNING id', [['ann@example.com', 'ben@example.com']]);
const remove = (keys) => sales((client) => client.query({ name: 'remove', text: 'DELETE FROM readers WHERE id = ANY($1) RETURNING email', values: [keys] }));
let gone = await remove([ann]);
same([gone.command, gone.rowCount, gone.rows], ['DELETE', 1, [{ email: 'ann@example.com' }]], 'a DELETE tells its command, number and rows');
gone = await remove([ann, ben]);
same([gone.rowCount, gone.rows], [1, [{ email: 'ben@example.com' }]], '... of who was not deleted yet');
same(await column(sales, "SELECT erasure.state('readers', id) FROM readers"), ['deleted', 'deleted'], 'both are soft-deleted');
for (let i = 0; i < 8; i += 1) {
  const back = await sales((client) => client.query({ name: 'back', text: 'UPDATE readers SET deleted_at = NULL WHERE id = $1', values: [ann] }));
  gone = await remove([ann]);
  if (back.rowCount !== 1 || gone.rowCount !== 1) break;
}
same([gone.rowCount, await column(sales, "SELECT erasure.state('readers', $1)", [ann])], [1, ['deleted']], 'named statements, restored by UPDATE and deleted again and again');

await pool.end();
