// One search of the whole database for a set of values.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/needle.hpp"
#include "core/wiped.hpp"
#include "pg/types.hpp"

namespace residue {

// What is looked for, in the order it came; wiped when it goes.
class Values {
public:
	void add(std::string_view value);
	void drop_duplicates();
	std::size_t size() const { return lengths_.size(); }
	std::string_view operator[](std::size_t i) const { return {bytes_.data() + starts_[i], lengths_[i]}; }

private:
	core::WipedVector<char> bytes_;
	std::vector<std::size_t> starts_, lengths_;
};

// A place where a value was found. Never the value.
struct Place {
	pg::Oid relation = pg::kInvalidOid;
	pg::Text column;
	pg::Text key;
	std::string kind;  // 'column', 'statistics', 'large object', 'definition'
};

struct Summary {
	std::uint64_t places = 0;
	std::uint64_t tables = 0;
	std::uint64_t bytes = 0;
	std::uint64_t values = 0;
};

// Tables, materialized views, statistics, large objects and definitions, by everybody's rows as they are committed now. Other
// sessions' temporary tables, foreign ones and the extension's own are not read. Runs no code of the users.
class Search {
public:
	explicit Search(const Values &values);
	~Search();
	Search(const Search &) = delete;
	Search &operator=(const Search &) = delete;

	const std::vector<std::string> &foreign_tables() const;
	// Columns of tables with a find, each once.
	std::set<std::pair<pg::Oid, std::string>> columns() const;
	// Once: every place.
	Summary tell(const std::function<void(const Place &)> &found);

private:
	struct State;
	std::unique_ptr<State> state_;
};

}  // namespace residue
