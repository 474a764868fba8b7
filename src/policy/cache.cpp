// Loads the policy from the extension's tables and keeps it for this backend until somebody changes it.
#include <algorithm>
#include <map>

#include "core/split.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/carried.hpp"
#include "policy/engine_sql.hpp"
#include "policy/model.hpp"
#include "policy/value_link.hpp"

namespace policy {
namespace {

// Function-static pointers only: nothing to construct when the library is loaded.
struct Cache {
	std::shared_ptr<const Catalogue> current;
	std::vector<pg::Oid> watched;  // sorted: the policy's own table, and every table this backend ever saw declared
	bool stale = true;
	std::uint64_t generation = 0;
};

constinit Cache *cache = nullptr;

// A load that fails leaves the cache stale.
struct UnlessDone {
	bool *stale;
	bool done = false;
	~UnlessDone() { *stale = *stale || !done; }
};

// A list that SQL joined by newlines.
std::vector<std::string> split(const pg::Text &text)
{
	return core::split(text.value_or(""));
}

// An attribute by number, or by name where the row came from a dump.
const pg::ColumnInfo *find_column(const Node &node, bool restored, const std::string &number, const std::string &name)
{
	const pg::ColumnInfo *by_number = node.column(static_cast<pg::AttrNumber>(std::stoi(number)));
	return restored ? node.column(name) : by_number;
}

struct LoadedRow {
	Node node;
	bool restored = false;
	std::string deleted_number, deleted_name;
	SubjectOptions options;
};

constexpr const char *kTables = R"(
SELECT d.id, d.subject_id, d.relation::pg_catalog.oid,
       (d.relation::pg_catalog.oid OPERATOR(pg_catalog.<>) d.relation_oid OR d.origin OPERATOR(pg_catalog.<>) $1), d.on_erase, d.deleted_at_attnum,
       d.deleted_at_name, d.grace, d.views,
       pg_catalog.array_to_string(d.key_attnums, E'\n'), pg_catalog.array_to_string(d.key_names::pg_catalog.text[], E'\n'), d.numbering,
       d.direct_delete, d.direct_soft_delete, d.enforce, d.hide_deleted, d.require_approval, d.keys_barred
FROM erasure.declared_table d
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) d.relation::pg_catalog.oid
ORDER BY d.id)";

bool is_true(const pg::Text &text) { return text && *text == "t"; }

// A number of the database that a restored row was written in, and the one of here.
void renumber(LoadedRow &loaded, const std::string &number, const pg::ColumnInfo &now)
{
	if (loaded.restored)
		loaded.node.renumbered[{loaded.node.numbering - 1, static_cast<pg::AttrNumber>(std::stoi(number))}] = now.number;
}

// The key of the declaration, as long as it is one. A table that had none, a mere hop, takes what it has by now.
void load_key(LoadedRow &loaded, const std::vector<std::string> &numbers, const std::vector<std::string> &names)
{
	Node &node = loaded.node;
	std::vector<pg::AttrNumber> key;
	for (std::size_t i = 0; i < numbers.size(); ++i) {
		if (const pg::ColumnInfo *column = find_column(node, loaded.restored, numbers[i], names[i])) {
			key.push_back(column->number);
			renumber(loaded, numbers[i], *column);
		}
	}
	if (numbers.empty())
		key = pg::row_key(node.table.oid);
	else if (key.size() != numbers.size() || !pg::is_row_key(node.table.oid, key))
		return;
	for (const pg::AttrNumber number : key)
		node.key.push_back(*node.column(number));
}

LoadedRow load_table(const pg::Row &row)
{
	LoadedRow loaded;
	Node &node = loaded.node;
	node.id = std::stoi(*row[0]);
	node.subject_id = std::stoi(*row[1]);
	const auto relation = static_cast<pg::Oid>(std::stoul(*row[2]));
	loaded.restored = node.restored = is_true(row[3]);
	node.numbering = std::stoi(*row[11]) + (loaded.restored ? 1 : 0);
	node.on_erase = *row[4];
	loaded.deleted_number = row[5].value_or("0");
	loaded.deleted_name = row[6].value_or("");
	loaded.options = {row[7].value_or(""), row[12].value_or(""), row[13].value_or(""), row[14].value_or(""), is_true(row[8]), is_true(row[15]), is_true(row[16]), is_true(row[17])};
	node.table = pg::table_info(relation);
	node.columns = pg::columns(relation);
	load_key(loaded, split(row[9]), split(row[10]));
	return loaded;
}

void load_personal(pg::Spi &spi, std::map<std::int32_t, LoadedRow *> &by_id)
{
	const pg::Rows rows = spi.query(
		"SELECT table_id, attnum, column_name, mask, args FROM erasure.personal_column ORDER BY table_id, attnum");
	for (const pg::Row &row : rows) {
		const auto found = by_id.find(std::stoi(*row[0]));
		if (found == by_id.end())
			continue;
		Node &node = found->second->node;
		if (const pg::ColumnInfo *column = find_column(node, found->second->restored, *row[1], *row[2])) {
			node.personal.push_back({*column, *row[3], *row[4]});
			renumber(*found->second, *row[1], *column);
		} else if (found->second->restored) {
			node.lost.push_back(*row[2]);  // by number it would have been dropped, with nothing left to mask
		}
	}
}

// Numbers that were left behind by earlier restores; in a row that was restored again they are of the last database.
void load_renumbered(pg::Spi &spi, std::map<std::int32_t, LoadedRow *> &by_id)
{
	for (const pg::Row &row : spi.query("SELECT table_id, numbering, old_attnum, attnum FROM erasure.renumbered_column")) {
		const auto found = by_id.find(std::stoi(*row[0]));
		if (found == by_id.end())
			continue;
		Node &node = found->second->node;
		auto number = static_cast<pg::AttrNumber>(std::stoi(*row[3]));
		if (found->second->restored) {
			const auto now = node.renumbered.find({node.numbering - 1, number});
			if (now == node.renumbered.end())
				continue;
			number = now->second;
		}
		node.renumbered[{std::stoi(*row[1]), static_cast<pg::AttrNumber>(std::stoi(*row[2]))}] = number;
	}
}

// The same for all subjects of a table: it is the row that has to be kept.
void load_retention(pg::Spi &spi, std::map<std::int32_t, LoadedRow *> &by_id)
{
	for (const pg::Row &row : spi.query("SELECT table_id, keep, since_attnum, since_name, basis FROM erasure.retention")) {
		const auto found = by_id.find(std::stoi(*row[0]));
		if (found == by_id.end())
			continue;
		Node &node = found->second->node;
		Retention retention{*row[1], *row[3], *row[4], {}};
		if (const pg::ColumnInfo *column = find_column(node, found->second->restored, *row[2], *row[3]))
			retention.since = *column;
		node.retention = std::move(retention);
	}
}

constexpr const char *kLinks = R"(
SELECT l.id, l.table_id, l.parent_id,
       pg_catalog.array_to_string(l.attnums, E'\n'), pg_catalog.array_to_string(l.names::pg_catalog.text[], E'\n'),
       pg_catalog.array_to_string(l.parent_attnums, E'\n'), pg_catalog.array_to_string(l.parent_names::pg_catalog.text[], E'\n'),
       l.condition, pg_catalog.array_to_string(l.condition_attnums, E'\n'), pg_catalog.array_to_string(l.condition_names::pg_catalog.text[], E'\n'),
       l.upward, l.match
FROM erasure.link l ORDER BY l.id)";

// The condition of a link. In a restored row the numbers in it are those of the table it was declared on: the columns are
// found by name and keep those numbers as labels. False: a column is gone.
bool resolve_condition(const LoadedRow &child, const pg::Row &row, Link &link)
{
	link.condition = row[7].value_or("");
	const std::vector<std::string> numbers = split(row[8]);
	const std::vector<std::string> names = split(row[9]);
	for (std::size_t i = 0; i < numbers.size(); ++i) {
		const pg::ColumnInfo *column = find_column(child.node, child.restored, numbers[i], names[i]);
		if (column == nullptr)
			return false;
		link.condition_columns.push_back({static_cast<int>(std::stoi(numbers[i])), *column});
	}
	return true;
}

// A column that is gone leaves the link without columns, and the coverage gate then refuses to work with it.
Link resolve_link(const LoadedRow &child, const LoadedRow &parent, const pg::Row &row)
{
	Link link;
	link.id = std::stoi(*row[0]);
	link.parent_id = std::stoi(*row[2]);
	link.up = is_true(row[10]);
	link.match = row[11].value_or("");
	const std::vector<std::string> numbers = split(row[3]);
	const std::vector<std::string> names = split(row[4]);
	const std::vector<std::string> parent_numbers = split(row[5]);
	const std::vector<std::string> parent_names = split(row[6]);
	bool whole = resolve_condition(child, row, link);
	for (std::size_t i = 0; whole && i < numbers.size(); ++i) {
		const pg::ColumnInfo *own = find_column(child.node, child.restored, numbers[i], names[i]);
		const pg::ColumnInfo *up = find_column(parent.node, parent.restored, parent_numbers[i], parent_names[i]);
		whole = own != nullptr && up != nullptr;
		if (whole)
			link.columns.push_back({*own, *up});
	}
	if (!whole)
		link.columns.clear();
	return link;
}

void load_links(pg::Spi &spi, std::map<std::int32_t, LoadedRow *> &by_id)
{
	for (const pg::Row &row : spi.query(kLinks)) {
		const auto child = by_id.find(std::stoi(*row[1]));
		const auto parent = by_id.find(std::stoi(*row[2]));
		if (child != by_id.end() && parent != by_id.end())
			(child->second->node.is_subject() ? child->second->node.own_links : child->second->node.links).push_back(resolve_link(*child->second, *parent->second, row));
	}
}

// A role's number means something in its own cluster only; there it is the role, whatever it is called, and another one
// that was given its name later is not.
void load_permissions(pg::Spi &spi, Catalogue &catalogue)
{
	const pg::Rows rows = spi.query("SELECT subject_id, role_oid, role_name, action, (pg_catalog.split_part(origin, '/', 1) OPERATOR(pg_catalog.<>) "
									"pg_catalog.split_part($1, '/', 1)) FROM erasure.permission",
									pg::Params().add(pg::origin()));
	for (const pg::Row &row : rows) {
		const pg::Oid named = pg::role_by_name(*row[2]);
		const bool by_name = is_true(row[4]);
		const pg::Oid role = by_name ? named : static_cast<pg::Oid>(std::stoul(*row[1]));
		catalogue.unsettled = catalogue.unsettled || by_name || role != named;
		for (Subject &subject : catalogue.subjects)
			if (subject.id == std::stoi(*row[0]) && role != pg::kInvalidOid)
				subject.permissions.push_back({role, *row[3]});
	}
}

Subject make_subject(const LoadedRow &row)
{
	Subject subject;
	subject.id = row.node.id;
	subject.options = row.options;
	if (const pg::ColumnInfo *column = find_column(row.node, row.restored, row.deleted_number, row.deleted_name))
		subject.deleted_at = *column;
	subject.nodes.push_back(row.node);
	return subject;
}

std::shared_ptr<const Catalogue> load()
{
	auto catalogue = std::make_shared<Catalogue>();
	as_extension([&](pg::Spi &spi) {
		std::vector<LoadedRow> rows;
		// One that is dropped meanwhile takes its rows along, and we are told: the cache is stale then, and all is read again.
		for (const pg::Row &row : spi.query(kTables, pg::Params().add(pg::origin())))
			if (pg::wait_for(static_cast<pg::Oid>(std::stoul(*row[2]))))
				rows.push_back(load_table(row));
		std::map<std::int32_t, LoadedRow *> by_id;
		for (LoadedRow &row : rows) {
			by_id[row.node.id] = &row;
			catalogue->unsettled = catalogue->unsettled || row.restored;
		}
		load_personal(spi, by_id);
		load_renumbered(spi, by_id);
		load_retention(spi, by_id);
		load_links(spi, by_id);
		for (const LoadedRow &row : rows)
			if (row.node.is_subject())
				catalogue->subjects.push_back(make_subject(row));
		for (Subject &subject : catalogue->subjects) {
			for (const LoadedRow &row : rows)
				if (row.node.subject_id == subject.id && !row.node.is_subject())
					subject.nodes.push_back(row.node);
			subject.arrange();
			find_tokens(subject);
			set_provisos(subject);
		}
		load_permissions(spi, *catalogue);
	});
	return catalogue;
}

// None is ever taken out: where a DROP is rolled back, the table comes back with its own invalidation and no other.
void watch(std::vector<pg::Oid> &watched, const Catalogue &catalogue)
{
	for (const char *table : {"declared_table", "link", "personal_column", "renumbered_column", "retention", "permission"})
		watched.push_back(pg::relation_by_name("erasure", table));
	for (const Subject &subject : catalogue.subjects)
		for (const Node &node : subject.nodes)
			watched.push_back(node.table.oid);
	std::sort(watched.begin(), watched.end());
	watched.erase(std::unique(watched.begin(), watched.end()), watched.end());
}

}  // namespace

std::shared_ptr<const Catalogue> catalogue()
{
	if (cache == nullptr)
		cache = new Cache;
	while (cache->stale || !cache->current) {
		// Cleared first: a change that arrives while we load must be seen.
		cache->stale = false;
		UnlessDone restale{&cache->stale};
		auto loaded = load();
		watch(cache->watched, *loaded);
		cache->current = std::move(loaded);
		++cache->generation;
		restale.done = true;
	}
	return cache->current;
}

Held require_subject(pg::Oid relation)
{
	auto keep = catalogue();
	const Subject *subject = keep->subject_of(relation);
	if (subject == nullptr)
		throw pg::Failure(pg::code::policy_cannot_work,
						  "table \"" + pg::display_name(relation) + "\" is not protected",
						  "Only tables declared with erasure.protect have subjects.",
						  "SELECT erasure.protect('" + pg::display_name(relation) + "', personal => '{...}');");
	return {std::move(keep), subject};
}

// plain: no allocation, called from PostgreSQL's invalidation
void mark_stale(pg::Oid relation) noexcept
{
	if (cache == nullptr || cache->stale)
		return;
	if (relation == pg::kInvalidOid || std::binary_search(cache->watched.begin(), cache->watched.end(), relation))
		cache->stale = true;
}

// plain: read on every guarded row
std::uint64_t generation() noexcept
{
	return cache == nullptr || cache->stale ? 0 : cache->generation;
}

void publish_change()
{
	pg::invalidate(policy_relation());
}

}  // namespace policy

// erasure._policy_written() RETURNS trigger: for what is written to the policy's tables by others than its functions
ERASURE_FUNCTION(erasure_policy_written)
{
	policy::publish_change();
	return call.nothing();
}
