// The policy as rows: one for each personal column, with its mask and its path to the subject.
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/model.hpp"
#include "policy/permit.hpp"

namespace policy {
namespace {

// orders.customer_id -> customers.customer_id
std::string path_text(const Subject &subject, const Node &node)
{
	std::string text;
	for (const Node *at = &node; !at->is_subject(); at = subject.node(at->parent_id)) {
		const Node *parent = subject.node(at->parent_id);
		for (std::size_t i = 0; i < at->join.size(); ++i)
			text += (text.empty() ? "" : i ? ", " : "; ") + at->table.name + "." + at->join[i].child.name + " -> " + parent->table.name + "." +
					at->join[i].parent.name;
	}
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
