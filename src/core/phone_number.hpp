// Telephone numbers in text, however they are written: +49 (0)170 123-4567, 0049170..., 0170/1234567.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace core {

// Without the zeros in front; no country where none is written. A number of digits alone may be either.
struct PhoneNumber {
	std::uint64_t national = 0;
	std::uint32_t country = 0;
};

struct PhoneReadings {
	PhoneNumber items[2];
	int count = 0;
};

// What digits can mean as a number; none where they are too few or too many. international: a plus stands before them.
PhoneReadings read_phone(std::string_view digits, bool international);

// A text that is nothing but a telephone number.
PhoneReadings whole_phone(std::string_view text);

// Looks at every number in a text until one is accepted; whether one was. Numbers side by side are looked at singly and together.
using AcceptPhone = bool (*)(const void *context, const PhoneNumber &number);
bool find_phone(std::string_view text, AcceptPhone accept, const void *context);

}  // namespace core
