// A tuplestore of one column.
#include "pg/spool.hpp"

#include "pg/boundary.hpp"

namespace pg {
namespace {

Tuplestorestate *store_of(void *store) { return static_cast<Tuplestorestate *>(store); }
TupleTableSlot *slot_of(void *slot) { return static_cast<TupleTableSlot *>(slot); }

}  // namespace

Spool::Spool()
{
	guarded([this] {
		MemoryContext before = MemoryContextSwitchTo(CurTransactionContext);
		TupleDesc desc = CreateTemplateTupleDesc(1);
		TupleDescInitEntry(desc, 1, "message", BYTEAOID, -1, 0);
		slot_ = MakeSingleTupleTableSlot(desc, &TTSOpsMinimalTuple);
		store_ = tuplestore_begin_heap(false, false, work_mem);
		MemoryContextSwitchTo(before);
	});
}

void Spool::add(std::string_view message)
{
	const char *bytes = message.data();
	const auto length = static_cast<int>(message.size());
	guarded([=, this] {
		::Datum value = PointerGetDatum(cstring_to_text_with_len(bytes, length));
		bool null = false;
		tuplestore_putvalues(store_of(store_), slot_of(slot_)->tts_tupleDescriptor, &value, &null);
		pfree(DatumGetPointer(value));
	});
	++size_;
}

bool Spool::next(std::string_view &message)
{
	const struct varlena *value = nullptr;
	guarded([&] {
		if (!tuplestore_gettupleslot(store_of(store_), true, false, slot_of(slot_)))
			return;
		bool null;
		value = reinterpret_cast<const struct varlena *>(DatumGetPointer(slot_getattr(slot_of(slot_), 1, &null)));
	});
	if (value != nullptr)
		message = {VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value)};
	return value != nullptr;
}

void Spool::finish()
{
	guarded([this] {
		ExecDropSingleTupleTableSlot(slot_of(slot_));
		tuplestore_end(store_of(store_));
	});
}

}  // namespace pg
