// From a column and its mask to the SQL expression that masks it, and whether the column can hold the result.
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
// relation and key are those of the table; raises 42P17 for a type or a constraint that no mask fits.
PersonalColumn default_mask(const Node &node, const pg::ColumnInfo &column);

// Reads the words of set_mask: with or without "mask_" and "erasure.". Raises 22023 for unknown words and arguments.
PersonalColumn chosen_mask(const Node &node, const pg::ColumnInfo &column, const std::string &mask, const std::string &args);

// Raises 42P17 when the column cannot hold the mask's results: generated, identity, too short, UNIQUE, CHECK, domain.
void require_mask_fits(const Node &node, const PersonalColumn &personal);

// For on_erase => 'set_null': every personal column must accept NULL.
void require_nullable(const Node &node);

}  // namespace policy
