// How the rows of a related table find their parent row.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/model.hpp"

namespace policy {

// From the foreign keys between the tables, narrowed by columns and parent_columns, or from those alone where no
// foreign key exists. Raises 42P17 when there is no join, or more than one: the error lists the candidates.
std::vector<JoinColumn> find_join(const Node &node, const Node &parent, const std::optional<std::vector<std::string>> &columns,
								  const std::optional<std::vector<std::string>> &parent_columns);

// A step works as the owner of the table it changes; that role must be able to read the parent's rows, all of them.
void require_readable_path(const Node &node, const Node &parent);

}  // namespace policy
