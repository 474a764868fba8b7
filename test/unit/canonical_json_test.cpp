// Canonical JSON: one form, whatever order and blanks it came with.
#include <gtest/gtest.h>

#include "core/canonical_json.hpp"

namespace {

using core::canonical_json;

TEST(CanonicalJson, SortsAndPacks)
{
	EXPECT_EQ(canonical_json(" {\"b\" : 1 , \"a\": [ true,null , {\"z\":-2,\"y\":\"x\"} ] } "), "{\"a\":[true,null,{\"y\":\"x\",\"z\":-2}],\"b\":1}");
	EXPECT_EQ(canonical_json("{\"ab\": 1, \"b\": 2, \"a\": 3, \"B\": 4}"), "{\"B\":4,\"a\":3,\"ab\":1,\"b\":2}");
	EXPECT_EQ(canonical_json("{}"), "{}");
	EXPECT_EQ(canonical_json("[]"), "[]");
	EXPECT_EQ(canonical_json("\"\""), "\"\"");
	EXPECT_EQ(canonical_json("12"), "12");
}

TEST(CanonicalJson, WritesStringsInOneWay)
{
	EXPECT_EQ(canonical_json("\"\\u001f\\u0001 \\/ \\b\\f\\n\\r\\t \\\" \\\\ \xc3\xa9\""), "\"\\u001f\\u0001 / \\b\\f\\n\\r\\t \\\" \\\\ \xc3\xa9\"");
	EXPECT_EQ(core::json_string(std::string("a\"\\\x01\n\x7f", 6)), "\"a\\\"\\\\\\u0001\\n\x7f\"");
}

TEST(CanonicalJson, IsItsOwn)
{
	const auto once = canonical_json("{\"k\": [1, {\"\\n\": \"\\\\\", \"a\": {}}], \"j\": \"\\u0002\"}");
	ASSERT_TRUE(once);
	EXPECT_EQ(canonical_json(*once), once);
}

TEST(CanonicalJson, RefusesTheRest)
{
	for (const char *text : {"", "{", "}", "[1", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{a:1}", "\"", "\"\\", "\"\\u00", "\"\\u0041\"", "\"\\u0000\"", "\"\\x\"", "\"\n\"", "tru", "nulll", "1 2", "{\"a\":1,\"a\":2}", "{\"a\":1 \"b\":2}"})
		EXPECT_FALSE(canonical_json(text)) << text;
	EXPECT_TRUE(canonical_json(std::string(100, '[') + std::string(100, ']')));
	EXPECT_FALSE(canonical_json(std::string(200, '[') + std::string(200, ']')));
}

}  // namespace
