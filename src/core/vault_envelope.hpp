// The envelope around the ciphertext of a vault record or a wrapped key, and the data that binds it to its place.
//
// Layout, integers little-endian:
//
//     version u8 = 1   algorithm u8   compression u8   plain length u32   nonce 12   ciphertext   tag 16
//
// The plain length is that before compression. Encryption itself lives elsewhere: no key comes near this file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

enum class Algorithm : std::uint8_t { aes_256_gcm = 1 };
enum class Compression : std::uint8_t { none = 0, lz4 = 1 };

inline constexpr std::uint8_t kEnvelopeVersion = 1;
inline constexpr std::size_t kNonceBytes = 12;
inline constexpr std::size_t kTagBytes = 16;
inline constexpr std::size_t kEnvelopeHeaderBytes = 7;
inline constexpr std::size_t kEnvelopePrefixBytes = kEnvelopeHeaderBytes + kNonceBytes;  // what precedes the ciphertext
inline constexpr std::uint32_t kMostPlainBytes = 0x3fffffff;                             // PostgreSQL's limit for a field

struct EnvelopeHeader {
	Algorithm algorithm = Algorithm::aes_256_gcm;
	Compression compression = Compression::none;
	std::uint32_t plain_length = 0;

	bool operator==(const EnvelopeHeader &) const = default;
};

struct Envelope {
	EnvelopeHeader header;
	std::string_view nonce;
	std::string_view ciphertext;
	std::string_view tag;
};

constexpr std::size_t envelope_bytes(std::size_t ciphertext_bytes)
{
	return kEnvelopePrefixBytes + ciphertext_bytes + kTagBytes;
}

// Views into the bytes. No value, and `reason` set to a static text, when the bytes are no envelope of this
// version, or the plain length is more than the ciphertext can hold: an attacker who cannot forge the tag
// shall not make us allocate a gigabyte either.
std::optional<Envelope> parse_envelope(std::string_view bytes, const char **reason);

// Writes header and nonce (kEnvelopePrefixBytes) to `at`, for a caller that encrypts straight into the
// rest of its buffer. False, and nothing written, when the nonce has the wrong size or the header is out of range.
bool put_envelope_prefix(unsigned char *at, const EnvelopeHeader &header, std::string_view nonce);

// The whole envelope in one string; empty when a part has the wrong size (parse_envelope would refuse it).
std::string build_envelope(const Envelope &envelope);

// Where a record belongs. Every field is part of the associated data: a ciphertext moved to another request,
// subject, table or part does not open.
struct RecordPlace {
	std::int64_t request = 0;
	std::int32_t subject_table = 0;
	std::string_view key;
	std::int32_t table = 0;
	std::int32_t part = 0;
	std::string_view master_key_id;
};

// Where a wrapped data key belongs: one a subject and request. It knows how many records it opens, so that one taken
// out of the vault is missed.
struct DataKeyPlace {
	std::int64_t request = 0;
	std::int32_t subject_table = 0;
	std::string_view key;
	std::string_view master_key_id;
	std::int64_t records = 0;
};

// Unambiguous: a label of its own for each kind, integers of fixed size, texts preceded by their length. The
// header is in it too, so that nobody swaps compression or length under a valid tag.
std::string associated_data(const EnvelopeHeader &header, const RecordPlace &place);
std::string associated_data(const EnvelopeHeader &header, const DataKeyPlace &place);

}  // namespace core
