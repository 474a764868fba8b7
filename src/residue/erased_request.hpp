// An erased request, as what is left of it is looked for: its tables and the transaction that erased its last subject.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pg/spi.hpp"
#include "policy/model.hpp"

namespace residue {

struct ErasedRequest {
	std::int64_t id = 0;
	std::uint64_t erased_in = 0;  // the transaction's number
	std::vector<pg::Oid> tables;  // those with pages of their own: the subject's, their partitions, and the extension's own
	std::vector<std::string> lost;  // by the names they had: tables it masked in that are declared no more
};

// Raises P0002 and 55000.
ErasedRequest erased_request(std::int64_t id);

// The extension's tables that keep wrapped keys, reasons and the keys of subjects.
std::vector<pg::Oid> own_tables();
// The one of them that stands for all where a scrub is wanted.
pg::Oid own_tables_handle();

// Tables, TOAST tables and materialized views: what has pages.
bool has_pages(const pg::TableInfo &table);
std::vector<pg::Oid> parts_with_pages(pg::Oid relation);

}  // namespace residue
