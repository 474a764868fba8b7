// The tables around a subject, from the foreign keys in the catalogue.
#include <algorithm>

#include "core/sqltext.hpp"
#include "core/split.hpp"
#include "pg/attempt.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/suggest.hpp"

namespace policy {
namespace {

// Every foreign key between tables, its ends moved up to the partitioned tables they belong to. One line a pair
// of columns, in order.
constexpr const char *kForeignKeys = R"(
WITH tops AS (
    SELECT c.oid, CASE WHEN c.relispartition THEN
               (SELECT a.relid::pg_catalog.oid FROM pg_catalog.pg_partition_ancestors(c.oid) AS a(relid)
                JOIN pg_catalog.pg_class p ON p.oid OPERATOR(pg_catalog.=) a.relid WHERE NOT p.relispartition LIMIT 1)
           ELSE c.oid END AS top
    FROM pg_catalog.pg_class c WHERE c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[]))
SELECT child.top::pg_catalog.int8, parent.top::pg_catalog.int8,
       (SELECT pg_catalog.array_to_string(pg_catalog.array_agg(a.attname ORDER BY k.n), E'\x01') FROM pg_catalog.unnest(f.conkey) WITH ORDINALITY AS k(attnum, n)
        JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) f.conrelid AND a.attnum OPERATOR(pg_catalog.=) k.attnum) AS columns,
       (SELECT pg_catalog.array_to_string(pg_catalog.array_agg(a.attname ORDER BY k.n), E'\x01') FROM pg_catalog.unnest(f.confkey) WITH ORDINALITY AS k(attnum, n)
        JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) f.confrelid AND a.attnum OPERATOR(pg_catalog.=) k.attnum) AS parent_columns,
       pg_catalog.bool_or(child.top OPERATOR(pg_catalog.=) f.conrelid AND parent.top OPERATOR(pg_catalog.=) f.confrelid)::pg_catalog.int4
FROM pg_catalog.pg_constraint f
JOIN tops child ON child.oid OPERATOR(pg_catalog.=) f.conrelid
JOIN tops parent ON parent.oid OPERATOR(pg_catalog.=) f.confrelid
WHERE f.contype OPERATOR(pg_catalog.=) 'f'
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3)";

constexpr const char *kDecided = R"(
SELECT e.kind, e.relation::pg_catalog.oid::pg_catalog.int8, coalesce(e.parent::pg_catalog.oid::pg_catalog.int8, 0), coalesce(a.attname, e.object_name)
FROM erasure.exemption e LEFT JOIN pg_catalog.pg_attribute a ON e.relation::pg_catalog.oid OPERATOR(pg_catalog.=) e.relation_oid
     AND a.attrelid OPERATOR(pg_catalog.=) e.relation_oid AND a.attnum OPERATOR(pg_catalog.=) e.attnum
WHERE e.kind OPERATOR(pg_catalog.=) ANY ('{table,column}'))";

constexpr const char *kComments = R"(
SELECT a.attrelid::pg_catalog.int8, a.attname, d.description
FROM pg_catalog.pg_description d JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) d.objoid AND a.attnum OPERATOR(pg_catalog.=) d.objsubid
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) d.objoid AND c.relkind OPERATOR(pg_catalog.=) ANY ('{r,p}'::pg_catalog."char"[])
WHERE d.classoid OPERATOR(pg_catalog.=) 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid OPERATOR(pg_catalog.>) 0)";

constexpr const char *kConstrained = R"(
SELECT conrelid::pg_catalog.int8 FROM pg_catalog.pg_constraint WHERE contype OPERATOR(pg_catalog.=) ANY ('{c,x,u}'::pg_catalog."char"[]) AND conrelid OPERATOR(pg_catalog.<>) 0::pg_catalog.oid
UNION SELECT indrelid::pg_catalog.int8 FROM pg_catalog.pg_index
WHERE (indisunique AND NOT indisprimary) OR indisexclusion OR indexprs IS NOT NULL OR indpred IS NOT NULL
UNION SELECT attrelid::pg_catalog.int8 FROM pg_catalog.pg_attribute WHERE attgenerated OPERATOR(pg_catalog.<>) ''::pg_catalog."char"
UNION SELECT oid::pg_catalog.int8 FROM pg_catalog.pg_class WHERE relkind OPERATOR(pg_catalog.=) 'p'::pg_catalog."char")";

pg::Oid to_oid(const pg::Text &text) { return static_cast<pg::Oid>(std::stoll(*text)); }

std::vector<ForeignKey> foreign_keys()
{
	std::vector<ForeignKey> keys;
	pg::Spi spi;
	for (const pg::Row &row : spi.query(kForeignKeys))
		if (row[2] && row[3])
			keys.push_back({to_oid(row[0]), to_oid(row[1]), core::split(*row[2], '\x01'), core::split(*row[3], '\x01'), *row[4] != "0"});
	spi.finish();
	return keys;
}

Decided decided()
{
	Decided all;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kDecided)) {
			if (*row[0] == "table")
				all.tables.emplace(to_oid(row[1]), to_oid(row[2]));
			else
				all.columns.emplace(to_oid(row[1]), row[3].value_or(""));
		}
	});
	return all;
}

// What would be asked of the catalogue table by table, at once.
void read_catalogue(Surroundings &all)
{
	pg::Spi spi;
	for (const pg::Row &row : spi.query(kComments))
		all.comments[to_oid(row[0])].emplace(*row[1], *row[2]);
	for (const pg::Row &row : spi.query(kConstrained))
		all.constrained.insert(to_oid(row[0]));
	spi.finish();
}

std::string list(const std::vector<std::string> &names)
{
	std::string text;
	for (const std::string &name : names)
		text += (text.empty() ? "" : ", ") + name;
	return text;
}

// Enough for any schema, and an end for one that is built by a machine.
constexpr std::size_t kMostTables = 20000;

void add_child(Surroundings &all, const ForeignKey &key, pg::Oid parent)
{
	Found child;
	child.table = pg::table_info(key.child);
	child.reach = Reach::foreign_key;
	child.parent = parent;
	child.declared = all.declared != nullptr && all.declared->node_of(key.child) != nullptr;
	child.owned = owned_by_caller(key.child);
	for (const ForeignKey &other : all.keys)
		if (other.child == key.child && other.parent == parent)
			child.links.push_back(other);
	child.reason = "refers to " + pg::display_name(parent) + " through " + list(key.columns);
	all.add(std::move(child));
}

// What is declared stays where it was declared.
void add_declared(Surroundings &all)
{
	for (const Node &node : all.declared->nodes) {
		if (node.is_subject() || node.links.empty())
			continue;
		Found found;
		found.table = node.table;
		found.reach = Reach::foreign_key;
		found.parent = all.declared->node(node.links.front().parent_id)->table.oid;
		found.declared = true;
		found.owned = owned_by_caller(node.table.oid);
		found.reason = "is declared";
		all.add(std::move(found));
	}
}

}  // namespace

const Found *Surroundings::of(pg::Oid relation) const
{
	const auto at = place.find(relation);
	return at == place.end() ? nullptr : &found[at->second];
}

void Surroundings::add(Found one)
{
	place.emplace(one.table.oid, found.size());
	found.push_back(std::move(one));
}

bool Surroundings::refers(pg::Oid relation, const std::string &column) const
{
	return referring.contains({relation, column});
}

void add_below(Surroundings &all, std::size_t from)
{
	std::multimap<pg::Oid, const ForeignKey *> below;
	for (const ForeignKey &key : all.keys)
		below.emplace(key.parent, &key);
	// Breadth first: a table that hangs on the subject in several ways is reached by the shortest.
	for (std::size_t at = from; at < all.found.size() && at < kMostTables; ++at) {
		const pg::Oid parent = all.found[at].table.oid;
		pg::check_interrupts();
		for (auto [key, end] = below.equal_range(parent); key != end; ++key)
			if (all.of(key->second->child) == nullptr && !all.decided.tables.contains({key->second->child, parent}))
				add_child(all, *key->second, parent);
	}
}

Surroundings surroundings_of(pg::Oid subject, const Subject *declared)
{
	Surroundings all;
	all.subject = subject;
	all.declared = declared;
	all.decided = decided();
	all.keys = foreign_keys();
	for (const ForeignKey &key : all.keys)
		for (const std::string &column : key.columns)
			all.referring.emplace(key.child, column);
	read_catalogue(all);
	Found root;
	root.table = pg::table_info(subject);
	root.declared = declared != nullptr;
	root.owned = true;
	root.reason = "the subject table";
	all.add(std::move(root));
	if (declared != nullptr)
		add_declared(all);
	add_below(all, 0);
	return all;
}

namespace {

// Whether nearly every row of the child has a parent of its own.
bool one_to_one(const Found &child, const ForeignKey &key)
{
	if (!child.owned || key.columns.size() != 1)
		return false;
	bool distinct = false;
	pg::Caught caught;
	pg::attempt_body(
		[&] {
			as_role(child.table.owner, [&](pg::Spi &spi) {
				const std::string name = core::quote_ident(key.columns.front());
				distinct = spi.number("SELECT ((pg_catalog.count(*) OPERATOR(pg_catalog.>=) 4) AND (pg_catalog.count(DISTINCT s.v) OPERATOR(pg_catalog.*) 10) "
									  "OPERATOR(pg_catalog.>=) (pg_catalog.count(*) OPERATOR(pg_catalog.*) 9))::pg_catalog.int4 FROM (SELECT t." +
									  name + "::pg_catalog.text AS v FROM " +
									  pg::qualified(child.table) + " AS t WHERE t." + name + " IS NOT NULL LIMIT 200) s") > 0;
			});
		},
		caught);
	return distinct;
}

bool strong(const Finding &finding)
{
	return finding.kind == core::Kind::credential || finding.kind == core::Kind::user_name;
}

// A part of the person, or something that the person shares with many, or another person?
bool belongs_to_person(const Found &child, const ForeignKey &key, const Found &parent)
{
	if (parent.findings.empty())
		return false;
	const core::TableTaste taste = core::taste_of(core::words_of(parent.table.name));
	if (taste.address && !taste.thing)
		return true;
	if (child.reach != Reach::subject)
		return false;
	if (one_to_one(child, key))
		return true;
	const bool login = std::any_of(parent.findings.begin(), parent.findings.end(), strong);
	const std::vector<core::NameWord> role = core::words_of(key.columns.front());
	const bool somebody = std::any_of(role.begin(), role.end(), [](const core::NameWord &w) { return w.word == core::Word::person && w.text != "user" && w.text != "person"; });
	return login && !somebody;
}

}  // namespace

void add_parents(Surroundings &all)
{
	const std::size_t reached = all.found.size();
	for (const ForeignKey &key : all.keys) {
		const Found *child = all.of(key.child);
		if (child == nullptr || child->reach == Reach::upward || all.of(key.parent) != nullptr || all.decided.tables.contains({key.parent, key.child}) ||
			all.place.at(key.child) >= reached)
			continue;
		pg::check_interrupts();
		Found parent;
		parent.table = pg::table_info(key.parent);
		parent.reach = Reach::upward;
		parent.parent = key.child;
		parent.owned = owned_by_caller(key.parent);
		for (const ForeignKey &other : all.keys)
			if (other.child == key.child && other.parent == key.parent)
				parent.links.push_back(other);
		parent.confidence = 0.8;
		parent.reason = pg::display_name(key.child) + " refers to it through " + list(key.columns);
		parent.findings = findings_of(all, parent);
		const Found from = *child;
		if (belongs_to_person(from, key, parent))
			all.add(std::move(parent));
	}
}

}  // namespace policy
