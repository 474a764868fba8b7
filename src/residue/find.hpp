// Searches before originals are destroyed: afterwards nobody knows any more what to look for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "policy/model.hpp"

namespace residue {

// erasure.search_residue_before_erasure.
bool searches_before_erasure() noexcept;

// Looks for what the vault keeps of (requests[i], keys[i]), and notes in erasure.residue_search how much was found and in which
// columns. Warns when something was. Nothing where the setting is off or the vault has nothing.
void search_before_erasure(const policy::Subject &subject, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys);

}  // namespace residue
