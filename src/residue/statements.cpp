// Asks suggest's writer, subject by subject, about the columns where values were found.
#include "residue/statements.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "policy/suggest_statement.hpp"

namespace residue {
namespace {

using Statements = std::map<std::pair<pg::Oid, std::string>, std::string>;

// The columns of one table where something was found, as suggest's own look would list them.
std::vector<policy::Finding> findings_of(const Columns &columns, pg::Oid relation)
{
	std::vector<policy::Finding> findings;
	for (const pg::ColumnInfo &column : pg::columns(relation))
		if (columns.contains({relation, column.name}))
			findings.push_back({column, core::Kind::none, 1, "a value was found in it"});
	return findings;
}

bool is_declared(const policy::Catalogue &all, pg::Oid relation, const std::string &column)
{
	return std::any_of(all.subjects.begin(), all.subjects.end(), [&](const policy::Subject &subject) {
		const policy::Node *node = subject.node_of(relation);
		return node != nullptr && std::any_of(node->personal.begin(), node->personal.end(), [&](const policy::PersonalColumn &personal) { return personal.column.name == column; });
	});
}

// What is to be declared; partitions are with their table.
Columns undeclared(const policy::Catalogue &all, const Columns &columns, std::map<pg::Oid, pg::Oid> &roots)
{
	Columns whole;
	for (const auto &[relation, column] : columns) {
		auto [at, added] = roots.try_emplace(relation, pg::kInvalidOid);
		if (added)
			at->second = pg::partition_root(relation);
		if (!is_declared(all, at->second, column))
			whole.emplace(at->second, column);
	}
	return whole;
}

void ask(const policy::Subject &subject, const Columns &columns, Statements &statements)
{
	policy::Surroundings all = policy::surroundings_of(subject.root().table.oid, &subject);
	for (policy::Found &found : all.found)
		found.findings = findings_of(columns, found.table.oid);
	policy::add_value_links(all);
	for (policy::Found &found : all.found)
		found.findings = findings_of(columns, found.table.oid);
	for (const policy::Suggestion &row : policy::suggestions(all))
		if (row.column && row.statement && columns.contains({row.relation, *row.column}))
			statements.try_emplace({row.relation, *row.column}, *row.statement);
}

// A table that nothing ties to a person: persons of its own, as far as can be told.
std::string protect_statement(pg::Oid relation, const Columns &columns)
{
	const pg::TableInfo table = pg::table_info(relation);
	if ((table.kind != 'r' && table.kind != 'p') || table.persistence == 't' || pg::row_key(relation).empty())
		return {};
	std::vector<std::string> names;
	for (const policy::Finding &finding : findings_of(columns, relation))
		names.push_back(finding.column.name);
	return "SELECT erasure.protect(" + core::quote_literal(pg::display_name(relation)) + ", personal => " + core::quote_literal(core::array_text(names)) + ");";
}

}  // namespace

Statements declaring_statements(const Columns &columns)
{
	std::map<pg::Oid, pg::Oid> roots;
	const auto catalogue = policy::catalogue();
	const Columns whole = undeclared(*catalogue, columns, roots);
	Statements asked;
	for (const policy::Subject &subject : catalogue->subjects) {
		pg::check_interrupts();
		ask(subject, whole, asked);
	}
	Statements statements;
	for (const auto &[relation, column] : columns) {
		const pg::Oid root = roots.at(relation);
		if (!whole.contains({root, column}))
			continue;
		if (pg::table_info(relation).kind == 'm') {
			statements[{relation, column}] = "REFRESH MATERIALIZED VIEW " + pg::display_name(relation) + ";";
			continue;
		}
		const auto found = asked.find({root, column});
		const std::string statement = found != asked.end() ? found->second : protect_statement(root, whole);
		if (!statement.empty())
			statements[{relation, column}] = statement;
	}
	return statements;
}

}  // namespace residue
