// One record sealed or opened: compression and encryption in one step each.
#pragma once

#include <string>
#include <string_view>

#include "vault/cipher.hpp"

namespace vault {

// `scratch` only ever grows, so that its bytes are not zeroed for every record. Raises 54000 for what no field can hold.
void seal_record(Cipher &cipher, KeyView data_key, const core::RecordPlace &place, std::string_view plaintext, std::string &scratch,
				 std::string &sealed);

// The plaintext, in one of the two buffers. CipherError where it cannot be opened.
std::string_view open_record(Cipher &cipher, KeyView data_key, const core::RecordPlace &place, std::string_view sealed, std::string &body,
							 std::string &plain);

}  // namespace vault
