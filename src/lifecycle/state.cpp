// state: where a subject is in its life; and the look-ups that views use.
#include "lifecycle/engine.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "policy/handles.hpp"
#include "policy/permit.hpp"

namespace lifecycle {
namespace {

void require_may_see(const policy::Subject &subject)
{
	if (!policy::may_see(subject))
		throw pg::Failure(pg::code::insufficient_privilege,
						  "role \"" + pg::role_name(pg::current_role()) + "\" may not see the state of subjects of table \"" +
							  pg::display_name(subject.root().table.oid) + "\"",
						  "It holds no permission on the table.", "The table's owner can grant one with erasure.allow.");
}

// Subjects that are deleted in the table but were never seen by soft_delete: their deletion time was set before the
// table was protected. They are in the Deleted list like any other.
std::string deleted_rows(const policy::Subject &subject)
{
	const policy::Node &root = subject.root();
	std::string columns;
	for (const pg::ColumnInfo &key : root.key)
		columns += ", erasure._key(" + policy::column("t", key) + ")";
	return "SELECT " + policy::key_text("t", root.key) + ", " + policy::column("t", subject.deleted_at) + "::pg_catalog.timestamptz" + columns + " FROM " +
		   root.sql_name() + " AS t WHERE " + policy::column("t", subject.deleted_at) + " IS NOT NULL";
}

// Who was deleted by a verb, and brought back or removed past the guards, is not deleted any more.
constexpr const char *kListed = R"(
SELECT coalesce(d.key, s.key), coalesce(s.state, 'deleted'), coalesce(d.deleted_at, s.deleted_at), s.deleted_by, s.masked_at, s.masked_by,
       s.erase_after, s.erased_at,
       EXISTS (SELECT FROM erasure._hold_in_force h WHERE h.subject_id OPERATOR(pg_catalog.=) $1 AND h.key OPERATOR(pg_catalog.=) coalesce(d.key, s.key))
FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3::pg_catalog.timestamptz[])) AS d(key, deleted_at)
FULL JOIN (SELECT * FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1) s ON s.key OPERATOR(pg_catalog.=) d.key
WHERE d.key IS NOT NULL OR s.state OPERATOR(pg_catalog.<>) 'deleted'
ORDER BY 1)";

void list_subjects(pg::Call &call, const policy::Subject &subject)
{
	policy::KeySet keys;
	keys.columns.resize(subject.root().key.size());
	std::vector<pg::Text> times;
	policy::as_role(subject.root().table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query(deleted_rows(subject), {}, pg::SnapshotKind::transaction)) {
			keys.texts.push_back(std::move(*row[0]));
			times.push_back(std::move(row[1]));
			for (std::size_t c = 0; c < keys.columns.size(); ++c)
				keys.columns[c].push_back(std::move(*row[2 + c]));
		}
	});
	policy::hide(subject, keys);
	pg::Rows rows;
	as_extension([&](pg::Spi &spi) {
		rows = spi.query(kListed, pg::Params().add_int4(subject.id).add(keys.texts).add(times), pg::SnapshotKind::transaction);
	});
	for (pg::Row &row : rows) {
		pg::Row out{std::to_string(subject.root().table.oid)};
		for (pg::Text &value : row)
			out.push_back(std::move(value));
		call.add_row(out);
	}
}

}  // namespace
}  // namespace lifecycle

// erasure.state(subject regclass, key anyelement | text) RETURNS text
ERASURE_FUNCTION(erasure_state)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	lifecycle::require_may_see(*subject);
	const policy::KeySet key = policy::read_key(call, 1, *subject);
	const lifecycle::Subjects found = lifecycle::find_subjects(*subject, key, lifecycle::Lock::none);
	lifecycle::require_found(*subject, found);
	return call.result(std::string(core::to_text(found.rows[0].state)));
}

// erasure._in_deleted_list(subject_id integer, key text) RETURNS boolean: for the Deleted list's view
ERASURE_FUNCTION(erasure_in_deleted_list)
{
	const std::int32_t id = call.int4(0, "subject");
	const std::string key = call.text(1, "key");
	bool listed = false;
	lifecycle::as_extension([&](pg::Spi &spi) {
		listed = spi.number("SELECT pg_catalog.count(*) FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) $2 "
							"AND state OPERATOR(pg_catalog.=) ANY ('{masked,erased}')",
							pg::Params().add_int4(id).add(key), pg::SnapshotKind::transaction) == 0;
	});
	return call.result(listed);
}

// erasure._subjects() RETURNS SETOF ...: behind the view erasure.subjects
ERASURE_FUNCTION(erasure_subjects)
{
	call.start_rows();
	const auto all = policy::catalogue();
	for (const policy::Subject &subject : all->subjects)
		if (policy::may_see(subject))
			lifecycle::list_subjects(call, subject);
	return call.nothing();
}
