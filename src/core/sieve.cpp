// Builds the sieve: of each piece the part whose bytes the fewest other pieces have.
#include "core/sieve.hpp"

#include <algorithm>
#include <bit>

#include "core/fence.hpp"

namespace core {
namespace {

constexpr std::size_t kMostStride = 8;
constexpr std::uint32_t kMostSharing = 16;
constexpr int kFrequencyBits = 20;
constexpr std::uint32_t kNone = 0xFFFFFFFF;

}  // namespace

std::size_t Sieve::place_of(std::uint64_t gram) { return gram * kMultiplier >> (64 - kFrequencyBits); }

std::uint64_t Sieve::folded(std::string_view text, std::size_t at) const
{
	std::uint64_t gram = 0;
	__builtin_memcpy(&gram, text.data() + at, width_);
	return (gram | kFold) & mask_;
}

Sieve::Sieve(const Segments &segments, const std::vector<std::uint32_t> &chosen)
{
	if (chosen.empty())
		return;
	std::size_t shortest = segments[chosen.front()].length;
	for (const std::uint32_t i : chosen)
		shortest = std::min<std::size_t>(shortest, segments[i].length);
	width_ = shortest >= 12 ? 8 : 6;
	mask_ = width_ == 8 ? ~0ULL : (1ULL << (8 * width_)) - 1;
	// Long steps take in bytes that many pieces share, as the ends of addresses: every place with those would be compared with
	// all of them.
	Frequency frequency(std::size_t{1} << kFrequencyBits);
	for (const std::uint32_t i : chosen)
		for (std::size_t at = 0; at + width_ <= segments[i].length; ++at)
			++frequency[place_of(folded(segments.text(segments[i]), at))];
	for (stride_ = std::min(shortest - width_ + 1, kMostStride); !choose(segments, chosen, frequency) && stride_ > 1; --stride_)
		grams_.clear();
	index();
}

// Of each piece the part with the rarest bytes. Whether few pieces share theirs with many.
bool Sieve::choose(const Segments &segments, const std::vector<std::uint32_t> &chosen, const Frequency &frequency)
{
	grams_.reserve(chosen.size() * stride_);
	std::size_t crowded = 0;
	for (const std::uint32_t i : chosen) {
		const Segment &segment = segments[i];
		const std::string_view text = segments.text(segment);
		std::size_t best = 0;
		std::uint32_t least = ~0U;
		for (std::size_t start = 0; start + width_ + stride_ - 1 <= text.size(); ++start) {
			std::uint32_t worst = 0;
			for (std::size_t k = 0; k < stride_; ++k)
				worst = std::max(worst, frequency[place_of(folded(text, start + k))]);
			if (worst < least) {
				least = worst;
				best = start;
			}
		}
		crowded += least > kMostSharing;
		for (std::size_t k = 0; k < stride_; ++k)
			grams_.push_back({folded(text, best + k), segment.needle, static_cast<std::uint32_t>(segment.offset + best + k)});
	}
	return crowded <= chosen.size() / 64;
}

void Sieve::index()
{
	std::sort(grams_.begin(), grams_.end(), [](const Gram &a, const Gram &b) { return a.bytes < b.bytes; });

	// One bit in 32 to 64 is set.
	const int bits = std::clamp(static_cast<int>(std::bit_width(grams_.size() * 32)), 12, 23);
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
