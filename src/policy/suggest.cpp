// suggest: what hangs on a subject table and looks personal, with the statements that declare it.
#include "policy/suggest.hpp"

#include <cstdio>

#include "pg/call.hpp"
#include "pg/role.hpp"
#include "policy/declare.hpp"
#include "policy/permit.hpp"
#include "policy/suggest_statement.hpp"

// erasure.suggest(subject regclass) RETURNS TABLE(relation regclass, column_name name, reason text, confidence real, statement text)
ERASURE_FUNCTION(erasure_suggest)
{
	const pg::Oid relation = call.oid(0, "subject");
	policy::require_owner(relation);
	policy::require_table(relation);
	// Many small queries over the catalogue, which the planner takes for large ones: compiling each would take most of the time.
	pg::Settings settings({{"jit", "off"}});
	const auto catalogue = policy::catalogue();
	policy::Surroundings all = policy::surroundings_of(relation, catalogue->subject_of(relation));
	for (policy::Found &found : all.found)
		found.findings = policy::findings_of(all, found);
	policy::add_parents(all);
	policy::add_value_links(all);
	const std::vector<policy::Suggestion> rows = policy::suggestions(all);
	settings.finish();
	call.start_rows();
	for (const policy::Suggestion &row : rows) {
		char confidence[16];
		std::snprintf(confidence, sizeof confidence, "%.2f", row.confidence);
		call.add_row({std::to_string(row.relation), row.column, row.reason, std::string(confidence), row.statement});
	}
	return call.nothing();
}
