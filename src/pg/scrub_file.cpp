// Walks the blocks of a relation. The loops hold buffers and locks, so they are plain code below the boundary.
#include "pg/scrub_file.hpp"

#include "pg/boundary.hpp"
#include "pg/page.hpp"

namespace pg {
namespace {

PageShape shape_of(Relation relation)
{
	if (relation->rd_rel->relkind == RELKIND_INDEX)
		return {PageKind::btree, nullptr};
	const TupleDesc desc = RelationGetDescr(relation);
	for (int i = 0; i < desc->natts; ++i)
		if (TupleDescAttr(desc, i)->attisdropped)
			return {PageKind::heap, desc};
	return {PageKind::heap, nullptr};
}

bool is_known(Relation relation)
{
	return relation->rd_rel->relam == (relation->rd_rel->relkind == RELKIND_INDEX ? BTREE_AM_OID : HEAP_TABLE_AM_OID);
}

bool is_table(char kind)
{
	return kind == RELKIND_RELATION || kind == RELKIND_MATVIEW || kind == RELKIND_TOASTVALUE;
}

Relation open_relation(Oid oid, LOCKMODE mode)
{
	Relation relation = relation_open(oid, mode);
	if ((!is_table(relation->rd_rel->relkind) && relation->rd_rel->relkind != RELKIND_INDEX) || !is_known(relation))
		ereport(ERROR, (errcode(ERRCODE_WRONG_OBJECT_TYPE), errmsg("pages of \"%s\" are of no known kind", RelationGetRelationName(relation))));
	return relation;
}

// plain from here on: below the boundary, no destructors

// Changes a page under its exclusive lock. A record of the generic kind makes recovery and replicas do the same; of an unlogged
// table the bytes themselves are enough.
template <typename F>
XLogRecPtr write_page(Relation relation, Buffer buffer, bool whole, F change)
{
	if (RelationNeedsWAL(relation)) {
		GenericXLogState *state = GenericXLogStart(relation);
		change(GenericXLogRegisterBuffer(state, buffer, whole ? GENERIC_XLOG_FULL_IMAGE : 0));
		return GenericXLogFinish(state);
	}
	// Nothing in here can raise.
	change(BufferGetPage(buffer));
	MarkBufferDirty(buffer);
	return InvalidXLogRecPtr;
}

void count(const PageFindings &found, PassTotals &totals)
{
	++totals.visited;
	totals.stale += found.stale;
	totals.unsound += found.sound ? 0 : 1;
	totals.dead += found.dead;
	totals.pointers += found.pointers;
}

// A value of a dropped column that is in the TOAST table: the bytes of its chunks, whose number and length stay.
void clear_external(Relation toast, Relation index, const varatt_external &pointer, bool whole, PassTotals &totals)
{
	ScanKeyData key;
	ScanKeyInit(&key, 1, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(pointer.va_valueid));
	SysScanDesc scan = systable_beginscan_ordered(toast, index, SnapshotAny, 1, &key);
	for (HeapTuple tuple; (tuple = systable_getnext_ordered(scan, ForwardScanDirection)) != nullptr;) {
		const Buffer buffer = ReadBuffer(toast, ItemPointerGetBlockNumber(&tuple->t_self));
		const OffsetNumber item = ItemPointerGetOffsetNumber(&tuple->t_self);
		LockBuffer(buffer, BUFFER_LOCK_EXCLUSIVE);
		const XLogRecPtr lsn = write_page(toast, buffer, whole, [=](Page page) {
			const ItemId id = PageGetItemId(page, item);
			const auto header = reinterpret_cast<HeapTupleHeader>(PageGetItem(page, id));
			// chunk_id and chunk_seq, then chunk_data, which is never NULL.
			char *const value = reinterpret_cast<char *>(header) + header->t_hoff + sizeof(Oid) + sizeof(int32);
			const std::size_t head = VARATT_IS_1B(value) ? VARHDRSZ_SHORT : VARHDRSZ;
			std::memset(value + head, 0, VARSIZE_ANY(value) - head);
		});
		totals.last_lsn = std::max<std::uint64_t>(totals.last_lsn, lsn);
		++totals.written;
		UnlockReleaseBuffer(buffer);
	}
	systable_endscan_ordered(scan);
}

void clear_external(Relation relation, const varatt_external *pointers, int count, bool whole, PassTotals &totals)
{
	Relation toast = table_open(relation->rd_rel->reltoastrelid, ShareUpdateExclusiveLock);
	Relation index = index_open(linitial_oid(RelationGetIndexList(toast)), AccessShareLock);
	for (int i = 0; i < count; ++i)
		if (pointers[i].va_toastrelid == RelationGetRelid(toast))
			clear_external(toast, index, pointers[i], whole, totals);
	index_close(index, AccessShareLock);
	table_close(toast, NoLock);
}

// What a pass goes by.
struct Walk {
	Relation relation;
	PageShape shape;
	BufferAccessStrategy strategy;
	TransactionId horizon;
	bool every_page;
};

// Most pages are clean: they are looked at beside readers. Writing takes the exclusive lock, not the clean-up lock: a free
// byte was freed under that one, so that nobody who has the page pinned can still be reading it.
void scrub_block(const Walk &walk, BlockNumber block, PassTotals &totals)
{
	const Buffer buffer = ReadBufferExtended(walk.relation, MAIN_FORKNUM, block, RBM_NORMAL, walk.strategy);
	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	PageFindings found = look_at_page(BufferGetPage(buffer), walk.shape, block, walk.horizon);
	varatt_external external[kMostExternal];
	const int externals = found.external ? dropped_external(BufferGetPage(buffer), walk.shape.dropped, external) : 0;
	const bool whole = walk.every_page || !fullPageWrites;
	if (found.sound && !found.fresh && (found.stale > 0 || walk.every_page)) {
		LockBuffer(buffer, BUFFER_LOCK_UNLOCK);
		LockBuffer(buffer, BUFFER_LOCK_EXCLUSIVE);
		found = look_at_page(BufferGetPage(buffer), walk.shape, block, walk.horizon);
		if (found.sound && !found.fresh && !(walk.shape.kind == PageKind::btree && block == BTREE_METAPAGE)) {
			const XLogRecPtr lsn = write_page(walk.relation, buffer, whole, [&](Page page) { clear_page(page, walk.shape); });
			totals.last_lsn = std::max<std::uint64_t>(totals.last_lsn, lsn);
			++totals.written;
		}
	}
	UnlockReleaseBuffer(buffer);
	if (externals > 0)
		clear_external(walk.relation, external, externals, whole, totals);
	count(found, totals);
}

}  // namespace

void PassTotals::add(const PassTotals &more)
{
	blocks = std::max(blocks, more.blocks);
	visited += more.visited;
	written += more.written;
	stale += more.stale;
	unsound += more.unsound;
	dead += more.dead;
	pointers += more.pointers;
	newer += more.newer;
	last_lsn = std::max(last_lsn, more.last_lsn);
}

FileInfo file_info(Oid oid)
{
	return guarded([&] {
		FileInfo info;
		Relation relation = relation_open(oid, AccessShareLock);
		const char kind = relation->rd_rel->relkind;
		info.relation = oid;
		info.table = is_table(kind);
		if (info.table || kind == RELKIND_INDEX) {
			info.file = relation->rd_rel->relfilenode;
			info.toast = relation->rd_rel->reltoastrelid;
			info.known = is_known(relation);
			info.blocks = RelationGetNumberOfBlocks(relation);
		}
		relation_close(relation, AccessShareLock);
		return info;
	});
}

Blocks unchanged_since(Oid oid, std::uint64_t lsn)
{
	const std::uint32_t blocks = file_info(oid).blocks;
	Blocks unchanged(blocks);
	std::vector<unsigned char> seen(blocks);  // what the guarded leaf can write to
	unsigned char *const to = seen.data();
	guarded([=] {
		Relation relation = relation_open(oid, AccessShareLock);
		Buffer map = InvalidBuffer;
		for (BlockNumber block = 0; block < blocks; ++block) {
			if ((visibilitymap_get_status(relation, block, &map) & VISIBILITYMAP_ALL_VISIBLE) != 0 && BufferIsValid(map) &&
				BufferGetLSNAtomic(map) <= lsn)
				to[block] = 1;
			if (block % 4096 == 0)
				CHECK_FOR_INTERRUPTS();
		}
		if (BufferIsValid(map))
			ReleaseBuffer(map);
		relation_close(relation, AccessShareLock);
	});
	std::copy(seen.begin(), seen.end(), unchanged.begin());
	return unchanged;
}

namespace {

// One byte a block for the guarded leaf: it must not touch what can throw.
std::vector<unsigned char> skipped_blocks(const Blocks *unchanged, std::uint32_t from, std::uint32_t to)
{
	std::vector<unsigned char> skip(to - from);
	if (unchanged != nullptr)
		for (std::uint32_t block = from; block < to && block < unchanged->size(); ++block)
			skip[block - from] = (*unchanged)[block] ? 1 : 0;
	return skip;
}

}  // namespace

PassTotals scrub_blocks(const Pass &pass, std::uint32_t from, std::uint32_t to)
{
	const std::vector<unsigned char> skip = skipped_blocks(pass.unchanged, from, to);
	const unsigned char *const skipped = skip.data();
	const Pass *const by = &pass;
	return guarded([=] {
		PassTotals totals;
		Relation relation = open_relation(by->relation, ShareUpdateExclusiveLock);
		const Walk walk{relation, shape_of(relation), GetAccessStrategy(BAS_VACUUM), by->horizon, by->every_page};
		totals.blocks = RelationGetNumberOfBlocks(relation);
		const BlockNumber end = std::min<BlockNumber>(to, static_cast<BlockNumber>(totals.blocks));
		begin_cost_accounting();
		for (BlockNumber block = from; block < end; ++block) {
			if (skipped[block - from] != 0)
				continue;
			delay_by_cost();
			scrub_block(walk, block, totals);
		}
		end_cost_accounting();
		FreeAccessStrategy(walk.strategy);
		// A transaction without a number does not wait for its WAL.
		if (totals.last_lsn != 0)
			XLogFlush(totals.last_lsn);
		relation_close(relation, NoLock);
		return totals;
	});
}

namespace {

struct alignas(4096) DiskPage {
	char bytes[BLCKSZ];
};

// The page may be written while it is read: looked at again then.
PageFindings look_on_disk(Relation relation, BlockNumber block, const PageShape &shape, TransactionId horizon, DiskPage &page)
{
	PageFindings found{};
	for (int tries = 0; tries < 5; ++tries) {
		smgrread(RelationGetSmgr(relation), MAIN_FORKNUM, block, page.bytes);
		found = look_at_page(page.bytes, shape, block, horizon);
		if (found.fresh || (found.sound && found.stale == 0 && found.dead == 0))
			break;
		pg_usleep(1000L * tries);
		CHECK_FOR_INTERRUPTS();
	}
	return found;
}

}  // namespace

PassTotals verify_blocks(Oid oid, std::uint32_t horizon, std::uint64_t lsn, const Blocks *unchanged)
{
	const std::vector<unsigned char> skip = skipped_blocks(unchanged, 0, unchanged != nullptr ? static_cast<std::uint32_t>(unchanged->size()) : 0);
	const unsigned char *const skipped = skip.data();
	const std::size_t skips = skip.size();
	return guarded([=] {
		PassTotals totals;
		Relation relation = open_relation(oid, AccessShareLock);
		const PageShape shape = shape_of(relation);
		// What is on disk is what was written last: dirty pages go out first.
		FlushRelationBuffers(relation);
		const BlockNumber blocks = RelationGetNumberOfBlocks(relation);
		totals.blocks = blocks;
		DiskPage page;
		for (BlockNumber block = 0; block < blocks; ++block) {
			CHECK_FOR_INTERRUPTS();
			if (block < skips && skipped[block] != 0)
				continue;
			const PageFindings found = look_on_disk(relation, block, shape, horizon, page);
			if (!found.fresh && PageGetLSN(page.bytes) > lsn) {
				++totals.newer;
				totals.dead += found.dead;
				continue;
			}
			count(found, totals);
		}
		relation_close(relation, AccessShareLock);
		return totals;
	});
}

}  // namespace pg
