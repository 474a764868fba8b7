// reapply: after an older backup was restored, whom the newer database had erased or masked is erased or masked again.
#include <map>
#include <set>

#include "core/sqltext.hpp"
#include "evidence/audit.hpp"
#include "lifecycle/approval.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "lifecycle/recognise.hpp"
#include "lifecycle/replay.hpp"
#include "lifecycle/request.hpp"
#include "lifecycle/retained.hpp"
#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/handles.hpp"
#include "policy/permit.hpp"
#include "policy/tokens.hpp"

namespace lifecycle {
namespace {

// Which of the tombstones each subject is.
struct Named {
	policy::KeySet keys;
	std::map<std::string, std::size_t> places;
};

// A personal key that was masked in the backup already may have got the same masked key, or be known by the same hash; else its
// row is known by the hash of what the key is there.
constexpr const char *kKnownHere = R"(
SELECT k.ord, (SELECT s.key FROM erasure.subject_state s WHERE s.subject_id OPERATOR(pg_catalog.=) $1 AND (s.key OPERATOR(pg_catalog.=) k.key
               OR s.former_key OPERATOR(pg_catalog.=) k.former_key) ORDER BY s.key OPERATOR(pg_catalog.=) k.key DESC LIMIT 1)
FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) WITH ORDINALITY AS k(key, former_key, ord) ORDER BY k.ord)";

Named keys_of(const policy::Subject &subject, const Tombstones &tombstones, const FormerRows &former)
{
	std::vector<std::string> texts = tombstones.keys;
	Named named;
	as_extension([&](pg::Spi &spi) {
		if (subject.root().key_changes())
			for (pg::Row &row : spi.query(kKnownHere, pg::Params().add_int4(subject.id).add(tombstones.keys).add(tombstones.former_keys)))
				if (row[1])
					texts[static_cast<std::size_t>(std::stoll(*row[0])) - 1] = std::move(*row[1]);
		named.keys = policy::keys_from_texts(spi, subject, texts);
	});
	for (std::size_t i = 0; i < tombstones.size(); ++i) {
		const auto row = tombstones.former_keys[i] && texts[i] == tombstones.keys[i] ? former.find(*tombstones.former_keys[i]) : former.end();
		if (row == former.end())
			continue;
		named.keys.texts[i] = row->second.text;
		for (std::size_t c = 0; c < row->second.columns.size(); ++c)
			named.keys.columns[c][i] = row->second.columns[c];
	}
	policy::hide(subject, named.keys);
	for (std::size_t i = 0; i < tombstones.size(); ++i)
		named.places.emplace(named.keys.texts[i], i);
	return named;
}

// The number that the request had, unless this database has given it to another one since it was restored.
std::int64_t number_of(pg::Spi &spi, const policy::Subject &subject, const Tombstones &tombstones)
{
	const bool free = spi.number("SELECT pg_catalog.count(*) FROM erasure.request r WHERE r.id OPERATOR(pg_catalog.=) $1 AND NOT "
								 "(r.subject_id OPERATOR(pg_catalog.=) $2 AND r.requested_at OPERATOR(pg_catalog.=) $3::pg_catalog.timestamptz)",
								 pg::Params().add(tombstones.request).add_int4(subject.id).add(tombstones.requested_at)) == 0;
	if (free)
		(void)spi.value("SELECT pg_catalog.setval('erasure.request_id_seq', $1) FROM erasure.request_id_seq WHERE last_value OPERATOR(pg_catalog.<) $1",
						pg::Params().add(tombstones.request));
	return free ? tombstones.request : spi.number("SELECT pg_catalog.nextval('erasure.request_id_seq')");
}

// The subjects become masked under the request as it was, with its times: what was left of a grace period is left now.
std::int64_t reopen_request(const policy::Subject &subject, const Subjects &subjects, const Tombstones &tombstones)
{
	std::int64_t request = 0;
	as_extension([&](pg::Spi &spi) {
		request = number_of(spi, subject, tombstones);
		spi.execute("INSERT INTO erasure.subject_state (subject_id, key, state, masked_at, masked_by, request, erase_after) "
					"SELECT $1, k, 'masked', coalesce($3::pg_catalog.timestamptz, pg_catalog.now()), $4, $5, coalesce($6::pg_catalog.timestamptz, pg_catalog.now()) FROM pg_catalog.unnest($2) AS k "
					"ON CONFLICT (subject_id, key) DO UPDATE SET state = 'masked', masked_at = EXCLUDED.masked_at, masked_by = EXCLUDED.masked_by, "
					"request = EXCLUDED.request, erase_after = EXCLUDED.erase_after, attempts = 0, retry_at = NULL, last_error = NULL",
					pg::Params().add_int4(subject.id).add(subjects.keys.texts).add(tombstones.masked_at).add(tombstones.masked_by).add(request).add(tombstones.erase_after));
	});
	remember_persons(subject, subjects.keys);
	return request;
}

// Its row, where the backup has none: a part of the request's subjects may have been done before.
void restore_request(const policy::Subject &subject, std::int64_t request, const Tombstones &tombstones, std::size_t subjects, const Done &done)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.request AS r (id, subject_id, relation_name, subjects, rows_masked, requested_at, requested_by, erase_after, vault_bytes) "
					"VALUES ($1, $2, $3, $4, $5, coalesce($6::pg_catalog.timestamptz, pg_catalog.now()), coalesce($7, 'unknown'), coalesce($8::pg_catalog.timestamptz, pg_catalog.now()), $9) "
					"ON CONFLICT (id) DO UPDATE SET subjects = r.subjects OPERATOR(pg_catalog.+) EXCLUDED.subjects, "
					"rows_masked = r.rows_masked OPERATOR(pg_catalog.+) EXCLUDED.rows_masked, vault_bytes = r.vault_bytes OPERATOR(pg_catalog.+) EXCLUDED.vault_bytes, erased_at = NULL",
					pg::Params().add(request).add_int4(subject.id).add(pg::display_name(subject.root().table.oid)).add(static_cast<std::int64_t>(subjects))
						.add(static_cast<std::int64_t>(total(subject, done.found))).add(tombstones.requested_at).add(tombstones.requested_by).add(tombstones.erase_after)
						.add(static_cast<std::int64_t>(done.vault_bytes)));
		note_tables(spi, subject, request, done.found);
	});
}

// When they were erased first.
void restore_times(const policy::Subject &subject, const std::vector<std::string> &keys, const Tombstones &tombstones)
{
	as_extension([&](pg::Spi &spi) {
		const pg::Params params = pg::Params().add_int4(subject.id).add(keys).add(tombstones.erased_at);
		for (const char *table : {"subject_state", "tombstone"})
			spi.execute("UPDATE erasure." + std::string(table) + " SET erased_at = $3::pg_catalog.timestamptz WHERE subject_id OPERATOR(pg_catalog.=) $1 "
						"AND key OPERATOR(pg_catalog.=) ANY ($2) AND erased_at IS NOT NULL AND $3 IS NOT NULL",
						params);
		// Of a request that is over since this transaction.
		spi.execute("UPDATE erasure.request r SET erased_at = $3::pg_catalog.timestamptz FROM erasure.subject_state s WHERE s.subject_id OPERATOR(pg_catalog.=) $1 "
					"AND s.key OPERATOR(pg_catalog.=) ANY ($2) AND r.id OPERATOR(pg_catalog.=) s.request AND r.erased_at OPERATOR(pg_catalog.=) pg_catalog.now() AND $3 IS NOT NULL",
					params);
	});
}

// An erased subject that the backup does not know: nobody else gets its key, also where rows of the erased stay and no new row is
// asked about otherwise. What is personal is not kept.
void bar_key(const policy::Subject &subject, const Tombstones &tombstones, std::size_t place)
{
	if (!tombstones.erased || tombstones.former_keys[place])
		return;
	as_extension([&](pg::Spi &spi) {
		const pg::Params params = pg::Params().add_int4(subject.id).add(tombstones.keys[place]).add(pg::display_name(subject.root().table.oid)).add(tombstones.request)
									  .add(tombstones.erased_at);
		spi.execute("INSERT INTO erasure.tombstone (subject_id, relation_name, key, request, erased_at) VALUES ($1, $3, $2, $4, coalesce($5::pg_catalog.timestamptz, pg_catalog.now())) "
					"ON CONFLICT DO NOTHING",
					params);
		spi.execute("INSERT INTO erasure.subject_state (subject_id, key, state, request, erased_at) SELECT $1, $2, 'erased', $4, coalesce($5::pg_catalog.timestamptz, pg_catalog.now()) "
					"WHERE $3 IS NOT NULL ON CONFLICT DO NOTHING",
					params);
		spi.execute("UPDATE erasure.declared_table SET keys_barred = true WHERE id OPERATOR(pg_catalog.=) $1 AND NOT keys_barred", pg::Params().add_int4(subject.id));
	});
}

// Masked under another request here: undone there since, and masked again. Its originals are kept as long as they are there.
void prolong(const policy::Subject &subject, const Subjects &subjects, const Tombstones &tombstones)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.subject_state SET erase_after = $4::pg_catalog.timestamptz WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2) "
					"AND request OPERATOR(pg_catalog.<>) $3 AND erase_after OPERATOR(pg_catalog.<) $4::pg_catalog.timestamptz",
					pg::Params().add_int4(subject.id).add(subjects.keys.texts).add(tombstones.request).add(tombstones.erase_after));
	});
}

// Whom the backup has in the clear. The number of rows.
std::uint64_t mask_again(const policy::Subject &subject, Subjects &clear, const Tombstones &tombstones)
{
	const Subjects active = clear.only([](const SubjectRow &row) { return row.state == core::State::active; });
	if (active.size() > 0)
		set_deleted_at(guard::Step::soft_delete, subject, active, "coalesce(" + (tombstones.masked_at ? core::quote_literal(*tombstones.masked_at) : "NULL") + "::pg_catalog.timestamptz, pg_catalog.now())");
	const std::int64_t request = reopen_request(subject, clear, tombstones);
	for (SubjectRow &row : clear.rows)
		row.request = request;
	Done done;
	if (tombstones.erased) {
		const Captured taken = mask_for_good(subject, clear, request);
		done = {taken.found, taken.vault_bytes};
	} else {
		close_value_tables(subject);
		const policy::TokenScope tokens;
		const Captured captured = capture(subject, clear, request);
		mask(subject, clear, captured);
		done = {captured.found, captured.vault_bytes};
	}
	restore_request(subject, request, tombstones, clear.size(), done);
	if (!tombstones.erased)
		(void)note_retained(subject, clear);
	return total(subject, done.found);
}

struct Outcomes {
	std::size_t subjects = 0;
	std::uint64_t rows = 0;
};

void erase_again(const policy::Subject &subject, const Subjects &subjects, const Tombstones &tombstones, Outcomes &done)
{
	const Erased erased = erase(subject, subjects);
	restore_times(subject, subjects.keys.texts, tombstones);
	done.subjects += subjects.size();
	done.rows += erased.rows_deleted;
}

// What is to be done about a subject, or why nothing is.
enum class Fate { mask, erase, not_found, erased, masked, held };

Fate fate(const SubjectRow &row, bool erased)
{
	if (!row.known)
		return Fate::not_found;
	if (row.state == core::State::erased)
		return Fate::erased;
	if (row.state == core::State::masked && (!erased || row.destroyed))
		return Fate::masked;
	if (row.held)
		return Fate::held;
	return row.state == core::State::masked ? Fate::erase : Fate::mask;
}

const char *words(Fate fate)
{
	switch (fate) {
	case Fate::not_found:
		return "not found";
	case Fate::erased:
		return "already erased";
	case Fate::masked:
		return "already masked";
	case Fate::held:
		return "on hold";
	default:
		return "";
	}
}

std::size_t place_of(const Named &named, const std::string &key)
{
	const auto place = named.places.find(key);
	if (place == named.places.end())
		throw pg::Failure(pg::code::key_not_found, "a row has the key of a tombstone in another spelling");
	return place->second;
}

// Of those whose rows are kept by law only a part is masked, and the rest comes later.
std::set<std::string> waiting_of(const policy::Subject &subject, const std::vector<std::string> &keys)
{
	std::set<std::string> waiting;
	as_extension([&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT key FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2) AND state OPERATOR(pg_catalog.=) 'masked'",
									  pg::Params().add_int4(subject.id).add(keys)))
			waiting.insert(std::move(*row[0]));
	});
	return waiting;
}

void note_done(const policy::Subject &subject, const Subjects &subjects, const std::vector<std::int64_t> &ords, bool erased)
{
	const std::set<std::string> waiting = erased ? waiting_of(subject, subjects.keys.texts) : std::set<std::string>();
	std::vector<std::int64_t> ended;
	std::vector<std::int64_t> retained;
	for (std::size_t i = 0; i < subjects.size(); ++i)
		(waiting.contains(subjects.keys.texts[i]) ? retained : ended).push_back(ords[i]);
	note_outcome(ended, erased ? "erased" : "masked");
	note_outcome(retained, "retained");
}

void replay(const policy::Subject &subject, const Tombstones &tombstones, const FormerRows &former)
{
	const Named named = keys_of(subject, tombstones, former);
	wait_for_orphans(subject);
	const Subjects found = find_subjects(subject, named.keys, Lock::wait);
	std::vector<Fate> fates;
	std::vector<std::int64_t> ords;
	for (std::size_t i = 0; i < found.size(); ++i) {
		const std::size_t place = place_of(named, found.keys.texts[i]);
		ords.push_back(tombstones.ords[place]);
		fates.push_back(fate(found.rows[i], tombstones.erased));
		if (fates[i] == Fate::not_found)
			bar_key(subject, tombstones, place);
	}
	const auto of = [&](Fate wanted) { return found.only_places([&](std::size_t place) { return fates[place] == wanted; }); };
	const auto ords_of = [&](Fate wanted) {
		std::vector<std::int64_t> result;
		for (std::size_t i = 0; i < fates.size(); ++i)
			if (fates[i] == wanted)
				result.push_back(ords[i]);
		return result;
	};
	for (const Fate nothing : {Fate::not_found, Fate::erased, Fate::masked, Fate::held})
		note_outcome(ords_of(nothing), words(nothing));
	Subjects clear = of(Fate::mask);
	Subjects masked = of(Fate::erase);
	withdraw_waiting(subject, clear, "masked again");
	withdraw_waiting(subject, masked, "erased again");
	if (!tombstones.erased)
		prolong(subject, of(Fate::masked), tombstones);
	Outcomes done;
	if (clear.size() > 0) {
		done.rows += mask_again(subject, clear, tombstones);
		if (tombstones.erased)
			erase_again(subject, clear, tombstones, done);
		else
			done.subjects += clear.size();
	}
	if (masked.size() > 0) {
		const policy::TokenScope tokens;
		(void)lock_rows(subject, masked);
		erase_again(subject, masked, tombstones, done);
	}
	note_done(subject, clear, ords_of(Fate::mask), tombstones.erased);
	note_done(subject, masked, ords_of(Fate::erase), true);
	if (done.subjects > 0)
		as_extension([&](pg::Spi &spi) {
			evidence::record(spi, {.action = "reapply", .relation = subject.root().table.oid, .request = tombstones.request, .subjects = static_cast<std::int64_t>(done.subjects),
								   .rows = static_cast<std::int64_t>(done.rows), .detail = tombstones.erased ? "erased" : "masked"});
		});
}

// All that a step got in one go; if that fails, one by one, so that one bad subject stops nobody else.
void replay_each(const policy::Subject &subject, const Tombstones &tombstones, const FormerRows &former)
{
	pg::Caught caught;
	if (pg::attempt_body([&] { replay(subject, tombstones, former); }, caught))
		return;
	for (std::size_t i = 0; i < tombstones.size(); ++i)
		if (!pg::attempt_body([&] { replay(subject, tombstones.one(i), former); }, caught))
			note_outcome({tombstones.ords[i]}, "failed", "SQLSTATE " + pg::sqlstate_text(caught.sqlstate));
}

void tell_outcomes()
{
	std::string words;
	as_extension([&](pg::Spi &spi) {
		words = spi.value("SELECT pg_catalog.string_agg(o.n OPERATOR(pg_catalog.||) ' ' OPERATOR(pg_catalog.||) o.outcome, ', ' ORDER BY o.outcome) FROM "
						  "(SELECT pg_catalog.count(*)::pg_catalog.text AS n, outcome FROM erasure.replay WHERE outcome IS NOT NULL GROUP BY outcome) o").value_or("no tombstones");
	});
	pg::notice("reapplied: " + words);
}

}  // namespace
}  // namespace lifecycle

// CALL erasure.reapply(tombstones regclass, batch_size integer)
ERASURE_FUNCTION(erasure_reapply)
{
	if (call.atomic())
		throw pg::Failure(pg::code::invalid_transaction_termination, "erasure.reapply cannot run inside a transaction block or function",
						  "It commits request by request.", "CALL it as a statement of its own.");
	const pg::Oid table = call.oid(0, "tombstones");
	const std::int32_t batch_size = call.int4(1, "batch_size");
	if (batch_size < 1 || batch_size > 1000000)
		throw pg::Failure(pg::code::invalid_parameter, "batch_size must be between 1 and 1000000");
	policy::refuse_inside_engine();
	pg::Spi spi(true);
	lifecycle::load_tombstones(table);
	const std::vector<std::int32_t> subjects = lifecycle::named_subjects();
	for (const std::int32_t id : subjects)
		(void)lifecycle::locked_subject(id, core::Action::erase_now, lifecycle::Reach::subjects);
	spi.commit();
	for (const std::int32_t id : subjects) {
		lifecycle::FormerRows former;
		std::int64_t place = 0;
		for (bool first = true;; first = false) {
			const policy::Held subject = lifecycle::locked_subject(id, core::Action::erase_now, lifecycle::Reach::rows);
			if (first)
				former = lifecycle::find_former_rows(*subject);
			const lifecycle::Tombstones tombstones = lifecycle::next_tombstones(id, batch_size, place);
			if (tombstones.size() == 0)
				break;
			lifecycle::replay_each(*subject, tombstones, former);
			spi.commit();
			pg::check_interrupts();
		}
		spi.commit();
	}
	lifecycle::tell_outcomes();
	spi.commit();
	spi.finish();
	return call.nothing();
}
