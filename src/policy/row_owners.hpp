// Whose data a row is: from rows of a declared table up to the subjects, of whatever subject table.
#pragma once

#include <string>
#include <vector>

#include "policy/model.hpp"

namespace policy {

// Rows of one table by their primary keys, as texts: [key column][row].
using RowKeys = std::vector<std::vector<std::string>>;

// The key of each row as a text[] literal.
std::vector<std::string> array_texts(const RowKeys &rows);

// A person whose data a row is, as the extension remembers that person now.
struct Owner {
	const Subject *subject;
	const Node *node;  // the row's table, as declared under that subject
	std::string key;   // as the extension's tables have it
	bool masked = false;
	bool erased = false;
	std::int64_t request = 0;

	bool is_final() const { return masked || erased; }
};

// The owners of each row, by the row's place, over all subject tables under which its table is declared. Whoever needs
// them to stay as they are has locked the rows before.
std::vector<std::vector<Owner>> owners_of(const Catalogue &all, const Node &node, const RowKeys &rows);

// Whether rows of a table can have several owners with a personal column in common: linked in more than one way, or
// declared under several subject tables. Not where it is shared: such a row is not masked before the last of them goes.
bool may_have_other_owners(const Catalogue &all, const Subject &subject, const Node &node);

// The personal columns, by number, that two declarations of a table have in common.
std::vector<pg::AttrNumber> common_personal(const Node &one, const Node &other);

}  // namespace policy
