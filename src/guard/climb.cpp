// Walks from a row up to its subject: one index look-up a hop, under the latest snapshot.
#include "guard/climb.hpp"

#include "guard/state.hpp"
#include "pg/boundary.hpp"

namespace guard {

// plain: no destructors in this function
Values deform(HeapTuple tuple, TupleDesc desc)
{
	Values v{static_cast<::Datum *>(palloc(sizeof(::Datum) * static_cast<Size>(desc->natts))),
			 static_cast<bool *>(palloc(sizeof(bool) * static_cast<Size>(desc->natts)))};
	heap_deform_tuple(tuple, desc, v.values, v.nulls);
	return v;
}

namespace {

// plain: no destructors in this function
[[noreturn]] void concurrent()
{
	ereport(ERROR, (errcode(ERRCODE_T_R_SERIALIZATION_FAILURE), errmsg("could not serialize access due to concurrent update"),
					errhint("Retry the transaction.")));
	pg_unreachable();
}

// plain: no destructors in this function
// Locks the newest version of the slot's row; false when it is gone. *moved: another version than the scan found.
bool lock_key_share(Relation rel, ::Snapshot snapshot, TupleTableSlot *slot, bool *moved)
{
	TM_FailureData failure;
	const uint8 flags = IsolationUsesXactSnapshot() ? 0 : TUPLE_LOCK_FLAG_FIND_LAST_VERSION;
	const TM_Result result = table_tuple_lock(rel, &slot->tts_tid, snapshot, slot, GetCurrentCommandId(false), LockTupleKeyShare,
											  LockWaitBlock, flags, &failure);
	switch (result) {
		case TM_Ok:
			*moved = failure.traversed;
			return true;
		case TM_Deleted:
			if (IsolationUsesXactSnapshot())
				concurrent();
			return false;
		case TM_Updated:
			concurrent();
		case TM_SelfModified:
			*moved = false;
			return true;
		default:
			elog(ERROR, "unexpected result %d of locking a parent row", static_cast<int>(result));
	}
	return false;
}

// plain: no destructors in this function
// The parent row of these values through the hop's index; copied to parent's arrays. False: no such row.
bool fetch_by_index(const Hop &hop, const Values &child, bool lock, Values *parent)
{
	Relation rel = table_open(hop.parent, RowShareLock);
	Relation index = index_open(hop.index, AccessShareLock);
	TupleTableSlot *slot = table_slot_create(rel, nullptr);
	ScanKeyData key[INDEX_MAX_KEYS];
	for (int i = 0; i < hop.count; ++i)
		ScanKeyEntryInitialize(&key[i], 0, static_cast<AttrNumber>(i + 1), BTEqualStrategyNumber, hop.subtype[i], hop.collation[i],
							   hop.equal[i], child.values[hop.child[i] - 1]);
	bool found = false;
	for (bool again = true; again;) {
		again = false;
		::Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
		IndexScanDesc scan = pg::begin_index_scan(rel, index, snapshot, hop.count);
		index_rescan(scan, key, hop.count, nullptr, 0);
		found = index_getnext_slot(scan, ForwardScanDirection, slot);
		// A version that the scan did not see may have another key: look again, now that it is locked.
		if (found && lock)
			found = lock_key_share(rel, snapshot, slot, &again);
		index_endscan(scan);
		UnregisterSnapshot(snapshot);
	}
	if (found) {
		HeapTuple copy = ExecCopySlotHeapTuple(slot);
		*parent = deform(copy, RelationGetDescr(rel));
	}
	ExecDropSingleTupleTableSlot(slot);
	index_close(index, NoLock);
	table_close(rel, NoLock);
	return found;
}

// plain: no destructors in this function
bool fetch_parent(const Hop &hop, const Values &child, bool lock, Values *parent)
{
	for (int i = 0; i < hop.count; ++i)
		if (child.nulls[hop.child[i] - 1])
			return false;
	if (OidIsValid(hop.index))
		return fetch_by_index(hop, child, lock, parent);
	::Datum keys[INDEX_MAX_KEYS];
	for (int i = 0; i < hop.count; ++i)
		keys[i] = child.values[hop.child[i] - 1];
	*parent = {static_cast<::Datum *>(palloc0(sizeof(::Datum) * static_cast<Size>(hop.attributes))),
			   static_cast<bool *>(palloc0(sizeof(bool) * static_cast<Size>(hop.attributes)))};
	return pg::enter<bool>([&] { return fetch_by_sql(hop, keys, lock, parent->values, parent->nulls); });
}

// plain: no destructors in this function
// A permanent deletion and the writers of rows whose parent is not there wait for each other, not for their own kind: a
// subject that comes meanwhile can be masked only after such a row can be seen, or the row finds it masked.
void wait_for_deletions(const Role &role)
{
	LockDatabaseObject(role.policy_relation, role.subject, 1, ShareLock);
}

// plain: no destructors in this function
// The parent of a row that is being written. Where no foreign key has checked that there is one, or will at COMMIT only, it
// may be the row that comes first.
bool find_parent(const Role &role, const Hop &hop, const Values &row, Values *parent)
{
	if (fetch_parent(hop, row, true, parent))
		return true;
	for (int i = 0; i < hop.count; ++i)
		if (row.nulls[hop.child[i] - 1])
			return false;
	wait_for_deletions(role);
	return fetch_parent(hop, row, true, parent);
}

// plain: no destructors in this function
bool holds(const Hop &hop, const Values &row)
{
	return hop.condition == nullptr || pg::enter<bool>([&] { return condition_holds(hop, row.values, row.nulls); });
}

// The steps taken so far, from the row upwards: where the tables' links go round in a circle, the rows may as well.
struct Step {
	const Step *below;
	const Hop *hop;
	const Values *row;
};

// plain: no destructors in this function
bool taken_before(const Step *at, const Hop &hop, const Values &row)
{
	for (; at != nullptr; at = at->below) {
		if (at->hop != &hop)
			continue;
		bool same = true;
		for (int i = 0; same && i < hop.count; ++i)
			same = datum_image_eq(at->row->values[hop.child[i] - 1], row.values[hop.child[i] - 1], hop.by_value[i], hop.length[i]);
		if (same)
			return true;
	}
	return false;
}

// plain: no destructors in this function
void add_subject(SubjectRows *found, const Values &subject)
{
	// Grows at 1, 2, 4, 8, ...
	if ((found->count & (found->count - 1)) == 0) {
		const Size size = sizeof(Values) * static_cast<Size>(Max(2 * found->count, 1));
		found->rows = static_cast<Values *>(found->count == 0 ? palloc(size) : repalloc(found->rows, size));
	}
	found->rows[found->count++] = subject;
}

// plain: no destructors in this function
void ask_shared(const Role &role, const Climb &at, const Values &row, SubjectRows *found)
{
	::Datum key[INDEX_MAX_KEYS];
	for (int i = 0; i < at.keys; ++i)
		key[i] = row.values[at.key[i] - 1];
	struct Plain {
		bool taken;
		bool held;
	};
	const Plain plain = pg::enter<Plain>([&] {
		const Shared shared = shared_standing(role, at, key);
		return Plain{shared.taken, shared.held};
	});
	found->taken = found->taken || plain.taken;
	found->held = found->held || plain.held;
}

// plain: no destructors in this function
// A replica applies rows without the triggers of foreign keys.
bool fires_no_keys()
{
	return SessionReplicationRole == SESSION_REPLICATION_ROLE_REPLICA;
}

// plain: no destructors in this function
// Whether what memory says of a row's subjects is true until our transaction ends.
bool is_held_still(const Role &role, Under under)
{
	return under == Under::row || (under == Under::foreign_keys && role.self.locks && !fires_no_keys());
}

// plain: no destructors in this function
bool is_stranger(const Role &role, Concern concern, ::Datum key, ::Oid type)
{
	const Special who = special(role.known, concern);
	return who == Special::nobody || (who == Special::some && !may_be(role.known, concern, key, type));
}

// plain: no destructors in this function
// The subject itself need not be fetched to know that nothing is the matter with it.
bool leads_to_stranger(const Role &role, const Hop &hop, const Values &row, Concern concern)
{
	const int column = hop.child[0] - 1;
	return hop.parent_node == 0 && OidIsValid(hop.known_type) &&
		   (row.nulls[column] || is_stranger(role, concern, row.values[column], hop.known_type));
}

// plain: no destructors in this function
void climb_from(const Role &role, const Climb &from, const Values &row, const Step *below, Under under, Concern concern, SubjectRows *found)
{
	check_stack_depth();
	for (int i = 0; i < from.hops; ++i) {
		const Hop &hop = from.hop[i];
		// What is further up cannot be masked while we hold a lock on the first step.
		const bool lock = below == nullptr && under != Under::row && !(under == Under::foreign_keys && hop.locks);
		Values parent;
		if ((!lock && leads_to_stranger(role, hop, row, concern)) || !holds(hop, row) ||
			!(lock ? find_parent(role, hop, row, &parent) : fetch_parent(hop, row, false, &parent)))
			continue;
		if (hop.parent_node == 0) {
			if (is_special(role, parent, concern))
				add_subject(found, parent);
			continue;
		}
		if (taken_before(below, hop, row))
			continue;
		if (role.nodes[hop.parent_node].shared)
			ask_shared(role, role.nodes[hop.parent_node], parent, found);
		const Step step{below, &hop, &row};
		climb_from(role, role.nodes[hop.parent_node], parent, &step, under, concern, found);
	}
}

// plain: no destructors in this function
// Whether anybody who is masked or erased has left a value of this link; the ordinary answer is no, and costs one look.
bool any_value(const Climb &from, std::int32_t link)
{
	Relation rel = table_open(from.value_table, AccessShareLock);
	Relation index = index_open(from.value_index, AccessShareLock);
	TupleTableSlot *slot = table_slot_create(rel, nullptr);
	ScanKeyData key;
	ScanKeyInit(&key, 1, BTEqualStrategyNumber, F_INT4EQ, Int32GetDatum(link));
	::Snapshot snapshot = RegisterSnapshot(GetLatestSnapshot());
	IndexScanDesc scan = pg::begin_index_scan(rel, index, snapshot, 1);
	index_rescan(scan, &key, 1, nullptr, 0);
	const bool found = index_getnext_slot(scan, ForwardScanDirection, slot);
	index_endscan(scan);
	UnregisterSnapshot(snapshot);
	ExecDropSingleTupleTableSlot(slot);
	index_close(index, NoLock);
	table_close(rel, NoLock);
	return found;
}

}  // namespace

// plain: no destructors in this function
bool is_special(const Role &role, const Values &subject, Concern concern)
{
	// Only a key of one column is known.
	return role.known == nullptr || !is_stranger(role, concern, subject.values[role.key[0] - 1], role.known_type);
}

// plain: no destructors in this function
bool is_of_strangers(const Role &role, HeapTuple tuple, TupleDesc desc, Under under, Concern concern)
{
	if (role.is_subject || !role.self.plain || !is_held_still(role, under))
		return false;
	const Special who = special(role.known, concern);
	if (who != Special::some)
		return who == Special::nobody;
	for (int i = 0; i < role.self.hops; ++i) {
		const Hop &hop = role.self.hop[i];
		if (hop.parent_node != 0 || !OidIsValid(hop.known_type))
			return false;
		bool null;
		::Datum key = heap_getattr(tuple, hop.child[0], desc, &null);
		if (!null && may_be(role.known, concern, key, hop.known_type))
			return false;
	}
	return true;
}

namespace {

// plain: no destructors in this function
// Whether somebody who is gone has left a value by which the table's rows are linked.
bool any_value_left(const Role &role)
{
	for (int i = 0; i < role.self.value_links; ++i)
		if (any_value(role.self, role.self.value_link[i]))
			return true;
	return false;
}

// plain: no destructors in this function
void key_of_row(const Role &role, const Values &row, ::Datum *key)
{
	for (int i = 0; i < role.self.keys; ++i)
		key[i] = row.values[role.self.key[i] - 1];
}

}  // namespace

// plain: no destructors in this function
bool brings_back_a_value(const Role &role, const Values &row)
{
	if (!any_value_left(role))
		return false;
	::Datum key[INDEX_MAX_KEYS];
	key_of_row(role, row, key);
	return pg::enter<bool>([&] { return is_value_of_the_gone(role, role.self, key); });
}

// plain: no destructors in this function
bool was_masked(const Role &role, const Values &row, TupleDesc desc)
{
	if (!any_value_left(role))
		return false;
	::Datum key[INDEX_MAX_KEYS];
	key_of_row(role, row, key);
	return pg::enter<bool>([&] { return was_taken(role, role.self, key, row.values, row.nulls, desc); });
}

// plain: no destructors in this function
void untie_values(const Role &before_role, const Values &before, const Role &role, const Values &row)
{
	if (!any_value_left(role))
		return;
	::Datum from[INDEX_MAX_KEYS];
	::Datum to[INDEX_MAX_KEYS];
	key_of_row(before_role, before, from);
	key_of_row(role, row, to);
	pg::enter<bool>([&] {
		untie(role, role.self, from, to);
		return true;
	});
}

// plain: no destructors in this function
SubjectRows climb(const Role &role, const Values &row, Under under, Concern concern)
{
	SubjectRows found{nullptr, 0, false, false};
	// A row inserted just now is referred to by nobody yet.
	if (role.self.shared && under != Under::foreign_keys)
		ask_shared(role, role.self, row, &found);
	if (under == Under::foreign_keys && fires_no_keys())
		under = Under::nothing;
	if (role.self.plain && is_held_still(role, under) && special(role.known, concern) == Special::nobody)
		return found;
	if (role.is_subject)
		add_subject(&found, row);
	else
		climb_from(role, role.self, row, nullptr, under, concern, &found);
	return found;
}

// plain: no destructors in this function
SubjectRows linked_subjects(const Role &role, const Values &row)
{
	SubjectRows found{};
	for (int i = 0; i < role.self.owns; ++i) {
		Values parent;
		if (holds(role.self.own[i], row) && find_parent(role, role.self.own[i], row, &parent) && is_special(role, parent, Concern::gone))
			add_subject(&found, parent);
	}
	return found;
}

}  // namespace guard
