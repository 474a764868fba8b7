// find_residue for a request: looks for the originals while the vault still has them, and keeps count of what was found.
#include <algorithm>
#include <map>
#include <tuple>

#include "evidence/audit.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "residue/answer.hpp"
#include "residue/find.hpp"
#include "residue/originals.hpp"

namespace residue {
namespace {

// Tables and columns with how many places each has: no key, no value.
class Counted {
public:
	void add(const Place &place) { ++counts_[{place.relation, place.column.value_or(""), place.kind}]; }

	std::vector<std::string> lines() const
	{
		std::vector<std::string> lines;
		for (const auto &[where, count] : counts_) {
			const auto &[relation, column, kind] = where;
			std::string line = relation != pg::kInvalidOid ? pg::display_name(relation) : std::string("-");
			line += column.empty() ? "" : "." + column;
			lines.push_back(line + " (" + kind + "): " + std::to_string(count));
		}
		return lines;
	}

private:
	std::map<std::tuple<pg::Oid, std::string, std::string>, std::uint64_t> counts_;
};

struct Searched {
	std::vector<std::int64_t> requests;
	std::uint64_t subjects = 0;
	std::uint64_t left_out = 0;
	Summary summary;
	Counted counted;
};

// The tables by their whole names: search_path is pinned here.
std::string note(pg::Spi &spi, const Searched &searched)
{
	const std::vector<std::string> lines = searched.counted.lines();
	std::vector<std::int64_t> requests = searched.requests;
	std::sort(requests.begin(), requests.end());
	requests.erase(std::unique(requests.begin(), requests.end()), requests.end());
	spi.execute("INSERT INTO erasure.residue_search (requests, searched_by, subjects, values_searched, values_left_out, tables, bytes, places, found) VALUES ($1, $2::pg_catalog.name, $3, $4, $5, $6, $7, $8, $9)",
				pg::Params()
					.add(requests)
					.add(pg::role_name(pg::outer_role()))
					.add(static_cast<std::int64_t>(searched.subjects))
					.add(static_cast<std::int64_t>(searched.summary.values))
					.add(static_cast<std::int64_t>(searched.left_out))
					.add(static_cast<std::int64_t>(searched.summary.tables))
					.add(static_cast<std::int64_t>(searched.summary.bytes))
					.add(static_cast<std::int64_t>(searched.summary.places))
					.add(lines));
	std::string text;
	for (const std::string &line : lines)
		text += (text.empty() ? "" : ", ") + line;
	return text;
}

struct Request {
	policy::Held subject;
	std::vector<std::string> keys;  // of those whose originals are still there
};

Request open(std::int64_t id)
{
	Request request{{policy::catalogue(), nullptr}, {}};
	policy::as_extension([&](pg::Spi &spi) {
		const pg::Rows rows = spi.query("SELECT r.subject_id FROM erasure.request r WHERE r.id OPERATOR(pg_catalog.=) $1", pg::Params().add(id));
		if (!rows.empty())
			request.subject.subject = request.subject.keep->subject(std::stoi(*rows[0][0]));
		for (pg::Row &row : spi.query("SELECT s.key FROM erasure.subject_state s JOIN erasure.request r ON r.id OPERATOR(pg_catalog.=) s.request AND r.subject_id OPERATOR(pg_catalog.=) s.subject_id "
									  "WHERE s.request OPERATOR(pg_catalog.=) $1 AND s.state OPERATOR(pg_catalog.=) 'masked' AND s.destroyed_at IS NULL ORDER BY s.key",
									  pg::Params().add(id)))
			request.keys.push_back(std::move(*row[0]));
	});
	if (request.subject.subject == nullptr)
		throw pg::Failure(pg::code::key_not_found, "request " + std::to_string(id) + " does not exist", "There is none of that number for a protected table.",
						  "SELECT request, relation FROM erasure.requests;");
	return request;
}

void require_originals(std::int64_t id, bool any)
{
	if (!any)
		throw pg::Failure(pg::code::wrong_state, "request " + std::to_string(id) + " has no originals to search for", "All its subjects were erased or brought back, or nothing in it tells one person from others.",
						  "Search for values that you know: SELECT * FROM erasure.find_residue($1::text[]);");
}

}  // namespace

void search_before_erasure(const policy::Subject &subject, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys)
{
	if (!searches_before_erasure() || keys.empty())
		return;
	const Originals originals = originals_of(subject, requests, keys);
	if (originals.values.size() == 0)
		return;
	Searched searched{requests, keys.size(), originals.left_out, {}, {}};
	Search search(originals.values);
	searched.summary = search.tell([&](const Place &place) { searched.counted.add(place); });
	std::string found;
	policy::as_extension([&](pg::Spi &spi) { found = note(spi, searched); });
	if (searched.summary.places > 0)
		pg::warning("values of " + std::to_string(keys.size()) + " subjects about to be erased stand in " + std::to_string(searched.summary.places) + " other places",
					found + ".", "erasure.residue_searches lists the columns; declare those that are not.");
}

}  // namespace residue

// erasure.find_residue(request bigint) RETURNS TABLE(relation regclass, column_name name, key text, kind text, statement text)
ERASURE_FUNCTION(erasure_find_residue_of_request)
{
	residue::require_all_data();
	const std::int64_t id = call.int8(0, "request");
	const residue::Request request = residue::open(id);
	policy::require_may(*request.subject, core::Action::undo);
	residue::require_originals(id, !request.keys.empty());
	const residue::Originals originals = residue::originals_of(*request.subject, std::vector<std::int64_t>(request.keys.size(), id), request.keys);
	residue::require_originals(id, originals.values.size() > 0);
	if (originals.left_out > 0)
		pg::notice(std::to_string(originals.left_out) + " originals were not searched for", "They are short, or single words, which stand with other people as well.",
				   "Search for those that matter: SELECT * FROM erasure.find_residue($1::text[]);");
	residue::Searched searched{{id}, request.keys.size(), originals.left_out, {}, {}};
	searched.summary = residue::answer(call, originals.values, [&](const residue::Place &place) { searched.counted.add(place); });
	policy::as_extension([&](pg::Spi &spi) {
		residue::note(spi, searched);
		evidence::record(spi, {.action = "find_residue", .relation = request.subject->root().table.oid, .request = id, .subjects = static_cast<std::int64_t>(request.keys.size()),
							   .rows = static_cast<std::int64_t>(searched.summary.places)});
	});
	return call.nothing();
}
