// An envelope comes back as it went in, garbage is refused, and associated data never says the same of two places.
#include <gtest/gtest.h>

#include <memory>
#include <set>

#include "core/vault_envelope.hpp"
#include "random_text.hpp"

namespace {

using core::Algorithm;
using core::associated_data;
using core::build_envelope;
using core::Compression;
using core::DataKeyPlace;
using core::Envelope;
using core::EnvelopeHeader;
using core::parse_envelope;
using core::RecordPlace;

const std::string kNonce = "0123456789ab";
const std::string kTag = "ABCDEFGHIJKLMNOP";

Envelope plain(std::string_view ciphertext)
{
	const EnvelopeHeader header{Algorithm::aes_256_gcm, Compression::none,
								static_cast<std::uint32_t>(ciphertext.size())};
	return {header, kNonce, ciphertext, kTag};
}

Envelope pressed(std::string_view ciphertext, std::uint32_t plain_length)
{
	return {{Algorithm::aes_256_gcm, Compression::lz4, plain_length}, kNonce, ciphertext, kTag};
}

bool opens(std::string_view bytes)
{
	const auto exact = std::make_unique<char[]>(bytes.size());
	bytes.copy(exact.get(), bytes.size());
	const char *reason = nullptr;
	const auto envelope = parse_envelope({exact.get(), bytes.size()}, &reason);
	EXPECT_EQ(envelope.has_value(), reason == nullptr);
	if (envelope) {
		EXPECT_EQ(build_envelope(*envelope), bytes);
	}
	return envelope.has_value();
}

TEST(VaultEnvelope, ComesBackAsItWentIn)
{
	for (const Envelope &envelope : {plain("secret"), plain(""), pressed("secret", 400)}) {
		const std::string bytes = build_envelope(envelope);
		EXPECT_EQ(bytes.size(), core::envelope_bytes(envelope.ciphertext.size()));
		const auto back = parse_envelope(bytes, nullptr);
		ASSERT_TRUE(back);
		EXPECT_EQ(back->header, envelope.header);
		EXPECT_EQ(back->nonce, envelope.nonce);
		EXPECT_EQ(back->ciphertext, envelope.ciphertext);
		EXPECT_EQ(back->tag, envelope.tag);
	}
}

TEST(VaultEnvelope, HasTheLayoutThatWasPublished)
{
	EXPECT_EQ(build_envelope(pressed("xyz", 258)),
			  std::string("\x01\x01\x01\x02\x01\0\0", 7) + kNonce + "xyz" + kTag);
}

TEST(VaultEnvelope, NoticesEveryTruncation)
{
	const std::string whole = build_envelope(plain("secret"));
	EXPECT_TRUE(opens(whole));
	for (std::size_t size = 0; size < whole.size(); ++size)
		EXPECT_FALSE(opens(std::string_view(whole).substr(0, size))) << size;
	EXPECT_FALSE(opens(whole + "x"));
	// One byte too few for a tag, with the length of what is left.
	EXPECT_FALSE(opens(std::string("\x01\x01\0\x0F\0\0\0", 7) + kNonce + kTag.substr(1)));
}

TEST(VaultEnvelope, RefusesWhatItDoesNotKnow)
{
	const std::string whole = build_envelope(plain("secret"));
	for (const std::size_t at : {0u, 1u, 2u}) {
		for (int byte = 0; byte < 256; ++byte) {
			std::string changed = whole;
			changed[at] = static_cast<char>(byte);
			EXPECT_EQ(opens(changed), changed == whole) << at << " " << byte;
		}
	}
}

TEST(VaultEnvelope, RefusesLengthsThatCannotBe)
{
	const auto with_length = [](Compression compression, std::size_t ciphertext, std::uint32_t length) {
		std::string bytes = build_envelope(plain(std::string(ciphertext, 'c')));
		bytes[2] = static_cast<char>(compression);
		for (std::size_t i = 0; i < 4; ++i)
			bytes[3 + i] = static_cast<char>(length >> (8 * i));
		return opens(bytes);
	};
	EXPECT_TRUE(with_length(Compression::none, 10, 10));
	EXPECT_FALSE(with_length(Compression::none, 10, 9));
	EXPECT_FALSE(with_length(Compression::none, 10, 11));
	EXPECT_FALSE(with_length(Compression::lz4, 10, 10));
	EXPECT_TRUE(with_length(Compression::lz4, 10, 11));
	EXPECT_TRUE(with_length(Compression::lz4, 25, 25 * 255));  // the most that LZ4 can do
	EXPECT_FALSE(with_length(Compression::lz4, 10, 2551));
	EXPECT_FALSE(with_length(Compression::lz4, 0, 1));
	EXPECT_FALSE(with_length(Compression::lz4, 10, 0x3fffffff));
	EXPECT_FALSE(with_length(Compression::lz4, 5000000, 0x40000000));
	EXPECT_TRUE(with_length(Compression::lz4, 5000000, 0x3fffffff));
}

TEST(VaultEnvelope, IsNotBuiltFromPartsOfTheWrongSize)
{
	Envelope envelope = plain("secret");
	envelope.nonce = "short";
	EXPECT_EQ(build_envelope(envelope), "");
	envelope = plain("secret");
	envelope.tag = "short";
	EXPECT_EQ(build_envelope(envelope), "");
	envelope = plain("secret");
	envelope.header.plain_length = 7;
	EXPECT_EQ(build_envelope(envelope), "");
	envelope = plain("secret");
	envelope.header.algorithm = static_cast<Algorithm>(9);
	EXPECT_EQ(build_envelope(envelope), "");
}

TEST(VaultEnvelope, WritesThePrefixInPlace)
{
	const Envelope envelope = plain("secret");
	unsigned char prefix[core::kEnvelopePrefixBytes] = {};
	EXPECT_FALSE(core::put_envelope_prefix(prefix, envelope.header, "short"));
	EXPECT_EQ(prefix[0], 0);
	EXPECT_TRUE(core::put_envelope_prefix(prefix, envelope.header, kNonce));
	const std::string written(reinterpret_cast<const char *>(prefix), sizeof(prefix));
	EXPECT_EQ(written + "secret" + kTag, build_envelope(envelope));
}

TEST(VaultEnvelope, SurvivesGarbage)
{
	RandomText random(11);
	for (int round = 0; round < 50000; ++round)
		opens((random.chance(2) ? std::string("\x01\x01", 2) : "") + random.bytes(60));
}

TEST(AssociatedData, ChangesWithEveryField)
{
	const EnvelopeHeader header{Algorithm::aes_256_gcm, Compression::none, 10};
	const RecordPlace place{1, 2, "key", 3, 4, "master"};
	std::set<std::string> seen{associated_data(header, place)};
	EXPECT_EQ(*seen.begin(), associated_data(header, place));

	EnvelopeHeader other = header;
	other.compression = Compression::lz4;
	EXPECT_TRUE(seen.insert(associated_data(other, place)).second);
	other = header;
	other.plain_length = 11;
	EXPECT_TRUE(seen.insert(associated_data(other, place)).second);

	for (const RecordPlace &moved :
		 {RecordPlace{9, 2, "key", 3, 4, "master"}, RecordPlace{1, 9, "key", 3, 4, "master"},
		  RecordPlace{1, 2, "kez", 3, 4, "master"}, RecordPlace{1, 2, "key", 9, 4, "master"},
		  RecordPlace{1, 2, "key", 3, 9, "master"}, RecordPlace{1, 2, "key", 3, 4, "other"},
		  RecordPlace{1, 2, "keym", 3, 4, "aster"}, RecordPlace{1, 2, "", 3, 4, "keymaster"},
		  RecordPlace{-1, 2, "key", 3, 4, "master"}, RecordPlace{4294967297, 2, "key", 3, 4, "master"}})
		EXPECT_TRUE(seen.insert(associated_data(header, moved)).second);

	for (const DataKeyPlace &key :
		 {DataKeyPlace{1, 2, "key", "master"}, DataKeyPlace{9, 2, "key", "master"}, DataKeyPlace{1, 9, "key", "master"},
		  DataKeyPlace{1, 2, "k", "eymaster"}, DataKeyPlace{1, 2, "key", "other"},
		  DataKeyPlace{1, 2, "key", "master", 1}})
		EXPECT_TRUE(seen.insert(associated_data(header, key)).second);
	EXPECT_TRUE(seen.insert(associated_data(other, DataKeyPlace{1, 2, "key", "master"})).second);
}

// Texts made to look like the fields behind them.
TEST(AssociatedData, CannotBeForgedThroughTheKey)
{
	RandomText random(12);
	const EnvelopeHeader header;
	std::set<std::pair<std::string, std::string>> fields;
	std::set<std::string> data;
	for (int round = 0; round < 20000; ++round) {
		const std::string key = random.pieces({std::string_view("\0", 1), "\x01", "a", "\x08\0\0\0"}, 12);
		const std::string master = random.pieces({std::string_view("\0", 1), "\x01", "a"}, 12);
		fields.emplace(key, master);
		data.insert(associated_data(header, RecordPlace{0, 0, key, 0, 0, master}));
	}
	EXPECT_EQ(fields.size(), data.size());
}

}  // namespace
