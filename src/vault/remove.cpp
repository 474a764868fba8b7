// Out of existence: what erasure and undo do with the vault's rows. No key is needed for that.
#include "vault/vault.hpp"

namespace vault {
namespace {

std::string deletion(const char *table)
{
	return std::string("DELETE FROM ") + table +
		   " AS t USING ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS w (request, key) "
		   "WHERE t.request OPERATOR(pg_catalog.=) w.request AND t.subject_id OPERATOR(pg_catalog.=) $1 "
		   "AND t.key OPERATOR(pg_catalog.=) w.key";
}

}  // namespace

// The keys go first. Old versions of their rows stay in the table's pages until these are pruned; overwriting a row
// before would only add one more version.
void remove(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys)
{
	pg::Params params;
	params.add_int4(subject_table).add(requests).add(keys);
	spi.execute(deletion("erasure.vault_key"), params);
	spi.execute(deletion("erasure.vault"), params);
}

}  // namespace vault
