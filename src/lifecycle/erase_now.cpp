// erase_now: deleted and masked subjects are erased at once; there is no undo.
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "lifecycle/request.hpp"
#include "pg/call.hpp"
#include "policy/tokens.hpp"
#include "policy/value_rows.hpp"
#include "residue/find.hpp"

namespace lifecycle {
namespace {

// With nothing kept, since what is not stored need not be destroyed; but what is to be searched for goes to the vault.
Captured take_rows(const policy::Subject &subject, Subjects &deleted, std::int64_t request)
{
	if (residue::searches_before_erasure())
		return capture(subject, deleted, request);
	const Captured locked = lock_rows(subject, deleted);
	policy::remember_values(*policy::catalogue(), subject, deleted.keys);
	if (subject.root().key_changes())
		mask_keys(subject, deleted, masked_keys(subject, deleted));
	return locked;
}

// Subjects that were only soft-deleted are masked first.
void mask_deleted(const policy::Subject &subject, Subjects &deleted, const Order &order, Outcome &outcome)
{
	const Request request = open_request(subject, deleted, "0", order);
	const Captured taken = mask_for_good(subject, deleted, request.id);
	outcome.request = request.id;
	outcome.rows_masked = total(subject, taken.found);
	close_request(subject, deleted, request, {taken.found, taken.vault_bytes}, order);
	for (SubjectRow &row : deleted.rows)
		row.request = request.id;
}

}  // namespace

Captured mask_for_good(const policy::Subject &subject, Subjects &subjects, std::int64_t request)
{
	const policy::TokenScope tokens;
	close_value_tables(subject);
	Captured taken = take_rows(subject, subjects, request);
	mask(subject, subjects, taken);
	return taken;
}

Outcome erase_at_once(const policy::Subject &subject, const Order &order)
{
	const auto [found, waits] = find_ordered(subject, order);
	require_found(subject, found);
	require_state(subject, named(found), core::Action::erase_now);
	require_linked_deleted(subject, found);
	const Subjects subjects = of_named_requests(with_movable(found, core::Action::erase_now));
	require_not_held(subject, subjects, core::Action::erase_now);
	if (waits)
		return wait_for_approval(subject, core::Action::erase_now, subjects, order);
	withdraw_waiting(subject, subjects, "erased");

	Subjects deleted = subjects.only([](const SubjectRow &row) { return row.state == core::State::deleted; });
	Subjects masked = subjects.only([](const SubjectRow &row) { return row.state == core::State::masked; });
	Outcome outcome;
	outcome.subjects = subjects.size();
	Erased done;
	if (deleted.size() > 0) {
		mask_deleted(subject, deleted, order, outcome);
		done.add(erase(subject, deleted));
	}
	if (masked.size() > 0) {
		const policy::TokenScope tokens;
		lock_rows(subject, masked);
		done.add(erase(subject, masked));
	}
	outcome.rows_deleted = done.rows_deleted;
	outcome.detail = done.retained;
	if (done.subjects < subjects.size())
		pg::notice(std::to_string(subjects.size() - done.subjects) + " subjects have rows that are retained", done.retained,
				   "The job masks them when their time has come; then their subjects are erased.");
	return outcome;
}

}  // namespace lifecycle

// erasure.erase_now(subject regclass, keys anyarray | text, confirm_count bigint, reason text, received_at timestamptz) RETURNS bigint
ERASURE_FUNCTION(erasure_erase_now)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::erase_now, lifecycle::Reach::rows);
	const lifecycle::Order order{policy::read_keys(call, 1, *subject), call.int8(2, "confirm_count"), call.text(3, "reason"), call.output(4)};
	if (order.reason->find_first_not_of(" \t\r\n") == std::string::npos)
		throw pg::Failure(pg::code::invalid_parameter, "reason must not be empty", {}, "Say why the grace period is cut short.");
	const lifecycle::Outcome done = lifecycle::erase_at_once(*subject, order);
	lifecycle::as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "erase_now", .relation = subject->root().table.oid, .request = done.request,
							   .subjects = static_cast<std::int64_t>(done.subjects), .rows = static_cast<std::int64_t>(done.rows_deleted), .detail = done.detail});
	});
	return call.result(static_cast<std::int64_t>(done.waits ? 0 : done.subjects));
}
