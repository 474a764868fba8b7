// erase_due: what pg_cron runs. Batches with a commit each; a subject that fails is set aside and the others go on.
#include <algorithm>
#include <set>

#include "evidence/audit.hpp"
#include "evidence/chain.hpp"
#include "evidence/tombstones.hpp"
#include "lifecycle/approval.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "lifecycle/shared_rows.hpp"
#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/role.hpp"
#include "policy/permit.hpp"
#include "policy/tokens.hpp"
#include "residue/scrub.hpp"
#include "vault/day_keys.hpp"
#include "vault/slots.hpp"

namespace lifecycle {
namespace {

// How far a run has come in the order of the due: what it passed over is for the next run and blocks nobody behind it.
struct Position {
	pg::Text due_at;
	pg::Text key;
};

// Subjects whose time has come, or that of one of their retained rows, on no hold, not set aside; some may turn out locked or changed a moment later.
// Nobody is set aside for more than a day: who seems to be was when the clock was ahead.
policy::KeySet pick_due(const policy::Subject &subject, std::int64_t limit, Position &position)
{
	policy::KeySet keys;
	as_extension([&](pg::Spi &spi) {
		std::vector<std::string> texts;
		for (pg::Row &row : spi.query("SELECT s.key, coalesce(s.retained_until, s.erase_after) FROM erasure.subject_state s WHERE s.subject_id OPERATOR(pg_catalog.=) $1 "
									  "AND s.state OPERATOR(pg_catalog.=) 'masked' AND coalesce(s.retained_until, s.erase_after) OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp() "
									  "AND (s.retry_at IS NULL OR s.retry_at OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp() "
									  "OR s.retry_at OPERATOR(pg_catalog.>) (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.+) '1 day'::pg_catalog.interval)) "
									  "AND NOT EXISTS (SELECT FROM erasure._hold_in_force h WHERE h.subject_id OPERATOR(pg_catalog.=) s.subject_id AND h.key OPERATOR(pg_catalog.=) s.key) "
									  "AND ($3::pg_catalog.timestamptz IS NULL OR ROW(coalesce(s.retained_until, s.erase_after), s.key) OPERATOR(pg_catalog.>) ROW($3::pg_catalog.timestamptz, $4)) "
									  "ORDER BY coalesce(s.retained_until, s.erase_after), s.key LIMIT $2",
									  pg::Params().add_int4(subject.id).add(limit).add(position.due_at).add(position.key))) {
			position = {row[1], row[0]};
			texts.push_back(std::move(*row[0]));
		}
		if (!texts.empty())
			keys = policy::keys_from_texts(spi, subject, texts);
	});
	return keys;
}

// Of keys whose rows were not found unlocked, those that have no row at all: it was deleted under erasure.bypass, or went
// with a partition. What the vault keeps of them has to go all the same.
void add_rowless(const policy::Subject &subject, const policy::KeySet &keys, Subjects &found)
{
	if (found.size() == keys.size())
		return;
	const std::set<std::string> seen(found.keys.texts.begin(), found.keys.texts.end());
	policy::KeySet unseen;
	unseen.columns.resize(keys.columns.size());
	for (std::size_t i = 0; i < keys.size(); ++i) {
		if (seen.contains(keys.texts[i]))
			continue;
		unseen.texts.push_back(keys.texts[i]);
		for (std::size_t c = 0; c < keys.columns.size(); ++c)
			unseen.columns[c].push_back(keys.columns[c][i]);
	}
	const Subjects rowless = find_subjects(subject, unseen, Lock::none).only([](const SubjectRow &row) { return !row.row_exists; });
	found.rows.insert(found.rows.end(), rowless.rows.begin(), rowless.rows.end());
	found.keys.texts.insert(found.keys.texts.end(), rowless.keys.texts.begin(), rowless.keys.texts.end());
	for (std::size_t c = 0; c < keys.columns.size(); ++c)
		found.keys.columns[c].insert(found.keys.columns[c].end(), rowless.keys.columns[c].begin(), rowless.keys.columns[c].end());
}

// State, hold and time are read again after the lock. Rows that somebody else has locked wait for the next run.
std::size_t erase_batch(const policy::Subject &subject, const policy::KeySet &keys)
{
	Subjects found = find_subjects(subject, keys, Lock::skip_locked);
	add_rowless(subject, keys, found);
	Subjects due = found.only([](const SubjectRow &row) {
		return row.state == core::State::masked && row.due && !row.held;
	});
	if (due.size() == 0)
		return 0;
	withdraw_waiting(subject, due, "erased");
	const policy::TokenScope tokens;
	lock_rows(subject, due);
	const Erased erased = erase(subject, due);
	as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "erase_due", .relation = subject.root().table.oid,
							   .request = due.size() == 1 ? std::optional<std::int64_t>(due.rows[0].request) : std::nullopt,
							   .subjects = static_cast<std::int64_t>(due.size()), .rows = static_cast<std::int64_t>(erased.rows_deleted), .detail = erased.retained});
	});
	return erased.subjects;
}

// Ten minutes, doubling up to a day. The error is kept as its SQLSTATE: a message could carry a value.
void set_aside(const policy::Subject &subject, const std::string &key, const pg::Caught &caught)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.subject_state SET attempts = attempts OPERATOR(pg_catalog.+) 1, last_error = $3, retry_at = pg_catalog.clock_timestamp() "
					"OPERATOR(pg_catalog.+) least('1 day'::pg_catalog.interval, '10 min'::pg_catalog.interval OPERATOR(pg_catalog.*) "
					"pg_catalog.power(2, least(attempts, 10))) WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) $2",
					pg::Params().add_int4(subject.id).add(key).add("SQLSTATE " + pg::sqlstate_text(caught.sqlstate)));
	});
}

struct Progress {
	std::size_t erased = 0;
	std::size_t failed = 0;
	std::string last_error;
};

// The whole batch in one go; if that fails, one by one, so that one bad subject stops nobody else. False: no more are due.
bool work(const policy::Subject &subject, std::int64_t batch_size, Position &position, Progress &progress)
{
	const policy::KeySet keys = pick_due(subject, batch_size, position);
	if (keys.size() == 0)
		return false;
	std::size_t erased = 0;
	std::size_t failed = 0;
	pg::Caught caught;
	if (!pg::attempt_body([&] { erased = erase_batch(subject, keys); }, caught)) {
		for (std::size_t i = 0; i < keys.size(); ++i) {
			policy::KeySet one;
			one.texts = {keys.texts[i]};
			for (const auto &column : keys.columns)
				one.columns.push_back({column[i]});
			std::size_t done = 0;
			if (pg::attempt_body([&] { done = erase_batch(subject, one); }, caught)) {
				erased += done;
				continue;
			}
			set_aside(subject, one.texts[0], caught);
			++failed;
			progress.last_error = "SQLSTATE " + pg::sqlstate_text(caught.sqlstate);
		}
	}
	progress.erased += erased;
	progress.failed += failed;
	return true;
}

// Shared rows that somebody still needed, and nobody needs any more.
void look_after_left_rows(const policy::Subject &subject, Progress &progress)
{
	pg::Caught caught;
	std::uint64_t rows = 0;
	const auto mask_and_want = [&] {
		rows = mask_left_rows(subject);
		if (rows > 0)
			residue::want_scrub(subject);
	};
	if (!pg::attempt_body(mask_and_want, caught)) {
		++progress.failed;
		progress.last_error = "SQLSTATE " + pg::sqlstate_text(caught.sqlstate);
		return;
	}
	if (rows > 0)
		as_extension([&](pg::Spi &spi) {
			evidence::record(spi, {.action = "erase_due", .relation = subject.root().table.oid, .rows = static_cast<std::int64_t>(rows),
								   .detail = "shared rows that nobody needs any more"});
		});
}

// What the vault does not need any more; here, so that no verb takes the lock that it needs.
void give_vault_back(pg::Spi &spi)
{
	std::vector<vault::Slot> slots;
	as_extension([&](pg::Spi &own) { slots = vault::slots_in_use(own); });
	for (const vault::Slot &slot : slots) {
		as_extension([&](pg::Spi &own) { vault::give_back(own, slot); });
		spi.commit();
	}
}

// The job's own pulse, for erasure.status.
void heartbeat(bool finished, const Progress &progress)
{
	const std::string role = pg::role_name(pg::outer_role());
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.installation DEFAULT VALUES ON CONFLICT DO NOTHING");
		if (!finished) {
			spi.execute("UPDATE erasure.installation SET job_started_at = pg_catalog.clock_timestamp(), job_role = $1", pg::Params().add(role));
			return;
		}
		const std::string error = progress.failed == 0 ? "" : std::to_string(progress.failed) + " subjects set aside, last with " + progress.last_error;
		spi.execute("UPDATE erasure.installation SET job_finished_at = pg_catalog.clock_timestamp(), job_subject = NULL, job_erased = $1, job_error = $2",
					pg::Params().add(static_cast<std::int64_t>(progress.erased)).add(error.empty() ? pg::Text() : pg::Text(error)));
	});
}

// The subject tables, in turns: code of somebody's may have held up or brought down the last run, and this one begins behind it.
std::vector<std::int32_t> turns()
{
	std::vector<std::int32_t> ids;
	for (const policy::Subject &subject : policy::catalogue()->subjects)
		ids.push_back(subject.id);
	pg::Text stuck;
	as_extension([&](pg::Spi &spi) { stuck = spi.value("SELECT job_subject FROM erasure.installation"); });
	const auto at = stuck ? std::find(ids.begin(), ids.end(), std::stoi(*stuck)) : ids.end();
	if (at != ids.end())
		std::rotate(ids.begin(), at + 1, ids.end());
	return ids;
}

void note_turn(std::int32_t subject)
{
	as_extension([&](pg::Spi &spi) { spi.execute("UPDATE erasure.installation SET job_subject = $1", pg::Params().add_int4(subject)); });
}

}  // namespace
}  // namespace lifecycle

// CALL erasure.erase_due(batch_size integer)
ERASURE_FUNCTION(erasure_erase_due)
{
	if (call.atomic())
		throw pg::Failure(pg::code::invalid_transaction_termination, "erasure.erase_due cannot run inside a transaction block or function",
						  "It commits after each batch.", "CALL it as a statement of its own, as pg_cron does.");
	const std::int32_t batch_size = call.int4(0, "batch_size");
	if (batch_size < 1 || batch_size > 1000000)
		throw pg::Failure(pg::code::invalid_parameter, "batch_size must be between 1 and 1000000");
	policy::refuse_inside_engine();
	pg::Spi spi(true);
	lifecycle::Progress progress;
	lifecycle::heartbeat(false, progress);
	spi.commit();
	for (const std::int32_t id : lifecycle::turns()) {
		lifecycle::note_turn(id);
		spi.commit();
		lifecycle::Position position;
		for (bool more = true; more;) {
			// Looked up again: the policy may have changed since the last commit.
			const policy::Held subject = lifecycle::locked_subject(id);
			more = subject.subject != nullptr && lifecycle::work(*subject, batch_size, position, progress);
			if (subject.subject != nullptr && !more)
				lifecycle::look_after_left_rows(*subject, progress);
			spi.commit();
			pg::check_interrupts();
		}
	}
	lifecycle::lapse_waiting();
	lifecycle::as_extension([](pg::Spi &own) { evidence::drop_old_tombstones(own); });
	spi.commit();
	lifecycle::give_vault_back(spi);
	lifecycle::heartbeat(true, progress);
	spi.commit();
	evidence::seal(evidence::Turn::skip);
	spi.commit();
	if (vault::destroy_day_keys(spi)) {
		evidence::seal(evidence::Turn::skip);
		spi.commit();
	}
	residue::scrub_erased(spi);
	spi.finish();
	return call.nothing();
}
