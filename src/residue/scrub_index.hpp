// The indexes of a table that is scrubbed: which can be cleaned in place, and which have to be built anew.
#pragma once

#include <string>
#include <vector>

#include "pg/spi.hpp"

namespace residue {

struct IndexInfo {
	pg::Oid oid = pg::kInvalidOid;
	std::string schema;
	std::string name;
	bool btree = false;      // its pages can be cleaned in place
	bool rebuild = false;    // holds copies of column values that no VACUUM removes: separators, keys, ranges
	bool exclusion = false;  // of an exclusion constraint, which cannot be built beside its users

	std::string sql_name() const;
};

// A table without personal columns of its own keeps its indexes; one that nothing is declared about might hold anything.
std::vector<IndexInfo> indexes_of(pg::Spi &spi, pg::Oid relation);

// Whether a subject's rows are found in it by a value: permanent deletions close such a table while they look.
bool is_value_linked(pg::Spi &spi, pg::Oid relation);

// Copies that a rebuild left when it was stopped half-way: invalid, used by nobody, named by PostgreSQL.
std::vector<std::string> leftover_indexes(pg::Spi &spi, pg::Oid relation);

}  // namespace residue
