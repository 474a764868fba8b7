// Values in definitions: comments, views, defaults, constraints, policies, functions.
#pragma once

#include <functional>
#include <string>

#include "pg/search_scan.hpp"

namespace residue {

// A hit has the table and column that it is about, where there is one; the text names what is defined, and is empty where that
// would show a value. Called as the extension's owner, with a connection.
void search_definitions(const pg::Looking &wanted, const std::function<void(const pg::Hit &, const std::string &)> &found);

}  // namespace residue
