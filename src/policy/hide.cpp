// Creates, mends and drops the row-security policies that hide deleted subjects.
//
// Two policies: a restrictive one, which hides, and, unless row security was on and forced before, a permissive one that
// lets see what was seen before: everybody, where row security was off; the owner, who was exempt, where it was not
// forced. What there was before is read from the permissive one, so that a dump and a rename carry it. Row security is
// forced, since applications usually connect as the owner.
#include "policy/hide.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/fold.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/install.hpp"
#include "policy/permit.hpp"

namespace policy {
namespace {

constexpr const char *kWasForced = "row security was off, and forced";

constexpr const char *kStanding = R"(
SELECT c.relrowsecurity, c.relforcerowsecurity, h.oid IS NOT NULL,
       h.oid IS NOT NULL AND NOT h.polpermissive AND h.polcmd OPERATOR(pg_catalog.=) '*' AND h.polroles OPERATOR(pg_catalog.=) '{0}'::pg_catalog.oid[]
         AND pg_catalog.pg_get_expr(h.polqual, c.oid) OPERATOR(pg_catalog.=) pg_catalog.format('((%I IS NULL) OR erasure._shows_deleted(%L::regclass))', $3, $2::pg_catalog.regclass)
         AND pg_catalog.pg_get_expr(h.polwithcheck, c.oid) OPERATOR(pg_catalog.=) 'true',
       b.oid IS NOT NULL, b.polroles OPERATOR(pg_catalog.=) '{0}'::pg_catalog.oid[],
       b.polroles OPERATOR(pg_catalog.=) '{0}'::pg_catalog.oid[] OR b.polroles OPERATOR(pg_catalog.=) ARRAY[c.relowner],
       pg_catalog.obj_description(b.oid, 'pg_policy') OPERATOR(pg_catalog.=) $6
FROM pg_catalog.pg_class c
LEFT JOIN pg_catalog.pg_policy h ON h.polrelid OPERATOR(pg_catalog.=) c.oid AND h.polname OPERATOR(pg_catalog.=) $4
LEFT JOIN pg_catalog.pg_policy b ON b.polrelid OPERATOR(pg_catalog.=) c.oid AND b.polname OPERATOR(pg_catalog.=) $5
WHERE c.oid OPERATOR(pg_catalog.=) $1)";

bool is_true(const pg::Text &text) { return text && *text == "t"; }

Hiding read(pg::Spi &spi, pg::Oid place, pg::Oid subject, const std::string &column)
{
	Hiding now;
	const pg::Rows rows = spi.query(kStanding, pg::Params().add_oid(place).add_oid(subject).add(column).add(pg::kHidingPolicy).add(kBasePolicy).add(kWasForced));
	if (rows.empty())
		return now;
	const pg::Row &row = rows[0];
	now = {is_true(row[0]), is_true(row[1]), is_true(row[2]), is_true(row[3]), is_true(row[4]), is_true(row[5]), !is_true(row[4]) || is_true(row[6]), is_true(row[7])};
	return now;
}

// What the user's row security of a table is to be, beside ours.
struct Own {
	bool enabled;
	bool forced;
};

constexpr const char *kRestrictive = R"(
SELECT pg_catalog.string_agg(pg_catalog.quote_ident(polname), ', ' ORDER BY polname) FROM pg_catalog.pg_policy
WHERE polrelid OPERATOR(pg_catalog.=) $1 AND NOT polpermissive AND polname OPERATOR(pg_catalog.<>) $2)";

// Permissive ones are covered by the one that we add; a restrictive one would bind whom it does not bind now.
void require_none_would_wake(pg::Spi &spi, pg::Oid place, const Own &own)
{
	if (own.enabled && own.forced)
		return;
	const pg::Text names = spi.value(kRestrictive, pg::Params().add_oid(place).add(pg::kHidingPolicy));
	if (names)
		throw pg::Failure(pg::code::policy_cannot_work, "deleted rows of table \"" + pg::display_name(place) + "\" cannot be hidden",
						  "That takes row security, forced on its owner, and restrictive policies of the table would take effect " +
							  std::string(own.enabled ? "on its owner" : "by it") + ": " + *names + ".",
						  "Where they may, ALTER TABLE " + pg::display_name(place) + (own.enabled ? "" : " ENABLE ROW LEVEL SECURITY,") + " FORCE ROW LEVEL SECURITY first; else drop them.");
}

void drop_policies(pg::Spi &spi, pg::Oid place, const Hiding &now)
{
	const std::string on = " ON " + pg::qualified(pg::table_info(place));
	if (now.hides)
		spi.utility(std::string("DROP POLICY ") + pg::kHidingPolicy + on);
	if (now.base)
		spi.utility(std::string("DROP POLICY ") + kBasePolicy + on);
}

// As the extension's owner, as guards are made; a partition may have another owner than the table. Nobody's code runs by it.
// Left off, row security that is off, or not forced, stays so.
void install(pg::Spi &spi, pg::Oid place, const Subject &subject, const Hiding &now, const Own &own, bool left_off = false)
{
	if (!left_off)
		require_none_would_wake(spi, place, own);
	drop_policies(spi, place, now);
	const pg::TableInfo table = pg::table_info(place);
	const std::string name = pg::qualified(table);
	spi.utility(std::string("CREATE POLICY ") + pg::kHidingPolicy + " ON " + name + " AS RESTRICTIVE USING (" + core::quote_ident(subject.deleted_at.name) +
				" IS NULL OR erasure._shows_deleted(" + core::quote_literal(subject.root().sql_name()) + "::pg_catalog.regclass)) WITH CHECK (true)");
	if (!own.enabled || !own.forced)
		spi.utility(std::string("CREATE POLICY ") + kBasePolicy + " ON " + name + " TO " +
					(own.enabled ? core::quote_ident(pg::role_name(table.owner)) : "PUBLIC") + " USING (true)");
	if (!own.enabled && own.forced)
		spi.utility(std::string("COMMENT ON POLICY ") + kBasePolicy + " ON " + name + " IS " + core::quote_literal(kWasForced));
	if (!now.enabled && !left_off)
		spi.utility("ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY");
	if (!now.forced && !left_off)
		spi.utility("ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY");
}

// The engine reads a parent as the owner of the table that hangs on it, whom row security would stop.
void require_same_owners(pg::Oid relation)
{
	const auto all = catalogue();
	for (const Subject &subject : all->subjects)
		for (const Node &node : subject.nodes)
			for (const Link &link : node.links)
				if (const Node *parent = subject.node(link.parent_id); parent->table.oid == relation && parent->table.owner != node.table.owner)
					throw pg::Failure(pg::code::policy_cannot_work, "deleted rows of table \"" + pg::display_name(relation) + "\" cannot be hidden",
									  "Related table \"" + pg::display_name(node.table.oid) + "\" has another owner, who could not read them any more.",
									  "Give both tables the same owner.");
}

bool named(const pg::Changed &changed, pg::Oid place)
{
	return std::find(changed.relations.begin(), changed.relations.end(), place) != changed.relations.end();
}

void keep_one(pg::Spi &spi, pg::Oid place, const Subject &subject, const pg::Changed &changed, bool superuser)
{
	const Hiding now = read(spi, place, subject.root().table.oid, subject.deleted_at.name);
	Own own{now.own_enabled(), now.own_forced()};
	if (named(changed, place)) {
		own.enabled = changed.row_security.value_or(own.enabled);
		own.forced = changed.forced_row_security.value_or(own.forced);
	}
	const bool off = !now.enabled || !now.forced;
	const bool left_off = off && now.intact && superuser;
	if (left_off)
		pg::warning("deleted rows of table \"" + pg::display_name(place) + "\" are not hidden", "Its row security is off, or not forced on its owner.",
					"SELECT erasure.refresh_views(" + core::quote_literal(pg::display_name(subject.root().table.oid)) + ");");
	const bool as_it_is = own.enabled == now.own_enabled() && own.forced == now.own_forced();
	if (!now.intact || !now.base_fits || !as_it_is || (off && !left_off))
		install(spi, place, subject, now, own, left_off);
}

}  // namespace

Hiding hiding(const Subject &subject, pg::Oid place)
{
	Hiding now;
	as_extension([&](pg::Spi &spi) { now = read(spi, place, subject.root().table.oid, subject.deleted_at.name); });
	return now;
}

void hide_deleted(const Subject &subject)
{
	const OwnDdl quiet;
	require_same_owners(subject.root().table.oid);
	as_extension([&](pg::Spi &spi) {
		for (const pg::Oid place : guarded_tables(subject.root().table.oid)) {
			const Hiding now = read(spi, place, subject.root().table.oid, subject.deleted_at.name);
			install(spi, place, subject, now, {now.own_enabled(), now.own_forced()});
		}
	});
}

void keep_hidden(const Subject &subject, const pg::Changed &changed)
{
	if (!subject.options.hide_deleted)
		return;
	const OwnDdl quiet;
	const bool superuser = pg::is_superuser(pg::current_role());
	as_extension([&](pg::Spi &spi) {
		for (const pg::Oid place : guarded_tables(subject.root().table.oid))
			keep_one(spi, place, subject, changed, superuser);
	});
}

void unhide(pg::Oid relation)
{
	const OwnDdl quiet;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Oid place : guarded_tables(relation)) {
			const Hiding now = read(spi, place, relation, "");
			if (!now.hides && !now.base)
				continue;
			const std::string name = pg::qualified(pg::table_info(place));
			drop_policies(spi, place, now);
			if (now.enabled && !now.own_enabled())
				spi.utility("ALTER TABLE " + name + " DISABLE ROW LEVEL SECURITY");
			if (now.forced && !now.own_forced())
				spi.utility("ALTER TABLE " + name + " NO FORCE ROW LEVEL SECURITY");
		}
	});
}

void make_way_for_type(const Subject &subject, const std::vector<std::string> &columns)
{
	if (!subject.options.hide_deleted || std::find(columns.begin(), columns.end(), subject.deleted_at.name) == columns.end())
		return;
	const OwnDdl quiet;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Oid place : guarded_tables(subject.root().table.oid))
			if (read(spi, place, subject.root().table.oid, subject.deleted_at.name).hides)
				spi.utility(std::string("DROP POLICY ") + pg::kHidingPolicy + " ON " + pg::qualified(pg::table_info(place)));
	});
}

}  // namespace policy

// erasure._shows_deleted(subject regclass) RETURNS boolean: what the planner did not decide
ERASURE_FUNCTION(erasure_shows_deleted)
{
	if (!pg::show_deleted())
		return call.result(false);
	const auto all = policy::catalogue();
	const policy::Subject *subject = all->subject_of(call.oid(0, "subject"));
	return call.result(subject != nullptr && policy::may_view_deleted(*subject));
}
