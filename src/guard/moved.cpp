// Keeps rows between the two halves of a move to another partition.
#include "guard/moved.hpp"

namespace guard {
namespace {

// In the transaction's memory. An entry is only looked into when it was made by the very command that is running, so the
// pointer may dangle between transactions.
struct Moving {
	Moving *older;
	TransactionId xid;
	CommandId command;
	::Oid root;
	::Oid partition;
	HeapTuple tuple;
};

constinit Moving *newest = nullptr;
constinit LocalTransactionId made_in = InvalidLocalTransactionId;

}  // namespace

// plain: no destructors in this function
bool is_moving(HeapTuple deleted)
{
	return HeapTupleHeaderIndicatesMovedPartitions(deleted->t_data);
}

// plain: no destructors in this function
void remember_moving(::Oid root, ::Oid partition, HeapTuple deleted)
{
	if (made_in != pg::local_transaction()) {
		newest = nullptr;
		made_in = pg::local_transaction();
	}
	MemoryContext before = MemoryContextSwitchTo(TopTransactionContext);
	auto *moving = static_cast<Moving *>(palloc(sizeof(Moving)));
	*moving = {newest, HeapTupleHeaderGetUpdateXid(deleted->t_data), HeapTupleHeaderGetCmax(deleted->t_data), root, partition, heap_copytuple(deleted)};
	MemoryContextSwitchTo(before);
	newest = moving;
}

// plain: no destructors in this function
bool anything_moving()
{
	return newest != nullptr && made_in == pg::local_transaction();
}

// plain: no destructors in this function
// The halves of one row follow each other, so the newest entry of the command is the one; what other triggers move in
// between has command ids of its own.
HeapTuple take_moving(::Oid root, HeapTuple inserted, ::Oid *partition)
{
	if (newest == nullptr || made_in != pg::local_transaction())
		return nullptr;
	const HeapTupleHeader header = inserted->t_data;
	const TransactionId xid = HeapTupleHeaderGetXmin(header);
	if (!TransactionIdIsCurrentTransactionId(xid))
		return nullptr;
	const CommandId command = HeapTupleHeaderGetCmin(header);
	for (Moving **at = &newest; *at != nullptr; at = &(*at)->older) {
		Moving *moving = *at;
		if (moving->xid != xid || moving->command != command || moving->root != root)
			continue;
		HeapTuple tuple = moving->tuple;
		*partition = moving->partition;
		*at = moving->older;
		pfree(moving);
		return tuple;
	}
	return nullptr;
}

}  // namespace guard
