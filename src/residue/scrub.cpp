// Asking for a scrub: by an erasure, by the job, by a table's owner. A background worker does it (residue/scrub_worker.cpp).
#include "residue/scrub.hpp"

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/worker.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "residue/erased_request.hpp"

namespace residue {
namespace {

// Settings are the caller's: the worker has a session of its own.
std::string argument(pg::Oid relation)
{
	return std::to_string(relation) + " " + pg::setting("erasure.scrub_wait") + " " + pg::setting("erasure.scrub_cost_delay");
}

bool run(pg::Oid relation)
{
	return pg::run_worker("erasure_scrub_worker", "erasure scrub", argument(relation));
}

// Of one relation, or of any.
bool is_wanted(pg::Oid relation)
{
	bool wanted = false;
	policy::as_extension([&](pg::Spi &spi) {
		wanted = spi.value("SELECT true FROM erasure.scrub_wanted WHERE origin OPERATOR(pg_catalog.=) erasure._origin() "
						   "AND ($1 OPERATOR(pg_catalog.=) 0::pg_catalog.oid OR relation_oid OPERATOR(pg_catalog.=) $1) LIMIT 1",
						   pg::Params().add_oid(relation)).has_value();
	});
	return wanted;
}

// Of what this transaction erases, or of what was erased before it.
enum class Erasing { now, before };

void want(pg::Spi &spi, pg::Oid relation, Erasing erasing)
{
	spi.execute("INSERT INTO erasure.scrub_wanted (relation_oid, relation_name, transaction) VALUES ($1, $2, pg_catalog.pg_current_xact_id()::pg_catalog.text::pg_catalog.int8 OPERATOR(pg_catalog.-) $3)",
				pg::Params().add_oid(relation).add(pg::display_name(relation)).add_int4(erasing == Erasing::now ? 0 : 1));
}

void require_scrubbable(pg::Oid relation)
{
	const pg::TableInfo table = pg::table_info(relation);
	const std::string name = pg::display_name(relation);
	if (std::string_view("rmp").find(table.kind) == std::string_view::npos || table.persistence == 't')
		throw pg::Failure(pg::code::wrong_object_type, "\"" + name + "\" is not a table that can be scrubbed", {}, "Tables, partitioned ones too, and materialized views can; temporary ones vanish with their session.");
	// As VACUUM asks.
	if (!pg::is_superuser(pg::outer_role()) && !(pg::owns_table(pg::outer_role(), relation) && pg::owns_table(pg::current_role(), relation)))
		throw pg::Failure(pg::code::insufficient_privilege, "must be owner of table " + name);
}

// What is not done yet of a table or its partitions, in words.
std::vector<std::pair<std::string, std::string>> not_done(pg::Oid relation)
{
	std::vector<std::pair<std::string, std::string>> open;
	std::vector<std::int64_t> parts;
	for (const pg::Oid part : pg::with_children(relation))
		parts.push_back(part);
	policy::as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query("SELECT relation_name, coalesce(reason, 'it was interrupted') FROM erasure.scrub_run WHERE status OPERATOR(pg_catalog.<>) 'done' "
											"AND relation_oid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) ORDER BY id",
											pg::Params().add(parts)))
			open.emplace_back(*row[0], *row[1]);
	});
	return open;
}

}  // namespace

void want_scrub(const policy::Subject &subject)
{
	policy::as_extension([&](pg::Spi &spi) {
		for (const policy::Node &node : subject.nodes)
			want(spi, node.table.oid, Erasing::now);
		want(spi, own_tables_handle(), Erasing::now);
	});
}

void scrub_erased(pg::Spi &spi)
{
	const bool wanted = pg::setting("erasure.scrub_after_erasure") == "on" && is_wanted(pg::kInvalidOid);
	spi.commit();
	if (wanted && !run(pg::kInvalidOid))
		pg::warning("erased tables are not scrubbed yet", "No background worker is free.", "Raise max_worker_processes. The next run tries again.");
}

}  // namespace residue

// CALL erasure.scrub(relation regclass)
ERASURE_FUNCTION(erasure_scrub)
{
	if (call.atomic())
		throw pg::Failure(pg::code::invalid_transaction_termination, "erasure.scrub cannot run inside a transaction block or function",
						  "It runs VACUUM and REINDEX CONCURRENTLY.", "CALL it as a statement of its own.");
	policy::refuse_inside_engine();
	const pg::Oid relation = call.oid(0, "relation");
	residue::require_scrubbable(relation);
	pg::Spi spi(true);
	policy::as_extension([&](pg::Spi &owner) { residue::want(owner, relation, residue::Erasing::before); });
	spi.commit();
	if (!residue::run(relation))
		throw pg::Failure(pg::sqlstate("53400"), "no background worker is free", {}, "Raise max_worker_processes.");
	const auto open = residue::not_done(relation);
	if (open.empty() && residue::is_wanted(relation))
		pg::warning("\"" + pg::display_name(relation) + "\" is not scrubbed yet", "Another scrub is under way.", "The next call, or run of erase_due, goes on with it.");
	for (const auto &[name, reason] : open)
		pg::warning("\"" + name + "\" is not scrubbed yet", "Reason: " + reason + ".", "The next call, or run of erase_due, goes on with it.");
	spi.commit();
	spi.finish();
	return call.nothing();
}
