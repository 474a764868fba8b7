// Keeps the subjects of running statements, and hands them to the life cycle when the statement ends.
#include "guard/direct.hpp"

#include "guard/called.hpp"
#include "lifecycle/direct.hpp"
#include "lifecycle/locked.hpp"
#include "pg/boundary.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/key_text.hpp"
#include "policy/permit.hpp"

namespace guard {
namespace {

// Of one statement and subject table. It has a memory context of its own under that of the subtransaction: when that is rolled
// back, so is what its statements moved, and the batch leaves the list.
struct Batch {
	Batch *older;
	MemoryContext memory;
	int depth;  // of triggers: whose the statement is
	int subject_id;
	::Oid subject;
	bool restored;
	int keys;
	::Oid *key_type;
	bool *by_value;
	int16 *length;
	std::size_t count;
	std::size_t room;
	::Datum *key;  // keys for each subject
};

constinit Batch *newest = nullptr;

// plain: no destructors in this function
void leave_list(void *argument)
{
	for (Batch **at = &newest; *at != nullptr; at = &(*at)->older)
		if (*at == argument) {
			*at = (*at)->older;
			return;
		}
}

// plain: no destructors in this function
int trigger_depth()
{
	return DatumGetInt32(OidFunctionCall0(F_PG_TRIGGER_DEPTH));
}

// plain: no destructors in this function
Batch *find(int depth, int subject_id, bool restored)
{
	for (Batch *batch = newest; batch != nullptr; batch = batch->older)
		if (batch->depth == depth && batch->subject_id == subject_id && batch->restored == restored)
			return batch;
	return nullptr;
}

// plain: no destructors in this function
Batch *begin(const Role &role, int depth, bool restored)
{
	MemoryContext memory = AllocSetContextCreate(CurTransactionContext, "erasure direct", ALLOCSET_DEFAULT_SIZES);
	MemoryContext before = MemoryContextSwitchTo(memory);
	auto *batch = static_cast<Batch *>(palloc0(sizeof(Batch)));
	const auto keys = static_cast<Size>(role.keys);
	batch->older = newest;
	batch->memory = memory;
	batch->depth = depth;
	batch->subject_id = role.subject_id;
	batch->subject = role.subject;
	batch->restored = restored;
	batch->keys = role.keys;
	batch->key_type = static_cast<::Oid *>(palloc(keys * sizeof(::Oid)));
	batch->by_value = static_cast<bool *>(palloc(keys * sizeof(bool)));
	batch->length = static_cast<int16 *>(palloc(keys * sizeof(int16)));
	for (int i = 0; i < role.keys; ++i) {
		batch->key_type[i] = role.key_type[i];
		get_typlenbyval(role.key_type[i], &batch->length[i], &batch->by_value[i]);
	}
	batch->room = 64;
	batch->key = static_cast<::Datum *>(palloc(batch->room * keys * sizeof(::Datum)));
	auto *callback = static_cast<MemoryContextCallback *>(palloc0(sizeof(MemoryContextCallback)));
	callback->func = leave_list;
	callback->arg = batch;
	MemoryContextRegisterResetCallback(memory, callback);
	MemoryContextSwitchTo(before);
	newest = batch;
	return batch;
}

void require_may(int subject_id, bool restored)
{
	const auto all = policy::catalogue();
	if (const policy::Subject *subject = all->subject(subject_id))
		policy::require_may(*subject, restored ? core::Action::restore : core::Action::soft_delete);
}

policy::KeySet keys_of(const Batch &batch)
{
	policy::KeySet keys;
	keys.columns.resize(static_cast<std::size_t>(batch.keys));
	const ::Datum *at = batch.key;
	for (std::size_t i = 0; i < batch.count; ++i)
		for (int c = 0; c < batch.keys; ++c)
			keys.columns[static_cast<std::size_t>(c)].push_back(pg::key_text(batch.key_type[c], *at++));
	// Names for messages, of rows that are there: none is needed.
	keys.texts.resize(batch.count);
	return keys;
}

void record(const Batch &batch)
{
	const core::Action action = batch.restored ? core::Action::restore : core::Action::soft_delete;
	const policy::Held subject = lifecycle::locked_subject(batch.subject_id, action, lifecycle::Reach::subjects);
	lifecycle::record_direct(*subject, keys_of(batch), action);
}

// plain: no destructors in this function
void end_batch(int depth, int subject_id, bool restored)
{
	Batch *batch = find(depth, subject_id, restored);
	if (batch == nullptr)
		return;
	// What runs underneath has batches of its own.
	leave_list(batch);
	pg::enter<bool>([=] {
		record(*batch);
		return true;
	});
	MemoryContextDelete(batch->memory);
}

}  // namespace

// plain: no destructors in this function
void note_direct(const Role &role, const Values &after, bool restored)
{
	const int depth = trigger_depth();
	Batch *batch = find(depth, role.subject_id, restored);
	if (batch == nullptr) {
		pg::enter<bool>([&] {
			require_may(role.subject_id, restored);
			return true;
		});
		batch = begin(role, depth, restored);
	}
	const auto keys = static_cast<std::size_t>(batch->keys);
	if (batch->count == batch->room) {
		batch->room *= 2;
		batch->key = static_cast<::Datum *>(repalloc_huge(batch->key, batch->room * keys * sizeof(::Datum)));
	}
	MemoryContext before = MemoryContextSwitchTo(batch->memory);
	::Datum *to = batch->key + batch->count * keys;
	for (int i = 0; i < batch->keys; ++i)
		to[i] = datumCopy(after.values[role.key[i] - 1], batch->by_value[i], batch->length[i]);
	++batch->count;
	MemoryContextSwitchTo(before);
}

// plain: no destructors in this function
// As where the statement named a table above the subject table, whose end is no statement's end of ours.
void transaction_event(XactEvent event, void *)
{
	if (newest == nullptr || (event != XACT_EVENT_PRE_COMMIT && event != XACT_EVENT_PRE_PREPARE))
		return;
	const char *name = get_rel_name(newest->subject);
	ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE), errmsg("deletion times of protected table \"%s\" were changed past its guards", name ? name : ""),
					errdetail("The end of the statement was not seen, so nobody has taken down what it did."),
					errhint("Write to the table itself or one of its partitions, with its guards enabled.")));
}

}  // namespace guard

extern "C" {

ERASURE_EXPORT ::Datum erasure_guard_updated(FunctionCallInfo fcinfo);
ERASURE_PLAIN_FUNCTION(erasure_guard_updated)

// AFTER UPDATE FOR EACH STATEMENT on subject tables whose policy lets clients move subjects themselves.
// plain: no destructors in this function
::Datum erasure_guard_updated(FunctionCallInfo fcinfo)
{
	const TriggerData *data = guard::trigger_data(fcinfo, "erasure._guard_updated", TRIGGER_EVENT_UPDATE | TRIGGER_EVENT_AFTER);
	if (guard::newest == nullptr)
		return PointerGetDatum(nullptr);
	const guard::Rules *rules = guard::rules_of(RelationGetRelid(data->tg_relation));
	const int depth = guard::trigger_depth();
	for (int i = 0; i < rules->roles; ++i) {
		if (!rules->role[i].is_subject)
			continue;
		const int subject_id = rules->role[i].subject_id;
		guard::end_batch(depth, subject_id, false);
		guard::end_batch(depth, subject_id, true);
		break;
	}
	return PointerGetDatum(nullptr);
}

}  // extern "C"
