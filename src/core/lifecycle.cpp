// The state machine as one table of allowed moves, and the words of states and actions.
#include "core/lifecycle.hpp"

#include "core/fence.hpp"

namespace core {

namespace {

struct Move {
	State from;
	Action action;
	State to;
};

// An erased subject appears on the right only: it stays what it is for ever.
constexpr Move kMoves[] = {
	{State::active, Action::soft_delete, State::deleted},
	{State::active, Action::hold, State::active},
	{State::active, Action::release, State::active},
	{State::active, Action::export_, State::active},

	{State::deleted, Action::restore, State::active},
	{State::deleted, Action::permanently_delete, State::masked},
	{State::deleted, Action::erase_now, State::erased},
	{State::deleted, Action::hold, State::deleted},
	{State::deleted, Action::release, State::deleted},
	{State::deleted, Action::export_, State::deleted},
	{State::deleted, Action::view_deleted, State::deleted},

	{State::masked, Action::undo, State::deleted},
	{State::masked, Action::erase_due, State::erased},
	{State::masked, Action::erase_now, State::erased},
	{State::masked, Action::hold, State::masked},
	{State::masked, Action::release, State::masked},
	{State::masked, Action::export_, State::masked},
};

}  // namespace

std::string_view to_text(State state)
{
	switch (state) {
	case State::active: return "active";
	case State::deleted: return "deleted";
	case State::masked: return "masked";
	case State::erased: return "erased";
	}
	return {};
}

std::optional<State> state_from_text(std::string_view text)
{
	for (const State state : kStates) {
		if (to_text(state) == text)
			return state;
	}
	return std::nullopt;
}

std::string_view to_text(Action action)
{
	switch (action) {
	case Action::soft_delete: return "soft_delete";
	case Action::restore: return "restore";
	case Action::permanently_delete: return "permanently_delete";
	case Action::undo: return "undo";
	case Action::erase_due: return "erase_due";
	case Action::erase_now: return "erase_now";
	case Action::hold: return "hold";
	case Action::release: return "release";
	case Action::export_: return "export";
	case Action::view_deleted: return "view_deleted";
	}
	return {};
}

std::optional<State> next(State from, Action action)
{
	for (const Move &move : kMoves) {
		if (move.from == from && move.action == action)
			return move.to;
	}
	return std::nullopt;
}

std::string_view permission_word(Action action)
{
	switch (action) {
	case Action::release: return to_text(Action::hold);
	case Action::erase_due: return {};
	default: return to_text(action);
	}
}

std::optional<Action> permission_from_text(std::string_view word)
{
	for (const Action action : kPermissions) {
		if (to_text(action) == word)
			return action;
	}
	return std::nullopt;
}

}  // namespace core
