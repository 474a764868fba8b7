// Changes personal keys in the subject table, in the extension's own tables, and checks that all that refers to them followed.
#include "lifecycle/rekey.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "lifecycle/engine.hpp"
#include "policy/handles.hpp"
#include "policy/retention.hpp"
#include "policy/row_path.hpp"
#include "policy/tokens.hpp"

namespace lifecycle {

policy::KeySet masked_keys(const policy::Subject &subject, const Subjects &subjects)
{
	const policy::Node &root = subject.root();
	std::string inner = "k.ord";
	std::string outer = policy::key_text("m", root.key);
	for (const pg::ColumnInfo &key : root.key) {
		inner += ", " + policy::masked_key_column(root, key, "t") + " AS " + core::quote_ident(key.name);
		outer += ", erasure._key(" + policy::column("m", key) + ")";
	}
	policy::KeySet masked;
	masked.columns.resize(root.key.size());
	policy::as_role(root.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT " + outer + " FROM (SELECT " + inner + " FROM " + policy::key_set(root.key) + ", " + root.sql_name() + " AS t WHERE " +
										  policy::key_matches("t", root.key) + ") AS m ORDER BY m.ord",
									  subjects.keys.params())) {
			masked.texts.push_back(std::move(*row[0]));
			for (std::size_t c = 0; c < root.key.size(); ++c)
				masked.columns[c].push_back(std::move(*row[1 + c]));
		}
	});
	policy::hide(subject, masked);
	return masked;
}

void rename_entries(pg::Spi &spi, const policy::Subject &subject, const std::vector<std::string> &from, const std::vector<std::string> &to, bool former)
{
	const auto move = [&](const std::string &table, const std::string &besides) {
		spi.execute("UPDATE erasure." + table + " AS e SET key = k.now" + besides +
						" FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS k(was, now) WHERE e.subject_id OPERATOR(pg_catalog.=) $1 "
						"AND e.key OPERATOR(pg_catalog.=) k.was",
					pg::Params().add_int4(subject.id).add(from).add(to));
	};
	move("subject_state", former ? ", former_key = nullif(k.was, k.now)" : ", former_key = NULL");
	for (const char *table : {"legal_hold", "value_row", "link_value", "recognised"})
		move(table, "");
}

void mask_keys(const policy::Subject &subject, Subjects &subjects, policy::KeySet masked)
{
	const policy::Node &root = subject.root();
	const policy::Path path = policy::rows_of(subject, root, subjects.keys.sets);
	std::string assignments;
	for (const pg::ColumnInfo &key : root.key)
		if (const policy::TokenColumn *token = root.token(key.number))
			assignments += (assignments.empty() ? "" : ", ") + core::quote_ident(key.name) + " = " + policy::token_expression(*token, "t");
	// First, so that guards know the new keys as soon as triggers may see them.
	as_extension([&](pg::Spi &spi) { rename_entries(spi, subject, subjects.keys.texts, masked.texts, true); });
	const std::uint64_t rows =
		run_step(guard::Step::mask, root, "UPDATE " + root.sql_name() + " AS t SET " + assignments + path.joined("FROM") + " WHERE " + path.where, subjects.keys.params());
	if (rows != subjects.size() || masked.size() != subjects.size())
		throw pg::Failure(pg::code::serialization_failure, "subjects changed while their keys were masked", {},
						  "Nothing has changed. Retry; if it stays so, look for triggers or rules that suppress the UPDATE.");
	subjects.keys.columns = std::move(masked.columns);
	subjects.keys.texts = std::move(masked.texts);
}

namespace {

// Foreign keys onto a table: their name, the referring table, and pairs of columns.
constexpr const char *kFollowing = R"(
SELECT c.conname, c.conrelid, k.child, k.parent
FROM pg_catalog.pg_constraint c, ROWS FROM (pg_catalog.unnest(c.conkey), pg_catalog.unnest(c.confkey)) AS k(child, parent)
WHERE c.contype OPERATOR(pg_catalog.=) 'f' AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
  AND c.confrelid OPERATOR(pg_catalog.=) $1 ORDER BY c.oid, k.child)";

struct Following {
	std::string constraint;
	pg::Oid table;
	std::vector<pg::AttrNumber> child;
	std::vector<pg::AttrNumber> parent;
};

std::vector<Following> following(const policy::Node &node)
{
	std::vector<Following> all;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kFollowing, pg::Params().add_oid(node.table.oid))) {
			const auto table = static_cast<pg::Oid>(std::stoul(*row[1]));
			if (all.empty() || all.back().constraint != *row[0] || all.back().table != table)
				all.push_back({*row[0], table, {}, {}});
			all.back().child.push_back(static_cast<pg::AttrNumber>(std::stoi(*row[2])));
			all.back().parent.push_back(static_cast<pg::AttrNumber>(std::stoi(*row[3])));
		}
	});
	std::erase_if(all, [&](const Following &f) {
		return std::none_of(f.parent.begin(), f.parent.end(), [&](pg::AttrNumber number) { return node.token(number) != nullptr; });
	});
	return all;
}

}  // namespace

void Followers::remember(const policy::Subject &subject, const Subjects &subjects)
{
	for (const policy::Node &node : subject.nodes)
		if (!node.tokens.empty() && !subject.is_shared(node))
			remember(subject, node, subjects);
}

void Followers::remember(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects)
{
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	for (const Following &f : following(node)) {
		Follower follower{pg::table_info(f.table), f.constraint, {}, std::vector<std::vector<std::string>>(f.child.size())};
		for (const pg::AttrNumber number : f.child)
			for (const pg::ColumnInfo &column : pg::columns(f.table))
				if (column.number == number)
					follower.columns.push_back(column);
		std::string list;
		std::string changes;
		for (const pg::AttrNumber number : f.parent) {
			list += (list.empty() ? "" : ", ") + ("erasure._key(" + policy::column("t", *node.column(number)) + ")");
			if (const policy::TokenColumn *token = node.token(number))
				changes += (changes.empty() ? "" : " OR ") + policy::is_no_token(*token, "t");
		}
		policy::as_role(node.table.owner, [&](pg::Spi &spi) {
			for (pg::Row &row : spi.query("SELECT " + list + " FROM " + path.with(node) + " WHERE " + path.where + policy::and_not_retained(node, "t") + " AND (" + changes + ")",
										  subjects.keys.params()))
				if (std::all_of(row.begin(), row.end(), [](const pg::Text &value) { return value.has_value(); }))
					for (std::size_t c = 0; c < row.size(); ++c)
						follower.values[c].push_back(std::move(*row[c]));
		});
		if (!follower.values[0].empty())
			followers_.push_back(std::move(follower));
	}
}

void Followers::require_gone() const
{
	for (const Follower &follower : followers_) {
		pg::Params params;
		for (const std::vector<std::string> &column : follower.values)
			params.add(column);
		std::int64_t left = 0;
		policy::as_role(follower.table.owner, [&](pg::Spi &spi) {
			left = spi.number("SELECT pg_catalog.count(*) FROM " + policy::key_set(follower.columns) + ", " + pg::qualified(follower.table) + " AS t WHERE " +
								  policy::key_matches("t", follower.columns),
							  params);
		});
		if (left > 0)
			throw pg::Failure(pg::code::policy_cannot_work,
							  "rows of table \"" + pg::display_name(follower.table.oid) + "\" did not follow when the values that they refer to were masked",
							  std::to_string(left) + " rows still hold what was masked.",
							  "Nothing has changed. Look whether foreign key \"" + follower.constraint + "\" cascades and its triggers are enabled, and that session_replication_role is origin.");
	}
}

}  // namespace lifecycle
