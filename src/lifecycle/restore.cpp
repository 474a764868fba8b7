// restore: deleted subjects become active again.
#include "core/sqltext.hpp"
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "pg/call.hpp"
#include "policy/permit.hpp"

namespace lifecycle {
namespace {

void clear_deleted(const policy::Subject &subject, const Subjects &subjects)
{
	const policy::Node &root = subject.root();
	const policy::Path path = policy::rows_of(subject, root);
	pg::Params params;
	subjects.keys.add_to(params);
	const std::uint64_t rows = run_step(guard::Step::restore, root,
										"UPDATE " + root.sql_name() + " AS t SET " + core::quote_ident(subject.deleted_at.name) +
											" = NULL" + path.joined("FROM") + " WHERE " + path.where,
										params);
	if (rows != subjects.size())
		throw pg::Failure(pg::code::serialization_failure, "subjects changed while they were restored", {},
						  "Nothing has changed. Retry; if it stays so, look for triggers or rules that suppress the UPDATE.");
}

}  // namespace
}  // namespace lifecycle

// erasure.restore(subject regclass, keys anyarray | text, reason text) RETURNS bigint
ERASURE_FUNCTION(erasure_restore)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	policy::require_may(*subject, core::Action::restore);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);

	const lifecycle::Subjects subjects = lifecycle::find_subjects(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, subjects);
	lifecycle::require_state(*subject, subjects, core::Action::restore);

	lifecycle::clear_deleted(*subject, subjects);
	lifecycle::as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2) "
					"AND state OPERATOR(pg_catalog.=) 'deleted'",
					pg::Params().add_int4(subject->id).add(subjects.keys.texts));
		evidence::record(spi, {.action = "restore", .relation = subject->root().table.oid,
							   .subjects = static_cast<std::int64_t>(subjects.size())});
	});
	return call.result(static_cast<std::int64_t>(subjects.size()));
}
