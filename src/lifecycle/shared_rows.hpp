// Rows that persons refer to and others may need, such as an address in a table of its own: masked with the last who needs
// them, brought back with the first who returns.
#pragma once

#include <set>

#include "lifecycle/common_rows.hpp"
#include "lifecycle/engine.hpp"
#include "policy/shared_rows.hpp"

namespace lifecycle {

// Adds the rows of an upward-linked table that nobody else needs to the subjects' row sets, and remembers the others for
// the job. The number of those. Nothing for other tables.
std::uint64_t take_shared_rows(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, Subjects &subjects);

// Before masking: every masked person to whom a shared row belongs keeps the original, so that each can be undone, and each
// be erased, without the others. kept: by how many of them it is kept already.
void copy_shared_originals(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, int kept);

// Before an undo reads the vault: another one that brings the same rows back waits, and then finds no copies any more.
void lock_shared_rows(const policy::Catalogue &all, const policy::Subject &subject, const Subjects &subjects);

// After shared rows were put back: the others' copies go, or a later undo would bring back what is out of date.
void drop_shared_copies(const policy::Catalogue &all, const policy::Node &node, const policy::RowKeys &rows, const std::vector<Cells> &keys,
						const std::vector<core::RecordColumn> &key_columns);

// The personal columns, by number, of each row that hold something else than their mask.
std::vector<std::set<pg::AttrNumber>> unmasked_columns(const policy::Node &node, const policy::RowKeys &rows);

// Rows that were put back, for somebody who is undone, are left by the others who are masked or erased.
void leave_to(const policy::Catalogue &all, const policy::Node &node, const policy::RowKeys &rows, const InCall &undoes);

// After an undo: what these subjects left stays with the others.
void forget_left_by(const policy::Subject &subject, const std::vector<std::string> &keys);

// The job's part: rows that were left, and that nobody needs any more, are masked. How many.
std::uint64_t mask_left_rows(const policy::Subject &subject);

}  // namespace lifecycle
