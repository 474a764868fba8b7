// The policy as rows: one for each personal column, with its mask and its path to the subject.
#include <algorithm>

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"
#include "policy/model.hpp"
#include "policy/permit.hpp"

namespace policy {
namespace {

// orders.customer_id -> customers.customer_id, and on to the subject; every way, each table once on it.
void add_paths(const Subject &subject, const Node &node, const std::string &so_far, std::vector<std::int32_t> on_it, std::string &text)
{
	if (node.is_subject()) {
		text += (text.empty() ? "" : " | ") + so_far;
		return;
	}
	on_it.push_back(node.id);
	for (const Link &link : node.links) {
		const Node &parent = *subject.node(link.parent_id);
		if (std::find(on_it.begin(), on_it.end(), parent.id) != on_it.end())
			continue;
		std::string hop;
		for (const JoinColumn &join : link.columns)
			hop += (hop.empty() ? "" : ", ") + node.table.name + "." + join.child.name + (link.by_value() ? " = " : link.up ? " <- " : " -> ") + parent.table.name + "." + join.parent.name;
		if (!link.condition.empty())
			hop += " where " + bound_condition(link, node.table.name);
		add_paths(subject, parent, so_far + (so_far.empty() ? "" : "; ") + hop, on_it, text);
	}
}

std::string path_text(const Subject &subject, const Node &node)
{
	std::string text;
	add_paths(subject, node, {}, {}, text);
	return text;
}

}  // namespace
}  // namespace policy

// erasure._policy() RETURNS TABLE(subject regclass, relation regclass, column_name name, mask text, args jsonb, path text,
//                                 on_erase text)
ERASURE_FUNCTION(erasure_policy)
{
	call.start_rows();
	const auto all = policy::catalogue();
	for (const policy::Subject &subject : all->subjects) {
		if (!policy::may_see(subject))
			continue;
		for (const policy::Node &node : subject.nodes) {
			const std::string path = policy::path_text(subject, node);
			for (const policy::PersonalColumn &personal : node.personal)
				call.add_row({std::to_string(subject.root().table.oid), std::to_string(node.table.oid), personal.column.name, personal.mask,
							  personal.mask == "unique" ? std::string("{}") : personal.args, path, node.on_erase});
		}
	}
	return call.nothing();
}
