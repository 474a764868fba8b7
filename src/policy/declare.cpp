// Declaring what holds personal data: protect, relate, set_mask, add_personal, and taking it back.
#include <algorithm>
#include <set>

#include "core/sqltext.hpp"
#include "evidence/audit.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/gate.hpp"
#include "policy/install.hpp"
#include "policy/join.hpp"
#include "policy/mask_plan.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

std::string quoted(pg::Oid relation)
{
	return "\"" + pg::display_name(relation) + "\"";
}

// Ordinary and partitioned tables of the user's own, whole ones.
pg::TableInfo require_table(pg::Oid relation)
{
	const pg::TableInfo table = pg::table_info(relation);
	const auto refuse = [&](const std::string &why, const std::string &hint = {}) {
		throw pg::Failure(pg::code::policy_cannot_work, "cannot protect " + quoted(relation), why, hint);
	};
	if (table.kind != 'r' && table.kind != 'p')
		refuse("It is not a table.", "Views, materialized views, foreign tables and sequences cannot be declared; declare the tables behind them.");
	if (table.persistence == 't')
		refuse("It is a temporary table, which other sessions cannot see.");
	if (table.schema == "pg_catalog" || table.schema == "information_schema" || table.schema == "erasure")
		refuse("It belongs to the system.");
	if (table.partition)
		refuse("It is a partition.", "Declare the partitioned table " + quoted(pg::partition_root(relation)) + ".");
	if (table.kind == 'r' && (pg::with_children(relation).size() > 1 || pg::inherits(relation)))
		refuse("It takes part in table inheritance, where a foreign key or primary key does not reach the children.",
			   "Use partitioning, or separate tables.");
	return table;
}

Node blank_node(pg::Oid relation, const std::string &on_erase)
{
	Node node;
	node.table = require_table(relation);
	node.columns = pg::columns(relation);
	for (pg::AttrNumber number : pg::primary_key(relation))
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

void not_yet(bool is_default, const char *argument)
{
	if (!is_default)
		throw pg::Failure(pg::code::not_supported, std::string("argument \"") + argument + "\" is not supported at this value", {},
						  "Leave it at its default.");
}

const pg::ColumnInfo &require_column(const Node &node, const std::string &name)
{
	const pg::ColumnInfo *column = node.column(name);
	if (column == nullptr)
		throw pg::Failure(pg::code::undefined_column, "column \"" + name + "\" of table \"" + node.table.name + "\" does not exist");
	return *column;
}

// Adds the columns with the default masks of their types; refuses keys, links and what no mask fits.
void add_personal_columns(Node &node, const std::vector<std::string> &names, const std::set<std::string> &not_these)
{
	for (const std::string &name : names) {
		const pg::ColumnInfo &column = require_column(node, name);
		const bool twice = std::any_of(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &p) { return p.column.number == column.number; });
		if (twice)
			throw pg::Failure(pg::code::invalid_parameter, "column \"" + name + "\" is named twice");
		const bool key = std::any_of(node.key.begin(), node.key.end(), [&](const pg::ColumnInfo &k) { return k.number == column.number; });
		if (key || not_these.contains(name))
			throw pg::Failure(pg::code::policy_cannot_work, "column \"" + name + "\" of table \"" + node.table.name + "\" cannot be personal",
							  key ? "It is part of the primary key, by which undo finds the row."
								  : "Rows find each other, or their deletion, by this column.",
							  "Give the table a surrogate key, and keep the personal value in a column of its own.");
		PersonalColumn personal = default_mask(node, column);
		require_mask_fits(node, personal);
		node.personal.push_back(std::move(personal));
	}
}

void require_no_deferrable_trigger(pg::Oid relation)
{
	if (const pg::Text trigger = pg::deferrable_user_trigger(relation))
		throw pg::Failure(pg::code::policy_cannot_work, "trigger \"" + *trigger + "\" of table " + quoted(relation) + " is deferrable",
						  "A deferred trigger would run at COMMIT as the calling role instead of the table's owner.",
						  "Make it an ordinary trigger.");
}

// What a person who declares should know now rather than later.
void tell_open_questions(const Subject &subject, const Node &node)
{
	const std::vector<std::string> undecided = undecided_columns(subject, node);
	if (!undecided.empty() && !(node.personal.empty() && !node.is_subject())) {
		std::string list;
		for (const std::string &name : undecided)
			list += (list.empty() ? "" : ",") + core::quote_ident(name);
		pg::notice("columns of table \"" + node.table.name + "\" are not decided yet: " + list,
				   "They could hold personal data by their type.",
				   "SELECT erasure.add_personal(" + core::quote_literal(pg::display_name(node.table.oid)) + ", '{" + list +
					   "}'); or SELECT erasure.not_personal(" + core::quote_literal(pg::display_name(node.table.oid)) + ", '{" + list +
					   "}', reason => '...');");
	}
	const std::vector<std::string> triggers = foreign_triggers(node.table.oid);
	if (triggers.empty())
		return;
	std::string list;
	for (const std::string &name : triggers)
		list += (list.empty() ? "" : ", ") + name;
	pg::notice("table \"" + node.table.name + "\" has triggers of its own: " + list,
			   "A trigger on UPDATE or DELETE that copies the old row makes a copy that masking does not reach.",
			   "Declare the tables they write to.");
}

// deleted_at timestamptz or timestamp; added when it is missing, which takes its lock for an instant only.
void ensure_deleted_at(const Node &node, const std::string &name)
{
	if (name.empty())
		throw pg::Failure(pg::code::invalid_parameter, "deleted_at must not be empty");
	const pg::ColumnInfo *column = node.column(name);
	if (column != nullptr) {
		const bool time = column->bare_type.find("timestamp") != std::string::npos && column->type == column->base_type;
		if (!time || column->generated || column->not_null)
			throw pg::Failure(pg::code::policy_cannot_work, "column \"" + name + "\" cannot record deletions",
							  "It must be a timestamp that accepts NULL; it is " + column->type_name + (column->not_null ? " NOT NULL." : "."),
							  "Name another column: erasure.protect(..., deleted_at => '...').");
		return;
	}
	pg::RoleSwitch as_owner(node.table.owner);
	EngineSettings settings;
	pg::Spi spi;
	spi.utility("ALTER TABLE " + node.sql_name() + " ADD COLUMN " + core::quote_ident(name) + " pg_catalog.timestamptz");
	spi.finish();
	settings.finish();
}

struct SubjectOptions {
	std::string deleted_at, grace, direct_delete;
	bool views;
};

void protect(pg::Oid relation, const std::vector<std::string> &personal, const SubjectOptions &options, const std::string &on_erase)
{
	require_owner(relation);
	if (catalogue()->subject_of(relation) != nullptr)
		throw pg::Failure(pg::code::duplicate_object, "table " + quoted(relation) + " is protected already", {},
						  "Add columns with erasure.add_personal, or call erasure.unprotect first.");
	Node node = blank_node(relation, on_erase);
	if (node.key.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(relation) + " has no primary key",
						  "A subject is known by its primary key.", "ALTER TABLE ... ADD PRIMARY KEY (...);");
	for (const pg::ColumnInfo &key : node.key)
		if (key.equals.empty())
			throw pg::Failure(pg::code::policy_cannot_work, "key column \"" + key.name + "\" has no equality operator");
	if (on_erase == "delete" && pg::with_children(relation).size() > 1 && node.table.kind == 'r')
		not_yet(false, "on_erase");
	require_no_deferrable_trigger(relation);
	ensure_deleted_at(node, options.deleted_at);
	node.columns = pg::columns(relation);
	add_personal_columns(node, personal, {options.deleted_at});
	if (on_erase == "set_null")
		require_nullable(node);
	const std::int32_t id = store_subject(node, require_column(node, options.deleted_at), options.grace, options.direct_delete, options.views);
	publish_change();
	const Held held = require_subject(relation);
	refresh_guards(relation);
	if (options.views)
		create_views(*held);
	record_policy_call("protect", relation, std::to_string(personal.size()) + " personal columns");
	tell_open_questions(*held, held->root());
	(void)id;
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

void require_no_cycle(const Subject &subject, pg::Oid related, pg::Oid parent)
{
	const auto refuse = [&](const std::string &why) {
		throw pg::Failure(pg::code::policy_cannot_work, "cannot relate " + quoted(related) + " to " + quoted(parent), why,
						  "Relations lead from a subject table outwards, each table once.");
	};
	if (related == parent)
		refuse("A table cannot be related to itself.");
	if (related == subject.root().table.oid)
		refuse("It is the subject table; the relation would make a cycle.");
	for (const Node *at = subject.node_of(parent); at != nullptr; at = subject.node(at->parent_id))
		if (at->table.oid == related)
			refuse("The relation would make a cycle.");
	if (const Node *node = subject.node_of(related))
		throw pg::Failure(pg::code::duplicate_object,
						  "table " + quoted(related) + " is related already, through " + quoted(subject.node(node->parent_id)->table.oid), {},
						  "Call erasure.unrelate first.");
}

void require_no_personal_link(const Node &node, const Node &parent)
{
	for (const JoinColumn &join : node.join)
		for (const PersonalColumn &personal : parent.personal)
			if (personal.column.number == join.parent.number)
				throw pg::Failure(pg::code::not_supported, "column \"" + join.parent.name + "\" cannot link rows: it is personal",
								  "Once it is masked, the rows that it linked could not be found again.", "Link the tables by a key.");
}

void relate_under(const Subject &subject, pg::Call &call, const std::vector<std::string> &personal, const std::string &on_erase)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent_oid = call.oid(1, "parent");
	require_owner(subject.root().table.oid);
	require_no_cycle(subject, related, parent_oid);
	const Node &parent = *subject.node_of(parent_oid);
	Node node = blank_node(related, on_erase);
	node.subject_id = subject.id;
	node.parent_id = parent.id;
	node.join = find_join(node, parent, call.optional_names(3), call.optional_names(4));
	require_no_personal_link(node, parent);
	require_readable_path(node, parent);
	if (node.key.empty() && !personal.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(related) + " has no primary key",
						  "Undo finds the rows that it restores by their primary key.", "ALTER TABLE ... ADD PRIMARY KEY (...);");
	require_no_deferrable_trigger(related);
	std::set<std::string> links;
	for (const JoinColumn &join : node.join)
		links.insert(join.child.name);
	add_personal_columns(node, personal, links);
	if (on_erase == "set_null")
		require_nullable(node);
	node.id = store_related(node);
	publish_change();
	require_nothing_unmasked(*require_subject(subject.root().table.oid), node.id);
	const Held held = require_subject(subject.root().table.oid);
	refresh_guards(related);
	refresh_guards(parent_oid);
	tell_open_questions(*held, *held->node(node.id));
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

}  // namespace
}  // namespace policy

// erasure.protect(subject regclass, personal name[], deleted_at name, grace interval, direct_delete text, on_erase text,
//                 views boolean, hide_deleted boolean, direct_soft_delete text, enforce text) RETURNS void
ERASURE_FUNCTION(erasure_protect)
{
	const pg::Oid relation = call.oid(0, "subject");
	const std::vector<std::string> personal = call.names(1, "personal");
	policy::SubjectOptions options;
	options.deleted_at = call.name(2, "deleted_at");
	options.grace = policy::checked_grace(call);
	options.direct_delete = call.text(4, "direct_delete");
	const std::string on_erase = call.text(5, "on_erase");
	options.views = call.boolean(6, "views");
	policy::require_word("direct_delete", options.direct_delete, {"refuse", "soft_delete"});
	policy::require_word("on_erase", on_erase, {"keep_masked", "set_null", "delete"});
	policy::require_word("direct_soft_delete", call.text(8, "direct_soft_delete"), {"refuse", "allow"});
	policy::require_word("enforce", call.text(9, "enforce"), {"on", "warn"});
	policy::not_yet(options.direct_delete == "refuse", "direct_delete");
	policy::not_yet(!call.boolean(7, "hide_deleted"), "hide_deleted");
	policy::not_yet(call.text(8, "direct_soft_delete") == "refuse", "direct_soft_delete");
	policy::not_yet(call.text(9, "enforce") == "on", "enforce");
	policy::protect(relation, personal, options, on_erase);
	return call.nothing();
}

// erasure.relate(related regclass, parent regclass, personal name[], columns name[], parent_columns name[], on_erase text,
//                condition text) RETURNS void
ERASURE_FUNCTION(erasure_relate)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	const std::vector<std::string> personal = call.names(2, "personal");
	const std::string on_erase = call.text(5, "on_erase");
	policy::require_word("on_erase", on_erase, {"keep_masked", "set_null", "delete"});
	policy::not_yet(call.is_null(6), "condition");
	policy::require_owner(related);
	policy::require_owner(parent);
	const auto all = policy::catalogue();
	for (const policy::Subject *subject : policy::subjects_of_parent(*all, parent))
		policy::relate_under(*subject, call, personal, on_erase);
	policy::record_policy_call("relate", related, std::to_string(personal.size()) + " personal columns, parent " + pg::display_name(parent));
	return call.nothing();
}

// erasure.add_personal(relation regclass, personal name[]) RETURNS void
ERASURE_FUNCTION(erasure_add_personal)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::vector<std::string> names = call.names(1, "personal");
	policy::require_owner(relation);
	const auto all = policy::catalogue();
	for (const auto &[subject, declared] : policy::nodes_of(*all, relation)) {
		policy::require_owner(subject->root().table.oid);
		policy::Node node = *declared;
		std::set<std::string> links{subject->deleted_at.name};
		for (const policy::JoinColumn &join : node.join)
			links.insert(join.child.name);
		for (const policy::Node &child : subject->nodes)
			if (child.parent_id == node.id)
				for (const policy::JoinColumn &join : child.join)
					links.insert(join.parent.name);
		const std::size_t before = node.personal.size();
		policy::add_personal_columns(node, names, links);
		if (node.key.empty())
			throw pg::Failure(pg::code::policy_cannot_work, "table \"" + node.table.name + "\" has no primary key");
		if (node.on_erase == "set_null")
			policy::require_nullable(node);
		policy::store_personal(node, before);
	}
	policy::publish_change();
	const auto now = policy::catalogue();
	for (const auto &[subject, node] : policy::nodes_of(*now, relation))
		policy::require_nothing_unmasked(*subject, node->id);
	policy::refresh_guards(relation);
	policy::record_policy_call("add_personal", relation, std::to_string(names.size()) + " personal columns");
	return call.nothing();
}

// erasure.set_mask(relation regclass, column_name name, mask text, args jsonb) RETURNS void
ERASURE_FUNCTION(erasure_set_mask)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::string name = call.name(1, "column_name");
	const std::string mask = call.text(2, "mask");
	const std::string args = call.output(3).value_or("{}");
	policy::require_owner(relation);
	const auto all = policy::catalogue();
	for (const auto &[subject, node] : policy::nodes_of(*all, relation)) {
		policy::require_owner(subject->root().table.oid);
		const pg::ColumnInfo &column = policy::require_column(*node, name);
		const bool declared = std::any_of(node->personal.begin(), node->personal.end(),
										  [&](const policy::PersonalColumn &p) { return p.column.number == column.number; });
		if (!declared)
			throw pg::Failure(pg::code::policy_cannot_work, "column \"" + name + "\" of table \"" + node->table.name + "\" is not declared personal", {},
							  "Add it first: SELECT erasure.add_personal('" + pg::display_name(relation) + "', '{" + name + "}');");
		const policy::PersonalColumn personal = policy::chosen_mask(*node, column, mask, args);
		policy::require_mask_arguments(personal);
		policy::require_mask_fits(*node, personal);
		policy::require_no_masked_subjects(*subject, "change a mask of");
		policy::store_mask(*node, personal);
	}
	policy::publish_change();
	policy::record_policy_call("set_mask", relation, "column " + name + ": " + mask);
	return call.nothing();
}

// erasure.unrelate(related regclass, parent regclass) RETURNS void
ERASURE_FUNCTION(erasure_unrelate)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	policy::require_owner(related);
	bool found = false;
	const auto all = policy::catalogue();
	for (const policy::Subject &subject : all->subjects) {
		const policy::Node *node = subject.node_of(related);
		const policy::Node *above = node != nullptr ? subject.node(node->parent_id) : nullptr;
		if (above == nullptr || above->table.oid != parent)
			continue;
		policy::require_owner(subject.root().table.oid);
		if (node->has_children)
			throw pg::Failure(pg::code::policy_cannot_work, "other tables are related through \"" + node->table.name + "\"", {},
							  "Call erasure.unrelate for them first.");
		policy::require_no_masked_subjects(subject, "take a table out of the policy of");
		policy::remove_declared(node->id);
		found = true;
	}
	if (!found)
		throw pg::Failure(pg::code::policy_cannot_work, "table " + policy::quoted(related) + " is not related to " + policy::quoted(parent));
	policy::publish_change();
	policy::refresh_guards(related);
	policy::refresh_guards(parent);
	policy::record_policy_call("unrelate", related, "parent " + pg::display_name(parent));
	return call.nothing();
}

// erasure.unprotect(subject regclass) RETURNS void
ERASURE_FUNCTION(erasure_unprotect)
{
	const pg::Oid relation = call.oid(0, "subject");
	policy::require_owner(relation);
	const policy::Held subject = policy::require_subject(relation);
	policy::require_no_masked_subjects(*subject, "unprotect");
	policy::drop_views(*subject);
	policy::remove_declared(subject->id);
	policy::publish_change();
	for (const policy::Node &node : subject->nodes)
		policy::refresh_guards(node.table.oid);
	policy::record_policy_call("unprotect", relation, {});
	return call.nothing();
}

namespace {

// ignore() and not_personal(): a reason is an auditor's first question.
std::string required_reason(pg::Call &call, int argument)
{
	const pg::Text reason = call.optional_text(argument);
	if (!reason || reason->find_first_not_of(" \t\r\n") == std::string::npos)
		throw pg::Failure(pg::code::invalid_parameter, "reason must not be empty", {},
						  "Say why nothing personal is in there; an auditor will ask.");
	return *reason;
}

}  // namespace

// erasure.ignore(related regclass, parent regclass, reason text) RETURNS void
ERASURE_FUNCTION(erasure_ignore)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	const std::string reason = required_reason(call, 2);
	policy::require_owner(related);
	const auto all = policy::catalogue();
	for (const policy::Subject *subject : policy::subjects_of_parent(*all, parent)) {
		policy::require_owner(subject->root().table.oid);
		if (subject->node_of(related) != nullptr)
			throw pg::Failure(pg::code::policy_cannot_work, "table " + policy::quoted(related) + " is declared", {},
							  "A table is either related or ignored; call erasure.unrelate first.");
	}
	policy::require_table(related);
	policy::store_exemption("table", related, parent, {}, reason);
	policy::record_policy_call("ignore", related, "parent " + pg::display_name(parent));
	return call.nothing();
}

// erasure.not_personal(relation regclass, columns name[], reason text) RETURNS void
ERASURE_FUNCTION(erasure_not_personal)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::vector<std::string> names = call.names(1, "columns");
	const std::string reason = required_reason(call, 2);
	policy::require_owner(relation);
	const auto all = policy::catalogue();
	for (const auto &[subject, node] : policy::nodes_of(*all, relation)) {
		policy::require_owner(subject->root().table.oid);
		for (const std::string &name : names)
			for (const policy::PersonalColumn &personal : node->personal)
				if (policy::require_column(*node, name).number == personal.column.number)
					throw pg::Failure(pg::code::policy_cannot_work, "column \"" + name + "\" is declared personal");
	}
	for (const std::string &name : names) {
		policy::require_column(*policy::nodes_of(*all, relation).front().second, name);
		policy::store_exemption("column", relation, pg::kInvalidOid, name, reason);
	}
	policy::record_policy_call("not_personal", relation, std::to_string(names.size()) + " columns");
	return call.nothing();
}
