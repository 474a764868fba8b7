// The text masks, and the check whether a text is one of their outputs.
#include "core/mask.hpp"

#include <algorithm>

#include "core/fence.hpp"

namespace core {

namespace {

// Not <cctype>: those answer by locale, and a mask is IMMUTABLE.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

constexpr bool all_stars(std::string_view text)
{
	return text.find_first_not_of('*') == std::string_view::npos;
}

bool all_hex(std::string_view text)
{
	return std::all_of(text.begin(), text.end(), is_hex);
}

constexpr bool fits(std::size_t chars, int max_chars)
{
	return max_chars <= 0 || chars <= static_cast<std::size_t>(max_chars);
}

std::string stars(int max_chars)
{
	const std::size_t length =
		fits(kStars.size(), max_chars) ? kStars.size() : static_cast<std::size_t>(max_chars);
	return std::string(kStars.substr(0, length));
}

// RFC 5322's atext without the asterisk: a local part that holds one cannot be told from a masked one.
constexpr bool is_local_char(char c)
{
	return is_letter(c) || is_digit(c) || std::string_view("!#$%&'+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool plain_local_part(std::string_view local)
{
	constexpr std::size_t most = 64;
	if (local.empty() || local.size() > most || local.front() == '.' || local.back() == '.')
		return false;
	if (local.find("..") != std::string_view::npos)
		return false;
	return std::all_of(local.begin(), local.end(), [](char c) { return c == '.' || is_local_char(c); });
}

bool plain_label(std::string_view label)
{
	constexpr std::size_t most = 63;
	if (label.empty() || label.size() > most || label.front() == '-' || label.back() == '-')
		return false;
	return std::all_of(label.begin(), label.end(), [](char c) { return c == '-' || is_letter(c) || is_digit(c); });
}

bool plain_top_level(std::string_view label)
{
	return label.size() >= 2 && label.size() <= 10 && std::all_of(label.begin(), label.end(), is_letter);
}

// The last label of a plainly well-formed domain of two labels or more; empty for any other domain.
std::string_view top_level(std::string_view domain)
{
	const std::size_t last_dot = domain.rfind('.');
	if (last_dot == std::string_view::npos || !plain_top_level(domain.substr(last_dot + 1)))
		return {};
	std::string_view labels = domain.substr(0, last_dot);
	for (;;) {
		const std::size_t dot = labels.find('.');
		if (!plain_label(labels.substr(0, dot)))
			return {};
		if (dot == std::string_view::npos)
			return domain.substr(last_dot + 1);
		labels.remove_prefix(dot + 1);
	}
}

constexpr std::string_view kMaskedDomain = "*****@*****.";

// 'a*****@*****.com' or '*****@*****.com': what mask_email gives, so it has nothing left to hide.
bool is_masked_email(std::string_view value)
{
	if (!value.empty() && is_local_char(value.front()))
		value.remove_prefix(1);
	return value.starts_with(kMaskedDomain) && plain_top_level(value.substr(kMaskedDomain.size()));
}

bool is_masked_phone(std::string_view value)
{
	return value.size() == kStars.size() + 2 && value.starts_with(kStars) && is_digit(value[5]) && is_digit(value[6]);
}

}  // namespace

std::string mask_text(std::string_view value, int max_chars)
{
	return value.empty() ? std::string() : stars(max_chars);
}

std::string mask_partial(std::string_view value, int keep_first, int keep_last, Encoding enc, int max_chars)
{
	if (value.empty())
		return {};

	const std::size_t chars = count_chars(value, enc);
	const auto first = static_cast<std::size_t>(std::max(keep_first, 0));
	const auto last = static_cast<std::size_t>(std::max(keep_last, 0));
	const std::size_t kept = first + last;  // two ints: no overflow in 64 bits
	static_assert(sizeof(std::size_t) > sizeof(int));
	if (kept >= chars || !fits(kept + kStars.size(), max_chars))
		return stars(max_chars);

	const std::size_t hidden = chars - kept;
	const std::string_view before = first_chars(value, first, enc);
	const std::string_view middle = first_chars(value.substr(before.size()), hidden, enc);
	const std::string_view after = value.substr(before.size() + middle.size());

	// Kept asterisks only would be a longer run than kStars, and the second masking would shorten it.
	if (all_stars(before) && all_stars(after))
		return stars(max_chars);
	// The mask's own output, of just these lengths. With keeps above five it hides fewer than it shows, but what it
	// shows is what was to be shown, and what it hides was asterisks.
	if (middle == kStars)
		return std::string(value);
	if (hidden < std::max(kLeastHiddenChars, kept))
		return stars(max_chars);

	std::string masked;
	masked.reserve(before.size() + kStars.size() + after.size());
	masked.append(before).append(kStars).append(after);
	return masked;
}

// The encoding does not matter here or to phone numbers: other than ASCII is not well-formed.
std::string mask_email(std::string_view value, Encoding, int max_chars)
{
	if (value.empty())
		return {};
	if (is_masked_email(value))
		return fits(value.size(), max_chars) ? std::string(value) : stars(max_chars);

	constexpr std::size_t most = 254;  // RFC 5321, as corrected by erratum 1690 of RFC 3696
	const std::size_t at = value.find('@');
	if (at == std::string_view::npos || value.size() > most)
		return stars(max_chars);
	const std::string_view local = value.substr(0, at);
	const std::string_view top = top_level(value.substr(at + 1));  // a second @ is in no label
	if (top.empty() || !plain_local_part(local))
		return stars(max_chars);

	std::string masked;
	masked.reserve(1 + kMaskedDomain.size() + top.size());
	if (local.size() >= kLeastHiddenChars)
		masked.push_back(local.front());
	masked.append(kMaskedDomain).append(top);
	return fits(masked.size(), max_chars) ? masked : stars(max_chars);
}

std::string mask_phone(std::string_view value, Encoding, int max_chars)
{
	if (value.empty())
		return {};
	constexpr std::size_t least_digits = 7;
	constexpr std::size_t most_digits = 15;  // E.164
	if (!fits(kStars.size() + 2, max_chars))
		return stars(max_chars);
	if (is_masked_phone(value))
		return std::string(value);

	std::size_t digits = 0;
	char last_two[2] = {};
	for (std::size_t i = 0; i < value.size(); ++i) {
		const char c = value[i];
		if (is_digit(c)) {
			++digits;
			last_two[0] = last_two[1];
			last_two[1] = c;
		} else if (c == '+') {
			// 'tel 1+2' is no number; '(+49) 170' is one
			if (digits > 0 || value.find('+', i + 1) != std::string_view::npos)
				return stars(max_chars);
		} else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
			return stars(max_chars);
		}
	}
	if (digits < least_digits || digits > most_digits)
		return stars(max_chars);
	return std::string(kStars).append(last_two, 2);
}

std::optional<std::string> mask_unique(std::string_view token_hex, int max_chars)
{
	if (token_hex.size() < kLeastTokenChars || !all_hex(token_hex))
		return std::nullopt;

	std::size_t run = kStars.size();
	std::size_t token = token_hex.size();
	if (!fits(run + token, max_chars)) {
		const auto room = static_cast<std::size_t>(max_chars);
		run = room > token + 1 ? room - token : 1;
		token = room - run;
		if (token < kLeastTokenChars)
			return std::nullopt;
	}
	return std::string(kStars.substr(0, run)).append(token_hex.substr(0, token));
}

bool is_unique_mask(std::string_view value, int max_chars)
{
	if (value.empty())
		return true;
	const std::optional<std::string> shape = mask_unique("0123456789abcdef", max_chars);
	const std::size_t run = shape ? shape->find_first_not_of('*') : 0;
	return shape && value.size() == shape->size() && all_stars(value.substr(0, run)) && all_hex(value.substr(run));
}

bool is_masked(std::string_view value, Encoding enc)
{
	if (all_stars(value))
		return value.size() <= kStars.size();

	const std::size_t leading = value.find_first_not_of('*');
	const std::string_view behind = value.substr(leading);
	if (leading >= 1 && leading < kStars.size() && behind.size() >= kLeastTokenChars && all_hex(behind))
		return true;

	// Character by character, not find(): what counts is an asterisk that is a character of its own.
	std::size_t run = 0;
	while (!value.empty()) {
		const std::size_t bytes = first_char_bytes(value, enc);
		run = bytes == 1 && value.front() == '*' ? run + 1 : 0;
		if (run == kStars.size())
			return true;
		value.remove_prefix(bytes);
	}
	return false;
}

}  // namespace core
