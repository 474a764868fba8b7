// One statement of the engine: as the table's owner, through the guards, with nothing left to fire as anybody else.
#include <algorithm>

#include "core/sqltext.hpp"
#include "lifecycle/engine.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "pg/pending.hpp"
#include "policy/row_path.hpp"

namespace lifecycle {
namespace {

// A deferred event would run at COMMIT as the calling role, with the table owner's data and code. Deletions queue
// foreign-key events; updates of personal columns only those of UNIQUE and EXCLUDE constraints.
void fire_deferred(pg::Spi &spi, guard::Step step, const policy::Node &node)
{
	for (const pg::DeferrableConstraint &constraint : pg::deferrable_constraints(node.table.oid)) {
		if (step != guard::Step::erase_delete && constraint.kind != 'u' && constraint.kind != 'x')
			continue;
		spi.utility("SET CONSTRAINTS " + constraint.name + " IMMEDIATE");
		if (constraint.initially_deferred)
			spi.utility("SET CONSTRAINTS " + constraint.name + " DEFERRED");
	}
}

// What a step leaves pending for a deferrable trigger of a user's, on its own table or on one that a trigger or a cascade
// wrote to, would run as the calling role too: a superuser, where the job is one. So would the query of a cursor WITH HOLD,
// which is run to its end at COMMIT; one that a trigger has declared just now has the time of the running statement.
void require_nothing_left(pg::Spi &spi, const std::vector<pg::Oid> &before)
{
	if (spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_cursor() WHERE is_holdable AND creation_time OPERATOR(pg_catalog.>=) "
				   "pg_catalog.statement_timestamp()") > 0)
		throw pg::Failure(pg::code::policy_cannot_work, "a cursor WITH HOLD was declared underneath",
						  "Its query would run at COMMIT as the calling role instead of the table's owner.", "Let triggers declare no such cursor.");
	for (const pg::Oid relation : pg::pending_user_triggers())
		if (std::find(before.begin(), before.end(), relation) == before.end())
			throw pg::Failure(pg::code::policy_cannot_work, "a deferred trigger of table \"" + pg::display_name(relation) + "\" is pending",
							  "It would run at COMMIT as the calling role instead of the table's owner.", "Make it an ordinary trigger.");
}

}  // namespace

std::uint64_t run_step(guard::Step step, const policy::Node &node, const std::string &sql, const pg::Params &params)
{
	pg::RoleSwitch as_owner(node.table.owner);
	policy::EngineSettings settings(node.table.schema);
	pg::Spi spi;
	std::uint64_t rows = 0;
	const std::vector<pg::Oid> pending = pg::pending_user_triggers();
	{
		guard::Pass pass(step, node.table.oid, pg::next_command_id());
		pg::redacting([&] {
			rows = spi.execute(sql, params);
			fire_deferred(spi, step, node);
		});
	}
	require_nothing_left(spi, pending);
	spi.finish();
	settings.finish();
	return rows;
}

void set_deleted_at(guard::Step step, const policy::Subject &subject, const Subjects &subjects, const std::string &value)
{
	const policy::Node &root = subject.root();
	const policy::Path path = policy::rows_of(subject, root, subjects.keys.sets);
	const std::uint64_t rows = run_step(step, root,
										"UPDATE " + root.sql_name() + " AS t SET " + core::quote_ident(subject.deleted_at.name) + " = " + value +
											path.joined("FROM") + " WHERE " + path.where,
										subjects.keys.params());
	if (rows != subjects.size())
		throw pg::Failure(pg::code::serialization_failure, "subjects changed while their deletion time was written",
						  std::to_string(subjects.size()) + " were found and " + std::to_string(rows) + " were changed.",
						  "Nothing has changed. Retry; if it stays so, look for triggers or rules that suppress the UPDATE.");
}

}  // namespace lifecycle
