// The two versions of a row that an UPDATE changed, and what differs between them.
#pragma once

#include "guard/climb.hpp"
#include "guard/rules.hpp"

namespace guard {

// A version of a row with the rules of the partition it lies in; attribute numbers may differ from another partition's.
struct Version {
	const Role &role;
	const Values &row;
	TupleDesc desc;
	HeapTuple written;  // the new version as it stands in the table
};

// Binary inequality after detoasting: what is stored, not what compares equal.
bool differs(const Version &before, AttrNumber before_column, const Version &after, AttrNumber after_column);
bool key_changed(const Version &before, const Version &after);
bool personal_changed(const Version &before, const Version &after);
bool link_changed(const Version &before, const Version &after);

}  // namespace guard
