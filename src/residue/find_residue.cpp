// find_residue: where in the database values still stand, without showing them.
#include <string.h>

#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "residue/answer.hpp"
#include "residue/statements.hpp"

namespace residue {
namespace {

// The caller's strings as values; no copy of them is left behind.
Values take_values(std::vector<std::string> texts)
{
	std::size_t too_short = 0;
	Values values;
	for (std::string &text : texts) {
		if (core::Needles::long_enough(text))
			values.add(text);
		else
			++too_short;
		explicit_bzero(text.data(), text.size());
	}
	if (too_short > 0)
		throw pg::Failure(pg::code::invalid_parameter, "values are too short to search for", std::to_string(too_short) + " of them have fewer than three characters.",
						  "They would be found everywhere. Leave them out.");
	if (values.size() == 0)
		throw pg::Failure(pg::code::invalid_parameter, "values must not be empty");
	return values;
}

// Drivers that send parameters without a type mean the text form: an array literal, or one value. PostgreSQL's error about a
// malformed one would show it.
std::vector<std::string> read_values(pg::Call &call)
{
	constexpr pg::Oid kText = 25;  // pg_type.dat: fixed for ever
	if (call.type_of(0) != kText)
		return call.texts(0, "values");
	std::string text = call.text(0, "values");
	if (!text.starts_with('{'))
		return {text};
	std::vector<std::string> values;
	pg::Caught caught;
	const bool ok = pg::attempt_body(
		[&] {
			policy::as_extension([&](pg::Spi &spi) {
				for (pg::Row &row : spi.query("SELECT v FROM pg_catalog.unnest($1::pg_catalog.text[]) v WHERE v IS NOT NULL", pg::Params().add(text)))
					values.push_back(std::move(*row[0]));
			});
		},
		caught);
	explicit_bzero(text.data(), text.size());
	if (!ok)
		throw pg::Failure(pg::code::invalid_parameter, "values are no array", {}, "Text that begins with a brace is read as an array; pass values as text[].");
	return values;
}

std::string list(const std::vector<std::string> &names)
{
	std::string text;
	for (const std::string &name : names)
		text += (text.empty() ? "" : ", ") + name;
	return text;
}

using Statements = std::map<std::pair<pg::Oid, std::string>, std::string>;

// What would declare the place or, where nothing can, take the copy away.
pg::Text statement_for(const Place &place, const Statements &statements)
{
	if (place.kind == "statistics")
		return "ANALYZE " + pg::display_name(place.relation) + ";";
	if (place.kind == "large object")
		return "SELECT pg_catalog.lo_unlink(" + place.key.value_or("") + ");";
	if (!place.column || place.kind != "column")
		return std::nullopt;
	const auto found = statements.find({place.relation, *place.column});
	return found != statements.end() ? pg::Text(found->second) : std::nullopt;
}

}  // namespace

// Rows are read whoever may see them, and keys are told: that is for who may see all of them anyway.
void require_all_data()
{
	policy::refuse_inside_engine();
	for (const pg::Oid role : {pg::outer_role(), pg::current_role()})
		if (!pg::is_superuser(role) && !pg::reads_all_rows(role))
			throw pg::Failure(pg::code::insufficient_privilege, "role \"" + pg::role_name(role) + "\" may not search for residue",
							  "The search reads every table, also past row-level security.",
							  "A superuser may, and a role with BYPASSRLS that is a member of pg_read_all_data.");
}

Summary answer(pg::Call &call, const Values &values, const std::function<void(const Place &)> &also)
{
	Search search(values);
	if (!search.foreign_tables().empty())
		pg::notice("foreign tables were not searched", list(search.foreign_tables()) + ".", "Search where their rows are kept.");
	const Statements statements = declaring_statements(search.columns());
	call.start_rows();
	return search.tell([&](const Place &place) {
		also(place);
		call.add_row({place.relation != pg::kInvalidOid ? pg::Text(std::to_string(place.relation)) : std::nullopt, place.column, place.key, place.kind,
					  statement_for(place, statements)});
	});
}

}  // namespace residue

// erasure.find_residue("values" text[] | text) RETURNS TABLE(relation regclass, column_name name, key text, kind text, statement text)
ERASURE_FUNCTION(erasure_find_residue)
{
	residue::require_all_data();
	residue::answer(call, residue::take_values(residue::read_values(call)), [](const residue::Place &) {});
	return call.nothing();
}
