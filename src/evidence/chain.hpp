// The audit chain: every entry of the log, once its transaction has committed, is sealed with the hash of the one before.
#pragma once

#include <cstdint>

namespace evidence {

// Seals what has committed and is not sealed yet, in the order of the entries' ids; how many. Writers of entries wait for
// nobody, and nobody waits for them: what is still under way is sealed by a later call.
std::int64_t seal();

}  // namespace evidence
