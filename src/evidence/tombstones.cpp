// Drops tombstones that no backup is old enough for any more.
#include "evidence/tombstones.hpp"

namespace evidence {
namespace {

// The state stays: it keeps the masked row as it is, and the key from being given away, as long as the row is there.
constexpr const char *kDrop = R"(
WITH kept AS (SELECT pg_catalog.current_setting('erasure.tombstone_retention')::pg_catalog.interval AS time),
old AS (DELETE FROM erasure.tombstone t USING kept k WHERE k.time OPERATOR(pg_catalog.>) '0'::pg_catalog.interval
        AND t.erased_at OPERATOR(pg_catalog.<) (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) k.time) RETURNING t.subject_id, t.key),
hashes AS (DELETE FROM erasure.recognised r USING old o WHERE r.subject_id OPERATOR(pg_catalog.=) o.subject_id AND r.key OPERATOR(pg_catalog.=) o.key)
UPDATE erasure.subject_state s SET former_key = NULL FROM old o
WHERE s.subject_id OPERATOR(pg_catalog.=) o.subject_id AND s.key OPERATOR(pg_catalog.=) o.key AND s.former_key IS NOT NULL)";

}  // namespace

void drop_old_tombstones(pg::Spi &spi)
{
	spi.execute(kDrop);
}

}  // namespace evidence
