// The guards' slow way: what state a subject is in, read with a snapshot newer than the locks; refusals.
#pragma once

#include "guard/rules.hpp"

namespace guard {

enum class Found { nothing, deleted, masked, erased };

struct SubjectFacts {
	Found state = Found::nothing;
	bool held = false;
};

// The subject whose key attributes stand in these values. Under REPEATABLE READ and SERIALIZABLE raises 40001 when
// the state is newer than the transaction's snapshot.
SubjectFacts read_facts(const Role &role, const ::Datum *key);

// Of a row of a table with upward links: whether it is masked, since all to whom it belongs are masked or erased and nobody
// else needs it; and whether any of them is on hold.
struct Shared {
	bool taken = false;
	bool held = false;
};
Shared shared_standing(const Role &role, const Climb &table, const ::Datum *key);

// Whether a row of a table with links by value, as it was before a change, was masked with somebody.
bool was_taken(const Role &role, const Climb &table, const ::Datum *key, const ::Datum *values, const bool *nulls, TupleDesc desc);
// What was remembered of such a row goes where it has another value now; its key may have changed too.
void untie(const Role &role, const Climb &table, const ::Datum *before, const ::Datum *key);

// Whether a row, new or changed, holds a value that linked rows to persons who are masked or erased, and is nobody else's.
bool is_value_of_the_gone(const Role &role, const Climb &table, const ::Datum *key);

// A deleted or held subject's key changed: its entries follow.
void follow_key(const Role &role, const ::Datum *old_key, const ::Datum *new_key);

// Whether any subject of this table is on hold or masked: for TRUNCATE.
bool any_kept(const Role &role);

// Whether a row is one that the hop's condition means; evaluated as the owner of its table.
bool condition_holds(const Hop &hop, const ::Datum *values, const bool *nulls);

// The parent row through SQL, for hops without a usable index. values and nulls hold the parent's attributes.
bool fetch_by_sql(const Hop &hop, const ::Datum *child, bool lock, ::Datum *values, bool *nulls);

// erasure.bypass is on: says so in the audit log, once a statement, table and command.
void note_bypass(::Oid relation, const char *command);

enum class Refusal { delete_subject, delete_unseen, truncate, deleted_at, deleted_again, insert_deleted, erased_key, masked_row, new_row, held_row, moved_row, meddled };
// enforce => 'warn': says in the server's log what would have been refused, once a statement, table, command and kind.
void note_refusal(Refusal refusal, ::Oid relation, const char *command);
[[noreturn]] void refuse(Refusal refusal, ::Oid relation);

}  // namespace guard
