// The changes that foreign keys carry on from the engine's own statement.
#pragma once

#include "guard/climb.hpp"

namespace guard {

// Whether every guarded column in which the versions of a row differ has the value that the running step of the engine gave
// to the row it refers to, in place of the value that it had there before: ON UPDATE CASCADE, over any number of tables.
bool follows_engine(const Rules &rules, const Values &before, const Values &after, TupleDesc desc);

}  // namespace guard
