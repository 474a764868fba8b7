// Taking, keeping and giving back shared rows.
#include "lifecycle/shared_rows.hpp"

#include <algorithm>

#include "pg/catalog.hpp"
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

void remember_left_rows(const policy::Node &node, const policy::RowKeys &rows)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.left_row (table_id, row_key) SELECT $1, k::pg_catalog.text[] FROM pg_catalog.unnest($2) AS k ON CONFLICT DO NOTHING",
					pg::Params().add_int4(node.id).add(policy::array_texts(rows)));
	});
}

}  // namespace

std::uint64_t take_shared_rows(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, Subjects &subjects)
{
	if (!node.shares_rows())
		return 0;
	const policy::RowSet left = policy::share_out(all, subject, node, subjects.keys, policy::Share::take);
	if (!left.ord.empty())
		remember_left_rows(node, left.keys);
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

// The rows of a table that were left, as far as they are still there, locked.
policy::RowSet left_rows(const policy::Node &node)
{
	std::vector<std::string> arrays;
	as_extension([&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT row_key FROM erasure.left_row WHERE table_id OPERATOR(pg_catalog.=) $1 ORDER BY 1", pg::Params().add_int4(node.id)))
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
	return rows;
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
		policy::RowSet taken{node.id, {}, policy::RowKeys(node.key.size())};
		for (std::size_t i = 0; i < rows.ord.size(); ++i) {
			if (needed[i])
				continue;
			taken.ord.push_back(1);
			for (std::size_t c = 0; c < taken.keys.size(); ++c)
				taken.keys[c].push_back(rows.keys[c][i]);
		}
		done.emplace_back(&node, taken.keys);
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
