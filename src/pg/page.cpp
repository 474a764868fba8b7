// Reads line pointers and tuple headers. Nothing here has a destructor: it runs below PostgreSQL's longjmp.
#include "pg/page.hpp"

#include "core/page_layout.hpp"

static_assert(BLCKSZ == core::kPageBytes && MAXIMUM_ALIGNOF == core::kItemAlignment && SizeOfPageHeaderData == core::kPageHeaderBytes);

namespace pg {
namespace {

constexpr int kMostItems = (BLCKSZ - static_cast<int>(SizeOfPageHeaderData)) / static_cast<int>(sizeof(ItemIdData));

struct Items {
	core::PageItem list[kMostItems];
	std::size_t count;
};

// The header's numbers come first: line pointers are looked at only where they can be.
bool header_is_sound(Page page)
{
	const auto *header = reinterpret_cast<PageHeader>(page);
	return header->pd_lower >= SizeOfPageHeaderData && header->pd_lower <= header->pd_upper && header->pd_upper <= header->pd_special &&
		   header->pd_special <= BLCKSZ && PageGetPageSize(page) == BLCKSZ && PageGetPageLayoutVersion(page) == PG_PAGE_LAYOUT_VERSION;
}

core::PageLayout layout_of(Page page, Items &items)
{
	const auto *header = reinterpret_cast<PageHeader>(page);
	items.count = 0;
	const OffsetNumber last = PageGetMaxOffsetNumber(page);
	for (OffsetNumber i = FirstOffsetNumber; i <= last; ++i) {
		const ItemId id = PageGetItemId(page, i);
		if (ItemIdHasStorage(id))
			items.list[items.count++] = {static_cast<std::uint16_t>(ItemIdGetOffset(id)), static_cast<std::uint16_t>(ItemIdGetLength(id))};
	}
	return {header->pd_lower, header->pd_upper, header->pd_special, {items.list, items.count}};
}

bool deleted_before(HeapTupleHeader tuple, TransactionId horizon)
{
	if ((tuple->t_infomask & HEAP_XMAX_INVALID) != 0 || HEAP_XMAX_IS_LOCKED_ONLY(tuple->t_infomask))
		return false;
	const TransactionId xmax = (tuple->t_infomask & HEAP_XMAX_IS_MULTI) != 0 ? HeapTupleGetUpdateXid(tuple) : HeapTupleHeaderGetRawXmax(tuple);
	if (!TransactionIdIsNormal(xmax) || TransactionIdFollowsOrEquals(xmax, horizon))
		return false;
	return (tuple->t_infomask & (HEAP_XMAX_COMMITTED | HEAP_XMAX_IS_MULTI)) == HEAP_XMAX_COMMITTED || TransactionIdDidCommit(xmax);
}

bool never_inserted(HeapTupleHeader tuple, TransactionId horizon)
{
	if (HeapTupleHeaderXminCommitted(tuple))
		return false;
	const TransactionId xmin = HeapTupleHeaderGetRawXmin(tuple);
	if (!TransactionIdIsNormal(xmin) || TransactionIdFollowsOrEquals(xmin, horizon))
		return false;
	return HeapTupleHeaderXminInvalid(tuple) || !TransactionIdDidCommit(xmin);
}

// Calls visit(bytes, length) for each value of a dropped column, without what tells its length: that is needed to find the
// columns behind it, and is all that is ever read of it. PostgreSQL's rewrites and updates write NULL for it. Of a value in the
// TOAST table, external(pointer).
template <typename F, typename G>
void each_dropped(HeapTupleHeader tuple, TupleDesc desc, F visit, G external)
{
	char *const data = reinterpret_cast<char *>(tuple) + tuple->t_hoff;
	const int count = std::min<int>(HeapTupleHeaderGetNatts(tuple), desc->natts);
	std::size_t at = 0;
	for (int i = 0; i < count; ++i) {
		const Form_pg_attribute column = TupleDescAttr(desc, i);
		if ((tuple->t_infomask & HEAP_HASNULL) != 0 && att_isnull(i, tuple->t_bits))
			continue;
		at = att_align_pointer(at, column->attalign, column->attlen, data + at);
		char *const value = data + at;
		at = att_addlength_pointer(at, column->attlen, value);
		if (!column->attisdropped)
			continue;
		if (column->attlen > 0)
			visit(value, static_cast<std::size_t>(column->attlen));
		else if (column->attlen == -1 && VARATT_IS_EXTERNAL(value))
			external(value);
		else if (column->attlen == -1) {
			const std::size_t head = VARATT_IS_1B(value) ? VARHDRSZ_SHORT : VARATT_IS_COMPRESSED(value) ? VARHDRSZ_COMPRESSED : VARHDRSZ;
			visit(value + head, VARSIZE_ANY(value) - head);
		}
	}
}

template <typename F, typename G>
void each_dropped_of_page(Page page, TupleDesc desc, F visit, G external)
{
	const OffsetNumber last = PageGetMaxOffsetNumber(page);
	for (OffsetNumber i = FirstOffsetNumber; desc != nullptr && i <= last; ++i) {
		const ItemId id = PageGetItemId(page, i);
		if (ItemIdIsNormal(id))
			each_dropped(reinterpret_cast<HeapTupleHeader>(PageGetItem(page, id)), desc, visit, external);
	}
}

void look_at_tuples(Page page, TransactionId horizon, PageFindings &found)
{
	const OffsetNumber last = PageGetMaxOffsetNumber(page);
	for (OffsetNumber i = FirstOffsetNumber; i <= last; ++i) {
		const ItemId id = PageGetItemId(page, i);
		if (ItemIdIsDead(id)) {
			++found.pointers;
		} else if (ItemIdIsNormal(id)) {
			const auto tuple = reinterpret_cast<HeapTupleHeader>(PageGetItem(page, id));
			if (never_inserted(tuple, horizon) || deleted_before(tuple, horizon))
				++found.dead;
		}
	}
}

// The metapage says nothing of its content in pages of old clusters; a page deleted before 14 keeps its horizon elsewhere.
bool btree_is_known(Page page, BlockNumber block)
{
	if (block == BTREE_METAPAGE || PageGetSpecialSize(page) != MAXALIGN(sizeof(BTPageOpaqueData)))
		return false;
	const auto opaque = reinterpret_cast<BTPageOpaque>(PageGetSpecialPointer(page));
	return !P_ISMETA(opaque) && (!P_ISDELETED(opaque) || P_HAS_FULLXID(opaque));
}

// A deleted page keeps its horizon where others have line pointers.
bool has_line_pointers(Page page, PageKind kind)
{
	return kind == PageKind::heap || !P_ISDELETED(reinterpret_cast<BTPageOpaque>(PageGetSpecialPointer(page)));
}

core::PageLayout layout_of(Page page, PageKind kind, Items &items)
{
	if (has_line_pointers(page, kind))
		return layout_of(page, items);
	const auto *header = reinterpret_cast<PageHeader>(page);
	return {header->pd_lower, header->pd_upper, header->pd_special, {}};
}

}  // namespace

PageFindings look_at_page(Page page, const PageShape &shape, BlockNumber block, TransactionId horizon)
{
	const PageKind kind = shape.kind;
	PageFindings found{};
	found.fresh = PageIsNew(page);
	// The first page of a B-tree holds no value of anybody's.
	if (found.fresh || (kind == PageKind::btree && block == BTREE_METAPAGE)) {
		found.sound = true;
		return found;
	}
	if (!header_is_sound(page) || (kind == PageKind::heap ? PageGetSpecialSize(page) != 0 : !btree_is_known(page, block)))
		return found;
	Items items;
	const core::StaleBytes stale = core::count_stale(reinterpret_cast<unsigned char *>(page), layout_of(page, kind, items));
	found.sound = stale.sound;
	found.stale = static_cast<unsigned>(stale.count);
	if (!found.sound)
		return found;
	if (kind == PageKind::heap)
		look_at_tuples(page, horizon, found);
	each_dropped_of_page(
		page, shape.dropped, [&](const char *bytes, std::size_t length) { found.stale += static_cast<unsigned>(length - static_cast<std::size_t>(std::count(bytes, bytes + length, '\0'))); },
		[&](const char *) { found.external = true; });
	return found;
}

void clear_page(Page page, const PageShape &shape)
{
	Items items;
	core::clear_stale(reinterpret_cast<unsigned char *>(page), layout_of(page, shape.kind, items));
	each_dropped_of_page(page, shape.dropped, [](char *bytes, std::size_t length) { std::memset(bytes, 0, length); }, [](const char *) {});
}

int dropped_external(Page page, TupleDesc desc, varatt_external *to)
{
	int count = 0;
	each_dropped_of_page(
		page, desc, [](const char *, std::size_t) {},
		[&](const char *value) {
			if (VARATT_IS_EXTERNAL_ONDISK(value) && count < kMostExternal)
				VARATT_EXTERNAL_GET_POINTER(to[count++], value);
		});
	return count;
}

}  // namespace pg
