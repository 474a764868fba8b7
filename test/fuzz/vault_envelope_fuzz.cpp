// Fuzzes the envelope: no garbage crashes the parser, and what it accepts builds back to the same bytes.
#include "core/vault_envelope.hpp"
#include "fuzz_input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
	FuzzInput input(data, size);
	const std::string_view bytes = input.rest();

	const char *reason = nullptr;
	const std::optional<core::Envelope> envelope = core::parse_envelope(bytes, &reason);
	require(envelope.has_value() == (reason == nullptr));
	if (!envelope)
		return 0;
	require(core::build_envelope(*envelope) == bytes);
	require(envelope->header.plain_length <= core::kMostPlainBytes);
	require(envelope->header.plain_length <= envelope->ciphertext.size() * 255);

	// Each other place has other associated data.
	const core::RecordPlace place{1, 2, envelope->nonce, 3, 4, envelope->tag};
	const core::RecordPlace other{1, 2, envelope->tag, 3, 4, envelope->nonce};
	const std::string data_here = core::associated_data(envelope->header, place);
	require(data_here != core::associated_data(envelope->header, other));
	require(data_here != core::associated_data(envelope->header,
											   core::DataKeyPlace{1, 2, envelope->nonce, envelope->tag}));
	return 0;
}
