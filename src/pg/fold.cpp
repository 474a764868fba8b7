// The planner support function of erasure._shows_deleted: makes a constant of the call wherever the plan decides it.
//
// Called row by row, the function would cost the table its partial indexes: deleted_at IS NULL OR f() implies no WHERE
// deleted_at IS NULL. Where deleted subjects are not asked for, which is nearly always, the call is false whoever asks,
// and what is left of the policy is deleted_at IS NULL. Where they are asked for, it depends on roles, which may change
// under a plan that is kept: then the call stays, and decides when it is run. So a plan that is out of date can hide a
// row, never show one; and forget_plans() makes that rare.
#include "pg/fold.hpp"

#include "pg/boundary.hpp"
#include "pg/call.hpp"

namespace pg {
namespace {

// plain: no destructors in this function
bool calls(const Node *node, ::Oid function)
{
	return IsA(node, FuncExpr) && reinterpret_cast<const FuncExpr *>(node)->funcid == function;
}

// plain: no destructors in this function
// PostgreSQL checks new rows by the policies for reading, too: whoever sets the deletion time, as far as the guards let
// them, would fail on a row that they do not see any more. Such a check is no business of ours. The planner folds the
// checks first, one by one, and leaves lists behind: the one in work is the first that is not a list yet.
bool checks_new_row(const Query *query, ::Oid function)
{
	ListCell *cell;
	foreach (cell, query->withCheckOptions) {
		const auto *check = static_cast<const WithCheckOption *>(lfirst(cell));
		if (check->polname == nullptr || strcmp(check->polname, kHidingPolicy) != 0 || check->qual == nullptr || !IsA(check->qual, BoolExpr))
			continue;
		ListCell *part;
		foreach (part, reinterpret_cast<const BoolExpr *>(check->qual)->args)
			if (calls(static_cast<const Node *>(lfirst(part)), function))
				return check->kind == WCO_RLS_INSERT_CHECK || check->kind == WCO_RLS_UPDATE_CHECK;
	}
	return false;
}

// plain: no destructors in this function
// The only thing that a query reads; null where it reads several, or none. Before 16 a view's query has its OLD and NEW too.
const RangeTblEntry *only_source(const Query *query)
{
	const RangeTblEntry *only = nullptr;
	ListCell *cell;
	foreach (cell, query->rtable) {
		const auto *entry = static_cast<const RangeTblEntry *>(lfirst(cell));
		if (entry->rtekind == RTE_RELATION && entry->relkind == RELKIND_VIEW && !entry->inFromCl)
			continue;
		if (only != nullptr)
			return nullptr;
		only = entry;
	}
	return only;
}

// plain: no destructors in this function
::Oid owner_of(::Oid relation)
{
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	if (!HeapTupleIsValid(tuple))
		return InvalidOid;
	const ::Oid owner = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple))->relowner;
	ReleaseSysCache(tuple);
	return owner;
}

// plain: no destructors in this function
// A view of which the planner would make a part of the query that reads it, were it no security barrier.
bool is_simple(const Query *query)
{
	return query->commandType == CMD_SELECT && query->setOperations == nullptr && !query->hasAggs && !query->hasWindowFuncs && !query->hasTargetSRFs &&
		   query->groupClause == NIL && query->groupingSets == NIL && query->havingQual == nullptr && query->sortClause == NIL &&
		   query->distinctClause == NIL && query->limitOffset == nullptr && query->limitCount == nullptr && !query->hasForUpdate && query->cteList == NIL &&
		   !contain_volatile_functions(reinterpret_cast<Node *>(query->targetList));
}

// plain: no destructors in this function
// What has to hold for every row: as it was written, or as the planner keeps it.
const List *conditions(const Query *query)
{
	const Node *quals = query->jointree == nullptr ? nullptr : query->jointree->quals;
	if (quals != nullptr && IsA(quals, BoolExpr) && reinterpret_cast<const BoolExpr *>(quals)->boolop == AND_EXPR)
		return reinterpret_cast<const BoolExpr *>(quals)->args;
	return quals != nullptr && IsA(quals, List) ? reinterpret_cast<const List *>(quals) : NIL;
}

// plain: no destructors in this function
// The Deleted list is a view of the table's owner, and who may read it is granted on the view. Nobody else can write a query
// that looks like it: only in views of the owner's the table is read with the owner's rights; one that is as simple as the
// list and no security barrier becomes a part of the query that reads it, where it is not the only source; and through a
// barrier no condition of the reader's gets in that calls our function with what is read there.
bool is_deleted_list(const Query *query, ::Oid table, ::Oid function)
{
	if (!is_simple(query))
		return false;
	const RangeTblEntry *source = only_source(query);
	if (source == nullptr || source->rtekind != RTE_RELATION || source->relid != table)
		return false;
	const ::Oid reader = read_as(query, source);
	if (!OidIsValid(reader) || reader != owner_of(table))
		return false;
	ListCell *cell;
	foreach (cell, conditions(query)) {
		auto *condition = static_cast<Node *>(lfirst(cell));
		if (!IsA(condition, FuncExpr) || !contain_var_clause(condition))
			continue;
		const ::Oid called = reinterpret_cast<const FuncExpr *>(condition)->funcid;
		const char *name = get_func_name(called);
		if (name != nullptr && strcmp(name, kListFunction) == 0 && get_func_namespace(called) == get_func_namespace(function))
			return true;
	}
	return false;
}

// plain: no destructors in this function
::Oid constant_table(const FuncExpr *call)
{
	const auto *argument = list_length(call->args) == 1 ? static_cast<const Node *>(linitial(call->args)) : nullptr;
	if (argument == nullptr || !IsA(argument, Const) || reinterpret_cast<const Const *>(argument)->constisnull)
		return InvalidOid;
	return DatumGetObjectId(reinterpret_cast<const Const *>(argument)->constvalue);
}

// plain: no destructors in this function
Node *fold(const SupportRequestSimplify *request)
{
	const Query *query = request->root == nullptr ? nullptr : request->root->parse;
	const ::Oid function = request->fcall->funcid;
	const ::Oid table = constant_table(request->fcall);
	if (query != nullptr && (checks_new_row(query, function) || (OidIsValid(table) && is_deleted_list(query, table, function))))
		return makeBoolConst(true, false);
	return show_deleted() ? nullptr : makeBoolConst(false, false);
}

}  // namespace

// plain: no destructors in this function
void forget_plans() noexcept
{
	ResetPlanCache();
}

}  // namespace pg

extern "C" {

ERASURE_EXPORT ::Datum erasure_fold_shows_deleted(FunctionCallInfo fcinfo);
ERASURE_PLAIN_FUNCTION(erasure_fold_shows_deleted)

// plain: no destructors in this function
::Datum erasure_fold_shows_deleted(FunctionCallInfo fcinfo)
{
	auto *request = reinterpret_cast<Node *>(PG_GETARG_POINTER(0));
	PG_RETURN_POINTER(IsA(request, SupportRequestSimplify) ? pg::fold(reinterpret_cast<SupportRequestSimplify *>(request)) : nullptr);
}

}  // extern "C"
