// Finds triggers that are not ours and may copy what they see; ignore_trigger acknowledges one.
#include "policy/foreign_triggers.hpp"

#include "core/sqltext.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/ddl.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/declare.hpp"
#include "policy/engine_sql.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {
namespace {

// What a trigger does, by content: OIDs would not outlive a dump. What its function calls in turn is not in it.
constexpr const char *kFingerprint = R"(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws(E'\n', l.lanname, f.prosrc, f.probin,
    t.tgtype::pg_catalog.text, pg_catalog.encode(t.tgargs, 'hex')), 'UTF8')), 'hex'))";

// Triggers of the tables $1; clones on partitions are their parent's, and PostgreSQL's own functions are known.
constexpr const char *kForeign = R"(
FROM pg_catalog.pg_trigger t
JOIN pg_catalog.pg_proc f ON f.oid OPERATOR(pg_catalog.=) t.tgfoid
JOIN pg_catalog.pg_language l ON l.oid OPERATOR(pg_catalog.=) f.prolang
WHERE t.tgrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND NOT t.tgisinternal AND t.tgparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
  AND f.pronamespace OPERATOR(pg_catalog.<>) 'erasure'::pg_catalog.regnamespace::pg_catalog.oid
  AND f.pronamespace OPERATOR(pg_catalog.<>) 'pg_catalog'::pg_catalog.regnamespace::pg_catalog.oid)";

// On UPDATE (16) or DELETE (8), and not off.
constexpr const char *kSeesOldRows = R"(
  AND (t.tgtype OPERATOR(pg_catalog.&) 24::int2) OPERATOR(pg_catalog.<>) 0::int2 AND t.tgenabled OPERATOR(pg_catalog.<>) 'D')";

// Looked at, and the same since.
std::string is_known()
{
	return std::string("EXISTS (SELECT FROM erasure.exemption e WHERE e.kind OPERATOR(pg_catalog.=) 'trigger' AND e.relation::pg_catalog.oid OPERATOR(pg_catalog.=) "
					   "t.tgrelid AND e.object_name OPERATOR(pg_catalog.=) t.tgname AND e.fingerprint OPERATOR(pg_catalog.=) ") + kFingerprint + ")";
}

struct ForeignTrigger {
	pg::Oid relation;
	std::string name;
};

std::vector<ForeignTrigger> unknown_triggers(const Node &node)
{
	const std::vector<pg::Oid> tables = pg::with_children(node.table.oid);
	std::vector<ForeignTrigger> found;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(std::string("SELECT t.tgrelid, t.tgname ") + kForeign + kSeesOldRows + " AND NOT " + is_known() + " ORDER BY 1, 2",
											pg::Params().add(std::vector<std::int64_t>(tables.begin(), tables.end()))))
			found.push_back({static_cast<pg::Oid>(std::stoul(*row[0])), *row[1]});
	});
	return found;
}

struct Wording {
	std::size_t count = 0;
	std::string detail = {};
	std::string statements = {};
};

void add(Wording &words, const Node &node)
{
	for (const ForeignTrigger &trigger : unknown_triggers(node)) {
		const std::string table = pg::display_name(trigger.relation);
		++words.count;
		words.detail += (words.detail.empty() ? "" : "\n") + ("Trigger \"" + trigger.name + "\" of table \"" + table + "\" sees rows before they are masked or deleted, and could copy them.");
		words.statements += "\nSELECT erasure.ignore_trigger(" + core::quote_literal(table) + ", " + core::quote_literal(trigger.name) + ", reason => '...');";
	}
}

constexpr const char *kWayOut = "Declare the tables that they write to; then, or if they copy nothing personal:";

void tell(const Wording &words)
{
	if (words.count > 0)
		pg::notice(std::to_string(words.count) + (words.count == 1 ? " trigger is" : " triggers are") + " not acknowledged yet; nothing is deleted permanently before",
				   words.detail, kWayOut + words.statements);
}

}  // namespace

std::set<std::string> known_triggers(pg::Spi &spi, pg::Oid relation)
{
	std::set<std::string> known;
	for (const pg::Row &row : spi.query(std::string("SELECT t.tgname ") + kForeign + " AND " + is_known(), pg::Params().add(std::vector<std::int64_t>{relation})))
		known.insert(*row[0]);
	return known;
}

void require_triggers_known(const Subject &subject)
{
	Wording words;
	for (const Node &node : subject.nodes)
		add(words, node);
	if (words.count > 0)
		throw pg::Failure(pg::code::policy_cannot_work,
						  std::to_string(words.count) + (words.count == 1 ? " trigger" : " triggers") + " could copy data of subjects of table \"" +
							  pg::display_name(subject.root().table.oid) + "\"",
						  words.detail, kWayOut + words.statements);
}

void tell_triggers(const Node &node)
{
	Wording words;
	add(words, node);
	tell(words);
}

void tell_triggers(const Subject &subject)
{
	Wording words;
	for (const Node &node : subject.nodes)
		add(words, node);
	tell(words);
}

namespace {

void acknowledge(pg::Oid relation, const std::string &name, const std::string &reason)
{
	pg::Text fingerprint;
	as_extension([&](pg::Spi &spi) {
		fingerprint = spi.value(std::string("SELECT ") + kFingerprint + kForeign + " AND t.tgname OPERATOR(pg_catalog.=) $2::pg_catalog.name",
								pg::Params().add(std::vector<std::int64_t>{relation}).add(name));
	});
	if (!fingerprint)
		throw pg::Failure(pg::code::undefined_object, "table " + quoted(relation) + " has no trigger \"" + name + "\" of its own", {},
						  "A partition's trigger that comes from the partitioned table is acknowledged there.");
	store_exemption("trigger", relation, pg::kInvalidOid, name, reason);
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.exemption SET fingerprint = $3 WHERE kind OPERATOR(pg_catalog.=) 'trigger' AND relation::pg_catalog.oid OPERATOR(pg_catalog.=) $1 "
					"AND object_name OPERATOR(pg_catalog.=) $2::pg_catalog.name",
					pg::Params().add_oid(relation).add(name).add(*fingerprint));
	});
}

}  // namespace
}  // namespace policy

// erasure.ignore_trigger(relation regclass, trigger_name name, reason text) RETURNS void
ERASURE_FUNCTION(erasure_ignore_trigger)
{
	const pg::Oid relation = call.oid(0, "relation");
	const std::string name = call.name(1, "trigger_name");
	const std::string reason = policy::required_reason(call, 2);
	policy::require_owner(relation);
	const auto all = policy::catalogue();
	for (const auto &[subject, node] : policy::nodes_of(*all, pg::declared_root(relation)))
		policy::require_owner(subject->root().table.oid);
	policy::acknowledge(relation, name, reason);
	policy::record_policy_call("ignore_trigger", relation, "trigger " + name);
	return call.nothing();
}
