// What erasure.suggest finds before it becomes rows: the tables around a subject, and their columns that look personal.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/name_dictionary.hpp"
#include "policy/model.hpp"

namespace policy {

// A foreign key, with those of partitions counted for the partitioned table.
struct ForeignKey {
	pg::Oid child = pg::kInvalidOid;
	pg::Oid parent = pg::kInvalidOid;
	std::vector<std::string> columns;
	std::vector<std::string> parent_columns;
	bool whole = false;  // declared on the tables themselves, not on a partition only
};

// What was decided before: nothing of it is suggested again.
struct Decided {
	std::set<std::pair<pg::Oid, pg::Oid>> tables;                // related, parent
	std::set<std::pair<pg::Oid, std::string>> columns;
};

// A column that looks personal.
struct Finding {
	pg::ColumnInfo column;
	core::Kind kind = core::Kind::none;
	double confidence = 0;
	std::string reason;
};

enum class Reach { subject, foreign_key, upward, value };

// A table that holds, or may hold, data about a subject.
struct Found {
	pg::TableInfo table;
	Reach reach = Reach::subject;
	pg::Oid parent = pg::kInvalidOid;
	std::vector<ForeignKey> links;  // between it and its parent
	bool declared = false;
	bool owned = false;        // by the caller: only then is it read
	bool ignore_case = false;  // of a link by value
	double confidence = 1;     // that it is about the subject at all
	std::string reason;
	std::vector<Finding> findings;
};

// Everything around one subject table.
struct Surroundings {
	pg::Oid subject = pg::kInvalidOid;
	const Subject *declared = nullptr;  // its policy, when there is one
	Decided decided;
	std::vector<ForeignKey> keys;       // of the whole database
	std::set<std::pair<pg::Oid, std::string>> referring;  // the columns they leave from
	std::map<pg::Oid, std::map<std::string, std::string>> comments;
	std::set<pg::Oid> constrained;      // tables with something that a mask might violate
	std::vector<Found> found;           // the subject first, parents before children
	std::map<pg::Oid, std::size_t> place;

	const Found *of(pg::Oid relation) const;
	void add(Found found);
	// Whether a foreign key leaves from this column.
	bool refers(pg::Oid relation, const std::string &column) const;
};

// suggest_graph.cpp: the subject and all tables that hang on it through foreign keys, at any depth.
Surroundings surroundings_of(pg::Oid subject, const Subject *declared);
// What hangs on the tables from this place on.
void add_below(Surroundings &all, std::size_t from);
// Parents of these that look like a part of the person: an address, a login. Findings must be there.
void add_parents(Surroundings &all);

// suggest_columns.cpp: the columns of a table that look personal. Reads a sample if the caller owns the table.
std::vector<Finding> findings_of(const Surroundings &all, const Found &found);
bool owned_by_caller(pg::Oid relation);

// suggest_links.cpp: tables that no foreign key leads to and that share values with those found.
void add_value_links(Surroundings &all);

}  // namespace policy
