// Passes over the files of a table or B-tree: cleaning its pages in place, and looking at what is on disk.
#pragma once

#include <functional>
#include <vector>

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

// The files of a relation that a pass can work on.
struct FileInfo {
	Oid relation = kInvalidOid;
	Oid file = kInvalidOid;     // relfilenode
	Oid toast = kInvalidOid;    // its TOAST table
	bool table = false;         // heap, TOAST or materialized view; else a B-tree
	bool known = false;         // of a kind whose pages can be cleaned in place
	std::uint32_t blocks = 0;
};
FileInfo file_info(Oid relation);

// By block: those that cannot have changed since a position in the WAL.
using Blocks = std::vector<bool>;

// PostgreSQL's visibility map tells: a page it shows as all visible has not been written to since that was noted, and the
// map's own pages carry the position at which anything was last noted in them. Only VACUUM notes it: as long as none runs,
// what is answered here stays true of what was erased before.
Blocks unchanged_since(Oid relation, std::uint64_t lsn);

struct PassTotals {
	std::uint64_t blocks = 0;
	std::uint64_t visited = 0;
	std::uint64_t written = 0;
	std::uint64_t stale = 0;     // bytes
	std::uint64_t unsound = 0;   // pages that contradict themselves, or that are too old to be known
	std::uint64_t dead = 0;      // row versions that ended before the horizon
	std::uint64_t pointers = 0;  // line pointers that wait for VACUUM
	std::uint64_t newer = 0;     // when looking only: pages changed since the position given, not counted above
	std::uint64_t last_lsn = 0;  // of what was written

	void add(const PassTotals &more);
};

struct Pass {
	Oid relation = kInvalidOid;
	std::uint32_t horizon = 0;            // every transaction before it has ended
	bool every_page = false;              // write a full image of every page visited, so that replicas get just these bytes
	const Blocks *unchanged = nullptr;    // not visited
};

// Cleans the blocks [from, to) under SHARE UPDATE EXCLUSIVE, page by page under the page's own lock: readers and writers go
// on. In a transaction; what it wrote is flushed to the WAL before it returns. Slows down as VACUUM does (vacuum_cost_delay).
PassTotals scrub_blocks(const Pass &pass, std::uint32_t from, std::uint32_t to);

// Looks at the blocks as they are on disk, under ACCESS SHARE, on a standby as well. Of pages changed after `lsn` only the
// dead rows are counted: what else is in them may be of later times.
PassTotals verify_blocks(Oid relation, std::uint32_t horizon, std::uint64_t lsn, const Blocks *unchanged);

}  // namespace pg
