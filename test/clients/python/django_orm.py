"""The life of a customer's data through Django: its own migrations and deferred foreign keys, model deletes with cascades, nested atomic."""

import json
import os
from contextlib import contextmanager

import django
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, connections, models, transaction
from django.utils import timezone
from tap import ok, same, starred

print(f"# Django {django.get_version()}")

database = {"ENGINE": "django.db.backends.postgresql", "NAME": os.environ["PGDATABASE"], "HOST": os.environ["PGHOST"], "PORT": os.environ["PGPORT"]}
settings.configure(
    DATABASES={"default": {**database, "USER": "app"}, "owner": {**database, "USER": "shop_owner"}},  # the pool, and who migrates
    INSTALLED_APPS=["django_shop"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
)
django.setup()
call_command("migrate", database="owner", verbosity=0)

from django_shop.models import Customer, DeletedCustomer, Letter, Order, OrderNote, Reader  # noqa: E402 (models want the set-up above)


class Verb(models.Func):
    """A function of erasure over the customers' table."""

    def __init__(self, name, *args, **kwargs):
        super().__init__(models.Value(Customer._meta.db_table), *args, function=f"erasure.{name}", **kwargs)


@contextmanager
def acting(role, actor):
    """One transaction of one user of the application: the pool's login role may do nothing by itself."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true), set_config('erasure.actor', %s, true)", [role, actor])
        yield cursor


def sales():
    return acting("sales_team", "tom@shop.example")


def administrator():
    return acting("administrators", "ada@shop.example")


def verb(who, call, *params):
    """Calls a function of erasure and returns its rows as dictionaries."""
    with who as cursor:
        cursor.execute(f"SELECT * FROM erasure.{call}", params)
        names = [c.name for c in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]


def refused(who, work):
    """What Django raises for work that has to fail; `__cause__` is the driver's exception."""
    try:
        with who as cursor:
            work(cursor)
    except DatabaseError as error:
        return error
    return None


def sqlstate(error):
    return error and error.__cause__.pgcode


def deleted():
    with sales():
        return list(DeletedCustomer.objects.order_by("id").values_list("name", flat=True))


TABLE = Customer._meta.db_table

# --- customers and orders ---

with connections["owner"].cursor() as cursor:
    cursor.execute("SELECT bool_and(condeferred) FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text LIKE 'django_shop_%'")
    same(cursor.fetchone()[0], True, "Django's foreign keys are INITIALLY DEFERRED")

with sales():
    alice = Customer.objects.create(name="Alice Example", email="alice@example.com", phone="+49 30 1234567")
    bob, carol = Customer.objects.bulk_create([Customer(name="Bob Example", email="bob@example.com"), Customer(name="Carol Example", email="carol@example.com")])
    first = alice.orders.create(ship_name="Alice Example", ship_address="1 Main Street", total=12)
    alice.orders.create(ship_name="A. Example", ship_address="2 Side Street", total=30)
    first.notes.create(note="Alice is in after four")
    bob.orders.create(ship_name="Bob Example")
    carol.orders.create(ship_name="Carol Example").notes.create(note="Carol rings twice")
    same(Order.objects.count(), 4, "objects are stored")

# --- soft delete and the Deleted list ---

try:
    with connection.cursor() as cursor:
        cursor.execute("SELECT erasure.soft_delete(%s, %s)", [TABLE, [alice.id]])
    error = None
except ProgrammingError as e:
    error = e
same(sqlstate(error), "42501", "without SET LOCAL ROLE the login role may do nothing")

same(verb(sales(), "soft_delete(%s, %s)", TABLE, [alice.id, bob.id]), [{"soft_delete": 2}], "soft_delete, keys as a list")
same(verb(sales(), "soft_delete(%s, %s)", TABLE, str(carol.id)), [{"soft_delete": 1}], "soft_delete, one key as text")
same(deleted(), ["Alice Example", "Bob Example", "Carol Example"], "the Deleted list, through an unmanaged model")
same(verb(sales(), "restore(%s, %s)", TABLE, [carol.id]), [{"restore": 1}], "restore")
with sales():
    same(list(Customer.objects.filter(deleted_at=None).values_list("id", flat=True)), [carol.id], "restored ones are active again")
    states = Customer.objects.order_by("id").annotate(state=Verb("state", "id", output_field=models.TextField()))
    same([c.state for c in states], ["deleted", "deleted", "active"], "state, as an annotation of a query set")
with administrator() as cursor:
    cursor.execute("SELECT DISTINCT actor FROM erasure.audit_log WHERE action = 'soft_delete'")
    same(cursor.fetchall(), [("tom@shop.example",)], "the audit log knows who it was")

# --- permanent delete, confirmed by what the user types ---

both = [alice.id, bob.id]
same(verb(sales(), "confirmation(%s, %s)", TABLE, both)[0]["subjects"], 2, "confirmation has the words to ask in")
error = refused(sales(), lambda cursor: cursor.execute("SELECT * FROM erasure.permanently_delete(%s, %s, %s)", [TABLE, both, 3]))
same(sqlstate(error), "22023", "a wrong count is SQLSTATE 22023, in error.__cause__.pgcode")
ok(error and error.__cause__.diag.message_detail and error.__cause__.diag.message_hint, "... with DETAIL and HINT in error.__cause__.diag", error)
same(deleted(), ["Alice Example", "Bob Example"], "... and has changed nothing")
error = refused(sales(), lambda cursor: cursor.execute("SELECT * FROM erasure.permanently_delete(%s, %s, %s)", [TABLE, [], 0]))
same(sqlstate(error), "22023", "an empty list is refused")

done = verb(sales(), "permanently_delete(%s, %s, %s)", TABLE, both, 2)[0]
same((done["subjects"], done["rows_masked"]), (2, 6), "permanently_delete with the right count")
same(deleted(), [], "they are gone from the Deleted list")
with sales():
    masked = Customer.objects.filter(id__in=both).prefetch_related("orders__notes")
    starred([v for c in masked for v in (c.name, c.email)], "customers read back as asterisks")
    starred([o.ship_name for c in masked for o in c.orders.all()], "their orders too")
    starred([n.note for c in masked for o in c.orders.all() for n in o.notes.all()], "and the notes below")

with sales():  # all of a life in one transaction: the foreign keys are checked at its COMMIT only
    dave = Customer.objects.create(name="Dave Example", email="dave@example.com")
    dave.orders.create(ship_name="Dave Example")
    verb(sales(), "soft_delete(%s, %s)", TABLE, [dave.id])
    verb(sales(), "permanently_delete(%s, %s, %s)", TABLE, [dave.id], 1)
with sales():
    starred(dave.orders.values_list("ship_name", flat=True), "from INSERT to the mask in one transaction, foreign keys still deferred")

# --- nothing personal comes back ---

with sales():
    person = Customer.objects.get(id=alice.id)
    person.save()  # names every column
    person.refresh_from_db()
    starred([person.name], "save() of an unchanged masked object passes")
alice.name = "Alice again"
same(sqlstate(refused(sales(), lambda cursor: alice.save())), "42501", "save() of an object read before the deletion is refused")
same(sqlstate(refused(sales(), lambda cursor: Order.objects.create(customer=alice, ship_name="Alice again"))), "42501", "an order for a masked customer is refused")
with sales():
    starred(list(alice.orders.values_list("ship_name", flat=True)), "... and is not there")
error = refused(sales(), lambda cursor: Order.objects.create(customer_id=4711, ship_name="Nobody"))
ok(isinstance(error, IntegrityError), "an order for nobody meets the foreign key, at COMMIT", repr(error))

# --- nobody is deleted past the rules ---


def everything():
    with sales():
        return (Customer.objects.filter(id=carol.id).values_list("phone", flat=True).first(), Order.objects.count(), OrderNote.objects.count())


before = everything()


def delete_after_a_change(cursor):
    Customer.objects.filter(id=carol.id).update(phone="1")
    carol.delete()  # Django deletes the notes and orders first, then the customer


error = refused(sales(), delete_after_a_change)
same(error and str(error).splitlines()[0], f'cannot delete from protected table "{TABLE}"', "model.delete() is refused by the guard")
same(everything(), before, "... and all is back that its cascade had deleted")
error = refused(sales(), lambda cursor: Customer.objects.filter(id=carol.id).delete())
same(sqlstate(error), "42501", "queryset.delete() is refused as well")
error = refused(sales(), lambda cursor: Customer.objects.filter(id=carol.id)._raw_delete("default"))
same(sqlstate(error), "42501", "and so is a delete without the cascade")
same(everything(), before, "... with nothing changed")

with sales():
    try:
        with transaction.atomic():  # nested: a savepoint
            Customer.objects.filter(id=carol.id).delete()
    except ProgrammingError:
        verb(sales(), "soft_delete(%s, %s)", TABLE, [carol.id])
same(deleted(), ["Carol Example"], "after a nested atomic block the transaction goes on")

# --- undo, by an administrator only ---

error = refused(sales(), lambda cursor: cursor.execute("SELECT erasure.undo_permanent_delete(%s, %s)", [TABLE, [alice.id]]))
same(sqlstate(error), "42501", "the sales team may not undo")
same(verb(administrator(), "undo_permanent_delete(%s, %s)", TABLE, [alice.id]), [{"undo_permanent_delete": 1}], "an administrator may")
with sales():
    same(Customer.objects.get(id=alice.id).email, "alice@example.com", "the customer is back")
    same(list(alice.orders.order_by("id").values_list("ship_address", flat=True)), ["1 Main Street", "2 Side Street"], "and the orders, byte for byte")
export = verb(administrator(), "export(%s, %s)", TABLE, alice.id)[0]["export"]
export = export if isinstance(export, dict) else json.loads(export)  # Django leaves jsonb of raw queries as text
same([len(t["rows"]) for t in export["tables"]], [1, 2, 1], "export is JSON with everything held on one person")

# --- readers: direct_delete => 'soft_delete'. What Django deletes goes to the Deleted list, and Django is told the number ---


def states():
    table = models.Value(Reader._meta.db_table)
    found = Reader.objects.order_by("id").annotate(state=models.Func(table, "id", function="erasure.state", output_field=models.TextField()))
    return [r.state for r in found]


with sales():
    readers = [Reader.objects.create(email=f"{name}@example.com") for name in ("ann", "ben", "cleo", "dan")]
    Letter.objects.bulk_create([Letter(reader=reader, greeting=f"Dear {reader.email}") for reader in readers])
ann, ben, cleo, dan = (reader.id for reader in readers)
with sales():
    same(readers[0].delete(), (1, {"django_shop.Reader": 1}), "model.delete() counts the reader")
    same(Reader.objects.filter(email__in=["ben@example.com", "cleo@example.com"]).delete(), (2, {"django_shop.Reader": 2}), "queryset.delete() counts both")
    same(Reader.objects.filter(email__startswith="ann").delete()[0], 0, "who is deleted already does not count")
with sales():
    same(states(), ["deleted", "deleted", "deleted", "active"], "they are soft-deleted")
    same(Letter.objects.count(), 4, "their letters stay")
with administrator() as cursor:
    cursor.execute("SELECT subjects, actor FROM erasure.audit_log WHERE action = 'soft_delete' AND relation LIKE '%reader' ORDER BY id")
    same(cursor.fetchall(), [(1, "tom@shop.example"), (2, "tom@shop.example")], "each delete is in the audit log, with the application's user")
same(verb(sales(), "restore(%s, %s)", Reader._meta.db_table, [ben]), [{"restore": 1}], "restore brings one back")
with sales():
    same(list(readers[1].letters.values_list("greeting", flat=True)), ["Dear ben@example.com"], "... who still has the letter")

# direct_soft_delete => 'allow': a manager that writes the deletion time itself
with sales():
    same(Reader.objects.filter(id=ben, deleted_at=None).update(deleted_at=timezone.now()), 1, "an update of the deletion time")
    same(Reader.objects.filter(id=cleo).update(deleted_at=None), 1, "... and back")
    same(states(), ["deleted", "deleted", "active", "active"], "... are a soft delete and a restore")
verb(sales(), "permanently_delete(%s, %s, %s)", Reader._meta.db_table, [ann], 1)
same(sqlstate(refused(sales(), lambda cursor: Reader.objects.filter(id=ann).update(deleted_at=None))), "42501", "nobody comes back so who was masked")
