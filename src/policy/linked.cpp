// Follows the subject table's declared references to itself.
#include "policy/linked.hpp"

#include <set>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"
#include "policy/handles.hpp"

namespace policy {
namespace {

std::string list(const std::string &alias, const std::vector<pg::ColumnInfo> &key)
{
	std::string columns;
	for (const pg::ColumnInfo &column_of_key : key)
		columns += (columns.empty() ? "" : ", ") + (alias.empty() ? core::quote_ident(column_of_key.name) : column(alias, column_of_key));
	return columns;
}

// From the key set k, round whatever circles the references make.
std::string closure(const Node &root)
{
	std::string same;
	for (const pg::ColumnInfo &key : root.key)
		same += (same.empty() ? "" : " AND ") + column("p", key) + " " + key.equals + " " + column("c", key);
	std::string steps;
	for (const Link &link : root.own_links)
		if (!link.columns.empty())
			steps += (steps.empty() ? "" : " UNION ALL ") + ("SELECT " + list("n", root.key) + " FROM " + root.sql_name() + " AS p, " + root.sql_name() + " AS n WHERE " + same +
															 " AND " + link_condition(link, "n", "p"));
	std::string cells;
	for (const pg::ColumnInfo &key : root.key)
		cells += ", erasure._key(" + column("c", key) + ")";
	return "WITH RECURSIVE c(" + list("", root.key) + ") AS (SELECT " + list("t", root.key) + " FROM " + key_set(root.key) + ", " + root.sql_name() + " AS t WHERE " +
		   key_matches("t", root.key) + " UNION SELECT " + list("s", root.key) + " FROM c, LATERAL (" + steps + ") AS s(" + list("", root.key) + ")) SELECT " +
		   key_text("c", root.key) + cells + " FROM c";
}

}  // namespace

KeySet with_linked(const Subject &subject, const KeySet &keys)
{
	const Node &root = subject.root();
	KeySet all = keys;
	if (root.own_links.empty())
		return all;
	KeySet found;
	found.columns.resize(root.key.size());
	as_role(root.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query(closure(root), keys.params())) {
			found.texts.push_back(std::move(*row[0]));
			for (std::size_t c = 0; c < root.key.size(); ++c)
				found.columns[c].push_back(std::move(*row[1 + c]));
		}
	});
	hide(subject, found);
	std::set<std::string> known(keys.texts.begin(), keys.texts.end());
	for (std::size_t i = 0; i < found.size(); ++i) {
		if (!known.insert(found.texts[i]).second)
			continue;
		all.texts.push_back(std::move(found.texts[i]));
		for (std::size_t c = 0; c < all.columns.size(); ++c)
			all.columns[c].push_back(std::move(found.columns[c][i]));
	}
	return all;
}

void require_no_linked_left(const Subject &subject)
{
	KeySet gone;
	as_extension([&](pg::Spi &spi) {
		std::vector<std::string> texts;
		for (pg::Row &row : spi.query("SELECT key FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND state OPERATOR(pg_catalog.=) ANY ('{masked,erased}')",
									  pg::Params().add_int4(subject.id)))
			texts.push_back(std::move(*row[0]));
		if (!texts.empty())
			gone = keys_from_texts(spi, subject, texts);
	});
	if (gone.size() == 0)
		return;
	const std::size_t left = with_linked(subject, gone).size() - gone.size();
	if (left > 0)
		throw pg::Failure(pg::code::wrong_state, "table \"" + pg::display_name(subject.root().table.oid) + "\" holds data of subjects that were permanently deleted",
						  std::to_string(left) + " rows that are not masked refer to masked or erased subjects.", "Undo those deletions, or delete these rows permanently, first.");
}

}  // namespace policy
