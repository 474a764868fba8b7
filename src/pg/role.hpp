// Who is calling, and working as somebody else for one step.
#pragma once

#include <initializer_list>
#include <utility>

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

Oid session_role();  // who logged in
Oid outer_role();    // after SET ROLE; SECURITY DEFINER does not hide it
Oid current_role();  // what privileges are checked against now
bool is_superuser(Oid role);
// Of every table, whatever its row-level security: pg_read_all_data and BYPASSRLS.
bool reads_all_rows(Oid role);
bool has_privileges_of(Oid member, Oid role);  // through inheritance
bool owns_table(Oid role, Oid relation);
std::string role_name(Oid role);   // "oid 123" when it is gone
bool role_exists(Oid role);
Oid role_by_name(const std::string &name);  // kInvalidOid when there is none
Oid extension_owner();
// A maintenance command (VACUUM, REINDEX, ...) is running somebody's function: no verb may act there.
bool in_security_restricted_operation();

// What is done as another role. Reading runs code of that role as well (functions in conditions, constraints, casts and
// domains), as a security-restricted operation, as VACUUM and CREATE INDEX do: it cannot leave anything to COMMIT, which
// would run as the calling role. Writing has to be able to, for deferred foreign keys, and looks afterwards what was left.
// own_statement: writing what the role would in a statement of its own, forced row security included.
enum class Work { reading, writing, own_statement };

// Works as another role, as foreign-key triggers do: SECURITY_LOCAL_USERID_CHANGE forbids SET ROLE underneath, and
// SECURITY_NOFORCE_RLS because under FORCE ROW LEVEL SECURITY an owner's UPDATE silently finds no rows.
class RoleSwitch {
public:
	RoleSwitch(Oid role, Work work);
	~RoleSwitch();
	RoleSwitch(const RoleSwitch &) = delete;
	RoleSwitch &operator=(const RoleSwitch &) = delete;

private:
	Oid role_;
	int context_;
};

// Settings for the time of a step. finish() puts them back, and whatever code underneath has set besides; on an error the
// (sub)transaction's abort does.
class Settings {
public:
	explicit Settings(std::initializer_list<std::pair<const char *, std::string>> settings);
	void finish();

private:
	int nest_level_;
};

// A custom setting's current value, '' when unset.
std::string setting(const char *name);

}  // namespace pg
