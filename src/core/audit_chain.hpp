// What one link of the audit chain is the hash of: the hash before, and the entry's fields, each with its length.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

using AuditFields = std::vector<std::optional<std::string_view>>;

// No two lists of fields give the same bytes, whatever is in them: NULL is not an empty text, and no text runs over into
// the next. The form never changes, or chains sealed before would not verify any more.
std::string audit_link(std::string_view previous, const AuditFields &fields);

}  // namespace core
