// JSON documents with every leaf masked, and whether they already are; for pg/ only.
#pragma once

#include "core/encoding.hpp"
#include "pg/server.hpp"

namespace pg {

// These four are called inside a guard. Object keys, nulls and the nesting stay; '' stays ''.
Jsonb *mask_jsonb_leaves(Jsonb *document);
bool jsonb_leaves_masked(Jsonb *document, core::Encoding encoding);

// Type json is text, so that it keeps white space, double keys and what jsonb refuses (\u0000, huge numbers).
text *mask_json_leaves(text *document);
bool json_leaves_masked(text *document, core::Encoding encoding);

}  // namespace pg
