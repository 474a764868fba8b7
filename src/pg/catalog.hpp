// What the system catalogues say about a table: names, kinds, columns, keys.
#pragma once

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

struct TableInfo {
	Oid oid = kInvalidOid;
	std::string schema;
	std::string name;
	char kind = 0;         // pg_class.relkind
	char persistence = 0;  // pg_class.relpersistence
	Oid owner = kInvalidOid;
	bool partition = false;     // is a partition of another table
	bool has_children = false;  // by inheritance or partitioning, now or once
	bool row_security = false;
};

struct ColumnInfo {
	AttrNumber number = 0;
	std::string name;
	Oid type = kInvalidOid;
	Oid base_type = kInvalidOid;  // below domains
	std::int32_t typmod = -1;     // of the base type
	char category = 0;            // pg_type.typcategory of the base type
	char type_kind = 0;           // pg_type.typtype of the base type
	std::string type_name;        // schema-qualified, with type modifier, ready for a cast
	std::string bare_type;        // the same without modifier: safe for casting keys, which must not be cut
	std::string equals;           // OPERATOR(schema.=), the type's default btree equality; '' if it has none
	bool not_null = false;
	bool generated = false;
	bool identity = false;
	int max_chars = 0;  // of text types with a limit; 0: none
};

bool database_is_utf8();
bool table_exists(Oid relation);
// Waits for DDL on it, which then has to wait for us; false when it is not there, or not any more.
bool wait_for(Oid relation);
// By exact names; raises 42P01.
Oid relation_by_name(const char *schema, const char *name);
TableInfo table_info(Oid relation);  // raises 42P01 when it is gone
std::vector<ColumnInfo> columns(Oid relation);
// The columns that tell the rows apart: the primary key, else a unique index that is NOT NULL, immediate and over the whole
// table, the replica identity before others. Empty when there is none.
std::vector<AttrNumber> row_key(Oid relation);
bool is_row_key(Oid relation, const std::vector<AttrNumber> &columns);
// The topmost partitioned table above a partition; the relation itself otherwise.
Oid partition_root(Oid relation);
// The table and everything above it by inheritance or partitioning, nearest first.
std::vector<Oid> with_parents(Oid relation);
// The table and everything below it by inheritance or partitioning.
std::vector<Oid> with_children(Oid relation);

std::string qualified(const TableInfo &table);  // "schema"."table"
std::string display_name(Oid relation);         // as regclass prints it; the number when it is gone
bool is_assignable(Oid from, Oid to);           // a cast by assignment exists
Oid element_type(Oid array_type);               // kInvalidOid when it is no array
std::string type_display(Oid type);

// Whether the trigger machinery holds a deferrable trigger that a user wrote; its name, or nothing.
Text deferrable_user_trigger(Oid relation);
// Names, quoted and qualified, of the deferrable constraints on a table or pointing to it.
struct DeferrableConstraint {
	std::string name;
	bool initially_deferred;
	char kind;  // pg_constraint.contype
};
std::vector<DeferrableConstraint> deferrable_constraints(Oid relation);

// Tells every backend, this one included, that what it knows of the relation is stale.
void invalidate(Oid relation);

}  // namespace pg
