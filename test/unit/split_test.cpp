// Taking texts apart: as many parts as separators and one, but none of nothing.
#include "core/split.hpp"

#include <gtest/gtest.h>

namespace {

using Parts = std::vector<std::string>;

TEST(Split, Parts)
{
	EXPECT_EQ(core::split(""), Parts{});
	EXPECT_EQ(core::split("a"), Parts{"a"});
	EXPECT_EQ(core::split("a\nb\nc"), (Parts{"a", "b", "c"}));
	EXPECT_EQ(core::split("\n"), (Parts{"", ""}));
	EXPECT_EQ(core::split("a\n\nb\n"), (Parts{"a", "", "b", ""}));
	EXPECT_EQ(core::split("a\nb;c", ';'), (Parts{"a\nb", "c"}));
}

}  // namespace
