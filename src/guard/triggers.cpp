// The guard triggers: what every statement of every client passes on its way into a declared table.
//
// The ordinary row, of a subject that was never deleted, is decided here without SQL: one look at the policy in
// backend memory and, for new or re-pointed rows, one locked index look-up a hop. Only what meets a deleted or masked
// subject goes the slow way. Parents are locked FOR KEY SHARE, so that a permanent deletion, which locks them FOR
// UPDATE, either waits for us and sees our row, or is waited for and seen by us.
#include "guard/pass.hpp"
#include "guard/rules.hpp"
#include "guard/settings.hpp"
#include "guard/state.hpp"
#include "pg/boundary.hpp"
#include "pg/call.hpp"

namespace guard {
namespace {

// One row of the walk from a row up to its subject.
struct Values {
	::Datum *values;
	bool *nulls;
};

// plain: no destructors in this function
Values deform(HeapTuple tuple, TupleDesc desc)
{
	Values v{static_cast<::Datum *>(palloc(sizeof(::Datum) * static_cast<Size>(desc->natts))),
			 static_cast<bool *>(palloc(sizeof(bool) * static_cast<Size>(desc->natts)))};
	heap_deform_tuple(tuple, desc, v.values, v.nulls);
	return v;
}

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
void subject_key(const Role &role, const Values &subject, ::Datum *key)
{
	for (int i = 0; i < role.keys; ++i)
		key[i] = subject.values[role.key[i] - 1];
}

// plain: no destructors in this function
[[noreturn]] void raise(Refusal refusal, ::Oid relation, const Role &role)
{
	pg::enter<bool>([&]() -> bool { refuse(refusal, relation, role); });
	pg_unreachable();
}

// plain: no destructors in this function
SubjectFacts facts_of(const Role &role, const Values &subject)
{
	::Datum key[INDEX_MAX_KEYS];
	subject_key(role, subject, key);
	struct Plain {
		Found state;
		bool held;
	};
	const Plain plain = pg::enter<Plain>([&] {
		const SubjectFacts facts = read_facts(role, key);
		return Plain{facts.state, facts.held};
	});
	return {plain.state, plain.held};
}

// plain: no destructors in this function
// The subject of a related row, the row's own parent locked. False: it has none, so there is nothing to guard.
bool climb(const Role &role, const Values &row, Values *subject)
{
	*subject = row;
	for (int i = 0; i < role.hops; ++i) {
		Values parent;
		if (!fetch_parent(role.hop[i], *subject, i == 0, &parent))
			return false;
		*subject = parent;
	}
	return true;
}

// plain: no destructors in this function
bool is_final(Found state)
{
	return state == Found::masked || state == Found::erased;
}

// plain: no destructors in this function
void check_related(const Role &role, const Values &row, ::Oid relation, Refusal refusal, bool look_for_hold)
{
	Values subject;
	if (!climb(role, row, &subject))
		return;
	const bool deleted = !subject.nulls[role.deleted_at - 1];
	if (!deleted && !look_for_hold)
		return;
	const SubjectFacts facts = facts_of(role, subject);
	if (deleted && is_final(facts.state))
		raise(refusal, relation, role);
	if (look_for_hold && facts.held)
		raise(Refusal::held_row, relation, role);
}

// plain: no destructors in this function
bool changed(const AttrNumber *columns, int count, const Values &before, const Values &after, TupleDesc desc)
{
	for (int i = 0; i < count; ++i) {
		const int at = columns[i] - 1;
		const Form_pg_attribute column = TupleDescAttr(desc, at);
		if (before.nulls[at] != after.nulls[at])
			return true;
		// Binary equality after detoasting: what is stored, not what compares equal.
		if (!before.nulls[at] && !datum_image_eq(before.values[at], after.values[at], column->attbyval, column->attlen))
			return true;
	}
	return false;
}

// plain: no destructors in this function
// Whether the engine's own statement wrote, or deleted, this row.
bool has_pass(const Rules &rules, HeapTuple tuple, bool deletion)
{
	const Pass *pass = Pass::current();
	if (pass == nullptr || pass->relation() != rules.root)
		return false;
	const HeapTupleHeader header = tuple->t_data;
	if (deletion)
		return TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetUpdateXid(header)) &&
			   HeapTupleHeaderGetCmax(header) == pass->command_id();
	return TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetXmin(header)) && HeapTupleHeaderGetCmin(header) == pass->command_id();
}

// plain: no destructors in this function
// Who passes without a look: a superuser under erasure.bypass (noted), and logical replication, whose origin decided.
bool passes_anyway(::Oid relation, const char *command)
{
	if (IsLogicalWorker())
		return true;
	if (!bypass())
		return false;
	pg::enter<bool>([=] {
		note_bypass(relation, command);
		return true;
	});
	return true;
}

// plain: no destructors in this function
TriggerData *trigger_data(FunctionCallInfo fcinfo, const char *name, TriggerEvent event)
{
	auto *data = reinterpret_cast<TriggerData *>(fcinfo->context);
	if (!CALLED_AS_TRIGGER(fcinfo) || (data->tg_event & TRIGGER_EVENT_OPMASK) != event)
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED), errmsg("function \"%s\" was not called as its trigger", name)));
	return data;
}

// plain: no destructors in this function
void insert_subject(const Role &role, const Values &row, ::Oid relation)
{
	if (!row.nulls[role.deleted_at - 1])
		raise(Refusal::insert_deleted, relation, role);
	if (role.check_inserted_key && is_final(facts_of(role, row).state))
		raise(Refusal::erased_key, relation, role);
}

// plain: no destructors in this function
void update_subject(const Role &role, const Values &before, const Values &after, TupleDesc desc, ::Oid relation)
{
	if (changed(&role.deleted_at, 1, before, after, desc))
		raise(Refusal::deleted_at, relation, role);
	const bool key = changed(role.key, role.keys, before, after, desc);
	const bool personal = key || changed(role.personal, role.personal_count, before, after, desc) ||
						  changed(role.link, role.link_count, before, after, desc);
	if (!personal)
		return;
	if (!before.nulls[role.deleted_at - 1] && is_final(facts_of(role, before).state))
		raise(Refusal::masked_row, relation, role);
	if (!key)
		return;
	::Datum from[INDEX_MAX_KEYS];
	::Datum to[INDEX_MAX_KEYS];
	subject_key(role, before, from);
	subject_key(role, after, to);
	pg::enter<bool>([&] {
		follow_key(role, from, to);
		return true;
	});
}

// plain: no destructors in this function
void update_related(const Role &role, const Values &before, const Values &after, TupleDesc desc, ::Oid relation)
{
	const bool link = changed(role.link, role.link_count, before, after, desc);
	const bool personal = changed(role.personal, role.personal_count, before, after, desc);
	if (!link && !personal)
		return;
	if (link)
		check_related(role, before, relation, Refusal::moved_row, true);
	check_related(role, after, relation, link ? Refusal::new_row : Refusal::masked_row, personal);
}

}  // namespace
}  // namespace guard

// The triggers themselves are plain entry points: nothing in them or above has a destructor, and the C++ they call on
// the slow way goes through pg::enter.
extern "C" {

ERASURE_EXPORT ::Datum erasure_guard_insert(FunctionCallInfo fcinfo);
ERASURE_EXPORT ::Datum erasure_guard_update(FunctionCallInfo fcinfo);
ERASURE_EXPORT ::Datum erasure_guard_delete(FunctionCallInfo fcinfo);
ERASURE_EXPORT ::Datum erasure_guard_deleted(FunctionCallInfo fcinfo);
ERASURE_EXPORT ::Datum erasure_guard_truncate(FunctionCallInfo fcinfo);
ERASURE_PLAIN_FUNCTION(erasure_guard_insert)
ERASURE_PLAIN_FUNCTION(erasure_guard_update)
ERASURE_PLAIN_FUNCTION(erasure_guard_delete)
ERASURE_PLAIN_FUNCTION(erasure_guard_deleted)
ERASURE_PLAIN_FUNCTION(erasure_guard_truncate)

// AFTER INSERT FOR EACH ROW. plain: no destructors in this function
::Datum erasure_guard_insert(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_insert", TRIGGER_EVENT_INSERT);
	const ::Oid relation = RelationGetRelid(data->tg_relation);
	const guard::Rules *rules = guard::rules_of(relation);
	if (guard::passes_anyway(rules->root, "INSERT"))
		return PointerGetDatum(nullptr);
	CommandCounterIncrement();
	const guard::Values row = guard::deform(data->tg_trigtuple, RelationGetDescr(data->tg_relation));
	for (int i = 0; i < rules->roles; ++i) {
		const guard::Role &role = rules->role[i];
		if (role.is_subject)
			guard::insert_subject(role, row, rules->root);
		else
			guard::check_related(role, row, rules->root, guard::Refusal::new_row, false);
	}
	return PointerGetDatum(nullptr);
}

// AFTER UPDATE FOR EACH ROW. plain: no destructors in this function
::Datum erasure_guard_update(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_update", TRIGGER_EVENT_UPDATE);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	if (guard::has_pass(*rules, data->tg_newtuple, false) || guard::passes_anyway(rules->root, "UPDATE"))
		return PointerGetDatum(nullptr);
	CommandCounterIncrement();
	TupleDesc desc = RelationGetDescr(data->tg_relation);
	const guard::Values before = guard::deform(data->tg_trigtuple, desc);
	const guard::Values after = guard::deform(data->tg_newtuple, desc);
	for (int i = 0; i < rules->roles; ++i) {
		const guard::Role &role = rules->role[i];
		if (role.is_subject)
			guard::update_subject(role, before, after, desc, rules->root);
		else
			guard::update_related(role, before, after, desc, rules->root);
	}
	return PointerGetDatum(nullptr);
}

// BEFORE DELETE FOR EACH ROW on subject tables: refuses early, before foreign keys complain of something else.
// plain: no destructors in this function
::Datum erasure_guard_delete(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_delete", TRIGGER_EVENT_DELETE);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	const guard::Pass *pass = guard::Pass::current();
	const bool engine = pass != nullptr && pass->relation() == rules->root && pass->step() == guard::Step::erase_delete;
	// A row of a partition may be on its way to another one: the AFTER trigger decides, as it does for the engine.
	const bool may_move = rules->root != RelationGetRelid(data->tg_relation);
	if (!engine && !may_move && !guard::passes_anyway(rules->root, "DELETE"))
		for (int i = 0; i < rules->roles; ++i)
			if (rules->role[i].is_subject)
				guard::raise(guard::Refusal::delete_subject, rules->root, rules->role[i]);
	return PointerGetDatum(data->tg_trigtuple);
}

// AFTER DELETE FOR EACH ROW. plain: no destructors in this function
::Datum erasure_guard_deleted(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_deleted", TRIGGER_EVENT_DELETE);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	if (guard::has_pass(*rules, data->tg_trigtuple, true) || guard::passes_anyway(rules->root, "DELETE"))
		return PointerGetDatum(nullptr);
	CommandCounterIncrement();
	const guard::Values row = guard::deform(data->tg_trigtuple, RelationGetDescr(data->tg_relation));
	for (int i = 0; i < rules->roles; ++i) {
		const guard::Role &role = rules->role[i];
		if (!role.is_subject) {
			// A masked subject's rows may go: there is nothing personal left in them. A held one's may not.
			guard::Values subject;
			if (guard::climb(role, row, &subject) && guard::facts_of(role, subject).held)
				guard::raise(guard::Refusal::held_row, rules->root, role);
			continue;
		}
		::Datum key[INDEX_MAX_KEYS];
		guard::subject_key(role, row, key);
		const bool moved = pg::enter<bool>([&] { return guard::key_exists(role, key); });
		if (!moved)
			guard::raise(guard::Refusal::delete_subject, rules->root, role);
	}
	return PointerGetDatum(nullptr);
}

// BEFORE TRUNCATE FOR EACH STATEMENT. plain: no destructors in this function
::Datum erasure_guard_truncate(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_truncate", TRIGGER_EVENT_TRUNCATE);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	if (guard::passes_anyway(rules->root, "TRUNCATE"))
		return PointerGetDatum(nullptr);
	for (int i = 0; i < rules->roles; ++i) {
		const guard::Role &role = rules->role[i];
		const bool refused = role.is_subject || pg::enter<bool>([&] { return guard::any_kept(role); });
		if (refused)
			guard::raise(guard::Refusal::truncate, rules->root, role);
	}
	return PointerGetDatum(nullptr);
}

}  // extern "C"
