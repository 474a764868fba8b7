// Which rows of a declared table belong to the subjects of a call, as SQL.
#pragma once

#include <string>

#include "policy/model.hpp"
#include "policy/row_sets.hpp"

namespace policy {

// How to reach the rows of a node from the key set: the other FROM items, and the condition that ties the node, under
// the alias t, to them. Every row comes once, whatever the number of links that lead to it.
struct Path {
	std::string from;
	std::string where;
	std::string ord;  // with path_to: the place of the subject in the key set (the first, where several own the row)

	// " USING ..." or " FROM ...", or nothing where no other table is needed.
	std::string joined(const char *keyword) const;
	// The FROM items together with the node itself.
	std::string with(const Node &node) const;
};

Path path_to(const Subject &subject, const Node &node, const RowSets &sets);
// Only the rows; the cheapest way to name them.
Path rows_of(const Subject &subject, const Node &node, const RowSets &sets);
// Rows of an upward-linked table that the subjects' rows refer to, whoever else needs them.
Path candidates_of(const Subject &subject, const Node &node, const RowSets &sets);

// Whether a row can be reached in more than one way, so that it may belong to several subjects at once.
bool may_be_shared(const Subject &subject, const Node &node);

}  // namespace policy
