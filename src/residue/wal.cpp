// wal_residue: which requests have fully left the server's own WAL, and what keeps it.
#include "residue/wal.hpp"

#include "evidence/audit.hpp"
#include "pg/call.hpp"
#include "pg/maintenance.hpp"
#include "pg/wal_files.hpp"
#include "policy/engine_sql.hpp"

namespace residue {
namespace {

// $1: of which request, or all.
constexpr const char *kHorizons = R"(
SELECT q.id, q.scrubbed_lsn OPERATOR(pg_catalog.-) '0/0'::pg_catalog.pg_lsn, q.scrubbed_at, q.scrubbed_origin OPERATOR(pg_catalog.=) erasure._origin()
FROM erasure.request q WHERE q.erased_in IS NOT NULL AND ($1 IS NULL OR q.id OPERATOR(pg_catalog.=) $1::pg_catalog.int8) ORDER BY q.id)";

constexpr const char *kSlots = R"(
SELECT slot_name, restart_lsn OPERATOR(pg_catalog.-) '0/0'::pg_catalog.pg_lsn FROM pg_catalog.pg_replication_slots WHERE restart_lsn IS NOT NULL ORDER BY slot_name)";

std::string held_by(const pg::Rows &slots, const pg::Text &archiving, std::uint64_t horizon)
{
	std::string words;
	const auto add = [&](const std::string &word) { words += (words.empty() ? "" : "; ") + word; };
	for (const pg::Row &slot : slots)
		if (std::stoull(*slot[1]) <= horizon)
			add("replication slot \"" + *slot[0] + "\"");
	if (archiving)
		add(*archiving + " files wait for the archiver");
	return words.empty() ? "files that PostgreSQL keeps or has recycled for later use" : words;
}

}  // namespace

std::optional<WalHorizon> wal_horizon(pg::Spi &spi, std::int64_t request)
{
	const pg::Rows rows = spi.query(kHorizons, pg::Params().add(std::to_string(request)));
	if (rows.empty() || !rows[0][1])
		return std::nullopt;
	return WalHorizon{std::stoull(*rows[0][1]), rows[0][3] == "t"};
}

}  // namespace residue

// erasure.wal_residue() RETURNS TABLE(request bigint, horizon pg_lsn, horizon_at timestamptz, gone boolean, held_by text)
ERASURE_FUNCTION(erasure_wal_residue)
{
	evidence::require_may_audit("look at the WAL");
	pg::Rows horizons;
	pg::Rows slots;
	pg::Text archiving;
	policy::as_extension([&](pg::Spi &spi) {
		horizons = spi.query(residue::kHorizons, pg::Params().add(pg::Text()));
		slots = spi.query(residue::kSlots);
		archiving = spi.value("SELECT nullif(pg_catalog.count(*), 0) FROM pg_catalog.pg_ls_archive_statusdir() WHERE name OPERATOR(pg_catalog.~) '[.]ready$'");
	});
	const pg::WalFiles files = pg::look_at_wal();
	call.start_rows();
	for (const pg::Row &row : horizons) {
		if (!row[1]) {
			call.add_row({row[0], {}, {}, "f", "its tables are not scrubbed yet"});
			continue;
		}
		// In the WAL of another server it was, before a dump or an upgrade brought it here.
		if (row[3] != "t") {
			call.add_row({row[0], {}, row[2], "t", {}});
			continue;
		}
		const std::uint64_t horizon = std::stoull(*row[1]);
		const bool gone = files.oldest && *files.oldest > horizon;
		call.add_row({row[0], pg::lsn_text(horizon), row[2], gone ? "t" : "f", gone ? pg::Text() : residue::held_by(slots, archiving, horizon)});
	}
	return call.nothing();
}
