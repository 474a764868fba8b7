// One bit for each aligned word of the page: set where an item lies. What is left between the line pointers and the
// special space, and what an item leaves of its last word, belongs to nothing.
#include "core/page_layout.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/fence.hpp"

namespace core {
namespace {

constexpr std::size_t kWords = kPageBytes / kItemAlignment;

class Coverage {
public:
	// False when a part of it was covered before.
	bool add(std::size_t first, std::size_t last)
	{
		while (first < last) {
			const std::size_t slot = first / 64;
			const std::size_t from = first % 64;
			const std::size_t count = std::min(last - first, 64 - from);
			const std::uint64_t mask = (count == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1) << from;
			if ((bits_[slot] & mask) != 0)
				return false;
			bits_[slot] |= mask;
			first += count;
		}
		return true;
	}

	// The first word from `word` on, below `end`, that is not covered.
	std::size_t next_free(std::size_t word, std::size_t end) const
	{
		while (word < end) {
			const std::uint64_t free = ~bits_[word / 64] >> (word % 64);
			if (free != 0)
				return std::min(end, word + static_cast<std::size_t>(__builtin_ctzll(free)));
			word = (word / 64 + 1) * 64;
		}
		return end;
	}

private:
	std::array<std::uint64_t, kWords / 64> bits_{};
};

bool cover(const PageLayout &layout, Coverage &coverage)
{
	if (layout.lower < kPageHeaderBytes || layout.lower > layout.upper || layout.upper > layout.special ||
		layout.special > kPageBytes || layout.special % kItemAlignment != 0 || layout.upper % kItemAlignment != 0)
		return false;
	for (const PageItem &item : layout.items) {
		const std::size_t end = std::size_t{item.offset} + item.length;
		if (item.length == 0 || item.offset < layout.upper || end > layout.special || item.offset % kItemAlignment != 0 ||
			!coverage.add(item.offset / kItemAlignment, (end + kItemAlignment - 1) / kItemAlignment))
			return false;
	}
	return true;
}

// Whether a stretch is all zero, which is what nearly every stretch is.
bool is_zero(const unsigned char *at, std::size_t length)
{
	return length == 0 || (at[0] == 0 && std::memcmp(at, at + 1, length - 1) == 0);
}

std::size_t nonzero_bytes(const unsigned char *at, std::size_t length)
{
	if (is_zero(at, length))
		return 0;
	std::size_t count = 0;
	for (std::size_t i = 0; i < length; ++i)
		count += at[i] != 0 ? 1 : 0;
	return count;
}

// Calls visit(offset, length) for each stretch that belongs to nothing.
template <typename F>
bool each_free(const PageLayout &layout, F visit)
{
	Coverage coverage;
	if (!cover(layout, coverage))
		return false;
	visit(layout.lower, static_cast<std::size_t>(layout.upper - layout.lower));
	const std::size_t end = layout.special / kItemAlignment;
	for (std::size_t word = coverage.next_free(layout.upper / kItemAlignment, end); word < end; word = coverage.next_free(word, end)) {
		visit(word * kItemAlignment, kItemAlignment);
		++word;
	}
	for (const PageItem &item : layout.items)
		if (const std::size_t over = item.length % kItemAlignment; over != 0)
			visit(std::size_t{item.offset} + item.length, kItemAlignment - over);
	return true;
}

}  // namespace

StaleBytes count_stale(const unsigned char *page, const PageLayout &layout)
{
	StaleBytes stale;
	stale.sound = each_free(layout, [&](std::size_t offset, std::size_t length) { stale.count += nonzero_bytes(page + offset, length); });
	return stale;
}

StaleBytes clear_stale(unsigned char *page, const PageLayout &layout)
{
	StaleBytes stale;
	stale.sound = each_free(layout, [&](std::size_t offset, std::size_t length) {
		if (const std::size_t bytes = nonzero_bytes(page + offset, length); bytes != 0) {
			std::memset(page + offset, 0, length);
			stale.count += bytes;
		}
	});
	return stale;
}

}  // namespace core
