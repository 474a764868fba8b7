// Direct soft deletes and restores: rows whose deletion time a client's own statement changed where the policy allows it.
// Collected row by row, and taken down once at the end of the statement, as a verb would.
#pragma once

#include "guard/climb.hpp"
#include "guard/rules.hpp"

namespace guard {

// Checks the role, once a statement, and remembers the subject, whose row stands as it was written.
void note_direct(const Role &role, const Values &after, bool restored);

// At the transaction's end nothing may be left that no statement's end has taken down.
void transaction_event(XactEvent event, void *);

}  // namespace guard
