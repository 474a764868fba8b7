// ignore and not_personal: looked at, and nothing personal found.
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"
#include "policy/declare.hpp"
#include "policy/gate.hpp"
#include "policy/install.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {

std::string required_reason(pg::Call &call, int argument)
{
	const pg::Text reason = call.optional_text(argument);
	if (!reason || reason->find_first_not_of(" \t\r\n") == std::string::npos)
		throw pg::Failure(pg::code::invalid_parameter, "reason must not be empty", {},
						  "Say why nothing personal is in there; an auditor will ask.");
	return *reason;
}

}  // namespace policy

// erasure.ignore(related regclass, parent regclass, reason text) RETURNS void
ERASURE_FUNCTION(erasure_ignore)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	const std::string reason = policy::required_reason(call, 2);
	policy::require_owner(related);
	const auto all = policy::catalogue();
	for (const policy::Subject *subject : policy::subjects_of_parent(*all, parent)) {
		policy::require_owner(subject->root().table.oid);
		// A related table may be ignored as seen through its other foreign keys to the same parent.
		const policy::Node *node = subject->node_of(related);
		if (node != nullptr && !policy::has_second_link(*subject, *node, parent))
			throw pg::Failure(pg::code::policy_cannot_work, "table " + policy::quoted(related) + " is declared", {},
							  "A table is either related or ignored; call erasure.unrelate first.");
	}
	policy::require_table(related);
	policy::store_exemption("table", related, parent, {}, reason);
	policy::record_policy_call("ignore", related, {}, parent);
	return call.nothing();
}

// erasure.not_personal(relation regclass, columns name[], reason text) RETURNS void
ERASURE_FUNCTION(erasure_not_personal)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::vector<std::string> names = call.names(1, "columns");
	const std::string reason = policy::required_reason(call, 2);
	policy::require_owner(relation);
	const auto all = policy::catalogue();
	policy::Node looked_at;  // perhaps an inheritance child, with columns of its own
	looked_at.table = pg::table_info(relation);
	looked_at.columns = pg::columns(relation);
	for (const auto &[subject, node] : policy::nodes_of(*all, pg::declared_root(relation))) {
		policy::require_owner(subject->root().table.oid);
		for (const std::string &name : names)
			for (const policy::PersonalColumn &personal : node->personal)
				if (name == personal.column.name)
					throw pg::Failure(pg::code::policy_cannot_work, "column \"" + name + "\" is declared personal");
	}
	for (const std::string &name : names) {
		const pg::ColumnInfo &column = policy::require_column(looked_at, name);
		policy::store_exemption("column", relation, pg::kInvalidOid, name, reason, column.number);
	}
	policy::record_policy_call("not_personal", relation, std::to_string(names.size()) + " columns");
	return call.nothing();
}
