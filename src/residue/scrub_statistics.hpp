// Statistics about tables that were erased from: most common values, histogram bounds and the like are copies.
#pragma once

#include <vector>

#include "pg/spi.hpp"

namespace residue {

// The tables, with all that they are parts of: statistics of a parent are drawn from its parts.
std::vector<pg::Oid> with_all_parents(const std::vector<pg::Oid> &tables);

// Those of the tables and their indexes that are older than a transaction, counted in pg_statistic and pg_statistic_ext_data.
std::int64_t old_statistics(pg::Spi &spi, const std::vector<pg::Oid> &tables, std::uint64_t before);

// ANALYZE for each table that has statistics; what it does not renew (a table without rows, a column that is not analyzed any
// more) is deleted. Between transactions.
void renew_statistics(const std::vector<pg::Oid> &tables);

// Where they are kept, and their old versions stay behind.
std::vector<pg::Oid> statistics_catalogues();

}  // namespace residue
