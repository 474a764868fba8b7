// Conditions: columns become numbers and names again, whatever stands in quotes around them.
#include "core/condition.hpp"

#include <gtest/gtest.h>

#include <map>
#include <stdexcept>

namespace {

const std::map<std::string, int> kNumbers{{"kind", 3}, {"Kind", 4}, {"a\"b", 5}, {"größe", 6}, {"r", 7}};

std::string numbered(const std::string &text)
{
	return core::number_columns(text, "r", [](const std::string &name) { return kNumbers.at(name); });
}

std::string bound(const std::string &text)
{
	return core::bind_columns(text, [](int number) { return "t." + std::to_string(number); });
}

TEST(Condition, ColumnsBecomeNumbers)
{
	EXPECT_EQ(numbered("(r.kind = 'Customer'::text)"), "({3} = 'Customer'::text)");
	EXPECT_EQ(numbered("(r.\"Kind\" OPERATOR(s.=) r.größe)"), "({4} OPERATOR(s.=) {6})");
	EXPECT_EQ(numbered("r.\"a\"\"b\" IS NULL"), "{5} IS NULL");
	EXPECT_EQ(numbered("(r.kind).r.kind"), "({3}).r.kind");
	EXPECT_EQ(numbered("r.r > 1"), "{7} > 1");
	EXPECT_EQ(numbered("other.kind > 1"), "other.kind > 1");
	EXPECT_EQ(numbered("r(r.kind)"), "r({3})");
}

TEST(Condition, QuotesHideEverything)
{
	EXPECT_EQ(numbered("r.kind = 'r.kind'"), "{3} = 'r.kind'");
	EXPECT_EQ(numbered("r.kind = 'it''s r.kind'"), "{3} = 'it''s r.kind'");
	EXPECT_EQ(numbered("r.kind = E'\\\\' AND r.kind = 'x'"), "{3} = E'\\\\' AND {3} = 'x'");
	EXPECT_EQ(numbered("r.kind = E'\\' r.kind' AND r.kind > ''"), "{3} = E'\\' r.kind' AND {3} > ''");
	EXPECT_EQ(numbered("\"r.kind\"(r.kind)"), "\"r.kind\"({3})");
	// A backslash is a backslash where no E stands before the quote.
	EXPECT_EQ(numbered("TYPE'\\' || r.kind"), "TYPE'\\' || {3}");
	EXPECT_EQ(bound("{3} = ANY ('{3,4}'::integer[]) AND \"{3}\"({4})"), "t.3 = ANY ('{3,4}'::integer[]) AND \"{3}\"(t.4)");
}

TEST(Condition, WhatIsNoPlaceholderStays)
{
	EXPECT_EQ(bound("{x} {} {3 {123456}"), "{x} {} {3 {123456}");
	EXPECT_EQ(bound(""), "");
	EXPECT_EQ(bound("'open {3}"), "'open {3}");
	EXPECT_THROW((void)numbered("r.kind = {3}"), std::invalid_argument);
}

TEST(Condition, NumbersAreListedOnce)
{
	EXPECT_EQ(core::numbered_columns("{3} > {12} OR {3} IS NULL OR '{4}' > ''"), (std::vector<int>{3, 12}));
	EXPECT_TRUE(core::numbered_columns("true").empty());
}

}  // namespace
