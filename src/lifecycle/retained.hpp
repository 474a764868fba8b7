// Rows that a law wants kept after their subject is deleted: counting them, and remembering them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "lifecycle/subjects.hpp"
#include "pg/spi.hpp"

namespace lifecycle {

struct Retained {
	std::vector<bool> has_rows;         // by the subject's place in the call
	std::set<std::int32_t> tables;      // ids of the tables with such rows
	std::string words;                  // "N rows of TABLE retained until DATE: BASIS; ...", without personal data; '' for none
};

// Counts the rows that are retained now, of subjects that are masked and whose rows the caller has locked, and writes them
// into erasure.retained in the place of what was known before.
Retained note_retained(const policy::Subject &subject, const Subjects &subjects);

void forget_retained(pg::Spi &spi, const policy::Subject &subject, const Subjects &subjects);

}  // namespace lifecycle
