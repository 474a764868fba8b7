// Lists what there is to read, has it read in parallel, and tells what was found when all of it has been.
#include "residue/search.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <numeric>
#include <stdexcept>

#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/parallel.hpp"
#include "pg/search_scan.hpp"
#include "pg/spi.hpp"
#include "pg/spool.hpp"
#include "policy/engine_sql.hpp"
#include "residue/definitions.hpp"
#include "residue/matcher.hpp"

namespace residue {

void Values::add(std::string_view value)
{
	starts_.push_back(bytes_.size());
	lengths_.push_back(value.size());
	bytes_.insert(bytes_.end(), value.begin(), value.end());
}

void Values::drop_duplicates()
{
	std::vector<std::size_t> order(size());
	std::iota(order.begin(), order.end(), std::size_t{0});
	const Values &self = *this;
	std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return self[a] < self[b]; });
	Values kept;
	for (std::size_t i = 0; i < order.size(); ++i)
		if (i == 0 || self[order[i]] != self[order[i - 1]])
			kept.add(self[order[i]]);
	*this = std::move(kept);
}

namespace {

class Wanted : public pg::Looking {
public:
	explicit Wanted(bool utf8) : needles_(utf8) {}
	void add(std::string_view value) { needles_.add(value); }
	void finish()
	{
		needles_.finish();
		matcher_ = std::make_unique<Matcher>(needles_);
	}

	bool in_bytes(std::string_view bytes) const override { return matcher_->occurs(bytes, Edges::ignored); }
	void each_in_bytes(std::string_view bytes, const std::function<bool(std::size_t)> &found) const override { matcher_->each(bytes, found); }
	bool in_text(std::string_view text) const override { return matcher_->occurs(text, Edges::respected) || needles_.finds_phone(text); }
	bool in_number(std::string_view digits) const override { return needles_.finds_phone(digits); }
	bool every_text() const override { return needles_.has_phones(); }

private:
	core::Needles needles_;
	std::unique_ptr<Matcher> matcher_;
};

// What goes to the workers and back: numbers as they lie in memory, texts with their length before them.
template <typename Bytes, typename Number>
void put(Bytes &bytes, Number number)
{
	const char *from = reinterpret_cast<const char *>(&number);
	bytes.insert(bytes.end(), from, from + sizeof number);
}

template <typename Number>
Number take(std::string_view &bytes)
{
	Number number{};
	if (bytes.size() < sizeof number)
		throw std::runtime_error("a message of the search is cut short");
	std::memcpy(&number, bytes.data(), sizeof number);
	bytes.remove_prefix(sizeof number);
	return number;
}

using Task = core::WipedVector<char>;

Task write_task(const Values &values, const std::vector<pg::Place> &places, bool utf8)
{
	Task task;
	std::size_t size = 64 + places.size() * sizeof(pg::Place);
	for (std::size_t i = 0; i < values.size(); ++i)
		size += values[i].size() + sizeof(std::uint32_t);
	task.reserve(size);
	put(task, utf8);
	put(task, static_cast<std::uint32_t>(places.size()));
	for (const pg::Place &place : places)
		put(task, place);
	put(task, static_cast<std::uint32_t>(values.size()));
	for (std::size_t i = 0; i < values.size(); ++i) {
		put(task, static_cast<std::uint32_t>(values[i].size()));
		task.insert(task.end(), values[i].begin(), values[i].end());
	}
	return task;
}

std::string write_hit(const pg::Hit &hit)
{
	std::string message(1, 'h');
	put(message, hit.kind);
	put(message, hit.relation);
	put(message, hit.column);
	message += hit.key;
	return message;
}

// The last message says how much was read.
std::string write_bytes(std::uint64_t bytes)
{
	std::string message(1, 'b');
	put(message, bytes);
	return message;
}

pg::Hit read_hit(std::string_view message)
{
	pg::Hit hit;
	hit.kind = take<pg::PlaceKind>(message);
	hit.relation = take<pg::Oid>(message);
	hit.column = take<pg::AttrNumber>(message);
	hit.key = message;
	return hit;
}

// What is left of a task once its values are read.
std::vector<pg::Place> read_task(std::string_view task, Wanted &wanted)
{
	std::vector<pg::Place> places(take<std::uint32_t>(task));
	for (pg::Place &place : places)
		place = take<pg::Place>(task);
	for (auto left = take<std::uint32_t>(task); left > 0; --left) {
		const auto length = take<std::uint32_t>(task);
		wanted.add(task.substr(0, length));
		task.remove_prefix(std::min<std::size_t>(length, task.size()));
	}
	wanted.finish();
	return places;
}

// In this backend as in each worker.
void read_places(const Wanted &wanted, const std::vector<pg::Place> &places, pg::WorkShare &share)
{
	pg::SearchScan scan(wanted, [&](const pg::Hit &hit) { share.send(write_hit(hit)); });
	std::size_t at = 0;
	std::uint64_t before = 0;  // parts of the places before this one
	std::uint64_t part = 0;
	while (share.next(part)) {
		for (; part - before >= places[at].parts(); ++at)
			before += places[at].parts();
		scan.scan(places[at], static_cast<std::uint32_t>(part - before));
	}
	scan.finish();
	share.send(write_bytes(scan.bytes()));
}

void worker(std::string_view task, pg::WorkShare &share)
{
	Wanted wanted(take<bool>(task));
	const std::vector<pg::Place> places = read_task(task, wanted);
	read_places(wanted, places, share);
}

// The user's own tables and materialized views, and where PostgreSQL keeps copies of their values. Temporary tables of this
// session's are last: no worker can read them.
constexpr const char *kPlaces = R"(
SELECT c.oid::pg_catalog.int8, c.relkind, (c.relpersistence OPERATOR(pg_catalog.=) 't'::pg_catalog."char")::pg_catalog.int4, c.oid::pg_catalog.regclass
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
WHERE (c.relkind OPERATOR(pg_catalog.=) ANY ('{r,m,f}'::pg_catalog."char"[])
       AND n.nspname OPERATOR(pg_catalog.<>) ALL ('{pg_catalog,information_schema,pg_toast,erasure}'::pg_catalog.name[])
       AND (c.relpersistence OPERATOR(pg_catalog.<>) 't'::pg_catalog."char" OR n.oid OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()))
   OR c.oid OPERATOR(pg_catalog.=) ANY ('{pg_catalog.pg_statistic,pg_catalog.pg_statistic_ext_data,pg_catalog.pg_largeobject}'::pg_catalog.regclass[]::pg_catalog.oid[])
ORDER BY 3, c.relpages DESC, c.oid)";

struct Places {
	std::vector<pg::Place> shared, temporary;
	std::vector<std::string> foreign;
	std::uint64_t tables = 0;
};

pg::PlaceKind kind_of(pg::Oid relation)
{
	constexpr pg::Oid kStatistics = 2619, kExtendedStatistics = 3429, kLargeObjects = 2613;  // pg_class.dat's: fixed for ever
	return relation == kStatistics ? pg::PlaceKind::statistics : relation == kExtendedStatistics ? pg::PlaceKind::extended_statistics :
		   relation == kLargeObjects ? pg::PlaceKind::large_objects : pg::PlaceKind::table;
}

Places list_places()
{
	Places places;
	pg::Rows rows;
	policy::as_extension([&](pg::Spi &spi) { rows = spi.query(kPlaces); });
	for (const pg::Row &row : rows) {
		if (*row[1] == "f") {
			places.foreign.push_back(*row[3]);
			continue;
		}
		pg::Place place;
		place.relation = static_cast<pg::Oid>(std::stoull(*row[0]));
		place.kind = kind_of(place.relation);
		if (!pg::measure(place))
			continue;
		places.tables += place.kind == pg::PlaceKind::table || place.kind == pg::PlaceKind::by_rows;
		(*row[2] == "1" ? places.temporary : places.shared).push_back(place);
	}
	return places;
}

std::uint64_t parts_of(const std::vector<pg::Place> &places)
{
	std::uint64_t parts = 0;
	for (const pg::Place &place : places)
		parts += place.parts();
	return parts;
}

// Statistics tell of a table and column, extended ones have to be asked.
constexpr const char *kExtended = "SELECT s.stxrelid::pg_catalog.int8 FROM pg_catalog.pg_statistic_ext s WHERE s.oid OPERATOR(pg_catalog.=) $1";

std::string column_name(pg::Spi &spi, pg::Oid relation, pg::AttrNumber column)
{
	return spi.value("SELECT a.attname FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) $1 AND a.attnum OPERATOR(pg_catalog.=) $2::pg_catalog.int2", pg::Params().add_oid(relation).add_int4(column)).value_or("");
}

const char *word(pg::PlaceKind kind)
{
	switch (kind) {
		case pg::PlaceKind::statistics:
		case pg::PlaceKind::extended_statistics:
			return "statistics";
		case pg::PlaceKind::large_objects:
			return "large object";
		default:
			return "column";
	}
}

using ColumnNumber = std::pair<pg::Oid, pg::AttrNumber>;

}  // namespace

struct Search::State {
	void receive(std::string_view message);
	void read(const Values &values);
	Place named(const pg::Hit &hit, const char *kind) const;

	Places places;
	Summary summary;
	pg::Spool hits;
	std::vector<Place> definitions;
	std::map<ColumnNumber, std::string> names;  // of what was found, '' where it is no table's column
	std::map<pg::Oid, pg::Oid> extended;        // statistics, and the table they are of
	std::set<ColumnNumber> tables;
};

void Search::State::receive(std::string_view message)
{
	const bool is_hit = message.front() == 'h';
	message.remove_prefix(1);
	if (!is_hit) {
		summary.bytes += take<std::uint64_t>(message);
		return;
	}
	hits.add(message);
	const pg::Hit hit = read_hit(message);
	if (hit.kind == pg::PlaceKind::extended_statistics)
		extended.emplace(hit.relation, pg::kInvalidOid);
	else
		names.try_emplace({hit.relation, hit.column});
	if (hit.kind == pg::PlaceKind::table || hit.kind == pg::PlaceKind::by_rows)
		tables.emplace(hit.relation, hit.column);
}

void Search::State::read(const Values &values)
{
	const bool utf8 = pg::database_is_utf8();
	places = list_places();
	summary.tables = places.tables;
	summary.values = values.size();
	Wanted wanted(utf8);
	const auto take_in = [this](std::string_view message) { receive(message); };
	const Task task = write_task(values, places.shared, utf8);
	std::uint64_t blocks = 0;
	for (const pg::Place &place : places.shared)
		blocks += place.blocks;
	pg::work_together({"erasure_search_worker", parts_of(places.shared), pg::maintenance_workers(blocks), {task.data(), task.size()},
					   [&](pg::WorkShare &share) {
						   read_task({task.data() + sizeof utf8, task.size() - sizeof utf8}, wanted);
						   read_places(wanted, places.shared, share);
					   },
					   take_in});
	if (!places.temporary.empty())
		pg::work_together({"erasure_search_worker", parts_of(places.temporary), 0, {}, [&](pg::WorkShare &share) { read_places(wanted, places.temporary, share); }, take_in});
	policy::as_extension([&](pg::Spi &spi) {
		for (auto &[column, name] : names)
			name = column_name(spi, column.first, column.second);
		for (auto &[statistics, table] : extended)
			table = static_cast<pg::Oid>(spi.number(kExtended, pg::Params().add_oid(statistics)));
		search_definitions(wanted, [&](const pg::Hit &hit, const std::string &object) {
			Place place{hit.relation, std::nullopt, std::nullopt, "definition"};
			if (hit.column > 0)
				place.column = column_name(spi, hit.relation, hit.column);
			if (!object.empty())
				place.key = object;
			definitions.push_back(std::move(place));
		});
	});
}

Place Search::State::named(const pg::Hit &hit, const char *kind) const
{
	Place place{hit.relation, std::nullopt, std::nullopt, kind};
	if (hit.kind == pg::PlaceKind::extended_statistics)
		place.relation = extended.at(hit.relation);
	else if (const std::string &name = names.at({hit.relation, hit.column}); !name.empty())
		place.column = name;
	if (!hit.key.empty())
		place.key = std::string(hit.key);
	return place;
}

Search::Search(const Values &values) : state_(std::make_unique<State>()) { state_->read(values); }

Search::~Search() = default;

const std::vector<std::string> &Search::foreign_tables() const { return state_->places.foreign; }

std::set<std::pair<pg::Oid, std::string>> Search::columns() const
{
	std::set<std::pair<pg::Oid, std::string>> columns;
	for (const ColumnNumber &column : state_->tables)
		columns.emplace(column.first, state_->names.at(column));
	return columns;
}

Summary Search::tell(const std::function<void(const Place &)> &found)
{
	State &s = *state_;
	std::set<ColumnNumber> statistics;  // parents have them with their children and without
	for (std::string_view message; s.hits.next(message);) {
		const pg::Hit hit = read_hit(message);
		const bool again = hit.kind == pg::PlaceKind::statistics && !statistics.emplace(hit.relation, hit.column).second;
		if (again)
			continue;
		++s.summary.places;
		found(s.named(hit, word(hit.kind)));
	}
	for (const Place &place : s.definitions)
		found(place);
	s.summary.places += s.definitions.size();
	s.hits.finish();
	return s.summary;
}

}  // namespace residue

extern "C" ERASURE_EXPORT void erasure_search_worker(void *segment, void *contents);
extern "C" void erasure_search_worker(void *segment, void *contents) { pg::run_worker(segment, contents, residue::worker); }
