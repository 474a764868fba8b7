// HMAC-SHA-256 against the vectors of RFC 4231, and the separation of purposes.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "vault/hmac.hpp"

namespace {

using Key = std::array<unsigned char, vault::kKeyBytes>;

std::string hex(const std::string &bytes)
{
	constexpr char kDigits[] = "0123456789abcdef";
	std::string text;
	for (const char byte : bytes) {
		text += kDigits[static_cast<unsigned char>(byte) >> 4];
		text += kDigits[byte & 15];
	}
	return text;
}

// Shorter keys of the vectors: HMAC fills keys up with zeros itself.
Key padded(std::string_view key)
{
	Key all{};
	std::copy(key.begin(), key.end(), all.begin());
	return all;
}

TEST(VaultHmac, Rfc4231)
{
	EXPECT_EQ(hex(vault::hmac(padded(std::string(20, '\x0b')), "Hi There")), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
	EXPECT_EQ(hex(vault::hmac(padded("Jefe"), "what do ya want for nothing?")), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
	EXPECT_EQ(hex(vault::hmac(padded(std::string(20, '\xaa')), std::string(50, '\xdd'))),
			  "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
}

TEST(VaultHmac, PurposesAreApart)
{
	const Key key = padded("k");
	EXPECT_EQ(vault::hmac(key, "a", "bc"), vault::hmac(key, "a", "bc"));
	EXPECT_NE(vault::hmac(key, "a", "bc"), vault::hmac(key, "ab", "c"));
	EXPECT_NE(vault::hmac(key, "a", "bc"), vault::hmac(padded("l"), "a", "bc"));
	EXPECT_EQ(vault::hmac(key, "a", "bc"), vault::hmac(key, std::string("\0\0\0\1abc", 7)));
}

}  // namespace
