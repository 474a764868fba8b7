// Which mask a type gets and the neutral value it is made of.
#include "pg/type_mask.hpp"

#include "core/mask.hpp"

extern "C" {
#include "tsearch/ts_type.h"
}

namespace pg {
namespace {

struct Neutral {
	::Oid type;
	const char *text;
};

// Read by the type's input function; numbers ('0'), ranges ('empty') and multiranges ('{}') are not listed.
constexpr Neutral kNeutrals[] = {
	{BOOLOID, "false"},
	{DATEOID, "1970-01-01"},
	{TIMESTAMPOID, "1970-01-01 00:00:00"},
	{TIMESTAMPTZOID, "1970-01-01 00:00:00+00"},
	{TIMEOID, "00:00:00"},
	{TIMETZOID, "00:00:00+00"},
	{INTERVALOID, "0"},
	{UUIDOID, "00000000-0000-0000-0000-000000000000"},
	{INETOID, "0.0.0.0"},
	{CIDROID, "0.0.0.0/0"},
	{MACADDROID, "00:00:00:00:00:00"},
	{MACADDR8OID, "00:00:00:00:00:00:00:00"},
	{BYTEAOID, ""},
	{VARBITOID, ""},
	{TSVECTOROID, ""},
	{POINTOID, "(0,0)"},
	{LINEOID, "{0,1,0}"},
	{LSEGOID, "[(0,0),(0,0)]"},
	{BOXOID, "(0,0),(0,0)"},
	{PATHOID, "((0,0))"},
	{POLYGONOID, "((0,0))"},
	{CIRCLEOID, "<(0,0),0>"},
};

const char *neutral_text(::Oid type)
{
	for (const Neutral &n : kNeutrals)
		if (n.type == type)
			return n.text;
	return nullptr;
}

// plain: no destructors in this function
void refuse_type(::Oid type)
{
	ereport(ERROR, (errcode(ERRCODE_INVALID_OBJECT_DEFINITION),
					errmsg("type %s has no default mask", format_type_be(type)),
					errdetail("None of its values is known to be neutral."),
					errhint("For a column of this type use erasure.set_mask(relation, column_name, 'null').")));
}

// plain: no destructors in this function
::Datum from_text(const TypeMask *plan, const char *value)
{
	::Oid function;
	::Oid parameter;
	getTypeInputInfo(plan->base, &function, &parameter);
	return OidInputFunctionCall(function, const_cast<char *>(value), parameter, plan->typmod);
}

// Asterisks, cut to the n of varchar(n) and char(n) where it is known: in rows, and below domains.
// plain: no destructors in this function
const char *stars(const TypeMask *plan)
{
	char *result = pnstrdup(core::kStars.data(), core::kStars.size());
	const bool limited = plan->typmod > static_cast<int32>(VARHDRSZ) && plan->shape != MaskShape::foreign_text;
	if (limited && static_cast<std::size_t>(plan->typmod) - VARHDRSZ < core::kStars.size())
		result[plan->typmod - static_cast<int32>(VARHDRSZ)] = '\0';
	return result;
}

// The first label by sort order, with enum_first's own refusal of a label that may yet be rolled back.
// plain: no destructors in this function
::Datum first_label(::Oid type)
{
	FmgrInfo function;
	fmgr_info(F_ENUM_FIRST, &function);
	Expr *argument = reinterpret_cast<Expr *>(makeNullConst(type, -1, InvalidOid));
	function.fn_expr = reinterpret_cast<Node *>(
		makeFuncExpr(F_ENUM_FIRST, type, list_make1(argument), InvalidOid, InvalidOid, COERCE_EXPLICIT_CALL));
	return FunctionCall1(&function, 0);
}

// Not by its input function, which tells the client that the query is empty.
::Datum empty_tsquery()
{
	auto query = static_cast<TSQuery>(palloc0(HDRSIZETQ));
	SET_VARSIZE(query, HDRSIZETQ);
	return TSQueryGetDatum(query);
}

// plain: no destructors in this function
MaskShape shape_of(const TypeMask *plan)
{
	switch (plan->base) {
		case TEXTOID:
		case VARCHAROID:
			return MaskShape::text;
		case BPCHAROID:
			return MaskShape::padded;
		case NAMEOID:
			return MaskShape::identifier;
		case CHAROID:
			return MaskShape::one_char;
		case XMLOID:
			return MaskShape::xml;
		case BITOID:
			return MaskShape::bits;
		case JSONOID:
			return MaskShape::json;
		case JSONBOID:
			return MaskShape::jsonb;
		case RECORDOID:
			return MaskShape::row;
		case TSQUERYOID:
			return MaskShape::constant;
		default:
			break;
	}
	switch (get_typtype(plan->base)) {
		case TYPTYPE_COMPOSITE:
			return MaskShape::row;
		case TYPTYPE_ENUM:
		case TYPTYPE_RANGE:
		case TYPTYPE_MULTIRANGE:
			return MaskShape::constant;
		case TYPTYPE_BASE:
			break;
		default:
			refuse_type(plan->type);
	}
	if (OidIsValid(get_element_type(plan->base)))
		return MaskShape::array;
	const bool builtin = plan->base < FirstNormalObjectId;
	if (neutral_text(plan->base) != nullptr || (builtin && plan->category == TYPCATEGORY_NUMERIC))
		return MaskShape::constant;
	if (!builtin && plan->category == TYPCATEGORY_STRING)
		return MaskShape::foreign_text;
	refuse_type(plan->type);
	pg_unreachable();
}

// plain: no destructors in this function
::Datum constant_of(const TypeMask *plan)
{
	switch (get_typtype(plan->base)) {
		case TYPTYPE_ENUM:
			return first_label(plan->base);
		case TYPTYPE_RANGE:
			return from_text(plan, "empty");
		case TYPTYPE_MULTIRANGE:
			return from_text(plan, "{}");
		default:
			break;
	}
	if (plan->base == TSQUERYOID)
		return empty_tsquery();
	const char *text = neutral_text(plan->base);
	return from_text(plan, text != nullptr ? text : "0");
}

// How to tell that a value is the constant. Geometric types compare areas or have no equality: their bytes are
// compared.
// plain: no destructors in this function
void find_equality(TypeMask *plan)
{
	if (plan->category == TYPCATEGORY_GEOMETRIC)
		return;
	TypeCacheEntry *entry = lookup_type_cache(plan->base, TYPECACHE_EQ_OPR_FINFO);
	if (OidIsValid(entry->eq_opr_finfo.fn_oid))
		fmgr_info_copy(&plan->equal, &entry->eq_opr_finfo, plan->context);
}

}  // namespace

// plain: no destructors in this function
TypeMask *make_type_mask(::Oid type, int32 typmod, MemoryContext context)
{
	MemoryContext before = MemoryContextSwitchTo(context);
	auto *plan = static_cast<TypeMask *>(palloc0(sizeof(TypeMask)));
	plan->context = context;
	plan->type = type;
	plan->asked_typmod = plan->typmod = typmod;
	plan->base = getBaseTypeAndTypmod(type, &plan->typmod);
	get_typlenbyvalalign(plan->base, &plan->length, &plan->by_value, &plan->align);
	bool preferred;
	get_type_category_preferred(plan->base, &plan->category, &preferred);
	plan->shape = shape_of(plan);
	switch (plan->shape) {
		case MaskShape::one_char:
			plan->neutral = CharGetDatum('*');
			break;
		case MaskShape::xml:
			plan->neutral = PointerGetDatum(cstring_to_text("<masked/>"));
			break;
		case MaskShape::constant:
			plan->neutral = constant_of(plan);
			find_equality(plan);
			break;
		case MaskShape::foreign_text: {
			::Oid function;
			bool varlena;
			getTypeOutputInfo(plan->base, &function, &varlena);
			fmgr_info(function, &plan->output);
			plan->neutral = from_text(plan, stars(plan));
			break;
		}
		default:
			if (plan->shape < MaskShape::foreign_text)
				plan->neutral = from_text(plan, stars(plan));
			break;
	}
	if (plan->base != type) {
		plan->domain = static_cast<DomainConstraintRef *>(palloc(sizeof(DomainConstraintRef)));
		InitDomainConstraintRef(type, plan->domain, context, true);
		plan->domain_context = CreateStandaloneExprContext();
	}
	MemoryContextSwitchTo(before);
	return plan;
}

}  // namespace pg
