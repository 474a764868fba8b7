// Counting and walking the characters of a text in the database's encoding, never past its end.
#pragma once

#include <cstddef>
#include <string_view>

namespace core {

// How long the character at `at` is, in bytes. `remaining` is at least 1; the answer lies between 1 and
// `remaining`. A byte that begins no valid character is a character of its own, so that broken text is
// still counted, cut and masked rather than refused.
//
// Masks write ASCII between kept characters and rely on what holds for every encoding a PostgreSQL
// database can have: bytes below 0x80 are ASCII and are never part of a longer character.
struct Encoding {
	int (*char_length)(const unsigned char *at, std::size_t remaining);
};

// Strict: overlong forms, surrogates and code points above U+10FFFF count byte by byte.
int utf8_char_length(const unsigned char *at, std::size_t remaining);

// For databases whose characters are single bytes (LATIN1, WIN1252, SQL_ASCII, ...).
int single_byte_char_length(const unsigned char *at, std::size_t remaining);

constexpr Encoding utf8() { return Encoding{&utf8_char_length}; }
constexpr Encoding single_byte() { return Encoding{&single_byte_char_length}; }

// The bytes of the first character; 0 for an empty text. Holds a wrong answer of the encoding within the text.
inline std::size_t first_char_bytes(std::string_view text, Encoding enc)
{
	if (text.empty())
		return 0;
	const int length = enc.char_length(reinterpret_cast<const unsigned char *>(text.data()), text.size());
	if (length < 1)
		return 1;
	const auto bytes = static_cast<std::size_t>(length);
	return bytes < text.size() ? bytes : text.size();
}

std::size_t count_chars(std::string_view text, Encoding enc);

// The byte offset at which character number `chars` begins; the size of the text when it has fewer.
std::size_t byte_offset(std::string_view text, std::size_t chars, Encoding enc);

// The first `chars` characters, whole.
inline std::string_view first_chars(std::string_view text, std::size_t chars, Encoding enc)
{
	return text.substr(0, byte_offset(text, chars, enc));
}

}  // namespace core
