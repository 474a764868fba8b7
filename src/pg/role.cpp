// Roles, the owner switch and scoped settings.
#include "pg/role.hpp"

#include "pg/boundary.hpp"

namespace pg {

Oid session_role() { return GetSessionUserId(); }
Oid outer_role() { return GetOuterUserId(); }
Oid current_role() { return GetUserId(); }

bool is_superuser(Oid role)
{
	return guarded([=] { return superuser_arg(role); });
}

bool reads_all_rows(Oid role)
{
	return guarded([=] { return has_privs_of_role(role, ROLE_PG_READ_ALL_DATA) && has_bypassrls_privilege(role); });
}

bool has_privileges_of(Oid member, Oid role)
{
	return guarded([=] { return has_privs_of_role(member, role); });
}

bool owns_table(Oid role, Oid relation)
{
	return guarded([=] { return owns_relation(relation, role); });
}

std::string role_name(Oid role)
{
	const char *name = guarded([=] { return static_cast<const char *>(GetUserNameFromId(role, true)); });
	return name ? std::string(name) : "oid " + std::to_string(role);
}

bool role_exists(Oid role)
{
	return guarded([=] { return SearchSysCacheExists1(AUTHOID, ObjectIdGetDatum(role)); });
}

Oid role_by_name(const std::string &name)
{
	const char *text = name.c_str();
	return guarded([=] { return get_role_oid(text, true); });
}

Oid extension_owner()
{
	return guarded([] {
		const ::Oid schema = get_namespace_oid("erasure", false);
		const ::Oid table = get_relname_relid("declared_table", schema);
		HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(table));
		if (!HeapTupleIsValid(tuple))
			ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("extension \"erasure\" is not installed"),
							errhint("CREATE EXTENSION erasure;")));
		const ::Oid owner = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple))->relowner;
		ReleaseSysCache(tuple);
		return owner;
	});
}

bool in_security_restricted_operation() { return InSecurityRestrictedOperation(); }

RoleSwitch::RoleSwitch(Oid role, Work work)
{
	GetUserIdAndSecContext(&role_, &context_);
	const int context = context_ & ~SECURITY_NOFORCE_RLS;
	const int restricted = work == Work::reading ? SECURITY_RESTRICTED_OPERATION : 0;
	const int unforced = work == Work::own_statement ? 0 : SECURITY_NOFORCE_RLS;
	SetUserIdAndSecContext(role, context | SECURITY_LOCAL_USERID_CHANGE | restricted | unforced);
}

// Sets two variables: safe while an error unwinds.
RoleSwitch::~RoleSwitch()
{
	SetUserIdAndSecContext(role_, context_);
}

Settings::Settings(std::initializer_list<std::pair<const char *, std::string>> settings)
{
	nest_level_ = guarded([] { return NewGUCNestLevel(); });
	for (const auto &[name, value] : settings) {
		const char *n = name;
		const char *v = value.c_str();
		guarded([=] { (void)set_config_option(n, v, PGC_SUSET, PGC_S_SESSION, GUC_ACTION_SAVE, true, 0, false); });
	}
}

void Settings::finish()
{
	const int level = nest_level_;
	guarded([=] { AtEOXact_GUC(false, level); });
}

std::string setting(const char *name)
{
	const char *value = guarded([=] { return GetConfigOption(name, true, false); });
	return value ? std::string(value) : std::string();
}

}  // namespace pg
