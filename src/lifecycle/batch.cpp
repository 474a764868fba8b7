// Builds the UPDATE that puts a batch of originals back, and the query that checks it.
#include "lifecycle/batch.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "policy/engine_sql.hpp"

namespace lifecycle {
namespace {

constexpr std::size_t kBatchRows = 1000;
constexpr std::size_t kBatchBytes = 8 << 20;

}  // namespace

std::vector<core::RecordColumn> columns_now(const policy::Node &node, std::int32_t numbering, std::vector<core::RecordColumn> columns)
{
	if (numbering != node.numbering)
		for (core::RecordColumn &column : columns) {
			const auto now = node.renumbered.find({numbering, column.attnum});
			column.attnum = now == node.renumbered.end() ? 0 : now->second;
		}
	return columns;
}

bool Batch::full() const
{
	return rows_.size() >= kBatchRows || bytes_ >= kBatchBytes;
}

bool Batch::has_values() const
{
	return std::any_of(columns_.begin(), columns_.end(), [&](const core::RecordColumn &column) {
		return column.role == core::RecordColumn::Role::personal && node_.column(column.attnum) != nullptr;
	});
}

void Batch::start(const std::vector<core::RecordColumn> &columns)
{
	columns_ = columns;
	rows_.clear();
	bytes_ = 0;
}

void Batch::add(const std::vector<std::optional<std::string_view>> &row)
{
	Cells copy;
	copy.reserve(row.size());
	for (const auto &cell : row) {
		bytes_ += cell ? cell->size() : 0;
		copy.push_back(cell ? std::optional<std::string>(*cell) : std::nullopt);
	}
	rows_.push_back(std::move(copy));
}

Batch Batch::part(const std::vector<std::size_t> &rows, const Withheld &withheld) const
{
	Batch taken(node_);
	std::vector<std::size_t> used;
	for (std::size_t c = 0; c < columns_.size(); ++c) {
		const pg::ColumnInfo *info = node_.column(columns_[c].attnum);
		if (info != nullptr && columns_[c].role == core::RecordColumn::Role::personal && withheld.contains(info->number))
			continue;
		used.push_back(c);
		taken.columns_.push_back(columns_[c]);
	}
	for (const std::size_t row : rows) {
		Cells cells;
		for (const std::size_t c : used)
			cells.push_back(rows_[row][c]);
		taken.rows_.push_back(std::move(cells));
	}
	return taken;
}

bool Batch::keys_change() const
{
	return std::any_of(columns_.begin(), columns_.end(), [&](const core::RecordColumn &key) {
		return key.role == core::RecordColumn::Role::key && std::any_of(columns_.begin(), columns_.end(), [&](const core::RecordColumn &other) {
			return other.role == core::RecordColumn::Role::personal && other.attnum == key.attnum && key.attnum != 0;
		});
	});
}

pg::RowArray Batch::array(bool keys, bool originals) const
{
	std::vector<pg::WireColumn> wire;
	std::vector<std::size_t> used;
	for (std::size_t c = 0; c < columns_.size(); ++c) {
		const bool wanted = columns_[c].role == core::RecordColumn::Role::key ? keys : originals;
		const pg::ColumnInfo *info = wanted ? node_.column(columns_[c].attnum) : nullptr;
		if (info == nullptr)
			continue;
		wire.push_back({info->number, (columns_[c].flags & core::RecordColumn::kTextFormat) != 0});
		used.push_back(c);
	}
	std::vector<std::vector<std::optional<std::string_view>>> rows;
	rows.reserve(rows_.size());
	for (const auto &row : rows_) {
		std::vector<std::optional<std::string_view>> view;
		view.reserve(used.size());
		for (const std::size_t c : used)
			view.push_back(row[c] ? std::optional<std::string_view>(*row[c]) : std::nullopt);
		rows.push_back(std::move(view));
	}
	return pg::make_rows(node_.table.oid, wire, rows);
}

pg::Params Batch::arrays() const
{
	pg::WireScope wire;
	pg::Params params;
	const pg::RowArray rows = array(!keys_change(), true);
	params.add_datum(rows.type, rows.value);
	if (keys_change()) {
		const pg::RowArray keys = array(true, false);
		params.add_datum(keys.type, keys.value);
	}
	return params;
}

std::string Batch::items() const
{
	std::string names;
	for (const char *part : {"o", "k"})
		for (const pg::ColumnInfo &column : node_.columns)
			if (*part == 'o' || keys_change())
				names += (names.empty() ? "" : ", ") + (part + std::to_string(column.number));
	return "ROWS FROM (pg_catalog.unnest($1)" + std::string(keys_change() ? ", pg_catalog.unnest($2)" : "") + ") AS v(" + names + ")";
}

std::string Batch::statement() const
{
	std::string assignments;
	std::string where;
	for (const core::RecordColumn &column : columns_) {
		const pg::ColumnInfo *info = node_.column(column.attnum);
		if (info == nullptr)
			continue;
		if (column.role == core::RecordColumn::Role::key)
			where += (where.empty() ? "" : " AND ") + policy::column("t", *info) + " " + info->equals + " " + found_by(*info);
		else
			assignments += (assignments.empty() ? "" : ", ") + core::quote_ident(info->name) + " = " + original(*info);
	}
	return "UPDATE " + node_.sql_name() + " AS t SET " + assignments + " FROM " + items() + " WHERE " + where;
}

std::string Batch::verify_statement() const
{
	std::string now;
	std::string originals;
	std::string where;
	std::set<pg::AttrNumber> restored;
	for (const core::RecordColumn &column : columns_) {
		const pg::ColumnInfo *info = column.role == core::RecordColumn::Role::personal ? node_.column(column.attnum) : nullptr;
		if (info == nullptr)
			continue;
		restored.insert(info->number);
		now += (now.empty() ? "" : ", ") + policy::column("t", *info);
		originals += (originals.empty() ? "" : ", ") + original(*info);
	}
	for (const core::RecordColumn &column : columns_)
		if (const pg::ColumnInfo *info = column.role == core::RecordColumn::Role::key ? node_.column(column.attnum) : nullptr)
			where += (where.empty() ? "" : " AND ") + policy::column("t", *info) + " " + info->equals + " " +
					 (restored.contains(info->number) ? original(*info) : found_by(*info));
	return now.empty() ? std::string()
					   : "SELECT pg_catalog.count(*) FROM " + node_.sql_name() + " AS t, " + items() + " WHERE " + where + " AND ROW(" + now +
							 ")::pg_catalog.record OPERATOR(pg_catalog.*<>) ROW(" + originals + ")::pg_catalog.record";
}

}  // namespace lifecycle
