// PostgreSQL's own compression, pglz, for bytes that are about to be encrypted.
#pragma once

#include <cstddef>
#include <string_view>

#include "pg/error.hpp"

namespace pg {

// What compress() needs room for.
constexpr std::size_t compress_room(std::size_t size) { return size + 4; }

// The size in `out`; 0 when compression is not worth it, and `out` is of no use then.
std::size_t compress(std::string_view bytes, char *out);

// Fills exactly `size` bytes of `out`; false when the compressed bytes do not hold that many.
bool decompress(std::string_view compressed, char *out, std::size_t size);

}  // namespace pg
