// Ed25519 against the vectors of RFC 8032, and what must not verify.
#include <gtest/gtest.h>

#include <array>
#include <string>

#include "evidence/signature.hpp"

namespace {

using Seed = std::array<unsigned char, vault::kKeyBytes>;

Seed seed(std::string_view hex)
{
	Seed bytes{};
	for (std::size_t i = 0; i < bytes.size(); ++i)
		bytes[i] = static_cast<unsigned char>(std::stoi(std::string(hex.substr(2 * i, 2)), nullptr, 16));
	return bytes;
}

// RFC 8032, section 7.1: tests 1 and 2.
const Seed kFirst = seed("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
const Seed kSecond = seed("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

TEST(Signature, Rfc8032)
{
	EXPECT_EQ(evidence::sign(kFirst, ""), "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw==");
	EXPECT_EQ(evidence::sign(kSecond, "\x72"), "kqAJqfDUyrhyDoILX2QlQKKye1QWUD+Ps3YiI+vbadoIWsHkPhWZbkWPNhPQ8R2MOHsurrQwKu6wDSkWErsMAA==");
}

TEST(Signature, VerifiesItsOwnAndNothingElse)
{
	const std::string pem = evidence::public_key_pem(kFirst);
	EXPECT_TRUE(pem.starts_with("-----BEGIN PUBLIC KEY-----\nMCow"));
	const std::string signature = evidence::sign(kFirst, "text");
	EXPECT_EQ(evidence::verify(pem, "text", signature), true);
	EXPECT_EQ(evidence::verify(pem, "texT", signature), false);
	EXPECT_EQ(evidence::verify(evidence::public_key_pem(kSecond), "text", signature), false);
	EXPECT_EQ(evidence::verify(pem, "text", ""), false);
	EXPECT_EQ(evidence::verify(pem, "text", signature.substr(1)), false);
	EXPECT_EQ(evidence::verify(pem, "text", std::string(88, '!')), false);
	std::string other = signature;
	other[3] = other[3] == 'A' ? 'B' : 'A';
	EXPECT_EQ(evidence::verify(pem, "text", other), false);
	EXPECT_EQ(evidence::verify("no key", "text", signature), std::nullopt);
	EXPECT_EQ(evidence::verify("", "text", signature), std::nullopt);
}

}  // namespace
