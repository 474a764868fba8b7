// Compares the values that link rows.
#include "policy/value_link.hpp"

#include <algorithm>

#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/mask_plan.hpp"

namespace policy {
namespace {

// Stand for the rows in a proviso; no name holds them.
constexpr const char *kChild = "\1";
constexpr const char *kParent = "\2";

// Text, integers and uuid: one text for each value. Anything else may spell one value in several ways, as numeric does.
constexpr const char *kComparable = R"(
SELECT CASE WHEN c.collisdeterministic IS FALSE THEN 'collation'
            WHEN y.oid OPERATOR(pg_catalog.=) ANY ('{pg_catalog.text,pg_catalog.varchar,pg_catalog.bpchar,pg_catalog.name,pg_catalog.int2,pg_catalog.int4,pg_catalog.int8,pg_catalog.uuid}'::pg_catalog.regtype[]) THEN 'yes'
            WHEN e.extname OPERATOR(pg_catalog.=) 'citext' AND y.typname OPERATOR(pg_catalog.=) 'citext' THEN 'citext' ELSE 'type' END
FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid OPERATOR(pg_catalog.=) $3
LEFT JOIN pg_catalog.pg_collation c ON c.oid OPERATOR(pg_catalog.=) a.attcollation
LEFT JOIN pg_catalog.pg_depend d ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid OPERATOR(pg_catalog.=) y.oid
     AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype OPERATOR(pg_catalog.=) 'e'
LEFT JOIN pg_catalog.pg_extension e ON e.oid OPERATOR(pg_catalog.=) d.refobjid
WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attnum OPERATOR(pg_catalog.=) $2)";

bool ignores_case(pg::Spi &spi, const Node &node, const pg::ColumnInfo &column)
{
	const std::string kind =
		spi.value(kComparable, pg::Params().add_oid(node.table.oid).add_int4(column.number).add_oid(column.base_type)).value_or("type");
	if (kind == "yes" || kind == "citext")
		return kind == "citext";
	throw pg::Failure(pg::code::policy_cannot_work, "column \"" + column.name + "\" of table \"" + node.table.name + "\" cannot link rows by its values",
					  kind == "type" ? "Equal values of its type may be written in several ways." : "Its collation is nondeterministic: different texts compare as equal.",
					  "Link by columns of text, integers or uuid; match => 'case_insensitive' ignores case.");
}

const PersonalColumn *personal(const Node &node, const pg::ColumnInfo &column)
{
	const auto found = std::find_if(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &p) { return p.column.number == column.number; });
	return found == node.personal.end() ? nullptr : &*found;
}

std::string replaced(std::string text, const char *mark, const std::string &alias)
{
	for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + alias.size()))
		text.replace(at, 1, alias);
	return text;
}

}  // namespace

std::string value_match(const Node &node, const Node &parent, const std::vector<JoinColumn> &columns, const std::string &stated)
{
	bool ignore_case = stated == "case_insensitive";
	pg::Spi spi;
	for (const JoinColumn &join : columns) {
		ignore_case = ignores_case(spi, node, join.child) || ignore_case;
		ignore_case = ignores_case(spi, parent, join.parent) || ignore_case;
	}
	spi.finish();
	return ignore_case ? "case_insensitive" : "exact";
}

bool compares_lowered(const Link &link, const JoinColumn &columns)
{
	return link.match == "case_insensitive" && (columns.child.base_type != columns.parent.base_type || columns.parent.base_type < pg::kFirstUserOid);
}

std::string normal_form(const Link &link, const std::string &operand)
{
	if (link.match == "exact")
		return operand + "::pg_catalog.text";
	return "pg_catalog.lower(" + operand + "::pg_catalog.text COLLATE pg_catalog.\"default\")";
}

std::string value_condition(const Link &link, const std::string &child, const std::string &parent)
{
	std::string sql;
	for (const JoinColumn &join : link.columns) {
		const std::string one = column(child, join.child);
		const std::string other = column(parent, join.parent);
		sql += (sql.empty() ? "" : " AND ");
		// As indexes on the columns know it.
		sql += compares_lowered(link, join) ? normal_form(link, one) + " OPERATOR(pg_catalog.=) " + normal_form(link, other) : one + " " + join.parent.equals + " " + other;
	}
	return sql + replaced(replaced(link.proviso, kChild, child), kParent, parent);
}

void set_provisos(Subject &subject)
{
	for (Node &node : subject.nodes) {
		for (Link &link : node.links) {
			const Node *parent = subject.node(link.parent_id);
			if (!link.by_value() || parent == nullptr)
				continue;
			for (const JoinColumn &join : link.columns) {
				if (const PersonalColumn *above = personal(*parent, join.parent))
					link.proviso += " AND " + is_unmasked(*parent, *above, kParent);
				else if (const PersonalColumn *own = personal(node, join.child))
					link.proviso += " AND " + is_unmasked(node, *own, kChild);
			}
		}
	}
}

}  // namespace policy
