// pglz behind the guard.
#include "pg/compress.hpp"

#include "pg/boundary.hpp"

extern "C" {
#include "common/pg_lzcompress.h"
}

namespace pg {

static_assert(PGLZ_MAX_OUTPUT(0) == compress_room(0));

// The default strategy gives up on what is short or saves less than a quarter: time, not size, is scarce here.
std::size_t compress(std::string_view bytes, char *out)
{
	if (bytes.size() > static_cast<std::size_t>(PG_INT32_MAX) - 4)
		return 0;
	const int32 size = guarded([=] {
		return pglz_compress(bytes.data(), static_cast<int32>(bytes.size()), out, PGLZ_strategy_default);
	});
	return size > 0 && static_cast<std::size_t>(size) < bytes.size() ? static_cast<std::size_t>(size) : 0;
}

bool decompress(std::string_view compressed, char *out, std::size_t size)
{
	if (compressed.size() > static_cast<std::size_t>(PG_INT32_MAX) || size > static_cast<std::size_t>(PG_INT32_MAX))
		return false;
	const int32 got = guarded([=] {
		return pglz_decompress(compressed.data(), static_cast<int32>(compressed.size()), out, static_cast<int32>(size),
							   true);
	});
	return got >= 0 && static_cast<std::size_t>(got) == size;
}

}  // namespace pg
