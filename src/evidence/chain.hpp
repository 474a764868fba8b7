// The audit chain: every entry of the log, once its transaction has committed, is sealed with the hash of the one before.
#pragma once

#include <cstdint>

namespace evidence {

// One seals at a time, until its transaction ends. The job does not wait for somebody who may take for ever: it seals the next time.
enum class Turn { wait, skip };

// Seals what has committed and is not sealed yet, in the order of the entries' ids; how many. Writers of entries wait for
// nobody, and nobody waits for them: what is still under way is sealed by a later call.
std::int64_t seal(Turn turn);

}  // namespace evidence
