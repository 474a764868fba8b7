// A boolean expression over one row of a table, as a user writes it: checked by PostgreSQL's own parser.
#pragma once

#include <string>

#include "pg/types.hpp"

namespace pg {

// Reads the expression under the caller's search_path, as the current role, and checks that it is a boolean over columns
// of the table alone: no subqueries, aggregates, parameters, system columns or whole rows, and nothing that changes its
// mind. Raises what the parser raises, else 42P17.
class RowExpression {
public:
	RowExpression(Oid relation, const std::string &text);
	// The expression with every name qualified and every column written alias.column. Under the settings of now.
	std::string text(const char *alias) const;

private:
	Oid relation_;
	void *node_;  // in the current memory context
};

}  // namespace pg
