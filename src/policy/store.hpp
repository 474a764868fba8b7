// Writes the policy's own tables, as the extension's owner.
#pragma once

#include <string>

#include "pg/call.hpp"
#include "policy/model.hpp"

namespace policy {

std::int32_t store_subject(const Node &node, const pg::ColumnInfo &deleted_at, const SubjectOptions &options);
// All of them but whether approval is required, and views.
void store_options(const Subject &subject, const SubjectOptions &options);
void store_require_approval(const Subject &subject, bool required);
// The table without its links.
std::int32_t store_related(const Node &node);
void store_link(std::int32_t table_id, const Link &link);
// All links of a table to one parent.
void remove_links(std::int32_t table_id, std::int32_t parent_id);
// The personal columns of the node from the given one on.
void store_personal(const Node &node, std::size_t from);
void store_mask(const Node &node, const PersonalColumn &personal);
// Replaces what there is. Subjects that only wait for the end of retentions are looked at anew by the next erase_due.
void store_retention(const Node &node, const Retention &retention);
void remove_retention(const Node &node);
// attribute: the number of the column, where it is one.
void store_exemption(const std::string &kind, pg::Oid relation, pg::Oid parent, const std::string &object, const std::string &reason,
					 pg::AttrNumber attribute = 0);
// A related table, or a subject table with all that hangs on it.
void remove_declared(std::int32_t id);

// The grace period as text; raises 22023 unless it is positive.
std::string checked_grace(pg::Call &call, int argument);
// Raises 22023 for arguments that the mask does not take.
void require_mask_arguments(const PersonalColumn &personal);

// 55000 while any subject is masked and not beyond undo: what is in the vault was packed under the policy as it is.
void require_none_undoable(const Subject &subject, const std::string &doing);
// Nor one whose vault is destroyed and that has retained rows: they are masked by this policy one day.
void require_no_masked_subjects(const Subject &subject, const std::string &doing);
// 55000 when a table declared just now holds unmasked rows of subjects that were masked or erased before.
void require_nothing_unmasked(const Subject &subject, std::int32_t node);

// The parent, where there is one, is named in the detail.
void record_policy_call(const std::string &action, pg::Oid relation, const std::string &detail, pg::Oid parent = pg::kInvalidOid);

}  // namespace policy
