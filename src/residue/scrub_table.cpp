// The order matters: dead rows go before indexes are built anew, which would copy them; pages are cleaned in place before
// PostgreSQL gives any of them back to the file system, where nobody would overwrite them.
//
// Locks: SHARE UPDATE EXCLUSIVE on the table and its TOAST table for the whole of it, as VACUUM takes it, so that no other
// VACUUM changes what "not changed since" means; readers and writers go on. REINDEX CONCURRENTLY takes the same and waits for
// older snapshots. Of an exclusion constraint's index, which it refuses, REINDEX keeps writers out while it builds.
#include "residue/scrub_table.hpp"

#include "pg/catalog.hpp"
#include "pg/lock.hpp"
#include "pg/maintenance.hpp"
#include "pg/worker.hpp"
#include "residue/scrub_index.hpp"

namespace residue {
namespace {

constexpr std::uint32_t kChunk = 4096;  // blocks a transaction: 32 MB
constexpr int kMostRounds = 5;

struct Part {
	pg::FileInfo file;
	pg::Blocks unchanged;
};

// Who holds it back, by kind and number.
std::string holders(std::uint64_t covers)
{
	std::string words;
	in_transaction([&](pg::Spi &spi) {
		words = spi.value("SELECT pg_catalog.concat_ws(', ', "
						  "(SELECT pg_catalog.count(*) OPERATOR(pg_catalog.||) ' sessions' FROM pg_catalog.pg_stat_activity a WHERE a.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid() AND a.backend_type OPERATOR(pg_catalog.<>) 'walsender' "
						  "AND greatest(pg_catalog.age(a.backend_xmin), pg_catalog.age(a.backend_xid)) OPERATOR(pg_catalog.>) $1::pg_catalog.int4 HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 0), "
						  "(SELECT pg_catalog.count(*) OPERATOR(pg_catalog.||) ' prepared transactions' FROM pg_catalog.pg_prepared_xacts p "
						  "WHERE pg_catalog.age(p.transaction) OPERATOR(pg_catalog.>) $1::pg_catalog.int4 HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 0), "
						  "(SELECT pg_catalog.count(*) OPERATOR(pg_catalog.||) ' replication slots' FROM pg_catalog.pg_replication_slots s "
						  "WHERE greatest(pg_catalog.age(s.xmin), pg_catalog.age(s.catalog_xmin)) OPERATOR(pg_catalog.>) $1::pg_catalog.int4 HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 0), "
						  "(SELECT pg_catalog.count(*) OPERATOR(pg_catalog.||) ' standbys' FROM pg_catalog.pg_stat_replication r "
						  "WHERE pg_catalog.age(r.backend_xmin) OPERATOR(pg_catalog.>) $1::pg_catalog.int4 HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 0))",
						  pg::Params().add(static_cast<std::int64_t>(std::min<std::uint64_t>(pg::next_transaction() - covers, 0x7fffffff))))
					.value_or("");
	});
	return "deleted rows may still be seen by " + (words.empty() ? "others" : words);
}

// One VACUUM and what follows from its traps: TRUNCATE OFF so that trailing pages are cleaned before they are given back,
// INDEX_CLEANUP ON since few dead rows would let it skip the indexes.
void vacuum(const std::string &name)
{
	pg::Caught caught;
	if (!pg::attempt_transaction([&] { pg::maintain("VACUUM (INDEX_CLEANUP ON, TRUNCATE OFF) " + name); }, caught))
		throw pg::Failure(caught.sqlstate, caught.message);
}

class TableScrub {
public:
	TableScrub(RunLog &log, bool every_page, Patience &patience) : log_(log), patience_(patience), every_page_(every_page) {}

	TableResult run();

private:
	void find_parts();
	pg::PassTotals pass(pg::Oid relation, const std::string &phase, const pg::Blocks *unchanged);
	pg::PassTotals pass_tables();
	bool remove_dead_rows();
	void clean_indexes();
	void rebuild(const IndexInfo &index);
	void drop_leftovers();
	bool is_clean_on_disk(std::uint64_t lsn);
	void note(std::uint64_t lsn);

	RunLog &log_;
	Patience &patience_;
	bool every_page_;
	bool value_linked_ = false;
	std::string name_;
	std::vector<Part> parts_;          // the table and its TOAST table
	std::vector<IndexInfo> indexes_;   // of both
	TableResult result_;
};

void TableScrub::find_parts()
{
	parts_.clear();
	in_transaction([&](pg::Spi &spi) {
		name_ = pg::qualified(pg::table_info(log_.relation()));
		value_linked_ = is_value_linked(spi, log_.relation());
		Part table{pg::file_info(log_.relation()), {}};
		if (!table.file.table || !table.file.known)
			throw pg::Failure(pg::code::wrong_object_type, "pages of " + name_ + " are of no known kind");
		const pg::Oid toast = table.file.toast;
		table.unchanged = pg::unchanged_since(table.file.relation, clean_since(spi, table.file));
		parts_.push_back(std::move(table));
		if (toast != pg::kInvalidOid) {
			Part second{pg::file_info(toast), {}};
			second.unchanged = pg::unchanged_since(toast, clean_since(spi, second.file));
			parts_.push_back(std::move(second));
		}
	});
}

pg::PassTotals TableScrub::pass(pg::Oid relation, const std::string &phase, const pg::Blocks *unchanged)
{
	pg::PassTotals totals;
	const pg::Pass what{relation, pg::row_transaction(log_.covers()), every_page_, unchanged};
	std::uint32_t blocks = 1;
	for (std::uint32_t from = 0; from < blocks; from += kChunk) {
		in_transaction([&](pg::Spi &) {
			blocks = pg::file_info(relation).blocks;
			totals.add(pg::scrub_blocks(what, from, std::min(blocks, from + kChunk)));
		});
		log_.progress(phase, std::min(blocks, from + kChunk), blocks);
	}
	return totals;
}

pg::PassTotals TableScrub::pass_tables()
{
	pg::PassTotals totals;
	for (std::size_t i = 0; i < parts_.size(); ++i)
		totals.add(pass(parts_[i].file.relation, i == 0 ? "table" : "TOAST table", &parts_[i].unchanged));
	return totals;
}

// VACUUM succeeds although a page that somebody has pinned keeps its dead rows: what it left is looked for, and it is run
// again. Line pointers without their rows have index entries still; another VACUUM removes both, now that no row is left
// that could become one.
bool TableScrub::remove_dead_rows()
{
	for (int round = 0; round < kMostRounds; ++round) {
		log_.progress("vacuum", 0, parts_.front().file.blocks);
		vacuum(name_);
		const pg::PassTotals totals = pass_tables();
		result_.totals.add(totals);
		if (totals.unsound > 0) {
			result_.reason = std::to_string(totals.unsound) + " pages contradict themselves";
			return false;
		}
		if (totals.dead == 0) {
			if (totals.pointers > 0)
				vacuum(name_);
			return true;
		}
		result_.reason = std::to_string(totals.dead) + " deleted rows are in pages that others have pinned";
		if (!patience_.wait(200L << round))
			return false;
	}
	return false;
}

// Dropping one takes the table for itself, for an instant. That is not waited for: readers would queue up behind it, and a permanent
// deletion that waits for this scrub would be waited for.
void TableScrub::drop_leftovers()
{
	for (const Part &part : parts_) {
		for (bool dropped = false; !dropped;) {
			in_transaction([&](pg::Spi &spi) {
				const std::vector<std::string> names = leftover_indexes(spi, part.file.relation);
				dropped = names.empty() || pg::try_exclusively(part.file.relation);
				for (std::size_t i = 0; dropped && i < names.size(); ++i)
					spi.execute("DROP INDEX " + names[i]);
			});
			if (!dropped && !patience_.wait(20))
				throw pg::Failure(pg::code::lock_not_available, "an index that was left half-built cannot be dropped while its table is in use");
		}
	}
}

void TableScrub::rebuild(const IndexInfo &index)
{
	log_.progress("rebuilding indexes", 0, 0);
	// A permanent deletion that is linked to it by a value closes the table, and may be what REINDEX waits for: the scrub gives way.
	if (value_linked_)
		pg::set_for_session("lock_timeout", std::to_string(std::min(patience_.yields(), std::max(patience_.left(), 1L))));
	pg::Caught caught;
	const bool ok = pg::attempt_transaction(
		[&] { pg::maintain(std::string("REINDEX INDEX ") + (index.exclusion ? "" : "CONCURRENTLY ") + index.sql_name()); }, caught);
	pg::set_for_session("lock_timeout", std::to_string(std::max(patience_.left(), patience_.yields())));
	if (!ok) {
		drop_leftovers();
		throw pg::Failure(caught.sqlstate, caught.message);
	}
	++result_.indexes_rebuilt;
}

// In place first: of the old file's pages as many as possible are overwritten before it goes back to the file system.
void TableScrub::clean_indexes()
{
	drop_leftovers();
	const auto list = [&] {
		indexes_.clear();
		in_transaction([&](pg::Spi &spi) {
			for (const Part &part : parts_)
				for (IndexInfo &index : indexes_of(spi, part.file.relation))
					indexes_.push_back(std::move(index));
		});
	};
	list();
	std::vector<IndexInfo> rebuilt;
	for (const IndexInfo &index : indexes_) {
		bool rebuild_it = index.rebuild;
		if (index.btree) {
			const pg::PassTotals totals = pass(index.oid, "indexes", nullptr);
			result_.totals.add(totals);
			rebuild_it = rebuild_it || totals.unsound > 0;
		}
		if (rebuild_it)
			rebuilt.push_back(index);
	}
	for (const IndexInfo &index : rebuilt)
		rebuild(index);
	// Under other numbers now, and PostgreSQL's own builder leaves some of what it moved.
	list();
	for (const IndexInfo &index : indexes_)
		for (const IndexInfo &before : rebuilt)
			if (index.btree && index.schema == before.schema && index.name == before.name)
				result_.totals.add(pass(index.oid, "indexes", nullptr));
}

}  // namespace

bool Patience::wait(long milliseconds)
{
	if (left_ <= 0)
		return false;
	const long now = std::min(left_, milliseconds);
	pg::sleep_ms(now);
	left_ -= now;
	return true;
}

std::string wait_for_horizon(pg::Oid relation, std::uint64_t covers, Patience &patience)
{
	for (long pause = 10;; pause = std::min(2 * pause, 500L)) {
		std::uint64_t removable = 0;
		in_transaction([&](pg::Spi &) { removable = pg::removable_before(relation); });
		if (removable >= covers)
			return {};
		if (!patience.wait(pause))
			return holders(covers);
	}
}

// What is on disk now, of the pages visited: rows that others change meanwhile leave new bytes in pages that were clean.
bool TableScrub::is_clean_on_disk(std::uint64_t lsn)
{
	pg::PassTotals totals;
	const std::uint32_t horizon = pg::row_transaction(log_.covers());
	log_.progress("looking", 0, 0);
	in_transaction([&](pg::Spi &) {
		for (const Part &part : parts_)
			totals.add(pg::verify_blocks(part.file.relation, horizon, lsn, &part.unchanged));
		for (const IndexInfo &index : indexes_)
			if (index.btree)
				totals.add(pg::verify_blocks(index.oid, horizon, lsn, nullptr));
	});
	return totals.stale == 0 && totals.unsound == 0 && totals.dead == 0;
}

void TableScrub::note(std::uint64_t lsn)
{
	in_transaction([&](pg::Spi &spi) {
		for (const Part &part : parts_)
			note_clean(spi, pg::file_info(part.file.relation), log_.covers(), lsn);
		for (const IndexInfo &index : indexes_)
			note_clean(spi, pg::file_info(index.oid), log_.covers(), lsn);
	});
}

TableResult TableScrub::run()
{
	result_.reason = wait_for_horizon(log_.relation(), log_.covers(), patience_);
	if (!result_.reason.empty())
		return result_;
	find_parts();
	if (!remove_dead_rows())
		return result_;
	clean_indexes();
	std::uint64_t lsn = pg::wal_position();
	for (int round = 0; !(result_.clean = is_clean_on_disk(lsn)) && round < kMostRounds; ++round) {
		result_.totals.add(pass_tables());
		for (const IndexInfo &index : indexes_)
			if (index.btree)
				result_.totals.add(pass(index.oid, "indexes", nullptr));
		lsn = pg::wal_position();
	}
	result_.reason = result_.clean ? "" : "pages change faster than they are cleaned";
	if (result_.clean)
		note(lsn);
	return result_;
}

TableResult scrub_table(RunLog &log, bool every_page, Patience &patience)
{
	std::vector<pg::Oid> held;
	TableResult result;
	try {
		const auto hold = [&](pg::Oid relation) {
			in_transaction([&](pg::Spi &) { pg::hold_table(relation); });
			held.push_back(relation);
		};
		hold(log.relation());
		pg::Oid toast = pg::kInvalidOid;
		in_transaction([&](pg::Spi &) { toast = pg::file_info(log.relation()).toast; });
		if (toast != pg::kInvalidOid)
			hold(toast);
		result = TableScrub(log, every_page, patience).run();
	} catch (const pg::Failure &failure) {
		// Whatever raised it has rolled back, and let go of them all.
		held.clear();
		result.reason = "SQLSTATE " + pg::sqlstate_text(failure.sqlstate());
	}
	in_transaction([&](pg::Spi &) {
		for (const pg::Oid relation : held)
			pg::let_go_of_table(relation);
	});
	return result;
}

}  // namespace residue
