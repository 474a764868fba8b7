// Starting a background worker, and what it finds when it begins.
#include "pg/worker.hpp"

#include "pg/boundary.hpp"

namespace pg {
namespace {

// plain: below the boundary
BackgroundWorkerHandle *start(const char *function, const char *title, const char *argument)
{
	BackgroundWorker worker;
	std::memset(&worker, 0, sizeof(worker));
	worker.bgw_flags = BGWORKER_SHMEM_ACCESS | BGWORKER_BACKEND_DATABASE_CONNECTION;
	worker.bgw_start_time = BgWorkerStart_RecoveryFinished;
	worker.bgw_restart_time = BGW_NEVER_RESTART;
	strlcpy(worker.bgw_library_name, "erasure", BGW_MAXLEN);
	strlcpy(worker.bgw_function_name, function, BGW_MAXLEN);
	strlcpy(worker.bgw_name, title, BGW_MAXLEN);
	strlcpy(worker.bgw_type, "erasure", BGW_MAXLEN);
	strlcpy(worker.bgw_extra, argument, BGW_EXTRALEN);
	worker.bgw_main_arg = ObjectIdGetDatum(MyDatabaseId);
	worker.bgw_notify_pid = MyProcPid;
	BackgroundWorkerHandle *handle = nullptr;
	return RegisterDynamicBackgroundWorker(&worker, &handle) ? handle : nullptr;
}

}  // namespace

bool run_worker(const char *function, const std::string &title, const std::string &argument)
{
	const char *const called = title.c_str();
	const char *const told = argument.c_str();
	if (argument.size() >= BGW_EXTRALEN)
		throw Failure(code::internal_error, "argument of a background worker is too long");
	BackgroundWorkerHandle *handle = guarded([=] { return start(function, called, told); });
	if (handle == nullptr)
		return false;
	bool waited = false;
	try {
		guarded([=] { WaitForBackgroundWorkerShutdown(handle); });
		waited = true;
	} catch (const Raised &) {
	}
	// Cancelled: it stops at the next opportunity, as any backend does.
	if (!waited) {
		TerminateBackgroundWorker(handle);
		throw Raised{};
	}
	return true;
}

bool attempt_transaction(const std::function<void()> &body, Caught &caught)
{
	struct Frame {
		const std::function<void()> *body;
	} frame{&body};
	auto entered = [](void *p) {
		auto *f = static_cast<Frame *>(p);
		enter<bool>([f] {
			guarded([] { StartTransactionCommand(); });
			(*f->body)();
			guarded([] {
				if (ActiveSnapshotSet())
					PopActiveSnapshot();
				CommitTransactionCommand();
			});
			return true;
		});
	};
	if (detail::run_guarded(entered, &frame))
		return true;
	struct Kept {
		int sqlstate;
		char message[1024];
		char detail[1024];
		char hint[1024];
	} kept{};
	guarded([&kept] {
		MemoryContextSwitchTo(TopMemoryContext);
		ErrorData *error = CopyErrorData();
		FlushErrorState();
		kept.sqlstate = error->sqlerrcode;
		strlcpy(kept.message, error->message != nullptr ? error->message : "", sizeof(kept.message));
		strlcpy(kept.detail, error->detail != nullptr ? error->detail : "", sizeof(kept.detail));
		strlcpy(kept.hint, error->hint != nullptr ? error->hint : "", sizeof(kept.hint));
		FreeErrorData(error);
		AbortCurrentTransaction();
	});
	caught = {kept.sqlstate, kept.message, kept.detail, kept.hint};
	return false;
}

void set_for_session(const char *name, const std::string &value)
{
	const char *const v = value.c_str();
	guarded([=] { SetConfigOption(name, v, PGC_SUSET, PGC_S_SESSION); });
}

namespace detail {
namespace {

// plain: PostgreSQL lets a session's locks go when a transaction fails, but not when the session ends between two.
void release_locks(int, Datum)
{
	AbortOutOfAnyTransaction();
	LockReleaseAll(DEFAULT_LOCKMETHOD, true);
}

}  // namespace

// plain: no destructors in this function
void enter_worker(std::uintptr_t main_argument, void (*body)(const std::string &argument))
{
	pqsignal(SIGTERM, die);
	pqsignal(SIGHUP, SignalHandlerForConfigReload);
	BackgroundWorkerUnblockSignals();
	BackgroundWorkerInitializeConnectionByOid(DatumGetObjectId(main_argument), InvalidOid, 0);
	before_shmem_exit(release_locks, 0);
	// VACUUM and REINDEX keep there what outlives their transactions.
	PortalContext = AllocSetContextCreate(TopMemoryContext, "erasure worker", ALLOCSET_DEFAULT_SIZES);
	pgstat_report_activity(STATE_RUNNING, MyBgworkerEntry->bgw_name);
	enter<bool>([=] {
		body(MyBgworkerEntry->bgw_extra);
		return true;
	});
	pgstat_report_activity(STATE_IDLE, nullptr);
}

}  // namespace detail

}  // namespace pg
