// What differs between PostgreSQL 14 and 18, in one place. Included by pg/server.hpp only.
#pragma once

#if PG_VERSION_NUM < 140000
#error "erasure needs PostgreSQL 14 or newer"
#endif

namespace pg {

// PostgreSQL 16 split the object-ownership checks into object_ownercheck(), which has another SQLSTATE for a relation that is
// not there.
inline bool owns_relation(::Oid relation, ::Oid role)
{
#if PG_VERSION_NUM >= 160000
	if (!SearchSysCacheExists1(RELOID, ObjectIdGetDatum(relation)))
		ereport(ERROR, (errcode(ERRCODE_UNDEFINED_TABLE), errmsg("table with OID %u does not exist", relation)));
	return object_ownercheck(RelationRelationId, relation, role);
#else
	return pg_class_ownercheck(relation, role);
#endif
}

// PostgreSQL 18 added an instrumentation argument.
inline IndexScanDesc begin_index_scan(Relation table, Relation index, ::Snapshot snapshot, int keys)
{
#if PG_VERSION_NUM >= 180000
	return index_beginscan(table, index, snapshot, nullptr, keys, 0);
#else
	return index_beginscan(table, index, snapshot, keys, 0);
#endif
}

// PostgreSQL 16 renamed what says where a relation's file is.
#if PG_VERSION_NUM >= 160000
using FileLocator = ::RelFileLocator;
inline FileLocator file_of(Relation relation) { return relation->rd_locator; }
#else
using FileLocator = ::RelFileNode;
inline FileLocator file_of(Relation relation) { return relation->rd_node; }
#endif

// PostgreSQL 17 moved the transaction id of a backend into a struct.
inline LocalTransactionId local_transaction()
{
#if PG_VERSION_NUM >= 170000
	return MyProc->vxid.lxid;
#else
	return MyProc->lxid;
#endif
}

// PostgreSQL 16 moved permissions out of the range table. As whom a query reads what is in it; InvalidOid: as who runs it.
inline ::Oid read_as(const Query *query, const RangeTblEntry *entry)
{
#if PG_VERSION_NUM >= 160000
	return entry->perminfoindex == 0 ? InvalidOid : getRTEPermissionInfo(query->rteperminfos, const_cast<RangeTblEntry *>(entry))->checkAsUser;
#else
	(void)query;
	return entry->checkAsUser;
#endif
}

// PostgreSQL 16 moved what is checked of privileges out of the range table. The columns that a statement assigns are also
// what triggers and row locks go by.
inline void mark_updated(Query *query, AttrNumber column)
{
	auto *table = static_cast<RangeTblEntry *>(list_nth(query->rtable, query->resultRelation - 1));
#if PG_VERSION_NUM >= 160000
	Bitmapset **columns = &getRTEPermissionInfo(query->rteperminfos, table)->updatedCols;
#else
	Bitmapset **columns = &table->updatedCols;
#endif
	*columns = bms_add_member(*columns, column - FirstLowInvalidHeapAttributeNumber);
}

// PostgreSQL 16 gave VACUUM's cost accounting variables of its own, 18 its delay an argument. As VACUUM does: no accounting
// where there is no delay.
inline void begin_cost_accounting()
{
#if PG_VERSION_NUM >= 160000
	VacuumUpdateCosts();
#else
	VacuumCostActive = VacuumCostDelay > 0;
#endif
	VacuumCostBalance = 0;
}

inline void end_cost_accounting()
{
	VacuumCostActive = false;
}

inline void delay_by_cost()
{
#if PG_VERSION_NUM >= 180000
	vacuum_delay_point(false);
#else
	vacuum_delay_point();
#endif
}

}  // namespace pg
