// Keeps what waits for approval.
#include "lifecycle/approval.hpp"

#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/locked.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "policy/foreign_triggers.hpp"
#include "policy/gate.hpp"
#include "policy/options.hpp"

namespace lifecycle {
namespace {

constexpr const char *kWaitingFor = R"(
SELECT a.id, s.key FROM erasure.approval_subject s JOIN erasure.approval a ON a.id OPERATOR(pg_catalog.=) s.approval
WHERE s.subject_id OPERATOR(pg_catalog.=) $1 AND s.key OPERATOR(pg_catalog.=) ANY ($2) AND a.decided_at IS NULL
  AND a.lapses_at OPERATOR(pg_catalog.>) pg_catalog.clock_timestamp() ORDER BY 1, 2)";

void require_none_waiting(const policy::Subject &subject, const Subjects &subjects)
{
	std::vector<std::string> keys;
	std::string requests;
	as_extension([&](pg::Spi &spi) {
		std::string last;
		for (pg::Row &row : spi.query(kWaitingFor, pg::Params().add_int4(subject.id).add(subjects.keys.texts))) {
			if (*row[0] != last)
				requests += (requests.empty() ? "" : ", ") + *row[0];
			last = *row[0];
			keys.push_back(std::move(*row[1]));
		}
	});
	if (!keys.empty())
		throw pg::Failure(pg::code::wrong_state, "subjects of table \"" + pg::display_name(subject.root().table.oid) + "\" wait for approval already",
						  "Request " + requests + " is about " + policy::list_keys(keys) + ".", "Approve it with erasure.approve, or take it back with erasure.withdraw.");
}

constexpr const char *kInsert = R"(
INSERT INTO erasure.approval (id, subject_id, relation_name, action, subjects, requested_at, requested_by, requested_by_oid, session_role,
                              session_role_oid, reason, received_at, lapses_at)
VALUES (pg_catalog.nextval('erasure.request_id_seq'), $1, $2, $3, $4, pg_catalog.now(), $5, $6, $7, $8, $9, $10::pg_catalog.timestamptz,
        pg_catalog.clock_timestamp() OPERATOR(pg_catalog.+) '7 days'::pg_catalog.interval)
RETURNING id, lapses_at)";

void forget_keys(pg::Spi &spi, std::int64_t id)
{
	spi.execute("DELETE FROM erasure.approval_subject WHERE approval OPERATOR(pg_catalog.=) $1", pg::Params().add(id));
}

constexpr const char *kWithdraw = R"(
UPDATE erasure.approval a SET decided_at = pg_catalog.now(), decided_by = $3, decision = 'withdrawn', reason = NULL
WHERE a.decided_at IS NULL AND a.lapses_at OPERATOR(pg_catalog.>) pg_catalog.clock_timestamp()
  AND a.id IN (SELECT s.approval FROM erasure.approval_subject s
               WHERE s.subject_id OPERATOR(pg_catalog.=) $1 AND s.key OPERATOR(pg_catalog.=) ANY ($2))
RETURNING a.id, a.subjects, a.action)";

constexpr const char *kLapse = R"(
UPDATE erasure.approval SET decided_at = lapses_at, decision = 'lapsed', reason = NULL
WHERE id IN (SELECT a.id FROM erasure.approval a WHERE a.decided_at IS NULL AND a.lapses_at OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp()
             FOR UPDATE SKIP LOCKED)
RETURNING id, subjects, action, subject_id)";

}  // namespace

Ordered find_ordered(const policy::Subject &subject, const Order &order)
{
	wait_for_orphans(subject);
	policy::require_enforced(subject);
	policy::require_covered(subject);
	policy::require_triggers_known(subject);
	Ordered ordered{find_with_linked(subject, order.keys, Lock::wait)};
	if (order.approval == nullptr)
		ordered.waits = subject.options.require_approval;
	else
		decide(*order.approval, "approved");
	require_count(subject, named(ordered.found), order.confirmed);
	return ordered;
}

Outcome wait_for_approval(const policy::Subject &subject, core::Action action, const Subjects &subjects, const Order &order)
{
	require_none_waiting(subject, subjects);
	const Subjects asked = named(subjects);
	Outcome outcome;
	std::string until;
	pg::Params params;
	params.add_int4(subject.id).add(pg::display_name(subject.root().table.oid)).add(std::string(core::to_text(action)))
		.add(static_cast<std::int64_t>(asked.size())).add(pg::role_name(pg::outer_role())).add_oid(pg::outer_role())
		.add(pg::role_name(pg::session_role())).add_oid(pg::session_role()).add(order.reason).add(order.received_at);
	as_extension([&](pg::Spi &spi) {
		const pg::Row row = spi.query(kInsert, params).at(0);
		outcome.request = std::stoll(*row[0]);
		until = *row[1];
		spi.execute("INSERT INTO erasure.approval_subject (approval, subject_id, key) SELECT $1, $2, k FROM pg_catalog.unnest($3) AS k",
					pg::Params().add(*outcome.request).add_int4(subject.id).add(asked.keys.texts));
	});
	outcome.subjects = asked.size();
	outcome.detail = "waits for approval";
	outcome.waits = true;
	pg::notice("request " + std::to_string(*outcome.request) + " waits for approval; nothing has changed yet",
			   "It lapses at " + until + ".",
			   "Somebody else who may " + std::string(core::to_text(action)) + " calls erasure.approve(" + std::to_string(*outcome.request) + ").");
	return outcome;
}

Approval find_approval(std::int64_t id)
{
	Approval approval;
	as_extension([&](pg::Spi &spi) {
		const pg::Rows rows = spi.query("SELECT subject_id, action, subjects, reason, received_at, requested_at, requested_by FROM erasure.approval "
										"WHERE id OPERATOR(pg_catalog.=) $1",
										pg::Params().add(id));
		if (rows.empty())
			throw pg::Failure(pg::code::key_not_found, "there is no request " + std::to_string(id) + " that waits for approval", {}, "The view erasure.pending lists them.");
		const pg::Row &row = rows[0];
		approval = {id, std::stoi(*row[0]), core::permission_from_text(*row[1]).value_or(core::Action::permanently_delete), std::stoll(*row[2]), row[3], row[4], *row[5], *row[6], {}};
		for (pg::Row &key : spi.query("SELECT key FROM erasure.approval_subject WHERE approval OPERATOR(pg_catalog.=) $1 ORDER BY 1", pg::Params().add(id)))
			approval.keys.push_back(std::move(*key[0]));
	});
	return approval;
}

void require_other_person(const Approval &approval)
{
	std::vector<std::string> names;
	std::vector<std::int64_t> numbers;
	for (const pg::Oid role : {pg::session_role(), pg::outer_role()}) {
		names.push_back(pg::role_name(role));
		numbers.push_back(role);
	}
	std::int64_t same = 0;
	as_extension([&](pg::Spi &spi) {
		same = spi.number("SELECT pg_catalog.count(*) FROM erasure.approval WHERE id OPERATOR(pg_catalog.=) $1 AND "
						  "(requested_by_oid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($2) OR session_role_oid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($2) "
						  "OR requested_by::pg_catalog.text OPERATOR(pg_catalog.=) ANY ($3) OR session_role::pg_catalog.text OPERATOR(pg_catalog.=) ANY ($3))",
						  pg::Params().add(approval.id).add(numbers).add(names));
	});
	if (same > 0)
		throw pg::Failure(pg::code::insufficient_privilege, "the request must be approved by somebody else",
						  "Request " + std::to_string(approval.id) + " was made by role \"" + approval.requested_by + "\"; the same session user or role cannot approve it.",
						  "Another person approves it under a login of their own, or takes it back with erasure.withdraw.");
}

void decide(const Approval &approval, const std::string &decision)
{
	const std::string by = pg::role_name(pg::outer_role());
	const std::string number = std::to_string(approval.id);
	as_extension([&](pg::Spi &spi) {
		const pg::Rows rows = spi.query("SELECT decision, decided_at, (lapses_at OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp()), lapses_at FROM erasure.approval "
										"WHERE id OPERATOR(pg_catalog.=) $1 FOR UPDATE",
										pg::Params().add(approval.id));
		const pg::Row gone{"withdrawn", "an unknown time", "f", ""};
		const pg::Row &row = rows.empty() ? gone : rows[0];
		if (row[0] || *row[2] == "t")
			throw pg::Failure(pg::code::wrong_state, row[0] && *row[0] != "lapsed" ? "the request was " + *row[0] + " already" : "the request has lapsed",
							  "Request " + number + (row[0] && *row[0] != "lapsed" ? ", at " + *row[1] + "." : ": nobody approved it before " + *row[3] + "."),
							  "Ask for it again, if its subjects are still to be deleted.");
		spi.execute("UPDATE erasure.approval SET decided_at = pg_catalog.now(), decided_by = $2, decision = $3, reason = NULL WHERE id OPERATOR(pg_catalog.=) $1",
					pg::Params().add(approval.id).add(by).add(decision));
		forget_keys(spi, approval.id);
	});
}

void withdraw_waiting(const policy::Subject &subject, const Subjects &subjects, const std::string &why)
{
	const std::string by = pg::role_name(pg::outer_role());
	std::string requests;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kWithdraw, pg::Params().add_int4(subject.id).add(subjects.keys.texts).add(by))) {
			const std::int64_t id = std::stoll(*row[0]);
			forget_keys(spi, id);
			evidence::record(spi, {.action = "withdraw", .relation = subject.root().table.oid, .request = id, .subjects = std::stoll(*row[1]),
								   .detail = *row[2] + "; " + why});
			requests += (requests.empty() ? "" : ", ") + *row[0];
		}
	});
	if (!requests.empty())
		pg::notice("request " + requests + " no longer waits for approval", "Of its subjects, some were " + why + ".");
}

void lapse_waiting()
{
	const auto all = policy::catalogue();
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kLapse)) {
			const std::int64_t id = std::stoll(*row[0]);
			forget_keys(spi, id);
			const policy::Subject *subject = all->subject(std::stoi(*row[3]));
			evidence::record(spi, {.action = "lapse", .relation = subject ? subject->root().table.oid : pg::kInvalidOid, .request = id,
								   .subjects = std::stoll(*row[1]), .detail = *row[2] + "; nobody approved it"});
		}
	});
}

}  // namespace lifecycle
