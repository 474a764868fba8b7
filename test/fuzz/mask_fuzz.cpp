// Fuzzes the text masks: fitting, idempotent, known to is_masked, and showing no more than they may.
#include <algorithm>
#include <string>

#include "core/mask.hpp"
#include "fuzz_input.hpp"

namespace {

using core::count_chars;
using core::Encoding;

std::string stars_within(int limit)
{
	return std::string(limit <= 0 ? 5u : static_cast<std::size_t>(std::min(limit, 5)), '*');
}

template <typename Mask>
std::string checked(std::string_view value, Encoding enc, int limit, const Mask &mask)
{
	const std::string once = mask(value);
	require(mask(once) == once);
	require(core::is_masked(once, enc));
	require(once.empty() == value.empty());
	require(limit <= 0 || count_chars(once, enc) <= static_cast<std::size_t>(limit));
	return once;
}

// Says again, in another way, what a partial mask may show.
void check_partial(std::string_view value, int first, int last, Encoding enc, int limit, const std::string &got)
{
	if (value.empty() || got == stars_within(limit))
		return;
	const auto kept_first = static_cast<std::size_t>(std::max(first, 0));
	const auto kept_last = static_cast<std::size_t>(std::max(last, 0));
	const std::size_t kept = kept_first + kept_last;
	const std::size_t chars = count_chars(value, enc);
	require(kept < chars);
	const std::string before(value.substr(0, core::byte_offset(value, kept_first, enc)));
	const std::string after(value.substr(core::byte_offset(value, chars - kept_last, enc)));
	require(got == before + "*****" + after);
	require((chars - kept >= 3 && chars - kept >= kept) || got == value);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	const std::uint8_t choice = input.byte();
	const Encoding enc = choice & 1 ? core::single_byte() : core::utf8();
	const int limit = choice & 2 ? static_cast<int>(input.byte() % 32) : input.number();
	const int first = choice & 4 ? static_cast<int>(input.byte() % 8) : input.number();
	const int last = choice & 8 ? static_cast<int>(input.byte() % 8) : input.number();
	const std::string_view value = input.rest();

	checked(value, enc, limit, [=](std::string_view v) { return core::mask_text(v, limit); });
	check_partial(value, first, last, enc, limit, checked(value, enc, limit, [=](std::string_view v) {
					  return core::mask_partial(v, first, last, enc, limit);
				  }));

	const std::string email =
		checked(value, enc, limit, [=](std::string_view v) { return core::mask_email(v, enc, limit); });
	if (!value.empty() && email != stars_within(limit)) {
		const std::size_t run = email.find("*****@*****.");
		require(run <= 1 && email.substr(0, run) == value.substr(0, run));
		const std::string top = email.substr(run + 12);
		require(top.size() >= 2 && top.size() <= 10 && value.ends_with(top));
	}

	const std::string phone =
		checked(value, enc, limit, [=](std::string_view v) { return core::mask_phone(v, enc, limit); });
	require(value.empty() || phone == stars_within(limit) || phone.size() == 7);

	const std::optional<std::string> unique = core::mask_unique(value, limit);
	if (unique) {
		require(core::is_masked(*unique, enc));
		require(limit <= 0 || unique->size() <= static_cast<std::size_t>(limit));
		require(value.starts_with(unique->substr(unique->find_first_not_of('*'))));
	}
	return 0;
}
