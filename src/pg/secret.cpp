// The pages behind a secret, and the callback of a memory context that wipes them.
#include "pg/secret.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include "pg/boundary.hpp"

namespace pg {
namespace {

// Lives in the context. PostgreSQL calls back before it frees the blocks.
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
	(void)munmap(wiper->bytes, wiper->size);
	*wiper->owners_context = nullptr;
}

}  // namespace

namespace {

// Whole pages of their own, which no core dump has and, as far as the server's limits let us, no swap space.
// plain: no destructors in this function
unsigned char *map_pages(std::size_t size)
{
	void *pages = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (pages == MAP_FAILED)
		ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"), errdetail("Failed on request of %zu bytes for keys.", size)));
	(void)madvise(pages, size, MADV_DONTDUMP);
	(void)mlock(pages, size);
	return static_cast<unsigned char *>(pages);
}

}  // namespace

void Secret::allocate(std::size_t size)
{
	release();
	const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
	const std::size_t whole = (size / page + 1) * page;
	void **owners_context = &context_;
	bytes_ = guarded([=] {
		MemoryContext context = AllocSetContextCreate(CurTransactionContext, "erasure secret", ALLOCSET_SMALL_SIZES);
		auto *wiper = static_cast<Wiper *>(MemoryContextAllocZero(context, sizeof(Wiper)));
		wiper->bytes = map_pages(whole);
		wiper->size = whole;
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
