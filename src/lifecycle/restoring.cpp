// Bringing originals back from the vault: every byte, in sets, into the rows that are still there.
#include <optional>

#include "core/sqltext.hpp"
#include "core/vault_record.hpp"
#include "lifecycle/engine.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "pg/wire.hpp"
#include "vault/vault.hpp"

namespace lifecycle {
namespace {

constexpr std::size_t kBatchRows = 1000;
constexpr std::size_t kBatchBytes = 8 << 20;

// A column of a record as it is in the table now; none: it was dropped since. Numbers outlast renames; in a database
// restored from a dump they may have moved, and the names are believed.
const pg::ColumnInfo *present(const policy::Node &node, const core::RecordColumn &column)
{
	return node.restored ? node.column(column.name) : node.column(column.attnum);
}

bool is_text_type(const std::string &type)
{
	return type == "text" || type == "character varying" || type == "character" || type == "name";
}

// A record keeps values in the form of their type, which of all types only those for text share: any other reading would
// fail, or worse, succeed. The user's own types get other numbers in a restored dump and are left to their input functions.
void require_same_types(const policy::Node &node, const std::vector<core::RecordColumn> &columns)
{
	for (const core::RecordColumn &column : columns) {
		const pg::ColumnInfo *info = present(node, column);
		if (info == nullptr && node.restored)
			throw pg::Failure(pg::code::wrong_state, "cannot undo: column \"" + column.name + "\" of table \"" + pg::display_name(node.table.oid) + "\" is not there",
							  "The policy was restored from a dump and knows its columns by name; this one was renamed or dropped since.",
							  "Nothing has changed. Rename it back, then undo.");
		if (info == nullptr || column.type >= pg::kFirstUserOid || info->type == column.type || info->base_type == column.type)
			continue;
		const std::string was = pg::type_display(column.type);
		if (is_text_type(was) && is_text_type(pg::type_display(info->base_type)))
			continue;
		throw pg::Failure(pg::code::wrong_state, "cannot undo: column \"" + column.name + "\" of table \"" + pg::display_name(node.table.oid) + "\" has another type now",
						  "Its originals were kept as " + was + "; now it is " + pg::type_display(info->type) + ".",
						  "Nothing has changed. Change the type back, undo, then change it again.");
	}
}

// The rows gathered for one UPDATE. Bytes are copied: the reader's views die with its next record.
class Batch {
public:
	explicit Batch(const policy::Node &node) : node_(node) {}

	bool same_shape(const std::vector<core::RecordColumn> &columns) const { return columns == columns_; }
	bool empty() const { return rows_.empty(); }
	bool full() const { return rows_.size() >= kBatchRows || bytes_ >= kBatchBytes; }

	void start(const std::vector<core::RecordColumn> &columns)
	{
		columns_ = columns;
		rows_.clear();
		bytes_ = 0;
	}

	void add(const std::vector<std::optional<std::string_view>> &row)
	{
		std::vector<std::optional<std::string>> copy;
		copy.reserve(row.size());
		for (const auto &cell : row) {
			bytes_ += cell ? cell->size() : 0;
			copy.push_back(cell ? std::optional<std::string>(*cell) : std::nullopt);
		}
		rows_.push_back(std::move(copy));
	}

	void clear() { start(columns_); }

	// The rows as one array of the table's own row type. Called as its owner.
	pg::RowArray array() const
	{
		std::vector<pg::WireColumn> wire;
		std::vector<std::size_t> used;
		for (std::size_t c = 0; c < columns_.size(); ++c) {
			if (const pg::ColumnInfo *info = present(node_, columns_[c])) {
				wire.push_back({info->number, (columns_[c].flags & core::RecordColumn::kTextFormat) != 0});
				used.push_back(c);
			}
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

	std::string statement() const
	{
		std::string assignments;
		std::string where;
		for (const core::RecordColumn &column : columns_) {
			const pg::ColumnInfo *info = present(node_, column);
			if (info == nullptr)
				continue;
			if (column.role == core::RecordColumn::Role::key)
				where += (where.empty() ? "" : " AND ") + policy::column("t", *info) + " " + info->equals + " " + policy::column("v", *info);
			else
				assignments += (assignments.empty() ? "" : ", ") + core::quote_ident(info->name) + " = " + policy::column("v", *info);
		}
		return "UPDATE " + node_.sql_name() + " AS t SET " + assignments + " FROM pg_catalog.unnest($1) AS v WHERE " + where;
	}

	// Rows of the table that hold something else than the original; empty: there is nothing to compare.
	std::string verify_statement() const
	{
		std::string now;
		std::string original;
		std::string where;
		for (const core::RecordColumn &column : columns_) {
			const pg::ColumnInfo *info = present(node_, column);
			if (info == nullptr)
				continue;
			if (column.role == core::RecordColumn::Role::key) {
				where += (where.empty() ? "" : " AND ") + policy::column("t", *info) + " " + info->equals + " " + policy::column("v", *info);
			} else {
				now += (now.empty() ? "" : ", ") + policy::column("t", *info);
				original += (original.empty() ? "" : ", ") + policy::column("v", *info);
			}
		}
		return now.empty() ? std::string()
						   : "SELECT pg_catalog.count(*) FROM " + node_.sql_name() + " AS t, pg_catalog.unnest($1) AS v WHERE " + where + " AND ROW(" +
								 now + ")::pg_catalog.record OPERATOR(pg_catalog.*<>) ROW(" + original + ")::pg_catalog.record";
	}

private:
	const policy::Node &node_;
	std::vector<core::RecordColumn> columns_;
	std::vector<std::vector<std::optional<std::string>>> rows_;
	std::size_t bytes_ = 0;
};

// Another row has taken a unique value meanwhile. Names that row by its key; PostgreSQL's own message would print the value.
[[noreturn]] void refuse_conflict(const policy::Node &node, const pg::RowArray &rows)
{
	std::string differs;
	for (const pg::ColumnInfo &key : node.key)
		differs += (differs.empty() ? "" : " OR ") + policy::column("t", key) + " IS DISTINCT FROM " + policy::column("v", key);
	for (const policy::PersonalColumn &personal : node.personal) {
		if (personal.column.equals.empty())
			continue;
		pg::Spi spi;
		const pg::Text in_the_way = spi.value("SELECT " + policy::key_text("t", node.key) + " FROM " + node.sql_name() +
												  " AS t, pg_catalog.unnest($1) AS v WHERE " + policy::column("t", personal.column) + " " +
												  personal.column.equals + " " + policy::column("v", personal.column) + " AND (" + differs + ") LIMIT 1",
											  pg::Params().add_datum(rows.type, rows.value));
		spi.finish();
		if (in_the_way && (personal.mask == "unique" || personal.mask == "null"))
			throw pg::Failure(pg::code::unique_violation, "cannot undo: a unique value of table \"" + pg::display_name(node.table.oid) + "\" is taken",
							  "The row with " + policy::list_keys({*in_the_way}) + " has the same value in column \"" + personal.column.name + "\" now.",
							  "Change that row first, then undo again.");
	}
	throw pg::Failure(pg::code::unique_violation, "cannot undo: a unique value of table \"" + pg::display_name(node.table.oid) + "\" is taken",
					  "Another row has taken it since.", "Change that row first, then undo again.");
}

// The vault is emptied after an undo: what a trigger made of an original would be all that is left of it.
void require_originals(pg::Spi &spi, const Batch &batch, const policy::Node &node, const pg::RowArray &rows)
{
	const std::string sql = batch.verify_statement();
	const std::int64_t wrong = sql.empty() ? 0 : spi.number(sql, pg::Params().add_datum(rows.type, rows.value));
	if (wrong > 0)
		throw pg::Failure(pg::code::policy_cannot_work, "table \"" + pg::display_name(node.table.oid) + "\" does not hold the originals after undo",
						  std::to_string(wrong) + " rows hold something else.", "Nothing has changed. Look for triggers of the table that change its personal columns.");
}

std::uint64_t flush(Batch &batch, const policy::Node &node)
{
	if (batch.empty())
		return 0;
	pg::check_interrupts();
	// Built and, in a conflict, searched as the table's owner; its types and operators may be the owner's.
	pg::RoleSwitch as_owner(node.table.owner);
	policy::EngineSettings settings(node.table.schema);
	pg::Spi spi;
	pg::RowArray rows;
	{
		pg::WireScope wire;
		rows = batch.array();
	}
	std::uint64_t restored = 0;
	pg::Caught caught;
	const bool ok = pg::attempt_body(
		[&] { restored = run_step(guard::Step::undo, node, batch.statement(), pg::Params().add_datum(rows.type, rows.value)); }, caught);
	if (!ok && caught.sqlstate == pg::code::unique_violation)
		refuse_conflict(node, rows);
	if (!ok && (caught.sqlstate == pg::code::serialization_failure || caught.sqlstate == pg::code::deadlock_detected))
		throw pg::Failure(caught.sqlstate, caught.message, {}, "Retry the transaction.");
	if (!ok)
		throw pg::Failure(caught.sqlstate, "cannot put the originals back into table \"" + pg::display_name(node.table.oid) + "\"",
						  "PostgreSQL refused the UPDATE with SQLSTATE " + pg::sqlstate_text(caught.sqlstate) + ".",
						  "Nothing has changed. Look for constraints and triggers that the table got since.");
	require_originals(spi, batch, node, rows);
	spi.finish();
	settings.finish();
	batch.clear();
	return restored;
}

void put_back_table(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, Restored &restored)
{
	as_extension([&](pg::Spi &spi) {
		vault::Reader reader(spi, subject.id, node.id, subjects.requests(), subjects.keys.texts);
		Batch batch(node);
		vault::Record record;
		std::uint64_t kept = 0;
		std::uint64_t back = 0;
		while (reader.next(record)) {
			core::RecordReader rows(record.plaintext);
			if (rows.error() == nullptr && !batch.same_shape(rows.columns())) {
				back += flush(batch, node);
				require_same_types(node, rows.columns());
				batch.start(rows.columns());
			}
			std::vector<std::optional<std::string_view>> row;
			while (rows.next_row(row)) {
				if (batch.full())
					back += flush(batch, node);
				batch.add(row);
				++kept;
			}
			if (rows.error() != nullptr)
				reader.refuse(record, rows.error());
		}
		back += flush(batch, node);
		restored.rows += back;
		restored.skipped += kept - back;
	});
}

}  // namespace

Restored put_back(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) { vault::require_complete(spi, subject.id, subjects.requests(), subjects.keys.texts); });
	Restored restored;
	for (const policy::Node &node : subject.nodes)
		put_back_table(subject, node, subjects, restored);
	return restored;
}

}  // namespace lifecycle
