// Which part of the vault a record goes into: those that fall due together lie together, so that their file can be given
// back when all of them are gone.
#pragma once

#include <cstdint>

namespace core {

// A ring of one slot a day, longer by two days than the longest grace period it takes, and one of a slot a month for longer ones.
inline constexpr std::int64_t kDaySlots = 32;
inline constexpr std::int64_t kMonthSlots = 16;
inline constexpr std::int64_t kVaultSlots = kDaySlots + kMonthSlots;

constexpr std::int16_t vault_slot(std::int64_t due_at, std::int64_t grace)  // seconds since 1970, and seconds
{
	constexpr std::int64_t day = 86400;
	constexpr std::int64_t month = 30 * day;
	const auto place = [due_at](std::int64_t unit, std::int64_t slots) {
		const std::int64_t number = due_at / unit - (due_at % unit < 0 ? 1 : 0);
		return (number % slots + slots) % slots;
	};
	return static_cast<std::int16_t>(grace <= (kDaySlots - 2) * day ? place(day, kDaySlots) : kDaySlots + place(month, kMonthSlots));
}

}  // namespace core
