// Reads stored rows for a search, page by page: whole pages first, single values only where a page has something.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "pg/types.hpp"

namespace pg {

// What is looked for.
class Looking {
public:
	virtual ~Looking() = default;
	// In bytes that may be anything: false only where no value that is found by its bytes can be.
	virtual bool in_bytes(std::string_view bytes) const = 0;
	// Where in them, each place at least once.
	virtual void each_in_bytes(std::string_view bytes, const std::function<bool(std::size_t)> &found) const = 0;
	virtual bool in_text(std::string_view text) const = 0;
	virtual bool in_number(std::string_view digits) const = 0;
	// Whether pages do not tell: telephone numbers are written in too many ways.
	virtual bool every_text() const = 0;
};

enum class PlaceKind : std::uint8_t { table, by_rows, statistics, extended_statistics, large_objects };

// Something to be read. by_rows: a table of another access method than heap.
struct Place {
	Oid relation = kInvalidOid;
	PlaceKind kind = PlaceKind::table;
	std::uint32_t blocks = 0;

	// Parts that are read one by one, by anybody.
	static constexpr std::uint32_t kBlocksAPart = 128;
	std::uint32_t parts() const { return kind == PlaceKind::by_rows || kind == PlaceKind::large_objects ? 1 : (blocks + kBlocksAPart - 1) / kBlocksAPart; }
};

// Where something was found. Of statistics: the table and column that they are about; of extended ones, their own OID. Of large
// objects: the object. The key is empty where a row's would show a value, or cannot be printed without running users' code.
struct Hit {
	PlaceKind kind = PlaceKind::table;
	Oid relation = kInvalidOid;
	AttrNumber column = 0;
	std::string_view key;
};

class SearchScan {
public:
	SearchScan(const Looking &looking, std::function<void(const Hit &)> report);
	~SearchScan();
	SearchScan(const SearchScan &) = delete;
	SearchScan &operator=(const SearchScan &) = delete;

	// Nothing when the table is gone.
	void scan(const Place &place, std::uint32_t part);
	// Closes the table that was read last. When an error unwinds, the transaction's abort does.
	void finish();
	std::uint64_t bytes() const;  // read so far, after decompression

private:
	struct State;
	std::unique_ptr<State> state_;
};

// Opens it for a moment. Its size, and whether it is a heap; false when it is gone.
bool measure(Place &place);

}  // namespace pg
