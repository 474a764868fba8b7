// The library's face to PostgreSQL: magic, settings, callbacks. No behaviour.
#include "guard/direct.hpp"
#include "guard/direct_delete.hpp"
#include "guard/settings.hpp"
#include "guard/underneath.hpp"
#include "pg/fold.hpp"
#include "pg/server.hpp"
#include "policy/model.hpp"

namespace {

bool bypass_setting = false;
char *key_file = nullptr;
char *actor = nullptr;
bool show_deleted_setting = false;

// plain: called while PostgreSQL processes invalidations; only marks.
void relation_changed(Datum, Oid relation)
{
	policy::mark_stale(relation);
}

// plain: likewise. A role has another name, or is gone; roles change so rarely that all is read again.
void role_changed(Datum, int, uint32)
{
	policy::mark_stale(InvalidOid);
}

// plain: likewise.
void show_deleted_changes(bool now, void *)
{
	if (now != show_deleted_setting)
		pg::forget_plans();
}

}  // namespace

namespace guard {

bool bypass() noexcept { return bypass_setting; }

}  // namespace guard

namespace pg {

bool show_deleted() noexcept { return show_deleted_setting; }

}  // namespace pg

extern "C" {

PG_MODULE_MAGIC;

__attribute__((visibility("default"))) void _PG_init(void);

// plain: no destructors in this function
void _PG_init(void)
{
	DefineCustomBoolVariable("erasure.bypass", "Lets statements of this session pass the guards; noted in the audit log.",
							 "The way round for a database administrator who must repair something.", &bypass_setting, false,
							 PGC_SUSET, 0, nullptr, guard::bypass_changed, nullptr);
	DefineCustomStringVariable("erasure.key_file", "The file that holds the master keys of the vault.",
							   "Empty means erasure.key in the data directory, which a backup then holds together with the vault.",
							   &key_file, "", PGC_SUSET, GUC_SUPERUSER_ONLY, nullptr, nullptr, nullptr);
	DefineCustomStringVariable("erasure.actor", "The application's own user, for the audit log.",
							   "Anybody may set it; no permission rests on it.", &actor, "", PGC_USERSET, 0, nullptr, nullptr, nullptr);
	DefineCustomBoolVariable("erasure.show_deleted", "Asks to see deleted subjects where a policy hides them.",
							 "Anybody may set it; only roles with view_deleted see more.", &show_deleted_setting, false, PGC_USERSET, 0,
							 nullptr, show_deleted_changes, nullptr);
#if PG_VERSION_NUM >= 150000
	MarkGUCPrefixReserved("erasure");
#else
	EmitWarningsOnPlaceholders("erasure");
#endif
	guard::install_planner();
	RegisterXactCallback(guard::transaction_event, nullptr);
	CacheRegisterRelcacheCallback(relation_changed, 0);
	CacheRegisterSyscacheCallback(AUTHOID, role_changed, 0);
	guard::watch_utilities();
}

}  // extern "C"
