// The library's face to PostgreSQL: magic, settings, callbacks. No behaviour.
#include "guard/direct.hpp"
#include "guard/direct_delete.hpp"
#include "guard/settings.hpp"
#include "guard/underneath.hpp"
#include "pg/fold.hpp"
#include "pg/server.hpp"
#include "policy/model.hpp"
#include "residue/find.hpp"

namespace {

bool bypass_setting = false;
char *key_file = nullptr;
char *actor = nullptr;
bool show_deleted_setting = false;
bool scrub_after_erasure = true;
int scrub_wait = 30000;
double scrub_cost_delay = 0;
int scrub_wal_rounds = 0;
bool day_keys = true;
char *key_command = nullptr;
int key_command_timeout = 30000;
int tombstone_retention = 0;
bool search_residue_setting = false;

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

namespace residue {

bool searches_before_erasure() noexcept { return search_residue_setting; }

}  // namespace residue

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
	DefineCustomStringVariable("erasure.key_command", "The program that says the master keys of the vault, as the key file would have them.",
							   "Run by the shell; %% stands for a percent sign. Empty means that the keys are in erasure.key_file.", &key_command, "",
							   PGC_SUSET, GUC_SUPERUSER_ONLY, nullptr, nullptr, nullptr);
	DefineCustomIntVariable("erasure.key_command_timeout", "How long erasure.key_command may take.", nullptr, &key_command_timeout, 30000, 1, 600000, PGC_SUSET,
							GUC_UNIT_MS, nullptr, nullptr, nullptr);
	DefineCustomBoolVariable("erasure.day_keys", "Seals what is masked under a master key of its day.",
							 "The key is destroyed once nothing of its day can be undone, so that no copy of the vault opens what was erased.", &day_keys, true,
							 PGC_SUSET, 0, nullptr, nullptr, nullptr);
	DefineCustomIntVariable("erasure.tombstone_retention", "How long tombstones are kept, and hashes by which erased persons are recognised.",
							"At least the age of the oldest backup. Zero keeps them for ever.", &tombstone_retention, 0, 0, INT_MAX, PGC_SUSET,
							GUC_UNIT_MIN, nullptr, nullptr, nullptr);
	DefineCustomStringVariable("erasure.actor", "The application's own user, for the audit log.",
							   "Anybody may set it; no permission rests on it.", &actor, "", PGC_USERSET, 0, nullptr, nullptr, nullptr);
	DefineCustomBoolVariable("erasure.show_deleted", "Asks to see deleted subjects where a policy hides them.",
							 "Anybody may set it; only roles with view_deleted see more.", &show_deleted_setting, false, PGC_USERSET, 0,
							 nullptr, show_deleted_changes, nullptr);
	DefineCustomBoolVariable("erasure.scrub_after_erasure", "Whether erase_due scrubs the tables it erased from.",
							 "What is erased stays in their files until they are scrubbed.", &scrub_after_erasure, true, PGC_SUSET, 0, nullptr, nullptr,
							 nullptr);
	DefineCustomIntVariable("erasure.scrub_wait", "How long a scrub waits in all for transactions, locks and pages of others.",
							"What it could not do is left to the next run.", &scrub_wait, 30000, 0, 86400000, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr,
							nullptr);
	DefineCustomRealVariable("erasure.scrub_cost_delay", "How long a scrub sleeps each time its cost limit is exceeded, as vacuum_cost_delay.",
							 "0 lets it go on without a pause.", &scrub_cost_delay, 0, 0, 100, PGC_SUSET, GUC_UNIT_MS, nullptr, nullptr, nullptr);
	DefineCustomIntVariable("erasure.scrub_wal_rounds", "How many files of WAL a scrub may fill so that recycled ones are overwritten.",
							"0 leaves that to time.", &scrub_wal_rounds, 0, 0, 100000, PGC_SUSET, 0, nullptr, nullptr, nullptr);
	DefineCustomBoolVariable("erasure.search_residue_before_erasure", "Searches the database for originals before they are destroyed.",
							 "What is found is counted in erasure.residue_searches.", &search_residue_setting, false, PGC_SUSET, 0, nullptr, nullptr, nullptr);
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
