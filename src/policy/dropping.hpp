// What may not be dropped, and what goes with what was.
#pragma once

#include <string>
#include <vector>

#include "pg/ddl.hpp"
#include "policy/model.hpp"

namespace policy {

// 55000 while subjects are masked, 55006 while one is on hold: what holds their data, or leads to it, must stay. Passed
// under erasure.bypass, which is noted in the audit log.
void require_may_go(const Subject &subject, const std::string &what, pg::Oid relation);

// Columns that ALTER TABLE is about to drop from a declared table.
void require_columns_may_go(const Subject &subject, const Node &node, const std::vector<std::string> &columns);

// Something declared has been dropped, by whatever statement: refuses, or takes it out of the policy.
void clean_up_after(const std::vector<pg::Dropped> &dropped);

}  // namespace policy
