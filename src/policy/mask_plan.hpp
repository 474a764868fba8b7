// From a column and the word of a mask to the SQL expression that masks it.
#pragma once

#include <string>

#include "policy/model.hpp"

namespace policy {

// The masked value of alias."column", as a SQL expression of the column's own type. Masking a masked value changes
// nothing; NULL stays NULL and empty stays empty.
std::string mask_expression(const Node &node, const PersonalColumn &personal, const std::string &alias);

// A condition: the stored value is something else than its own mask makes of it, byte for byte.
std::string is_unmasked(const Node &node, const PersonalColumn &personal, const std::string &alias);

// The mask a column gets when nobody chose one: 'unique' for text in a unique index, else 'default'.
// Whether it fits is another question: see mask_fit.hpp.
PersonalColumn default_mask(const Node &node, const pg::ColumnInfo &column);

// Reads the words of set_mask: with or without "mask_" and "erasure.". Raises 22023 for unknown words and arguments.
PersonalColumn chosen_mask(const Node &node, const pg::ColumnInfo &column, const std::string &mask, const std::string &args);

// Text that may be starred: of a base type of the string category, domains included.
bool is_text(const pg::ColumnInfo &column);

// One value out of the mask's arguments, or the fallback.
std::string mask_argument(const PersonalColumn &personal, const char *name, const char *fallback);

}  // namespace policy
