// Row sets as FROM items and parameters.
#include "policy/row_sets.hpp"

#include <algorithm>
#include <stdexcept>

namespace policy {

std::string RowSets::item(const Subject &subject, const Node &node, const std::string &alias, std::int32_t wanted) const
{
	std::size_t parameter = subject.root().key.size() + 1;
	for (const RowSet &set : sets_) {
		if (set.node != wanted) {
			parameter += 1 + set.keys.size();
			continue;
		}
		std::string items = "pg_catalog.unnest($" + std::to_string(parameter) + ")";
		std::string names = "ord";
		for (std::size_t i = 0; i < node.key.size(); ++i) {
			items += ", pg_catalog.unnest($" + std::to_string(parameter + 1 + i) + "::pg_catalog.text[]::" + node.key[i].bare_type + "[])";
			names += ", p" + std::to_string(i + 1);
		}
		return "ROWS FROM (" + items + ") AS " + alias + "(" + names + ")";
	}
	throw std::logic_error("the rows of a shared table were not found beforehand");
}

void RowSets::add_to(pg::Params &params) const
{
	for (const RowSet &set : sets_) {
		params.add(set.ord);
		for (const std::vector<std::string> &key : set.keys)
			params.add(key);
	}
}

RowSets RowSets::part(const std::vector<std::size_t> &places) const
{
	RowSets some;
	for (const RowSet &set : sets_) {
		RowSet own{set.node, {}, std::vector<std::vector<std::string>>(set.keys.size())};
		for (std::size_t row = 0; row < set.ord.size(); ++row) {
			const auto at = std::lower_bound(places.begin(), places.end(), static_cast<std::size_t>(set.ord[row] - 1));
			if (at == places.end() || *at != static_cast<std::size_t>(set.ord[row] - 1))
				continue;
			own.ord.push_back(at - places.begin() + 1);
			for (std::size_t c = 0; c < set.keys.size(); ++c)
				own.keys[c].push_back(set.keys[c][row]);
		}
		some.add(std::move(own));
	}
	return some;
}

}  // namespace policy
