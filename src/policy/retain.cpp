// retain and unretain: rows that a law wants kept for years after their person is deleted.
#include <algorithm>

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/changing.hpp"
#include "policy/declare.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "policy/retention.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

// The table under every subject table that it is declared under: what has to be kept is the row, whoever it is about.
std::vector<std::pair<const Subject *, const Node *>> retained_nodes(const Catalogue &all, pg::Oid related, pg::Oid parent)
{
	require_owner(related);
	require_owner(parent);
	auto nodes = nodes_of(all, related);
	bool hangs = false;
	for (const auto &[subject, node] : nodes) {
		require_owner(subject->root().table.oid);
		const Node *above = subject->node_of(parent);
		hangs = hangs || (above != nullptr && node->hangs_on(above->id));
	}
	if (!hangs)
		throw pg::Failure(pg::code::policy_cannot_work, "table " + quoted(related) + " is not related to " + quoted(parent), {},
						  "Only the rows of related tables can be retained; call erasure.relate first.");
	for (const auto &entry : nodes)
		if (entry.first->is_shared(*entry.second))
			throw pg::Failure(pg::code::not_supported, "rows of table " + quoted(related) + " cannot be retained", "Other rows refer to them, or to what they hang on: they are kept as long as anybody needs them.");
	return nodes;
}

// What is in the vault was picked under the retention as it is. Guards stay as they are: no table is locked.
void begin_retention(Change &change, const std::vector<std::pair<const Subject *, const Node *>> &nodes)
{
	change.begin({});
	for (const auto &entry : nodes)
		require_none_undoable(*entry.first, "change what is retained of");
}

std::string required_keep(const pg::Text &keep)
{
	if (!keep)
		throw pg::Failure(pg::code::invalid_parameter, "keep must not be null");
	pg::Text normal;
	as_extension([&](pg::Spi &spi) {
		normal = spi.value("SELECT CASE WHEN $1::pg_catalog.interval OPERATOR(pg_catalog.>) '0'::pg_catalog.interval THEN $1::pg_catalog.interval END", pg::Params().add(*keep));
	});
	if (!normal)
		throw pg::Failure(pg::code::invalid_parameter, "keep must be longer than zero");
	return *normal;
}

Retention required_retention(const Node &node, const std::string &keep, const std::string &since, const std::string &basis)
{
	const pg::ColumnInfo &column = require_column(node, since);
	if (!tells_age(column))
		throw pg::Failure(pg::code::policy_cannot_work, "column \"" + since + "\" of table " + quoted(node.table.oid) + " tells no time",
						  "Its type is " + pg::type_display(column.type) + ".", "Name a column of type date, timestamp or timestamptz.");
	if (std::any_of(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &p) { return p.column.number == column.number; }))
		throw pg::Failure(pg::code::policy_cannot_work, "column \"" + since + "\" of table " + quoted(node.table.oid) + " is personal",
						  "Once it is masked, the age of the row could not be told any more.", "Name another column.");
	return {keep, since, basis, column};
}

}  // namespace
}  // namespace policy

// erasure.retain(related regclass, parent regclass, keep interval, since name, basis text) RETURNS void
ERASURE_FUNCTION(erasure_retain)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	const std::string since = call.name(3, "since");
	const std::string basis = call.text(4, "basis");
	std::string keep;
	policy::change_policy([&](policy::Change &change) {
		const auto all = policy::catalogue();
		const auto nodes = policy::retained_nodes(*all, related, parent);
		keep = policy::required_keep(call.output(2));
		if (basis.find_first_not_of(" \t\r\n") == std::string::npos)
			throw pg::Failure(pg::code::invalid_parameter, "basis must not be empty", {}, "Name the law that wants the rows kept; an auditor will ask.");
		policy::begin_retention(change, nodes);
		for (const auto &entry : nodes)
			policy::store_retention(*entry.second, policy::required_retention(*entry.second, keep, since, basis));
	});
	policy::publish_change();
	policy::record_policy_call("retain", related, keep + " from " + since + ": " + basis, parent);
	return call.nothing();
}

// erasure.unretain(related regclass, parent regclass) RETURNS void
ERASURE_FUNCTION(erasure_unretain)
{
	const pg::Oid related = call.oid(0, "related");
	const pg::Oid parent = call.oid(1, "parent");
	policy::change_policy([&](policy::Change &change) {
		const auto all = policy::catalogue();
		const auto nodes = policy::retained_nodes(*all, related, parent);
		if (!nodes.front().second->retention)
			throw pg::Failure(pg::code::policy_cannot_work, "nothing of table " + policy::quoted(related) + " is retained");
		policy::begin_retention(change, nodes);
		for (const auto &entry : nodes)
			policy::remove_retention(*entry.second);
	});
	policy::publish_change();
	policy::record_policy_call("unretain", related, {}, parent);
	return call.nothing();
}
