// Hyperscan's literal matcher and the sieve behind one call; both find candidates, the needles decide.
#include "residue/matcher.hpp"

#include <cstdlib>
#include <hs/hs.h>
#include <limits>
#include <stdexcept>
#include <string.h>
#include <vector>

#include "core/segment.hpp"
#include "core/sieve.hpp"

namespace residue {
namespace {

// Hyperscan's databases hold the values; the size stands before the block, so that all of it can be wiped.
constexpr std::size_t kHeader = 64;

void *allocate(std::size_t size)
{
	auto *block = static_cast<char *>(std::aligned_alloc(kHeader, (size + 2 * kHeader - 1) / kHeader * kHeader));
	if (block == nullptr)
		return nullptr;
	memcpy(block, &size, sizeof size);
	return block + kHeader;
}

void release(void *memory)
{
	if (memory == nullptr)
		return;
	char *block = static_cast<char *>(memory) - kHeader;
	std::size_t size;
	memcpy(&size, block, sizeof size);
	explicit_bzero(memory, size);
	std::free(block);
}

void require(hs_error_t code)
{
	if (code == HS_NOMEM)
		throw std::bad_alloc();
	if (code != HS_SUCCESS)
		throw std::runtime_error("Hyperscan reports error " + std::to_string(code));
}

}  // namespace

struct Matcher::State {
	State(const core::Needles &n, std::size_t from) : sieve_from(from), needles(n), segments(n), sieve(segments, sieved()) { compile(); }
	~State()
	{
		hs_free_scratch(scratch);
		hs_free_database(database);
	}
	State(const State &) = delete;
	State &operator=(const State &) = delete;

	bool is_sieved(std::size_t i) const { return segments.size() >= sieve_from && segments[i].length >= core::Sieve::kLeastBytes; }
	std::vector<std::uint32_t> sieved() const
	{
		std::vector<std::uint32_t> chosen;
		for (std::size_t i = 0; i < segments.size(); ++i)
			if (is_sieved(i))
				chosen.push_back(static_cast<std::uint32_t>(i));
		return chosen;
	}

	void compile();
	bool accepts(std::size_t needle, std::string_view bytes, std::size_t at, Edges edges) const
	{
		return needles.stands_at(needle, bytes, at) && (edges == Edges::ignored || needles.edges_allow(needle, bytes, at));
	}
	using Found = std::function<bool(std::size_t)>;
	bool find(std::string_view bytes, Edges edges, const Found &found) const;
	bool scan(std::string_view bytes, Edges edges, const Found &found) const;

	const std::size_t sieve_from;
	const core::Needles &needles;
	const core::Segments segments;
	const core::Sieve sieve;
	std::vector<std::uint32_t> ends;  // by segment: where in its value that ends which Hyperscan looks for
	hs_database_t *database = nullptr;
	hs_scratch_t *scratch = nullptr;
};

namespace {

// Hyperscan looks for the last bytes of a piece first: those of an e-mail address are the same for everybody.
std::size_t told_apart(const core::Needles &needles, const core::Segment &segment, std::string_view text)
{
	constexpr std::size_t kEnough = 5;
	const std::size_t sign = needles[segment.needle].edges == core::Edges::email ? text.find_first_of("@%") : std::string_view::npos;
	return sign != std::string_view::npos && sign >= kEnough ? sign : text.size();
}

}  // namespace

void Matcher::State::compile()
{
	ends.resize(segments.size());
	std::vector<const char *> texts;
	std::vector<unsigned> flags, ids;
	std::vector<std::size_t> lengths;
	for (std::size_t i = 0; i < segments.size(); ++i)
		if (!is_sieved(i)) {
			const std::string_view text = segments.text(segments[i]);
			const std::size_t length = told_apart(needles, segments[i], text);
			ends[i] = static_cast<std::uint32_t>(segments[i].offset + length);
			texts.push_back(text.data());
			lengths.push_back(length);
			flags.push_back(HS_FLAG_CASELESS);
			ids.push_back(static_cast<unsigned>(i));
		}
	if (texts.empty())
		return;
	if (hs_valid_platform() != HS_SUCCESS)
		throw std::runtime_error("Hyperscan needs a processor with SSSE3");
	require(hs_set_allocator(allocate, release));
	hs_compile_error_t *error = nullptr;
	const hs_error_t code = hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), lengths.data(), static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, nullptr, &database, &error);
	hs_free_compile_error(error);  // its text may show a value
	require(code);
	require(hs_alloc_scratch(database, &scratch));
}

namespace {

struct Scan {
	const void *state;
	bool (*accepts)(const Scan &scan, std::size_t segment, std::size_t end);
	std::string_view bytes;
	Edges edges;
	const std::function<bool(std::size_t)> &found;
	bool enough;
};

int on_match(unsigned id, unsigned long long, unsigned long long to, unsigned, void *context)
{
	auto *scan = static_cast<Scan *>(context);
	scan->enough = scan->accepts(*scan, id, static_cast<std::size_t>(to));
	return scan->enough ? 1 : 0;
}

}  // namespace

bool Matcher::State::scan(std::string_view bytes, Edges edges, const Found &found) const
{
	Scan scan{this,
			  [](const Scan &s, std::size_t id, std::size_t end) {
				  const auto *self = static_cast<const State *>(s.state);
				  const std::size_t before = self->ends[id];
				  return end >= before && self->accepts(self->segments[id].needle, s.bytes, end - before, s.edges) && s.found(end - before);
			  },
			  bytes, edges, found, false};
	if (bytes.size() > std::numeric_limits<unsigned>::max())
		throw std::length_error("too long for Hyperscan");
	const hs_error_t code = hs_scan(database, bytes.data(), static_cast<unsigned>(bytes.size()), 0, scratch, on_match, &scan);
	if (code != HS_SCAN_TERMINATED)
		require(code);
	return scan.enough;
}

Matcher::Matcher(const core::Needles &needles, std::size_t sieve_from) : state_(std::make_unique<State>(needles, sieve_from)) {}

Matcher::~Matcher() = default;

bool Matcher::State::find(std::string_view bytes, Edges edges, const Found &found) const
{
	if (bytes.empty())
		return false;
	if (database != nullptr && scan(bytes, edges, found))
		return true;
	return sieve.find(bytes, [&](const core::SieveHit &hit) { return accepts(hit.needle, bytes, hit.at, edges) && found(hit.at); });
}

bool Matcher::occurs(std::string_view bytes, Edges edges) const
{
	return state_->find(bytes, edges, [](std::size_t) { return true; });
}

void Matcher::each(std::string_view bytes, const std::function<bool(std::size_t)> &found) const
{
	(void)state_->find(bytes, Edges::ignored, found);
}

}  // namespace residue
