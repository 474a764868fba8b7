// Compresses and seals, opens and decompresses.
#include "vault/sealing.hpp"

#include "pg/compress.hpp"
#include "pg/error.hpp"

namespace vault {
namespace {

// A bytea's own limit is that of every field, less its length word.
constexpr std::size_t kMostSealedBytes = core::kMostPlainBytes - 4;

}  // namespace

void seal_record(Cipher &cipher, KeyView data_key, const core::RecordPlace &place, std::string_view plaintext, std::string &scratch,
				 std::string &sealed)
{
	if (plaintext.size() > kMostSealedBytes - core::envelope_bytes(0))
		throw pg::Failure(pg::sqlstate("54000"), "the original is too large for the vault",
						  "A single row of table number " + std::to_string(place.table) + " has " + std::to_string(plaintext.size()) +
							  " bytes of personal data.");
	if (scratch.size() < pg::compress_room(plaintext.size()))
		scratch.resize(pg::compress_room(plaintext.size()));
	const std::size_t compressed = pg::compress(plaintext, scratch.data());
	if (compressed > 0)
		cipher.seal(data_key, place, core::Compression::lz4, plaintext.size(), {scratch.data(), compressed}, sealed);
	else
		cipher.seal(data_key, place, core::Compression::none, plaintext.size(), plaintext, sealed);
}

std::string_view open_record(Cipher &cipher, KeyView data_key, const core::RecordPlace &place, std::string_view sealed, std::string &body,
							 std::string &plain)
{
	const core::EnvelopeHeader header = cipher.open(data_key, place, sealed, body);
	if (header.compression == core::Compression::none)
		return body;
	plain.resize(header.plain_length);
	if (!pg::decompress(body, plain.data(), plain.size()))
		throw CipherError(CipherError::Kind::malformed, "it cannot be decompressed");
	return plain;
}

}  // namespace vault
