// The SQL fragments every statement of the engine is made of: key sets, paths, equality, settings.
#pragma once

#include <string>
#include <vector>

#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/model.hpp"

namespace policy {

// The settings under which the engine's own statements run. Restored by finish(), or by the abort.
class EngineSettings {
public:
	EngineSettings();
	// For a step that may run the user's triggers, as the table's owner: their schema is visible to them.
	explicit EngineSettings(const std::string &schema);
	void finish() { settings_.finish(); }

private:
	pg::Settings settings_;
};

// Runs a body as a role, under the engine's settings and with a connection: body(pg::Spi &).
template <typename F>
void as_role(pg::Oid role, pg::Work work, F &&body)
{
	pg::RoleSwitch switched(role, work);
	EngineSettings settings;
	pg::Spi spi;
	body(spi);
	spi.finish();
	settings.finish();
}

template <typename F>
void as_role(pg::Oid role, F &&body)
{
	as_role(role, pg::Work::reading, body);
}

// As the extension's owner, for its own tables only. No user code runs as that role, and what a value's type brings along
// (casts, domain constraints) is user code.
template <typename F>
void as_extension(F &&body)
{
	as_role(pg::extension_owner(), pg::Work::writing, body);
}

// The table whose invalidation tells backends that the policy changed.
pg::Oid policy_relation();

// alias."column"
std::string column(const std::string &alias, const pg::ColumnInfo &column);

// The key of a row as text, as the extension's tables keep it; for one column its output, for several a jsonb object.
std::string key_text(const std::string &alias, const std::vector<pg::ColumnInfo> &key);

// "FROM" item k(k1, ..., ord) of the keys in parameters $first.. (one text[] a key column).
std::string key_set(const std::vector<pg::ColumnInfo> &key, int first_parameter = 1);

// "a.x = b.y AND ..." over key columns of a table and the key set k.
std::string key_matches(const std::string &alias, const std::vector<pg::ColumnInfo> &key);

// "a.x = b.y AND ..." and the link's condition on the child's row.
std::string link_condition(const Link &link, const std::string &child, const std::string &parent);
// The condition alone, over the row under this alias.
std::string bound_condition(const Link &link, const std::string &alias);

}  // namespace policy
