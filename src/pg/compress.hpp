// Compression of bytes that are about to be encrypted: LZ4, as PostgreSQL itself can use for TOAST, because here time is
// scarce and not space (pglz took a tenth of a permanent deletion).
#pragma once

#include <cstddef>
#include <string_view>

namespace pg {

// What compress() needs room for; LZ4_COMPRESSBOUND of lz4.h.
constexpr std::size_t compress_room(std::size_t size) { return size + size / 255 + 16; }

// The size in `out`; 0 when compression is not worth it, and `out` is of no use then.
std::size_t compress(std::string_view bytes, char *out);

// Fills exactly `size` bytes of `out`; false when the compressed bytes do not hold that many.
bool decompress(std::string_view compressed, char *out, std::size_t size);

}  // namespace pg
