// Links by a value that both tables hold, such as an e-mail address, where no foreign key ties them.
//
// Two values are the same where their texts are, for 'case_insensitive' after lower(). A value that is masked links nothing:
// what it linked is remembered by the rows' keys (value_rows.hpp).
#pragma once

#include <string>
#include <vector>

#include "policy/model.hpp"

namespace policy {

// How values are compared: as stated, and without regard to case where a column is citext. Raises 42P17 for columns whose
// equal values may have different texts.
std::string value_match(const Node &node, const Node &parent, const std::vector<JoinColumn> &columns, const std::string &stated);

// Whether the link compares lower() of these columns' values; citext alone ignores case by itself.
bool compares_lowered(const Link &link, const JoinColumn &columns);

// A value as the text that tells it apart.
std::string normal_form(const Link &link, const std::string &operand);

// "a.x = b.y AND ..." for values that are not masked.
std::string value_condition(const Link &link, const std::string &child, const std::string &parent);

// Once the tables of a subject are loaded: what value_condition asks of the values.
void set_provisos(Subject &subject);

}  // namespace policy
