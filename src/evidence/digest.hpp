// SHA-256 (FIPS 180-4) by OpenSSL, without PostgreSQL.
#pragma once

#include <string>
#include <string_view>

namespace evidence {

// 32 bytes.
std::string sha256(std::string_view bytes);

}  // namespace evidence
