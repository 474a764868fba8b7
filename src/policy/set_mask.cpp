// set_mask: another mask for a personal column, or the first one for a column that the default does not fit.
#include <algorithm>

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/changing.hpp"
#include "policy/declare.hpp"
#include "policy/install.hpp"
#include "policy/mask_fit.hpp"
#include "policy/mask_plan.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

// The table with this column masked so.
Node with_mask(const Node &declared, const PersonalColumn &personal)
{
	Node node = declared;
	std::erase_if(node.personal, [&](const PersonalColumn &p) { return p.column.number == personal.column.number; });
	node.personal.push_back(personal);
	return node;
}

void change_mask(const Subject &subject, const Node &node, const PersonalColumn &personal)
{
	require_none_undoable(subject, "change a mask of");
	store_mask(node, personal);
}

void declare_with_mask(const Subject &subject, const Node &node, const PersonalColumn &personal)
{
	if (node.key.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table \"" + node.table.name + "\" has no primary key");
	if (node.on_erase == "set_null")
		require_nullable(node, deletion_column(subject, node));
	store_personal(node, node.personal.size() - 1);
}

// Whether the column was not personal before, under any of the table's subjects.
bool set_mask(Change &change, pg::Oid relation, const std::string &name, const std::string &mask, const std::string &args)
{
	bool added = false;
	const auto all = catalogue();
	for (const auto &[subject, node] : nodes_of(*all, relation)) {
		require_owner(subject->root().table.oid);
		const pg::ColumnInfo &column = require_column(*node, name);
		const bool declared = std::any_of(node->personal.begin(), node->personal.end(), [&](const PersonalColumn &p) { return p.column.number == column.number; });
		const PersonalColumn personal = chosen_mask(*node, column, mask, args);
		require_mask_arguments(personal);
		const Node changed = with_mask(*node, personal);
		if (!declared)
			require_may_be_personal(*node, column, link_columns(*subject, *node));
		require_masks_fit(changed, deletion_column(*subject, *node), {name}, false);
		change.begin({relation});
		if (declared)
			change_mask(*subject, changed, personal);
		else
			declare_with_mask(*subject, changed, personal);
		added = added || !declared;
	}
	return added;
}

}  // namespace
}  // namespace policy

// erasure.set_mask(relation regclass, column_name name, mask text, args jsonb) RETURNS void
ERASURE_FUNCTION(erasure_set_mask)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::string name = call.name(1, "column_name");
	const std::string mask = call.text(2, "mask");
	const std::string args = call.output(3).value_or("{}");
	policy::require_owner(relation);
	bool added = false;
	policy::change_policy([&](policy::Change &change) { added = policy::set_mask(change, relation, name, mask, args); });
	policy::publish_change();
	if (added)
		policy::refresh_guards(relation);
	const auto now = policy::catalogue();
	for (const auto &[subject, node] : policy::nodes_of(*now, relation)) {
		policy::require_keys_can_change(*subject);
		if (added)
			policy::require_nothing_unmasked(*subject, node->id);
	}
	policy::record_policy_call("set_mask", relation, "column " + name + ": " + mask);
	return call.nothing();
}
