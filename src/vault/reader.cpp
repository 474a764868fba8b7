// Out of the vault: fetch in batches, unwrap each subject's key once, open, decompress.
#include <algorithm>
#include <charconv>
#include <optional>

#include "pg/secret.hpp"
#include "vault/cipher.hpp"
#include "vault/key_file.hpp"
#include "vault/sealing.hpp"
#include "vault/slots.hpp"
#include "vault/vault.hpp"

namespace vault {
namespace {

// Batches of about this many bytes, by the size of what came last; the first one, of unknown size, is small.
constexpr std::size_t kBatchBytes = 1 << 20;
constexpr std::size_t kFirstBatch = 32;
constexpr std::size_t kMostBatch = 500;

enum Column { kKey, kRequest, kTable, kPart, kMasterKeyId, kSealed, kWrapped, kWrappingKeyId, kRecords, kNumbering };

pg::Params wanted(std::int32_t subject_table, const std::vector<std::int64_t> &requests,
				  const std::vector<std::string> &keys)
{
	pg::Params params;
	params.add_int4(subject_table).add(requests).add(keys);
	return params;
}

// A record without its wrapped key comes all the same: it must be refused, not passed over.
std::string reading(const std::string &and_in_slots, bool of_one_table)
{
	return std::string(
			   "SELECT v.key, v.request, v.table_id, v.part, v.master_key_id, v.record, k.wrapped, k.master_key_id, k.records, v.numbering "
			   "FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS w (request, key) "
			   "JOIN erasure.vault AS v ON v.request OPERATOR(pg_catalog.=) w.request "
			   "AND v.subject_id OPERATOR(pg_catalog.=) $1 AND v.key OPERATOR(pg_catalog.=) w.key") +
		   and_in_slots + (of_one_table ? " AND v.table_id OPERATOR(pg_catalog.=) $4" : "") +
		   " LEFT JOIN erasure.vault_key AS k ON k.request OPERATOR(pg_catalog.=) v.request "
		   "AND k.subject_id OPERATOR(pg_catalog.=) v.subject_id AND k.key OPERATOR(pg_catalog.=) v.key "
		   "ORDER BY v.key COLLATE pg_catalog.\"C\", v.request, v.table_id, v.part";
}

template <typename Number>
Number number(std::string_view text)
{
	Number value{};
	std::from_chars(text.data(), text.data() + text.size(), value);
	return value;
}

}  // namespace

struct Reader::State {
	State(pg::Spi &s, std::int32_t subject, const std::string &and_in_slots, std::optional<std::int32_t> table_id, std::size_t pairs,
		  const pg::Params &params)
		: spi(s), subject_table(subject), subjects(pairs),
		  cursor(reading(and_in_slots, table_id.has_value()), params,
				 {pg::Form::text, pg::Form::text, pg::Form::text, pg::Form::text, pg::Form::text, pg::Form::wire,
				  pg::Form::wire, pg::Form::text, pg::Form::text, pg::Form::text})
	{
		data_key.allocate(kKeyBytes);
	}

	bool advance();
	void unwrap(const Record &record);
	void open(Record &record);

	pg::Spi &spi;
	const std::int32_t subject_table;
	const std::size_t subjects;
	pg::Cursor cursor;
	std::size_t row = 0;
	std::size_t batch = kFirstBatch;
	bool done = false;

	std::optional<MasterKeys> master;  // once there is something to open
	Cipher cipher;
	pg::Secret data_key;
	std::string unwrapped_key;  // whose data key that is
	std::optional<std::int64_t> unwrapped_request;
	std::string body;
	std::string plain;
};

Reader::Reader(pg::Spi &spi, std::int32_t subject_table, std::optional<std::int32_t> table_id,
			   const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys)
{
	pg::Params params = wanted(subject_table, requests, keys);
	if (table_id)
		params.add_int4(*table_id);
	state_ = std::make_unique<State>(spi, subject_table, and_in_slots(spi, subject_table, requests, keys, "v"), table_id, keys.size(), params);
}

Reader::~Reader() = default;

void Reader::close()
{
	State &s = *state_;
	if (s.done)
		return;
	s.done = true;
	s.data_key.release();
	s.master.reset();
	s.cursor.close();
}

void Reader::refuse(const Record &record, const char *why) const
{
	const std::size_t others = state_->subjects - std::min<std::size_t>(state_->subjects, 1);
	throw pg::Failure(pg::code::vault_cannot_be_opened, "vault cannot be opened",
					  "A record of request " + std::to_string(record.request) + " in table number " +
						  std::to_string(record.table) + ", part " + std::to_string(record.part) + ", was read for " +
						  std::to_string(others + 1) + (others == 0 ? " subject: " : " subjects: ") + why + ".",
					  "The vault was changed from outside or damaged on disk: restore erasure.vault and "
					  "erasure.vault_key from a backup that is not older than the request.");
}

bool Reader::next(Record &record)
{
	State &s = *state_;
	if (s.done)
		return false;
	if (!s.advance()) {
		close();
		return false;
	}
	record.key = s.cursor.at(s.row, kKey);
	record.request = number<std::int64_t>(s.cursor.at(s.row, kRequest));
	record.table = number<std::int32_t>(s.cursor.at(s.row, kTable));
	record.part = number<std::int32_t>(s.cursor.at(s.row, kPart));
	record.numbering = number<std::int32_t>(s.cursor.at(s.row, kNumbering));
	record.plaintext = {};
	if (!s.master)
		s.master.emplace(s.spi, MasterKeys::Use::open);
	if (s.cursor.is_null(s.row, kWrapped))
		refuse(record, "its data key is missing");
	try {
		s.unwrap(record);
		s.open(record);
	} catch (const CipherError &error) {
		if (error.kind() == CipherError::Kind::library)
			throw;
		refuse(record, error.what());
	}
	return true;
}

// To the next row, with a new batch where needed.
bool Reader::State::advance()
{
	if (row + 1 < cursor.rows()) {
		++row;
		return true;
	}
	std::size_t bytes = 0;
	for (std::size_t i = 0; i < cursor.rows(); ++i)
		bytes += cursor.at(i, kSealed).size();
	if (bytes > 0)
		batch = std::clamp<std::size_t>(kBatchBytes / (bytes / cursor.rows() + 1), 1, kMostBatch);
	row = 0;
	return cursor.fetch(batch);
}

void Reader::State::unwrap(const Record &record)
{
	if (unwrapped_request == record.request && unwrapped_key == record.key)
		return;
	unwrapped_request.reset();
	const core::DataKeyPlace place{.request = record.request,
								   .subject_table = subject_table,
								   .key = record.key,
								   .master_key_id = cursor.at(row, kWrappingKeyId),
								   .records = number<std::int64_t>(cursor.at(row, kRecords))};
	cipher.unwrap(master->find(place.master_key_id), place, cursor.at(row, kWrapped),
				  KeySpace(data_key.data(), kKeyBytes));
	unwrapped_key = record.key;
	unwrapped_request = record.request;
}

void Reader::State::open(Record &record)
{
	const core::RecordPlace place{.request = record.request,
								  .subject_table = subject_table,
								  .key = record.key,
								  .table = record.table,
								  .part = record.part,
								  .master_key_id = cursor.at(row, kMasterKeyId)};
	record.plaintext = open_record(cipher, KeyView(data_key.data(), kKeyBytes), place, cursor.at(row, kSealed), body, plain);
}

namespace {

// Every pair with its key and the number of records that are really there. A record that was moved to a table which is
// neither declared nor was would be read by nobody, and undo would destroy it, so it does not count.
std::string inventory(const std::string &and_in_slots)
{
	return "SELECT w.key, w.request, k.wrapped, k.master_key_id, k.records, "
		   "(SELECT pg_catalog.count(*) FROM erasure.vault AS v WHERE v.request OPERATOR(pg_catalog.=) w.request "
		   "AND v.subject_id OPERATOR(pg_catalog.=) $1 AND v.key OPERATOR(pg_catalog.=) w.key" + and_in_slots +
		   " AND v.table_id OPERATOR(pg_catalog.=) ANY (ARRAY(SELECT t.id FROM erasure.declared_table AS t "
		   "WHERE t.subject_id OPERATOR(pg_catalog.=) $1 UNION ALL SELECT d.table_id FROM erasure.dropped_table AS d WHERE d.subject_id OPERATOR(pg_catalog.=) $1))) "
		   "FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS w (request, key) "
		   "LEFT JOIN erasure.vault_key AS k ON k.request OPERATOR(pg_catalog.=) w.request "
		   "AND k.subject_id OPERATOR(pg_catalog.=) $1 AND k.key OPERATOR(pg_catalog.=) w.key";
}

[[noreturn]] void incomplete(std::int64_t request, const char *why)
{
	throw pg::Failure(pg::code::vault_cannot_be_opened, "vault cannot be opened",
					  "For a subject of request " + std::to_string(request) + " " + why + ".",
					  "The vault was changed from outside or damaged on disk: restore erasure.vault and "
					  "erasure.vault_key from a backup that is not older than the request.");
}

}  // namespace

void require_complete(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests,
					  const std::vector<std::string> &keys)
{
	pg::Cursor cursor(inventory(and_in_slots(spi, subject_table, requests, keys, "v")), wanted(subject_table, requests, keys),
					  {pg::Form::text, pg::Form::text, pg::Form::wire, pg::Form::text, pg::Form::text, pg::Form::text});
	MasterKeys master(spi, MasterKeys::Use::open);
	Cipher cipher;
	pg::Secret data_key;
	data_key.allocate(kKeyBytes);
	while (cursor.fetch(kMostBatch)) {
		for (std::size_t row = 0; row < cursor.rows(); ++row) {
			const auto request = number<std::int64_t>(cursor.at(row, 1));
			if (cursor.is_null(row, 2))
				incomplete(request, "the data key is missing");
			const core::DataKeyPlace place{.request = request,
										   .subject_table = subject_table,
										   .key = cursor.at(row, 0),
										   .master_key_id = cursor.at(row, 3),
										   .records = number<std::int64_t>(cursor.at(row, 4))};
			try {
				cipher.unwrap(master.find(place.master_key_id), place, cursor.at(row, 2), KeySpace(data_key.data(), kKeyBytes));
			} catch (const CipherError &error) {
				if (error.kind() == CipherError::Kind::library)
					throw;
				incomplete(request, error.what());
			}
			if (number<std::int64_t>(cursor.at(row, 5)) != place.records)
				incomplete(request, "records are missing");
		}
	}
	cursor.close();
	data_key.release();
}

}  // namespace vault
