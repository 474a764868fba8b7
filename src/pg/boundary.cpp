// The only PG_TRY blocks of the project, and the fixed buffers an error waits in until it may be raised.
#include "pg/boundary.hpp"

#include "pg/attempt.hpp"

namespace pg {
namespace detail {
namespace {

enum class Kind { none, raised, failure, out_of_memory, unknown };

// Long texts are cut; the coverage gate's list of statements is the longest there is.
struct Record {
	Kind kind;
	int sqlstate;
	char message[512];
	char detail[8192];
	char hint[8192];
};

// One is enough: between recording and raising nothing else of ours can run.
constinit Record record{};

template <std::size_t N>
void fill(char (&to)[N], const char *from) noexcept
{
	std::size_t length = std::strlen(from);
	if (length >= N) {
		length = N - 1;
		// Not in the middle of a UTF-8 character: step back over continuation bytes.
		while (length > 0 && (static_cast<unsigned char>(from[length]) & 0xC0) == 0x80)
			--length;
	}
	std::memcpy(to, from, length);
	to[length] = '\0';
}

}  // namespace

void record_raised() noexcept
{
	record.kind = Kind::raised;
}

void record_failure(const Failure &failure) noexcept
{
	record.kind = Kind::failure;
	record.sqlstate = failure.sqlstate();
	fill(record.message, failure.message().c_str());
	fill(record.detail, failure.detail().c_str());
	fill(record.hint, failure.hint().c_str());
}

void record_out_of_memory() noexcept
{
	record.kind = Kind::out_of_memory;
}

void record_unknown(const char *what) noexcept
{
	record.kind = Kind::unknown;
	fill(record.message, what);
}

// plain: no destructors in this function
void raise_recorded()
{
	const Kind kind = record.kind;
	record.kind = Kind::none;
	switch (kind) {
		case Kind::raised:
			PG_RE_THROW();
		case Kind::failure:
			ereport(ERROR, (errcode(record.sqlstate), errmsg("%s", record.message),
							record.detail[0] ? errdetail("%s", record.detail) : 0,
							record.hint[0] ? errhint("%s", record.hint) : 0));
		case Kind::out_of_memory:
			ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("out of memory"),
							errdetail("A C++ allocation failed.")));
		default:
			break;
	}
	ereport(ERROR, (errcode(ERRCODE_INTERNAL_ERROR), errmsg("internal error in erasure"),
					errdetail("%s", record.message)));
	pg_unreachable();
}

// plain: no destructors in this function
bool run_guarded(Leaf leaf, void *argument) noexcept
{
	volatile bool ok = false;
	PG_TRY();
	{
		leaf(argument);
		ok = true;
	}
	PG_CATCH();
	{
		// The error stays where it is; the caller throws Raised and the entry wrapper re-throws it.
	}
	PG_END_TRY();
	return ok;
}

namespace {

struct Subtransaction {
	MemoryContext context;
	ResourceOwner owner;
};

// An error copied to a context of its own: FreeErrorData() leaves some of the strings behind, and a loop of failing
// attempts must not pile them up.
struct Kept {
	MemoryContext context;
	const ErrorData *error;
};

// Ends the failed subtransaction. Copying the error can itself raise (out of memory): then that error goes on.
Kept roll_back(const Subtransaction &outer)
{
	return guarded([&] {
		Kept kept;
		kept.context = AllocSetContextCreate(outer.context, "erasure caught error", ALLOCSET_SMALL_SIZES);
		MemoryContextSwitchTo(kept.context);
		kept.error = CopyErrorData();
		FlushErrorState();
		RollbackAndReleaseCurrentSubTransaction();
		MemoryContextSwitchTo(outer.context);
		CurrentResourceOwner = outer.owner;
		return kept;
	});
}

const char *or_empty(const char *text) { return text != nullptr ? text : ""; }

// Any trigger can raise these numbers and would so get past whoever goes on after errors: a procedural language's own files
// (pl_exec.c, plperl.c, plpy_elog.c, pltcl.c) tell what user code has raised.
bool must_not_be_handled(const ErrorData &error)
{
	const char *file = error.filename != nullptr ? error.filename : "";
	const char *slash = std::strrchr(file, '/');
	if (std::strncmp(slash != nullptr ? slash + 1 : file, "pl", 2) == 0)
		return false;
	const int sqlstate = error.sqlerrcode;
	return sqlstate == ERRCODE_QUERY_CANCELED || sqlstate == ERRCODE_ADMIN_SHUTDOWN ||
		   sqlstate == ERRCODE_CRASH_SHUTDOWN || sqlstate == ERRCODE_OUT_OF_MEMORY;
}

}  // namespace

bool run_attempt(Leaf body, void *argument, Caught *caught)
{
	const Subtransaction outer{CurrentMemoryContext, CurrentResourceOwner};
	guarded([&] {
		BeginInternalSubTransaction(nullptr);
		MemoryContextSwitchTo(outer.context);
	});
	// The C++ body is an entry of its own, so that whatever it throws is a PostgreSQL error here.
	struct Frame {
		Leaf body;
		void *argument;
	} frame{body, argument};
	auto entered = [](void *p) {
		auto *f = static_cast<Frame *>(p);
		enter<bool>([f] {
			f->body(f->argument);
			return true;
		});
	};
	if (run_guarded(entered, &frame)) {
		guarded([&] {
			ReleaseCurrentSubTransaction();
			MemoryContextSwitchTo(outer.context);
			CurrentResourceOwner = outer.owner;
		});
		return true;
	}
	const Kept kept = roll_back(outer);
	caught->sqlstate = kept.error->sqlerrcode;
	caught->message = or_empty(kept.error->message);
	caught->detail = or_empty(kept.error->detail);
	caught->hint = or_empty(kept.error->hint);
	const bool pass_on = must_not_be_handled(*kept.error);
	guarded([kept] { MemoryContextDelete(kept.context); });
	if (pass_on)
		throw Failure(caught->sqlstate, caught->message);
	return false;
}

}  // namespace detail

bool attempt_body(const std::function<void()> &body, Caught &caught)
{
	return attempt([&] { body(); }, caught);
}

namespace {

// plain: no destructors in this function
void redact_pending()
{
	// The error is pending and CurrentMemoryContext is ErrorContext. It is raised again at once, so nothing goes on
	// between flushing and raising.
	MemoryContextSwitchTo(TopTransactionContext);
	ErrorData *error = CopyErrorData();
	FlushErrorState();
	const int category = ERRCODE_TO_CATEGORY(error->sqlerrcode);
	if (category == ERRCODE_INTEGRITY_CONSTRAINT_VIOLATION || category == ERRCODE_TO_CATEGORY(ERRCODE_WITH_CHECK_OPTION_VIOLATION)) {
		error->detail = pstrdup("The row is not shown, since it may hold personal data.");
		error->detail_log = nullptr;
	}
	ReThrowError(error);
}

}  // namespace

void redacting(const std::function<void()> &body)
{
	bool raised = false;
	try {
		body();
	} catch (const Raised &) {
		raised = true;
	}
	if (raised)
		guarded([] { redact_pending(); });
}

void check_interrupts()
{
	guarded([] { CHECK_FOR_INTERRUPTS(); });
}

namespace {

void tell(int level, const std::string &message, const std::string &detail, const std::string &hint)
{
	const char *m = message.c_str();
	const char *d = detail.c_str();
	const char *h = hint.c_str();
	guarded([=] {
		ereport(level, (errmsg("%s", m), *d ? errdetail("%s", d) : 0, *h ? errhint("%s", h) : 0));
	});
}

}  // namespace

void notice(const std::string &message, const std::string &detail, const std::string &hint)
{
	tell(NOTICE, message, detail, hint);
}

void warning(const std::string &message, const std::string &detail, const std::string &hint)
{
	tell(WARNING, message, detail, hint);
}

void server_log(int sqlstate, const std::string &message, const std::string &detail, const std::string &hint)
{
	const char *m = message.c_str();
	const char *d = detail.c_str();
	const char *h = hint.c_str();
	guarded([=] {
		ereport(LOG, (errcode(sqlstate), errmsg("%s", m), errdetail("%s", d), errhint("%s", h), errhidestmt(true), errhidecontext(true)));
	});
}

}  // namespace pg
