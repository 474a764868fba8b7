// The statement that would declare, or clear, a place where a value was found.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>

#include "pg/types.hpp"
#include "residue/search.hpp"

namespace residue {

// By table and column. What erasure.suggest would propose if these columns, and no others, had looked personal to it; nothing
// where a column is declared already.
using Columns = std::set<std::pair<pg::Oid, std::string>>;
std::map<std::pair<pg::Oid, std::string>, std::string> declaring_statements(const Columns &columns);

}  // namespace residue
