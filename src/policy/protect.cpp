// protect, add_personal and unprotect: the subject table and its personal columns.
#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/changing.hpp"
#include "policy/declare.hpp"
#include "policy/engine_sql.hpp"
#include "policy/gate.hpp"
#include "policy/hide.hpp"
#include "policy/install.hpp"
#include "policy/options.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

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
	as_role(node.table.owner, pg::Work::writing, [&](pg::Spi &spi) {
		spi.utility("ALTER TABLE " + node.sql_name() + " ADD COLUMN " + core::quote_ident(name) + " pg_catalog.timestamptz");
	});
}

void protect(Change &change, pg::Oid relation, const std::vector<std::string> &personal, const std::string &deleted_at, const std::string &on_erase,
			 const SubjectOptions &options)
{
	require_owner(relation);
	if (catalogue()->subject_of(relation) != nullptr)
		throw pg::Failure(pg::code::duplicate_object, "table " + quoted(relation) + " is protected already", {},
						  "Add columns with erasure.add_personal, or call erasure.unprotect first.");
	Node node = blank_node(relation, on_erase);
	if (node.key.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(relation) + " has no primary key",
						  "A subject is known by its primary key, or by a unique index over columns that are NOT NULL.", "ALTER TABLE ... ADD PRIMARY KEY (...);");
	for (const pg::ColumnInfo &key : node.key)
		if (key.equals.empty())
			throw pg::Failure(pg::code::policy_cannot_work, "key column \"" + key.name + "\" has no equality operator");
	require_no_deferrable_trigger(relation);
	require_no_rule(relation, on_erase);
	ensure_deleted_at(node, deleted_at);
	node.columns = pg::columns(relation);
	add_personal_columns(node, personal, {deleted_at}, deleted_at);
	change.begin({relation});
	store_subject(node, require_column(node, deleted_at), options);
	publish_change();
	const Held held = require_subject(relation);
	require_keys_can_change(*held);
	refresh_guards(relation);
	if (options.views)
		create_views(*held);
	options.hide_deleted ? hide_deleted(*held) : unhide(relation);
	record_policy_call("protect", relation, std::to_string(personal.size()) + " personal columns");
	tell_open_questions(*held, held->root());
}

void add_personal(Change &change, pg::Oid relation, const std::vector<std::string> &names)
{
	const auto all = catalogue();
	for (const auto &[subject, declared] : nodes_of(*all, relation)) {
		require_owner(subject->root().table.oid);
		Node node = *declared;
		const std::size_t before = node.personal.size();
		add_personal_columns(node, names, link_columns(*subject, node), deletion_column(*subject, node));
		if (node.key.empty())
			throw pg::Failure(pg::code::policy_cannot_work, "table \"" + node.table.name + "\" has no primary key");
		change.begin({relation});
		store_personal(node, before);
	}
	publish_change();
}

void unprotect(Change &change, pg::Oid relation)
{
	const Held subject = require_subject(relation);
	std::vector<pg::Oid> tables;
	for (const Node &node : subject->nodes)
		tables.push_back(node.table.oid);
	change.begin(tables);
	require_no_masked_subjects(*subject, "unprotect");
	drop_views(*subject);
	unhide(relation);
	remove_declared(subject->id);
	publish_change();
	for (const Node &node : subject->nodes)
		refresh_guards(node.table.oid);
}

}  // namespace
}  // namespace policy

// erasure.protect(subject regclass, personal name[], deleted_at name, grace interval, direct_delete text, on_erase text,
//                 views boolean, hide_deleted boolean, direct_soft_delete text, enforce text) RETURNS void
ERASURE_FUNCTION(erasure_protect)
{
	const pg::Oid relation = call.oid(0, "subject");
	const std::vector<std::string> personal = call.names(1, "personal");
	const std::string deleted_at = call.name(2, "deleted_at");
	const std::string on_erase = call.text(5, "on_erase");
	const policy::SubjectOptions options = {
		.grace = policy::checked_grace(call, 3),
		.direct_delete = call.text(4, "direct_delete"),
		.direct_soft_delete = call.text(8, "direct_soft_delete"),
		.enforce = call.text(9, "enforce"),
		.views = call.boolean(6, "views"),
		.hide_deleted = call.boolean(7, "hide_deleted"),
	};
	policy::require_word("on_erase", on_erase, {"keep_masked", "set_null", "delete"});
	policy::require_valid(options);
	policy::change_policy([&](policy::Change &change) { policy::protect(change, relation, personal, deleted_at, on_erase, options); });
	return call.nothing();
}

// erasure.add_personal(relation regclass, personal name[]) RETURNS void
ERASURE_FUNCTION(erasure_add_personal)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::vector<std::string> names = call.names(1, "personal");
	policy::require_owner(relation);
	policy::change_policy([&](policy::Change &change) { policy::add_personal(change, relation, names); });
	policy::refresh_guards(relation);
	const auto now = policy::catalogue();
	for (const auto &[subject, node] : policy::nodes_of(*now, relation)) {
		policy::require_keys_can_change(*subject);
		policy::require_nothing_unmasked(*subject, node->id);
	}
	policy::record_policy_call("add_personal", relation, std::to_string(names.size()) + " personal columns");
	return call.nothing();
}

// erasure.unprotect(subject regclass) RETURNS void
ERASURE_FUNCTION(erasure_unprotect)
{
	const pg::Oid relation = call.oid(0, "subject");
	policy::require_owner(relation);
	policy::change_policy([&](policy::Change &change) { policy::unprotect(change, relation); });
	policy::record_policy_call("unprotect", relation, {});
	return call.nothing();
}

// erasure.refresh_views(subject regclass) RETURNS void
// After a migration: views and guards stand in the way of ALTER COLUMN TYPE, so they are dropped before and come back here.
ERASURE_FUNCTION(erasure_refresh_views)
{
	const pg::Oid relation = call.oid(0, "subject");
	policy::require_owner(relation);
	const policy::Held subject = policy::require_subject(relation);
	for (const policy::Node &node : subject->nodes)
		policy::refresh_guards(node.table.oid);
	if (subject->options.views) {
		policy::drop_views(*subject);
		policy::create_views(*subject);
		policy::grant_on_views(*subject);
	}
	if (subject->options.hide_deleted)
		policy::hide_deleted(*subject);
	policy::record_policy_call("refresh_views", relation, {});
	return call.nothing();
}
