// What a key file says, read and changed without PostgreSQL: a ring of master keys, one a line, the last one active.
//
//     erasure-key-1 <key id> <64 hexadecimal digits>
//
// Blank lines and lines that begin with # mean nothing. A key id has 1 to 64 letters, digits, '.', '_' or '-'.
//
// A day key is a master key under which one database seals what it masks on one day (UTC); its id tells both. It is never
// the active one. A day may have several, of which the last seals.
//
//     erasure-key-1 day-<database>-<YYYY-MM-DD>-<random> <64 hexadecimal digits>
//
// What signs certificates (Ed25519, its seed) has a line of its own; the last one signs.
//
//     erasure-sign-1 <key id> <64 hexadecimal digits>
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "vault/cipher.hpp"

namespace vault {

inline constexpr std::size_t kMostKeyFileBytes = 4 << 20;
inline constexpr std::size_t kMostKeyIdBytes = 64;

// Views into the file's text: the digits are secret, so they stay where that is kept.
struct KeyLine {
	bool signs = false;
	std::string_view id;
	std::string_view digits;
};

// False, and `why` says where and what (never content), for text that is no key file. At least one master key is in it.
bool parse_key_file(std::string_view text, std::vector<KeyLine> &lines, std::string &why);

// Of a parsed line.
void decode_key(std::string_view digits, KeySpace key);

// What a database may record and show: SHA-256 with a label of its own over id and key, as hexadecimal digits.
std::string fingerprint(std::string_view id, KeyView key);

// "day-<database>-": how the ids of a database's day keys begin.
std::string database_prefix(std::string_view database);
// "day-<database>-<date>-": those of one day.
std::string day_prefix(std::string_view database, std::string_view date);
// Any database's and any day's.
bool is_day_key(std::string_view id);
// Of a day key. Empty for other ids.
std::string day_of(std::string_view id);

// The place of the last key that is no day key, which is the active one; lines.size() where there is none.
std::size_t active_key(const std::vector<std::string> &ids);

// 16 random hexadecimal digits: the id of a new master key, or the end of one.
std::string random_id();

// The text of a ring without some keys, and with new random ones, of one kind, behind the others. Comments and all other lines stay as they
// are. `at` has room for most_ring_bytes(); what is used of it is returned.
std::size_t most_ring_bytes(std::size_t text_bytes, std::size_t new_keys);
std::size_t change_ring(std::string_view text, const std::vector<std::string> &without, const std::vector<std::string> &with, char *at, bool signing = false);

}  // namespace vault
