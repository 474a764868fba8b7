// Trial rows: what a table's rows look like once they are masked, and expressions of the user's evaluated on them.
#include "policy/mask_trial.hpp"

#include <algorithm>

#include "core/encoding.hpp"
#include "core/mask.hpp"
#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/mask_value.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/mask_plan.hpp"

namespace policy {

// Node trees print a column as ":varattno N"; texts in them are printed as numbers, so nothing else looks like it.
std::string columns_in(const std::string &tree)
{
	return "(SELECT DISTINCT m[1]::pg_catalog.int2 FROM pg_catalog.regexp_matches(" + tree + "::pg_catalog.text, ':varattno (\\d+)', 'g') AS m)";
}

TrialTable::TrialTable(const Node &of, std::string deletion_column) : node(of), deleted_at(std::move(deletion_column))
{
	for (const pg::Oid member : pg::with_children(node.table.oid))
		members.push_back(member);
	pg::Spi spi;
	for (const pg::Row &row : spi.query("SELECT a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid), f.attname FROM pg_catalog.pg_attribute a "
										"JOIN pg_catalog.pg_attrdef d ON d.adrelid OPERATOR(pg_catalog.=) a.attrelid AND d.adnum OPERATOR(pg_catalog.=) a.attnum "
										"JOIN pg_catalog.pg_attribute f ON f.attrelid OPERATOR(pg_catalog.=) a.attrelid AND f.attnum OPERATOR(pg_catalog.=) ANY " +
											columns_in("d.adbin") +
											" WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attgenerated OPERATOR(pg_catalog.<>) ''",
										pg::Params().add_oid(node.table.oid))) {
		GeneratedColumn &column = generated[*row[0]];
		column.expression = *row[1];
		column.from.insert(*row[2]);
		column.not_null = node.column(*row[0])->not_null;
	}
	spi.finish();
}

const PersonalColumn *TrialTable::personal(const std::string &name) const
{
	const auto found = std::find_if(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &p) { return p.column.name == name; });
	return found == node.personal.end() ? nullptr : &*found;
}

Names TrialTable::bases(const Names &columns) const
{
	Names result;
	for (const std::string &name : columns) {
		const auto found = generated.find(name);
		if (found == generated.end())
			result.insert(name);
		else
			result.insert(found->second.from.begin(), found->second.from.end());
	}
	return result;
}

Names TrialTable::personal_among(const Names &columns) const
{
	Names result;
	for (const std::string &name : bases(columns))
		if (personal(name) != nullptr)
			result.insert(name);
	return result;
}

namespace {

// Tokens that differ in one of the digits that every unique mask has at least.
std::vector<std::string> unique_samples(int limit)
{
	std::vector<std::string> texts;
	for (std::size_t digit = 0; digit <= core::kLeastTokenChars; ++digit) {
		std::string token(16, '0');
		if (digit > 0)
			token[digit - 1] = '1';
		if (const auto text = core::mask_unique(token, limit))
			texts.push_back(*text);
	}
	return texts;
}

int kept(const PersonalColumn &personal, const char *name)
{
	return std::min(std::stoi(mask_argument(personal, name, "1")), 64);
}

std::vector<std::string> text_samples(const PersonalColumn &personal)
{
	const int limit = personal.column.max_chars;
	const core::Encoding &utf8 = core::utf8();
	const std::string stars = core::mask_text("x", limit);
	if (personal.mask == "jsonb")
		return {};
	if (personal.mask == "email")
		return {stars, core::mask_email("someone@example.com", utf8, limit)};
	if (personal.mask == "phone")
		return {stars, core::mask_phone("+49 170 1234567", utf8, limit)};
	if (personal.mask == "partial")
		return {stars, core::mask_partial(std::string(200, 'x'), kept(personal, "keep_first"), kept(personal, "keep_last"), utf8, limit)};
	if (personal.mask == "unique")
		return unique_samples(limit);
	return {stars};
}

bool default_sample(const pg::ColumnInfo &info, pg::Text &text)
{
	pg::Caught caught;
	return pg::attempt_body([&] { text = pg::mask_sample(info.type, info.typmod); }, caught);
}

// A domain's NULL comes from a query without rows: as a constant it would have to pass the domain's own constraints.
std::string null_of(const Node &node, const pg::ColumnInfo &info)
{
	if (info.type == info.base_type)
		return "NULL::" + info.bare_type;
	return "(SELECT " + column("d", info) + " FROM " + node.sql_name() + " AS d LIMIT 0)";
}

std::string neutral_of(const Node &node, const pg::ColumnInfo &info)
{
	pg::Text text;
	if (info.type != info.base_type || !default_sample(info, text) || !text)
		return null_of(node, info);
	return core::quote_literal(*text) + "::" + info.type_name;
}

}  // namespace

Samples samples_of(const PersonalColumn &personal)
{
	const pg::ColumnInfo &info = personal.column;
	Samples samples;
	if (personal.mask == "null")
		return {false, true, {"NULL::" + info.type_name}, {"NULL"}};
	std::vector<std::string> texts;
	pg::Text text;
	if (personal.mask != "default" || is_text(info))
		texts = text_samples(personal);
	else if (!default_sample(info, text))
		samples.none = true;
	else if (text)
		texts.push_back(*text);
	for (const std::string &sample : texts) {
		samples.values.push_back(core::quote_literal(sample) + "::" + info.type_name);
		samples.shown.push_back("the mask's value '" + sample + "'");
	}
	samples.fixed = !samples.values.empty() && (personal.mask == "default" || personal.mask == "unique");
	return samples;
}

namespace {

// The columns themselves from the inner query, and the generated ones computed over it.
std::string with_generated(const TrialTable &table, const Names &columns, const std::string &inner)
{
	std::string list;
	bool computed = false;
	const std::string name = core::quote_ident(table.node.table.name);
	for (const std::string &base : table.bases(columns))
		list += (list.empty() ? "" : ", ") + core::quote_ident(base);
	for (const std::string &column : columns) {
		const auto found = table.generated.find(column);
		computed = computed || found != table.generated.end();
		if (found != table.generated.end())
			list += (list.empty() ? "(" : ", (") + found->second.expression + ") AS " + core::quote_ident(column);
	}
	return computed ? "(SELECT " + list + " FROM " + inner + ") AS " + name : inner;
}

}  // namespace

std::string trial_row(const TrialTable &table, const Names &columns, const Values &values, bool neutral)
{
	std::string list;
	for (const std::string &name : table.bases(columns)) {
		const pg::ColumnInfo &info = *table.node.column(name);
		const auto given = values.find(name);
		const std::string value = given != values.end() ? given->second : neutral ? neutral_of(table.node, info) : null_of(table.node, info);
		list += (list.empty() ? "" : ", ") + value + " AS " + core::quote_ident(name);
	}
	return with_generated(table, columns, "(SELECT " + list + ") AS " + core::quote_ident(table.node.table.name));
}

std::string masked_rows(const TrialTable &table, const Names &columns, const std::string &relation)
{
	std::string list;
	for (const std::string &name : table.bases(columns)) {
		const PersonalColumn *personal = table.personal(name);
		const std::string value = personal ? mask_expression(table.node, *personal, "t") : "t." + core::quote_ident(name);
		list += (list.empty() ? "" : ", ") + value + " AS " + core::quote_ident(name);
	}
	return with_generated(table, columns, "(SELECT " + list + " FROM " + relation + " AS t) AS " + core::quote_ident(table.node.table.name));
}

Evaluated evaluate(const Node &node, const std::string &sql)
{
	Evaluated result;
	pg::Caught caught;
	result.failed = !pg::attempt_body(
		[&] {
			pg::RoleSwitch as_owner(node.table.owner, pg::Work::reading);
			EngineSettings settings(node.table.schema);
			pg::Spi spi;
			result.value = spi.value(sql);
			spi.finish();
			settings.finish();
		},
		caught);
	// Undefined or ambiguous names and mismatched types: the whole row of the table as a function's argument, for one.
	static constexpr int kNoRowOfItsOwn[] = {pg::sqlstate("42883"), pg::sqlstate("42703"), pg::sqlstate("42702"), pg::sqlstate("42725"),
											 pg::sqlstate("42804"), pg::sqlstate("42846"), pg::sqlstate("42809"), pg::sqlstate("42P01")};
	if (result.failed)
		result.unknown = std::find(std::begin(kNoRowOfItsOwn), std::end(kNoRowOfItsOwn), caught.sqlstate) != std::end(kNoRowOfItsOwn);
	return result;
}

}  // namespace policy
