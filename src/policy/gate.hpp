// The coverage gate: no permanent deletion while a table or a column that could hold personal data is undecided.
#pragma once

#include "policy/model.hpp"

namespace policy {

// Raises 42P17 naming every table that refers to a declared one and could hold personal data, and every column of a
// declared one that nobody has decided about, with all the statements that decide them; and declared tables whose
// policy can no longer work.
void require_covered(const Subject &subject);

// The second half of it alone: what is declared can work as it is.
void require_can_work(const Subject &subject);

// The first half as a list: a table, and the declared one it refers to.
struct Uncovered {
	pg::Oid table;
	pg::Oid parent;
};
std::vector<Uncovered> uncovered_tables(const Subject &subject);

// Whether a declared table refers to this parent through another foreign key than the one it is related by.
bool has_second_link(const Subject &subject, const Node &node, pg::Oid parent);

// Whether a column's type and name let it hold personal data.
bool could_be_personal(const pg::ColumnInfo &column);

// The columns of a declared table that could hold personal data and are neither personal, nor key, nor exempted.
std::vector<std::string> undecided_columns(const Subject &subject, const Node &node);

// Columns that an inheritance child of a declared table has for itself, which no statement about that table reaches.
struct ChildColumns {
	pg::Oid child;
	std::vector<std::string> names;
};
std::vector<ChildColumns> undecided_in_children(const Node &node);

// The calls that would decide about them, without schema and semicolon.
struct Decision {
	std::string personal;
	std::string not_personal;
};
Decision decision_calls(const Node &node, const std::vector<std::string> &columns);

}  // namespace policy
