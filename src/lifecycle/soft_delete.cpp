// soft_delete: active subjects move to the Deleted list; related rows stay as they are.
#include "lifecycle/deleted_list.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "pg/call.hpp"

// erasure.soft_delete(subject regclass, keys anyarray | text, reason text) RETURNS bigint
ERASURE_FUNCTION(erasure_soft_delete)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::soft_delete, lifecycle::Reach::subjects);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);
	const pg::Text reason = call.optional_text(2);

	const lifecycle::Subjects found = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, found);
	lifecycle::require_state(*subject, lifecycle::named(found), core::Action::soft_delete);
	const lifecycle::Subjects subjects = lifecycle::with_movable(found, core::Action::soft_delete);

	lifecycle::set_deleted_at(guard::Step::soft_delete, *subject, subjects, "pg_catalog.now()");
	lifecycle::enter_deleted_list(*subject, subjects, reason);
	return call.result(static_cast<std::int64_t>(subjects.size()));
}
