// Rows that no join alone can tell, found beforehand and passed to statements as parameters.
#pragma once

#include <string>
#include <vector>

#include "pg/spi.hpp"
#include "policy/model.hpp"

namespace policy {

// The rows of a table that are taken with the subjects of a call: by primary key as texts, [key column][row], each with the
// place of its subject (the first, where several own it).
struct RowSet {
	std::int32_t node = 0;
	std::vector<std::int64_t> ord;
	std::vector<std::vector<std::string>> keys;
};

class RowSets {
public:
	void add(RowSet set) { sets_.push_back(std::move(set)); }
	// "ROWS FROM (...) AS alias(ord, p1, ...)"; parameters begin behind those of the subjects' keys.
	std::string item(const Subject &subject, const Node &node, const std::string &alias) const { return item(subject, node, alias, node.id); }
	// Another set of the table's rows than those that are taken.
	std::string item(const Subject &subject, const Node &node, const std::string &alias, std::int32_t set) const;
	void add_to(pg::Params &params) const;
	// For some of the subjects only: by their places in the key set, from 0, in order.
	RowSets part(const std::vector<std::size_t> &places) const;

private:
	std::vector<RowSet> sets_;
};

}  // namespace policy
