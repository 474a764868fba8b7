// Free space, gaps and filler are told from items, and what contradicts itself is not touched.
#include <gtest/gtest.h>

#include <array>
#include <random>
#include <vector>

#include "core/page_layout.hpp"

namespace {

using core::PageItem;
using core::PageLayout;

using Page = std::array<unsigned char, core::kPageBytes>;

Page full()
{
	Page page;
	page.fill(0xEE);
	return page;
}

PageLayout layout(std::uint16_t lower, std::uint16_t upper, std::uint16_t special, const std::vector<PageItem> &items)
{
	return {lower, upper, special, items};
}

TEST(PageLayout, ClearsHoleGapsAndFillerAndNothingElse)
{
	const std::vector<PageItem> items{{8000, 13}, {8100 / 8 * 8, 96}};
	Page page = full();
	const PageLayout at = layout(40, 8000, 8192, items);
	const core::StaleBytes found = core::count_stale(page.data(), at);
	ASSERT_TRUE(found.sound);
	const core::StaleBytes cleared = core::clear_stale(page.data(), at);
	EXPECT_EQ(cleared.count, found.count);
	std::size_t kept = 0;
	for (std::size_t i = 0; i < page.size(); ++i) {
		const bool item = (i >= 8000 && i < 8013) || (i >= 8096 && i < 8192);
		const bool used = i < 40 || item;
		EXPECT_EQ(page[i], used ? 0xEE : 0) << i;
		kept += used ? 1 : 0;
	}
	EXPECT_EQ(found.count, page.size() - kept);
	EXPECT_EQ(core::count_stale(page.data(), at).count, 0U);
}

TEST(PageLayout, ContradictionsAreNotTouched)
{
	const Page before = full();
	const std::vector<PageItem> fine{{8000, 16}};
	const std::vector<std::pair<PageLayout, const char *>> wrong{
		{layout(20, 8000, 8192, fine), "line pointers end in the header"},
		{layout(8008, 8000, 8192, fine), "line pointers reach into the items"},
		{layout(40, 8200, 8192, {}), "items begin behind their end"},
		{layout(40, 8000, 8200, fine), "special space is no part of the page"},
		{layout(40, 8003, 8192, {}), "items begin between two words"},
	};
	for (const auto &[at, why] : wrong) {
		Page page = before;
		EXPECT_FALSE(core::clear_stale(page.data(), at).sound) << why;
		EXPECT_EQ(page, before) << why;
	}
	for (const std::vector<PageItem> &items : {std::vector<PageItem>{{8000, 0}}, {{7992, 8}}, {{8004, 8}}, {{8184, 16}}, {{8000, 24}, {8016, 8}}, {{8000, 8}, {8000, 8}}}) {
		Page page = before;
		EXPECT_FALSE(core::clear_stale(page.data(), layout(40, 8000, 8192, items)).sound);
		EXPECT_EQ(page, before);
	}
}

TEST(PageLayout, AnEmptyPageIsAllHole)
{
	Page page = full();
	EXPECT_EQ(core::clear_stale(page.data(), layout(24, 8176, 8176, {})).count, 8176U - 24U);
	EXPECT_EQ(page[8176], 0xEE);
	EXPECT_EQ(page[23], 0xEE);
}

// Items of all lengths, packed and with gaps: each of their bytes stays, all between them goes.
TEST(PageLayout, AnyPageOfItems)
{
	std::mt19937 random(7);
	for (int round = 0; round < 2000; ++round) {
		std::vector<PageItem> items;
		std::array<bool, core::kPageBytes> used{};
		std::size_t at = core::kPageBytes;
		while (items.size() < 60) {
			const std::size_t length = 1 + random() % 200;
			const std::size_t room = (length + 7) / 8 * 8 + (random() % 4 == 0 ? random() % 5 * 8 : 0);
			if (at < room + 1000)
				break;
			at -= room;
			items.push_back({static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(length)});
			for (std::size_t i = 0; i < length; ++i)
				used[at + i] = true;
		}
		std::shuffle(items.begin(), items.end(), random);
		const std::size_t lower = 24 + 4 * items.size();
		Page page = full();
		ASSERT_TRUE(core::clear_stale(page.data(), layout(static_cast<std::uint16_t>(lower), static_cast<std::uint16_t>(at), core::kPageBytes, items)).sound);
		for (std::size_t i = 0; i < page.size(); ++i)
			ASSERT_EQ(page[i], i < lower || used[i] ? 0xEE : 0) << i;
	}
}

}  // namespace
