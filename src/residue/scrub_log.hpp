// What the worker writes down of a scrub: how far it is, why it waits, what it did. Each call is a transaction of its own.
#pragma once

#include <functional>
#include <string>

#include "pg/scrub_file.hpp"
#include "pg/spi.hpp"

namespace residue {

// Runs a body in a transaction with a connection; what it raises goes on as a failure of the same number.
void in_transaction(const std::function<void(pg::Spi &)> &body);

// One table's scrub. The row of one that was not done is taken up again.
class RunLog {
public:
	RunLog(pg::Oid relation, const std::string &name, std::uint64_t covers);

	// At most once a second it is written for those who look.
	void progress(const std::string &phase, std::uint64_t done, std::uint64_t total);
	void pending(const std::string &reason);
	// After the checkpoint: the totals, and where the WAL stands.
	void done(const pg::PassTotals &totals, std::int64_t indexes_rebuilt, std::uint64_t lsn);

	pg::Oid relation() const { return relation_; }
	std::uint64_t covers() const { return covers_; }

private:
	pg::Oid relation_;
	std::uint64_t covers_;
	std::int64_t id_ = 0;
	std::string phase_;
	std::int64_t written_at_ = 0;  // ms
};

// Since when a file is clean; 0 where nothing is known of it.
std::uint64_t clean_since(pg::Spi &spi, const pg::FileInfo &file);
void note_clean(pg::Spi &spi, const pg::FileInfo &file, std::uint64_t covers, std::uint64_t lsn);

}  // namespace residue
