// relate and unrelate: the tables that hold data about a subject.
#include <algorithm>
#include <set>

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/carried.hpp"
#include "policy/changing.hpp"
#include "policy/declare.hpp"
#include "policy/install.hpp"
#include "policy/join.hpp"
#include "policy/linked.hpp"
#include "policy/permit.hpp"
#include "policy/rewritten.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

// A person's row is found by its key; were it data about another person too, its own state could not be told any more.
void require_not_the_subject(const Subject &subject, pg::Oid related, pg::Oid parent)
{
	if (related == subject.root().table.oid && parent != related)
		throw pg::Failure(pg::code::policy_cannot_work, "cannot relate " + quoted(related) + " to " + quoted(parent),
						  "It is the subject table: each of its rows is a person with a life cycle of its own.",
						  "Where rows belong to one person, delete them in one call.");
}

void require_no_personal_columns(const std::vector<std::string> &personal)
{
	if (!personal.empty())
		throw pg::Failure(pg::code::invalid_parameter, "personal must be empty where a subject table is related to itself",
						  "Its personal columns are those of erasure.protect.", "Use erasure.add_personal.");
}

void require_leads_elsewhere(const Node &node, const Link &link)
{
	const bool same = std::all_of(link.columns.begin(), link.columns.end(), [](const JoinColumn &join) { return join.child.number == join.parent.number; });
	if (link.parent_id == node.id && same)
		throw pg::Failure(pg::code::policy_cannot_work, "cannot relate " + quoted(node.table.oid) + " to itself by the same columns",
						  "Every row would be its own parent.", "Name the column that refers to the other row in columns, and the key in parent_columns.");
}

// A row that others may refer to cannot be deleted with one of them, and its place among the tables must be clear.
void require_may_lead_up(const Subject &subject, const Node &node, const Link &link, const Node &parent, const std::string &on_erase)
{
	const bool up = link.up || link.by_value() || node.shares_rows();
	if ((link.up || node.upward()) && on_erase == "delete")
		throw pg::Failure(pg::code::policy_cannot_work, "rows of table " + quoted(node.table.oid) + " cannot be deleted at erasure",
						  "Rows of " + quoted(parent.table.oid) + " refer to them.", "Use on_erase => 'keep_masked' or 'set_null'.");
	const bool circle = node.id != 0 && (parent.id == node.id || subject.leads_to(parent, node));
	const bool others = std::any_of(subject.nodes.begin(), subject.nodes.end(), [&](const Node &on_the_way) {
		return on_the_way.shares_rows() && circle && (on_the_way.id == parent.id || subject.leads_to(parent, on_the_way)) && subject.leads_to(on_the_way, node);
	});
	if (circle && (up || others))
		throw pg::Failure(pg::code::policy_cannot_work, "cannot relate " + quoted(node.table.oid) + " to " + quoted(parent.table.oid),
						  "Links would go round in a circle through a table whose rows may be shared.", "Leave one of these links out.");
}

void refuse_personal_link(const std::string &column)
{
	throw pg::Failure(pg::code::not_supported, "column \"" + column + "\" cannot link rows: it is personal",
					  "Once it is masked, the foreign key leads nowhere.", "Link the tables by another key.");
}

// But where a foreign key carries the mask on.
void require_no_personal_link(const Node &node, const Link &link, const Node &parent)
{
	if (link.by_value())
		return;
	for (const JoinColumn &join : link.columns)
		for (const PersonalColumn &personal : parent.personal)
			if (personal.column.number == join.parent.number && (link.up || !follows_by_foreign_key(node, parent, link.columns)))
				refuse_personal_link(join.parent.name);
	for (const PersonalColumn &personal : node.personal)
		for (const pg::ColumnInfo &column : node.key_link_columns())
			if (column.number == personal.column.number)
				refuse_personal_link(column.name);
}

// Columns of the link that follow a personal one of the parent's need no mask of their own.
void require_not_carried(const Node &node, const Link &link, const Node &parent, const std::vector<std::string> &personal)
{
	for (const JoinColumn &join : link.columns) {
		const bool named = std::find(personal.begin(), personal.end(), join.child.name) != personal.end();
		const bool masked = std::any_of(parent.personal.begin(), parent.personal.end(), [&](const PersonalColumn &p) { return p.column.number == join.parent.number; });
		if (named && masked && !link.up && follows_by_foreign_key(node, parent, link.columns))
			throw pg::Failure(pg::code::policy_cannot_work, "column \"" + join.child.name + "\" of table " + quoted(node.table.oid) + " cannot be personal by itself",
							  "It follows personal column \"" + join.parent.name + "\" of " + quoted(parent.table.oid) +
								  " by foreign key: it is masked with that, checked and restored.",
							  "Leave it out.");
	}
}

void require_key(const Node &node)
{
	if (node.key.empty() && (!node.personal.empty() || node.links.size() > 1 || node.shares_rows() || node.hangs_on(node.id)))
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(node.table.oid) + " has no primary key",
						  "Undo finds the rows that it restores by their primary key, or by a unique index over columns that are NOT NULL; so do links that lead to a row in more than one way.",
						  "ALTER TABLE ... ADD PRIMARY KEY (...);");
}

// The table as it is declared under the subject, or about to be.
Node node_for(const Subject &subject, pg::Oid related, const std::string &on_erase)
{
	const Node *known = subject.node_of(related);
	if (known != nullptr && known->on_erase != on_erase)
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(related) + " is related already with on_erase \"" + known->on_erase + "\"",
						  "What erasure does with its rows cannot depend on how they are found.", "Say on_erase => '" + known->on_erase + "' again.");
	Node node = known != nullptr ? *known : blank_node(related, on_erase);
	node.subject_id = subject.id;
	return node;
}

// Columns that are personal already, through another link, stay as they are.
std::vector<std::string> not_personal_yet(const Node &node, const std::vector<std::string> &names)
{
	std::vector<std::string> added;
	for (const std::string &name : names)
		if (std::none_of(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &p) { return p.column.name == name; }))
			added.push_back(name);
	return added;
}

// retain() refuses tables whose rows may be shared; nor may one become such a table afterwards.
void require_no_shared_retention(const Subject &subject)
{
	for (const Node &node : subject.nodes)
		if (node.retention && subject.is_shared(node))
			throw pg::Failure(pg::code::not_supported, "rows of table " + quoted(node.table.oid) + " are retained and cannot be shared",
							  "Other rows would refer to them, or to what they hang on.", "Call erasure.unretain first.");
}

// Rows of the subject table that refer to others are records of the same person.
void relate_to_itself(Change &change, const Subject &subject, const StatedLink &stated, const std::vector<std::string> &personal)
{
	require_no_personal_columns(personal);
	Node root = subject.root();
	root.links = root.own_links;
	const Link link = find_link(root, root, stated);
	require_leads_elsewhere(root, link);
	if (link.by_value())
		throw pg::Failure(pg::code::not_supported, "cannot relate " + quoted(root.table.oid) + " to itself by a value", "Rows that are linked to a person are masked with it.",
						  "Link them by a key.");
	root.links.push_back(link);
	require_no_personal_link(root, link, root);
	change.begin({root.table.oid});
	store_link(root.id, link);
	publish_change();
	const Held held = require_subject(root.table.oid);
	require_keys_can_change(*held);
	refresh_guards(root.table.oid);
	require_no_linked_left(*held);
}

void relate_under(Change &change, const Subject &subject, const pg::Oid related, const pg::Oid parent_oid, const StatedLink &stated,
				  const std::vector<std::string> &personal, const std::string &on_erase)
{
	require_owner(subject.root().table.oid);
	require_not_the_subject(subject, related, parent_oid);
	if (related == subject.root().table.oid) {
		relate_to_itself(change, subject, stated, personal);
		return;
	}
	Node node = node_for(subject, related, on_erase);
	const Node &parent = related == parent_oid ? node : *subject.node_of(parent_oid);
	const Link link = find_link(node, parent, stated);
	require_leads_elsewhere(node, link);
	require_may_lead_up(subject, node, link, parent, on_erase);
	node.links.push_back(link);
	require_readable_path(node, parent);
	for (const Node &above : subject.nodes)
		if (subject.leads_to(parent, above))
			require_readable_path(node, above);
	require_no_deferrable_trigger(related);
	require_no_rule(related, on_erase);
	require_not_carried(node, link, parent, personal);
	std::set<std::string> links = link_columns(subject, node);
	const std::size_t before = node.personal.size();
	add_personal_columns(node, not_personal_yet(node, personal), links, {});
	require_no_personal_link(node, link, parent);
	require_key(node);
	change.begin({related, parent_oid});
	if (link.by_value())
		require_no_masked_subjects(subject, "link rows by value under");
	if (node.id == 0)
		node.id = store_related(node);
	else
		store_personal(node, before);
	store_link(node.id, link);
	publish_change();
	const Held held = require_subject(subject.root().table.oid);
	require_keys_can_change(*held);
	require_no_shared_retention(*held);
	refresh_guards(related);
	refresh_guards(parent_oid);
	// A new link makes rows of persons who were deleted before part of their data: in the table, and below it. Nobody writes
	// one any more that the guards do not see.
	require_nothing_unmasked_below(*held, *held->node(node.id));
	tell_open_questions(*held, *held->node(node.id));
}

// Under every subject table that the parent is declared under; where it is so already it stays.
void relate_under_all(Change &change, const std::vector<const Subject *> &subjects, pg::Oid related, pg::Oid parent, const StatedLink &stated,
					  const std::vector<std::string> &personal, const std::string &on_erase)
{
	std::size_t known = 0;
	for (const Subject *subject : subjects) {
		try {
			relate_under(change, *subject, related, parent, stated, personal, on_erase);
		} catch (const pg::Failure &failure) {
			if (failure.sqlstate() != pg::code::duplicate_object || ++known == subjects.size())
				throw;
		}
	}
}

// Without this link; without the table, when it was the last that leads to the subject.
void unrelate_under(const Subject &subject, const Node &node, const Node &parent)
{
	Subject rest = subject;
	for (Node &at : rest.nodes)
		if (at.id == node.id)
			std::erase_if(at.links, [&](const Link &link) { return link.parent_id == parent.id; });
	const Node *left = rest.node(node.id);
	if (rest.leads_to(*left, rest.root())) {
		remove_links(node.id, parent.id);
		return;
	}
	for (const Node &child : rest.nodes)
		if (child.id != node.id && !child.is_subject() && !rest.leads_to(child, rest.root()))
			throw pg::Failure(pg::code::policy_cannot_work, "other tables are related through \"" + node.table.name + "\"", {},
							  "Call erasure.unrelate for them first.");
	remove_declared(node.id);
}

// What hangs on a parent under one subject table.
struct Tie {
	const Subject &subject;
	const Node &node;
	const Node &parent;
};

// Whoever does not own them learns so before any table is locked.
std::vector<Tie> ties_of(const Catalogue &all, pg::Oid related, pg::Oid parent)
{
	std::vector<Tie> ties;
	for (const Subject &subject : all.subjects) {
		const Node *node = subject.node_of(related);
		const Node *above = subject.node_of(parent);
		if (node == nullptr || above == nullptr || !(node == above ? !node->own_links.empty() : node->hangs_on(above->id)))
			continue;
		require_owner(subject.root().table.oid);
		ties.push_back({subject, *node, *above});
	}
	if (ties.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(related) + " is not related to " + quoted(parent));
	return ties;
}

void unrelate(Change &change, pg::Oid related, pg::Oid parent)
{
	const auto all = catalogue();
	const std::vector<Tie> ties = ties_of(*all, related, parent);
	change.begin({related, parent});
	for (const Tie &tie : ties) {
		require_no_masked_subjects(tie.subject, "take a table out of the policy of");
		if (&tie.node == &tie.parent)
			remove_links(tie.node.id, tie.node.id);
		else
			unrelate_under(tie.subject, tie.node, tie.parent);
	}
}

}  // namespace
}  // namespace policy

// erasure.relate(related regclass, parent regclass, personal name[], columns name[], parent_columns name[], on_erase text,
//                condition text, match text) RETURNS void
ERASURE_FUNCTION(erasure_relate)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	const std::vector<std::string> personal = call.names(2, "personal");
	const std::string on_erase = call.text(5, "on_erase");
	policy::require_word("on_erase", on_erase, {"keep_masked", "set_null", "delete"});
	const policy::StatedLink stated{call.optional_names(3), call.optional_names(4), call.optional_text(6), call.text(7, "match"), personal};
	policy::require_word("match", stated.match, {"exact", "case_insensitive"});
	policy::require_owner(related);
	policy::require_owner(parent);
	policy::change_policy([&](policy::Change &change) {
		const auto all = policy::catalogue();
		policy::relate_under_all(change, policy::subjects_of_parent(*all, parent), related, parent, stated, personal, on_erase);
	});
	policy::record_policy_call("relate", related, std::to_string(personal.size()) + " personal columns", parent);
	return call.nothing();
}

// erasure.unrelate(related regclass, parent regclass) RETURNS void
ERASURE_FUNCTION(erasure_unrelate)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	policy::require_owner(related);
	policy::change_policy([&](policy::Change &change) { policy::unrelate(change, related, parent); });
	policy::publish_change();
	policy::refresh_guards(related);
	policy::refresh_guards(parent);
	policy::record_policy_call("unrelate", related, {}, parent);
	return call.nothing();
}
