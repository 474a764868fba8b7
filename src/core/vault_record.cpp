// Writing and reading vault records; the format is described in the header.
#include "core/vault_record.hpp"

#include <limits>

#include "core/fence.hpp"

namespace core {

namespace {

constexpr std::string_view kMagic = "EVR";
constexpr std::size_t kRowsAt = 4;            // behind magic and version
constexpr std::size_t kLeastColumnBytes = 9;  // a column with an empty name

template <typename Unsigned>
void append_fixed(std::string &out, Unsigned value)
{
	for (std::size_t i = 0; i < sizeof(Unsigned); ++i)
		out.push_back(static_cast<char>(value >> (8 * i)));
}

template <typename Unsigned>
Unsigned read_fixed(std::string_view bytes)
{
	Unsigned value = 0;
	for (std::size_t i = 0; i < sizeof(Unsigned); ++i)
		value = static_cast<Unsigned>(value | static_cast<Unsigned>(static_cast<unsigned char>(bytes[i])) << (8 * i));
	return value;
}

}  // namespace

RecordWriter::RecordWriter(const std::vector<RecordColumn> &columns) : columns_(columns.size())
{
	if (columns.empty() || columns.size() > kMostColumns)
		throw std::length_error("vault record: number of columns out of range");
	buffer_.append(kMagic);
	append_fixed(buffer_, kRecordVersion);
	append_fixed(buffer_, rows_);
	put_length(columns.size());
	for (const RecordColumn &column : columns) {
		if ((column.flags & ~RecordColumn::kTextFormat) != 0)
			throw std::logic_error("vault record: unknown column flag");
		if (column.name.size() > kMostValueBytes)
			throw std::length_error("vault record: name too long");
		append_fixed(buffer_, static_cast<std::uint16_t>(column.attnum));
		append_fixed(buffer_, column.type);
		append_fixed(buffer_, column.flags);
		append_fixed(buffer_, static_cast<std::uint8_t>(column.role));
		put_length(column.name.size());
		buffer_.append(column.name);
	}
	header_bytes_ = buffer_.size();
}

void RecordWriter::count_row()
{
	if (rows_ == std::numeric_limits<std::uint32_t>::max())
		throw std::length_error("vault record: too many rows");
	++rows_;
	for (std::size_t i = 0; i < sizeof(rows_); ++i)
		buffer_[kRowsAt + i] = static_cast<char>(rows_ >> (8 * i));
}

std::string_view RecordWriter::bytes() const
{
	if (missing_ != 0)
		throw std::logic_error("vault record: the last row is incomplete");
	return buffer_;
}

void RecordWriter::clear()
{
	buffer_.resize(header_bytes_);
	buffer_.replace(kRowsAt, sizeof(rows_), sizeof(rows_), '\0');
	rows_ = 0;
	missing_ = 0;
}

RecordReader::RecordReader(std::string_view bytes) : rest_(bytes)
{
	read_header();
	if (error_)
		columns_.clear();
}

bool RecordReader::fail(const char *why)
{
	error_ = why;
	return false;
}

bool RecordReader::take(std::size_t count, std::string_view &out)
{
	if (count > rest_.size())
		return fail("the record is cut short");
	out = rest_.substr(0, count);
	rest_.remove_prefix(count);
	return true;
}

// At most five bytes. One form a number: a record that was read writes back to the same bytes.
bool RecordReader::take_varint(std::uint64_t &out)
{
	out = 0;
	for (unsigned shift = 0; shift <= 28; shift += 7) {
		std::string_view one;
		if (!take(1, one))
			return false;
		const auto byte = static_cast<unsigned char>(one.front());
		out |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
		if (byte < 0x80)
			return shift == 0 || byte != 0 || fail("a length is not in its shortest form");
	}
	return fail("a length is out of range");
}

void RecordReader::read_header()
{
	std::string_view field;
	if (!take(kMagic.size() + 1, field))
		return;
	if (!field.starts_with(kMagic)) {
		fail("the bytes are no vault record");
		return;
	}
	if (static_cast<std::uint8_t>(field.back()) != kRecordVersion) {
		fail("the record has an unknown version");
		return;
	}
	if (!take(sizeof(rows_), field))
		return;
	rows_ = read_fixed<std::uint32_t>(field);

	std::uint64_t count = 0;
	if (!take_varint(count))
		return;
	if (count < 1 || count > kMostColumns) {
		fail("the number of columns is out of range");
		return;
	}
	if (count > rest_.size() / kLeastColumnBytes) {
		fail("the record is cut short");
		return;
	}
	columns_.reserve(count);
	while (columns_.size() < count) {
		if (!read_column())
			return;
	}
	if (rows_ > rest_.size() / columns_.size())  // a value takes one byte at least
		fail("the record is cut short");
}

bool RecordReader::read_column()
{
	std::string_view fixed;
	std::uint64_t name_bytes = 0;
	std::string_view name;
	if (!take(kLeastColumnBytes - 1, fixed) || !take_varint(name_bytes) || !take(name_bytes, name))
		return false;

	RecordColumn column;
	column.attnum = static_cast<std::int16_t>(read_fixed<std::uint16_t>(fixed));
	column.type = read_fixed<std::uint32_t>(fixed.substr(2));
	column.flags = static_cast<std::uint8_t>(fixed[6]);
	const auto role = static_cast<std::uint8_t>(fixed[7]);
	if ((column.flags & ~RecordColumn::kTextFormat) != 0 || role > 1)
		return fail("a column has an unknown flag or role");
	column.role = static_cast<RecordColumn::Role>(role);
	column.name = name;
	columns_.push_back(std::move(column));
	return true;
}

bool RecordReader::next_row(std::vector<std::optional<std::string_view>> &values)
{
	if (error_)
		return false;
	if (rows_read_ == rows_)
		return rest_.empty() ? false : fail("there are bytes behind the last row");

	values.clear();
	for (std::size_t i = 0; i < columns_.size(); ++i) {
		std::uint64_t length = 0;
		if (!take_varint(length))
			return false;
		if (length == 0) {
			values.emplace_back(std::nullopt);
			continue;
		}
		std::string_view value;
		if (length - 1 > kMostValueBytes)
			return fail("a length is out of range");
		if (!take(length - 1, value))
			return false;
		values.emplace_back(value);
	}
	++rows_read_;
	return true;
}

}  // namespace core
