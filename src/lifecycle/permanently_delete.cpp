// preview, confirmation and permanently_delete: what will happen, the question to ask, and doing it.
#include "core/sqltext.hpp"
#include <map>

#include "core/wording.hpp"
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "lifecycle/request.hpp"
#include "lifecycle/retained.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/foreign_triggers.hpp"
#include "policy/gate.hpp"
#include "policy/options.hpp"
#include "policy/permit.hpp"
#include "policy/shared_rows.hpp"
#include "policy/tokens.hpp"

namespace lifecycle {
namespace {

std::string names_array(const policy::Node &node)
{
	std::vector<std::string> names;
	for (const policy::PersonalColumn &personal : node.personal)
		names.push_back(personal.column.name);
	return core::array_text(names);
}

// Everything that permanently_delete refuses, but for the count; in the order in which a user can mend it. Those that are to
// be masked: what is linked and was masked before stays.
Subjects take_deletable(const policy::Subject &subject, const Subjects &found)
{
	require_found(subject, found);
	require_state(subject, named(found), core::Action::permanently_delete);
	require_linked_deleted(subject, found);
	Subjects subjects = with_movable(found, core::Action::permanently_delete);
	require_not_held(subject, subjects, core::Action::permanently_delete);
	return subjects;
}

}  // namespace

Outcome delete_permanently(const policy::Subject &subject, const Order &order)
{
	const auto [found, waits] = find_ordered(subject, order);
	Subjects subjects = take_deletable(subject, found);
	if (waits)
		return wait_for_approval(subject, core::Action::permanently_delete, subjects, order);
	withdraw_waiting(subject, subjects, "permanently deleted");
	close_value_tables(subject);

	const Request request = open_request(subject, subjects, subject.options.grace, order);
	const policy::TokenScope tokens;
	const Captured captured = capture(subject, subjects, request.id);
	mask(subject, subjects, captured);
	const std::uint64_t rows = total(subject, captured.found);
	close_request(subject, subjects, request, {captured.found, captured.vault_bytes}, order);
	std::string detail = note_retained(subject, subjects).words;
	if (captured.left > 0)
		detail += (detail.empty() ? "" : "; ") + std::to_string(captured.left) + " shared rows left";
	Outcome outcome;
	outcome.request = request.id;
	outcome.subjects = subjects.size();
	outcome.rows_masked = rows;
	outcome.erase_after = request.erase_after;
	outcome.detail = detail;
	return outcome;
}

}  // namespace lifecycle

// erasure.preview(subject regclass, keys anyarray | text)
//   RETURNS TABLE(relation regclass, row_count bigint, retained bigint, shared bigint, personal_columns name[], on_erase text)
// Takes no locks and writes nothing: it works on a standby too.
ERASURE_FUNCTION(erasure_preview)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	policy::require_may(*subject, core::Action::permanently_delete);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);
	policy::require_covered(*subject);
	policy::tell_triggers(*subject);
	const lifecycle::Subjects found = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::none);
	lifecycle::require_found(*subject, found);
	lifecycle::Subjects subjects = found.only([](const lifecycle::SubjectRow &row) { return !row.linked || row.state == core::State::active || row.state == core::State::deleted; });
	std::map<std::int32_t, std::size_t> shared;
	for (const policy::Node &node : subject->nodes)
		if (node.shares_rows())
			shared[node.id] = policy::share_out(*subject.keep, *subject, node, subjects.keys, policy::Share::look).ord.size();
	const lifecycle::RowCounts counts = lifecycle::count_rows(*subject, subjects);
	call.start_rows();
	for (std::size_t i = 0; i < counts.rows.size(); ++i) {
		const policy::Node &node = subject->nodes[i];
		call.add_row({std::to_string(node.table.oid), std::to_string(counts.rows[i]), std::to_string(counts.retained[i]), std::to_string(shared[node.id]), lifecycle::names_array(node), node.on_erase});
	}
	return call.nothing();
}

// erasure.confirmation(subject regclass, keys anyarray | text)
//   RETURNS TABLE(title text, question text, prompt text, subjects bigint)
ERASURE_FUNCTION(erasure_confirmation)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	policy::require_may(*subject, core::Action::permanently_delete);
	const policy::KeySet keys = policy::read_keys(call, 1, *subject);
	policy::require_enforced(*subject);
	policy::require_covered(*subject);
	policy::require_triggers_known(*subject);
	const lifecycle::Subjects subjects = lifecycle::find_with_linked(*subject, keys, lifecycle::Lock::none);
	(void)lifecycle::take_deletable(*subject, subjects);
	const std::size_t named = lifecycle::named(subjects).size();
	const core::Confirmation words = core::confirmation(subject->root().table.name, named);
	call.start_rows();
	call.add_row({words.title, words.question, words.prompt, std::to_string(named)});
	return call.nothing();
}

// erasure.permanently_delete(subject regclass, keys anyarray | text, confirm_count bigint, reason text, received_at timestamptz)
//   RETURNS TABLE(request bigint, subjects bigint, rows_masked bigint, erase_after timestamptz)
ERASURE_FUNCTION(erasure_permanently_delete)
{
	const policy::Held subject = lifecycle::locked_subject(call.oid(0, "subject"), core::Action::permanently_delete, lifecycle::Reach::rows);
	const lifecycle::Order order{policy::read_keys(call, 1, *subject), call.int8(2, "confirm_count"), call.optional_text(3), call.output(4)};
	const lifecycle::Outcome done = lifecycle::delete_permanently(*subject, order);
	lifecycle::as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "permanently_delete", .relation = subject->root().table.oid, .request = done.request,
							   .subjects = static_cast<std::int64_t>(done.subjects), .rows = static_cast<std::int64_t>(done.rows_masked),
							   .detail = done.detail});
	});
	call.start_rows();
	call.add_row({std::to_string(*done.request), std::to_string(done.subjects), std::to_string(done.rows_masked), done.erase_after});
	return call.nothing();
}
