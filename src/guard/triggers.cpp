// The guard triggers: what every statement of every client passes on its way into a declared table.
//
// The ordinary row, of a subject that was never deleted, is decided here without SQL: one look at the policy and one at the
// special subjects in backend memory. Only what meets a deleted or masked subject goes the slow way.
//
// A permanent deletion either waits for us and sees our row, or is waited for and seen by us. It locks every row of its
// subjects: for a row that was theirs before, the change's own lock is enough. The parents of a row that becomes theirs it
// locks FOR UPDATE: those are locked FOR KEY SHARE, by a foreign key or here, by one index look-up a hop.
#include "guard/called.hpp"
#include "guard/decide.hpp"
#include "guard/follow.hpp"
#include "guard/moved.hpp"
#include "guard/pass.hpp"
#include "guard/settings.hpp"
#include "pg/boundary.hpp"
#include "pg/call.hpp"

namespace guard {
namespace {

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
bool is_null(HeapTuple tuple, AttrNumber column, TupleDesc desc)
{
	bool null;
	(void)heap_getattr(tuple, column, desc, &null);
	return null;
}

// plain: no destructors in this function
// A BEFORE trigger of the user's may have changed what the engine wrote. Personal columns are checked after the step; the
// deletion time is checked here, since the guards go by it.
void check_engine_row(const Rules &rules, HeapTuple before, HeapTuple after, TupleDesc desc)
{
	const Step step = Pass::current()->step();
	for (int i = 0; i < rules.roles; ++i) {
		const Role &role = rules.role[i];
		if (!role.is_subject)
			continue;
		const bool active = is_null(after, role.deleted_at, desc);
		const bool wanted = step == Step::restore || (step != Step::soft_delete && is_null(before, role.deleted_at, desc));
		if (active != wanted)
			raise(Refusal::meddled, rules.root);
	}
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
bool all_of_strangers(const Rules &rules, HeapTuple tuple, TupleDesc desc, Under under, Concern concern)
{
	for (int i = 0; i < rules.roles; ++i)
		if (!is_of_strangers(rules.role[i], tuple, desc, under, concern))
			return false;
	return true;
}

// plain: no destructors in this function
// The second half of a move to another partition: together the halves are an UPDATE. False: the row is new.
bool arrived(const Rules &rules, HeapTuple tuple, const Values &row, TupleDesc desc)
{
	::Oid partition;
	HeapTuple old = take_moving(rules.root, tuple, &partition);
	if (old == nullptr)
		return false;
	Relation from = table_open(partition, AccessShareLock);
	const Rules *old_rules = rules_of(partition);
	if (old_rules->roles == rules.roles)
		update_row(*old_rules, deform(old, RelationGetDescr(from)), RelationGetDescr(from), rules, row, desc, tuple);
	table_close(from, NoLock);
	heap_freetuple(old);
	return old_rules->roles == rules.roles;
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
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_insert", TRIGGER_EVENT_INSERT | TRIGGER_EVENT_ROW | TRIGGER_EVENT_AFTER);
	const ::Oid relation = RelationGetRelid(data->tg_relation);
	const guard::Rules *rules = guard::rules_of(relation);
	if (guard::passes_anyway(rules->root, "INSERT"))
		return PointerGetDatum(nullptr);
	TupleDesc desc = RelationGetDescr(data->tg_relation);
	if (!guard::anything_moving() && guard::all_of_strangers(*rules, data->tg_trigtuple, desc, guard::Under::foreign_keys, guard::Concern::gone))
		return PointerGetDatum(nullptr);
	CommandCounterIncrement();
	const guard::Values row = guard::deform(data->tg_trigtuple, desc);
	if (guard::arrived(*rules, data->tg_trigtuple, row, desc))
		return PointerGetDatum(nullptr);
	guard::insert_row(*rules, row);
	return PointerGetDatum(nullptr);
}

// AFTER UPDATE FOR EACH ROW. plain: no destructors in this function
::Datum erasure_guard_update(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_update", TRIGGER_EVENT_UPDATE | TRIGGER_EVENT_ROW | TRIGGER_EVENT_AFTER);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	TupleDesc desc = RelationGetDescr(data->tg_relation);
	if (guard::has_pass(*rules, data->tg_newtuple, false)) {
		guard::check_engine_row(*rules, data->tg_trigtuple, data->tg_newtuple, desc);
		return PointerGetDatum(nullptr);
	}
	if (guard::passes_anyway(rules->root, "UPDATE"))
		return PointerGetDatum(nullptr);
	CommandCounterIncrement();
	const guard::Values before = guard::deform(data->tg_trigtuple, desc);
	const guard::Values after = guard::deform(data->tg_newtuple, desc);
	if (guard::follows_engine(*rules, before, after, desc))
		return PointerGetDatum(nullptr);
	guard::update_row(*rules, before, desc, *rules, after, desc, data->tg_newtuple);
	return PointerGetDatum(nullptr);
}

// BEFORE DELETE FOR EACH ROW on subject tables: refuses early, before foreign keys complain of something else.
// plain: no destructors in this function
::Datum erasure_guard_delete(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_delete", TRIGGER_EVENT_DELETE | TRIGGER_EVENT_ROW | TRIGGER_EVENT_BEFORE);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	const guard::Pass *pass = guard::Pass::current();
	const bool engine = pass != nullptr && pass->relation() == rules->root && pass->step() == guard::Step::erase_delete;
	// A row of a partition may be on its way to another one: the AFTER trigger decides, as it does for the engine.
	const bool may_move = rules->root != RelationGetRelid(data->tg_relation);
	if (!engine && !may_move && !guard::passes_anyway(rules->root, "DELETE"))
		for (int i = 0; i < rules->roles; ++i)
			if (rules->role[i].is_subject)
				guard::refuse_delete(rules->role[i], rules->root);
	return PointerGetDatum(data->tg_trigtuple);
}

// AFTER DELETE FOR EACH ROW. plain: no destructors in this function
::Datum erasure_guard_deleted(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_deleted", TRIGGER_EVENT_DELETE | TRIGGER_EVENT_ROW | TRIGGER_EVENT_AFTER);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	if (guard::has_pass(*rules, data->tg_trigtuple, true) || guard::passes_anyway(rules->root, "DELETE"))
		return PointerGetDatum(nullptr);
	if (guard::is_moving(data->tg_trigtuple)) {
		guard::remember_moving(rules->root, RelationGetRelid(data->tg_relation), data->tg_trigtuple);
		return PointerGetDatum(nullptr);
	}
	TupleDesc desc = RelationGetDescr(data->tg_relation);
	if (guard::all_of_strangers(*rules, data->tg_trigtuple, desc, guard::Under::row, guard::Concern::held))
		return PointerGetDatum(nullptr);
	CommandCounterIncrement();
	const guard::Values row = guard::deform(data->tg_trigtuple, desc);
	guard::delete_row(*rules, row);
	return PointerGetDatum(nullptr);
}

// BEFORE TRUNCATE FOR EACH STATEMENT. plain: no destructors in this function
::Datum erasure_guard_truncate(FunctionCallInfo fcinfo)
{
	TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_truncate", TRIGGER_EVENT_TRUNCATE | TRIGGER_EVENT_BEFORE);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	if (guard::passes_anyway(rules->root, "TRUNCATE"))
		return PointerGetDatum(nullptr);
	for (int i = 0; i < rules->roles; ++i) {
		const guard::Role &role = rules->role[i];
		const bool refused = role.is_subject || pg::enter<bool>([&] { return guard::any_kept(role); });
		if (refused)
			guard::raise_or_warn(role, guard::Refusal::truncate, {rules->root, "TRUNCATE"});
	}
	return PointerGetDatum(nullptr);
}

}  // extern "C"
