// AES-256-GCM for vault records and data keys: OpenSSL behind one reused context, without PostgreSQL.
#pragma once

#include <array>
#include <cstddef>
#include <exception>
#include <span>
#include <string>
#include <string_view>

#include "core/vault_envelope.hpp"

struct evp_cipher_st;
struct evp_cipher_ctx_st;

namespace vault {

inline constexpr std::size_t kKeyBytes = 32;

using KeyView = std::span<const unsigned char, kKeyBytes>;
using KeySpace = std::span<unsigned char, kKeyBytes>;

// The texts are static and never tell anything about content. Which part of a sealed text was wrong is not told apart.
class CipherError : public std::exception {
public:
	enum class Kind {
		library,           // OpenSSL cannot do its work here
		malformed,         // not an envelope of this version
		cannot_be_opened,  // another key, another place, or changed bytes
	};

	CipherError(Kind kind, const char *what) noexcept : kind_(kind), what_(what) {}
	Kind kind() const noexcept { return kind_; }
	const char *what() const noexcept override { return what_; }

private:
	Kind kind_;
	const char *what_;
};

// Random bytes for keys, from OpenSSL's generator.
void fill_random(std::span<unsigned char> space);

// Wipes what the compiler would otherwise leave.
void wipe(std::span<unsigned char> space) noexcept;

// One object serves a whole verb: fetching the cipher and allocating its context cost more than a short record does.
class Cipher {
public:
	Cipher();
	~Cipher();
	Cipher(const Cipher &) = delete;
	Cipher &operator=(const Cipher &) = delete;

	// The envelope of a record replaces what is in `sealed`. `body` is as compression left it, `plain_length` before.
	void seal(KeyView key, const core::RecordPlace &place, core::Compression compression, std::size_t plain_length,
			  std::string_view body, std::string &sealed);
	// The body, still compressed as the header says, replaces what is in `body`.
	core::EnvelopeHeader open(KeyView key, const core::RecordPlace &place, std::string_view sealed, std::string &body);

	void wrap(KeyView master, const core::DataKeyPlace &place, KeyView data_key, std::string &wrapped);
	void unwrap(KeyView master, const core::DataKeyPlace &place, std::string_view wrapped, KeySpace data_key);

private:
	void encrypt(KeyView key, const core::EnvelopeHeader &header, std::string_view associated, std::string_view body,
				 std::string &sealed);
	void decrypt(KeyView key, const core::Envelope &envelope, std::string_view associated, unsigned char *out);
	std::string_view next_nonce();

	evp_cipher_st *cipher_ = nullptr;
	evp_cipher_ctx_st *context_ = nullptr;
	// The generator takes a lock and a call a draw, so nonces are drawn a few hundred at a time.
	static constexpr std::size_t kNonceSupply = 512 * core::kNonceBytes;
	std::array<unsigned char, kNonceSupply> nonces_;
	std::size_t nonce_at_ = kNonceSupply;
};

}  // namespace vault
