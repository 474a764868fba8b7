// Finds and locks the subjects of a call, and refuses those that the call may not move.
#include "lifecycle/subjects.hpp"

#include <set>

#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"
#include "policy/handles.hpp"
#include "policy/linked.hpp"
#include "policy/settle.hpp"

namespace lifecycle {
namespace {

// The rows of the subject table, in the order of their keys.
void find_rows(const policy::Subject &subject, const policy::KeySet &wanted, Lock lock, Subjects &found, std::vector<bool> &seen)
{
	const policy::Node &root = subject.root();
	std::string order;
	for (const pg::ColumnInfo &key : root.key)
		order += (order.empty() ? "" : ", ") + policy::column("t", key);
	std::string sql = "SELECT k.ord, " + policy::key_text("t", root.key) + ", " + policy::column("t", subject.deleted_at) + " IS NOT NULL";
	for (const pg::ColumnInfo &key : root.key)
		sql += ", erasure._key(" + policy::column("t", key) + ")";
	sql += " FROM " + policy::key_set(root.key) + ", " + root.sql_name() + " AS t WHERE " + policy::key_matches("t", root.key) + " ORDER BY " + order;
	if (lock != Lock::none)
		sql += lock == Lock::wait ? " FOR UPDATE OF t" : " FOR UPDATE OF t SKIP LOCKED";
	found = {};
	found.keys.columns.resize(root.key.size());
	policy::as_role(root.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query(sql, wanted.params())) {
			seen[static_cast<std::size_t>(std::stoll(*row[0])) - 1] = true;
			// Keys that are equal but not spelled alike, as numeric 1.5 and 1.50, are one subject.
			if (!found.keys.texts.empty() && found.keys.texts.back() == *row[1])
				continue;
			SubjectRow subject_row;
			subject_row.row_exists = subject_row.known = true;
			subject_row.state = *row[2] == "t" ? core::State::deleted : core::State::active;
			found.rows.push_back(subject_row);
			found.keys.texts.push_back(std::move(*row[1]));
			for (std::size_t c = 0; c < root.key.size(); ++c)
				found.keys.columns[c].push_back(std::move(*row[3 + c]));
		}
	});
	policy::hide(subject, found.keys);
}

// Of persons who had the same key one after the other, the one who was masked last.
constexpr const char *kFormerKeys = R"(
SELECT k.ord, s.key FROM pg_catalog.unnest($2) WITH ORDINALITY AS k(former_key, ord)
CROSS JOIN LATERAL (SELECT x.key FROM erasure.subject_state x WHERE x.subject_id OPERATOR(pg_catalog.=) $1
                    AND x.former_key OPERATOR(pg_catalog.=) k.former_key ORDER BY x.masked_at DESC, x.request DESC LIMIT 1) s
ORDER BY k.ord)";

// Keys that no row has may be those that masked subjects had before: the others stay as they are, each subject once.
bool replace_former_keys(const policy::Subject &subject, policy::KeySet &wanted, const std::vector<bool> &seen)
{
	if (!subject.root().key_changes())
		return false;
	std::vector<std::size_t> places;
	std::vector<std::string> former;
	for (std::size_t i = 0; i < wanted.size(); ++i)
		if (!seen[i]) {
			places.push_back(i);
			former.push_back(wanted.texts[i]);
		}
	std::vector<std::string> now = wanted.texts;
	bool any = false;
	policy::KeySet replaced;
	policy::as_extension([&](pg::Spi &spi) {
		for (pg::Row &row : spi.query(kFormerKeys, pg::Params().add_int4(subject.id).add(former))) {
			now[places[static_cast<std::size_t>(std::stoll(*row[0])) - 1]] = std::move(*row[1]);
			any = true;
		}
		std::set<std::string> known(wanted.texts.begin(), wanted.texts.end());
		std::vector<std::string> masked;
		for (std::size_t i = 0; i < now.size(); ++i)
			if (now[i] != wanted.texts[i] && known.insert(now[i]).second)
				masked.push_back(now[i]);
		if (!masked.empty())
			replaced = policy::keys_from_texts(spi, subject, masked);
	});
	if (!any)
		return false;
	replaced.columns.resize(wanted.columns.size());
	for (std::size_t i = 0; i < now.size(); ++i) {
		if (now[i] != wanted.texts[i])
			continue;
		replaced.texts.push_back(wanted.texts[i]);
		for (std::size_t c = 0; c < wanted.columns.size(); ++c)
			replaced.columns[c].push_back(wanted.columns[c][i]);
	}
	wanted = std::move(replaced);
	return true;
}

constexpr const char *kStates = R"(
SELECT k.ord, s.state, s.request, coalesce(coalesce(s.retained_until, s.erase_after) OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp(), false),
       EXISTS (SELECT FROM erasure._hold_in_force h WHERE h.subject_id OPERATOR(pg_catalog.=) $1 AND h.key OPERATOR(pg_catalog.=) k.key),
       s.destroyed_at IS NOT NULL
FROM pg_catalog.unnest($2) WITH ORDINALITY AS k(key, ord)
LEFT JOIN erasure.subject_state s ON s.subject_id OPERATOR(pg_catalog.=) $1 AND s.key OPERATOR(pg_catalog.=) k.key
ORDER BY k.ord)";

void read_states(const policy::Subject &subject, Subjects &found)
{
	policy::as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kStates, pg::Params().add_int4(subject.id).add(found.keys.texts))) {
			SubjectRow &subject_row = found.rows[static_cast<std::size_t>(std::stoll(*row[0])) - 1];
			subject_row.held = *row[4] == "t";
			if (!row[1])
				continue;
			const core::State stored = core::state_from_text(*row[1]).value_or(core::State::deleted);
			if (stored != core::State::masked && stored != core::State::erased)
				continue;
			subject_row.state = stored;
			subject_row.known = true;
			subject_row.request = row[2] ? std::stoll(*row[2]) : 0;
			subject_row.due = stored == core::State::masked && *row[3] == "t";
			subject_row.destroyed = stored == core::State::masked && *row[5] == "t";
		}
	});
}

std::string table_name(const policy::Subject &subject)
{
	return "\"" + pg::display_name(subject.root().table.oid) + "\"";
}

template <typename F>
std::vector<std::string> keys_where(const Subjects &subjects, F &&predicate)
{
	std::vector<std::string> keys;
	for (std::size_t i = 0; i < subjects.size(); ++i)
		if (predicate(subjects.rows[i]))
			keys.push_back(subjects.keys.texts[i]);
	return keys;
}

std::string sentence(std::string text)
{
	if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
		text[0] = static_cast<char>(text[0] - 'a' + 'A');
	return text + ".";
}

}  // namespace

std::vector<std::int64_t> Subjects::requests() const
{
	std::vector<std::int64_t> result;
	result.reserve(rows.size());
	for (const SubjectRow &row : rows)
		result.push_back(row.request);
	return result;
}

Subjects find_subjects(const policy::Subject &subject, const policy::KeySet &keys, Lock lock)
{
	if (lock != Lock::none)
		policy::settle();
	policy::KeySet wanted = keys;
	Subjects found;
	std::vector<bool> seen;
	do {
		seen.assign(wanted.size(), false);
		find_rows(subject, wanted, lock, found, seen);
	} while (replace_former_keys(subject, wanted, seen));
	if (lock != Lock::none && found.size() > 0)
		require_distinct_keys(subject, subject.root(), found);
	for (std::size_t i = 0; lock != Lock::skip_locked && i < wanted.size(); ++i) {
		if (seen[i])
			continue;
		found.rows.emplace_back();
		found.keys.texts.push_back(wanted.texts[i]);
		for (std::size_t c = 0; c < wanted.columns.size(); ++c)
			found.keys.columns[c].push_back(wanted.columns[c][i]);
	}
	if (found.size() > 0)
		read_states(subject, found);
	return found;
}

Subjects find_with_linked(const policy::Subject &subject, const policy::KeySet &keys, Lock lock)
{
	if (subject.root().own_links.empty())
		return find_subjects(subject, keys, lock);
	Subjects found = find_subjects(subject, keys, Lock::none);
	const std::set<std::string> given(found.keys.texts.begin(), found.keys.texts.end());
	// In the order of their keys from the start; again where somebody has added one before they were locked.
	for (policy::KeySet wanted = policy::with_linked(subject, found.keys);;) {
		found = find_subjects(subject, wanted, lock);
		policy::KeySet now = policy::with_linked(subject, found.keys);
		if (lock == Lock::none || now.size() == found.size())
			break;
		wanted = std::move(now);
	}
	for (std::size_t i = 0; i < found.size(); ++i)
		found.rows[i].linked = !given.contains(found.keys.texts[i]);
	return found;
}

Subjects named(const Subjects &subjects)
{
	return subjects.only([](const SubjectRow &row) { return !row.linked; });
}

Subjects with_movable(const Subjects &subjects, core::Action action)
{
	return subjects.only([=](const SubjectRow &row) { return !row.linked || core::next(row.state, action).has_value(); });
}

Subjects of_named_requests(const Subjects &subjects)
{
	std::set<std::int64_t> requests;
	for (const SubjectRow &row : subjects.rows)
		if (!row.linked && row.state == core::State::masked)
			requests.insert(row.request);
	return subjects.only([&](const SubjectRow &row) { return !row.linked || row.state != core::State::masked || requests.contains(row.request); });
}

void require_linked_deleted(const policy::Subject &subject, const Subjects &subjects)
{
	const auto active = keys_where(subjects, [](const SubjectRow &row) { return row.linked && row.state == core::State::active; });
	if (!active.empty())
		throw pg::Failure(pg::code::wrong_state, "records of the same person in table " + table_name(subject) + " are active",
						  sentence(policy::list_keys(active) + (active.size() == 1 ? " is" : " are") + " linked to the subjects of the call"),
						  "Nothing has changed. Use erasure.soft_delete first; it takes along what is linked.");
}

void require_found(const policy::Subject &subject, const Subjects &subjects)
{
	const auto missing = keys_where(subjects, [](const SubjectRow &row) { return !row.known; });
	if (!missing.empty())
		throw pg::Failure(pg::code::key_not_found,
						  std::to_string(missing.size()) + (missing.size() == 1 ? " key" : " keys") + " not found in table " + table_name(subject),
						  "No row has " + policy::list_keys(missing) + ".", "Nothing has changed. Leave these keys out.");
}

namespace {

std::string way_out(core::Action action, core::State state)
{
	if (state == core::State::erased)
		return "An erased subject stays erased.";
	if (action == core::Action::restore && state == core::State::masked)
		return "Use erasure.undo_permanent_delete first, within the grace period.";
	if (action == core::Action::undo)
		return "Only permanently deleted subjects can be undone.";
	if (state == core::State::active)
		return action == core::Action::restore ? "Active subjects need no restoring." : "Use erasure.soft_delete first.";
	return "Nothing has changed. Leave these keys out.";
}

}  // namespace

void require_state(const policy::Subject &subject, const Subjects &subjects, core::Action action)
{
	for (const core::State state : core::kStates) {
		if (core::next(state, action))
			continue;
		const auto wrong = keys_where(subjects, [&](const SubjectRow &row) { return row.known && row.state == state; });
		if (wrong.empty())
			continue;
		throw pg::Failure(pg::code::wrong_state,
						  "cannot " + std::string(core::to_text(action)) + " subjects of table " + table_name(subject) + " that are " + std::string(core::to_text(state)),
						  sentence(policy::list_keys(wrong) + (wrong.size() == 1 ? " is " : " are ") + std::string(core::to_text(state))), way_out(action, state));
	}
}

void require_not_held(const policy::Subject &subject, const Subjects &subjects, core::Action action)
{
	const auto held = keys_where(subjects, [](const SubjectRow &row) { return row.held; });
	if (!held.empty())
		throw pg::Failure(pg::code::on_hold,
						  "cannot " + std::string(core::to_text(action)) + " subjects of table " + table_name(subject) + " that are on hold",
						  sentence(policy::list_keys(held) + (held.size() == 1 ? " is" : " are") + " under a legal hold"), "Release them first with erasure.release.");
}

void require_count(const policy::Subject &subject, const Subjects &subjects, std::int64_t confirmed)
{
	if (confirmed == static_cast<std::int64_t>(subjects.size()))
		return;
	throw pg::Failure(pg::code::invalid_parameter, "confirmed count does not match the number of subjects",
					  "The count was " + std::to_string(confirmed) + ", but the call names " + std::to_string(subjects.size()) +
						  (subjects.size() == 1 ? " subject" : " subjects") + " of table " + table_name(subject) + ".",
					  "Nothing has changed. Ask the user again how many are to be deleted.");
}

}  // namespace lifecycle
