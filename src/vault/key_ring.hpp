// What a key file says, read without PostgreSQL: a ring of master keys, one a line, the last one active.
//
//     erasure-key-1 <key id> <64 hexadecimal digits>
//
// Blank lines and lines that begin with # mean nothing. A key id has 1 to 64 letters, digits, '.', '_' or '-'.
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
	std::string_view id;
	std::string_view digits;
};

// False, and `why` says where and what (never content), for text that is no key file. At least one key is in it.
bool parse_key_file(std::string_view text, std::vector<KeyLine> &lines, std::string &why);

// Of a parsed line.
void decode_key(std::string_view digits, KeySpace key);

// What a database may record and show: SHA-256 with a label of its own over id and key, as hexadecimal digits.
std::string fingerprint(std::string_view id, KeyView key);

// A new random key's file. `at` has room for kNewKeyFileBytes; the id comes out in `id`.
inline constexpr std::size_t kNewKeyFileBytes = 14 + 16 + 1 + 2 * kKeyBytes + 1;
void write_new_key_file(char *at, std::string &id);

}  // namespace vault
