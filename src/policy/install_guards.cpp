// Creates, mends and drops the guard triggers.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/install.hpp"

namespace policy {
namespace {

constinit int own_ddl = 0;

// The names sort after "RI_ConstraintTrigger...": AFTER triggers fire in name order, and the foreign keys of a new row
// shall be checked, and their rows locked, before we look at the parent.
constexpr Guard kUpdate = {"erasure_guard_update", "erasure._guard_update", "AFTER UPDATE", true, GuardOf::declared};
constexpr Guard kGuards[] = {
	{"erasure_guard_insert", "erasure._guard_insert", "AFTER INSERT", true, GuardOf::declared},
	kUpdate,
	{"erasure_guard_delete", "erasure._guard_delete", "BEFORE DELETE", true, GuardOf::subject},
	{"erasure_guard_deleted", "erasure._guard_deleted", "AFTER DELETE", true, GuardOf::declared},
	{"erasure_guard_truncate", "erasure._guard_truncate", "BEFORE TRUNCATE", false, GuardOf::declared},
	{"erasure_guard_updated", "erasure._guard_updated", "AFTER UPDATE", false, GuardOf::direct},
};

void watch(const Subject &subject, const Node &node, Wanted &wanted)
{
	const auto add = [&](const pg::ColumnInfo &column) { wanted.watched[column.name] = column.number; };
	wanted.declared = true;
	for (const PersonalColumn &personal : node.personal)
		add(personal.column);
	for (const pg::ColumnInfo &key : node.key)
		add(key);
	for (const pg::ColumnInfo &column : node.link_columns())
		add(column);
	for (const pg::ColumnInfo &column : subject.columns_linked_to(node))
		add(column);
	if (node.is_subject()) {
		wanted.subject = true;
		wanted.direct = subject.options.direct_soft_delete == "allow" || subject.options.direct_delete == "soft_delete";
		if (subject.deleted_at.number != 0)
			add(subject.deleted_at);
	}
}

}  // namespace

std::span<const Guard> guards() { return kGuards; }

bool is_wanted(const Guard &guard, const Wanted &wanted)
{
	switch (guard.of) {
		case GuardOf::declared:
			return wanted.declared;
		case GuardOf::subject:
			return wanted.subject;
		case GuardOf::direct:
			return wanted.direct;
	}
	return false;
}

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
	const std::vector<pg::Oid> tables = pg::with_children(relation);
	return spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc f ON f.oid OPERATOR(pg_catalog.=) t.tgfoid "
					  "WHERE t.tgrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND NOT t.tgisinternal "
					  "AND (t.tgtype OPERATOR(pg_catalog.&) 19::int2) OPERATOR(pg_catalog.=) 19::int2 "
					  "AND f.pronamespace OPERATOR(pg_catalog.<>) 'erasure'::pg_catalog.regnamespace::pg_catalog.oid",
					  pg::Params().add(std::vector<std::int64_t>(tables.begin(), tables.end()))) > 0;
}

namespace {

// A guard as it stands on a table.
struct Standing {
	bool exists = false;
	char enabled = 0;
	bool ours = false;  // calls the guard's function
	std::set<pg::AttrNumber> columns;
};

Standing standing(pg::Spi &spi, const Guard &guard, pg::Oid relation)
{
	Standing now;
	const pg::Rows rows = spi.query("SELECT tgenabled, tgfoid OPERATOR(pg_catalog.=) $3::pg_catalog.regproc::pg_catalog.oid, tgattr::pg_catalog.text "
									"FROM pg_catalog.pg_trigger WHERE tgrelid OPERATOR(pg_catalog.=) $1 AND tgname OPERATOR(pg_catalog.=) $2",
									pg::Params().add_oid(relation).add(guard.name).add(guard.function));
	if (rows.empty())
		return now;
	now.exists = true;
	now.enabled = rows[0][0].value_or(" ")[0];
	now.ours = rows[0][1] && *rows[0][1] == "t";
	std::istringstream numbers(rows[0][2].value_or(""));
	for (pg::AttrNumber number; numbers >> number;)
		now.columns.insert(number);
	return now;
}

std::string column_list(const Wanted &wanted)
{
	std::string list;
	for (const auto &[name, number] : wanted.watched)
		list += (list.empty() ? " OF " : ", ") + core::quote_ident(name);
	return list;
}

// An inheritance child may have other numbers, under the same names.
std::set<pg::AttrNumber> column_numbers(const Wanted &wanted, pg::Oid relation)
{
	std::set<pg::AttrNumber> numbers;
	for (const pg::ColumnInfo &column : pg::columns(relation))
		if (wanted.watched.contains(column.name))
			numbers.insert(column.number);
	return numbers;
}

bool by_column(pg::Spi &spi, const Guard &guard, pg::Oid relation)
{
	return std::string_view(guard.name) == kUpdate.name && !has_foreign_before_trigger(spi, relation);
}

void drop_guard(pg::Spi &spi, const Guard &guard, const std::string &table)
{
	spi.utility("DROP TRIGGER " + std::string(guard.name) + " ON " + table);
}

void enable_guard(pg::Spi &spi, const Guard &guard, const std::string &table)
{
	spi.utility("ALTER TABLE " + table + " ENABLE ALWAYS TRIGGER " + guard.name);
}

void create_guard(pg::Spi &spi, const Guard &guard, const std::string &table, const std::string &of)
{
	spi.utility("CREATE TRIGGER " + std::string(guard.name) + " " + guard.when + of + " ON " + table + " FOR EACH " +
				(guard.row ? "ROW" : "STATEMENT") + " EXECUTE FUNCTION " + guard.function + "()");
	enable_guard(spi, guard, table);
}

void refresh_one(pg::Spi &spi, const Guard &guard, const Wanted &wanted, pg::Oid relation, const std::string &table)
{
	if (standing(spi, guard, relation).exists)
		drop_guard(spi, guard, table);
	if (is_wanted(guard, wanted))
		create_guard(spi, guard, table, by_column(spi, guard, relation) ? column_list(wanted) : std::string());
}

// What a superuser has switched off stays off: a restore does that for its time. Others cannot.
void keep_enabled(pg::Spi &spi, const Guard &guard, const Standing &now, pg::Oid relation, bool superuser)
{
	if (now.enabled == 'A')
		return;
	if (now.enabled == 'D' && superuser)
		pg::warning("guard \"" + std::string(guard.name) + "\" of table \"" + pg::display_name(relation) + "\" is disabled",
					"Until it is enabled again, rows of deleted subjects are not protected from it.",
					"ALTER TABLE " + pg::display_name(relation) + " ENABLE TRIGGER ALL;");
	else
		enable_guard(spi, guard, pg::qualified(pg::table_info(relation)));
}

void keep_one(pg::Spi &spi, const Guard &guard, const Wanted &wanted, pg::Oid relation, bool superuser)
{
	const Standing now = standing(spi, guard, relation);
	const std::string table = pg::qualified(pg::table_info(relation));
	if (!is_wanted(guard, wanted)) {
		if (now.exists && now.ours)
			drop_guard(spi, guard, table);
		return;
	}
	const bool columns = by_column(spi, guard, relation);
	if (now.exists && now.ours && now.columns == (columns ? column_numbers(wanted, relation) : std::set<pg::AttrNumber>())) {
		keep_enabled(spi, guard, now, relation, superuser);
		return;
	}
	if (now.exists)
		drop_guard(spi, guard, table);
	create_guard(spi, guard, table, columns ? column_list(wanted) : std::string());
}

}  // namespace

OwnDdl::OwnDdl() noexcept { ++own_ddl; }
OwnDdl::~OwnDdl() { --own_ddl; }
bool OwnDdl::running() noexcept { return own_ddl > 0; }

namespace {

}  // namespace

std::vector<pg::Oid> guarded_tables(pg::Oid relation)
{
	std::vector<pg::Oid> tables = pg::with_children(relation);
	std::erase_if(tables, [](pg::Oid table) {
		const pg::TableInfo info = pg::table_info(table);
		return info.persistence == 't' || (info.kind != 'r' && info.kind != 'p');
	});
	return tables;
}

std::vector<pg::Oid> guard_places(pg::Oid relation, const Guard &guard)
{
	return guard.row && pg::table_info(relation).kind == 'p' ? std::vector<pg::Oid>{relation} : guarded_tables(relation);
}

// As the extension's owner, not the table's: a partition may have another owner, and an owner may lack rights on the schema.
// Nobody's code runs when a guard is made.
void refresh_guards(pg::Oid relation)
{
	const OwnDdl quiet;
	const Wanted wanted = wanted_for(relation);
	as_extension([&](pg::Spi &spi) {
		for (const Guard &guard : kGuards)
			for (const pg::Oid place : guard_places(relation, guard))
				refresh_one(spi, guard, wanted, place, pg::qualified(pg::table_info(place)));
	});
}

void keep_guards(pg::Oid relation)
{
	const OwnDdl quiet;
	const bool superuser = pg::is_superuser(pg::current_role());
	const Wanted wanted = wanted_for(relation);
	as_extension([&](pg::Spi &spi) {
		for (const Guard &guard : kGuards)
			for (const pg::Oid place : guard_places(relation, guard))
				keep_one(spi, guard, wanted, place, superuser);
		for (const pg::Oid child : guarded_tables(relation))
			for (const Guard &guard : kGuards)
				if (const Standing clone = standing(spi, guard, child); child != relation && guard.row && clone.exists && clone.ours)
					keep_enabled(spi, guard, clone, child, superuser);
	});
}

void keep_always(pg::Oid relation)
{
	std::vector<std::string> ordinary;
	pg::Spi spi;
	for (const pg::Row &row : spi.query("SELECT t.tgname FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_proc f ON f.oid OPERATOR(pg_catalog.=) t.tgfoid "
										"WHERE t.tgrelid OPERATOR(pg_catalog.=) $1 AND t.tgenabled OPERATOR(pg_catalog.=) 'O' AND NOT t.tgisinternal "
										"AND f.pronamespace OPERATOR(pg_catalog.=) 'erasure'::pg_catalog.regnamespace::pg_catalog.oid "
										"AND t.tgname OPERATOR(pg_catalog.~) '^erasure_guard_'",
										pg::Params().add_oid(relation)))
		ordinary.push_back(*row[0]);
	spi.finish();
	if (ordinary.empty())
		return;
	const OwnDdl quiet;
	as_extension([&](pg::Spi &extension) {
		for (const std::string &name : ordinary)
			extension.utility("ALTER TABLE " + pg::qualified(pg::table_info(relation)) + " ENABLE ALWAYS TRIGGER " + core::quote_ident(name));
	});
}

void make_way_for_columns(pg::Oid relation, const std::vector<std::string> &columns)
{
	const OwnDdl quiet;
	const Wanted wanted = wanted_for(relation);
	const bool watched = std::any_of(columns.begin(), columns.end(), [&](const std::string &name) { return wanted.watched.contains(name); });
	if (!watched)
		return;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Oid place : guard_places(relation, kUpdate))
			if (standing(spi, kUpdate, place).exists)
				drop_guard(spi, kUpdate, pg::qualified(pg::table_info(place)));
	});
}

}  // namespace policy
