// Turns DELETE on a subject table into UPDATE of the deletion time when it is planned, and knows the rows it writes.
//
// Rules, views and row security have had their say by then, so what may be deleted is what DELETE might; the privilege that is
// checked stays DELETE's, and the command that clients are told. A plan depends on its table, whose triggers change with its
// policy: it is made anew when that is declared. Where this library was not there to plan it, a DELETE meets the guard.
#include "guard/direct_delete.hpp"

#include "guard/rules.hpp"
#include "guard/settings.hpp"
#include "pg/call.hpp"

namespace guard {
namespace {

constinit planner_hook_type next_planner = nullptr;

// The commands of this transaction that deleted softly, by number.
constinit Bitmapset *commands = nullptr;
constinit LocalTransactionId commands_of = InvalidLocalTransactionId;

// plain: no destructors in this function
// Tables without our guard are not looked up in a policy, which may not exist.
bool has_guard(::Oid relation)
{
	Relation rel = table_open(relation, AccessShareLock);
	bool found = false;
	for (int i = 0; rel->trigdesc != nullptr && i < rel->trigdesc->numtriggers && !found; ++i) {
		const Trigger &trigger = rel->trigdesc->triggers[i];
		found = std::strcmp(trigger.tgname, "erasure_guard_delete") == 0 && get_func_namespace(trigger.tgfoid) == get_namespace_oid("erasure", true);
	}
	table_close(rel, NoLock);
	return found;
}

// plain: no destructors in this function
// The deletion column of a table whose DELETE deletes softly; else 0.
AttrNumber deletion_column(::Oid relation)
{
	if (!has_guard(relation))
		return 0;
	const Rules *rules = rules_of(relation);
	for (int i = 0; i < rules->roles; ++i)
		if (rules->role[i].is_subject && rules->role[i].direct_delete)
			return rules->role[i].deleted_at;
	return 0;
}

// plain: no destructors in this function
Expr *deletion_time(::Oid type, int32 modifier)
{
	const ::Oid function = LookupFuncName(list_make2(makeString(pstrdup("erasure")), makeString(pstrdup("_deletion_time"))), 0, nullptr, false);
	auto *now = makeFuncExpr(function, TIMESTAMPTZOID, NIL, InvalidOid, InvalidOid, COERCE_EXPLICIT_CALL);
	return reinterpret_cast<Expr *>(coerce_to_target_type(nullptr, reinterpret_cast<Node *>(now), TIMESTAMPTZOID, type, modifier, COERCION_ASSIGNMENT,
														  COERCE_IMPLICIT_CAST, -1));
}

// plain: no destructors in this function
AttrNumber deletion_column_of(const Query *query)
{
	if (query->commandType != CMD_DELETE || query->targetList != NIL)
		return 0;
	const RangeTblEntry *table = rt_fetch(query->resultRelation, query->rtable);
	const bool rows = table->rtekind == RTE_RELATION && (table->relkind == RELKIND_RELATION || table->relkind == RELKIND_PARTITIONED_TABLE);
	return rows ? deletion_column(table->relid) : 0;
}

// plain: no destructors in this function
void turn(Query *query, AttrNumber column)
{
	const ::Oid relation = rt_fetch(query->resultRelation, query->rtable)->relid;
	::Oid type;
	int32 modifier;
	::Oid collation;
	get_atttypetypmodcoll(relation, column, &type, &modifier, &collation);
	TargetEntry *assignment = makeTargetEntry(deletion_time(type, modifier), column, get_attname(relation, column, false), false);
	NullTest *active = makeNode(NullTest);
	active->arg = reinterpret_cast<Expr *>(makeVar(query->resultRelation, column, type, modifier, collation, 0));
	active->nulltesttype = IS_NULL;
	active->location = -1;
	query->commandType = CMD_UPDATE;
	query->targetList = list_make1(assignment);
	query->jointree->quals = make_and_qual(query->jointree->quals, reinterpret_cast<Node *>(active));
	pg::mark_updated(query, column);
}

// plain: no destructors in this function
// Turns the statement and its CTEs, or leaves all as they are; whether there was anything to turn.
bool turn_all(Query *query, bool leave)
{
	bool any = false;
	ListCell *cell;
	foreach (cell, query->hasModifyingCTE ? query->cteList : NIL)
		any = turn_all(castNode(Query, lfirst_node(CommonTableExpr, cell)->ctequery), leave) || any;
	const AttrNumber column = deletion_column_of(query);
	if (column != 0 && !leave)
		turn(query, column);
	return any || column != 0;
}

}  // namespace

// plain: no destructors in this function
bool wrote_by_deleting(HeapTuple tuple)
{
	return commands_of == pg::local_transaction() && TransactionIdIsCurrentTransactionId(HeapTupleHeaderGetXmin(tuple->t_data)) &&
		   bms_is_member(static_cast<int>(HeapTupleHeaderGetCmin(tuple->t_data)), commands);
}

// plain: no destructors in this function
bool is_time_of_deleting(Form_pg_attribute column, ::Datum value)
{
	const bool zoned = column->atttypid == TIMESTAMPTZOID;
	::Datum now = TimestampTzGetDatum(GetCurrentTransactionStartTimestamp());
	if (!zoned)
		now = DirectFunctionCall1(timestamptz_timestamp, now);
	if (column->atttypmod >= 0)
		now = DirectFunctionCall2(zoned ? timestamptz_scale : timestamp_scale, now, Int32GetDatum(column->atttypmod));
	return DatumGetTimestamp(now) == DatumGetTimestamp(value);
}

void bypass_changed(bool, void *)
{
	ResetPlanCache();
}

}  // namespace guard

extern "C" {

// plain: no destructors in this function
static PlannedStmt *erasure_planner(Query *query, const char *sql, int options, ParamListInfo parameters)
{
	const CmdType command = query->commandType;
	// What foreign keys and the engine delete is not ours; they work as the table's owner, in this context. A plan that a
	// function made underneath them must not outlive that.
	const bool leave = InNoForceRLSOperation();
	const bool any = (command == CMD_DELETE || query->hasModifyingCTE) && !guard::bypass() && guard::turn_all(query, leave);
	PlannedStmt *plan = guard::next_planner != nullptr ? guard::next_planner(query, sql, options, parameters)
													   : standard_planner(query, sql, options, parameters);
	// What clients, PL/pgSQL and SPI are told: the command that they gave.
	if (any && !leave)
		plan->commandType = command;
	if (any && leave)
		plan->transientPlan = true;
	return plan;
}

ERASURE_EXPORT ::Datum erasure_deletion_time(FunctionCallInfo fcinfo);
ERASURE_PLAIN_FUNCTION(erasure_deletion_time)

// Once a row that a DELETE is to delete softly. Others may call it: they write the time that soft_delete would.
// plain: no destructors in this function
::Datum erasure_deletion_time(FunctionCallInfo)
{
	if (guard::commands_of != pg::local_transaction()) {
		guard::commands = nullptr;
		guard::commands_of = pg::local_transaction();
	}
	const auto command = static_cast<int>(GetActiveSnapshot()->curcid);
	if (!bms_is_member(command, guard::commands)) {
		MemoryContext before = MemoryContextSwitchTo(TopTransactionContext);
		guard::commands = bms_add_member(guard::commands, command);
		MemoryContextSwitchTo(before);
	}
	return TimestampTzGetDatum(GetCurrentTransactionStartTimestamp());
}

}  // extern "C"

namespace guard {

// plain: no destructors in this function
void install_planner()
{
	next_planner = planner_hook;
	planner_hook = erasure_planner;
}

}  // namespace guard
