// Asks PostgreSQL which tables have trigger events pending.
#include "pg/pending.hpp"

#include "pg/boundary.hpp"

namespace pg {
namespace {

struct Tables {
	::Oid *items;
	int count;
};

// plain: no destructors in this function
Tables tables_with_pending()
{
	Tables tables{nullptr, 0};
	int room = 0;
	Relation triggers = table_open(TriggerRelationId, AccessShareLock);
	ScanKeyData key[2];
	ScanKeyInit(&key[0], Anum_pg_trigger_tgdeferrable, BTEqualStrategyNumber, F_BOOLEQ, BoolGetDatum(true));
	ScanKeyInit(&key[1], Anum_pg_trigger_tgisinternal, BTEqualStrategyNumber, F_BOOLEQ, BoolGetDatum(false));
	// Foreign keys have internal triggers, so that there are few or none of these; no index leads to them.
	SysScanDesc scan = systable_beginscan(triggers, InvalidOid, false, nullptr, 2, key);
	HeapTuple tuple;
	while (HeapTupleIsValid(tuple = systable_getnext(scan))) {
		const ::Oid relation = reinterpret_cast<Form_pg_trigger>(GETSTRUCT(tuple))->tgrelid;
		if (!AfterTriggerPendingOnRel(relation))
			continue;
		if (tables.count == room) {
			room = room == 0 ? 8 : 2 * room;
			const Size bytes = sizeof(::Oid) * static_cast<Size>(room);
			tables.items = static_cast<::Oid *>(tables.items == nullptr ? palloc(bytes) : repalloc(tables.items, bytes));
		}
		tables.items[tables.count++] = relation;
	}
	systable_endscan(scan);
	table_close(triggers, AccessShareLock);
	return tables;
}

}  // namespace

std::vector<Oid> pending_user_triggers()
{
	const Tables tables = guarded([] { return tables_with_pending(); });
	return {tables.items, tables.items + tables.count};
}

}  // namespace pg
