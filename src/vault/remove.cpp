// Out of existence: what erasure and undo do with the vault's rows. No key is needed for that.
#include "vault/vault.hpp"

namespace vault {
namespace {

constexpr const char *kWanted = "ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS w (request, key) ";
constexpr const char *kMatches =
	"t.request OPERATOR(pg_catalog.=) w.request AND t.subject_id OPERATOR(pg_catalog.=) $1 "
	"AND t.key OPERATOR(pg_catalog.=) w.key";

std::string statement(const char *head, const char *joining)
{
	return std::string(head) + joining + kWanted + "WHERE " + kMatches;
}

Removed remove(pg::Spi &spi, const pg::Params &params)
{
	Removed removed;
	removed.keys = spi.execute(statement("DELETE FROM erasure.vault_key AS t ", "USING "), params);
	const pg::Rows rows =
		spi.query("WITH gone AS (" + statement("DELETE FROM erasure.vault AS t ", "USING ") +
					  " RETURNING pg_catalog.octet_length(t.record) AS bytes) "
					  "SELECT pg_catalog.count(*), COALESCE(pg_catalog.sum(bytes), 0) FROM gone",
				  params);
	removed.records = std::stoull(rows.at(0).at(0).value());
	removed.bytes = std::stoull(rows.at(0).at(1).value());
	return removed;
}

pg::Params pairs(std::int32_t subject_table, const std::vector<std::int64_t> &requests,
				 const std::vector<std::string> &keys)
{
	pg::Params params;
	params.add_int4(subject_table).add(requests).add(keys);
	return params;
}

}  // namespace

// The keys go first. Old versions of their rows stay in the table's pages until these are pruned; overwriting the row
// before would only add one more version.
Removed destroy(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests,
				const std::vector<std::string> &keys)
{
	return remove(spi, pairs(subject_table, requests, keys));
}

Removed forget(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests,
			   const std::vector<std::string> &keys)
{
	return remove(spi, pairs(subject_table, requests, keys));
}

}  // namespace vault
