// Quoting of names and values for SQL statements.
#include "core/sqltext.hpp"

#include <stdexcept>

#include "core/fence.hpp"

namespace core {

namespace {

void refuse_nul(std::string_view text)
{
	if (text.find('\0') != std::string_view::npos)
		throw std::invalid_argument("SQL text must not hold a NUL byte");
}

}  // namespace

void append_ident(std::string &out, std::string_view name)
{
	refuse_nul(name);
	if (name.empty())
		throw std::invalid_argument("an SQL name must not be empty");
	out.push_back('"');
	for (const char c : name) {
		if (c == '"')
			out.push_back(c);
		out.push_back(c);
	}
	out.push_back('"');
}

std::string quote_ident(std::string_view name)
{
	std::string quoted;
	append_ident(quoted, name);
	return quoted;
}

void append_literal(std::string &out, std::string_view value)
{
	refuse_nul(value);
	if (value.find_first_of("\\\n\r") != std::string_view::npos)
		out.push_back('E');
	out.push_back('\'');
	for (const char c : value) {
		if (c == '\n' || c == '\r') {
			out += c == '\n' ? "\\n" : "\\r";
			continue;
		}
		if (c == '\'' || c == '\\')
			out.push_back(c);
		out.push_back(c);
	}
	out.push_back('\'');
}

std::string quote_literal(std::string_view value)
{
	std::string quoted;
	append_literal(quoted, value);
	return quoted;
}

namespace {

// What an array's input function takes as it stands: no marks, no blanks, and not the word NULL.
bool is_plain(std::string_view value)
{
	constexpr std::string_view kWord = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
	const bool null = value.size() == 4 && (value[0] | 32) == 'n' && (value[1] | 32) == 'u' && (value[2] | 32) == 'l' && (value[3] | 32) == 'l';
	return !value.empty() && !null && value.find_first_not_of(kWord) == std::string_view::npos;
}

}  // namespace

std::string array_text(const std::vector<std::string> &values)
{
	std::string text = "{";
	for (const std::string &value : values) {
		refuse_nul(value);
		if (text.size() > 1)
			text.push_back(',');
		const bool plain = is_plain(value);
		if (!plain)
			text.push_back('"');
		for (const char c : value) {
			if (c == '"' || c == '\\')
				text.push_back('\\');
			text.push_back(c);
		}
		if (!plain)
			text.push_back('"');
	}
	return text + "}";
}

std::string qualified_name(std::string_view schema, std::string_view name)
{
	std::string quoted;
	append_ident(quoted, schema);
	quoted.push_back('.');
	append_ident(quoted, name);
	return quoted;
}

}  // namespace core
