// Keeps the list views beside a subject table while the table is altered.
#pragma once

#include <string>

#include "policy/model.hpp"

namespace policy {

// PostgreSQL refuses to drop, or to give another type to, a column that a view shows. The views go before the statement,
// unless its CASCADE takes them, and come back after it with what was granted on them.
void put_views_aside(const Subject &subject, bool cascade);
void bring_views_back(const Subject &subject);

// The table has another name, schema or owner: its views too. Looks at the names that the policy has stored until now.
void move_views(const Subject &subject);
void rename_view_column(const Subject &subject, const std::string &from, const std::string &to);
// Columns that were added to the table.
void add_view_columns(const Subject &subject);

}  // namespace policy
