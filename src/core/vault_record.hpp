// The plaintext of one vault record: the originals of one subject in one table, before compression and encryption.
//
// Layout, integers little-endian, varint = base 128, low bits first, shortest form only:
//
//     'E' 'V' 'R'   version u8 = 1   rows u32   columns varint (1 to kMostColumns)
//     each column:  attnum i16   type u32   flags u8   role u8   name length varint   name
//     each row, each column:     varint 0 = NULL, n + 1 = n bytes follow
//
// The number of rows stands in the header, so that a record cut short between two rows is noticed as well.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace core {

inline constexpr std::uint8_t kRecordVersion = 1;
inline constexpr std::size_t kMostColumns = 1664;           // PostgreSQL's MaxTupleAttributeNumber
inline constexpr std::size_t kMostValueBytes = 0x3fffffff;  // its limit for a field

struct RecordColumn {
	enum class Role : std::uint8_t { key = 0, personal = 1 };

	static constexpr std::uint8_t kTextFormat = 0x01;  // values in the type's text form, else its binary send form

	std::int16_t attnum = 0;
	std::string name;
	std::uint32_t type = 0;
	std::uint8_t flags = 0;
	Role role = Role::personal;

	bool operator==(const RecordColumn &) const = default;
};

// Appends rows to one buffer, which clear() keeps: no allocation a row. Misuse (too many or too few values in a
// row, a value over kMostValueBytes, columns outside the limits) throws std::logic_error or std::length_error.
class RecordWriter {
public:
	explicit RecordWriter(const std::vector<RecordColumn> &columns);

	void begin_row()
	{
		if (missing_ != 0)
			throw std::logic_error("vault record: a row began before the last one was complete");
		count_row();
		missing_ = columns_;
	}

	void add_null()
	{
		take_turn();
		buffer_.push_back('\0');
	}

	void add(std::string_view value)
	{
		take_turn();
		if (value.size() > kMostValueBytes)
			throw std::length_error("vault record: value too long");
		put_length(value.size() + 1);
		buffer_.append(value);
	}

	std::uint32_t row_count() const { return rows_; }

	// The size so far, to start a new part before one grows too large.
	std::size_t size() const { return buffer_.size(); }

	// The whole record; the view lasts until the next change. Throws while a row is incomplete.
	std::string_view bytes() const;

	// Back to no rows; columns and buffer stay.
	void clear();

private:
	void take_turn()
	{
		if (missing_ == 0)
			throw std::logic_error("vault record: more values than columns");
		--missing_;
	}

	void put_length(std::size_t length)
	{
		while (length >= 0x80) {
			buffer_.push_back(static_cast<char>(length | 0x80));
			length >>= 7;
		}
		buffer_.push_back(static_cast<char>(length));
	}

	void count_row();

	std::string buffer_;
	std::size_t header_bytes_ = 0;
	std::size_t columns_ = 0;
	std::size_t missing_ = 0;  // values the current row still lacks
	std::uint32_t rows_ = 0;
};

// Reads a record; never out of bounds, and allocates no more than the bytes justify. Nothing throws on
// garbage: error() says what is wrong. The bytes must outlive the reader and the values it hands out.
class RecordReader {
public:
	explicit RecordReader(std::string_view bytes);

	const std::vector<RecordColumn> &columns() const { return columns_; }

	// As the header states it; held against the rows themselves when reading reaches the end.
	std::uint32_t row_count() const { return rows_; }

	// One value a column. False at the end and on an error: look at error() then.
	bool next_row(std::vector<std::optional<std::string_view>> &values);

	// A static text; null as long as all is well. Without personal data.
	const char *error() const { return error_; }

private:
	void read_header();
	bool read_column();
	bool fail(const char *why);
	bool take(std::size_t count, std::string_view &out);
	bool take_varint(std::uint64_t &out);

	std::string_view rest_;
	std::vector<RecordColumn> columns_;
	std::uint32_t rows_ = 0;
	std::uint32_t rows_read_ = 0;
	const char *error_ = nullptr;
};

}  // namespace core
