// Walks over SQL expressions, telling names from what stands in quotes.
#include "core/condition.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

#include "core/fence.hpp"

namespace core {
namespace {

// Bytes above 127 belong to names, as the server's lexer has it.
bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || static_cast<unsigned char>(c) > 127;
}

// Past a literal or quoted name that begins at `at`. The server prints a literal with backslashes as E'...', in which it
// doubles them; a doubled quote ends nothing.
std::size_t past_quotes(std::string_view text, std::size_t at)
{
	const char quote = text[at];
	const bool escapes = quote == '\'' && at > 0 && text[at - 1] == 'E' && (at == 1 || !is_word(text[at - 2]));
	for (std::size_t i = at + 1; i < text.size(); ++i) {
		if (escapes && text[i] == '\\') {
			++i;
		} else if (text[i] == quote) {
			if (i + 1 == text.size() || text[i + 1] != quote)
				return i + 1;
			++i;
		}
	}
	return text.size();
}

// The name that begins at `at`, as it is kept in the catalogue; `at` moves past it.
std::string read_name(std::string_view text, std::size_t &at)
{
	std::string name;
	if (at < text.size() && text[at] == '"') {
		const std::size_t end = past_quotes(text, at);
		for (std::size_t i = at + 1; i + 1 < end; ++i) {
			name.push_back(text[i]);
			i += text[i] == '"' ? 1 : 0;
		}
		at = end;
		return name;
	}
	while (at < text.size() && is_word(text[at]))
		name.push_back(text[at++]);
	return name;
}

// The number in braces at `at`, or -1; `end` is the place behind it.
int placeholder(std::string_view text, std::size_t at, std::size_t &end)
{
	constexpr std::size_t most_digits = 5;
	int number = 0;
	std::size_t i = at + 1;
	for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && i - at <= most_digits; ++i)
		number = number * 10 + (text[i] - '0');
	if (i == at + 1 || i == text.size() || text[i] != '}')
		return -1;
	end = i + 1;
	return number;
}

}  // namespace

std::string number_columns(std::string_view expression, std::string_view prefix, const std::function<int(const std::string &)> &number_of)
{
	std::string out;
	for (std::size_t at = 0; at < expression.size();) {
		const char c = expression[at];
		if (c == '\'' || c == '"') {
			const std::size_t end = past_quotes(expression, at);
			out.append(expression.substr(at, end - at));
			at = end;
			continue;
		}
		if (c == '{' || c == '}')
			throw std::invalid_argument("an expression has no braces outside of quotes");
		if (!is_word(c)) {
			out.push_back(c);
			++at;
			continue;
		}
		const std::size_t begin = at;
		const std::string word = read_name(expression, at);
		const bool behind_dot = begin > 0 && expression[begin - 1] == '.';
		if (word != prefix || behind_dot || at >= expression.size() || expression[at] != '.') {
			out.append(expression.substr(begin, at - begin));
			continue;
		}
		++at;
		out += "{" + std::to_string(number_of(read_name(expression, at))) + "}";
	}
	return out;
}

std::string bind_columns(std::string_view expression, const std::function<std::string(int)> &column)
{
	std::string out;
	for (std::size_t at = 0; at < expression.size();) {
		const char c = expression[at];
		std::size_t end = at + 1;
		if (c == '\'' || c == '"')
			end = past_quotes(expression, at);
		const int number = c == '{' ? placeholder(expression, at, end) : -1;
		if (number >= 0)
			out += column(number);
		else
			out.append(expression.substr(at, end - at));
		at = end;
	}
	return out;
}

std::vector<int> numbered_columns(std::string_view expression)
{
	std::vector<int> numbers;
	(void)bind_columns(expression, [&](int number) {
		if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
			numbers.push_back(number);
		return std::string();
	});
	return numbers;
}

}  // namespace core
