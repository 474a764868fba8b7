// hold and release: a legal hold, under which nothing of the subject may be destroyed.
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "pg/call.hpp"
#include "pg/role.hpp"
#include "policy/shared_rows.hpp"

namespace lifecycle {
namespace {

// A guard relies on the lock of the row that it lets be changed or deleted: whoever has one of the subjects' is waited for, and
// whoever comes later waits for us.
void lock_related_rows(const policy::Subject &subject, Subjects subjects)
{
	policy::share_out_all(*policy::catalogue(), subject, subjects.keys, policy::Share::all);
	for (const policy::Node &node : subject.nodes)
		if (!node.is_subject())
			(void)lock_table_rows(subject, node, subjects);
}

}  // namespace
}  // namespace lifecycle

// erasure.hold(subject regclass, keys anyarray | text, reason text, until timestamptz) RETURNS bigint
ERASURE_FUNCTION(erasure_hold)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::hold, lifecycle::Reach::rows);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);
	const std::string reason = call.text(2, "reason");
	if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
		throw pg::Failure(pg::code::invalid_parameter, "reason must not be empty", {}, "Name the legal ground of the hold.");
	const pg::Text until = call.output(3);
	const std::string by = pg::role_name(pg::outer_role());

	const lifecycle::Subjects found = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, found);
	lifecycle::require_state(*subject, lifecycle::named(found), core::Action::hold);
	const lifecycle::Subjects subjects = lifecycle::with_movable(found, core::Action::hold);
	lifecycle::lock_related_rows(*subject, subjects);

	lifecycle::as_extension([&](pg::Spi &spi) {
		if (until && spi.value("SELECT $1::pg_catalog.timestamptz OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp()", pg::Params().add(*until)) == "t")
			throw pg::Failure(pg::code::invalid_parameter, "until must lie in the future");
		spi.execute("INSERT INTO erasure.legal_hold (subject_id, key, reason, held_at, held_by, held_until) "
					"SELECT $1, k, $3, pg_catalog.now(), $4, $5::pg_catalog.timestamptz FROM pg_catalog.unnest($2) AS k "
					"ON CONFLICT (subject_id, key) DO UPDATE SET reason = EXCLUDED.reason, held_at = EXCLUDED.held_at, "
					"held_by = EXCLUDED.held_by, held_until = EXCLUDED.held_until",
					pg::Params().add_int4(subject->id).add(subjects.keys.texts).add(reason).add(by).add(until));
		evidence::record(spi, {.action = "hold", .relation = subject->root().table.oid,
							   .subjects = static_cast<std::int64_t>(subjects.size())});
	});
	return call.result(static_cast<std::int64_t>(subjects.size()));
}

// erasure.release(subject regclass, keys anyarray | text, reason text) RETURNS bigint: how many were on hold
ERASURE_FUNCTION(erasure_release)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::release, lifecycle::Reach::subjects);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);

	const lifecycle::Subjects subjects = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, subjects);
	std::uint64_t released = 0;
	lifecycle::as_extension([&](pg::Spi &spi) {
		released = spi.execute("DELETE FROM erasure.legal_hold WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2)",
							   pg::Params().add_int4(subject->id).add(subjects.keys.texts));
		evidence::record(spi, {.action = "release", .relation = subject->root().table.oid, .subjects = static_cast<std::int64_t>(released)});
	});
	return call.result(static_cast<std::int64_t>(released));
}
