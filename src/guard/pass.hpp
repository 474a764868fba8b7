// The pass that lets the engine's own statements through the guards, and nothing that happens underneath them.
//
// A pass names one statement: the relation, what it does, and the command id that PostgreSQL stamps on every row the
// statement writes. Statements of triggers and functions that run underneath have command ids of their own, at
// whatever depth, so they are guarded as anybody's. What the statement wrote is checked against the policy afterwards.
#pragma once

#include <cstdint>

#include "pg/types.hpp"

namespace guard {

enum class Step : std::uint8_t { none, soft_delete, restore, mask, undo, erase_update, erase_delete };

// In force from construction to destruction, on the normal way and while an error unwinds; passes nest.
class Pass {
public:
	Pass(Step step, pg::Oid relation, std::uint32_t command_id) noexcept;
	~Pass();
	Pass(const Pass &) = delete;
	Pass &operator=(const Pass &) = delete;

	static const Pass *current() noexcept;
	Step step() const noexcept { return step_; }
	pg::Oid relation() const noexcept { return relation_; }
	std::uint32_t command_id() const noexcept { return command_id_; }

private:
	const Pass *outer_;
	Step step_;
	pg::Oid relation_;
	std::uint32_t command_id_;
};

// Whether a statement of the engine is on the stack, so that user code may be running underneath it.
bool engine_running() noexcept;

}  // namespace guard
