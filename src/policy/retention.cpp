// Counts the age of rows in UTC, so that the answer is the same in every session, whatever its time zone.
#include "policy/retention.hpp"

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"

namespace policy {
namespace {

// pg_type.dat: fixed for ever
constexpr pg::Oid kDate = 1082;
constexpr pg::Oid kTimestamp = 1114;
constexpr pg::Oid kTimestamptz = 1184;

std::string is_retained(const Node &node, const std::string &alias)
{
	return "(" + retained_until(node, alias) + " OPERATOR(pg_catalog.>) pg_catalog.now())";
}

}  // namespace

bool tells_age(const pg::ColumnInfo &column)
{
	return column.base_type == kDate || column.base_type == kTimestamp || column.base_type == kTimestamptz;
}

std::string retained_until(const Node &node, const std::string &alias)
{
	const Retention &retention = *node.retention;
	if (!tells_age(retention.since))
		throw pg::Failure(pg::code::policy_cannot_work, "the retention of table \"" + pg::display_name(node.table.oid) + "\" has lost its column",
						  "Ages are counted from \"" + retention.since_name + "\", which is gone or no date or timestamp any more.",
						  "Call erasure.retain again.");
	std::string since = column(alias, retention.since);
	since = retention.since.base_type == kTimestamptz ? "pg_catalog.timezone('UTC'::pg_catalog.text, " + since + "::pg_catalog.timestamptz)"
													  : since + "::pg_catalog.timestamp";
	return "pg_catalog.timezone('UTC'::pg_catalog.text, " + since + " OPERATOR(pg_catalog.+) " + core::quote_literal(retention.keep) + "::pg_catalog.interval)";
}

std::string and_retained(const Node &node, const std::string &alias)
{
	return " AND " + is_retained(node, alias);
}

std::string and_not_retained(const Node &node, const std::string &alias)
{
	return node.retention ? " AND " + is_retained(node, alias) + " IS NOT TRUE" : std::string();
}

}  // namespace policy
