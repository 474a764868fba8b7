// The statements that turn what erasure.suggest found into policy.
#pragma once

#include <string>
#include <vector>

#include "policy/suggest.hpp"

namespace policy {

// One row of erasure.suggest.
struct Suggestion {
	pg::Oid relation = pg::kInvalidOid;
	pg::Text column;  // none: the table as a whole
	std::string reason;
	double confidence = 0;
	pg::Text statement;  // none: nothing can be run; the reason says why
};

// In the order in which the statements can be run.
std::vector<Suggestion> suggestions(const Surroundings &all);

}  // namespace policy
