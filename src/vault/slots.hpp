// The slots of the vault, its partitions: finding those that a call is about, and giving back the storage of empty ones.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pg/spi.hpp"

namespace vault {

// Where the records of a request go: by the day on which it falls due, as subject_state has it.
std::int16_t slot_for(pg::Spi &spi, std::int64_t request);

// A condition that keeps the planner away from slots without records of these pairs. Empty where a pair has no data key: its records may be in any.
std::string and_in_slots(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys, const char *alias);

struct Slot {
	pg::Oid oid;
	std::string name;
};
// Those that take up room.
std::vector<Slot> slots_in_use(pg::Spi &spi);

// Truncates a slot that holds dead rows only, in a transaction that does nothing else; one that somebody is using stays as it is.
void give_back(pg::Spi &spi, const Slot &slot);

}  // namespace vault
