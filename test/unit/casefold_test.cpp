// Upper and lower case beyond ASCII keep their length, and what belongs to a word does.
#include <gtest/gtest.h>

#include "core/casefold.hpp"

namespace {

TEST(CaseFold, BothCasesOfALetterAreOfOneLengthAndFindEachOther)
{
	int letters = 0;
	for (char32_t code = 0; code < 0x20000; ++code) {
		const char32_t lower = core::lower_case(code);
		char a[4], b[4];
		EXPECT_EQ(core::put_character(code, a), core::put_character(lower, b)) << std::hex << static_cast<unsigned>(code);
		EXPECT_EQ(core::lower_case(lower), lower) << std::hex << static_cast<unsigned>(code);
		if (lower != code && code != 0x3C2) {
			EXPECT_EQ(core::upper_case(lower), code) << std::hex << static_cast<unsigned>(code);
			++letters;
		}
	}
	EXPECT_GT(letters, 500);
}

TEST(CaseFold, KnownPairs)
{
	EXPECT_EQ(core::lower_case(U'Ü'), U'ü');
	EXPECT_EQ(core::lower_case(U'Ж'), U'ж');
	EXPECT_EQ(core::lower_case(U'Ё'), U'ё');
	EXPECT_EQ(core::lower_case(U'Σ'), U'σ');
	EXPECT_EQ(core::lower_case(U'ς'), U'σ');
	EXPECT_EQ(core::lower_case(U'Ά'), U'ά');
	EXPECT_EQ(core::lower_case(U'Ő'), U'ő');
	EXPECT_EQ(core::lower_case(U'Ł'), U'ł');
	EXPECT_EQ(core::lower_case(U'×'), U'×');
	EXPECT_EQ(core::lower_case(U'王'), U'王');
	EXPECT_EQ(core::upper_case(U'a'), U'A');
	EXPECT_EQ(core::upper_case(U'A'), U'A');
}

TEST(Characters, OfBytesThatAreNoUtf8StandForThemselves)
{
	for (const std::string_view bytes : {std::string_view("\xff"), std::string_view("\xc3"), std::string_view("\xe2\x82"), std::string_view("\xc0\x80"), std::string_view("\xed")}) {
		const core::Character c = core::character_at(bytes, 0);
		EXPECT_EQ(c.bytes, 1u);
		char back[4];
		ASSERT_EQ(core::put_character(c.code, back), 1u);
		EXPECT_EQ(back[0], bytes[0]);
	}
	EXPECT_EQ(core::character_before("a\xc3\xbc", 3).code, U'ü');
	EXPECT_EQ(core::character_before("\xbc", 1).bytes, 1u);
	EXPECT_EQ(core::character_at("\xf0\x9f\x98\x80", 0).code, 0x1F600u);
}

TEST(WordCharacters, LettersAndDigitsOfScriptsWithBlanks)
{
	for (const char32_t code : {U'a', U'Z', U'0', U'_', U'ü', U'ж', U'ª', U'ส'})
		EXPECT_TRUE(core::is_word_character(code)) << std::hex << static_cast<unsigned>(code);
	for (const char32_t code : {U'@', U'.', U'-', U' ', U'“', U'\u00A0', U'×', U'王', U'の', U'한', U'。', U'😀', char32_t{0x1100FF}})
		EXPECT_FALSE(core::is_word_character(code)) << std::hex << static_cast<unsigned>(code);
}

}  // namespace
