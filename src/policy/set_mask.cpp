// set_mask: another mask for a personal column.
#include <algorithm>

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/declare.hpp"
#include "policy/mask_plan.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

// erasure.set_mask(relation regclass, column_name name, mask text, args jsonb) RETURNS void
ERASURE_FUNCTION(erasure_set_mask)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::string name = call.name(1, "column_name");
	const std::string mask = call.text(2, "mask");
	const std::string args = call.output(3).value_or("{}");
	policy::require_owner(relation);
	const auto all = policy::catalogue();
	for (const auto &[subject, node] : policy::nodes_of(*all, relation)) {
		policy::require_owner(subject->root().table.oid);
		const pg::ColumnInfo &column = policy::require_column(*node, name);
		const bool declared = std::any_of(node->personal.begin(), node->personal.end(),
										  [&](const policy::PersonalColumn &p) { return p.column.number == column.number; });
		if (!declared)
			throw pg::Failure(pg::code::policy_cannot_work, "column \"" + name + "\" of table \"" + node->table.name + "\" is not declared personal", {},
							  "Add it first: SELECT erasure.add_personal('" + pg::display_name(relation) + "', '{" + name + "}');");
		const policy::PersonalColumn personal = policy::chosen_mask(*node, column, mask, args);
		policy::require_mask_arguments(personal);
		policy::require_mask_fits(*node, personal);
		policy::require_no_masked_subjects(*subject, "change a mask of");
		policy::store_mask(*node, personal);
	}
	policy::publish_change();
	policy::record_policy_call("set_mask", relation, "column " + name + ": " + mask);
	return call.nothing();
}
