// Slots of the vault: told by the day on which records fall due, read off the data keys, truncated when they are empty.
#include "vault/slots.hpp"

#include "core/vault_slot.hpp"
#include "pg/lock.hpp"

namespace vault {

// A grace period without an end counts as a long one.
std::int16_t slot_for(pg::Spi &spi, std::int64_t request)
{
	const pg::Rows rows = spi.query("SELECT pg_catalog.floor(extract(epoch FROM d.due_at))::pg_catalog.int8, pg_catalog.ceil(extract(epoch FROM d.due_at OPERATOR(pg_catalog.-) d.masked_at))::pg_catalog.int8 "
									"FROM (SELECT s.masked_at, least(s.erase_after, s.masked_at OPERATOR(pg_catalog.+) '100 years'::pg_catalog.interval) AS due_at "
									"FROM erasure.subject_state s WHERE s.request OPERATOR(pg_catalog.=) $1 LIMIT 1) d",
									pg::Params().add(request));
	if (rows.empty())
		throw pg::Failure(pg::code::internal_error, "request " + std::to_string(request) + " has no subject");
	return core::vault_slot(std::stoll(*rows[0][0]), std::stoll(*rows[0][1]));
}

std::string and_in_slots(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys, const char *alias)
{
	const pg::Row found = spi.query("SELECT pg_catalog.count(*), pg_catalog.string_agg(DISTINCT k.slot::pg_catalog.text, ',') "
									"FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS w (request, key) "
									"JOIN erasure.vault_key AS k ON k.request OPERATOR(pg_catalog.=) w.request "
									"AND k.subject_id OPERATOR(pg_catalog.=) $1 AND k.key OPERATOR(pg_catalog.=) w.key",
									pg::Params().add_int4(subject_table).add(requests).add(keys)).at(0);
	if (std::stoull(*found[0]) < keys.size() || !found[1])
		return {};
	return std::string(" AND ") + alias + ".slot OPERATOR(pg_catalog.=) ANY ('{" + *found[1] + "}'::pg_catalog.int2[])";
}

namespace {

// Partitions that take up room, with an emptied index too.
constexpr const char *kInUse =
	"SELECT c.oid, c.relname FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.inhrelid "
	"WHERE i.inhparent OPERATOR(pg_catalog.=) 'erasure.vault'::pg_catalog.regclass::pg_catalog.oid "
	"AND (pg_catalog.pg_relation_size(c.oid) OPERATOR(pg_catalog.>) 0 OR pg_catalog.pg_relation_size(c.reltoastrelid) OPERATOR(pg_catalog.>) 0 "
	"OR pg_catalog.pg_indexes_size(c.oid) OPERATOR(pg_catalog.>) pg_catalog.current_setting('block_size')::pg_catalog.int8) ORDER BY c.relname";

bool is_empty(pg::Spi &spi, const std::string &partition) { return !spi.value("SELECT true FROM ONLY erasure." + partition + " LIMIT 1"); }

}  // namespace

std::vector<Slot> slots_in_use(pg::Spi &spi)
{
	std::vector<Slot> slots;
	for (pg::Row &row : spi.query(kInUse))
		slots.push_back({static_cast<pg::Oid>(std::stoul(*row[0])), std::move(*row[1])});
	return slots;
}

// Under the lock nobody else's change is under way, so what the newest snapshot does not see is gone. It is never waited for:
// calls that write or read the vault would queue up behind.
void give_back(pg::Spi &spi, const Slot &slot)
{
	if (is_empty(spi, slot.name) && pg::try_exclusively(slot.oid) && is_empty(spi, slot.name))
		spi.utility("TRUNCATE ONLY erasure." + slot.name);
}

}  // namespace vault
