// Conditions over one row, kept so that they outlive renames: columns are numbers in braces.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// From an expression as the server prints it, every column with the prefix in front (alias.name or alias."Name"):
//
//     number_columns("(r.kind = 'a{1}'::text)", "r", number_of)  ->  "({7} = 'a{1}'::text)"
//
// Braces inside literals and quoted names stay what they are. number_of gives a column's number; names it is not asked
// for are no columns.
std::string number_columns(std::string_view expression, std::string_view prefix, const std::function<int(const std::string &)> &number_of);

// The other way: each {n} outside literals and quoted names becomes what column(n) says.
std::string bind_columns(std::string_view expression, const std::function<std::string(int)> &column);

// The numbers in it, each once, in the order of their first appearance.
std::vector<int> numbered_columns(std::string_view expression);

}  // namespace core
