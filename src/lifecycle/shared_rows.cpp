// Taking, keeping and giving back shared rows.
#include "lifecycle/shared_rows.hpp"

#include <algorithm>

#include "pg/catalog.hpp"
#include "policy/mask_plan.hpp"
#include "policy/tokens.hpp"

namespace lifecycle {
namespace {

void forget_left_rows(const policy::Node &node, const policy::RowKeys &rows)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.left_row WHERE table_id OPERATOR(pg_catalog.=) $1 AND row_key OPERATOR(pg_catalog.=) ANY "
					"(SELECT k::pg_catalog.text[] FROM pg_catalog.unnest($2) AS k)",
					pg::Params().add_int4(node.id).add(policy::array_texts(rows)));
	});
}

// For those owners of each row whom the predicate picks.
template <typename Pick>
void remember_left_rows(const policy::Catalogue &all, const policy::Node &node, const policy::RowKeys &rows, Pick &&pick)
{
	const std::vector<std::string> arrays = policy::array_texts(rows);
	const auto owners = policy::owners_of(all, node, rows);
	std::vector<std::string> left;
	std::vector<std::int64_t> subjects;
	std::vector<std::string> keys;
	for (std::size_t i = 0; i < owners.size(); ++i)
		for (const policy::Owner &owner : owners[i]) {
			if (!pick(owner))
				continue;
			left.push_back(arrays[i]);
			subjects.push_back(owner.subject->id);
			keys.push_back(owner.key);
		}
	if (left.empty())
		return;
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.left_row (table_id, row_key, subject_id, key) SELECT $1, v.row::pg_catalog.text[], v.subject, v.key "
					"FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3), pg_catalog.unnest($4)) AS v(row, subject, key) ON CONFLICT DO NOTHING",
					pg::Params().add_int4(node.id).add(left).add(subjects).add(keys));
	});
}

}  // namespace

void leave_to(const policy::Catalogue &all, const policy::Node &node, const policy::RowKeys &rows, const InCall &undoes)
{
	remember_left_rows(all, node, rows, [&](const policy::Owner &owner) { return owner.is_final() && !undoes(owner); });
}

void forget_left_by(const policy::Subject &subject, const std::vector<std::string> &keys)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.left_row WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2)", pg::Params().add_int4(subject.id).add(keys));
	});
}

std::uint64_t take_shared_rows(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, Subjects &subjects)
{
	if (!node.shares_rows())
		return 0;
	const policy::RowSet left = policy::share_out(all, subject, node, subjects.keys, policy::Share::take);
	if (!left.ord.empty())
		remember_left_rows(all, node, left.keys, InCall(subject, subjects));
	return left.ord.size();
}

void copy_shared_originals(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, int kept)
{
	if (node.personal.empty() || !subject.is_shared(node))
		return;
	const std::vector<CurrentRow> rows = current_rows(subject, node, subjects, true);
	const auto owners = policy::owners_of(all, node, keys_of(node, rows));
	VaultEdits edits = edits_for(node);
	for (std::size_t i = 0; i < rows.size(); ++i) {
		const auto masked = std::count_if(owners[i].begin(), owners[i].end(), [](const policy::Owner &owner) { return owner.masked; });
		for (const policy::Owner &owner : owners[i])
			if (owner.masked && masked > kept)
				edits.add(owner, rows[i].key, rows[i].values, policy::common_personal(node, *owner.node));
	}
	as_extension([&](pg::Spi &spi) { edits.apply(spi, true); });
}

void lock_shared_rows(const policy::Catalogue &all, const policy::Subject &subject, const Subjects &subjects)
{
	Subjects referring = subjects;
	policy::share_out_all(all, subject, referring.keys, policy::Share::all);
	for (const policy::Node &node : subject.nodes)
		if (subject.is_shared(node))
			policy::as_role(node.table.owner, [&](pg::Spi &spi) { (void)spi.number(lock_only(subject, node, referring), referring.keys.params()); });
}

void drop_shared_copies(const policy::Catalogue &all, const policy::Node &node, const policy::RowKeys &rows, const std::vector<Cells> &keys,
						const std::vector<core::RecordColumn> &key_columns)
{
	const auto owners = policy::owners_of(all, node, rows);
	VaultEdits edits(key_columns, {});
	for (std::size_t i = 0; i < owners.size(); ++i)
		for (const policy::Owner &owner : owners[i])
			if (owner.masked)
				edits.drop(owner, keys[i]);
	as_extension([&](pg::Spi &spi) { edits.apply(spi, false); });
}

namespace {

// An undo, or another value, may have taken them from the list before they were locked.
policy::RowSet still_left(const policy::Node &node, const policy::RowSet &rows)
{
	policy::RowSet left{node.id, {}, policy::RowKeys(node.key.size())};
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query("SELECT k.ord FROM pg_catalog.unnest($2) WITH ORDINALITY AS k(row, ord) WHERE EXISTS (SELECT FROM erasure.left_row l "
											"WHERE l.table_id OPERATOR(pg_catalog.=) $1 AND l.row_key OPERATOR(pg_catalog.=) k.row::pg_catalog.text[]) ORDER BY 1",
											pg::Params().add_int4(node.id).add(policy::array_texts(rows.keys)))) {
			left.ord.push_back(1);
			for (std::size_t c = 0; c < left.keys.size(); ++c)
				left.keys[c].push_back(rows.keys[c][static_cast<std::size_t>(std::stoll(*row[0])) - 1]);
		}
	});
	return left;
}

// The rows of a table that were left, as far as they are still there, locked.
policy::RowSet left_rows(const policy::Node &node)
{
	std::vector<std::string> arrays;
	as_extension([&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT DISTINCT row_key FROM erasure.left_row WHERE table_id OPERATOR(pg_catalog.=) $1 ORDER BY 1", pg::Params().add_int4(node.id)))
			arrays.push_back(std::move(*row[0]));
	});
	policy::RowSet rows{node.id, {}, policy::RowKeys(node.key.size())};
	std::string same;
	std::string list;
	std::string order;
	for (std::size_t i = 0; i < node.key.size(); ++i) {
		same += (i ? " AND " : "") + policy::column("t", node.key[i]) + " " + node.key[i].equals + " (k.a::pg_catalog.text[])[" + std::to_string(i + 1) + "]::" + node.key[i].bare_type;
		list += (i ? ", " : "") + ("erasure._key(" + policy::column("t", node.key[i]) + ")");
		order += (i ? ", " : "") + policy::column("t", node.key[i]);
	}
	policy::as_role(node.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT " + list + " FROM pg_catalog.unnest($1) AS k(a), " + node.sql_name() + " AS t WHERE " + same + " ORDER BY " + order +
										  " FOR UPDATE OF t",
									  pg::Params().add(arrays))) {
			rows.ord.push_back(1);
			for (std::size_t c = 0; c < rows.keys.size(); ++c)
				rows.keys[c].push_back(std::move(*row[c]));
		}
	});
	return still_left(node, rows);
}

}  // namespace

std::vector<std::set<pg::AttrNumber>> unmasked_columns(const policy::Node &node, const policy::RowKeys &rows)
{
	std::vector<std::set<pg::AttrNumber>> unmasked(rows.empty() ? 0 : rows[0].size());
	if (node.personal.empty() || unmasked.empty())
		return unmasked;
	std::string list = "SELECT k.ord";
	pg::Params params;
	for (const policy::PersonalColumn &personal : node.personal)
		list += ", " + policy::is_unmasked(node, personal, "t");
	for (const std::vector<std::string> &key : rows)
		params.add(key);
	policy::as_role(node.table.owner, [&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(list + " FROM " + policy::key_set(node.key) + ", " + node.sql_name() + " AS t WHERE " + policy::key_matches("t", node.key), params))
			for (std::size_t c = 0; c < node.personal.size(); ++c)
				if (row[1 + c] == "t")
					unmasked[static_cast<std::size_t>(std::stoll(*row[0])) - 1].insert(node.personal[c].column.number);
	});
	return unmasked;
}

namespace {

void add_row(policy::RowKeys &to, const policy::RowKeys &from, std::size_t row)
{
	for (std::size_t c = 0; c < to.size(); ++c)
		to[c].push_back(from[c][row]);
}

}  // namespace

std::uint64_t mask_left_rows(const policy::Subject &subject)
{
	const auto all = policy::catalogue();
	Subjects nobody;
	nobody.keys.columns.resize(subject.root().key.size());
	std::uint64_t masked = 0;
	std::vector<std::pair<const policy::Node *, policy::RowKeys>> done;
	for (const policy::Node &node : subject.nodes) {
		if (!node.shares_rows())
			continue;
		policy::RowSet rows = left_rows(node);
		const std::vector<bool> needed = policy::needed_by_others(*all, subject, node, rows.keys, {});
		const auto unmasked = unmasked_columns(node, rows.keys);
		const auto owners = policy::owners_of(*all, node, rows.keys);
		policy::RowSet taken{node.id, {}, policy::RowKeys(node.key.size())};
		policy::RowKeys over(node.key.size());
		for (std::size_t i = 0; i < rows.ord.size(); ++i) {
			// A table without personal columns is looked at for what hangs on it.
			const bool is_masked = !node.personal.empty() && unmasked[i].empty();
			// With somebody else meanwhile, who may be undone and need it again.
			const bool may_come_back = is_masked && std::any_of(owners[i].begin(), owners[i].end(), [](const policy::Owner &owner) { return owner.masked; });
			if (needed[i] || may_come_back)
				continue;
			add_row(over, rows.keys, i);
			if (is_masked)
				continue;
			taken.ord.push_back(1);
			add_row(taken.keys, rows.keys, i);
		}
		done.emplace_back(&node, std::move(over));
		nobody.keys.sets.add(std::move(taken));
	}
	if (done.empty() || std::all_of(done.begin(), done.end(), [](const auto &entry) { return entry.second[0].empty(); }))
		return 0;
	Captured captured;
	const policy::TokenScope tokens;
	for (const policy::Node &node : subject.nodes) {
		copy_shared_originals(*all, subject, node, nobody, 0);
		captured.found.push_back(subject.is_shared(node) ? lock_table_rows(subject, node, nobody) : 0);
	}
	mask(subject, nobody, captured);
	masked = total(subject, captured.found);
	for (const auto &[node, rows] : done)
		forget_left_rows(*node, rows);
	return masked;
}

}  // namespace lifecycle
