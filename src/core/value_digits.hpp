// Digits and letters of a value, for the patterns that check them.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace core {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline int digit(char c) { return c - '0'; }
inline char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

// Without these separators, letters upper-case; empty when too long to matter.
inline std::string compact(std::string_view value, std::string_view separators)
{
	std::string out;
	if (value.size() > 64)
		return out;
	for (const char c : value)
		if (separators.find(c) == std::string_view::npos)
			out += upper(c);
	return out;
}

inline bool all_digits(std::string_view text, std::size_t from = 0, std::size_t length = std::string_view::npos)
{
	text = from <= text.size() ? text.substr(from, length) : std::string_view();
	return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

inline bool one_digit_only(std::string_view text)
{
	return std::all_of(text.begin(), text.end(), [&](char c) { return c == text.front(); });
}

inline int number(std::string_view digits)
{
	int value = 0;
	for (const char c : digits)
		value = value * 10 + digit(c);
	return value;
}

inline bool is_day(int year, int month, int day)
{
	static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month >= 1 && month <= 12 && day >= 1 && day <= kDays[static_cast<std::size_t>(month - 1)] &&
		   (month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)));
}

}  // namespace core
