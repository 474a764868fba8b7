// The doctor on copies of personal columns inside this database: materialized views, generated columns, indexes, statistics.
#include <set>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"

namespace policy::doctor {
namespace {

// The personal columns of one relation, over all subjects.
struct Personal {
	std::vector<std::int64_t> tree;  // the table and its partitions
	std::vector<std::string> names;
	std::vector<std::int64_t> numbers;  // in the table itself
};

Personal personal_of(const Visit &visit, pg::Oid relation)
{
	Personal personal;
	std::set<pg::AttrNumber> seen;
	for (const Subject *subject : visit.subjects)
		for (const Node &node : subject->nodes)
			for (const PersonalColumn &column : node.personal)
				if (node.table.oid == relation && seen.insert(column.column.number).second) {
					personal.names.push_back(column.column.name);
					personal.numbers.push_back(column.column.number);
				}
	const std::vector<pg::Oid> tree = pg::with_children(relation);
	personal.tree.assign(tree.begin(), tree.end());
	return personal;
}

pg::Oid oid_of(const pg::Text &text) { return static_cast<pg::Oid>(std::stoul(*text)); }

// Materialized views that read a personal column, directly or through views.
constexpr const char *kReaders = R"(
WITH RECURSIVE
personal AS (SELECT a.attrelid, a.attnum FROM pg_catalog.pg_attribute a WHERE a.attrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1)
             AND a.attname OPERATOR(pg_catalog.=) ANY ($2) AND NOT a.attisdropped),
rule AS (SELECT r.ev_class AS reader, d.refobjid AS read, d.refobjsubid AS number FROM pg_catalog.pg_rewrite r
         JOIN pg_catalog.pg_depend d ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND d.objid OPERATOR(pg_catalog.=) r.oid
         AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid OPERATOR(pg_catalog.<>) r.ev_class
         WHERE r.ev_type OPERATOR(pg_catalog.=) '1'),
reader (relation) AS (
    SELECT r.reader FROM rule r JOIN personal p ON p.attrelid OPERATOR(pg_catalog.=) r.read AND p.attnum OPERATOR(pg_catalog.=) r.number
    UNION SELECT r.reader FROM rule r JOIN reader x ON x.relation OPERATOR(pg_catalog.=) r.read)
SELECT c.oid, pg_catalog.pg_get_viewdef(c.oid) FROM reader x JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) x.relation
WHERE c.relkind OPERATOR(pg_catalog.=) 'm' ORDER BY 1)";

// Deletions refresh it already.
bool is_refreshed(pg::Spi &spi, pg::Oid view)
{
	return spi.number("SELECT pg_catalog.count(*) FROM erasure.refreshed_view WHERE relation::pg_catalog.oid OPERATOR(pg_catalog.=) $1", pg::Params().add_oid(view)) > 0;
}

void find_materialized_views(Visit &visit, pg::Spi &spi, const Subject &subject, const Personal &personal)
{
	for (const pg::Row &row : spi.query(kReaders, pg::Params().add(personal.tree).add(personal.names))) {
		if (is_refreshed(spi, oid_of(row[0])))
			continue;
		const std::string name = pg::display_name(oid_of(row[0]));
		visit.warning("materialized view " + name, "keeps a copy of personal columns until it is refreshed",
					  "SELECT erasure.refresh_with(" + core::quote_literal(pg::display_name(subject.root().table.oid)) + ", " + core::quote_literal(name) + ");");
	}
}

constexpr const char *kGenerated = R"(
SELECT a.attname FROM pg_catalog.pg_attribute a
WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attgenerated OPERATOR(pg_catalog.=) 's' AND NOT a.attisdropped AND EXISTS (
    SELECT FROM pg_catalog.pg_depend d WHERE d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
      AND d.refobjid OPERATOR(pg_catalog.=) $1 AND d.refobjsubid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($2)
      AND (d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid OPERATOR(pg_catalog.=) $1 AND d.objsubid OPERATOR(pg_catalog.=) a.attnum
        OR d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND d.objid OPERATOR(pg_catalog.=)
           (SELECT f.oid FROM pg_catalog.pg_attrdef f WHERE f.adrelid OPERATOR(pg_catalog.=) $1 AND f.adnum OPERATOR(pg_catalog.=) a.attnum)))
ORDER BY 1)";

constexpr const char *kExpressionIndexes = R"(
SELECT DISTINCT i.indexrelid FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_depend d ON d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid OPERATOR(pg_catalog.=) i.indexrelid
 AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refobjid OPERATOR(pg_catalog.=) i.indrelid
JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) i.indrelid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid
WHERE i.indrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND i.indexprs IS NOT NULL AND a.attname OPERATOR(pg_catalog.=) ANY ($2) ORDER BY 1)";

void find_derived(Visit &visit, pg::Spi &spi, pg::Oid relation, const Personal &personal)
{
	for (const pg::Row &row : spi.query(kGenerated, pg::Params().add_oid(relation).add(personal.numbers)))
		visit.info(column_name(relation, *row[0]), "is generated from personal columns: it changes with them, and is not personal itself");
	for (const pg::Row &row : spi.query(kExpressionIndexes, pg::Params().add(personal.tree).add(personal.names)))
		visit.info("index " + pg::display_name(oid_of(row[0])), "has values made from personal columns: it changes with them, what is dead goes with the next VACUUM");
}

// Seen as the table's owner, who may see the statistics of all its columns; a superuser's view would say the same.
constexpr const char *kStatistics = R"(
SELECT a.attname, a.attnum FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.oid
WHERE c.oid OPERATOR(pg_catalog.=) $1 AND NOT a.attisdropped AND (pg_catalog.cardinality($2) OPERATOR(pg_catalog.=) 0 OR a.attname OPERATOR(pg_catalog.=) ANY ($2))
  AND EXISTS (SELECT FROM pg_catalog.pg_stats s WHERE s.schemaname OPERATOR(pg_catalog.=) n.nspname AND s.tablename OPERATOR(pg_catalog.=) c.relname
    AND s.attname OPERATOR(pg_catalog.=) a.attname
    AND (s.most_common_vals IS NOT NULL OR s.histogram_bounds IS NOT NULL OR s.most_common_elems IS NOT NULL))
ORDER BY a.attnum)";

// As the owner of the table. A target of 0 stops ANALYZE from collecting, and leaves what it has collected.
void find_statistics(Visit &visit, pg::Oid owner, pg::Oid relation, const pg::Params &params, const char *kind)
{
	pg::Rows rows;
	as_role(owner, [&](pg::Spi &spi) { rows = spi.query(kStatistics, params); });
	if (rows.empty())
		return;
	const std::string name = pg::display_name(relation);
	std::string fix;
	std::vector<std::string> columns, numbers;
	for (const pg::Row &row : rows) {
		columns.push_back(*row[0]);
		numbers.push_back(*row[1]);
		const bool index = std::string_view(kind) == "index";
		fix += std::string(index ? "ALTER INDEX " : "ALTER TABLE ") + name + " ALTER COLUMN " + (index ? *row[1] : core::quote_ident(*row[0])) + " SET STATISTICS 0; ";
	}
	visit.warning(std::string(kind) + " " + name,
				  "the planner's statistics hold values of personal columns (" + comma_list(columns) + "), those of erased subjects too until the next ANALYZE",
				  fix + "DELETE FROM pg_catalog.pg_statistic WHERE starelid = " + literal(relation) + "::pg_catalog.regclass AND staattnum IN (" +
					  comma_list(numbers) + "); -- the DELETE as a superuser");
}

constexpr const char *kExtended = R"(
SELECT n.nspname, x.stxname FROM pg_catalog.pg_statistic_ext x JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) x.stxnamespace
WHERE x.stxrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND x.stxkind::pg_catalog.text[] OPERATOR(pg_catalog.&&) '{m,e}'::pg_catalog.text[] AND EXISTS (
    SELECT FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) d.refobjid AND a.attnum OPERATOR(pg_catalog.=) d.refobjsubid
    WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass AND d.objid OPERATOR(pg_catalog.=) x.oid
      AND d.refobjid OPERATOR(pg_catalog.=) x.stxrelid AND a.attname OPERATOR(pg_catalog.=) ANY ($2))
ORDER BY 1, 2)";

void find_extended_statistics(Visit &visit, pg::Spi &spi, const Personal &personal)
{
	for (const pg::Row &row : spi.query(kExtended, pg::Params().add(personal.tree).add(personal.names)))
		visit.warning("statistics " + *row[0] + "." + *row[1], "extended statistics keep values of personal columns", "DROP STATISTICS " + core::qualified_name(*row[0], *row[1]) + ";");
}

}  // namespace

void check_copies(Visit &visit)
{
	for (const auto &[subject, node] : visit.relations()) {
		const Subject *of = subject;  // clang 14 lets no lambda use a structured binding
		const pg::Oid relation = node->table.oid;
		const Personal personal = personal_of(visit, relation);
		if (personal.names.empty())
			continue;
		std::vector<pg::Oid> indexes;
		as_extension([&](pg::Spi &spi) {
			find_materialized_views(visit, spi, *of, personal);
			find_derived(visit, spi, relation, personal);
			find_extended_statistics(visit, spi, personal);
			for (const pg::Row &row : spi.query(kExpressionIndexes, pg::Params().add(personal.tree).add(personal.names)))
				indexes.push_back(oid_of(row[0]));
		});
		for (const std::int64_t member : personal.tree) {
			const auto oid = static_cast<pg::Oid>(member);
			find_statistics(visit, pg::table_info(oid).owner, oid, pg::Params().add_oid(oid).add(personal.names), "table");
		}
		for (const pg::Oid index : indexes)
			find_statistics(visit, pg::table_info(index).owner, index, pg::Params().add_oid(index).add(std::vector<std::string>{}), "index");
	}
}

}  // namespace policy::doctor
