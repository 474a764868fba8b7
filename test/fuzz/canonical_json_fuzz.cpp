// Fuzzes canonical JSON: no garbage crashes the reader, and what it accepts is its own canonical form afterwards.
#include <string>

#include "core/canonical_json.hpp"
#include "fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	const std::string_view text = input.rest();
	if (const auto once = core::canonical_json(text))
		require(core::canonical_json(*once) == once);
	require(core::canonical_json(core::json_string(text)).has_value() == (text.find('\0') == std::string_view::npos));
	return 0;
}
