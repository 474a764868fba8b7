// Who is gone and comes back by another way: of chosen columns keyed hashes are kept, by which a person is known again.
#pragma once

#include <string>
#include <vector>

#include "pg/spi.hpp"
#include "policy/keys.hpp"
#include "policy/model.hpp"

namespace lifecycle {

// Before anything of them is masked: hashes of their values in the columns that recognise_by has chosen.
void remember_persons(const policy::Subject &subject, const policy::KeySet &keys);

// After an undo.
void forget_persons(pg::Spi &spi, const policy::Subject &subject, const std::vector<std::string> &keys);

}  // namespace lifecycle
