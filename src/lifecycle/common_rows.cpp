// What becomes of the originals of a row that several persons own.
#include "lifecycle/common_rows.hpp"

#include <algorithm>

#include "lifecycle/batch.hpp"
#include "pg/catalog.hpp"
#include "pg/wire.hpp"
#include "policy/row_path.hpp"
#include "policy/settle.hpp"

namespace lifecycle {

void VaultEdits::add(const policy::Owner &owner, Cells key, Cells values, std::vector<pg::AttrNumber> numbers)
{
	Target &target = targets_[{owner.subject->id, owner.request, owner.key, owner.node->id}];
	target.node = owner.node;
	target.rows[std::move(key)] = {std::move(values), std::move(numbers), false};
}

void VaultEdits::drop(const policy::Owner &owner, Cells key)
{
	Target &target = targets_[{owner.subject->id, owner.request, owner.key, owner.node->id}];
	target.node = owner.node;
	target.rows[std::move(key)] = {{}, {}, true};
}

void VaultEdits::apply(pg::Spi &spi, bool add_missing) const
{
	for (const auto &entry : targets_) {
		const Place &place = entry.first;
		const Target &target = entry.second;  // clang 14 lets no lambda use a structured binding
		std::set<Cells> met;
		vault::amend(
			spi, place.subject, place.request, place.key, place.table,
			[&](const vault::Record &record) { return change(target, record, met); },
			[&] { return add_missing ? missing(target, met) : std::vector<std::string>(); });
	}
}

// Rows that the owner's records do not have: those that two persons of one call own were kept under the first of them.
std::vector<std::string> VaultEdits::missing(const Target &target, const std::set<Cells> &met) const
{
	std::vector<std::string> records;
	for (const auto &[key, edit] : target.rows) {
		if (met.contains(key))
			continue;
		policy::require_settled(*target.node);
		std::vector<core::RecordColumn> columns = key_;
		std::vector<std::size_t> used;
		for (std::size_t i = 0; i < columns_.size(); ++i) {
			if (std::find(edit.numbers.begin(), edit.numbers.end(), columns_[i].attnum) == edit.numbers.end())
				continue;
			columns.push_back(columns_[i]);
			used.push_back(i);
		}
		core::RecordWriter writer(columns);
		writer.begin_row();
		const auto put = [&](const std::optional<std::string> &cell) {
			if (cell)
				writer.add(*cell);
			else
				writer.add_null();
		};
		for (const std::optional<std::string> &cell : key)
			put(cell);
		for (const std::size_t i : used)
			put(edit.values[i]);
		records.emplace_back(writer.bytes());
	}
	return records;
}

namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// Where a record has a column that another one has too: a personal part of a key stands in it twice, as the row is found by
// it and as it was.
std::size_t place_of(const std::vector<core::RecordColumn> &record, const core::RecordColumn &wanted)
{
	for (std::size_t i = 0; i < record.size(); ++i)
		if (record[i].role == wanted.role && record[i].attnum == wanted.attnum)
			return i;
	return kNowhere;
}

// Types of the user's have other numbers after a restore, and their values are kept as text.
bool same_type(const core::RecordColumn &one, const core::RecordColumn &other, bool restored_since)
{
	return one.type == other.type || (restored_since && one.type >= pg::kFirstUserOid && other.type >= pg::kFirstUserOid);
}

void require_same_form(const policy::Node &node, const core::RecordColumn &one, const core::RecordColumn &other, bool restored_since)
{
	if (!same_type(one, other, restored_since) || one.flags != other.flags)
		throw pg::Failure(pg::code::wrong_state, "column \"" + one.name + "\" of table \"" + pg::display_name(node.table.oid) + "\" changed its type meanwhile",
						  "Rows of the table are data about two persons who were deleted before and after that.",
						  "Nothing has changed. Change the type back first.");
}

}  // namespace

std::optional<std::string> VaultEdits::change(const Target &target, const vault::Record &record, std::set<Cells> &met) const
{
	core::RecordReader reader(record.plaintext);
	const std::vector<core::RecordColumn> columns = columns_now(*target.node, record.numbering, reader.columns());
	const bool restored_since = record.numbering != target.node->numbering;
	std::vector<std::size_t> key_at;
	for (const core::RecordColumn &key : key_) {
		key_at.push_back(place_of(columns, key));
		if (key_at.back() == kNowhere)
			return std::nullopt;
	}
	core::RecordWriter writer(reader.columns());
	bool changed = false;
	std::vector<std::optional<std::string_view>> row;
	while (reader.next_row(row)) {
		Cells key;
		for (const std::size_t at : key_at)
			key.emplace_back(row[at]);
		const auto edit = target.rows.find(key);
		met.insert(std::move(key));
		if (edit != target.rows.end() && edit->second.drop) {
			changed = true;
			continue;
		}
		for (std::size_t i = 0; edit != target.rows.end() && i < columns_.size(); ++i) {
			const auto &numbers = edit->second.numbers;
			const std::size_t at = place_of(columns, columns_[i]);
			if (at == kNowhere || std::find(numbers.begin(), numbers.end(), columns_[i].attnum) == numbers.end())
				continue;
			require_same_form(*target.node, columns[at], columns_[i], restored_since);
			const std::optional<std::string> &value = edit->second.values[i];
			row[at] = value ? std::optional<std::string_view>(*value) : std::nullopt;
			changed = true;
		}
		writer.begin_row();
		for (const auto &cell : row) {
			if (cell)
				writer.add(*cell);
			else
				writer.add_null();
		}
	}
	return changed ? std::optional<std::string>(writer.bytes()) : std::nullopt;
}

void lock_common_rows(const policy::Catalogue &all, const policy::Subject &subject, const Subjects &subjects)
{
	for (const policy::Node &node : subject.nodes)
		if (policy::may_have_other_owners(all, subject, node))
			policy::as_role(node.table.owner, [&](pg::Spi &spi) { (void)spi.number(lock_only(subject, node, subjects), subjects.keys.params()); });
}

std::vector<CurrentRow> current_rows(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, bool unmasked_only)
{
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	std::string texts;
	std::string values;
	std::vector<pg::Form> forms(node.key.size(), pg::Form::text);
	for (const pg::ColumnInfo &key : node.key) {
		texts += (texts.empty() ? "" : ", ") + ("erasure._key(" + policy::column("t", key) + ")");
		values += ", " + policy::column("t", key);
	}
	for (const policy::PersonalColumn &personal : node.personal)
		values += ", " + policy::column("t", personal.column);
	forms.resize(2 * node.key.size() + node.personal.size(), pg::Form::wire);
	std::vector<CurrentRow> rows;
	policy::as_role(node.table.owner, [&](pg::Spi &) {
		pg::Cursor cursor("SELECT " + texts + values + " FROM " + path.with(node) + " WHERE " + path.where +
							  (unmasked_only ? " AND " + any_unmasked(node) : std::string()),
						  subjects.keys.params(), forms);
		const auto cells = [&](std::size_t row, std::size_t from, std::size_t to) {
			Cells list;
			for (std::size_t c = from; c < to; ++c)
				list.push_back(cursor.is_null(row, c) ? std::nullopt : std::optional<std::string>(cursor.at(row, c)));
			return list;
		};
		pg::WireScope wire;
		while (cursor.fetch(1000)) {
			for (std::size_t i = 0; i < cursor.rows(); ++i) {
				CurrentRow row;
				for (std::size_t c = 0; c < node.key.size(); ++c)
					row.key_texts.emplace_back(cursor.at(i, c));
				row.key = cells(i, node.key.size(), 2 * node.key.size());
				row.values = cells(i, 2 * node.key.size(), cursor.columns());
				rows.push_back(std::move(row));
			}
		}
		cursor.close();
	});
	return rows;
}

policy::RowKeys keys_of(const policy::Node &node, const std::vector<CurrentRow> &rows)
{
	policy::RowKeys keys(node.key.size());
	for (const CurrentRow &row : rows)
		for (std::size_t c = 0; c < keys.size(); ++c)
			keys[c].push_back(row.key_texts[c]);
	return keys;
}

VaultEdits edits_for(const policy::Node &node)
{
	const std::vector<core::RecordColumn> columns = record_columns(node);
	const auto first_value = columns.begin() + static_cast<std::ptrdiff_t>(node.key.size());
	return {{columns.begin(), first_value}, {first_value, columns.end()}};
}

policy::RowKeys withdraw_common_rows(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, const Subjects &subjects)
{
	policy::RowKeys kept(node.key.size());
	// A shared row's copies stay with its other owners; only its deletion has to wait for them.
	const bool shared = subject.is_shared(node) && node.on_erase == "delete";
	if (!shared && !policy::may_have_other_owners(all, subject, node))
		return kept;
	const std::vector<CurrentRow> rows = current_rows(subject, node, subjects, false);
	const auto owners = policy::owners_of(all, node, keys_of(node, rows));
	VaultEdits edits = edits_for(node);
	const InCall in_call(subject, subjects);
	for (std::size_t i = 0; i < rows.size(); ++i) {
		bool keep = false;
		for (const policy::Owner &owner : owners[i]) {
			if (in_call(owner))
				continue;
			keep = keep || !owner.erased;
			if (owner.masked && !shared)
				edits.add(owner, rows[i].key, rows[i].values, policy::common_personal(node, *owner.node));
		}
		for (std::size_t c = 0; keep && c < kept.size(); ++c)
			kept[c].push_back(rows[i].key_texts[c]);
	}
	as_extension([&](pg::Spi &spi) { edits.apply(spi, false); });
	return kept;
}

}  // namespace lifecycle
