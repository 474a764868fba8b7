// What stands between this database and a scheduled job.
#pragma once

#include <string>

namespace lifecycle {

// Why schedule() would refuse, and the way out; all empty where pg_cron is here.
struct NoCron {
	std::string message, detail, hint;
	std::string fix;  // the hint's statement or line of postgresql.conf alone
};
NoCron no_cron(const std::string &schedule);

}  // namespace lifecycle
