// One statement of the engine: as the table's owner, through the guards, with nothing left to fire as anybody else.
#include <algorithm>

#include "lifecycle/engine.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"

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

}  // namespace

std::uint64_t run_step(guard::Step step, const policy::Node &node, const std::string &sql, const pg::Params &params)
{
	pg::RoleSwitch as_owner(node.table.owner);
	policy::EngineSettings settings(node.table.schema);
	pg::Spi spi;
	std::uint64_t rows = 0;
	{
		guard::Pass pass(step, node.table.oid, pg::next_command_id());
		pg::redacting([&] {
			rows = spi.execute(sql, params);
			fire_deferred(spi, step, node);
		});
	}
	spi.finish();
	settings.finish();
	return rows;
}

void lock_tables(const policy::Subject &subject)
{
	std::vector<pg::Oid> relations;
	for (const policy::Node &node : subject.nodes)
		relations.push_back(node.table.oid);
	std::sort(relations.begin(), relations.end());
	for (const pg::Oid relation : relations)
		pg::lock_table(relation, pg::TableLock::row_exclusive);
}

}  // namespace lifecycle
