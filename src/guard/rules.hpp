// What the guards must know of one table, as plain memory: read on every row, so nothing here has a destructor.
#pragma once

#include "pg/server.hpp"

namespace guard {

struct Known;

// One step up: the parent row whose unique key equals our columns.
struct Hop {
	int parent_node;  // in the role's nodes; 0 is the subject table
	::Oid parent;
	::Oid index;  // a unique btree over exactly these columns; InvalidOid: look the parent up through SQL
	int count;
	AttrNumber child[INDEX_MAX_KEYS];   // our attribute, in the index's column order
	bool by_value[INDEX_MAX_KEYS];
	int16 length[INDEX_MAX_KEYS];
	RegProcedure equal[INDEX_MAX_KEYS];
	::Oid subtype[INDEX_MAX_KEYS];
	::Oid collation[INDEX_MAX_KEYS];
	AttrNumber parent_column[INDEX_MAX_KEYS];
	int attributes;       // of the parent, for the SQL way: how many to read
	const char *sql;      // that SQL: $n are our columns, the row is the parent's
	const char *locking_sql;  // the same, locking the row FOR KEY SHARE
	::Oid sql_types[INDEX_MAX_KEYS];
	::Oid parent_owner;
	// Whether the step is to be taken for a row at all: a boolean over $n, our columns. Null: always.
	const char *condition;
	int condition_count;
	AttrNumber *condition_column;
	::Oid *condition_type;
	::Oid owner;  // of our table
	// The parent is the subject table and found by its key, of a type that the filters of special subjects know: ours.
	::Oid known_type;
	// A foreign key of this very step has locked the parent of a row that was just inserted.
	bool locks;
};

// The ways up from a row of one declared table.
struct Climb {
	// Foreign keys that carry the masks of their parents' columns on.
	int follows;
	Hop *follow;
	// Of a subject table: to the rows of the same table whose person the row is a record of.
	int owns;
	Hop *own;
	int hops;
	Hop *hop;
	// Of a table with upward links or links by value, whose rows belong to whoever refers to them: the key by which to ask.
	bool shared;
	bool plain;  // its rows are those of the persons they refer to, and of nobody else
	bool locks;  // foreign keys lock the parents of its new rows: all of them
	int value_links;  // ids of its links by value: a new row may bring back a value that was masked
	std::int32_t *value_link;
	bool only_values;  // and no upward ones: a row is one of whoever holds its value
	::Oid value_table;  // what values were left, and its index by link
	::Oid value_index;
	int node_id;
	int keys;
	AttrNumber *key;
	::Oid *key_type;
};

// The table as one subject sees it.
struct Role {
	int subject_id;
	Known *known;  // who is special; null: everybody may be
	::Oid known_type;
	::Oid subject;
	::Oid policy_relation;
	::Oid subject_owner;
	bool is_subject;
	bool direct_soft_delete;  // a client's own UPDATE may set the deletion time, and clear it
	bool direct_delete;       // a client's DELETE deletes softly
	bool warns;  // lets through what it would refuse
	bool check_inserted_key;  // an erased key may come back only where the old row is gone or can move
	Climb self;    // from the relation's own rows, whose attribute numbers may be those of a partition
	Climb *nodes;  // from every table of the subject
	AttrNumber deleted_at;  // in the subject table
	int keys;               // of the subject table
	AttrNumber *key;
	::Oid *key_type;
	const char **key_name;
	int personal_count;
	AttrNumber *personal;  // in this table
	int link_count;
	AttrNumber *link;  // primary key, link columns, columns that children are linked to
};

struct Rules {
	::Oid relation;  // hash key
	::Oid root;      // the declared table: the relation itself, or the table above it that it is a part of
	int roles;
	Role *role;
};

// The rules of a relation that a guard fired on; no roles when it is not declared any more. Plain and fast when they
// are known; loads the policy otherwise, which may raise.
const Rules *rules_of(::Oid relation);

}  // namespace guard
