// Up to where the WAL may still hold what was erased.
#pragma once

#include <cstdint>
#include <string>

#include "pg/spi.hpp"

namespace residue {

// The request's own horizon: WAL written before it may hold its originals, later WAL cannot. Nothing: not all of its tables
// are scrubbed since.
struct WalHorizon {
	std::uint64_t lsn = 0;
	bool here = false;  // false: in the WAL of another server, or before an upgrade
};
std::optional<WalHorizon> wal_horizon(pg::Spi &spi, std::int64_t request);

}  // namespace residue
