// One call of OpenSSL for each hash.
#include "evidence/digest.hpp"

#include <openssl/err.h>
#include <openssl/evp.h>

#include "vault/cipher.hpp"

namespace evidence {

std::string sha256(std::string_view bytes)
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned int size = 0;
	if (EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr) != 1) {
		ERR_clear_error();
		throw vault::CipherError(vault::CipherError::Kind::library, "OpenSSL could not do SHA-256");
	}
	return {reinterpret_cast<const char *>(digest), size};
}

}  // namespace evidence
