// The extension's own entries of subjects that come into the Deleted list and leave it, whoever wrote the deletion time.
#pragma once

#include "lifecycle/subjects.hpp"

namespace lifecycle {

// Their rows have a deletion time by now; notes it with who and why, and writes the audit row.
void enter_deleted_list(const policy::Subject &subject, const Subjects &subjects, const pg::Text &reason);
// The reverse.
void leave_deleted_list(const policy::Subject &subject, const Subjects &subjects);

}  // namespace lifecycle
