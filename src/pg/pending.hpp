// What waits for COMMIT in this transaction.
#pragma once

#include <vector>

#include "pg/types.hpp"

namespace pg {

// Tables with a deferrable trigger of a user's that have events pending now.
std::vector<Oid> pending_user_triggers();

}  // namespace pg
