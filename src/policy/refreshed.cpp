// refresh_with and refresh_without: materialized views that are refreshed when personal data changes.
#include "policy/refreshed.hpp"

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/declare.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {

std::vector<pg::Oid> refreshed_views(const Subject &subject)
{
	std::vector<pg::Oid> views;
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.refreshed_view r WHERE r.subject_id OPERATOR(pg_catalog.=) $1 AND NOT EXISTS "
					"(SELECT FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) r.relation::pg_catalog.oid AND c.relkind OPERATOR(pg_catalog.=) 'm')",
					pg::Params().add_int4(subject.id));
		if (spi.number("SELECT pg_catalog.count(*) FROM erasure.refreshed_view WHERE subject_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(subject.id)) == 0)
			return;
		for (const pg::Row &row : spi.query("SELECT r.relation::pg_catalog.oid FROM erasure.refreshed_view r "
											"JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) r.relation::pg_catalog.oid AND c.relispopulated "
											"LEFT JOIN erasure._reading_views v ON v.subject_id OPERATOR(pg_catalog.=) r.subject_id "
											"AND v.view OPERATOR(pg_catalog.=) r.relation::pg_catalog.oid "
											"WHERE r.subject_id OPERATOR(pg_catalog.=) $1 ORDER BY v.depth NULLS LAST, 1",
											pg::Params().add_int4(subject.id)))
			views.push_back(static_cast<pg::Oid>(std::stoul(*row[0])));
	});
	return views;
}

}  // namespace policy

// erasure.refresh_with(subject regclass, materialized_view regclass) RETURNS void
ERASURE_FUNCTION(erasure_refresh_with)
{
	const pg::Oid relation = call.oid(0, "subject");
	const pg::Oid view = call.oid(1, "materialized_view");
	policy::require_owner(relation);
	const policy::Held subject = policy::require_subject(relation);
	if (pg::table_info(view).kind != 'm')
		throw pg::Failure(pg::code::policy_cannot_work, policy::quoted(view) + " is not a materialized view",
						  "Other views show what their tables hold now.");
	policy::require_owner(view);
	std::uint64_t added = 0;
	policy::as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.refreshed_view WHERE subject_id OPERATOR(pg_catalog.=) $1 AND relation_oid OPERATOR(pg_catalog.=) $2 "
					"AND relation::pg_catalog.oid OPERATOR(pg_catalog.<>) relation_oid",
					pg::Params().add_int4(subject->id).add_oid(view));
		added = spi.execute("INSERT INTO erasure.refreshed_view (subject_id, relation, relation_oid) VALUES ($1, $2, $2) ON CONFLICT DO NOTHING",
							pg::Params().add_int4(subject->id).add_oid(view));
	});
	if (added == 0)
		throw pg::Failure(pg::code::duplicate_object, "materialized view " + policy::quoted(view) + " is refreshed already");
	policy::record_policy_call("refresh_with", relation, "materialized view " + pg::display_name(view));
	return call.nothing();
}

// erasure.refresh_without(subject regclass, materialized_view regclass) RETURNS void
ERASURE_FUNCTION(erasure_refresh_without)
{
	const pg::Oid relation = call.oid(0, "subject");
	const pg::Oid view = call.oid(1, "materialized_view");
	policy::require_owner(relation);
	const policy::Held subject = policy::require_subject(relation);
	std::uint64_t removed = 0;
	policy::as_extension([&](pg::Spi &spi) {
		removed = spi.execute("DELETE FROM erasure.refreshed_view WHERE subject_id OPERATOR(pg_catalog.=) $1 AND relation OPERATOR(pg_catalog.=) $2::pg_catalog.oid::pg_catalog.regclass",
							  pg::Params().add_int4(subject->id).add_oid(view));
	});
	if (removed == 0)
		throw pg::Failure(pg::code::policy_cannot_work, "materialized view " + policy::quoted(view) + " is not listed", {},
						  "erasure.materialized_views shows which are.");
	policy::record_policy_call("refresh_without", relation, "materialized view " + pg::display_name(view));
	return call.nothing();
}
