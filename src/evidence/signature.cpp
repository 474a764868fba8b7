// Signs, writes the public key, and verifies.
#include "evidence/signature.hpp"

#include <memory>
#include <vector>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace evidence {
namespace {

constexpr std::size_t kSignatureBytes = 64;

using Key = std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)>;
using Context = std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)>;
using Memory = std::unique_ptr<BIO, int (*)(BIO *)>;

[[noreturn]] void fail()
{
	ERR_clear_error();
	throw vault::CipherError(vault::CipherError::Kind::library, "OpenSSL could not do Ed25519");
}

const unsigned char *bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

Key private_key(vault::KeyView seed)
{
	Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()), EVP_PKEY_free);
	if (!key)
		fail();
	return key;
}

}  // namespace

std::string sign(vault::KeyView seed, std::string_view text)
{
	const Key key = private_key(seed);
	const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
	unsigned char signature[kSignatureBytes];
	std::size_t size = sizeof(signature);
	if (!context || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
		EVP_DigestSign(context.get(), signature, &size, bytes_of(text), text.size()) != 1)
		fail();
	unsigned char encoded[4 * (kSignatureBytes + 2) / 3 + 1];
	const int length = EVP_EncodeBlock(encoded, signature, static_cast<int>(size));
	return {reinterpret_cast<const char *>(encoded), static_cast<std::size_t>(length)};
}

std::string public_key_pem(vault::KeyView seed)
{
	const Key key = private_key(seed);
	const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
	char *data = nullptr;
	if (!memory || PEM_write_bio_PUBKEY(memory.get(), key.get()) != 1)
		fail();
	const long size = BIO_get_mem_data(memory.get(), &data);
	return {data, static_cast<std::size_t>(size)};
}

std::optional<bool> verify(std::string_view pem, std::string_view text, std::string_view signature)
{
	const Memory memory(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
	if (!memory)
		fail();
	const Key key(PEM_read_bio_PUBKEY(memory.get(), nullptr, [](char *, int, int, void *) { return 0; }, nullptr), EVP_PKEY_free);
	if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_ED25519) {
		ERR_clear_error();
		return std::nullopt;
	}
	std::vector<unsigned char> bytes(signature.size());
	constexpr std::size_t kEncoded = 88;  // 64 bytes, of which the last block has one
	const bool encoded = signature.size() == kEncoded && EVP_DecodeBlock(bytes.data(), bytes_of(signature), static_cast<int>(signature.size())) == 66;
	const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
	const bool good = encoded && context && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
					  EVP_DigestVerify(context.get(), bytes.data(), kSignatureBytes, bytes_of(text), text.size()) == 1;
	ERR_clear_error();
	return good;
}

}  // namespace evidence
