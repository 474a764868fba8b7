// Whether any of the values stands in some bytes: Hyperscan for few values, a sieve for many.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>

#include "core/needle.hpp"

namespace residue {

// edges ignored: bytes that may cut or join values, as a page's. respected: one value of a column.
enum class Edges { ignored, respected };

// From so many pieces of values on the sieve is faster (make bench).
constexpr std::size_t kSieveFrom = 400;

// Compiled once, used by one thread. Needs nothing of PostgreSQL.
class Matcher {
public:
	// The needles are kept by the caller. Throws std::runtime_error where the processor is too old for Hyperscan.
	explicit Matcher(const core::Needles &needles, std::size_t sieve_from = kSieveFrom);
	~Matcher();
	Matcher(const Matcher &) = delete;
	Matcher &operator=(const Matcher &) = delete;

	// Telephone numbers are not looked for here: core::Needles::finds_phone.
	bool occurs(std::string_view bytes, Edges edges) const;
	// Where values begin, edges ignored, in any order, a place perhaps more than once; until found says true.
	void each(std::string_view bytes, const std::function<bool(std::size_t)> &found) const;

private:
	struct State;
	std::unique_ptr<State> state_;
};

}  // namespace residue
