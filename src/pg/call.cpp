// Reads the arguments of a SQL call and builds its result.
#include "pg/call.hpp"

#include "pg/boundary.hpp"
#include "pg/role.hpp"

namespace pg {
namespace {

FunctionCallInfo info(void *fcinfo)
{
	return static_cast<FunctionCallInfo>(fcinfo);
}

std::string copy_text(::Datum datum)
{
	text *value = guarded([&] { return DatumGetTextPP(datum); });
	return std::string(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
}

struct Elements {
	::Datum *values;
	bool *nulls;
	int count;
};

// The elements of an array of any type, in order; nested arrays are flattened as unnest() does.
Elements deconstruct(::Datum datum)
{
	return guarded([&] {
		Elements e{};
		ArrayType *array = DatumGetArrayTypeP(datum);
		int16 length;
		bool by_value;
		char align;
		get_typlenbyvalalign(ARR_ELEMTYPE(array), &length, &by_value, &align);
		deconstruct_array(array, ARR_ELEMTYPE(array), length, by_value, align, &e.values, &e.nulls, &e.count);
		return e;
	});
}

std::vector<std::string> copy_strings(const Elements &e, const char *what, bool name)
{
	std::vector<std::string> result;
	result.reserve(static_cast<std::size_t>(e.count));
	for (int i = 0; i < e.count; ++i) {
		if (e.nulls[i])
			throw Failure(code::invalid_parameter, std::string(what) + " must not contain null");
		result.push_back(name ? std::string(NameStr(*DatumGetName(e.values[i]))) : copy_text(e.values[i]));
	}
	return result;
}

}  // namespace

int Call::count() const { return info(fcinfo_)->nargs; }

bool Call::is_null(int argument) const { return info(fcinfo_)->args[argument].isnull; }

Datum Call::datum(int argument) const { return info(fcinfo_)->args[argument].value; }

Oid Call::type_of(int argument) const
{
	auto *flinfo = info(fcinfo_)->flinfo;
	return guarded([=] { return get_fn_expr_argtype(flinfo, argument); });
}

void Call::require(int argument, const char *what) const
{
	if (is_null(argument))
		throw Failure(code::invalid_parameter, std::string(what) + " must not be null");
}

Oid Call::oid(int argument, const char *what) const
{
	require(argument, what);
	return DatumGetObjectId(datum(argument));
}

std::int64_t Call::int8(int argument, const char *what) const
{
	require(argument, what);
	return DatumGetInt64(datum(argument));
}

std::int32_t Call::int4(int argument, const char *what) const
{
	require(argument, what);
	return DatumGetInt32(datum(argument));
}

bool Call::boolean(int argument, const char *what) const
{
	require(argument, what);
	return DatumGetBool(datum(argument));
}

std::string Call::text(int argument, const char *what) const
{
	require(argument, what);
	return copy_text(datum(argument));
}

std::string Call::name(int argument, const char *what) const
{
	require(argument, what);
	return NameStr(*DatumGetName(datum(argument)));
}

std::vector<std::string> Call::names(int argument, const char *what) const
{
	require(argument, what);
	return copy_strings(deconstruct(datum(argument)), what, true);
}

std::vector<std::string> Call::texts(int argument, const char *what) const
{
	require(argument, what);
	return copy_strings(deconstruct(datum(argument)), what, false);
}

Text Call::optional_text(int argument) const
{
	if (is_null(argument))
		return std::nullopt;
	return copy_text(datum(argument));
}

std::optional<std::vector<std::string>> Call::optional_names(int argument) const
{
	if (is_null(argument))
		return std::nullopt;
	return names(argument, "name array");
}

// What is written out here is read in again: by then a time zone's abbreviation, which other date styles print, can
// mean another zone.
namespace {

Settings readable_again() { return Settings({{"DateStyle", "ISO"}, {"IntervalStyle", "postgres"}}); }

}  // namespace

Text Call::output(int argument) const
{
	if (is_null(argument))
		return std::nullopt;
	const ::Oid type = type_of(argument);
	const ::Datum value = datum(argument);
	Settings settings = readable_again();
	const char *text = guarded([&] {
		::Oid function;
		bool varlena;
		getTypeOutputInfo(type, &function, &varlena);
		return static_cast<const char *>(OidOutputFunctionCall(function, value));
	});
	settings.finish();
	return std::string(text);
}

std::vector<Text> Call::elements(int argument, const char *what) const
{
	require(argument, what);
	const Elements e = deconstruct(datum(argument));
	const ::Oid element = guarded([&] { return ARR_ELEMTYPE(DatumGetArrayTypeP(datum(argument))); });
	Settings settings = readable_again();
	const char **texts = guarded([&] {
		::Oid function;
		bool varlena;
		getTypeOutputInfo(element, &function, &varlena);
		auto **out = static_cast<const char **>(palloc0(sizeof(char *) * static_cast<Size>(e.count + 1)));
		for (int i = 0; i < e.count; ++i)
			if (!e.nulls[i])
				out[i] = OidOutputFunctionCall(function, e.values[i]);
		return out;
	});
	settings.finish();
	std::vector<Text> result;
	result.reserve(static_cast<std::size_t>(e.count));
	for (int i = 0; i < e.count; ++i)
		result.push_back(texts[i] ? Text(texts[i]) : std::nullopt);
	return result;
}

Datum Call::null() const
{
	info(fcinfo_)->isnull = true;
	return 0;
}

Datum Call::result(std::int64_t value) const { return Int64GetDatum(value); }

Datum Call::result(bool value) const { return BoolGetDatum(value); }

Datum Call::result(const std::string &value) const
{
	const char *bytes = value.data();
	const auto length = static_cast<int>(value.size());
	return guarded([=] { return PointerGetDatum(cstring_to_text_with_len(bytes, length)); });
}

Datum Call::result_as(Oid type, const std::string &value) const
{
	const char *text = value.c_str();
	return guarded([=] {
		::Oid function;
		::Oid parameter;
		getTypeInputInfo(type, &function, &parameter);
		return OidInputFunctionCall(function, const_cast<char *>(text), parameter, -1);
	});
}

namespace {

// A materialised result and how to read its columns from text; lives in the per-query memory of the call.
struct RowSink {
	Tuplestorestate *store;
	AttInMetadata *columns;
	MemoryContext row;  // what reading one row leaves behind
};

}  // namespace

void Call::start_rows()
{
	auto *fcinfo = info(fcinfo_);
	rows_ = guarded([=]() -> void * {
		auto *set = reinterpret_cast<ReturnSetInfo *>(fcinfo->resultinfo);
		if (set == nullptr || !IsA(set, ReturnSetInfo) || !(set->allowedModes & SFRM_Materialize))
			ereport(ERROR, (errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
							errmsg("set-valued function called in context that cannot accept a set")));
		MemoryContext before = MemoryContextSwitchTo(set->econtext->ecxt_per_query_memory);
		TupleDesc described;
		if (get_call_result_type(fcinfo, nullptr, &described) != TYPEFUNC_COMPOSITE)
			elog(ERROR, "return type must be a row type");
		auto *sink = static_cast<RowSink *>(palloc(sizeof(RowSink)));
		sink->store = tuplestore_begin_heap((set->allowedModes & SFRM_Materialize_Random) != 0, false, work_mem);
		sink->columns = TupleDescGetAttInMetadata(described);
		sink->row = AllocSetContextCreate(CurrentMemoryContext, "erasure result row", ALLOCSET_DEFAULT_SIZES);
		set->returnMode = SFRM_Materialize;
		set->setResult = sink->store;
		set->setDesc = described;
		MemoryContextSwitchTo(before);
		return sink;
	});
}

void Call::add_row(const std::vector<Text> &row)
{
	auto *sink = static_cast<RowSink *>(rows_);
	std::vector<char *> texts;
	texts.reserve(row.size());
	for (const Text &value : row)
		texts.push_back(value ? const_cast<char *>(value->c_str()) : nullptr);
	char **values = texts.data();
	guarded([=] {
		MemoryContext before = MemoryContextSwitchTo(sink->row);
		tuplestore_puttuple(sink->store, BuildTupleFromCStrings(sink->columns, values));
		MemoryContextSwitchTo(before);
		MemoryContextReset(sink->row);
	});
}

bool Call::atomic() const
{
	const Node *context = info(fcinfo_)->context;
	return context == nullptr || !IsA(context, CallContext) ||
		   reinterpret_cast<const CallContext *>(context)->atomic;
}

namespace detail {

Datum enter_function(void *fcinfo, Datum (*body)(Call &))
{
	return enter<Datum>([=] {
		Call call(fcinfo);
		return body(call);
	});
}

const void *finfo_v1()
{
	static const Pg_finfo_record record = {1};
	return &record;
}

}  // namespace detail
}  // namespace pg
