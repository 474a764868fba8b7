// Heap pages under a share lock for as long as visibility takes, then read while pinned, as sequential scans do.
#include "pg/search_scan.hpp"

#include "pg/boundary.hpp"
#include "pg/catalog.hpp"
#include "pg/search_key.hpp"
#include "pg/text_pieces.hpp"

extern "C" {
#include "catalog/pg_largeobject.h"
#include "catalog/pg_statistic.h"
#include "catalog/pg_statistic_ext_data.h"
#include "storage/large_object.h"
}

namespace pg {
namespace {

struct Column {
	int index;
	::Oid type;
	TextType text;
	bool varlena;
};

struct ColumnList {
	Column *items;
	int count;
};

// plain: no destructors in this function
ColumnList searched_columns(TupleDesc desc, bool numbers)
{
	ColumnList list{static_cast<Column *>(palloc(sizeof(Column) * static_cast<Size>(desc->natts + 1))), 0};
	for (int i = 0; i < desc->natts; ++i) {
		const Form_pg_attribute attribute = TupleDescAttr(desc, i);
		if (attribute->attisdropped)
			continue;
		TextType text = text_type(attribute->atttypid);
		const bool number = text.shape == TextShape::integer || text.shape == TextShape::numeric;
		if (text.shape == TextShape::none || (number && !numbers))
			continue;
		// Rows from before an ADD COLUMN ... DEFAULT do not hold the default.
		text.sure = text.sure && !attribute->atthasmissing && !number;
		list.items[list.count++] = {i, attribute->atttypid, text, attribute->attlen == -1};
	}
	return list;
}

// The rows of a page that the snapshot sees.
struct PageRows {
	Buffer buffer;
	const char *bytes;  // of all its rows
	std::size_t length;
	int count;
	HeapTupleData rows[MaxHeapTuplesPerPage];
	bool marked[MaxHeapTuplesPerPage];  // every column is to be looked at
};

// plain: no destructors in this function
void read_page(Relation relation, BlockNumber block, BufferAccessStrategy strategy, PageRows *page)
{
	CHECK_FOR_INTERRUPTS();
	::Snapshot snapshot = GetActiveSnapshot();
	page->buffer = ReadBufferExtended(relation, MAIN_FORKNUM, block, RBM_NORMAL, strategy);
	page->count = 0;
	page->length = 0;
	LockBuffer(page->buffer, BUFFER_LOCK_SHARE);
	Page content = BufferGetPage(page->buffer);
	if (!PageIsNew(content)) {
		const auto *header = reinterpret_cast<PageHeader>(content);
		page->bytes = content + header->pd_upper;
		page->length = static_cast<std::size_t>(header->pd_special - header->pd_upper);
		const bool all_visible = PageIsAllVisible(content) && !snapshot->takenDuringRecovery;
		const OffsetNumber last = PageGetMaxOffsetNumber(content);
		for (OffsetNumber at = FirstOffsetNumber; at <= last; ++at) {
			ItemId item = PageGetItemId(content, at);
			if (!ItemIdIsNormal(item))
				continue;
			HeapTupleData &row = page->rows[page->count];
			row.t_data = reinterpret_cast<HeapTupleHeader>(PageGetItem(content, item));
			row.t_len = ItemIdGetLength(item);
			row.t_tableOid = RelationGetRelid(relation);
			ItemPointerSet(&row.t_self, block, at);
			if (all_visible || HeapTupleSatisfiesVisibility(&row, snapshot, page->buffer))
				++page->count;
		}
	}
	LockBuffer(page->buffer, BUFFER_LOCK_UNLOCK);
}

bool is_hidden(::Datum value)
{
	const auto *content = reinterpret_cast<const struct varlena *>(DatumGetPointer(value));
	return VARATT_IS_EXTERNAL(content) || VARATT_IS_COMPRESSED(content);
}

}  // namespace

struct SearchScan::State {
	State(const Looking &l, std::function<void(const Hit &)> r) : looking(l), report(std::move(r)) {}

	void open(const Place &place);
	void close();
	void scan_blocks(std::uint32_t first, std::uint32_t end);
	void scan_rows();
	void scan_large_objects();
	void mark_rows();
	void visit(const ItemPointerData &row, bool whole);
	bool found_in(::Datum value, const Column &column);
	bool found_in(const TextPieces &pieces) const;
	void tell(const ItemPointerData &row, const Column &column, std::string &key);

	const Looking &looking;
	const std::function<void(const Hit &)> report;
	std::uint64_t bytes = 0;

	Place place;
	Relation relation = nullptr;
	std::vector<Column> columns;
	SearchKey key;
	std::vector<::Datum> values;
	std::unique_ptr<bool[]> nulls;
	BufferAccessStrategy strategy = nullptr;
	MemoryContext memory = nullptr;  // of one value
	std::unique_ptr<PageRows> page = std::make_unique<PageRows>();
};

void SearchScan::State::open(const Place &wanted)
{
	if (relation != nullptr && place.relation == wanted.relation)
		return;
	close();
	place = wanted;
	const ::Oid oid = wanted.relation;
	guarded([&] {
		if (memory == nullptr)
			memory = AllocSetContextCreate(CurTransactionContext, "erasure searched value", ALLOCSET_DEFAULT_SIZES);
		relation = try_relation_open(oid, AccessShareLock);
	});
	if (relation == nullptr)
		return;
	const bool numbers = looking.every_text() && place.kind == PlaceKind::table;
	const ColumnList list = guarded([&] {
		// Of a large table the pages should not push everybody else's out.
		const BlockNumber blocks = RelationGetNumberOfBlocks(relation);
		if (strategy == nullptr && blocks > static_cast<BlockNumber>(NBuffers) / 4)
			strategy = GetAccessStrategy(BAS_BULKREAD);
		place.blocks = blocks;
		return searched_columns(RelationGetDescr(relation), numbers);
	});
	columns.assign(list.items, list.items + list.count);
	const auto count = static_cast<std::size_t>(RelationGetDescr(relation)->natts);
	values.resize(count + 1);
	nulls = std::make_unique<bool[]>(count + 1);
	key = place.kind == PlaceKind::table || place.kind == PlaceKind::by_rows ? SearchKey(oid) : SearchKey();
}

void SearchScan::State::close()
{
	if (relation != nullptr)
		guarded([this] { relation_close(relation, AccessShareLock); });
	relation = nullptr;
}

void SearchScan::State::scan_blocks(std::uint32_t first, std::uint32_t end)
{
	TupleDesc desc = RelationGetDescr(relation);
	// Nothing to look at: not even its pages.
	if (columns.empty())
		return;
	for (std::uint32_t block = first; block < std::min(end, place.blocks); ++block) {
		guarded([=, this] { read_page(relation, block, strategy, page.get()); });
		bytes += BLCKSZ;
		mark_rows();
		for (int i = 0; i < page->count; ++i) {
			heap_deform_tuple(&page->rows[i], desc, values.data(), nulls.get());
			visit(page->rows[i].t_self, page->marked[i]);
		}
		guarded([this] { ReleaseBuffer(page->buffer); });
	}
}

// The rows whose bytes show a value; others show one in what is hidden only.
void SearchScan::State::mark_rows()
{
	std::fill_n(page->marked, page->count, looking.every_text());
	if (looking.every_text() || page->count == 0)
		return;
	looking.each_in_bytes({page->bytes, page->length}, [this](std::size_t at) {
		const char *hit = page->bytes + at;
		for (int i = 0; i < page->count; ++i) {
			const auto *row = reinterpret_cast<const char *>(page->rows[i].t_data);
			if (hit >= row && hit < row + page->rows[i].t_len) {
				page->marked[i] = true;
				break;
			}
		}
		return false;
	});
}

void SearchScan::State::scan_rows()
{
	TableScanDesc scan = nullptr;
	TupleTableSlot *slot = nullptr;
	guarded([&] {
		slot = table_slot_create(relation, nullptr);
		scan = table_beginscan(relation, GetActiveSnapshot(), 0, nullptr);
	});
	while (guarded([=] {
		CHECK_FOR_INTERRUPTS();
		const bool more = table_scan_getnextslot(scan, ForwardScanDirection, slot);
		if (more)
			slot_getallattrs(slot);
		return more;
	})) {
		std::copy_n(slot->tts_values, slot->tts_nvalid, values.begin());
		std::copy_n(slot->tts_isnull, slot->tts_nvalid, nulls.get());
		visit(slot->tts_tid, true);
	}
	guarded([=] {
		table_endscan(scan);
		ExecDropSingleTupleTableSlot(slot);
	});
	bytes += std::uint64_t{place.blocks} * BLCKSZ;
}

// whole: every column; else those whose values the page's bytes do not show.
void SearchScan::State::visit(const ItemPointerData &row, bool whole)
{
	std::string text;
	for (const Column &column : columns) {
		const auto index = static_cast<std::size_t>(column.index);
		if (nulls[index])
			continue;
		const bool hidden = column.varlena && is_hidden(values[index]);
		if ((whole || !column.text.sure || hidden) && found_in(values[index], column))
			tell(row, column, text);
	}
}

bool SearchScan::State::found_in(::Datum value, const Column &column)
{
	TextPieces pieces;
	pieces.numbers = looking.every_text();
	guarded([&] {
		MemoryContextReset(memory);
		MemoryContext before = MemoryContextSwitchTo(memory);
		collect_texts(&pieces, value, column.type, column.text.shape);
		MemoryContextSwitchTo(before);
	});
	if (column.varlena && is_hidden(value))
		for (int i = 0; i < pieces.count; ++i)
			bytes += pieces.items[i].length;
	return found_in(pieces);
}

bool SearchScan::State::found_in(const TextPieces &pieces) const
{
	return std::any_of(pieces.items, pieces.items + pieces.count, [this](const TextPiece &piece) {
		const std::string_view text(piece.bytes, piece.length);
		switch (piece.kind) {
			case TextPiece::number:
				return looking.in_number(text);
			case TextPiece::joined:
				return looking.in_bytes(text) || looking.in_text(text);
			default:
				return looking.in_text(text);
		}
	});
}

void SearchScan::State::tell(const ItemPointerData &row, const Column &column, std::string &text)
{
	Hit hit{place.kind, place.relation, static_cast<AttrNumber>(column.index + 1), {}};
	if (place.kind == PlaceKind::statistics) {
		hit.relation = DatumGetObjectId(values[Anum_pg_statistic_starelid - 1]);
		hit.column = DatumGetInt16(values[Anum_pg_statistic_staattnum - 1]);
	} else if (place.kind == PlaceKind::extended_statistics) {
		hit.relation = DatumGetObjectId(values[0]);
		hit.column = 0;
	} else if (text.empty()) {
		text = key.text(memory, values.data(), nulls.get());
		// The key itself may be what was looked for.
		if (text.empty() || looking.in_bytes(text) || looking.in_text(text) || looking.in_number(text))
			text = "(" + std::to_string(ItemPointerGetBlockNumberNoCheck(&row)) + "," + std::to_string(ItemPointerGetOffsetNumberNoCheck(&row)) + ")";
	}
	hit.key = text;
	report(hit);
}

namespace {

// One page of a large object, in the order of objects and pages.
struct ObjectPage {
	::Oid object;
	int32 number;
	const char *bytes;
	std::size_t length;
};

// plain: no destructors in this function
bool next_object_page(SysScanDesc scan, MemoryContext memory, TupleDesc desc, ObjectPage *page)
{
	CHECK_FOR_INTERRUPTS();
	HeapTuple row = systable_getnext_ordered(scan, ForwardScanDirection);
	if (!HeapTupleIsValid(row))
		return false;
	MemoryContextReset(memory);
	MemoryContext before = MemoryContextSwitchTo(memory);
	const auto *form = reinterpret_cast<Form_pg_largeobject>(GETSTRUCT(row));
	bool null;
	struct varlena *data = PG_DETOAST_DATUM_PACKED(heap_getattr(row, Anum_pg_largeobject_data, desc, &null));
	*page = {form->loid, form->pageno, VARDATA_ANY(data), VARSIZE_ANY_EXHDR(data)};
	MemoryContextSwitchTo(before);
	return true;
}

}  // namespace

// Values may lie across pages: each is looked at with the end of the one before.
void SearchScan::State::scan_large_objects()
{
	constexpr std::size_t kKept = 1024;  // longer than any value that is looked for, and what stands beside it
	Relation index = nullptr;
	SysScanDesc scan = nullptr;
	guarded([&] {
		index = index_open(LargeObjectLOidPNIndexId, AccessShareLock);
		scan = systable_beginscan_ordered(relation, index, GetActiveSnapshot(), 0, nullptr);
	});
	std::string window;
	ObjectPage at{};
	::Oid last = InvalidOid, told = InvalidOid;
	int32 expected = 0;
	while (guarded([&] { return next_object_page(scan, memory, RelationGetDescr(relation), &at); })) {
		if (at.object != last || at.number != expected)
			window.clear();
		else if (window.size() > kKept)
			window.erase(0, window.size() - kKept);
		last = at.object;
		expected = at.number + 1;
		window.append(at.bytes, at.length);
		bytes += at.length;
		if (at.object == told || !looking.in_text(window))
			continue;
		told = at.object;
		report({place.kind, place.relation, Anum_pg_largeobject_data, std::to_string(at.object)});
	}
	explicit_bzero(window.data(), window.size());
	guarded([=] {
		systable_endscan_ordered(scan);
		index_close(index, AccessShareLock);
	});
}

SearchScan::SearchScan(const Looking &looking, std::function<void(const Hit &)> report) : state_(std::make_unique<State>(looking, std::move(report))) {}

SearchScan::~SearchScan() = default;

void SearchScan::scan(const Place &place, std::uint32_t part)
{
	State &s = *state_;
	s.open(place);
	if (s.relation == nullptr)
		return;
	if (place.kind == PlaceKind::by_rows)
		s.scan_rows();
	else if (place.kind == PlaceKind::large_objects)
		s.scan_large_objects();
	else
		s.scan_blocks(part * Place::kBlocksAPart, (part + 1) * Place::kBlocksAPart);
}

void SearchScan::finish()
{
	state_->close();
}

std::uint64_t SearchScan::bytes() const { return state_->bytes; }

bool measure(Place &place)
{
	const ::Oid oid = place.relation;
	bool heap = false;
	const bool there = guarded([&] {
		Relation relation = try_relation_open(oid, AccessShareLock);
		if (relation == nullptr)
			return false;
		heap = relation->rd_rel->relam == HEAP_TABLE_AM_OID;
		place.blocks = RelationGetNumberOfBlocks(relation);
		relation_close(relation, AccessShareLock);
		return true;
	});
	if (place.kind == PlaceKind::table && !heap)
		place.kind = PlaceKind::by_rows;
	return there;
}

}  // namespace pg
