// Changing a record in the vault: where a row is about two persons, its original may have to move, or to go.
#include <optional>

#include "pg/secret.hpp"
#include "vault/cipher.hpp"
#include "vault/key_file.hpp"
#include "vault/sealing.hpp"
#include "vault/vault.hpp"

namespace vault {
namespace {

struct Changed {
	std::int32_t part;
	std::string plaintext;
};

struct Changes {
	std::vector<Changed> records;
	std::int32_t next_part = 0;
};

Changes changed_records(pg::Spi &spi, std::int32_t subject_table, std::int64_t request, const std::string &key, std::int32_t table_id,
						const std::function<std::optional<std::string>(const Record &)> &change)
{
	Changes changes;
	Reader reader(spi, subject_table, table_id, {request}, {key});
	for (Record record; reader.next(record);) {
		if (std::optional<std::string> now = change(record))
			changes.records.push_back({record.part, std::move(*now)});
		changes.next_part = record.part + 1;
	}
	return changes;
}

constexpr const char *kWrappedKey =
	"SELECT wrapped, master_key_id, records, slot FROM erasure.vault_key WHERE request OPERATOR(pg_catalog.=) $1 "
	"AND subject_id OPERATOR(pg_catalog.=) $2 AND key OPERATOR(pg_catalog.=) $3 FOR UPDATE";

constexpr const char *kRewrap =
	"UPDATE erasure.vault_key SET wrapped = $4, records = $5 WHERE request OPERATOR(pg_catalog.=) $1 "
	"AND subject_id OPERATOR(pg_catalog.=) $2 AND key OPERATOR(pg_catalog.=) $3";

constexpr const char *kPut =
	"INSERT INTO erasure.vault (request, subject_id, key, table_id, part, record, master_key_id, numbering, slot) VALUES ($1, $2, $3, $4, $5, $6, $7, "
	"(SELECT d.numbering FROM erasure.declared_table d WHERE d.id OPERATOR(pg_catalog.=) $4), $8::pg_catalog.int2) "
	"ON CONFLICT (request, subject_id, key, table_id, part, slot) DO UPDATE SET record = EXCLUDED.record, master_key_id = EXCLUDED.master_key_id";

// The data key of one subject and request, opened.
class OpenKey {
public:
	OpenKey(pg::Spi &spi, std::int32_t subject_table, std::int64_t request, const std::string &key)
		: spi_(spi), subject_table_(subject_table), request_(request), key_(key)
	{
		pg::Cursor cursor(kWrappedKey, pg::Params().add(request).add_int4(subject_table).add(key), {pg::Form::wire, pg::Form::text, pg::Form::text, pg::Form::text});
		if (!cursor.fetch(1))
			refuse("the data key is missing");
		master_key_id_ = cursor.at(0, 1);
		records_ = std::stoll(std::string(cursor.at(0, 2)));
		slot_ = std::string(cursor.at(0, 3));
		master_.emplace(spi, MasterKeys::Use::open);  // the row first: rotate_key may just have replaced the key that wraps it
		data_key_.allocate(kKeyBytes);
		try {
			cipher_.unwrap(master_->find(master_key_id_), place(), cursor.at(0, 0), KeySpace(data_key_.data(), kKeyBytes));
		} catch (const CipherError &error) {
			if (error.kind() == CipherError::Kind::library)
				throw;
			refuse(error.what());
		}
		cursor.close();
	}

	void put(std::int32_t table_id, std::int32_t part, std::string_view plaintext)
	{
		const core::RecordPlace record{.request = request_, .subject_table = subject_table_, .key = key_, .table = table_id, .part = part,
									   .master_key_id = master_key_id_};
		std::string sealed;
		seal_record(cipher_, KeyView(data_key_.data(), kKeyBytes), record, plaintext, scratch_, sealed);
		spi_.execute(kPut, pg::Params().add(request_).add_int4(subject_table_).add(key_).add_int4(table_id).add_int4(part)
							   .add_bytea(std::move(sealed)).add(master_key_id_).add(slot_));
	}

	// The number of records is bound to the wrapped key.
	void count_more(std::int64_t more)
	{
		records_ += more;
		std::string wrapped;
		cipher_.wrap(master_->find(master_key_id_), place(), KeyView(data_key_.data(), kKeyBytes), wrapped);
		spi_.execute(kRewrap, pg::Params().add(request_).add_int4(subject_table_).add(key_).add_bytea(std::move(wrapped)).add(records_));
	}

	void close() { data_key_.release(); }

private:
	core::DataKeyPlace place() const
	{
		return {.request = request_, .subject_table = subject_table_, .key = key_, .master_key_id = master_key_id_, .records = records_};
	}

	[[noreturn]] void refuse(const char *why) const
	{
		throw pg::Failure(pg::code::vault_cannot_be_opened, "vault cannot be opened",
						  "For a subject of request " + std::to_string(request_) + " " + why + ".",
						  "The vault was changed from outside or damaged on disk: restore erasure.vault and "
						  "erasure.vault_key from a backup that is not older than the request.");
	}

	pg::Spi &spi_;
	const std::int32_t subject_table_;
	const std::int64_t request_;
	const std::string &key_;
	std::optional<MasterKeys> master_;
	Cipher cipher_;
	pg::Secret data_key_;
	std::string master_key_id_;
	std::string slot_;
	std::string scratch_;
	std::int64_t records_ = 0;
};

}  // namespace

void amend(pg::Spi &spi, std::int32_t subject_table, std::int64_t request, const std::string &key, std::int32_t table_id,
		   const std::function<std::optional<std::string>(const Record &)> &change, const std::function<std::vector<std::string>()> &more)
{
	const Changes changes = changed_records(spi, subject_table, request, key, table_id, change);
	const std::vector<std::string> added = more();
	if (changes.records.empty() && added.empty())
		return;
	OpenKey open(spi, subject_table, request, key);
	for (const Changed &record : changes.records)
		open.put(table_id, record.part, record.plaintext);
	std::int32_t part = changes.next_part;
	for (const std::string &plaintext : added)
		open.put(table_id, part++, plaintext);
	if (!added.empty())
		open.count_more(static_cast<std::int64_t>(added.size()));
	open.close();
}

}  // namespace vault
