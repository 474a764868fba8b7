// Which columns follow a personal one by foreign key, and whether keys can change when they are masked.
#pragma once

#include "policy/model.hpp"

namespace policy {

// Fills in the token columns of a subject's tables, from the foreign keys in the catalogue.
void find_tokens(Subject &subject);

// Raises when a table's key is personal, or carried, and could not change and come back: 42P17 for a foreign key onto a
// personal column that does not cascade, 0A000 for what this version cannot follow.
void require_keys_can_change(const Catalogue &all, const Subject &subject);

// 42P17 where a column that follows a personal one cannot hold its mask: too short, or a CHECK of its own table.
void require_followers_fit(const Subject &subject);

// Whether each of these columns of a table follows its parent's by one foreign key ON UPDATE CASCADE.
bool follows_by_foreign_key(const Node &node, const Node &parent, const std::vector<JoinColumn> &columns);

}  // namespace policy
