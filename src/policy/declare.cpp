// What the policy functions share.
#include "policy/declare.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/carried.hpp"
#include "policy/foreign_triggers.hpp"
#include "policy/gate.hpp"
#include "policy/handles.hpp"
#include "policy/install.hpp"
#include "policy/mask_fit.hpp"
#include "policy/mask_plan.hpp"

namespace policy {

std::string quoted(pg::Oid relation)
{
	return "\"" + pg::display_name(relation) + "\"";
}

// No foreign tables, which a transaction does not hold, and no temporary ones, which other sessions do not see.
void require_plain_children(pg::Oid relation)
{
	for (const pg::Oid child : pg::with_children(relation)) {
		const pg::TableInfo info = pg::table_info(child);
		if (info.kind == 'f' || (info.persistence == 't' && child != relation))
			throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(relation) + " has a part that cannot be masked",
							  std::string(info.kind == 'f' ? "Foreign" : "Temporary") + " table " + quoted(child) + " is a partition or an inheritance child of it.", "Detach it.");
	}
}

// Ordinary and partitioned tables of the user's own, whole ones.
pg::TableInfo require_table(pg::Oid relation)
{
	const pg::TableInfo table = pg::table_info(relation);
	const auto refuse = [&](const std::string &why, const std::string &hint = {}) {
		throw pg::Failure(pg::code::policy_cannot_work, "cannot declare " + quoted(relation), why, hint);
	};
	if (table.kind != 'r' && table.kind != 'p')
		refuse("It is not a table.", "Views, materialized views, foreign tables and sequences cannot be declared; declare the tables behind them.");
	if (table.persistence == 't')
		refuse("It is a temporary table, which other sessions cannot see.");
	if (table.schema == "pg_catalog" || table.schema == "information_schema" || table.schema == "erasure")
		refuse("It belongs to the system.");
	if (table.partition)
		refuse("It is a partition.", "Declare the partitioned table " + quoted(pg::partition_root(relation)) + ".");
	for (const pg::Oid above : pg::with_parents(relation))
		if (above != relation && pg::is_declared(above))
			refuse("It inherits from " + quoted(above) + ", which is declared: its rows are covered there.");
	for (const pg::Oid below : pg::with_children(relation))
		if (below != relation && pg::is_declared(below))
			refuse("Table " + quoted(below) + " inherits from it, and is declared itself.", "Take that out of the policy first.");
	require_plain_children(relation);
	return table;
}

Node blank_node(pg::Oid relation, const std::string &on_erase)
{
	Node node;
	node.table = require_table(relation);
	node.columns = pg::columns(relation);
	for (pg::AttrNumber number : pg::row_key(relation))
		if (const pg::ColumnInfo *column = node.column(number))
			node.key.push_back(*column);
	node.on_erase = on_erase;
	return node;
}

void require_word(const std::string &what, const std::string &word, std::initializer_list<const char *> words)
{
	std::string list;
	for (const char *w : words) {
		if (word == w)
			return;
		list += (list.empty() ? "" : ", ") + std::string(w);
	}
	throw pg::Failure(pg::code::invalid_parameter, "unknown " + what + " \"" + word + "\"", {}, "Use one of: " + list + ".");
}

const pg::ColumnInfo &require_column(const Node &node, const std::string &name)
{
	const pg::ColumnInfo *column = node.column(name);
	if (column == nullptr)
		throw pg::Failure(pg::code::undefined_column, "column \"" + name + "\" of table \"" + node.table.name + "\" does not exist");
	return *column;
}

void require_keys_can_change(const Subject &subject)
{
	require_keys_can_change(*catalogue(), subject);
	require_followers_fit(subject);
	for (const Node &node : subject.nodes)
		prepare_handles(node);
}

std::set<std::string> link_columns(const Subject &subject, const Node &node)
{
	std::set<std::string> links;
	if (node.is_subject())
		links.insert(subject.deleted_at.name);
	for (const pg::ColumnInfo &column : node.key_link_columns())
		links.insert(column.name);
	for (const pg::ColumnInfo &column : subject.key_columns_linked_to(node))
		links.insert(column.name);
	return links;
}

std::string deletion_column(const Subject &subject, const Node &node)
{
	return node.is_subject() ? subject.deleted_at.name : std::string();
}

namespace {

[[noreturn]] void cannot_be_personal(const Node &node, const pg::ColumnInfo &column, const std::string &why, const std::string &hint)
{
	throw pg::Failure(pg::code::policy_cannot_work, "column \"" + column.name + "\" of table \"" + node.table.name + "\" cannot be personal", why, hint);
}

}  // namespace

// A key may be: it gets a unique mask, and foreign keys carry that on.
void require_may_be_personal(const Node &node, const pg::ColumnInfo &column, const std::set<std::string> &not_these)
{
	constexpr const char *surrogate = "Give the table a surrogate key, and keep the personal value in a column of its own.";
	const bool key = std::any_of(node.key.begin(), node.key.end(), [&](const pg::ColumnInfo &k) { return k.number == column.number; });
	if (const TokenColumn *token = node.token(column.number); token != nullptr && token->carried)
		cannot_be_personal(node, column, "It follows a personal column by foreign key: it is masked with that, checked and restored.", "Leave it out.");
	if (key && !is_text(column))
		cannot_be_personal(node, column, "It is part of the key, and only text has a mask that tells rows apart.", surrogate);
	if (key && node.table.kind == 'r' && pg::with_children(node.table.oid).size() > 1)
		cannot_be_personal(node, column, "It is part of the key, and tables inherit from this one, over which no unique index reaches.", surrogate);
	if (!key && not_these.contains(column.name))
		cannot_be_personal(node, column, "Rows find each other, or their deletion, by this column.", surrogate);
	if (node.retention && node.retention->since.number == column.number)
		throw pg::Failure(pg::code::policy_cannot_work, "column \"" + column.name + "\" of table \"" + node.table.name + "\" cannot be personal",
						  "It tells how long its rows are retained.", "Count their age from another column with erasure.retain.");
}

// Adds the columns with the default masks of their types; refuses keys, links and what the masks do not fit.
void add_personal_columns(Node &node, const std::vector<std::string> &names, const std::set<std::string> &not_these, const std::string &deleted_at)
{
	for (const std::string &name : names) {
		const pg::ColumnInfo &column = require_column(node, name);
		const bool twice = std::any_of(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &p) { return p.column.number == column.number; });
		if (twice)
			throw pg::Failure(pg::code::invalid_parameter, "column \"" + name + "\" is named twice or personal already");
		require_may_be_personal(node, column, not_these);
		node.personal.push_back(default_mask(node, column));
	}
	require_masks_fit(node, deleted_at, {names.begin(), names.end()}, true);
	if (node.on_erase == "set_null")
		require_nullable(node, deleted_at);
}

void require_no_deferrable_trigger(pg::Oid relation)
{
	if (const pg::Text trigger = pg::deferrable_user_trigger(relation))
		throw pg::Failure(pg::code::policy_cannot_work, "trigger \"" + *trigger + "\" of table " + quoted(relation) + " is deferrable",
						  "A deferred trigger would run at COMMIT as the calling role instead of the table's owner.",
						  "Make it an ordinary trigger.");
}

void require_no_rule(pg::Oid relation, const std::string &on_erase)
{
	const std::string events = on_erase == "delete" ? "{2,4}" : "{2}";  // pg_rewrite.ev_type: UPDATE, DELETE
	pg::Spi spi;
	const pg::Text rule = spi.value("SELECT rulename FROM pg_catalog.pg_rewrite WHERE ev_class OPERATOR(pg_catalog.=) $1 AND ev_enabled OPERATOR(pg_catalog.<>) 'D' "
									"AND ev_type OPERATOR(pg_catalog.=) ANY ($2::pg_catalog.\"char\"[]) ORDER BY 1 LIMIT 1",
									pg::Params().add_oid(relation).add(events));
	spi.finish();
	if (rule)
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(relation) + " has a rule: \"" + *rule + "\"",
						  "It rewrites the statements that mask, restore and erase: rows would stay as they are, or be copied.",
						  "Drop the rule, or make it a trigger.");
}

// What a person who declares should know now rather than later.
void tell_open_questions(const Subject &subject, const Node &node)
{
	const std::vector<std::string> undecided = undecided_columns(subject, node);
	if (!undecided.empty()) {
		std::string list;
		for (const std::string &name : undecided)
			list += (list.empty() ? "" : ", ") + core::quote_ident(name);
		const Decision decide = decision_calls(node, undecided);
		pg::notice("columns of table \"" + node.table.name + "\" are not decided yet: " + list,
				   "They could hold personal data by their type; nothing is deleted permanently before they are decided.",
				   "SELECT erasure." + decide.personal + "; or SELECT erasure." + decide.not_personal + ";");
	}
	tell_triggers(node);
}

// The subjects under which a table may be related to this parent.
std::vector<const Subject *> subjects_of_parent(const Catalogue &all, pg::Oid parent)
{
	std::vector<const Subject *> found;
	for (const Subject &subject : all.subjects)
		if (subject.node_of(parent) != nullptr)
			found.push_back(&subject);
	if (found.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(parent) + " is not declared",
						  "The parent of a related table is a subject table or a related table itself.",
						  "Declare it first with erasure.protect or erasure.relate.");
	return found;
}

// Every node of a relation, over all subjects; raises when it is not declared.
std::vector<std::pair<const Subject *, const Node *>> nodes_of(const Catalogue &all, pg::Oid relation)
{
	std::vector<std::pair<const Subject *, const Node *>> found;
	for (const Subject &subject : all.subjects)
		if (const Node *node = subject.node_of(relation))
			found.emplace_back(&subject, node);
	if (found.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(relation) + " is not declared", {},
						  "Declare it first with erasure.protect or erasure.relate.");
	return found;
}

}  // namespace policy
