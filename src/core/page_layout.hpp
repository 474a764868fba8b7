// Which bytes of a page belong to nothing: its hole, the gaps between its items and the filler behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace core {

inline constexpr std::size_t kPageBytes = 8192;      // BLCKSZ as PostgreSQL is shipped
inline constexpr std::size_t kItemAlignment = 8;     // MAXIMUM_ALIGNOF of every platform it is shipped for
inline constexpr std::size_t kPageHeaderBytes = 24;  // up to the first line pointer

// Of an item that has bytes in the page; others (unused, redirected, dead without storage) are not listed.
struct PageItem {
	std::uint16_t offset = 0;
	std::uint16_t length = 0;
};

// What a page's header and line pointers say of it.
struct PageLayout {
	std::uint16_t lower = 0;    // end of the line pointers
	std::uint16_t upper = 0;    // where items begin
	std::uint16_t special = 0;  // where they end
	std::span<const PageItem> items;
};

struct StaleBytes {
	// False: header and items contradict each other, so that nothing here can be told to be free; nothing was touched.
	bool sound = false;
	std::size_t count = 0;  // bytes other than zero that belong to nothing
};

// Counts the stale bytes of a page of kPageBytes.
StaleBytes count_stale(const unsigned char *page, const PageLayout &layout);

// Overwrites them with zeros; the number of bytes that were not zero before.
StaleBytes clear_stale(unsigned char *page, const PageLayout &layout);

}  // namespace core
