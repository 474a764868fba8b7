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
JOIN pg_catalog.pg_type y ON y.oid OPERATOR(pg_catalog.=) CASE WHEN t.typbasetype OPERATOR(pg_catalog.=) 0::pg_catalog.oid THEN t.oid ELSE t.typbasetype END
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
	const std::vector<pg::AttrNumber> key = pg::row_key(all.subject);
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

// Different values of a column, from its first rows; none when it cannot be read.
std::vector<std::string> sample(const pg::TableInfo &table, const std::string &column)
{
	std::vector<std::string> values;
	const std::string name = core::quote_ident(column);
	const std::string sql = "SELECT DISTINCT s.v FROM (SELECT t." + name + "::pg_catalog.text AS v FROM " + pg::qualified(table) + " AS t WHERE t." + name +
							" IS NOT NULL LIMIT 500) s LIMIT 100";
	pg::Caught caught;
	pg::attempt_body(
		[&] {
			as_role(table.owner, [&](pg::Spi &spi) {
				for (const pg::Row &row : spi.query(sql))
					values.push_back(*row[0]);
			});
		},
		caught);
	return values;
}

// How many of a sample another column has, upper and lower case being the same or not.
struct Overlap {
	std::int64_t exact = 0;
	std::int64_t folded = 0;
};

struct Target {
	const Found *found;
	std::string column;
};

// Comparing with every table that has an e-mail address would take the square of their number.
constexpr std::size_t kMostTargets = 4;

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
	std::stable_sort(list.begin(), list.end(), [&](const Target &a, const Target &b) { return all.place.at(a.found->table.oid) < all.place.at(b.found->table.oid); });
	list.resize(std::min(list.size(), kMostTargets));
	return list;
}

// A column on its way to become a link.
struct Echoing {
	Echo echo;
	Found found;
	std::vector<std::string> values;
};

// For each of these, how many of its values the target has: one reading of the target for all. Empty when the target
// cannot be read or has no values at all. A look at this many rows has to do.
std::map<std::size_t, Overlap> compare(const Target &target, const std::vector<Echoing> &all)
{
	std::vector<std::int64_t> places;
	std::vector<std::string> values;
	for (std::size_t at = 0; at < all.size(); ++at)
		for (const std::string &value : all[at].found.table.owner == target.found->table.owner ? all[at].values : std::vector<std::string>()) {
			places.push_back(static_cast<std::int64_t>(at));
			values.push_back(value);
		}
	const std::string name = core::quote_ident(target.column);
	const std::string sql = "WITH theirs AS MATERIALIZED (SELECT t." + name + "::pg_catalog.text AS v FROM " + pg::qualified(target.found->table) + " AS t WHERE t." + name +
							" IS NOT NULL LIMIT 200000) SELECT mine.place, pg_catalog.count(*) FILTER (WHERE mine.v IN (SELECT theirs.v FROM theirs)), "
							"pg_catalog.count(*) FILTER (WHERE pg_catalog.lower(mine.v) IN (SELECT pg_catalog.lower(theirs.v) FROM theirs)) "
							"FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) AS mine(place, v) WHERE EXISTS (SELECT FROM theirs) GROUP BY mine.place";
	std::map<std::size_t, Overlap> shared;
	pg::Caught caught;
	pg::attempt_body(
		[&] {
			as_role(target.found->table.owner, [&](pg::Spi &spi) {
				for (const pg::Row &row : spi.query(sql, pg::Params().add(places).add(values)))
					shared[static_cast<std::size_t>(std::stoll(*row[0]))] = {std::stoll(*row[1]), std::stoll(*row[2])};
			});
		},
		caught);
	return shared;
}

void point_to(Echoing &one, const Target &target)
{
	one.found.parent = target.found->table.oid;
	one.found.links = {{one.echo.relation, one.found.parent, {one.echo.column}, {target.column}, false}};
}

// Small numbers overlap with any key: there nearly all have to be found.
bool linked_by(Echoing &one, const Target &target, const Overlap &shared)
{
	const bool key = one.echo.kind == core::Kind::none;
	const auto size = static_cast<std::int64_t>(one.values.size());
	const std::int64_t same = one.found.ignore_case ? shared.folded : shared.exact;
	if (same == 0 || (key ? same * 10 < size * 9 : same * 5 < size))
		return false;
	point_to(one, target);
	one.found.confidence = key ? 0.8 : std::min(0.95, 0.7 + 0.25 * static_cast<double>(same) / static_cast<double>(size));
	one.found.reason = std::to_string(same) + " of " + std::to_string(size) + " sampled values of " + one.echo.column + " are found in " +
					   pg::display_name(one.found.parent) + "." + target.column;
	return true;
}

// Without values the names have to do: a table that has none, or that the caller may not look into.
bool linked_by_name(Echoing &one, const Target &target)
{
	if (!one.values.empty() || one.echo.own_world || (one.echo.kind != core::Kind::none && one.echo.kind != core::Kind::email))
		return false;
	point_to(one, target);
	one.found.confidence = 0.5;
	one.found.reason = "no foreign key, but " + one.echo.column + " looks like " + pg::display_name(one.found.parent) + "." + target.column +
					   (one.found.owned ? " (no values to compare)" : " (not compared: not your table)");
	return true;
}

// The links of all columns of one kind.
void link_kind(const Surroundings &all, std::vector<Echoing> &echoing, const std::vector<Target> &targets, std::map<pg::Oid, Found> &linked)
{
	for (const Target &target : targets) {
		const std::map<std::size_t, Overlap> shared = target.found->owned ? compare(target, echoing) : std::map<std::size_t, Overlap>();
		pg::check_interrupts();
		for (std::size_t at = 0; at < echoing.size(); ++at) {
			Echoing &one = echoing[at];
			if (linked.contains(one.echo.relation) || all.decided.tables.contains({one.echo.relation, target.found->table.oid}))
				continue;
			const auto overlap = shared.find(at);
			if (overlap != shared.end() ? linked_by(one, target, overlap->second) : linked_by_name(one, target))
				linked.emplace(one.echo.relation, one.found);
		}
	}
}

}  // namespace

void add_value_links(Surroundings &all)
{
	const KeyName key = key_name(all);
	std::map<core::Kind, std::vector<Echoing>> by_kind;
	for (const Echo &echo : echoes(all, key)) {
		pg::check_interrupts();
		Echoing one{echo, {}, {}};
		one.found.table = pg::table_info(echo.relation);
		one.found.reach = Reach::value;
		one.found.owned = owned_by_caller(echo.relation);
		one.found.ignore_case = echo.kind == core::Kind::email;
		if (one.found.owned)
			one.values = sample(one.found.table, echo.column);
		by_kind[echo.kind].push_back(std::move(one));
	}
	std::map<pg::Oid, Found> linked;
	for (auto &[kind, echoing] : by_kind)
		link_kind(all, echoing, targets(all, kind, key), linked);
	const std::size_t first = all.found.size();
	for (auto &[relation, found] : linked)
		all.add(std::move(found));
	add_below(all, first);
	for (std::size_t at = first; at < all.found.size(); ++at)
		all.found[at].findings = findings_of(all, all.found[at]);
}

}  // namespace policy
