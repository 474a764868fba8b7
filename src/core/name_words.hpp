// The words of the name dictionary, and common given names.
#pragma once

#include <string_view>

#include "core/name_dictionary.hpp"

namespace core {

// By its folded form; unknown when the dictionary has it not.
Word look_up(std::string_view word);

// Whether a folded word is a common given name.
bool is_given_name(std::string_view word);

}  // namespace core
