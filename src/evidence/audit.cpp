// Writes the audit log.
#include "evidence/audit.hpp"

#include "pg/catalog.hpp"
#include "pg/role.hpp"

namespace evidence {

void record(pg::Spi &spi, const Entry &entry)
{
	const std::string actor = pg::setting("erasure.actor");
	pg::Params params;
	params.add(entry.action)
		.add(entry.relation == pg::kInvalidOid ? pg::Text() : pg::Text(pg::display_name(entry.relation)))
		.add(pg::role_name(pg::session_role()))
		.add(pg::role_name(pg::outer_role()))
		.add(actor.empty() ? pg::Text() : pg::Text(actor));
	for (const auto &number : {entry.request, entry.subjects, entry.rows})
		params.add(number ? pg::Text(std::to_string(*number)) : pg::Text());
	params.add(entry.detail.empty() ? pg::Text() : pg::Text(entry.detail));
	spi.execute("INSERT INTO erasure.audit_entry (action, relation_name, session_role, outer_role, actor, client_address, "
				"request, subjects, row_count, detail) VALUES ($1, $2, $3, $4, $5, pg_catalog.inet_client_addr(), "
				"$6::pg_catalog.int8, $7::pg_catalog.int8, $8::pg_catalog.int8, $9)",
				params);
}

}  // namespace evidence
