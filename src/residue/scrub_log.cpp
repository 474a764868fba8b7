// Rows of erasure.scrub_run and erasure.scrubbed_file.
#include "residue/scrub_log.hpp"

#include <chrono>

#include "pg/maintenance.hpp"
#include "pg/worker.hpp"

namespace residue {
namespace {

std::int64_t now_ms()
{
	return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::int64_t number(std::uint64_t value)
{
	return static_cast<std::int64_t>(value);
}

}  // namespace

void in_transaction(const std::function<void(pg::Spi &)> &body)
{
	pg::Caught caught;
	const bool ok = pg::attempt_transaction(
		[&] {
			pg::Spi spi;
			body(spi);
			spi.finish();
		},
		caught);
	if (!ok)
		throw pg::Failure(caught.sqlstate, caught.message, caught.detail, caught.hint);
}

RunLog::RunLog(pg::Oid relation, const std::string &name, std::uint64_t covers) : relation_(relation), covers_(covers)
{
	in_transaction([&](pg::Spi &spi) {
		id_ = spi.number("INSERT INTO erasure.scrub_run (relation_oid, relation_name, status, phase, covers) VALUES ($1, $2, 'running', 'waiting', $3) "
						 "ON CONFLICT (relation_oid) WHERE status OPERATOR(pg_catalog.<>) 'done' DO UPDATE SET relation_name = excluded.relation_name, status = 'running', "
						 "reason = NULL, phase = 'waiting', blocks_done = NULL, blocks_total = NULL, covers = excluded.covers, origin = excluded.origin RETURNING id",
						 pg::Params().add_oid(relation).add(name).add(number(covers)));
	});
}

void RunLog::progress(const std::string &phase, std::uint64_t done, std::uint64_t total)
{
	const std::int64_t now = now_ms();
	if (phase == phase_ && now - written_at_ < 1000)
		return;
	phase_ = phase;
	written_at_ = now;
	in_transaction([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.scrub_run SET phase = $2, blocks_done = $3, blocks_total = $4 WHERE id OPERATOR(pg_catalog.=) $1",
					pg::Params().add(id_).add(phase).add(number(done)).add(number(total)));
	});
}

void RunLog::pending(const std::string &reason)
{
	in_transaction([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.scrub_run SET status = 'pending', reason = $2, phase = NULL, blocks_done = NULL, blocks_total = NULL WHERE id OPERATOR(pg_catalog.=) $1",
					pg::Params().add(id_).add(reason));
	});
}

void RunLog::done(const pg::PassTotals &totals, std::int64_t indexes_rebuilt, std::uint64_t lsn)
{
	in_transaction([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.scrub_run SET status = 'done', reason = NULL, phase = NULL, blocks_done = NULL, blocks_total = NULL, finished_at = pg_catalog.clock_timestamp(), "
					"pages_visited = $2, pages_written = $3, bytes_cleared = $4, indexes_rebuilt = $5, lsn = $6::pg_catalog.pg_lsn WHERE id OPERATOR(pg_catalog.=) $1",
					pg::Params().add(id_).add(number(totals.visited)).add(number(totals.written)).add(number(totals.stale)).add(indexes_rebuilt).add(pg::lsn_text(lsn)));
	});
}

std::uint64_t clean_since(pg::Spi &spi, const pg::FileInfo &file)
{
	// As a number: how far it is from the WAL's beginning.
	const pg::Text lsn = spi.value("SELECT lsn OPERATOR(pg_catalog.-) '0/0'::pg_catalog.pg_lsn FROM erasure.scrubbed_file WHERE relation_oid OPERATOR(pg_catalog.=) $1 "
								   "AND file OPERATOR(pg_catalog.=) $2 AND origin OPERATOR(pg_catalog.=) erasure._origin()",
								   pg::Params().add_oid(file.relation).add_oid(file.file));
	return lsn ? std::stoull(*lsn) : 0;
}

void note_clean(pg::Spi &spi, const pg::FileInfo &file, std::uint64_t covers, std::uint64_t lsn)
{
	spi.execute("INSERT INTO erasure.scrubbed_file (relation_oid, file, covers, lsn) VALUES ($1, $2, $3, $4::pg_catalog.pg_lsn) "
				"ON CONFLICT (relation_oid) DO UPDATE SET file = excluded.file, covers = excluded.covers, lsn = excluded.lsn, origin = excluded.origin",
				pg::Params().add_oid(file.relation).add_oid(file.file).add(number(covers)).add(pg::lsn_text(lsn)));
}

}  // namespace residue
