// Builds the engine's SQL: every name quoted, every function and operator qualified.
#include "policy/engine_sql.hpp"

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"

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

std::string join_condition(const std::vector<JoinColumn> &join, const std::string &child, const std::string &parent)
{
	std::string sql;
	for (std::size_t i = 0; i < join.size(); ++i)
		sql += (i ? " AND " : "") + column(child, join[i].child) + " " + join[i].parent.equals + " " + column(parent, join[i].parent);
	return sql;
}

namespace {

// The chain from the first hop down to the node itself.
std::vector<const Node *> chain_to(const Subject &subject, const Node &node)
{
	std::vector<const Node *> chain;
	for (const Node *at = &node; !at->is_subject(); at = subject.node(at->parent_id))
		chain.insert(chain.begin(), at);
	return chain;
}

// The value of key column number at of the subject set: a column of k, or any element of the parameter. An array is
// planned better than a function's rows, whose number of distinct values the planner does not know.
std::string key_equals(const Subject &subject, std::size_t at, const std::string &operand, const std::string &equals, bool ordered)
{
	if (ordered)
		return operand + " " + equals + " k.k" + std::to_string(at + 1);
	return operand + " " + equals + " ANY ($1::pg_catalog.text[]::" + subject.root().key[at].bare_type + "[])";
}

// Whether the first hop refers to the subject's key itself, so that the subject table need not be read.
bool joins_key(const Subject &subject, const Node &first, std::string &condition, const std::string &alias, bool ordered)
{
	const auto &key = subject.root().key;
	if (first.join.size() != key.size())
		return false;
	condition.clear();
	for (const JoinColumn &join : first.join) {
		std::size_t at = 0;
		while (at < key.size() && key[at].number != join.parent.number)
			++at;
		if (at == key.size())
			return false;
		condition += (condition.empty() ? "" : " AND ") + key_equals(subject, at, column(alias, join.child), join.parent.equals, ordered);
	}
	return true;
}

Path make_path(const Subject &subject, const Node &node, bool ordered)
{
	const auto &key = subject.root().key;
	std::vector<std::string> from;
	std::string where;
	const auto add = [&](const std::string &condition) { where += (where.empty() ? "" : " AND ") + condition; };
	const auto subject_row = [&](const std::string &alias) {
		return ordered ? key_matches(alias, key) : key_equals(subject, 0, column(alias, key[0]), key[0].equals, false);
	};
	if (ordered)
		from.push_back(key_set(key));
	if (node.is_subject()) {
		add(subject_row("t"));
	} else {
		const std::vector<const Node *> chain = chain_to(subject, node);
		std::string alias = chain.size() == 1 ? "t" : "t1";
		std::string condition;
		if (!joins_key(subject, *chain[0], condition, alias, ordered)) {
			from.push_back(subject.root().sql_name() + " AS t0");
			add(subject_row("t0"));
			condition = join_condition(chain[0]->join, alias, "t0");
		}
		add(condition);
		for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
			from.push_back(chain[i]->sql_name() + " AS " + alias);
			const std::string above = alias;
			alias = i + 2 == chain.size() ? "t" : "t" + std::to_string(i + 2);
			add(join_condition(chain[i + 1]->join, alias, above));
		}
	}
	Path path;
	for (const std::string &item : from)
		path.from += (path.from.empty() ? "" : ", ") + item;
	path.where = where;
	return path;
}

}  // namespace

Path path_to(const Subject &subject, const Node &node)
{
	return make_path(subject, node, true);
}

Path rows_of(const Subject &subject, const Node &node)
{
	return make_path(subject, node, subject.root().key.size() > 1);
}

std::string Path::joined(const char *keyword) const
{
	return from.empty() ? std::string() : std::string(" ") + keyword + " " + from;
}

std::string Path::with(const Node &node) const
{
	return from + (from.empty() ? "" : ", ") + node.sql_name() + " AS t";
}

}  // namespace policy
