// Four eyes: what was asked for and waits until somebody else approves it, and what is asked for in general.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lifecycle.hpp"
#include "lifecycle/subjects.hpp"
#include "pg/spi.hpp"

namespace lifecycle {

// A request that waits. Read without a lock: decide() looks again.
struct Approval {
	std::int64_t id = 0;
	std::int32_t subject_id = 0;
	core::Action action = core::Action::permanently_delete;
	std::int64_t subjects = 0;
	pg::Text reason;
	pg::Text received_at;
	std::string requested_at;
	std::string requested_by;
	std::vector<std::string> keys;  // as erasure's tables keep them
};

// One call of permanently_delete or erase_now, or the same again once it is approved.
struct Order {
	policy::KeySet keys;
	std::int64_t confirmed = 0;
	pg::Text reason;
	pg::Text received_at;
	const Approval *approval = nullptr;
};

// What came of it. request and erase_after are empty where there is none, or the order waits.
struct Outcome {
	std::optional<std::int64_t> request;
	std::size_t subjects = 0;
	std::uint64_t rows_masked = 0;
	std::uint64_t rows_deleted = 0;
	pg::Text erase_after;
	std::string detail;
	bool waits = false;
};

// The verbs, from the locks to the last row, without the question who may; the audit log is the caller's.
Outcome delete_permanently(const policy::Subject &subject, const Order &order);
Outcome erase_at_once(const policy::Subject &subject, const Order &order);

// What either begins with: coverage and triggers are checked, the subjects locked, and counted against what was confirmed. An
// approval is marked approved, or 55000 when it was decided meanwhile; without one, whether the order has to wait for it.
struct Ordered {
	Subjects found;
	bool waits = false;
};
Ordered find_ordered(const policy::Subject &subject, const Order &order);

// Records an order whose every check has passed, and says so in a NOTICE; nothing else changes. 55000 when some of its
// subjects wait already.
Outcome wait_for_approval(const policy::Subject &subject, core::Action action, const Subjects &subjects, const Order &order);

// P0002 when there is no such request.
Approval find_approval(std::int64_t id);
// 42501 when the caller is who asked: shares session user or outer role with them.
void require_other_person(const Approval &approval);
// Marks it as approved or withdrawn, and forgets its keys; 55000 when it is decided or has lapsed.
void decide(const Approval &approval, const std::string &decision);

// Subjects that move otherwise: what waits for them is withdrawn, each with a NOTICE and an entry in the audit log.
void withdraw_waiting(const policy::Subject &subject, const Subjects &subjects, const std::string &why);
// By time, for the job.
void lapse_waiting();

}  // namespace lifecycle
