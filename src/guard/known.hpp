// Who, of a subject table, is certainly neither masked, erased nor on hold: answered from this backend's memory.
//
// Memory alone would be stale the moment another session deletes somebody. So whoever writes who is masked, erased or held
// draws a number from sequence erasure.state_epoch (triggers on the extension's tables see to it), which, unlike a row,
// everybody sees at once, and which leaves the sequence locked until the end of the transaction. We read the number for
// every row, under the lock that we hold on its parent: while it is the one we loaded under, nobody can have been added.
// The locks decide who comes first: a deletion that committed before we had ours on the parent had drawn its number
// before; one that did not has to wait for us.
#pragma once

#include "pg/server.hpp"

namespace guard {

// One subject table's. Lives as long as the backend.
struct Known;

// Types whose equal values have one text, in which the extension's tables keep keys; others are always looked up.
bool is_knowable(::Oid type);

// The memory about a subject table; nothing is loaded before it is asked.
Known *known_of(int subject_id);

// What a guard asks about a person: whether masked or erased, on hold, or either.
enum class Concern { gone, held, either };

// Who of the subject table may be that now: anybody, where memory does not tell. To be asked under the lock; null knows
// nothing. Plain, as the next.
enum class Special { nobody, some, anybody };
Special special(Known *known, Concern concern);
// Where it is some: whether the one with this key can be among them. Never a false no, a false yes now and then.
bool may_be(const Known *known, Concern concern, ::Datum key, ::Oid type);

}  // namespace guard
