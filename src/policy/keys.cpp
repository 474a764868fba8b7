// Reads keys in all the forms that clients send them.
#include "policy/keys.hpp"

#include <unordered_map>
#include <unordered_set>

#include "core/sqltext.hpp"
#include "core/wording.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"
#include "policy/handles.hpp"

namespace policy {
namespace {

[[noreturn]] void bad_keys(const std::string &message, const std::string &detail, const std::string &hint)
{
	throw pg::Failure(pg::code::invalid_parameter, message, detail, hint);
}

std::string expected(const Subject &subject)
{
	const auto &key = subject.root().key;
	if (key.size() == 1)
		return "The key is column \"" + key[0].name + "\" of type " + key[0].type_name + "; pass an array of them.";
	std::string names;
	for (const pg::ColumnInfo &info : key)
		names += (names.empty() ? "" : ", ") + ("\"" + info.name + "\"");
	return "The key is composite; pass jsonb objects with " + names + ".";
}

std::vector<std::string> without_nulls(const std::vector<pg::Text> &elements)
{
	std::vector<std::string> texts;
	texts.reserve(elements.size());
	for (const pg::Text &element : elements) {
		if (!element)
			bad_keys("keys must not contain null", {}, "Leave out the null elements.");
		texts.push_back(*element);
	}
	return texts;
}

// Elements of an array literal, or of a JSON array of objects; a plain text is one key.
std::vector<std::string> split_literal(const Subject &subject, const std::string &text)
{
	const bool composite = subject.root().key.size() > 1;
	const std::size_t start = text.find_first_not_of(" \t\r\n");
	const char first = start == std::string::npos ? '\0' : text[start];
	if (composite ? first == '{' : first != '{')
		return {text};
	std::vector<pg::Text> elements;
	pg::Caught caught;
	const bool ok = pg::attempt_body(
		[&] {
			EngineSettings settings;
			pg::Spi spi;
			const char *sql = composite ? "SELECT pg_catalog.jsonb_array_elements($1::pg_catalog.jsonb)::pg_catalog.text"
										: "SELECT pg_catalog.unnest($1::pg_catalog.text[])";
			for (pg::Row &row : spi.query(sql, pg::Params().add(text)))
				elements.push_back(std::move(row[0]));
			spi.finish();
			settings.finish();
		},
		caught);
	if (!ok)
		bad_keys("malformed keys", "The text is neither an array literal nor one key.", expected(subject));
	return without_nulls(elements);
}

// The text each key column has in each key, still as written.
std::vector<std::vector<std::string>> by_column(pg::Spi &spi, const Subject &subject, const std::vector<std::string> &keys)
{
	const auto &key = subject.root().key;
	if (key.size() == 1)
		return {keys};
	std::vector<std::vector<std::string>> columns;
	for (const pg::ColumnInfo &info : key) {
		std::vector<std::string> texts;
		texts.reserve(keys.size());
		for (pg::Row &row : spi.query("SELECT k::pg_catalog.jsonb OPERATOR(pg_catalog.->>) $2 FROM pg_catalog.unnest($1) "
									  "WITH ORDINALITY AS u(k, ord) ORDER BY ord",
									  pg::Params().add(keys).add(info.name))) {
			if (!row[0])
				bad_keys("incomplete key", "A key lacks a value for column \"" + info.name + "\".", expected(subject));
			texts.push_back(std::move(*row[0]));
		}
		columns.push_back(std::move(texts));
	}
	return columns;
}

// Spells every key as its types do, in order, with duplicates removed.
KeySet canonical(pg::Spi &spi, const Subject &subject, const std::vector<std::string> &keys)
{
	KeySet raw;
	raw.columns = by_column(spi, subject, keys);
	const auto &key = subject.root().key;
	std::string inner;
	for (std::size_t i = 0; i < key.size(); ++i)
		inner += (i ? ", " : "") + ("k.k" + std::to_string(i + 1) + " AS " + core::quote_ident(key[i].name));
	std::string select = key_text("t", key);
	for (const pg::ColumnInfo &info : key)
		select += ", erasure._key(" + column("t", info) + ")";
	KeySet result;
	result.columns.resize(key.size());
	std::unordered_set<std::string> seen;
	for (const pg::Row &row : spi.query("SELECT " + select + " FROM (SELECT ord, " + inner + " FROM " + key_set(key) + ") AS t ORDER BY t.ord", raw.params())) {
		if (!seen.insert(*row[0]).second)
			continue;
		result.texts.push_back(*row[0]);
		for (std::size_t i = 0; i < key.size(); ++i)
			result.columns[i].push_back(*row[i + 1]);
	}
	return result;
}

KeySet check(const Subject &subject, const std::vector<std::string> &keys)
{
	if (keys.empty())
		bad_keys("keys must not be empty", "No subject was named.", expected(subject));
	KeySet result;
	pg::Caught caught;
	std::optional<pg::Failure> own;
	const bool ok = pg::attempt_body(
		[&] {
			// As the table's owner: the key's type may be a domain, whose constraints are that owner's code.
			as_role(subject.root().table.owner, [&](pg::Spi &spi) {
				try {
					result = canonical(spi, subject, keys);
				} catch (const pg::Failure &failure) {
					own = failure;
				}
			});
		},
		caught);
	if (own)
		throw *own;
	// Not the type's own message: it would print the value.
	if (!ok)
		bad_keys("invalid keys for table \"" + pg::display_name(subject.root().table.oid) + "\"",
				 "At least one of the " + std::to_string(keys.size()) + " keys is not a valid value of the key's type.", expected(subject));
	hide(subject, result);
	return result;
}

void require_castable(const Subject &subject, pg::Oid type)
{
	const auto &key = subject.root().key;
	const std::string given = pg::type_display(type);
	const bool json = given == "jsonb" || given == "json";
	const bool fits = key.size() > 1 ? json : pg::is_assignable(type, key[0].type);
	if (!fits)
		bad_keys("keys of type " + given + " do not fit table \"" + pg::display_name(subject.root().table.oid) + "\"", {}, expected(subject));
}

}  // namespace

pg::Params KeySet::params() const
{
	pg::Params params;
	for (const std::vector<std::string> &column : columns)
		params.add(column);
	sets.add_to(params);
	return params;
}

void require_key(const Subject &subject)
{
	if (subject.root().key.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table \"" + subject.root().table.name + "\" has no key",
						  "The key that it was declared with has gone: a primary key, or a unique index over NOT NULL columns.", "Add it again.");
}

KeySet read_keys(pg::Call &call, int argument, const Subject &subject)
{
	require_key(subject);
	if (call.is_null(argument))
		bad_keys("keys must not be null", "No subject was named.", expected(subject));
	const pg::Oid type = call.type_of(argument);
	const pg::Oid element = pg::element_type(type);
	if (element == pg::kInvalidOid)
		return check(subject, split_literal(subject, call.text(argument, "keys")));
	require_castable(subject, element);
	return check(subject, without_nulls(call.elements(argument, "keys")));
}

KeySet read_key(pg::Call &call, int argument, const Subject &subject)
{
	require_key(subject);
	const pg::Text text = call.output(argument);
	if (!text)
		bad_keys("key must not be null", "No subject was named.", expected(subject));
	const std::string given = pg::type_display(call.type_of(argument));
	if (given != "text")
		require_castable(subject, call.type_of(argument));
	return check(subject, {*text});
}

KeySet keys_from_texts(pg::Spi &spi, const Subject &subject, const std::vector<std::string> &texts)
{
	require_key(subject);
	KeySet result;
	result.texts = texts;
	result.columns = by_column(spi, subject, texts);
	return result;
}

KeySet keys_of_deleted(const Subject &subject, const std::vector<std::string> &texts)
{
	const Node &root = subject.root();
	require_key(subject);
	KeySet deleted;
	deleted.columns.resize(root.key.size());
	if (!root.key_changes()) {
		as_extension([&](pg::Spi &spi) { deleted = keys_from_texts(spi, subject, texts); });
		return deleted;
	}
	std::string select = key_text("t", root.key);
	for (const pg::ColumnInfo &info : root.key)
		select += ", erasure._key(" + column("t", info) + ")";
	as_role(root.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT " + select + " FROM " + root.sql_name() + " AS t WHERE " + column("t", subject.deleted_at) + " IS NOT NULL")) {
			deleted.texts.push_back(std::move(*row[0]));
			for (std::size_t i = 0; i < root.key.size(); ++i)
				deleted.columns[i].push_back(std::move(*row[i + 1]));
		}
	});
	hide(subject, deleted);
	std::unordered_map<std::string, std::size_t> places;
	for (std::size_t i = 0; i < deleted.size(); ++i)
		places.emplace(deleted.texts[i], i);
	KeySet result;
	result.columns.resize(root.key.size());
	for (const std::string &text : texts) {
		const auto place = places.find(text);
		if (place == places.end())
			throw pg::Failure(pg::code::key_not_found, "key not found in table \"" + pg::display_name(root.table.oid) + "\"",
							  "No deleted row has " + list_keys({text}) + ".", "Its key was changed since.");
		result.texts.push_back(text);
		for (std::size_t c = 0; c < root.key.size(); ++c)
			result.columns[c].push_back(deleted.columns[c][place->second]);
	}
	return result;
}

std::string list_keys(const std::vector<std::string> &keys)
{
	return (keys.size() == 1 ? "key " : "keys ") + core::key_list(keys, keys.size());
}

}  // namespace policy
