// Random texts from a fixed seed, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

// mt19937 is specified to the bit; the distributions of <random> are not, so they are not used.
class RandomText {
public:
	explicit RandomText(std::uint32_t seed) : engine_(seed) {}

	std::size_t below(std::size_t limit) { return engine_() % limit; }
	bool chance(std::size_t one_in) { return below(one_in) == 0; }

	std::string_view pick(const std::vector<std::string_view> &from) { return from[below(from.size())]; }

	// Up to `most` pieces from the list.
	std::string pieces(const std::vector<std::string_view> &from, std::size_t most)
	{
		std::string text;
		for (std::size_t left = below(most + 1); left > 0; --left)
			text += pick(from);
		return text;
	}

	std::string bytes(std::size_t most)
	{
		std::string text(below(most + 1), '\0');
		for (char &c : text)
			c = static_cast<char>(below(256));
		return text;
	}

private:
	std::mt19937 engine_;
};

// Letters of one to four bytes, asterisks, and bytes that begin, continue or end no character.
inline std::vector<std::string_view> awkward_pieces()
{
	return {"a", "b", "Z", "7", " ", "*", "*", "*****", "@", ".", "é", "ß", "€", "漢", "😀", "e\u0301",
			"\xC3", "\xE2\x82", "\xF0\x9F\x98", "\x80", "\xFF", "\xC0\x80", "\xED\xA0\x80"};
}

// Every text over the alphabet with at most `longest` letters.
inline std::vector<std::string> all_texts(std::string_view alphabet, std::size_t longest)
{
	std::vector<std::string> texts{""};
	std::size_t begin = 0;
	for (std::size_t length = 1; length <= longest; ++length) {
		const std::size_t end = texts.size();
		for (std::size_t i = begin; i < end; ++i) {
			for (const char c : alphabet)
				texts.push_back(texts[i] + c);
		}
		begin = end;
	}
	return texts;
}
