// The server's own WAL files, recycled ones too, looked at by the structure of their pages.
#pragma once

#include <cstdint>
#include <optional>

namespace pg {

struct WalFiles {
	std::uint64_t files = 0;
	// Every page of every file ends behind this position or is all zero. None: a file holds what is no page of WAL.
	std::optional<std::uint64_t> oldest;
};

// Reads them all, page by page: a file recycled for later use keeps the bytes it had under a name of the future.
WalFiles look_at_wal();

// Fills what is left of the current file with zeros and goes on in the next one.
void switch_wal();

}  // namespace pg
