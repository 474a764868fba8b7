// Keeps and finds what links by value have tied to persons who are gone.
#include "policy/value_rows.hpp"

#include <algorithm>
#include <set>

#include "policy/engine_sql.hpp"
#include "policy/mask_plan.hpp"
#include "policy/row_path.hpp"
#include "policy/value_link.hpp"
#include "vault/keyed_hash.hpp"

namespace policy {
namespace {

std::string purpose(const Link &link)
{
	return "value of link " + std::to_string(link.id);
}

// The columns' values, each preceded by its length; nothing where one is null.
std::optional<std::string> joined(const pg::Row &row, std::size_t from)
{
	std::string text;
	for (std::size_t c = from; c < row.size(); ++c) {
		if (!row[c])
			return std::nullopt;
		text += std::to_string(row[c]->size()) + ":" + *row[c];
	}
	return text;
}

std::string normal_forms(const Link &link, const std::string &alias, pg::ColumnInfo JoinColumn::*side)
{
	std::string list;
	for (const JoinColumn &join : link.columns)
		list += (list.empty() ? "" : ", ") + normal_form(link, column(alias, join.*side));
	return list;
}

// The values of the subjects' rows of the parent by which a link leads to rows: (subject's place, value). What is its own
// mask, as an empty text is, links nothing.
std::vector<std::pair<std::size_t, std::string>> values_of(const Subject &subject, const Node &parent, const Link &link, const KeySet &keys)
{
	const Path path = path_to(subject, parent, keys.sets);
	std::string condition = path.where;
	for (const JoinColumn &join : link.columns)
		for (const PersonalColumn &personal : parent.personal)
			if (personal.column.number == join.parent.number)
				condition += " AND " + is_unmasked(parent, personal, "t");
	std::vector<std::pair<std::size_t, std::string>> values;
	as_role(parent.table.owner, [&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query("SELECT DISTINCT " + path.ord + ", " + normal_forms(link, "t", &JoinColumn::parent) + " FROM " + path.with(parent) + " WHERE " + condition,
											keys.params()))
			if (auto value = joined(row, 1))
				values.emplace_back(static_cast<std::size_t>(std::stoll(*row[0])) - 1, std::move(*value));
	});
	return values;
}

void keep_values(const Subject &subject, const Link &link, const std::vector<std::pair<std::size_t, std::string>> &values, const KeySet &keys)
{
	if (values.empty())
		return;
	as_extension([&](pg::Spi &spi) {
		const vault::KeyedHash hash(spi, vault::KeyedHash::Use::make);
		std::vector<std::string> hashes;
		std::vector<std::string> of;
		for (const auto &[place, value] : values) {
			hashes.push_back(hash(purpose(link), value));
			of.push_back(keys.texts[place]);
		}
		spi.execute("INSERT INTO erasure.link_value (link_id, value_hash, subject_id, key) SELECT $1, v.hash, $2, v.key "
					"FROM ROWS FROM (pg_catalog.unnest($3), pg_catalog.unnest($4)) AS v(hash, key) ON CONFLICT DO NOTHING",
					pg::Params().add_int4(link.id).add_int4(subject.id).add_byteas(hashes).add(of));
	});
}

// The rows that live values lead to from these subjects, whoever else they belong to.
void tie_rows(const Catalogue &all, const Subject &subject, const Node &node, const KeySet &keys)
{
	const Path path = candidates_of(subject, node, keys.sets);
	RowKeys rows(node.key.size());
	std::string list;
	for (const pg::ColumnInfo &key : node.key)
		list += (list.empty() ? "" : ", ") + ("erasure._key(" + column("t", key) + ")");
	as_role(node.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT " + list + " FROM " + path.with(node) + " WHERE " + path.where, keys.params()))
			for (std::size_t c = 0; c < rows.size(); ++c)
				rows[c].push_back(std::move(*row[c]));
	});
	const std::vector<std::string> arrays = array_texts(rows);
	const std::set<std::string> call(keys.texts.begin(), keys.texts.end());
	const auto owners = owners_of(all, node, rows);
	std::vector<std::string> tied_arrays;
	std::vector<std::string> of;
	for (std::size_t i = 0; i < owners.size(); ++i) {
		for (const Owner &owner : owners[i]) {
			if (owner.subject->id != subject.id || !call.contains(owner.key))
				continue;
			tied_arrays.push_back(arrays[i]);
			of.push_back(owner.key);
		}
	}
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.value_row (table_id, row_key, subject_id, key) SELECT $1, v.row::pg_catalog.text[], $2, v.key "
					"FROM ROWS FROM (pg_catalog.unnest($3), pg_catalog.unnest($4)) AS v(row, key) ON CONFLICT DO NOTHING",
					pg::Params().add_int4(node.id).add_int4(subject.id).add(tied_arrays).add(of));
	});
}

// The hashes of a row's values, one for each link by value that is about the row.
std::vector<std::pair<std::int32_t, std::string>> hashes_of(const Node &node, const RowKeys &row)
{
	std::vector<std::pair<const Link *, std::string>> values;
	pg::Params params;
	for (const std::vector<std::string> &key : row)
		params.add(key);
	as_role(node.table.owner, [&](pg::Spi &spi) {
		for (const Link &link : node.links) {
			if (!link.by_value() || link.columns.empty())
				continue;
			const std::string condition = link.condition.empty() ? std::string() : " AND " + bound_condition(link, "t");
			for (const pg::Row &found : spi.query("SELECT " + normal_forms(link, "t", &JoinColumn::child) + " FROM " + key_set(node.key) + ", " + node.sql_name() +
													  " AS t WHERE " + key_matches("t", node.key) + condition,
												  params))
				if (auto value = joined(found, 0))
					values.emplace_back(&link, std::move(*value));
		}
	});
	std::vector<std::pair<std::int32_t, std::string>> hashes;
	as_extension([&](pg::Spi &spi) {
		const vault::KeyedHash hash(spi, vault::KeyedHash::Use::find);
		for (const auto &[link, value] : values)
			if (hash.is_there())
				hashes.emplace_back(link->id, hash(purpose(*link), value));
	});
	return hashes;
}

}  // namespace

std::int32_t tied(const Node &node)
{
	return -node.id;  // node ids begin at 1
}

RowSet tied_rows(const Subject &subject, const Node &node, const KeySet &keys)
{
	RowSet rows{tied(node), {}, RowKeys(node.key.size())};
	std::string cells;
	for (std::size_t i = 0; i < node.key.size(); ++i)
		cells += ", v.row_key[" + std::to_string(i + 1) + "]";
	as_extension([&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT k.ord" + cells + " FROM pg_catalog.unnest($3) WITH ORDINALITY AS k(key, ord) JOIN erasure.value_row v "
									  "ON v.subject_id OPERATOR(pg_catalog.=) $1 AND v.key OPERATOR(pg_catalog.=) k.key WHERE v.table_id OPERATOR(pg_catalog.=) $2",
									  pg::Params().add_int4(subject.id).add_int4(node.id).add(keys.texts))) {
			rows.ord.push_back(std::stoll(*row[0]));
			for (std::size_t c = 0; c < rows.keys.size(); ++c)
				rows.keys[c].push_back(std::move(*row[1 + c]));
		}
	});
	return rows;
}

std::vector<Tie> ties_of(std::int32_t node_id, const std::vector<std::string> &rows)
{
	std::vector<Tie> ties;
	as_extension([&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT k.ord, v.key FROM pg_catalog.unnest($2) WITH ORDINALITY AS k(row, ord) JOIN erasure.value_row v "
									  "ON v.table_id OPERATOR(pg_catalog.=) $1 AND v.row_key OPERATOR(pg_catalog.=) k.row::pg_catalog.text[]",
									  pg::Params().add_int4(node_id).add(rows)))
			ties.push_back({static_cast<std::size_t>(std::stoll(*row[0])) - 1, std::move(*row[1])});
	});
	return ties;
}

void remember_values(const Catalogue &all, const Subject &subject, const KeySet &keys)
{
	for (const Node &node : subject.nodes) {
		if (!node.has_value_link())
			continue;
		for (const Link &link : node.links)
			if (link.by_value() && !link.columns.empty())
				keep_values(subject, link, values_of(subject, *subject.node(link.parent_id), link, keys), keys);
		tie_rows(all, subject, node, keys);
	}
}

void forget_values(const Subject &subject, const std::vector<std::string> &keys)
{
	if (!subject.has_value_links())
		return;
	as_extension([&](pg::Spi &spi) {
		for (const char *table : {"value_row", "link_value"})
			spi.execute("DELETE FROM erasure." + std::string(table) + " WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2)",
						pg::Params().add_int4(subject.id).add(keys));
	});
}

bool was_taken(const Node &node, const RowKeys &before, const LinkValues &values)
{
	std::vector<std::int64_t> links;
	std::vector<std::string> hashes;
	as_extension([&](pg::Spi &spi) {
		const vault::KeyedHash hash(spi, vault::KeyedHash::Use::find);
		for (const auto &[link, texts] : values) {
			std::string list;
			pg::Params params;
			for (std::size_t c = 0; c < texts.size(); ++c) {
				list += (c ? ", " : "") + normal_form(*link, "$" + std::to_string(c + 1) + "::" + link->columns[c].child.bare_type);
				params.add(texts[c]);
			}
			const auto value = joined(spi.query("SELECT " + list, params).at(0), 0);
			if (!value || !hash.is_there())
				continue;
			links.push_back(link->id);
			hashes.push_back(hash(purpose(*link), *value));
		}
	});
	bool taken = false;
	as_extension([&](pg::Spi &spi) {
		const pg::Row row = spi.query("SELECT pg_catalog.count(*), pg_catalog.count(v.key) FROM erasure.value_row r LEFT JOIN "
									  "(erasure.link_value v JOIN ROWS FROM (pg_catalog.unnest($3), pg_catalog.unnest($4)) AS k(link, hash) "
									  "ON v.link_id OPERATOR(pg_catalog.=) k.link AND v.value_hash OPERATOR(pg_catalog.=) k.hash) "
									  "ON v.subject_id OPERATOR(pg_catalog.=) r.subject_id AND v.key OPERATOR(pg_catalog.=) r.key "
									  "WHERE r.table_id OPERATOR(pg_catalog.=) $1 AND r.row_key OPERATOR(pg_catalog.=) $2::pg_catalog.text[]",
									  pg::Params().add_int4(node.id).add(array_texts(before).at(0)).add(links).add_byteas(hashes)).at(0);
		taken = *row[0] != "0" && *row[1] == "0";
	});
	return taken;
}

void untie(const Node &node, const RowKeys &before, const RowKeys &row)
{
	std::vector<std::int64_t> links;
	std::vector<std::string> values;
	for (auto &[link, hash] : hashes_of(node, row)) {
		links.push_back(link);
		values.push_back(hash);
	}
	as_extension([&](pg::Spi &spi) {
		const std::string gone = " AS r WHERE r.table_id OPERATOR(pg_catalog.=) $1 AND r.row_key OPERATOR(pg_catalog.=) $2::pg_catalog.text[] AND NOT EXISTS "
								 "(SELECT FROM erasure.link_value v, ROWS FROM (pg_catalog.unnest($3), pg_catalog.unnest($4)) AS k(link, hash) "
								 "WHERE v.subject_id OPERATOR(pg_catalog.=) r.subject_id AND v.key OPERATOR(pg_catalog.=) r.key "
								 "AND v.link_id OPERATOR(pg_catalog.=) k.link AND v.value_hash OPERATOR(pg_catalog.=) k.hash)";
		const pg::Params params = pg::Params().add_int4(node.id).add(array_texts(before).at(0)).add(links).add_byteas(values);
		// What is left as well because it is referred to stays so.
		if (!node.upward())
			spi.execute("DELETE FROM erasure.left_row" + gone, params);
		spi.execute("DELETE FROM erasure.value_row" + gone, params);
	});
}

bool is_value_of_the_gone(const Catalogue &all, const Node &node, const RowKeys &row)
{
	bool met = false;
	const auto hashes = hashes_of(node, row);
	as_extension([&](pg::Spi &spi) {
		for (const auto &[link, hash] : hashes)
			met = met || spi.number("SELECT pg_catalog.count(*) FROM erasure.link_value WHERE link_id OPERATOR(pg_catalog.=) $1 AND value_hash OPERATOR(pg_catalog.=) $2",
									pg::Params().add_int4(link).add_bytea(hash)) > 0;
	});
	if (!met)
		return false;
	const auto owners = owners_of(all, node, row);
	return std::all_of(owners.at(0).begin(), owners.at(0).end(), [](const Owner &owner) { return owner.is_final(); });
}

}  // namespace policy
