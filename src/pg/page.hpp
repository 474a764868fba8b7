// A page of a table or of a B-tree: what is left in it that nothing refers to any more. Needs server headers.
#pragma once

#include "pg/server.hpp"

namespace pg {

// The kinds of file whose pages are known well enough to be cleaned in place. All others are built anew.
enum class PageKind : unsigned char { heap, btree };

struct PageShape {
	PageKind kind;
	TupleDesc dropped;  // of a table that has dropped columns, whose values stay in its rows; else null
};

struct PageFindings {
	bool fresh;          // never written to
	bool sound;          // false: its parts contradict each other, or it is of a kind that keeps more than it says
	unsigned stale;      // bytes other than zero that belong to nothing, or to a column that was dropped
	bool external;       // values of dropped columns are in the TOAST table
	unsigned dead;       // of a table: row versions that ended before the horizon
	unsigned pointers;   // of a table: line pointers whose index entries have to go first
};

// Every transaction before the horizon has ended.
PageFindings look_at_page(Page page, const PageShape &shape, BlockNumber block, TransactionId horizon);

// Zeros what belongs to nothing. Not to be called for a page that is not sound.
void clear_page(Page page, const PageShape &shape);

// The TOAST pointers of dropped columns' values; the number of them, at most kMostExternal.
inline constexpr int kMostExternal = BLCKSZ / static_cast<int>(TOAST_POINTER_SIZE);
int dropped_external(Page page, TupleDesc desc, varatt_external *to);

}  // namespace pg
