// relate and unrelate: the tables that hold data about a subject.
#include <set>

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/declare.hpp"
#include "policy/install.hpp"
#include "policy/join.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

void require_no_cycle(const Subject &subject, pg::Oid related, pg::Oid parent)
{
	const auto refuse = [&](const std::string &why) {
		throw pg::Failure(pg::code::policy_cannot_work, "cannot relate " + quoted(related) + " to " + quoted(parent), why,
						  "Relations lead from a subject table outwards, each table once.");
	};
	if (related == parent)
		refuse("A table cannot be related to itself.");
	if (related == subject.root().table.oid)
		refuse("It is the subject table; the relation would make a cycle.");
	for (const Node *at = subject.node_of(parent); at != nullptr; at = subject.node(at->parent_id))
		if (at->table.oid == related)
			refuse("The relation would make a cycle.");
	if (const Node *node = subject.node_of(related))
		throw pg::Failure(pg::code::duplicate_object,
						  "table " + quoted(related) + " is related already, through " + quoted(subject.node(node->parent_id)->table.oid), {},
						  "Call erasure.unrelate first.");
}

void require_no_personal_link(const Node &node, const Node &parent)
{
	for (const JoinColumn &join : node.join)
		for (const PersonalColumn &personal : parent.personal)
			if (personal.column.number == join.parent.number)
				throw pg::Failure(pg::code::not_supported, "column \"" + join.parent.name + "\" cannot link rows: it is personal",
								  "Once it is masked, the rows that it linked could not be found again.", "Link the tables by a key.");
}

void relate_under(const Subject &subject, pg::Call &call, const std::vector<std::string> &personal, const std::string &on_erase)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent_oid = call.oid(1, "parent");
	require_owner(subject.root().table.oid);
	require_no_cycle(subject, related, parent_oid);
	const Node &parent = *subject.node_of(parent_oid);
	Node node = blank_node(related, on_erase);
	node.subject_id = subject.id;
	node.parent_id = parent.id;
	node.join = find_join(node, parent, call.optional_names(3), call.optional_names(4));
	require_no_personal_link(node, parent);
	require_readable_path(node, parent);
	if (node.key.empty() && !personal.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(related) + " has no primary key",
						  "Undo finds the rows that it restores by their primary key.", "ALTER TABLE ... ADD PRIMARY KEY (...);");
	require_no_deferrable_trigger(related);
	std::set<std::string> links;
	for (const JoinColumn &join : node.join)
		links.insert(join.child.name);
	add_personal_columns(node, personal, links, {});
	node.id = store_related(node);
	publish_change();
	require_nothing_unmasked(*require_subject(subject.root().table.oid), node.id);
	const Held held = require_subject(subject.root().table.oid);
	refresh_guards(related);
	refresh_guards(parent_oid);
	tell_open_questions(*held, *held->node(node.id));
}

}  // namespace
}  // namespace policy

// erasure.relate(related regclass, parent regclass, personal name[], columns name[], parent_columns name[], on_erase text,
//                condition text) RETURNS void
ERASURE_FUNCTION(erasure_relate)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	const std::vector<std::string> personal = call.names(2, "personal");
	const std::string on_erase = call.text(5, "on_erase");
	policy::require_word("on_erase", on_erase, {"keep_masked", "set_null", "delete"});
	policy::not_yet(call.is_null(6), "condition");
	policy::require_owner(related);
	policy::require_owner(parent);
	const auto all = policy::catalogue();
	for (const policy::Subject *subject : policy::subjects_of_parent(*all, parent))
		policy::relate_under(*subject, call, personal, on_erase);
	policy::record_policy_call("relate", related, std::to_string(personal.size()) + " personal columns", parent);
	return call.nothing();
}

// erasure.unrelate(related regclass, parent regclass) RETURNS void
ERASURE_FUNCTION(erasure_unrelate)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	policy::require_owner(related);
	bool found = false;
	const auto all = policy::catalogue();
	for (const policy::Subject &subject : all->subjects) {
		const policy::Node *node = subject.node_of(related);
		const policy::Node *above = node != nullptr ? subject.node(node->parent_id) : nullptr;
		if (above == nullptr || above->table.oid != parent)
			continue;
		policy::require_owner(subject.root().table.oid);
		if (node->has_children)
			throw pg::Failure(pg::code::policy_cannot_work, "other tables are related through \"" + node->table.name + "\"", {},
							  "Call erasure.unrelate for them first.");
		policy::require_no_masked_subjects(subject, "take a table out of the policy of");
		policy::remove_declared(node->id);
		found = true;
	}
	if (!found)
		throw pg::Failure(pg::code::policy_cannot_work, "table " + policy::quoted(related) + " is not related to " + policy::quoted(parent));
	policy::publish_change();
	policy::refresh_guards(related);
	policy::refresh_guards(parent);
	policy::record_policy_call("unrelate", related, {}, parent);
	return call.nothing();
}
