// Tables without a foreign key to the subject that repeat its values: an e-mail address, a customer's number, its key.
#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/suggest.hpp"

namespace policy {
namespace {

// Columns of users' own tables; those of extensions and of the system are nobody's data.
constexpr const char *kColumns = R"(
SELECT c.oid::pg_catalog.int8, a.attname,
       (y.typcategory OPERATOR(pg_catalog.=) 'N'::pg_catalog."char")::pg_catalog.int4,
       (n.nspname OPERATOR(pg_catalog.<>) $1::pg_catalog.name AND EXISTS (
           SELECT FROM pg_catalog.pg_index i WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid AND i.indisprimary
           AND i.indkey[0] OPERATOR(pg_catalog.=) a.attnum))::pg_catalog.int4
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type t ON t.oid OPERATOR(pg_catalog.=) a.atttypid
JOIN pg_catalog.pg_type y ON y.oid OPERATOR(pg_catalog.=) coalesce(NULLIF(t.typbasetype, 0::pg_catalog.oid), t.oid)
WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[]) AND NOT c.relispartition
  AND c.relpersistence OPERATOR(pg_catalog.<>) 't'::pg_catalog."char"
  AND n.nspname OPERATOR(pg_catalog.<>) ALL ('{pg_catalog,information_schema,pg_toast,erasure}'::pg_catalog.name[])
  AND (y.typcategory OPERATOR(pg_catalog.=) ANY ('{S,N}'::pg_catalog."char"[]) OR y.typname OPERATOR(pg_catalog.=) ANY ('{uuid,citext}'::pg_catalog.name[]))
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass
                  AND d.objid OPERATOR(pg_catalog.=) c.oid AND d.deptype OPERATOR(pg_catalog.=) 'e'::pg_catalog."char")
ORDER BY c.oid, a.attnum)";

// A column that may repeat another's values.
struct Echo {
	pg::Oid relation;
	std::string column;
	core::Kind kind;        // none: named like the subject's key
	bool own_world = false;  // other tables refer to its table, or it to other persons: without values nothing links them
};

bool links_people(core::Kind kind)
{
	using enum core::Kind;
	return kind == email || kind == account || kind == national_id || kind == phone || kind == user_name;
}

// The subject's key column, when it says whose it is: "id" alone says nothing, "customer_id" and customer's "id" do.
struct KeyName {
	std::string column;
	std::vector<std::string> aliases;
};

KeyName key_name(const Surroundings &all)
{
	const std::vector<pg::AttrNumber> key = pg::primary_key(all.subject);
	if (key.size() != 1)
		return {};
	KeyName name;
	for (const pg::ColumnInfo &column : pg::columns(all.subject))
		if (column.number == key.front())
			name.column = column.name;
	if (core::folded(name.column) != "id")
		name.aliases.push_back(core::folded(name.column));
	std::string table = core::folded(all.found.front().table.name);
	name.aliases.push_back(table + "id");
	if (table.ends_with("s"))
		name.aliases.push_back(table.substr(0, table.size() - 1) + "id");
	return name;
}

std::vector<Echo> echoes(const Surroundings &all, const KeyName &key)
{
	std::vector<Echo> found;
	pg::Spi spi;
	const pg::Rows rows = spi.query(kColumns, pg::Params().add(all.found.front().table.schema));
	spi.finish();
	std::set<pg::Oid> parents;
	std::set<pg::Oid> own_world;
	for (const ForeignKey &one : all.keys) {
		if (all.of(one.child) != nullptr)
			parents.insert(one.parent);
		own_world.insert(one.parent);
		if (core::taste_of(core::words_of(pg::table_info(one.parent).name)).person)
			own_world.insert(one.child);
	}
	std::set<std::pair<pg::Oid, std::string>> referring;
	for (const ForeignKey &one : all.keys)
		for (const std::string &column : one.columns)
			referring.emplace(one.child, column);
	for (const pg::Row &row : rows) {
		const pg::Oid relation = static_cast<pg::Oid>(std::stoll(*row[0]));
		if (all.of(relation) != nullptr || parents.contains(relation) || referring.contains({relation, *row[1]}))
			continue;
		const std::string &name = *row[1];
		const bool alone = own_world.contains(relation);
		if (std::find(key.aliases.begin(), key.aliases.end(), core::folded(name)) != key.aliases.end()) {
			// Another schema's customer_id is the key of its own customers.
			if (*row[3] == "0")
				found.push_back({relation, name, core::Kind::none, alone});
			continue;
		}
		const core::NameVerdict verdict =
			core::judge_name(core::words_of(name), core::TableTaste{}, *row[2] != "0" ? core::TypeClass::number : core::TypeClass::text);
		if (verdict.confidence >= 0.5 && links_people(verdict.kind))
			found.push_back({relation, name, verdict.kind, alone});
	}
	return found;
}

// How many of a sample of one column's values the other column has. Compared in the database, as the owner of both.
struct Overlap {
	bool compared = false;
	std::int64_t values = 0;   // sampled, different ones
	std::int64_t others = 0;   // 0: nothing there to compare with
	std::int64_t exact = 0;
	std::int64_t folded = 0;   // when upper and lower case are the same
};

Overlap overlap(const pg::TableInfo &table, const std::string &column, const pg::TableInfo &other, const std::string &other_column)
{
	Overlap result;
	if (table.owner != other.owner)
		return result;
	const auto values = [](const pg::TableInfo &of, const std::string &name, int limit) {
		return "(SELECT t." + core::quote_ident(name) + "::pg_catalog.text AS v FROM " + pg::qualified(of) + " AS t WHERE t." + core::quote_ident(name) +
			   " IS NOT NULL LIMIT " + std::to_string(limit) + ")";
	};
	// A look at this many rows has to do; nothing here may take as long as reading a large table twice.
	const std::string sql = "WITH mine AS (SELECT DISTINCT s.v FROM " + values(table, column, 500) + " s LIMIT 100), theirs AS MATERIALIZED " +
							values(other, other_column, 200000) +
							" SELECT (SELECT pg_catalog.count(*) FROM mine), (SELECT pg_catalog.count(*) FROM (SELECT FROM theirs LIMIT 1) one), "
							"(SELECT pg_catalog.count(*) FROM mine WHERE mine.v IN (SELECT theirs.v FROM theirs)), "
							"(SELECT pg_catalog.count(*) FROM mine WHERE pg_catalog.lower(mine.v) IN (SELECT pg_catalog.lower(theirs.v) FROM theirs))";
	pg::Caught caught;
	pg::attempt_body(
		[&] {
			as_role(table.owner, [&](pg::Spi &spi) {
				const pg::Rows rows = spi.query(sql);
				result = {true, std::stoll(*rows[0][0]), std::stoll(*rows[0][1]), std::stoll(*rows[0][2]), std::stoll(*rows[0][3])};
			});
		},
		caught);
	return result;
}

struct Target {
	const Found *found;
	std::string column;
};

// Where such values are among the tables already found: the subject first, then outwards.
std::vector<Target> targets(const Surroundings &all, core::Kind kind, const KeyName &key)
{
	std::vector<Target> list;
	if (kind == core::Kind::none) {
		list.push_back({&all.found.front(), key.column});
		return list;
	}
	for (const Found &found : all.found)
		if (found.reach != Reach::value)
			for (const Finding &finding : found.findings)
				if (finding.kind == kind)
					list.push_back({&found, finding.column.name});
	// A declared subject's columns are no findings any more.
	if (all.declared != nullptr)
		for (const Node &node : all.declared->nodes)
			for (const PersonalColumn &personal : node.personal)
				if (const Found *found = all.of(node.table.oid))
					if (core::judge_name(core::words_of(personal.column.name), core::TableTaste{}, core::TypeClass::text).kind == kind)
						list.push_back({found, personal.column.name});
	return list;
}

std::optional<Found> link(const Surroundings &all, const Echo &echo, const Target &target)
{
	Found found;
	found.table = pg::table_info(echo.relation);
	found.reach = Reach::value;
	found.parent = target.found->table.oid;
	found.owned = owned_by_caller(echo.relation);
	found.links.push_back({echo.relation, found.parent, {echo.column}, {target.column}, false});
	found.ignore_case = echo.kind == core::Kind::email;
	const std::string where = pg::display_name(found.parent) + "." + target.column;
	const bool readable = found.owned && target.found->owned;
	const Overlap shared = readable ? overlap(found.table, echo.column, target.found->table, target.column) : Overlap{};
	if (shared.compared && shared.values > 0 && shared.others > 0) {
		const std::int64_t same = found.ignore_case ? shared.folded : shared.exact;
		// Small numbers overlap with any key: there nearly all have to be found.
		const bool enough = echo.kind == core::Kind::none ? same * 10 >= shared.values * 9 : same * 5 >= shared.values;
		if (!enough || same == 0)
			return std::nullopt;
		found.confidence = echo.kind == core::Kind::none ? 0.8 : std::min(0.95, 0.7 + 0.25 * static_cast<double>(same) / static_cast<double>(shared.values));
		found.reason = std::to_string(same) + " of " + std::to_string(shared.values) + " sampled values of " + echo.column + " are found in " + where;
		return found;
	}
	// A table that has values, where the subject has none, is about somebody else.
	if (echo.own_world || (shared.compared && shared.values > 0) || (echo.kind != core::Kind::none && echo.kind != core::Kind::email))
		return std::nullopt;
	found.confidence = 0.5;
	found.reason = "no foreign key, but " + echo.column + " looks like " + where + (readable ? " (no values to compare)" : " (not compared: not your table)");
	return found;
}

}  // namespace

void add_value_links(Surroundings &all)
{
	const KeyName key = key_name(all);
	std::vector<Found> linked;
	std::set<pg::Oid> seen;
	for (const Echo &echo : echoes(all, key)) {
		pg::check_interrupts();
		if (seen.contains(echo.relation))
			continue;
		for (const Target &target : targets(all, echo.kind, key)) {
			if (all.decided.tables.contains({echo.relation, target.found->table.oid}))
				continue;
			if (std::optional<Found> found = link(all, echo, target)) {
				seen.insert(echo.relation);
				linked.push_back(std::move(*found));
				break;
			}
		}
	}
	const std::size_t first = all.found.size();
	for (Found &found : linked)
		all.add(std::move(found));
	add_below(all, first);
	for (std::size_t at = first; at < all.found.size(); ++at)
		all.found[at].findings = findings_of(all, all.found[at]);
}

}  // namespace policy
