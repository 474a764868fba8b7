// The words of masks and the SQL expressions they stand for.
#include "policy/mask_plan.hpp"

#include <algorithm>

#include "core/mask.hpp"
#include "core/sqltext.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/mask_fit.hpp"
#include "policy/tokens.hpp"

namespace policy {

bool is_text(const pg::ColumnInfo &column)
{
	return column.category == 'S' && column.type_kind == 'b';
}

std::string mask_argument(const PersonalColumn &personal, const char *name, const char *fallback)
{
	pg::Spi spi;
	const pg::Text value = spi.value("SELECT $1::pg_catalog.jsonb OPERATOR(pg_catalog.->>) $2",
									 pg::Params().add(personal.args).add(name));
	spi.finish();
	return value.value_or(fallback);
}

namespace {

bool is_json(const pg::ColumnInfo &column)
{
	constexpr pg::Oid kJson = 114;  // pg_type.dat
	constexpr pg::Oid kJsonb = 3802;
	return column.base_type == kJson || column.base_type == kJsonb;
}

std::string text_mask(const PersonalColumn &personal, const std::string &value)
{
	const std::string first = personal.mask == "partial" ? mask_argument(personal, "keep_first", "1") : "0";
	const std::string last = personal.mask == "partial" ? mask_argument(personal, "keep_last", "1") : "0";
	return "erasure._mask_text(" + value + "::pg_catalog.text, '" + personal.mask + "', " + first + ", " + last + ", " +
		   std::to_string(personal.column.max_chars) + ")::" + personal.column.type_name;
}

// The commonest mask of all, without a function call: stars, cut to the column's limit.
std::string stars(const PersonalColumn &personal, const std::string &value)
{
	const std::string masked = core::mask_text("x", personal.column.max_chars);
	return "CASE WHEN pg_catalog.octet_length(" + value + "::pg_catalog.text) OPERATOR(pg_catalog.>) 0 THEN " +
		   core::quote_literal(masked) + "::" + personal.column.type_name + " ELSE " + value + " END";
}

std::string unique_mask(const Node &node, const PersonalColumn &personal, const std::string &alias, const std::string &value)
{
	return "erasure._mask_unique(" + value + "::pg_catalog.text, " + core::quote_literal(mask_argument(personal, "salt", "")) + ", " +
		   key_text(alias, node.key) + ", " + std::to_string(personal.column.max_chars) + ")::" + personal.column.type_name;
}

// Only what the paths select.
std::string json_mask(const PersonalColumn &personal, const std::string &value)
{
	return "erasure.mask_jsonb(" + value + "::pg_catalog.jsonb, ARRAY(SELECT pg_catalog.jsonb_array_elements_text(" +
		   core::quote_literal(mask_argument(personal, "paths", "")) + "::pg_catalog.jsonb))::pg_catalog.text[])::" + personal.column.type_name;
}

}  // namespace

std::string mask_expression(const Node &node, const PersonalColumn &personal, const std::string &alias)
{
	const std::string value = column(alias, personal.column);
	if (personal.mask == "null")
		return "NULL::" + personal.column.type_name;
	if (const TokenColumn *token = personal.mask == "unique" ? node.token(personal.column.number) : nullptr)
		return token_expression(*token, alias);
	if (personal.mask == "unique")
		return unique_mask(node, personal, alias, value);
	// Without paths the type's own mask: a json value need not be a valid jsonb one ("\u0000").
	if (personal.mask == "jsonb")
		return mask_argument(personal, "paths", "").empty() ? "erasure.mask(" + value + ")" : json_mask(personal, value);
	if (personal.mask != "default")
		return text_mask(personal, value);
	// Domains of text too: the mask function would take them for text, and forget how short they are.
	// The cast brings scale and length to what they are once stored: a numeric(10,2) holds 0.00, a varchar(3)[] {***}.
	return is_text(personal.column) ? stars(personal, value) : "erasure.mask(" + value + ")::" + personal.column.type_name;
}

std::string is_unmasked(const Node &node, const PersonalColumn &personal, const std::string &alias)
{
	// Made from the value that is gone, such a mask is known by its shape; a value of that shape tells nothing.
	if (const TokenColumn *token = personal.mask == "unique" ? node.token(personal.column.number) : nullptr)
		return is_no_token(*token, alias);
	const std::string stored = column(alias, personal.column);
	const std::string mask = mask_expression(node, personal, alias);
	// Bytes of text compare fastest as text; anything else by its image.
	if (personal.column.category == 'S' && personal.column.type < pg::kFirstUserOid)
		return "(" + stored + "::pg_catalog.text COLLATE pg_catalog.\"C\" IS DISTINCT FROM (" + mask + ")::pg_catalog.text COLLATE pg_catalog.\"C\")";
	return "(ROW(" + stored + ")::pg_catalog.record OPERATOR(pg_catalog.*<>) ROW(" + mask + ")::pg_catalog.record)";
}

namespace {

// Whether a unique index or exclusion constraint looks at the column, or at one that is generated from it.
bool in_unique_index(const Node &node, const pg::ColumnInfo &column)
{
	pg::Spi spi;
	const bool found =
		spi.number("WITH looked_at AS (SELECT CAST($2 AS pg_catalog.int2) AS n UNION SELECT d.adnum FROM pg_catalog.pg_attrdef d "
				   "JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) d.adrelid AND a.attnum OPERATOR(pg_catalog.=) d.adnum "
				   "WHERE d.adrelid OPERATOR(pg_catalog.=) $1 AND a.attgenerated OPERATOR(pg_catalog.<>) '' "
				   "AND CAST($2 AS pg_catalog.int2) OPERATOR(pg_catalog.=) ANY " + columns_in("d.adbin") + ") "
				   "SELECT pg_catalog.count(*) FROM pg_catalog.pg_index i JOIN looked_at l ON l.n OPERATOR(pg_catalog.=) ANY (i.indkey::pg_catalog.int2[]) "
				   "OR l.n OPERATOR(pg_catalog.=) ANY " + columns_in("i.indexprs") + " OR l.n OPERATOR(pg_catalog.=) ANY " + columns_in("i.indpred") +
				   " WHERE i.indrelid OPERATOR(pg_catalog.=) $1 AND (i.indisunique OR i.indisexclusion)",
				   pg::Params().add_oid(node.table.oid).add_int4(column.number)) > 0;
	spi.finish();
	return found;
}

// The token of a unique mask is made from the row's key; the salt keeps two columns of one row apart.
std::string salt_args(const Node &node, const pg::ColumnInfo &column)
{
	return "{\"salt\": \"" + std::to_string(node.table.oid) + "." + std::to_string(column.number) + "\"}";
}

[[noreturn]] void unfit(const Node &node, const pg::ColumnInfo &column, const std::string &why, const std::string &hint)
{
	throw pg::Failure(pg::code::policy_cannot_work,
					  "mask does not fit column \"" + column.name + "\" of table \"" + node.table.name + "\"", why, hint);
}

// Whether every row could have the default mask's value at once, together with the masks chosen already.
bool default_meets_no_key(const Node &node, const pg::ColumnInfo &column)
{
	Node with = node;
	with.personal.push_back({column, "default", "{}"});
	const std::vector<Misfit> found = key_misfits(TrialTable(with, {}));
	return std::none_of(found.begin(), found.end(), [&](const Misfit &m) { return m.columns.contains(column.name); });
}

}  // namespace

PersonalColumn default_mask(const Node &node, const pg::ColumnInfo &column)
{
	if (!in_unique_index(node, column))
		return {column, "default", "{}"};
	if (is_text(column))
		return {column, "unique", salt_args(node, column)};
	if (!column.not_null && !default_meets_no_key(node, column))
		return {column, "null", "{}"};
	return {column, "default", "{}"};
}

PersonalColumn chosen_mask(const Node &node, const pg::ColumnInfo &column, const std::string &mask, const std::string &args)
{
	std::string word = mask;
	if (word.starts_with("erasure."))
		word = word.substr(8);
	if (word == "mask" || word == "stars" || word == "asterisks")
		word = "default";
	if (word.starts_with("mask_"))
		word = word.substr(5);
	static constexpr const char *kWords[] = {"default", "partial", "email", "phone", "jsonb", "unique", "null"};
	bool known = false;
	for (const char *w : kWords)
		known = known || word == w;
	if (!known)
		throw pg::Failure(pg::code::invalid_parameter, "unknown mask \"" + mask + "\"", {},
						  "The masks are default, partial, email, phone, jsonb, unique and null.");
	const bool for_text = word == "partial" || word == "email" || word == "phone" || word == "unique";
	if (for_text && column.category != 'S')
		unfit(node, column, "The mask \"" + word + "\" is for text; the column's type is " + column.type_name + ".",
			  "Use the mask default or null.");
	if (word == "jsonb" && !is_json(column))
		unfit(node, column, "The mask \"jsonb\" is for json and jsonb; the column's type is " + column.type_name + ".",
			  "Use the mask default or null.");
	return {column, word, word == "unique" ? salt_args(node, column) : args};
}

}  // namespace policy
