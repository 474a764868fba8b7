// Finds joins in the foreign keys.
#include "policy/join.hpp"

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"

namespace policy {
namespace {

[[noreturn]] void no_join(const Node &node, const Node &parent, const std::string &why, const std::string &hint)
{
	throw pg::Failure(pg::code::policy_cannot_work, "cannot relate \"" + node.table.name + "\" to \"" + parent.table.name + "\"", why, hint);
}

std::vector<std::int64_t> numbers(const pg::Text &text)
{
	std::vector<std::int64_t> result;
	std::size_t at = 0;
	while (text && at < text->size()) {
		std::size_t used = 0;
		result.push_back(std::stoll(text->substr(at), &used));
		at += used + 1;
	}
	return result;
}

struct Candidate {
	std::string name;
	std::vector<JoinColumn> join;
};

std::vector<Candidate> foreign_keys(const Node &node, const Node &parent)
{
	std::vector<Candidate> candidates;
	pg::Spi spi;
	const pg::Rows rows = spi.query("SELECT conname, pg_catalog.array_to_string(conkey, ' '), pg_catalog.array_to_string(confkey, ' ') "
									"FROM pg_catalog.pg_constraint WHERE contype OPERATOR(pg_catalog.=) 'f' AND conrelid OPERATOR(pg_catalog.=) $1 "
									"AND confrelid OPERATOR(pg_catalog.=) $2 AND conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid ORDER BY 1",
									pg::Params().add_oid(node.table.oid).add_oid(parent.table.oid));
	spi.finish();
	for (const pg::Row &row : rows) {
		Candidate candidate{*row[0], {}};
		const auto child = numbers(row[1]);
		const auto up = numbers(row[2]);
		for (std::size_t i = 0; i < child.size(); ++i)
			candidate.join.push_back({*node.column(static_cast<pg::AttrNumber>(child[i])), *parent.column(static_cast<pg::AttrNumber>(up[i]))});
		candidates.push_back(std::move(candidate));
	}
	return candidates;
}

bool names_match(const std::vector<JoinColumn> &join, const std::vector<std::string> &names)
{
	if (join.size() != names.size())
		return false;
	for (const std::string &name : names) {
		bool found = false;
		for (const JoinColumn &column : join)
			found = found || column.child.name == name;
		if (!found)
			return false;
	}
	return true;
}

const pg::ColumnInfo &named(const Node &node, const std::string &name)
{
	const pg::ColumnInfo *column = node.column(name);
	if (column == nullptr)
		throw pg::Failure(pg::code::undefined_column, "column \"" + name + "\" of table \"" + node.table.name + "\" does not exist");
	return *column;
}

// Without a unique key above, a row could belong to several parents at once.
void require_unique(const Node &node, const Node &parent, const std::vector<JoinColumn> &join)
{
	std::vector<std::int64_t> attributes;
	for (const JoinColumn &column : join)
		attributes.push_back(column.parent.number);
	pg::Spi spi;
	const bool unique = spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_index WHERE indrelid OPERATOR(pg_catalog.=) $1 AND indisunique "
								   "AND indimmediate AND indisvalid AND indpred IS NULL AND indexprs IS NULL AND "
								   "indnkeyatts OPERATOR(pg_catalog.=) pg_catalog.cardinality($2) AND "
								   "(SELECT pg_catalog.bool_and(a OPERATOR(pg_catalog.=) ANY ($2)) FROM pg_catalog.unnest(indkey[0:indnkeyatts-1]) AS a)",
								   pg::Params().add_oid(parent.table.oid).add(attributes)) > 0;
	spi.finish();
	if (!unique)
		no_join(node, parent, "The parent's columns are not the key of a unique index, so that a row could have several parents.",
				"Link to the primary key or to a UNIQUE key.");
}

std::vector<JoinColumn> stated_join(const Node &node, const Node &parent, const std::vector<std::string> &columns,
									const std::optional<std::vector<std::string>> &parent_columns)
{
	std::vector<std::string> above;
	if (parent_columns)
		above = *parent_columns;
	else
		for (const pg::ColumnInfo &key : parent.key)
			above.push_back(key.name);
	if (columns.empty() || columns.size() != above.size())
		throw pg::Failure(pg::code::invalid_parameter, "columns and parent_columns do not pair up",
						  std::to_string(columns.size()) + " columns stand against " + std::to_string(above.size()) + " of the parent.");
	std::vector<JoinColumn> join;
	for (std::size_t i = 0; i < columns.size(); ++i)
		join.push_back({named(node, columns[i]), named(parent, above[i])});
	for (const JoinColumn &column : join)
		if (!pg::is_assignable(column.child.base_type, column.parent.base_type) || column.parent.equals.empty())
			no_join(node, parent, "Columns \"" + column.child.name + "\" and \"" + column.parent.name + "\" cannot be compared.", {});
	require_unique(node, parent, join);
	return join;
}

}  // namespace

std::vector<JoinColumn> find_join(const Node &node, const Node &parent, const std::optional<std::vector<std::string>> &columns,
								  const std::optional<std::vector<std::string>> &parent_columns)
{
	std::vector<Candidate> candidates = foreign_keys(node, parent);
	if (columns && !parent_columns)
		std::erase_if(candidates, [&](const Candidate &c) { return !names_match(c.join, *columns); });
	if (columns && (parent_columns || candidates.empty()))
		return stated_join(node, parent, *columns, parent_columns);
	if (!columns && parent_columns)
		throw pg::Failure(pg::code::invalid_parameter, "parent_columns needs columns");
	if (candidates.empty())
		no_join(node, parent, "No foreign key leads from \"" + node.table.name + "\" to \"" + parent.table.name + "\".",
				"State the link: erasure.relate(..., columns => '{...}', parent_columns => '{...}').");
	if (candidates.size() > 1) {
		std::string list;
		for (const Candidate &candidate : candidates) {
			std::string names;
			for (const JoinColumn &column : candidate.join)
				names += (names.empty() ? "" : ",") + column.child.name;
			list += (list.empty() ? "" : ", ") + candidate.name + " {" + names + "}";
		}
		no_join(node, parent, "Several foreign keys lead there: " + list + ".", "Choose one: erasure.relate(..., columns => '{...}').");
	}
	return candidates.front().join;
}

void require_readable_path(const Node &node, const Node &parent)
{
	if (node.table.owner == parent.table.owner)
		return;
	pg::Spi spi;
	const bool readable = spi.number("SELECT pg_catalog.has_table_privilege($1, $2, 'SELECT')::pg_catalog.int4",
									 pg::Params().add_oid(node.table.owner).add_oid(parent.table.oid)) > 0;
	spi.finish();
	if (!readable || parent.table.row_security)
		no_join(node, parent, readable ? "Row-level security of the parent would hide rows from the related table's owner."
									   : "The owner of the related table cannot read the parent table.",
				"Give both tables the same owner, or grant SELECT on \"" + parent.table.name + "\" to it.");
}

}  // namespace policy
