// What the planner makes of the policy that hides deleted subjects: the names and the setting that it goes by.
#pragma once

namespace pg {

// The restrictive policy, whose expression is <deletion time> IS NULL OR erasure._shows_deleted(<table>).
inline constexpr const char *kHidingPolicy = "erasure_hide_deleted";

// The function in the views <table>_deleted by which the fold knows them.
inline constexpr const char *kListFunction = "_in_deleted_list";

// The setting erasure.show_deleted, straight from its C variable.
bool show_deleted() noexcept;

// Before the setting changes: plans were made for what it was.
void forget_plans() noexcept;

}  // namespace pg
