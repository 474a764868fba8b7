// Maintenance commands at top level, and what the server knows of transactions and its log. For a worker, between transactions.
#pragma once

#include <string>

#include "pg/error.hpp"
#include "pg/types.hpp"

namespace pg {

// Runs one VACUUM, ANALYZE or REINDEX, in a transaction that attempt_transaction() began; it commits on the way.
void maintain(const std::string &sql);

// As 64-bit numbers: the next transaction's, and the one before which all that a table's rows hold of ended ones can be removed.
// They are held back by snapshots, replication slots, prepared transactions and what standbys feed back.
std::uint64_t next_transaction();
std::uint64_t removable_before(Oid relation);
// The 32 bits of it that rows carry.
inline std::uint32_t row_transaction(std::uint64_t full) { return static_cast<std::uint32_t>(full); }

// A lock on a table for the session, across its transactions until one fails: SHARE UPDATE EXCLUSIVE, as VACUUM takes it.
void hold_table(Oid relation);
void let_go_of_table(Oid relation);
// A turn (pg/lock.hpp) for the session. False: somebody has it.
bool try_session_turn(Oid own_relation);

// The position up to which the server's log is written or, on a standby, replayed.
std::uint64_t wal_position();
std::string lsn_text(std::uint64_t lsn);
// Writes all that is dirty to disk, and waits.
void checkpoint();

// Waits, at most as long as told; lets a cancel request in.
void sleep_ms(long milliseconds);

}  // namespace pg
