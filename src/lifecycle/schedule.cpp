// schedule, unschedule and what erasure.status knows of pg_cron's job.
#include "lifecycle/schedule.hpp"

#include "core/sqltext.hpp"
#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/role.hpp"
#include "policy/permit.hpp"

namespace lifecycle {
namespace {

constexpr const char *kJobName = "erasure";
constexpr const char *kCommand = "CALL erasure.erase_due()";

bool cron_is_here(pg::Spi &spi)
{
	return spi.number("SELECT pg_catalog.count(*) FROM pg_catalog.pg_extension WHERE extname OPERATOR(pg_catalog.=) 'pg_cron'") > 0;
}

}  // namespace

// pg_cron keeps its jobs in one database of the cluster; from there a job can be scheduled for any other.
NoCron no_cron(const std::string &schedule)
{
	std::string database, home;
	bool here = false;
	as_extension([&](pg::Spi &owner) {
		here = cron_is_here(owner);
		database = owner.value("SELECT pg_catalog.current_database()").value_or("");
		// Not through SHOW: where only the configuration names it and nobody loaded pg_cron it is a mere placeholder, which this view leaves out.
		home = owner.value("SELECT setting FROM pg_catalog.pg_settings WHERE name OPERATOR(pg_catalog.=) 'cron.database_name'").value_or("");
	});
	if (here)
		return {};
	if (home.empty())
		return {"pg_cron is not available", "The schedule needs the extension pg_cron, and the server was not started with it.",
				"Install pg_cron, add it to shared_preload_libraries, set cron.database_name = '" + database +
					"', restart, and CREATE EXTENSION pg_cron; or run " + kCommand + " from another scheduler.",
				"shared_preload_libraries = 'pg_cron'  # beside what is there\ncron.database_name = " + core::quote_literal(database)};
	if (home == database)
		return {"extension \"pg_cron\" is not installed in this database", "The server was started with pg_cron, and this is its database.",
				"CREATE EXTENSION pg_cron;", "CREATE EXTENSION pg_cron;"};
	const std::string statement = "SELECT cron.schedule_in_database(" + core::quote_literal(kJobName) + ", " + core::quote_literal(schedule) + ", " +
								  core::quote_literal(kCommand) + ", " + core::quote_literal(database) + ");";
	return {"pg_cron keeps its jobs in database \"" + home + "\"", "A job for this database has to be scheduled from there.",
			"In database \"" + home + "\": " + statement, statement + " -- in database " + home};
}

namespace {

// As the caller: pg_cron runs a job as the role that scheduled it.
std::int64_t schedule_job(const std::string &schedule)
{
	policy::EngineSettings settings;
	pg::Spi spi;
	if (const NoCron none = no_cron(schedule); !none.message.empty())
		throw pg::Failure(pg::code::wrong_state, none.message, none.detail, none.hint);
	if (spi.number("SELECT pg_catalog.has_schema_privilege('cron', 'USAGE')::pg_catalog.int4") == 0)
		throw pg::Failure(pg::code::insufficient_privilege, "role \"" + pg::role_name(pg::current_role()) + "\" may not use pg_cron", {},
						  "GRANT USAGE ON SCHEMA cron TO " + core::quote_ident(pg::role_name(pg::current_role())) + ";");
	std::int64_t job = 0;
	pg::Caught caught;
	const bool ok = pg::attempt_body(
		[&] { job = spi.number("SELECT cron.schedule($1, $2, $3)", pg::Params().add(kJobName).add(schedule).add(kCommand)); }, caught);
	if (!ok)
		throw pg::Failure(pg::code::invalid_parameter, "pg_cron did not accept the schedule", caught.message,
						  "A schedule has five fields: minute, hour, day, month, weekday; for example '*/10 * * * *'.");
	spi.finish();
	settings.finish();
	return job;
}

bool unschedule_job()
{
	policy::EngineSettings settings;
	const std::string caller = pg::role_name(pg::current_role());
	// Looked up as the owner: cron.job has row security, and with row_security off, as it is in here, others get an error.
	pg::Text job;
	as_extension([&](pg::Spi &owner) {
		if (cron_is_here(owner))
			job = owner.value("SELECT jobid FROM cron.job WHERE jobname OPERATOR(pg_catalog.=) $1 AND database OPERATOR(pg_catalog.=) pg_catalog.current_database() "
							  "ORDER BY username OPERATOR(pg_catalog.=) $2 DESC LIMIT 1",
							  pg::Params().add(kJobName).add(caller));
	});
	// Removed as the caller: whether another's job may go is for pg_cron to say.
	pg::Spi spi;
	const bool removed = job && spi.value("SELECT cron.unschedule($1::pg_catalog.int8)", pg::Params().add(*job)) == "t";
	spi.finish();
	settings.finish();
	return removed;
}

void audit(const std::string &action, const std::string &detail)
{
	as_extension([&](pg::Spi &spi) { evidence::record(spi, {.action = action, .detail = detail}); });
}

constexpr const char *kJob = R"(
SELECT j.jobid, j.schedule, j.username, j.active,
       (SELECT r.start_time FROM cron.job_run_details r WHERE r.jobid OPERATOR(pg_catalog.=) j.jobid ORDER BY r.runid DESC LIMIT 1),
       (SELECT r.status FROM cron.job_run_details r WHERE r.jobid OPERATOR(pg_catalog.=) j.jobid ORDER BY r.runid DESC LIMIT 1),
       (SELECT r.return_message FROM cron.job_run_details r WHERE r.jobid OPERATOR(pg_catalog.=) j.jobid AND r.status OPERATOR(pg_catalog.=) 'failed' ORDER BY r.runid DESC LIMIT 1),
       (SELECT pg_catalog.count(*) FROM cron.job_run_details r WHERE r.jobid OPERATOR(pg_catalog.=) j.jobid AND r.status OPERATOR(pg_catalog.=) 'failed')
FROM cron.job j WHERE j.database OPERATOR(pg_catalog.=) pg_catalog.current_database() AND j.command OPERATOR(pg_catalog.~~) '%erasure.erase_due%'
ORDER BY j.active DESC, j.jobid LIMIT 1)";

}  // namespace
}  // namespace lifecycle

// erasure.schedule(schedule text) RETURNS bigint
ERASURE_FUNCTION(erasure_schedule)
{
	policy::refuse_inside_engine();
	const std::string schedule = call.text(0, "schedule");
	const std::int64_t job = lifecycle::schedule_job(schedule);
	lifecycle::audit("schedule", "job " + std::to_string(job));
	return call.result(job);
}

// erasure.unschedule() RETURNS boolean
ERASURE_FUNCTION(erasure_unschedule)
{
	policy::refuse_inside_engine();
	const bool removed = lifecycle::unschedule_job();
	if (removed)
		lifecycle::audit("unschedule", {});
	return call.result(removed);
}

// erasure._job() RETURNS TABLE(...): pg_cron's own record of the job; no row where there is none
ERASURE_FUNCTION(erasure_job)
{
	call.start_rows();
	pg::Rows rows;
	lifecycle::as_extension([&](pg::Spi &spi) {
		if (lifecycle::cron_is_here(spi))
			rows = spi.query(lifecycle::kJob);
	});
	for (const pg::Row &row : rows)
		call.add_row(row);
	return call.nothing();
}
