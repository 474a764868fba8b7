// approve and withdraw: the second pair of eyes; and require_approval, which asks for them.
#include "evidence/audit.hpp"
#include "lifecycle/approval.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace lifecycle {
namespace {

// The request's subject table, for somebody who may do what it asks for.
policy::Held require_may_decide(const Approval &approval)
{
	auto keep = policy::catalogue();
	const policy::Subject *subject = keep->subject(approval.subject_id);
	if (subject == nullptr)
		throw pg::Failure(pg::code::policy_cannot_work, "the table of request " + std::to_string(approval.id) + " is no longer protected");
	policy::require_may(*subject, approval.action);
	return {std::move(keep), subject};
}

// Whose time has passed, or who was decided, before anything is looked for.
void require_waiting(const Approval &approval)
{
	if (approval.keys.empty())
		decide(approval, "approved");  // raises what became of it
}

std::string asked_by(const Approval &approval)
{
	return std::string(core::to_text(approval.action)) + ", asked for by role " + approval.requested_by;
}

}  // namespace
}  // namespace lifecycle

// erasure.require_approval(subject regclass, required boolean) RETURNS void
ERASURE_FUNCTION(erasure_require_approval)
{
	const pg::Oid relation = call.oid(0, "subject");
	const bool required = call.boolean(1, "required");
	policy::require_owner(relation);
	const policy::Held subject = policy::require_subject(relation);
	policy::store_require_approval(*subject, required);
	policy::publish_change();
	policy::record_policy_call("require_approval", relation, required ? "on" : "off");
	return call.nothing();
}

// erasure.approve(request bigint)
//   RETURNS TABLE(request bigint, subjects bigint, rows_masked bigint, erase_after timestamptz)
ERASURE_FUNCTION(erasure_approve)
{
	const lifecycle::Approval approval = lifecycle::find_approval(call.int8(0, "request"));
	const policy::Held subject = lifecycle::locked_subject(approval.subject_id, approval.action, lifecycle::Reach::rows);
	lifecycle::require_waiting(approval);
	lifecycle::require_other_person(approval);
	const lifecycle::Order order{policy::keys_of_deleted(*subject, approval.keys), approval.subjects, approval.reason, approval.received_at, &approval};
	const lifecycle::Outcome done = approval.action == core::Action::erase_now ? lifecycle::erase_at_once(*subject, order) : lifecycle::delete_permanently(*subject, order);
	lifecycle::as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "approve", .relation = subject->root().table.oid, .request = approval.id,
							   .subjects = static_cast<std::int64_t>(done.subjects), .rows = static_cast<std::int64_t>(done.rows_masked),
							   .detail = lifecycle::asked_by(approval) + (done.detail.empty() ? "" : "; " + done.detail)});
	});
	call.start_rows();
	call.add_row({std::to_string(approval.id), std::to_string(done.subjects), std::to_string(done.rows_masked), done.erase_after});
	return call.nothing();
}

// erasure.withdraw(request bigint) RETURNS void
ERASURE_FUNCTION(erasure_withdraw)
{
	const lifecycle::Approval approval = lifecycle::find_approval(call.int8(0, "request"));
	const policy::Held subject = lifecycle::require_may_decide(approval);
	lifecycle::decide(approval, "withdrawn");
	lifecycle::as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "withdraw", .relation = subject->root().table.oid, .request = approval.id, .subjects = approval.subjects,
							   .detail = lifecycle::asked_by(approval)});
	});
	return call.nothing();
}
