// Row security that hides deleted subjects from ordinary queries: installed, kept in step with DDL, and taken away.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pg/ddl.hpp"
#include "policy/model.hpp"

namespace policy {

// The permissive policy that lets everybody, or the owner, see what they saw before.
inline constexpr const char *kBasePolicy = "erasure_show_others";

// How a table, or a part of one, stands.
struct Hiding {
	bool enabled = false;  // row security, now
	bool forced = false;
	bool hides = false;    // our policy is there
	bool intact = false;   // and as we made it
	bool base = false;     // the permissive one is there
	bool base_for_all = false;
	bool base_fits = true;  // for everybody, or for the owner of now
	bool was_forced = false;  // though it was off

	// What the table has of its own, beside ours.
	bool own_enabled() const { return base ? !base_for_all : enabled; }
	bool own_forced() const { return base ? was_forced : forced; }
};
Hiding hiding(const Subject &subject, pg::Oid place);

// Puts the policies on the subject table and its parts. 42P17 where a policy of the user's would take effect by it, or
// the owner of a related table could not read this one any more.
void hide_deleted(const Subject &subject);

// After somebody's DDL. What a superuser switched off stays so.
void keep_hidden(const Subject &subject, const pg::Changed &changed);

// Takes them away, and leaves the table's row security as it was.
void unhide(pg::Oid relation);

// Before the deletion column gets another type, which a policy that names it does not let happen; keep_hidden brings it back.
void make_way_for_type(const Subject &subject, const std::vector<std::string> &columns);

}  // namespace policy
