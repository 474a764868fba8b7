// Creates and drops guard triggers and list views, as the owner of the table they stand on.
#include "policy/install.hpp"

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"

namespace policy {
namespace {

// The names sort after "RI_ConstraintTrigger...": AFTER triggers fire in name order, and the foreign keys of a new row
// shall be checked, and their rows locked, before we look at the parent.
constexpr Guard kGuards[] = {
	{"erasure_guard_insert", "erasure._guard_insert", "AFTER INSERT", true, false},
	{"erasure_guard_update", "erasure._guard_update", "AFTER UPDATE", true, false},
	{"erasure_guard_delete", "erasure._guard_delete", "BEFORE DELETE", true, true},
	{"erasure_guard_deleted", "erasure._guard_deleted", "AFTER DELETE", true, false},
	{"erasure_guard_truncate", "erasure._guard_truncate", "BEFORE TRUNCATE", false, false},
};

void watch(const Subject &subject, const Node &node, Wanted &wanted)
{
	wanted.declared = true;
	for (const PersonalColumn &personal : node.personal)
		wanted.watched.insert(personal.column.name);
	for (const pg::ColumnInfo &key : node.key)
		wanted.watched.insert(key.name);
	for (const pg::ColumnInfo &column : node.link_columns())
		wanted.watched.insert(column.name);
	for (const pg::ColumnInfo &column : subject.columns_linked_to(node))
		wanted.watched.insert(column.name);
	if (node.is_subject()) {
		wanted.subject = true;
		wanted.watched.insert(subject.deleted_at.name);
	}
}

}  // namespace

std::span<const Guard> guards() { return kGuards; }

Wanted wanted_for(pg::Oid relation)
{
	Wanted wanted;
	const auto all = catalogue();
	for (const Subject &subject : all->subjects)
		if (const Node *node = subject.node_of(relation))
			watch(subject, *node, wanted);
	return wanted;
}

bool has_foreign_before_trigger(pg::Spi &spi, pg::Oid relation)
{
	const std::vector<pg::Oid> tree = pg::with_children(relation);
	return spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_trigger WHERE tgrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) "
					  "AND NOT tgisinternal AND (tgtype OPERATOR(pg_catalog.&) 19::int2) OPERATOR(pg_catalog.=) 19::int2 "
					  "AND tgname OPERATOR(pg_catalog.!~) '^erasure_guard_'",
					  pg::Params().add(std::vector<std::int64_t>(tree.begin(), tree.end()))) > 0;
}

namespace {

bool trigger_exists(pg::Spi &spi, pg::Oid relation, const char *name)
{
	return spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_trigger WHERE tgrelid OPERATOR(pg_catalog.=) $1 "
					  "AND tgname OPERATOR(pg_catalog.=) $2",
					  pg::Params().add_oid(relation).add(name)) > 0;
}

std::string column_list(const Wanted &wanted)
{
	std::string list;
	for (const std::string &name : wanted.watched)
		list += (list.empty() ? " OF " : ", ") + core::quote_ident(name);
	return list;
}

void create_guard(pg::Spi &spi, const Guard &guard, const std::string &table, const std::string &of)
{
	spi.utility("CREATE TRIGGER " + std::string(guard.name) + " " + guard.when + of + " ON " + table + " FOR EACH " +
				(guard.row ? "ROW" : "STATEMENT") + " EXECUTE FUNCTION " + guard.function + "()");
	spi.utility("ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER " + guard.name);
}

void refresh_one(pg::Spi &spi, const Guard &guard, const Wanted &wanted, pg::Oid relation, const std::string &table)
{
	if (trigger_exists(spi, relation, guard.name))
		spi.utility("DROP TRIGGER " + std::string(guard.name) + " ON " + table);
	if (!wanted.declared || (guard.subject_only && !wanted.subject))
		return;
	const bool by_column = std::string_view(guard.when) == "AFTER UPDATE" && !has_foreign_before_trigger(spi, relation);
	create_guard(spi, guard, table, by_column ? column_list(wanted) : std::string());
}

}  // namespace

void refresh_guards(pg::Oid relation)
{
	const pg::TableInfo table = pg::table_info(relation);
	const Wanted wanted = wanted_for(relation);
	as_role(table.owner, [&](pg::Spi &spi) {
		for (const Guard &guard : kGuards) {
			if (guard.row) {
				refresh_one(spi, guard, wanted, relation, pg::qualified(table));
				continue;
			}
			// Statement triggers are not cloned to partitions, which can be truncated one by one.
			for (const pg::Oid child : pg::with_children(relation))
				refresh_one(spi, guard, wanted, child, pg::qualified(pg::table_info(child)));
		}
	});
}

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
	if (!subject.views)
		return view;
	pg::Spi spi;
	view.exists = spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid "
							 "OPERATOR(pg_catalog.=) c.relnamespace WHERE n.nspname OPERATOR(pg_catalog.=) $1 AND c.relname "
							 "OPERATOR(pg_catalog.=) $2 AND c.relkind OPERATOR(pg_catalog.=) 'v'",
							 pg::Params().add(subject.root().table.schema).add(subject.root().table.name + suffix)) > 0;
	spi.finish();
	return view;
}

void create_views(const Subject &subject)
{
	const Node &root = subject.root();
	const std::string from = " AS SELECT " + select_list(root) + " FROM " + root.sql_name() + " AS t WHERE " +
							 column("t", subject.deleted_at);
	as_role(root.table.owner, [&](pg::Spi &spi) {
		spi.utility("CREATE VIEW " + view_name(subject, "_active") + from + " IS NULL");
		spi.utility("COMMENT ON VIEW " + view_name(subject, "_active") + " IS 'subjects that are not deleted'");
		// A security barrier: no function of the reader's may look at rows that are not in the list.
		spi.utility("CREATE VIEW " + view_name(subject, "_deleted") + " WITH (security_barrier)" + from +
					" IS NOT NULL AND erasure._in_deleted_list(" + std::to_string(subject.id) + ", " + key_text("t", root.key) + ")");
		spi.utility("COMMENT ON VIEW " + view_name(subject, "_deleted") +
					" IS 'the Deleted list: subjects that are soft-deleted and can be restored or deleted permanently'");
	});
}

void grant_on_views(const Subject &subject)
{
	as_role(subject.root().table.owner, [&](pg::Spi &spi) {
		for (const Permission &permission : subject.permissions) {
			if (!pg::role_exists(permission.role))
				continue;
			const std::string role = core::quote_ident(pg::role_name(permission.role));
			spi.utility("GRANT SELECT ON " + view_name(subject, "_active") + " TO " + role);
			if (permission.action == "view_deleted")
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
		pg::RoleSwitch as_owner(subject.root().table.owner);
		pg::Spi spi;
		spi.utility("DROP VIEW " + view.sql_name);
		spi.finish();
	}
}

bool has_trigger(pg::Oid relation, const std::string &name)
{
	bool found = false;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Oid member : pg::with_children(relation))
			found = found || trigger_exists(spi, member, name.c_str());
	});
	return found;
}

std::vector<std::string> foreign_triggers(pg::Oid relation)
{
	std::vector<std::string> names;
	pg::Spi spi;
	for (const pg::Row &row :
		 spi.query("SELECT tgname FROM pg_catalog.pg_trigger t WHERE tgrelid OPERATOR(pg_catalog.=) $1 AND NOT tgisinternal "
				   "AND (tgtype OPERATOR(pg_catalog.&) 24::int2) OPERATOR(pg_catalog.<>) 0::int2 "
				   "AND tgname OPERATOR(pg_catalog.!~) '^erasure_guard_' ORDER BY 1",
				   pg::Params().add_oid(relation)))
		names.push_back(*row[0]);
	spi.finish();
	return names;
}

}  // namespace policy
