// Counts retained rows subject by subject, as the owners of their tables, and keeps the numbers as the extension.
#include "lifecycle/retained.hpp"

#include "policy/engine_sql.hpp"
#include "policy/retention.hpp"
#include "policy/row_path.hpp"

namespace lifecycle {
namespace {

// One subject's rows in one table.
struct Count {
	std::size_t place;
	const policy::Node *node;
	std::int64_t rows;
	std::string next_until;
	std::string until;
};

void count_table(const policy::Subject &subject, const policy::Node &node, const policy::KeySet &keys, std::size_t first, std::vector<Count> &counts)
{
	const policy::Path path = policy::path_to(subject, node, keys.sets);
	const std::string until = policy::retained_until(node, "t");
	policy::as_role(node.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT " + path.ord + ", pg_catalog.count(*), pg_catalog.min(" + until + "), pg_catalog.max(" + until + ") FROM " +
										  path.with(node) + " WHERE " + path.where + policy::and_retained(node, "t") + " GROUP BY 1",
									  keys.params()))
			counts.push_back({first + static_cast<std::size_t>(std::stoll(*row[0])) - 1, &node, std::stoll(*row[1]), *row[2], *row[3]});
	});
}

policy::KeySet only_key(const policy::KeySet &keys, std::size_t at)
{
	policy::KeySet one;
	one.texts = {keys.texts[at]};
	for (const auto &column : keys.columns)
		one.columns.push_back({column[at]});
	return one;
}

std::vector<Count> count_retained(const policy::Subject &subject, const Subjects &subjects)
{
	std::vector<Count> counts;
	for (const policy::Node &node : subject.nodes) {
		if (!node.retention)
			continue;
		const std::size_t before = counts.size();
		count_table(subject, node, subjects.keys, 0, counts);
		if (counts.size() == before || subjects.size() == 1 || !policy::may_be_shared(subject, node))
			continue;
		// A row that several of them own was counted for the first only.
		counts.resize(before);
		for (std::size_t i = 0; i < subjects.size(); ++i)
			count_table(subject, node, only_key(subjects.keys, i), i, counts);
	}
	return counts;
}

constexpr const char *kInsert = R"(
INSERT INTO erasure.retained (subject_id, key, table_id, request, row_count, basis, next_until, until)
SELECT $1, s.key, n.table_id, s.request, n.row_count, n.basis, n.next_until, n.until
FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3), pg_catalog.unnest($4), pg_catalog.unnest($5),
                pg_catalog.unnest($6::pg_catalog.timestamptz[]), pg_catalog.unnest($7::pg_catalog.timestamptz[]))
     AS n(key, table_id, row_count, basis, next_until, until)
JOIN erasure.subject_state s ON s.subject_id OPERATOR(pg_catalog.=) $1 AND s.key OPERATOR(pg_catalog.=) n.key)";

constexpr const char *kWords = R"(
SELECT pg_catalog.string_agg(x.words, '; ' ORDER BY x.table_id)
FROM (SELECT r.table_id, pg_catalog.sum(r.row_count)::pg_catalog.text OPERATOR(pg_catalog.||)
             CASE WHEN pg_catalog.sum(r.row_count) OPERATOR(pg_catalog.=) 1 THEN ' row of ' ELSE ' rows of ' END OPERATOR(pg_catalog.||)
             d.relation::pg_catalog.text OPERATOR(pg_catalog.||) ' retained until ' OPERATOR(pg_catalog.||)
             pg_catalog.timezone('UTC', pg_catalog.max(r.until))::pg_catalog.date::pg_catalog.text OPERATOR(pg_catalog.||) ': ' OPERATOR(pg_catalog.||) r.basis
      FROM erasure.retained r JOIN erasure.declared_table d ON d.id OPERATOR(pg_catalog.=) r.table_id
      WHERE r.subject_id OPERATOR(pg_catalog.=) $1 AND r.key OPERATOR(pg_catalog.=) ANY ($2)
      GROUP BY r.table_id, d.relation, r.basis) AS x(table_id, words))";

std::string write_counts(pg::Spi &spi, const policy::Subject &subject, const Subjects &subjects, const std::vector<Count> &counts)
{
	std::vector<std::string> keys, bases, next_untils, untils;
	std::vector<std::int64_t> tables, rows;
	for (const Count &count : counts) {
		keys.push_back(subjects.keys.texts[count.place]);
		tables.push_back(count.node->id);
		rows.push_back(count.rows);
		bases.push_back(count.node->retention->basis);
		next_untils.push_back(count.next_until);
		untils.push_back(count.until);
	}
	spi.execute(kInsert, pg::Params().add_int4(subject.id).add(keys).add(tables).add(rows).add(bases).add(next_untils).add(untils));
	return spi.value(kWords, pg::Params().add_int4(subject.id).add(subjects.keys.texts)).value_or("");
}

}  // namespace

Retained note_retained(const policy::Subject &subject, const Subjects &subjects)
{
	Retained retained;
	retained.has_rows.resize(subjects.size());
	const std::vector<Count> counts = count_retained(subject, subjects);
	for (const Count &count : counts) {
		retained.has_rows[count.place] = true;
		retained.tables.insert(count.node->id);
	}
	policy::as_extension([&](pg::Spi &spi) {
		forget_retained(spi, subject, subjects);
		if (!counts.empty())
			retained.words = write_counts(spi, subject, subjects, counts);
	});
	return retained;
}

void forget_retained(pg::Spi &spi, const policy::Subject &subject, const Subjects &subjects)
{
	spi.execute("DELETE FROM erasure.retained WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2)",
				pg::Params().add_int4(subject.id).add(subjects.keys.texts));
}

}  // namespace lifecycle
