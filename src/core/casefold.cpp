// Simple case mapping by ranges of code points, after Unicode's CaseFolding.txt where both cases have the same length.
#include "core/casefold.hpp"

#include "core/fence.hpp"

namespace core {
namespace {

constexpr char32_t kNoUtf8 = 0x110000;

// Upper case letters from first to last; lower case is so many further. step 2: upper and lower alternate.
struct Range {
	char32_t first, last;
	int distance;
	int step;
};
constexpr Range kRanges[] = {
	{0x41, 0x5A, 32, 1},
	{0xC0, 0xD6, 32, 1},
	{0xD8, 0xDE, 32, 1},
	{0x100, 0x12E, 1, 2},
	{0x132, 0x136, 1, 2},
	{0x139, 0x147, 1, 2},
	{0x14A, 0x176, 1, 2},
	{0x179, 0x17D, 1, 2},
	{0x1CD, 0x1DB, 1, 2},
	{0x1DE, 0x1EE, 1, 2},
	{0x1F8, 0x21E, 1, 2},
	{0x222, 0x232, 1, 2},
	{0x386, 0x386, 38, 1},
	{0x388, 0x38A, 37, 1},
	{0x38C, 0x38C, 64, 1},
	{0x38E, 0x38F, 63, 1},
	{0x391, 0x3A1, 32, 1},
	{0x3A3, 0x3AB, 32, 1},
	{0x400, 0x40F, 80, 1},
	{0x410, 0x42F, 32, 1},
	{0x460, 0x480, 1, 2},
	{0x48A, 0x4BE, 1, 2},
	{0x4C1, 0x4CD, 1, 2},
	{0x4D0, 0x52E, 1, 2},
	{0x531, 0x556, 48, 1},
	{0x1E00, 0x1E94, 1, 2},
	{0x1EA0, 0x1EFE, 1, 2},
};

}  // namespace

Character character_at(std::string_view text, std::size_t at)
{
	const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
	const unsigned char first = byte(at);
	if (first < 0x80)
		return {first, 1};
	const std::size_t length = first >= 0xF0 && first < 0xF8 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
	if (length == 0 || length > text.size() - at)
		return {kNoUtf8 + first, 1};
	char32_t code = first & (0xFFu >> (length + 1));
	for (std::size_t i = 1; i < length; ++i) {
		if ((byte(at + i) & 0xC0) != 0x80)
			return {kNoUtf8 + first, 1};
		code = (code << 6) | (byte(at + i) & 0x3Fu);
	}
	constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
	if (code < kLeast[length] || code >= kNoUtf8)
		return {kNoUtf8 + first, 1};
	return {code, length};
}

Character character_before(std::string_view text, std::size_t at)
{
	for (std::size_t back = 1; back <= 4 && back <= at; ++back)
		if ((static_cast<unsigned char>(text[at - back]) & 0xC0) != 0x80) {
			const Character found = character_at(text.substr(0, at), at - back);
			if (found.bytes == back)
				return found;
			break;
		}
	return {kNoUtf8 + static_cast<unsigned char>(text[at - 1]), 1};
}

char32_t lower_case(char32_t code)
{
	if (code == 0x3C2)  // final sigma
		return 0x3C3;
	for (const Range &range : kRanges)
		if (code >= range.first && code <= range.last)
			return (code - range.first) % static_cast<char32_t>(range.step) == 0 ? code + static_cast<char32_t>(range.distance) : code;
	return code;
}

char32_t upper_case(char32_t code)
{
	for (const Range &range : kRanges) {
		const char32_t upper = code - static_cast<char32_t>(range.distance);
		if (code >= range.first + static_cast<char32_t>(range.distance) && upper <= range.last && (upper - range.first) % static_cast<char32_t>(range.step) == 0)
			return upper;
	}
	return code;
}

bool is_word_character(char32_t code)
{
	if (code < 0x80)
		return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '_';
	if (code < 0xC0)
		return code == 0xAA || code == 0xB5 || code == 0xBA;
	return code != 0xD7 && code != 0xF7 && (code < 0x2000 || (code >= 0x2C00 && code < 0x2E00) || (code >= 0xA000 && code < 0xAC00) || (code >= 0x10000 && code < 0x1B000));
}

std::size_t put_character(char32_t code, char (&bytes)[4])
{
	const auto put = [&](std::size_t i, char32_t value) { bytes[i] = static_cast<char>(static_cast<unsigned char>(value)); };
	if (code >= kNoUtf8) {
		put(0, code - kNoUtf8);
		return 1;
	}
	if (code < 0x80) {
		put(0, code);
		return 1;
	}
	const std::size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
	for (std::size_t i = length - 1; i > 0; --i, code >>= 6)
		put(i, 0x80 | (code & 0x3F));
	put(0, (0xF00u >> length & 0xFF) | code);
	return length;
}

}  // namespace core
