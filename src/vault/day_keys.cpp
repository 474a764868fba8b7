// Whose and of which day a key is, and its end.
#include "vault/day_keys.hpp"

#include <algorithm>

#include "evidence/audit.hpp"
#include "evidence/digest.hpp"
#include "pg/ddl.hpp"
#include "pg/error.hpp"
#include "pg/lock.hpp"
#include "pg/role.hpp"
#include "policy/engine_sql.hpp"
#include "vault/key_file.hpp"
#include "vault/key_source.hpp"

namespace vault {

std::string database_tag()
{
	constexpr char kDigits[] = "0123456789abcdef";
	std::string tag;
	for (const char byte : evidence::sha256(pg::origin()).substr(0, 6)) {
		tag += kDigits[static_cast<unsigned char>(byte) >> 4];
		tag += kDigits[byte & 15];
	}
	return tag;
}

std::string today(pg::Spi &spi)
{
	return spi.value("SELECT pg_catalog.to_char(pg_catalog.timezone('UTC', pg_catalog.clock_timestamp()), 'YYYY-MM-DD')").value();
}

bool wants_day_keys() { return pg::setting("erasure.day_keys") == "on"; }

bool keeps_day_keys(const KeySource &source) { return wants_day_keys() && source.may_change(); }

void take_out(const std::vector<std::string> &ids)
{
	pg::lock_private_files();
	KeySource source;
	KeySource::Trouble trouble;
	if (source.read(trouble) != KeySource::Found::yes)
		throw pg::Failure(pg::code::vault_cannot_be_opened, "vault cannot be opened", trouble.detail.empty() ? source.missing() : trouble.detail, trouble.hint);
	if (std::any_of(ids.begin(), ids.end(), [&](const std::string &id) { return source.find(id) < source.ids().size(); }))
		source.change(ids, {});
	pg::unlock_private_files();
}

namespace {

// What is in the file and seals nothing that can be undone. Today's may be among them: the next deletion makes another one.
std::vector<std::string> unused_day_keys(pg::Spi &spi)
{
	KeySource source;
	KeySource::Trouble trouble;
	std::vector<std::string> ids;
	if (source.read(trouble) != KeySource::Found::yes || !source.may_change())
		return ids;
	const std::string prefix = database_prefix(database_tag());
	for (const std::string &id : source.ids())
		if (is_day_key(id) && id.starts_with(prefix))
			ids.push_back(id);
	std::vector<std::string> unused;
	if (!ids.empty())
		for (pg::Row &row : spi.query("SELECT u.id FROM pg_catalog.unnest($1) AS u (id) WHERE NOT EXISTS (SELECT FROM erasure.vault_key AS k WHERE k.master_key_id OPERATOR(pg_catalog.=) u.id)",
									  pg::Params().add(ids)))
			unused.push_back(std::move(*row[0]));
	return unused;
}

// First the decision, so that a crash between the file's change and its record leaves something to go on with.
bool decide(pg::Spi &spi)
{
	const std::vector<std::string> ids = unused_day_keys(spi);
	if (!ids.empty())
		spi.execute("INSERT INTO erasure.destroyed_key (key_id) SELECT u.id FROM pg_catalog.unnest($1) AS u (id) ON CONFLICT DO NOTHING", pg::Params().add(ids));
	return !ids.empty() || spi.value("SELECT true FROM erasure.destroyed_key WHERE destroyed_at IS NULL LIMIT 1").has_value();
}

// Who has the key alone keeps everybody from sealing with it; what was sealed since counts.
bool carry_out(pg::Spi &spi)
{
	const std::string prefix = database_prefix(database_tag());
	std::vector<std::string> ids;
	for (pg::Row &row : spi.query("SELECT key_id FROM erasure.destroyed_key WHERE destroyed_at IS NULL AND pg_catalog.starts_with(key_id, $1) ORDER BY key_id COLLATE pg_catalog.\"C\"",
								  pg::Params().add(prefix))) {
		if (!pg::try_key(key_locks(), *row[0]))
			continue;
		if (!spi.query("SELECT FROM erasure.vault_key WHERE master_key_id OPERATOR(pg_catalog.=) $1 LIMIT 1", pg::Params().add(*row[0])).empty())
			spi.execute("DELETE FROM erasure.destroyed_key WHERE key_id OPERATOR(pg_catalog.=) $1", pg::Params().add(*row[0]));
		else
			ids.push_back(std::move(*row[0]));
	}
	if (ids.empty())
		return false;
	take_out(ids);
	spi.execute("UPDATE erasure.destroyed_key SET destroyed_at = pg_catalog.clock_timestamp() WHERE key_id OPERATOR(pg_catalog.=) ANY ($1)", pg::Params().add(ids));
	for (const std::string &id : ids)
		evidence::record(spi, {.action = "destroy_day_key", .detail = "key " + id});
	return true;
}

}  // namespace

bool destroy_day_keys(pg::Spi &spi)
{
	bool any = false;
	policy::as_extension([&](pg::Spi &own) { any = decide(own); });
	if (!any)
		return false;
	// Erasures may have committed without waiting for the disk; they must not come back without their key.
	pg::force_sync_commit();
	spi.commit();
	policy::as_extension([&](pg::Spi &own) { any = carry_out(own); });
	spi.commit();
	return any;
}

}  // namespace vault
