// The life of a customer's data through Sequelize: models with associations, managed transactions, destroy and save.

import { createRequire } from 'node:module';
import { DatabaseError, DataTypes, ForeignKeyConstraintError, QueryTypes, Sequelize } from 'sequelize';
import { ok, refused, same, starred } from './tap.js';

console.log(`# Sequelize ${createRequire(import.meta.url)('sequelize/package.json').version}`);

const sequelize = new Sequelize(process.env.PGDATABASE, 'app', undefined, {
  dialect: 'postgres',
  host: process.env.PGHOST,
  port: process.env.PGPORT,
  logging: false,
  pool: { max: 2 },
  define: { timestamps: false, underscored: true },
});
const id = { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true };
const Customer = sequelize.define('customer', { id, name: DataTypes.TEXT, email: DataTypes.TEXT, phone: DataTypes.TEXT }, { tableName: 'customers' });
const Order = sequelize.define('order', { id, shipName: DataTypes.TEXT, shipAddress: DataTypes.TEXT, total: DataTypes.DECIMAL(10, 2) }, { tableName: 'orders' });
const Note = sequelize.define('note', { id, note: DataTypes.TEXT }, { tableName: 'order_notes' });
const Deleted = sequelize.define('deleted', { id, name: DataTypes.TEXT }, { tableName: 'customers_deleted' }); // the Deleted list is a view
Customer.hasMany(Order, { foreignKey: 'customerId' });
Order.belongsTo(Customer, { foreignKey: 'customerId' });
Order.hasMany(Note, { foreignKey: 'orderId' });

// One transaction of one user of the application: the pool's login role may do nothing by itself.
const acting = (role, actor, work) =>
  sequelize.transaction(async (transaction) => {
    const replacements = { role, actor };
    await sequelize.query("SELECT set_config('role', :role, true), set_config('erasure.actor', :actor, true)", { replacements, transaction });
    return work(transaction);
  });
const sales = (work) => acting('sales_team', 'tom@shop.example', work);
const administrator = (work) => acting('administrators', 'ada@shop.example', work);

// Calls a function of erasure and returns its first row. `bind` sends parameters, with an array as one.
const verb = (who, call, ...bind) =>
  who(async (transaction) => (await sequelize.query(`SELECT * FROM erasure.${call}`, { bind, transaction, type: QueryTypes.SELECT }))[0]);
const names = () => sales(async (transaction) => (await Deleted.findAll({ order: ['id'], transaction })).map((customer) => customer.name));
const code = (error) => error?.original?.code;

// --- customers and orders ---

const [alice, bob, carol] = await sales((transaction) =>
  Customer.bulkCreate(
    [
      { name: 'Alice Example', email: 'alice@example.com', phone: '+49 30 1234567' },
      { name: 'Bob Example', email: 'bob@example.com' },
      { name: 'Carol Example', email: 'carol@example.com' },
    ],
    { transaction, fields: ['name', 'email', 'phone'] },
  ),
);
await sales(async (transaction) => {
  const order = await alice.createOrder({ shipName: 'Alice Example', shipAddress: '1 Main Street', total: 12 }, { transaction });
  await alice.createOrder({ shipName: 'A. Example', shipAddress: '2 Side Street', total: 30 }, { transaction });
  await order.createNote({ note: 'Alice is in after four' }, { transaction });
  await carol.createOrder({ shipName: 'Carol Example', total: 1 }, { transaction });
});
same(await sales((transaction) => Order.count({ transaction })), 3, 'objects are stored');

// --- soft delete and the Deleted list ---

let error = await refused(() => sequelize.query("SELECT erasure.soft_delete('customers', $1)", { bind: [[alice.id]] }));
same(code(error), '42501', 'without SET LOCAL ROLE the login role may do nothing');
same(await verb(sales, "soft_delete('customers', $1::bigint[])", [alice.id, bob.id]), { soft_delete: '2' }, 'soft_delete, keys as an array');
same(await verb(sales, "soft_delete('customers', $1)", carol.id), { soft_delete: '1' }, 'soft_delete, one key');
same(await names(), ['Alice Example', 'Bob Example', 'Carol Example'], 'the Deleted list, through a model of the view');
same(await verb(sales, "restore('customers', $1)", [carol.id]), { restore: '1' }, 'restore, keys as an untyped array');
same(await names(), ['Alice Example', 'Bob Example'], 'restored ones are not in it');

// --- permanent delete, confirmed by what the user types ---

const both = [alice.id, bob.id];
const permanentlyDelete = (keys, typed) => verb(sales, "permanently_delete('customers', $1::bigint[], $2)", keys, typed);
error = await refused(() => permanentlyDelete(both, '3'));
same([error instanceof DatabaseError, code(error)], [true, '22023'], 'a wrong count is SQLSTATE 22023, in error.original.code');
ok(error?.original?.detail && error?.original?.hint, '... with its detail and hint beside', error);
same(await names(), ['Alice Example', 'Bob Example'], '... and has changed nothing');
const done = await permanentlyDelete(both, '2');
same([done.subjects, done.rows_masked], ['2', '5'], 'permanently_delete with the right count');
same(await names(), [], 'they are gone from the Deleted list');
const read = () => sales((transaction) => Customer.findOne({ where: { id: alice.id }, include: { model: Order, include: Note }, order: [[Order, 'id']], transaction }));
let person = await read();
starred([person.name, person.email, person.phone], 'a customer reads back as asterisks');
starred(person.orders.map((order) => order.shipName), 'the orders too');
starred(person.orders.flatMap((order) => order.notes.map((note) => note.note)), 'and the notes below');

// --- nothing personal comes back, and nobody is deleted past the rules ---

await sales((transaction) => person.save({ fields: ['name', 'email', 'phone'], transaction }));
person = await read();
starred([person.name], 'save() of an unchanged masked object passes');
error = await refused(() => sales((transaction) => alice.update({ name: 'Alice again' }, { transaction })));
same(code(error), '42501', 'update() of an object read before the deletion is refused');
error = await refused(() => sales((transaction) => Customer.upsert({ id: alice.id, name: 'Alice again', email: 'again@example.com' }, { transaction })));
same(code(error), '42501', 'upsert() as well');
error = await refused(() => sales((transaction) => alice.createOrder({ shipName: 'Alice again', total: 1 }, { transaction })));
same(code(error), '42501', 'an order for a masked customer is refused');
error = await refused(() => sales((transaction) => Order.update({ customerId: alice.id }, { where: { customerId: carol.id }, transaction })));
same(code(error), '42501', 'moving an order to one is, too');
person = await read();
starred([person.name, ...person.orders.map((order) => order.shipName)], '... and nothing of it is there');
error = await refused(() => sales((transaction) => Order.create({ customerId: 4711, shipName: 'Nobody', total: 1 }, { transaction })));
ok(error instanceof ForeignKeyConstraintError, 'an order for nobody meets the foreign key', error);

error = await refused(() =>
  sales(async (transaction) => {
    await Order.destroy({ where: { customerId: carol.id }, transaction });
    await carol.destroy({ transaction });
  }),
);
same([code(error), error?.message], ['42501', 'cannot delete from protected table "customers"'], 'destroy() is refused by the guard');
same(await sales((transaction) => Order.count({ where: { customerId: carol.id }, transaction })), 1, '... and the transaction brings her order back');
error = await refused(() => sales((transaction) => Customer.destroy({ where: {}, transaction })));
same(code(error), '42501', 'destroy() of everybody is refused as well');
await sales(async (transaction) => {
  await refused(() => sequelize.transaction({ transaction }, (nested) => carol.destroy({ transaction: nested }))); // a savepoint
  await sequelize.query("SELECT erasure.soft_delete('customers', $1)", { bind: [carol.id], transaction });
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

// --- readers: direct_delete => 'soft_delete', direct_soft_delete => 'allow'. destroy() is a DELETE; of a paranoid model it is an UPDATE of
// the deletion time, and restore() another. All go to the Deleted list and out of it, and Sequelize counts them ---

const Reader = sequelize.define('reader', { id, email: DataTypes.TEXT }, { tableName: 'readers' });
const Paranoid = sequelize.define('paranoid', { id, email: DataTypes.TEXT }, { tableName: 'readers', timestamps: true, createdAt: false, updatedAt: false, paranoid: true });
const Letter = sequelize.define('letter', { id, greeting: DataTypes.TEXT }, { tableName: 'letters' });
Reader.hasMany(Letter, { foreignKey: 'readerId' });
const states = () =>
  sales(async (transaction) => (await sequelize.query("SELECT erasure.state('readers', id) FROM readers ORDER BY id", { transaction, type: QueryTypes.SELECT })).map((row) => row.state));
const where = (...readers) => ({ id: readers.map((reader) => reader.id) });

const [ann, ben, cleo] = await sales(async (transaction) => {
  const readers = await Reader.bulkCreate(['ann', 'ben', 'cleo'].map((name) => ({ email: `${name}@example.com` })), { transaction, fields: ['email'] });
  for (const reader of readers) await reader.createLetter({ greeting: `Dear ${reader.email}` }, { transaction });
  return readers;
});
same(await sales((transaction) => Reader.destroy({ where: where(ann, ben), transaction })), 2, 'Model.destroy counts');
await sales((transaction) => cleo.destroy({ transaction }));
same(await sales((transaction) => Reader.destroy({ where: where(ben, cleo), transaction })), 0, '... but nobody twice');
same(await states(), ['deleted', 'deleted', 'deleted'], 'they are soft-deleted, by an instance\'s destroy() too');
same(await sales((transaction) => Letter.count({ transaction })), 3, 'their letters stay');
same(await sales((transaction) => Paranoid.findAll({ transaction })), [], 'a paranoid model does not see them');
await sales((transaction) => Paranoid.restore({ where: where(ann, ben), transaction }));
same(await states(), ['active', 'active', 'deleted'], 'its restore() is a restore');
same(await sales((transaction) => Paranoid.destroy({ where: where(ann), transaction })), 1, 'its destroy() counts');
same(await states(), ['deleted', 'active', 'deleted'], '... and is a soft delete');
await verb(sales, "permanently_delete('readers', $1::bigint[], 2)", [ann.id, cleo.id]);
error = await refused(() => sales((transaction) => Paranoid.restore({ where: where(ann), transaction })));
same(code(error), '42501', 'restore() of who is masked is refused');

await sequelize.close();
