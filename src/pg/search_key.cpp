// One column through its output function, several through a row of their own.
#include "pg/search_key.hpp"

#include "pg/boundary.hpp"
#include "pg/catalog.hpp"
#include "pg/key_text.hpp"

namespace pg {
namespace {

// plain: no destructors in this function
bool is_printable(::Oid type)
{
	type = getBaseType(type);
	const ::Oid element = get_element_type(type);
	const ::Oid printed = OidIsValid(element) ? getBaseType(element) : type;
	return printed < kFirstUserOid || get_typtype(printed) == TYPTYPE_ENUM;
}

// plain: no destructors in this function
const char *object_text(TupleDesc desc, ::Datum *values, bool *nulls)
{
	desc = BlessTupleDesc(desc);
	HeapTuple row = heap_form_tuple(desc, values, nulls);
	const char *json = text_to_cstring(DatumGetTextPP(DirectFunctionCall1(row_to_json, HeapTupleGetDatum(row))));
	return DatumGetCString(DirectFunctionCall1(jsonb_out, DirectFunctionCall1(jsonb_in, CStringGetDatum(json))));
}

// Back to where the caller allocates; when an error unwinds, the abort does that.
class InMemory {
public:
	explicit InMemory(MemoryContext memory) : before_(MemoryContextSwitchTo(memory)) {}
	~InMemory() { MemoryContextSwitchTo(before_); }
	InMemory(const InMemory &) = delete;
	InMemory &operator=(const InMemory &) = delete;

private:
	MemoryContext before_;
};

}  // namespace

SearchKey::SearchKey(::Oid relation)
{
	const std::vector<AttrNumber> key = row_key(relation);
	for (const ColumnInfo &column : pg::columns(relation)) {
		if (std::find(key.begin(), key.end(), column.number) == key.end())
			continue;
		const ::Oid type = column.type;
		if (!guarded([=] { return is_printable(type); })) {
			parts_.clear();
			return;
		}
		parts_.push_back({column.number, column.type, column.name});
	}
}

std::string SearchKey::text(MemoryContext memory, const ::Datum *values, const bool *nulls) const
{
	if (parts_.empty())
		return {};
	guarded([=] { MemoryContextReset(memory); });
	InMemory in(memory);
	if (parts_.size() == 1)
		return key_text(parts_[0].type, values[parts_[0].number - 1]);
	TupleDesc desc = guarded([this] { return CreateTemplateTupleDesc(static_cast<int>(parts_.size())); });
	std::vector<::Datum> part_values;
	const auto part_nulls = std::make_unique<bool[]>(parts_.size());
	for (std::size_t i = 0; i < parts_.size(); ++i) {
		const char *name = parts_[i].name.c_str();
		const ::Oid type = parts_[i].type;
		guarded([=] { TupleDescInitEntry(desc, static_cast<::AttrNumber>(i + 1), name, type, -1, 0); });
		part_values.push_back(values[parts_[i].number - 1]);
		part_nulls[i] = nulls[parts_[i].number - 1];
	}
	return guarded([&] { return object_text(desc, part_values.data(), part_nulls.get()); });
}

}  // namespace pg
