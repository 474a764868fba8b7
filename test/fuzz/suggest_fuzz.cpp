// Fuzzes what erasure.suggest reads from strangers: names are taken apart without losing a letter, and no name, comment or
// value of any bytes gives a confidence outside 0 to 1.
#include <string>
#include <vector>

#include "core/name_dictionary.hpp"
#include "core/value_pattern.hpp"
#include "fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	const auto type = static_cast<core::TypeClass>(input.byte() % 8);
	const std::string_view text = input.rest();

	const std::vector<core::NameWord> words = core::words_of(text);
	std::string letters;
	for (const core::NameWord &word : words) {
		require(!word.text.empty());
		letters += word.text;
	}
	require(letters == core::folded(text));

	const core::NameVerdict name = core::judge_name(words, core::taste_of(words), type);
	require(name.confidence >= 0 && name.confidence <= 1);
	require((name.kind == core::Kind::none) == (name.confidence == 0));
	const core::NameVerdict comment = core::judge_comment(text, type);
	require(comment.confidence >= 0 && comment.confidence <= 1);

	std::vector<std::string_view> values;
	for (std::size_t at = 0; at < text.size(); at += 1 + text[at] % 16 * (text[at] >= 0))
		values.push_back(text.substr(at, 24));
	values.push_back(text);
	const core::SampleVerdict sample = core::judge_sample(values, 2026);
	require(sample.confidence >= 0 && sample.confidence <= 1);
	for (const std::string_view value : values)
		require(!core::is_iban(value) || value.size() >= 15);
	return 0;
}
