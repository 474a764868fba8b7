// Originals read from the vault, gathered for one UPDATE.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/vault_record.hpp"
#include "lifecycle/common_rows.hpp"
#include "pg/spi.hpp"
#include "pg/wire.hpp"
#include "policy/model.hpp"

namespace lifecycle {

// The columns of a record of the vault, told by the numbers that the table has now: a record may be older than a restore
// from a dump. 0: dropped since.
std::vector<core::RecordColumn> columns_now(const policy::Node &node, std::int32_t numbering, std::vector<core::RecordColumn> columns);

// Columns, by number, whose originals are not for a row to get back: somebody else who owns it is still deleted.
using Withheld = std::set<pg::AttrNumber>;

// Columns are told as columns_now() does; a part of a key that is personal is in it twice: as the row is found by it, and as it
// was. Bytes are copied: the reader's views die with its next record.
class Batch {
public:
	explicit Batch(const policy::Node &node) : node_(node) {}

	bool same_shape(const std::vector<core::RecordColumn> &columns) const { return columns == columns_; }
	bool empty() const { return rows_.empty(); }
	bool full() const;
	std::size_t size() const { return rows_.size(); }
	const std::vector<core::RecordColumn> &columns() const { return columns_; }
	const Cells &row(std::size_t i) const { return rows_[i]; }
	// Whether there is anything to put back, besides the keys.
	bool has_values() const;

	void start(const std::vector<core::RecordColumn> &columns);
	void add(const std::vector<std::optional<std::string_view>> &row);
	void clear() { start(columns_); }
	// Some of its rows, without some of its columns.
	Batch part(const std::vector<std::size_t> &rows, const Withheld &withheld) const;

	// The rows as an array of the table's own row type; where a part of the key is among the originals, the keys by which the
	// rows are found as another one. Called as the table's owner.
	pg::Params arrays() const;
	// That as FROM item v, of statements that have the arrays as parameters; and its columns.
	std::string items() const;
	static std::string original(const pg::ColumnInfo &column) { return "v.o" + std::to_string(column.number); }
	std::string found_by(const pg::ColumnInfo &key) const { return (keys_change() ? "v.k" : "v.o") + std::to_string(key.number); }
	std::string statement() const;
	// Rows of the table that hold something else than the original; empty: there is nothing to compare.
	std::string verify_statement() const;

private:
	bool keys_change() const;
	pg::RowArray array(bool keys, bool originals) const;

	const policy::Node &node_;
	std::vector<core::RecordColumn> columns_;
	std::vector<Cells> rows_;
	std::size_t bytes_ = 0;
};

}  // namespace lifecycle
