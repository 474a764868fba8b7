// Keeps names and numbers of the policy's rows in step with the catalogue: after a restore, and after every rename.
#pragma once

#include <string>

#include "policy/model.hpp"

namespace policy {

// At the beginning of a call that writes. Rows that came from a dump are found by their names until now; they get the
// numbers that their tables, columns and roles have here, after which renames follow. A subject of which something is
// missing stays as it is, and the gate refuses to work with it. Permissions of roles that are gone go.
void settle();

// 42P17 where that has not been possible, before something is written by the numbers of the table.
void require_settled(const Node &node);

// Whether no policy of the relation still has the numbers of another database; without loading it.
bool is_settled(pg::Oid relation);

// The names of declared tables and their columns as they are now, for the next dump. No rows that came from one.
void store_names();

// A column or trigger that was looked at has another name, or is gone.
void rename_exemption(const std::string &kind, pg::Oid relation, const std::string &from, const std::string &to);
void drop_exemption(const std::string &kind, pg::Oid relation, const std::string &name);

}  // namespace policy
