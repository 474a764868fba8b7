// Triggers of the user's on declared tables that could copy a row while the engine masks or deletes it.
#pragma once

#include <set>
#include <string>

#include "pg/spi.hpp"
#include "policy/model.hpp"

namespace policy {

// 42P17 while a trigger on UPDATE or DELETE of a declared table, or of a partition of one, is not acknowledged by
// ignore_trigger, or does something else since: names all, with all the statements.
void require_triggers_known(const Subject &subject);

// The same as a notice: of one table when it is declared, of all for preview.
void tell_triggers(const Node &node);
void tell_triggers(const Subject &subject);

// Those of a table that were looked at and do the same since, by name.
std::set<std::string> known_triggers(pg::Spi &spi, pg::Oid relation);

}  // namespace policy
