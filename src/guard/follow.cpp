// Compares both versions of a row with both versions of its parent, up to the row that the engine wrote.
#include "guard/follow.hpp"

#include "guard/pass.hpp"
#include "pg/boundary.hpp"

namespace guard {
namespace {

// plain: no destructors in this function
bool differs(TupleDesc desc, const Values &before, const Values &after, AttrNumber column)
{
	const int at = column - 1;
	if (before.nulls[at] || after.nulls[at])
		return before.nulls[at] != after.nulls[at];
	const Form_pg_attribute attribute = TupleDescAttr(desc, at);
	return !datum_image_eq(before.values[at], after.values[at], attribute->attbyval, attribute->attlen);
}

// plain: no destructors in this function
// The parent's version that has these values under a snapshot; null: none.
HeapTuple version_of(const Hop &hop, Relation parent, const Values &child, ::Snapshot snapshot)
{
	for (int i = 0; i < hop.count; ++i)
		if (child.nulls[hop.child[i] - 1])
			return nullptr;
	Relation index = index_open(hop.index, AccessShareLock);
	TupleTableSlot *slot = table_slot_create(parent, nullptr);
	ScanKeyData key[INDEX_MAX_KEYS];
	for (int i = 0; i < hop.count; ++i)
		ScanKeyEntryInitialize(&key[i], 0, static_cast<AttrNumber>(i + 1), BTEqualStrategyNumber, hop.subtype[i], hop.collation[i],
							   hop.equal[i], child.values[hop.child[i] - 1]);
	IndexScanDesc scan = pg::begin_index_scan(parent, index, snapshot, hop.count);
	index_rescan(scan, key, hop.count, nullptr, 0);
	HeapTuple found = nullptr;
	if (index_getnext_slot(scan, ForwardScanDirection, slot))
		found = ExecCopySlotHeapTuple(slot);
	index_endscan(scan);
	ExecDropSingleTupleTableSlot(slot);
	index_close(index, NoLock);
	return found;
}

// plain: no destructors in this function
// The two versions of the parent, where one command of this transaction made the one out of the other.
bool find_versions(const Hop &hop, Relation parent, const Values &before, const Values &after, HeapTuple *from, HeapTuple *to)
{
	::Snapshot now = RegisterSnapshot(GetLatestSnapshot());
	*to = version_of(hop, parent, after, now);
	UnregisterSnapshot(now);
	if (*to == nullptr || !TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetXmin((*to)->t_data)))
		return false;
	// As the command that wrote it saw the table; a registered snapshot is a copy of our own.
	::Snapshot then = RegisterSnapshot(GetLatestSnapshot());
	then->curcid = HeapTupleHeaderGetCmin((*to)->t_data);
	*from = version_of(hop, parent, before, then);
	UnregisterSnapshot(then);
	if (*from == nullptr)
		return false;
	const HeapTupleHeader header = (*from)->t_data;
	return (header->t_infomask & HEAP_XMAX_INVALID) == 0 && !HEAP_XMAX_IS_LOCKED_ONLY(header->t_infomask) &&
		   TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetUpdateXid(header)) &&
		   HeapTupleHeaderGetCmax(header) == HeapTupleHeaderGetCmin((*to)->t_data) && ItemPointerEquals(&header->t_ctid, &(*to)->t_self);
}

bool column_follows(const Role &role, const Climb &table, const Values &before, const Values &after, AttrNumber column);

// plain: no destructors in this function
bool parent_changed_so(const Role &role, const Hop &hop, const Values &before, const Values &after)
{
	check_stack_depth();
	if (!OidIsValid(hop.index))
		return false;
	Relation parent = table_open(hop.parent, AccessShareLock);
	TupleDesc desc = RelationGetDescr(parent);
	HeapTuple from = nullptr;
	HeapTuple to = nullptr;
	bool so = find_versions(hop, parent, before, after, &from, &to);
	const Pass *pass = Pass::current();
	const bool by_engine = so && hop.parent == pass->relation() && HeapTupleHeaderGetCmin(to->t_data) == pass->command_id();
	if (so && !by_engine) {
		const Values was = deform(from, desc);
		const Values is = deform(to, desc);
		int changes = 0;
		for (int i = 0; so && i < hop.count; ++i) {
			if (!differs(desc, was, is, hop.parent_column[i]))
				continue;
			++changes;
			so = column_follows(role, role.nodes[hop.parent_node], was, is, hop.parent_column[i]);
		}
		so = so && changes > 0;
	}
	table_close(parent, NoLock);
	return so;
}

// plain: no destructors in this function
bool column_follows(const Role &role, const Climb &table, const Values &before, const Values &after, AttrNumber column)
{
	for (int i = 0; i < table.follows; ++i) {
		const Hop &hop = table.follow[i];
		for (int c = 0; c < hop.count; ++c)
			if (hop.child[c] == column && parent_changed_so(role, hop, before, after))
				return true;
	}
	return false;
}

// plain: no destructors in this function
bool column_follows_in_any_role(const Rules &rules, const Values &before, const Values &after, AttrNumber column)
{
	for (int i = 0; i < rules.roles; ++i)
		if (column_follows(rules.role[i], rules.role[i].self, before, after, column))
			return true;
	return false;
}

// plain: no destructors in this function
bool all_follow(const Rules &rules, const Values &before, const Values &after, TupleDesc desc, const AttrNumber *columns, int count, int *changes)
{
	for (int i = 0; i < count; ++i) {
		if (!differs(desc, before, after, columns[i]))
			continue;
		++*changes;
		if (!column_follows_in_any_role(rules, before, after, columns[i]))
			return false;
	}
	return true;
}

}  // namespace

// plain: no destructors in this function
bool follows_engine(const Rules &rules, const Values &before, const Values &after, TupleDesc desc)
{
	const Pass *pass = Pass::current();
	if (pass == nullptr || (pass->step() != Step::mask && pass->step() != Step::undo))
		return false;
	int changes = 0;
	for (int i = 0; i < rules.roles; ++i) {
		const Role &role = rules.role[i];
		const bool deletion = role.is_subject && differs(desc, before, after, role.deleted_at);
		if (deletion || !all_follow(rules, before, after, desc, role.personal, role.personal_count, &changes) ||
			!all_follow(rules, before, after, desc, role.link, role.link_count, &changes))
			return false;
	}
	return changes > 0;
}

}  // namespace guard
