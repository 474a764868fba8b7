// Takes the locks with which a verb begins, and reads the policy again until it stands still.
#include "lifecycle/locked.hpp"

#include <algorithm>
#include <vector>

#include "pg/lock.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "policy/settle.hpp"

namespace lifecycle {
namespace {

std::vector<pg::Oid> value_tables(const policy::Subject &subject)
{
	std::vector<pg::Oid> relations;
	for (const policy::Node &node : subject.nodes)
		if (node.has_value_link())
			relations.push_back(node.table.oid);
	std::sort(relations.begin(), relations.end());
	return relations;
}

void lock_tables(const policy::Subject &subject, Reach reach)
{
	if (reach == Reach::subjects) {
		pg::lock_table(subject.root().table.oid);
		return;
	}
	for (const pg::Oid relation : value_tables(subject))
		pg::take_turn(policy::policy_relation(), relation);
	std::vector<pg::Oid> relations;
	for (const policy::Node &node : subject.nodes)
		relations.push_back(node.table.oid);
	std::sort(relations.begin(), relations.end());
	for (const pg::Oid relation : relations)
		pg::lock_table(relation);
}

// Tables come before the policy, here as where it is changed: who has written to one and then acts must not meet somebody
// who holds the policy and waits for the table.
template <typename Find>
policy::Held locked(Find &&find, Reach reach)
{
	policy::settle();  // it may take stronger locks, so it comes first
	for (;;) {
		policy::Held subject = find();
		if (subject.subject == nullptr)
			return subject;
		const std::uint64_t generation = policy::generation();
		lock_tables(*subject, reach);
		pg::share_policy(policy::policy_relation());
		if (generation != 0 && policy::generation() == generation)
			return subject;
		pg::give_back_policy(policy::policy_relation());
	}
}

policy::Held subject_by_id(std::int32_t id)
{
	auto keep = policy::catalogue();
	const policy::Subject *subject = keep->subject(id);
	return {std::move(keep), subject};
}

}  // namespace

policy::Held locked_subject(pg::Oid relation, core::Action action, Reach reach)
{
	return locked(
		[&] {
			policy::Held subject = policy::require_subject(relation);
			policy::require_may(*subject, action);
			return subject;
		},
		reach);
}

policy::Held locked_subject(std::int32_t id, core::Action action, Reach reach)
{
	return locked(
		[&] {
			policy::Held subject = subject_by_id(id);
			if (subject.subject == nullptr)
				throw pg::Failure(pg::code::policy_cannot_work, "the table of the request is no longer protected");
			policy::require_may(*subject, action);
			return subject;
		},
		reach);
}

policy::Held locked_subject(std::int32_t id)
{
	return locked([&] { return subject_by_id(id); }, Reach::rows);
}

void wait_for_orphans(const policy::Subject &subject)
{
	pg::wait_for_orphans(policy::policy_relation(), subject.root().table.oid);
}

void close_value_tables(const policy::Subject &subject)
{
	for (const pg::Oid relation : value_tables(subject))
		pg::close_table(relation);
}

}  // namespace lifecycle
