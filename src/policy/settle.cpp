// Writes new names and numbers into the policy's rows.
#include "policy/settle.hpp"

#include <algorithm>

#include "core/condition.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/hide.hpp"
#include "policy/install.hpp"

namespace policy {
namespace {

bool came_from_a_dump(const Subject &subject)
{
	return std::any_of(subject.nodes.begin(), subject.nodes.end(), [](const Node &node) { return node.restored; });
}

// Everything that the names lead to is there.
bool is_whole(const Subject &subject)
{
	return subject.deleted_at.number != 0 && std::all_of(subject.nodes.begin(), subject.nodes.end(), [](const Node &node) {
			   const bool known = !node.key.empty() || (!node.is_subject() && node.personal.empty());
			   const bool aged = !node.retention || node.retention->since.number != 0;
			   return known && aged && node.lost.empty() && std::none_of(node.links.begin(), node.links.end(), [](const Link &link) { return link.columns.empty(); }) &&
					  std::none_of(node.own_links.begin(), node.own_links.end(), [](const Link &link) { return link.columns.empty(); });
		   });
}

std::vector<std::int64_t> numbers(const Link &link, pg::ColumnInfo JoinColumn::*side)
{
	std::vector<std::int64_t> result;
	for (const JoinColumn &join : link.columns)
		result.push_back((join.*side).number);
	return result;
}

void settle_link(pg::Spi &spi, const Link &link)
{
	std::vector<std::int64_t> named;
	for (const ConditionColumn &column : link.condition_columns)
		named.push_back(column.column.number);
	const std::string condition = core::bind_columns(link.condition, [&](int label) {
		for (const ConditionColumn &column : link.condition_columns)
			if (column.label == label)
				label = column.column.number;
		return "{" + std::to_string(label) + "}";
	});
	spi.execute("UPDATE erasure.link SET attnums = $2::pg_catalog.int2[], parent_attnums = $3::pg_catalog.int2[], condition = nullif($4, ''), "
				"condition_attnums = $5::pg_catalog.int2[] WHERE id OPERATOR(pg_catalog.=) $1",
				pg::Params().add_int4(link.id).add(numbers(link, &JoinColumn::child)).add(numbers(link, &JoinColumn::parent)).add(condition).add(named));
}

// Originals in the vault tell their columns by the numbers that they had when they were kept.
void keep_old_numbers(pg::Spi &spi, const Node &node)
{
	std::vector<std::int64_t> numberings;
	std::vector<std::int64_t> old;
	std::vector<std::int64_t> now;
	for (const auto &[before, number] : node.renumbered) {
		numberings.push_back(before.first);
		old.push_back(before.second);
		now.push_back(number);
	}
	spi.execute("DELETE FROM erasure.renumbered_column WHERE table_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(node.id));
	spi.execute("INSERT INTO erasure.renumbered_column (table_id, numbering, old_attnum, attnum) SELECT $1, n, o, a "
				"FROM ROWS FROM (pg_catalog.unnest($2::pg_catalog.int4[]), pg_catalog.unnest($3::pg_catalog.int2[]), pg_catalog.unnest($4::pg_catalog.int2[])) AS r(n, o, a)",
				pg::Params().add_int4(node.id).add(numberings).add(old).add(now));
}

void settle_node(pg::Spi &spi, const Subject &subject, const Node &node)
{
	keep_old_numbers(spi, node);
	std::vector<std::int64_t> key;
	for (const pg::ColumnInfo &column : node.key)
		key.push_back(column.number);
	spi.execute("UPDATE erasure.declared_table SET relation_oid = relation, schema_name = $2, table_name = $3, origin = DEFAULT, numbering = $6, "
				"deleted_at_attnum = CASE WHEN id OPERATOR(pg_catalog.=) subject_id THEN $4::pg_catalog.int2 END, key_attnums = $5::pg_catalog.int2[] WHERE id OPERATOR(pg_catalog.=) $1",
				pg::Params().add_int4(node.id).add(node.table.schema).add(node.table.name).add_int4(subject.deleted_at.number).add(key)
					.add_int4(node.numbering));
	for (const std::vector<Link> *links : {&node.links, &node.own_links})
		for (const Link &link : *links)
			settle_link(spi, link);
	if (node.retention)
		spi.execute("UPDATE erasure.retention SET since_attnum = $2 WHERE table_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(node.id).add_int4(node.retention->since.number));
	// Out of the way first: a new number may be another column's old one.
	spi.execute("UPDATE erasure.personal_column SET attnum = OPERATOR(pg_catalog.-) attnum WHERE table_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(node.id));
	for (const PersonalColumn &personal : node.personal)
		spi.execute("UPDATE erasure.personal_column SET attnum = $3 WHERE table_id OPERATOR(pg_catalog.=) $1 AND column_name OPERATOR(pg_catalog.=) $2::pg_catalog.name",
					pg::Params().add_int4(node.id).add(personal.column.name).add_int4(personal.column.number));
}

constexpr const char *kExemptions = R"(
UPDATE erasure.exemption e SET relation_oid = relation, parent_oid = parent, origin = DEFAULT,
       attnum = CASE WHEN kind OPERATOR(pg_catalog.=) 'column' THEN (SELECT a.attnum FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=)
                     e.relation::pg_catalog.oid AND a.attname OPERATOR(pg_catalog.=) e.object_name AND NOT a.attisdropped) END
WHERE relation::pg_catalog.oid OPERATOR(pg_catalog.<>) relation_oid OR origin OPERATOR(pg_catalog.<>) $1)";

constexpr const char *kRefreshedViews = R"(
UPDATE erasure.refreshed_view SET relation_oid = relation WHERE relation::pg_catalog.oid OPERATOR(pg_catalog.<>) relation_oid)";

// From another cluster: by name, as a dump's GRANTs are.
constexpr const char *kForeignRoles = R"(
WITH foreign_row AS (
    DELETE FROM erasure.permission WHERE pg_catalog.split_part(origin, '/', 1) OPERATOR(pg_catalog.<>) pg_catalog.split_part($1, '/', 1)
    RETURNING subject_id, role_name, action),
kept AS (
    INSERT INTO erasure.permission (subject_id, role_oid, role_name, action)
    SELECT f.subject_id, r.oid, f.role_name, f.action FROM foreign_row f JOIN pg_catalog.pg_roles r ON r.rolname OPERATOR(pg_catalog.=) f.role_name
    ON CONFLICT DO NOTHING)
SELECT DISTINCT f.role_name FROM foreign_row f
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.rolname OPERATOR(pg_catalog.=) f.role_name) ORDER BY 1)";

constexpr const char *kGoneRoles = R"(
DELETE FROM erasure.permission p WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles r WHERE r.oid OPERATOR(pg_catalog.=) p.role_oid))";

constexpr const char *kRenamedRoles = R"(
UPDATE erasure.permission p SET role_name = r.rolname FROM pg_catalog.pg_roles r
WHERE r.oid OPERATOR(pg_catalog.=) p.role_oid AND r.rolname OPERATOR(pg_catalog.<>) p.role_name)";

void settle_roles(pg::Spi &spi)
{
	std::string missing;
	for (const pg::Row &row : spi.query(kForeignRoles, pg::Params().add(pg::origin())))
		missing += (missing.empty() ? "\"" : ", \"") + *row[0] + "\"";
	spi.execute(kGoneRoles);
	spi.execute(kRenamedRoles);
	if (!missing.empty())
		pg::warning("permissions of roles that do not exist here were dropped: " + missing, "The policy was restored from another cluster's dump.",
					"Create the roles and call erasure.allow.");
}

}  // namespace

void settle()
{
	if (!catalogue()->unsettled)
		return;
	// One at a time; who comes second finds it done.
	as_extension([](pg::Spi &spi) { spi.utility("LOCK TABLE erasure.declared_table IN SHARE ROW EXCLUSIVE MODE"); });
	const auto all = catalogue();
	if (!all->unsettled)
		return;
	as_extension([&](pg::Spi &spi) {
		for (const Subject &subject : all->subjects) {
			if (!came_from_a_dump(subject) || !is_whole(subject))
				continue;
			for (const Node &node : subject.nodes)
				settle_node(spi, subject, node);
		}
		spi.execute(kExemptions, pg::Params().add(pg::origin()));
		spi.execute(kRefreshedViews);
		settle_roles(spi);
	});
	publish_change();
	// A restore that disabled triggers for its time enabled them again as ordinary ones.
	for (const Subject &subject : all->subjects)
		if (came_from_a_dump(subject) && is_whole(subject)) {
			for (const Node &node : subject.nodes)
				keep_guards(node.table.oid);
			keep_hidden(subject, {});
		}
}

void require_settled(const Node &node)
{
	const auto all = catalogue();
	const Subject *subject = all->subject(node.subject_id);
	if (subject != nullptr && subject->node(node.id) != nullptr && subject->node(node.id)->restored)
		throw pg::Failure(pg::code::policy_cannot_work, "the policy of table \"" + pg::display_name(node.table.oid) + "\" does not fit the table",
						  "It was restored from a dump, and columns that it names are not there.", "Rename them back, or declare the table anew.");
}

namespace {

constexpr const char *kTableNames = R"(
UPDATE erasure.declared_table d SET schema_name = n.nspname, table_name = c.relname
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE c.oid OPERATOR(pg_catalog.=) d.relation::pg_catalog.oid AND c.oid OPERATOR(pg_catalog.=) d.relation_oid AND d.origin OPERATOR(pg_catalog.=) $1
  AND (c.relname OPERATOR(pg_catalog.<>) d.table_name OR n.nspname OPERATOR(pg_catalog.<>) d.schema_name))";

constexpr const char *kDeletedAtName = R"(
UPDATE erasure.declared_table d SET deleted_at_name = a.attname FROM pg_catalog.pg_attribute a
WHERE a.attrelid OPERATOR(pg_catalog.=) d.relation_oid AND a.attnum OPERATOR(pg_catalog.=) d.deleted_at_attnum AND NOT a.attisdropped
  AND d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) d.relation_oid AND d.origin OPERATOR(pg_catalog.=) $1
  AND a.attname OPERATOR(pg_catalog.<>) d.deleted_at_name)";

constexpr const char *kKeyNames = R"(
UPDATE erasure.declared_table d SET key_names = n.names
FROM (SELECT d.id, pg_catalog.array_agg(coalesce(a.attname, w.name) ORDER BY w.ord)
      FROM erasure.declared_table d CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(d.key_attnums), pg_catalog.unnest(d.key_names)) WITH ORDINALITY AS w(number, name, ord)
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) d.relation_oid AND a.attnum OPERATOR(pg_catalog.=) w.number AND NOT a.attisdropped
      GROUP BY d.id) AS n(id, names)
WHERE n.id OPERATOR(pg_catalog.=) d.id AND d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) d.relation_oid AND d.origin OPERATOR(pg_catalog.=) $1
  AND n.names OPERATOR(pg_catalog.<>) d.key_names)";

constexpr const char *kSinceNames = R"(
UPDATE erasure.retention r SET since_name = a.attname
FROM erasure.declared_table d, pg_catalog.pg_attribute a
WHERE d.id OPERATOR(pg_catalog.=) r.table_id AND a.attrelid OPERATOR(pg_catalog.=) d.relation_oid AND a.attnum OPERATOR(pg_catalog.=) r.since_attnum
  AND NOT a.attisdropped AND d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) d.relation_oid AND d.origin OPERATOR(pg_catalog.=) $1
  AND a.attname OPERATOR(pg_catalog.<>) r.since_name)";

constexpr const char *kPersonalNames = R"(
UPDATE erasure.personal_column p SET column_name = a.attname
FROM erasure.declared_table d, pg_catalog.pg_attribute a
WHERE d.id OPERATOR(pg_catalog.=) p.table_id AND a.attrelid OPERATOR(pg_catalog.=) d.relation_oid AND a.attnum OPERATOR(pg_catalog.=) p.attnum
  AND NOT a.attisdropped AND d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) d.relation_oid AND d.origin OPERATOR(pg_catalog.=) $1
  AND a.attname OPERATOR(pg_catalog.<>) p.column_name)";

// Of the columns of links and their conditions, in the table or, for the prefix 'parent_', above; one that is gone keeps
// its old name.
std::string link_names(const std::string &prefix, const char *table)
{
	const std::string now = "(SELECT coalesce(pg_catalog.array_agg(coalesce(a.attname, w.name) ORDER BY w.ord), '{}') FROM ROWS FROM (pg_catalog.unnest(l." +
							prefix + "attnums), pg_catalog.unnest(l." + prefix + "names)) WITH ORDINALITY AS w(number, name, ord) LEFT JOIN pg_catalog.pg_attribute a "
							"ON a.attrelid OPERATOR(pg_catalog.=) d.relation_oid AND a.attnum OPERATOR(pg_catalog.=) w.number AND NOT a.attisdropped)";
	return "UPDATE erasure.link l SET " + prefix + "names = " + now + " FROM erasure.declared_table d WHERE d.id OPERATOR(pg_catalog.=) l." + table +
		   " AND d.relation::pg_catalog.oid OPERATOR(pg_catalog.=) d.relation_oid AND d.origin OPERATOR(pg_catalog.=) $1 AND " + now +
		   " OPERATOR(pg_catalog.<>) l." + prefix + "names";
}

}  // namespace

bool is_settled(pg::Oid relation)
{
	std::int64_t restored = 0;
	as_extension([&](pg::Spi &spi) {
		restored = spi.number("SELECT pg_catalog.count(*) FROM erasure.declared_table d WHERE d.relation OPERATOR(pg_catalog.=) $1 "
							  "AND (d.relation::pg_catalog.oid OPERATOR(pg_catalog.<>) d.relation_oid OR d.origin OPERATOR(pg_catalog.<>) $2)",
							  pg::Params().add_oid(relation).add(pg::origin()));
	});
	return restored == 0;
}

void store_names()
{
	as_extension([&](pg::Spi &spi) {
		const pg::Params here = pg::Params().add(pg::origin());
		for (const std::string &sql : {std::string(kTableNames), std::string(kDeletedAtName), std::string(kKeyNames), std::string(kPersonalNames), std::string(kSinceNames), link_names("", "table_id"),
									   link_names("parent_", "parent_id"), link_names("condition_", "table_id")})
			spi.execute(sql, here);
	});
}

void rename_exemption(const std::string &kind, pg::Oid relation, const std::string &from, const std::string &to)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.exemption SET object_name = $4::pg_catalog.name WHERE kind OPERATOR(pg_catalog.=) $1 AND relation OPERATOR(pg_catalog.=) $2 "
					"AND object_name OPERATOR(pg_catalog.=) $3::pg_catalog.name",
					pg::Params().add(kind).add_oid(relation).add(from).add(to));
	});
}

void drop_exemption(const std::string &kind, pg::Oid relation, const std::string &name)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.exemption WHERE kind OPERATOR(pg_catalog.=) $1 AND relation OPERATOR(pg_catalog.=) $2 "
					"AND object_name OPERATOR(pg_catalog.=) $3::pg_catalog.name",
					pg::Params().add(kind).add_oid(relation).add(name));
	});
}

}  // namespace policy

// erasure._origin() RETURNS text
ERASURE_FUNCTION(erasure_origin)
{
	return call.result(pg::origin());
}
