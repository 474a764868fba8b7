// What protect and set_options say of a subject table as a whole.
#pragma once

#include "policy/model.hpp"

namespace policy {

// 22023 for words that are none.
void require_valid(const SubjectOptions &options);

// 55000 where guards only warn: what is masked would not stay so. Read anew, since it may have changed while the caller waited
// for its locks.
void require_enforced(const Subject &subject);

}  // namespace policy
