// From a row up to its subject, parent by parent, without SQL where an index allows.
#pragma once

#include "guard/rules.hpp"

namespace guard {

// The attributes of a row.
struct Values {
	::Datum *values;
	bool *nulls;
};

Values deform(HeapTuple tuple, TupleDesc desc);

// The subject of a related row, the row's own parent locked FOR KEY SHARE. False: it has none, so there is nothing to guard.
bool climb(const Role &role, const Values &row, Values *subject);

}  // namespace guard
