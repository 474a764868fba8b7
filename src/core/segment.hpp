// The pieces of the values that a byte matcher looks for: wherever a value stands, in whatever case, one of its pieces does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/needle.hpp"
#include "core/wiped.hpp"

namespace core {

struct Segment {
	std::uint32_t needle = 0;
	std::uint32_t offset = 0;  // in the needle
	std::uint32_t at = 0;      // in the pieces' bytes
	std::uint32_t length = 0;
};

// In lower case as far as ASCII goes, for matchers that fold only that; other letters in each of their cases.
class Segments {
public:
	explicit Segments(const Needles &needles);

	std::size_t size() const { return items_.size(); }
	const Segment &operator[](std::size_t i) const { return items_[i]; }
	std::string_view text(const Segment &segment) const { return {bytes_.data() + segment.at, segment.length}; }

private:
	void add(std::size_t needle, std::string_view text, std::size_t offset, std::size_t length);
	void add_ways(std::size_t needle, std::string_view text, std::size_t offset, std::size_t length);

	WipedVector<char> bytes_;
	std::vector<Segment> items_;
};

}  // namespace core
