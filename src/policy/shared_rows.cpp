// Finds out who needs a shared row: persons through the declared links, and foreign keys of anybody else.
#include "policy/shared_rows.hpp"

#include <algorithm>
#include <set>

#include "core/split.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"
#include "policy/row_path.hpp"
#include "policy/value_rows.hpp"

namespace policy {
namespace {

// Foreign keys to a table, those of single partitions for the whole table: the referring table, and the columns of both.
constexpr const char *kReferences = R"(
SELECT DISTINCT r.root, pg_catalog.array_to_string(ARRAY(SELECT a.attname FROM pg_catalog.unnest(c.conkey) WITH ORDINALITY k(n, o)
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.conrelid AND a.attnum OPERATOR(pg_catalog.=) k.n ORDER BY k.o), E'\n'),
       pg_catalog.array_to_string(ARRAY(SELECT a.attname FROM pg_catalog.unnest(c.confkey) WITH ORDINALITY k(n, o)
         JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.confrelid AND a.attnum OPERATOR(pg_catalog.=) k.n ORDER BY k.o), E'\n')
FROM pg_catalog.pg_constraint c,
     LATERAL (SELECT coalesce((SELECT a.relid::pg_catalog.oid FROM pg_catalog.pg_partition_ancestors(c.conrelid) AS a(relid)
                               JOIN pg_catalog.pg_class p ON p.oid OPERATOR(pg_catalog.=) a.relid WHERE NOT p.relispartition LIMIT 1), c.conrelid) AS root) r
WHERE c.contype OPERATOR(pg_catalog.=) 'f'
  AND c.confrelid OPERATOR(pg_catalog.=) ANY (SELECT $1 UNION ALL SELECT p.relid FROM pg_catalog.pg_partition_tree($1::pg_catalog.regclass) AS p)
ORDER BY 1, 2, 3)";

struct Reference {
	pg::Oid relation;
	std::vector<std::string> columns;     // of the referring table
	std::vector<std::string> referred;    // of the shared table
};

bool same_columns(const Link &link, const Reference &reference, bool up)
{
	if (link.columns.size() != reference.columns.size())
		return false;
	return std::all_of(link.columns.begin(), link.columns.end(), [&](const JoinColumn &join) {
		const std::string &referring = up ? join.parent.name : join.child.name;
		const std::string &referred = up ? join.child.name : join.parent.name;
		for (std::size_t i = 0; i < reference.columns.size(); ++i)
			if (reference.columns[i] == referring && reference.referred[i] == referred)
				return true;
		return false;
	});
}

// A declared link makes the referring rows data below the shared row, which go with it, or leads from a person to it.
enum class Kind { stranger, below, person, hop };

Kind kind_of(const Catalogue &all, const Node &node, const Reference &reference)
{
	Kind kind = Kind::stranger;
	for (const Subject &subject : all.subjects) {
		const Node *shared = subject.node_of(node.table.oid);
		const Node *referring = subject.node_of(reference.relation);
		if (shared == nullptr || referring == nullptr)
			continue;
		for (const Link &link : referring->links)
			if (link.parent_id == shared->id && !link.up && same_columns(link, reference, false))
				return Kind::below;
		for (const Link &link : shared->links)
			if (link.parent_id == referring->id && link.up && same_columns(link, reference, true))
				kind = referring->is_subject() && kind != Kind::hop ? Kind::person : Kind::hop;
	}
	return kind;
}

std::vector<Reference> references_to(pg::Oid relation)
{
	std::vector<Reference> references;
	pg::Spi spi;
	for (const pg::Row &row : spi.query(kReferences, pg::Params().add_oid(relation)))
		references.push_back({static_cast<pg::Oid>(std::stoul(*row[0])), core::split(*row[1]), core::split(*row[2])});
	spi.finish();
	return references;
}

// The values by which rows are referred to, as texts: [column][row], and which row each is of.
struct Referred {
	RowKeys values;
	std::vector<std::size_t> rows;
};

Referred referred_values(const Node &node, const RowKeys &rows, const Reference &reference)
{
	Referred referred;
	referred.values.resize(reference.referred.size());
	std::string list = "k.ord";
	pg::Params params;
	for (const std::string &name : reference.referred)
		list += ", erasure._key(" + column("t", *node.column(name)) + ")";
	for (const std::vector<std::string> &key : rows)
		params.add(key);
	as_role(node.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT " + list + " FROM " + key_set(node.key) + ", " + node.sql_name() + " AS t WHERE " + key_matches("t", node.key), params)) {
			if (std::any_of(row.begin(), row.end(), [](const pg::Text &value) { return !value; }))
				continue;
			referred.rows.push_back(static_cast<std::size_t>(std::stoll(*row[0])) - 1);
			for (std::size_t c = 0; c < referred.values.size(); ++c)
				referred.values[c].push_back(std::move(*row[1 + c]));
		}
	});
	return referred;
}

// Marks rows that some row of the referring table refers to; in a hop only those whose row is nobody's. Read as the owner of
// that table, as foreign-key checks are.
void mark_referred(const Catalogue &all, const Node &node, const RowKeys &rows, const Reference &reference, bool hop, std::vector<bool> &needed)
{
	const Referred referred = referred_values(node, rows, reference);
	if (referred.rows.empty())
		return;
	const pg::TableInfo table = pg::table_info(reference.relation);
	const std::vector<pg::ColumnInfo> columns = pg::columns(reference.relation);
	const Node *declared = nullptr;
	for (const Subject &subject : all.subjects)
		declared = declared == nullptr ? subject.node_of(reference.relation) : declared;
	std::vector<pg::ColumnInfo> referring_columns;
	pg::Params params;
	for (std::size_t i = 0; i < reference.columns.size(); ++i) {
		referring_columns.push_back(*std::find_if(columns.begin(), columns.end(), [&](const pg::ColumnInfo &c) { return c.name == reference.columns[i]; }));
		params.add(referred.values[i]);
	}
	const bool keyed = hop && declared != nullptr && !declared->key.empty();
	std::string keys;
	for (std::size_t i = 0; keyed && i < declared->key.size(); ++i)
		keys += ", erasure._key(" + column("r", declared->key[i]) + ")";
	std::vector<std::size_t> found;
	RowKeys referring(keyed ? declared->key.size() : 0);
	as_role(table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT DISTINCT k.ord" + keys + " FROM " + key_set(referring_columns) + ", " + pg::qualified(table) + " AS r WHERE " +
										  key_matches("r", referring_columns),
									  params)) {
			found.push_back(referred.rows[static_cast<std::size_t>(std::stoll(*row[0])) - 1]);
			for (std::size_t c = 0; c < referring.size(); ++c)
				referring[c].push_back(std::move(*row[1 + c]));
		}
	});
	if (!keyed) {
		for (const std::size_t row : found)
			needed[row] = needed[row] || !hop;
		return;
	}
	const auto owners = owners_of(all, *declared, referring);
	for (std::size_t i = 0; i < found.size(); ++i)
		needed[found[i]] = needed[found[i]] || owners[i].empty();
}

// The candidates: their subject's place and their keys, in the order of the keys.
RowSet candidate_rows(const Subject &subject, const Node &node, const KeySet &keys, bool lock)
{
	const Path path = candidates_of(subject, node, keys.sets);
	std::string list = path.ord;
	std::string order;
	for (const pg::ColumnInfo &key : node.key) {
		list += ", erasure._key(" + column("t", key) + ")";
		order += (order.empty() ? "" : ", ") + column("t", key);
	}
	RowSet found{node.id, {}, RowKeys(node.key.size())};
	as_role(node.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT " + list + " FROM " + path.with(node) + " WHERE " + path.where + " ORDER BY " + order + (lock ? " FOR UPDATE OF t" : ""),
									  keys.params())) {
			found.ord.push_back(std::stoll(*row[0]));
			for (std::size_t c = 0; c < found.keys.size(); ++c)
				found.keys[c].push_back(std::move(*row[1 + c]));
		}
	});
	return found;
}

}  // namespace

std::vector<bool> needed_by_others(const Catalogue &all, const Subject &subject, const Node &node, const RowKeys &rows, const std::vector<std::string> &call)
{
	const auto owners = owners_of(all, node, rows);
	const std::set<std::string> leaving(call.begin(), call.end());
	std::vector<bool> needed(owners.size(), false);
	for (std::size_t i = 0; i < owners.size(); ++i)
		needed[i] = std::any_of(owners[i].begin(), owners[i].end(), [&](const Owner &owner) {
			return !owner.is_final() && !(owner.subject->id == subject.id && leaving.contains(owner.key));
		});
	// What a value links is nobody's but those who hold it, whatever refers to it.
	for (const Reference &reference : node.upward() ? references_to(node.table.oid) : std::vector<Reference>()) {
		const Kind kind = kind_of(all, node, reference);
		if (kind == Kind::stranger || kind == Kind::hop)
			mark_referred(all, node, rows, reference, kind == Kind::hop, needed);
	}
	return needed;
}

RowSet share_out(const Catalogue &all, const Subject &subject, const Node &node, KeySet &keys, Share share)
{
	if (node.has_value_link())
		keys.sets.add(tied_rows(subject, node, keys));
	RowSet found = candidate_rows(subject, node, keys, share == Share::take);
	RowSet left{node.id, {}, RowKeys(node.key.size())};
	if (share == Share::all || found.ord.empty()) {
		keys.sets.add(std::move(found));
		return left;
	}
	RowSet taken = left;
	const std::vector<bool> needed = needed_by_others(all, subject, node, found.keys, keys.texts);
	for (std::size_t i = 0; i < found.ord.size(); ++i) {
		RowSet &into = needed[i] ? left : taken;
		into.ord.push_back(found.ord[i]);
		for (std::size_t c = 0; c < found.keys.size(); ++c)
			into.keys[c].push_back(std::move(found.keys[c][i]));
	}
	keys.sets.add(std::move(taken));
	return left;
}

void share_out_all(const Catalogue &all, const Subject &subject, KeySet &keys, Share share)
{
	for (const Node &node : subject.nodes)
		if (node.shares_rows())
			(void)share_out(all, subject, node, keys, share);
}

}  // namespace policy
