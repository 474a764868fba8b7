// Looks for thousands of pieces at once: every few bytes, whether what stands there stands in any of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/segment.hpp"
#include "core/wiped.hpp"

namespace core {

// A place where a piece may stand; the caller compares.
struct SieveHit {
	std::uint32_t needle;
	std::size_t at;  // where the whole value would begin
};

// Steps of `stride` bytes need one look-up each: of every piece, `stride` places beside each other are in the table, so that one
// of them falls on a step. Case and bit 5 of every byte are ignored.
class Sieve {
public:
	static constexpr std::size_t kLeastBytes = 8;

	// Pieces of at least kLeastBytes bytes. The caller keeps neither.
	Sieve(const Segments &segments, const std::vector<std::uint32_t> &chosen);

	bool empty() const { return grams_.empty(); }

	// Until accept, bool(const SieveHit &), says true; whether it did.
	template <typename Accept>
	bool find(std::string_view hay, Accept &&accept) const
	{
		if (empty())
			return false;
		std::size_t at = 0;
		for (; at + 8 <= hay.size(); at += stride_) {
			std::uint64_t gram;
			__builtin_memcpy(&gram, hay.data() + at, 8);
			if (look(gram, at, accept))
				return true;
		}
		// The last bytes, which eight do not fit into.
		for (; at + width_ <= hay.size(); at += stride_) {
			std::uint64_t gram = 0;
			__builtin_memcpy(&gram, hay.data() + at, hay.size() - at);
			if (look(gram, at, accept))
				return true;
		}
		return false;
	}

private:
	struct Gram {
		std::uint64_t bytes;
		std::uint32_t needle;
		std::uint32_t before;  // bytes of the whole value that come before it
	};

	template <typename Accept>
	bool look(std::uint64_t raw, std::size_t at, Accept &&accept) const
	{
		const std::uint64_t gram = (raw | kFold) & mask_;
		const std::uint64_t hash = gram * kMultiplier;
		const std::uint64_t bit = hash >> shift_;
		if (!(bits_[bit >> 6] >> (bit & 63) & 1)) [[likely]]
			return false;
		return look_closer(gram, at, accept);
	}

	template <typename Accept>
	bool look_closer(std::uint64_t gram, std::size_t at, Accept &&accept) const
	{
		for (std::uint32_t i = first_of(gram); i < grams_.size() && grams_[i].bytes == gram; ++i)
			if (at >= grams_[i].before && accept(SieveHit{grams_[i].needle, at - grams_[i].before}))
				return true;
		return false;
	}

	// How many pieces have some bytes, by their hash: two of one hash count as the same.
	using Frequency = std::vector<std::uint32_t>;
	static std::size_t place_of(std::uint64_t gram);

	std::uint64_t folded(std::string_view text, std::size_t at) const;
	bool choose(const Segments &segments, const std::vector<std::uint32_t> &chosen, const Frequency &frequency);
	void index();
	std::uint32_t first_of(std::uint64_t gram) const;

	static constexpr std::uint64_t kFold = 0x2020202020202020;
	static constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;

	std::size_t width_ = 0;
	std::size_t stride_ = 1;
	std::uint64_t mask_ = 0;
	int shift_ = 0;
	WipedVector<Gram> grams_;               // by bytes
	WipedVector<std::uint64_t> bits_;
	WipedVector<std::uint32_t> starts_;     // places in grams_, by the gram's hash
	int starts_shift_ = 0;
};

}  // namespace core
