// Rows that are data about two persons: one original in the vault, restored with the last of them and destroyed with the first.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/vault_record.hpp"
#include "lifecycle/engine.hpp"
#include "policy/row_owners.hpp"
#include "vault/vault.hpp"

namespace lifecycle {

using Cells = std::vector<std::optional<std::string>>;

// Values to be written into the records that the vault keeps of a table for other owners of its rows. Columns are those of
// the record that the values come from: the key first.
class VaultEdits {
public:
	VaultEdits(std::vector<core::RecordColumn> key, std::vector<core::RecordColumn> columns) : key_(std::move(key)), columns_(std::move(columns)) {}

	// `values` are those of the columns, of which only the numbered ones are written.
	void add(const policy::Owner &owner, Cells key, Cells values, std::vector<pg::AttrNumber> numbers);
	// Takes the row out of the records instead.
	void drop(const policy::Owner &owner, Cells key);
	// Writes them, as the extension: over the cells that are there, and with `add_missing` also rows that are not. Raises
	// 55000 where a column was kept in another form.
	void apply(pg::Spi &spi, bool add_missing) const;

private:
	struct Place {
		std::int32_t subject;
		std::int64_t request;
		std::string key;
		std::int32_t table;
		auto operator<=>(const Place &) const = default;
	};
	struct Edit {
		Cells values;
		std::vector<pg::AttrNumber> numbers;
		bool drop = false;
	};
	struct Target {
		const policy::Node *node;
		std::map<Cells, Edit> rows;
	};

	std::optional<std::string> change(const Target &target, const vault::Record &record, std::set<Cells> &met) const;
	std::vector<std::string> missing(const Target &target, const std::set<Cells> &met) const;

	std::vector<core::RecordColumn> key_;
	std::vector<core::RecordColumn> columns_;
	std::map<Place, Target> targets_;
};

// The persons of one call among the owners of rows.
class InCall {
public:
	InCall(const policy::Subject &subject, const Subjects &subjects) : subject_(subject.id), keys_(subjects.keys.texts.begin(), subjects.keys.texts.end()) {}
	bool operator()(const policy::Owner &owner) const { return owner.subject->id == subject_ && keys_.contains(owner.key); }

private:
	std::int32_t subject_;
	std::set<std::string> keys_;
};

// A row as it is now: its key as texts, key and personal columns as the vault keeps them.
struct CurrentRow {
	std::vector<std::string> key_texts;
	Cells key;
	Cells values;
};
// The rows of a table that belong to the subjects; only those that are not masked yet, where asked for.
std::vector<CurrentRow> current_rows(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, bool unmasked_only);
policy::RowKeys keys_of(const policy::Node &node, const std::vector<CurrentRow> &rows);
// For rows of this table.
VaultEdits edits_for(const policy::Node &node);

// Locks, in the order of their keys, the rows of the subjects that may have other owners: the owners' states stay as they
// are from then on.
void lock_common_rows(const policy::Catalogue &all, const policy::Subject &subject, const Subjects &subjects);

// Before these subjects' vault goes: originals that the vault of other owners keeps of their rows are replaced by what the
// rows hold now. The rows, by key, that somebody who is not erased owns as well: they cannot be deleted.
policy::RowKeys withdraw_common_rows(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, const Subjects &subjects);

}  // namespace lifecycle
