// The doctor on guard triggers: missing, switched off, another function's, or blind for a column.
#include <map>
#include <set>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"
#include "policy/install.hpp"

namespace policy::doctor {
namespace {

struct Trigger {
	char enabled;                   // pg_trigger.tgenabled
	std::string function;           // schema.name
	std::set<std::string> columns;  // of UPDATE OF; none: every column
};

// By relation and name.
using Triggers = std::map<std::pair<pg::Oid, std::string>, Trigger>;

constexpr const char *kTriggers = R"(
SELECT t.tgrelid, t.tgname, t.tgenabled, n.nspname OPERATOR(pg_catalog.||) '.' OPERATOR(pg_catalog.||) p.proname, a.attname
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid
JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) p.pronamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) t.tgrelid AND a.attnum OPERATOR(pg_catalog.=) ANY (t.tgattr::pg_catalog.int2[])
WHERE t.tgrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND t.tgname OPERATOR(pg_catalog.~) '^erasure_guard_')";

Triggers read_triggers(const std::vector<pg::Oid> &tree)
{
	Triggers found;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kTriggers, pg::Params().add(std::vector<std::int64_t>(tree.begin(), tree.end())))) {
			Trigger &trigger = found[{static_cast<pg::Oid>(std::stoul(*row[0])), *row[1]}];
			trigger.enabled = row[2]->front();
			trigger.function = *row[3];
			if (row[4])
				trigger.columns.insert(*row[4]);
		}
	});
	return found;
}

std::string name_of(const Guard &guard, pg::Oid relation) { return std::string("trigger ") + guard.name + " on " + pg::display_name(relation); }

std::string refresh(const Subject &subject) { return "SELECT erasure.refresh_views(" + literal(subject.root().table.oid) + ");"; }

// What the guard on UPDATE of a whole table does not see.
void find_blind(Visit &visit, const Subject &subject, pg::Oid relation, const Guard &guard, const Trigger &trigger, const Wanted &wanted)
{
	if (trigger.columns.empty())
		return;
	bool foreign = false;
	as_extension([&](pg::Spi &spi) { foreign = has_foreign_before_trigger(spi, relation); });
	if (foreign)
		visit.error(name_of(guard, relation), "looks at some columns only, and a BEFORE trigger that came later can change others", refresh(subject));
	std::vector<std::string> unseen;
	for (const auto &[column, number] : wanted.watched)
		if (!trigger.columns.contains(column))
			unseen.push_back(column);
	if (!unseen.empty())
		visit.error(name_of(guard, relation), "does not look at columns that the policy has: " + comma_list(unseen), refresh(subject));
}

// True when the trigger is there and is ours.
bool find_missing_or_off(Visit &visit, const Subject &subject, const Guard &guard, pg::Oid relation, const Trigger *trigger)
{
	const std::string object = name_of(guard, relation);
	if (trigger == nullptr || trigger->function != guard.function) {
		visit.error(object, trigger == nullptr ? "is missing: nothing refuses what it would refuse" : "calls another function than " + std::string(guard.function), refresh(subject));
		return false;
	}
	const std::string fix = "ALTER TABLE " + pg::display_name(relation) + " ENABLE ALWAYS TRIGGER " + guard.name + ";";
	if (trigger->enabled == 'D')
		visit.error(object, "is disabled", fix);
	else if (trigger->enabled != 'A')
		visit.error(object, trigger->enabled == 'R' ? "fires for replicated changes only" : "does not fire where session_replication_role is replica", fix);
	return true;
}

void check_relation(Visit &visit, const Subject &subject, const Node &node)
{
	const Wanted wanted = wanted_for(node.table.oid);
	const std::vector<pg::Oid> tree = guarded_tables(node.table.oid);
	const bool cloned = node.table.kind == 'p';
	const Triggers triggers = read_triggers(tree);
	for (const Guard &guard : guards()) {
		if (!is_wanted(guard, wanted))
			continue;
		for (const pg::Oid relation : tree) {
			const auto found = triggers.find({relation, guard.name});
			const Trigger *trigger = found == triggers.end() ? nullptr : &found->second;
			const bool good = find_missing_or_off(visit, subject, guard, relation, trigger);
			const bool whole = relation == node.table.oid;
			if (good && (whole || !cloned) && guard.row)
				find_blind(visit, subject, relation, guard, *trigger, wanted);
			if (!good && whole && cloned && guard.row)
				break;  // partitions get theirs from it
		}
	}
}

// They keep guards and policy in step with DDL.
constexpr const char *kEventTriggers = R"(
SELECT w.name, t.evtenabled FROM pg_catalog.unnest('{erasure_ddl_start,erasure_ddl_drop,erasure_ddl_end}'::pg_catalog.name[]) AS w(name)
LEFT JOIN pg_catalog.pg_event_trigger t ON t.evtname OPERATOR(pg_catalog.=) w.name AND t.evtfoid OPERATOR(pg_catalog.=) ANY (ARRAY(
    SELECT p.oid FROM pg_catalog.pg_proc p WHERE p.pronamespace OPERATOR(pg_catalog.=) 'erasure'::pg_catalog.regnamespace::pg_catalog.oid))
WHERE t.evtenabled IS DISTINCT FROM 'A'::pg_catalog."char" ORDER BY 1)";

void find_event_triggers(Visit &visit)
{
	pg::Rows rows;
	as_extension([&](pg::Spi &spi) { rows = spi.query(kEventTriggers); });
	for (const pg::Row &row : rows) {
		const std::string object = "event trigger " + *row[0];
		if (!row[1])
			visit.error(object, "is missing: DDL leaves guards and policy out of step", "-- create it as the extension's install script does");
		else
			visit.error(object, std::string(*row[1] == "O" ? "does not fire where session_replication_role is replica" : *row[1] == "D" ? "is disabled" : "fires for replicated changes only") +
									": DDL leaves guards and policy out of step", "ALTER EVENT TRIGGER " + *row[0] + " ENABLE ALWAYS;");
	}
}

// Whether anything preloads the library for sessions of this database; and what to set where nothing does, after what is there.
constexpr const char *kPreloaded = R"(
WITH libraries AS (
    SELECT setting FROM pg_catalog.pg_settings WHERE name OPERATOR(pg_catalog.=) 'shared_preload_libraries'
    UNION ALL SELECT coalesce((SELECT pg_catalog.substr(c.line, 27) FROM pg_catalog.pg_db_role_setting s CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS c(line)
        WHERE s.setrole OPERATOR(pg_catalog.=) 0::pg_catalog.oid AND c.line OPERATOR(pg_catalog.~~) 'session_preload_libraries=%'
          AND s.setdatabase OPERATOR(pg_catalog.=) (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname OPERATOR(pg_catalog.=) pg_catalog.current_database())),
        (SELECT p.reset_val FROM pg_catalog.pg_settings p WHERE p.name OPERATOR(pg_catalog.=) 'session_preload_libraries'))),
names AS (SELECT pg_catalog.btrim(n, ' "') AS name FROM libraries, pg_catalog.regexp_split_to_table(setting, ',') AS n)
SELECT EXISTS (SELECT FROM names WHERE name OPERATOR(pg_catalog.~) '(^|/)erasure(\.so)?$'),
       (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(pg_catalog.btrim(n, ' "')) OPERATOR(pg_catalog.||) ', ', '') FROM pg_catalog.pg_settings p,
        pg_catalog.regexp_split_to_table(p.reset_val, ',') AS n WHERE p.name OPERATOR(pg_catalog.=) 'session_preload_libraries' AND n OPERATOR(pg_catalog.<>) ''),
       pg_catalog.quote_ident(pg_catalog.current_database()))";

// Roles may preload it for themselves, which is not looked at: a table is anybody's to delete from.
void find_not_preloaded(Visit &visit)
{
	pg::Row now;
	for (const Subject *subject : visit.subjects) {
		if (subject->options.direct_delete != "soft_delete")
			continue;
		if (now.empty())
			as_extension([&](pg::Spi &spi) { now = spi.query(kPreloaded).at(0); });
		if (*now[0] != "t")
			visit.warning(table_name(subject->root().table.oid), "deletes softly by DELETE, but nothing preloads the library: sessions that have not loaded it yet are refused",
						  "ALTER DATABASE " + *now[2] + " SET session_preload_libraries = " + now[1].value_or("") + "'erasure';");
	}
}

}  // namespace

void check_guards(Visit &visit)
{
	if (visit.server)
		find_event_triggers(visit);
	for (const Subject *subject : visit.subjects)
		if (const pg::Oid table = subject->root().table.oid; subject->options.enforce != "on")
			visit.warning(table_name(table), "has guards that only warn: nothing is deleted permanently from it",
						  "SELECT erasure.set_options(" + literal(table) + ", enforce => 'on');");
	find_not_preloaded(visit);
	for (const auto &[subject, node] : visit.relations())
		check_relation(visit, *subject, *node);
}

}  // namespace policy::doctor
