// LZ4. Pure computation on our own buffers: nothing here calls PostgreSQL, so nothing needs a guard.
#include "pg/compress.hpp"

#include <lz4.h>

#include <limits>

namespace pg {
namespace {

// Shorter than this, an envelope's own bytes outweigh what could be saved.
constexpr std::size_t kWorthIt = 64;

bool fits(std::size_t size) { return size <= static_cast<std::size_t>(LZ4_MAX_INPUT_SIZE); }

}  // namespace

std::size_t compress(std::string_view bytes, char *out)
{
	if (bytes.size() < kWorthIt || !fits(bytes.size()))
		return 0;
	const int size = LZ4_compress_default(bytes.data(), out, static_cast<int>(bytes.size()), static_cast<int>(compress_room(bytes.size())));
	return size > 0 && static_cast<std::size_t>(size) < bytes.size() ? static_cast<std::size_t>(size) : 0;
}

bool decompress(std::string_view compressed, char *out, std::size_t size)
{
	if (!fits(size) || compressed.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
		return false;
	const int got = LZ4_decompress_safe(compressed.data(), out, static_cast<int>(compressed.size()), static_cast<int>(size));
	return got >= 0 && static_cast<std::size_t>(got) == size;
}

}  // namespace pg
