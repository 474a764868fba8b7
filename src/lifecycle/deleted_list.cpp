// Writes the state and audit rows of soft deletes and restores.
#include "lifecycle/deleted_list.hpp"

#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "pg/role.hpp"

namespace lifecycle {
namespace {

// As the rows have it: a client may have written another time than now().
std::vector<pg::Text> deletion_times(const policy::Subject &subject, const Subjects &subjects)
{
	const policy::Node &root = subject.root();
	std::vector<pg::Text> times(subjects.size());
	policy::as_role(root.table.owner, [&](pg::Spi &spi) {
		for (pg::Row &row : spi.query("SELECT k.ord, " + policy::column("t", subject.deleted_at) + "::pg_catalog.timestamptz FROM " + policy::key_set(root.key) + ", " +
										  root.sql_name() + " AS t WHERE " + policy::key_matches("t", root.key),
									  subjects.keys.params()))
			times[static_cast<std::size_t>(std::stoll(*row[0])) - 1] = std::move(row[1]);
	});
	return times;
}

}  // namespace

void enter_deleted_list(const policy::Subject &subject, const Subjects &subjects, const pg::Text &reason)
{
	const std::string by = pg::role_name(pg::outer_role());
	const std::vector<pg::Text> times = deletion_times(subject, subjects);
	as_extension([&](pg::Spi &spi) {
		// An entry may be left over where somebody cleared deleted_at under erasure.bypass.
		spi.execute("INSERT INTO erasure.subject_state (subject_id, key, state, deleted_at, deleted_by, delete_reason) "
					"SELECT $1, k.key, 'deleted', k.deleted_at, $4, $5 FROM ROWS FROM (pg_catalog.unnest($2), "
					"pg_catalog.unnest($3::pg_catalog.timestamptz[])) AS k(key, deleted_at) "
					"ON CONFLICT (subject_id, key) DO UPDATE SET state = 'deleted', deleted_at = EXCLUDED.deleted_at, "
					"deleted_by = EXCLUDED.deleted_by, delete_reason = EXCLUDED.delete_reason",
					pg::Params().add_int4(subject.id).add(subjects.keys.texts).add(times).add(by).add(reason));
		evidence::record(spi, {.action = "soft_delete", .relation = subject.root().table.oid,
							   .subjects = static_cast<std::int64_t>(subjects.size())});
	});
}

void leave_deleted_list(const policy::Subject &subject, const Subjects &subjects)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2) "
					"AND state OPERATOR(pg_catalog.=) 'deleted'",
					pg::Params().add_int4(subject.id).add(subjects.keys.texts));
		evidence::record(spi, {.action = "restore", .relation = subject.root().table.oid,
							   .subjects = static_cast<std::int64_t>(subjects.size())});
	});
}

}  // namespace lifecycle
