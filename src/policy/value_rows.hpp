// What links by value have tied to masked and erased persons: rows, by their keys, and the values themselves as keyed hashes.
//
// Once the values are masked nothing else tells whose the rows are, nor that a new row would bring such a value back.
#pragma once

#include <string>
#include <vector>

#include "policy/keys.hpp"
#include "policy/model.hpp"
#include "policy/row_owners.hpp"

namespace policy {

// The rows of a table that are tied to the subjects of a call, as a row set under tied(node).
std::int32_t tied(const Node &node);
RowSet tied_rows(const Subject &subject, const Node &node, const KeySet &keys);

// Persons to whom rows of a table are tied.
struct Tie {
	std::size_t row;
	std::string key;
};
std::vector<Tie> ties_of(std::int32_t node_id, const std::vector<std::string> &rows);  // row keys as text[] literals

// Before a permanent deletion masks anything: remembers the rows of the subjects that links by value lead to, and the values.
void remember_values(const Catalogue &all, const Subject &subject, const KeySet &keys);
// After an undo.
void forget_values(const Subject &subject, const std::vector<std::string> &keys);

// Whether a row was masked with persons to whom it is tied: those who left it to others have the hash of a value that it held. The
// value before a change, for each link of the table by value, as its normal form's operands; nothing where one is null.
using LinkValues = std::vector<std::pair<const Link *, std::vector<pg::Text>>>;
bool was_taken(const Node &node, const RowKeys &before, const LinkValues &values);

// After a change of a row that was left because others held its value too: those whose value it no longer has, have lost it.
void untie(const Node &node, const RowKeys &before, const RowKeys &row);

// Whether a row is data of persons who are masked or erased, by one of its values, and of nobody else.
bool is_value_of_the_gone(const Catalogue &all, const Node &node, const RowKeys &row);

}  // namespace policy
