// Keeps, for each subject table, two Bloom filters: over the keys of who is masked or erased, and of who is on hold.
#include "guard/known.hpp"

#include "pg/boundary.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"

extern "C" {
#include "commands/sequence.h"
#include "common/hashfn.h"
}

namespace guard {

struct Filter {
	uint64 keys;
	uint64 mask;  // the number of bits, less one
	uint64 *bits;
};

struct Known {
	Known *next;
	int subject_id;
	::Oid sequence;  // CREATE EXTENSION anew counts from the start again
	int64 epoch;     // loaded under this number; 0: nothing is loaded
	Filter gone;
	Filter held;
	int patience;    // questions to answer with "maybe" before another attempt to load
};

namespace {

// Of each key four bits are set among 16 to 32 for each: of strangers at most one in 400 is looked up in vain.
constexpr int kProbes = 4;
constexpr uint64 kBitsForKey = 32;
constexpr uint64 kFewestBits = 4096;
constexpr int kPatience = 256;

constinit Known *all = nullptr;

// plain: no destructors in this function
::Oid sequence()
{
	static ::Oid oid = InvalidOid;
	static std::uint64_t generation = 0;
	if (generation != policy::generation() || !OidIsValid(oid)) {
		oid = pg::enter<::Oid>([] { return pg::relation_by_name("erasure", "state_epoch"); });
		generation = policy::generation();
	}
	return oid;
}

// Where the sequence's page was when we last looked; it hardly ever moves. Without a lock on the sequence: whoever fires a
// guard holds one on its table, and the extension cannot be dropped meanwhile.
struct Place {
	::Oid sequence;
	pg::FileLocator file;
	Buffer buffer;
};

constinit Place place = {};

// plain: no destructors in this function
Buffer pin_page(::Oid oid)
{
	if (place.sequence == oid && ReadRecentBuffer(place.file, MAIN_FORKNUM, 0, place.buffer))
		return place.buffer;
	Relation rel = relation_open(oid, AccessShareLock);
	place = {oid, pg::file_of(rel), ReadBuffer(rel, 0)};
	relation_close(rel, AccessShareLock);
	return place.buffer;
}

// plain: no destructors in this function
int64 epoch_now(::Oid oid)
{
	Buffer buffer = pin_page(oid);
	LockBuffer(buffer, BUFFER_LOCK_SHARE);
	Page page = BufferGetPage(buffer);
	const auto *row = reinterpret_cast<char *>(PageGetItem(page, PageGetItemId(page, FirstOffsetNumber)));
	const auto *data = reinterpret_cast<const FormData_pg_sequence_data *>(row + reinterpret_cast<const HeapTupleHeaderData *>(row)->t_hoff);
	const int64 now = data->last_value;
	UnlockReleaseBuffer(buffer);
	return now;
}

// plain: no destructors in this function
uint64 hash_text(const char *text, std::size_t length)
{
	return hash_bytes_extended(reinterpret_cast<const unsigned char *>(text), static_cast<int>(length), 0);
}

// plain: no destructors in this function
uint64 hash_key(::Datum key, ::Oid type)
{
	char digits[24];
	switch (type) {
		case INT2OID:
			return hash_text(digits, static_cast<std::size_t>(pg_itoa(DatumGetInt16(key), digits)));
		case INT4OID:
			return hash_text(digits, static_cast<std::size_t>(pg_ltoa(DatumGetInt32(key), digits)));
		case INT8OID:
			return hash_text(digits, static_cast<std::size_t>(pg_lltoa(DatumGetInt64(key), digits)));
		case UUIDOID: {
			char *text = DatumGetCString(OidFunctionCall1(F_UUID_OUT, key));
			return hash_text(text, std::strlen(text));
		}
		default: {
			text *value = DatumGetTextPP(key);
			return hash_text(VARDATA_ANY(value), static_cast<std::size_t>(VARSIZE_ANY_EXHDR(value)));
		}
	}
}

// plain: no destructors in this function
// The bit of each probe, from the two halves of one hash.
uint64 bit(const Filter &filter, uint64 hash, int probe)
{
	return (hash + static_cast<uint64>(probe) * (hash >> 32 | 1)) & filter.mask;
}

// plain: no destructors in this function
void add(Filter &filter, uint64 hash)
{
	for (int i = 0; i < kProbes; ++i) {
		const uint64 at = bit(filter, hash, i);
		filter.bits[at >> 6] |= UINT64CONST(1) << (at & 63);
	}
	++filter.keys;
}

// plain: no destructors in this function
bool has(const Filter &filter, uint64 hash)
{
	for (int i = 0; i < kProbes; ++i) {
		const uint64 at = bit(filter, hash, i);
		if ((filter.bits[at >> 6] >> (at & 63) & 1) == 0)
			return false;
	}
	return true;
}

void make_room(Filter &filter, uint64 keys)
{
	uint64 size = kFewestBits;
	while (size < keys * kBitsForKey)
		size *= 2;
	pg::guarded([&filter, size] {
		if (filter.bits != nullptr)
			pfree(filter.bits);
		filter.bits = nullptr;
		filter.bits = static_cast<uint64 *>(MemoryContextAllocExtended(TopMemoryContext, size / 8, MCXT_ALLOC_HUGE | MCXT_ALLOC_ZERO));
	});
	filter.mask = size - 1;
	filter.keys = 0;
}

constexpr const char *kGone = R"(
SELECT s.key FROM erasure.subject_state s WHERE s.subject_id OPERATOR(pg_catalog.=) $1 AND s.announced OPERATOR(pg_catalog.>) $2
   AND s.state OPERATOR(pg_catalog.=) ANY ('{masked,erased}'))";
constexpr const char *kHeld = "SELECT h.key FROM erasure.legal_hold h WHERE h.subject_id OPERATOR(pg_catalog.=) $1";

void read_keys(pg::Spi &spi, Filter &filter, const char *sql, const pg::Params &params, bool anew)
{
	if (anew)
		make_room(filter, static_cast<uint64>(spi.number("SELECT pg_catalog.count(*) FROM (" + std::string(sql) + ") AS k", params)));
	pg::Cursor cursor(sql, params, {pg::Form::text});
	while (cursor.fetch(1000))
		for (std::size_t i = 0; i < cursor.rows(); ++i) {
			const std::string_view key = cursor.at(i, 0);
			add(filter, hash_text(key.data(), key.size()));
		}
	cursor.close();
}

// Whether this transaction drew a number itself: what it sees may be rolled back, and somebody whom it released or
// brought back be special again.
bool announced_here(::Oid oid)
{
	return pg::guarded([=] {
		Relation rel = relation_open(oid, AccessShareLock);
		const bool mine = CheckRelationLockedByMe(rel, RowExclusiveLock, false);
		relation_close(rel, NoLock);
		return mine;
	});
}

// False where somebody is being added at this moment: nobody can tell yet whom.
bool load(Known *known)
{
	const ::Oid oid = known->sequence;
	if (announced_here(oid) || !pg::guarded([=] { return ConditionalLockRelationOid(oid, ShareLock); }))
		return false;
	const int64 now = pg::guarded([=] { return epoch_now(oid); });
	const int64 before = known->epoch;
	const bool anew = before == 0 || known->gone.keys * (kBitsForKey / 2) > known->gone.mask;
	known->epoch = 0;  // should the load fail
	// Those who were added since; of those on hold, who are few, all again.
	policy::as_extension([&](pg::Spi &spi) {
		read_keys(spi, known->gone, kGone, pg::Params().add_int4(known->subject_id).add(anew ? int64{0} : before), anew);
		read_keys(spi, known->held, kHeld, pg::Params().add_int4(known->subject_id), true);
	});
	known->epoch = now;
	pg::guarded([=] { UnlockRelationOid(oid, ShareLock); });
	return true;
}

// plain: no destructors in this function
// Whether what we have is whole, as of now.
bool is_current(Known *known)
{
	const ::Oid oid = sequence();
	if (known->sequence != oid) {
		known->sequence = oid;
		known->epoch = 0;
	}
	if (known->epoch != 0 && epoch_now(oid) == known->epoch)
		return true;
	if (known->patience > 0) {
		--known->patience;
		return false;
	}
	if (pg::enter<bool>([=] { return load(known); }))
		return true;
	known->patience = kPatience;
	return false;
}

}  // namespace

bool is_knowable(::Oid type)
{
	switch (type) {
		case INT2OID:
		case INT4OID:
		case INT8OID:
		case UUIDOID:
		case TEXTOID:
		case VARCHAROID:
			return true;
		default:
			return false;
	}
}

Known *known_of(int subject_id)
{
	for (Known *known = all; known != nullptr; known = known->next)
		if (known->subject_id == subject_id)
			return known;
	auto *known = pg::guarded([] { return static_cast<Known *>(MemoryContextAllocZero(TopMemoryContext, sizeof(Known))); });
	known->subject_id = subject_id;
	known->next = all;
	all = known;
	return known;
}

// plain: no destructors in this function
Special special(Known *known, Concern concern)
{
	if (known == nullptr || !is_current(known))
		return Special::anybody;
	const bool nobody = (concern == Concern::held || known->gone.keys == 0) && (concern == Concern::gone || known->held.keys == 0);
	return nobody ? Special::nobody : Special::some;
}

// plain: no destructors in this function
bool may_be(const Known *known, Concern concern, ::Datum key, ::Oid type)
{
	const uint64 hash = hash_key(key, type);
	return (concern != Concern::held && has(known->gone, hash)) || (concern != Concern::gone && has(known->held, hash));
}

}  // namespace guard

extern "C" {

ERASURE_EXPORT ::Datum erasure_announce(FunctionCallInfo fcinfo);
ERASURE_PLAIN_FUNCTION(erasure_announce)

// On the extension's own tables of states and holds: BEFORE a row is one of a special subject or ceases to be, or AFTER a
// statement. plain: no destructors in this function
::Datum erasure_announce(FunctionCallInfo fcinfo)
{
	const auto *data = reinterpret_cast<TriggerData *>(fcinfo->context);
	// Anybody can put it on a table of their own, whose column of that name may be of another type.
	if (!CALLED_AS_TRIGGER(fcinfo) || RelationGetNamespace(data->tg_relation) != get_namespace_oid("erasure", true))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_TRIGGER_PROTOCOL_VIOLATED), errmsg("function \"erasure._announce\" was not called as its trigger")));
	int64 number = nextval_internal(guard::sequence(), false);
	if (!TRIGGER_FIRED_FOR_ROW(data->tg_event))
		return PointerGetDatum(nullptr);
	if (TRIGGER_FIRED_BY_DELETE(data->tg_event))
		return PointerGetDatum(data->tg_trigtuple);
	HeapTuple row = TRIGGER_FIRED_BY_UPDATE(data->tg_event) ? data->tg_newtuple : data->tg_trigtuple;
	int column = get_attnum(RelationGetRelid(data->tg_relation), "announced");
	::Datum value = Int64GetDatum(number);
	bool null = false;
	return PointerGetDatum(heap_modify_tuple_by_cols(row, RelationGetDescr(data->tg_relation), 1, &column, &value, &null));
}

}  // extern "C"
