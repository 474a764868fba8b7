// The text masks: what a personal value looks like after it has been masked.
//
// What holds for every mask here:
//   * an empty value stays empty;
//   * the run of asterisks is always kStars, so that the length of the value stays hidden;
//   * nothing longer than max_chars characters comes out (max_chars <= 0: no limit); what does not fit is
//     the run of asterisks alone, cut to the limit;
//   * masking twice with the same parameters changes nothing, and a value that merely looks masked shows
//     no more than the parameters allow: only the exact shape of the mask's own output passes through.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/encoding.hpp"

namespace core {

inline constexpr std::string_view kStars = "*****";

// A token for a unique column needs this many hexadecimal characters to keep collisions out of reach.
inline constexpr std::size_t kLeastTokenChars = 8;

// What a partial mask must leave hidden: three characters at least, and never fewer than it shows.
inline constexpr std::size_t kLeastHiddenChars = 3;

// The default: asterisks, whatever the value.
std::string mask_text(std::string_view value, int max_chars);

// The first keep_first and the last keep_last characters around the asterisks ('alice', 1, 1 -> 'a*****e').
// All asterisks when fewer than kLeastHiddenChars characters, or fewer than are shown, would be hidden, and
// when the result does not fit. Negative keeps count as 0 here; the SQL layer refuses them (22023).
std::string mask_partial(std::string_view value, int keep_first, int keep_last, Encoding enc, int max_chars);

// 'alice@example.com' -> 'a*****@*****.com'. A local part of one or two characters is starred whole. All
// asterisks unless the address is plainly well-formed: ASCII, one @, an unquoted local part of letters,
// digits and the usual marks (no asterisk), a domain of two labels or more, ending in 2 to 10 letters.
std::string mask_email(std::string_view value, Encoding enc, int max_chars);

// '+49 170 1234567' -> '*****67'. All asterisks unless it has 7 to 15 digits and otherwise only spaces,
// one leading plus sign and the marks -./() .
std::string mask_phone(std::string_view value, Encoding enc, int max_chars);

// For UNIQUE columns: asterisks and a token made from the row's key. Under a short limit first the asterisks
// shrink (to one), then the token is cut. No value when the token is not lower-case hexadecimal, or fewer
// than kLeastTokenChars of it would be left: the column is too short for this mask, to be refused when the
// policy is declared.
std::optional<std::string> mask_unique(std::string_view token_hex, int max_chars);

// Whether the text is empty, or has exactly the shape of mask_unique()'s under this limit with a token of 16 digits.
bool is_unique_mask(std::string_view value, int max_chars);

// Whether some mask above, with some parameters, gives exactly this text:
//   * the empty text;
//   * one to five asterisks and nothing else (six or more are no mask's output);
//   * text that is not all asterisks and has a run of at least five of them: partial, e-mail and phone
//     masks, and the unique mask;
//   * one to four asterisks and then kLeastTokenChars or more lower-case hexadecimal characters, up to the end.
// A convenience for finding unmasked values, not a proof: a person may have written such a text.
bool is_masked(std::string_view value, Encoding enc);

}  // namespace core
