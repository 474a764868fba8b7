// Data keys and the hash key: opened with one master key and closed with another, a thousand at a time.
#include "vault/rewrap.hpp"

#include <vector>

#include "pg/secret.hpp"
#include "vault/cipher.hpp"
#include "vault/key_file.hpp"
#include "vault/keyed_hash.hpp"

namespace vault {
namespace {

constexpr std::size_t kBatch = 1000;

// Locked one by one as they are read: amended or erased meanwhile, a row comes as it is then, or not at all.
constexpr const char *kWrapped =
	"SELECT k.request, k.subject_id, k.key, k.master_key_id, k.records, k.wrapped FROM erasure.vault_key AS k "
	"WHERE k.master_key_id OPERATOR(pg_catalog.=) ANY ($1) FOR UPDATE OF k";

constexpr const char *kRewrap =
	"UPDATE erasure.vault_key AS k SET wrapped = n.wrapped, master_key_id = n.master_key_id "
	"FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2), pg_catalog.unnest($3), pg_catalog.unnest($4), pg_catalog.unnest($5)) "
	"AS n (request, subject_id, key, master_key_id, wrapped) WHERE k.request OPERATOR(pg_catalog.=) n.request "
	"AND k.subject_id OPERATOR(pg_catalog.=) n.subject_id AND k.key OPERATOR(pg_catalog.=) n.key";

std::int64_t number(std::string_view text) { return std::stoll(std::string(text)); }

std::string rewrapped(Cipher &cipher, const MasterKeys &keys, core::DataKeyPlace place, const std::string &now, std::string_view wrapped, KeySpace space)
{
	std::string again;
	try {
		cipher.unwrap(keys.find(place.master_key_id), place, wrapped, space);
	} catch (const CipherError &error) {
		if (error.kind() == CipherError::Kind::library)
			throw;
		throw pg::Failure(pg::code::vault_cannot_be_opened, "vault cannot be opened",
						  "For a subject of request " + std::to_string(place.request) + ": " + error.what() + ".",
						  "The vault was changed from outside or damaged on disk: restore erasure.vault_key from a backup, or erase this subject.");
	}
	place.master_key_id = now;
	cipher.wrap(keys.find(now), place, KeyView(space), again);
	return again;
}

void rewrap_batch(pg::Spi &spi, const pg::Cursor &cursor, const MasterKeys &keys, const Replacements &replacements, Cipher &cipher, KeySpace space)
{
	std::vector<std::int64_t> requests;
	std::vector<std::int64_t> subjects;
	std::vector<std::string> names;
	std::vector<std::string> ids;
	std::vector<std::string> wrapped;
	for (std::size_t row = 0; row < cursor.rows(); ++row) {
		const core::DataKeyPlace place{.request = number(cursor.at(row, 0)), .subject_table = static_cast<std::int32_t>(number(cursor.at(row, 1))),
									   .key = cursor.at(row, 2), .master_key_id = cursor.at(row, 3), .records = number(cursor.at(row, 4))};
		const std::string &now = replacements.at(std::string(place.master_key_id));
		wrapped.push_back(rewrapped(cipher, keys, place, now, cursor.at(row, 5), space));
		requests.push_back(place.request);
		subjects.push_back(place.subject_table);
		names.emplace_back(place.key);
		ids.push_back(now);
	}
	pg::Params params;
	params.add(requests).add(subjects).add(names).add(ids).add_byteas(std::move(wrapped));
	spi.execute(kRewrap, params);
}

}  // namespace

std::int64_t rewrap_data_keys(pg::Spi &spi, const MasterKeys &keys, const Replacements &replacements)
{
	std::vector<std::string> old;
	for (const auto &entry : replacements)
		old.push_back(entry.first);
	Cipher cipher;
	pg::Secret data_key;
	data_key.allocate(kKeyBytes);
	std::int64_t all = 0;
	for (std::int64_t found = 1; found > 0; all += found) {
		found = 0;
		pg::Cursor cursor(kWrapped, pg::Params().add(old), {pg::Form::text, pg::Form::text, pg::Form::text, pg::Form::text, pg::Form::text, pg::Form::wire});
		while (cursor.fetch(kBatch)) {
			rewrap_batch(spi, cursor, keys, replacements, cipher, KeySpace(data_key.data(), kKeyBytes));
			found += static_cast<std::int64_t>(cursor.rows());
		}
		cursor.close();
	}
	data_key.release();
	return all;
}

void rewrap_hash_key(pg::Spi &spi, const MasterKeys &keys, const Replacements &replacements)
{
	pg::Cursor cursor("SELECT hash_key_master, hash_key FROM erasure.installation WHERE hash_key IS NOT NULL", {}, {pg::Form::text, pg::Form::wire});
	const auto found = cursor.fetch(1) ? replacements.find(std::string(cursor.at(0, 0))) : replacements.end();
	std::string wrapped;
	if (found != replacements.end()) {
		pg::Secret hash_key;
		KeyedHash::unwrap(keys, found->first, cursor.at(0, 1), hash_key);
		wrapped = KeyedHash::wrap(keys.find(found->second), found->second, hash_key);
	}
	cursor.close();
	if (found != replacements.end())
		spi.execute("UPDATE erasure.installation SET hash_key_master = $1, hash_key = $2", pg::Params().add(found->second).add_bytea(std::move(wrapped)));
}

}  // namespace vault
