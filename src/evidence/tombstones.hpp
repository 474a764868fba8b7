// How long tombstones are kept.
#pragma once

#include "pg/spi.hpp"

namespace evidence {

// Those older than erasure.tombstone_retention go, with all hashes of whom they are of; for the job, as the extension's owner.
void drop_old_tombstones(pg::Spi &spi);

}  // namespace evidence
