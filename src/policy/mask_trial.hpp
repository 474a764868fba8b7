// Trial rows: what a table's rows look like once they are masked, and expressions of the user's evaluated on them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "pg/error.hpp"
#include "policy/model.hpp"

namespace policy {

using Names = std::set<std::string>;
using Values = std::map<std::string, std::string>;  // column -> SQL expression

// A column that PostgreSQL computes from others of its row.
struct GeneratedColumn {
	std::string expression;
	Names from;
	bool not_null = false;
};

// A table about to be tried; deleted_at is '' but for subject tables.
struct TrialTable {
	const Node &node;
	std::string deleted_at;
	std::map<std::string, GeneratedColumn> generated;
	std::vector<std::int64_t> members;  // the table and its partitions or children

	TrialTable(const Node &of, std::string deletion_column);

	const PersonalColumn *personal(const std::string &name) const;
	// The columns that these rest on: generated ones are replaced by what they are made from.
	Names bases(const Names &columns) const;
	// Those of them that are personal.
	Names personal_among(const Names &columns) const;
};

// What a mask gives for a value that is not empty, as SQL expressions of the column's type. fixed: nothing else can come
// out of it, whatever the value was.
struct Samples {
	bool none = false;  // the type has no such mask
	bool fixed = false;
	std::vector<std::string> values;
	std::vector<std::string> shown;  // the same for messages
};
Samples samples_of(const PersonalColumn &personal);

// "(SELECT ...) AS table" with these columns: the values given, every other column NULL or, if neutral, something of its
// type; generated columns computed.
std::string trial_row(const TrialTable &table, const Names &columns, const Values &values, bool neutral);

// The same for all rows of a relation, the personal columns masked and the others as they are.
std::string masked_rows(const TrialTable &table, const Names &columns, const std::string &relation);

// Evaluates expressions of the user's, so as the table's owner and in a subtransaction of its own.
struct Evaluated {
	bool failed = false;
	bool unknown = false;  // failed because the trial row is no row of the table's own type, or something is not there
	pg::Text value;
};
Evaluated evaluate(const Node &node, const std::string &sql);

// Columns that an expression tree in the catalogue mentions, as a SQL expression giving their numbers.
std::string columns_in(const std::string &tree);

}  // namespace policy
