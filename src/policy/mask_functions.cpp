// The masks as SQL functions; what each does is told in sql/20_masks.sql.
#include <openssl/evp.h>

#include "core/mask.hpp"
#include "core/path.hpp"
#include "pg/mask_value.hpp"

namespace {

using pg::Failure;
using pg::code::invalid_parameter;

void require_not_negative(std::int32_t kept, const char *what)
{
	if (kept < 0)
		throw Failure(invalid_parameter, std::string(what) + " must not be negative", {},
					  "Give the number of characters to keep; 0 keeps none.");
}

std::vector<core::Path> read_paths(const std::vector<std::string> &texts)
{
	std::vector<core::Path> paths;
	paths.reserve(texts.size());
	for (const std::string &text : texts) {
		const char *reason = "";
		std::optional<core::Path> path = core::parse_path(text, &reason);
		if (!path)
			throw Failure(invalid_parameter, "malformed path \"" + text + "\"", reason,
						  "Write paths like 'contact.email', 'phones[*].number' or '{contact,email}'.");
		paths.push_back(std::move(*path));
	}
	return paths;
}

void append_with_length(std::string &bytes, std::string_view part)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		bytes.push_back(static_cast<char>(static_cast<std::uint64_t>(part.size()) >> shift));
	bytes.append(part);
}

// What tells the masked values of a unique column apart: made from the row's key, never from the value. The lengths
// keep ('ab', 'c') and ('a', 'bc') apart.
std::string unique_token(std::string_view salt, std::string_view key)
{
	constexpr std::size_t token_bytes = 8;
	std::string bytes;
	bytes.reserve(salt.size() + key.size() + 16);
	append_with_length(bytes, salt);
	append_with_length(bytes, key);
	unsigned char digest[EVP_MAX_MD_SIZE];
	if (EVP_Digest(bytes.data(), bytes.size(), digest, nullptr, EVP_sha256(), nullptr) != 1)
		throw Failure(pg::code::internal_error, "could not compute a SHA-256 digest");
	std::string token;
	for (std::size_t i = 0; i < token_bytes; ++i) {
		token.push_back("0123456789abcdef"[digest[i] >> 4]);
		token.push_back("0123456789abcdef"[digest[i] & 15]);
	}
	return token;
}

}  // namespace

ERASURE_FUNCTION(erasure_mask_any)
{
	return pg::masked(call, 0);
}

ERASURE_FUNCTION(erasure_mask_text)
{
	return pg::text_datum(pg::text_is_empty(call, 0) ? std::string_view() : core::kStars);
}

ERASURE_FUNCTION(erasure_mask_partial)
{
	const std::int32_t first = call.int4(1, "keep_first");
	const std::int32_t last = call.int4(2, "keep_last");
	require_not_negative(first, "keep_first");
	require_not_negative(last, "keep_last");
	return pg::text_datum(core::mask_partial(pg::text_view(call, 0), first, last, pg::database_encoding(), 0));
}

ERASURE_FUNCTION(erasure_mask_email)
{
	return pg::text_datum(core::mask_email(pg::text_view(call, 0), pg::database_encoding(), 0));
}

ERASURE_FUNCTION(erasure_mask_phone)
{
	return pg::text_datum(core::mask_phone(pg::text_view(call, 0), pg::database_encoding(), 0));
}

ERASURE_FUNCTION(erasure_mask_jsonb)
{
	if (call.is_null(0))
		return call.null();
	if (call.is_null(1))
		return pg::masked_jsonb(call, 0);
	return pg::masked_jsonb(call, 0, read_paths(call.texts(1, "paths")));
}

ERASURE_FUNCTION(erasure_is_masked_any)
{
	return call.result(pg::is_masked(call, 0));
}

ERASURE_FUNCTION(erasure_is_masked_text)
{
	return call.result(core::is_masked(pg::text_view(call, 0), pg::database_encoding()));
}

ERASURE_FUNCTION(erasure_mask_text_as)
{
	const std::string_view mask = pg::text_view(call, 1);
	const std::int32_t max_chars = call.int4(4, "max_chars");
	if (mask == "default") {
		const auto limit = static_cast<std::size_t>(max_chars > 0 ? max_chars : 0);
		const std::string_view stars = core::kStars.substr(0, limit > 0 ? limit : core::kStars.size());
		return pg::text_datum(pg::text_is_empty(call, 0) ? std::string_view() : stars);
	}
	const std::string_view value = pg::text_view(call, 0);
	const core::Encoding encoding = pg::database_encoding();
	if (mask == "partial") {
		const std::int32_t first = call.int4(2, "keep_first");
		const std::int32_t last = call.int4(3, "keep_last");
		require_not_negative(first, "keep_first");
		require_not_negative(last, "keep_last");
		return pg::text_datum(core::mask_partial(value, first, last, encoding, max_chars));
	}
	if (mask == "email")
		return pg::text_datum(core::mask_email(value, encoding, max_chars));
	if (mask == "phone")
		return pg::text_datum(core::mask_phone(value, encoding, max_chars));
	throw Failure(invalid_parameter, "unknown mask \"" + std::string(mask) + "\"", {},
				  "Use one of 'default', 'partial', 'email' and 'phone'.");
}

ERASURE_FUNCTION(erasure_mask_unique)
{
	if (call.is_null(0))
		return call.null();
	const std::string salt = call.text(1, "salt");
	const std::string key = call.text(2, "key");
	const std::int32_t max_chars = call.int4(3, "max_chars");
	if (pg::text_is_empty(call, 0))
		return pg::text_datum({});
	const std::optional<std::string> masked = core::mask_unique(unique_token(salt, key), max_chars);
	if (!masked)
		throw Failure(pg::code::policy_cannot_work,
					  "a unique mask needs more room than " + std::to_string(max_chars) + " characters",
					  "It is an asterisk and at least " + std::to_string(core::kLeastTokenChars) +
						  " characters that tell rows apart.",
					  "Widen the column, or use erasure.set_mask(relation, column_name, 'null').");
	return pg::text_datum(*masked);
}
