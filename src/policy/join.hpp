// How the rows of a related table find their parent row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/model.hpp"

namespace policy {

// What a caller of relate says about the link.
struct StatedLink {
	std::optional<std::vector<std::string>> columns;
	std::optional<std::vector<std::string>> parent_columns;
	pg::Text condition;
	std::string match = "exact";         // of values, where no key links the tables
	std::vector<std::string> personal;   // of the related table, about to be declared
};

// A link that the node does not have yet: from the foreign keys between the tables, narrowed by columns and
// parent_columns, or from those alone where no foreign key exists: by value, where one of them is personal. Raises 42P17 when there is no join, or more than one:
// the error lists the candidates; 42710 when the node has it already.
Link find_link(const Node &node, const Node &parent, const StatedLink &stated);

// A step works as the owner of the table it changes; that role must be able to read the parent's rows, all of them.
void require_readable_path(const Node &node, const Node &parent);

}  // namespace policy
