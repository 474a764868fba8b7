// One table's scrub, as the worker does it: wait, VACUUM, clean the pages, build indexes anew, look at the result.
#pragma once

#include <string>

#include "pg/scrub_file.hpp"
#include "residue/scrub_log.hpp"

namespace residue {

// How long all of a run may wait for others, together.
class Patience {
public:
	// yields: how long it may stand in the way of others who wait for it.
	Patience(long milliseconds, long yields) : left_(milliseconds), yields_(yields) {}
	// False: it has come to its end.
	bool wait(long milliseconds);
	long left() const { return left_; }
	long yields() const { return yields_; }

private:
	long left_;
	long yields_;
};

struct TableResult {
	bool clean = false;
	std::string reason;  // why it is not
	pg::PassTotals totals;
	std::int64_t indexes_rebuilt = 0;
};

// Whether every transaction before `covers` has ended and nobody can see any more what it removed; waits. Else the reason.
std::string wait_for_horizon(pg::Oid relation, std::uint64_t covers, Patience &patience);

// every_page: there are replicas, which get every page as it is here.
TableResult scrub_table(RunLog &log, bool every_page, Patience &patience);

}  // namespace residue
