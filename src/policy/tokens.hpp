// Masks that are made out of the value they replace, under a secret that lives no longer than the call.
#pragma once

#include <string>

#include "policy/model.hpp"

namespace policy {

// While it lives, equal values get equal tokens; nobody can tell afterwards what they were made from.
class TokenScope {
public:
	TokenScope();
	~TokenScope();
	TokenScope(const TokenScope &) = delete;
	TokenScope &operator=(const TokenScope &) = delete;
};

// The masked value of a column, as SQL; what has the shape of such a mask already, or is empty, stays.
std::string token_expression(const TokenColumn &token, const std::string &alias);
// Whether the column holds neither NULL nor such a mask.
std::string is_no_token(const TokenColumn &token, const std::string &alias);
// A key column as it is once the row is masked.
std::string masked_key_column(const Node &node, const pg::ColumnInfo &key, const std::string &alias);

}  // namespace policy
