// The doctor on settings of the server, of databases and of roles: those that write personal data to a log, and the bypass.
#include <algorithm>
#include <charconv>
#include <map>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"

namespace policy::doctor {
namespace {

// The settings in force at one place; those that are not there are not loaded.
using Values = std::map<std::string, std::string>;

struct Judgement {
	Severity severity;
	const char *name;
	std::string problem;
	const char *better;
};

std::string value(const Values &values, const char *name)
{
	const auto found = values.find(name);
	return found == values.end() ? std::string() : found->second;
}

// What pg_settings prints for a number; a setting that is not there is none.
double number(const Values &values, const char *name, double otherwise)
{
	const std::string text = value(values, name);
	double result = otherwise;
	std::from_chars(text.data(), text.data() + text.size(), result);
	return result;
}

bool is_one_of(const std::string &word, std::initializer_list<std::string_view> words)
{
	return std::find(words.begin(), words.end(), word) != words.end();
}

// Parameters of prepared statements are values too; where they are left out, only literals in statements are written.
Severity by_parameters(const Values &values, const char *setting)
{
	return number(values, setting, -1) == 0 ? Severity::info : Severity::warning;
}

void judge_statements(const Values &values, std::vector<Judgement> &found)
{
	const Severity severity = by_parameters(values, "log_parameter_max_length");
	const char *with = severity == Severity::info ? "with the values written in them; parameters are left out" : "with their values and parameters";
	const std::string log = "writes statements to the server's log, ";
	if (is_one_of(value(values, "log_statement"), {"mod", "all"}))
		found.push_back({severity, "log_statement", log + with, "'none'"});
	if (number(values, "log_min_duration_statement", -1) >= 0)
		found.push_back({severity, "log_min_duration_statement", "writes slow statements to the server's log, " + std::string(with), "-1"});
	if (number(values, "log_min_duration_sample", -1) >= 0 && number(values, "log_statement_sample_rate", 1) > 0)
		found.push_back({severity, "log_min_duration_sample", "writes a sample of statements to the server's log (log_statement_sample_rate), " + std::string(with), "-1"});
	if (number(values, "log_transaction_sample_rate", 0) > 0)
		found.push_back({severity, "log_transaction_sample_rate", "writes the statements of a sample of transactions to the server's log, " + std::string(with), "0"});
}

void judge_errors(const Values &values, std::vector<Judgement> &found)
{
	if (!is_one_of(value(values, "log_min_error_statement"), {"fatal", "panic", ""}))
		found.push_back({Severity::warning, "log_min_error_statement", "writes each statement that fails to the server's log, with the values in it", "'panic'"});
	if (number(values, "log_parameter_max_length_on_error", 0) != 0)
		found.push_back({Severity::warning, "log_parameter_max_length_on_error", "writes the parameters of statements that fail to the server's log", "0"});
	if (!is_one_of(value(values, "log_error_verbosity"), {"terse", ""}))
		found.push_back({Severity::info, "log_error_verbosity", "writes the details of errors to the server's log: rows and keys that a constraint refused are among them", "'terse'"});
}

void judge_plans(const Values &values, std::vector<Judgement> &found)
{
	if (number(values, "auto_explain.log_min_duration", -1) >= 0 && number(values, "auto_explain.sample_rate", 1) > 0)
		found.push_back({Severity::warning, "auto_explain.log_min_duration", "writes plans and their statements to the server's log, with values in them", "-1"});
	for (const char *name : {"debug_print_parse", "debug_print_rewritten", "debug_print_plan"})
		if (value(values, name) == "on")
			found.push_back({Severity::warning, name, "writes statements in PostgreSQL's internal form to the server's log, with their values", "off"});
	if (value(values, "pgaudit.log_parameter") == "on")
		found.push_back({Severity::warning, "pgaudit.log_parameter", "writes the parameters of statements to the audit trail in the server's log", "off"});
	if (value(values, "erasure.bypass") == "on")
		found.push_back({Severity::error, "erasure.bypass", "lets every statement pass the guards", "off"});
}

std::vector<Judgement> judge(const Values &values)
{
	std::vector<Judgement> found;
	judge_statements(values, found);
	judge_errors(values, found);
	judge_plans(values, found);
	return found;
}

// As the extension's owner: some can be read by superusers only.
constexpr const char *kInForce = R"(
SELECT name, setting FROM pg_catalog.pg_settings WHERE name OPERATOR(pg_catalog.~) '^(log_|debug_print_|auto_explain\.|pgaudit\.|erasure\.bypass$)')";

void find_in_force(Visit &visit, const Values &values)
{
	for (const Judgement &j : judge(values))
		visit.findings.push_back({j.severity, std::string("setting ") + j.name, j.problem + (visit.details ? " (now " + value(values, j.name) + ")" : ""), std::string(j.name) + " = " + j.better});
}

// Settings of a role, of a database, or of a role in a database; units are as they were written.
constexpr const char *kOverrides = R"(
SELECT coalesce(r.rolname, ''), coalesce(d.datname, ''), pg_catalog.split_part(c.line, '=', 1), pg_catalog.substr(c.line, pg_catalog.strpos(c.line, '=') OPERATOR(pg_catalog.+) 1)
FROM pg_catalog.pg_db_role_setting s
LEFT JOIN pg_catalog.pg_roles r ON r.oid OPERATOR(pg_catalog.=) s.setrole LEFT JOIN pg_catalog.pg_database d ON d.oid OPERATOR(pg_catalog.=) s.setdatabase
CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c(line)
WHERE s.setdatabase OPERATOR(pg_catalog.=) 0::pg_catalog.oid OR d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database() ORDER BY 1, 2, 3)";

std::string reset(const std::string &role, const std::string &database, const char *setting)
{
	const std::string in = database.empty() ? "" : " IN DATABASE " + core::quote_ident(database);
	const std::string start = !role.empty()	  ? "ALTER ROLE " + core::quote_ident(role) + in
							  : !database.empty() ? "ALTER DATABASE " + core::quote_ident(database)
												  : "ALTER ROLE ALL";
	return start + " RESET " + setting + ";";
}

// Judged over what is in force otherwise; a finding that is there without the override is not repeated.
void find_overrides(Visit &visit, pg::Spi &spi, const Values &values)
{
	std::map<std::pair<std::string, std::string>, Values> places;
	for (const pg::Row &row : spi.query(kOverrides))
		places[{*row[0], *row[1]}][*row[2]] = *row[3];
	for (const auto &[place, overrides] : places) {
		Values there = values;
		for (const auto &[name, setting] : overrides)
			there[name] = is_one_of(setting, {"true", "yes", "1"}) && name.find("sample_rate") == std::string::npos && name.find("duration") == std::string::npos &&
								  name.find("length") == std::string::npos
							  ? "on"
							  : setting;
		const std::string object = place.first.empty() ? (place.second.empty() ? "all roles" : "database " + place.second) : "role " + place.first;
		for (const Judgement &j : judge(there))
			if (overrides.contains(j.name))
				visit.findings.push_back({j.severity, object, std::string("its own setting ") + j.name + " " + j.problem, reset(place.first, place.second, j.name)});
	}
}

}  // namespace

void check_settings(Visit &visit)
{
	if (!visit.server)
		return;
	as_extension([&](pg::Spi &spi) {
		Values values;
		for (const pg::Row &row : spi.query(kInForce))
			values[*row[0]] = row[1].value_or("");
		find_in_force(visit, values);
		find_overrides(visit, spi, values);
	});
}

}  // namespace policy::doctor
