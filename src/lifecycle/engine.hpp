// The engine: finds, keeps, masks, checks, restores and erases the rows of subjects, table by table, set by set.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/vault_record.hpp"
#include "guard/pass.hpp"
#include "lifecycle/rekey.hpp"
#include "lifecycle/subjects.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/model.hpp"

namespace lifecycle {

// One statement of the engine on one declared table, as that table's owner, through the guards. Fires what the
// statement queued on deferrable constraints before it leaves the owner's role. The number of rows.
std::uint64_t run_step(guard::Step step, const policy::Node &node, const std::string &sql, const pg::Params &params);

using policy::as_extension;

// Writes the deletion time of locked subjects: soft_delete and restore. Raises 40001 when a row more or less was written.
void set_deleted_at(guard::Step step, const policy::Subject &subject, const Subjects &subjects, const std::string &value);

// Rows found, table by table in the policy's order.
using Counts = std::vector<std::uint64_t>;

std::uint64_t total(const policy::Subject &subject, const Counts &counts);

// Locks every row of the subjects, hop by hop outwards, in key order. Found is what is to be masked: all but the retained
// ones. With a request the originals go to the vault.
struct Captured {
	Counts found;
	std::uint64_t vault_bytes = 0;
	std::uint64_t left = 0;  // rows that others need
	Followers followers;
};
// Shared rows that others still need stay; those taken are added to the subjects' row sets. A subject whose key is personal
// has its masked one afterwards. Within a policy::TokenScope, as is mask().
Captured capture(const policy::Subject &subject, Subjects &subjects, std::int64_t request);
Captured lock_rows(const policy::Subject &subject, Subjects &subjects);

// The rows of one table, locked.
std::uint64_t lock_table_rows(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects);

// Masks what was found, then counts again and holds every personal column against its own mask. Raises when a row
// more or less was masked than found, or a column holds anything else.
void mask(const policy::Subject &subject, const Subjects &subjects, const Captured &captured);

// Masks subjects whose request is opened already and who are erased next.
Captured mask_for_good(const policy::Subject &subject, Subjects &subjects, std::int64_t request);

// What a record of this table keeps: the primary key to find the row by, and the personal columns.
std::vector<core::RecordColumn> record_columns(const policy::Node &node);
// Whether any personal column of the row t holds something else than its mask.
std::string any_unmasked(const policy::Node &node);
// A count that locks a table's rows in the order of their own keys.
std::string lock_only(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects);

// Refreshes the materialized views that show data of the subject's tables, as refresh_with listed them; mask, put_back
// and erase end with it. 40001 when another transaction has refreshed one meanwhile under an older snapshot of ours.
void refresh_views(const policy::Subject &subject);

// The rows that were retained when the others were masked, and whose time has come since.
void mask_expired(const policy::Subject &subject, const Subjects &subjects);

// Counts without locking: preview. All rows, and those of them that would be retained.
struct RowCounts {
	Counts rows;
	Counts retained;
};
RowCounts count_rows(const policy::Subject &subject, const Subjects &subjects);

// Puts the originals back from the vault; rows deleted since are skipped. The number of rows restored and skipped.
struct Restored {
	std::uint64_t rows = 0;
	std::uint64_t skipped = 0;
	// Of subjects whose key is personal, as the extension's tables have them: masked, and as they are again.
	std::vector<std::string> masked_keys;
	std::vector<std::string> keys;
};
Restored put_back(const policy::Subject &subject, const Subjects &subjects);

// Erases for good: data keys and vault are destroyed, then on_erase is applied, children first. Who has no retained row gets
// a tombstone and is erased; the others stay masked until their last retained row is, which is found here.
struct Erased {
	std::uint64_t subjects = 0;  // erased: none of their rows is retained any more
	std::uint64_t rows_deleted = 0;
	std::string retained;        // what is, in words

	void add(const Erased &more);
};
Erased erase(const policy::Subject &subject, const Subjects &subjects);

}  // namespace lifecycle
