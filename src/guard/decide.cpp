// Follows a row to its subjects, and lets it pass or refuses it.
#include "guard/decide.hpp"

#include "guard/direct.hpp"
#include "guard/direct_delete.hpp"
#include "pg/boundary.hpp"

namespace guard {

// plain: no destructors in this function
[[noreturn]] void raise(Refusal refusal, ::Oid relation)
{
	pg::enter<bool>([&]() -> bool { refuse(refusal, relation); });
	pg_unreachable();
}

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

namespace {

// plain: no destructors in this function
void subject_key(const Role &role, const Values &subject, ::Datum *key)
{
	for (int i = 0; i < role.keys; ++i)
		key[i] = subject.values[role.key[i] - 1];
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
// A row that would be a record of a masked or erased person.
void check_linked(const Role &role, const Values &row, const Doing &doing)
{
	const SubjectRows subjects = linked_subjects(role, row);
	for (int i = 0; i < subjects.count; ++i)
		if (!subjects.rows[i].nulls[role.deleted_at - 1] && is_final(facts_of(role, subjects.rows[i]).state))
			raise_or_warn(role, Refusal::new_row, doing);
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

}  // namespace

// plain: no destructors in this function
void insert_row(const Rules &rules, const Values &row)
{
	const Doing doing{rules.root, "INSERT"};
	for (int i = 0; i < rules.roles; ++i) {
		const Role &role = rules.role[i];
		if (role.is_subject)
			insert_subject(role, row, doing);
		else
			check_related(role, row, doing, Refusal::new_row, false, Under::foreign_keys);
	}
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
void delete_row(const Rules &rules, const Values &row)
{
	for (int i = 0; i < rules.roles; ++i) {
		const Role &role = rules.role[i];
		if (role.is_subject) {
			refuse_delete(role, rules.root);
			continue;
		}
		// A masked subject's rows may go: there is nothing personal left in them. A held one's may not.
		const SubjectRows subjects = climb(role, row, Under::row, Concern::held);
		bool held = subjects.held;
		for (int at = 0; !held && at < subjects.count; ++at)
			held = facts_of(role, subjects.rows[at]).held;
		if (held)
			raise_or_warn(role, Refusal::held_row, {rules.root, "DELETE"});
	}
}

}  // namespace guard
