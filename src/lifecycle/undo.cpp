// undo_permanent_delete: within the grace period, originals return from the vault and the subject to the Deleted list.
#include <map>

#include "evidence/audit.hpp"
#include "lifecycle/approval.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "lifecycle/recognise.hpp"
#include "lifecycle/retained.hpp"
#include "lifecycle/shared_rows.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/value_rows.hpp"
#include "vault/vault.hpp"

namespace lifecycle {
namespace {

// Past erase_after there is no way back, whether or not the job has come by; a hold keeps the way open.
void require_in_time(const policy::Subject &subject, const Subjects &subjects)
{
	const Subjects gone = subjects.only([](const SubjectRow &row) { return row.destroyed; });
	if (gone.size() > 0)
		throw pg::Failure(pg::code::wrong_state,
						  "cannot undo: the originals of " + std::to_string(gone.size()) + " subjects of table \"" +
							  pg::display_name(subject.root().table.oid) + "\" are destroyed",
						  "It is too late for " + policy::list_keys(gone.keys.texts) + ".", "They are masked only until their last retained rows are.");
	const Subjects late = subjects.only([](const SubjectRow &row) { return row.due && !row.held; });
	if (late.size() > 0)
		throw pg::Failure(pg::code::wrong_state,
						  "cannot undo: the grace period of " + std::to_string(late.size()) + " subjects of table \"" +
							  pg::display_name(subject.root().table.oid) + "\" is over",
						  "It is over for " + policy::list_keys(late.keys.texts) + ".", "They are due for erasure.");
}

void close_states(pg::Spi &spi, const policy::Subject &subject, Subjects &subjects, const Restored &restored)
{
	if (!restored.keys.empty()) {
		rename_entries(spi, subject, restored.masked_keys, restored.keys, false);
		std::map<std::string, std::string> again;
		for (std::size_t i = 0; i < restored.keys.size(); ++i)
			again[restored.masked_keys[i]] = restored.keys[i];
		for (std::string &text : subjects.keys.texts)
			if (const auto key = again.find(text); key != again.end())
				text = key->second;
	}
	const std::uint64_t rows =
		spi.execute("UPDATE erasure.subject_state SET state = 'deleted', masked_at = NULL, masked_by = NULL, request = NULL, erase_after = NULL, "
					"attempts = 0, retry_at = NULL, last_error = NULL WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2) "
					"AND state OPERATOR(pg_catalog.=) 'masked'",
					pg::Params().add_int4(subject.id).add(subjects.keys.texts));
	if (rows != subjects.size())
		throw pg::Failure(pg::code::serialization_failure, "subjects changed while they were undone", {}, "Retry.");
}

}  // namespace
}  // namespace lifecycle

// erasure.undo_permanent_delete(subject regclass, keys anyarray | text, reason text) RETURNS bigint
ERASURE_FUNCTION(erasure_undo_permanent_delete)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::undo, lifecycle::Reach::rows);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);

	lifecycle::wait_for_orphans(*subject);
	const lifecycle::Subjects found = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::wait);
	lifecycle::require_found(*subject, found);
	lifecycle::require_state(*subject, lifecycle::named(found), core::Action::undo);
	lifecycle::Subjects subjects = lifecycle::of_named_requests(lifecycle::with_movable(found, core::Action::undo));
	lifecycle::require_in_time(*subject, subjects);

	lifecycle::withdraw_waiting(*subject, subjects, "undone");
	const lifecycle::Restored restored = lifecycle::put_back(*subject, subjects);
	lifecycle::as_extension([&](pg::Spi &spi) {
		(void)vault::remove(spi, subject->id, subjects.requests(), subjects.keys.texts);
		lifecycle::forget_retained(spi, *subject, subjects);
		policy::forget_values(*subject, subjects.keys.texts);
		lifecycle::forget_persons(spi, *subject, subjects.keys.texts);
		lifecycle::forget_left_by(*subject, subjects.keys.texts);
		lifecycle::close_states(spi, *subject, subjects, restored);
		evidence::record(spi, {.action = "undo_permanent_delete", .relation = subject->root().table.oid,
							   .request = subjects.size() == 1 ? std::optional<std::int64_t>(subjects.rows[0].request) : std::nullopt,
							   .subjects = static_cast<std::int64_t>(subjects.size()), .rows = static_cast<std::int64_t>(restored.rows)});
	});
	if (restored.skipped > 0)
		pg::notice(std::to_string(restored.skipped) + " rows were deleted since and stay deleted, or are tied to nobody any more and stay masked");
	return call.result(static_cast<std::int64_t>(subjects.size()));
}
