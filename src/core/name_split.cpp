// Takes names apart: cases, accents, and words run together.
#include <algorithm>
#include <array>
#include <cstdint>

#include "core/name_dictionary.hpp"
#include "core/name_words.hpp"

#include "core/fence.hpp"

namespace core {
namespace {

// Latin letters with marks, by code point, as the letters they are without.
struct Fold {
	char32_t first, last;
	std::string_view letters;
};

void append_folded(std::string &out, char32_t c)
{
	static constexpr Fold kFolds[] = {
		{0xC0, 0xC5, "a"}, {0xC6, 0xC6, "ae"}, {0xC7, 0xC7, "c"}, {0xC8, 0xCB, "e"}, {0xCC, 0xCF, "i"}, {0xD1, 0xD1, "n"},
		{0xD2, 0xD6, "o"}, {0xD8, 0xD8, "o"}, {0xD9, 0xDC, "u"}, {0xDD, 0xDD, "y"}, {0xDF, 0xDF, "ss"}, {0xE0, 0xE5, "a"},
		{0xE6, 0xE6, "ae"}, {0xE7, 0xE7, "c"}, {0xE8, 0xEB, "e"}, {0xEC, 0xEF, "i"}, {0xF1, 0xF1, "n"}, {0xF2, 0xF6, "o"},
		{0xF8, 0xF8, "o"}, {0xF9, 0xFC, "u"}, {0xFD, 0xFD, "y"}, {0xFF, 0xFF, "y"}, {0x104, 0x105, "a"}, {0x106, 0x107, "c"},
		{0x118, 0x119, "e"}, {0x141, 0x142, "l"}, {0x143, 0x144, "n"}, {0x152, 0x153, "oe"}, {0x15A, 0x15B, "s"}, {0x160, 0x161, "s"},
		{0x179, 0x17C, "z"}, {0x17D, 0x17E, "z"},
	};
	for (const Fold &fold : kFolds)
		if (c >= fold.first && c <= fold.last) {
			out += fold.letters;
			return;
		}
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Reads one character of UTF-8; bytes that are none count for themselves.
char32_t next_character(std::string_view text, std::size_t &at)
{
	const auto lead = static_cast<unsigned char>(text[at++]);
	const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
	char32_t c = more == 0 ? lead : lead & (0x3F >> more);
	for (int i = 0; i < more && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; ++i)
		c = c << 6 | (static_cast<unsigned char>(text[at++]) & 0x3F);
	return c;
}

// Lower-case runs of letters: split at anything else, and where camelCase changes.
std::vector<std::string> tokens_of(std::string_view name)
{
	std::vector<std::string> tokens;
	std::string token;
	const auto close = [&] {
		if (!token.empty())
			tokens.push_back(std::move(token));
		token.clear();
	};
	char before = 0;
	for (std::size_t at = 0; at < name.size();) {
		const std::size_t here = at;
		const char32_t c = next_character(name, at);
		if (c < 0x80 && !is_lower(name[here]) && !is_upper(name[here])) {
			close();
			before = 0;
			continue;
		}
		const bool upper = c < 0x80 ? is_upper(name[here]) : c < 0xDF && c != 0xD7;
		const bool next_lower = at < name.size() && is_lower(name[at]);
		if (upper && (before == 'a' || (before == 'A' && next_lower)))
			close();
		if (c < 0x80)
			token += upper ? static_cast<char>(name[here] + 32) : name[here];
		else
			append_folded(token, c);
		before = upper ? 'A' : 'a';
	}
	close();
	return tokens;
}

constexpr std::size_t kLongestRun = 64;  // an identifier has 63 bytes

// Words run together: the split with the fewest letters outside the dictionary, then the fewest words. Letters outside
// count only in runs of four and more, between words of four and more: "re-name-d" is not a name.
std::vector<NameWord> split_run(const std::string &run)
{
	struct Best {
		unsigned cost = UINT32_MAX;
		std::size_t from = 0;
		bool known = false;
	};
	std::array<Best, kLongestRun + 1> best{};
	best[0].cost = 0;
	const auto offer = [&](std::size_t to, std::size_t from, unsigned cost, bool known) {
		if (cost < best[to].cost)
			best[to] = {cost, from, known};
	};
	for (std::size_t at = 0; at < run.size(); ++at) {
		if (best[at].cost == UINT32_MAX)
			continue;
		for (std::size_t length = 2; at + length <= run.size(); ++length) {
			const std::string_view word = std::string_view(run).substr(at, length);
			const Word found = look_up(word);
			// Two letters say something at an end only: "telnr", "ipadresse".
			if (found != Word::unknown && (length > 2 || ((at == 0 || at + length == run.size()) && (found == Word::id || found == Word::network))))
				offer(at + length, at, best[at].cost + (length < 4 ? 3 : 2), true);
			if (length >= 4 && (at == 0 || best[at].known))
				offer(at + length, at, best[at].cost + 10 + 4 * static_cast<unsigned>(length), false);
		}
	}
	std::vector<NameWord> words;
	std::size_t unknown = 0;
	for (std::size_t at = run.size(); at > 0; at = best[at].from) {
		if (best[at].cost == UINT32_MAX)
			return {{run, Word::unknown}};
		const std::string text = run.substr(best[at].from, at - best[at].from);
		unknown += best[at].known ? 0 : text.size();
		words.push_back({text, best[at].known ? look_up(text) : Word::unknown});
	}
	std::reverse(words.begin(), words.end());
	if (unknown > 0 && (unknown > run.size() * 2 / 3 || std::any_of(words.begin(), words.end(), [](const NameWord &w) { return w.text.size() < 4; })))
		return {{run, Word::unknown}};
	return words;
}

}  // namespace

std::string folded(std::string_view text)
{
	std::string out;
	for (std::size_t at = 0; at < text.size();) {
		const char byte = text[at];
		const char32_t c = next_character(text, at);
		if (c >= 0x80)
			append_folded(out, c);
		else if (is_lower(byte) || is_upper(byte))
			out += is_upper(byte) ? static_cast<char>(byte + 32) : byte;
	}
	return out;
}

namespace {

// As it stands, or as a plural.
Word look_up_plural(const std::string &token)
{
	const Word word = look_up(token);
	return word == Word::unknown && token.size() > 4 && token.back() == 's' ? look_up(std::string_view(token).substr(0, token.size() - 1)) : word;
}

}  // namespace

std::vector<NameWord> words_of(std::string_view name)
{
	std::vector<NameWord> words;
	const std::vector<std::string> tokens = tokens_of(name);
	for (std::size_t at = 0; at < tokens.size(); ++at) {
		// Words that mean something else together: mot de passe, e-mail, user name.
		std::size_t taken = 0;
		for (std::size_t count = std::min<std::size_t>(3, tokens.size() - at); count > 1 && taken == 0; --count) {
			std::string joined;
			for (std::size_t i = 0; i < count; ++i)
				joined += tokens[at + i];
			if (const Word word = look_up(joined); word != Word::unknown) {
				words.push_back({std::move(joined), word});
				taken = count;
			}
		}
		if (taken > 0) {
			at += taken - 1;
			continue;
		}
		const std::string &token = tokens[at];
		if (const Word word = look_up_plural(token); word != Word::unknown)
			words.push_back({token, word});
		else if (token.size() < 4 || token.size() > kLongestRun)
			words.push_back({token, Word::unknown});
		else
			for (NameWord &part : split_run(token))
				words.push_back(std::move(part));
	}
	return words;
}

}  // namespace core
