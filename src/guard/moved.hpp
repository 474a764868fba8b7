// Rows on their way from one partition to another: such an UPDATE is a DELETE and an INSERT to the triggers, and the
// guards put the halves together again.
#pragma once

#include "pg/server.hpp"

namespace guard {

// Whether this deleted version is the first half of a move. PostgreSQL marks the tuple itself, so that a DELETE and an
// INSERT of a user's own statement are not taken for one.
bool is_moving(HeapTuple deleted);

// Keeps the first half for the second, which fires next.
void remember_moving(::Oid root, ::Oid partition, HeapTuple deleted);

// Whether there can be a first half that waits for its second.
bool anything_moving();

// The first half that belongs to an inserted row, and the partition it came from; null: the row is new.
HeapTuple take_moving(::Oid root, HeapTuple inserted, ::Oid *partition);

}  // namespace guard
