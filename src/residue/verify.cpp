// verify_erasure: looks at the files by structure, not for values. A compressed value hides from a search; a byte that is zero
// hides nothing.
#include "evidence/audit.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/maintenance.hpp"
#include "pg/scrub_file.hpp"
#include "pg/wal_files.hpp"
#include "policy/engine_sql.hpp"
#include "residue/erased_request.hpp"
#include "residue/scrub_index.hpp"
#include "residue/scrub_statistics.hpp"
#include "residue/wal.hpp"

namespace residue {
namespace {

struct Check {
	pg::Oid relation = pg::kInvalidOid;
	const char *what;
	bool passed;
	std::string detail;
};

// What the scrub wrote down of a file: the same on a standby.
struct Scrubbed {
	std::uint64_t covers = 0;
	std::uint64_t lsn = 0;
};

Scrubbed scrubbed(pg::Spi &spi, const pg::FileInfo &file)
{
	const pg::Rows rows = spi.query("SELECT covers, lsn OPERATOR(pg_catalog.-) '0/0'::pg_catalog.pg_lsn FROM erasure.scrubbed_file WHERE relation_oid OPERATOR(pg_catalog.=) $1 "
									"AND file OPERATOR(pg_catalog.=) $2 AND origin OPERATOR(pg_catalog.=) erasure._origin()",
									pg::Params().add_oid(file.relation).add_oid(file.file));
	return rows.empty() ? Scrubbed{} : Scrubbed{std::stoull(*rows[0][0]), std::stoull(*rows[0][1])};
}

class Verification {
public:
	Verification(pg::Spi &spi, const ErasedRequest &request) : spi_(spi), request_(request) {}

	std::vector<Check> run();

private:
	void add(pg::Oid relation, const char *what, bool passed, std::string detail) { checks_.push_back({relation, what, passed, std::move(detail)}); }
	void table(pg::Oid relation);
	// False: it has not been scrubbed since.
	bool pages(const pg::FileInfo &file);
	void index(const IndexInfo &index);
	void statistics();
	void wal();

	pg::Spi &spi_;
	const ErasedRequest &request_;
	std::vector<Check> checks_;
};

bool Verification::pages(const pg::FileInfo &file)
{
	const Scrubbed known = scrubbed(spi_, file);
	if (known.covers <= request_.erased_in) {
		add(file.relation, "scrubbed", false, "not scrubbed since it was erased, or its file is another one since");
		return false;
	}
	const pg::PassTotals found = pg::verify_blocks(file.relation, pg::row_transaction(known.covers), known.lsn, nullptr);
	const std::string looked = std::to_string(found.blocks) + " pages, " + std::to_string(found.newer) + " of them changed since the scrub";
	add(file.relation, "free space", found.stale == 0 && found.unsound == 0,
		looked + (found.stale + found.unsound == 0 ? "" : "; " + std::to_string(found.stale) + " bytes belong to nothing and are not zero, " + std::to_string(found.unsound) + " pages contradict themselves"));
	if (file.table)
		add(file.relation, "deleted rows", found.dead == 0, std::to_string(found.dead) + " deleted rows");
	return true;
}

void Verification::index(const IndexInfo &index)
{
	const pg::FileInfo file = pg::file_info(index.oid);
	if (index.rebuild) {
		const bool newer = scrubbed(spi_, file).covers > request_.erased_in;
		add(index.oid, "index is newer", newer, newer ? "built anew since it was erased" : "not known to be built since it was erased");
	}
	if (index.btree)
		pages(file);
}

void Verification::table(pg::Oid relation)
{
	const pg::FileInfo file = pg::file_info(relation);
	if (!file.known) {
		add(relation, "free space", false, "its pages are of no known kind");
		return;
	}
	pages(file);
	for (const IndexInfo &one : indexes_of(spi_, relation))
		index(one);
	if (file.toast == pg::kInvalidOid)
		return;
	pages(pg::file_info(file.toast));
	for (const IndexInfo &one : indexes_of(spi_, file.toast))
		index(one);
}

void Verification::statistics()
{
	for (const pg::Oid relation : with_all_parents(request_.tables)) {
		const std::int64_t old = old_statistics(spi_, {relation}, request_.erased_in + 1);
		add(relation, "statistics are newer", old == 0, std::to_string(old) + " rows of statistics are older");
	}
	for (const pg::Oid catalogue : statistics_catalogues())
		table(catalogue);
}

void Verification::wal()
{
	const auto horizon = wal_horizon(spi_, request_.id);
	if (!horizon) {
		add(pg::kInvalidOid, "WAL is newer", false, "not all of its tables are scrubbed, so that there is no position after which the WAL is free of it");
		return;
	}
	if (!horizon->here) {
		add(pg::kInvalidOid, "WAL is newer", true, "it was erased before the database was copied into this server");
		return;
	}
	const pg::WalFiles files = pg::look_at_wal();
	const bool newer = files.oldest && *files.oldest > horizon->lsn;
	add(pg::kInvalidOid, "WAL is newer", newer,
		std::to_string(files.files) + " files; the oldest page ends at " + (files.oldest ? pg::lsn_text(*files.oldest) : "an unknown position") + ", the erasure at " + pg::lsn_text(horizon->lsn));
}

std::vector<Check> Verification::run()
{
	for (const std::string &name : request_.lost)
		add(pg::kInvalidOid, "tables are declared", false, name + " is declared no more");
	for (const pg::Oid relation : request_.tables)
		table(relation);
	statistics();
	wal();
	return std::move(checks_);
}

}  // namespace
}  // namespace residue

// erasure.verify_erasure(request bigint) RETURNS TABLE(relation regclass, check text, passed boolean, detail text)
ERASURE_FUNCTION(erasure_verify_erasure)
{
	const std::int64_t id = call.int8(0, "request");
	evidence::require_may_audit("verify an erasure");
	const residue::ErasedRequest request = residue::erased_request(id);
	std::vector<residue::Check> checks;
	policy::as_extension([&](pg::Spi &spi) { checks = residue::Verification(spi, request).run(); });
	call.start_rows();
	for (const residue::Check &check : checks)
		call.add_row({check.relation == pg::kInvalidOid ? pg::Text() : std::to_string(check.relation), check.what, check.passed ? "t" : "f", check.detail});
	return call.nothing();
}
