// Which columns of declared tables somebody still has to decide about.
#include <set>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/declare.hpp"
#include "policy/engine_sql.hpp"
#include "policy/gate.hpp"

namespace policy {
namespace {

// Dates, times and network addresses are personal only when their name says so. No date is an "ip": shipped_date.
bool name_says_personal(const pg::ColumnInfo &column)
{
	static constexpr const char *kWords[] = {"birth", "dob", "born", "login", "geb", "naiss", "nasc", "nacim", "nascit"};
	for (const char *word : kWords)
		if (column.name.find(word) != std::string::npos)
			return true;
	return column.category == 'I' && column.name.find("ip") != std::string::npos;
}

}  // namespace

// A generated column holds what the columns that it is made from hold, and changes with them.
bool could_be_personal(const pg::ColumnInfo &column)
{
	if (column.generated || column.category == 'N' || column.category == 'B' || column.type_kind == 'e')
		return false;
	if (column.category == 'D' || column.category == 'T' || column.category == 'I')
		return name_says_personal(column);
	return true;
}

namespace {

// Exempted, or part of a primary or foreign key. A restored exemption knows its column by name.
constexpr const char *kDecided = R"(
SELECT a.attname FROM pg_catalog.pg_attribute a
WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped AND (
    EXISTS (SELECT FROM erasure.exemption e WHERE e.kind OPERATOR(pg_catalog.=) 'column' AND e.relation::pg_catalog.oid OPERATOR(pg_catalog.=) $1
            AND CASE WHEN e.relation::pg_catalog.oid OPERATOR(pg_catalog.=) e.relation_oid AND e.origin OPERATOR(pg_catalog.=) erasure._origin()
                 THEN e.attnum OPERATOR(pg_catalog.=) a.attnum
                     ELSE e.object_name OPERATOR(pg_catalog.=) a.attname END)
    OR EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conrelid OPERATOR(pg_catalog.=) $1
               AND k.contype OPERATOR(pg_catalog.=) ANY ('{p,f}'::pg_catalog."char"[]) AND a.attnum OPERATOR(pg_catalog.=) ANY (k.conkey))))";

}  // namespace

std::vector<std::string> undecided_columns(const Subject &subject, const Node &node)
{
	std::set<std::string> decided = link_columns(subject, node);
	for (const pg::ColumnInfo &key : node.key)
		decided.insert(key.name);
	// One person's column is no less decided for being another's.
	const auto all = catalogue();
	for (const Subject &other : all->subjects) {
		const Node *declared = other.node_of(node.table.oid);
		if (declared == nullptr)
			continue;
		for (const PersonalColumn &personal : declared->personal)
			decided.insert(personal.column.name);
		for (const std::string &link : link_columns(other, *declared))
			decided.insert(link);
	}
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kDecided, pg::Params().add_oid(node.table.oid)))
			decided.insert(*row[0]);
	});
	std::vector<std::string> undecided;
	for (const pg::ColumnInfo &column : node.columns)
		if (could_be_personal(column) && !decided.contains(column.name))
			undecided.push_back(column.name);
	return undecided;
}

std::vector<ChildColumns> undecided_in_children(const Node &node)
{
	std::vector<ChildColumns> found;
	for (const pg::Oid child : pg::with_children(node.table.oid)) {
		if (child == node.table.oid || pg::table_info(child).partition)
			continue;
		std::set<std::string> decided;
		as_extension([&](pg::Spi &spi) {
			for (const pg::Row &row : spi.query(kDecided, pg::Params().add_oid(child)))
				decided.insert(*row[0]);
		});
		ChildColumns own{child, {}};
		for (const pg::ColumnInfo &column : pg::columns(child))
			if (node.column(column.name) == nullptr && could_be_personal(column) && !decided.contains(column.name))
				own.names.push_back(column.name);
		if (!own.names.empty())
			found.push_back(std::move(own));
	}
	return found;
}

Decision decision_calls(const Node &node, const std::vector<std::string> &columns)
{
	const std::string arguments = core::quote_literal(pg::display_name(node.table.oid)) + ", " + core::quote_literal(core::array_text(columns));
	return {"add_personal(" + arguments + ")", "not_personal(" + arguments + ", reason => '...')"};
}

}  // namespace policy
