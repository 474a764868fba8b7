// Reading and changing the text of a key file, and the fingerprint of a key.
#include "vault/key_ring.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>

#include <openssl/err.h>
#include <openssl/evp.h>

namespace vault {
namespace {

constexpr std::string_view kLabel = "erasure-key-1";
constexpr std::string_view kSigningLabel = "erasure-sign-1";
constexpr std::string_view kDay = "day-";
constexpr std::string_view kDate = "YYYY-MM-DD";
constexpr std::size_t kRandomBytes = 8;
constexpr char kDigits[] = "0123456789abcdef";

// The digit's value without a branch or table look-up on secret data; 0 to 15, anything else has a bit above.
unsigned digit_value(char c)
{
	const auto u = static_cast<unsigned>(static_cast<unsigned char>(c));
	const unsigned decimal = u - '0';
	const unsigned letter = (u | 0x20U) - 'a';
	const unsigned is_decimal = 0U - static_cast<unsigned>(decimal < 10);
	const unsigned is_letter = 0U - static_cast<unsigned>(letter < 6);
	return (decimal & is_decimal) | ((letter + 10) & is_letter) | (0x100U & ~(is_decimal | is_letter));
}

bool is_key_id(std::string_view id)
{
	return !id.empty() && id.size() <= kMostKeyIdBytes && std::all_of(id.begin(), id.end(), [](char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
			   c == '-';
	});
}

bool is_key(std::string_view digits)
{
	unsigned all = 0;
	for (const char c : digits)
		all |= digit_value(c);
	return digits.size() == 2 * kKeyBytes && all < 0x10;
}

// The word up to the next blank; `rest` begins behind the blanks.
std::string_view take_word(std::string_view &rest)
{
	const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
	const std::string_view word = rest.substr(0, end);
	rest.remove_prefix(std::min(rest.find_first_not_of(" \t", end), rest.size()));
	return word;
}

const char *parse_line(std::string_view line, KeyLine &out)
{
	const std::string_view label = take_word(line);
	out.signs = label == kSigningLabel;
	if (label != kLabel && !out.signs)
		return "does not begin with \"erasure-key-1\"";
	out.id = take_word(line);
	if (!is_key_id(out.id))
		return "has no valid key id";
	out.digits = take_word(line);
	if (out.digits.size() < 2 * kKeyBytes)
		return "has a key that is too short";
	if (!is_key(out.digits) || !line.empty())
		return "has something else than a key of 64 hexadecimal digits";
	return nullptr;
}

// The line up to its end, which goes with it; without what means nothing at its end.
std::string_view take_line(std::string_view &text)
{
	const std::size_t end = std::min(text.find('\n'), text.size());
	const std::string_view line = text.substr(0, end);
	text.remove_prefix(std::min(end + 1, text.size()));
	return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

bool means_nothing(std::string_view line) { return line.empty() || line.front() == '#'; }

bool repeats_an_id(const std::vector<KeyLine> &lines)
{
	std::vector<std::string_view> ids;
	ids.reserve(lines.size());
	for (const KeyLine &line : lines)
		ids.push_back(line.id);
	std::sort(ids.begin(), ids.end());
	return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

void append_hex(std::string &to, const unsigned char *bytes, std::size_t count)
{
	for (std::size_t i = 0; i < count; ++i) {
		to.push_back(kDigits[bytes[i] >> 4]);
		to.push_back(kDigits[bytes[i] & 15]);
	}
}

}  // namespace

bool parse_key_file(std::string_view text, std::vector<KeyLine> &lines, std::string &why)
{
	lines.clear();
	why.clear();
	for (std::size_t number = 1; !text.empty(); ++number) {
		const std::string_view line = take_line(text);
		if (means_nothing(line))
			continue;
		KeyLine parsed;
		if (const char *wrong = parse_line(line, parsed)) {
			why = "line " + std::to_string(number) + " " + wrong;
			return false;
		}
		lines.push_back(parsed);
	}
	if (std::all_of(lines.begin(), lines.end(), [](const KeyLine &line) { return line.signs || is_day_key(line.id); }))
		why = "there is no key in it";
	else if (repeats_an_id(lines))
		why = "two keys have the same id";
	return why.empty();
}

void decode_key(std::string_view digits, KeySpace key)
{
	for (std::size_t i = 0; i < kKeyBytes; ++i)
		key[i] = static_cast<unsigned char>(digit_value(digits[2 * i]) << 4 | digit_value(digits[2 * i + 1]));
}

std::string fingerprint(std::string_view id, KeyView key)
{
	constexpr std::string_view domain("erasure master key fingerprint\0", 31);
	const auto id_length = static_cast<unsigned char>(id.size());  // kMostKeyIdBytes at most
	unsigned char digest[32];
	const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
	if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1 ||
		EVP_DigestUpdate(context.get(), domain.data(), domain.size()) != 1 ||
		EVP_DigestUpdate(context.get(), &id_length, 1) != 1 ||
		EVP_DigestUpdate(context.get(), id.data(), id.size()) != 1 ||
		EVP_DigestUpdate(context.get(), key.data(), key.size()) != 1 ||
		EVP_DigestFinal_ex(context.get(), digest, nullptr) != 1) {
		ERR_clear_error();
		throw CipherError(CipherError::Kind::library, "OpenSSL could not do SHA-256");
	}
	std::string hex;
	append_hex(hex, digest, sizeof(digest));
	return hex;
}

std::string database_prefix(std::string_view database) { return std::string(kDay).append(database).append("-"); }

std::string day_prefix(std::string_view database, std::string_view date)
{
	return database_prefix(database).append(date).append("-");
}

// Sixteen digits, the date and what joins them stand behind the database's name.
bool is_day_key(std::string_view id) { return !day_of(id).empty(); }

std::string day_of(std::string_view id)
{
	const std::size_t behind = 1 + kDate.size() + 1 + 2 * kRandomBytes;
	if (!id.starts_with(kDay) || id.size() <= kDay.size() + behind)
		return {};
	const std::string_view rest = id.substr(id.size() - behind);
	const auto fits = [](char c, char place) { return place == '-' ? c == '-' : c >= '0' && c <= '9'; };
	if (rest.front() != '-' || rest[1 + kDate.size()] != '-' || !std::equal(kDate.begin(), kDate.end(), rest.begin() + 1, [&](char place, char c) { return fits(c, place); }))
		return {};
	return std::string(rest.substr(1, kDate.size()));
}

std::size_t active_key(const std::vector<std::string> &ids)
{
	std::size_t at = ids.size();
	while (at > 0 && is_day_key(ids[at - 1]))
		--at;
	return at == 0 ? ids.size() : at - 1;
}

std::string random_id()
{
	unsigned char name[kRandomBytes];
	fill_random(name);
	std::string id;
	append_hex(id, name, sizeof(name));
	return id;
}

std::size_t most_ring_bytes(std::size_t text_bytes, std::size_t new_keys)
{
	return text_bytes + 1 + new_keys * (kSigningLabel.size() + 1 + kMostKeyIdBytes + 1 + 2 * kKeyBytes + 1);
}

namespace {

char *put_new_key(char *at, std::string_view label, std::string_view id)
{
	at = std::copy(label.begin(), label.end(), at);
	*at++ = ' ';
	at = std::copy(id.begin(), id.end(), at);
	*at++ = ' ';
	unsigned char key[kKeyBytes];
	fill_random(key);
	for (const unsigned char byte : key) {
		*at++ = kDigits[byte >> 4];
		*at++ = kDigits[byte & 15];
	}
	*at++ = '\n';
	wipe(key);
	return at;
}

}  // namespace

std::size_t change_ring(std::string_view text, const std::vector<std::string> &without, const std::vector<std::string> &with, char *at, bool signing)
{
	char *const begin = at;
	while (!text.empty()) {
		const char *const start = text.data();
		const std::string_view line = take_line(text);
		KeyLine key;
		if (!means_nothing(line) && parse_line(line, key) == nullptr && std::find(without.begin(), without.end(), key.id) != without.end())
			continue;
		at = std::copy(start, text.data(), at);
	}
	if (at != begin && at[-1] != '\n')
		*at++ = '\n';
	for (const std::string &id : with)
		at = put_new_key(at, signing ? kSigningLabel : kLabel, id);
	return static_cast<std::size_t>(at - begin);
}

}  // namespace vault
