// The life of a customer's data through TypeORM: entities in plain JavaScript, managed transactions, save, remove and delete.

import { readFileSync } from 'node:fs';
import typeorm from 'typeorm';
import { ok, refused, same, starred } from './tap.js';

const { DataSource, EntitySchema, In, QueryFailedError } = typeorm;
console.log(`# TypeORM ${JSON.parse(readFileSync(new URL('node_modules/typeorm/package.json', import.meta.url))).version}`);

const id = { type: 'bigint', primary: true, generated: 'identity', generatedIdentity: 'BY DEFAULT' };
const text = { type: 'text', nullable: true };
const Customer = new EntitySchema({
  name: 'Customer',
  tableName: 'customers',
  columns: { id, name: text, email: text, phone: text },
  relations: { orders: { type: 'one-to-many', target: 'Order', inverseSide: 'customer', cascade: true } },
});
const Order = new EntitySchema({
  name: 'Order',
  tableName: 'orders',
  columns: { id, shipName: { ...text, name: 'ship_name' }, shipAddress: { ...text, name: 'ship_address' } },
  relations: {
    customer: { type: 'many-to-one', target: 'Customer', inverseSide: 'orders', joinColumn: { name: 'customer_id' } },
    notes: { type: 'one-to-many', target: 'Note', inverseSide: 'order', cascade: true },
  },
});
const Note = new EntitySchema({
  name: 'Note',
  tableName: 'order_notes',
  columns: { id, note: text },
  relations: { order: { type: 'many-to-one', target: 'Order', inverseSide: 'notes', joinColumn: { name: 'order_id' } } },
});
const Deleted = new EntitySchema({ name: 'Deleted', tableName: 'customers_deleted', columns: { id, name: text } }); // a view
const Reader = new EntitySchema({
  name: 'Reader',
  tableName: 'readers',
  columns: { id, email: text, deletedAt: { type: 'timestamptz', name: 'deleted_at', nullable: true, deleteDate: true } },
});
const Letter = new EntitySchema({ name: 'Letter', tableName: 'letters', columns: { id, readerId: { type: 'bigint', name: 'reader_id' }, greeting: text } });

const shop = await new DataSource({
  type: 'postgres',
  host: process.env.PGHOST,
  port: Number(process.env.PGPORT),
  username: 'app',
  database: process.env.PGDATABASE,
  entities: [Customer, Order, Note, Deleted, Reader, Letter],
  installExtensions: false,
}).initialize();

// One transaction of one user of the application: the pool's login role may do nothing by itself.
const acting = (role, actor, work) =>
  shop.transaction(async (manager) => {
    await manager.query("SELECT set_config('role', $1, true), set_config('erasure.actor', $2, true)", [role, actor]);
    return work(manager);
  });
const sales = (work) => acting('sales_team', 'tom@shop.example', work);
const administrator = (work) => acting('administrators', 'ada@shop.example', work);
const verb = (who, call, ...parameters) => who(async (manager) => (await manager.query(`SELECT * FROM erasure.${call}`, parameters))[0]);
const names = () => sales(async (manager) => (await manager.find(Deleted, { order: { id: 'ASC' } })).map((customer) => customer.name));
const code = (error) => error?.driverError?.code;

// --- customers and orders, saved as one graph of objects ---

const [alice, bob, carol] = await sales((manager) =>
  manager.save(Customer, [
    {
      name: 'Alice Example',
      email: 'alice@example.com',
      phone: '+49 30 1234567',
      orders: [{ shipName: 'Alice Example', shipAddress: '1 Main Street', notes: [{ note: 'Alice is in after four' }] }, { shipName: 'A. Example', shipAddress: '2 Side Street' }],
    },
    { name: 'Bob Example', email: 'bob@example.com' },
    { name: 'Carol Example', email: 'carol@example.com', orders: [{ shipName: 'Carol Example' }] },
  ]),
);
same(await sales((manager) => manager.count(Order)), 3, 'objects are stored');

// --- soft delete and the Deleted list ---

let error = await refused(() => shop.query("SELECT erasure.soft_delete('customers', $1)", [[alice.id]]));
same(code(error), '42501', 'without SET LOCAL ROLE the login role may do nothing');
same(await verb(sales, "soft_delete('customers', $1::bigint[])", [alice.id, bob.id]), { soft_delete: '2' }, 'soft_delete, keys as an array');
same(await verb(sales, "soft_delete('customers', $1)", carol.id), { soft_delete: '1' }, 'soft_delete, one key');
same(await names(), ['Alice Example', 'Bob Example', 'Carol Example'], 'the Deleted list, through an entity of the view');
same(await verb(sales, "restore('customers', $1)", [carol.id]), { restore: '1' }, 'restore, keys as an untyped array');
same(await names(), ['Alice Example', 'Bob Example'], 'restored ones are not in it');

// --- permanent delete, confirmed by what the user types ---

const permanentlyDelete = (keys, typed) => verb(sales, "permanently_delete('customers', $1::bigint[], $2)", keys, typed);
error = await refused(() => permanentlyDelete([alice.id, bob.id], '3'));
same([error instanceof QueryFailedError, code(error)], [true, '22023'], 'a wrong count is SQLSTATE 22023, in error.driverError.code');
ok(error?.driverError?.detail && error?.driverError?.hint, '... with its detail and hint beside', error);
same(await names(), ['Alice Example', 'Bob Example'], '... and has changed nothing');
const done = await permanentlyDelete([alice.id, bob.id], '2');
same([done.subjects, done.rows_masked], ['2', '5'], 'permanently_delete with the right count');
same(await names(), [], 'they are gone from the Deleted list');
const read = () => sales((manager) => manager.findOne(Customer, { where: { id: alice.id }, relations: { orders: { notes: true } }, order: { orders: { id: 'ASC' } } }));
let person = await read();
starred([person.name, person.email, person.phone], 'a customer reads back as asterisks');
starred(person.orders.map((order) => order.shipName), 'the orders too');
starred(person.orders.flatMap((order) => order.notes.map((note) => note.note)), 'and the notes below');

// --- nothing personal comes back, and nobody is deleted past the rules ---

await sales((manager) => manager.update(Customer, alice.id, { name: person.name, email: person.email, phone: person.phone }));
starred([(await read()).name], 'an update() with the values as they are passes');
alice.name = 'Alice again';
same(code(await refused(() => sales((manager) => manager.save(Customer, alice)))), '42501', 'save() of an object read before the deletion is refused');
error = await refused(() => sales((manager) => manager.upsert(Customer, { id: alice.id, name: 'Alice again', email: 'again@example.com' }, ['id'])));
same(code(error), '42501', 'upsert() as well');
error = await refused(() => sales((manager) => manager.save(Order, { shipName: 'Alice again', customer: { id: alice.id } })));
same(code(error), '42501', 'an order for a masked customer is refused');
error = await refused(() => sales((manager) => manager.insert(Order, { shipName: 'Alice again', customer: { id: alice.id } })));
same(code(error), '42501', 'by insert() as well');
person = await read();
starred([person.name, ...person.orders.map((order) => order.shipName)], '... and nothing of it is there');

error = await refused(() =>
  sales(async (manager) => {
    const her = await manager.findOne(Customer, { where: { id: carol.id }, relations: { orders: true } });
    await manager.remove(Order, her.orders);
    await manager.remove(Customer, her);
  }),
);
same([code(error), error?.message], ['42501', 'cannot delete from protected table "customers"'], 'remove() is refused by the guard');
same(await sales((manager) => manager.countBy(Order, { customer: { id: carol.id } })), 1, '... and the transaction brings her order back');
same(code(await refused(() => sales((manager) => manager.delete(Customer, carol.id)))), '42501', 'delete() is refused as well');
await sales(async (manager) => {
  await refused(() => manager.transaction((nested) => nested.delete(Customer, carol.id))); // a savepoint
  await manager.query("SELECT erasure.soft_delete('customers', $1)", [carol.id]);
});
same(await names(), ['Carol Example'], 'after a nested transaction the outer one goes on');

// --- undo, by an administrator only ---

const undo = "undo_permanent_delete('customers', $1::bigint[])";
same(code(await refused(() => verb(sales, undo, [alice.id]))), '42501', 'the sales team may not undo');
same(await verb(administrator, undo, [alice.id]), { undo_permanent_delete: '1' }, 'an administrator may');
person = await read();
same([person.email, ...person.orders.map((order) => order.shipAddress)], ['alice@example.com', '1 Main Street', '2 Side Street'], 'customer and orders are back, byte for byte');
const { export: held } = await verb(administrator, "export('customers', $1)", alice.id);
same(held.tables.map((table) => table.rows.length), [1, 2, 1], 'export is JSON with everything held on one person');

// --- readers: direct_delete => 'soft_delete', direct_soft_delete => 'allow'. delete() and remove() are DELETEs; softDelete() and restore()
// write the deletion time. All go to the Deleted list and out of it, and TypeORM counts them ---

const states = () => sales(async (manager) => (await manager.query("SELECT erasure.state('readers', id) FROM readers ORDER BY id")).map((row) => row.state));
const [ann, ben, cleo] = await sales(async (manager) => {
  const readers = await manager.save(Reader, ['ann', 'ben', 'cleo'].map((name) => ({ email: `${name}@example.com` })));
  await manager.save(Letter, readers.map((reader) => ({ readerId: reader.id, greeting: `Dear ${reader.email}` })));
  return readers.map((reader) => reader.id);
});
same((await sales((manager) => manager.delete(Reader, [ann, ben]))).affected, 2, 'delete() counts');
await sales(async (manager) => manager.remove(Reader, await manager.findOneBy(Reader, { id: cleo })));
same((await sales((manager) => manager.delete(Reader, { id: In([ben, cleo]) }))).affected, 0, '... but nobody twice');
same(await states(), ['deleted', 'deleted', 'deleted'], 'they are soft-deleted, by remove() too');
same(await sales((manager) => manager.count(Letter)), 3, 'their letters stay');
same(await sales((manager) => manager.count(Reader)), 0, 'an entity with a deletion date does not see them');
same((await sales((manager) => manager.restore(Reader, [ann, ben]))).affected, 2, 'restore() counts');
same((await sales((manager) => manager.softDelete(Reader, ann))).affected, 1, 'softDelete() counts');
same(await states(), ['deleted', 'active', 'deleted'], '... and they are what erasure takes them for');
await verb(sales, "permanently_delete('readers', $1::bigint[], 2)", [ann, cleo]);
same(code(await refused(() => sales((manager) => manager.restore(Reader, ann)))), '42501', 'restore() of who is masked is refused');

await shop.destroy();
