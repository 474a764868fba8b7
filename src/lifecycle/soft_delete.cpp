// soft_delete: active subjects move to the Deleted list; related rows stay as they are.
#include "core/sqltext.hpp"
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "pg/call.hpp"
#include "pg/role.hpp"
#include "policy/permit.hpp"

namespace lifecycle {
namespace {

void mark_deleted(const policy::Subject &subject, const Subjects &subjects)
{
	const policy::Node &root = subject.root();
	const policy::Path path = policy::rows_of(subject, root);
	pg::Params params;
	subjects.keys.add_to(params);
	const std::uint64_t rows = run_step(guard::Step::soft_delete, root,
										"UPDATE " + root.sql_name() + " AS t SET " + core::quote_ident(subject.deleted_at.name) +
											" = pg_catalog.now()" + path.joined("FROM") + " WHERE " + path.where + " AND " +
											policy::column("t", subject.deleted_at) + " IS NULL",
										params);
	if (rows != subjects.size())
		throw pg::Failure(pg::code::serialization_failure, "subjects changed while they were deleted",
						  std::to_string(subjects.size()) + " were found and " + std::to_string(rows) + " were changed.",
						  "Nothing has changed. Retry; if it stays so, look for triggers or rules that suppress the UPDATE.");
}

}  // namespace
}  // namespace lifecycle

// erasure.soft_delete(subject regclass, keys anyarray | text, reason text) RETURNS bigint
ERASURE_FUNCTION(erasure_soft_delete)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	policy::require_may(*subject, core::Action::soft_delete);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);
	const pg::Text reason = call.optional_text(2);
	const std::string by = pg::role_name(pg::outer_role());

	const lifecycle::Subjects subjects = lifecycle::find_subjects(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, subjects);
	lifecycle::require_state(*subject, subjects, core::Action::soft_delete);

	lifecycle::mark_deleted(*subject, subjects);
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
