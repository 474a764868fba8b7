// Records that fall due on one day share a slot, and a slot comes round only after its day is over.
#include <gtest/gtest.h>

#include <set>

#include "core/vault_slot.hpp"

namespace {

using core::vault_slot;

constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kGrace = 30 * kDay;

TEST(VaultSlot, OneForEachDay)
{
	const std::int64_t midnight = 20000 * kDay;
	EXPECT_EQ(vault_slot(midnight, kGrace), vault_slot(midnight + kDay - 1, kGrace));
	EXPECT_NE(vault_slot(midnight, kGrace), vault_slot(midnight - 1, kGrace));
	EXPECT_EQ(vault_slot(midnight, kGrace), vault_slot(midnight, 0));
}

TEST(VaultSlot, TheWaitingOfADefaultGracePeriodShareNone)
{
	std::set<std::int16_t> slots;
	for (std::int64_t day = 0; day <= 31; ++day)
		slots.insert(vault_slot(20000 * kDay + day * kDay, kGrace));
	EXPECT_EQ(slots.size(), 32u);
	EXPECT_EQ(*slots.begin(), 0);
	EXPECT_EQ(*slots.rbegin(), 31);
}

TEST(VaultSlot, LongerOnesHaveARingOfMonths)
{
	std::set<std::int16_t> slots;
	for (std::int64_t day = 0; day < 480; ++day)
		slots.insert(vault_slot(19980 * kDay + day * kDay, kGrace + 1));
	EXPECT_EQ(slots.size(), 16u);
	EXPECT_EQ(*slots.begin(), 32);
	EXPECT_EQ(*slots.rbegin(), core::kVaultSlots - 1);
}

TEST(VaultSlot, NoTimeIsOutside)
{
	EXPECT_EQ(vault_slot(-1, 0), 31);
	EXPECT_EQ(vault_slot(-32 * kDay, 0), 0);
	EXPECT_EQ(vault_slot(0, 0), 0);
}

}  // namespace
