// PostgreSQL's basic types as the other rooms see them, without a server header.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pg {

using Oid = std::uint32_t;
using Datum = std::uintptr_t;
using AttrNumber = std::int16_t;

constexpr Oid kInvalidOid = 0;
// FirstNormalObjectId (access/transam.h): below it is what PostgreSQL itself brings.
constexpr Oid kFirstUserOid = 16384;

// A SQL value in text form; nothing is NULL.
using Text = std::optional<std::string>;

}  // namespace pg
