// The guard triggers: what every statement of every client passes on its way into a declared table.
//
// The ordinary row, of a subject that was never deleted, is decided here without SQL: one look at the policy and one at the
// special subjects in backend memory. Only what meets a deleted or masked subject goes the slow way.
//
// A permanent deletion either waits for us and sees our row, or is waited for and seen by us. It locks every row of its
// subjects: for a row that was theirs before, the change's own lock is enough. The parents of a row that becomes theirs it
// locks FOR UPDATE: those are locked FOR KEY SHARE, by a foreign key or here, by one index look-up a hop.
#include "guard/climb.hpp"
#include "guard/direct.hpp"
#include "guard/direct_delete.hpp"
#include "guard/follow.hpp"
#include "guard/moved.hpp"
#include "guard/pass.hpp"
#include "guard/rules.hpp"
#include "guard/settings.hpp"
#include "guard/state.hpp"
#include "guard/version.hpp"
#include "pg/boundary.hpp"
#include "pg/call.hpp"

namespace guard {
namespace {

// plain: no destructors in this function
void subject_key(const Role &role, const Values &subject, ::Datum *key)
{
	for (int i = 0; i < role.keys; ++i)
		key[i] = subject.values[role.key[i] - 1];
}

// plain: no destructors in this function
[[noreturn]] void raise(Refusal refusal, ::Oid relation)
{
	pg::enter<bool>([&]() -> bool { refuse(refusal, relation); });
	pg_unreachable();
}

// What is being done, and where.
struct Doing {
	::Oid relation;
	const char *command;
};

// plain: no destructors in this function
// Returns where the policy only warns.
void raise_or_warn(const Role &role, Refusal refusal, const Doing &doing)
{
	if (!role.warns)
		raise(refusal, doing.relation);
	pg::enter<bool>([&] {
		note_refusal(refusal, doing.relation, doing.command);
		return true;
	});
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
bool is_final(Found state)
{
	return state == Found::masked || state == Found::erased;
}

// plain: no destructors in this function
void check_related(const Role &role, const Values &row, const Doing &doing, Refusal refusal, bool look_for_hold, Under under, bool known_not_taken = false)
{
	const SubjectRows subjects = climb(role, row, under, look_for_hold ? Concern::either : Concern::gone);
	if ((subjects.taken && !known_not_taken) || (refusal == Refusal::new_row && brings_back_a_value(role, row)))
		raise_or_warn(role, refusal, doing);
	if (look_for_hold && subjects.held)
		raise_or_warn(role, Refusal::held_row, doing);
	for (int i = 0; i < subjects.count; ++i) {
		const Values &subject = subjects.rows[i];
		const bool deleted = !subject.nulls[role.deleted_at - 1];
		if (!deleted && !look_for_hold)
			continue;
		const SubjectFacts facts = facts_of(role, subject);
		if (deleted && is_final(facts.state))
			raise_or_warn(role, refusal, doing);
		if (look_for_hold && facts.held)
			raise_or_warn(role, Refusal::held_row, doing);
	}
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
// Anybody can put the function on a table of their own, at another event: it would find no row where it looks for one.
TriggerData *trigger_data(FunctionCallInfo fcinfo, const char *name, TriggerEvent event)
{
	auto *data = reinterpret_cast<TriggerData *>(fcinfo->context);
	constexpr TriggerEvent kinds = TRIGGER_EVENT_OPMASK | TRIGGER_EVENT_ROW | TRIGGER_EVENT_TIMINGMASK;
	if (!CALLED_AS_TRIGGER(fcinfo) || (data->tg_event & kinds) != event)
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED), errmsg("function \"%s\" was not called as its trigger", name)));
	return data;
}

// plain: no destructors in this function
// A row that would be a record of a masked or erased person.
void check_linked(const Role &role, const Values &row, const Doing &doing)
{
	const SubjectRows subjects = linked_subjects(role, row);
	for (int i = 0; i < subjects.count; ++i)
		if (!subjects.rows[i].nulls[role.deleted_at - 1] && is_final(facts_of(role, subjects.rows[i]).state))
			raise_or_warn(role, Refusal::new_row, doing);
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
void insert_subject(const Role &role, const Values &row, const Doing &doing)
{
	if (!row.nulls[role.deleted_at - 1])
		raise_or_warn(role, Refusal::insert_deleted, doing);
	if (role.check_inserted_key && is_special(role, row, Concern::gone) && is_final(facts_of(role, row).state))
		raise_or_warn(role, Refusal::erased_key, doing);
	check_linked(role, row, doing);
}

// plain: no destructors in this function
bool is_direct_delete(const Version &after)
{
	const int at = after.role.deleted_at - 1;
	return after.role.direct_delete && wrote_by_deleting(after.written) && is_time_of_deleting(TupleDescAttr(after.desc, at), after.row.values[at]);
}

// plain: no destructors in this function
// A client's own soft delete or restore; whether it is one to take down.
bool is_direct(const Version &before, const Version &after, const Doing &doing)
{
	const Role &role = after.role;
	const bool was_deleted = !before.row.nulls[before.role.deleted_at - 1];
	if (!role.direct_soft_delete && (was_deleted || !is_direct_delete(after)))
		raise_or_warn(role, Refusal::deleted_at, doing);
	else if (was_deleted && is_special(before.role, before.row, Concern::gone) && is_final(facts_of(before.role, before.row).state))
		raise_or_warn(role, Refusal::masked_row, doing);
	else if (was_deleted && !after.row.nulls[role.deleted_at - 1])
		raise_or_warn(role, Refusal::deleted_again, doing);
	else
		return true;
	return false;
}

// plain: no destructors in this function
// A DELETE whose row is as it was: it would be told to have been deleted.
void require_deleted(const Version &before, const Version &after, ::Oid relation)
{
	const Role &role = after.role;
	if (role.direct_delete && after.row.nulls[role.deleted_at - 1] && wrote_by_deleting(after.written) && !personal_changed(before, after) &&
		!link_changed(before, after))
		raise(Refusal::meddled, relation);
}

// plain: no destructors in this function
void update_values(const Version &before, const Version &after, const Doing &doing)
{
	const Role &role = after.role;
	const bool key = key_changed(before, after);
	if (!key && !personal_changed(before, after) && !link_changed(before, after))
		return;
	if (!before.row.nulls[before.role.deleted_at - 1] && is_final(facts_of(before.role, before.row).state))
		raise_or_warn(role, Refusal::masked_row, doing);
	if (link_changed(before, after))
		check_linked(role, after.row, doing);
	if (!key)
		return;
	if (role.check_inserted_key && is_special(role, after.row, Concern::gone) && is_final(facts_of(role, after.row).state))
		raise_or_warn(role, Refusal::erased_key, doing);
	::Datum from[INDEX_MAX_KEYS];
	::Datum to[INDEX_MAX_KEYS];
	subject_key(before.role, before.row, from);
	subject_key(role, after.row, to);
	pg::enter<bool>([&] {
		follow_key(role, from, to);
		return true;
	});
}

// plain: no destructors in this function
void update_subject(const Version &before, const Version &after, const Doing &doing)
{
	const Role &role = after.role;
	const bool moved = differs(before, before.role.deleted_at, after, role.deleted_at);
	if (!moved)
		require_deleted(before, after, doing.relation);
	const bool direct = moved && is_direct(before, after, doing);
	update_values(before, after, doing);
	if (direct)
		note_direct(role, after.row, after.row.nulls[role.deleted_at - 1]);
}

// plain: no destructors in this function
void update_related(const Version &before, const Version &after, const Doing &doing)
{
	const bool link = link_changed(before, after);
	const bool personal = personal_changed(before, after);
	if (!link && !personal)
		return;
	if (link) {
		// Who holds a value is asked of the row as it is now: what it was before decides whether it was masked.
		const bool by_value = before.role.self.only_values;
		if (by_value && was_masked(before.role, before.row, before.desc))
			raise_or_warn(before.role, Refusal::moved_row, doing);
		check_related(before.role, before.row, doing, Refusal::moved_row, true, Under::nothing, by_value);
		untie_values(before.role, before.row, after.role, after.row);
	}
	check_related(after.role, after.row, doing, link ? Refusal::new_row : Refusal::masked_row, personal, link ? Under::nothing : Under::row);
}

// plain: no destructors in this function
void update_row(const Rules &before_rules, const Values &before, TupleDesc before_desc, const Rules &after_rules, const Values &after,
				TupleDesc after_desc, HeapTuple written)
{
	const Doing doing{after_rules.root, "UPDATE"};
	for (int i = 0; i < after_rules.roles; ++i) {
		const Version from{before_rules.role[i], before, before_desc, nullptr};
		const Version to{after_rules.role[i], after, after_desc, written};
		if (to.role.is_subject)
			update_subject(from, to, doing);
		else
			update_related(from, to, doing);
	}
}

// plain: no destructors in this function
void refuse_delete(const Role &role, ::Oid relation)
{
	raise_or_warn(role, role.direct_delete ? Refusal::delete_unseen : Refusal::delete_subject, {relation, "DELETE"});
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
	for (int i = 0; i < rules->roles; ++i) {
		const guard::Role &role = rules->role[i];
		if (role.is_subject)
			guard::insert_subject(role, row, {rules->root, "INSERT"});
		else
			guard::check_related(role, row, {rules->root, "INSERT"}, guard::Refusal::new_row, false, guard::Under::foreign_keys);
	}
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
	for (int i = 0; i < rules->roles; ++i) {
		const guard::Role &role = rules->role[i];
		if (!role.is_subject) {
			// A masked subject's rows may go: there is nothing personal left in them. A held one's may not.
			const guard::SubjectRows subjects = guard::climb(role, row, guard::Under::row, guard::Concern::held);
			if (subjects.held)
				guard::raise_or_warn(role, guard::Refusal::held_row, {rules->root, "DELETE"});
			for (int at = 0; at < subjects.count; ++at)
				if (guard::facts_of(role, subjects.rows[at]).held)
					guard::raise_or_warn(role, guard::Refusal::held_row, {rules->root, "DELETE"});
			continue;
		}
		guard::refuse_delete(role, rules->root);
	}
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
