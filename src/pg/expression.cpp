// Parses and prints boolean expressions over a row.
#include "pg/expression.hpp"

#include "pg/boundary.hpp"

namespace pg {
namespace {

// plain: no destructors in this function
// The one expression of "SELECT (expression)", and nothing beside it that could have been smuggled in.
Node *only_expression(const char *text)
{
	List *parsed = raw_parser(text, RAW_PARSE_DEFAULT);
	if (list_length(parsed) != 1)
		return nullptr;
	Node *statement = linitial_node(RawStmt, parsed)->stmt;
	if (!IsA(statement, SelectStmt))
		return nullptr;
	const auto *select = reinterpret_cast<SelectStmt *>(statement);
	const bool plain = select->op == SETOP_NONE && list_length(select->targetList) == 1 && select->distinctClause == NIL &&
					   select->intoClause == nullptr && select->fromClause == NIL && select->whereClause == nullptr && select->groupClause == NIL &&
					   select->havingClause == nullptr && select->windowClause == NIL && select->valuesLists == NIL && select->sortClause == NIL &&
					   select->limitOffset == nullptr && select->limitCount == nullptr && select->lockingClause == NIL && select->withClause == nullptr;
	const ResTarget *target = plain ? linitial_node(ResTarget, select->targetList) : nullptr;
	return target != nullptr && target->name == nullptr && target->indirection == NIL ? target->val : nullptr;
}

enum class Verdict { good, no_expression, changes, row };

// plain: no destructors in this function
Verdict parse(::Oid relation, const char *text, Node **out)
{
	Node *raw = only_expression(text);
	if (raw == nullptr)
		return Verdict::no_expression;
	Relation rel = table_open(relation, AccessShareLock);
	ParseState *state = make_parsestate(nullptr);
	ParseNamespaceItem *item = addRangeTableEntryForRelation(state, rel, AccessShareLock, nullptr, false, true);
	addNSItemToQuery(state, item, true, true, true);
	// What a CHECK constraint may not have, a condition may not have either.
	Node *node = transformExpr(state, raw, EXPR_KIND_CHECK_CONSTRAINT);
	node = coerce_to_boolean(state, node, "condition");
	assign_expr_collations(state, node);
	free_parsestate(state);
	table_close(rel, NoLock);
	if (contain_mutable_functions(node))
		return Verdict::changes;
	Bitmapset *columns = nullptr;
	pull_varattnos(node, 1, &columns);
	const int first = bms_next_member(columns, -1);
	if (first >= 0 && first + FirstLowInvalidHeapAttributeNumber <= 0)
		return Verdict::row;
	*out = node;
	return Verdict::good;
}

}  // namespace

RowExpression::RowExpression(Oid relation, const std::string &text) : relation_(relation), node_(nullptr)
{
	const std::string select = "SELECT (" + text + "\n)";
	Node *node = nullptr;
	const Verdict verdict = guarded([&] { return parse(relation, select.c_str(), &node); });
	const auto refuse = [](const char *why) { throw Failure(code::policy_cannot_work, why); };
	if (verdict == Verdict::no_expression)
		refuse("it is not one boolean expression");
	if (verdict == Verdict::changes)
		refuse("it calls a function that is not immutable, so that a row could change hands without being changed");
	if (verdict == Verdict::row)
		refuse("it uses a system column or the whole row");
	node_ = node;
}

std::string RowExpression::text(const char *alias) const
{
	const char *printed = guarded([&]() -> const char * {
		return deparse_expression(static_cast<Node *>(node_), deparse_context_for(alias, relation_), true, false);
	});
	return printed;
}

}  // namespace pg
