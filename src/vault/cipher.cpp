// AES-256-GCM through OpenSSL's EVP interface, with the envelope and associated data that src/core/ lays down.
//
// A nonce is random and 96 bits long. A data key seals only one subject's records of one request, so two records under
// one key never come near a collision; the master key wraps one key a subject, and stays safe beyond a billion of them.
#include "vault/cipher.hpp"

#include <climits>

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace vault {
namespace {

// OpenSSL's queue is cleared, because the server's TLS code would take what is left in it for its own.
[[noreturn]] void fail(CipherError::Kind kind, const char *what)
{
	ERR_clear_error();
	throw CipherError(kind, what);
}

void require(bool ok)
{
	if (!ok)
		fail(CipherError::Kind::library, "OpenSSL could not do AES-256-GCM");
}

const unsigned char *bytes_of(std::string_view text)
{
	return reinterpret_cast<const unsigned char *>(text.data());
}

int int_of(std::size_t size)
{
	require(size <= static_cast<std::size_t>(INT_MAX));
	return static_cast<int>(size);
}

core::Envelope parse(std::string_view sealed)
{
	const char *reason = "not an envelope";
	const auto envelope = core::parse_envelope(sealed, &reason);
	if (!envelope)
		fail(CipherError::Kind::malformed, reason);
	return *envelope;
}

}  // namespace

void fill_random(std::span<unsigned char> space)
{
	if (RAND_bytes(space.data(), int_of(space.size())) != 1)
		fail(CipherError::Kind::library, "OpenSSL has no random numbers");
}

void wipe(std::span<unsigned char> space) noexcept
{
	OPENSSL_cleanse(space.data(), space.size());
}

Cipher::Cipher()
{
	cipher_ = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
	context_ = EVP_CIPHER_CTX_new();
	if (cipher_ != nullptr && context_ != nullptr &&
		EVP_EncryptInit_ex2(context_, cipher_, nullptr, nullptr, nullptr) == 1)
		return;
	EVP_CIPHER_CTX_free(context_);
	EVP_CIPHER_free(cipher_);
	fail(CipherError::Kind::library, "OpenSSL offers no AES-256-GCM");
}

// Freeing the context wipes the key schedule in it.
Cipher::~Cipher()
{
	EVP_CIPHER_CTX_free(context_);
	EVP_CIPHER_free(cipher_);
}

std::string_view Cipher::next_nonce()
{
	if (nonce_at_ == nonces_.size()) {
		fill_random(nonces_);
		nonce_at_ = 0;
	}
	const auto *nonce = reinterpret_cast<const char *>(nonces_.data() + nonce_at_);
	nonce_at_ += core::kNonceBytes;
	return {nonce, core::kNonceBytes};
}

void Cipher::encrypt(KeyView key, const core::EnvelopeHeader &header, std::string_view associated,
					 std::string_view body, std::string &sealed)
{
	sealed.resize(core::envelope_bytes(body.size()));
	auto *out = reinterpret_cast<unsigned char *>(sealed.data());
	require(core::put_envelope_prefix(out, header, next_nonce()));
	const unsigned char *nonce = out + core::kEnvelopeHeaderBytes;
	out += core::kEnvelopePrefixBytes;

	// Naming no cipher keeps the one there is and its memory: only key and nonce are new.
	int length = 0;
	require(EVP_EncryptInit_ex2(context_, nullptr, key.data(), nonce, nullptr) == 1);
	require(EVP_EncryptUpdate(context_, nullptr, &length, bytes_of(associated), int_of(associated.size())) == 1);
	require(body.empty() || EVP_EncryptUpdate(context_, out, &length, bytes_of(body), int_of(body.size())) == 1);
	out += body.size();
	require(EVP_EncryptFinal_ex(context_, out, &length) == 1);
	require(EVP_CIPHER_CTX_ctrl(context_, EVP_CTRL_AEAD_GET_TAG, static_cast<int>(core::kTagBytes), out) == 1);
}

// Writes as many bytes to `out` as the ciphertext has. They are wiped again when the tag is wrong.
void Cipher::decrypt(KeyView key, const core::Envelope &envelope, std::string_view associated, unsigned char *out)
{
	const std::size_t size = envelope.ciphertext.size();
	unsigned char tag[core::kTagBytes];
	envelope.tag.copy(reinterpret_cast<char *>(tag), sizeof(tag));

	int length = 0;
	require(EVP_DecryptInit_ex2(context_, nullptr, key.data(), bytes_of(envelope.nonce), nullptr) == 1);
	require(EVP_DecryptUpdate(context_, nullptr, &length, bytes_of(associated), int_of(associated.size())) == 1);
	require(size == 0 ||
			EVP_DecryptUpdate(context_, out, &length, bytes_of(envelope.ciphertext), int_of(size)) == 1);
	require(EVP_CIPHER_CTX_ctrl(context_, EVP_CTRL_AEAD_SET_TAG, static_cast<int>(sizeof(tag)), tag) == 1);
	unsigned char nothing[16];
	if (EVP_DecryptFinal_ex(context_, nothing, &length) != 1) {
		OPENSSL_cleanse(out, size);
		fail(CipherError::Kind::cannot_be_opened, "another key, another place, or changed bytes");
	}
}

void Cipher::seal(KeyView key, const core::RecordPlace &place, core::Compression compression, std::size_t plain_length,
				  std::string_view body, std::string &sealed)
{
	require(plain_length <= core::kMostPlainBytes);
	const core::EnvelopeHeader header{.compression = compression,
									  .plain_length = static_cast<std::uint32_t>(plain_length)};
	encrypt(key, header, core::associated_data(header, place), body, sealed);
}

core::EnvelopeHeader Cipher::open(KeyView key, const core::RecordPlace &place, std::string_view sealed,
								  std::string &body)
{
	const core::Envelope envelope = parse(sealed);
	body.resize(envelope.ciphertext.size());
	decrypt(key, envelope, core::associated_data(envelope.header, place),
			reinterpret_cast<unsigned char *>(body.data()));
	return envelope.header;
}

void Cipher::wrap(KeyView master, const core::DataKeyPlace &place, KeyView data_key, std::string &wrapped)
{
	const core::EnvelopeHeader header{.plain_length = kKeyBytes};
	const std::string_view body(reinterpret_cast<const char *>(data_key.data()), data_key.size());
	encrypt(master, header, core::associated_data(header, place), body, wrapped);
}

void Cipher::unwrap(KeyView master, const core::DataKeyPlace &place, std::string_view wrapped, KeySpace data_key)
{
	const core::Envelope envelope = parse(wrapped);
	if (envelope.ciphertext.size() != kKeyBytes || envelope.header.compression != core::Compression::none)
		fail(CipherError::Kind::malformed, "the envelope holds no key");
	decrypt(master, envelope, core::associated_data(envelope.header, place), data_key.data());
}

}  // namespace vault
