// Materialized views that are refreshed when personal data of a subject's tables changes.
#pragma once

#include <vector>

#include "policy/model.hpp"

namespace policy {

// Those that the policy lists and that hold anything, each after the ones that it reads. Dropped ones are forgotten.
std::vector<pg::Oid> refreshed_views(const Subject &subject);

}  // namespace policy
