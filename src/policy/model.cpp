// Look-ups in a loaded policy.
#include "policy/model.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace policy {

const pg::ColumnInfo *Node::column(pg::AttrNumber number) const
{
	for (const pg::ColumnInfo &c : columns)
		if (c.number == number)
			return &c;
	return nullptr;
}

const pg::ColumnInfo *Node::column(const std::string &name) const
{
	for (const pg::ColumnInfo &c : columns)
		if (c.name == name)
			return &c;
	return nullptr;
}

const TokenColumn *Node::token(pg::AttrNumber number) const
{
	for (const TokenColumn &t : tokens)
		if (t.column.number == number)
			return &t;
	return nullptr;
}

bool Node::key_changes() const
{
	return std::any_of(key.begin(), key.end(), [&](const pg::ColumnInfo &column) { return token(column.number) != nullptr; });
}

bool Node::hangs_on(std::int32_t parent) const
{
	return std::any_of(links.begin(), links.end(), [=](const Link &link) { return link.parent_id == parent; });
}

bool Node::upward() const
{
	return std::any_of(links.begin(), links.end(), [](const Link &link) { return link.up; });
}

bool Node::has_value_link() const
{
	return std::any_of(links.begin(), links.end(), [](const Link &link) { return link.by_value(); });
}

bool Subject::is_shared(const Node &node) const
{
	return node.shares_rows() || std::any_of(nodes.begin(), nodes.end(), [&](const Node &above) { return above.shares_rows() && leads_to(node, above); });
}

bool Subject::has_value_links() const
{
	return std::any_of(nodes.begin(), nodes.end(), [](const Node &node) { return node.has_value_link(); });
}

namespace {

std::vector<pg::ColumnInfo> child_columns(const Node &node, bool by_value)
{
	std::vector<pg::ColumnInfo> found;
	for (const std::vector<Link> *links : {&node.links, &node.own_links})
		for (const Link &link : *links) {
			for (const JoinColumn &join : link.columns)
				if (by_value || !link.by_value())
					found.push_back(join.child);
			for (const ConditionColumn &condition : link.condition_columns)
				found.push_back(condition.column);
		}
	return found;
}

std::vector<pg::ColumnInfo> parent_columns(const Subject &subject, const Node &parent, bool by_value)
{
	std::vector<pg::ColumnInfo> found;
	for (const Node &child : subject.nodes)
		for (const Link &link : child.links)
			for (const JoinColumn &join : link.columns)
				if (link.parent_id == parent.id && (by_value || !link.by_value()))
					found.push_back(join.parent);
	for (const Link &link : parent.own_links)
		for (const JoinColumn &join : link.columns)
			found.push_back(join.parent);
	return found;
}

}  // namespace

std::vector<pg::ColumnInfo> Node::link_columns() const
{
	return child_columns(*this, true);
}

std::vector<pg::ColumnInfo> Node::key_link_columns() const
{
	return child_columns(*this, false);
}

std::vector<pg::ColumnInfo> Subject::columns_linked_to(const Node &parent) const
{
	return parent_columns(*this, parent, true);
}

std::vector<pg::ColumnInfo> Subject::key_columns_linked_to(const Node &parent) const
{
	return parent_columns(*this, parent, false);
}

bool Subject::leads_to(const Node &from, const Node &to) const
{
	std::set<std::int32_t> seen;
	std::vector<const Node *> open{&from};
	while (!open.empty()) {
		const Node *at = open.back();
		open.pop_back();
		for (const Link &link : at->links) {
			if (link.parent_id == to.id)
				return true;
			const Node *parent = node(link.parent_id);
			if (parent != nullptr && seen.insert(parent->id).second)
				open.push_back(parent);
		}
	}
	return false;
}

bool Subject::has_tokens() const
{
	return std::any_of(nodes.begin(), nodes.end(), [](const Node &node) { return !node.tokens.empty(); });
}

void Subject::arrange()
{
	for (Node &at : nodes) {
		at.cyclic = leads_to(at, at);
		at.has_children = std::any_of(nodes.begin(), nodes.end(), [&](const Node &child) { return child.hangs_on(at.id); });
	}
	std::vector<Node> placed;
	const auto is_placed = [&](std::int32_t wanted) {
		return std::any_of(placed.begin(), placed.end(), [=](const Node &n) { return n.id == wanted; });
	};
	// Where a cycle leaves no table whose parents are all placed, one that a placed table leads into goes first.
	const auto ready = [&](const Node &n) {
		return std::all_of(n.links.begin(), n.links.end(), [&](const Link &link) { return link.parent_id == n.id || is_placed(link.parent_id); });
	};
	const auto around = [&](const Node &n, const Link &link) {
		const Node *parent = node(link.parent_id);
		return parent != nullptr && leads_to(*parent, n);
	};
	const auto begun = [&](const Node &n) {
		return std::all_of(n.links.begin(), n.links.end(), [&](const Link &link) { return is_placed(link.parent_id) || around(n, link); }) &&
			   std::any_of(n.links.begin(), n.links.end(), [&](const Link &link) { return is_placed(link.parent_id); });
	};
	while (!nodes.empty()) {
		auto next = std::find_if(nodes.begin(), nodes.end(), ready);
		if (next == nodes.end())
			next = std::find_if(nodes.begin(), nodes.end(), begun);
		if (next == nodes.end())
			break;  // cut off from the subject table: its parent was dropped
		placed.push_back(std::move(*next));
		nodes.erase(next);
	}
	nodes = std::move(placed);
}

const Node *Subject::node(std::int32_t id_wanted) const
{
	for (const Node &n : nodes)
		if (n.id == id_wanted)
			return &n;
	return nullptr;
}

std::vector<std::int64_t> Subject::table_oids() const
{
	std::vector<std::int64_t> oids;
	for (const Node &n : nodes)
		oids.push_back(n.table.oid);
	return oids;
}

const Node *Subject::node_of(pg::Oid relation) const
{
	for (const Node &n : nodes)
		if (n.table.oid == relation)
			return &n;
	return nullptr;
}

const Subject *Catalogue::subject_of(pg::Oid relation) const
{
	for (const Subject &s : subjects)
		if (s.root().table.oid == relation)
			return &s;
	return nullptr;
}

const Subject *Catalogue::subject(std::int32_t id) const
{
	for (const Subject &s : subjects)
		if (s.id == id)
			return &s;
	return nullptr;
}

}  // namespace policy
