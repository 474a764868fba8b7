// JSON in one form only, so that it can be signed: the keys of objects in the order of their bytes, no blanks, and in strings
// only those escapes that have to be (RFC 8785, for what has ASCII keys, and integers for numbers).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core {

// Of JSON as jsonb's output has it, in UTF-8. No value for what is no JSON, has a key twice or goes deeper than 100 levels.
std::optional<std::string> canonical_json(std::string_view json);

// A string of JSON, with its quotation marks.
std::string json_string(std::string_view text);

}  // namespace core
