// Who may read the audit log: superusers, owners of protected tables, and roles with a permission beyond the shop's.
#include "pg/call.hpp"
#include "pg/role.hpp"
#include "policy/model.hpp"
#include "policy/permit.hpp"

// erasure._may_audit() RETURNS boolean
ERASURE_FUNCTION(erasure_may_audit)
{
	if (pg::is_superuser(pg::current_role()))
		return call.result(true);
	const auto all = policy::catalogue();
	for (const policy::Subject &subject : all->subjects)
		if (policy::may_see(subject))
			return call.result(true);
	return call.result(false);
}
