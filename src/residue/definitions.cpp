// Reads definitions from the catalogue, as PostgreSQL writes them out.
#include "residue/definitions.hpp"

#include "pg/attempt.hpp"
#include "pg/spi.hpp"

namespace residue {
namespace {

// Comments, bodies and expressions that somebody wrote a value into. As text, which runs nothing of them.
constexpr const char *kDefinitions = R"(
SELECT d.relation::pg_catalog.int8, d.attribute::pg_catalog.int4, pg_catalog.pg_describe_object(d.class, d.object, d.part), d.body FROM (
    SELECT CASE classoid WHEN 'pg_catalog.pg_class'::pg_catalog.regclass THEN objoid ELSE 0::pg_catalog.oid END, CASE classoid WHEN 'pg_catalog.pg_class'::pg_catalog.regclass THEN objsubid ELSE 0 END,
           classoid, objoid, objsubid, description FROM pg_catalog.pg_description WHERE objoid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
    UNION ALL SELECT oid, 0, 'pg_catalog.pg_class'::pg_catalog.regclass, oid, 0, pg_catalog.pg_get_viewdef(oid) FROM pg_catalog.pg_class
        WHERE oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid AND relkind OPERATOR(pg_catalog.=) ANY ('{v,m}'::pg_catalog."char"[])
    UNION ALL SELECT oid, 0, 'pg_catalog.pg_class'::pg_catalog.regclass, oid, 0, pg_catalog.pg_get_expr(relpartbound, oid) FROM pg_catalog.pg_class WHERE relpartbound IS NOT NULL
    UNION ALL SELECT adrelid, adnum, 'pg_catalog.pg_attrdef'::pg_catalog.regclass, oid, 0, pg_catalog.pg_get_expr(adbin, adrelid) FROM pg_catalog.pg_attrdef
    UNION ALL SELECT conrelid, 0, 'pg_catalog.pg_constraint'::pg_catalog.regclass, oid, 0, pg_catalog.pg_get_constraintdef(oid) FROM pg_catalog.pg_constraint
        WHERE oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid AND contype OPERATOR(pg_catalog.=) 'c'::pg_catalog."char"
    UNION ALL SELECT indrelid, 0, 'pg_catalog.pg_class'::pg_catalog.regclass, indexrelid, 0, pg_catalog.pg_get_indexdef(indexrelid) FROM pg_catalog.pg_index
        WHERE indpred IS NOT NULL OR indexprs IS NOT NULL
    UNION ALL SELECT tgrelid, 0, 'pg_catalog.pg_trigger'::pg_catalog.regclass, oid, 0, pg_catalog.pg_get_triggerdef(oid) FROM pg_catalog.pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT polrelid, 0, 'pg_catalog.pg_policy'::pg_catalog.regclass, oid, 0, pg_catalog.concat_ws(' ', pg_catalog.pg_get_expr(polqual, polrelid), pg_catalog.pg_get_expr(polwithcheck, polrelid)) FROM pg_catalog.pg_policy
    UNION ALL SELECT 0, 0, 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, 0, pg_catalog.concat_ws(' ', p.prosrc, pg_catalog.pg_get_function_arguments(p.oid), pg_catalog.pg_get_function_sqlbody(p.oid)) FROM pg_catalog.pg_proc p
        WHERE p.oid OPERATOR(pg_catalog.>=) 16384::pg_catalog.oid
    ) AS d(relation, attribute, class, object, part, body)
WHERE d.body IS NOT NULL AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e WHERE e.classid OPERATOR(pg_catalog.=) d.class AND e.objid OPERATOR(pg_catalog.=) d.object
                                         AND e.deptype OPERATOR(pg_catalog.=) 'e'::pg_catalog."char"))";

}  // namespace

void search_definitions(const pg::Looking &wanted, const std::function<void(const pg::Hit &, const std::string &)> &found)
{
	pg::Cursor cursor(kDefinitions, {}, std::vector<pg::Form>(4, pg::Form::text));
	while (cursor.fetch(100))
		for (std::size_t row = 0; row < cursor.rows(); ++row) {
			pg::check_interrupts();
			if (!wanted.in_text(cursor.at(row, 3)))
				continue;
			pg::Hit hit;
			hit.relation = static_cast<pg::Oid>(std::stoull(std::string(cursor.at(row, 0))));
			hit.column = static_cast<pg::AttrNumber>(std::stoi(std::string(cursor.at(row, 1))));
			const std::string_view object = cursor.at(row, 2);
			found(hit, wanted.in_bytes(object) || wanted.in_text(object) ? std::string() : std::string(object));
		}
	cursor.close();
}

}  // namespace residue
