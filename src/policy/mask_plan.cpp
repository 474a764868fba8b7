// Mask expressions, and the trial of a mask against a column's type, domain, UNIQUE and CHECK constraints.
#include "policy/mask_plan.hpp"

#include "core/encoding.hpp"
#include "core/mask.hpp"
#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/mask_value.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"

namespace policy {
namespace {

bool is_text(const pg::ColumnInfo &column)
{
	return column.category == 'S' && column.type_kind == 'b';
}

bool is_json(const pg::ColumnInfo &column)
{
	constexpr pg::Oid kJson = 114;  // pg_type.dat
	constexpr pg::Oid kJsonb = 3802;
	return column.base_type == kJson || column.base_type == kJsonb;
}

// One value out of the mask's arguments, or the fallback.
std::string argument(const PersonalColumn &personal, const char *name, const char *fallback)
{
	pg::Spi spi;
	const pg::Text value = spi.value("SELECT $1::pg_catalog.jsonb OPERATOR(pg_catalog.->>) $2",
									 pg::Params().add(personal.args).add(name));
	spi.finish();
	return value.value_or(fallback);
}

std::string text_mask(const PersonalColumn &personal, const std::string &value)
{
	const std::string first = personal.mask == "partial" ? argument(personal, "keep_first", "1") : "0";
	const std::string last = personal.mask == "partial" ? argument(personal, "keep_last", "1") : "0";
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
	return "erasure._mask_unique(" + value + "::pg_catalog.text, " + core::quote_literal(argument(personal, "salt", "")) + ", " +
		   key_text(alias, node.key) + ", " + std::to_string(personal.column.max_chars) + ")::" + personal.column.type_name;
}

// Only what the paths select.
std::string json_mask(const PersonalColumn &personal, const std::string &value)
{
	return "erasure.mask_jsonb(" + value + "::pg_catalog.jsonb, ARRAY(SELECT pg_catalog.jsonb_array_elements_text(" +
		   core::quote_literal(argument(personal, "paths", "")) + "::pg_catalog.jsonb))::pg_catalog.text[])::" + personal.column.type_name;
}

}  // namespace

std::string mask_expression(const Node &node, const PersonalColumn &personal, const std::string &alias)
{
	const std::string value = column(alias, personal.column);
	if (personal.mask == "null")
		return "NULL::" + personal.column.type_name;
	if (personal.mask == "unique")
		return unique_mask(node, personal, alias, value);
	// Without paths the type's own mask: a json value need not be a valid jsonb one ("\u0000").
	if (personal.mask == "jsonb")
		return argument(personal, "paths", "").empty() ? "erasure.mask(" + value + ")" : json_mask(personal, value);
	if (personal.mask != "default")
		return text_mask(personal, value);
	// Domains of text too: the mask function would take them for text, and forget how short they are.
	// The cast brings scale and length to what they are once stored: a numeric(10,2) holds 0.00, a varchar(3)[] {***}.
	return is_text(personal.column) ? stars(personal, value) : "erasure.mask(" + value + ")::" + personal.column.type_name;
}

std::string is_unmasked(const Node &node, const PersonalColumn &personal, const std::string &alias)
{
	const std::string stored = column(alias, personal.column);
	const std::string mask = mask_expression(node, personal, alias);
	// Bytes of text compare fastest as text; anything else by its image.
	if (personal.column.category == 'S' && personal.column.type < pg::kFirstUserOid)
		return "(" + stored + "::pg_catalog.text COLLATE pg_catalog.\"C\" IS DISTINCT FROM (" + mask + ")::pg_catalog.text COLLATE pg_catalog.\"C\")";
	return "(ROW(" + stored + ")::pg_catalog.record OPERATOR(pg_catalog.*<>) ROW(" + mask + ")::pg_catalog.record)";
}

namespace {

constexpr const char *kUniqueIndex = R"(
SELECT i.indexrelid::pg_catalog.regclass::pg_catalog.text FROM pg_catalog.pg_index i
WHERE i.indrelid OPERATOR(pg_catalog.=) $1 AND (i.indisunique OR i.indisexclusion AND $3)
  AND (CAST($2 AS pg_catalog.int2) OPERATOR(pg_catalog.=) ANY (i.indkey::pg_catalog.int2[])
    OR EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
               AND d.objid OPERATOR(pg_catalog.=) i.indexrelid AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
               AND d.refobjid OPERATOR(pg_catalog.=) i.indrelid AND d.refobjsubid OPERATOR(pg_catalog.=) $2))
LIMIT 1)";

pg::Text unique_index(const Node &node, const pg::ColumnInfo &column)
{
	pg::Spi spi;
	// An exclusion constraint over text compares for equality; over ranges and the like the neutral value is in nobody's way.
	const pg::Text index = spi.value(kUniqueIndex, pg::Params().add_oid(node.table.oid).add_int4(column.number).add_bool(is_text(column)));
	spi.finish();
	return index;
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

std::string other_masks(const pg::ColumnInfo &column)
{
	return column.not_null ? std::string("Leave the column out here and declare it with another mask: erasure.set_mask.")
						   : "Leave the column out here and declare it with the mask that empties it: erasure.set_mask(..., '" + column.name + "', 'null').";
}

}  // namespace

PersonalColumn default_mask(const Node &node, const pg::ColumnInfo &column)
{
	if (!unique_index(node, column))
		return {column, "default", "{}"};
	if (is_text(column))
		return {column, "unique", salt_args(node, column)};
	if (!column.not_null)
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

namespace {

pg::Text first_label(const pg::ColumnInfo &column)
{
	pg::Spi spi;
	const pg::Text label = spi.value("SELECT enumlabel FROM pg_catalog.pg_enum WHERE enumtypid OPERATOR(pg_catalog.=) $1 ORDER BY enumsortorder LIMIT 1",
									 pg::Params().add_oid(column.base_type));
	spi.finish();
	return label;
}

// What the mask can give for a value that is not empty, as text of the column's type.
std::vector<std::string> sample_results(const PersonalColumn &personal)
{
	const int limit = personal.column.max_chars;
	const core::Encoding &utf8 = core::utf8();
	if (personal.mask == "email")
		return {core::mask_text("x", limit), core::mask_email("someone@example.com", utf8, limit)};
	if (personal.mask == "phone")
		return {core::mask_text("x", limit), core::mask_phone("+49 170 1234567", utf8, limit)};
	if (personal.mask == "partial")
		return {core::mask_text("x", limit), core::mask_partial("abcdefghijklmnopqrstuvwxyz", 1, 1, utf8, limit)};
	if (personal.mask == "unique")
		return {core::mask_unique("0123456789abcdef", limit).value_or("")};
	if (personal.mask != "default")
		return {};
	switch (personal.column.category) {
		case 'S':
			return {core::mask_text("x", limit)};
		case 'N':
			return {"0"};
		case 'B':
			return {"false"};
		case 'D':
			return personal.column.bare_type.find("time ") == 0 ? std::vector<std::string>{"00:00"} : std::vector<std::string>{"1970-01-01"};
		case 'T':
			return {"0"};
		case 'I':
			return {"0.0.0.0"};
		case 'E':
			if (const pg::Text label = first_label(personal.column))
				return {*label};
			return {};
		default:
			return {};
	}
}

// The CHECK constraints of the table that mention the column, as SQL text, and whether it is the only one they mention.
pg::Rows check_constraints(pg::Spi &spi, const Node &node, const pg::ColumnInfo &column)
{
	return spi.query("SELECT conname, pg_catalog.pg_get_expr(conbin, conrelid), pg_catalog.cardinality(conkey) OPERATOR(pg_catalog.=) 1 "
					 "FROM pg_catalog.pg_constraint WHERE conrelid "
					 "OPERATOR(pg_catalog.=) $1 AND contype OPERATOR(pg_catalog.=) 'c' AND CAST($2 AS pg_catalog.int2) "
					 "OPERATOR(pg_catalog.=) ANY (conkey) ORDER BY 1",
					 pg::Params().add_oid(node.table.oid).add_int4(column.number));
}

// A row of the table's shape with the masked value, already an expression, in its column and NULL elsewhere. A domain's
// NULL comes from a query without rows: as a constant it would have to pass the domain's own constraints.
std::string trial_row(const Node &node, const PersonalColumn &personal, const std::string &result)
{
	std::string list;
	for (const pg::ColumnInfo &info : node.columns) {
		std::string value = "NULL::" + info.bare_type;
		if (info.number == personal.column.number)
			value = result + "::" + info.type_name;
		else if (info.type != info.base_type)
			value = "(SELECT " + column("d", info) + " FROM " + node.sql_name() + " AS d LIMIT 0)";
		list += (list.empty() ? "" : ", ") + value + " AS " + core::quote_ident(info.name);
	}
	return "(SELECT " + list + ") AS " + core::quote_ident(node.table.name);
}

// Rows of the table as they would look masked: a constraint over several columns, or on a type without
// a sample above, can only be tried on them.
std::string masked_rows(const Node &node, const PersonalColumn &personal)
{
	std::string list;
	for (const pg::ColumnInfo &info : node.columns) {
		std::string value = column("t", info);
		for (const PersonalColumn &other : node.personal)
			if (other.column.number == info.number)
				value = mask_expression(node, other, "t");
		if (info.number == personal.column.number)
			value = mask_expression(node, personal, "t");
		list += (list.empty() ? "" : ", ") + value + " AS " + core::quote_ident(info.name);
	}
	return "(SELECT " + list + " FROM " + node.sql_name() + " AS t LIMIT 1000) AS " + core::quote_ident(node.table.name);
}

// Evaluates expressions of the user's, so as the table's owner and in a subtransaction of its own.
pg::Text evaluate(const Node &node, const std::string &sql, bool &failed)
{
	pg::Text value;
	pg::Caught caught;
	failed = !pg::attempt_body(
		[&] {
			pg::RoleSwitch as_owner(node.table.owner);
			EngineSettings settings(node.table.schema);
			pg::Spi spi;
			value = spi.value(sql);
			spi.finish();
			settings.finish();
		},
		caught);
	return value;
}

[[noreturn]] void refused_by(const Node &node, const PersonalColumn &personal, const pg::Row &check, const std::string &what)
{
	unfit(node, personal.column, "Constraint \"" + *check[0] + "\" does not accept " + what + ".", other_masks(personal.column));
}

void try_checks(const Node &node, const PersonalColumn &personal, const std::string &row, const pg::Rows &checks, const std::string &what)
{
	for (const pg::Row &check : checks) {
		if (*check[2] != "t")
			continue;
		bool failed = false;
		const pg::Text holds = evaluate(node, "SELECT (" + *check[1] + ") FROM " + row, failed);
		if (!failed && holds && *holds == "f")
			refused_by(node, personal, check, what);
	}
}

void try_result(const Node &node, const PersonalColumn &personal, const std::string &result, const pg::Rows &checks)
{
	bool failed = false;
	const std::string row = trial_row(node, personal, core::quote_literal(result));
	evaluate(node, "SELECT pg_catalog.count(*) FROM " + row + " WHERE " + core::quote_ident(personal.column.name) + " IS NOT NULL", failed);
	if (failed)
		unfit(node, personal.column, "Type " + personal.column.type_name + " does not accept the mask's value '" + result + "'.",
			  other_masks(personal.column));
	try_checks(node, personal, row, checks, "the mask's value '" + result + "'");
}

void try_on_rows(const Node &node, const PersonalColumn &personal, const pg::Rows &checks)
{
	for (const pg::Row &check : checks) {
		bool failed = false;
		const pg::Text holds = evaluate(node, "SELECT pg_catalog.bool_and(" + *check[1] + ") FROM " + masked_rows(node, personal), failed);
		if (!failed && holds && *holds == "f")
			refused_by(node, personal, check, "the mask in rows of the table");
	}
}

void require_unique_fits(const Node &node, const PersonalColumn &personal)
{
	if (personal.mask == "null")
		return;
	if (personal.mask == "unique" && !core::mask_unique("0123456789abcdef", personal.column.max_chars))
		unfit(node, personal.column, "The column is too short for asterisks and a token that tells rows apart.",
			  other_masks(personal.column));
	const pg::Text index = unique_index(node, personal.column);
	if (index && personal.mask != "unique")
		unfit(node, personal.column, "Index \"" + *index + "\" is unique, and the mask gives the same value to every row.",
			  personal.column.category == 'S' ? "Use the mask unique." : other_masks(personal.column));
}

}  // namespace

void require_mask_fits(const Node &node, const PersonalColumn &personal)
{
	const pg::ColumnInfo &info = personal.column;
	if (info.generated)
		unfit(node, info, "The column is generated; it changes with the columns it is made from.",
			  "Declare those columns instead.");
	if (info.identity)
		unfit(node, info, "The column is an identity column.", "Leave the column out.");
	if (personal.mask == "null" && info.not_null)
		unfit(node, info, "The column is NOT NULL.", "Choose another mask with erasure.set_mask.");
	require_unique_fits(node, personal);
	pg::Spi spi;
	const pg::Rows checks = check_constraints(spi, node, info);
	spi.finish();
	for (const std::string &result : sample_results(personal))
		try_result(node, personal, result, checks);
	if (personal.mask == "null")
		try_checks(node, personal, trial_row(node, personal, "NULL"), checks, "NULL");
	try_on_rows(node, personal, checks);
	bool failed = false;
	evaluate(node, "SELECT " + mask_expression(node, personal, "t") + " FROM " + node.sql_name() + " AS t LIMIT 0", failed);
	pg::Caught caught;
	if (personal.mask == "default" && !is_text(info) && !is_json(info))
		failed = failed || !pg::attempt_body(
							   [&] {
								   pg::RoleSwitch as_owner(node.table.owner);
								   pg::require_default_mask(info.type);
							   },
							   caught);
	if (failed)
		unfit(node, info, "Type " + info.type_name + " has no such mask.", other_masks(info));
}

void require_nullable(const Node &node)
{
	for (const PersonalColumn &personal : node.personal)
		if (personal.column.not_null)
			unfit(node, personal.column, "on_erase => 'set_null' needs personal columns that accept NULL; this one is NOT NULL.",
				  "Use on_erase => 'keep_masked', or drop the NOT NULL constraint.");
}

}  // namespace policy
