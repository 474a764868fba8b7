// The key of a row that a search found, printed without running code of user-defined types.
#pragma once

#include <string>
#include <vector>

#include "pg/server.hpp"
#include "pg/types.hpp"

namespace pg {

// A value's output, of several a jsonb object's, as the extension's tables keep keys. Nothing where there is no key, or a part
// of it is of a user-defined type.
class SearchKey {
public:
	SearchKey() = default;
	explicit SearchKey(::Oid relation);

	// From the row's columns. Works in this memory context, which is emptied first.
	std::string text(MemoryContext memory, const ::Datum *values, const bool *nulls) const;

private:
	struct Part {
		AttrNumber number;
		::Oid type;
		std::string name;
	};
	std::vector<Part> parts_;
};

}  // namespace pg
