// Renews statistics, and removes what ANALYZE leaves of old ones.
#include "residue/scrub_statistics.hpp"

#include <set>

#include "pg/catalog.hpp"
#include "pg/maintenance.hpp"
#include "pg/worker.hpp"
#include "residue/scrub_log.hpp"

namespace residue {
namespace {

// $1 the tables, $2 how many transactions ago: rows that an earlier one wrote.
constexpr const char *kOldColumns = R"(
pg_catalog.pg_statistic s WHERE (s.starelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) OR s.starelid OPERATOR(pg_catalog.=) ANY (
    SELECT i.indexrelid FROM pg_catalog.pg_index i WHERE i.indrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1)))
AND pg_catalog.age(s.xmin) OPERATOR(pg_catalog.>) $2::pg_catalog.int4)";
constexpr const char *kOldExtended = R"(
pg_catalog.pg_statistic_ext_data s WHERE s.stxoid OPERATOR(pg_catalog.=) ANY (
    SELECT e.oid FROM pg_catalog.pg_statistic_ext e WHERE e.stxrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1))
AND pg_catalog.age(s.xmin) OPERATOR(pg_catalog.>) $2::pg_catalog.int4)";

pg::Params parameters(const std::vector<pg::Oid> &tables, std::uint64_t before)
{
	const std::uint64_t ago = pg::next_transaction() - before;
	return pg::Params().add(std::vector<std::int64_t>(tables.begin(), tables.end())).add(static_cast<std::int64_t>(std::min<std::uint64_t>(ago, 0x7fffffff)));
}

}  // namespace

std::vector<pg::Oid> with_all_parents(const std::vector<pg::Oid> &tables)
{
	std::set<pg::Oid> all;
	for (const pg::Oid table : tables)
		for (const pg::Oid parent : pg::with_parents(table))
			all.insert(parent);
	return {all.begin(), all.end()};
}

std::int64_t old_statistics(pg::Spi &spi, const std::vector<pg::Oid> &tables, std::uint64_t before)
{
	const pg::Params params = parameters(tables, before);
	return spi.number(std::string("SELECT pg_catalog.count(*) FROM ") + kOldColumns, params) + spi.number(std::string("SELECT pg_catalog.count(*) FROM ") + kOldExtended, params);
}

void renew_statistics(const std::vector<pg::Oid> &tables)
{
	const std::uint64_t before = pg::next_transaction();
	std::vector<std::string> names;
	in_transaction([&](pg::Spi &spi) {
		for (const pg::Oid table : tables)
			if (old_statistics(spi, {table}, before) > 0)
				names.push_back(pg::qualified(pg::table_info(table)));
	});
	for (const std::string &name : names) {
		pg::Caught caught;
		if (!pg::attempt_transaction([&] { pg::maintain("ANALYZE " + name); }, caught))
			throw pg::Failure(caught.sqlstate, caught.message);
	}
	if (names.empty())
		return;
	in_transaction([&](pg::Spi &spi) {
		const pg::Params params = parameters(tables, before);
		spi.execute(std::string("DELETE FROM ") + kOldColumns, params);
		spi.execute(std::string("DELETE FROM ") + kOldExtended, params);
	});
}

std::vector<pg::Oid> statistics_catalogues()
{
	return {pg::relation_by_name("pg_catalog", "pg_statistic"), pg::relation_by_name("pg_catalog", "pg_statistic_ext_data")};
}

}  // namespace residue
