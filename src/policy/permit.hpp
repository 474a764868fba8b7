// Who may do what: the check every verb and every policy function begins with.
#pragma once

#include "core/lifecycle.hpp"
#include "policy/model.hpp"

namespace policy {

// Both the outer and the effective role must hold the action, else 42501. Refuses also while an engine step is on the
// stack and in a security-restricted operation: a trigger that the engine fires as a table's owner must not act with
// the outer role of somebody else, such as the superuser that runs the job.
void require_may(const Subject &subject, core::Action action);

// Whether both roles hold view_deleted. Decides for queries, so it refuses nowhere.
bool may_view_deleted(const Subject &subject);

// Whether the caller may look at this subject table's states, requests and audit rows.
bool may_see(const Subject &subject);

// Policy functions: both roles own the table (superusers own everything), else 42501. They write, so what was restored from
// a dump is settled here.
void require_owner(pg::Oid relation);

// The first half of the checks alone.
void refuse_inside_engine();

}  // namespace policy
