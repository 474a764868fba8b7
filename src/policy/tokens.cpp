// The secret of a call's tokens, and the SQL functions that make and know them.
#include "policy/tokens.hpp"

#include <array>

#include "core/mask.hpp"
#include "core/sqltext.hpp"
#include "pg/call.hpp"
#include "pg/mask_value.hpp"
#include "policy/engine_sql.hpp"
#include "vault/keyed_hash.hpp"

namespace policy {
namespace {

constinit std::array<unsigned char, vault::kKeyBytes> secret = {};
constinit bool in_scope = false;

}  // namespace

TokenScope::TokenScope()
{
	vault::fill_random(secret);
	in_scope = true;
}

TokenScope::~TokenScope()
{
	vault::wipe(secret);
	in_scope = false;
}

std::string token_expression(const TokenColumn &token, const std::string &alias)
{
	return "erasure._mask_token(" + column(alias, token.column) + "::pg_catalog.text, " + core::quote_literal(token.salt) + ", " +
		   std::to_string(token.max_chars) + ")::" + token.column.type_name;
}

std::string is_no_token(const TokenColumn &token, const std::string &alias)
{
	return "(erasure._is_token(" + column(alias, token.column) + "::pg_catalog.text, " + std::to_string(token.max_chars) + ") IS FALSE)";
}

std::string masked_key_column(const Node &node, const pg::ColumnInfo &key, const std::string &alias)
{
	const TokenColumn *token = node.token(key.number);
	return token != nullptr ? token_expression(*token, alias) : column(alias, key);
}

}  // namespace policy

// erasure._mask_token(value text, salt text, max_chars integer) RETURNS text
// Outside a call of the engine every call gives another token: it tells nothing, and serves to try constraints on.
ERASURE_FUNCTION(erasure_mask_token)
{
	const std::string_view value = pg::text_view(call, 0);
	const std::string salt = call.text(1, "salt");
	const std::int32_t max_chars = call.int4(2, "max_chars");
	if (core::is_unique_mask(value, max_chars))
		return pg::text_datum(value);
	std::array<unsigned char, vault::kKeyBytes> key = policy::secret;
	if (!policy::in_scope)
		vault::fill_random(key);
	const std::string hash = vault::hmac(key, salt, value);
	vault::wipe(key);
	std::string token;
	for (std::size_t i = 0; i < 8; ++i) {
		const auto byte = static_cast<unsigned char>(hash[i]);
		token.push_back("0123456789abcdef"[byte >> 4]);
		token.push_back("0123456789abcdef"[byte & 15]);
	}
	const std::optional<std::string> masked = core::mask_unique(token, max_chars);
	if (!masked)
		throw pg::Failure(pg::code::policy_cannot_work, "a unique mask needs more room than " + std::to_string(max_chars) + " characters", {},
						  "Widen the column, and those that refer to it.");
	return pg::text_datum(*masked);
}

// erasure._is_token(value text, max_chars integer) RETURNS boolean
ERASURE_FUNCTION(erasure_is_token)
{
	return call.result(core::is_unique_mask(pg::text_view(call, 0), call.int4(1, "max_chars")));
}
