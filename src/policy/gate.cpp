// Compares what is declared with the foreign keys and columns in the catalogue.
#include "policy/gate.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/carried.hpp"
#include "policy/declare.hpp"
#include "policy/engine_sql.hpp"
#include "policy/keys.hpp"

namespace policy {
namespace {

// Foreign keys into the declared tables ($1) from tables that are not declared ($1), not exempted for that parent, and
// have a column outside their keys that is neither number, boolean nor enum. A foreign key on a single partition
// counts for the whole partitioned table.
constexpr const char *kUncovered = R"(
WITH RECURSIVE
declared AS (SELECT r::pg_catalog.oid AS root FROM pg_catalog.unnest($1) AS r),
member (root, relation) AS (
    SELECT root, root FROM declared
    UNION SELECT m.root, i.inhrelid FROM member m JOIN pg_catalog.pg_inherits i ON i.inhparent OPERATOR(pg_catalog.=) m.relation),
foreign_key AS (
    SELECT c.conrelid, c.conkey, m.root AS parent,
           coalesce((SELECT a.relid FROM pg_catalog.pg_partition_ancestors(c.conrelid) AS a(relid)
                     JOIN pg_catalog.pg_class p ON p.oid OPERATOR(pg_catalog.=) a.relid
                     WHERE NOT p.relispartition LIMIT 1), c.conrelid) AS child
    FROM pg_catalog.pg_constraint c JOIN member m ON m.relation OPERATOR(pg_catalog.=) c.confrelid
    WHERE c.contype OPERATOR(pg_catalog.=) 'f')
SELECT DISTINCT f.child::pg_catalog.regclass::pg_catalog.text, f.parent::pg_catalog.regclass::pg_catalog.text, f.child::pg_catalog.oid, f.parent::pg_catalog.oid
FROM foreign_key f
WHERE f.child OPERATOR(pg_catalog.<>) ALL (SELECT relation FROM member)
  AND NOT EXISTS (SELECT FROM erasure.exemption e WHERE e.kind OPERATOR(pg_catalog.=) 'table'
                  AND e.relation::pg_catalog.oid OPERATOR(pg_catalog.=) f.child
                  AND e.parent::pg_catalog.oid OPERATOR(pg_catalog.=) f.parent)
  AND EXISTS (
    SELECT FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid OPERATOR(pg_catalog.=) a.atttypid
    LEFT JOIN pg_catalog.pg_type b ON b.oid OPERATOR(pg_catalog.=) y.typbasetype
    WHERE a.attrelid OPERATOR(pg_catalog.=) f.child AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
      AND coalesce(b.typcategory, y.typcategory) OPERATOR(pg_catalog.<>) ALL ('{N,B,E}'::pg_catalog."char"[])
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid OPERATOR(pg_catalog.=) a.attrelid
                      AND k.contype OPERATOR(pg_catalog.=) ANY ('{p,f}'::pg_catalog."char"[])
                      AND a.attnum OPERATOR(pg_catalog.=) ANY (k.conkey))
      AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute l WHERE l.attrelid OPERATOR(pg_catalog.=) f.conrelid
                      AND l.attnum OPERATOR(pg_catalog.=) ANY (f.conkey) AND l.attname OPERATOR(pg_catalog.=) a.attname))
ORDER BY 1, 2)";

// Foreign keys from a related table, or from partitions of it, to a declared one that are none of its links ($3, arrays of
// column names as texts): rows that belong to a subject only through them would stay unmasked.
constexpr const char *kSecondLinks = R"(
SELECT c.conname, pg_catalog.array_to_string(k.names, ',')
FROM pg_catalog.pg_constraint c CROSS JOIN LATERAL (
    SELECT pg_catalog.array_agg(a.attname::pg_catalog.text) AS names FROM pg_catalog.pg_attribute a
    WHERE a.attrelid OPERATOR(pg_catalog.=) c.conrelid AND a.attnum OPERATOR(pg_catalog.=) ANY (c.conkey)) k
WHERE c.contype OPERATOR(pg_catalog.=) 'f' AND c.confrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($2)
  AND c.conrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($4)
  AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
  AND NOT EXISTS (SELECT FROM pg_catalog.unnest($3) AS l(names)
                  WHERE k.names OPERATOR(pg_catalog.@>) l.names::pg_catalog.text[] AND k.names OPERATOR(pg_catalog.<@) l.names::pg_catalog.text[])
  AND NOT EXISTS (SELECT FROM erasure.exemption e WHERE e.kind OPERATOR(pg_catalog.=) 'table'
                  AND e.relation::pg_catalog.oid OPERATOR(pg_catalog.=) $1 AND e.parent::pg_catalog.oid OPERATOR(pg_catalog.=) $5)
ORDER BY 1)";

// Foreign keys that would stop the deletion of a table's rows at the hour of erasure: their own action is none, and
// the table they come from does not delete its rows first.
constexpr const char *kInTheWay = R"(
SELECT DISTINCT c.conrelid::pg_catalog.regclass::pg_catalog.text FROM pg_catalog.pg_constraint c
WHERE c.contype OPERATOR(pg_catalog.=) 'f' AND c.confrelid OPERATOR(pg_catalog.=) $1
  AND c.confdeltype OPERATOR(pg_catalog.=) ANY ('{a,r}'::pg_catalog."char"[])
  AND c.conrelid::pg_catalog.int8 OPERATOR(pg_catalog.<>) ALL ($2) AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
ORDER BY 1)";

// A declared table whose key or join has gone since.
void require_workable(const Subject &subject)
{
	require_key(subject);
	for (const Node &node : subject.nodes) {
		const auto lost = [](const Link &link) { return link.columns.empty(); };
		if (std::any_of(node.links.begin(), node.links.end(), lost) || std::any_of(node.own_links.begin(), node.own_links.end(), lost))
			throw pg::Failure(pg::code::policy_cannot_work, "table \"" + node.table.name + "\" has lost its link to its parent",
							  "A column that the relation was declared with does not exist any more.",
							  "Call erasure.unrelate and erasure.relate again.");
		if (!node.lost.empty())
			throw pg::Failure(pg::code::policy_cannot_work, "personal column \"" + node.lost.front() + "\" of table \"" + node.table.name + "\" is not there",
							  "The policy was restored from a dump and knows its columns by name; this one was renamed or dropped since.",
							  "Rename it back, or declare the table anew.");
		if (node.key.empty() && !node.personal.empty())
			throw pg::Failure(pg::code::policy_cannot_work, "table \"" + node.table.name + "\" has no key", "The key that it was declared with has gone: a primary key, or a unique index over NOT NULL columns.",
							  "Add it again.");
		if (const pg::Text trigger = pg::deferrable_user_trigger(node.table.oid))
			throw pg::Failure(pg::code::policy_cannot_work, "trigger \"" + *trigger + "\" of table \"" + node.table.name + "\" is deferrable",
							  "A deferred trigger would run at COMMIT as the calling role instead of the table's owner.",
							  "Make it an ordinary trigger.");
		require_no_rule(node.table.oid, node.on_erase);
		require_plain_children(node.table.oid);
		if (node.key_changes() && node.table.kind == 'r' && pg::with_children(node.table.oid).size() > 1)
			throw pg::Failure(pg::code::policy_cannot_work, "the key of table \"" + node.table.name + "\" is personal, and tables inherit from it",
							  "No unique index reaches over them, by which a masked key would be told from another.", "Detach them with NO INHERIT, or use a surrogate key.");
	}
	if (subject.deleted_at.number == 0)
		throw pg::Failure(pg::code::policy_cannot_work, "table \"" + subject.root().table.name + "\" has lost its deletion column", {},
						  "Call erasure.unprotect and erasure.protect again.");
}

}  // namespace

namespace {

pg::Rows second_links(pg::Spi &spi, const Node &node, const Node &parent)
{
	std::vector<std::string> joined;
	for (const Link &link : node.links) {
		if (link.parent_id != parent.id || link.up)
			continue;
		std::vector<std::string> names;
		for (const JoinColumn &join : link.columns)
			names.push_back(join.child.name);
		joined.push_back(core::array_text(names));
	}
	for (const Link &link : parent.links) {
		if (!link.up || link.parent_id != node.id)
			continue;
		std::vector<std::string> names;
		for (const JoinColumn &join : link.columns)
			names.push_back(join.parent.name);
		joined.push_back(core::array_text(names));
	}
	const std::vector<pg::Oid> below = pg::with_children(node.table.oid);
	const std::vector<pg::Oid> above = pg::with_children(parent.table.oid);
	return spi.query(kSecondLinks, pg::Params().add_oid(node.table.oid).add(std::vector<std::int64_t>(above.begin(), above.end())).add(joined)
									   .add(std::vector<std::int64_t>(below.begin(), below.end())).add_oid(parent.table.oid));
}

void require_no_second_link(pg::Spi &spi, const Node &node, const Node &parent)
{
	const pg::Rows rows = second_links(spi, node, parent);
	if (rows.empty())
		return;
	const std::string child = core::quote_literal(pg::display_name(node.table.oid));
	const std::string above = core::quote_literal(pg::display_name(parent.table.oid));
	const std::string pair = child + ", " + above;
	const std::string relate = parent.upward() ? "SELECT erasure.relate(" + above + ", " + child + ", parent_columns => '{" + *rows[0][1] + "}');"
											   : "SELECT erasure.relate(" + pair + ", columns => '{" + *rows[0][1] + "}');";
	throw pg::Failure(pg::code::policy_cannot_work,
					  "table \"" + node.table.name + "\" refers to \"" + parent.table.name + "\" through a foreign key that is not declared",
					  "Rows that belong to a subject only through " + *rows[0][1] + " (constraint \"" + *rows[0][0] + "\") are not covered by the policy.",
					  relate + " or, if the data in them is not about that subject: SELECT erasure.ignore(" +
						  pair + ", reason => '...');");
}

void require_rows_can_go(pg::Spi &spi, const Subject &subject, const Node &node)
{
	std::vector<std::int64_t> going;
	for (const Node &child : subject.nodes)
		if (child.on_erase == "delete" && child.hangs_on(node.id))
			going.push_back(child.table.oid);
	const pg::Rows rows = spi.query(kInTheWay, pg::Params().add_oid(node.table.oid).add(going));
	if (rows.empty())
		return;
	std::string names;
	for (const pg::Row &row : rows)
		names += (names.empty() ? "\"" : ", \"") + *row[0] + "\"";
	throw pg::Failure(pg::code::policy_cannot_work, "rows of table \"" + node.table.name + "\" could not be deleted at erasure",
					  "Foreign keys without an action of their own refer to it from " + names + ".",
					  "Relate those tables with on_erase => 'delete', give their foreign keys ON DELETE CASCADE or SET NULL, or keep the rows masked.");
}

}  // namespace

bool has_second_link(const Subject &subject, const Node &node, pg::Oid parent)
{
	const Node *above = subject.node_of(parent);
	if (above == nullptr || above->id == node.id)
		return false;
	bool found = false;
	as_extension([&](pg::Spi &spi) { found = !second_links(spi, node, *above).empty(); });
	return found;
}

namespace {

// What the policy says nothing about: a line of the detail for each, and the statements that would decide it.
struct Gaps {
	std::size_t tables = 0;
	std::size_t columns = 0;
	std::string detail;
	std::string hint;

	void add(const std::string &fact, const std::string &one, const std::string &other = {})
	{
		detail += (detail.empty() ? "" : "\n") + fact;
		hint += "\nSELECT erasure." + one + ";" + (other.empty() ? "" : " or SELECT erasure." + other + ";");
	}
};

// Under another subject table the one is linked upwards from the other: who refers to its rows there is accounted for.
bool leads_up_elsewhere(const Catalogue &all, pg::Oid referring, pg::Oid shared)
{
	for (const Subject &subject : all.subjects) {
		const Node *above = subject.node_of(referring);
		const Node *node = subject.node_of(shared);
		if (above != nullptr && node != nullptr &&
			std::any_of(node->links.begin(), node->links.end(), [&](const Link &link) { return link.up && link.parent_id == above->id; }))
			return true;
	}
	return false;
}

pg::Rows uncovered(const Subject &subject)
{
	pg::Rows rows;
	as_extension([&](pg::Spi &spi) { rows = spi.query(kUncovered, pg::Params().add(subject.table_oids())); });
	const auto all = catalogue();
	std::erase_if(rows, [&](const pg::Row &row) {
		return leads_up_elsewhere(*all, static_cast<pg::Oid>(std::stoul(*row[2])), static_cast<pg::Oid>(std::stoul(*row[3])));
	});
	return rows;
}

void add_tables(const Subject &subject, Gaps &gaps)
{
	const pg::Rows rows = uncovered(subject);
	gaps.tables = rows.size();
	for (const pg::Row &row : rows) {
		const std::string pair = core::quote_literal(*row[0]) + ", " + core::quote_literal(*row[1]);
		gaps.add("Table \"" + *row[0] + "\" refers to \"" + *row[1] + "\" and could hold personal data.",
				 "relate(" + pair + ", personal => '{...}')", "ignore(" + pair + ", reason => '...')");
	}
}

std::string name_list(const std::vector<std::string> &names)
{
	std::string list;
	for (const std::string &name : names)
		list += (list.empty() ? "" : ", ") + core::quote_ident(name);
	return list;
}

void add_columns_of_children(const Node &node, Gaps &gaps)
{
	for (const ChildColumns &own : undecided_in_children(node)) {
		const std::string child = pg::display_name(own.child);
		gaps.columns += own.names.size();
		gaps.add("Table \"" + child + "\", which inherits from \"" + pg::display_name(node.table.oid) + "\", has columns of its own that could hold personal data: " +
					 name_list(own.names) + ".",
				 "not_personal(" + core::quote_literal(child) + ", " + core::quote_literal(core::array_text(own.names)) + ", reason => '...')");
	}
}

void add_columns(const Subject &subject, Gaps &gaps)
{
	for (const Node &node : subject.nodes) {
		add_columns_of_children(node, gaps);
		const std::vector<std::string> names = undecided_columns(subject, node);
		if (names.empty())
			continue;
		gaps.columns += names.size();
		const Decision decide = decision_calls(node, names);
		gaps.add("Table \"" + pg::display_name(node.table.oid) + "\" has columns that could hold personal data: " + name_list(names) + ".",
				 decide.personal, decide.not_personal);
	}
}

std::string counted(std::size_t count, const char *what)
{
	return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

// Tables that nobody has looked at, and columns of declared ones, all in one error.
void require_decided(const Subject &subject)
{
	Gaps gaps;
	add_tables(subject, gaps);
	// With the names that the tables have in there, schema and all.
	as_extension([&](pg::Spi &) { add_columns(subject, gaps); });
	if (gaps.tables + gaps.columns == 0)
		return;
	std::string what = gaps.tables > 0 ? counted(gaps.tables, "table") : "";
	if (gaps.columns > 0)
		what += (what.empty() ? "" : " and ") + counted(gaps.columns, "column");
	throw pg::Failure(pg::code::policy_cannot_work,
					  "the policy of table \"" + pg::display_name(subject.root().table.oid) + "\" does not cover " + what, gaps.detail,
					  "Declare what they hold, or say why it is nothing personal:" + gaps.hint);
}

}  // namespace

std::vector<Uncovered> uncovered_tables(const Subject &subject)
{
	std::vector<Uncovered> tables;
	for (const pg::Row &row : uncovered(subject))
		tables.push_back({static_cast<pg::Oid>(std::stoul(*row[2])), static_cast<pg::Oid>(std::stoul(*row[3]))});
	return tables;
}

void require_can_work(const Subject &subject)
{
	require_workable(subject);
	require_keys_can_change(*catalogue(), subject);
	as_extension([&](pg::Spi &spi) {
		for (const Node &node : subject.nodes) {
			for (const Node &parent : subject.nodes)
				if ((!node.is_subject() || parent.upward()) && parent.id != node.id)
					require_no_second_link(spi, node, parent);
			if (node.on_erase == "delete")
				require_rows_can_go(spi, subject, node);
		}
	});
}

void require_covered(const Subject &subject)
{
	require_can_work(subject);
	require_decided(subject);
}

}  // namespace policy
