// Whether the policy speaks of a relation: plain looks into its indexes, for event triggers that fire at every statement.
#include "pg/boundary.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"

namespace pg {
namespace {

// plain: no destructors in this function
// Whether a table of ours has a row with this relation in an indexed column. False where there is no such table: while the
// extension is being created, or dropped.
bool in_index(const char *table, const char *column, const char *index, ::Oid relation)
{
	const ::Oid schema = get_namespace_oid("erasure", true);
	const ::Oid table_id = OidIsValid(schema) ? get_relname_relid(table, schema) : InvalidOid;
	const ::Oid index_id = OidIsValid(schema) ? get_relname_relid(index, schema) : InvalidOid;
	if (!OidIsValid(table_id) || !OidIsValid(index_id))
		return false;
	Relation rel = table_open(table_id, AccessShareLock);
	ScanKeyData key;
	ScanKeyInit(&key, get_attnum(table_id, column), BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(relation));
	::Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
	SysScanDesc scan = systable_beginscan(rel, index_id, true, snapshot, 1, &key);
	const bool found = HeapTupleIsValid(systable_getnext(scan));
	systable_endscan(scan);
	UnregisterSnapshot(snapshot);
	table_close(rel, AccessShareLock);
	return found;
}

}  // namespace

bool is_declared(Oid relation)
{
	return guarded([=] { return in_index("declared_table", "relation", "declared_table_relation", relation); });
}

std::vector<Oid> declared_above(Oid relation)
{
	std::vector<Oid> declared = with_parents(relation);
	std::erase_if(declared, [](Oid above) { return !is_declared(above); });
	return declared;
}

Oid declared_root(Oid relation)
{
	const std::vector<Oid> declared = declared_above(relation);
	return declared.empty() ? partition_root(relation) : declared.front();
}

bool is_exempted(Oid relation)
{
	return guarded([=] {
		return in_index("exemption", "relation", "exemption_relation", relation) || in_index("exemption", "parent", "exemption_parent", relation);
	});
}

bool is_refreshed(Oid view)
{
	return guarded([=] { return in_index("refreshed_view", "relation", "refreshed_view_relation", view); });
}

std::string origin()
{
	return std::to_string(GetSystemIdentifier()) + "/" + std::to_string(MyDatabaseId);
}

std::uint32_t transaction_number() { return local_transaction(); }

}  // namespace pg
