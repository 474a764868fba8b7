// A vault record comes back as it went in, and no garbage is ever taken for one.
#include <gtest/gtest.h>

#include <memory>

#include "core/vault_record.hpp"
#include "random_text.hpp"

namespace {

using core::RecordColumn;
using core::RecordReader;
using core::RecordWriter;
using Row = std::vector<std::optional<std::string>>;

const std::vector<RecordColumn> kColumns = {
	{1, "id", 20, 0, RecordColumn::Role::key},
	{3, "name", 25, RecordColumn::kTextFormat, RecordColumn::Role::personal},
	{-1, "größe", 4294967295u, 0, RecordColumn::Role::personal},
};

void write_row(RecordWriter &writer, const Row &row)
{
	writer.begin_row();
	for (const auto &value : row)
		value ? writer.add(*value) : writer.add_null();
}

struct Record {
	std::vector<RecordColumn> columns;
	std::vector<Row> rows;
	std::string error;
};

// From a buffer of just the right size, so that the address sanitizer sees a byte read too far.
Record read(std::string_view bytes)
{
	const auto exact = std::make_unique<char[]>(bytes.size());
	bytes.copy(exact.get(), bytes.size());
	RecordReader reader({exact.get(), bytes.size()});
	Record record;
	std::vector<std::optional<std::string_view>> values;
	while (reader.next_row(values))
		record.rows.emplace_back(values.begin(), values.end());
	record.columns = reader.columns();
	record.error = reader.error() ? reader.error() : "";
	return record;
}

TEST(VaultRecord, ComesBackAsItWentIn)
{
	const std::vector<Row> rows = {
		{"\0\0\0\1", "Alice", std::nullopt},
		{"", "", ""},
		{std::nullopt, std::nullopt, std::nullopt},
		{std::string("\0x\0", 3), std::string(126, 'a'), std::string(127, 'b')},
		{std::string(128, 'c'), std::string(16382, 'd'), std::string(16383, 'e')},
		{std::string(3000000, 'f'), "\xFF", "漢"},
	};
	RecordWriter writer(kColumns);
	for (const Row &row : rows)
		write_row(writer, row);
	EXPECT_EQ(writer.row_count(), rows.size());

	const Record record = read(writer.bytes());
	EXPECT_EQ(record.error, "");
	EXPECT_EQ(record.columns, kColumns);
	EXPECT_EQ(record.rows, rows);
}

TEST(VaultRecord, HasTheLayoutThatWasPublished)
{
	RecordWriter writer({{258, "ab", 25, 1, RecordColumn::Role::personal}});
	writer.begin_row();
	writer.add("xyz");
	writer.begin_row();
	writer.add_null();
	const std::string expected("EVR\x01"
							   "\x02\0\0\0"
							   "\x01"
							   "\x02\x01" "\x19\0\0\0" "\x01" "\x01" "\x02" "ab"
							   "\x04xyz"
							   "\0",
							   25);
	EXPECT_EQ(writer.bytes(), expected);
}

TEST(VaultRecord, MayHaveNoRows)
{
	const RecordWriter writer(kColumns);
	const Record record = read(writer.bytes());
	EXPECT_EQ(record.error, "");
	EXPECT_EQ(record.columns, kColumns);
	EXPECT_TRUE(record.rows.empty());
}

TEST(VaultRecord, StartsAnewAfterClear)
{
	RecordWriter writer(kColumns);
	write_row(writer, {"1", "Alice", "x"});
	const std::string once(writer.bytes());
	write_row(writer, {"2", "Bob", "y"});
	writer.clear();
	EXPECT_EQ(writer.row_count(), 0u);
	EXPECT_EQ(writer.bytes(), RecordWriter(kColumns).bytes());
	write_row(writer, {"1", "Alice", "x"});
	EXPECT_EQ(writer.bytes(), once);

	writer.begin_row();
	writer.clear();  // also in the middle of a row
	write_row(writer, {"1", "Alice", "x"});
	EXPECT_EQ(writer.bytes(), once);
	EXPECT_EQ(writer.size(), once.size());
}

TEST(VaultRecord, RefusesMisuse)
{
	RecordWriter writer(kColumns);
	EXPECT_THROW(writer.add("x"), std::logic_error);
	EXPECT_THROW(writer.add_null(), std::logic_error);
	writer.begin_row();
	writer.add("x");
	EXPECT_THROW(writer.begin_row(), std::logic_error);
	EXPECT_THROW(static_cast<void>(writer.bytes()), std::logic_error);
	writer.add("y");
	writer.add_null();
	EXPECT_THROW(writer.add("z"), std::logic_error);
	EXPECT_EQ(read(writer.bytes()).rows, (std::vector<Row>{{"x", "y", std::nullopt}}));

	EXPECT_THROW(RecordWriter({}), std::length_error);
	EXPECT_THROW(RecordWriter(std::vector<RecordColumn>(core::kMostColumns + 1)), std::length_error);
	EXPECT_NO_THROW(RecordWriter(std::vector<RecordColumn>(core::kMostColumns)));
	EXPECT_THROW(RecordWriter({{1, "x", 25, 2, RecordColumn::Role::key}}), std::logic_error);
}

std::string two_rows()
{
	RecordWriter writer(kColumns);
	write_row(writer, {"1", std::string(200, 'a'), std::nullopt});
	write_row(writer, {"2", "Bob", ""});
	return std::string(writer.bytes());
}

TEST(VaultRecord, NoticesEveryTruncation)
{
	const std::string whole = two_rows();
	for (std::size_t size = 0; size < whole.size(); ++size)
		EXPECT_NE(read(std::string_view(whole).substr(0, size)).error, "") << size;
}

TEST(VaultRecord, NoticesBytesBehindTheLastRow)
{
	const std::string whole = two_rows();
	EXPECT_EQ(read(whole).error, "");
	EXPECT_NE(read(whole + '\0').error, "");
	EXPECT_NE(read(whole + whole).error, "");
}

TEST(VaultRecord, RefusesUnknownHeaders)
{
	const std::string whole = two_rows();
	const auto with_byte = [&whole](std::size_t at, char byte) {
		std::string changed = whole;
		changed[at] = byte;
		return read(changed);
	};
	EXPECT_NE(with_byte(0, 'X').error, "");
	EXPECT_NE(with_byte(3, 2).error, "");     // version
	EXPECT_NE(with_byte(4, 1).error, "");     // fewer rows
	EXPECT_NE(with_byte(7, 127).error, "");   // two thousand million rows
	EXPECT_NE(with_byte(8, 0).error, "");     // no columns
	EXPECT_NE(with_byte(15, 2).error, "");    // flag
	EXPECT_NE(with_byte(16, 2).error, "");    // role
	EXPECT_TRUE(with_byte(16, 2).columns.empty());
	EXPECT_TRUE(with_byte(7, 127).columns.empty());  // said before anybody reserves room for the rows
}

TEST(VaultRecord, TakesLengthsInTheirShortestFormOnly)
{
	RecordWriter writer({{1, "a", 25, 0, RecordColumn::Role::key}});
	writer.begin_row();
	writer.add("");
	std::string bytes(writer.bytes());
	ASSERT_EQ(bytes.back(), '\x01');
	bytes.pop_back();
	EXPECT_NE(read(bytes + std::string("\x81\x00", 2)).error, "");
	EXPECT_NE(read(bytes + std::string("\x80\x80\x80\x80\x80\x01", 6)).error, "");
	EXPECT_NE(read(bytes + std::string("\xFF\xFF\xFF\xFF\x7F", 5)).error, "");
	EXPECT_EQ(read(bytes + "\x01").error, "");
}

TEST(VaultRecord, StaysAtItsErrorAndAtItsEnd)
{
	const std::string whole = two_rows();
	std::vector<std::optional<std::string_view>> values;
	RecordReader reader(whole);
	EXPECT_TRUE(reader.next_row(values));
	EXPECT_TRUE(reader.next_row(values));
	EXPECT_FALSE(reader.next_row(values));
	EXPECT_FALSE(reader.next_row(values));
	EXPECT_EQ(reader.error(), nullptr);

	RecordReader broken(std::string_view(whole).substr(0, whole.size() - 1));
	while (broken.next_row(values)) {
	}
	EXPECT_NE(broken.error(), nullptr);
	EXPECT_FALSE(broken.next_row(values));
}

TEST(VaultRecord, ComesBackWhateverTheValues)
{
	RandomText random(9);
	for (int round = 0; round < 3000; ++round) {
		std::vector<RecordColumn> columns(1 + random.below(6));
		for (RecordColumn &column : columns) {
			column.attnum = static_cast<std::int16_t>(random.below(65536));
			column.name = random.bytes(70);
			column.type = static_cast<std::uint32_t>(random.below(4294967295u));
			column.flags = static_cast<std::uint8_t>(random.below(2));
			column.role = random.chance(2) ? RecordColumn::Role::key : RecordColumn::Role::personal;
		}
		std::vector<Row> rows(random.below(8), Row(columns.size()));
		RecordWriter writer(columns);
		for (Row &row : rows) {
			for (auto &value : row)
				value = random.chance(3) ? std::nullopt : std::optional(random.bytes(300));
			write_row(writer, row);
		}
		const Record record = read(writer.bytes());
		ASSERT_EQ(record.error, "");
		ASSERT_EQ(record.columns, columns);
		ASSERT_EQ(record.rows, rows);
	}
}

// One changed byte either is an error or reads as another record; it never reads out of bounds.
TEST(VaultRecord, SurvivesGarbage)
{
	RandomText random(10);
	const std::string whole = two_rows();
	for (std::size_t at = 0; at < whole.size(); ++at) {
		for (int byte = 0; byte < 256; ++byte) {
			std::string changed = whole;
			changed[at] = static_cast<char>(byte);
			read(changed);
		}
	}
	for (int round = 0; round < 50000; ++round)
		read((random.chance(2) ? "EVR\x01" : "") + random.bytes(60));
}

}  // namespace
