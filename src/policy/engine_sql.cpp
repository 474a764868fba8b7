// Builds the engine's SQL: every name quoted, every function and operator qualified.
#include "policy/engine_sql.hpp"

#include <stdexcept>

#include "core/condition.hpp"
#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "policy/value_link.hpp"

namespace policy {

EngineSettings::EngineSettings()
	: settings_({{"search_path", "pg_catalog, pg_temp"}, {"row_security", "off"}, {"datestyle", "ISO, YMD"}, {"intervalstyle", "postgres"}})
{
}

EngineSettings::EngineSettings(const std::string &schema)
	: settings_({{"search_path", "pg_catalog, " + core::quote_ident(schema) + ", pg_temp"}, {"row_security", "off"}})
{
}

pg::Oid policy_relation()
{
	return pg::relation_by_name("erasure", "declared_table");
}

std::string column(const std::string &alias, const pg::ColumnInfo &info)
{
	return alias + "." + core::quote_ident(info.name);
}

std::string key_text(const std::string &alias, const std::vector<pg::ColumnInfo> &key)
{
	if (key.size() == 1)
		return "erasure._key(" + column(alias, key[0]) + ")";
	std::string sql = "pg_catalog.jsonb_build_object(";
	for (std::size_t i = 0; i < key.size(); ++i)
		sql += (i ? ", " : "") + core::quote_literal(key[i].name) + ", " + column(alias, key[i]);
	return sql + ")::pg_catalog.text";
}

std::string key_set(const std::vector<pg::ColumnInfo> &key, int first_parameter)
{
	std::string sql = "ROWS FROM (";
	std::string names;
	for (std::size_t i = 0; i < key.size(); ++i) {
		const std::string number = std::to_string(first_parameter + static_cast<int>(i));
		// Without the type's modifier: a cast to varchar(5) would cut a longer text to somebody else's key.
		sql += (i ? ", " : "") + ("pg_catalog.unnest($" + number + "::pg_catalog.text[]::") + key[i].bare_type + "[])";
		names += "k" + std::to_string(i + 1) + ", ";
	}
	return sql + ") WITH ORDINALITY AS k(" + names + "ord)";
}

std::string key_matches(const std::string &alias, const std::vector<pg::ColumnInfo> &key)
{
	std::string sql;
	for (std::size_t i = 0; i < key.size(); ++i)
		sql += (i ? " AND " : "") + column(alias, key[i]) + " " + key[i].equals + " k.k" + std::to_string(i + 1);
	return sql;
}

std::string bound_condition(const Link &link, const std::string &alias)
{
	return core::bind_columns(link.condition, [&](int number) {
		for (const ConditionColumn &condition : link.condition_columns)
			if (condition.label == number)
				return column(alias, condition.column);
		throw std::logic_error("a condition names a column that its link does not know");
	});
}

std::string link_condition(const Link &link, const std::string &child, const std::string &parent)
{
	std::string sql = link.by_value() ? value_condition(link, child, parent) : std::string();
	for (const JoinColumn &join : link.columns)
		if (!link.by_value())
			sql += (sql.empty() ? "" : " AND ") + column(child, join.child) + " " + join.parent.equals + " " + column(parent, join.parent);
	if (!link.condition.empty())
		sql += " AND " + bound_condition(link, child);
	return sql;
}

}  // namespace policy
