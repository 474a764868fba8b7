// Messages kept for a second reading: in memory as long as they are few, else in a temporary file.
#pragma once

#include <cstddef>
#include <string_view>

#include "pg/types.hpp"

namespace pg {

class Spool {
public:
	Spool();
	// In the transaction's memory: its end removes what finish() has not.
	void add(std::string_view message);
	// From the first on; the view lasts until the next call.
	bool next(std::string_view &message);
	void finish();
	std::uint64_t size() const { return size_; }

private:
	void *store_;
	void *slot_;
	std::uint64_t size_ = 0;
};

}  // namespace pg
