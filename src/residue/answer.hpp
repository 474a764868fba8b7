// The rows of find_residue: places, each with the statement that declares or clears it.
#pragma once

#include <functional>

#include "pg/call.hpp"
#include "residue/search.hpp"

namespace residue {

// 42501 unless the caller may read every row of every table anyway.
void require_all_data();

Summary answer(pg::Call &call, const Values &values, const std::function<void(const Place &)> &also);

}  // namespace residue
