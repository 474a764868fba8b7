// Asks the catalogue about a table's indexes, and the policy which of its columns are personal.
#include "residue/scrub_index.hpp"

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"

namespace residue {
namespace {

// An index depends on each column that its keys, expressions and predicate use; one over whole rows, on none.
constexpr const char *kIndexes = R"(
WITH declared AS (
    SELECT d.id FROM erasure.declared_table d WHERE d.relation_oid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($2)
), personal AS (
    SELECT a.attnum FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attname OPERATOR(pg_catalog.=) ANY (
        SELECT p.column_name FROM erasure.personal_column p WHERE p.table_id OPERATOR(pg_catalog.=) ANY (SELECT id FROM declared))
), used AS (
    SELECT i.indexrelid, i.indrelid, i.indisexclusion, i.indexprs IS NOT NULL OR i.indpred IS NOT NULL AS computed,
           ARRAY(SELECT d.refobjsubid FROM pg_catalog.pg_depend d WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                 AND d.objid OPERATOR(pg_catalog.=) i.indexrelid AND d.refclassid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                 AND d.refobjid OPERATOR(pg_catalog.=) i.indrelid) OPERATOR(pg_catalog.||) ARRAY(SELECT k::pg_catalog.int4 FROM pg_catalog.unnest(i.indkey) k) AS columns
    FROM pg_catalog.pg_index i WHERE i.indrelid OPERATOR(pg_catalog.=) $1
)
SELECT c.oid, n.nspname, c.relname, am.amname OPERATOR(pg_catalog.=) 'btree',
       NOT $3 AND (NOT EXISTS (SELECT FROM declared)
           OR EXISTS (SELECT FROM personal p WHERE p.attnum::pg_catalog.int4 OPERATOR(pg_catalog.=) ANY (u.columns))
           OR u.computed AND NOT EXISTS (SELECT FROM pg_catalog.unnest(u.columns) k WHERE k OPERATOR(pg_catalog.>) 0)),
       u.indisexclusion
FROM used u JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) u.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace JOIN pg_catalog.pg_am am ON am.oid OPERATOR(pg_catalog.=) c.relam
WHERE c.relkind OPERATOR(pg_catalog.=) 'i' ORDER BY c.relname)";

}  // namespace

std::string IndexInfo::sql_name() const
{
	return core::quote_ident(schema) + "." + core::quote_ident(name);
}

namespace {

std::vector<std::int64_t> itself_and_parents(pg::Oid relation)
{
	const std::vector<pg::Oid> tables = pg::with_parents(relation);
	return {tables.begin(), tables.end()};
}

}  // namespace

bool is_value_linked(pg::Spi &spi, pg::Oid relation)
{
	return spi.value("SELECT EXISTS (SELECT FROM erasure.link l JOIN erasure.declared_table d ON d.id OPERATOR(pg_catalog.=) l.table_id "
					 "WHERE l.match IS NOT NULL AND d.relation_oid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1))",
					 pg::Params().add(itself_and_parents(relation))) == "t";
}

std::vector<IndexInfo> indexes_of(pg::Spi &spi, pg::Oid relation)
{
	const std::vector<std::int64_t> tables = itself_and_parents(relation);
	// Of PostgreSQL's own tables, TOAST among them, and of ours, the keys are nobody's data.
	const std::string schema = pg::table_info(relation).schema;
	const bool own = schema == "erasure" || schema == "pg_catalog" || schema == "pg_toast";
	std::vector<IndexInfo> indexes;
	for (const pg::Row &row : spi.query(kIndexes, pg::Params().add_oid(relation).add(tables).add_bool(own)))
		indexes.push_back({static_cast<pg::Oid>(std::stoul(*row[0])), *row[1], *row[2], row[3] == "t", row[4] == "t", row[5] == "t"});
	return indexes;
}

std::vector<std::string> leftover_indexes(pg::Spi &spi, pg::Oid relation)
{
	std::vector<std::string> names;
	for (const pg::Row &row : spi.query("SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid "
										"JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace WHERE i.indrelid OPERATOR(pg_catalog.=) $1 "
										"AND NOT i.indisvalid AND c.relname OPERATOR(pg_catalog.~) '_cc(new|old)[0-9]*$'",
										pg::Params().add_oid(relation)))
		names.push_back(*row[0]);
	return names;
}

}  // namespace residue
