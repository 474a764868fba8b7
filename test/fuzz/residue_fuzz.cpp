// Fuzzes the search: both matchers agree with a look at every place, and telephone numbers never read past the end.
#include <string>

#include "core/needle.hpp"
#include "fuzz_input.hpp"
#include "residue/matcher.hpp"

namespace {

bool by_hand(const core::Needles &needles, std::string_view hay, residue::Edges edges)
{
	for (std::size_t i = 0; i < needles.size(); ++i)
		for (std::size_t at = 0; at < hay.size(); ++at)
			if (needles.stands_at(i, hay, at) && (edges == residue::Edges::ignored || needles.edges_allow(i, hay, at)))
				return true;
	return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	const bool utf8 = (input.byte() & 1) != 0;
	const std::size_t length = input.byte();
	const std::string_view rest = input.rest();
	core::Needles needles(utf8);
	for (const std::size_t part : {std::size_t{0}, std::size_t{1}})
		if (part * length <= rest.size())
			needles.add(rest.substr(part * length, length));
	needles.finish();
	const std::string_view hay = rest.substr(std::min(rest.size(), length));
	(void)needles.finds_phone(hay);
	const residue::Matcher scan(needles, 1u << 30), sieve(needles, 0);
	for (const residue::Edges edges : {residue::Edges::ignored, residue::Edges::respected}) {
		const bool expected = by_hand(needles, hay, edges);
		require(scan.occurs(hay, edges) == expected);
		require(sieve.occurs(hay, edges) == expected);
	}
	return 0;
}
