// Climbs from rows to their subjects in one recursive query for each subject table, then looks their states up.
#include "policy/row_owners.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/sqltext.hpp"
#include "policy/engine_sql.hpp"
#include "policy/handles.hpp"
#include "policy/row_path.hpp"
#include "policy/value_rows.hpp"

namespace policy {
namespace {

std::string is_at(const Node &node, const std::string &alias)
{
	return "c.node OPERATOR(pg_catalog.=) " + std::to_string(node.id) + " AND " + alias + ".tableoid OPERATOR(pg_catalog.=) c.relation AND " + alias +
		   ".ctid OPERATOR(pg_catalog.=) c.place";
}

// Every step up that can be taken from a row of the node, under one snapshot: rows go by their place in the table, for a
// table on the way may have no primary key.
std::string steps_up(const Subject &subject, const Node &node)
{
	std::string steps;
	for (const Node &child : subject.nodes) {
		if (child.id != node.id && !subject.leads_to(node, child))
			continue;
		for (const Link &link : child.links) {
			const Node &parent = *subject.node(link.parent_id);
			if (link.columns.empty())
				continue;
			steps += (steps.empty() ? "" : " UNION ALL ") + ("SELECT " + std::to_string(parent.id) + ", p.tableoid, p.ctid FROM " + child.sql_name() +
															 " AS n, " + parent.sql_name() + " AS p WHERE " + is_at(child, "n") + " AND " +
															 link_condition(link, "n", "p"));
		}
	}
	return steps;
}

// Rows on the way up that values may have tied to persons: (row's place, none, table, key, none).
std::string tied_on_the_way(const Subject &subject, const Node &node)
{
	std::string sql;
	std::string nulls;
	for (std::size_t i = 0; i < subject.root().key.size(); ++i)
		nulls += ", NULL";
	for (const Node &tied : subject.nodes) {
		if (!tied.has_value_link() || !(tied.id == node.id || subject.leads_to(node, tied)))
			continue;
		std::string cells;
		for (const pg::ColumnInfo &key : tied.key)
			cells += (cells.empty() ? "" : ", ") + ("erasure._key(" + column("t", key) + ")");
		sql += " UNION ALL SELECT DISTINCT c.ord, NULL, c.node, ARRAY[" + cells + "]::pg_catalog.text" + nulls + " FROM c, " + tied.sql_name() + " AS t WHERE " + is_at(tied, "t");
	}
	return sql;
}

// (row's place, subject's key, none, none, the parts of that key) for every owner that links lead to.
std::string owners_query(const Subject &subject, const Node &node)
{
	const Node &root = subject.root();
	std::string columns;
	for (const pg::ColumnInfo &key : root.key)
		columns += ", erasure._key(" + column("t", key) + ")";
	return "WITH RECURSIVE c(ord, node, relation, place) AS (SELECT k.ord, " + std::to_string(node.id) + ", t.tableoid, t.ctid FROM " + key_set(node.key) +
		   ", " + node.sql_name() + " AS t WHERE " + key_matches("t", node.key) + " UNION SELECT c.ord, s.node, s.relation, s.place FROM c, LATERAL (" +
		   steps_up(subject, node) + ") AS s(node, relation, place)) SELECT DISTINCT c.ord, " + key_text("t", root.key) +
		   ", NULL::pg_catalog.int4, NULL::pg_catalog.text" + columns + " FROM c, " + root.sql_name() + " AS t WHERE " + is_at(root, "t") + tied_on_the_way(subject, node);
}

// Whose vault is destroyed can give no original back: as good as erased here.
constexpr const char *kStates = R"(
SELECT k.ord, CASE WHEN s.destroyed_at IS NULL THEN s.state ELSE 'erased' END, s.request FROM pg_catalog.unnest($2) WITH ORDINALITY AS k(key, ord)
JOIN erasure.subject_state s ON s.subject_id OPERATOR(pg_catalog.=) $1 AND s.key OPERATOR(pg_catalog.=) k.key
WHERE s.state OPERATOR(pg_catalog.=) ANY ('{masked,erased}'))";

struct Found {
	std::size_t row;
	std::string key;
	auto operator<=>(const Found &) const = default;
};

// By table, the rows on the way up that values may have tied to persons.
struct OnTheWay {
	std::vector<std::string> rows;
	std::vector<std::size_t> of;
};

void add_tied(const std::map<std::int32_t, OnTheWay> &on_the_way, std::set<Found> &found)
{
	for (const auto &[table, way] : on_the_way)
		for (Tie &tie : ties_of(table, way.rows))
			found.insert({way.of[tie.row], std::move(tie.key)});
}

void add_owners(const Subject &subject, const Node &node, const std::set<Found> &found, std::vector<std::vector<Owner>> &owners)
{
	std::vector<std::string> keys;
	for (const Found &f : found)
		keys.push_back(f.key);
	pg::Rows states;
	as_extension([&](pg::Spi &spi) { states = spi.query(kStates, pg::Params().add_int4(subject.id).add(keys)); });
	std::vector<Owner> all;
	for (const Found &f : found)
		all.push_back({&subject, &node, f.key});
	for (const pg::Row &row : states) {
		Owner &owner = all[static_cast<std::size_t>(std::stoll(*row[0])) - 1];
		owner.masked = *row[1] == "masked";
		owner.erased = *row[1] == "erased";
		owner.request = row[2] ? std::stoll(*row[2]) : 0;
	}
	std::size_t at = 0;
	for (const Found &f : found)
		owners[f.row].push_back(std::move(all[at++]));
}

}  // namespace

std::vector<std::vector<Owner>> owners_of(const Catalogue &all, const Node &node, const RowKeys &rows)
{
	const std::size_t count = rows.empty() ? 0 : rows[0].size();
	std::vector<std::vector<Owner>> owners(count);
	pg::Params params;
	for (const std::vector<std::string> &key : rows)
		params.add(key);
	for (const Subject &subject : all.subjects) {
		const Node *as_declared = subject.node_of(node.table.oid);
		if (count == 0 || as_declared == nullptr || as_declared->is_subject() || as_declared->links.empty())
			continue;
		std::vector<std::size_t> places;
		KeySet keys;
		keys.columns.resize(subject.root().key.size());
		std::map<std::int32_t, OnTheWay> on_the_way;
		as_role(node.table.owner, [&](pg::Spi &spi) {
			for (pg::Row &row : spi.query(owners_query(subject, *as_declared), params)) {
				const std::size_t place = static_cast<std::size_t>(std::stoll(*row[0])) - 1;
				if (row[1]) {
					places.push_back(place);
					keys.texts.push_back(std::move(*row[1]));
					for (std::size_t c = 0; c < keys.columns.size(); ++c)
						keys.columns[c].push_back(std::move(*row[4 + c]));
					continue;
				}
				OnTheWay &way = on_the_way[std::stoi(*row[2])];
				way.rows.push_back(std::move(*row[3]));
				way.of.push_back(place);
			}
		});
		hide(subject, keys);
		std::set<Found> found;
		for (std::size_t i = 0; i < places.size(); ++i)
			found.insert({places[i], std::move(keys.texts[i])});
		add_tied(on_the_way, found);
		if (!found.empty())
			add_owners(subject, *as_declared, found, owners);
	}
	return owners;
}

std::vector<std::string> array_texts(const RowKeys &rows)
{
	std::vector<std::string> arrays;
	for (std::size_t i = 0; !rows.empty() && i < rows[0].size(); ++i) {
		std::vector<std::string> cells;
		for (const std::vector<std::string> &column : rows)
			cells.push_back(column[i]);
		arrays.push_back(core::array_text(cells));
	}
	return arrays;
}

std::vector<pg::AttrNumber> common_personal(const Node &one, const Node &other)
{
	std::vector<pg::AttrNumber> common;
	for (const PersonalColumn &mine : one.personal)
		if (std::any_of(other.personal.begin(), other.personal.end(), [&](const PersonalColumn &theirs) { return theirs.column.number == mine.column.number; }))
			common.push_back(mine.column.number);
	return common;
}

bool may_have_other_owners(const Catalogue &all, const Subject &subject, const Node &node)
{
	if (node.is_subject() || node.personal.empty() || subject.is_shared(node))
		return false;
	if (may_be_shared(subject, node))
		return true;
	return std::any_of(all.subjects.begin(), all.subjects.end(), [&](const Subject &other) {
		const Node *theirs = other.id == subject.id ? nullptr : other.node_of(node.table.oid);
		return theirs != nullptr && !theirs->is_subject() && !common_personal(node, *theirs).empty();
	});
}

}  // namespace policy
