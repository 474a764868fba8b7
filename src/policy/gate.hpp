// The coverage gate: no permanent deletion while a table that could hold personal data is undeclared.
#pragma once

#include "policy/model.hpp"

namespace policy {

// Raises 42P17 naming every table that refers to a declared one and could hold personal data, with the statements
// that declare or exempt it, and every declared table whose policy can no longer work.
void require_covered(const Subject &subject);

// Whether a declared table refers to this parent through another foreign key than the one it is related by.
bool has_second_link(const Subject &subject, const Node &node, pg::Oid parent);

// The columns of a declared table that could hold personal data and are neither personal, nor key, nor exempted.
std::vector<std::string> undecided_columns(const Subject &subject, const Node &node);

}  // namespace policy
