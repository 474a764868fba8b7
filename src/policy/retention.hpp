// Which rows of a table are retained now, as SQL.
#pragma once

#include <string>

#include "policy/model.hpp"

namespace policy {

// Whether ages can be counted from a column of this type: date, timestamp, timestamptz, or a domain over them.
bool tells_age(const pg::ColumnInfo &column);

// The time, timestamptz, until which a row of a table with a retention is kept; NULL where its `since` is. Raises 42P17
// when the column is gone or of another type.
std::string retained_until(const Node &node, const std::string &alias);

// " AND ..." to be put after a condition: the rows that are retained at the time of the transaction, so that all
// statements of a call agree; and those that are not, nothing to add where the table has no retention.
std::string and_retained(const Node &node, const std::string &alias);
std::string and_not_retained(const Node &node, const std::string &alias);

}  // namespace policy
