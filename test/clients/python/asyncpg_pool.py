"""The life of a customer's data through asyncpg: typed parameters, its statement cache, binary COPY, cursors."""

import asyncio
import json
from contextlib import asynccontextmanager

import asyncpg
from tap import ok, same, starred

print(f"# asyncpg {asyncpg.__version__}")


async def story(pool):
    @asynccontextmanager
    async def acting(role, actor):
        """One transaction of one user of the application: the pool's login role may do nothing by itself."""
        async with pool.acquire() as conn, conn.transaction():
            await conn.execute("SELECT set_config('role', $1, true), set_config('erasure.actor', $2, true)", role, actor)
            yield conn

    def sales():
        return acting("sales_team", "tom@shop.example")

    def administrator():
        return acting("administrators", "ada@shop.example")

    async def column(who, query, *args):
        async with who as conn:
            return [row[0] for row in await conn.fetch(query, *args)]

    async def refused(who, query, *args):
        """Runs a statement that has to fail and returns the driver's exception. The transaction it was in is gone."""
        try:
            async with who as conn:
                await conn.fetch(query, *args)
        except asyncpg.PostgresError as error:
            return error
        return None

    # --- customers and orders ---

    async with sales() as conn:
        insert = "INSERT INTO customers (name, email, phone) VALUES ($1, $2, $3) RETURNING id"
        alice = await conn.fetchval(insert, "Alice Example", "alice@example.com", "+49 30 1234567")
        bob = await conn.fetchval(insert, "Bob Example", "bob@example.com", None)
        carol = await conn.fetchval(insert, "Carol Example", "carol@example.com", None)
        copied = await conn.copy_records_to_table("orders", columns=["customer_id", "ship_name", "ship_address"], records=[
            (alice, "Alice Example", "1 Main Street"), (alice, "A. Example", "2 Side Street"), (bob, "Bob Example", None)])
    same(copied, "COPY 3", "orders by binary COPY")

    # --- soft delete and the Deleted list. asyncpg asks the server for the types of parameters: an anyarray has to be named ---

    try:
        await pool.fetchval("SELECT erasure.soft_delete('customers', $1::bigint[])", [alice])
        error = None
    except asyncpg.InsufficientPrivilegeError as e:
        error = e
    ok(error, "without SET LOCAL ROLE the login role may do nothing")
    same(await column(sales(), "SELECT erasure.soft_delete('customers', $1::bigint[])", [alice, bob]), [2], "soft_delete, keys as $1::bigint[]")
    same(await column(sales(), "SELECT erasure.soft_delete('customers', $1)", str(carol)), [1], "soft_delete, one key as untyped $1: text")
    same(await column(sales(), "SELECT name FROM customers_deleted ORDER BY id"), ["Alice Example", "Bob Example", "Carol Example"], "the Deleted list has them")
    same(await column(sales(), "SELECT erasure.restore('customers', $1::bigint[])", [carol]), [1], "restore")
    same(await column(sales(), "SELECT id FROM customers_active"), [carol], "restored ones are active again")
    same(await column(administrator(), "SELECT DISTINCT actor FROM erasure.audit_log WHERE action = 'soft_delete'"), ["tom@shop.example"], "the audit log knows who it was")

    # --- permanent delete, confirmed by what the user types ---

    same(await column(sales(), "SELECT question FROM erasure.confirmation('customers', $1::bigint[])", [alice, bob]),
         ["2 customers will be permanently deleted. Do you want to proceed?"], "confirmation has the words to ask in")
    delete = "SELECT rows_masked FROM erasure.permanently_delete('customers', $1::bigint[], $2)"
    error = await refused(sales(), delete, [alice, bob], 3)
    same(error and error.sqlstate, "22023", "a wrong count is SQLSTATE 22023")
    ok(isinstance(error, asyncpg.InvalidParameterValueError), "... asyncpg.InvalidParameterValueError", repr(error))
    ok(error and error.detail and error.hint, "... with error.detail and error.hint")
    same(await column(sales(), "SELECT name FROM customers_deleted ORDER BY id"), ["Alice Example", "Bob Example"], "... and has changed nothing")
    error = await refused(sales(), delete, [], 0)
    same(error and error.sqlstate, "22023", "an empty list is refused")
    same(await column(sales(), delete, [alice, bob], 2), [5], "permanently_delete with the right count")
    same(await column(sales(), "SELECT id FROM customers_deleted"), [], "they are gone from the Deleted list")
    async with sales() as conn:
        starred([row["name"] async for row in conn.cursor("SELECT name FROM customers WHERE id = ANY($1)", [alice, bob])], "customers are masked, read by a cursor")
    starred(await column(sales(), "SELECT ship_name FROM orders WHERE customer_id = ANY($1)", [alice, bob]), "their orders are masked")

    # --- nothing personal comes back, and nobody is deleted past the rules ---

    async with sales() as conn:
        masked = await conn.fetchrow("SELECT name, email, phone, id FROM customers WHERE id = $1", alice)
        same(await conn.execute("UPDATE customers SET name = $1, email = $2, phone = $3 WHERE id = $4", *masked), "UPDATE 1",
             "an UPDATE that names every column and changes none passes")
    error = await refused(sales(), "UPDATE customers SET name = $1 WHERE id = $2", "Alice again", alice)
    same(error and error.sqlstate, "42501", "a new name for a masked customer is refused")
    error = await refused(sales(), "INSERT INTO orders (customer_id, ship_name) VALUES ($1, $2)", alice, "Alice again")
    same(error and error.sqlstate, "42501", "an order for a masked customer is refused")
    try:
        async with sales() as conn:
            await conn.copy_records_to_table("orders", columns=["customer_id", "ship_name"], records=[(carol, "Carol"), (alice, "Alice again")])
        error = None
    except asyncpg.PostgresError as e:
        error = e
    same(error and error.sqlstate, "42501", "by COPY as well")
    same(await column(sales(), "SELECT count(*) FROM orders"), [3], "... and none of these is there")
    try:
        async with sales() as conn:
            await conn.execute("UPDATE customers SET phone = '1' WHERE id = $1", carol)
            async with conn.transaction():  # nested: a savepoint, which asyncpg rolls back
                await conn.execute("DELETE FROM customers WHERE id = $1", carol)
        error = None
    except asyncpg.InsufficientPrivilegeError as e:
        error = e
    same(error and error.message, 'cannot delete from protected table "customers"', "DELETE is refused by the guard")
    same(await column(sales(), "SELECT phone FROM customers WHERE id = $1", carol), [None], "... and the whole transaction rolled back")

    # --- undo, by an administrator only ---

    undo = "SELECT erasure.undo_permanent_delete('customers', $1::bigint[])"
    error = await refused(sales(), undo, [alice])
    same(error and error.sqlstate, "42501", "the sales team may not undo")
    same(await column(administrator(), undo, [alice]), [1], "an administrator may")
    same(await column(sales(), "SELECT ship_address FROM orders WHERE customer_id = $1 ORDER BY id", alice), ["1 Main Street", "2 Side Street"], "orders are back, byte for byte")
    export = json.loads((await column(administrator(), "SELECT erasure.export('customers', $1::bigint)", alice))[0])
    same([len(t["rows"]) for t in export["tables"]], [1, 2, 0], "export is JSON with everything held on one person")

    # --- what is special to this driver: every statement is prepared and cached. The policy may change under a plan ---

    async def states():
        return [(await column(sales(), "SELECT erasure.state('customers', $1::bigint)", key))[0] for key in (alice, bob, carol)]

    for _ in range(8):
        await column(sales(), "SELECT erasure.soft_delete('customers', $1::bigint[])", [carol])
        await column(sales(), "SELECT erasure.restore('customers', $1::bigint[])", [carol])
        error = await refused(sales(), "DELETE FROM customers WHERE id = $1", carol)
    same(error and error.sqlstate, "42501", "cached statements are refused like new ones")
    same(await states(), ["deleted", "masked", "active"], "and the states are what they should be")

    # --- readers: direct_delete => 'soft_delete'. A DELETE goes to the Deleted list, and the status is DELETE's ---

    keys = await column(sales(), "INSERT INTO readers (email) SELECT unnest($1::text[]) RETURNING id", ["ann@example.com", "ben@example.com"])
    async with sales() as conn:
        same(await conn.execute("DELETE FROM readers WHERE id = $1", keys[0]), "DELETE 1", "DELETE is told its number")
        same(await conn.execute("DELETE FROM readers WHERE id = $1", keys[0]), "DELETE 0", "... and none the second time")
        same([r["id"] for r in await conn.fetch("DELETE FROM readers WHERE id = ANY($1) RETURNING id", keys)], [keys[1]], "RETURNING has the rows")
    same(await column(sales(), "SELECT erasure.state('readers', id) FROM readers"), ["deleted", "deleted"], "they are soft-deleted")
    for _ in range(8):  # a cached statement becomes a generic plan
        async with sales() as conn:
            back = await conn.execute("UPDATE readers SET deleted_at = NULL WHERE id = $1", keys[0])
            again = await conn.execute("DELETE FROM readers WHERE id = $1", keys[0])
    same((back, again), ("UPDATE 1", "DELETE 1"), "direct_soft_delete: an UPDATE of the deletion time restores, again and again")


async def main():
    async with asyncpg.create_pool(user="app", min_size=1, max_size=2) as pool:  # the rest comes from PGHOST, PGPORT, PGDATABASE
        await story(pool)


asyncio.run(main())
