// What erasure installs on the user's tables: the guard triggers and the two views beside a subject table.
#pragma once

#include <set>
#include <span>
#include <string>

#include "pg/spi.hpp"
#include "policy/model.hpp"

namespace policy {

// One guard trigger.
struct Guard {
	const char *name;
	const char *function;
	const char *when;
	bool row;
	bool subject_only;
};
std::span<const Guard> guards();

// What the policy says of one relation, over all the subjects it is declared under.
struct Wanted {
	bool declared = false;
	bool subject = false;
	std::set<std::string> watched;  // columns whose change the guard must see
};
Wanted wanted_for(pg::Oid relation);

// A BEFORE trigger of the user's, on the table or one of its partitions, can change columns that the statement did not
// name; a guard "UPDATE OF" would miss it.
bool has_foreign_before_trigger(pg::Spi &spi, pg::Oid relation);

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

// Whether the table or one of its partitions has a trigger of this name.
bool has_trigger(pg::Oid relation, const std::string &name);

// The names of triggers on the table, not ours, that fire on UPDATE or DELETE and may copy what they see.
std::vector<std::string> foreign_triggers(pg::Oid relation);

}  // namespace policy
