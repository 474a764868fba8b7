// The doctor on triggers of the user's own: those that nobody looked at, or that copy rows, and deferrable ones.
#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"
#include "policy/foreign_triggers.hpp"

namespace policy::doctor {
namespace {

// Triggers on a table and its partitions ($1), with what their functions are and where those write to. Clones on
// partitions are left out, and so are triggers that are off, PostgreSQL's own functions, and those somebody looked at.
constexpr const char *kTriggers = R"(
SELECT t.tgrelid, t.tgname, t.tgdeferrable, pg_catalog.pg_get_triggerdef(t.oid), p.oid::pg_catalog.regprocedure::pg_catalog.text, l.lanname,
       (p.prosrc OPERATOR(pg_catalog.~*) '\m(old|new)\M' OR t.tgoldtable IS NOT NULL OR t.tgnewtable IS NOT NULL)
         AND p.prosrc OPERATOR(pg_catalog.~*) '\m(insert\s+into|copy|execute|dblink\w*|pg_notify|notify)\M',
       p.prosrc OPERATOR(pg_catalog.~*) '\m(copy|execute|dblink\w*|pg_notify|notify)\M',
       pg_catalog.array_to_string(ARRAY(SELECT DISTINCT (m.parts)[1] FROM pg_catalog.regexp_matches(p.prosrc,
           '\minsert\s+into\s+((?:"(?:[^"]|"")+"|[\w$]+)(?:\.(?:"(?:[^"]|"")+"|[\w$]+))?)', 'gi') AS m(parts) ORDER BY 1), E'\n'), n.nspname,
       (t.tgtype OPERATOR(pg_catalog.&) 24::pg_catalog.int2) OPERATOR(pg_catalog.<>) 0::pg_catalog.int2 AND t.tgenabled OPERATOR(pg_catalog.<>) 'D'
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc p ON p.oid OPERATOR(pg_catalog.=) t.tgfoid
JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) p.prolang
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE t.tgrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND NOT t.tgisinternal AND t.tgparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
  AND t.tgname OPERATOR(pg_catalog.!~) '^erasure_guard_' AND p.pronamespace OPERATOR(pg_catalog.<>) 'pg_catalog'::pg_catalog.regnamespace
ORDER BY 1, 2)";

// As the function most likely means it: a table of its own table's schema, or of public, unless it says.
constexpr const char *kResolve = R"(
SELECT CASE WHEN $1 OPERATOR(pg_catalog.~) '^(?:"(?:[^"]|"")+"|[\w$]+)$'
       THEN coalesce(pg_catalog.to_regclass(pg_catalog.quote_ident($2) OPERATOR(pg_catalog.||) '.' OPERATOR(pg_catalog.||) $1),
                     pg_catalog.to_regclass('public.' OPERATOR(pg_catalog.||) $1))
       ELSE pg_catalog.to_regclass($1) END::pg_catalog.oid)";

// The tables a function inserts into that are not declared; nothing when all are.
std::vector<std::string> undeclared_targets(pg::Spi &spi, const Catalogue &all, const pg::Row &row)
{
	std::vector<std::string> undeclared;
	std::string rest = row[8].value_or("");
	while (!rest.empty()) {
		const std::size_t end = rest.find('\n');
		const std::string name = rest.substr(0, end);
		rest = end == std::string::npos ? "" : rest.substr(end + 1);
		const pg::Text found = spi.value(kResolve, pg::Params().add(name).add(*row[9]));
		const pg::Oid target = found ? pg::partition_root(static_cast<pg::Oid>(std::stoul(*found))) : pg::kInvalidOid;
		bool declared = false;
		for (const Subject &subject : all.subjects)
			declared = declared || (target != pg::kInvalidOid && subject.node_of(target) != nullptr);
		if (!declared)
			undeclared.push_back(target == pg::kInvalidOid ? name : pg::display_name(target));
	}
	return undeclared;
}

std::string acknowledge(pg::Oid relation, const std::string &trigger)
{
	return "SELECT erasure.ignore_trigger(" + literal(relation) + ", " + core::quote_literal(trigger) + ", 'looked at: it keeps nothing personal');";
}

// One that sees rows before they are masked or deleted stands in the way of the deletion until somebody has looked at it.
void find_unknown(Visit &visit, pg::Spi &spi, const Catalogue &all, const pg::Row &row)
{
	const auto relation = static_cast<pg::Oid>(std::stoul(*row[0]));
	const bool refused = *row[10] == "t";
	const std::string object = "trigger " + *row[1] + " on " + pg::display_name(relation);
	const std::string fix = acknowledge(relation, *row[1]);
	const std::string until_then = refused ? "; nothing is deleted permanently before somebody has looked at it" : "";
	if (*row[5] != "plpgsql") {
		const std::string problem = "nobody can tell from outside whether " + *row[4] + ", written in " + *row[5] + ", copies rows to where masking does not reach" + until_then;
		refused ? visit.error(object, problem, fix) : visit.info(object, problem, fix);
		return;
	}
	const std::vector<std::string> targets = *row[6] == "t" ? undeclared_targets(spi, all, row) : std::vector<std::string>();
	if (!targets.empty() || (*row[6] == "t" && *row[7] == "t")) {
		const std::string problem = *row[4] + " writes what it sees of a row elsewhere" + (targets.empty() ? "" : " (" + comma_list(targets) + ")") +
									", where masking does not reach it" + until_then;
		const std::string or_declare = fix + " -- or declare the table that it writes to";
		refused ? visit.error(object, problem, or_declare) : visit.warning(object, problem, or_declare);
	} else if (refused) {
		visit.error(object, *row[4] + " sees rows before they are masked or deleted, and could copy them" + until_then, fix);
	}
}

// The same trigger as an ordinary one, from its definition as PostgreSQL prints it.
constexpr const char *kOrdinary = R"(
SELECT pg_catalog.regexp_replace(pg_catalog.regexp_replace($1, '^CREATE CONSTRAINT TRIGGER', 'CREATE TRIGGER'),
    '( FROM (?:"(?:[^"]|"")+"|[^\s".]+)(?:\.(?:"(?:[^"]|"")+"|[^\s".]+))?)? (?:NOT )?DEFERRABLE INITIALLY (?:DEFERRED|IMMEDIATE) FOR EACH ROW', ' FOR EACH ROW'))";

void find_deferrable(Visit &visit, pg::Spi &spi, const pg::Row &row)
{
	if (*row[2] != "t")
		return;
	const auto relation = static_cast<pg::Oid>(std::stoul(*row[0]));
	visit.error("trigger " + *row[1] + " on " + pg::display_name(relation),
				"is deferrable: it would run at COMMIT as the calling role instead of the table's owner, so nothing is deleted permanently while it is there",
				"DROP TRIGGER " + core::quote_ident(*row[1]) + " ON " + pg::display_name(relation) + "; " +
					spi.value(kOrdinary, pg::Params().add(*row[3])).value_or("") + ";");
}

}  // namespace

void check_triggers(Visit &visit)
{
	const auto all = catalogue();
	for (const auto &[subject, node] : visit.relations()) {
		const std::vector<pg::Oid> tree = pg::with_children(node->table.oid);
		as_extension([&](pg::Spi &spi) {
			for (const pg::Row &row : spi.query(kTriggers, pg::Params().add(std::vector<std::int64_t>(tree.begin(), tree.end())))) {
				find_deferrable(visit, spi, row);
				if (!known_triggers(spi, static_cast<pg::Oid>(std::stoul(*row[0]))).contains(*row[1]))
					find_unknown(visit, spi, *all, row);
			}
		});
	}
}

}  // namespace policy::doctor
