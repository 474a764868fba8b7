// Names and values as text inside SQL statements, quoted so that they can be nothing else.
//
// Safe in every encoding a database can have, for there no byte of a longer character equals a quote or a
// backslash. All of these throw std::invalid_argument on a NUL byte, the names also when empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core {

// Always in double quotes: no list of keywords to keep in step with the server's.
std::string quote_ident(std::string_view name);
void append_ident(std::string &out, std::string_view name);

// 'it''s', and E'...' when there is a backslash or a line break: the same whatever standard_conforming_strings says, and on one
// line, so that a statement behind a comment's mark does not come out from under it.
std::string quote_literal(std::string_view value);
void append_literal(std::string &out, std::string_view value);

// The text of an array, '{a,"b c"}', as its input function reads it; to be quoted as a literal.
std::string array_text(const std::vector<std::string> &values);

// "schema"."name"
std::string qualified_name(std::string_view schema, std::string_view name);

}  // namespace core
