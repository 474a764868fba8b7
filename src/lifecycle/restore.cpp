// restore: deleted subjects become active again.
#include "lifecycle/approval.hpp"
#include "lifecycle/deleted_list.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "pg/call.hpp"

// erasure.restore(subject regclass, keys anyarray | text, reason text) RETURNS bigint
ERASURE_FUNCTION(erasure_restore)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::restore, lifecycle::Reach::subjects);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);

	const lifecycle::Subjects found = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, found);
	lifecycle::require_state(*subject, lifecycle::named(found), core::Action::restore);
	const lifecycle::Subjects subjects = lifecycle::with_movable(found, core::Action::restore);

	lifecycle::withdraw_waiting(*subject, subjects, "restored");
	lifecycle::set_deleted_at(guard::Step::restore, *subject, subjects, "NULL");
	lifecycle::leave_deleted_list(*subject, subjects);
	return call.result(static_cast<std::int64_t>(subjects.size()));
}
