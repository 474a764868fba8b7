// The background worker of a scrub: VACUUM and REINDEX CONCURRENTLY cannot run below a function or procedure.
//
// It works as the bootstrap superuser, through the functions behind these statements: where they meet somebody's code, in an
// index's expression say, PostgreSQL runs it as the table's owner in a security-restricted operation.
#include <algorithm>
#include <map>
#include <sstream>

#include "pg/catalog.hpp"
#include "pg/maintenance.hpp"
#include "pg/role.hpp"
#include "pg/wal_files.hpp"
#include "pg/worker.hpp"
#include "residue/erased_request.hpp"
#include "residue/scrub_statistics.hpp"
#include "residue/scrub_table.hpp"

namespace residue {
namespace {

// What is wanted, by the relation it was wanted for: up to which transaction, and which tables with files of their own.
struct Wanted {
	std::uint64_t covers = 0;
	std::vector<pg::Oid> parts;
};

struct Job {
	pg::Oid relation = pg::kInvalidOid;  // none: all that is wanted
	long wait = 0;
	long yields = 0;
	std::string cost_delay;
	std::map<pg::Oid, Wanted> wanted;
	std::map<pg::Oid, std::uint64_t> tables;
};

void add_tables(Job &job, pg::Oid relation, std::uint64_t covers)
{
	Wanted &wanted = job.wanted[relation];
	wanted.covers = covers;
	wanted.parts = relation == own_tables_handle() ? own_tables() : parts_with_pages(relation);
	for (const pg::Oid part : wanted.parts)
		job.tables[part] = std::max(job.tables[part], covers);
}

void load(Job &job)
{
	in_transaction([&](pg::Spi &spi) {
		// Whoever was at these has died: the turn is ours.
		spi.execute("UPDATE erasure.scrub_run SET status = 'pending', reason = 'it was interrupted' WHERE status OPERATOR(pg_catalog.=) 'running'");
		// Of tables that are gone nothing is left to scrub, and of a dump's source nothing was ever here.
		spi.execute("DELETE FROM erasure.scrub_wanted w WHERE w.origin OPERATOR(pg_catalog.<>) erasure._origin() "
					"OR NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) w.relation_oid)");
		spi.execute("DELETE FROM erasure.scrub_run r WHERE r.status OPERATOR(pg_catalog.=) 'pending' AND (r.origin OPERATOR(pg_catalog.<>) erasure._origin() "
					"OR NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) r.relation_oid))");
		for (const pg::Row &row : spi.query("SELECT relation_oid, pg_catalog.max(transaction) FROM erasure.scrub_wanted "
											"WHERE $1 OPERATOR(pg_catalog.=) 0::pg_catalog.oid OR relation_oid OPERATOR(pg_catalog.=) $1 GROUP BY 1 ORDER BY 1",
											pg::Params().add_oid(job.relation)))
			add_tables(job, static_cast<pg::Oid>(std::stoul(*row[0])), std::stoull(*row[1]) + 1);
	});
}

// Replicas replay what is written here; their free bytes may be others than ours, so they get whole pages.
bool has_replicas()
{
	bool replicas = false;
	in_transaction([&](pg::Spi &spi) {
		replicas = spi.value("SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_replication) OR EXISTS (SELECT FROM pg_catalog.pg_replication_slots WHERE slot_type OPERATOR(pg_catalog.=) 'physical')") == "t";
	});
	return replicas;
}

struct Done {
	RunLog log;
	TableResult result;
};

Done scrub_one(pg::Oid table, std::uint64_t covers, bool every_page, Patience &patience)
{
	std::string name;
	in_transaction([&](pg::Spi &) { name = pg::display_name(table); });
	RunLog log(table, name, covers);
	TableResult result = scrub_table(log, every_page, patience);
	if (!result.clean)
		log.pending(result.reason);
	return {log, std::move(result)};
}

// Old versions of statistics, too, are rows that have to be removed. The reason why not, or nothing.
std::string scrub_statistics(const std::vector<pg::Oid> &tables, bool every_page, Patience &patience, std::vector<Done> &done)
{
	std::vector<pg::Oid> about;
	std::vector<pg::Oid> catalogues;
	in_transaction([&](pg::Spi &) {
		about = with_all_parents(tables);
		catalogues = statistics_catalogues();
	});
	try {
		renew_statistics(about);
	} catch (const pg::Failure &failure) {
		return "SQLSTATE " + pg::sqlstate_text(failure.sqlstate());
	}
	const std::uint64_t covers = pg::next_transaction();
	for (const pg::Oid catalogue : catalogues) {
		done.push_back(scrub_one(catalogue, covers, every_page, patience));
		if (!done.back().result.clean)
			return done.back().result.reason;
	}
	return {};
}

// A file of WAL that was recycled keeps its bytes until it is written to again: so it is, until no page is older, or as often
// as was allowed. Each round fills one file.
void roll_wal(std::uint64_t lsn)
{
	const int rounds = std::stoi(pg::setting("erasure.scrub_wal_rounds"));
	for (int round = 0; round < rounds; ++round) {
		std::optional<std::uint64_t> oldest;
		in_transaction([&](pg::Spi &) { oldest = pg::look_at_wal().oldest; });
		if (oldest && *oldest > lsn)
			return;
		in_transaction([&](pg::Spi &spi) { spi.value("SELECT pg_catalog.pg_logical_emit_message(false, 'erasure', '')"); });
		pg::switch_wal();
		pg::checkpoint();
	}
}

void finish(const Job &job, std::vector<Done> &done)
{
	pg::checkpoint();
	const std::uint64_t lsn = pg::wal_position();
	std::map<pg::Oid, bool> clean;
	for (Done &one : done) {
		clean[one.log.relation()] = one.result.clean;
		if (one.result.clean)
			one.log.done(one.result.totals, one.result.indexes_rebuilt, lsn);
	}
	in_transaction([&](pg::Spi &spi) {
		for (const auto &[relation, wanted] : job.wanted)
			if (std::all_of(wanted.parts.begin(), wanted.parts.end(), [&](pg::Oid part) { return clean[part]; }))
				spi.execute("DELETE FROM erasure.scrub_wanted WHERE relation_oid OPERATOR(pg_catalog.=) $1 AND transaction OPERATOR(pg_catalog.<) $2",
							pg::Params().add_oid(relation).add(static_cast<std::int64_t>(wanted.covers)));
		// Of whom nothing is wanted any more: erased and wanted was in one transaction.
		spi.execute("UPDATE erasure.request q SET scrubbed_at = pg_catalog.clock_timestamp(), scrubbed_lsn = $1::pg_catalog.pg_lsn, scrubbed_origin = erasure._origin() "
					"WHERE q.erased_in IS NOT NULL AND q.scrubbed_at IS NULL AND NOT EXISTS (SELECT FROM erasure.scrub_wanted w WHERE w.transaction OPERATOR(pg_catalog.<=) q.erased_in "
					"AND w.origin OPERATOR(pg_catalog.=) erasure._origin())",
					pg::Params().add(pg::lsn_text(lsn)));
	});
	roll_wal(lsn);
}

void scrub(Job &job)
{
	Patience patience(job.wait, job.yields);
	pg::Oid turns = pg::kInvalidOid;
	in_transaction([&](pg::Spi &) { turns = pg::relation_by_name("erasure", "scrub_run"); });
	while (!pg::try_session_turn(turns))
		if (!patience.wait(100))
			return;
	load(job);
	if (job.tables.empty())
		return;
	const bool every_page = has_replicas();
	std::vector<Done> done;
	std::vector<pg::Oid> cleaned;
	for (const auto &[table, covers] : job.tables) {
		done.push_back(scrub_one(table, covers, every_page, patience));
		if (done.back().result.clean)
			cleaned.push_back(table);
	}
	const std::size_t tables = done.size();
	const std::string reason = scrub_statistics(cleaned, every_page, patience, done);
	for (std::size_t i = 0; i < tables && !reason.empty(); ++i)
		if (done[i].result.clean) {
			done[i].result.clean = false;
			done[i].log.pending("statistics: " + reason);
		}
	finish(job, done);
}

}  // namespace
}  // namespace residue

// "<relation> <milliseconds it may wait> <milliseconds of delay>"
ERASURE_WORKER(erasure_scrub_worker)
{
	residue::Job job;
	std::istringstream words(argument);
	words >> job.relation >> job.wait >> job.cost_delay;
	pg::set_for_session("search_path", "pg_catalog");
	pg::set_for_session("statement_timeout", "0");
	// Of two that wait for each other, this one is to notice it, before the other looks for it.
	job.yields = std::max(std::stol(pg::setting("deadlock_timeout")) / 2, 10L);
	pg::set_for_session("deadlock_timeout", "10");
	pg::set_for_session("lock_timeout", std::to_string(std::max(job.wait, job.yields)));
	pg::set_for_session("vacuum_cost_delay", job.cost_delay);
	// It would skip the indexes.
	pg::set_for_session("vacuum_failsafe_age", "2100000000");
	residue::scrub(job);
}
