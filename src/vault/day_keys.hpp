// Day keys: one database's master key of one day, destroyed when nothing is sealed with it any more.
#pragma once

#include <string>
#include <vector>

#include "pg/spi.hpp"

namespace vault {

class KeySource;

// This cluster and database, in twelve hexadecimal digits: in the ids of its day keys.
std::string database_tag();
// UTC.
std::string today(pg::Spi &spi);

// erasure.day_keys; and whether the ring can have them, since the server must be able to put them in and take them out.
bool wants_day_keys();
bool keeps_day_keys(const KeySource &source);

// Out of the file, as it is by now, for good; those that are not in it are gone. The caller has these keys alone, and has
// looked that nothing needs them.
void take_out(const std::vector<std::string> &ids);

// Destroys this database's day keys with which nothing is sealed any more: after the erasures have committed, in transactions
// of its own. What a crash leaves undone, the next call does; a key that is in use at this moment is left to it as well.
// Whether there were any, which is then in the audit log.
bool destroy_day_keys(pg::Spi &spi);

}  // namespace vault
