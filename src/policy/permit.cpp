// The role checks, and allow, disallow and use_roles.
#include "policy/permit.hpp"

#include <algorithm>
#include <string>

#include "core/sqltext.hpp"
#include "guard/pass.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/install.hpp"
#include "policy/settle.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

// The table's owner may act only until the first allow or use_roles: applications usually connect as the owner.
bool holds(pg::Oid role, const Subject &subject, std::string_view word)
{
	if (pg::is_superuser(role))
		return true;
	if (subject.permissions.empty() && pg::owns_table(role, subject.root().table.oid))
		return true;
	return std::any_of(subject.permissions.begin(), subject.permissions.end(), [&](const Permission &p) {
		return (word.empty() || p.action == word) && pg::has_privileges_of(role, p.role);
	});
}

}  // namespace

void refuse_inside_engine()
{
	if (guard::engine_running() || pg::in_security_restricted_operation())
		throw pg::Failure(pg::code::insufficient_privilege, "functions of erasure cannot be called here",
						  "A trigger or function that runs underneath a statement of erasure, or inside a "
						  "security-restricted operation, must not change the life cycle of subjects.",
						  "Call it from the application's own transaction.");
}

void require_may(const Subject &subject, core::Action action)
{
	refuse_inside_engine();
	const std::string_view word = core::permission_word(action);
	for (const pg::Oid role : {pg::outer_role(), pg::current_role()})
		if (!holds(role, subject, word))
			throw pg::Failure(
				pg::code::insufficient_privilege,
				"role \"" + pg::role_name(role) + "\" may not " + std::string(core::to_text(action)) + " on table \"" +
					pg::display_name(subject.root().table.oid) + "\"",
				"The action needs the permission \"" + std::string(word) + "\".",
				"The table's owner can grant it: SELECT erasure.allow('" + pg::display_name(subject.root().table.oid) + "', '{" +
					std::string(word) + "}', " + core::quote_literal(pg::role_name(role)) + ");");
}

bool may_view_deleted(const Subject &subject)
{
	const std::string_view word = core::permission_word(core::Action::view_deleted);
	return holds(pg::outer_role(), subject, word) && holds(pg::current_role(), subject, word);
}

bool may_see(const Subject &subject)
{
	const pg::Oid role = pg::current_role();
	return holds(role, subject, {}) || pg::owns_table(role, subject.root().table.oid);
}

void require_owner(pg::Oid relation)
{
	refuse_inside_engine();
	for (const pg::Oid role : {pg::outer_role(), pg::current_role()})
		if (!pg::owns_table(role, relation))
			throw pg::Failure(pg::code::insufficient_privilege, "must be owner of table " + pg::display_name(relation),
							  "Only the owner of a table declares what it holds.",
							  "Ask role \"" + pg::role_name(pg::table_info(relation).owner) + "\" or a superuser.");
	settle();
}

namespace {

std::vector<std::string> checked_actions(const std::vector<std::string> &words)
{
	if (words.empty())
		throw pg::Failure(pg::code::invalid_parameter, "actions must not be empty", {},
						  "The actions are " + std::string(core::kPermissionList) + ".");
	for (const std::string &word : words)
		if (!core::permission_from_text(word))
			throw pg::Failure(pg::code::invalid_parameter, "unknown action \"" + word + "\"", {},
							  "The actions are " + std::string(core::kPermissionList) + ".");
	return words;
}

// '-' and numbers are regroles too, and nobody's.
pg::Oid existing_role(pg::Call &call, int argument, const char *name)
{
	const pg::Oid role = call.oid(argument, name);
	if (!pg::role_exists(role))
		throw pg::Failure(pg::code::undefined_object, "role with OID " + std::to_string(role) + " does not exist");
	return role;
}

// view_deleted is a plain GRANT on the Deleted list, given by the view's owner.
void grant_view(const Subject &subject, const std::string &verb, const std::string &suffix, pg::Oid role)
{
	const ListView view = list_view(subject, suffix);
	// A role that is gone has taken its privileges along.
	if (!view.exists || !pg::role_exists(role))
		return;
	pg::RoleSwitch as_owner(subject.root().table.owner, pg::Work::writing);
	pg::Spi spi;
	spi.utility(verb + " SELECT ON " + view.sql_name + (verb == "GRANT" ? " TO " : " FROM ") +
				core::quote_ident(pg::role_name(role)));
	spi.finish();
}

std::string join(const std::vector<std::string> &words)
{
	std::string list;
	for (const std::string &word : words)
		list += (list.empty() ? "" : ", ") + word;
	return list;
}

void store(const Subject &subject, const std::vector<std::string> &actions, pg::Oid role, bool grant)
{
	as_extension([&](pg::Spi &spi) {
		pg::Params params;
		params.add_int4(subject.id).add_oid(role).add(pg::role_name(role)).add(actions);
		spi.execute(grant ? "INSERT INTO erasure.permission (subject_id, role_oid, role_name, action) "
							"SELECT $1, $2, $3, a FROM pg_catalog.unnest($4) AS a ON CONFLICT DO NOTHING"
						  : "DELETE FROM erasure.permission WHERE subject_id OPERATOR(pg_catalog.=) $1 AND role_oid "
							"OPERATOR(pg_catalog.=) $2 AND $3 IS NOT NULL AND action OPERATOR(pg_catalog.=) ANY ($4)",
					params);
	});
	if (std::find(actions.begin(), actions.end(), "view_deleted") != actions.end())
		grant_view(subject, grant ? "GRANT" : "REVOKE", "_deleted", role);
	publish_change();
}

void allow_or_disallow(pg::Call &call, bool grant)
{
	const pg::Oid relation = call.oid(0, "subject");
	const std::vector<std::string> actions = checked_actions(call.texts(1, "actions"));
	const pg::Oid role = grant ? existing_role(call, 2, "role") : call.oid(2, "role");
	require_owner(relation);
	const Held subject = require_subject(relation);
	store(*subject, actions, role, grant);
	record_policy_call(grant ? "allow" : "disallow", relation, "role " + pg::role_name(role) + ": " + join(actions));
}

// The job and its schedule are the administrators' matter.
void grant_schedule(pg::Oid administrator)
{
	const std::string role = core::quote_ident(pg::role_name(administrator));
	pg::RoleSwitch as_extension(pg::extension_owner(), pg::Work::writing);
	pg::Spi spi;
	spi.utility("GRANT EXECUTE ON PROCEDURE erasure.erase_due(pg_catalog.int4) TO " + role);
	spi.utility("GRANT EXECUTE ON FUNCTION erasure.schedule(pg_catalog.text), erasure.unschedule() TO " + role);
	spi.finish();
}

constexpr const char *kOtherReaders = R"(
SELECT DISTINCT r.rolname FROM pg_catalog.pg_class c
CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
JOIN pg_catalog.pg_roles r ON r.oid OPERATOR(pg_catalog.=) a.grantee
WHERE c.oid OPERATOR(pg_catalog.=) $1 AND a.privilege_type OPERATOR(pg_catalog.=) 'SELECT'
  AND a.grantee OPERATOR(pg_catalog.<>) c.relowner AND a.grantee::pg_catalog.int8 OPERATOR(pg_catalog.<>) ALL ($2)
ORDER BY 1)";

void tell_other_readers(const Subject &subject, const std::vector<pg::Oid> &roles)
{
	pg::Spi spi;
	std::vector<std::int64_t> known(roles.begin(), roles.end());
	const pg::Rows rows = spi.query(kOtherReaders, pg::Params().add_oid(subject.root().table.oid).add(known));
	spi.finish();
	if (rows.empty())
		return;
	std::string names;
	for (const pg::Row &row : rows)
		names += (names.empty() ? "" : ", ") + *row[0];
	pg::notice("other roles hold SELECT on table \"" + pg::display_name(subject.root().table.oid) + "\"",
			   "They see deleted subjects too: " + names + ".",
			   "Grant them SELECT on the view \"" + subject.root().table.name + "_active\" instead.");
}

}  // namespace
}  // namespace policy

// erasure.allow(subject regclass, actions text[], role regrole) RETURNS void
ERASURE_FUNCTION(erasure_allow)
{
	policy::allow_or_disallow(call, true);
	return call.nothing();
}

// erasure.disallow(subject regclass, actions text[], role regrole) RETURNS void
ERASURE_FUNCTION(erasure_disallow)
{
	policy::allow_or_disallow(call, false);
	return call.nothing();
}

// erasure.use_roles(subject regclass, administrator regrole, sales_manager regrole, sales_team regrole) RETURNS void
ERASURE_FUNCTION(erasure_use_roles)
{
	const pg::Oid relation = call.oid(0, "subject");
	const std::vector<pg::Oid> roles{policy::existing_role(call, 1, "administrator"), policy::existing_role(call, 2, "sales_manager"),
									 policy::existing_role(call, 3, "sales_team")};
	policy::require_owner(relation);
	const policy::Held subject = policy::require_subject(relation);
	for (const pg::Oid role : roles) {
		policy::store(*subject, {"view_deleted", "soft_delete", "restore", "permanently_delete"}, role, true);
		policy::grant_view(*subject, "GRANT", "_active", role);
	}
	policy::store(*subject, {"undo", "erase_now", "hold", "export"}, roles[0], true);
	policy::grant_schedule(roles[0]);
	policy::record_policy_call("use_roles", relation, "administrator " + pg::role_name(roles[0]) + ", sales manager " + pg::role_name(roles[1]) + ", sales team " + pg::role_name(roles[2]));
	if (!subject->options.hide_deleted)
		policy::tell_other_readers(*subject, roles);
	return call.nothing();
}

// erasure._may_see(subject_id integer) RETURNS boolean
ERASURE_FUNCTION(erasure_may_see)
{
	const auto keep = policy::catalogue();
	const policy::Subject *subject = keep->subject(call.int4(0, "subject"));
	return call.result(subject != nullptr ? policy::may_see(*subject) : pg::is_superuser(pg::current_role()));
}
