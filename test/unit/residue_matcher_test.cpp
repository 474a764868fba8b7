// Hyperscan and the sieve find the same: every occurrence, whatever its case and place, and nothing that only looks like one.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/needle.hpp"
#include "residue/matcher.hpp"

namespace {

using residue::Edges;

// Both matchers, always.
class Finder {
public:
	explicit Finder(const std::vector<std::string> &values, bool utf8 = true) : needles_(utf8)
	{
		for (const std::string &value : values)
			EXPECT_TRUE(needles_.add(value)) << value;
		needles_.finish();
		scan_ = std::make_unique<residue::Matcher>(needles_, 1u << 30);
		sieve_ = std::make_unique<residue::Matcher>(needles_, 0);
	}
	bool finds(std::string_view text, Edges edges = Edges::respected) const
	{
		// A buffer of just its size: the sanitizer sees a byte read past the end.
		const std::vector<char> exact(text.begin(), text.end());
		const std::string_view bytes(exact.data(), exact.size());
		const bool found = scan_->occurs(bytes, edges);
		EXPECT_EQ(sieve_->occurs(bytes, edges), found) << text;
		return found;
	}

private:
	core::Needles needles_;
	std::unique_ptr<residue::Matcher> scan_, sieve_;
};

TEST(Matcher, IgnoresCaseAlsoBeyondAscii)
{
	const Finder finder({"Jürgen Müßig", "ИВАНОВ", "Γιώργος Σ", "Łukasz", "Ann Lee"});
	for (const char *text : {"jürgen müßig", "JÜRGEN MÜßIG", "Herr Jürgen MÜßig!", "иванов", "Иванов", "ИвАнОв", "γιώργος ς", "ΓΙΏΡΓΟΣ Σ", "łukasz", "ŁUKASZ", "ann LEE"})
		EXPECT_TRUE(finder.finds(text)) << text;
	for (const char *text : {"jurgen mussig", "иванoв", "lukasz", "ann  lee", ""})
		EXPECT_FALSE(finder.finds(text)) << text;
}

TEST(Matcher, ShortValuesAreWholeWords)
{
	const Finder finder({"Ann", "王伟", "X-1"});
	for (const char *text : {"ann", "Dear ANN,", "„Ann“", "ann-marie", "我是王伟。", "是王伟的", "x-1"})
		EXPECT_TRUE(finder.finds(text)) << text;
	for (const char *text : {"joanna", "ann1", "änn", "Annü", "ann_"})
		EXPECT_FALSE(finder.finds(text)) << text;
	EXPECT_TRUE(finder.finds("joanna", Edges::ignored));
}

TEST(Matcher, LongerValuesAlsoInsideWords)
{
	const Finder finder({"Fitzgerald"});
	EXPECT_TRUE(finder.finds("/photos/annfitzgerald2.jpg"));
}

TEST(Matcher, AddressesAreThatAddress)
{
	const Finder finder({" Ann@X.org\n"});
	for (const char *text : {"ann@x.org", "mailto:ANN@x.ORG?subject=1", "<ann@x.org>", "?m=ann%40x.org&n", "write to ann@x.org."})
		EXPECT_TRUE(finder.finds(text)) << text;
	for (const char *text : {"joann@x.org", "jo.ann@x.org", "jo+ann@x.org", "ann@x.org.uk", "ann@x.orgs", "ann@x.org-foo", "ann@x-org"})
		EXPECT_FALSE(finder.finds(text)) << text;
}

TEST(Matcher, FindsTheSecondOccurrenceWhereTheFirstDoesNotCount)
{
	const Finder finder({"ann@x.org"});
	EXPECT_TRUE(finder.finds("joann@x.org, ann@x.org"));
}

TEST(Matcher, LongValuesByTheirFirstBytes)
{
	const std::string value = "A story " + std::string(2000, 'x');
	const Finder finder({value});
	EXPECT_TRUE(finder.finds(value));
	EXPECT_TRUE(finder.finds(value.substr(0, core::Needles::kMostBytes)));
	EXPECT_FALSE(finder.finds(value.substr(0, core::Needles::kMostBytes - 1)));
}

TEST(Matcher, OtherEncodingsByBytes)
{
	const Finder finder({"M\xFCller & Co"}, false);
	EXPECT_TRUE(finder.finds("m\xFCLLER & co"));
	EXPECT_FALSE(finder.finds("m\xDCLLER & co"));
}

TEST(Needles, WhatIsTooShort)
{
	for (const char *value : {"", "  ", "a", "ab", " ab ", "üö"})
		EXPECT_FALSE(core::Needles::long_enough(value)) << value;
	for (const char *value : {"abc", "王伟", "a b"})
		EXPECT_TRUE(core::Needles::long_enough(value)) << value;
}

TEST(Needles, WhatTellsSomebody)
{
	for (const char *value : {"ann@x.org", "Ann Lee", "12 Main St", "+49 170 1234567", "AB123456", " Ann Lee "})
		EXPECT_TRUE(core::Needles::tells_somebody(value)) << value;
	for (const char *value : {"Ann", "Elisabeth", " Hamburg ", "Köln", "12345", ""})
		EXPECT_FALSE(core::Needles::tells_somebody(value)) << value;
}

// At every place of every length of text: the sieve looks at every few bytes only.
TEST(Matcher, AtEveryPlace)
{
	const std::vector<std::string> values = {"abcdefgh", "needle in a haystack", "user1234567@example.com", "Grüße aus Köln"};
	const Finder finder(values);
	for (const std::string &value : values)
		for (std::size_t before = 0; before < 40; ++before)
			for (std::size_t after = 0; after < 12; ++after) {
				const std::string text = std::string(before, ' ') + value + std::string(after, ' ');
				EXPECT_TRUE(finder.finds(text)) << text;
				EXPECT_FALSE(finder.finds(text.substr(0, before + value.size() - 1))) << text;
			}
}

TEST(Matcher, ThousandsOfValuesAtOnce)
{
	std::vector<std::string> values;
	for (int i = 0; i < 3000; ++i)
		values.push_back("person" + std::to_string(1000003LL * (i + 7)) + "@mail.example");
	const Finder finder(values);
	for (int i = 0; i < 3000; i += 17) {
		EXPECT_TRUE(finder.finds("x " + values[static_cast<std::size_t>(i)] + " y"));
		EXPECT_FALSE(finder.finds("x person" + std::to_string(1000003LL * (i + 7) + 1) + "@mail.example y"));
	}
}

}  // namespace
