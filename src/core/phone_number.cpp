// Groups of digits with separators between them, and E.164's country codes, whose length their first digits tell.
#include "core/phone_number.hpp"

#include <algorithm>
#include <array>

#include "core/value_digits.hpp"

#include "core/fence.hpp"

namespace core {
namespace {

constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15;  // E.164
constexpr std::size_t kMostWritten = kMostDigits + 3;  // with 00 before and (0) inside
constexpr std::string_view kSeparators = " -()./";

std::size_t country_length(std::string_view digits)
{
	if (digits[0] == '1' || digits[0] == '7')
		return 1;
	static constexpr std::string_view kTwo[] = {"20", "27", "28", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51", "52", "53",
												"54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "83", "84", "86", "89", "90", "91", "92", "93",
												"94", "95", "98"};
	const std::string_view first = digits.substr(0, 2);
	return std::find(std::begin(kTwo), std::end(kTwo), first) != std::end(kTwo) ? 2 : 3;
}

std::string_view without_zeros(std::string_view digits)
{
	return digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
}

std::uint64_t to_number(std::string_view digits)
{
	std::uint64_t value = 0;
	for (const char c : digits)
		value = value * 10 + static_cast<std::uint64_t>(digit(c));
	return value;
}

void add(PhoneReadings &readings, std::string_view national, std::string_view country)
{
	national = without_zeros(national);
	if (national.size() + (country.empty() ? 0 : 1) < kFewestDigits || national.size() > kMostDigits)
		return;
	readings.items[readings.count++] = {to_number(national), static_cast<std::uint32_t>(to_number(country))};
}

void add_with_country(PhoneReadings &readings, std::string_view digits)
{
	if (digits.size() < kFewestDigits || digits.size() > kMostDigits + 1)  // a zero of the national form may be in it
		return;
	const std::size_t length = country_length(digits);
	add(readings, digits.substr(length), digits.substr(0, length));
}

// A run of digits between two separators.
struct Group {
	std::size_t at = 0;
	std::size_t digits = 0;
	bool plus = false;
	bool trunk_zero = false;  // "(0)", which is not dialled after a country code
	bool inside = false;      // of a number that began with a plus
};

bool accepted(std::string_view digits, bool plus, AcceptPhone accept, const void *context)
{
	const PhoneReadings readings = read_phone(digits, plus);
	for (int i = 0; i < readings.count; ++i)
		if (accept(context, readings.items[i]))
			return true;
	return false;
}

// The numbers that begin with the first of these groups.
bool look_from(std::string_view text, const Group *groups, std::size_t count, AcceptPhone accept, const void *context)
{
	char digits[kMostWritten];
	std::size_t length = 0;
	for (std::size_t i = 0; i < count; ++i) {
		if (i > 0 && groups[i].plus)
			return false;
		if (i > 0 && groups[i].trunk_zero)
			continue;
		if (groups[i].digits > sizeof digits - length)
			return false;
		std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(groups[i].at), groups[i].digits, digits + length);
		length += groups[i].digits;
		if (length >= kFewestDigits && accepted({digits, length}, groups[0].plus, accept, context))
			return true;
	}
	return false;
}

class Groups {
public:
	// The next group of the text from a place on; where to go on, the end when there is none. A gap starts anew.
	std::size_t read(std::string_view text, std::size_t at)
	{
		std::size_t start = at;
		while (start < text.size() && !is_digit(text[start]))
			++start;
		gap_ = count_ > 0 && !only_separators(text.substr(at, start - at));
		std::size_t end = start;
		while (end < text.size() && is_digit(text[end]))
			++end;
		next_ = {start, end - start, start > 0 && text[start - 1] == '+', false, false};
		next_.trunk_zero = next_.digits == 1 && text[start] == '0' && start > 0 && text[start - 1] == '(' && end < text.size() && text[end] == ')';
		const bool before = count_ > 0 && !gap_ && (items_[count_ - 1].plus || items_[count_ - 1].inside);
		next_.inside = before && !next_.plus && (next_.trunk_zero || (start < text.size() && text[start] != '0'));
		return end;
	}
	bool gap() const { return gap_; }
	bool has_next() const { return next_.digits > 0; }
	void take() { items_[count_++] = next_; }
	bool full() const { return count_ == items_.size(); }

	// Looks from the first `starts` groups on, which are then done with.
	bool look(std::string_view text, std::size_t starts, AcceptPhone accept, const void *context)
	{
		for (std::size_t i = 0; i < std::min(starts, count_); ++i)
			if (!items_[i].inside && look_from(text, items_.data() + i, count_ - i, accept, context))
				return true;
		std::copy(items_.begin() + static_cast<std::ptrdiff_t>(std::min(starts, count_)), items_.begin() + static_cast<std::ptrdiff_t>(count_), items_.begin());
		count_ -= std::min(starts, count_);
		return false;
	}
	bool look_all(std::string_view text, AcceptPhone accept, const void *context) { return look(text, count_, accept, context); }

private:
	static bool only_separators(std::string_view between)
	{
		if (between.size() > 5)
			return false;
		for (std::size_t i = 0; i < between.size(); ++i) {
			const bool no_break_space = between.substr(i, 2) == "\xC2\xA0";
			if (!no_break_space && between[i] != '+' && kSeparators.find(between[i]) == std::string_view::npos)
				return false;
			i += no_break_space;
		}
		return true;
	}

	std::array<Group, 2 * kMostWritten + 4> items_{};
	std::size_t count_ = 0;
	Group next_{};
	bool gap_ = false;
};

}  // namespace

PhoneReadings read_phone(std::string_view digits, bool international)
{
	PhoneReadings readings;
	if (digits.size() > kMostWritten)
		return readings;
	const std::string_view bare = without_zeros(digits);
	if (bare.empty())
		return readings;
	const std::size_t zeros = digits.size() - bare.size();
	if (international || zeros == 2) {
		add_with_country(readings, bare);
		return readings;
	}
	add(readings, bare, {});
	// Eleven digits and more are hardly a national number.
	if (zeros == 0 && bare.size() >= 11)
		add_with_country(readings, bare);
	return readings;
}

PhoneReadings whole_phone(std::string_view text)
{
	char digits[kMostWritten];
	std::size_t length = 0;
	bool plus = false;
	for (std::size_t i = 0; i < text.size(); ++i) {
		if (text.substr(i, 3) == "(0)" && length > 0) {
			i += 2;
			continue;
		}
		if (text.substr(i, 2) == "\xC2\xA0") {
			++i;
			continue;
		}
		if (text[i] == '+' && length == 0 && !plus) {
			plus = true;
			continue;
		}
		if (kSeparators.find(text[i]) != std::string_view::npos)
			continue;
		if (!is_digit(text[i]) || length == sizeof digits)
			return {};
		digits[length++] = text[i];
	}
	return length < kFewestDigits ? PhoneReadings{} : read_phone({digits, length}, plus);
}

bool find_phone(std::string_view text, AcceptPhone accept, const void *context)
{
	Groups groups;
	for (std::size_t at = 0; at < text.size();) {
		at = groups.read(text, at);
		if ((groups.gap() || !groups.has_next()) && groups.look_all(text, accept, context))
			return true;
		if (!groups.has_next())
			return false;
		groups.take();
		if (groups.full() && groups.look(text, kMostWritten + 2, accept, context))
			return true;
	}
	return groups.look_all(text, accept, context);
}

}  // namespace core
