// Refuses utility statements that change the caller's session whatever becomes of the transaction. PostgreSQL does the same in
// its security-restricted operations, which a statement that queues deferred foreign keys cannot be.
#include "guard/underneath.hpp"

#include "guard/pass.hpp"
#include "pg/server.hpp"

extern "C" {
#include "tcop/utility.h"
}

namespace guard {
namespace {

constinit ProcessUtility_hook_type next = nullptr;

// plain: no destructors in this function
// A prepared statement of another's name would be run as the calling role, by whoever has prepared one of that name.
const char *changes_session(const Node *statement)
{
	switch (nodeTag(statement)) {
		case T_PrepareStmt:
			return "PREPARE";
		case T_DeallocateStmt:
			return "DEALLOCATE";
		case T_DiscardStmt:
			return "DISCARD";
		case T_ListenStmt:
			return "LISTEN";
		case T_UnlistenStmt:
			return "UNLISTEN";
		default:
			return nullptr;
	}
}

// plain: no destructors in this function
void process(PlannedStmt *planned, const char *text, bool read_only_tree, ProcessUtilityContext context, ParamListInfo params, QueryEnvironment *environment,
			 DestReceiver *receiver, QueryCompletion *completion)
{
	const char *name = engine_running() ? changes_session(planned->utilityStmt) : nullptr;
	if (name != nullptr)
		ereport(ERROR, (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE), errmsg("cannot execute %s underneath a statement of erasure", name),
						errdetail("It would change the session of the calling role."), errhint("Let no trigger or function of the table do this.")));
	(next != nullptr ? next : standard_ProcessUtility)(planned, text, read_only_tree, context, params, environment, receiver, completion);
}

}  // namespace

// plain: no destructors in this function
void watch_utilities()
{
	next = ProcessUtility_hook;
	ProcessUtility_hook = process;
}

}  // namespace guard
