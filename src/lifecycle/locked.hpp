// What a call that writes goes by: a subject table's policy that nobody changes any more until the transaction ends.
#pragma once

#include "core/lifecycle.hpp"
#include "policy/model.hpp"

namespace lifecycle {

// Who moves subjects only writes to their table; who masks, restores, erases or holds has to do with all of them.
enum class Reach { subjects, rows };

// The tables are locked ROW EXCLUSIVE in OID order, so that no foreign key appears while the call runs; before, where tables have
// links by value, whose rows have no parent to lock, verbs take turns: one of them may then close such a table without meeting
// another that has begun. What waited for a change of the policy goes by the new one, the caller's permission included.
policy::Held locked_subject(pg::Oid relation, core::Action action, Reach reach);
// The same by number; whether the caller may is asked for each policy that is found.
policy::Held locked_subject(std::int32_t id, core::Action action, Reach reach);
// For the job, which needs no action. Nothing: it is no longer protected.
policy::Held locked_subject(std::int32_t id);

// Waits for whoever wrote a row before its subject, and lets nobody do so: before subjects are masked or come back.
void wait_for_orphans(const policy::Subject &subject);

// Closes the tables with links by value to everybody else's writing, until the transaction ends. After the subjects are
// locked, as applications write parents before what belongs to them.
void close_value_tables(const policy::Subject &subject);

}  // namespace lifecycle
