// The event triggers: what DDL does to declared tables, before and after it is done.
//
// They fire for every statement of every role. Statements about undeclared tables cost a look into an index; what is
// declared goes the slow way. PostgreSQL checks the rights of the statement itself, so nothing is touched here before it
// for a caller who does not own the table.
#include <algorithm>
#include <iterator>
#include <set>

#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"
#include "pg/lock.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/dropping.hpp"
#include "policy/engine_sql.hpp"
#include "policy/hide.hpp"
#include "policy/install.hpp"
#include "policy/keep_views.hpp"
#include "policy/declare.hpp"
#include "policy/mask_fit.hpp"
#include "policy/retention.hpp"
#include "policy/rewritten.hpp"
#include "policy/settle.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

struct Place {
	const Subject *subject;
	const Node *node;
};

std::vector<Place> places_of(const Catalogue &all, pg::Oid relation)
{
	std::vector<Place> places;
	for (const Subject &subject : all.subjects)
		if (const Node *node = subject.node_of(relation))
			places.push_back({&subject, node});
	return places;
}

void before_drop_extension(bool cascade)
{
	if (!pg::is_superuser(pg::current_role()))
		return;
	std::int64_t masked = 0;
	as_extension([&](pg::Spi &spi) {
		masked = spi.number("SELECT pg_catalog.count(*) FROM erasure.subject_state WHERE state OPERATOR(pg_catalog.=) 'masked'");
	});
	if (masked == 0)
		return;
	const std::string detail = std::to_string(masked) + " subjects are masked; their originals are in its vault and go with it.";
	if (!cascade)
		throw pg::Failure(pg::code::wrong_state, "cannot drop extension \"erasure\" now", detail,
						  "Wait until they are erased, undo them, or give up undo with DROP EXTENSION erasure CASCADE.");
	pg::warning("masked subjects can never be undone once extension \"erasure\" is dropped", detail);
}

// The rows of a partition, or of an inheritance child, would leave, or go, like those of a TRUNCATE.
void require_part_may_go(pg::Oid relation, const std::string &what)
{
	const pg::Oid root = pg::declared_root(relation);
	if (root == relation || !pg::is_declared(root) || !pg::owns_table(pg::current_role(), relation) || pg::table_info(relation).persistence == 't')
		return;
	const auto all = catalogue();
	for (const Place &place : places_of(*all, root))
		require_may_go(*place.subject, what, relation);
}

std::string part_name(pg::Oid relation) { return pg::table_info(relation).partition ? "partition" : "inheritance child"; }

// Parts of tables that stay themselves. Once they are gone nothing tells of what they were a part.
constexpr const char *kParts = R"(
SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE (n.nspname::pg_catalog.text OPERATOR(pg_catalog.=) ANY ($1) OR pg_catalog.pg_get_userbyid(c.relowner)::pg_catalog.text OPERATOR(pg_catalog.=) ANY ($2))
  AND EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid OPERATOR(pg_catalog.=) c.oid) AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[]))";

void before_drop_many(const pg::Statement &statement)
{
	pg::Rows parts;
	as_extension([&](pg::Spi &spi) { parts = spi.query(kParts, pg::Params().add(statement.schemas).add(statement.owners)); });
	for (const pg::Row &row : parts) {
		const auto part = static_cast<pg::Oid>(std::stoul(*row[0]));
		require_part_may_go(part, "drop " + part_name(part));
	}
}

void before_drop_table(const pg::Statement &statement, const Catalogue &all, pg::Oid relation)
{
	for (const Place &place : places_of(all, relation)) {
		require_may_go(*place.subject, "drop table", relation);
		if (place.node->is_subject() && !statement.cascade)
			drop_views(*place.subject);
	}
}

void before_alter(const pg::Statement &statement, pg::Oid relation)
{
	std::vector<std::string> columns = statement.retyped;
	columns.insert(columns.end(), statement.dropped.begin(), statement.dropped.end());
	if (columns.empty() && statement.kind != pg::Statement::Kind::rename)
		return;
	settle();
	if (columns.empty())
		return;
	const auto all = catalogue();
	for (const Place &place : places_of(*all, relation)) {
		require_columns_may_go(*place.subject, *place.node, statement.dropped);
		require_links_stay(*place.subject, *place.node, statement.computed);
	}
	make_way_for_columns(relation, columns);
	for (const Place &place : places_of(*all, relation))
		if (place.node->is_subject()) {
			make_way_for_type(*place.subject, statement.retyped);
			put_views_aside(*place.subject, statement.cascade);
		}
}

void before_statement(const pg::Statement &statement)
{
	using Kind = pg::Statement::Kind;
	if (statement.kind == Kind::drop_extension && statement.names_extension)
		before_drop_extension(statement.cascade);
	if (statement.kind == Kind::drop_many)
		before_drop_many(statement);
	for (const pg::Oid relation : statement.detached)
		require_part_may_go(relation, "detach " + part_name(relation));
	for (const pg::Oid relation : statement.relations) {
		if (statement.kind == Kind::drop_table)
			require_part_may_go(relation, "drop " + part_name(relation));
		if (!pg::is_declared(relation) || !pg::owns_table(pg::current_role(), relation))
			continue;
		if (statement.kind == Kind::drop_table)
			before_drop_table(statement, *catalogue(), relation);
		else
			before_alter(statement, relation);
	}
}

// A row of two declared tables would be masked twice, with two originals.
void require_one_root(pg::Oid relation)
{
	const std::vector<pg::Oid> declared = pg::declared_above(relation);
	if (declared.size() > 1)
		throw pg::Failure(pg::code::policy_cannot_work, "table \"" + pg::display_name(relation) + "\" would be a part of two declared tables",
						  "Its rows are rows of \"" + pg::display_name(declared[0]) + "\" and of \"" + pg::display_name(declared[1]) + "\".",
						  "Take one of them out of the policy first.");
}

// Rows of masked subjects that came in with a partition would never be masked. Who is masking just now is waited for.
void require_masked_part(const Catalogue &all, pg::Oid partition)
{
	const pg::Oid root = pg::declared_root(partition);
	if (root == partition || !pg::is_declared(root))
		return;
	pg::lock_against_verbs(root);
	for (const Place &place : places_of(all, root))
		require_nothing_unmasked(*place.subject, place.node->id);
}

// Said now rather than at the hour of deletion; the migration itself is the owner's business.
void tell_misfits(const Subject &subject, const Node &node)
{
	if (node.retention && !tells_age(node.retention->since))
		pg::warning("column \"" + node.retention->since_name + "\" of table \"" + pg::display_name(node.table.oid) + "\", from which ages are counted, tells no time any more",
					"Subjects with a row in it cannot be deleted permanently.", "Call erasure.retain again, or erasure.unretain.");
	Names names;
	for (const PersonalColumn &personal : node.personal)
		names.insert(personal.column.name);
	pg::Caught caught;
	if (!names.empty() && !pg::attempt_body([&] { require_masks_fit(node, deletion_column(subject, node), names, false); }, caught))
		pg::warning("masks of table \"" + pg::display_name(node.table.oid) + "\" do not fit any more: " + caught.message,
					"Subjects with a row in it cannot be deleted permanently.", "Choose other masks with erasure.set_mask.");
}

void follow_renaming(const pg::Changed &changed, pg::Oid relation, const Subject &subject)
{
	using Renamed = pg::Changed::Renamed;
	if (changed.renamed == Renamed::nothing)
		return;
	if (changed.renamed == Renamed::column && subject.root().table.oid == relation)
		rename_view_column(subject, changed.old_name, changed.new_name);
}

void after_change(const pg::Changed &changed, pg::Oid relation)
{
	const auto all = catalogue();
	const std::vector<Place> places = places_of(*all, relation);
	if (places.empty())
		return;
	for (const Place &place : places) {
		follow_renaming(changed, relation, *place.subject);
		if (!place.node->is_subject())
			continue;
		move_views(*place.subject);
		bring_views_back(*place.subject);
		add_view_columns(*place.subject);
		keep_hidden(*place.subject, changed);
	}
	keep_guards(relation);
}

void require_all_still_masked(const std::set<pg::Oid> &tables, const std::vector<std::string> &computed)
{
	const auto all = catalogue();
	for (const pg::Oid relation : tables)
		for (const Place &place : places_of(*all, relation))
			require_still_masked(*place.subject, *place.node, computed);
}

void after_statement(const pg::Changed &changed)
{
	std::set<pg::Oid> declared;
	for (const pg::Oid relation : changed.relations)
		if (const pg::Oid root = pg::declared_root(relation); pg::is_declared(root)) {
			require_one_root(relation);
			declared.insert(root);
		}
	if (changed.enables)
		for (const pg::Oid relation : changed.relations)
			keep_always(relation);
	for (const pg::Oid relation : changed.detached)
		if (!pg::is_declared(pg::declared_root(relation))) {
			keep_guards(relation);
			unhide(relation);
		}
	for (const pg::Oid relation : changed.attached)
		require_masked_part(*catalogue(), relation);
	if (changed.renamed != pg::Changed::Renamed::nothing)
		for (const pg::Oid relation : changed.relations)
			if (pg::is_exempted(relation))
				rename_exemption(changed.renamed == pg::Changed::Renamed::column ? "column" : "trigger", relation, changed.old_name, changed.new_name);
	// A restore is perhaps still at work on the others. They are left alone without a look at the policy, for which the locks of
	// restores side by side would have to be waited for, crosswise.
	std::set<pg::Oid> settled;
	std::copy_if(declared.begin(), declared.end(), std::inserter(settled, settled.end()), is_settled);
	for (const pg::Oid relation : settled)
		after_change(changed, relation);
	if (!declared.empty() || changed.schema)
		store_names();
	if (!declared.empty())
		publish_change();
	if (!changed.computed.empty())
		require_all_still_masked(settled, changed.computed);
	if (!changed.constrains || settled.empty())
		return;
	const auto now = catalogue();
	for (const pg::Oid relation : settled)
		for (const Place &place : places_of(*now, relation))
			tell_misfits(*place.subject, *place.node);
}

}  // namespace
}  // namespace policy

// erasure._ddl_start() RETURNS event_trigger
ERASURE_FUNCTION(erasure_ddl_start)
{
	const pg::Statement statement = pg::statement_to_come(call);
	if (!policy::OwnDdl::running())
		policy::before_statement(statement);
	return call.null();
}

// erasure._ddl_drop() RETURNS event_trigger
ERASURE_FUNCTION(erasure_ddl_drop)
{
	if (policy::OwnDdl::running())
		return call.null();
	policy::clean_up_after(pg::dropped_objects(call));
	return call.null();
}

// erasure._ddl_end() RETURNS event_trigger
ERASURE_FUNCTION(erasure_ddl_end)
{
	if (policy::OwnDdl::running())
		return call.null();
	policy::after_statement(pg::changed_objects(call));
	return call.null();
}
