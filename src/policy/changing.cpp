// The locks of a change of the policy.
#include "policy/changing.hpp"

#include <algorithm>

#include "pg/ddl.hpp"
#include "pg/lock.hpp"
#include "policy/engine_sql.hpp"

namespace policy {

Change::Change()
{
	(void)catalogue();
	looked_at_ = generation();
}

// Tables come before the policy, as in verbs. A table that has guards gets new ones in their place.
void Change::begin(std::vector<pg::Oid> tables)
{
	if (begun_)
		return;
	std::sort(tables.begin(), tables.end());
	for (const pg::Oid table : tables)
		pg::lock_for_triggers(table, pg::is_declared(table));
	pg::take_policy(policy_relation());
	begun_ = true;
	if (looked_at_ == 0 || generation() != looked_at_)
		throw Moved{};
}

}  // namespace policy
