// From a row up to its subject, parent by parent, without SQL where an index allows.
#pragma once

#include "guard/known.hpp"
#include "guard/rules.hpp"

namespace guard {

// The attributes of a row.
struct Values {
	::Datum *values;
	bool *nulls;
};

Values deform(HeapTuple tuple, TupleDesc desc);

// What a permanent deletion, or a hold, has to wait for, if it began after we looked.
enum class Under {
	nothing,       // so the row's parents are locked FOR KEY SHARE
	foreign_keys,  // they have locked the parents of the new row, where there are any
	row,           // the change itself has locked the row, which was its subject's before
};

// The subjects of a related row who may be what is asked, one for every way up. None: there is nothing to guard.
struct SubjectRows {
	Values *rows;
	int count;
	// Of shared rows on the way, or of the row itself: it is masked, and somebody to whom it belongs is on hold.
	bool taken;
	bool held;
};
SubjectRows climb(const Role &role, const Values &row, Under under, Concern concern);

// Whether the subject of this row can be that; asked under a lock on it, or on what leads to it.
bool is_special(const Role &role, const Values &subject, Concern concern);

// Whether a row is certainly of nobody who is that; the quick way, which does not look at any other row.
bool is_of_strangers(const Role &role, HeapTuple tuple, TupleDesc desc, Under under, Concern concern);

// Of a row of the subject table itself: the rows that it is linked to there, locked.
SubjectRows linked_subjects(const Role &role, const Values &row);

// Whether a row that was inserted, or found another parent, brings back a value that was masked.
bool brings_back_a_value(const Role &role, const Values &row);

// Whether a row that values tie to persons was masked with them, before it was given a value that somebody else holds.
bool was_masked(const Role &role, const Values &row, TupleDesc desc);

// After a change of columns that link rows: a row that was left to others, and has another value now, is theirs alone.
void untie_values(const Role &before_role, const Values &before, const Role &role, const Values &row);

}  // namespace guard
