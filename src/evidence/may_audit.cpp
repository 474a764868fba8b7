// Who may read the audit log: superusers, owners of protected tables, and roles with a permission beyond the shop's.
#include <algorithm>

#include "evidence/audit.hpp"
#include "pg/call.hpp"
#include "pg/role.hpp"
#include "policy/model.hpp"
#include "policy/permit.hpp"

namespace evidence {

bool may_audit()
{
	if (pg::is_superuser(pg::current_role()))
		return true;
	const auto all = policy::catalogue();
	return std::any_of(all->subjects.begin(), all->subjects.end(), [](const policy::Subject &subject) { return policy::may_see(subject); });
}

void require_may_audit(const char *to_do)
{
	if (!may_audit())
		throw pg::Failure(pg::code::insufficient_privilege, std::string("permission denied to ") + to_do, "It takes what reading the audit log takes.",
						  "Call it as an owner of a protected table, or as a role that is allowed to undo, erase_now, hold or export there.");
}

}  // namespace evidence

// erasure._may_audit() RETURNS boolean
ERASURE_FUNCTION(erasure_may_audit)
{
	return call.result(evidence::may_audit());
}
