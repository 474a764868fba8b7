// Nothing opens but what was sealed with this key for this place, down to the last byte; and key files mean one thing.
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "vault/cipher.hpp"
#include "vault/key_ring.hpp"

namespace {

using core::Compression;
using core::DataKeyPlace;
using core::RecordPlace;
using vault::Cipher;
using vault::CipherError;

struct Key {
	unsigned char bytes[vault::kKeyBytes];
	Key() { vault::fill_random(bytes); }
	operator vault::KeyView() const { return bytes; }
};

const RecordPlace kPlace{.request = 7, .subject_table = 3, .key = "42", .table = 9, .part = 1, .master_key_id = "m1"};
const DataKeyPlace kKeyPlace{.request = 7, .subject_table = 3, .key = "42", .master_key_id = "m1"};

std::string seal(Cipher &cipher, const Key &key, std::string_view body)
{
	std::string sealed;
	cipher.seal(key, kPlace, Compression::none, body.size(), body, sealed);
	return sealed;
}

template <typename F>
void expect_refusal(CipherError::Kind kind, F &&f)
{
	try {
		f();
		ADD_FAILURE() << "it was opened";
	} catch (const CipherError &error) {
		EXPECT_EQ(error.kind(), kind);
		EXPECT_STRNE(error.what(), "");
	}
}

TEST(VaultCipher, OpensWhatItSealed)
{
	Cipher cipher;
	const Key key;
	for (const std::size_t size : {0u, 1u, 15u, 16u, 17u, 1000u, 1u << 20}) {
		std::string body(size, 'x');
		for (std::size_t i = 0; i < size; ++i)
			body[i] = static_cast<char>(i * 131);
		const std::string sealed = seal(cipher, key, body);
		EXPECT_EQ(sealed.size(), core::envelope_bytes(size));
		std::string opened = "left over";
		const auto header = cipher.open(key, kPlace, sealed, opened);
		EXPECT_EQ(opened, body);
		EXPECT_EQ(header.plain_length, size);
		EXPECT_EQ(header.compression, Compression::none);
	}
}

TEST(VaultCipher, KeepsCompressionAndPlainLength)
{
	Cipher cipher;
	const Key key;
	std::string sealed, opened;
	cipher.seal(key, kPlace, Compression::lz4, 100, "short for a hundred bytes", sealed);
	const auto header = cipher.open(key, kPlace, sealed, opened);
	EXPECT_EQ(header.compression, Compression::lz4);
	EXPECT_EQ(header.plain_length, 100u);
	EXPECT_EQ(opened, "short for a hundred bytes");
}

TEST(VaultCipher, AnotherObjectOpensIt)
{
	const Key key;
	Cipher one;
	const std::string sealed = seal(one, key, "original");
	Cipher two;
	std::string opened;
	two.open(key, kPlace, sealed, opened);
	EXPECT_EQ(opened, "original");
}

TEST(VaultCipher, NoticesEveryChangedBit)
{
	Cipher cipher;
	const Key key;
	const std::string sealed = seal(cipher, key, "the original of one subject in one table");
	std::string opened;
	for (std::size_t i = 0; i < sealed.size(); ++i) {
		for (int bit = 0; bit < 8; ++bit) {
			std::string changed = sealed;
			changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
			EXPECT_THROW(cipher.open(key, kPlace, changed, opened), CipherError) << i;
		}
	}
	cipher.open(key, kPlace, sealed, opened);
	EXPECT_EQ(opened, "the original of one subject in one table");
}

TEST(VaultCipher, NoticesEveryMissingByteAndOneTooMany)
{
	Cipher cipher;
	const Key key;
	const std::string sealed = seal(cipher, key, "original");
	std::string opened;
	for (std::size_t length = 0; length < sealed.size(); ++length)
		EXPECT_THROW(cipher.open(key, kPlace, sealed.substr(0, length), opened), CipherError) << length;
	EXPECT_THROW(cipher.open(key, kPlace, sealed + '\0', opened), CipherError);
	EXPECT_THROW(cipher.open(key, kPlace, '\0' + sealed, opened), CipherError);
}

TEST(VaultCipher, BindsARecordToItsPlace)
{
	Cipher cipher;
	const Key key;
	const std::string sealed = seal(cipher, key, "original");
	std::string opened;
	auto with = [](auto change) {
		RecordPlace place = kPlace;
		change(place);
		return place;
	};
	for (const RecordPlace &place :
		 {with([](auto &p) { p.request = 8; }), with([](auto &p) { p.subject_table = 4; }),
		  with([](auto &p) { p.key = "43"; }), with([](auto &p) { p.key = ""; }), with([](auto &p) { p.table = 8; }),
		  with([](auto &p) { p.part = 0; }), with([](auto &p) { p.master_key_id = "m2"; })})
		expect_refusal(CipherError::Kind::cannot_be_opened, [&] { cipher.open(key, place, sealed, opened); });
}

TEST(VaultCipher, LeavesNothingBehindWhenTheKeyIsWrong)
{
	Cipher cipher;
	const Key key, other;
	const std::string sealed = seal(cipher, key, "original");
	std::string opened;
	expect_refusal(CipherError::Kind::cannot_be_opened, [&] { cipher.open(other, kPlace, sealed, opened); });
	EXPECT_EQ(opened, std::string(opened.size(), '\0'));
}

TEST(VaultCipher, WrapsKeys)
{
	Cipher cipher;
	const Key master, other, data_key;
	std::string wrapped;
	cipher.wrap(master, kKeyPlace, data_key, wrapped);
	unsigned char unwrapped[vault::kKeyBytes];
	cipher.unwrap(master, kKeyPlace, wrapped, unwrapped);
	EXPECT_TRUE(std::equal(std::begin(unwrapped), std::end(unwrapped), data_key.bytes));

	expect_refusal(CipherError::Kind::cannot_be_opened, [&] { cipher.unwrap(other, kKeyPlace, wrapped, unwrapped); });
	DataKeyPlace place = kKeyPlace;
	place.key = "43";
	expect_refusal(CipherError::Kind::cannot_be_opened, [&] { cipher.unwrap(master, place, wrapped, unwrapped); });
	const std::string zeros(wrapped.size(), '\0');
	expect_refusal(CipherError::Kind::malformed, [&] { cipher.unwrap(master, kKeyPlace, zeros, unwrapped); });
}

TEST(VaultCipher, TellsRecordsFromKeys)
{
	Cipher cipher;
	const Key key;
	unsigned char unwrapped[vault::kKeyBytes];
	const std::string as_long_as_a_key = seal(cipher, key, std::string(vault::kKeyBytes, 'k'));
	expect_refusal(CipherError::Kind::cannot_be_opened,
				   [&] { cipher.unwrap(key, kKeyPlace, as_long_as_a_key, unwrapped); });
	const std::string longer = seal(cipher, key, std::string(vault::kKeyBytes + 1, 'k'));
	expect_refusal(CipherError::Kind::malformed, [&] { cipher.unwrap(key, kKeyPlace, longer, unwrapped); });
}

TEST(VaultCipher, NeverUsesANonceTwice)
{
	Cipher cipher;
	const Key key;
	std::set<std::string> nonces;
	for (int i = 0; i < 5000; ++i)
		nonces.insert(seal(cipher, key, "x").substr(core::kEnvelopeHeaderBytes, core::kNonceBytes));
	EXPECT_EQ(nonces.size(), 5000u);
}

// Ten thousand subjects of three records; the sanitizers that unit tests run under cost several times the real thing.
TEST(VaultCipher, IsFastEnoughForTenThousandSubjects)
{
	Cipher cipher;
	const Key master;
	const std::string body(200, 'p');
	std::string sealed, wrapped;
	const auto start = std::chrono::steady_clock::now();
	for (int subject = 0; subject < 10000; ++subject) {
		const Key key;
		for (int record = 0; record < 3; ++record)
			cipher.seal(key, kPlace, Compression::none, body.size(), body, sealed);
		cipher.wrap(master, kKeyPlace, key, wrapped);
	}
	const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
	RecordProperty("milliseconds", std::to_string(took.count()));
	EXPECT_LT(took.count(), 2000);
}

const std::string kHex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

TEST(VaultKeyRing, ReadsARing)
{
	std::vector<vault::KeyLine> lines;
	std::string why;
	const std::string text = "# by hand\n\nerasure-key-1 a " + kHex + "\r\nerasure-key-1\tday.2_-B \t" + kHex + "  ";
	ASSERT_TRUE(vault::parse_key_file(text, lines, why)) << why;
	ASSERT_EQ(lines.size(), 2u);
	EXPECT_EQ(lines[0].id, "a");
	EXPECT_EQ(lines[1].id, "day.2_-B");
	unsigned char key[vault::kKeyBytes];
	vault::decode_key(lines[1].digits, key);
	EXPECT_EQ(key[0], 0x00);
	EXPECT_EQ(key[1], 0x11);
	EXPECT_EQ(key[31], 0xff);
}

TEST(VaultKeyRing, RefusesWhatIsNoKeyFile)
{
	std::vector<vault::KeyLine> lines;
	std::string why;
	auto reason = [&](const std::string &text) {
		EXPECT_FALSE(vault::parse_key_file(text, lines, why)) << text;
		EXPECT_EQ(why.find("0011"), std::string::npos) << why;
		return why;
	};
	EXPECT_EQ(reason(""), "there is no key in it");
	EXPECT_EQ(reason("# nothing\n"), "there is no key in it");
	EXPECT_EQ(reason("\nerasure-key-2 a " + kHex), "line 2 does not begin with \"erasure-key-1\"");
	EXPECT_EQ(reason(kHex), "line 1 does not begin with \"erasure-key-1\"");
	EXPECT_EQ(reason("erasure-key-1 " + kHex), "line 1 has a key that is too short");
	EXPECT_EQ(reason("erasure-key-1 a/b " + kHex), "line 1 has no valid key id");
	EXPECT_EQ(reason("erasure-key-1 " + kHex + "0 " + kHex), "line 1 has no valid key id");
	EXPECT_EQ(reason("erasure-key-1 a " + kHex.substr(1)), "line 1 has a key that is too short");
	EXPECT_EQ(reason("erasure-key-1 a 0" + kHex), "line 1 has something else than a key of 64 hexadecimal digits");
	const char *const no_key = "line 1 has something else than a key of 64 hexadecimal digits";
	EXPECT_EQ(reason("erasure-key-1 a " + kHex + " b"), no_key);
	EXPECT_EQ(reason("erasure-key-1 a g" + kHex.substr(1)), no_key);
	const std::string a = "erasure-key-1 a " + kHex + "\n";
	EXPECT_EQ(reason(a + "erasure-key-1 b " + kHex + "\n" + a), "two keys have the same id");
	for (int c = 0; c < 256; ++c) {
		std::string digits = kHex;
		digits[20] = static_cast<char>(c);
		const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
		EXPECT_EQ(vault::parse_key_file("erasure-key-1 a " + digits, lines, why), hex) << c;
	}
}

std::string changed(std::string_view text, const std::vector<std::string> &without, const std::vector<std::string> &with)
{
	std::string out(vault::most_ring_bytes(text.size(), with.size()), '\0');
	out.resize(vault::change_ring(text, without, with, out.data()));
	return out;
}

TEST(VaultKeyRing, ReadsWhatItWrites)
{
	const std::string id = vault::random_id();
	EXPECT_NE(vault::random_id(), id);
	const std::string text = changed("", {}, {id, "another"});
	std::vector<vault::KeyLine> lines;
	std::string why;
	ASSERT_TRUE(vault::parse_key_file(text, lines, why)) << why;
	ASSERT_EQ(lines.size(), 2u);
	EXPECT_EQ(lines[0].id, id);
	EXPECT_EQ(lines[1].id, "another");
	EXPECT_NE(lines[0].digits, lines[1].digits);
	EXPECT_EQ(text.back(), '\n');
	EXPECT_EQ(changed(text, {}, {}), text);
}

TEST(VaultKeyRing, ChangesNothingElse)
{
	const std::string a = "erasure-key-1 a " + kHex + "\n", b = " erasure-key-1  b\t" + kHex + " \r\n";
	const std::string text = "# ours\n" + a + "\n" + b + "# erasure-key-1 a " + kHex;
	EXPECT_EQ(changed(text, {}, {}), text + "\n");
	EXPECT_EQ(changed(text, {"a"}, {}), "# ours\n\n" + b + "# erasure-key-1 a " + kHex + "\n");
	EXPECT_EQ(changed(a, {"a"}, {}), "");
	EXPECT_EQ(changed(a + a, {"b"}, {}), a + a);
	const std::string now = changed(text, {"a"}, {"c"});
	EXPECT_TRUE(now.starts_with(changed(text, {"a"}, {}) + "erasure-key-1 c "));
	EXPECT_LE(now.size(), vault::most_ring_bytes(text.size(), 1));
}

TEST(VaultKeyRing, KnowsDayKeys)
{
	const std::string id = vault::day_prefix("0123456789ab", "2026-11-28") + vault::random_id();
	EXPECT_EQ(vault::day_of(id), "2026-11-28");
	for (const char *other : {"day-a-2026-11-2-0123456789abcdef", "day-2026-11-28-0123456789abcdef", "dax-a-2026-11-28-0123456789abcdef", "day-a-2026-11-28-0123456789abcde",
							  "day-a-2026.11.28-0123456789abcdef", "day-a.2026-11-28-0123456789abcdef", "2026-11-28", "day-", ""})
		EXPECT_FALSE(vault::is_day_key(other)) << other;
	EXPECT_EQ(vault::active_key({"a", "b", id}), 1u);
	EXPECT_EQ(vault::active_key({id, "a"}), 1u);
	EXPECT_EQ(vault::active_key({id, id}), 2u);
	std::vector<vault::KeyLine> lines;
	std::string why;
	EXPECT_FALSE(vault::parse_key_file(changed("", {}, {id}), lines, why));
	EXPECT_EQ(why, "there is no key in it");
}

TEST(VaultKeyRing, TellsWhatSigns)
{
	const std::string sign = "erasure-sign-1 s " + kHex + "\n";
	std::vector<vault::KeyLine> lines;
	std::string why;
	ASSERT_TRUE(vault::parse_key_file("erasure-key-1 a " + kHex + "\n" + sign, lines, why)) << why;
	EXPECT_FALSE(lines[0].signs);
	EXPECT_TRUE(lines[1].signs);
	EXPECT_FALSE(vault::parse_key_file(sign, lines, why));
	EXPECT_EQ(why, "there is no key in it");
	EXPECT_FALSE(vault::parse_key_file("erasure-key-1 s " + kHex + "\n" + sign, lines, why));
	std::string text(vault::most_ring_bytes(0, 1), '\0');
	text.resize(vault::change_ring({}, {}, {"t"}, text.data(), true));
	EXPECT_TRUE(text.starts_with("erasure-sign-1 t "));
	EXPECT_EQ(changed(sign, {"s"}, {}), "");
}

TEST(VaultKeyRing, FingerprintsDependOnIdAndKey)
{
	const unsigned char zeros[vault::kKeyBytes] = {};
	unsigned char one[vault::kKeyBytes] = {};
	one[31] = 1;
	// printf 'erasure master key fingerprint\0\1a' plus 32 zero bytes, through sha256sum: databases have it on record.
	EXPECT_EQ(vault::fingerprint("a", zeros), "1c085131c5e33febd860009ab902b769bdc8da0a791ee63808c3eef3b14605e1");
	EXPECT_NE(vault::fingerprint("a", zeros), vault::fingerprint("b", zeros));
	EXPECT_NE(vault::fingerprint("a", zeros), vault::fingerprint("a", one));
}

}  // namespace
