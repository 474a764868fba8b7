// What is protected, as the verbs and the guards read it: subjects, their related tables, joins, masks, permissions.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pg/catalog.hpp"
#include "pg/types.hpp"

namespace policy {

struct PersonalColumn {
	pg::ColumnInfo column;
	std::string mask;  // 'default', 'partial', 'email', 'phone', 'jsonb', 'unique', 'null'
	std::string args;  // jsonb text
};

// A column whose mask is made anew in each call, out of the value it replaces: every row that has this value by foreign key
// gets the same. Unique personal columns of a table whose key is personal, or to which foreign keys refer; and, carried,
// the columns of these foreign keys, which ON UPDATE CASCADE changes.
struct TokenColumn {
	pg::ColumnInfo column;
	std::string salt;   // of the personal column that the value comes from
	int max_chars = 0;  // of the shortest column that has to hold it; 0: no limit
	bool carried = false;
};

// One step of a path: a column of the child equals a column of the parent.
struct JoinColumn {
	pg::ColumnInfo child;
	pg::ColumnInfo parent;
};

struct ConditionColumn {
	int label;  // its number in the condition's text
	pg::ColumnInfo column;
};

// How rows of a table find a row of a parent: another declared table of the subject, or the table itself.
struct Link {
	std::int32_t id = 0;
	std::int32_t parent_id = 0;
	bool up = false;                  // the parent refers to this table: several parents may share a row
	std::string match;                // 'exact', 'case_insensitive': by a value that both hold, shared by all who hold it; '' is by a key
	std::string proviso;              // of a link by value: that the parent's value is not masked; \1 is the child, \2 the parent
	std::vector<JoinColumn> columns;  // empty: a column that it was declared with is gone
	std::string condition;            // which rows it is about, with {n} for columns (core::bind_columns); '' is all
	std::vector<ConditionColumn> condition_columns;

	bool by_value() const { return !match.empty(); }
};

// A legal duty to keep: rows younger than `keep`, counted from a column of theirs, are not masked yet.
struct Retention {
	std::string keep;  // an interval
	std::string since_name;
	std::string basis;
	pg::ColumnInfo since;  // number 0: the column is gone
};

// One declared table.
struct Node {
	std::int32_t id = 0;
	std::int32_t subject_id = 0;
	pg::TableInfo table;
	std::vector<pg::ColumnInfo> columns;
	std::vector<pg::ColumnInfo> key;  // tells its rows apart: the primary key, or a unique one
	std::vector<Link> links;           // none for the subject table; a row belongs where any of them leads
	// Of a subject table to itself: a row that refers to a person is a record of the same person, taken along by every verb.
	std::vector<Link> own_links;
	std::vector<PersonalColumn> personal;
	std::vector<TokenColumn> tokens;
	std::vector<Link> followed;  // the foreign keys by which some of them are carried, linked or not
	std::string on_erase;
	std::optional<Retention> retention;
	bool restored = false;      // its row came from a dump: names are believed, numbers are not
	std::int32_t numbering = 0;  // counts those of its columns; this is the one of here, also while restored
	std::map<std::pair<std::int32_t, pg::AttrNumber>, pg::AttrNumber> renumbered;  // from earlier ones to the one of here
	std::vector<std::string> lost;  // personal columns that the names of a restored row do not find
	bool has_children = false;  // a declared table hangs on it, perhaps itself
	bool cyclic = false;        // its links lead back to itself

	bool is_subject() const { return id == subject_id; }
	bool hangs_on(std::int32_t parent) const;
	const TokenColumn *token(pg::AttrNumber number) const;
	bool key_changes() const;  // when it is masked, since a part of it is personal or carried
	bool upward() const;       // has an upward link
	bool has_value_link() const;
	// Has links by which several persons may share a row: only those are taken that nobody else needs.
	bool shares_rows() const { return upward() || has_value_link(); }
	// Its columns by which rows find their parents, or that decide whether they do.
	std::vector<pg::ColumnInfo> link_columns() const;
	// Those of them that stay as they are when the row is masked.
	std::vector<pg::ColumnInfo> key_link_columns() const;
	std::string sql_name() const { return pg::qualified(table); }
	const pg::ColumnInfo *column(pg::AttrNumber number) const;
	const pg::ColumnInfo *column(const std::string &name) const;
};

struct Permission {
	pg::Oid role;
	std::string action;
};

// What protect was told about the subject table as a whole.
struct SubjectOptions {
	std::string grace;                 // an interval
	std::string direct_delete;         // DELETE by a client: 'refuse', 'soft_delete'
	std::string direct_soft_delete;    // UPDATE of the deletion time by a client: 'refuse', 'allow'
	std::string enforce;               // guards: 'on', 'warn'
	bool views = true;                 // <table>_active and <table>_deleted
	bool hide_deleted = false;         // from ordinary queries
	bool require_approval = false;     // permanent deletions wait for somebody else
	bool keys_barred = false;          // of erased subjects that have no row, since a restored backup never had one
};

// A subject table with everything declared under it, parents before children as far as cycles allow.
struct Subject {
	std::int32_t id = 0;
	std::vector<Node> nodes;  // nodes[0] is the subject table
	pg::ColumnInfo deleted_at;
	SubjectOptions options;
	std::vector<Permission> permissions;

	const Node &root() const { return nodes.front(); }
	const Node *node(std::int32_t id) const;
	const Node *node_of(pg::Oid relation) const;
	std::vector<std::int64_t> table_oids() const;
	// The columns of a node by which its children find it.
	std::vector<pg::ColumnInfo> columns_linked_to(const Node &parent) const;
	std::vector<pg::ColumnInfo> key_columns_linked_to(const Node &parent) const;  // of links by key only
	bool has_value_links() const;
	// Whether one table's links lead, over any number of hops, to another's rows.
	bool leads_to(const Node &from, const Node &to) const;
	// Whether a table's rows may be shared with others who are not deleted: itself or what it hangs on is linked upwards or by
	// a value.
	bool is_shared(const Node &node) const;
	// Whether masking changes values that rows find each other by.
	bool has_tokens() const;
	// Parents before children, as far as cycles allow; sets has_children and cyclic.
	void arrange();
};

struct Catalogue {
	std::vector<Subject> subjects;
	// Rows came from a dump, or roles were renamed or dropped: what a call that writes puts right (policy/settle.hpp).
	bool unsettled = false;

	const Subject *subject_of(pg::Oid relation) const;  // by its subject table
	const Subject *subject(std::int32_t id) const;
};

// The current policy, from this backend's cache; loaded again when another session changed it. Holding the pointer
// keeps that state of the policy alive for the time of a call.
std::shared_ptr<const Catalogue> catalogue();

// The subject table's policy, or 42P17 with a hint to protect() it.
struct Held {
	std::shared_ptr<const Catalogue> keep;
	const Subject *subject;
	const Subject *operator->() const { return subject; }
	const Subject &operator*() const { return *subject; }
};
Held require_subject(pg::Oid relation);

// Another session's change reached this backend, or one of the declared tables changed: load again before use.
void mark_stale(pg::Oid relation) noexcept;

// Changes with every load and is 0 while the cache is stale: what is derived from the policy is valid as long as it was
// derived from this generation.
std::uint64_t generation() noexcept;

// Tells all backends that the policy changed; takes effect when this transaction commits.
void publish_change();

}  // namespace policy
