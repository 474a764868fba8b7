// recognise_by and recognise: values as keyed hashes of their normal form, written with the request and met again at an import.
#include "lifecycle/recognise.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/changing.hpp"
#include "policy/declare.hpp"
#include "policy/engine_sql.hpp"
#include "policy/mask_plan.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"
#include "vault/keyed_hash.hpp"

namespace lifecycle {
namespace {

// A column of the subject table, and the number that its hashes stand under: it outlives renames and dumps.
struct Chosen {
	const policy::PersonalColumn *personal;
	std::int64_t number;
};

std::vector<Chosen> chosen_columns(const policy::Subject &subject)
{
	const policy::Node &root = subject.root();
	std::vector<Chosen> chosen;
	policy::as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query("SELECT attnum, column_name, recognise_number FROM erasure.personal_column WHERE table_id OPERATOR(pg_catalog.=) $1 "
											"AND recognise_number IS NOT NULL ORDER BY recognise_number",
											pg::Params().add_int4(root.id)))
			for (const policy::PersonalColumn &personal : root.personal)
				if (root.restored ? personal.column.name == *row[1] : std::to_string(personal.column.number) == *row[0])
					chosen.push_back({&personal, std::stoll(*row[2])});
	});
	return chosen;
}

std::string purpose(std::int64_t number) { return "person by column " + std::to_string(number); }

// Without white space around it and without regard to case.
std::string normal_form(const std::string &operand)
{
	return "pg_catalog.lower(pg_catalog.btrim(" + operand + "::pg_catalog.text COLLATE pg_catalog.\"default\", E' \\t\\r\\n'))";
}

// What is empty says nothing about anybody.
bool says_something(const pg::Text &value) { return value && !value->empty(); }

}  // namespace

void remember_persons(const policy::Subject &subject, const policy::KeySet &keys)
{
	const std::vector<Chosen> chosen = chosen_columns(subject);
	if (chosen.empty())
		return;
	const policy::Node &root = subject.root();
	std::string list;
	for (const Chosen &column : chosen)
		list += ", CASE WHEN " + policy::is_unmasked(root, *column.personal, "t") + " THEN " + normal_form(policy::column("t", column.personal->column)) + " END";
	pg::Rows rows;
	policy::as_role(root.table.owner, [&](pg::Spi &spi) {
		rows = spi.query("SELECT k.ord" + list + " FROM " + policy::key_set(root.key) + ", " + root.sql_name() + " AS t WHERE " + policy::key_matches("t", root.key), keys.params());
	});
	std::vector<std::int64_t> numbers;
	std::vector<std::string> hashes;
	std::vector<std::string> of;
	policy::as_extension([&](pg::Spi &spi) {
		const vault::KeyedHash hash(spi, vault::KeyedHash::Use::make);
		for (const pg::Row &row : rows)
			for (std::size_t c = 0; c < chosen.size(); ++c)
				if (says_something(row[1 + c])) {
					numbers.push_back(chosen[c].number);
					hashes.push_back(hash(purpose(chosen[c].number), *row[1 + c]));
					of.push_back(keys.texts[static_cast<std::size_t>(std::stoll(*row[0])) - 1]);
				}
		spi.execute("INSERT INTO erasure.recognised (number, value_hash, subject_id, key) SELECT v.number, v.hash, $1, v.key "
					"FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3), pg_catalog.unnest($4)) AS v(number, hash, key) ON CONFLICT DO NOTHING",
					pg::Params().add_int4(subject.id).add(numbers).add_byteas(hashes).add(of));
	});
}

void forget_persons(pg::Spi &spi, const policy::Subject &subject, const std::vector<std::string> &keys)
{
	spi.execute("DELETE FROM erasure.recognised WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2)", pg::Params().add_int4(subject.id).add(keys));
}

namespace {

void require_personal(const policy::Node &root, const std::vector<std::string> &names)
{
	for (const std::string &name : names)
		if (std::none_of(root.personal.begin(), root.personal.end(), [&](const policy::PersonalColumn &personal) { return personal.column.name == name; }))
			throw pg::Failure(pg::code::invalid_parameter, "column \"" + name + "\" of table \"" + root.table.name + "\" is not declared personal",
							  "What is not masked tells by itself who it was.", "Name personal columns of the subject table.");
}

// Numbers of columns that stay stay; what was kept of others goes.
void store_chosen(const policy::Subject &subject, const std::vector<std::string> &names)
{
	policy::as_extension([&](pg::Spi &spi) {
		const pg::Params params = pg::Params().add_int4(subject.root().id).add(names);
		spi.execute("DELETE FROM erasure.recognised r USING erasure.personal_column p WHERE p.table_id OPERATOR(pg_catalog.=) $1 AND r.number OPERATOR(pg_catalog.=) p.recognise_number "
					"AND p.column_name::pg_catalog.text OPERATOR(pg_catalog.<>) ALL ($2)",
					params);
		spi.execute("UPDATE erasure.personal_column SET recognise_number = CASE WHEN column_name::pg_catalog.text OPERATOR(pg_catalog.=) ANY ($2) "
					"THEN coalesce(recognise_number, pg_catalog.nextval('erasure.recognise_number_seq')) END WHERE table_id OPERATOR(pg_catalog.=) $1",
					params);
		if (!names.empty())
			(void)vault::KeyedHash(spi, vault::KeyedHash::Use::make);
	});
}

// The person's values in their normal form; null where the column was not given. As the table's owner: types may bring code.
pg::Row normal_values(const policy::Subject &subject, const std::vector<Chosen> &chosen, const std::string &person)
{
	std::string list;
	for (const Chosen &column : chosen)
		list += (list.empty() ? "" : ", ") + normal_form("((p.person OPERATOR(pg_catalog.->>) " + core::quote_literal(column.personal->column.name) + ")::" + column.personal->column.bare_type + ")");
	pg::Row values;
	pg::Caught caught;
	const bool ok = pg::attempt_body(
		[&] {
			policy::as_role(subject.root().table.owner, [&](pg::Spi &spi) { values = spi.query("SELECT " + list + " FROM (SELECT $1::pg_catalog.jsonb AS person) AS p", pg::Params().add(person)).at(0); });
		},
		caught);
	if (!ok)
		throw pg::Failure(pg::code::invalid_parameter, "a value does not fit its column", {}, "person is a JSON object with columns of the table.");
	return values;
}

constexpr const char *kRecognised = R"(
SELECT r.key, s.state, s.request, s.masked_at, s.erased_at, pg_catalog.array_agg(v.name ORDER BY v.name)
FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3), pg_catalog.unnest($4)) AS v(number, hash, name)
JOIN erasure.recognised r ON r.number OPERATOR(pg_catalog.=) v.number AND r.value_hash OPERATOR(pg_catalog.=) v.hash AND r.subject_id OPERATOR(pg_catalog.=) $1
LEFT JOIN erasure.subject_state s ON s.subject_id OPERATOR(pg_catalog.=) r.subject_id AND s.key OPERATOR(pg_catalog.=) r.key
GROUP BY r.key, s.state, s.request, s.masked_at, s.erased_at ORDER BY s.masked_at, r.key)";

}  // namespace
}  // namespace lifecycle

// erasure.recognise_by(subject regclass, columns name[]) RETURNS void
ERASURE_FUNCTION(erasure_recognise_by)
{
	const pg::Oid relation = call.oid(0, "subject");
	const std::vector<std::string> names = call.names(1, "columns");
	policy::require_owner(relation);
	policy::change_policy([&](policy::Change &change) {
		const policy::Held subject = policy::require_subject(relation);
		lifecycle::require_personal(subject->root(), names);
		change.begin({});
		lifecycle::store_chosen(*subject, names);
	});
	policy::publish_change();
	std::string list;
	for (const std::string &name : names)
		list += (list.empty() ? "" : ", ") + name;
	policy::record_policy_call("recognise_by", relation, list);
	return call.nothing();
}

// erasure.recognise(subject regclass, person jsonb)
//   RETURNS TABLE(key text, state text, request bigint, masked_at timestamptz, erased_at timestamptz, columns name[])
ERASURE_FUNCTION(erasure_recognise)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	policy::require_may(*subject, core::Action::view_deleted);
	const pg::Text person = call.output(1);
	if (!person || person->front() != '{')
		throw pg::Failure(pg::code::invalid_parameter, "person must be a JSON object", {}, "As in '{\"email\": \"somebody@example.com\"}'.");
	const std::vector<lifecycle::Chosen> chosen = lifecycle::chosen_columns(*subject);
	if (chosen.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "nobody is recognised in table \"" + subject->root().table.name + "\"", "No column was chosen for it.",
						  "Choose some with erasure.recognise_by.");
	const pg::Row values = lifecycle::normal_values(*subject, chosen, *person);
	pg::Rows rows;
	policy::as_extension([&](pg::Spi &spi) {
		const vault::KeyedHash hash(spi, vault::KeyedHash::Use::find);
		std::vector<std::int64_t> numbers;
		std::vector<std::string> hashes;
		std::vector<std::string> names;
		for (std::size_t c = 0; hash.is_there() && c < chosen.size(); ++c)
			if (lifecycle::says_something(values[c])) {
				numbers.push_back(chosen[c].number);
				hashes.push_back(hash(lifecycle::purpose(chosen[c].number), *values[c]));
				names.push_back(chosen[c].personal->column.name);
			}
		rows = spi.query(lifecycle::kRecognised, pg::Params().add_int4(subject->id).add(numbers).add_byteas(hashes).add(names), pg::SnapshotKind::transaction);
	});
	call.start_rows();
	for (const pg::Row &row : rows)
		call.add_row(row);
	return call.nothing();
}
