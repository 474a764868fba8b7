// Creates and drops the list views beside a subject table, as its owner.
#include "policy/install.hpp"

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/fold.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"

namespace policy {
namespace {

std::string view_name(const Subject &subject, const std::string &suffix)
{
	const pg::TableInfo &table = subject.root().table;
	return core::quote_ident(table.schema) + "." + core::quote_ident(table.name + suffix);
}

std::string select_list(const Node &node)
{
	std::string list;
	for (const pg::ColumnInfo &info : node.columns)
		list += (list.empty() ? "" : ", ") + column("t", info);
	return list;
}

}  // namespace

ListView list_view(const Subject &subject, const std::string &suffix)
{
	ListView view{false, view_name(subject, suffix)};
	if (!subject.options.views)
		return view;
	pg::Spi spi;
	view.exists = spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid "
							 "OPERATOR(pg_catalog.=) c.relnamespace WHERE n.nspname OPERATOR(pg_catalog.=) $1 AND c.relname "
							 "OPERATOR(pg_catalog.=) $2 AND c.relkind OPERATOR(pg_catalog.=) 'v'",
							 pg::Params().add(subject.root().table.schema).add(subject.root().table.name + suffix)) > 0;
	spi.finish();
	return view;
}

namespace {

std::string comment_on(const std::string &suffix)
{
	return suffix == "_deleted" ? "the Deleted list: subjects that are soft-deleted and can be restored or deleted permanently"
								: "subjects that are not deleted";
}

// A view of that name may be anybody's, for all we know; the comment tells ours, also where only the schema was restored.
bool is_ours(const ListView &view, const std::string &suffix)
{
	pg::Spi spi;
	const bool ours = view.exists && spi.number("SELECT (pg_catalog.obj_description(pg_catalog.to_regclass($1), 'pg_class') OPERATOR(pg_catalog.=) $2)::pg_catalog.int4",
												pg::Params().add(view.sql_name).add(comment_on(suffix))) > 0;
	spi.finish();
	return ours;
}

}  // namespace

void create_view(const Subject &subject, const std::string &suffix, ViewMaker maker)
{
	const OwnDdl quiet;
	const Node &root = subject.root();
	const bool list = suffix == "_deleted";
	std::string sql = is_ours(list_view(subject, suffix), suffix) ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ";
	sql += view_name(subject, suffix);
	// A security barrier: no function of the reader's may look at rows that are not in the list.
	sql += std::string(list ? " WITH (security_barrier)" : "") + " AS SELECT " + select_list(root) + " FROM " + root.sql_name() + " AS t WHERE " +
		   column("t", subject.deleted_at) + (list ? " IS NOT NULL" : " IS NULL");
	if (list)
		sql += " AND erasure." + std::string(pg::kListFunction) + "(" + std::to_string(subject.id) + ", " + key_text("t", root.key) + ")";
	as_role(maker == ViewMaker::owner ? root.table.owner : pg::extension_owner(), pg::Work::writing, [&](pg::Spi &spi) {
		spi.utility(sql);
		if (maker == ViewMaker::extension)
			spi.utility("ALTER VIEW " + view_name(subject, suffix) + " OWNER TO " + core::quote_ident(pg::role_name(root.table.owner)));
		spi.utility("COMMENT ON VIEW " + view_name(subject, suffix) + " IS " + core::quote_literal(comment_on(suffix)));
	});
}

void create_views(const Subject &subject)
{
	for (const char *suffix : {"_active", "_deleted"})
		create_view(subject, suffix, ViewMaker::owner);
}

void grant_on_views(const Subject &subject)
{
	const bool active = list_view(subject, "_active").exists;
	const bool deleted = list_view(subject, "_deleted").exists;
	as_role(subject.root().table.owner, pg::Work::writing, [&](pg::Spi &spi) {
		for (const Permission &permission : subject.permissions) {
			if (!pg::role_exists(permission.role))
				continue;
			const std::string role = core::quote_ident(pg::role_name(permission.role));
			if (active)
				spi.utility("GRANT SELECT ON " + view_name(subject, "_active") + " TO " + role);
			if (deleted && permission.action == "view_deleted")
				spi.utility("GRANT SELECT ON " + view_name(subject, "_deleted") + " TO " + role);
		}
	});
}

void drop_views(const Subject &subject)
{
	for (const char *suffix : {"_active", "_deleted"}) {
		const ListView view = list_view(subject, suffix);
		if (!view.exists)
			continue;
		const OwnDdl quiet;
		pg::RoleSwitch as_owner(subject.root().table.owner, pg::Work::writing);
		pg::Spi spi;
		spi.utility("DROP VIEW " + view.sql_name);
		spi.finish();
	}
}

}  // namespace policy
