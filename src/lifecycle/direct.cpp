// Brings the extension's own tables in step with deletion times that a client's statement wrote.
#include "lifecycle/direct.hpp"

#include "lifecycle/approval.hpp"
#include "lifecycle/deleted_list.hpp"
#include "lifecycle/engine.hpp"

namespace lifecycle {
namespace {

// The statement has locked its rows. Rows that are linked to them have to be locked, and only then all.
Lock lock_for(const policy::Subject &subject)
{
	return subject.root().own_links.empty() ? Lock::none : Lock::wait;
}

}  // namespace

void record_direct(const policy::Subject &subject, const policy::KeySet &keys, core::Action action)
{
	const bool restoring = action == core::Action::restore;
	const Subjects found = find_with_linked(subject, keys, lock_for(subject));
	require_found(subject, found);
	// A trigger of the table may have written to the row again meanwhile.
	require_state(subject, named(found), restoring ? core::Action::soft_delete : core::Action::restore);
	const auto follows = [=](const SubjectRow &row) { return row.linked && core::next(row.state, action).has_value(); };
	const Subjects linked = found.only(follows);
	const Subjects subjects = found.only([=](const SubjectRow &row) { return !row.linked || follows(row); });

	if (restoring)
		withdraw_waiting(subject, subjects, "restored");
	if (linked.size() > 0)
		set_deleted_at(restoring ? guard::Step::restore : guard::Step::soft_delete, subject, linked, restoring ? "NULL" : "pg_catalog.now()");
	if (restoring)
		leave_deleted_list(subject, subjects);
	else
		enter_deleted_list(subject, subjects, {});
}

}  // namespace lifecycle
