// Loads the policy from the extension's tables and keeps it for this backend until somebody changes it.
#include <algorithm>
#include <map>

#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/model.hpp"

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

// From an array's output text: '{1,2}' of numbers, or names through unnest in SQL, joined by newlines.
std::vector<std::string> split(const pg::Text &text)
{
	std::vector<std::string> parts;
	if (!text || text->empty())
		return parts;
	std::size_t from = 0;
	for (std::size_t at; (at = text->find('\n', from)) != std::string::npos; from = at + 1)
		parts.push_back(text->substr(from, at - from));
	parts.push_back(text->substr(from));
	return parts;
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
	std::vector<std::string> join_numbers, join_names, parent_numbers, parent_names;
	std::string deleted_number, deleted_name, grace;
	bool views = true;
};

constexpr const char *kTables = R"(
SELECT d.id, d.subject_id, d.parent_id, d.relation::pg_catalog.oid,
       (d.relation::pg_catalog.oid OPERATOR(pg_catalog.<>) d.relation_oid),
       pg_catalog.array_to_string(d.join_attnums, E'\n'), pg_catalog.array_to_string(d.join_names::pg_catalog.text[], E'\n'),
       pg_catalog.array_to_string(d.parent_attnums, E'\n'), pg_catalog.array_to_string(d.parent_names::pg_catalog.text[], E'\n'),
       d.on_erase, d.deleted_at_attnum, d.deleted_at_name, d.grace, d.views
FROM erasure.declared_table d
JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) d.relation::pg_catalog.oid
ORDER BY d.subject_id, d.parent_id NULLS FIRST, d.id)";

bool is_true(const pg::Text &text) { return text && *text == "t"; }

LoadedRow load_table(const pg::Row &row)
{
	LoadedRow loaded;
	Node &node = loaded.node;
	node.id = std::stoi(*row[0]);
	node.subject_id = std::stoi(*row[1]);
	node.parent_id = row[2] ? std::stoi(*row[2]) : 0;
	const auto relation = static_cast<pg::Oid>(std::stoul(*row[3]));
	loaded.restored = node.restored = is_true(row[4]);
	loaded.join_numbers = split(row[5]);
	loaded.join_names = split(row[6]);
	loaded.parent_numbers = split(row[7]);
	loaded.parent_names = split(row[8]);
	node.on_erase = *row[9];
	loaded.deleted_number = row[10].value_or("0");
	loaded.deleted_name = row[11].value_or("");
	loaded.grace = row[12].value_or("");
	loaded.views = is_true(row[13]);
	node.table = pg::table_info(relation);
	node.columns = pg::columns(relation);
	for (pg::AttrNumber number : pg::primary_key(relation))
		if (const pg::ColumnInfo *column = node.column(number))
			node.key.push_back(*column);
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
		if (const pg::ColumnInfo *column = find_column(node, found->second->restored, *row[1], *row[2]))
			node.personal.push_back({*column, *row[3], *row[4]});
		else if (found->second->restored)
			node.lost.push_back(*row[2]);  // by number it would have been dropped, with nothing left to mask
	}
}

// Resolves the join of a related table against its parent; a column that is gone leaves the join empty, and the
// coverage gate then refuses to work with it.
void resolve_join(LoadedRow &loaded, const Node &parent)
{
	for (std::size_t i = 0; i < loaded.join_numbers.size(); ++i) {
		const pg::ColumnInfo *child = find_column(loaded.node, loaded.restored, loaded.join_numbers[i], loaded.join_names[i]);
		const pg::ColumnInfo *up = find_column(parent, loaded.restored, loaded.parent_numbers[i], loaded.parent_names[i]);
		if (child == nullptr || up == nullptr) {
			loaded.node.join.clear();
			return;
		}
		loaded.node.join.push_back({*child, *up});
	}
}

void load_permissions(pg::Spi &spi, Catalogue &catalogue, const std::map<std::int32_t, bool> &restored)
{
	const pg::Rows rows = spi.query("SELECT subject_id, role_oid, role_name, action FROM erasure.permission");
	for (const pg::Row &row : rows) {
		const std::int32_t id = std::stoi(*row[0]);
		for (Subject &subject : catalogue.subjects) {
			if (subject.id != id)
				continue;
			const auto found = restored.find(id);
			const bool by_name = found != restored.end() && found->second;
			const pg::Oid role = by_name ? pg::role_by_name(*row[2]) : static_cast<pg::Oid>(std::stoul(*row[1]));
			if (role != pg::kInvalidOid)
				subject.permissions.push_back({role, *row[3]});
		}
	}
}

Subject make_subject(const LoadedRow &row)
{
	Subject subject;
	subject.id = row.node.id;
	subject.grace = row.grace;
	subject.views = row.views;
	if (const pg::ColumnInfo *column = find_column(row.node, row.restored, row.deleted_number, row.deleted_name))
		subject.deleted_at = *column;
	subject.nodes.push_back(row.node);
	return subject;
}

// Parents come before children, however they were declared.
void hang_related(Subject &subject, std::vector<LoadedRow> &rows)
{
	for (bool progress = true; progress;) {
		progress = false;
		for (LoadedRow &row : rows) {
			if (row.node.subject_id != subject.id || row.node.parent_id == 0 || subject.node(row.node.id) != nullptr)
				continue;
			const Node *parent = subject.node(row.node.parent_id);
			if (parent == nullptr)
				continue;
			resolve_join(row, *parent);
			subject.nodes.push_back(row.node);
			for (Node &node : subject.nodes)
				node.has_children = node.has_children || node.id == row.node.parent_id;
			progress = true;
		}
	}
}

std::shared_ptr<const Catalogue> load()
{
	auto catalogue = std::make_shared<Catalogue>();
	as_extension([&](pg::Spi &spi) {
		std::vector<LoadedRow> rows;
		for (const pg::Row &row : spi.query(kTables))
			rows.push_back(load_table(row));
		std::map<std::int32_t, LoadedRow *> by_id;
		std::map<std::int32_t, bool> restored;
		for (LoadedRow &row : rows) {
			by_id[row.node.id] = &row;
			restored[row.node.id] = row.restored;
		}
		load_personal(spi, by_id);
		for (const LoadedRow &row : rows)
			if (row.node.parent_id == 0)
				catalogue->subjects.push_back(make_subject(row));
		for (Subject &subject : catalogue->subjects)
			hang_related(subject, rows);
		load_permissions(spi, *catalogue, restored);
	});
	return catalogue;
}

// None is ever taken out: where a DROP is rolled back, the table comes back with its own invalidation and no other.
void watch(std::vector<pg::Oid> &watched, const Catalogue &catalogue)
{
	watched.push_back(policy_relation());
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
