// What the default mask of a type gives, as text, for types where that does not depend on the value.
#include "pg/boundary.hpp"
#include "pg/mask_value.hpp"
#include "pg/type_mask.hpp"

extern "C" {
#include "lib/stringinfo.h"
}

namespace pg {
namespace {

// plain: no destructors in this function
const char *sample_of(::Oid type, int32 typmod);

// One part of an array or a row, quoted as their input functions read it.
// plain: no destructors in this function
void append_part(StringInfo text, const char *part)
{
	appendStringInfoChar(text, '"');
	for (const char *at = part; *at != '\0'; ++at) {
		if (*at == '"' || *at == '\\')
			appendStringInfoChar(text, '\\');
		appendStringInfoChar(text, *at);
	}
	appendStringInfoChar(text, '"');
}

// plain: no destructors in this function
const char *row_sample(::Oid type)
{
	StringInfoData text;
	initStringInfo(&text);
	appendStringInfoChar(&text, '(');
	TupleDesc row = lookup_rowtype_tupdesc(type, -1);
	bool known = true;
	bool first = true;
	for (int i = 0; known && i < row->natts; ++i) {
		if (TupleDescAttr(row, i)->attisdropped)
			continue;
		const char *part = sample_of(TupleDescAttr(row, i)->atttypid, TupleDescAttr(row, i)->atttypmod);
		known = part != nullptr;
		if (!first)
			appendStringInfoChar(&text, ',');
		first = false;
		if (known)
			append_part(&text, part);
	}
	ReleaseTupleDesc(row);
	appendStringInfoChar(&text, ')');
	return known ? text.data : nullptr;
}

// plain: no destructors in this function
const char *array_sample(::Oid element, int32 typmod)
{
	const char *part = sample_of(element, typmod);
	if (part == nullptr)
		return nullptr;
	StringInfoData text;
	initStringInfo(&text);
	appendStringInfoChar(&text, '{');
	append_part(&text, part);
	appendStringInfoChar(&text, '}');
	return text.data;
}

// plain: no destructors in this function
const char *zeros(int32 bits)
{
	char *text = static_cast<char *>(palloc0(static_cast<Size>(bits > 0 ? bits : 1) + 1));
	memset(text, '0', static_cast<Size>(bits > 0 ? bits : 1));
	return text;
}

// plain: no destructors in this function
const char *sample_of(::Oid type, int32 typmod)
{
	check_stack_depth();
	const TypeMask *mask = make_type_mask(type, typmod, CurrentMemoryContext);
	switch (mask->shape) {
		case MaskShape::json:
		case MaskShape::jsonb:
			return nullptr;
		case MaskShape::array:
			return array_sample(get_element_type(mask->base), mask->typmod);
		case MaskShape::row:
			return mask->base == RECORDOID ? nullptr : row_sample(mask->base);
		case MaskShape::bits:
			return zeros(mask->typmod);
		default: {
			::Oid function;
			bool varlena;
			getTypeOutputInfo(mask->base, &function, &varlena);
			return OidOutputFunctionCall(function, mask->neutral);
		}
	}
}

}  // namespace

Text mask_sample(Oid type, std::int32_t typmod)
{
	const char *text = guarded([=] { return sample_of(type, typmod); });
	return text ? Text(text) : std::nullopt;
}

}  // namespace pg
