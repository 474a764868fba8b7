// The state machine is the one of the design, move for move.
#include <gtest/gtest.h>

#include <string>

#include "core/lifecycle.hpp"

namespace {

using core::Action;
using core::next;
using core::State;

TEST(Lifecycle, GoesForwardOneStepAtATime)
{
	EXPECT_EQ(next(State::active, Action::soft_delete), State::deleted);
	EXPECT_EQ(next(State::deleted, Action::permanently_delete), State::masked);
	EXPECT_EQ(next(State::masked, Action::erase_due), State::erased);
	EXPECT_EQ(next(State::deleted, Action::erase_now), State::erased);
	EXPECT_EQ(next(State::masked, Action::erase_now), State::erased);
}

TEST(Lifecycle, GoesBackUntilErasure)
{
	EXPECT_EQ(next(State::deleted, Action::restore), State::active);
	EXPECT_EQ(next(State::masked, Action::undo), State::deleted);
}

TEST(Lifecycle, RefusesEveryShortCut)
{
	EXPECT_EQ(next(State::active, Action::permanently_delete), std::nullopt);
	EXPECT_EQ(next(State::active, Action::erase_now), std::nullopt);
	EXPECT_EQ(next(State::active, Action::erase_due), std::nullopt);
	EXPECT_EQ(next(State::active, Action::restore), std::nullopt);
	EXPECT_EQ(next(State::active, Action::undo), std::nullopt);
	EXPECT_EQ(next(State::deleted, Action::soft_delete), std::nullopt);
	EXPECT_EQ(next(State::deleted, Action::undo), std::nullopt);
	EXPECT_EQ(next(State::deleted, Action::erase_due), std::nullopt);
	EXPECT_EQ(next(State::masked, Action::soft_delete), std::nullopt);
	EXPECT_EQ(next(State::masked, Action::restore), std::nullopt);
	EXPECT_EQ(next(State::masked, Action::permanently_delete), std::nullopt);
}

TEST(Lifecycle, AllowsNothingOnceErased)
{
	for (const Action action : core::kActions)
		EXPECT_EQ(next(State::erased, action), std::nullopt) << core::to_text(action);
}

TEST(Lifecycle, LooksAndHoldsWithoutMoving)
{
	for (const State state : {State::active, State::deleted, State::masked}) {
		EXPECT_EQ(next(state, Action::hold), state);
		EXPECT_EQ(next(state, Action::release), state);
		EXPECT_EQ(next(state, Action::export_), state);
	}
	EXPECT_EQ(next(State::deleted, Action::view_deleted), State::deleted);
	EXPECT_EQ(next(State::active, Action::view_deleted), std::nullopt);
	EXPECT_EQ(next(State::masked, Action::view_deleted), std::nullopt);
}

// Personal data is lost only by an action that a hold refuses.
TEST(Lifecycle, CountsEveryWayIntoMaskedAndErasedAsDestroying)
{
	for (const State state : core::kStates) {
		for (const Action action : core::kActions) {
			const std::optional<State> to = next(state, action);
			const bool loses = to && *to != state && (*to == State::masked || *to == State::erased);
			if (loses) {
				EXPECT_TRUE(core::destroys(action)) << core::to_text(action);
			}
		}
	}
	EXPECT_FALSE(core::destroys(Action::soft_delete));
	EXPECT_FALSE(core::destroys(Action::undo));
	EXPECT_FALSE(core::destroys(Action::restore));
}

TEST(Lifecycle, ReadsBackTheWordsOfStates)
{
	for (const State state : core::kStates)
		EXPECT_EQ(core::state_from_text(core::to_text(state)), state);
	EXPECT_EQ(core::to_text(State::masked), "masked");
	for (const std::string_view word : {"", "Active", "gone", "active "})
		EXPECT_EQ(core::state_from_text(word), std::nullopt) << word;
}

TEST(Lifecycle, ReadsBackTheWordsOfPermissions)
{
	std::string list;
	for (const Action action : core::kPermissions) {
		EXPECT_EQ(core::permission_from_text(core::to_text(action)), action);
		EXPECT_EQ(core::permission_word(action), core::to_text(action));
		list.append(list.empty() ? "" : ", ").append(core::to_text(action));
	}
	EXPECT_EQ(list, core::kPermissionList);
	EXPECT_EQ(list, "view_deleted, soft_delete, restore, permanently_delete, undo, erase_now, hold, export");
	for (const std::string_view word : {"", "release", "erase_due", "export_", "Hold", "hold ", "all"})
		EXPECT_EQ(core::permission_from_text(word), std::nullopt) << word;
}

TEST(Lifecycle, AsksThePermissionOfHoldForRelease)
{
	EXPECT_EQ(core::permission_word(Action::release), "hold");
	EXPECT_EQ(core::permission_word(Action::erase_due), "");
	for (const Action action : core::kActions) {
		EXPECT_FALSE(core::to_text(action).empty());
		const std::string_view word = core::permission_word(action);
		EXPECT_TRUE(word.empty() || core::permission_from_text(word)) << word;
	}
}

}  // namespace
