// What a client's own UPDATE of the deletion time, or a DELETE that became one, has moved: taken down as the verbs' doing.
#pragma once

#include "lifecycle/subjects.hpp"

namespace lifecycle {

// soft_delete or restore, whose rows the client's statement has written: what is linked to the subjects follows, waiting
// approvals are withdrawn, states and audit are written. Raises where a subject is not in the state the statement left it in.
void record_direct(const policy::Subject &subject, const policy::KeySet &keys, core::Action action);

}  // namespace lifecycle
