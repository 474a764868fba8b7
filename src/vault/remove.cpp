// Out of existence: what erasure and undo do with the vault's rows. No key is needed for that.
#include <map>

#include "vault/slots.hpp"
#include "vault/vault.hpp"

namespace vault {
namespace {

std::string deletion(const char *table, const char *bytes, const std::string &and_in_slots)
{
	return std::string("WITH gone AS (DELETE FROM ") + table +
		   " AS t USING ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS w (request, key) "
		   "WHERE t.request OPERATOR(pg_catalog.=) w.request AND t.subject_id OPERATOR(pg_catalog.=) $1 "
		   "AND t.key OPERATOR(pg_catalog.=) w.key" + and_in_slots + " RETURNING t.request, pg_catalog.octet_length(t." + bytes +
		   ") AS bytes) SELECT request, pg_catalog.sum(bytes) FROM gone GROUP BY request";
}

}  // namespace

// The keys go first. Old versions of their rows stay in the table's pages until these are pruned; overwriting a row
// before would only add one more version.
Removed remove(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys)
{
	pg::Params params;
	params.add_int4(subject_table).add(requests).add(keys);
	const std::string and_in = and_in_slots(spi, subject_table, requests, keys, "t");
	std::map<std::int64_t, std::int64_t> bytes;
	for (const std::string &sql : {deletion("erasure.vault_key", "wrapped", ""), deletion("erasure.vault", "record", and_in)})
		for (const pg::Row &row : spi.query(sql, params))
			bytes[std::stoll(*row[0])] += std::stoll(*row[1]);
	Removed removed;
	for (const auto &of_request : bytes) {
		removed.requests.push_back(of_request.first);
		removed.bytes.push_back(of_request.second);
	}
	return removed;
}

}  // namespace vault
