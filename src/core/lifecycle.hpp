// The life of a subject: its states, what may be done in each, and which permission each action needs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace core {

enum class State : std::uint8_t { active, deleted, masked, erased };

enum class Action : std::uint8_t {
	soft_delete,
	restore,
	permanently_delete,
	undo,
	erase_due,
	erase_now,
	hold,
	release,
	export_,
	view_deleted,
};

inline constexpr std::array kStates{State::active, State::deleted, State::masked, State::erased};

inline constexpr std::array kActions{Action::soft_delete, Action::restore,   Action::permanently_delete,
									 Action::undo,        Action::erase_due, Action::erase_now,
									 Action::hold,        Action::release,   Action::export_,
									 Action::view_deleted};

// The actions that `allow` hands out, in the order in which they are listed to people.
inline constexpr std::array kPermissions{Action::view_deleted, Action::soft_delete, Action::restore,
										 Action::permanently_delete, Action::undo, Action::erase_now,
										 Action::hold, Action::export_};

inline constexpr std::string_view kPermissionList =
	"view_deleted, soft_delete, restore, permanently_delete, undo, erase_now, hold, export";

std::string_view to_text(State state);
std::optional<State> state_from_text(std::string_view text);

// The word of the action itself: 'export', 'erase_due', 'release', ...
std::string_view to_text(Action action);

// The state after the action; no value when the state does not allow it. An erased subject allows nothing.
// Time (undo before erase_after, erase_due after it) and holds are the caller's to check.
std::optional<State> next(State from, Action action);

// The action destroys, or starts to destroy, personal data: a hold refuses it.
constexpr bool destroys(Action action)
{
	return action == Action::permanently_delete || action == Action::erase_due || action == Action::erase_now;
}

// The permission that the action needs: its own word, but 'hold' for release. Empty for erase_due, which is a
// matter of EXECUTE on the procedure.
std::string_view permission_word(Action action);

// Reads a permission word as `allow` takes it; exact, lower case. No value for other words, so neither for
// 'release' nor 'erase_due'.
std::optional<Action> permission_from_text(std::string_view word);

}  // namespace core
