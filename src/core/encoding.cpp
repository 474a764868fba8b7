// Character lengths in UTF-8 and single-byte encodings, and the counting built on them.
#include "core/encoding.hpp"

#include "core/fence.hpp"

namespace core {

namespace {

constexpr bool is_continuation(unsigned char byte)
{
	return (byte & 0xC0) == 0x80;
}

}  // namespace

int utf8_char_length(const unsigned char *at, std::size_t remaining)
{
	const unsigned char lead = at[0];
	if (lead < 0xC2 || lead > 0xF4)  // ASCII, a stray continuation byte, or a lead that only overlong forms have
		return 1;
	const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
	if (remaining < static_cast<std::size_t>(length))
		return 1;

	// The second byte alone tells overlong forms, surrogates and code points above U+10FFFF.
	unsigned char lowest = 0x80;
	unsigned char highest = 0xBF;
	switch (lead) {
	case 0xE0: lowest = 0xA0; break;
	case 0xED: highest = 0x9F; break;
	case 0xF0: lowest = 0x90; break;
	case 0xF4: highest = 0x8F; break;
	default: break;
	}
	if (at[1] < lowest || at[1] > highest)
		return 1;
	for (int i = 2; i < length; ++i) {
		if (!is_continuation(at[i]))
			return 1;
	}
	return length;
}

int single_byte_char_length(const unsigned char *, std::size_t)
{
	return 1;
}

std::size_t count_chars(std::string_view text, Encoding enc)
{
	std::size_t chars = 0;
	while (!text.empty()) {
		text.remove_prefix(first_char_bytes(text, enc));
		++chars;
	}
	return chars;
}

std::size_t byte_offset(std::string_view text, std::size_t chars, Encoding enc)
{
	std::string_view rest = text;
	while (chars > 0 && !rest.empty()) {
		rest.remove_prefix(first_char_bytes(rest, enc));
		--chars;
	}
	return text.size() - rest.size();
}

}  // namespace core
