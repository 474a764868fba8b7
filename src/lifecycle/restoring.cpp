// Bringing originals back from the vault: every byte, in sets, into the rows that are still there.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/sqltext.hpp"
#include "core/vault_record.hpp"
#include "lifecycle/batch.hpp"
#include "lifecycle/common_rows.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/shared_rows.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "policy/handles.hpp"
#include "vault/vault.hpp"

namespace lifecycle {
namespace {

bool is_text_type(const std::string &type)
{
	return type == "text" || type == "character varying" || type == "character" || type == "name";
}

// A record keeps values in the form of their type, which of all types only those for text share: any other reading would
// fail, or worse, succeed. The user's own types get other numbers in a restored dump and are left to their input functions.
void require_same_types(const policy::Node &node, const std::vector<core::RecordColumn> &columns)
{
	for (const core::RecordColumn &column : columns) {
		const pg::ColumnInfo *info = node.column(column.attnum);
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

// Another row has taken a unique value meanwhile. Names that row by its key; PostgreSQL's own message would print the value.
[[noreturn]] void refuse_conflict(const Batch &batch, const policy::Node &node, const pg::Params &arrays)
{
	std::string differs;
	std::string columns;
	for (const pg::ColumnInfo &key : node.key) {
		differs += (differs.empty() ? "" : " OR ") + policy::column("t", key) + " IS DISTINCT FROM " + batch.found_by(key);
		columns += ", erasure._key(" + policy::column("t", key) + ")";
	}
	for (const policy::PersonalColumn &personal : node.personal) {
		if (personal.column.equals.empty())
			continue;
		pg::Spi spi;
		const pg::Rows found = spi.query("SELECT " + policy::key_text("t", node.key) + columns + " FROM " + node.sql_name() + " AS t, " + batch.items() + " WHERE " +
											 policy::column("t", personal.column) + " " + personal.column.equals + " " + Batch::original(personal.column) + " AND (" +
											 differs + ") LIMIT 1",
										 arrays);
		spi.finish();
		if (found.empty() || (personal.mask != "unique" && personal.mask != "null"))
			continue;
		policy::RowKeys key;
		for (std::size_t c = 0; c < node.key.size(); ++c)
			key.push_back({*found[0][1 + c]});
		throw pg::Failure(pg::code::unique_violation, "cannot undo: a unique value of table \"" + pg::display_name(node.table.oid) + "\" is taken",
							  "The row with " + policy::list_keys(policy::handles(node, key, {*found[0][0]})) + " has the same value in column \"" + personal.column.name + "\" now.",
							  "Change that row first, then undo again.");
	}
	throw pg::Failure(pg::code::unique_violation, "cannot undo: a unique value of table \"" + pg::display_name(node.table.oid) + "\" is taken",
					  "Another row has taken it since.", "Change that row first, then undo again.");
}

// The vault is emptied after an undo: what a trigger made of an original would be all that is left of it.
void require_originals(pg::Spi &spi, const Batch &batch, const policy::Node &node, const pg::Params &arrays)
{
	const std::string sql = batch.verify_statement();
	const std::int64_t wrong = sql.empty() ? 0 : spi.number(sql, arrays);
	if (wrong > 0)
		throw pg::Failure(pg::code::policy_cannot_work, "table \"" + pg::display_name(node.table.oid) + "\" does not hold the originals after undo",
						  std::to_string(wrong) + " rows hold something else.", "Nothing has changed. Look for triggers of the table that change its personal columns.");
}

// The rows of one UPDATE; the number of those that are still there.
std::uint64_t restore_rows(const Batch &batch, const policy::Node &node)
{
	pg::Spi spi;
	// Built, checked and, in a conflict, searched as the table's owner; its types and operators may be the owner's.
	const auto as_owner = [&](auto &&body) {
		pg::RoleSwitch switched(node.table.owner, pg::Work::reading);
		policy::EngineSettings settings(node.table.schema);
		body();
		settings.finish();
	};
	pg::Params arrays;
	as_owner([&] { arrays = batch.arrays(); });
	std::uint64_t restored = 0;
	pg::Caught caught;
	const bool ok = pg::attempt_body(
		[&] { restored = run_step(guard::Step::undo, node, batch.statement(), arrays); }, caught);
	if (!ok && caught.sqlstate == pg::code::unique_violation)
		as_owner([&] { refuse_conflict(batch, node, arrays); });
	if (!ok && (caught.sqlstate == pg::code::serialization_failure || caught.sqlstate == pg::code::deadlock_detected))
		throw pg::Failure(caught.sqlstate, caught.message, {}, "Retry the transaction.");
	if (!ok)
		throw pg::Failure(caught.sqlstate, "cannot put the originals back into table \"" + pg::display_name(node.table.oid) + "\"",
						  "PostgreSQL refused the UPDATE with SQLSTATE " + pg::sqlstate_text(caught.sqlstate) + ".",
						  "Nothing has changed. Look for constraints and triggers that the table got since.");
	if (restored > batch.size())
		throw pg::Failure(pg::code::serialization_failure, "rows of table \"" + pg::display_name(node.table.oid) + "\" changed while they were restored",
						  "There are more rows of the same keys than originals.", "Retry the transaction.");
	as_owner([&] { require_originals(spi, batch, node, arrays); });
	spi.finish();
	return restored;
}

// The keys of the rows as texts, in their order; and which originals differ from what the row holds now. One that does not
// is no loss, and may be none: the mask of a person who was deleted before.
struct Standing {
	policy::RowKeys keys;
	std::vector<std::set<std::int16_t>> originals;  // by row: numbers of columns
};

Standing look_at(const Batch &batch, const policy::Node &node)
{
	Standing standing{policy::RowKeys(node.key.size()), {}};
	policy::as_role(node.table.owner, [&](pg::Spi &spi) {
		std::string list;
		std::string same;
		for (const pg::ColumnInfo &key : node.key) {
			list += (list.empty() ? "" : ", ") + ("erasure._key(" + batch.found_by(key) + ")");
			same += (same.empty() ? "" : " AND ") + policy::column("t", key) + " " + key.equals + " " + batch.found_by(key);
		}
		std::vector<std::int16_t> compared;
		for (const core::RecordColumn &column : batch.columns()) {
			const pg::ColumnInfo *info = column.role == core::RecordColumn::Role::personal ? node.column(column.attnum) : nullptr;
			if (info == nullptr)
				continue;
			compared.push_back(column.attnum);
			list += ", (SELECT ROW(" + policy::column("t", *info) + ")::pg_catalog.record OPERATOR(pg_catalog.*<>) ROW(" + Batch::original(*info) +
					")::pg_catalog.record FROM " + node.sql_name() + " AS t WHERE " + same + ")";
		}
		for (pg::Row &row : spi.query("SELECT " + list + " FROM " + batch.items(), batch.arrays())) {
			for (std::size_t c = 0; c < node.key.size(); ++c)
				standing.keys[c].push_back(row[c].value_or(""));
			std::set<std::int16_t> differs;
			for (std::size_t c = 0; c < compared.size(); ++c)
				if (row[node.key.size() + c] == "t")
					differs.insert(compared[c]);
			standing.originals.push_back(std::move(differs));
		}
	});
	return standing;
}

// The subjects of a batch whose key is personal: what the extension calls them now, and what it will.
void note_keys(const Batch &batch, const policy::Node &root, Restored &restored)
{
	std::string was = "SELECT ";
	std::string columns;
	std::string masked;
	for (const pg::ColumnInfo &key : root.key) {
		const policy::TokenColumn *token = root.token(key.number);
		const bool own = token != nullptr && !token->carried;
		was += (own ? Batch::original(key) : batch.found_by(key)) + " AS " + core::quote_ident(key.name) + ", ";
		masked += (masked.empty() ? "" : ", ") + batch.found_by(key) + " AS " + core::quote_ident(key.name);
		columns += ", erasure._key(" + policy::column("w", key) + ")";
	}
	const std::string items = batch.items();
	const std::string numbered = "pg_catalog.row_number() OVER () AS erasure_row";
	policy::KeySet keys;
	keys.columns.resize(root.key.size());
	policy::as_role(root.table.owner, [&](pg::Spi &spi) {
		const pg::Params arrays = batch.arrays();
		for (pg::Row &row : spi.query("SELECT " + policy::key_text("w", root.key) + columns + " FROM (" + was + numbered + " FROM " + items + ") AS w ORDER BY w.erasure_row", arrays)) {
			keys.texts.push_back(std::move(*row[0]));
			for (std::size_t c = 0; c < keys.columns.size(); ++c)
				keys.columns[c].push_back(std::move(*row[1 + c]));
		}
		for (pg::Row &row : spi.query("SELECT " + policy::key_text("w", root.key) + " FROM (SELECT " + masked + ", " + numbered + " FROM " + items + ") AS w ORDER BY w.erasure_row", arrays))
			restored.masked_keys.push_back(std::move(*row[0]));
	});
	for (std::string &handle : policy::handles(root, keys.columns, std::move(keys.texts)))
		restored.keys.push_back(std::move(handle));
}

// What this undo goes by besides the vault.
struct Undo {
	const policy::Catalogue &all;
	const policy::Subject &subject;
	const Subjects &subjects;
	const InCall undoes;
};

// Rows that another deleted person owns stay masked in what the two declarations have in common. Their originals pass to a
// person who can still be undone; where one of the others was erased, they went with that.
std::map<Withheld, std::vector<std::size_t>> withhold(const Batch &batch, const policy::Node &node, const Undo &undo)
{
	const Standing standing = look_at(batch, node);
	const auto owners = policy::owners_of(undo.all, node, standing.keys);
	std::vector<core::RecordColumn> key;
	std::vector<core::RecordColumn> columns;
	for (const core::RecordColumn &column : batch.columns())
		(column.role == core::RecordColumn::Role::key ? key : columns).push_back(column);
	VaultEdits edits(key, columns);
	std::map<Withheld, std::vector<std::size_t>> groups;
	for (std::size_t i = 0; i < batch.size(); ++i) {
		Withheld withheld;
		const policy::Owner *heir = nullptr;
		bool destroyed = false;
		for (const policy::Owner &owner : owners[i]) {
			if (!owner.is_final() || undo.undoes(owner))
				continue;
			for (const pg::AttrNumber number : policy::common_personal(node, *owner.node))
				withheld.insert(number);
			destroyed = destroyed || owner.erased;
			heir = owner.masked ? &owner : heir;
		}
		if (heir != nullptr && !destroyed) {
			const Cells &row = batch.row(i);
			const auto first_value = row.begin() + static_cast<std::ptrdiff_t>(key.size());
			std::vector<pg::AttrNumber> passed = policy::common_personal(node, *heir->node);
			std::erase_if(passed, [&](pg::AttrNumber number) { return !standing.originals[i].contains(number); });
			if (!passed.empty())
				edits.add(*heir, {row.begin(), first_value}, {first_value, row.end()}, std::move(passed));
		}
		groups[withheld].push_back(i);
	}
	as_extension([&](pg::Spi &spi) { edits.apply(spi, true); });
	return groups;
}

template <typename Row>
Cells key_cells(const std::vector<core::RecordColumn> &columns, const Row &row)
{
	Cells key;
	for (std::size_t c = 0; c < columns.size(); ++c)
		if (columns[c].role == core::RecordColumn::Role::key)
			key.emplace_back(row[c]);
	return key;
}

// Shared rows, each with what it held, for whoever of its owners comes back first; but what somebody has written into one who
// came to need it while it was masked.
std::uint64_t flush_shared(const Batch &batch, const policy::Node &node, const Undo &undo)
{
	const policy::RowKeys rows = look_at(batch, node).keys;
	const auto written = unmasked_columns(node, rows);
	std::map<Withheld, std::vector<std::size_t>> groups;
	for (std::size_t i = 0; i < batch.size(); ++i)
		groups[written[i]].push_back(i);
	std::uint64_t restored = 0;
	for (const auto &[withheld, places] : groups) {
		const Batch part = batch.part(places, withheld);
		restored += part.has_values() ? restore_rows(part, node) : places.size();
	}
	std::vector<core::RecordColumn> key;
	for (const core::RecordColumn &column : batch.columns())
		if (column.role == core::RecordColumn::Role::key)
			key.push_back(column);
	std::vector<Cells> keys;
	for (std::size_t i = 0; i < batch.size(); ++i)
		keys.push_back(key_cells(batch.columns(), batch.row(i)));
	drop_shared_copies(undo.all, node, rows, keys, key);
	if (node.shares_rows())
		leave_to(undo.all, node, rows, undo.undoes);
	return restored;
}

// Rows between a row and its subject can have been deleted since, which leaves it behind (ON DELETE SET NULL, or no foreign key
// at all). Its original would be nobody's, out of reach of the next deletion: it stays masked.
// The others of a batch; nothing where they are all.
std::optional<Batch> without_strays(const Batch &batch, const policy::Node &node, const Undo &undo)
{
	const bool direct = std::all_of(node.links.begin(), node.links.end(), [&](const policy::Link &link) { return link.parent_id == undo.subject.id; });
	if (node.is_subject() || direct || undo.subject.is_shared(node))
		return std::nullopt;
	const auto owners = policy::owners_of(undo.all, node, look_at(batch, node).keys);
	std::vector<std::size_t> theirs;
	for (std::size_t i = 0; i < batch.size(); ++i)
		if (std::any_of(owners[i].begin(), owners[i].end(), undo.undoes))
			theirs.push_back(i);
	return theirs.size() == batch.size() ? std::nullopt : std::optional<Batch>(batch.part(theirs, {}));
}

std::uint64_t restore(const Batch &batch, const policy::Node &node, const Undo &undo)
{
	if (batch.empty())
		return 0;
	if (undo.subject.is_shared(node))
		return flush_shared(batch, node, undo);
	if (!policy::may_have_other_owners(undo.all, undo.subject, node))
		return batch.has_values() ? restore_rows(batch, node) : batch.size();
	std::uint64_t restored = 0;
	for (const auto &[withheld, rows] : withhold(batch, node, undo)) {
		const Batch part = batch.part(rows, withheld);
		restored += part.has_values() ? restore_rows(part, node) : rows.size();
	}
	return restored;
}

std::uint64_t flush(Batch &batch, const policy::Node &node, const Undo &undo, Restored &all)
{
	if (batch.empty())
		return 0;
	pg::check_interrupts();
	if (node.is_subject() && node.key_changes())
		note_keys(batch, node, all);
	const std::optional<Batch> theirs = without_strays(batch, node, undo);
	const std::uint64_t restored = restore(theirs ? *theirs : batch, node, undo);
	batch.clear();
	return restored;
}

void put_back_table(const Undo &undo, const policy::Node &node, Restored &restored)
{
	const policy::Subject &subject = undo.subject;
	const Subjects &subjects = undo.subjects;
	require_distinct_keys(subject, node, subjects);
	as_extension([&](pg::Spi &spi) {
		vault::Reader reader(spi, subject.id, node.id, subjects.requests(), subjects.keys.texts);
		Batch batch(node);
		std::set<Cells> seen;  // of a shared row every owner has a copy
		vault::Record record;
		std::uint64_t kept = 0;
		std::uint64_t back = 0;
		while (reader.next(record)) {
			core::RecordReader rows(record.plaintext);
			const std::vector<core::RecordColumn> columns = columns_now(node, record.numbering, rows.columns());
			if (rows.error() == nullptr && !batch.same_shape(columns)) {
				back += flush(batch, node, undo, restored);
				require_same_types(node, columns);
				batch.start(columns);
			}
			std::vector<std::optional<std::string_view>> row;
			while (rows.next_row(row)) {
				if (subject.is_shared(node) && !seen.insert(key_cells(columns, row)).second)
					continue;
				if (batch.full())
					back += flush(batch, node, undo, restored);
				batch.add(row);
				++kept;
			}
			if (rows.error() != nullptr)
				reader.refuse(record, rows.error());
		}
		back += flush(batch, node, undo, restored);
		restored.rows += back;
		restored.skipped += kept - back;
	});
}

}  // namespace

Restored put_back(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) { vault::require_complete(spi, subject.id, subjects.requests(), subjects.keys.texts); });
	Restored restored;
	const auto all = policy::catalogue();
	const Undo undo{*all, subject, subjects, InCall(subject, subjects)};
	lock_common_rows(*all, subject, subjects);
	lock_shared_rows(*all, subject, subjects);
	// Where keys come back, what refers to them goes first: it is found by what it refers to now.
	const bool children_first = subject.has_tokens();
	for (std::size_t i = 0; i < subject.nodes.size(); ++i)
		put_back_table(undo, subject.nodes[children_first ? subject.nodes.size() - 1 - i : i], restored);
	refresh_views(subject);
	return restored;
}

}  // namespace lifecycle
