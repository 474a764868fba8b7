// Builds the sieve: of each piece the part whose bytes the fewest other pieces have.
#include "core/sieve.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "core/fence.hpp"

namespace core {
namespace {

constexpr std::size_t kMostStride = 8;
constexpr std::uint32_t kNone = 0xFFFFFFFF;

std::uint64_t gram_at(std::string_view text, std::size_t at, std::size_t width)
{
	std::uint64_t gram = 0;
	__builtin_memcpy(&gram, text.data() + at, width);
	return gram;
}

}  // namespace

Sieve::Sieve(const Segments &segments, const std::vector<std::uint32_t> &chosen)
{
	if (chosen.empty())
		return;
	std::size_t shortest = segments[chosen.front()].length;
	for (const std::uint32_t i : chosen)
		shortest = std::min<std::size_t>(shortest, segments[i].length);
	width_ = shortest >= 12 ? 8 : 6;
	stride_ = std::min(shortest - width_ + 1, kMostStride);
	mask_ = width_ == 8 ? ~0ULL : (1ULL << (8 * width_)) - 1;

	std::unordered_map<std::uint64_t, std::uint32_t> frequency;
	const auto folded = [&](std::string_view text, std::size_t at) { return (gram_at(text, at, width_) | kFold) & mask_; };
	for (const std::uint32_t i : chosen)
		for (std::size_t at = 0; at + width_ <= segments[i].length; ++at)
			++frequency[folded(segments.text(segments[i]), at)];
	for (const std::uint32_t i : chosen) {
		const Segment &segment = segments[i];
		const std::string_view text = segments.text(segment);
		std::size_t best = 0;
		std::uint64_t least = ~0ULL;
		for (std::size_t start = 0; start + width_ + stride_ - 1 <= text.size(); ++start) {
			std::uint64_t sum = 0;
			for (std::size_t k = 0; k < stride_; ++k)
				sum += frequency[folded(text, start + k)];
			if (sum < least) {
				least = sum;
				best = start;
			}
		}
		for (std::size_t k = 0; k < stride_; ++k)
			grams_.push_back({folded(text, best + k), segment.needle, static_cast<std::uint32_t>(segment.offset + best + k)});
	}
	std::sort(grams_.begin(), grams_.end(), [](const Gram &a, const Gram &b) { return a.bytes < b.bytes; });

	// Half a cache of bits: one in about 64 is set.
	const int bits = std::clamp(static_cast<int>(std::bit_width(grams_.size() * 64)), 12, 23);
	shift_ = 64 - bits;
	bits_.resize((std::size_t{1} << bits) / 64);
	for (const Gram &gram : grams_) {
		const std::uint64_t bit = gram.bytes * kMultiplier >> shift_;
		bits_[bit >> 6] |= std::uint64_t{1} << (bit & 63);
	}
	const int slots = std::bit_width(grams_.size() * 2);
	starts_shift_ = 64 - slots;
	starts_.assign(std::size_t{1} << slots, kNone);
	for (std::uint32_t i = 0; i < grams_.size(); ++i) {
		if (i > 0 && grams_[i].bytes == grams_[i - 1].bytes)
			continue;
		std::size_t slot = grams_[i].bytes * kMultiplier >> starts_shift_;
		while (starts_[slot] != kNone)
			slot = (slot + 1) & (starts_.size() - 1);
		starts_[slot] = i;
	}
}

std::uint32_t Sieve::first_of(std::uint64_t gram) const
{
	for (std::size_t slot = gram * kMultiplier >> starts_shift_; starts_[slot] != kNone; slot = (slot + 1) & (starts_.size() - 1))
		if (grams_[starts_[slot]].bytes == gram)
			return starts_[slot];
	return kNone;
}

}  // namespace core
