# The life of a customer's data through ActiveRecord: models with associations, nested transactions, destroy, delete_all, upsert.

require "active_record"
require "pg"
require_relative "tap"

puts "# ActiveRecord #{ActiveRecord.version}, pg #{PG::VERSION}"

ActiveRecord::Base.establish_connection(adapter: "postgresql", host: ENV["PGHOST"], port: ENV["PGPORT"], database: ENV["PGDATABASE"], username: "app", pool: 2)

class Customer < ActiveRecord::Base
  has_many :orders, dependent: :destroy
end

class Order < ActiveRecord::Base
  belongs_to :customer
  has_many :notes, class_name: "OrderNote", dependent: :delete_all
end

class OrderNote < ActiveRecord::Base
  belongs_to :order
end

class DeletedCustomer < ActiveRecord::Base # the Deleted list is a view
  self.table_name = "customers_deleted"
  self.primary_key = "id"
end

class Reader < ActiveRecord::Base
  has_many :letters # dependent: would delete them before the reader, and restore would not bring them back
end

class Letter < ActiveRecord::Base
  belongs_to :reader
end

# One transaction of one user of the application: the pool's login role may do nothing by itself.
def acting(role, actor, &work)
  ActiveRecord::Base.transaction do
    ActiveRecord::Base.connection.exec_query("SELECT set_config('role', $1, true), set_config('erasure.actor', $2, true)", "acting", [role, actor])
    work.call
  end
end

def sales(&work) = acting("sales_team", "tom@shop.example", &work)
def administrator(&work) = acting("administrators", "ada@shop.example", &work)

# Calls a function of erasure and returns its first row. Keys go as one array parameter.
def call(verb, *params)
  params.map! { |p| p.is_a?(Array) ? PG::TextEncoder::Array.new.encode(p) : p }
  ActiveRecord::Base.connection.exec_query("SELECT * FROM erasure.#{verb}", "verb", params).first
end

# The driver's error, which has the SQLSTATE, under ActiveRecord's.
def refused
  yield
  nil
rescue ActiveRecord::StatementInvalid => e
  e.cause
end

def state_of(error) = error&.result&.error_field(PG::PG_DIAG_SQLSTATE)
def names = sales { DeletedCustomer.order(:id).pluck(:name) }

# --- customers and orders ---

alice, bob, carol = sales do
  Customer.create!([{ name: "Alice Example", email: "alice@example.com", phone: "+49 30 1234567" }, { name: "Bob Example", email: "bob@example.com" },
                    { name: "Carol Example", email: "carol@example.com" }])
end
sales do
  alice.orders.create!(ship_name: "Alice Example", ship_address: "1 Main Street").notes.create!(note: "Alice is in after four")
  alice.orders.create!(ship_name: "A. Example", ship_address: "2 Side Street")
  carol.orders.create!(ship_name: "Carol Example").notes.create!(note: "Carol rings twice")
end
same(sales { Order.count }, 3, "objects are stored")

# --- soft delete and the Deleted list ---

same(state_of(refused { call("soft_delete('customers', $1)", [alice.id]) }), "42501", "without SET LOCAL ROLE the login role may do nothing")
same(sales { call("soft_delete('customers', $1::bigint[])", [alice.id, bob.id]) }, { "soft_delete" => 2 }, "soft_delete, keys as an array")
same(sales { call("soft_delete('customers', $1)", carol.id) }, { "soft_delete" => 1 }, "soft_delete, one key")
same(names, ["Alice Example", "Bob Example", "Carol Example"], "the Deleted list, through a model of the view")
same(sales { call("restore('customers', $1)", [carol.id]) }, { "restore" => 1 }, "restore, keys as an untyped array")
same(names, ["Alice Example", "Bob Example"], "restored ones are not in it")

# --- permanent delete, confirmed by what the user types ---

both = [alice.id, bob.id]
error = refused { sales { call("permanently_delete('customers', $1::bigint[], $2)", both, "3") } }
same(state_of(error), "22023", "a wrong count is SQLSTATE 22023, in error.cause.result")
ok(error.result.error_field(PG::PG_DIAG_MESSAGE_DETAIL) && error.result.error_field(PG::PG_DIAG_MESSAGE_HINT), "... with DETAIL and HINT", error)
same(names, ["Alice Example", "Bob Example"], "... and has changed nothing")
done = sales { call("permanently_delete('customers', $1::bigint[], $2)", both, "2") }
same(done.values_at("subjects", "rows_masked"), [2, 5], "permanently_delete with the right count")
same(names, [], "they are gone from the Deleted list")
read = -> { sales { Customer.includes(orders: :notes).find(alice.id) } }
person = read.call
starred([person.name, person.email, person.phone], "a customer reads back as asterisks")
starred(person.orders.map(&:ship_name), "the orders too")
starred(person.orders.flat_map { |order| order.notes.map(&:note) }, "and the notes below")

# --- nothing personal comes back, and nobody is deleted past the rules ---

sales { Customer.where(id: alice.id).update_all(person.slice(:name, :email, :phone)) }
starred([read.call.name], "an update with the values as they are passes")
same(state_of(refused { sales { alice.update!(name: "Alice again") } }), "42501", "update! of an object read before the deletion is refused")
same(state_of(refused { sales { Customer.upsert({ id: alice.id, name: "Alice again", email: "again@example.com" }) } }), "42501", "upsert as well")
same(state_of(refused { sales { alice.orders.create!(ship_name: "Alice again") } }), "42501", "an order for a masked customer is refused")
same(state_of(refused { sales { Order.insert_all([{ customer_id: alice.id, ship_name: "Alice again" }]) } }), "42501", "by insert_all as well")
person = read.call
starred([person.name, *person.orders.map(&:ship_name)], "... and nothing of it is there")

error = refused { sales { Customer.find(carol.id).destroy! } } # her notes and orders first, then she
same(error&.message.to_s.lines.first, "ERROR:  cannot delete from protected table \"customers\"\n", "destroy! is refused by the guard")
same(sales { [Order.where(customer_id: carol.id).count, OrderNote.count] }, [1, 2], "... and the transaction brings back what its cascade had deleted")
same(state_of(refused { sales { Customer.where(id: carol.id).delete_all } }), "42501", "delete_all is refused as well")
sales do
  begin
    ActiveRecord::Base.transaction(requires_new: true) { Customer.delete(carol.id) } # a savepoint
  rescue ActiveRecord::StatementInvalid
    call("soft_delete('customers', $1)", carol.id)
  end
end
same(names, ["Carol Example"], "after a nested transaction the outer one goes on")

# --- undo, by an administrator only ---

same(state_of(refused { sales { call("undo_permanent_delete('customers', $1)", [alice.id]) } }), "42501", "the sales team may not undo")
same(administrator { call("undo_permanent_delete('customers', $1)", [alice.id]) }, { "undo_permanent_delete" => 1 }, "an administrator may")
person = read.call
same([person.email, *person.orders.sort_by(&:id).map(&:ship_address)], ["alice@example.com", "1 Main Street", "2 Side Street"], "customer and orders are back, byte for byte")
held = JSON.parse(administrator { call("export('customers', $1)", alice.id) }["export"])
same(held["tables"].map { |table| table["rows"].length }, [1, 2, 1], "export is JSON with everything held on one person")

# --- readers: direct_delete => 'soft_delete'. What ActiveRecord deletes goes to the Deleted list, and it is told the number ---

states = -> { sales { ActiveRecord::Base.connection.select_values("SELECT erasure.state('readers', id) FROM readers ORDER BY id") } }
ann, ben, cleo = sales { Reader.create!(%w[ann ben cleo].map { |name| { email: "#{name}@example.com" } }) }
sales { [ann, ben, cleo].each { |reader| reader.letters.create!(greeting: "Dear #{reader.email}") } }
same(sales { ann.destroy!.destroyed? }, true, "destroy! finds its row")
same(sales { Reader.where(id: [ann.id, ben.id]).delete_all }, 1, "delete_all counts who was not deleted yet")
same(sales { [Reader.delete(cleo.id), Reader.delete(cleo.id)] }, [1, 0], "so does delete")
same(states.call, %w[deleted deleted deleted], "they are soft-deleted")
same(sales { Letter.count }, 3, "their letters stay")

# direct_soft_delete => 'allow': what gems write that keep the deletion time themselves
same(sales { Reader.where(id: [ann.id, ben.id]).update_all(deleted_at: nil) }, 2, "an update of the deletion time")
sales { Reader.find(ann.id).touch(:deleted_at) }
same(states.call, %w[deleted active deleted], "... is a restore, and back a soft delete")
sales { call("permanently_delete('readers', $1::bigint[], 2)", [ann.id, cleo.id]) }
same(state_of(refused { sales { Reader.find(ann.id).update!(deleted_at: nil) } }), "42501", "nobody comes back so who was masked")
