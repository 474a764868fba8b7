// Building and parsing envelopes, and the associated data that ties a ciphertext to its place.
#include "core/vault_envelope.hpp"

#include <cstring>

#include "core/fence.hpp"

namespace core {

namespace {

// LZ4: a byte of a match's length stands for at most 255 bytes (lz4_Block_format.md).
constexpr std::uint64_t kMostLz4Gain = 255;

constexpr bool length_is_possible(const EnvelopeHeader &header, std::size_t ciphertext_bytes)
{
	if (header.plain_length > kMostPlainBytes)
		return false;
	// GCM keeps the length of what it encrypts.
	if (header.compression == Compression::none)
		return header.plain_length == ciphertext_bytes;
	return ciphertext_bytes < header.plain_length && header.plain_length <= ciphertext_bytes * kMostLz4Gain;
}

constexpr bool header_is_known(const EnvelopeHeader &header)
{
	return header.algorithm == Algorithm::aes_256_gcm &&
		   (header.compression == Compression::none || header.compression == Compression::lz4);
}

void put_u32(unsigned char *at, std::uint32_t value)
{
	for (std::size_t i = 0; i < sizeof(value); ++i)
		at[i] = static_cast<unsigned char>(value >> (8 * i));
}

void put_header(unsigned char *at, const EnvelopeHeader &header)
{
	at[0] = kEnvelopeVersion;
	at[1] = static_cast<unsigned char>(header.algorithm);
	at[2] = static_cast<unsigned char>(header.compression);
	put_u32(at + 3, header.plain_length);
}

void append_integer(std::string &out, std::int64_t value)
{
	for (std::size_t i = 0; i < sizeof(value); ++i)
		out.push_back(static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i)));
}

void append_text(std::string &out, std::string_view text)
{
	append_integer(out, static_cast<std::int64_t>(text.size()));
	out.append(text);
}

void append_header(std::string &out, const EnvelopeHeader &header)
{
	unsigned char bytes[kEnvelopeHeaderBytes];
	put_header(bytes, header);
	out.append(reinterpret_cast<const char *>(bytes), sizeof(bytes));
}

}  // namespace

std::optional<Envelope> parse_envelope(std::string_view bytes, const char **reason)
{
	const auto refuse = [reason](const char *why) {
		if (reason)
			*reason = why;
		return std::nullopt;
	};

	if (bytes.size() < envelope_bytes(0))
		return refuse("the envelope is cut short");
	const auto *at = reinterpret_cast<const unsigned char *>(bytes.data());
	if (at[0] != kEnvelopeVersion)
		return refuse("the envelope has an unknown version");

	Envelope envelope;
	envelope.header.algorithm = static_cast<Algorithm>(at[1]);
	envelope.header.compression = static_cast<Compression>(at[2]);
	if (!header_is_known(envelope.header))
		return refuse("the envelope has an unknown algorithm or compression");
	for (std::size_t i = 0; i < sizeof(std::uint32_t); ++i)
		envelope.header.plain_length |= static_cast<std::uint32_t>(at[3 + i]) << (8 * i);

	envelope.nonce = bytes.substr(kEnvelopeHeaderBytes, kNonceBytes);
	envelope.ciphertext = bytes.substr(kEnvelopePrefixBytes, bytes.size() - envelope_bytes(0));
	envelope.tag = bytes.substr(bytes.size() - kTagBytes);
	if (!length_is_possible(envelope.header, envelope.ciphertext.size()))
		return refuse("the envelope's plain length cannot be right");
	return envelope;
}

bool put_envelope_prefix(unsigned char *at, const EnvelopeHeader &header, std::string_view nonce)
{
	if (nonce.size() != kNonceBytes || !header_is_known(header) || header.plain_length > kMostPlainBytes)
		return false;
	put_header(at, header);
	std::memcpy(at + kEnvelopeHeaderBytes, nonce.data(), kNonceBytes);
	return true;
}

std::string build_envelope(const Envelope &envelope)
{
	unsigned char prefix[kEnvelopePrefixBytes];
	if (envelope.tag.size() != kTagBytes || !length_is_possible(envelope.header, envelope.ciphertext.size()) ||
		!put_envelope_prefix(prefix, envelope.header, envelope.nonce))
		return {};
	std::string bytes;
	bytes.reserve(envelope_bytes(envelope.ciphertext.size()));
	bytes.append(reinterpret_cast<const char *>(prefix), sizeof(prefix));
	bytes.append(envelope.ciphertext).append(envelope.tag);
	return bytes;
}

std::string associated_data(const EnvelopeHeader &header, const RecordPlace &place)
{
	std::string data;
	append_text(data, "erasure vault record");
	append_header(data, header);
	append_integer(data, place.request);
	append_integer(data, place.subject_table);
	append_text(data, place.key);
	append_integer(data, place.table);
	append_integer(data, place.part);
	append_text(data, place.master_key_id);
	return data;
}

std::string associated_data(const EnvelopeHeader &header, const DataKeyPlace &place)
{
	std::string data;
	append_text(data, "erasure data key");
	append_header(data, header);
	append_integer(data, place.request);
	append_integer(data, place.subject_table);
	append_text(data, place.key);
	append_text(data, place.master_key_id);
	append_integer(data, place.records);
	return data;
}

}  // namespace core
