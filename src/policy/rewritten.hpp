// ALTER TABLE that gives columns new values: no trigger sees it, so the event triggers look.
#pragma once

#include <string>
#include <vector>

#include "policy/model.hpp"

namespace policy {

// Before: keys, and columns by which rows find each other, may be computed anew only while nobody is masked or on hold. A
// cast of the column itself is no such expression.
void require_links_stay(const Subject &subject, const Node &node, const std::vector<std::string> &columns);

// After: 55000 where a masked or erased subject has a value again, in the table or below it, or is not deleted any more.
void require_still_masked(const Subject &subject, const Node &node, const std::vector<std::string> &columns);

// A table's rows and those of all tables that hang on it.
void require_nothing_unmasked_below(const Subject &subject, const Node &node);

}  // namespace policy
