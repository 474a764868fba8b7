// The memory context behind a secret, and the callback that wipes it.
#include "pg/secret.hpp"

#include "pg/boundary.hpp"

namespace pg {
namespace {

// Lives in the context itself. PostgreSQL calls back before it frees the blocks.
struct Wiper {
	MemoryContextCallback callback;
	unsigned char *bytes;
	std::size_t size;
	// The owner, which must not touch a context that the transaction's end took first. Whoever skips its destructor
	// (FATAL) still has its frame on the stack.
	void **owners_context;
};

// plain: no destructors in this function
void wipe(void *argument)
{
	auto *wiper = static_cast<Wiper *>(argument);
	explicit_bzero(wiper->bytes, wiper->size);
	*wiper->owners_context = nullptr;
}

}  // namespace

void Secret::allocate(std::size_t size)
{
	release();
	void **owners_context = &context_;
	bytes_ = guarded([=] {
		MemoryContext context = AllocSetContextCreate(CurTransactionContext, "erasure secret", ALLOCSET_SMALL_SIZES);
		auto *wiper = static_cast<Wiper *>(MemoryContextAllocZero(context, sizeof(Wiper)));
		wiper->bytes = static_cast<unsigned char *>(
			MemoryContextAllocExtended(context, size > 0 ? size : 1, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO));
		wiper->size = size;
		wiper->owners_context = owners_context;
		wiper->callback.func = wipe;
		wiper->callback.arg = wiper;
		MemoryContextRegisterResetCallback(context, &wiper->callback);
		*owners_context = context;
		return wiper->bytes;
	});
	size_ = size;
}

// Deleting a context neither raises nor needs a transaction, so this is safe while an error unwinds.
void Secret::release() noexcept
{
	if (context_ != nullptr)
		MemoryContextDelete(static_cast<MemoryContext>(context_));
	context_ = nullptr;
	bytes_ = nullptr;
	size_ = 0;
}

}  // namespace pg
