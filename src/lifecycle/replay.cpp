// Reads tombstones into erasure.replay, in the order of their requests, and finds rows by hashes of their keys.
#include "lifecycle/replay.hpp"

#include <algorithm>
#include <unordered_set>

#include "pg/catalog.hpp"
#include "pg/wire.hpp"
#include "policy/engine_sql.hpp"
#include "policy/handles.hpp"

namespace lifecycle {
namespace {

constexpr std::size_t kBatchRows = 1000;

constexpr const char *kColumns =
	"relation, key, state, request, erased_at, former_key, masked_at, masked_by, erase_after, destroyed_at, requested_at, requested_by, subject_id, hash_key_master, hash_key";
constexpr std::size_t kColumnCount = 15;

constexpr const char *kMissing = R"(
SELECT pg_catalog.string_agg(v.attname, ', ' ORDER BY v.attnum) FROM pg_catalog.pg_attribute v
WHERE v.attrelid OPERATOR(pg_catalog.=) 'erasure.tombstones'::pg_catalog.regclass::pg_catalog.oid AND v.attnum OPERATOR(pg_catalog.>) 0::pg_catalog.int2
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_attribute t WHERE t.attrelid OPERATOR(pg_catalog.=) $1 AND t.attname OPERATOR(pg_catalog.=) v.attname
                  AND t.atttypid OPERATOR(pg_catalog.=) v.atttypid AND NOT t.attisdropped))";

void require_columns(pg::Oid table)
{
	const pg::TableInfo info = pg::table_info(table);
	pg::Text missing;
	policy::as_extension([&](pg::Spi &spi) { missing = spi.value(kMissing, pg::Params().add_oid(table)); });
	const bool is_table = info.kind == 'r' || info.kind == 'p';
	if (is_table && !missing)
		return;
	throw pg::Failure(pg::code::invalid_parameter, "\"" + pg::display_name(table) + "\" is no table of tombstones",
					  is_table ? "It lacks these columns of erasure.tombstones, or has them with other types: " + *missing + "." : "It is no table.",
					  "CREATE TABLE ... (LIKE erasure.tombstones), and COPY the export into it.");
}

// Of the same request in one run, as that is how they are done.
constexpr const char *kInsert =
	"INSERT INTO erasure.replay (ord, relation, key, state, request, erased_at, former_key, masked_at, masked_by, erase_after, destroyed_at, requested_at, requested_by, "
	"source_id, hash_key_master, hash_key, subject_id) SELECT $16 OPERATOR(pg_catalog.+) n.ord, n.relation, n.key, n.state, n.request::pg_catalog.int8, n.erased_at::pg_catalog.timestamptz, "
	"n.former_key, n.masked_at::pg_catalog.timestamptz, n.masked_by, n.erase_after::pg_catalog.timestamptz, n.destroyed_at::pg_catalog.timestamptz, n.requested_at::pg_catalog.timestamptz, "
	"n.requested_by, n.source_id::pg_catalog.int4, n.hash_key_master, n.hash_key::pg_catalog.bytea, (SELECT d.id FROM erasure.declared_table d WHERE d.id OPERATOR(pg_catalog.=) d.subject_id "
	"AND pg_catalog.format('%I.%I', d.schema_name, d.table_name) OPERATOR(pg_catalog.=) n.relation) "
	"FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2), pg_catalog.unnest($3), pg_catalog.unnest($4), pg_catalog.unnest($5), pg_catalog.unnest($6), pg_catalog.unnest($7), "
	"pg_catalog.unnest($8), pg_catalog.unnest($9), pg_catalog.unnest($10), pg_catalog.unnest($11), pg_catalog.unnest($12), pg_catalog.unnest($13), pg_catalog.unnest($14), pg_catalog.unnest($15)) "
	"WITH ORDINALITY AS n(relation, key, state, request, erased_at, former_key, masked_at, masked_by, erase_after, destroyed_at, requested_at, requested_by, source_id, hash_key_master, "
	"hash_key, ord)";

}  // namespace

Tombstones Tombstones::one(std::size_t place) const
{
	Tombstones single = *this;
	single.ords = {ords[place]};
	single.keys = {keys[place]};
	single.former_keys = {former_keys[place]};
	return single;
}

// The table is the caller's, and read with the caller's rights.
void load_tombstones(pg::Oid table)
{
	require_columns(table);
	policy::as_extension([](pg::Spi &spi) {
		spi.utility("LOCK TABLE erasure.replay IN EXCLUSIVE MODE");  // of two at once one reads after the other
		spi.execute("DELETE FROM erasure.replay");
	});
	policy::EngineSettings settings;
	pg::Cursor cursor(std::string("SELECT ") + kColumns + " FROM " + pg::qualified(pg::table_info(table)) +
						  " WHERE relation IS NOT NULL AND key IS NOT NULL AND state IN ('erased', 'masked') AND request IS NOT NULL ORDER BY relation, state, request, erased_at, destroyed_at, key",
					  {}, std::vector<pg::Form>(kColumnCount, pg::Form::text));
	std::int64_t first = 0;
	while (cursor.fetch(kBatchRows)) {
		pg::Params params;
		for (std::size_t c = 0; c < kColumnCount; ++c) {
			std::vector<pg::Text> values;
			for (std::size_t row = 0; row < cursor.rows(); ++row)
				values.push_back(cursor.is_null(row, c) ? pg::Text() : pg::Text(std::string(cursor.at(row, c))));
			params.add(values);
		}
		params.add(first);
		first += static_cast<std::int64_t>(cursor.rows());
		policy::as_extension([&](pg::Spi &spi) { spi.execute(kInsert, params); });
	}
	cursor.close();
	settings.finish();
	policy::as_extension([](pg::Spi &spi) {
		spi.execute("UPDATE erasure.replay SET outcome = 'not protected', done_at = pg_catalog.clock_timestamp() WHERE subject_id IS NULL");
	});
}

std::vector<std::int32_t> named_subjects()
{
	std::vector<std::int32_t> ids;
	policy::as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query("SELECT DISTINCT subject_id FROM erasure.replay WHERE subject_id IS NOT NULL ORDER BY 1"))
			ids.push_back(std::stoi(*row[0]));
	});
	return ids;
}

namespace {

// Rows of the request that the next one is of.
constexpr const char *kNext = R"(
SELECT r.ord, r.key, r.former_key, r.request, r.state OPERATOR(pg_catalog.=) 'erased' OR r.destroyed_at IS NOT NULL, r.requested_at, r.requested_by,
       coalesce(r.masked_at, r.requested_at, r.erased_at), r.masked_by, coalesce(r.erase_after, r.erased_at), coalesce(r.erased_at, r.destroyed_at)
FROM erasure.replay r WHERE r.subject_id OPERATOR(pg_catalog.=) $1 AND r.ord OPERATOR(pg_catalog.>) $2
AND r.request OPERATOR(pg_catalog.=) (SELECT f.request FROM erasure.replay f WHERE f.subject_id OPERATOR(pg_catalog.=) $1 AND f.ord OPERATOR(pg_catalog.>) $2 ORDER BY f.ord LIMIT 1)
ORDER BY r.ord LIMIT $3)";

}  // namespace

Tombstones next_tombstones(std::int32_t subject_id, std::int64_t limit, std::int64_t &place)
{
	Tombstones next;
	policy::as_extension([&](pg::Spi &spi) {
		pg::Row first;
		for (pg::Row &row : spi.query(kNext, pg::Params().add_int4(subject_id).add(place).add(limit))) {
			if (first.empty())
				first = row;
			// The times are those of the request, and of the erasure of those of it that were erased together. Others of it may
			// come later, behind other requests.
			if (!std::equal(row.begin() + 3, row.end(), first.begin() + 3) || (next.size() > 0 && std::stoll(*row[0]) != place + 1))
				break;
			place = std::stoll(*row[0]);
			next.ords.push_back(place);
			next.keys.push_back(std::move(*row[1]));
			next.former_keys.push_back(std::move(row[2]));
		}
		if (first.empty())
			return;
		next.request = std::stoll(*first[3]);
		next.erased = *first[4] == "t";
		next.requested_at = first[5];
		next.requested_by = first[6];
		next.masked_at = first[7];
		next.masked_by = first[8];
		next.erase_after = first[9];
		next.erased_at = first[10];
	});
	return next;
}

void note_outcome(const std::vector<std::int64_t> &ords, const std::string &outcome, const std::string &detail)
{
	if (ords.empty())
		return;
	policy::as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.replay SET outcome = $2, detail = nullif($3, ''), done_at = pg_catalog.clock_timestamp() WHERE ord OPERATOR(pg_catalog.=) ANY ($1)",
					pg::Params().add(ords).add(outcome).add(detail));
	});
}

namespace {

// One hash key, and what it is looked for under: there is one, but where exports of several copies were put together.
struct Source {
	std::int32_t table_id;
	std::string master_id;
	std::string wrapped;
};

std::vector<Source> sources_of(const policy::Subject &subject, std::unordered_set<std::string> &wanted)
{
	std::vector<Source> sources;
	policy::as_extension([&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT former_key FROM erasure.replay WHERE subject_id OPERATOR(pg_catalog.=) $1 AND former_key IS NOT NULL", pg::Params().add_int4(subject.id)))
			wanted.insert(std::move(*row[0]));
		pg::Cursor cursor("SELECT DISTINCT source_id, hash_key_master, hash_key FROM erasure.replay WHERE subject_id OPERATOR(pg_catalog.=) $1 AND former_key IS NOT NULL "
						  "AND source_id IS NOT NULL AND hash_key_master IS NOT NULL AND hash_key IS NOT NULL",
						  pg::Params().add_int4(subject.id), {pg::Form::text, pg::Form::text, pg::Form::wire});
		pg::WireScope wire;
		while (cursor.fetch(kBatchRows))
			for (std::size_t row = 0; row < cursor.rows(); ++row)
				sources.push_back({std::stoi(std::string(cursor.at(row, 0))), std::string(cursor.at(row, 1)), std::string(cursor.at(row, 2))});
		cursor.close();
	});
	return sources;
}

}  // namespace

FormerRows find_former_rows(const policy::Subject &subject)
{
	const policy::Node &root = subject.root();
	std::unordered_set<std::string> wanted;
	const std::vector<Source> sources = sources_of(subject, wanted);
	FormerRows found;
	if (sources.empty())
		return found;
	std::string select = "SELECT " + policy::key_text("t", root.key);
	for (const pg::ColumnInfo &key : root.key)
		select += ", erasure._key(" + policy::column("t", key) + ")";
	policy::as_role(root.table.owner, [&](pg::Spi &) {
		pg::Cursor cursor(select + " FROM " + root.sql_name() + " AS t", {}, std::vector<pg::Form>(1 + root.key.size(), pg::Form::text));
		while (cursor.fetch(kBatchRows))
			policy::as_extension([&](pg::Spi &spi) {
				for (const Source &source : sources) {
					const vault::KeyedHash hash(spi, source.master_id, source.wrapped);
					for (std::size_t row = 0; row < cursor.rows(); ++row) {
						const std::string handle = policy::handle(hash, source.table_id, std::string(cursor.at(row, 0)));
						if (!wanted.contains(handle))
							continue;
						FormerRow &former = found[handle];
						former = {std::string(cursor.at(row, 0)), {}};
						for (std::size_t c = 0; c < root.key.size(); ++c)
							former.columns.emplace_back(cursor.at(row, 1 + c));
					}
				}
			});
		cursor.close();
	});
	return found;
}

}  // namespace lifecycle
