// Keys in a table with inheritance children, which no unique index spans.
#include "lifecycle/subjects.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"
#include "policy/row_path.hpp"

namespace lifecycle {

void require_distinct_keys(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects)
{
	if (!node.table.has_children || node.table.kind == 'p' || node.key.empty())
		return;
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	std::string keys;
	std::string names;
	std::string same;
	for (std::size_t i = 0; i < node.key.size(); ++i) {
		const std::string name = "p" + std::to_string(i + 1);
		keys += (i ? ", " : "") + policy::column("t", node.key[i]) + " AS " + name;
		names += (i ? ", f." : "f.") + name;
		same += (i ? " AND " : "") + policy::column("o", node.key[i]) + " " + node.key[i].equals + " f." + name;
	}
	std::int64_t shared = 0;
	policy::as_role(node.table.owner, [&](pg::Spi &spi) {
		shared = spi.number("SELECT pg_catalog.count(*) FROM (SELECT FROM (SELECT DISTINCT " + keys + " FROM " + path.with(node) + " WHERE " + path.where +
								") AS f, " + node.sql_name() + " AS o WHERE " + same + " GROUP BY " + names + " HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1) AS shared",
							subjects.keys.params());
	});
	if (shared > 0)
		throw pg::Failure(pg::code::policy_cannot_work, "keys of table \"" + node.table.name + "\" do not tell its rows apart",
						  std::to_string(shared) + " keys of these subjects' rows are there more than once, in the table or in tables that inherit from it.",
						  "Nothing has changed. Give each row a key of its own.");
}

}  // namespace lifecycle
