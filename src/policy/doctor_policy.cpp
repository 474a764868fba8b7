// The doctor on the policy itself: rows whose objects are gone, views, roles, and who owns the tables.
#include <set>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"
#include "policy/install.hpp"

namespace policy::doctor {
namespace {

std::vector<std::int64_t> ids(const Visit &visit)
{
	std::vector<std::int64_t> found;
	for (const Subject *subject : visit.subjects)
		found.push_back(subject->id);
	return found;
}

// Tables that were dropped while declared: nobody owns what is left, so only a superuser sees it.
constexpr const char *kGoneTables = R"(
SELECT d.id, d.schema_name, d.table_name, d.id OPERATOR(pg_catalog.=) d.subject_id,
       (SELECT pg_catalog.count(*) FROM erasure.vault v WHERE v.table_id OPERATOR(pg_catalog.=) d.id
          OR d.id OPERATOR(pg_catalog.=) d.subject_id AND v.subject_id OPERATOR(pg_catalog.=) d.id)
FROM erasure.declared_table d
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid OPERATOR(pg_catalog.=) d.relation::pg_catalog.oid)
ORDER BY d.id)";

std::string forget_subject(const std::string &id)
{
	const std::string of_it = " WHERE subject_id = " + id + ";";
	return "DELETE FROM erasure.vault_key" + of_it + " DELETE FROM erasure.vault" + of_it + " DELETE FROM erasure.subject_state" + of_it +
		   " DELETE FROM erasure.permission" + of_it + " DELETE FROM erasure.declared_table" + of_it + " -- as a superuser";
}

void find_gone_tables(Visit &visit)
{
	if (!visit.details)
		return;
	pg::Rows rows;
	as_extension([&](pg::Spi &spi) { rows = spi.query(kGoneTables); });
	for (const pg::Row &row : rows) {
		const std::string object = "table " + *row[1] + "." + *row[2];
		const std::string forget = "DELETE FROM erasure.declared_table WHERE id = " + *row[0] + "; -- as a superuser";
		const bool subject = *row[3] == "t", originals = *row[4] != "0";
		if (subject && originals)
			visit.error(object, "was dropped while subjects were masked: their originals are still in the vault, where neither undo nor the job reaches them", forget_subject(*row[0]));
		else if (originals)
			visit.warning(object, "was dropped while subjects were masked: its originals wait in the vault until those are undone or erased", "-- then: " + forget);
		else
			visit.warning(object, "was dropped while it was declared, and the policy still has it", subject ? forget_subject(*row[0]) : forget);
	}
}

constexpr const char *kGoneColumns = R"(
SELECT p.table_id, p.attnum, p.column_name, d.relation::pg_catalog.oid
FROM erasure.personal_column p JOIN erasure.declared_table d ON d.id OPERATOR(pg_catalog.=) p.table_id
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) d.relation::pg_catalog.oid
WHERE d.subject_id::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) d.relation_oid
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) c.oid
                  AND a.attnum OPERATOR(pg_catalog.=) p.attnum AND NOT a.attisdropped)
ORDER BY 1, 2)";

void find_gone_columns(Visit &visit)
{
	pg::Rows rows;
	as_extension([&](pg::Spi &spi) { rows = spi.query(kGoneColumns, pg::Params().add(ids(visit))); });
	for (const pg::Row &row : rows)
		visit.warning(column_name(static_cast<pg::Oid>(std::stoul(*row[3])), *row[2]), "was dropped while it was declared personal, and the policy still has it",
					  "DELETE FROM erasure.personal_column WHERE table_id = " + *row[0] + " AND attnum = " + *row[1] + "; -- as a superuser");
}

// By role: the actions granted to one that is gone. Where they were restored from another cluster's dump, names count.
constexpr const char *kGoneRoles = R"(
SELECT p.subject_id, p.role_name, p.role_oid, pg_catalog.string_agg(p.action, ',' ORDER BY p.action), x.restored
FROM erasure.permission p
CROSS JOIN LATERAL (SELECT pg_catalog.split_part(p.origin, '/', 1) OPERATOR(pg_catalog.<>) pg_catalog.split_part(erasure._origin(), '/', 1)) AS x(restored)
WHERE p.subject_id OPERATOR(pg_catalog.=) $1 AND NOT EXISTS (SELECT FROM pg_catalog.pg_roles r
    WHERE CASE WHEN x.restored THEN r.rolname OPERATOR(pg_catalog.=) p.role_name ELSE r.oid OPERATOR(pg_catalog.=) p.role_oid END)
GROUP BY 1, 2, 3, 5 ORDER BY 2, 3)";

void find_gone_roles(Visit &visit, const Subject &subject)
{
	pg::Rows rows;
	as_extension([&](pg::Spi &spi) { rows = spi.query(kGoneRoles, pg::Params().add_int4(subject.id)); });
	for (const pg::Row &row : rows)
		visit.warning("role " + *row[1], "is gone and still holds permissions on " + pg::display_name(subject.root().table.oid) + ": " + *row[3],
					  *row[4] == "t" ? "CREATE ROLE " + core::quote_ident(*row[1]) + ";"
							   : "SELECT erasure.disallow(" + literal(subject.root().table.oid) + ", '{" + *row[3] + "}', " + core::quote_literal(*row[2]) + ");");
}

void find_restored(Visit &visit, const Subject &subject)
{
	for (const Node &node : subject.nodes)
		if (node.restored)
			visit.info(table_name(node.table.oid), "its policy was restored from a dump and goes by the names of columns until the next call that writes",
					   "SELECT erasure.refresh_views(" + literal(subject.root().table.oid) + ");");
}

std::vector<std::string> columns_not_shown(const Subject &subject, const ListView &view)
{
	std::set<std::string> shown;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query("SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass($1) "
											"AND attnum OPERATOR(pg_catalog.>) 0 AND NOT attisdropped",
											pg::Params().add(view.sql_name)))
			shown.insert(*row[0]);
	});
	std::vector<std::string> missing;
	for (const pg::ColumnInfo &column : subject.root().columns)
		if (!shown.contains(column.name))
			missing.push_back(column.name);
	return missing;
}

void find_views(Visit &visit, const Subject &subject)
{
	if (!subject.options.views)
		return;
	const pg::TableInfo &table = subject.root().table;
	for (const char *suffix : {"_active", "_deleted"}) {
		const ListView view = list_view(subject, suffix);
		const std::string object = "view " + table.schema + "." + table.name + suffix;
		const std::string fix = "SELECT erasure.refresh_views(" + literal(table.oid) + ");";
		if (!view.exists) {
			visit.warning(object, "is not there", fix);
			continue;
		}
		const std::vector<std::string> missing = columns_not_shown(subject, view);
		if (!missing.empty())
			visit.info(object, "does not show columns that the table has got or renamed since: " + comma_list(missing), fix);
	}
}

bool exists(const std::string &role) { return pg::role_by_name(role) != pg::kInvalidOid; }

// A role of its own for the tables; the views go with them, since refresh_views works as the table's owner.
std::string other_owner(const Subject &subject, const std::vector<const Node *> &nodes)
{
	const std::string name = subject.root().table.name.substr(0, 50) + "_owner";
	const std::string role = core::quote_ident(name);
	std::string fix = exists(name) ? "" : "CREATE ROLE " + role + "; ";
	std::set<std::string> schemas;
	for (const Node *node : nodes)
		if (schemas.insert(node->table.schema).second)
			fix += "GRANT USAGE, CREATE ON SCHEMA " + core::quote_ident(node->table.schema) + " TO " + role + "; ";
	for (const Node *node : nodes) {
		fix += "ALTER TABLE " + pg::display_name(node->table.oid) + " OWNER TO " + role + "; ";
		if (node->is_subject())
			for (const char *suffix : {"_active", "_deleted"})
				if (const ListView view = list_view(subject, suffix); view.exists)
					fix += "ALTER VIEW " + view.sql_name + " OWNER TO " + role + "; ";
	}
	fix.pop_back();
	return fix;
}

void find_superusers_tables(Visit &visit, const Subject &subject)
{
	std::vector<const Node *> nodes;
	std::vector<std::string> names;
	for (const Node &node : subject.nodes)
		if (pg::is_superuser(node.table.owner)) {
			nodes.push_back(&node);
			names.push_back(pg::display_name(node.table.oid));
		}
	if (!nodes.empty())
		visit.warning(table_name(subject.root().table.oid),
					  "a superuser owns " + comma_list(names) + ": the engine works as the owner, so triggers and constraints run as a superuser whoever deletes",
					  other_owner(subject, nodes));
}

// Logins that may ask, and so approve: a pool with one login is one person.
constexpr const char *kApprovers = R"(
SELECT pg_catalog.count(*) FROM pg_catalog.pg_roles r WHERE r.rolcanlogin AND NOT r.rolsuper AND EXISTS (
    SELECT FROM erasure.permission p JOIN pg_catalog.pg_roles h ON h.oid OPERATOR(pg_catalog.=) p.role_oid
    WHERE p.subject_id OPERATOR(pg_catalog.=) $1 AND p.action OPERATOR(pg_catalog.=) 'permanently_delete' AND pg_catalog.pg_has_role(r.oid, h.oid, 'MEMBER')))";

void find_lonely_approvers(Visit &visit, const Subject &subject)
{
	if (!subject.options.require_approval)
		return;
	std::int64_t logins = 0;
	as_extension([&](pg::Spi &spi) { logins = spi.number(kApprovers, pg::Params().add_int4(subject.id)); });
	if (logins < 2)
		visit.warning(table_name(subject.root().table.oid), "requires approval, but " + (logins == 0 ? std::string("no login") : std::string("only one login")) + " may permanently_delete: nobody else can approve",
					  "-- erasure.allow another login, or a role that it is a member of: SELECT erasure.allow(" + literal(subject.root().table.oid) + ", '{permanently_delete}', ...);");
}

}  // namespace

void check_policy(Visit &visit)
{
	find_gone_tables(visit);
	find_gone_columns(visit);
	for (const Subject *subject : visit.subjects) {
		find_gone_roles(visit, *subject);
		find_restored(visit, *subject);
		find_views(visit, *subject);
		find_superusers_tables(visit, *subject);
		find_lonely_approvers(visit, *subject);
	}
}

}  // namespace policy::doctor
