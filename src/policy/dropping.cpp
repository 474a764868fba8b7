// DROP of what is declared: refused while it is needed, cleaned up after otherwise.
#include "policy/dropping.hpp"

#include <algorithm>
#include <set>

#include "core/sqltext.hpp"
#include "evidence/audit.hpp"
#include "guard/settings.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/install.hpp"
#include "policy/settle.hpp"

namespace policy {
namespace {

struct Kept {
	std::int64_t masked = 0;    // and can be undone
	std::int64_t retained = 0;  // masked, beyond undo, with rows that are masked later
	std::int64_t held = 0;
};

Kept count_kept(pg::Spi &spi, std::int32_t subject)
{
	const pg::Row row = spi.query("SELECT pg_catalog.count(*) FILTER (WHERE destroyed_at IS NULL), pg_catalog.count(*) FILTER (WHERE destroyed_at IS NOT NULL), "
								  "(SELECT pg_catalog.count(*) FROM erasure._hold_in_force WHERE subject_id OPERATOR(pg_catalog.=) $1) "
								  "FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND state OPERATOR(pg_catalog.=) 'masked'",
								  pg::Params().add_int4(subject)).at(0);
	return {std::stoll(*row[0]), std::stoll(*row[1]), std::stoll(*row[2])};
}

// what: 'drop table "orders"'. Works as the extension's owner.
void refuse_if_kept(pg::Spi &spi, std::int32_t subject, const std::string &table, const std::string &what)
{
	const Kept kept = count_kept(spi, subject);
	if (kept.masked == 0 && kept.retained == 0 && kept.held == 0)
		return;
	if (guard::bypass()) {
		evidence::record(spi, {.action = "bypass", .detail = what + " passed under erasure.bypass"});
		return;
	}
	if (kept.masked > 0)
		throw pg::Failure(pg::code::wrong_state, "cannot " + what + " now",
						  std::to_string(kept.masked) + " subjects of table \"" + table + "\" are masked and can still be undone; their originals would be beyond the reach of undo and of the job.",
						  "Wait until they are erased, undo them, or erase them with erasure.erase_now.");
	if (kept.retained > 0)
		throw pg::Failure(pg::code::wrong_state, "cannot " + what + " now",
						  std::to_string(kept.retained) + " subjects of table \"" + table + "\" are masked and have rows that are retained; the job could not mask those when their time has come.",
						  "Wait until their time has come, or end it with erasure.unretain; then the next erasure.erase_due masks them.");
	throw pg::Failure(pg::code::on_hold, "cannot " + what + " now",
					  std::to_string(kept.held) + " subjects of table \"" + table + "\" are under a legal hold.",
					  "Wait until the holds are released with erasure.release.");
}

}  // namespace

void require_may_go(const Subject &subject, const std::string &what, pg::Oid relation)
{
	const std::string thing = what + " \"" + pg::display_name(relation) + "\"";
	const std::string table = pg::display_name(subject.root().table.oid);
	as_extension([&](pg::Spi &spi) { refuse_if_kept(spi, subject.id, table, thing); });
}

namespace {

[[noreturn]] void refuse_deletion_column(const std::string &column, const std::string &table)
{
	throw pg::Failure(pg::code::policy_cannot_work, "cannot drop column \"" + column + "\" of protected table \"" + table + "\"",
					  "It records when its rows were deleted.", "SELECT erasure.unprotect(" + core::quote_literal(table) + ");");
}

}  // namespace

void require_columns_may_go(const Subject &subject, const Node &node, const std::vector<std::string> &columns)
{
	for (const std::string &name : columns) {
		if (node.is_subject() && name == subject.deleted_at.name)
			refuse_deletion_column(name, pg::display_name(node.table.oid));
		const bool key = std::any_of(node.key.begin(), node.key.end(), [&](const pg::ColumnInfo &k) { return k.name == name; });
		if (key)
			require_may_go(subject, "drop key column \"" + name + "\" of table", node.table.oid);
	}
}

namespace {

constexpr const char *kTables = R"(
SELECT d.id, d.subject_id, d.table_name, s.table_name FROM erasure.declared_table d
JOIN erasure.declared_table s ON s.id OPERATOR(pg_catalog.=) d.subject_id
WHERE d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) $1)";

// The tables of a subject to which no link leads any more.
constexpr const char *kCutOff = R"(
WITH RECURSIVE reached (id) AS (
    SELECT $1 WHERE EXISTS (SELECT FROM erasure.declared_table WHERE id OPERATOR(pg_catalog.=) $1)
    UNION SELECT l.table_id FROM erasure.link l JOIN reached r ON l.parent_id OPERATOR(pg_catalog.=) r.id)
SELECT id, relation::pg_catalog.oid, relation::pg_catalog.text FROM erasure.declared_table
WHERE subject_id OPERATOR(pg_catalog.=) $1 AND id OPERATOR(pg_catalog.<>) ALL (SELECT id FROM reached) ORDER BY id)";

// The originals of masked subjects, who may only be here under erasure.bypass, go as well: there is nothing to put them
// back into.
constexpr const char *kForgetSubjects[] = {
	"DELETE FROM erasure.vault_key WHERE subject_id OPERATOR(pg_catalog.=) $1",
	"DELETE FROM erasure.vault WHERE subject_id OPERATOR(pg_catalog.=) $1",
	"DELETE FROM erasure.dropped_table WHERE subject_id OPERATOR(pg_catalog.=) $1",
	"DELETE FROM erasure.retained WHERE subject_id OPERATOR(pg_catalog.=) $1",
	"DELETE FROM erasure.legal_hold WHERE subject_id OPERATOR(pg_catalog.=) $1",
	"DELETE FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND state OPERATOR(pg_catalog.<>) 'erased'",
};

// The tables that lost their place in a policy, for their guards to go too.
using Relations = std::set<pg::Oid>;

void remove_row(pg::Spi &spi, std::int32_t id)
{
	spi.execute("INSERT INTO erasure.dropped_table (table_id, subject_id) SELECT d.id, d.subject_id FROM erasure.declared_table d "
				"WHERE d.id OPERATOR(pg_catalog.=) $1 AND EXISTS (SELECT FROM erasure.vault v WHERE v.table_id OPERATOR(pg_catalog.=) $1)",
				pg::Params().add_int4(id));
	spi.execute("DELETE FROM erasure.declared_table WHERE id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(id));
	spi.execute("DELETE FROM erasure.link WHERE parent_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(id));
	spi.execute("DELETE FROM erasure.retained WHERE table_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(id));
}

void forget_table(pg::Spi &spi, const pg::Row &row, Relations &orphans)
{
	const std::int32_t id = std::stoi(*row[0]);
	const std::int32_t subject = std::stoi(*row[1]);
	refuse_if_kept(spi, subject, *row[3], "drop table \"" + *row[2] + "\"");
	remove_row(spi, id);
	std::string others;
	for (const pg::Row &cut_off : spi.query(kCutOff, pg::Params().add_int4(subject))) {
		const auto relation = static_cast<pg::Oid>(std::stoul(*cut_off[1]));
		orphans.insert(relation);
		if (pg::table_exists(relation))
			others += (others.empty() ? "\"" : ", \"") + *cut_off[2] + "\"";
		remove_row(spi, std::stoi(*cut_off[0]));
	}
	if (id == subject)
		for (const char *sql : kForgetSubjects)
			spi.execute(sql, pg::Params().add_int4(subject));
	evidence::record(spi, {.action = "drop", .detail = "table " + *row[2] + (others.empty() ? "" : ", with it " + others)});
	pg::warning("table \"" + *row[2] + "\" was " + (id == subject ? "protected" : "related to a subject table") + "; its policy has gone with it",
				others.empty() ? "" : "Taken out of the policy too, for they were related through it: " + others + ".",
				"A table that takes its place is not declared: call erasure." + std::string(id == subject ? "protect" : "relate") + " for it.");
}

// Personal columns, those by which rows find their parents or children, and those that their age is counted from.
constexpr const char *kColumns = R"(
SELECT d.subject_id, s.table_name, d.id, p.attnum IS NOT NULL, x.deletion, x.link, r.table_id IS NOT NULL
FROM erasure.declared_table d
JOIN erasure.declared_table s ON s.id OPERATOR(pg_catalog.=) d.subject_id
CROSS JOIN LATERAL (SELECT d.relation::pg_catalog.oid OPERATOR(pg_catalog.<>) d.relation_oid OR d.origin OPERATOR(pg_catalog.<>) $4) AS f(restored)
CROSS JOIN LATERAL (
    SELECT d.deleted_at_name IS NOT NULL AND CASE WHEN f.restored THEN d.deleted_at_name OPERATOR(pg_catalog.=) $3::pg_catalog.name
                                                  ELSE d.deleted_at_attnum OPERATOR(pg_catalog.=) $2 END,
           EXISTS (SELECT FROM erasure.link l WHERE
               (l.table_id OPERATOR(pg_catalog.=) d.id AND CASE WHEN f.restored THEN $3::pg_catalog.name OPERATOR(pg_catalog.=) ANY (l.names OPERATOR(pg_catalog.||) l.condition_names)
                                                                ELSE $2 OPERATOR(pg_catalog.=) ANY (l.attnums OPERATOR(pg_catalog.||) l.condition_attnums) END)
               OR (l.parent_id OPERATOR(pg_catalog.=) d.id AND CASE WHEN f.restored THEN $3::pg_catalog.name OPERATOR(pg_catalog.=) ANY (l.parent_names)
                                                                 ELSE $2 OPERATOR(pg_catalog.=) ANY (l.parent_attnums) END))) AS x(deletion, link)
LEFT JOIN erasure.personal_column p ON p.table_id OPERATOR(pg_catalog.=) d.id
  AND CASE WHEN f.restored THEN p.column_name OPERATOR(pg_catalog.=) $3::pg_catalog.name ELSE p.attnum OPERATOR(pg_catalog.=) $2 END
LEFT JOIN erasure.retention r ON r.table_id OPERATOR(pg_catalog.=) d.id
  AND CASE WHEN f.restored THEN r.since_name OPERATOR(pg_catalog.=) $3::pg_catalog.name ELSE r.since_attnum OPERATOR(pg_catalog.=) $2 END
WHERE d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) $1 AND (p.attnum IS NOT NULL OR x.deletion OR x.link OR r.table_id IS NOT NULL))";

void forget_column(pg::Spi &spi, const pg::Dropped &column)
{
	const pg::Params params = pg::Params().add_oid(column.relation).add_int4(column.column).add(column.name).add(pg::origin());
	for (const pg::Row &row : spi.query(kColumns, params)) {
		const std::string table = pg::display_name(column.relation);
		if (*row[4] == "t")
			refuse_deletion_column(column.name, table);
		refuse_if_kept(spi, std::stoi(*row[0]), *row[1], "drop column \"" + column.name + "\" of table \"" + table + "\"");
		if (*row[3] == "t") {
			spi.execute("DELETE FROM erasure.personal_column WHERE table_id OPERATOR(pg_catalog.=) $1 AND (attnum OPERATOR(pg_catalog.=) $2 OR column_name OPERATOR(pg_catalog.=) $3::pg_catalog.name)",
						pg::Params().add_int4(std::stoi(*row[2])).add_int4(column.column).add(column.name));
			evidence::record(spi, {.action = "drop", .relation = column.relation, .detail = "personal column " + column.name});
		}
		if (*row[6] == "t")
			pg::warning("the retention of table \"" + table + "\" has lost column \"" + column.name + "\", from which ages are counted",
						"Nothing can be deleted permanently from it until it is declared anew.", "Call erasure.retain again, or erasure.unretain.");
		if (*row[5] == "t") {
			pg::warning("table \"" + table + "\" has lost a link of its policy with column \"" + column.name + "\"",
						"Nothing can be deleted permanently through it until it is declared anew.", "Call erasure.unrelate and erasure.relate again.");
		}
	}
	spi.execute("DELETE FROM erasure.exemption WHERE kind OPERATOR(pg_catalog.=) 'column' AND relation OPERATOR(pg_catalog.=) $1 AND object_name OPERATOR(pg_catalog.=) $2::pg_catalog.name",
				pg::Params().add_oid(column.relation).add(column.name));
}

}  // namespace

namespace {

// The CASCADE of a column's type, say, took our views along with the column.
void replace_lost_views(const Subject &subject, const std::vector<pg::Dropped> &dropped)
{
	for (const char *suffix : {"_active", "_deleted"}) {
		const std::string name = subject.root().table.name + suffix;
		const bool lost = std::any_of(dropped.begin(), dropped.end(), [&](const pg::Dropped &d) { return d.kind == pg::Dropped::Kind::view && d.name == name; });
		if (lost && subject.options.views && !list_view(subject, suffix).exists)
			create_view(subject, suffix, ViewMaker::extension);
	}
	grant_on_views(subject);
}

// Guards and views of tables that lost a column or a trigger, or their place in the policy.
void mend(const std::set<pg::Oid> &relations, const std::vector<pg::Dropped> &dropped)
{
	const auto all = catalogue();
	for (const pg::Oid relation : relations) {
		if (!pg::table_exists(relation))
			continue;
		bool restored = false;
		for (const Subject &subject : all->subjects)
			restored = restored || (subject.node_of(relation) != nullptr && subject.node_of(relation)->restored);
		if (restored)
			continue;
		keep_guards(relation);
		const bool column = std::any_of(dropped.begin(), dropped.end(), [&](const pg::Dropped &d) { return d.kind == pg::Dropped::Kind::column && d.relation == relation; });
		if (const Subject *subject = all->subject_of(relation); subject != nullptr && column)
			replace_lost_views(*subject, dropped);
	}
}

}  // namespace

void clean_up_after(const std::vector<pg::Dropped> &dropped)
{
	Relations orphans, altered;
	bool changed = false;
	for (const pg::Dropped &object : dropped) {
		if (object.kind == pg::Dropped::Kind::materialized_view && pg::is_refreshed(object.relation))
			as_extension([&](pg::Spi &spi) {
				spi.execute("DELETE FROM erasure.refreshed_view WHERE relation OPERATOR(pg_catalog.=) $1", pg::Params().add_oid(object.relation));
			});
		if (object.kind == pg::Dropped::Kind::view || object.kind == pg::Dropped::Kind::materialized_view)
			continue;
		// A trigger's table is still there, perhaps as a partition of a declared one.
		const bool trigger = object.kind == pg::Dropped::Kind::trigger;
		const pg::Oid table = trigger ? pg::declared_root(object.relation) : object.relation;
		const bool declared = pg::is_declared(table);
		const bool exempted = pg::is_exempted(object.relation);
		if (!declared && !exempted)
			continue;
		changed = true;
		as_extension([&](pg::Spi &spi) {
			if (object.kind == pg::Dropped::Kind::table) {
				for (const pg::Row &row : spi.query(kTables, pg::Params().add_oid(object.relation)))
					forget_table(spi, row, orphans);
				spi.execute("DELETE FROM erasure.exemption WHERE relation OPERATOR(pg_catalog.=) $1 OR parent OPERATOR(pg_catalog.=) $1", pg::Params().add_oid(object.relation));
			} else if (object.kind == pg::Dropped::Kind::column) {
				forget_column(spi, object);
			}
		});
		if (trigger)
			drop_exemption("trigger", object.relation, object.name);
		if (declared && object.kind != pg::Dropped::Kind::table)
			altered.insert(table);
	}
	if (!changed)
		return;
	publish_change();
	altered.insert(orphans.begin(), orphans.end());
	mend(altered, dropped);
}

}  // namespace policy
