"""The life of a customer's data through psycopg 3: server-side binding, pipelines, COPY, binary results."""

from contextlib import contextmanager

import psycopg
from psycopg.rows import dict_row
from tap import ok, same, starred

print(f"# psycopg {psycopg.__version__}")

conn = psycopg.connect("user=app", autocommit=True, row_factory=dict_row)  # the rest comes from PGHOST, PGPORT, PGDATABASE


@contextmanager
def acting(role, actor):
    """One transaction of one user of the application: the pool's login role may do nothing by itself."""
    with conn.transaction(), conn.cursor() as cur:
        cur.execute("SELECT set_config('role', %s, true), set_config('erasure.actor', %s, true)", [role, actor])
        yield cur


def sales():
    return acting("sales_team", "tom@shop.example")


def administrator():
    return acting("administrators", "ada@shop.example")


def refused(who, query, params=None):
    """Runs a statement that has to fail and returns the driver's exception. The transaction it was in is gone."""
    try:
        with who as cur:
            cur.execute(query, params)
    except psycopg.Error as error:
        return error
    return None


def one(who, query, params=None):
    with who as cur:
        return cur.execute(query, params).fetchone()


def column(who, query, params=None):
    with who as cur:
        return [next(iter(row.values())) for row in cur.execute(query, params)]


# --- customers and orders, as any application writes them ---

with sales() as cur:
    cur.executemany(  # psycopg 3.1 sends these as one pipeline
        "INSERT INTO customers (name, email, phone) VALUES (%s, %s, %s) RETURNING id",
        [("Alice Example", "alice@example.com", "+49 30 1234567"), ("Bob Example", "bob@example.com", None), ("Carol Example", "carol@example.com", "")],
        returning=True,
    )
    ids = [cur.fetchone()["id"]]
    while cur.nextset():
        ids.append(cur.fetchone()["id"])
    alice, bob, carol = ids
    with cur.copy("COPY orders (customer_id, ship_name, ship_address, total) FROM STDIN") as copy:
        for row in [(alice, "Alice Example", "1 Main Street", 12), (alice, "A. Example", "2 Side Street", 30), (bob, "Bob Example", None, 7)]:
            copy.write_row(row)
    orders = [row["id"] for row in cur.execute("SELECT id FROM orders ORDER BY id")]
    cur.execute("INSERT INTO order_notes (order_id, note) VALUES (%s, %s)", [orders[0], "Alice is in after four"])
same(len(orders), 3, "customers by a pipelined executemany, orders by COPY")

# --- soft delete and the Deleted list ---

error = None
try:
    conn.execute("SELECT erasure.soft_delete('customers', %s)", [[alice]])
except psycopg.Error as e:
    error = e
ok(error and error.sqlstate == "42501", "without SET LOCAL ROLE the login role may do nothing", error)

# A list of ints arrives as smallint[], integer[] or bigint[], by the size of the numbers; all of them will do.
same(one(sales(), "SELECT erasure.soft_delete('customers', %s) AS n", [[alice, bob]])["n"], 2, "soft_delete, keys as a list")
same(one(sales(), "SELECT erasure.soft_delete(%s, %s) AS n", ["customers", str(carol)])["n"], 1, "soft_delete, one key as text")
same(column(sales(), "SELECT name FROM customers_deleted ORDER BY id"), ["Alice Example", "Bob Example", "Carol Example"], "the Deleted list has them")
same(one(sales(), "SELECT erasure.restore('customers', %s) AS n", [[carol]])["n"], 1, "restore")
same(column(sales(), "SELECT id FROM customers_active"), [carol], "restored ones are active again")
same(
    one(administrator(), "SELECT session_role::text, role::text, actor FROM erasure.audit_log WHERE action = 'soft_delete' ORDER BY id LIMIT 1"),
    {"session_role": "app", "role": "sales_team", "actor": "tom@shop.example"},
    "the audit log knows who it was",
)

# --- permanent delete, confirmed by what the user types ---

asked = one(sales(), "SELECT * FROM erasure.confirmation('customers', %s)", [[alice, bob]])
same(asked["question"], "2 customers will be permanently deleted. Do you want to proceed?", "confirmation has the words to ask in")

error = refused(sales(), "SELECT * FROM erasure.permanently_delete('customers', %s, %s)", [[alice, bob], 3])
same(getattr(error, "sqlstate", None), "22023", "a wrong count is SQLSTATE 22023")
ok(isinstance(error, psycopg.errors.InvalidParameterValue), "... psycopg.errors.InvalidParameterValue", repr(error))
ok(error and error.diag.message_detail and error.diag.message_hint, "... with DETAIL and HINT in error.diag", error and error.diag.message_detail)
same(column(sales(), "SELECT name FROM customers_deleted ORDER BY id"), ["Alice Example", "Bob Example"], "... and has changed nothing")

error = refused(sales(), "SELECT * FROM erasure.permanently_delete('customers', %s, %s)", [[], 0])
same(getattr(error, "sqlstate", None), "22023", "an empty list is refused")

done = one(sales(), "SELECT * FROM erasure.permanently_delete('customers', %s, %s)", [[alice, bob], 2])
same((done["subjects"], done["rows_masked"]), (2, 6), "permanently_delete with the right count")
same(column(sales(), "SELECT id FROM customers_deleted"), [], "they are gone from the Deleted list")
with sales() as cur:
    # Results in the binary protocol, read by a named cursor on the server.
    with conn.cursor("masked", binary=True) as named:
        starred((r["name"] for r in named.execute("SELECT name FROM customers WHERE id = ANY(%s)", [[alice, bob]])), "customers are masked")
    starred((r["ship_name"] for r in cur.execute("SELECT ship_name FROM orders WHERE customer_id = ANY(%s)", [[alice, bob]])), "their orders are masked")
    starred((r["note"] for r in cur.execute("SELECT note FROM order_notes")), "the notes below their orders are masked")

# --- nothing personal comes back, and nobody is deleted past the rules ---

masked = one(sales(), "SELECT name, email, phone FROM customers WHERE id = %s", [alice])
with sales() as cur:
    cur.execute("UPDATE customers SET name = %(name)s, email = %(email)s, phone = %(phone)s WHERE id = %(id)s", {**masked, "id": alice})
    same(cur.rowcount, 1, "an UPDATE that names every column and changes none passes")
error = refused(sales(), "UPDATE customers SET name = %s WHERE id = %s", ["Alice again", alice])
same(getattr(error, "sqlstate", None), "42501", "a new name for a masked customer is refused")
error = refused(sales(), "INSERT INTO orders (customer_id, ship_name) VALUES (%s, %s)", [alice, "Alice again"])
same(getattr(error, "sqlstate", None), "42501", "an order for a masked customer is refused")
starred(column(sales(), "SELECT ship_name FROM orders WHERE customer_id = %s", [alice]), "... and is not there")

error = None
try:
    with sales() as cur:
        cur.execute("UPDATE customers SET phone = '1' WHERE id = %s", [carol])
        cur.execute("DELETE FROM customers WHERE id = %s", [carol])
except psycopg.errors.InsufficientPrivilege as e:
    error = e
same(error and error.diag.message_primary, 'cannot delete from protected table "customers"', "DELETE is refused by the guard")
same(one(sales(), "SELECT name, phone FROM customers WHERE id = %s", [carol]), {"name": "Carol Example", "phone": ""}, "... and the whole transaction rolled back")

with sales() as cur:
    try:
        with conn.transaction():  # nested: a savepoint
            cur.execute("DELETE FROM customers WHERE id = %s", [carol])
    except psycopg.errors.InsufficientPrivilege:
        cur.execute("SELECT erasure.soft_delete('customers', %s)", [[carol]])
same(one(sales(), "SELECT erasure.state('customers', %s) AS state", [carol])["state"], "deleted", "after a savepoint the transaction goes on")
one(sales(), "SELECT erasure.restore('customers', %s)", [[carol]])

# --- undo, by an administrator only ---

error = refused(sales(), "SELECT erasure.undo_permanent_delete('customers', %s)", [[alice]])
same(getattr(error, "sqlstate", None), "42501", "the sales team may not undo")
same(one(administrator(), "SELECT erasure.undo_permanent_delete('customers', %s) AS n", [[alice]])["n"], 1, "an administrator may")
same(column(sales(), "SELECT name FROM customers_deleted"), ["Alice Example"], "back in the Deleted list")
same(column(sales(), "SELECT ship_address FROM orders WHERE customer_id = %s ORDER BY id", [alice]), ["1 Main Street", "2 Side Street"], "orders are back, byte for byte")
export = one(administrator(), "SELECT erasure.export('customers', %s) AS it", [alice])["it"]  # psycopg parses jsonb
same(export["subject"]["state"], "deleted", "export is JSON")
same([len(t["rows"]) for t in export["tables"]], [1, 2, 1], "... with everything held on one person")

# --- what is special to this driver: statements that it prepares by itself, pipelines ---

conn.prepare_threshold = 1
states = [one(sales(), "SELECT erasure.state('customers', %s) AS state", [key])["state"] for key in [alice, bob, carol] * 3]
same(states, ["deleted", "masked", "active"] * 3, "prepared statements, executed again and again")
for _ in range(4):
    one(sales(), "SELECT erasure.soft_delete('customers', %s)", [[carol]])
    one(sales(), "SELECT erasure.restore('customers', %s)", [[carol]])
same(one(sales(), "SELECT count(*) AS n FROM pg_prepared_statements WHERE statement LIKE '%%soft_delete%%'")["n"], 1, "... the verbs too")

error = None
try:
    with conn.pipeline(), sales() as cur:
        cur.execute("UPDATE customers SET phone = '2' WHERE id = %s", [carol])
        cur.execute("INSERT INTO orders (customer_id, ship_name) VALUES (%s, %s)", [bob, "Bob again"])
        cur.execute("UPDATE customers SET phone = '3' WHERE id = %s", [carol])
except psycopg.Error as e:
    error = e
same(getattr(error, "sqlstate", None), "42501", "in a pipeline, too, the refusal reaches the application")
same(one(sales(), "SELECT phone FROM customers WHERE id = %s", [carol])["phone"], "", "... and nothing of the pipeline is left")

# --- readers: direct_delete => 'soft_delete'. A DELETE goes to the Deleted list, and the driver is told DELETE's number and rows ---

with sales() as cur:
    cur.execute("INSERT INTO readers (email) SELECT name || '@example.com' FROM unnest(%s::text[]) AS name RETURNING id", [["ann", "ben", "cleo", "dan"]])
    ann, ben, cleo, dan = (row["id"] for row in cur.fetchall())
    cur.execute("INSERT INTO letters (reader_id, greeting) SELECT id, 'Dear ' || email FROM readers")
with sales() as cur:
    cur.execute("DELETE FROM readers WHERE id = ANY(%s)", [[ann, ben]])
    same((cur.statusmessage, cur.rowcount), ("DELETE 2", 2), "DELETE has its command tag and its number")
    cur.execute("DELETE FROM readers WHERE id = ANY(%s) RETURNING email", [[ben, cleo]])
    same(cur.fetchall(), [{"email": "cleo@example.com"}], "RETURNING has who was not deleted yet")
    cur.executemany("DELETE FROM readers WHERE id = %s", [[cleo], [dan]])
    same(cur.rowcount, 1, "executemany counts, in its pipeline")
same(one(sales(), "SELECT count(*) AS n FROM readers_deleted")["n"], 4, "all are in the Deleted list")
same(one(sales(), "SELECT count(*) AS n FROM letters")["n"], 4, "their letters stay")
with sales() as cur:
    cur.execute("UPDATE readers SET deleted_at = NULL WHERE id = %s", [ann])
same(one(sales(), "SELECT erasure.state('readers', %s) AS state", [ann])["state"], "active", "direct_soft_delete: an UPDATE of the deletion time restores")
for _ in range(3):
    with sales() as cur:
        numbers = [cur.execute(statement, [ann]).rowcount for statement in
                   ("DELETE FROM readers WHERE id = %s", "DELETE FROM readers WHERE id = %s", "UPDATE readers SET deleted_at = NULL WHERE id = %s")]
    same(numbers, [1, 0, 1], "prepared statements, again and again")
