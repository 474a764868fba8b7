// Refreshes the materialized views that the policy lists, as their owners, so that they show what the tables hold now.
#include "lifecycle/engine.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "pg/lock.hpp"
#include "policy/refreshed.hpp"

namespace lifecycle {
namespace {

// REFRESH reads under the snapshot it starts with. One that waited for another deletion's refresh would bring back what
// that one masked: so the lock comes first, and a transaction whose snapshot is older than the last refresh starts over.
void lock_view(pg::Oid view, const std::string &name)
{
	if (!pg::lock_exclusively(view) || !pg::snapshot_is_fixed())
		return;
	const auto file = [&](pg::SnapshotKind kind) {
		pg::Spi spi;
		const pg::Text number = spi.value("SELECT relfilenode FROM pg_catalog.pg_class WHERE oid OPERATOR(pg_catalog.=) $1", pg::Params().add_oid(view), kind);
		spi.finish();
		return number;
	};
	if (file(pg::SnapshotKind::latest) != file(pg::SnapshotKind::transaction))
		throw pg::Failure(pg::code::serialization_failure, "materialized view \"" + name + "\" was refreshed by another transaction", {}, "Retry the transaction.");
}

// Its query may fail on a masked value; PostgreSQL's own message could print one that is not.
void refresh(const pg::TableInfo &view, const std::string &name)
{
	pg::Caught caught;
	const bool ok = pg::attempt_body(
		[&] {
			// With what its owner would see in a REFRESH of its own: deleted subjects that are hidden stay out of it.
			pg::RoleSwitch as_owner(view.owner, pg::Work::own_statement);
			policy::EngineSettings settings(view.schema);
			pg::Settings hidden({{"row_security", "on"}, {"erasure.show_deleted", "off"}});
			pg::Spi spi;
			spi.utility("REFRESH MATERIALIZED VIEW " + pg::qualified(view));
			spi.finish();
			hidden.finish();
			settings.finish();
		},
		caught);
	if (ok)
		return;
	if (caught.sqlstate == pg::code::serialization_failure || caught.sqlstate == pg::code::deadlock_detected)
		throw pg::Failure(caught.sqlstate, caught.message, {}, "Retry the transaction.");
	throw pg::Failure(caught.sqlstate, "cannot refresh materialized view \"" + name + "\"",
					  "Its REFRESH failed with SQLSTATE " + pg::sqlstate_text(caught.sqlstate) + ".",
					  "Nothing has changed. Look for parts of its query, or unique indexes, that masked values do not fit.");
}

}  // namespace

void refresh_views(const policy::Subject &subject)
{
	for (const pg::Oid oid : policy::refreshed_views(subject)) {
		const std::string name = pg::display_name(oid);
		lock_view(oid, name);
		refresh(pg::table_info(oid), name);
	}
}

}  // namespace lifecycle
