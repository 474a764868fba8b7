// The hashes themselves; the texts hashed are personal and wiped.
#include "vault/hmac.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace vault {

std::string hmac(KeyView key, std::string_view text)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned int size = 0;
	if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char *>(text.data()), text.size(), digest, &size) == nullptr) {
		ERR_clear_error();
		throw CipherError(CipherError::Kind::library, "OpenSSL could not do HMAC");
	}
	return {reinterpret_cast<const char *>(digest), size};
}

std::string hmac(KeyView key, std::string_view purpose, std::string_view value)
{
	std::string text(4, '\0');
	for (std::size_t i = 0; i < 4; ++i)
		text[i] = static_cast<char>(purpose.size() >> (24 - 8 * i) & 0xff);
	text.append(purpose).append(value);
	std::string hash = hmac(key, text);
	wipe({reinterpret_cast<unsigned char *>(text.data()), text.size()});
	return hash;
}

}  // namespace vault
