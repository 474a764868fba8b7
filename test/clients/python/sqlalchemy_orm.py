"""The life of a customer's data through SQLAlchemy's ORM (over psycopg2): sessions, relationships with cascades, a mapped Deleted list."""

import warnings
from contextlib import contextmanager

import psycopg2
import sqlalchemy
from sqlalchemy import ARRAY, BigInteger, Column, DateTime, ForeignKey, Numeric, Text, bindparam, create_engine, func, select, text
from sqlalchemy.exc import DBAPIError, ProgrammingError, SAWarning
from sqlalchemy.orm import Session, declarative_base, relationship
from sqlalchemy.orm.attributes import flag_modified
from tap import ok, same, starred

print(f"# SQLAlchemy {sqlalchemy.__version__}, psycopg2 {psycopg2.__version__}")

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customers"
    id = Column(BigInteger, primary_key=True)
    name = Column(Text, nullable=False)
    email = Column(Text, nullable=False)
    phone = Column(Text)
    deleted_at = Column(DateTime(timezone=True))  # erasure.protect made it; only the verbs write it
    orders = relationship("Order", back_populates="customer", cascade="all, delete-orphan", order_by="Order.id")


class Order(Base):
    __tablename__ = "orders"
    id = Column(BigInteger, primary_key=True)
    customer_id = Column(ForeignKey("customers.id"), nullable=False)
    ship_name = Column(Text, nullable=False)
    ship_address = Column(Text)
    total = Column(Numeric(10, 2), nullable=False, server_default="0")
    customer = relationship(Customer, back_populates="orders")


class Reader(Base):
    """Of the newsletter. Declared with direct_delete => 'soft_delete': what the session deletes goes to the Deleted list."""

    __tablename__ = "readers"
    id = Column(BigInteger, primary_key=True)
    email = Column(Text, nullable=False)
    deleted_at = Column(DateTime(timezone=True))
    # "all": the session leaves the letters alone. A cascade would delete them itself, and restore would not bring them back.
    letters = relationship("Letter", passive_deletes="all", order_by="Letter.id")


class Letter(Base):
    __tablename__ = "letters"
    id = Column(BigInteger, primary_key=True)
    reader_id = Column(ForeignKey("readers.id"), nullable=False)
    greeting = Column(Text, nullable=False)


class DeletedCustomer(Base):
    """The Deleted list is a view: a class may be mapped to it like to a table."""

    __tablename__ = "customers_deleted"
    id = Column(BigInteger, primary_key=True)
    name = Column(Text)
    deleted_at = Column(DateTime(timezone=True))


engine = create_engine("postgresql+psycopg2://app@/", future=True)  # the rest comes from PGHOST, PGPORT, PGDATABASE


@contextmanager
def acting(role, actor):
    """One transaction of one user of the application: the pool's login role may do nothing by itself."""
    with Session(engine, future=True, expire_on_commit=False) as session, session.begin():
        session.execute(text("SELECT set_config('role', :role, true), set_config('erasure.actor', :actor, true)"), {"role": role, "actor": actor})
        yield session


def sales():
    return acting("sales_team", "tom@shop.example")


def administrator():
    return acting("administrators", "ada@shop.example")


def keys(*ids):
    """Keys as an array of their own type."""
    return bindparam("keys", list(ids), type_=ARRAY(BigInteger), unique=True)


def fetch(who, query):
    with who as session:
        return session.execute(query).scalars().all()


def refused(who, work):
    """What the session raises for work that has to fail. `orig` is the driver's exception."""
    try:
        with who as session:
            work(session)
            session.flush()
    except DBAPIError as error:
        return error
    return None


def sqlstate(error):
    return error and error.orig.pgcode


# --- customers and orders ---

with sales() as session:
    people = [
        Customer(name="Alice Example", email="alice@example.com", phone="+49 30 1234567", orders=[
            Order(ship_name="Alice Example", ship_address="1 Main Street", total=12),
            Order(ship_name="A. Example", ship_address="2 Side Street", total=30),
        ]),
        Customer(name="Bob Example", email="bob@example.com", orders=[Order(ship_name="Bob Example", total=7)]),
        Customer(name="Carol Example", email="carol@example.com", orders=[Order(ship_name="Carol Example", total=5)]),
    ]
    session.add_all(people)
alice, bob, carol = (p.id for p in people)
same(fetch(sales(), select(func.count()).select_from(Order)), [4], "objects with their orders are stored")

# --- soft delete and the Deleted list ---

try:
    with Session(engine, future=True) as session:
        session.execute(select(func.erasure.soft_delete("customers", keys(alice))))
    error = None
except ProgrammingError as e:
    error = e
same(sqlstate(error), "42501", "without SET LOCAL ROLE the login role may do nothing")

same(fetch(sales(), select(func.erasure.soft_delete("customers", keys(alice, bob)))), [2], "soft_delete, keys as ARRAY(BigInteger)")
same(fetch(sales(), select(func.erasure.soft_delete("customers", str(carol)))), [1], "soft_delete, one key as text")
same(fetch(sales(), select(DeletedCustomer.name).order_by(DeletedCustomer.id)), ["Alice Example", "Bob Example", "Carol Example"], "the Deleted list, through its mapped class")
same(fetch(sales(), text("SELECT erasure.restore('customers', :keys)").bindparams(keys=[carol])), [1], "restore, keys as a plain list")
same(fetch(sales(), select(Customer.name).where(Customer.deleted_at.is_(None))), ["Carol Example"], "restored ones are active again")
same(fetch(administrator(), text("SELECT DISTINCT actor FROM erasure.audit_log WHERE action = 'soft_delete'")), ["tom@shop.example"], "the audit log knows who it was")

# --- permanent delete, confirmed by what the user types ---

confirmation = func.erasure.confirmation("customers", keys(alice, bob)).table_valued("title", "question", "prompt", "subjects")
same(fetch(sales(), select(confirmation.c.question)), ["2 customers will be permanently deleted. Do you want to proceed?"], "confirmation has the words to ask in")


def permanently_delete(ids, typed):
    table = func.erasure.permanently_delete("customers", keys(*ids), typed).table_valued("request", "subjects", "rows_masked", "erase_after")
    return select(table.c.rows_masked)


error = refused(sales(), lambda session: session.execute(permanently_delete([alice, bob], 3)))
same(sqlstate(error), "22023", "a wrong count is SQLSTATE 22023, in error.orig.pgcode")
ok(error and error.orig.diag.message_detail and error.orig.diag.message_hint, "... with DETAIL and HINT in error.orig.diag", error)
same(fetch(sales(), select(DeletedCustomer.name).order_by(DeletedCustomer.id)), ["Alice Example", "Bob Example"], "... and has changed nothing")
same(sqlstate(refused(sales(), lambda session: session.execute(permanently_delete([], 0)))), "22023", "an empty list is refused")

same(fetch(sales(), permanently_delete([alice, bob], 2)), [5], "permanently_delete with the right count")
same(fetch(sales(), select(DeletedCustomer)), [], "they are gone from the Deleted list")
with sales() as session:
    masked = session.execute(select(Customer).where(Customer.id.in_([alice, bob])).order_by(Customer.id)).scalars().all()
    starred([v for c in masked for v in (c.name, c.email)], "customers read back as asterisks")
    starred([o.ship_name for c in masked for o in c.orders], "their orders too")

# --- nothing personal comes back, and nobody is deleted past the rules ---

with sales() as session:
    person = session.get(Customer, alice)
    for attribute in ("name", "email", "phone", "deleted_at"):
        flag_modified(person, attribute)  # names every column in the UPDATE, as a form that writes all its fields does
    session.flush()
    ok(not session.dirty, "an UPDATE that names every column and changes none passes")


def rename(session):
    session.get(Customer, alice).name = "Alice again"


same(sqlstate(refused(sales(), rename)), "42501", "a new name for a masked customer is refused")
same(sqlstate(refused(sales(), lambda session: session.add(Order(customer_id=alice, ship_name="Alice again")))), "42501", "an order for a masked customer is refused")
starred(fetch(sales(), select(Order.ship_name).where(Order.customer_id == alice)), "... and is not there")


def delete_with_cascade(session):
    session.get(Customer, carol).phone = "1"
    session.flush()
    session.delete(session.get(Customer, carol))  # the session deletes the orders first, then the customer


error = refused(sales(), delete_with_cascade)
same(sqlstate(error), "42501", "session.delete is refused")
ok("cannot delete from protected table" in str(error), "... by the guard", error)
same(fetch(sales(), select(Customer.phone).where(Customer.id == carol)), [None], "... and the whole transaction rolled back")
same(fetch(sales(), select(Order.ship_name).where(Order.customer_id == carol)), ["Carol Example"], "... with the orders that the cascade had deleted")
error = refused(sales(), lambda session: session.execute(sqlalchemy.delete(Customer).where(Customer.id == carol)))
same(sqlstate(error), "42501", "a bulk delete() is refused as well")

with sales() as session:
    try:
        with session.begin_nested():  # a savepoint
            session.execute(sqlalchemy.delete(Customer).where(Customer.id == carol))
    except ProgrammingError:
        session.execute(select(func.erasure.soft_delete("customers", keys(carol))))
same(fetch(sales(), select(DeletedCustomer.name)), ["Carol Example"], "after a savepoint the transaction goes on")
fetch(sales(), select(func.erasure.restore("customers", keys(carol))))

# --- undo, by an administrator only ---

undo = select(func.erasure.undo_permanent_delete("customers", keys(alice)))
same(sqlstate(refused(sales(), lambda session: session.execute(undo))), "42501", "the sales team may not undo")
same(fetch(administrator(), undo), [1], "an administrator may")
with sales() as session:
    person = session.get(Customer, alice)
    same((person.name, person.email, person.phone), ("Alice Example", "alice@example.com", "+49 30 1234567"), "the customer is back")
    same([o.ship_address for o in person.orders], ["1 Main Street", "2 Side Street"], "and the orders, byte for byte")
same(fetch(sales(), select(func.erasure.state("customers", alice))), ["deleted"], "state, with the key as a number")
export = fetch(administrator(), select(func.erasure.export("customers", alice)))[0]
same([len(t["rows"]) for t in export["tables"]], [1, 2, 0], "export is JSON with everything held on one person")

# --- what is special to this client: reading in pieces from the server ---

with sales() as session:
    rows = session.execute(select(Order).order_by(Order.id).execution_options(yield_per=1, stream_results=True)).scalars()
    same([o.ship_name.startswith("*****") for o in rows], [False, False, True, False], "a server-side cursor sees who is masked and who is not")

# --- readers: direct_delete => 'soft_delete'. The session counts what its DELETE has found, and finds its number ---

warnings.simplefilter("error", SAWarning)  # "expected to delete 1 row(s); 0 were matched"
with sales() as session:
    readers = [Reader(email=f"{name}@example.com", letters=[Letter(greeting=f"Dear {name}")]) for name in ("ann", "ben", "cleo", "dan")]
    session.add_all(readers)
ann, ben, cleo, dan = (r.id for r in readers)


def reader_states():
    return fetch(sales(), select(func.erasure.state("readers", Reader.id)).order_by(Reader.id))


with sales() as session:
    session.delete(session.get(Reader, ann))
    for reader in session.execute(select(Reader).where(Reader.id.in_([ben, cleo]))).scalars():
        session.delete(reader)
    session.flush()
    same(session.get(Reader, dan).email, "dan@example.com", "session.delete of one and of many, with the counts that SQLAlchemy wants")
same(reader_states(), ["deleted", "deleted", "deleted", "active"], "they are soft-deleted")
same(fetch(sales(), select(func.count()).select_from(Letter)), [4], "their letters stay")
same(fetch(administrator(), text("SELECT subjects FROM erasure.audit_log WHERE relation LIKE '%readers' AND action = 'soft_delete' AND actor = 'tom@shop.example'")), [1, 1, 1],
     "the audit log has an entry for each DELETE, with the application's user")
with sales() as session:
    same(session.execute(sqlalchemy.delete(Reader).where(Reader.id.in_([cleo, dan]))).rowcount, 1, "a bulk delete() counts who was not deleted yet")
missed = None
try:
    with sales() as session:
        session.delete(session.get(Reader, ann))
except SAWarning as e:
    missed = e
ok("0 were matched" in str(missed), "session.delete of who is deleted already is told so", repr(missed))
same(fetch(sales(), select(func.erasure.restore("readers", keys(ben, dan)))), [2], "restore brings them back")
with sales() as session:
    same([letter.greeting for letter in session.get(Reader, ben).letters], ["Dear ben"], "... with their letters")

# direct_soft_delete => 'allow': an application that writes the deletion time itself
with sales() as session:
    session.get(Reader, ben).deleted_at = sqlalchemy.func.now()
    session.get(Reader, cleo).deleted_at = None
same(reader_states(), ["deleted", "deleted", "active", "active"], "attributes of objects: a soft delete and a restore in one flush")
