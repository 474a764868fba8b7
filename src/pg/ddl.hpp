// What a DDL statement is about to do, and what it did, as the event triggers see it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pg/call.hpp"
#include "pg/types.hpp"

namespace pg {

// A statement before it runs. Names are resolved as the statement will resolve them, without a lock.
struct Statement {
	enum class Kind : std::uint8_t { other, alter_table, rename, drop_table, drop_extension, drop_many };
	Kind kind = Kind::other;
	bool cascade = false;
	std::vector<Oid> relations;
	std::vector<std::string> retyped;    // columns that ALTER TABLE gives another type
	std::vector<std::string> computed;   // those of them whose values are not merely cast
	std::vector<std::string> dropped;    // columns that ALTER TABLE drops
	std::vector<Oid> detached;           // partitions and inheritance children that leave
	std::vector<std::string> schemas;    // DROP SCHEMA
	std::vector<std::string> owners;     // DROP OWNED
	bool names_extension = false;        // DROP EXTENSION of this one
};
Statement statement_to_come(Call &call);

// Something that has gone: a table, a view of either kind, a column, or a trigger of a table that is still there.
struct Dropped {
	enum class Kind : std::uint8_t { table, view, materialized_view, column, trigger };
	Kind kind;
	Oid relation;  // of a column or trigger: its table
	AttrNumber column;
	std::string name;
};
std::vector<Dropped> dropped_objects(Call &call);

// What a statement changed.
struct Changed {
	std::vector<Oid> relations;  // themselves, or through a trigger of theirs; no temporary ones
	bool schema = false;         // a schema has another name
	bool enables = false;        // ALTER TABLE enabled triggers: those that fired always are ordinary ones now
	std::optional<bool> row_security, forced_row_security;  // what ALTER TABLE said of it
	bool constrains = false;     // ALTER TABLE gave a column another type, or a constraint
	std::vector<std::string> computed;  // columns to which ALTER TABLE gave, with the type, other values than a cast of their own
	std::vector<Oid> attached, detached;
	// ALTER TABLE ... RENAME COLUMN and ALTER TRIGGER ... RENAME
	enum class Renamed : std::uint8_t { nothing, column, trigger };
	Renamed renamed = Renamed::nothing;
	std::string old_name, new_name;
};
Changed changed_objects(Call &call);

// Whether the policy speaks of this relation: one look into an index, whatever the caller may read.
bool is_declared(Oid relation);
// Those of a table and of everything above it of which it does; more than one where a table inherits from several.
std::vector<Oid> declared_above(Oid relation);
// The one, or the topmost partitioned table above it, where none is declared.
Oid declared_root(Oid relation);
// Whether an exemption does, as the table itself or as the parent from which it is seen.
bool is_exempted(Oid relation);
// Whether a materialized view is refreshed with a subject's data.
bool is_refreshed(Oid view);

// This cluster and this database, in whose OIDs and attribute numbers what is written now is meant.
std::string origin();

// Tells one transaction of this backend from the next.
std::uint32_t transaction_number();

}  // namespace pg
