// soft_delete: active subjects move to the Deleted list; related rows stay as they are.
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "pg/call.hpp"
#include "pg/role.hpp"

// erasure.soft_delete(subject regclass, keys anyarray | text, reason text) RETURNS bigint
ERASURE_FUNCTION(erasure_soft_delete)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::soft_delete, lifecycle::Reach::subjects);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);
	const pg::Text reason = call.optional_text(2);
	const std::string by = pg::role_name(pg::outer_role());

	const lifecycle::Subjects found = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, found);
	lifecycle::require_state(*subject, lifecycle::named(found), core::Action::soft_delete);
	const lifecycle::Subjects subjects = lifecycle::with_movable(found, core::Action::soft_delete);

	lifecycle::set_deleted_at(guard::Step::soft_delete, *subject, subjects, "pg_catalog.now()");
	lifecycle::as_extension([&](pg::Spi &spi) {
		// An entry may be left over where somebody cleared deleted_at under erasure.bypass.
		spi.execute("INSERT INTO erasure.subject_state (subject_id, key, state, deleted_at, deleted_by, delete_reason) "
					"SELECT $1, k, 'deleted', pg_catalog.now(), $3, $4 FROM pg_catalog.unnest($2) AS k "
					"ON CONFLICT (subject_id, key) DO UPDATE SET state = 'deleted', deleted_at = EXCLUDED.deleted_at, "
					"deleted_by = EXCLUDED.deleted_by, delete_reason = EXCLUDED.delete_reason",
					pg::Params().add_int4(subject->id).add(subjects.keys.texts).add(by).add(reason));
		evidence::record(spi, {.action = "soft_delete", .relation = subject->root().table.oid,
							   .subjects = static_cast<std::int64_t>(subjects.size())});
	});
	return call.result(static_cast<std::int64_t>(subjects.size()));
}
