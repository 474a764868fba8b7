// The vault: where originals wait, compressed and encrypted, between masking and erasure or undo.
//
// Every subject of a request has a random data key; erasure.vault_key holds it wrapped by the master key, erasure.vault
// the records sealed with it. Whoever calls has already become the extension's owner and pinned search_path.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pg/spi.hpp"

namespace vault {

// Puts the originals of one request away. Only the data keys grow with the number of subjects; records go out in
// batches. Loads (on the very first use creates) the master key at once, so that nothing is masked without one.
class Writer {
public:
	// Keys as canonical text; their place in the list is the ordinal that put() takes.
	Writer(pg::Spi &spi, std::int64_t request, std::int32_t subject_table, std::vector<std::string> keys);
	~Writer();
	Writer(const Writer &) = delete;
	Writer &operator=(const Writer &) = delete;

	// In any order. Each (ordinal, table, part) once; parts of one subject and table count from 0.
	void put(std::size_t ordinal, std::int32_t table_id, std::int32_t part, std::string_view plaintext);

	// Writes what is left, and the wrapped data key of every subject. Without it nothing put can ever be opened.
	// The number of bytes stored, wrapped keys not counted.
	std::uint64_t finish();

private:
	struct State;
	std::unique_ptr<State> state_;
};

// Views last until the next call of next().
struct Record {
	std::string_view key;
	std::int64_t request = 0;
	std::int32_t table = 0;
	std::int32_t part = 0;
	std::int32_t numbering = 0;  // of its table: what the numbers of its columns mean
	std::string_view plaintext;
};

// Hands out the records of (requests[i], keys[i]) pairs, by key (in byte order), request, table and part. The master
// key is read when the first record is. Whatever cannot be opened raises 58030.
class Reader {
public:
	// No table: the records of all tables.
	Reader(pg::Spi &spi, std::int32_t subject_table, std::optional<std::int32_t> table_id,
		   const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys);
	~Reader();
	Reader(const Reader &) = delete;
	Reader &operator=(const Reader &) = delete;

	// False at the end; the cursor is closed then.
	bool next(Record &record);

	// Ends early.
	void close();

	// For what turns out only when the record itself is read: core::RecordReader's error() goes in `why`.
	[[noreturn]] void refuse(const Record &record, const char *why) const;

private:
	struct State;
	std::unique_ptr<State> state_;
};

// Raises 58030 unless the data key of every pair opens and all the records it was closed over are there. The reader
// notices what was changed or moved; this notices what was taken away.
void require_complete(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests,
					  const std::vector<std::string> &keys);

// Changes what is kept of one table for one subject: `change` gets each record and returns what it is to be, its columns
// numbered as they are, or nothing where it stays; then `more` returns records to be added. Sealed under the same data key. Raises 58030 as the
// reader does, and when there is no data key.
void amend(pg::Spi &spi, std::int32_t subject_table, std::int64_t request, const std::string &key, std::int32_t table_id,
		   const std::function<std::optional<std::string>(const Record &)> &change, const std::function<std::vector<std::string>()> &more);

// The wrapped keys go first, then the records: at erasure, and after an undo, when the originals are back in place. Needs
// no master key, so a lost one delays no erasure. How many bytes of them, sealed and wrapped, by request.
struct Removed {
	std::vector<std::int64_t> requests;
	std::vector<std::int64_t> bytes;
};
Removed remove(pg::Spi &spi, std::int32_t subject_table, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys);

}  // namespace vault
