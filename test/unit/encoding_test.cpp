// Characters are counted as characters, and nothing is read past the end of a text.
#include <gtest/gtest.h>

#include <memory>

#include "core/encoding.hpp"
#include "random_text.hpp"

namespace {

using core::byte_offset;
using core::count_chars;
using core::first_chars;
using core::utf8;

TEST(Encoding, CountsCharactersNotBytes)
{
	EXPECT_EQ(count_chars("", utf8()), 0u);
	EXPECT_EQ(count_chars("Zoë", utf8()), 3u);
	EXPECT_EQ(count_chars("漢字", utf8()), 2u);
	EXPECT_EQ(count_chars("😀!", utf8()), 2u);
	EXPECT_EQ(count_chars("Zo\xEB", core::single_byte()), 3u);
}

TEST(Encoding, CountsEachBrokenByteAsOneCharacter)
{
	EXPECT_EQ(count_chars("\x80", utf8()), 1u);
	EXPECT_EQ(count_chars("\xC3", utf8()), 1u);
	EXPECT_EQ(count_chars("\xC3(", utf8()), 2u);
	EXPECT_EQ(count_chars("\xE2\x82", utf8()), 2u);           // cut short
	EXPECT_EQ(count_chars("\xE2\x28\xA1", utf8()), 3u);
	EXPECT_EQ(count_chars("\xC0\x80", utf8()), 2u);           // overlong
	EXPECT_EQ(count_chars("\xE0\x9F\xBF", utf8()), 3u);       // overlong
	EXPECT_EQ(count_chars("\xF0\x8F\xBF\xBF", utf8()), 4u);   // overlong
	EXPECT_EQ(count_chars("\xED\xA0\x80", utf8()), 3u);       // surrogate
	EXPECT_EQ(count_chars("\xF4\x90\x80\x80", utf8()), 4u);   // above U+10FFFF
	EXPECT_EQ(count_chars("\xF5\x80\x80\x80", utf8()), 4u);
}

TEST(Encoding, TakesTheOutermostValidCharacters)
{
	for (const std::string_view one : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
									   "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
		EXPECT_EQ(count_chars(one, utf8()), 1u);
}

TEST(Encoding, CutsBetweenCharacters)
{
	EXPECT_EQ(first_chars("Zoë Müller", 3, utf8()), "Zoë");
	EXPECT_EQ(first_chars("Zoë", 0, utf8()), "");
	EXPECT_EQ(first_chars("Zoë", 99, utf8()), "Zoë");
	EXPECT_EQ(byte_offset("€uro", 1, utf8()), 3u);
	EXPECT_EQ(byte_offset("€uro", 9, utf8()), 6u);
}

TEST(Encoding, HoldsAWrongAnswerWithinTheText)
{
	const core::Encoding too_long{[](const unsigned char *, std::size_t) { return 100; }};
	const core::Encoding too_short{[](const unsigned char *, std::size_t) { return 0; }};
	const core::Encoding negative{[](const unsigned char *, std::size_t) { return -1; }};
	EXPECT_EQ(count_chars("abc", too_long), 1u);
	EXPECT_EQ(count_chars("abc", too_short), 3u);
	EXPECT_EQ(count_chars("abc", negative), 3u);
}

// Buffers of just the right size, so that the address sanitizer sees a byte read too far.
TEST(Encoding, EveryByteBelongsToExactlyOneCharacter)
{
	RandomText random(1);
	for (int round = 0; round < 20000; ++round) {
		const std::string made = random.chance(2) ? random.bytes(12) : random.pieces(awkward_pieces(), 8);
		const auto exact = std::make_unique<char[]>(made.size());
		made.copy(exact.get(), made.size());
		const std::string_view text(exact.get(), made.size());

		const std::size_t chars = count_chars(text, utf8());
		ASSERT_LE(chars, text.size());
		std::size_t before = 0;
		for (std::size_t i = 1; i <= chars; ++i) {
			const std::size_t offset = byte_offset(text, i, utf8());
			ASSERT_GT(offset, before);
			ASSERT_LE(offset - before, 4u);
			before = offset;
		}
		ASSERT_EQ(before, text.size());
	}
}

}  // namespace
