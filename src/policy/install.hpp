// What erasure installs on the user's tables: the guard triggers and the two views beside a subject table.
#pragma once

#include <string>

#include "policy/model.hpp"

namespace policy {

// The view of a subject table with the suffix '_active' or '_deleted'.
struct ListView {
	bool exists = false;
	std::string sql_name;
};
ListView list_view(const Subject &subject, const std::string &suffix);

// Makes the triggers of one relation what the current policy asks for: created, replaced, or dropped when the
// relation is no longer declared. Works as the table's owner.
void refresh_guards(pg::Oid relation);

void create_views(const Subject &subject);
// SELECT for the roles that hold permissions: what use_roles and allow gave.
void grant_on_views(const Subject &subject);
void drop_views(const Subject &subject);

// The names of triggers on the table, not ours, that fire on UPDATE or DELETE and may copy what they see.
std::vector<std::string> foreign_triggers(pg::Oid relation);

}  // namespace policy
