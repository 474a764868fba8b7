// A key value as text that does not depend on anybody's settings.
#pragma once

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

// The type's output under ISO dates, UTC and exact floats, so that the same key is always the same text.
std::string key_text(Oid type, Datum value);

}  // namespace pg
