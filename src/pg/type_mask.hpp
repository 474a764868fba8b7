// What is known of a type before its values can be masked; for pg/ only.
#pragma once

#include "pg/server.hpp"

namespace pg {

// How a type's values are emptied.
enum class MaskShape {
	text,          // text, varchar: asterisks
	padded,        // char(n): asterisks, and blanks up to n
	identifier,    // name: asterisks
	one_char,      // "char": one asterisk
	foreign_text,  // text-like types of other extensions (citext), through their output and input functions
	xml,           // <masked/>
	constant,      // one neutral value
	bits,          // bit(n): zeros, as many as there were, for the type says how many
	json,
	jsonb,
	array,  // one masked element, so that their number is hidden
	row,    // every field masked
};

// What one type needs; palloc'd where the call site's state lives.
struct TypeMask {
	MemoryContext context;
	::Oid type;  // as declared, maybe a domain
	int32 asked_typmod;
	::Oid base;
	int32 typmod;  // of the base type
	MaskShape shape;
	char category;
	int16 length;
	bool by_value;
	char align;
	::Datum neutral;     // of the shapes that have one
	FmgrInfo output;     // foreign_text
	FmgrInfo equal;      // constant; fn_oid 0: compare bytes
	bool neutral_fits;   // the domain has accepted it
	DomainConstraintRef *domain;
	ExprContext *domain_context;
	TypeMask *element;       // array
	TypeMask **columns;      // row
	int column_count;
};

// In that context, which must live as long as the plan is used. Called inside a guard. Raises 42P17 when the type has
// no neutral value.
TypeMask *make_type_mask(::Oid type, int32 typmod, MemoryContext context);

}  // namespace pg
