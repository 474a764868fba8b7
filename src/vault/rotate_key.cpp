// rotate_key, retire_key and key_ring: a superuser's work on the ring of keys.
#include <map>

#include "core/sqltext.hpp"
#include "evidence/audit.hpp"
#include "pg/call.hpp"
#include "pg/lock.hpp"
#include "pg/role.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "vault/day_keys.hpp"
#include "vault/key_file.hpp"
#include "vault/rewrap.hpp"

namespace vault {
namespace {

// Files of the server are not the administrators' of some shop.
void require_superuser(const char *what)
{
	policy::refuse_inside_engine();
	for (const pg::Oid role : {pg::outer_role(), pg::current_role()})
		if (!pg::is_superuser(role))
			throw pg::Failure(pg::code::insufficient_privilege, std::string("permission denied to ") + what, "The key file is the whole server's.",
							  "Ask a superuser.");
}

constexpr const char *kUsed =
	"SELECT DISTINCT master_key_id FROM erasure.vault_key UNION SELECT hash_key_master FROM erasure.installation WHERE hash_key_master IS NOT NULL "
	"UNION SELECT key_id FROM erasure.installation WHERE key_id IS NOT NULL";

// Whatever wraps something here is replaced: the master keys by one, each day key by another of its day.
Replacements replace_all(pg::Spi &spi, const MasterKeys &keys, const std::string &master, const std::string &database)
{
	Replacements replacements;
	for (const pg::Row &row : spi.query(kUsed)) {
		const std::string &id = *row[0];
		(void)keys.find(id);  // before anything is made: without it its data keys could not be wrapped again
		const std::string day = day_of(id);
		replacements[id] = day.empty() || database.empty() ? master : day_prefix(database, day) + random_id();
	}
	return replacements;
}

std::vector<std::string> made(const Replacements &replacements, const std::string &master)
{
	std::vector<std::string> ids;
	for (const auto &entry : replacements)
		if (entry.second != master)
			ids.push_back(entry.second);
	ids.push_back(master);
	return ids;
}

// The server may not write to the ring, so somebody else has added a key to it.
Replacements replace_by_last(pg::Spi &spi, const MasterKeys &keys)
{
	const std::vector<std::string> &ids = keys.source().ids();
	const std::string &last = ids[active_key(ids)];
	Replacements replacements = replace_all(spi, keys, last, {});
	replacements.erase(last);
	if (replacements.empty())
		throw pg::Failure(pg::code::wrong_state, "there is no newer master key to rotate to",
						  keys.source().name() + " is not the server's to change, and everything is wrapped by its last key, \"" + last + "\", already.",
						  "Add a line with a new key at its end: erasure-key-1, an id, and 64 hexadecimal digits from a good source of random numbers. Then call rotate_key again.");
	return replacements;
}

struct Rotated {
	std::string key_id;
	std::int64_t data_keys = 0;
};

// Sealing goes on meanwhile, and waits for nothing: who had read the old ring and has not committed when the last data keys
// are read leaves some that the old key opens, which stays in the file.
Rotated rotate(pg::Spi &spi)
{
	pg::take_turn(key_locks(), key_locks());
	(void)spi.query("SELECT FROM erasure.installation FOR UPDATE");
	KeySource::ask_anew();
	pg::lock_private_files();
	const MasterKeys before(spi, MasterKeys::Use::open);
	const bool ours = before.source().may_change();
	const std::string master = ours ? random_id() : before.source().ids()[active_key(before.source().ids())];
	const Replacements replacements = ours ? replace_all(spi, before, master, database_tag()) : replace_by_last(spi, before);
	if (ours)
		before.source().change({}, made(replacements, master));
	pg::unlock_private_files();

	const MasterKeys keys(spi, MasterKeys::Use::open);
	Rotated rotated{master, rewrap_data_keys(spi, keys, replacements)};
	rewrap_hash_key(spi, keys, replacements);
	spi.execute("UPDATE erasure.installation SET key_fingerprint = $1, key_id = $2", pg::Params().add(fingerprint(master, keys.find(master))).add(master));
	evidence::record(spi, {.action = "rotate_key", .rows = rotated.data_keys, .detail = "master key " + master});
	return rotated;
}

[[noreturn]] void refuse_to_retire(const std::string &id, const char *why, const std::string &detail, const std::string &hint)
{
	throw pg::Failure(pg::code::wrong_state, "cannot retire key \"" + id + "\": " + why, detail, hint);
}

// What this transaction has wrapped again would be wrapped by the old key once more if it were rolled back, and the file stays
// as it is then.
void require_fresh_transaction(pg::Spi &spi)
{
	if (spi.value("SELECT pg_catalog.pg_current_xact_id_if_assigned()"))
		throw pg::Failure(pg::code::active_transaction, "retire_key cannot run in a transaction that has written already", "What it takes out of the key file does not come back with a rollback.",
						  "Call it as a statement of its own.");
}

// Other databases' vaults cannot be seen from here.
void require_unused_elsewhere(pg::Spi &spi, const std::string &id)
{
	const pg::Text others = spi.value("SELECT pg_catalog.string_agg(d.datname, ', ' ORDER BY d.datname) FROM pg_catalog.pg_database AS d "
									  "WHERE d.datname OPERATOR(pg_catalog.<>) pg_catalog.current_database() AND d.datallowconn AND NOT d.datistemplate");
	if (others)
		refuse_to_retire(id, "another database may need it", "This server has other databases, which may use the same key file: " + *others + ".",
						 "Where none of them shows a use of it in erasure.key_ring(): SELECT erasure.retire_key(" + core::quote_literal(id) + ", unused_elsewhere => true);");
}

void retire(pg::Spi &spi, const std::string &id, bool unused_elsewhere)
{
	require_fresh_transaction(spi);
	const MasterKeys keys(spi, MasterKeys::Use::open);
	const std::vector<std::string> &ids = keys.source().ids();
	if (keys.source().find(id) == ids.size())
		throw pg::Failure(pg::code::undefined_object, "there is no key \"" + id + "\"", keys.source().name() + " does not have it.", "erasure.key_ring() lists the keys.");
	if (!keys.source().may_change())
		refuse_to_retire(id, "its file is not the server's to change", {}, "Where erasure.key_ring() shows no use of it in any database, take its line out by hand.");
	if (ids[active_key(ids)] == id)
		refuse_to_retire(id, "it is the active one", {}, "Call erasure.rotate_key() first.");
	if (!unused_elsewhere)
		require_unused_elsewhere(spi, id);
	pg::take_key(key_locks(), id);  // waits for whoever seals with it
	if (spi.number("SELECT pg_catalog.count(*) FROM (" + std::string(kUsed) + ") AS u (id) WHERE u.id OPERATOR(pg_catalog.=) $1", pg::Params().add(id)) > 0)
		refuse_to_retire(id, "it is in use", "Something in this database is still wrapped by it.", "Call erasure.rotate_key() first, and commit.");
	evidence::record(spi, {.action = "retire_key", .detail = "key " + id});
	take_out({id});
}

constexpr const char *kUses =
	"SELECT u.id, pg_catalog.sum(u.data_keys)::pg_catalog.int8, pg_catalog.bool_or(u.hash_key) FROM ("
	"SELECT master_key_id, pg_catalog.count(*), false FROM erasure.vault_key GROUP BY 1 UNION ALL "
	"SELECT hash_key_master, 0, true FROM erasure.installation WHERE hash_key_master IS NOT NULL UNION ALL "
	"SELECT key_id, 0, false FROM erasure.installation WHERE key_id IS NOT NULL) AS u (id, data_keys, hash_key) GROUP BY u.id ORDER BY u.id COLLATE pg_catalog.\"C\"";

void list_ring(pg::Spi &spi, pg::Call &call)
{
	KeySource source;
	KeySource::Trouble trouble;
	const bool there = source.read(trouble) == KeySource::Found::yes;
	const std::size_t active = there ? active_key(source.ids()) : 0;
	std::map<std::string, std::pair<std::string, std::string>> uses;
	for (const pg::Row &row : spi.query(kUses))
		uses[*row[0]] = {*row[1], *row[2]};
	const auto add = [&](const std::string &id, bool in_ring, bool is_active) {
		const auto use = uses.find(id);
		call.add_row({id, is_day_key(id) ? "day" : "master", in_ring ? "t" : "f", is_active ? "t" : "f", use == uses.end() ? "0" : use->second.first,
					  use == uses.end() ? "f" : use->second.second});
		if (use != uses.end())
			uses.erase(use);
	};
	for (std::size_t i = 0; there && i < source.ids().size(); ++i)
		add(source.ids()[i], true, i == active);
	while (!uses.empty())
		add(std::string(uses.begin()->first), false, false);
}

}  // namespace
}  // namespace vault

// erasure.rotate_key() RETURNS TABLE(key_id text, data_keys bigint)
ERASURE_FUNCTION(erasure_rotate_key)
{
	vault::require_superuser("rotate the master key");
	vault::Rotated rotated;
	policy::as_extension([&](pg::Spi &spi) { rotated = vault::rotate(spi); });
	call.start_rows();
	call.add_row({rotated.key_id, std::to_string(rotated.data_keys)});
	return call.nothing();
}

// erasure.retire_key(key_id text, unused_elsewhere boolean) RETURNS void
ERASURE_FUNCTION(erasure_retire_key)
{
	vault::require_superuser("retire a master key");
	const std::string id = call.text(0, "key_id");
	const bool unused_elsewhere = call.boolean(1, "unused_elsewhere");
	policy::as_extension([&](pg::Spi &spi) { vault::retire(spi, id, unused_elsewhere); });
	return call.nothing();
}

// erasure.key_ring() RETURNS TABLE(key_id text, kind text, in_ring boolean, active boolean, data_keys bigint, hash_key boolean)
ERASURE_FUNCTION(erasure_key_ring)
{
	vault::require_superuser("see the key ring");
	call.start_rows();
	policy::as_extension([&](pg::Spi &spi) { vault::list_ring(spi, call); });
	return call.nothing();
}
