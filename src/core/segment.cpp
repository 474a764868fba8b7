// Picks for each value a piece without letters beyond ASCII, else one with few of them in all their cases.
#include "core/segment.hpp"

#include <algorithm>

#include "core/casefold.hpp"

#include "core/fence.hpp"

namespace core {
namespace {

constexpr std::size_t kLongest = 64;
constexpr std::size_t kEnough = 8;        // bytes of ASCII that need no company
constexpr std::size_t kMostLetters = 3;   // beyond ASCII: at most 27 ways of writing them

// The cases of a letter, itself first.
struct Ways {
	char32_t codes[3];
	std::size_t count = 0;
};

Ways ways_of(char32_t code)
{
	Ways ways{{code, 0, 0}, 1};
	if (upper_case(code) != code)
		ways.codes[ways.count++] = upper_case(code);
	if (code == 0x3C3)
		ways.codes[ways.count++] = 0x3C2;
	return ways;
}

struct Piece {
	std::size_t offset = 0;
	std::size_t length = 0;
};

Piece ascii_piece(std::string_view text)
{
	Piece best;
	for (std::size_t at = 0; at < text.size();) {
		std::size_t end = at;
		while (end < text.size() && static_cast<unsigned char>(text[end]) < 0x80)
			++end;
		if (end - at > best.length)
			best = {at, end - at};
		at = end + 1;
	}
	return best;
}

// The longest piece with few letters that have cases.
Piece mixed_piece(std::string_view text)
{
	Piece best;
	text = text.substr(0, kLongest);
	for (std::size_t start = 0; start < text.size(); start += character_at(text, start).bytes) {
		std::size_t letters = 0, end = start;
		while (end < text.size()) {
			const Character c = character_at(text, end);
			if (c.bytes > 1 && ways_of(c.code).count > 1 && ++letters > kMostLetters)
				break;
			end += c.bytes;
		}
		if (end - start > best.length)
			best = {start, end - start};
	}
	return best;
}

}  // namespace

void Segments::add(std::size_t needle, std::string_view text, std::size_t offset, std::size_t length)
{
	items_.push_back({static_cast<std::uint32_t>(needle), static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(length)});
	bytes_.insert(bytes_.end(), text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length));
}

void Segments::add_ways(std::size_t needle, std::string_view text, std::size_t offset, std::size_t length)
{
	std::vector<WipedVector<char>> all(1);
	for (std::size_t at = offset; at < offset + length;) {
		const Character c = character_at(text, at);
		const Ways letter = c.bytes > 1 ? ways_of(c.code) : Ways{{c.code, 0, 0}, 1};
		const std::size_t so_far = all.size();
		for (std::size_t way = 1; way < letter.count; ++way)
			for (std::size_t i = 0; i < so_far; ++i)
				all.push_back(all[i]);
		for (std::size_t i = 0; i < all.size(); ++i) {
			char bytes[4];
			const std::size_t written = put_character(letter.codes[i / so_far], bytes);
			all[i].insert(all[i].end(), bytes, bytes + written);
		}
		at += c.bytes;
	}
	for (const WipedVector<char> &way : all)
		add(needle, {way.data(), way.size()}, offset, way.size());
}

Segments::Segments(const Needles &needles)
{
	for (std::size_t i = 0; i < needles.size(); ++i) {
		const std::string_view text = needles.text(i);
		const Piece ascii = ascii_piece(text);
		if (!needles.utf8())
			add(i, text, 0, std::min(text.size(), kLongest));
		else if (ascii.length == text.size() || ascii.length >= kEnough)
			add(i, text.substr(ascii.offset), ascii.offset, std::min(ascii.length, kLongest));
		else {
			const Piece mixed = mixed_piece(text);
			add_ways(i, text, mixed.offset, mixed.length);
		}
	}
}

}  // namespace core
