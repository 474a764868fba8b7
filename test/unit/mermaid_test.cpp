// Whatever a table or a column is called, a flowchart stays one, and shows that name.
#include <gtest/gtest.h>

#include <cctype>
#include <string>

#include "core/mermaid.hpp"
#include "random_text.hpp"

namespace {

using core::flowchart;
using core::mermaid_text;

TEST(MermaidText, OrdinaryNamesStayReadable)
{
	EXPECT_EQ(mermaid_text("customers"), "customers");
	EXPECT_EQ(mermaid_text("shop.order_lines"), "shop.order_lines");
	EXPECT_EQ(mermaid_text("email: unique"), "email: unique");
	EXPECT_EQ(mermaid_text("a = b, c = d (shared)"), "a = b, c = d (shared)");
	EXPECT_EQ(mermaid_text("größe_日本"), "größe_日本");
}

TEST(MermaidText, NothingEndsTheLabel)
{
	EXPECT_EQ(mermaid_text("a\"]; t9[\"b"), "a#34;#93;#59; t9#91;#34;b");
	EXPECT_EQ(mermaid_text("a\nb"), "a#32;b");
	EXPECT_EQ(mermaid_text("a|b"), "a#124;b");
	EXPECT_EQ(mermaid_text("%% a"), "#37;#37; a");
	EXPECT_EQ(mermaid_text("`a`"), "#96;a#96;");
}

TEST(MermaidText, NothingIsMarkup)
{
	EXPECT_EQ(mermaid_text("<b>&amp;"), "#60;b#62;#38;amp#59;");
	EXPECT_EQ(mermaid_text("#35;"), "#35;35#59;");
	EXPECT_EQ(mermaid_text("__init__"), "#95;#95;init#95;#95;");
	EXPECT_EQ(mermaid_text("1. first"), "1#46; first");
	EXPECT_EQ(mermaid_text("- first"), "#45; first");
	EXPECT_EQ(mermaid_text("style:x#y;"), "style#58;x#35;y#59;");
	EXPECT_EQ(mermaid_text("ends with:"), "ends with#58;");
}

TEST(MermaidText, WhatCannotBeSeenIsShown)
{
	EXPECT_EQ(mermaid_text("a\x01" "b\x7f"), "a#65533;b#65533;");
	EXPECT_EQ(mermaid_text("a\u202Eb"), "a#65533;b");
	EXPECT_EQ(mermaid_text("a\u200Bb\uFEFF"), "a#65533;b#65533;");
	EXPECT_EQ(mermaid_text("a\u0085"), "a#65533;");
	EXPECT_EQ(mermaid_text("\xE2\x80"), "\xE2\x80");  // cut in the middle, in some other encoding: left alone
}

TEST(MermaidText, AnyText)
{
	RandomText random(7);
	for (int round = 0; round < 20000; ++round) {
		const std::string name = random.bytes(12);
		for (const std::string &text : {mermaid_text(name), mermaid_text("x" + name + ": y")}) {
			for (std::size_t i = 0; i < text.size(); ++i) {
				const auto c = static_cast<unsigned char>(text[i]);
				ASSERT_TRUE(c >= 0x80 || std::isalnum(c) || std::string(" ,=()_.-:#;").find(text[i]) != std::string::npos) << text;
				// Every # begins an entity, and every ; ends one.
				if (text[i] == '#') {
					const std::size_t end = text.find_first_not_of("0123456789", i + 1);
					ASSERT_TRUE(end != std::string::npos && end > i + 1 && text[end] == ';') << text;
					i = end;
				} else {
					ASSERT_NE(text[i], ';') << text;
				}
			}
		}
	}
}

TEST(Flowchart, NodesAndEdges)
{
	EXPECT_EQ(flowchart({{{"customers", "name: default"}, true}, {{"orders"}, false}, {{"visits"}, false}},
						{{0, 1, "customer_id = id", false}, {0, 2, "email = email", true}}),
			  "flowchart LR\n"
			  "    t1[[\"customers<br/>name: default\"]]\n"
			  "    t2[\"orders\"]\n"
			  "    t3[\"visits\"]\n"
			  "    t1 -->|\"customer_id = id\"| t2\n"
			  "    t1 -.->|\"email = email\"| t3\n"
			  "    classDef subject stroke-width:3px\n"
			  "    class t1 subject\n");
	EXPECT_EQ(flowchart({}, {}), "flowchart LR\n");
	EXPECT_EQ(flowchart({{{"a"}, false}}, {{0, 0, "", false}}), "flowchart LR\n    t1[\"a\"]\n    t1 --> t1\n");
}

}  // namespace
