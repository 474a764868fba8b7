// Changing the policy beside calls that go by it.
#pragma once

#include <cstdint>
#include <vector>

#include "policy/model.hpp"

namespace policy {

// A change is checked without locks, since that may read whole tables. Before it is stored the tables that get or lose guards are
// locked, and verbs under way waited for; what has changed by then is checked anew.
class Change {
public:
	Change();

	// Once, before the first thing is stored; throws Moved where the policy is no longer the one that was looked at.
	void begin(std::vector<pg::Oid> tables);

	struct Moved {};

private:
	std::uint64_t looked_at_;
	bool begun_ = false;
};

template <typename Declare>
void change_policy(Declare &&declare)
{
	for (;;) {
		Change change;
		try {
			declare(change);
			return;
		} catch (const Change::Moved &) {
		}
	}
}

}  // namespace policy
