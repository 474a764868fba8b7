// Normalises values and compares text with them, character by character where case goes beyond ASCII.
#include "core/needle.hpp"

#include <algorithm>
#include <charconv>

#include "core/casefold.hpp"
#include "core/value_pattern.hpp"

#include "core/fence.hpp"

namespace core {
namespace {

std::string_view trimmed(std::string_view value)
{
	constexpr std::string_view kBlank = " \t\r\n\v\f";
	const std::size_t first = value.find_first_not_of(kBlank);
	if (first == std::string_view::npos)
		return {};
	return value.substr(first, value.find_last_not_of(kBlank) - first + 1);
}

std::size_t characters(std::string_view text)
{
	return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Not in the middle of a character.
std::string_view cut(std::string_view text, std::size_t most)
{
	if (text.size() <= most)
		return text;
	while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80)
		--most;
	return text.substr(0, most);
}

void append_folded(WipedVector<char> &to, std::string_view text, bool utf8)
{
	for (std::size_t at = 0; at < text.size();) {
		if (!utf8 || static_cast<unsigned char>(text[at]) < 0x80) {
			to.push_back(ascii_lower(text[at++]));
			continue;
		}
		const Character c = character_at(text, at);
		char bytes[4];
		to.insert(to.end(), bytes, bytes + put_character(lower_case(c.code), bytes));
		at += c.bytes;
	}
}

bool is_word_at(std::string_view text, std::size_t at) { return is_word_character(character_at(text, at).code); }
bool is_word_before(std::string_view text, std::size_t at) { return is_word_character(character_before(text, at).code); }

bool continues_word(std::string_view hay, std::size_t at, std::size_t end)
{
	return (at > 0 && is_word_before(hay, at) && is_word_at(hay, at)) || (end < hay.size() && is_word_at(hay, end) && is_word_before(hay, end));
}

// "ann@x.org" in "joann@x.org", "jo.ann@x.org" and "ann@x.org.uk".
bool continues_email(std::string_view hay, std::size_t at, std::size_t end)
{
	constexpr std::string_view kJoins = ".-+";
	if (continues_word(hay, at, end))
		return true;
	if (at > 1 && kJoins.find(hay[at - 1]) != std::string_view::npos && is_word_before(hay, at - 1))
		return true;
	return end + 1 < hay.size() && (hay[end] == '.' || hay[end] == '-') && is_word_at(hay, end + 1);
}

}  // namespace

bool Needles::long_enough(std::string_view value)
{
	value = trimmed(value);
	return characters(value) >= 3 || value.size() >= 6;
}

bool Needles::tells_somebody(std::string_view value)
{
	value = trimmed(value);
	if (characters(value) < kShort)
		return false;
	return is_email(value) || value.find_first_of("0123456789 ") != std::string_view::npos;
}

void Needles::put(std::string_view folded, Edges edges)
{
	items_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(folded.size()), edges});
	bytes_.insert(bytes_.end(), folded.begin(), folded.end());
}

void Needles::add_phone(std::string_view value)
{
	const PhoneReadings readings = whole_phone(value);
	for (int i = 0; i < readings.count; ++i)
		phones_.push_back({readings.items[i].national, readings.items[i].country});
}

bool Needles::add(std::string_view value)
{
	if (!long_enough(value))
		return false;
	value = cut(trimmed(value), kMostBytes);
	const bool email = is_email(value);
	WipedVector<char> folded;
	folded.reserve(value.size() + 2);
	append_folded(folded, value, utf8_);
	const std::string_view text(folded.data(), folded.size());
	put(text, email ? Edges::email : characters(text) < kShort ? Edges::word : Edges::none);
	if (email) {
		const std::size_t sign = text.find('@');
		WipedVector<char> link;
		link.reserve(text.size() + 2);
		link.insert(link.end(), text.begin(), text.begin() + static_cast<std::ptrdiff_t>(sign));
		constexpr std::string_view kEscaped = "%40";
		link.insert(link.end(), kEscaped.begin(), kEscaped.end());
		link.insert(link.end(), text.begin() + static_cast<std::ptrdiff_t>(sign) + 1, text.end());
		put({link.data(), link.size()}, Edges::email);
	} else
		add_phone(value);
	return true;
}

void Needles::finish()
{
	const auto text_of = [&](const Needle &needle) { return std::string_view(bytes_.data() + needle.offset, needle.length); };
	std::sort(items_.begin(), items_.end(), [&](const Needle &a, const Needle &b) { return text_of(a) < text_of(b); });
	items_.erase(std::unique(items_.begin(), items_.end(), [&](const Needle &a, const Needle &b) { return text_of(a) == text_of(b); }), items_.end());
	std::sort(phones_.begin(), phones_.end(), [](const Phone &a, const Phone &b) { return a.national != b.national ? a.national < b.national : a.country < b.country; });
	phones_.erase(std::unique(phones_.begin(), phones_.end()), phones_.end());
}

bool Needles::stands_at(std::size_t i, std::string_view hay, std::size_t at) const
{
	const std::string_view needle = text(i);
	if (at > hay.size() || hay.size() - at < needle.size())
		return false;
	for (std::size_t k = 0; k < needle.size();) {
		const char wanted = needle[k];
		const char there = hay[at + k];
		if (!utf8_ || static_cast<unsigned char>(wanted) < 0x80) {
			if (wanted != ascii_lower(there))
				return false;
			++k;
			continue;
		}
		const Character c = character_at(hay, at + k);
		char bytes[4];
		const std::size_t length = put_character(lower_case(c.code), bytes);
		if (needle.substr(k, length) != std::string_view(bytes, length))
			return false;
		k += length;
	}
	return true;
}

bool Needles::edges_allow(std::size_t i, std::string_view hay, std::size_t at) const
{
	const std::size_t end = at + items_[i].length;
	switch (items_[i].edges) {
		case Edges::word:
			return !continues_word(hay, at, end);
		case Edges::email:
			return !continues_email(hay, at, end);
		default:
			return true;
	}
}

bool Needles::accepts(const PhoneNumber &number) const
{
	auto found = std::lower_bound(phones_.begin(), phones_.end(), number.national, [](const Phone &phone, std::uint64_t national) { return phone.national < national; });
	for (; found != phones_.end() && found->national == number.national; ++found)
		if (found->country == number.country || found->country == 0 || number.country == 0)
			return true;
	return false;
}

bool Needles::finds_phone(std::string_view hay) const
{
	return has_phones() && find_phone(hay, [](const void *self, const PhoneNumber &number) { return static_cast<const Needles *>(self)->accepts(number); }, this);
}

bool Needles::is_phone(std::int64_t number) const
{
	char digits[24];
	const auto written = std::to_chars(digits, digits + sizeof digits, number);
	const PhoneReadings readings = read_phone({digits, static_cast<std::size_t>(written.ptr - digits)}, false);
	for (int i = 0; number > 0 && i < readings.count; ++i)
		if (accepts(readings.items[i]))
			return true;
	return false;
}

}  // namespace core
