// Locks on tables, and locks of the extension's own.
#pragma once

#include <string>

#include "pg/types.hpp"

namespace pg {

// ROW EXCLUSIVE, as a writing statement takes it.
void lock_table(Oid relation);
// SHARE ROW EXCLUSIVE, with its partitions: nobody else writes to it, or is about to.
void close_table(Oid relation);
// The table alone: waits for verbs, which lock it so, but not for who writes to a partition under its own name.
void lock_against_verbs(Oid relation);
// A lock of the extension's own on a relation: waits for whoever holds it, and for nobody else. own_relation is one of the
// extension's tables, and tells it from everybody else's locks.
void take_turn(Oid own_relation, Oid relation);
// False: somebody has it.
bool try_turn(Oid own_relation, Oid relation);
// Waits for all who wrote rows whose parents are not there yet, and lets none do so: guard::wait_for_deletions is the other side.
void wait_for_orphans(Oid own_relation, Oid relation);
// The policy as a whole: calls that go by it share it, those that change it have it to themselves, until the transaction ends.
// A share may be given back at once where nothing was done under it.
void share_policy(Oid own_relation);
void give_back_policy(Oid own_relation);
void take_policy(Oid own_relation);
// A key of the vault, by its id: who seals with it shares it until the transaction ends; who takes it away has it alone.
void share_key(Oid own_relation, const std::string &id);
void take_key(Oid own_relation, const std::string &id);
// False: somebody seals with it.
bool try_key(Oid own_relation, const std::string &id);
// Private files that are about to change, of all databases of the server. Given back at once, or by an abort.
void lock_private_files();
void unlock_private_files();
// This transaction's COMMIT waits until it, and what committed before, is on disk.
void force_sync_commit();
// What creating a trigger takes, or dropping one, with the table's parts.
void lock_for_triggers(Oid relation, bool dropping);
// ACCESS EXCLUSIVE: nobody else reads it until the transaction ends. False: it was ours already.
bool lock_exclusively(Oid relation);
// The same, but waits for nobody. False: somebody is using it.
bool try_exclusively(Oid relation);

}  // namespace pg
