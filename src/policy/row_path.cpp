// Follows the links from the key set to a table's rows: a chain of joins where there is one way only, else the union of
// all ways, and a recursive query where the links go round in a circle.
#include "policy/row_path.hpp"

#include "core/sqltext.hpp"
#include "policy/engine_sql.hpp"
#include "policy/value_rows.hpp"

namespace policy {
namespace {

// The primary key of a row as columns p1, p2, ...
std::string key_columns(const Node &node, const std::string &alias)
{
	std::string list;
	for (std::size_t i = 0; i < node.key.size(); ++i)
		list += (i ? ", " : "") + column(alias, node.key[i]) + " AS p" + std::to_string(i + 1);
	return list;
}

std::string key_equals_row(const Node &node, const std::string &alias, const std::string &row)
{
	std::string sql;
	for (std::size_t i = 0; i < node.key.size(); ++i)
		sql += (i ? " AND " : "") + column(alias, node.key[i]) + " " + node.key[i].equals + " " + row + ".p" + std::to_string(i + 1);
	return sql;
}

// One way of reaching rows: FROM items without the node itself, and the condition. The subject's place is `ord`.
struct Way {
	std::vector<std::string> from;
	std::string where;
	std::string ord;

	void add(const std::string &condition) { where += (where.empty() ? "" : " AND ") + condition; }
	std::string items() const
	{
		std::string sql;
		for (const std::string &item : from)
			sql += (sql.empty() ? "" : ", ") + item;
		return sql;
	}
};

class Finder {
public:
	// ordered: with the subject's place in the key set; else the keys come as one array, which is planned better than a
	// function's rows, whose number of distinct values the planner does not know.
	Finder(const Subject &subject, const RowSets &sets, bool ordered) : subject_(subject), sets_(sets), key_(subject.root().key), ordered_(ordered) {}

	Path path(const Node &node) const
	{
		const Way way = way_to(node, "t");
		return {way.items(), way.where, way.ord};
	}

	// Without regard to whether others need the rows.
	Path candidates(const Node &node) const
	{
		return {"(" + all_ways(node) + ") AS tr", key_equals_row(node, "t", "tr"), "tr.ord"};
	}

private:
	bool is_plain(const Node &node) const { return !node.cyclic && !node.shares_rows() && node.links.size() <= 1; }

	// The rows of a node under an alias.
	Way way_to(const Node &node, const std::string &alias) const
	{
		if (node.is_subject())
			return subject_rows(alias);
		if (is_plain(node))
			return along(node, node.links.front(), alias);
		Way way;
		const std::string found = alias + "r";
		if (node.shares_rows())
			way.from.push_back(sets_.item(subject_, node, found));
		else
			way.from.push_back("(" + (node.cyclic ? closure(node) : all_ways(node)) + ") AS " + found);
		way.add(key_equals_row(node, alias, found));
		way.ord = found + ".ord";
		return way;
	}

	Way subject_rows(const std::string &alias) const
	{
		Way way;
		if (ordered_) {
			way.from.push_back(key_set(key_));
			way.add(key_matches(alias, key_));
			way.ord = "k.ord";
		} else {
			way.add(is_key(0, column(alias, key_[0]), key_[0].equals));
		}
		return way;
	}

	// The value of key column number `at` of the subjects: a column of k, or any element of the parameter.
	std::string is_key(std::size_t at, const std::string &operand, const std::string &equals) const
	{
		if (ordered_)
			return operand + " " + equals + " k.k" + std::to_string(at + 1);
		return operand + " " + equals + " ANY ($1::pg_catalog.text[]::" + key_[at].bare_type + "[])";
	}

	// Down one link: the way to the parent, and the join.
	Way along(const Node &node, const Link &link, const std::string &alias) const
	{
		if (link.columns.empty())
			throw pg::Failure(pg::code::policy_cannot_work, "table \"" + node.table.name + "\" has lost its link to its parent", {},
							  "Call erasure.unrelate and erasure.relate again.");
		const Node &parent = *subject_.node(link.parent_id);
		Way way;
		if (parent.is_subject() && !link.by_value() && refers_to_key(link, alias, way)) {
			if (ordered_) {
				way.from.push_back(key_set(key_));
				way.ord = "k.ord";
			}
			return way;
		}
		const std::string above = alias + "_";
		way = way_to(parent, above);
		way.from.push_back(parent.sql_name() + " AS " + above);
		way.add(link_condition(link, alias, above));
		return way;
	}

	// Whether a link refers to the subject's key itself, so that the subject table need not be read.
	bool refers_to_key(const Link &link, const std::string &alias, Way &way) const
	{
		if (link.columns.size() != key_.size())
			return false;
		Way found;
		for (const JoinColumn &join : link.columns) {
			std::size_t at = 0;
			while (at < key_.size() && key_[at].number != join.parent.number)
				++at;
			if (at == key_.size())
				return false;
			found.add(is_key(at, column(alias, join.child), join.parent.equals));
		}
		if (!link.condition.empty())
			found.add(bound_condition(link, alias));
		way = found;
		return true;
	}

	// "SELECT ord, p1, ... FROM ... WHERE ..." of one way to a node.
	std::string select(const Node &node, const Way &way, const std::string &alias) const
	{
		return "SELECT " + (ordered_ ? way.ord + " AS ord, " : "") + key_columns(node, alias) + " FROM " + way.items() + (way.from.empty() ? "" : ", ") +
			   node.sql_name() + " AS " + alias + " WHERE " + way.where;
	}

	// Each row once, with the first of its subjects.
	std::string once(const Node &node, const std::string &rows) const
	{
		std::string keys;
		for (std::size_t i = 0; i < node.key.size(); ++i)
			keys += (i ? ", p" : "p") + std::to_string(i + 1);
		return "SELECT " + (ordered_ ? "pg_catalog.min(u.ord) AS ord, " : std::string()) + keys + " FROM (" + rows + ") AS u GROUP BY " + keys;
	}

	std::string all_ways(const Node &node) const
	{
		std::string rows;
		for (const Link &link : node.links)
			rows += (rows.empty() ? "" : " UNION ALL ") + select(node, along(node, link, "t"), "t");
		if (node.has_value_link())
			rows += " UNION ALL SELECT * FROM " + sets_.item(subject_, node, "v", tied(node));
		return once(node, rows);
	}

	bool same_circle(const Node &one, const Node &other) const
	{
		return one.id == other.id || (subject_.leads_to(one, other) && subject_.leads_to(other, one));
	}

	// A row of any table of the circle: its node and its key as texts.
	std::string tagged(const Node &node, const std::string &alias) const
	{
		std::string keys;
		for (const pg::ColumnInfo &key : node.key)
			keys += (keys.empty() ? "" : ", ") + ("erasure._key(" + column(alias, key) + ")");
		return std::to_string(node.id) + ", ARRAY[" + keys + "]";
	}

	std::string is_tagged(const Node &node, const std::string &alias) const
	{
		std::string sql = "c.node OPERATOR(pg_catalog.=) " + std::to_string(node.id);
		for (std::size_t i = 0; i < node.key.size(); ++i)
			sql += " AND " + column(alias, node.key[i]) + " " + node.key[i].equals + " (c.key)[" + std::to_string(i + 1) + "]::" + node.key[i].bare_type;
		return sql;
	}

	// All rows that links lead to inside a circle of tables, from where it is entered, however long the way round.
	std::string closure(const Node &wanted) const
	{
		std::string entries;
		std::string steps;
		for (const Node &node : subject_.nodes) {
			if (!same_circle(node, wanted))
				continue;
			for (const Link &link : node.links) {
				const Node &parent = *subject_.node(link.parent_id);
				if (same_circle(parent, wanted)) {
					steps += (steps.empty() ? "" : " UNION ALL ") + ("SELECT " + tagged(node, "n") + " FROM " + node.sql_name() + " AS n, " + parent.sql_name() +
																	 " AS p WHERE " + is_tagged(parent, "p") + " AND " + link_condition(link, "n", "p"));
					continue;
				}
				const Way way = along(node, link, "n");
				entries += (entries.empty() ? "" : " UNION ALL ") + ("SELECT " + (ordered_ ? way.ord : std::string("0::pg_catalog.int8")) + ", " + tagged(node, "n") +
																	 " FROM " + way.items() + (way.from.empty() ? "" : ", ") + node.sql_name() +
																	 " AS n WHERE " + way.where);
			}
		}
		std::string keys;
		for (std::size_t i = 0; i < wanted.key.size(); ++i)
			keys += ", (c.key)[" + std::to_string(i + 1) + "]::" + wanted.key[i].bare_type + " AS p" + std::to_string(i + 1);
		return "WITH RECURSIVE c(ord, node, key) AS ((" + entries + ") UNION SELECT c.ord, s.node, s.key FROM c, LATERAL (" + steps +
			   ") AS s(node, key)) " +
			   once(wanted, "SELECT c.ord" + keys + " FROM c WHERE c.node OPERATOR(pg_catalog.=) " + std::to_string(wanted.id));
	}

	const Subject &subject_;
	const RowSets &sets_;
	const std::vector<pg::ColumnInfo> &key_;
	const bool ordered_;
};

}  // namespace

Path path_to(const Subject &subject, const Node &node, const RowSets &sets)
{
	return Finder(subject, sets, true).path(node);
}

Path rows_of(const Subject &subject, const Node &node, const RowSets &sets)
{
	return Finder(subject, sets, subject.root().key.size() > 1).path(node);
}

Path candidates_of(const Subject &subject, const Node &node, const RowSets &sets)
{
	return Finder(subject, sets, true).candidates(node);
}

bool may_be_shared(const Subject &subject, const Node &node)
{
	for (const Node *at = &node; !at->is_subject(); at = subject.node(at->links.front().parent_id))
		if (at->cyclic || at->shares_rows() || at->links.size() > 1)
			return true;
	return false;
}

std::string Path::joined(const char *keyword) const
{
	return from.empty() ? std::string() : std::string(" ") + keyword + " " + from;
}

std::string Path::with(const Node &node) const
{
	return from + (from.empty() ? "" : ", ") + node.sql_name() + " AS t";
}

}  // namespace policy
