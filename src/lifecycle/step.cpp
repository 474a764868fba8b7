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

// What the session would keep of code that ran underneath: the query of a cursor WITH HOLD runs to its end at COMMIT, one that
// was declared just now has the time of the running statement; temporary objects are found before others of their names.
pg::Row kept(pg::Spi &spi)
{
	return spi.query("SELECT (SELECT pg_catalog.count(*) FROM pg_catalog.pg_cursor() WHERE is_holdable AND creation_time OPERATOR(pg_catalog.>=) pg_catalog.statement_timestamp()),"
					 " (SELECT pg_catalog.count(*) FROM pg_catalog.pg_depend WHERE refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_namespace'::pg_catalog.regclass"
					 " AND refobjid OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema())")
		.at(0);
}

// What a step leaves pending for a deferrable trigger of a user's, on its own table or on one that a trigger or a cascade
// wrote to, would run at COMMIT as the calling role: a superuser, where the job is one. So would what the session keeps.
struct Left {
	std::vector<pg::Oid> pending;
	pg::Row kept;
};

Left left(pg::Spi &spi) { return {pg::pending_user_triggers(), kept(spi)}; }

void require_nothing_left(pg::Spi &spi, const Left &before)
{
	static constexpr const char *kWhat[] = {"a cursor WITH HOLD was declared underneath", "a temporary object was created underneath"};
	const Left now = left(spi);
	for (std::size_t i = 0; i < std::size(kWhat); ++i)
		if (std::stoll(*now.kept[i]) > std::stoll(*before.kept[i]))
			throw pg::Failure(pg::code::policy_cannot_work, kWhat[i], "It would run as the calling role instead of the table's owner.",
							  "Let no trigger or function of the table do this.");
	for (const pg::Oid relation : now.pending)
		if (std::find(before.pending.begin(), before.pending.end(), relation) == before.pending.end())
			throw pg::Failure(pg::code::policy_cannot_work, "a deferred trigger of table \"" + pg::display_name(relation) + "\" is pending",
							  "It would run at COMMIT as the calling role instead of the table's owner.", "Make it an ordinary trigger.");
}

}  // namespace

std::uint64_t run_step(guard::Step step, const policy::Node &node, const std::string &sql, const pg::Params &params)
{
	pg::RoleSwitch as_owner(node.table.owner, pg::Work::writing);
	policy::EngineSettings settings(node.table.schema);
	pg::Spi spi;
	std::uint64_t rows = 0;
	const Left before = left(spi);
	{
		guard::Pass pass(step, node.table.oid, pg::next_command_id());
		pg::redacting([&] {
			rows = spi.execute(sql, params);
			fire_deferred(spi, step, node);
		});
	}
	require_nothing_left(spi, before);
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
