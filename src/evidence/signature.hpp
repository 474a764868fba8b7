// Ed25519 (RFC 8032) by OpenSSL, without PostgreSQL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vault/cipher.hpp"

namespace evidence {

// In base64.
std::string sign(vault::KeyView seed, std::string_view text);

// As OpenSSL writes it: -----BEGIN PUBLIC KEY-----.
std::string public_key_pem(vault::KeyView seed);

// No value: that is no Ed25519 key.
std::optional<bool> verify(std::string_view pem, std::string_view text, std::string_view signature);

}  // namespace evidence
