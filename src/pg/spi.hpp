// SQL run from C++: parameters, small results copied out as text, and a cursor for the large ones.
#pragma once

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

// Parameters of one statement, in order ($1, $2, ...). Texts are kept here until the statement has run.
class Params {
public:
	Params &add(std::int64_t value);
	Params &add_int4(std::int32_t value);
	Params &add_oid(Oid value);
	Params &add_bool(bool value);
	Params &add(const std::string &value);  // text
	Params &add(const Text &value);         // text or NULL
	Params &add(const char *value) { return add(std::string(value)); }
	Params &add(const std::vector<std::string> &values);  // text[]
	Params &add(const std::vector<Text> &values);         // text[] with NULLs
	Params &add(const std::vector<std::int64_t> &values);  // bigint[]
	Params &add_bytea(std::string value);
	Params &add_byteas(std::vector<std::string> values);  // bytea[]
	Params &add_datum(Oid type, Datum value, bool null = false);

	struct Item {
		Oid type;
		bool null = false;
		Datum datum = 0;                        // by value, or made elsewhere
		int kind = 0;                           // see spi.cpp
		std::string text;
		std::vector<Text> texts;
		std::vector<std::int64_t> numbers;
	};
	const std::vector<Item> &items() const { return items_; }

private:
	std::vector<Item> items_;
};

// One row of a small result.
using Row = std::vector<Text>;
using Rows = std::vector<Row>;

// What a statement sees. latest: everything committed by now, whatever the isolation level; the engine's choice, so that
// what it changes is found with a snapshot newer than its locks. transaction: what the caller's own queries see.
enum class SnapshotKind { latest, transaction };

// A connection to the SPI manager. Nested ones stack. finish() on the way out; when an error unwinds this frame the
// (sub)transaction's abort closes it instead.
class Spi {
public:
	Spi();
	explicit Spi(bool nonatomic);
	~Spi();
	Spi(const Spi &) = delete;
	Spi &operator=(const Spi &) = delete;
	void finish();

	// A query whose result is small: all of it, as text.
	Rows query(const std::string &sql, const Params &params = {}, SnapshotKind kind = SnapshotKind::latest);
	// The only value of the only row; nullopt for no row or NULL.
	Text value(const std::string &sql, const Params &params = {}, SnapshotKind kind = SnapshotKind::latest);
	std::int64_t number(const std::string &sql, const Params &params = {}, SnapshotKind kind = SnapshotKind::latest);
	// The first row's values as datums in the current memory context; false when there is none.
	bool first_row(const char *sql, const Params &params, int columns, Datum *values, bool *nulls);
	// A statement; the number of rows it processed.
	std::uint64_t execute(const std::string &sql, const Params &params = {});
	// DDL, LOCK and SET CONSTRAINTS: no parameters, no snapshot of ours.
	void utility(const std::string &sql);

	// Only in a connection opened nonatomic: the transaction ends, and the next begins.
	void commit();
	void rollback();

private:
	bool open_ = false;
	[[maybe_unused]] int unwinding_ = 0;  // read by an assertion
};

// How a cursor hands out a column: as its output text, or as bytes to be kept (see pg/wire.hpp).
enum class Form { text, wire };

// A large result, read in batches so that memory stays flat. Runs under the latest snapshot, and may lock rows.
class Cursor {
public:
	Cursor(const std::string &sql, const Params &params, std::vector<Form> forms);
	~Cursor();
	Cursor(const Cursor &) = delete;
	Cursor &operator=(const Cursor &) = delete;

	// Fetches the next batch; false when there is none. Views from the batch before die here.
	bool fetch(std::size_t rows);
	std::size_t rows() const { return rows_; }
	std::size_t columns() const { return forms_.size(); }
	bool is_null(std::size_t row, std::size_t column) const { return data_[row * forms_.size() + column].bytes == nullptr; }
	std::string_view at(std::size_t row, std::size_t column) const
	{
		const View &v = data_[row * forms_.size() + column];
		return {v.bytes, v.length};
	}
	void close();

private:
	struct View {
		const char *bytes;
		std::size_t length;
	};
	std::vector<Form> forms_;
	void *portal_ = nullptr;
	void *context_ = nullptr;
	const View *data_ = nullptr;
	std::size_t rows_ = 0;
};

// Whether the transaction reads by one snapshot from its start to its end: REPEATABLE READ and SERIALIZABLE.
bool snapshot_is_fixed();

// Which statement of this backend is running: the command id that a statement run next through Spi::execute() will
// stamp on the rows it writes.
std::uint32_t next_command_id();

}  // namespace pg
