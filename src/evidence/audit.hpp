// The audit log: one row a call, without personal data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "pg/spi.hpp"

namespace evidence {

struct Entry {
	std::string action;
	pg::Oid relation = pg::kInvalidOid;
	std::optional<std::int64_t> request = std::nullopt;
	std::optional<std::int64_t> subjects = std::nullopt;
	std::optional<std::int64_t> rows = std::nullopt;
	std::string detail = {};  // facts only: never a value, never a key
};

// Appends an entry with who called: session role, outer role, the application's own user (erasure.actor) and the
// client's address. The caller works as the extension's owner.
void record(pg::Spi &spi, const Entry &entry);

// Whether the caller may read the log: superusers, owners of protected tables, and roles with a permission beyond the shop's.
bool may_audit();
// Raises 42501 "permission denied to ..." otherwise.
void require_may_audit(const char *to_do);

}  // namespace evidence
