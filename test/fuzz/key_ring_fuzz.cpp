// Fuzzes the key file: no garbage crashes the parser, and what it accepts can be changed without a word of the rest.
#include <algorithm>
#include <string>
#include <vector>

#include "fuzz_input.hpp"
#include "vault/key_ring.hpp"

namespace {

std::string changed(std::string_view text, const std::vector<std::string> &without, const std::vector<std::string> &with)
{
	std::string out(vault::most_ring_bytes(text.size(), with.size()), '\0');
	out.resize(vault::change_ring(text, without, with, out.data()));
	return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	const std::size_t pick = input.byte();
	const std::string_view text = input.rest();

	std::vector<vault::KeyLine> lines;
	std::string why;
	const bool good = vault::parse_key_file(text, lines, why);
	require(good == why.empty());
	// Whatever it is, what does not say a key that is to go stays.
	const std::string same = changed(text, {}, {});
	require(same.compare(0, text.size(), text) == 0);
	if (!good)
		return 0;

	std::vector<std::string> ids;
	std::vector<std::string> masters;
	for (const vault::KeyLine &line : lines) {
		if (!line.signs)
			masters.emplace_back(line.id);
		require(!line.id.empty() && line.id.size() <= vault::kMostKeyIdBytes && line.digits.size() == 2 * vault::kKeyBytes);
		ids.emplace_back(line.id);
	}
	const std::size_t active = vault::active_key(masters);
	require(active < masters.size() && !vault::is_day_key(masters[active]));

	const std::string gone = ids[pick % ids.size()];
	const std::string fresh = vault::random_id();
	const std::string now = changed(text, {gone}, {fresh});
	std::vector<vault::KeyLine> after;
	require(vault::parse_key_file(now, after, why));
	require(after.size() == lines.size() && after.back().id == fresh);
	require(std::none_of(after.begin(), after.end(), [&](const vault::KeyLine &line) { return line.id == gone; }));
	std::size_t at = 0;
	for (std::size_t i = 0; i < ids.size(); ++i)
		if (ids[i] != gone) {
			require(after[at].id == ids[i] && after[at].digits == lines[i].digits);
			++at;
		}
	return 0;
}
