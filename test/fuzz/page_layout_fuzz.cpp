// Whatever header and items say: no byte of an item, header or special space changes, and a second look finds nothing.
#include <cstdlib>
#include <cstring>
#include <vector>

#include "core/page_layout.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	const auto take = [&]() -> std::uint16_t {
		if (size < 2)
			return 0;
		std::uint16_t value;
		std::memcpy(&value, data, 2);
		data += 2;
		size -= 2;
		return value;
	};
	core::PageLayout layout{take(), take(), take(), {}};
	std::vector<core::PageItem> items;
	while (size >= 4 && items.size() < 300)
		items.push_back({take(), take()});
	layout.items = items;
	std::vector<unsigned char> page(core::kPageBytes, 0x55);
	const core::StaleBytes cleared = core::clear_stale(page.data(), layout);
	if (!cleared.sound) {
		for (const unsigned char byte : page)
			if (byte != 0x55)
				std::abort();
		return 0;
	}
	for (const core::PageItem &item : items)
		for (std::size_t i = 0; i < item.length; ++i)
			if (page[item.offset + i] != 0x55)
				std::abort();
	for (std::size_t i = 0; i < page.size(); ++i)
		if ((i < layout.lower || i >= layout.special) && page[i] != 0x55)
			std::abort();
	if (core::count_stale(page.data(), layout).count != 0)
		std::abort();
	return 0;
}
