// Whatever a name or a value holds, quoted it is one token of SQL.
#include <gtest/gtest.h>

#include "core/sqltext.hpp"
#include "random_text.hpp"

namespace {

using core::qualified_name;
using core::quote_ident;
using core::quote_literal;

TEST(QuoteIdent, AlwaysQuotes)
{
	EXPECT_EQ(quote_ident("customers"), "\"customers\"");
	EXPECT_EQ(quote_ident("select"), "\"select\"");
	EXPECT_EQ(quote_ident("a\"b"), "\"a\"\"b\"");
	EXPECT_EQ(quote_ident("\""), "\"\"\"\"");
	EXPECT_EQ(quote_ident("x'; DROP TABLE y; --"), "\"x'; DROP TABLE y; --\"");
	EXPECT_EQ(quote_ident("a\\b"), "\"a\\b\"");
	EXPECT_EQ(quote_ident("größe"), "\"größe\"");
}

TEST(QuoteLiteral, DoublesQuotesAndBackslashes)
{
	EXPECT_EQ(quote_literal(""), "''");
	EXPECT_EQ(quote_literal("O'Neil"), "'O''Neil'");
	EXPECT_EQ(quote_literal("a\\b"), "E'a\\\\b'");
	EXPECT_EQ(quote_literal("\\'"), "E'\\\\'''");
	EXPECT_EQ(quote_literal("a\"b"), "'a\"b'");
}

TEST(QuoteLiteral, StaysOnOneLine)
{
	EXPECT_EQ(quote_literal("a\nDROP TABLE b; --\r"), "E'a\\nDROP TABLE b; --\\r'");
	EXPECT_EQ(quote_literal("a\tb"), "'a\tb'");
}

TEST(QualifiedName, JoinsSchemaAndName)
{
	EXPECT_EQ(qualified_name("public", "a.b"), "\"public\".\"a.b\"");
	std::string sql = "LOCK TABLE ";
	core::append_ident(sql, "x");
	core::append_literal(sql, "y");
	EXPECT_EQ(sql, "LOCK TABLE \"x\"'y'");
}

TEST(SqlText, RefusesNulBytesAndEmptyNames)
{
	const std::string nul("a\0b", 3);
	EXPECT_THROW(quote_ident(nul), std::invalid_argument);
	EXPECT_THROW(quote_literal(nul), std::invalid_argument);
	EXPECT_THROW(qualified_name("a", nul), std::invalid_argument);
	EXPECT_THROW(quote_ident(""), std::invalid_argument);
	EXPECT_THROW(qualified_name("", "a"), std::invalid_argument);
	std::string sql = "as before";
	EXPECT_THROW(core::append_literal(sql, nul), std::invalid_argument);
	EXPECT_EQ(sql, "as before");
}

// Reads a quoted token as the server's scanner does; empty when it ends early or late.
std::string unquoted(std::string_view text, char quote)
{
	const bool escapes = text.starts_with('E');
	std::string value;
	for (std::size_t i = escapes ? 2 : 1; i < text.size(); ++i) {
		if (text[i] == quote && i + 1 == text.size())
			return value;
		if (text[i] == quote && text[++i] != quote)
			return {};
		if (escapes && text[i] == '\\') {
			const std::size_t escape = std::string_view("\\nr").find(text[++i]);
			if (escape == std::string_view::npos)
				return {};
			value.push_back("\\\n\r"[escape]);
			continue;
		}
		value.push_back(text[i]);
	}
	return {};
}

TEST(SqlText, ReadsBackWhateverItHolds)
{
	RandomText random(13);
	std::vector<std::string_view> from = awkward_pieces();
	from.insert(from.end(), {"'", "'", "\"", "\\", ";", "--", "/*", "$$", "\n", "\r", "n", "r", "E"});
	for (int round = 0; round < 50000; ++round) {
		const std::string value = random.pieces(from, 8);
		ASSERT_EQ(unquoted(quote_literal(value), '\''), value);
		if (!value.empty()) {
			ASSERT_EQ(unquoted(quote_ident(value), '"'), value);
		}
	}
}

TEST(SqlText, ArrayText)
{
	EXPECT_EQ(core::array_text({}), "{}");
	EXPECT_EQ(core::array_text({"email", "Ship_To2"}), "{email,Ship_To2}");
	EXPECT_EQ(core::array_text({"a b", "a,b", "{", "", "null", "NULL", "nulls"}), R"({"a b","a,b","{","","null","NULL",nulls})");
	EXPECT_EQ(core::array_text({"a\"b", "a\\b", "Größe"}), R"({"a\"b","a\\b","Größe"})");
	EXPECT_THROW(core::array_text({std::string("a\0b", 3)}), std::invalid_argument);
}

}  // namespace
