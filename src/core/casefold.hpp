// Upper and lower case beyond ASCII, and what belongs to a word: without a locale, the same on every server.
#pragma once

#include <cstddef>
#include <string_view>

namespace core {

// One character and how many bytes it takes; bytes that are no UTF-8 are characters of one byte each, above U+10FFFF.
struct Character {
	char32_t code = 0;
	std::size_t bytes = 1;
};
Character character_at(std::string_view text, std::size_t at);
// The character that ends before this place, which is not the beginning.
Character character_before(std::string_view text, std::size_t at);

// The lower case of Latin, Greek, Cyrillic and Armenian letters, where it takes as many bytes as the upper case; else the same.
char32_t lower_case(char32_t code);
// The other way round.
char32_t upper_case(char32_t code);

// Letters, digits and the underscore, of scripts that put blanks between words: Han, kana and Hangul are none.
bool is_word_character(char32_t code);

// Appends it as UTF-8; codes above U+10FFFF as the byte that they stand for.
std::size_t put_character(char32_t code, char (&bytes)[4]);

inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

}  // namespace core
