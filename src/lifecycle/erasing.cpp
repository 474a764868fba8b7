// Erasure: the data keys are destroyed first, then the vault rows, then on_erase decides about each table's rows.
#include <algorithm>

#include "core/sqltext.hpp"
#include "lifecycle/common_rows.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/retained.hpp"
#include "pg/catalog.hpp"
#include "policy/retention.hpp"
#include "policy/row_path.hpp"
#include "residue/find.hpp"
#include "residue/scrub.hpp"
#include "vault/vault.hpp"

namespace lifecycle {
namespace {

void empty_columns(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects)
{
	if (node.personal.empty())
		return;
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	std::string assignments;
	for (const policy::PersonalColumn &personal : node.personal)
		assignments += (assignments.empty() ? "" : ", ") + core::quote_ident(personal.column.name) + " = NULL";
	run_step(guard::Step::erase_update, node, "UPDATE " + node.sql_name() + " AS t SET " + assignments + path.joined("FROM") + " WHERE " + path.where + policy::and_not_retained(node, "t"),
			 subjects.keys.params());
}

// `kept` are rows, by key, that somebody else still owns.
std::uint64_t delete_rows(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, const policy::RowKeys &kept)
{
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	std::string sql = "DELETE FROM " + node.sql_name() + " AS t" + path.joined("USING") + " WHERE " + path.where + policy::and_not_retained(node, "t");
	pg::Params params = subjects.keys.params();
	if (!kept.empty() && !kept[0].empty()) {
		const int first = static_cast<int>(params.items().size()) + 1;
		for (const std::vector<std::string> &key : kept)
			params.add(key);
		sql += " AND NOT EXISTS (SELECT FROM " + policy::key_set(node.key, first) + " WHERE " + policy::key_matches("t", node.key) + ")";
	}
	return run_step(guard::Step::erase_delete, node, sql, params);
}

// Before anything is destroyed, so that a restored backup can be told who is gone.
void write_tombstones(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.tombstone (subject_id, relation_name, key, former_key, request, erased_at) "
					"SELECT $1, $2, k.key, s.former_key, k.request, pg_catalog.now() FROM ROWS FROM (pg_catalog.unnest($3), pg_catalog.unnest($4)) AS k(key, request) "
					"LEFT JOIN erasure.subject_state s ON s.subject_id OPERATOR(pg_catalog.=) $1 AND s.key OPERATOR(pg_catalog.=) k.key",
					pg::Params().add_int4(subject.id).add(pg::display_name(subject.root().table.oid)).add(subjects.keys.texts).add(subjects.requests()));
	});
}

void destroy_originals(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) {
		const vault::Removed removed = vault::remove(spi, subject.id, subjects.requests(), subjects.keys.texts);
		// Appended, not added up in the request: subjects of one request are erased by several calls at once.
		spi.execute("INSERT INTO erasure.reclaimed (request, bytes) SELECT g.request, g.bytes FROM ROWS FROM (pg_catalog.unnest($1), pg_catalog.unnest($2)) AS g(request, bytes)",
					pg::Params().add(removed.requests).add(removed.bytes));
	});
}

// What was destroyed, for the certificate: how many data keys of each request, and what had wrapped them.
void note_keys(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.request_key (request, key_id, data_keys) SELECT v.request, v.master_key_id, pg_catalog.count(*) "
					"FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) AS w (request, key) JOIN erasure.vault_key AS v "
					"ON v.request OPERATOR(pg_catalog.=) w.request AND v.subject_id OPERATOR(pg_catalog.=) $1 AND v.key OPERATOR(pg_catalog.=) w.key GROUP BY v.request, v.master_key_id",
					pg::Params().add_int4(subject.id).add(subjects.requests()).add(subjects.keys.texts));
	});
}

void close_states(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) {
		const std::uint64_t rows =
			spi.execute("UPDATE erasure.subject_state SET state = 'erased', erased_at = pg_catalog.now(), retained_until = NULL, delete_reason = NULL, attempts = 0, retry_at = NULL, last_error = NULL "
						"WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2) AND state OPERATOR(pg_catalog.=) 'masked'",
						pg::Params().add_int4(subject.id).add(subjects.keys.texts));
		if (rows != subjects.size())
			throw pg::Failure(pg::code::serialization_failure, "subjects changed while they were erased", {}, "Retry.");
		// A request is over when none of its subjects waits any more.
		spi.execute("UPDATE erasure.request r SET erased_at = pg_catalog.now(), erased_in = pg_catalog.pg_current_xact_id()::pg_catalog.text::pg_catalog.int8 WHERE r.id OPERATOR(pg_catalog.=) ANY ($1) AND r.erased_at IS NULL "
					"AND NOT EXISTS (SELECT FROM erasure.subject_state s WHERE s.request OPERATOR(pg_catalog.=) r.id AND s.state OPERATOR(pg_catalog.=) 'masked')",
					pg::Params().add(subjects.requests()));
	});
}

// Their vault is gone, and some of their rows have to be kept: masked until these are, too.
void leave_retained(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) {
		const std::uint64_t rows =
			spi.execute("UPDATE erasure.subject_state s SET destroyed_at = coalesce(s.destroyed_at, pg_catalog.now()), delete_reason = NULL, attempts = 0, "
						"retry_at = NULL, last_error = NULL, retained_until = (SELECT pg_catalog.min(r.next_until) FROM erasure.retained r "
						"WHERE r.subject_id OPERATOR(pg_catalog.=) s.subject_id AND r.key OPERATOR(pg_catalog.=) s.key) "
						"WHERE s.subject_id OPERATOR(pg_catalog.=) $1 AND s.key OPERATOR(pg_catalog.=) ANY ($2) AND s.state OPERATOR(pg_catalog.=) 'masked'",
						pg::Params().add_int4(subject.id).add(subjects.keys.texts));
		if (rows != subjects.size())
			throw pg::Failure(pg::code::serialization_failure, "subjects changed while they were erased", {}, "Retry.");
	});
}

// The reason of a request may say too much of a person: it goes when nobody is left in it who can be undone.
void forget_reasons(const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.request r SET reason = NULL WHERE r.id OPERATOR(pg_catalog.=) ANY ($1) AND r.reason IS NOT NULL "
					"AND NOT EXISTS (SELECT FROM erasure.subject_state s WHERE s.request OPERATOR(pg_catalog.=) r.id AND s.state OPERATOR(pg_catalog.=) 'masked' "
					"AND s.destroyed_at IS NULL)",
					pg::Params().add(subjects.requests()));
	});
}

// A row that a retained one hangs on waits for it: without it, nobody would find the other any more.
bool is_needed(const policy::Subject &subject, const policy::Node &node, const Retained &retained)
{
	return std::any_of(subject.nodes.begin(), subject.nodes.end(),
					   [&](const policy::Node &below) { return retained.tables.contains(below.id) && subject.leads_to(below, node); });
}

void apply_on_erase(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, const policy::RowKeys &kept, Erased &erased)
{
	if (subjects.size() == 0)
		return;
	if (node.on_erase == "delete")
		erased.rows_deleted += delete_rows(subject, node, subjects, kept);
	else if (node.on_erase == "set_null")
		empty_columns(subject, node, subjects);
}

}  // namespace

void Erased::add(const Erased &more)
{
	subjects += more.subjects;
	rows_deleted += more.rows_deleted;
	retained += (retained.empty() || more.retained.empty() ? "" : "; ") + more.retained;
}

Erased erase(const policy::Subject &subject, const Subjects &subjects)
{
	Erased erased;
	mask_expired(subject, subjects);
	const Retained retained = note_retained(subject, subjects);
	const Subjects done = subjects.only_places([&](std::size_t place) { return !retained.has_rows[place]; });
	const Subjects waiting = subjects.only_places([&](std::size_t place) { return retained.has_rows[place]; });
	residue::search_before_erasure(subject, subjects.requests(), subjects.keys.texts);
	write_tombstones(subject, done);
	const auto all = policy::catalogue();
	std::vector<policy::RowKeys> kept;
	for (const policy::Node &node : subject.nodes)
		kept.push_back(withdraw_common_rows(*all, subject, node, subjects));
	note_keys(subject, subjects);
	destroy_originals(subject, subjects);
	// Children first: a row that goes must not be referred to any more, and a path leads through its parents.
	for (std::size_t i = subject.nodes.size(); i-- > 0;) {
		const policy::Node &node = subject.nodes[i];
		apply_on_erase(subject, node, done, kept[i], erased);
		if (node.on_erase != "delete" || !is_needed(subject, node, retained))
			apply_on_erase(subject, node, waiting, kept[i], erased);
	}
	// Rows that stay masked show nothing new.
	if (std::any_of(subject.nodes.begin(), subject.nodes.end(), [](const policy::Node &node) { return node.on_erase != "keep_masked"; }))
		refresh_views(subject);
	close_states(subject, done);
	leave_retained(subject, waiting);
	forget_reasons(subjects);
	residue::want_scrub(subject);
	erased.subjects = done.size();
	erased.retained = retained.words;
	return erased;
}

}  // namespace lifecycle
