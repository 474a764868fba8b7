// What is decided of one row, under the locks that its change has: it passes, or is refused, or where the policy only warns, said to
// be refused.
#pragma once

#include "guard/climb.hpp"
#include "guard/rules.hpp"
#include "guard/state.hpp"
#include "guard/version.hpp"

namespace guard {

// What is being done, and where.
struct Doing {
	::Oid relation;
	const char *command;
};

[[noreturn]] void raise(Refusal refusal, ::Oid relation);
// Returns where the policy only warns.
void raise_or_warn(const Role &role, Refusal refusal, const Doing &doing);

void insert_row(const Rules &rules, const Values &row);
// The rules of the partitions in which the two versions lie.
void update_row(const Rules &before_rules, const Values &before, TupleDesc before_desc, const Rules &after_rules, const Values &after,
				TupleDesc after_desc, HeapTuple written);
void delete_row(const Rules &rules, const Values &row);
void refuse_delete(const Role &role, ::Oid relation);

}  // namespace guard
