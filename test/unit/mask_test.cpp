// Masks hide what they promise to hide, fit their column, and masking twice changes nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "core/mask.hpp"
#include "random_text.hpp"

namespace {

using core::count_chars;
using core::is_masked;
using core::mask_email;
using core::mask_partial;
using core::mask_phone;
using core::mask_text;
using core::mask_unique;
using core::utf8;

std::string partial(std::string_view value, int first, int last, int limit = 0)
{
	return mask_partial(value, first, last, utf8(), limit);
}
std::string email(std::string_view value, int limit = 0) { return mask_email(value, utf8(), limit); }
std::string phone(std::string_view value, int limit = 0) { return mask_phone(value, utf8(), limit); }
bool masked(std::string_view value) { return is_masked(value, utf8()); }

std::string stars_within(int limit)
{
	return std::string(limit <= 0 ? 5u : static_cast<std::size_t>(std::min(limit, 5)), '*');
}

TEST(MaskText, HidesValueAndLength)
{
	EXPECT_EQ(mask_text("Alice", 0), "*****");
	EXPECT_EQ(mask_text("x", 0), "*****");
	EXPECT_EQ(mask_text(std::string(100000, 'x'), 0), "*****");
	EXPECT_EQ(mask_text("漢", 0), "*****");
	EXPECT_EQ(mask_text("*****", 0), "*****");
	EXPECT_EQ(mask_text("", 0), "");
	EXPECT_EQ(mask_text("", 3), "");
}

TEST(MaskText, IsCutToTheLimit)
{
	for (int limit = 1; limit <= 6; ++limit)
		EXPECT_EQ(mask_text("Alice", limit), stars_within(limit));
	EXPECT_EQ(mask_text("Alice", -1), "*****");
}

TEST(MaskPartial, KeepsBothEnds)
{
	EXPECT_EQ(partial("Alice", 1, 1), "A*****e");
	EXPECT_EQ(partial("Alexander", 2, 0), "Al*****");
	EXPECT_EQ(partial("Alexander", 0, 3), "*****der");
	EXPECT_EQ(partial("DE89370400440532013000", 4, 4), "DE89*****3000");
	EXPECT_EQ(partial("Zoë Müller", 3, 1), "Zoë*****r");
	EXPECT_EQ(partial("漢字漢字漢字", 1, 1), "漢*****字");
	EXPECT_EQ(partial("Alice", 0, 0), "*****");
	EXPECT_EQ(partial("", 1, 1), "");
}

TEST(MaskPartial, StarsAValueThatTheEndsWouldCover)
{
	EXPECT_EQ(partial("Al", 1, 1), "*****");
	EXPECT_EQ(partial("Alice", 3, 2), "*****");
	EXPECT_EQ(partial("Alice", 5, 0), "*****");
	EXPECT_EQ(partial("Alice", 100, 100), "*****");
	EXPECT_EQ(partial("Alice", 2147483647, 2147483647), "*****");
}

TEST(MaskPartial, NeverShowsMoreThanItHides)
{
	EXPECT_EQ(partial("abc", 1, 0), "*****");      // two hidden
	EXPECT_EQ(partial("abcd", 1, 0), "a*****");    // three hidden
	EXPECT_EQ(partial("abcdefg", 2, 2), "*****");  // three of seven hidden
	EXPECT_EQ(partial("abcdefgh", 2, 2), "ab*****gh");
}

TEST(MaskPartial, CountsNegativeKeepsAsNone)
{
	EXPECT_EQ(partial("Alexander", -1, 1), "*****r");
	EXPECT_EQ(partial("Alexander", 1, -2147483647 - 1), "A*****");
}

TEST(MaskPartial, StarsWhatDoesNotFit)
{
	EXPECT_EQ(partial("Alice", 1, 1, 7), "A*****e");
	for (int limit = 1; limit <= 6; ++limit)
		EXPECT_EQ(partial("Alice", 1, 1, limit), stars_within(limit));
}

TEST(MaskPartial, IsNotFooledByAsterisksInTheValue)
{
	EXPECT_EQ(partial("alice*****smith", 1, 1), "a*****h");
	EXPECT_EQ(partial("*****secret", 1, 1), "******t");  // its own first asterisk is kept
	EXPECT_EQ(partial("*****secret", 0, 1), "*****t");
	EXPECT_EQ(partial("secret*****", 1, 0), "s*****");
	EXPECT_EQ(partial("a*****", 0, 0), "*****");
	EXPECT_EQ(partial("******", 1, 0), "*****");
	EXPECT_EQ(partial("*bcdef", 1, 0), "*****");
	EXPECT_EQ(partial("ab*****", 1, 0), "a*****");
}

// What mask_partial may show, said in another way than the code says it.
void expect_hidden(const std::string &value, int first, int last, int limit, const std::string &got)
{
	SCOPED_TRACE(testing::Message() << "value '" << value << "' keeps " << first << ", " << last << " limit " << limit
									<< " gave '" << got << "'");
	if (value.empty()) {
		ASSERT_EQ(got, "");
		return;
	}
	if (got == stars_within(limit))
		return;
	const auto kept_first = static_cast<std::size_t>(first);
	const auto kept_last = static_cast<std::size_t>(last);
	const std::size_t kept = kept_first + kept_last;
	const std::size_t chars = count_chars(value, utf8());
	const std::string before = value.substr(0, core::byte_offset(value, kept_first, utf8()));
	const std::string after = value.substr(core::byte_offset(value, chars - kept_last, utf8()));
	ASSERT_LT(kept, chars);
	ASSERT_EQ(got, before + "*****" + after);
	const std::size_t hidden = chars - kept;
	ASSERT_TRUE((hidden >= 3 && hidden >= kept) || got == value);
}

void expect_partial_holds(const std::string &value, int first, int last, int limit)
{
	const std::string once = partial(value, first, last, limit);
	ASSERT_NO_FATAL_FAILURE(expect_hidden(value, first, last, limit, once));
	ASSERT_EQ(partial(once, first, last, limit), once) << value;
	ASSERT_TRUE(masked(once)) << once;
	if (limit > 0) {
		ASSERT_LE(count_chars(once, utf8()), static_cast<std::size_t>(limit)) << value;
	}
}

TEST(MaskPartial, HoldsForEveryShortTextOfLettersAndAsterisks)
{
	for (const std::string &value : all_texts("a*", 10)) {
		for (int first = 0; first <= 4; ++first) {
			for (int last = 0; last <= 4; ++last) {
				for (const int limit : {0, 1, 2, 5, 6, 7, 8, 11})
					ASSERT_NO_FATAL_FAILURE(expect_partial_holds(value, first, last, limit));
			}
		}
	}
}

TEST(MaskPartial, HoldsForRandomTexts)
{
	RandomText random(2);
	for (int round = 0; round < 200000; ++round) {
		const std::string value = random.chance(4) ? random.bytes(16) : random.pieces(awkward_pieces(), 14);
		const int first = static_cast<int>(random.below(9));
		const int last = static_cast<int>(random.below(9));
		const int limit = static_cast<int>(random.below(20)) - 1;
		ASSERT_NO_FATAL_FAILURE(expect_partial_holds(value, first, last, limit));
	}
}

// Two values that agree in what may be shown give the same mask: nothing else of them can come through.
TEST(MaskPartial, TellsNothingAboutTheHiddenPart)
{
	RandomText random(3);
	for (int round = 0; round < 50000; ++round) {
		const std::string before = random.pieces({"a", "é", "漢"}, 4);
		const std::string after = random.pieces({"b", "ß", "😀"}, 4);
		const auto first = count_chars(before, utf8());
		const auto last = count_chars(after, utf8());
		const std::size_t length = std::max<std::size_t>(first + last, 3);
		std::string one, other;
		for (std::size_t i = 0; i < length; ++i)
			one += random.pick({"x", "ü", "*"});
		for (std::size_t i = 0; i < length + random.below(5); ++i)
			other += random.pick({"y", "€", "*"});
		ASSERT_EQ(partial(before + one + after, static_cast<int>(first), static_cast<int>(last)),
				  partial(before + other + after, static_cast<int>(first), static_cast<int>(last)));
	}
}

TEST(MaskEmail, KeepsFirstLetterAndTopLevel)
{
	EXPECT_EQ(email("alice@example.com"), "a*****@*****.com");
	EXPECT_EQ(email("Bob.Smith+news@mail.example.co.uk"), "B*****@*****.uk");
	EXPECT_EQ(email("o'neil_99@x-y.example.museum"), "o*****@*****.museum");
	EXPECT_EQ(email("ALICE@EXAMPLE.COM"), "A*****@*****.COM");
	EXPECT_EQ(email(""), "");
}

TEST(MaskEmail, StarsAShortLocalPart)
{
	EXPECT_EQ(email("a@example.com"), "*****@*****.com");
	EXPECT_EQ(email("ab@example.com"), "*****@*****.com");
	EXPECT_EQ(email("abc@example.com"), "a*****@*****.com");
}

TEST(MaskEmail, StarsWhateverIsNotPlainlyAnAddress)
{
	const std::vector<std::string> malformed = {
		"alice", "@", "@example.com", "alice@", "x@localhost", "alice@example", "alice@.com", "alice@example.",
		"alice@example..com", "alice@@example.com", "alice@home@example.com", " alice@example.com",
		"alice@example.com ", "alice smith@example.com", "alice@exa mple.com", "alice@example.com\n",
		"\"alice\"@example.com", "\"a@b\"@example.com", ".alice@example.com", "alice.@example.com",
		"al..ice@example.com", "älice@example.com", "alice@exämple.com", "alice@example.cöm", "alice@example.c",
		"alice@example.c0m", "alice@example.1", "alice@192.168.0.1", "alice@[192.168.0.1]", "alice@-example.com",
		"alice@example-.com", "alice@exam_ple.com", "Alice <alice@example.com>", "alice@example.com,bob@example.com",
		"alice@example.com;x", "mailto:alice@example.com", "alice@example.abcdefghijk", "alice(x)@example.com",
		"al*ce@example.com", "alice@example.com.", "alice@example.co\xC3", std::string("alice@example.com\0", 18),
		std::string(65, 'a') + "@example.com", "alice@" + std::string(64, 'a') + ".com",
		"alice@" + std::string(60, 'a') + "." + std::string(60, 'b') + "." + std::string(60, 'c') + "." +
			std::string(60, 'd') + ".example.com",
	};
	for (const std::string &value : malformed) {
		EXPECT_EQ(email(value), "*****") << value;
		EXPECT_EQ(email(value, 3), "***") << value;
	}
}

TEST(MaskEmail, IsNotFooledByAsterisksInTheValue)
{
	EXPECT_EQ(email("a*****@*****.com"), "a*****@*****.com");
	EXPECT_EQ(email("*****@*****.com"), "*****@*****.com");
	for (const std::string_view value :
		 {"alice*****@*****.com", "a*****@*****.example.com", "a*****@example.com", "*****@example.com",
		  "a*****@*****.secretsecret", "a*****@*****.c", "é*****@*****.com", "******@*****.com", "a******@*****.com",
		  "a*****@*****.com alice", "a*****@*****.com.secret", "alice@*****.com", "a*****@*****."})
		EXPECT_EQ(email(value), "*****") << value;
}

TEST(MaskEmail, StarsWhatDoesNotFit)
{
	EXPECT_EQ(email("alice@example.com", 16), "a*****@*****.com");
	EXPECT_EQ(email("alice@example.com", 15), "*****");
	EXPECT_EQ(email("ab@example.com", 15), "*****@*****.com");
	EXPECT_EQ(email("a*****@*****.com", 15), "*****");
	for (int limit = 1; limit <= 6; ++limit)
		EXPECT_EQ(email("alice@example.com", limit), stars_within(limit));
}

TEST(MaskEmail, ShowsAFirstLetterAndATopLevelAndNothingElse)
{
	RandomText random(4);
	const std::vector<std::string_view> likely = {"alice", "b", "@", "@x.org", ".com", "-", "*****@*****."};
	std::vector<std::string_view> from = awkward_pieces();
	from.insert(from.end(), likely.begin(), likely.end());
	int addresses = 0;
	for (int round = 0; round < 200000; ++round) {
		const std::string value = random.pieces(random.chance(2) ? likely : from, 6);
		const int limit = static_cast<int>(random.below(24)) - 1;
		const std::string once = email(value, limit);
		ASSERT_EQ(email(once, limit), once) << value;
		ASSERT_TRUE(masked(once)) << once;
		if (value.empty() || once == stars_within(limit))
			continue;
		++addresses;
		const std::size_t run = once.find("*****@*****.");
		ASSERT_NE(run, std::string::npos) << once;
		ASSERT_LE(run, 1u) << once;
		ASSERT_EQ(once.substr(0, run), value.substr(0, run));
		const std::string top = once.substr(run + 12);
		ASSERT_TRUE(value.ends_with("." + top)) << value;
		ASSERT_TRUE(top.size() >= 2 && top.size() <= 10 && top.find_first_of(".@*") == std::string::npos) << once;
	}
	EXPECT_GT(addresses, 1000);
}

TEST(MaskPhone, KeepsTheLastTwoDigits)
{
	EXPECT_EQ(phone("+49 170 1234567"), "*****67");
	EXPECT_EQ(phone("(030) 123-45.67"), "*****67");
	EXPECT_EQ(phone("(+49) 30/1234567"), "*****67");
	EXPECT_EQ(phone("1234567"), "*****67");
	EXPECT_EQ(phone("123456 7)"), "*****67");
	EXPECT_EQ(phone("123456789012345"), "*****45");
	EXPECT_EQ(phone("*****67"), "*****67");
	EXPECT_EQ(phone(""), "");
}

TEST(MaskPhone, StarsWhateverIsNotPlainlyANumber)
{
	for (const std::string_view value :
		 {"123456", "12", "+", "-", "+49 170 1234567 ext. 5", "call 1234567", "1234567\n", "49+1701234567",
		  "++491701234567", "+49+1701234567", "1234567890123456", "１２３４５６７", "1234567é", "*****6", "*****678",
		  "*****6a", "****67", "******67", "1*****67", "*****67 1234567", "1234567*", "#1234567"})
		EXPECT_EQ(phone(value), "*****") << value;
}

TEST(MaskPhone, StarsWhatDoesNotFit)
{
	EXPECT_EQ(phone("+49 170 1234567", 7), "*****67");
	EXPECT_EQ(phone("*****67", 6), "*****");
	for (int limit = 1; limit <= 6; ++limit)
		EXPECT_EQ(phone("+49 170 1234567", limit), stars_within(limit));
}

TEST(MaskPhone, ShowsTwoDigitsAndNothingElse)
{
	RandomText random(5);
	int numbers = 0;
	for (int round = 0; round < 200000; ++round) {
		const std::string value =
			random.pieces({"1", "2", "34", "567", "8901", "23456", "+", "(", " ", "-", "*****", "a"}, 7);
		const int limit = static_cast<int>(random.below(10)) - 1;
		const std::string once = phone(value, limit);
		ASSERT_EQ(phone(once, limit), once) << value;
		ASSERT_TRUE(masked(once)) << once;
		if (value.empty() || once == stars_within(limit))
			continue;
		++numbers;
		ASSERT_EQ(once.size(), 7u);
		ASSERT_EQ(once.substr(0, 5), "*****");
		const auto digits = std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
		ASSERT_TRUE(digits >= 7 || once == value) << value;
	}
	EXPECT_GT(numbers, 1000);
}

TEST(MaskUnique, AddsTheToken)
{
	EXPECT_EQ(mask_unique("0123456789abcdef", 0), "*****0123456789abcdef");
	EXPECT_EQ(mask_unique("0123456789abcdef", 21), "*****0123456789abcdef");
	EXPECT_EQ(mask_unique("0123456789abcdef", -1), "*****0123456789abcdef");
}

TEST(MaskUnique, ShrinksTheAsterisksFirstAndThenTheToken)
{
	const std::vector<std::string> expected = {"****0123456789abcdef", "***0123456789abcdef", "**0123456789abcdef",
											   "*0123456789abcdef",    "*0123456789abcde",    "*0123456789abcd",
											   "*0123456789abc",       "*0123456789ab",       "*0123456789a",
											   "*0123456789",          "*012345678",          "*01234567"};
	int limit = 20;
	for (const std::string &text : expected) {
		EXPECT_EQ(mask_unique("0123456789abcdef", limit), text);
		--limit;
	}
	for (; limit >= 1; --limit)
		EXPECT_EQ(mask_unique("0123456789abcdef", limit), std::nullopt) << limit;
}

TEST(MaskUnique, KnowsItsShape)
{
	using core::is_unique_mask;
	for (const int limit : {0, 40, 21, 20, 17, 12, 9})
		EXPECT_TRUE(is_unique_mask(*mask_unique("0123456789abcdef", limit), limit)) << limit;
	EXPECT_TRUE(is_unique_mask("", 0));
	EXPECT_FALSE(is_unique_mask("*****0123456789abcde", 0));
	EXPECT_FALSE(is_unique_mask("****00123456789abcdef", 0));
	EXPECT_FALSE(is_unique_mask("******123456789abcdef", 0));
	EXPECT_FALSE(is_unique_mask("*****0123456789abcdeF", 0));
	EXPECT_FALSE(is_unique_mask("*****0123456789abcdef", 12));
	EXPECT_FALSE(is_unique_mask("*****", 0));
	EXPECT_FALSE(is_unique_mask("*****", 5));
	EXPECT_FALSE(is_unique_mask("alice@example.com", 0));
}

TEST(MaskUnique, RefusesWhatIsNoToken)
{
	EXPECT_EQ(mask_unique("", 0), std::nullopt);
	EXPECT_EQ(mask_unique("0123456", 0), std::nullopt);
	EXPECT_EQ(mask_unique("0123456789ABCDEF", 0), std::nullopt);
	EXPECT_EQ(mask_unique("alice@example.com", 0), std::nullopt);
	EXPECT_EQ(mask_unique("01234567", 8), std::nullopt);
	EXPECT_EQ(mask_unique("01234567", 9), "*01234567");
}

TEST(IsMasked, KnowsEveryUniqueMask)
{
	RandomText random(6);
	for (int round = 0; round < 20000; ++round) {
		std::string token;
		for (std::size_t left = random.below(40); left > 0; --left)
			token += "0123456789abcdef"[random.below(16)];
		const int limit = static_cast<int>(random.below(50)) - 1;
		const std::optional<std::string> once = mask_unique(token, limit);
		if (!once)
			continue;
		ASSERT_TRUE(masked(*once)) << *once;
		ASSERT_TRUE(limit <= 0 || once->size() <= static_cast<std::size_t>(limit));
	}
}

// A text counts as masked when, and only when, some mask leaves it as it is.
TEST(IsMasked, MeansThatSomeMaskGivesThisText)
{
	for (const std::string &value : all_texts("a*", 13)) {
		bool given = value.empty();
		for (int limit = 0; limit <= 5; ++limit)
			given = given || mask_text(value, limit) == value;
		for (std::size_t run = value.find("*****"); run != std::string::npos; run = value.find("*****", run + 1)) {
			const int first = static_cast<int>(run);
			const int last = static_cast<int>(value.size() - run) - 5;
			given = given || partial(value, first, last) == value;
		}
		const std::size_t stars = value.find_first_not_of('*');
		if (stars != std::string::npos && stars >= 1 && stars <= 5)
			given = given || mask_unique(value.substr(stars), static_cast<int>(value.size())) == value;
		ASSERT_EQ(masked(value), given) << value;
	}
}

TEST(IsMasked, DoesNotTakePersonalValuesForMasked)
{
	for (const std::string_view value :
		 {"Alice", "alice@example.com", "+49 170 1234567", "Zoë Müller", "漢字", " ", "-", "0", "1 Main Street",
		  "DE89370400440532013000", "f***ing", "5 * 5", "* note", "**bold**", "****", "*deadbee", "*Alice Smith",
		  "******", "********", "deadbeef", "0123456789abcdef", "*0123456789abcdeg", "\xC3\x28"}) {
		EXPECT_EQ(masked(value), value == "****") << value;
	}
}

TEST(IsMasked, KnowsTheShapesByName)
{
	for (const std::string_view value : {"", "*", "**", "***", "****", "*****", "A*****e", "*****e", "A*****", "é*****漢",
										 "a*****@*****.com", "*****@*****.com", "*****67", "*deadbeef",
										 "****0123456789", "*****0123456789abcdef"})
		EXPECT_TRUE(masked(value)) << value;
}

}  // namespace
