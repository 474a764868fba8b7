// erase_now: deleted and masked subjects are erased at once; there is no undo.
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/request.hpp"
#include "pg/call.hpp"
#include "policy/foreign_triggers.hpp"
#include "policy/gate.hpp"
#include "policy/permit.hpp"
#include "policy/tokens.hpp"
#include "policy/value_rows.hpp"

namespace lifecycle {
namespace {

// Subjects that were only soft-deleted are masked first, with nothing kept: what is not stored need not be destroyed.
std::int64_t mask_deleted(const policy::Subject &subject, Subjects &deleted, const std::string &reason, const pg::Text &received_at)
{
	const Request request = open_request(subject, deleted, "0");
	const policy::TokenScope tokens;
	close_value_tables(subject);
	const Captured locked = lock_rows(subject, deleted);
	policy::remember_values(*policy::catalogue(), subject, deleted.keys);
	if (subject.root().key_changes())
		mask_keys(subject, deleted, masked_keys(subject, deleted));
	mask(subject, deleted, locked);
	close_request(subject, deleted, request, {total(subject, locked.found), 0}, reason, received_at);
	for (SubjectRow &row : deleted.rows)
		row.request = request.id;
	return request.id;
}

}  // namespace
}  // namespace lifecycle

// erasure.erase_now(subject regclass, keys anyarray | text, confirm_count bigint, reason text, received_at timestamptz) RETURNS bigint
ERASURE_FUNCTION(erasure_erase_now)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	policy::require_may(*subject, core::Action::erase_now);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);
	const std::int64_t confirmed = call.int8(2, "confirm_count");
	const std::string reason = call.text(3, "reason");
	if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
		throw pg::Failure(pg::code::invalid_parameter, "reason must not be empty", {}, "Say why the grace period is cut short.");
	const pg::Text received_at = call.output(4);

	lifecycle::lock_tables(*subject);
	policy::require_covered(*subject);
	policy::require_triggers_known(*subject);
	const lifecycle::Subjects found = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_count(*subject, lifecycle::named(found), confirmed);
	lifecycle::require_found(*subject, found);
	lifecycle::require_state(*subject, lifecycle::named(found), core::Action::erase_now);
	lifecycle::require_linked_deleted(*subject, found);
	const lifecycle::Subjects subjects = lifecycle::of_named_requests(lifecycle::with_movable(found, core::Action::erase_now));
	lifecycle::require_not_held(*subject, subjects, core::Action::erase_now);

	lifecycle::Subjects deleted = subjects.only([](const lifecycle::SubjectRow &row) { return row.state == core::State::deleted; });
	lifecycle::Subjects masked = subjects.only([](const lifecycle::SubjectRow &row) { return row.state == core::State::masked; });
	std::optional<std::int64_t> request;
	lifecycle::Erased done;
	if (deleted.size() > 0) {
		request = lifecycle::mask_deleted(*subject, deleted, reason, received_at);
		done.add(lifecycle::erase(*subject, deleted));
	}
	if (masked.size() > 0) {
		const policy::TokenScope tokens;
		lifecycle::lock_rows(*subject, masked);
		done.add(lifecycle::erase(*subject, masked));
	}
	lifecycle::as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "erase_now", .relation = subject->root().table.oid, .request = request,
							   .subjects = static_cast<std::int64_t>(subjects.size()), .rows = static_cast<std::int64_t>(done.rows_deleted), .detail = done.retained});
	});
	if (done.subjects < subjects.size())
		pg::notice(std::to_string(subjects.size() - done.subjects) + " subjects have rows that are retained", done.retained,
				   "The job masks them when their time has come; then their subjects are erased.");
	return call.result(static_cast<std::int64_t>(subjects.size()));
}
