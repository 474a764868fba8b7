// Fuzzes the reader of vault records: no garbage crashes it, and what it accepts writes back to the same bytes.
#include <optional>
#include <vector>

#include "core/vault_record.hpp"
#include "fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	const std::string_view bytes = input.rest();

	core::RecordReader reader(bytes);
	std::optional<core::RecordWriter> writer;
	if (!reader.columns().empty())
		writer.emplace(reader.columns());
	require(writer.has_value() || reader.error() != nullptr);
	require(reader.columns().size() <= bytes.size());

	std::vector<std::optional<std::string_view>> values;
	while (reader.next_row(values)) {
		require(values.size() == reader.columns().size());
		writer->begin_row();
		for (const auto &value : values) {
			if (!value) {
				writer->add_null();
				continue;
			}
			require(value->data() >= bytes.data() && value->data() + value->size() <= bytes.data() + bytes.size());
			writer->add(*value);
		}
	}
	if (!reader.error()) {
		require(writer->row_count() == reader.row_count());
		require(writer->bytes() == bytes);
	}
	require(!reader.next_row(values));
	return 0;
}
