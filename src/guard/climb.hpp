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

// The subjects of a related row who may be masked, erased or on hold, one for every way up; the row's own parents are
// locked FOR KEY SHARE. None: there is nothing to guard.
struct SubjectRows {
	Values *rows;
	int count;
	// Of shared rows on the way, or of the row itself: it is masked, and somebody to whom it belongs is on hold.
	bool taken;
	bool held;
};
// A row inserted just now is referred to by nobody yet.
SubjectRows climb(const Role &role, const Values &row, bool inserted);

// Whether the subject of this row can be masked, erased or on hold; asked under a lock on it, or on what leads to it.
bool is_special(const Role &role, const Values &subject);

// Whether a row that was just inserted is certainly of nobody who is masked, erased or on hold; the quick way, which does
// not look at any other row.
bool is_of_strangers(const Role &role, HeapTuple tuple, TupleDesc desc);

// Of a row of the subject table itself: the rows that it is linked to there, locked.
SubjectRows linked_subjects(const Role &role, const Values &row);

// Whether a row that was inserted, or found another parent, brings back a value that was masked.
bool brings_back_a_value(const Role &role, const Values &row);

}  // namespace guard
