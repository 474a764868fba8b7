// A link of the audit chain tells every change of its fields.
#include <gtest/gtest.h>

#include "core/audit_chain.hpp"

namespace {

using core::audit_link;

TEST(AuditLink, IsWrittenLikeThisForEver)
{
	EXPECT_EQ(audit_link("p", {"ab", std::nullopt, ""}), std::string("p\1\0\0\0\0\0\0\0\2ab\0\1\0\0\0\0\0\0\0\0", 22));
	EXPECT_EQ(audit_link("", {}), "");
}

TEST(AuditLink, NoTwoListsAreAlike)
{
	EXPECT_NE(audit_link("p", {"a", "b"}), audit_link("p", {"ab", ""}));
	EXPECT_NE(audit_link("p", {"a", std::nullopt}), audit_link("p", {"a", ""}));
	EXPECT_NE(audit_link("p", {"a", std::nullopt}), audit_link("p", {std::nullopt, "a"}));
	EXPECT_NE(audit_link("p", {"a"}), audit_link("p", {"a", std::nullopt}));
	EXPECT_NE(audit_link("p", {"a"}), audit_link("q", {"a"}));
	EXPECT_NE(audit_link("p", {"b", "a"}), audit_link("p", {"a", "b"}));
	EXPECT_NE(audit_link("p", {std::string_view("\0", 1)}), audit_link("p", {std::string_view("\0\0", 2)}));
}

}  // namespace
