// The record of one permanent deletion: who, when, which subjects, until when it can be undone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lifecycle/approval.hpp"
#include "lifecycle/subjects.hpp"
#include "pg/spi.hpp"

namespace lifecycle {

struct Request {
	std::int64_t id = 0;
	std::string erase_after;
};

// Takes a number and moves the subjects to state masked under it, before anything is masked: a trigger that fires
// underneath must find the state that its guard has to enforce. grace is an interval; '0' for erase_now. What was approved keeps
// the number it waited under.
Request open_request(const policy::Subject &subject, const Subjects &subjects, const std::string &grace, const Order &order);

// The request's row, and one for each table that it masked in, once what was done is known. Warns when erase_after is later than due_by, one month after
// received_at (GDPR Article 12(3)).
struct Done {
	std::vector<std::uint64_t> found;  // rows masked, table by table in the policy's order
	std::uint64_t vault_bytes = 0;
};
// The tables of a request under the names they have now: certificates tell of it when the tables may have others. Of a request that is
// masked in parts, rows add up.
void note_tables(pg::Spi &spi, const policy::Subject &subject, std::int64_t request, const std::vector<std::uint64_t> &found);
void close_request(const policy::Subject &subject, const Subjects &subjects, const Request &request, const Done &done, const Order &order);

}  // namespace lifecycle
