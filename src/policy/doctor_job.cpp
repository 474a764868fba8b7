// The doctor on the job that erases: scheduled, running, and done with what is due.
#include "core/sqltext.hpp"
#include "lifecycle/schedule.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"

namespace policy::doctor {
namespace {

constexpr const char *kObject = "job erasure";
constexpr const char *kRun = "CALL erasure.erase_due();";

// The heartbeat counts too: a job scheduled from another database is not in this one's tables of pg_cron.
constexpr const char *kStatus = R"(
SELECT s.scheduled, s.job_id, coalesce(s.last_finished OPERATOR(pg_catalog.>) (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) '1 day'::pg_catalog.interval), false),
       s.due OPERATOR(pg_catalog.>) 0, coalesce(s.last_status OPERATOR(pg_catalog.=) 'failed', false), s.failures,
       coalesce(s.last_run OPERATOR(pg_catalog.>) coalesce(s.last_finished, '-infinity'::pg_catalog.timestamptz)
         AND s.last_run OPERATOR(pg_catalog.<) (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) '1 hour'::pg_catalog.interval), false)
FROM erasure.status s)";

void find_unscheduled(Visit &visit, const pg::Row &status)
{
	if (*status[0] == "t" || *status[2] == "t")
		return;
	const lifecycle::NoCron none = lifecycle::no_cron("*/10 * * * *");
	const std::string why = none.message.empty() ? "" : " (" + none.message + ")";
	const std::string fix = !none.fix.empty() ? none.fix : status[1] ? "SELECT cron.alter_job(" + *status[1] + ", active => true);" : "SELECT erasure.schedule();";
	const std::string problem = (status[1] ? "is switched off in pg_cron" : "is not scheduled") + why + ": nothing is erased when its time comes";
	if (*status[3] == "t")
		visit.error(kObject, problem, fix);
	else
		visit.warning(kObject, problem, fix);
}

void find_failing(Visit &visit, const pg::Row &status)
{
	if (*status[4] == "t")
		visit.error(kObject, "failed when pg_cron ran it last (" + *status[5] + " failures in all; erasure.status has the message)", kRun);
	else if (*status[6] == "t")
		visit.error(kObject, "began more than an hour ago and did not finish", kRun);
}

constexpr const char *kOverdue = R"(
SELECT pg_catalog.count(*) FROM erasure.subject_state s
WHERE s.subject_id OPERATOR(pg_catalog.=) $1 AND s.state OPERATOR(pg_catalog.=) 'masked' AND s.attempts OPERATOR(pg_catalog.=) 0
  AND coalesce(s.retained_until, s.erase_after) OPERATOR(pg_catalog.<) (pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) '1 hour'::pg_catalog.interval)
  AND NOT EXISTS (SELECT FROM erasure._hold_in_force h WHERE h.subject_id OPERATOR(pg_catalog.=) s.subject_id AND h.key OPERATOR(pg_catalog.=) s.key))";

// Ten at most are named.
constexpr const char *kSetAside = R"(
SELECT s.key, s.last_error, pg_catalog.count(*) OVER () FROM erasure.subject_state s
WHERE s.subject_id OPERATOR(pg_catalog.=) $1 AND s.state OPERATOR(pg_catalog.=) 'masked' AND s.attempts OPERATOR(pg_catalog.>) 0
ORDER BY s.key LIMIT 10)";

// erase_now shows the error itself, or erases where the cause is gone.
std::string erase_statement(const Subject &subject, const pg::Rows &rows)
{
	std::vector<std::string> keys;
	const bool composite = subject.root().key.size() > 1;
	std::string objects;
	for (const pg::Row &row : rows) {
		keys.push_back(*row[0]);
		objects += (objects.empty() ? "" : ", ") + *row[0];
	}
	return "SELECT erasure.erase_now(" + literal(subject.root().table.oid) + ", " + (composite ? core::quote_literal("[" + objects + "]") : name_array(keys)) + ", " +
		   std::to_string(rows.size()) + ", 'set aside by the job');";
}

void find_waiting(Visit &visit, pg::Spi &spi, const Subject &subject)
{
	const std::string object = table_name(subject.root().table.oid);
	const std::int64_t overdue = spi.number(kOverdue, pg::Params().add_int4(subject.id));
	if (overdue > 0)
		visit.error(object, std::to_string(overdue) + (overdue == 1 ? " subject is" : " subjects are") + " due for erasure for more than an hour", kRun);
	const pg::Rows rows = spi.query(kSetAside, pg::Params().add_int4(subject.id));
	if (!rows.empty())
		visit.error(object,
					*rows[0][2] + (*rows[0][2] == "1" ? " subject" : " subjects") + " could not be erased and " + (*rows[0][2] == "1" ? "was" : "were") + " set aside, with " +
						rows[0][1].value_or("an error"),
					erase_statement(subject, rows));
}

}  // namespace

void check_job(Visit &visit)
{
	if (visit.subjects.empty())
		return;
	pg::Rows status;
	as_extension([&](pg::Spi &spi) {
		status = spi.query(kStatus);
		for (const Subject *subject : visit.subjects)
			find_waiting(visit, spi, *subject);
	});
	find_unscheduled(visit, status.at(0));
	find_failing(visit, status.at(0));
}

}  // namespace policy::doctor
