// Calls what PostgreSQL runs for the same statements of a client.
#include "pg/maintenance.hpp"

#include <cstdio>

#include "pg/boundary.hpp"

namespace pg {
namespace {

// plain: below the boundary. The tree has to outlive the commits of the command it describes.
void run_maintenance(const char *sql)
{
	const MemoryContext before = MemoryContextSwitchTo(PortalContext);
	ParseState *parse = make_parsestate(nullptr);
	parse->p_sourcetext = sql;
	Node *statement = linitial_node(RawStmt, raw_parser(sql, RAW_PARSE_DEFAULT))->stmt;
	MemoryContextSwitchTo(before);
	pgstat_report_activity(STATE_RUNNING, sql);
	if (IsA(statement, VacuumStmt)) {
		ExecVacuum(parse, castNode(VacuumStmt, statement), true);
	} else {
		// As a client's statement has one; it is gone with the first commit.
		PushActiveSnapshot(GetTransactionSnapshot());
		ExecReindex(parse, castNode(ReindexStmt, statement), true);
	}
}

}  // namespace

void maintain(const std::string &sql)
{
	const char *const text = sql.c_str();
	guarded([=] { run_maintenance(text); });
}

std::uint64_t next_transaction()
{
	return guarded([] { return U64FromFullTransactionId(ReadNextFullTransactionId()); });
}

std::uint64_t removable_before(Oid relation)
{
	return guarded([=] {
		Relation rel = RelationIdGetRelation(relation);
		const TransactionId oldest = GetOldestNonRemovableTransactionId(RelationIsValid(rel) ? rel : nullptr);
		if (RelationIsValid(rel))
			RelationClose(rel);
		// Never more than one turn of 32 bits behind the next.
		const std::uint64_t next = U64FromFullTransactionId(ReadNextFullTransactionId());
		return next - static_cast<std::uint32_t>(static_cast<std::uint32_t>(next) - oldest);
	});
}

namespace {

LockRelId lock_of(Oid relation)
{
	return {relation, IsSharedRelation(relation) ? InvalidOid : MyDatabaseId};
}

}  // namespace

void hold_table(Oid relation)
{
	guarded([=] {
		LockRelId lock = lock_of(relation);
		LockRelationIdForSession(&lock, ShareUpdateExclusiveLock);
	});
}

void let_go_of_table(Oid relation)
{
	guarded([=] {
		LockRelId lock = lock_of(relation);
		UnlockRelationIdForSession(&lock, ShareUpdateExclusiveLock);
	});
}

bool try_session_turn(Oid own_relation)
{
	return guarded([=] {
		LOCKTAG tag;
		SET_LOCKTAG_OBJECT(tag, MyDatabaseId, own_relation, own_relation, 3);
		// Of this kind a session's locks outlive a transaction that fails.
		tag.locktag_lockmethodid = USER_LOCKMETHOD;
		return LockAcquire(&tag, ExclusiveLock, true, true) != LOCKACQUIRE_NOT_AVAIL;
	});
}

std::uint64_t wal_position()
{
	return guarded([] { return RecoveryInProgress() ? GetXLogReplayRecPtr(nullptr) : GetXLogInsertRecPtr(); });
}

std::string lsn_text(std::uint64_t lsn)
{
	char text[32];
	std::snprintf(text, sizeof(text), "%X/%X", static_cast<unsigned>(lsn >> 32), static_cast<unsigned>(lsn));
	return text;
}

void checkpoint()
{
	guarded([] { RequestCheckpoint(CHECKPOINT_IMMEDIATE | CHECKPOINT_WAIT | (RecoveryInProgress() ? 0 : CHECKPOINT_FORCE)); });
}

void sleep_ms(long milliseconds)
{
	guarded([=] {
		WaitLatch(MyLatch, WL_LATCH_SET | WL_TIMEOUT | WL_EXIT_ON_PM_DEATH, milliseconds, PG_WAIT_EXTENSION);
		ResetLatch(MyLatch);
		CHECK_FOR_INTERRUPTS();
	});
}

}  // namespace pg
