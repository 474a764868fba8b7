// Masks a value of any type: by its plan, made once a call site and kept with it; arrays and rows part by part.
#include "pg/mask_value.hpp"

#include "core/mask.hpp"
#include "pg/boundary.hpp"
#include "pg/mask_json.hpp"
#include "pg/type_mask.hpp"

extern "C" {
#include "access/detoast.h"
#include "utils/datum.h"
#include "utils/varbit.h"
}

namespace pg {
namespace {

// plain: no destructors in this function
bool is_text_shape(MaskShape shape)
{
	return shape <= MaskShape::foreign_text;
}

// The bytes of a value of a text shape.
// plain: no destructors in this function
std::string_view view_of(TypeMask *plan, ::Datum value)
{
	switch (plan->shape) {
		case MaskShape::identifier:
			return NameStr(*DatumGetName(value));
		case MaskShape::foreign_text:
			return OutputFunctionCall(&plan->output, value);
		default: {
			text *bytes = DatumGetTextPP(value);
			int length = static_cast<int>(VARSIZE_ANY_EXHDR(bytes));
			if (plan->shape == MaskShape::padded)
				length = bpchartruelen(VARDATA_ANY(bytes), length);
			return {VARDATA_ANY(bytes), static_cast<std::size_t>(length)};
		}
	}
}

// plain: no destructors in this function
bool is_empty_text(TypeMask *plan, ::Datum value)
{
	switch (plan->shape) {
		case MaskShape::one_char:
			return DatumGetChar(value) == '\0';
		case MaskShape::text:
		case MaskShape::xml:
			return toast_raw_datum_size(value) <= VARHDRSZ;
		default:
			return view_of(plan, value).empty();
	}
}

::Datum mask_datum(TypeMask *plan, ::Datum value);
bool datum_is_masked(TypeMask *plan, ::Datum value, core::Encoding encoding);

// plain: no destructors in this function
::Datum mask_bits(::Datum value)
{
	VarBit *bits = DatumGetVarBitP(value);
	auto *result = static_cast<VarBit *>(palloc0(VARSIZE(bits)));
	SET_VARSIZE(result, VARSIZE(bits));
	VARBITLEN(result) = VARBITLEN(bits);
	return VarBitPGetDatum(result);
}

// plain: no destructors in this function
TypeMask *element_plan(TypeMask *plan, const ArrayType *array)
{
	if (plan->element == nullptr)
		plan->element = make_type_mask(ARR_ELEMTYPE(array), plan->typmod, plan->context);
	return plan->element;
}

// The first element that is not NULL, masked; {NULL} where there is none. An empty array stays.
// plain: no destructors in this function
::Datum mask_array(TypeMask *plan, ::Datum value)
{
	ArrayType *array = DatumGetArrayTypeP(value);
	if (ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array)) == 0)
		return value;
	TypeMask *element = element_plan(plan, array);
	ArrayIterator iterator = array_create_iterator(array, 0, nullptr);
	::Datum first = 0;
	bool null = true;
	while (null && array_iterate(iterator, &first, &null)) {
	}
	array_free_iterator(iterator);
	if (!null)
		first = mask_datum(element, first);
	int dims[1] = {1};
	// int2vector and oidvector count from 0.
	int lower[1] = {plan->base == INT2VECTOROID || plan->base == OIDVECTOROID ? 0 : 1};
	return PointerGetDatum(construct_md_array(&first, &null, 1, dims, lower, element->type, element->length,
											  element->by_value, element->align));
}

// plain: no destructors in this function
bool array_is_masked(TypeMask *plan, ::Datum value, core::Encoding encoding)
{
	ArrayType *array = DatumGetArrayTypeP(value);
	TypeMask *element = element_plan(plan, array);
	ArrayIterator iterator = array_create_iterator(array, 0, nullptr);
	::Datum item;
	bool null;
	while (array_iterate(iterator, &item, &null))
		if (!null && !datum_is_masked(element, item, encoding))
			return false;
	return true;
}

// A row taken apart; its description must be released.
struct Fields {
	TupleDesc desc;
	::Datum *values;
	bool *nulls;
};

// plain: no destructors in this function
Fields open_row(TypeMask *plan, ::Datum value)
{
	HeapTupleHeader header = DatumGetHeapTupleHeader(value);
	Fields row;
	row.desc = lookup_rowtype_tupdesc(HeapTupleHeaderGetTypeId(header), HeapTupleHeaderGetTypMod(header));
	const auto count = static_cast<Size>(row.desc->natts);
	HeapTupleData tuple{};
	tuple.t_len = HeapTupleHeaderGetDatumLength(header);
	tuple.t_data = header;
	row.values = static_cast<::Datum *>(palloc(sizeof(::Datum) * (count + 1)));
	row.nulls = static_cast<bool *>(palloc(sizeof(bool) * (count + 1)));
	heap_deform_tuple(&tuple, row.desc, row.values, row.nulls);
	if (plan->column_count < row.desc->natts) {
		plan->columns = static_cast<TypeMask **>(MemoryContextAllocZero(plan->context, sizeof(TypeMask *) * count));
		plan->column_count = row.desc->natts;
	}
	return row;
}

// A record's fields may differ from one row to the next.
// plain: no destructors in this function
TypeMask *column_plan(TypeMask *plan, TupleDesc desc, int i)
{
	const Form_pg_attribute column = TupleDescAttr(desc, i);
	TypeMask *&known = plan->columns[i];
	if (known == nullptr || known->type != column->atttypid || known->asked_typmod != column->atttypmod)
		known = make_type_mask(column->atttypid, column->atttypmod, plan->context);
	return known;
}

// plain: no destructors in this function
::Datum mask_row(TypeMask *plan, ::Datum value)
{
	const Fields row = open_row(plan, value);
	for (int i = 0; i < row.desc->natts; ++i) {
		row.nulls[i] = row.nulls[i] || TupleDescAttr(row.desc, i)->attisdropped;
		if (!row.nulls[i])
			row.values[i] = mask_datum(column_plan(plan, row.desc, i), row.values[i]);
	}
	const ::Datum result = HeapTupleGetDatum(heap_form_tuple(row.desc, row.values, row.nulls));
	ReleaseTupleDesc(row.desc);
	return result;
}

// plain: no destructors in this function
bool row_is_masked(TypeMask *plan, ::Datum value, core::Encoding encoding)
{
	const Fields row = open_row(plan, value);
	bool masked = true;
	for (int i = 0; masked && i < row.desc->natts; ++i)
		if (!row.nulls[i] && !TupleDescAttr(row.desc, i)->attisdropped)
			masked = datum_is_masked(column_plan(plan, row.desc, i), row.values[i], encoding);
	ReleaseTupleDesc(row.desc);
	return masked;
}

// Not domain_check(): whoever declares a policy needs to be told about the mask, not about a value.
// plain: no destructors in this function
void check_domain(TypeMask *plan, ::Datum masked)
{
	UpdateDomainConstraintRef(plan->domain);
	ExprContext *context = plan->domain_context;
	ListCell *cell;
	foreach (cell, plan->domain->constraints) {
		auto *constraint = static_cast<DomainConstraintState *>(lfirst(cell));
		if (constraint->constrainttype != DOM_CONSTRAINT_CHECK)
			continue;  // NOT NULL: a mask is not
		context->domainValue_datum = masked;
		context->domainValue_isNull = false;
		if (!ExecCheck(constraint->check_exprstate, context))
			ereport(ERROR, (errcode(ERRCODE_INVALID_OBJECT_DEFINITION),
							errmsg("domain %s refuses its mask", format_type_be(plan->type)),
							errdetail("The neutral value of type %s violates the domain's constraint \"%s\".",
									  format_type_be(plan->base), constraint->name),
							errhint("For a column of this type use erasure.set_mask(relation, column_name, 'null').")));
	}
	ReScanExprContext(context);
}

// plain: no destructors in this function
::Datum mask_shape(TypeMask *plan, ::Datum value)
{
	switch (plan->shape) {
		case MaskShape::constant:
			return plan->neutral;
		case MaskShape::bits:
			return mask_bits(value);
		case MaskShape::json:
			return PointerGetDatum(mask_json_leaves(DatumGetTextPP(value)));
		case MaskShape::jsonb:
			return JsonbPGetDatum(mask_jsonb_leaves(DatumGetJsonbP(value)));
		case MaskShape::array:
			return mask_array(plan, value);
		case MaskShape::row:
			return mask_row(plan, value);
		default:
			return is_empty_text(plan, value) ? value : plan->neutral;
	}
}

// plain: no destructors in this function
::Datum mask_datum(TypeMask *plan, ::Datum value)
{
	check_stack_depth();
	const ::Datum result = mask_shape(plan, value);
	const bool neutral = plan->shape == MaskShape::constant || (is_text_shape(plan->shape) && result != value);
	if (plan->domain != nullptr && result != value && !(neutral && plan->neutral_fits)) {
		check_domain(plan, result);
		plan->neutral_fits = neutral;
	}
	return result;
}

// plain: no destructors in this function
bool datum_is_masked(TypeMask *plan, ::Datum value, core::Encoding encoding)
{
	check_stack_depth();
	switch (plan->shape) {
		case MaskShape::one_char:
			return DatumGetChar(value) == '*' || DatumGetChar(value) == '\0';
		case MaskShape::xml:
			return is_empty_text(plan, value) || view_of(plan, value) == "<masked/>";
		case MaskShape::constant:
			if (OidIsValid(plan->equal.fn_oid))
				return DatumGetBool(FunctionCall2(&plan->equal, value, plan->neutral));
			return datum_image_eq(value, plan->neutral, plan->by_value, plan->length);
		case MaskShape::bits:
			return datum_image_eq(value, mask_bits(value), false, -1);
		case MaskShape::json:
			return json_leaves_masked(DatumGetTextPP(value), encoding);
		case MaskShape::jsonb:
			return jsonb_leaves_masked(DatumGetJsonbP(value), encoding);
		case MaskShape::array:
			return array_is_masked(plan, value, encoding);
		case MaskShape::row:
			return row_is_masked(plan, value, encoding);
		default:
			return core::is_masked(view_of(plan, value), encoding);
	}
}

// plain: no destructors in this function
TypeMask *plan_of(FunctionCallInfo fcinfo, int argument)
{
	if (fcinfo->flinfo->fn_extra == nullptr) {
		const ::Oid type = get_fn_expr_argtype(fcinfo->flinfo, argument);
		if (!OidIsValid(type))
			ereport(ERROR, (errcode(ERRCODE_INDETERMINATE_DATATYPE),
							errmsg("could not determine the type of the value")));
		fcinfo->flinfo->fn_extra = make_type_mask(type, -1, fcinfo->flinfo->fn_mcxt);
	}
	return static_cast<TypeMask *>(fcinfo->flinfo->fn_extra);
}

int char_length(const unsigned char *at, std::size_t remaining)
{
	// A lead byte alone: PostgreSQL would look at the byte after it (GB18030, MULE_INTERNAL).
	if (remaining < 2 || !IS_HIGHBIT_SET(*at))
		return 1;
	return pg_encoding_mblen(GetDatabaseEncoding(), reinterpret_cast<const char *>(at));
}

bool stored_elsewhere(const struct varlena *value)
{
	return VARATT_IS_EXTERNAL(value) || VARATT_IS_COMPRESSED(value);
}

}  // namespace

core::Encoding database_encoding()
{
	const int encoding = GetDatabaseEncoding();
	if (encoding == PG_UTF8)
		return core::utf8();
	return pg_encoding_max_length(encoding) == 1 ? core::single_byte() : core::Encoding{&char_length};
}

std::string_view text_view(const Call &call, int argument)
{
	auto *value = reinterpret_cast<struct varlena *>(DatumGetPointer(call.datum(argument)));
	if (stored_elsewhere(value))
		value = guarded([value] { return pg_detoast_datum_packed(value); });
	return {VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)};
}

bool text_is_empty(const Call &call, int argument)
{
	const ::Datum value = call.datum(argument);
	const auto *header = reinterpret_cast<const struct varlena *>(DatumGetPointer(value));
	if (stored_elsewhere(header))
		return guarded([value] { return toast_raw_datum_size(value) <= VARHDRSZ; });
	return VARSIZE_ANY_EXHDR(header) == 0;
}

Datum text_datum(std::string_view bytes)
{
	const auto length = static_cast<int>(bytes.size());
	return guarded([=] { return PointerGetDatum(cstring_to_text_with_len(bytes.data(), length)); });
}

Datum masked(const Call &call, int argument)
{
	auto *fcinfo = static_cast<FunctionCallInfo>(call.raw());
	const ::Datum value = call.datum(argument);
	return guarded([=] {
		TypeMask *plan = plan_of(fcinfo, argument);
		const ::Datum result = mask_datum(plan, value);
		// The plan keeps its own.
		return result == plan->neutral && !plan->by_value ? datumCopy(result, false, plan->length) : result;
	});
}

bool is_masked(const Call &call, int argument)
{
	auto *fcinfo = static_cast<FunctionCallInfo>(call.raw());
	const ::Datum value = call.datum(argument);
	return guarded([=] { return datum_is_masked(plan_of(fcinfo, argument), value, database_encoding()); });
}

}  // namespace pg
