// Text of the database's encoding as UTF-8, and back.
#pragma once

#include <string>
#include <string_view>

namespace pg {

// Raises 22P05 for a character that the other encoding does not have.
std::string to_utf8(std::string_view text);
std::string from_utf8(std::string_view text);

}  // namespace pg
