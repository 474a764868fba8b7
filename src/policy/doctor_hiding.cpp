// The doctor on row security that hides deleted subjects: policies missing or changed, switched off, or passed by.
#include "pg/catalog.hpp"
#include "pg/fold.hpp"
#include "pg/role.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"
#include "policy/hide.hpp"
#include "policy/install.hpp"

namespace policy::doctor {
namespace {

void check_place(Visit &visit, const Subject &subject, pg::Oid place)
{
	const std::string fix = "SELECT erasure.refresh_views(" + literal(subject.root().table.oid) + ");";
	const std::string on = " on " + pg::display_name(place);
	const Hiding now = hiding(subject, place);
	if (!now.intact)
		visit.error("policy " + std::string(pg::kHidingPolicy) + on, now.hides ? "is not as it was made: it may not hide deleted subjects" : "is missing: deleted subjects are not hidden", fix);
	if (!now.base_fits)
		visit.error("policy " + std::string(kBasePolicy) + on, "is for another role than the table's owner, who does not see its rows", fix);
	if (!now.enabled)
		visit.error(table_name(place), "has its row security disabled: deleted subjects are not hidden", fix);
	else if (!now.forced)
		visit.error(table_name(place), "does not force row security on its owner, from whom deleted subjects are not hidden", fix);
}

// PostgreSQL lets such roles see every row, whatever we do.
void check_owner(Visit &visit, const Subject &subject)
{
	const pg::TableInfo &table = subject.root().table;
	pg::Text bypasses;
	as_extension([&](pg::Spi &spi) {
		bypasses = spi.value("SELECT (rolsuper OR rolbypassrls)::pg_catalog.text FROM pg_catalog.pg_roles WHERE oid OPERATOR(pg_catalog.=) $1", pg::Params().add_oid(table.owner));
	});
	if (bypasses && *bypasses == "true")
		visit.warning(table_name(table.oid), "belongs to role " + pg::role_name(table.owner) + ", which no row security holds back: to it, and in views and functions of its own, deleted subjects are not hidden",
					  "-- ALTER TABLE " + pg::display_name(table.oid) + " OWNER TO an ordinary role");
}

}  // namespace

void check_hiding(Visit &visit)
{
	for (const Subject *subject : visit.subjects) {
		if (!subject->options.hide_deleted)
			continue;
		for (const pg::Oid place : guarded_tables(subject->root().table.oid))
			check_place(visit, *subject, place);
		check_owner(visit, *subject);
	}
}

}  // namespace policy::doctor
