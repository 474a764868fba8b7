// Looks at what ALTER TABLE ... TYPE ... USING has made of masked rows.
#include "policy/rewritten.hpp"

#include <algorithm>

#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/dropping.hpp"
#include "policy/engine_sql.hpp"
#include "policy/keys.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

bool holds(const std::vector<pg::ColumnInfo> &columns, const std::string &name)
{
	return std::any_of(columns.begin(), columns.end(), [&](const pg::ColumnInfo &column) { return column.name == name; });
}

bool is_link(const Subject &subject, const Node &node, const std::string &name)
{
	return holds(node.key, name) || holds(node.link_columns(), name) || holds(subject.columns_linked_to(node), name);
}

bool is_personal(const Node &node, const std::string &name)
{
	return std::any_of(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &personal) { return personal.column.name == name; });
}

// Where the key is personal, only of masked and erased subjects is it known what it is now.
KeySet subjects_that_are_gone(const Subject &subject)
{
	const std::string states = subject.root().key_changes() ? "{masked,erased}" : "{deleted,masked,erased}";
	KeySet keys;
	as_extension([&](pg::Spi &spi) {
		std::vector<std::string> texts;
		for (pg::Row &row : spi.query("SELECT key FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND state "
									  "OPERATOR(pg_catalog.=) ANY ($2::pg_catalog.text[])",
									  pg::Params().add_int4(subject.id).add(states)))
			texts.push_back(std::move(*row[0]));
		if (!texts.empty())
			keys = keys_from_texts(spi, subject, texts);
	});
	return keys;
}

void require_nobody_back(const Subject &subject)
{
	const KeySet keys = subjects_that_are_gone(subject);
	if (keys.size() == 0 || subject.deleted_at.number == 0)
		return;
	const Node &root = subject.root();
	std::int64_t back = 0;
	as_role(root.table.owner, [&](pg::Spi &spi) {
		back = spi.number("SELECT pg_catalog.count(*) FROM " + root.sql_name() + " AS t, " + key_set(root.key) + " WHERE " + key_matches("t", root.key) +
							  " AND " + column("t", subject.deleted_at) + " IS NULL",
						  keys.params());
	});
	if (back > 0)
		throw pg::Failure(pg::code::wrong_state, "cannot empty the deletion times of protected table \"" + pg::display_name(root.table.oid) + "\"",
						  std::to_string(back) + " of its subjects are deleted, masked or erased, and would not be any more.", "Let the expression keep them.");
}

}  // namespace

void require_links_stay(const Subject &subject, const Node &node, const std::vector<std::string> &columns)
{
	for (const std::string &name : columns)
		if (is_link(subject, node, name))
			require_may_go(subject, "compute column \"" + name + "\" anew, which is a key, in table", node.table.oid);
}

void require_nothing_unmasked_below(const Subject &subject, const Node &node)
{
	for (const Node &below : subject.nodes)
		if (below.id == node.id || subject.leads_to(below, node))
			require_nothing_unmasked(subject, below.id);
}

void require_still_masked(const Subject &subject, const Node &node, const std::vector<std::string> &columns)
{
	const auto any = [&](const auto &is) { return std::any_of(columns.begin(), columns.end(), is); };
	if (node.is_subject() && any([&](const std::string &name) { return name == subject.deleted_at.name; }))
		require_nobody_back(subject);
	if (any([&](const std::string &name) { return is_link(subject, node, name); }))
		require_nothing_unmasked_below(subject, node);
	else if (any([&](const std::string &name) { return is_personal(node, name); }))
		require_nothing_unmasked(subject, node.id);
}

}  // namespace policy
