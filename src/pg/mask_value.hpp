// What the masks need of PostgreSQL: text arguments without a copy, and the neutral value of every type.
#pragma once

#include <span>
#include <string_view>

#include "core/encoding.hpp"
#include "core/path.hpp"
#include "pg/call.hpp"

namespace pg {

// How this database's characters are told apart.
core::Encoding database_encoding();

// The bytes of a text argument that is not NULL; they live as long as the call.
std::string_view text_view(const Call &call, int argument);
// The same question without fetching a value that is stored out of line.
bool text_is_empty(const Call &call, int argument);
Datum text_datum(std::string_view bytes);

// The default mask of an argument of any type that is not NULL, as a value of that type: text becomes asterisks,
// numbers 0, dates 1970-01-01, and so on (the list is in mask_value.cpp); arrays become arrays of one element, rows
// are masked field by field. Raises 42P17 when the type has no neutral value or a domain refuses it.
Datum masked(const Call &call, int argument);
// What that mask gives for a value that is not empty, as text that the type reads; nothing when it depends on the value
// (json). Raises 42P17 when the type, or a part of it, has no neutral value. Domains are not asked.
Text mask_sample(Oid type, std::int32_t typmod);
// Whether the value is one that a mask gives.
bool is_masked(const Call &call, int argument);

// A jsonb argument that is not NULL: every leaf masked, or those that the paths select and what lies below them.
Datum masked_jsonb(const Call &call, int argument);
Datum masked_jsonb(const Call &call, int argument, std::span<const core::Path> paths);

}  // namespace pg
