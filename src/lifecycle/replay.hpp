// The tombstones that reapply has to do with: read from a table of the caller's, handed out request by request, and what came of each.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pg/spi.hpp"
#include "policy/keys.hpp"
#include "policy/model.hpp"

namespace lifecycle {

// Tombstones of one subject table that share a request and a state, some of them or all.
struct Tombstones {
	std::int64_t request = 0;
	bool erased = false;  // or masked beyond undo: nothing is kept
	pg::Text requested_at;
	pg::Text requested_by;
	pg::Text masked_at;
	pg::Text masked_by;
	pg::Text erase_after;
	pg::Text erased_at;
	std::vector<std::int64_t> ords;
	std::vector<std::string> keys;
	std::vector<pg::Text> former_keys;

	std::size_t size() const { return ords.size(); }
	Tombstones one(std::size_t place) const;
};

// Takes the place of what was read before. 22023 unless it has the columns of erasure.tombstones.
void load_tombstones(pg::Oid table);

// The subject tables that they name.
std::vector<std::int32_t> named_subjects();

// The next ones after this place, which moves on; at most `limit`, none at the end.
Tombstones next_tombstones(std::int32_t subject_id, std::int64_t limit, std::int64_t &place);

void note_outcome(const std::vector<std::int64_t> &ords, const std::string &outcome, const std::string &detail = {});

// Keys that are personal are known by their hashes only, under the hash key of where the tombstones come from: the rows of
// the subject table that have one of these, by hash.
struct FormerRow {
	std::string text;
	std::vector<std::string> columns;
};
using FormerRows = std::map<std::string, FormerRow>;
FormerRows find_former_rows(const policy::Subject &subject);

}  // namespace lifecycle
