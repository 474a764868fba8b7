// Into the vault: compress, seal under the subject's own key, write in batches.
#include <algorithm>
#include <utility>

#include "pg/secret.hpp"
#include "vault/cipher.hpp"
#include "vault/key_file.hpp"
#include "vault/sealing.hpp"
#include "vault/slots.hpp"
#include "vault/vault.hpp"

namespace vault {
namespace {

constexpr std::size_t kBatchBytes = 1 << 20;
constexpr std::size_t kBatchRecords = 2000;
constexpr std::size_t kBatchKeys = 5000;

}  // namespace

struct Writer::State {
	State(pg::Spi &s, std::int64_t r, std::int32_t subject, std::vector<std::string> k)
		: spi(s), request(r), subject_table(subject), slot(slot_for(s, r)), keys(std::move(k)), master(s, MasterKeys::Use::seal_data)
	{
		data_keys.allocate(keys.size() * kKeyBytes);
		records_of.resize(keys.size());
		if (!keys.empty())
			fill_random(data_keys.part(0, data_keys.size()));
	}

	KeyView data_key(std::size_t ordinal) const { return KeyView(data_keys.data() + ordinal * kKeyBytes, kKeyBytes); }
	void flush();
	void write_keys();

	pg::Spi &spi;
	const std::int64_t request;
	const std::int32_t subject_table;
	const std::int16_t slot;
	const std::vector<std::string> keys;
	MasterKeys master;
	pg::Secret data_keys;
	Cipher cipher;
	std::string compressed;  // room for one record

	std::vector<std::int64_t> records_of;  // by ordinal: bound to the subject's wrapped key
	std::vector<std::string> batch_keys;
	std::vector<std::int64_t> batch_tables;
	std::vector<std::int64_t> batch_parts;
	std::vector<std::string> batch;
	std::size_t batch_bytes = 0;

	std::uint64_t bytes = 0;
};

Writer::Writer(pg::Spi &spi, std::int64_t request, std::int32_t subject_table, std::vector<std::string> keys)
	: state_(std::make_unique<State>(spi, request, subject_table, std::move(keys)))
{
}

Writer::~Writer() = default;

void Writer::put(std::size_t ordinal, std::int32_t table_id, std::int32_t part, std::string_view plaintext)
{
	State &s = *state_;
	const std::string &key = s.keys.at(ordinal);
	const core::RecordPlace place{.request = s.request,
								  .subject_table = s.subject_table,
								  .key = key,
								  .table = table_id,
								  .part = part,
								  .master_key_id = s.master.active_id()};
	std::string sealed;
	seal_record(s.cipher, s.data_key(ordinal), place, plaintext, s.compressed, sealed);

	++s.records_of[ordinal];
	s.batch_bytes += sealed.size();
	s.batch_keys.push_back(key);
	s.batch_tables.push_back(table_id);
	s.batch_parts.push_back(part);
	s.batch.push_back(std::move(sealed));
	if (s.batch_bytes >= kBatchBytes || s.batch.size() >= kBatchRecords)
		s.flush();
}

std::uint64_t Writer::finish()
{
	state_->flush();
	state_->write_keys();
	return state_->bytes;
}

void Writer::State::flush()
{
	if (batch.empty())
		return;
	bytes += batch_bytes;
	pg::Params params;
	params.add(request).add_int4(subject_table).add(master.active_id());
	params.add(batch_keys).add(batch_tables).add(batch_parts).add_byteas(std::exchange(batch, {})).add_int4(slot);
	spi.execute("INSERT INTO erasure.vault (request, subject_id, key, table_id, part, master_key_id, numbering, record, slot) "
				"SELECT $1, $2, r.key, r.table_id::pg_catalog.int4, r.part::pg_catalog.int4, $3, "
				"(SELECT d.numbering FROM erasure.declared_table d WHERE d.id OPERATOR(pg_catalog.=) r.table_id), r.record, $8::pg_catalog.int2 "
				"FROM ROWS FROM (pg_catalog.unnest($4), pg_catalog.unnest($5), pg_catalog.unnest($6), "
				"pg_catalog.unnest($7)) AS r (key, table_id, part, record)",
				params);
	batch_keys.clear();
	batch_tables.clear();
	batch_parts.clear();
	batch_bytes = 0;
}

void Writer::State::write_keys()
{
	for (std::size_t begin = 0; begin < keys.size(); begin += kBatchKeys) {
		const std::size_t end = std::min(begin + kBatchKeys, keys.size());
		std::vector<std::string> wrapped(end - begin);
		for (std::size_t i = begin; i < end; ++i) {
			const core::DataKeyPlace place{.request = request,
										   .subject_table = subject_table,
										   .key = keys[i],
										   .master_key_id = master.active_id(),
										   .records = records_of[i]};
			cipher.wrap(master.active(), place, data_key(i), wrapped[i - begin]);
		}
		pg::Params params;
		params.add(request).add_int4(subject_table).add(master.active_id());
		params.add(std::vector<std::string>(keys.begin() + static_cast<std::ptrdiff_t>(begin),
											keys.begin() + static_cast<std::ptrdiff_t>(end)));
		params.add_byteas(std::move(wrapped));
		params.add(std::vector<std::int64_t>(records_of.begin() + static_cast<std::ptrdiff_t>(begin),
											 records_of.begin() + static_cast<std::ptrdiff_t>(end)));
		params.add_int4(slot);
		spi.execute("INSERT INTO erasure.vault_key (request, subject_id, key, master_key_id, wrapped, records, slot) "
					"SELECT $1, $2, k.key, $3, k.wrapped, k.records, $7::pg_catalog.int2 "
					"FROM ROWS FROM (pg_catalog.unnest($4), pg_catalog.unnest($5), pg_catalog.unnest($6)) "
					"AS k (key, wrapped, records)",
					params);
	}
	data_keys.release();
}

}  // namespace vault
