// Wrapping again what a master key wraps, under another one.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "pg/spi.hpp"

namespace vault {

class MasterKeys;

// Old key ids and what takes their place.
using Replacements = std::map<std::string, std::string>;

// All data keys that are wrapped by an old key, those that others write meanwhile included, once they have committed: how many.
// Their rows stay locked until the transaction's end. Raises 58030 for one that cannot be opened.
std::int64_t rewrap_data_keys(pg::Spi &spi, const MasterKeys &keys, const Replacements &replacements);

// The hash key of the database, if it has one.
void rewrap_hash_key(pg::Spi &spi, const MasterKeys &keys, const Replacements &replacements);

}  // namespace vault
