// Day keys: whose they are, and taking keys out of the ring.
#pragma once

#include <string>
#include <vector>

namespace vault {

// This cluster and database, in twelve hexadecimal digits: in the ids of its day keys.
std::string database_tag();

// Out of the file, as it is by now, for good. The caller has these keys alone, and has looked that nothing needs them.
void take_out(const std::vector<std::string> &ids);

}  // namespace vault
