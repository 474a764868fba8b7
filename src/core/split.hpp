// A text taken apart at a separator, as lists come out of SQL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core {

// An empty text has no parts.
std::vector<std::string> split(std::string_view text, char separator = '\n');

}  // namespace core
