// The columns of a table that look personal: by name, type, comment, and a sample of their values.
#include <algorithm>
#include <ctime>

#include "core/sqltext.hpp"
#include "core/value_pattern.hpp"
#include "pg/attempt.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/suggest.hpp"

namespace policy {
namespace {

constexpr double kEnough = 0.5;
constexpr std::size_t kSampleRows = 100;
constexpr std::size_t kSampleBytes = 200;

core::TypeClass type_class(const pg::ColumnInfo &column)
{
	constexpr pg::Oid kBytea = 17, kJson = 114, kXml = 142, kCidr = 650, kMacaddr = 829, kMacaddr8 = 774, kJsonb = 3802;  // pg_type.dat
	if (column.type_kind == 'e')
		return core::TypeClass::other;
	switch (column.base_type) {
	case kBytea: return core::TypeClass::binary;
	case kJson:
	case kJsonb:
	case kXml: return core::TypeClass::document;
	case kCidr: return core::TypeClass::other;
	case kMacaddr:
	case kMacaddr8: return core::TypeClass::network;
	default: break;
	}
	switch (column.category) {
	case 'S': return core::TypeClass::text;
	case 'N': return core::TypeClass::number;
	case 'D': return core::TypeClass::date;
	case 'I': return core::TypeClass::network;
	case 'G': return core::TypeClass::geometry;
	case 'A': return pg::element_type(column.base_type) != pg::kInvalidOid ? core::TypeClass::text : core::TypeClass::other;
	default: break;
	}
	const std::string &name = column.bare_type;
	if (name.find("citext") != std::string::npos)
		return core::TypeClass::text;
	if (name.find("hstore") != std::string::npos)
		return core::TypeClass::document;
	if (name.find("geometry") != std::string::npos || name.find("geography") != std::string::npos)
		return core::TypeClass::geometry;
	return core::TypeClass::other;
}

// One column on its way to a verdict.
struct Candidate {
	const pg::ColumnInfo *column;
	core::TypeClass type;
	std::vector<core::NameWord> words;
	core::NameVerdict name;
	std::vector<std::string> values;  // of the sample; never leave this file
	Finding finding;
};

// Reads the first rows, as the table's owner: what a type's output function does is the owner's affair. A table that
// cannot be read is judged by its catalogue entry alone.
void read_sample(const Found &found, std::vector<Candidate> &candidates)
{
	std::string list;
	std::vector<Candidate *> sampled;
	for (Candidate &candidate : candidates) {
		if (candidate.type != core::TypeClass::text && candidate.type != core::TypeClass::number && candidate.type != core::TypeClass::date)
			continue;
		list += (list.empty() ? "" : ", ") + ("pg_catalog.left(t." + core::quote_ident(candidate.column->name) + "::pg_catalog.text, " + std::to_string(kSampleBytes) + ")");
		sampled.push_back(&candidate);
	}
	if (list.empty())
		return;
	pg::Caught caught;
	pg::attempt_body(
		[&] {
			as_role(found.table.owner, [&](pg::Spi &spi) {
				const std::string sql = "SELECT " + list + " FROM " + pg::qualified(found.table) + " AS t LIMIT " + std::to_string(kSampleRows);
				for (const pg::Row &row : spi.query(sql))
					for (std::size_t i = 0; i < sampled.size(); ++i)
						if (row[i] && !row[i]->empty())
							sampled[i]->values.push_back(*row[i]);
			});
		},
		caught);
}

int this_year()
{
	const std::time_t now = std::time(nullptr);
	std::tm parts{};
	gmtime_r(&now, &parts);
	return parts.tm_year + 1900;
}

core::SampleVerdict sample_verdict(const Candidate &candidate)
{
	std::vector<std::string_view> values(candidate.values.begin(), candidate.values.end());
	core::SampleVerdict verdict = core::judge_sample(values, this_year());
	using enum core::Kind;
	// Any date passes for an address of sorts, and any long number for something: only what the type can mean.
	if (candidate.type == core::TypeClass::number && verdict.kind != card && verdict.kind != national_id && verdict.kind != phone)
		return {};
	if (candidate.type == core::TypeClass::date && verdict.kind != birth)
		return {};
	return verdict;
}

// What certain values outweigh: a name that seems to say something else.
bool certain(core::Kind kind)
{
	using enum core::Kind;
	return kind == email || kind == bank || kind == card || kind == national_id;
}

void judge(Candidate &candidate, const core::TableTaste &taste, const std::string *comment)
{
	Finding &finding = candidate.finding;
	finding.column = *candidate.column;
	const core::NameVerdict &name = candidate.name;
	if (name.confidence > 0) {
		finding.kind = name.kind;
		finding.confidence = name.confidence;
		finding.reason = "name: " + std::string(core::to_text(name.kind));
	}
	const core::SampleVerdict sample = sample_verdict(candidate);
	if (sample.kind != core::Kind::none) {
		const std::string says = "values: " + std::string(core::to_text(sample.kind));
		const bool opposed = (name.known && name.confidence < 0.3) || (taste.thing && sample.kind == core::Kind::person_name);
		if (finding.confidence >= 0.3 && finding.kind == sample.kind) {
			finding.confidence = std::max(finding.confidence, sample.confidence) + 0.04;
			finding.reason += "; " + says;
		} else if (finding.confidence < sample.confidence && (!opposed || certain(sample.kind))) {
			finding.kind = sample.kind;
			finding.confidence = sample.confidence - (opposed ? 0.2 : 0);
			finding.reason = says;
			candidate.name.needs = core::Needs::nothing;
		}
	}
	if (finding.confidence == 0 && !name.known && comment != nullptr)
		if (const core::NameVerdict said = core::judge_comment(*comment, candidate.type); said.confidence > 0) {
			finding.kind = said.kind;
			finding.confidence = said.confidence;
			finding.reason = "comment: " + std::string(core::to_text(said.kind));
		}
	finding.confidence = std::min(finding.confidence, 0.99);
}

bool has_role(const std::vector<core::NameWord> &words)
{
	return std::any_of(words.begin(), words.end(), [](const core::NameWord &w) { return w.word == core::Word::role || w.word == core::Word::person; });
}

// "state" is a part of an address beside a street, "title" a person's beside a name; elsewhere they are anything. An
// order's own state is not the state it is shipped to.
bool accompanied(const Candidate &candidate, const std::vector<Candidate> &all, const core::TableTaste &taste)
{
	const core::Kind wanted = candidate.name.needs == core::Needs::address ? core::Kind::address : core::Kind::person_name;
	if (candidate.name.needs == core::Needs::nothing || (wanted == core::Kind::address ? taste.address : taste.person))
		return true;
	const bool role = has_role(candidate.words);
	return std::any_of(all.begin(), all.end(), [&](const Candidate &other) {
		return other.finding.kind == wanted && other.finding.confidence >= kEnough && other.name.needs == core::Needs::nothing &&
			   (wanted != core::Kind::address || role == has_role(other.words));
	});
}

}  // namespace

bool owned_by_caller(pg::Oid relation)
{
	return pg::owns_table(pg::outer_role(), relation) && pg::owns_table(pg::current_role(), relation);
}

std::vector<Finding> findings_of(const Surroundings &all, const Found &found)
{
	const Node *declared = all.declared != nullptr && found.declared ? all.declared->node_of(found.table.oid) : nullptr;
	const core::TableTaste taste = core::taste_of(core::words_of(found.table.name));
	const std::vector<pg::ColumnInfo> columns = pg::columns(found.table.oid);
	const auto commented = all.comments.find(found.table.oid);
	std::vector<Candidate> candidates;
	for (const pg::ColumnInfo &column : columns) {
		const core::TypeClass type = type_class(column);
		const bool done = declared != nullptr && std::any_of(declared->personal.begin(), declared->personal.end(),
															 [&](const PersonalColumn &p) { return p.column.number == column.number; });
		if (done || type == core::TypeClass::other || column.identity || all.decided.columns.contains({found.table.oid, column.name}))
			continue;
		Candidate candidate{&column, type, core::words_of(column.name), {}, {}, {}};
		candidate.name = core::judge_name(candidate.words, taste, type);
		// A reference is a key, unless it is made of what it refers to.
		if (all.refers(found.table.oid, column.name) && (type != core::TypeClass::text || !certain(candidate.name.kind)))
			continue;
		candidates.push_back(std::move(candidate));
	}
	if (found.owned)
		read_sample(found, candidates);
	for (Candidate &candidate : candidates) {
		const std::string *comment = nullptr;
		if (commented != all.comments.end())
			if (const auto at = commented->second.find(candidate.column->name); at != commented->second.end())
				comment = &at->second;
		judge(candidate, taste, comment);
	}
	std::vector<Finding> findings;
	for (const Candidate &candidate : candidates)
		if (candidate.finding.confidence >= kEnough && accompanied(candidate, candidates, taste))
			findings.push_back(candidate.finding);
	return findings;
}

}  // namespace policy
