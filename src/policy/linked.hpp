// Rows of a subject table that belong to the same person as others of it: those that refer to them, where that is declared.
#pragma once

#include "policy/keys.hpp"

namespace policy {

// These subjects and, behind them, all that are linked to them over any number of hops; as the tables are now, nothing locked.
KeySet with_linked(const Subject &subject, const KeySet &keys);

// 55000 where a row is linked to a masked or erased subject and is neither itself.
void require_no_linked_left(const Subject &subject);

}  // namespace policy
