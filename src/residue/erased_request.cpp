// Finds a request and the tables it was about.
#include "residue/erased_request.hpp"

#include <set>

#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"

namespace residue {

bool has_pages(const pg::TableInfo &table)
{
	return table.kind == 'r' || table.kind == 'm' || table.kind == 't';
}

std::vector<pg::Oid> parts_with_pages(pg::Oid relation)
{
	std::vector<pg::Oid> parts;
	for (const pg::Oid part : pg::with_children(relation))
		if (has_pages(pg::table_info(part)))
			parts.push_back(part);
	return parts;
}

std::vector<pg::Oid> own_tables()
{
	std::vector<pg::Oid> tables;
	for (const char *name : {"vault_key", "subject_state", "request", "approval", "legal_hold", "left_row", "value_row"})
		for (const pg::Oid part : parts_with_pages(pg::relation_by_name("erasure", name)))
			tables.push_back(part);
	return tables;
}

pg::Oid own_tables_handle()
{
	return pg::relation_by_name("erasure", "vault_key");
}

ErasedRequest erased_request(std::int64_t id)
{
	pg::Rows rows;
	pg::Rows lost;
	policy::as_extension([&](pg::Spi &spi) {
		rows = spi.query("SELECT subject_id, erased_in FROM erasure.request WHERE id OPERATOR(pg_catalog.=) $1", pg::Params().add(id));
		lost = spi.query("SELECT t.relation_name FROM erasure.request_table t WHERE t.request OPERATOR(pg_catalog.=) $1 "
						 "AND NOT EXISTS (SELECT FROM erasure.declared_table d WHERE d.id OPERATOR(pg_catalog.=) t.table_id) ORDER BY 1",
						 pg::Params().add(id));
	});
	if (rows.empty())
		throw pg::Failure(pg::code::key_not_found, "request " + std::to_string(id) + " does not exist", {}, "erasure.requests lists them.");
	if (!rows[0][1])
		throw pg::Failure(pg::code::wrong_state, "request " + std::to_string(id) + " is not erased yet", "Some of its subjects can still be undone, or have rows that are retained.",
						  "erase_due erases it when its time has come.");
	ErasedRequest request{id, std::stoull(*rows[0][1]), own_tables(), {}};
	for (const pg::Row &row : lost)
		request.lost.push_back(*row[0]);
	const auto all = policy::catalogue();
	std::set<pg::Oid> tables(request.tables.begin(), request.tables.end());
	if (const policy::Subject *subject = all->subject(std::stoi(*rows[0][0])))
		for (const policy::Node &node : subject->nodes)
			for (const pg::Oid part : parts_with_pages(node.table.oid))
				tables.insert(part);
	request.tables.assign(tables.begin(), tables.end());
	return request;
}

}  // namespace residue
