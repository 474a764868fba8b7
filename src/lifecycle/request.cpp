// Writes requests and moves their subjects' states.
#include "lifecycle/request.hpp"

#include "lifecycle/engine.hpp"
#include "lifecycle/recognise.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"

namespace lifecycle {

Request open_request(const policy::Subject &subject, const Subjects &subjects, const std::string &grace, const Order &order)
{
	Request request;
	const std::string by = pg::role_name(pg::outer_role());
	as_extension([&](pg::Spi &spi) {
		const pg::Row row = spi.query("SELECT coalesce($2::pg_catalog.int8, pg_catalog.nextval('erasure.request_id_seq')), pg_catalog.now() OPERATOR(pg_catalog.+) $1::pg_catalog.interval",
									  pg::Params().add(grace).add(order.approval ? pg::Text(std::to_string(order.approval->id)) : pg::Text())).at(0);
		request = {std::stoll(*row[0]), *row[1]};
		spi.execute("INSERT INTO erasure.subject_state (subject_id, key, state, masked_at, masked_by, request, erase_after) "
					"SELECT $1, k, 'masked', pg_catalog.now(), $3, $4, $5::pg_catalog.timestamptz FROM pg_catalog.unnest($2) AS k "
					"ON CONFLICT (subject_id, key) DO UPDATE SET state = 'masked', masked_at = EXCLUDED.masked_at, masked_by = EXCLUDED.masked_by, "
					"request = EXCLUDED.request, erase_after = EXCLUDED.erase_after, attempts = 0, retry_at = NULL, last_error = NULL",
					pg::Params().add_int4(subject.id).add(subjects.keys.texts).add(by).add(request.id).add(request.erase_after));
	});
	remember_persons(subject, subjects.keys);
	return request;
}

void note_tables(pg::Spi &spi, const policy::Subject &subject, std::int64_t request, const Counts &found)
{
	for (std::size_t i = 0; i < found.size(); ++i) {
		const policy::Node &node = subject.nodes[i];
		std::vector<std::string> columns;
		for (const policy::PersonalColumn &personal : node.personal)
			columns.push_back(personal.column.name);
		if (!columns.empty())
			spi.execute("INSERT INTO erasure.request_table AS t (request, table_id, relation_name, columns, row_count, on_erase) VALUES ($1, $2, $3, $4, $5, $6) "
						"ON CONFLICT (request, table_id) DO UPDATE SET row_count = t.row_count OPERATOR(pg_catalog.+) EXCLUDED.row_count",
						pg::Params().add(request).add_int4(node.id).add(pg::display_name(node.table.oid)).add(columns)
							.add(static_cast<std::int64_t>(found[i])).add(node.on_erase));
	}
}

void close_request(const policy::Subject &subject, const Subjects &subjects, const Request &request, const Done &done, const Order &order)
{
	const Approval *approval = order.approval;
	const std::string by = approval ? approval->requested_by : pg::role_name(pg::outer_role());
	pg::Text late;
	as_extension([&](pg::Spi &spi) {
		pg::Params params;
		params.add(request.id).add_int4(subject.id).add(pg::display_name(subject.root().table.oid))
			.add(static_cast<std::int64_t>(subjects.size())).add(static_cast<std::int64_t>(total(subject, done.found))).add(by).add(order.reason)
			.add(order.received_at).add(request.erase_after).add(static_cast<std::int64_t>(done.vault_bytes))
			.add(approval ? pg::Text(approval->requested_at) : pg::Text());
		late = spi.value("INSERT INTO erasure.request (id, subject_id, relation_name, subjects, rows_masked, requested_at, requested_by, reason, "
						 "received_at, due_by, erase_after, vault_bytes) VALUES ($1, $2, $3, $4, $5, coalesce($11::pg_catalog.timestamptz, pg_catalog.now()), $6, $7, $8::pg_catalog.timestamptz, "
						 "$8::pg_catalog.timestamptz OPERATOR(pg_catalog.+) '1 mon'::pg_catalog.interval, $9::pg_catalog.timestamptz, $10) "
						 "RETURNING CASE WHEN erase_after OPERATOR(pg_catalog.>) due_by THEN due_by END",
						 params);
		note_tables(spi, subject, request.id, done.found);
	});
	if (late)
		pg::warning("the erasure comes later than one month after the request was received",
					"Due by " + *late + ", erased after " + request.erase_after + " (GDPR Article 12(3)).",
					"Use a shorter grace period, or erasure.erase_now.");
}

}  // namespace lifecycle
