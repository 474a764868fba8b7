// Taking locks: on tables as statements do, and under numbers that are nobody else's.
#include "pg/lock.hpp"

#include "pg/boundary.hpp"

namespace pg {

void lock_table(Oid relation)
{
	guarded([=] { LockRelationOid(relation, RowExclusiveLock); });
}

namespace {

// Rows may be written into a partition without a lock on the table above it.
void lock_with_parts(Oid relation, LOCKMODE mode)
{
	guarded([=] {
		LockRelationOid(relation, mode);
		list_free(find_all_inheritors(relation, mode, nullptr));
	});
}

}  // namespace

void close_table(Oid relation) { lock_with_parts(relation, ShareRowExclusiveLock); }

void lock_against_verbs(Oid relation)
{
	guarded([=] { LockRelationOid(relation, ShareRowExclusiveLock); });
}

void take_turn(Oid own_relation, Oid relation)
{
	guarded([=] { LockDatabaseObject(own_relation, relation, 0, ExclusiveLock); });
}

bool try_turn(Oid own_relation, Oid relation)
{
	return guarded([=] { return ConditionalLockDatabaseObject(own_relation, relation, 0, ExclusiveLock); });
}

void wait_for_orphans(Oid own_relation, Oid relation)
{
	guarded([=] { LockDatabaseObject(own_relation, relation, 1, RowExclusiveLock); });
}

void share_policy(Oid own_relation)
{
	guarded([=] { LockDatabaseObject(own_relation, own_relation, 2, ShareLock); });
}

void give_back_policy(Oid own_relation)
{
	guarded([=] { UnlockDatabaseObject(own_relation, own_relation, 2, ShareLock); });
}

void take_policy(Oid own_relation)
{
	guarded([=] { LockDatabaseObject(own_relation, own_relation, 2, ExclusiveLock); });
}

namespace {

Oid number_of(const std::string &id)
{
	return hash_bytes(reinterpret_cast<const unsigned char *>(id.data()), static_cast<int>(id.size()));
}

// Of no object: the tag is nobody else's, and holds in all databases.
constexpr int kPrivateFiles = 0x6b65;

}  // namespace

void share_key(Oid own_relation, const std::string &id)
{
	const Oid key = number_of(id);
	guarded([=] { LockDatabaseObject(own_relation, key, 3, ShareLock); });
}

void take_key(Oid own_relation, const std::string &id)
{
	const Oid key = number_of(id);
	guarded([=] { LockDatabaseObject(own_relation, key, 3, ExclusiveLock); });
}

bool try_key(Oid own_relation, const std::string &id)
{
	const Oid key = number_of(id);
	return guarded([=] { return ConditionalLockDatabaseObject(own_relation, key, 3, ExclusiveLock); });
}

void lock_private_files()
{
	guarded([] { LockSharedObject(DatabaseRelationId, InvalidOid, kPrivateFiles, ExclusiveLock); });
}

void unlock_private_files()
{
	guarded([] { UnlockSharedObject(DatabaseRelationId, InvalidOid, kPrivateFiles, ExclusiveLock); });
}

void force_sync_commit() { ForceSyncCommit(); }

void lock_for_triggers(Oid relation, bool dropping) { lock_with_parts(relation, dropping ? AccessExclusiveLock : ShareRowExclusiveLock); }

bool lock_exclusively(Oid relation)
{
	return guarded([=] {
		Relation rel = RelationIdGetRelation(relation);
		const bool ours = RelationIsValid(rel) && CheckRelationLockedByMe(rel, AccessExclusiveLock, false);
		if (RelationIsValid(rel))
			RelationClose(rel);
		if (!ours)
			LockRelationOid(relation, AccessExclusiveLock);
		return !ours;
	});
}

bool try_exclusively(Oid relation)
{
	return guarded([=] { return ConditionalLockRelationOid(relation, AccessExclusiveLock); });
}

}  // namespace pg
