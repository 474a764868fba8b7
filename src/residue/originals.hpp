// The originals that wait in the vault, as values to look for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policy/model.hpp"
#include "residue/search.hpp"

namespace residue {

struct Originals {
	Values values;
	std::uint64_t left_out = 0;  // too short, or a single word: found with other people as well
};

// Of (requests[i], keys[i]), all tables together, each once. Raises 58030 where the vault cannot be opened.
Originals originals_of(const policy::Subject &subject, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys);

}  // namespace residue
