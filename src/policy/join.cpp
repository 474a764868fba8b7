// Finds joins in the foreign keys.
#include "policy/join.hpp"

#include <algorithm>
#include <memory>

#include "core/condition.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "pg/expression.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/value_link.hpp"

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
	bool up = false;     // the parent refers to the table
	bool stated = false;  // no foreign key: by the columns alone
};

bool same_join(const std::vector<JoinColumn> &one, const std::vector<JoinColumn> &other)
{
	return std::is_permutation(one.begin(), one.end(), other.begin(), other.end(), [](const JoinColumn &a, const JoinColumn &b) {
		return a.child.number == b.child.number && a.parent.number == b.parent.number;
	});
}

std::vector<Candidate> foreign_keys(const Node &node, const Node &parent)
{
	std::vector<Candidate> candidates;
	pg::Spi spi;
	// One on a partition counts for the whole table, whose attribute numbers may be others.
	const pg::Rows rows = spi.query("SELECT c.conname, (SELECT pg_catalog.string_agg(t.attnum::pg_catalog.text, ' ' ORDER BY k.n) "
									"FROM pg_catalog.unnest(c.conkey) WITH ORDINALITY AS k(attnum, n) "
									"JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.conrelid AND a.attnum OPERATOR(pg_catalog.=) k.attnum "
									"JOIN pg_catalog.pg_attribute t ON t.attrelid OPERATOR(pg_catalog.=) $1 AND t.attname OPERATOR(pg_catalog.=) a.attname), "
									"pg_catalog.array_to_string(c.confkey, ' ') FROM pg_catalog.pg_constraint c "
									"WHERE c.contype OPERATOR(pg_catalog.=) 'f' AND c.conrelid OPERATOR(pg_catalog.=) ANY "
									"(SELECT $1 UNION ALL SELECT p.relid FROM pg_catalog.pg_partition_tree($1::pg_catalog.regclass) AS p) "
									"AND c.confrelid OPERATOR(pg_catalog.=) $2 AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid ORDER BY 1, c.oid",
									pg::Params().add_oid(node.table.oid).add_oid(parent.table.oid));
	spi.finish();
	for (const pg::Row &row : rows) {
		Candidate candidate{*row[0], {}, false};
		const auto child = numbers(row[1]);
		const auto up = numbers(row[2]);
		for (std::size_t i = 0; i < child.size(); ++i)
			candidate.join.push_back({*node.column(static_cast<pg::AttrNumber>(child[i])), *parent.column(static_cast<pg::AttrNumber>(up[i]))});
		const bool known = std::any_of(candidates.begin(), candidates.end(), [&](const Candidate &c) { return same_join(c.join, candidate.join); });
		if (!known)
			candidates.push_back(std::move(candidate));
	}
	return candidates;
}

bool names_match(const std::vector<JoinColumn> &join, const std::vector<std::string> &names, pg::ColumnInfo JoinColumn::*side)
{
	if (join.size() != names.size())
		return false;
	for (const std::string &name : names) {
		bool found = false;
		for (const JoinColumn &column : join)
			found = found || (column.*side).name == name;
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
								   "(SELECT pg_catalog.bool_and(a OPERATOR(pg_catalog.=) ANY ($2)) FROM pg_catalog.unnest(indkey[0:indnkeyatts OPERATOR(pg_catalog.-) 1::pg_catalog.int4]) AS a)",
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
	return join;
}

}  // namespace

namespace {

std::string list_candidates(const std::vector<Candidate> &candidates)
{
	std::string list;
	for (const Candidate &candidate : candidates) {
		std::string names;
		for (const JoinColumn &column : candidate.join)
			names += (names.empty() ? "" : ",") + (candidate.up ? column.parent : column.child).name;
		list += (list.empty() ? "" : ", ") + candidate.name + " {" + names + "}";
	}
	return list;
}

// Foreign keys either way: of this table to the parent, and of the parent to this one.
std::vector<Candidate> candidates_between(const Node &node, const Node &parent)
{
	std::vector<Candidate> candidates = foreign_keys(node, parent);
	if (node.table.oid == parent.table.oid)
		return candidates;
	for (Candidate &candidate : foreign_keys(parent, node)) {
		for (JoinColumn &join : candidate.join)
			std::swap(join.child, join.parent);
		candidate.up = true;
		candidates.push_back(std::move(candidate));
	}
	return candidates;
}

bool is_declared(const Node &node, const Node &parent, const Candidate &candidate)
{
	return std::any_of(node.links.begin(), node.links.end(), [&](const Link &link) {
		return link.parent_id == parent.id && link.up == candidate.up && same_join(link.columns, candidate.join);
	});
}

[[noreturn]] void refuse_ambiguous(const Node &node, const Node &parent, const std::vector<Candidate> &candidates)
{
	if (candidates.empty())
		no_join(node, parent, "All foreign keys between them are declared.", "State the link: erasure.relate(..., columns => '{...}', parent_columns => '{...}').");
	const bool down = std::any_of(candidates.begin(), candidates.end(), [](const Candidate &c) { return !c.up; });
	no_join(node, parent, "Several foreign keys lead there: " + list_candidates(candidates) + ".",
			down ? "Choose one: erasure.relate(..., columns => '{...}')." : "Choose one: erasure.relate(..., parent_columns => '{...}').");
}

// Rows of the table refer to the parent, where any foreign key does; else the parent refers to them.
Candidate find_join(const Node &node, const Node &parent, const StatedLink &stated)
{
	std::vector<Candidate> candidates = candidates_between(node, parent);
	std::erase_if(candidates, [&](const Candidate &c) {
		return (stated.columns && !names_match(c.join, *stated.columns, &JoinColumn::child)) ||
			   (stated.parent_columns && !names_match(c.join, *stated.parent_columns, &JoinColumn::parent));
	});
	if (stated.columns && (stated.parent_columns || candidates.empty())) {
		if (candidates.size() == 1 && candidates.front().up)
			return candidates.front();
		return {{}, stated_join(node, parent, *stated.columns, stated.parent_columns), false, true};
	}
	if (candidates.empty())
		no_join(node, parent, "No foreign key leads from \"" + node.table.name + "\" to \"" + parent.table.name + "\", or back.",
				"State the link: erasure.relate(..., columns => '{...}', parent_columns => '{...}').");
	if (std::any_of(candidates.begin(), candidates.end(), [](const Candidate &c) { return !c.up; }))
		std::erase_if(candidates, [](const Candidate &c) { return c.up; });
	if (candidates.size() > 1)
		std::erase_if(candidates, [&](const Candidate &c) { return is_declared(node, parent, c); });
	if (candidates.size() != 1)
		refuse_ambiguous(node, parent, candidates);
	return candidates.front();
}

// The condition as it is kept: checked as the table's owner, every name in it qualified, columns as numbers.
void read_condition(const Node &node, const std::string &text, Link &link)
{
	pg::Caught caught;
	std::unique_ptr<pg::RowExpression> expression;
	const auto refuse = [&](int sqlstate, const std::string &why) {
		throw pg::Failure(sqlstate, "condition for table \"" + node.table.name + "\" cannot be used", why,
						  "Write one boolean expression over its columns, for example owner_type = 'Customer'.");
	};
	{
		pg::RoleSwitch as_owner(node.table.owner, pg::Work::reading);
		if (!pg::attempt_body([&] { expression = std::make_unique<pg::RowExpression>(node.table.oid, text); }, caught))
			refuse(caught.sqlstate, caught.message);
	}
	EngineSettings settings;
	constexpr const char *alias = "erasure_row";
	link.condition = core::number_columns(expression->text(alias), alias, [&](const std::string &name) { return node.column(name)->number; });
	settings.finish();
	for (const int number : core::numbered_columns(link.condition))
		link.condition_columns.push_back({number, *node.column(static_cast<pg::AttrNumber>(number))});
}

// Whether the values that link the rows are masked with them.
bool holds_personal(const Node &node, const Node &parent, const std::vector<JoinColumn> &columns, const std::vector<std::string> &about_to_be)
{
	const auto is_personal = [](const Node &at, const pg::ColumnInfo &column) {
		return std::any_of(at.personal.begin(), at.personal.end(), [&](const PersonalColumn &p) { return p.column.number == column.number; });
	};
	return std::any_of(columns.begin(), columns.end(), [&](const JoinColumn &join) {
		return is_personal(parent, join.parent) || is_personal(node, join.child) ||
			   std::find(about_to_be.begin(), about_to_be.end(), join.child.name) != about_to_be.end();
	});
}

}  // namespace

Link find_link(const Node &node, const Node &parent, const StatedLink &stated)
{
	Link link;
	link.parent_id = parent.id;
	const Candidate found = find_join(node, parent, stated);
	link.columns = found.join;
	link.up = found.up;
	const bool by_value = found.stated && (stated.match != "exact" || holds_personal(node, parent, found.join, stated.personal));
	if (!by_value && stated.match != "exact")
		throw pg::Failure(pg::code::invalid_parameter, "match is for links by value", "Foreign key \"" + found.name + "\" links the tables.", "Leave match out.");
	if (by_value)
		link.match = value_match(node, parent, link.columns, stated.match);
	else if (found.stated)
		require_unique(node, parent, link.columns);
	if (stated.condition)
		read_condition(node, *stated.condition, link);
	for (const Link &known : node.links)
		if (known.parent_id == parent.id && same_join(known.columns, link.columns) && known.condition == link.condition && known.match == link.match)
			throw pg::Failure(pg::code::duplicate_object,
							  "table \"" + node.table.name + "\" is related to \"" + parent.table.name + "\" in this way already", {},
							  "Name another foreign key in columns, or call erasure.unrelate first.");
	return link;
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
