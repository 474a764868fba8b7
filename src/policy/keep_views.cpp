// Puts list views aside, brings them back, and lets them follow their table.
#include "policy/keep_views.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/install.hpp"

namespace policy {
namespace {

constexpr const char *kSuffixes[] = {"_active", "_deleted"};

struct Grant {
	std::string privilege;
	std::string column;  // empty: on the whole view
	std::string grantee;
	bool grantable;
};

struct Aside {
	std::string suffix;
	std::vector<Grant> grants;
};

// From the start of an ALTER TABLE to its end. An entry of another transaction belongs to a statement that failed.
struct Waiting {
	std::uint32_t transaction;
	std::vector<Aside> views;
};
constinit std::map<std::int32_t, Waiting> *waiting = nullptr;

constexpr const char *kGrants = R"(
SELECT a.privilege_type, '', coalesce(pg_catalog.quote_ident(r.rolname), 'PUBLIC'), a.is_grantable
FROM pg_catalog.pg_class c CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
LEFT JOIN pg_catalog.pg_roles r ON r.oid OPERATOR(pg_catalog.=) a.grantee
WHERE c.oid OPERATOR(pg_catalog.=) pg_catalog.to_regclass($1)::pg_catalog.oid AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
UNION ALL
SELECT a.privilege_type, t.attname, coalesce(pg_catalog.quote_ident(r.rolname), 'PUBLIC'), a.is_grantable
FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
LEFT JOIN pg_catalog.pg_roles r ON r.oid OPERATOR(pg_catalog.=) a.grantee
WHERE t.attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass($1)::pg_catalog.oid)";

std::vector<Grant> grants_on(const ListView &view)
{
	std::vector<Grant> grants;
	pg::Spi spi;
	for (const pg::Row &row : spi.query(kGrants, pg::Params().add(view.sql_name)))
		grants.push_back({*row[0], *row[1], *row[2], *row[3] == "t"});
	spi.finish();
	return grants;
}

void grant(pg::Spi &spi, const Subject &subject, const ListView &view, const Grant &grant)
{
	if (!grant.column.empty() && subject.root().column(grant.column) == nullptr)
		return;
	spi.utility("GRANT " + grant.privilege + (grant.column.empty() ? "" : " (" + core::quote_ident(grant.column) + ")") + " ON " + view.sql_name +
				" TO " + grant.grantee + (grant.grantable ? " WITH GRANT OPTION" : ""));
}

// The columns of a view by name, in order.
std::vector<std::string> view_columns(const ListView &view)
{
	std::vector<std::string> names;
	pg::Spi spi;
	for (const pg::Row &row : spi.query("SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid OPERATOR(pg_catalog.=) pg_catalog.to_regclass($1)::pg_catalog.oid "
										"AND attnum OPERATOR(pg_catalog.>) 0::pg_catalog.int2 AND NOT attisdropped ORDER BY attnum",
										pg::Params().add(view.sql_name)))
		names.push_back(*row[0]);
	spi.finish();
	return names;
}

}  // namespace

void put_views_aside(const Subject &subject, bool cascade)
{
	const OwnDdl quiet;
	Waiting views{pg::transaction_number(), {}};
	for (const char *suffix : kSuffixes) {
		const ListView view = list_view(subject, suffix);
		if (!view.exists)
			continue;
		views.views.push_back({suffix, grants_on(view)});
		if (!cascade)
			as_role(subject.root().table.owner, pg::Work::writing, [&](pg::Spi &spi) { spi.utility("DROP VIEW " + view.sql_name); });
	}
	if (waiting == nullptr)
		waiting = new std::map<std::int32_t, Waiting>;
	(*waiting)[subject.id] = std::move(views);
}

void bring_views_back(const Subject &subject)
{
	if (waiting == nullptr || !waiting->contains(subject.id))
		return;
	const OwnDdl quiet;
	const Waiting views = std::move(waiting->at(subject.id));
	waiting->erase(subject.id);
	if (views.transaction != pg::transaction_number())
		return;
	for (const Aside &aside : views.views) {
		const ListView view = list_view(subject, aside.suffix);
		if (view.exists)
			continue;
		create_view(subject, aside.suffix, ViewMaker::extension);
		as_role(subject.root().table.owner, pg::Work::writing, [&](pg::Spi &spi) {
			for (const Grant &g : aside.grants)
				grant(spi, subject, view, g);
		});
	}
}

namespace {

constexpr const char *kOld = R"(
SELECT v.oid::pg_catalog.regclass::pg_catalog.text, d.schema_name, d.table_name, v.relowner OPERATOR(pg_catalog.<>) $3
FROM erasure.declared_table d
JOIN pg_catalog.pg_namespace n ON n.nspname OPERATOR(pg_catalog.=) d.schema_name
JOIN pg_catalog.pg_class v ON v.relnamespace OPERATOR(pg_catalog.=) n.oid AND v.relkind OPERATOR(pg_catalog.=) 'v'
  AND v.relname OPERATOR(pg_catalog.=) (d.table_name OPERATOR(pg_catalog.||) $2)::pg_catalog.name
WHERE d.id OPERATOR(pg_catalog.=) $1
  AND EXISTS (SELECT FROM pg_catalog.pg_rewrite w JOIN pg_catalog.pg_depend x ON x.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_rewrite'::pg_catalog.regclass::pg_catalog.oid
              AND x.objid OPERATOR(pg_catalog.=) w.oid WHERE w.ev_class OPERATOR(pg_catalog.=) v.oid AND x.refobjid OPERATOR(pg_catalog.=) d.relation::pg_catalog.oid))";

void move_view(pg::Spi &spi, const Subject &subject, const std::string &suffix)
{
	const pg::TableInfo &table = subject.root().table;
	const pg::Rows rows = spi.query(kOld, pg::Params().add_int4(subject.id).add(suffix).add_oid(table.owner));
	if (rows.empty())
		return;
	const std::string &old_schema = *rows[0][1];
	const std::string old_name = *rows[0][2] + suffix;
	const std::string name = table.name + suffix;
	if (*rows[0][3] == "t")
		spi.utility("ALTER VIEW " + core::qualified_name(old_schema, old_name) + " OWNER TO " + core::quote_ident(pg::role_name(table.owner)));
	if (old_name != name)
		spi.utility("ALTER VIEW " + core::qualified_name(old_schema, old_name) + " RENAME TO " + core::quote_ident(name));
	if (old_schema != table.schema)
		spi.utility("ALTER VIEW " + core::qualified_name(old_schema, name) + " SET SCHEMA " + core::quote_ident(table.schema));
}

}  // namespace

void move_views(const Subject &subject)
{
	if (!subject.options.views)
		return;
	const OwnDdl quiet;
	// A new owner may not take over what is still the old one's: as the extension's owner, by which nobody's code runs.
	as_extension([&](pg::Spi &spi) {
		for (const char *suffix : kSuffixes)
			move_view(spi, subject, suffix);
	});
}

void rename_view_column(const Subject &subject, const std::string &from, const std::string &to)
{
	const OwnDdl quiet;
	for (const char *suffix : kSuffixes) {
		const ListView view = list_view(subject, suffix);
		if (!view.exists)
			continue;
		const std::vector<std::string> names = view_columns(view);
		if (std::find(names.begin(), names.end(), from) == names.end())
			continue;
		as_role(subject.root().table.owner, pg::Work::writing, [&](pg::Spi &spi) {
			spi.utility("ALTER VIEW " + view.sql_name + " RENAME COLUMN " + core::quote_ident(from) + " TO " + core::quote_ident(to));
		});
	}
}

void add_view_columns(const Subject &subject)
{
	for (const char *suffix : kSuffixes) {
		const ListView view = list_view(subject, suffix);
		if (!view.exists)
			continue;
		const std::vector<std::string> shown = view_columns(view);
		const std::vector<pg::ColumnInfo> &columns = subject.root().columns;
		bool prefix = shown.size() < columns.size();
		for (std::size_t i = 0; prefix && i < shown.size(); ++i)
			prefix = shown[i] == columns[i].name;
		// A view that somebody changed is theirs.
		if (prefix)
			create_view(subject, suffix, ViewMaker::extension);
	}
}

}  // namespace policy
