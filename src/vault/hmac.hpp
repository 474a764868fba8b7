// HMAC-SHA-256 (RFC 2104, FIPS 198-1) by OpenSSL, without PostgreSQL.
#pragma once

#include <string>
#include <string_view>

#include "vault/cipher.hpp"

namespace vault {

// 32 bytes.
std::string hmac(KeyView key, std::string_view text);

// Of a purpose and a value, the purpose preceded by its length so that no two purposes share a hash.
std::string hmac(KeyView key, std::string_view purpose, std::string_view value);

}  // namespace vault
