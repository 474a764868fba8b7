// The English that users read: the two questions before a permanent delete, and lists of keys in errors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace core {

// What a table's rows are called: 'sales_contacts' -> 'sales contact', 'sales contacts'.
struct Noun {
	std::string one;
	std::string many;

	bool operator==(const Noun &) const = default;
};

// From the table's name: snake_case and CamelCase become words in lower case, the last word gets both its forms. A
// name that ends in no ASCII letter is left as it is.
Noun noun_for_table(std::string_view table_name);

// '1 customer', '3 customers'.
std::string counted(std::uint64_t count, const Noun &noun);

struct Confirmation {
	std::string title;     // 'Attention' for one subject, 'Bulk Update' for several
	std::string question;  // '3 customers will be permanently deleted. Do you want to proceed?'
	std::string prompt;    // 'Enter the number of customers to delete to confirm.'
};

Confirmation confirmation(std::string_view table_name, std::uint64_t subjects);

// '"4", "8" and 17 more': at most ten keys in double quotes, then how many of `total` were left out.
inline constexpr std::size_t kMostListedKeys = 10;

std::string key_list(std::span<const std::string> keys, std::uint64_t total);

}  // namespace core
