// The subjects of one call: found, locked in key order, and their states read after the lock.
#pragma once

#include <string>
#include <vector>

#include "core/lifecycle.hpp"
#include "policy/keys.hpp"
#include "policy/model.hpp"

namespace lifecycle {

enum class Lock { none, wait, skip_locked };

struct SubjectRow {
	core::State state = core::State::active;
	bool row_exists = false;  // in the subject table
	bool known = false;       // row_exists, or the extension remembers its erasure
	bool held = false;
	bool due = false;         // masked, and its time has passed by the wall clock: erase_after, or the next retained row's
	bool linked = false;      // not named in the call, but linked to one that is
	bool destroyed = false;   // masked for good: its vault is gone, and retained rows are left
	std::int64_t request = 0;
};

// Keys in the order they were locked; rows[i] belongs to keys.texts[i].
struct Subjects {
	policy::KeySet keys;
	std::vector<SubjectRow> rows;

	std::size_t size() const { return rows.size(); }
	std::vector<std::int64_t> requests() const;
	// Only those that a predicate keeps.
	template <typename F>
	Subjects only(F &&keep) const
	{
		return only_places([&](std::size_t place) { return keep(rows[place]); });
	}
	template <typename F>
	Subjects only_places(F &&keep) const
	{
		Subjects kept;
		kept.keys.columns.resize(keys.columns.size());
		std::vector<std::size_t> places;
		for (std::size_t i = 0; i < rows.size(); ++i) {
			if (!keep(i))
				continue;
			places.push_back(i);
			kept.rows.push_back(rows[i]);
			kept.keys.texts.push_back(keys.texts[i]);
			for (std::size_t c = 0; c < keys.columns.size(); ++c)
				kept.keys.columns[c].push_back(keys.columns[c][i]);
		}
		kept.keys.sets = keys.sets.part(places);
		return kept;
	}
};

// Locks the rows FOR UPDATE in key order as the table's owner, then reads their states with a newer snapshot. A key that no row
// has means the subject who had it before it was masked, if there is one. Keys without a row come last. skip_locked leaves out rows that others have locked.
Subjects find_subjects(const policy::Subject &subject, const policy::KeySet &keys, Lock lock);

// The same with all that are linked to them (policy/linked.hpp), marked as such.
Subjects find_with_linked(const policy::Subject &subject, const policy::KeySet &keys, Lock lock);

// The subjects that the call named, and of the linked ones those that the action can move from where they are.
Subjects named(const Subjects &subjects);
Subjects with_movable(const Subjects &subjects, core::Action action);

// And those linked ones only, of the masked, that were masked by the request of one that was named.
Subjects of_named_requests(const Subjects &subjects);

// 55000 naming linked subjects that are active, while those they are linked to are to be masked.
void require_linked_deleted(const policy::Subject &subject, const Subjects &subjects);

// P0002 naming the keys that are not there.
void require_found(const policy::Subject &subject, const Subjects &subjects);
// 55000 naming the subjects whose state does not allow the action.
void require_state(const policy::Subject &subject, const Subjects &subjects, core::Action action);
// 55006 naming the subjects on hold.
void require_not_held(const policy::Subject &subject, const Subjects &subjects, core::Action action);
// 22023 when the confirmed count is not the number of distinct keys; nothing has changed.
void require_count(const policy::Subject &subject, const Subjects &subjects, std::int64_t confirmed);

// No unique index spans inheritance children, and a row is told by its key: 42P17 where rows of the subjects share theirs with others.
void require_distinct_keys(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects);

}  // namespace lifecycle
