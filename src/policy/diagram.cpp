// The policy of one subject table as a Mermaid flowchart: tables, joins, personal columns with their masks, on_erase.
#include "core/condition.hpp"
#include "core/mermaid.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "policy/model.hpp"
#include "policy/permit.hpp"

namespace policy {
namespace {

core::FlowNode drawn(const Subject &subject, const Node &node)
{
	core::FlowNode drawing;
	drawing.marked = node.is_subject();
	drawing.lines.push_back(pg::display_name(node.table.oid) + (node.is_subject() ? " (subject)" : ""));
	for (const PersonalColumn &personal : node.personal)
		drawing.lines.push_back(personal.column.name + ": " + personal.mask);
	for (const TokenColumn &token : node.tokens)
		if (token.carried)
			drawing.lines.push_back(token.column.name + ": follows its foreign key");
	if (node.personal.empty())
		drawing.lines.push_back("nothing personal");
	drawing.lines.push_back("on_erase: " + node.on_erase);
	if (node.is_subject())
		drawing.lines.push_back("grace: " + subject.options.grace);
	return drawing;
}

std::string label(const Link &link)
{
	if (link.columns.empty())
		return "lost";  // a column of it is gone
	std::string text;
	for (const JoinColumn &join : link.columns)
		text += (text.empty() ? "" : ", ") + join.child.name + " = " + join.parent.name;
	if (link.by_value())
		text = "by value: " + text + (link.match == "exact" ? "" : ", ignoring case");
	if (link.condition.empty())
		return text;
	return text + " where " + core::bind_columns(link.condition, [&](int number) {
			   for (const ConditionColumn &condition : link.condition_columns)
				   if (condition.label == number)
					   return condition.column.name;
			   return std::string("?");
		   });
}

std::string diagram(const Subject &subject)
{
	std::vector<core::FlowNode> nodes;
	std::vector<core::FlowEdge> edges;
	for (std::size_t i = 0; i < subject.nodes.size(); ++i) {
		const Node &node = subject.nodes[i];
		nodes.push_back(drawn(subject, node));
		for (const Link &link : node.own_links)
			edges.push_back({i, i, label(link)});
		for (const Link &link : node.links)
			for (std::size_t parent = 0; parent < subject.nodes.size(); ++parent)
				if (subject.nodes[parent].id == link.parent_id)
					edges.push_back({parent, i, label(link)});
	}
	return core::flowchart(nodes, edges);
}

}  // namespace
}  // namespace policy

// erasure.diagram(subject regclass) RETURNS text
ERASURE_FUNCTION(erasure_diagram)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	if (!policy::may_see(*subject))
		throw pg::Failure(pg::code::insufficient_privilege,
						  "role \"" + pg::role_name(pg::current_role()) + "\" may not see the policy of table \"" + pg::display_name(subject->root().table.oid) + "\"",
						  "It holds no permission on the table's subjects and does not own the table.",
						  "The table's owner can grant one with erasure.allow.");
	return call.result(policy::diagram(*subject));
}
