// Looks a subject's state up as the extension's owner, and words the refusals.
#include "guard/state.hpp"

#include "evidence/audit.hpp"
#include "pg/boundary.hpp"
#include "pg/catalog.hpp"
#include "pg/key_text.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/handles.hpp"
#include "policy/model.hpp"
#include "policy/row_owners.hpp"
#include "policy/shared_rows.hpp"
#include "policy/value_rows.hpp"

namespace guard {
namespace {

// As the owner of the subject table: jsonb_build_object calls the casts to json that a key's type has, and whoever owns the
// type wrote them.
std::string key_of(const Role &role, const ::Datum *key)
{
	if (role.keys == 1)
		return pg::key_text(role.key_type[0], key[0]);
	pg::Params params;
	std::string sql = "SELECT pg_catalog.jsonb_build_object(";
	for (int i = 0; i < role.keys; ++i) {
		params.add(std::string(role.key_name[i])).add_datum(role.key_type[i], key[i]);
		sql += (i ? ", $" : "$") + std::to_string(2 * i + 1) + ", $" + std::to_string(2 * i + 2);
	}
	std::string text;
	policy::as_role(role.subject_owner, [&](pg::Spi &spi) { text = spi.value(sql + ")::pg_catalog.text", params).value_or(""); });
	return text;
}

// A hash is of interest only where anybody is on hold: of masked and erased subjects the key itself is known.
std::string handle_of(pg::Spi &spi, const Role &role, const ::Datum *key, const std::string &text)
{
	const auto all = policy::catalogue();
	const policy::Subject *subject = all->subject(role.subject_id);
	if (subject == nullptr || !subject->root().key_changes() ||
		spi.number("SELECT pg_catalog.count(*) FROM erasure._hold_in_force WHERE subject_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(role.subject_id)) == 0)
		return text;
	std::vector<std::vector<std::string>> columns;
	for (int i = 0; i < role.keys; ++i)
		columns.push_back({pg::key_text(role.key_type[i], key[i])});
	return policy::handles(subject->root(), columns, {text}).at(0);
}

constexpr const char *kFacts = R"(
SELECT (SELECT state FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) $2),
       EXISTS (SELECT FROM erasure._hold_in_force WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) $3))";

Found found_from(const pg::Text &state)
{
	if (!state)
		return Found::nothing;
	return *state == "masked" ? Found::masked : *state == "erased" ? Found::erased : Found::deleted;
}

}  // namespace

SubjectFacts read_facts(const Role &role, const ::Datum *key)
{
	SubjectFacts facts;
	// The key of the declaration has gone: who is masked cannot be told, and nothing may change that could be.
	if (role.keys == 0) {
		facts.state = Found::masked;
		return facts;
	}
	pg::Params params;
	const std::string text = key_of(role, key);
	params.add_int4(role.subject_id).add(text);
	policy::as_extension([&](pg::Spi &spi) {
		params.add(handle_of(spi, role, key, text));
		const pg::Row now = spi.query(kFacts, params).at(0);
		facts.state = found_from(now[0]);
		facts.held = now[1] && *now[1] == "t";
		if (!IsolationUsesXactSnapshot())
			return;
		const pg::Row then = spi.query(kFacts, params, pg::SnapshotKind::transaction).at(0);
		if (then[0] != now[0])
			throw pg::Failure(pg::code::serialization_failure, "could not serialize access due to concurrent change of a subject's state",
							  {}, "Retry the transaction.");
	});
	return facts;
}

namespace {

policy::RowKeys row_key(const Climb &table, const ::Datum *key)
{
	policy::RowKeys row;
	for (int i = 0; i < table.keys; ++i)
		row.push_back({pg::key_text(table.key_type[i], key[i])});
	return row;
}

}  // namespace

Shared shared_standing(const Role &role, const Climb &table, const ::Datum *key)
{
	const auto all = policy::catalogue();
	const policy::Subject *subject = all->subject(role.subject_id);
	const policy::Node *node = subject != nullptr ? subject->node(table.node_id) : nullptr;
	if (node == nullptr)
		return {};
	const policy::RowKeys row = row_key(table, key);
	const auto owners = policy::owners_of(*all, *node, row);
	Shared shared;
	std::vector<std::string> keys;
	for (const policy::Owner &owner : owners.at(0)) {
		shared.taken = shared.taken || owner.is_final();
		if (owner.subject->id == role.subject_id)
			keys.push_back(owner.key);
	}
	shared.taken = shared.taken && !policy::needed_by_others(*all, *subject, *node, row, {}).at(0);
	policy::as_extension([&](pg::Spi &spi) {
		shared.held = spi.number("SELECT pg_catalog.count(*) FROM erasure._hold_in_force WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) ANY ($2)",
								 pg::Params().add_int4(role.subject_id).add(keys)) > 0;
	});
	return shared;
}

bool was_taken(const Role &role, const Climb &table, const ::Datum *key, const ::Datum *values, const bool *nulls, TupleDesc desc)
{
	const auto all = policy::catalogue();
	const policy::Subject *subject = all->subject(role.subject_id);
	const policy::Node *node = subject != nullptr ? subject->node(table.node_id) : nullptr;
	if (node == nullptr)
		return false;
	policy::LinkValues held;
	for (const policy::Link &link : node->links) {
		if (!link.by_value() || link.columns.empty())
			continue;
		std::vector<pg::Text> texts;
		for (const policy::JoinColumn &join : link.columns) {
			int at = 0;
			while (at < desc->natts && (TupleDescAttr(desc, at)->attisdropped || join.child.name != NameStr(TupleDescAttr(desc, at)->attname)))
				++at;
			const bool there = at < desc->natts && !nulls[at];
			texts.push_back(there ? pg::Text(pg::key_text(TupleDescAttr(desc, at)->atttypid, values[at])) : pg::Text());
		}
		held.emplace_back(&link, std::move(texts));
	}
	return policy::was_taken(*node, row_key(table, key), held);
}

void untie(const Role &role, const Climb &table, const ::Datum *before, const ::Datum *key)
{
	const auto all = policy::catalogue();
	const policy::Subject *subject = all->subject(role.subject_id);
	const policy::Node *node = subject != nullptr ? subject->node(table.node_id) : nullptr;
	if (node != nullptr)
		policy::untie(*node, row_key(table, before), row_key(table, key));
}

bool is_value_of_the_gone(const Role &role, const Climb &table, const ::Datum *key)
{
	const auto all = policy::catalogue();
	const policy::Subject *subject = all->subject(role.subject_id);
	const policy::Node *node = subject != nullptr ? subject->node(table.node_id) : nullptr;
	return node != nullptr && policy::is_value_of_the_gone(*all, *node, row_key(table, key));
}

void follow_key(const Role &role, const ::Datum *old_key, const ::Datum *new_key)
{
	std::string from = key_of(role, old_key);
	std::string to = key_of(role, new_key);
	const auto all = policy::catalogue();
	if (const policy::Subject *subject = all->subject(role.subject_id); subject != nullptr && subject->root().key_changes()) {
		std::vector<std::vector<std::string>> columns;
		for (int i = 0; i < role.keys; ++i)
			columns.push_back({pg::key_text(role.key_type[i], old_key[i]), pg::key_text(role.key_type[i], new_key[i])});
		const std::vector<std::string> both = policy::handles(subject->root(), columns, {from, to});
		from = both[0];
		to = both[1];
	}
	policy::as_extension([&](pg::Spi &spi) {
		for (const char *table : {"subject_state", "legal_hold"})
			spi.execute("UPDATE erasure." + std::string(table) + " SET key = $3 WHERE subject_id OPERATOR(pg_catalog.=) $1 AND key OPERATOR(pg_catalog.=) $2",
						pg::Params().add_int4(role.subject_id).add(from).add(to));
	});
}

bool any_kept(const Role &role)
{
	bool kept = false;
	policy::as_extension([&](pg::Spi &spi) {
		kept = spi.number("SELECT (EXISTS (SELECT FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND state OPERATOR(pg_catalog.=) 'masked') "
						  "OR EXISTS (SELECT FROM erasure._hold_in_force WHERE subject_id OPERATOR(pg_catalog.=) $1))::pg_catalog.int4",
						  pg::Params().add_int4(role.subject_id)) > 0;
	});
	return kept;
}

bool fetch_by_sql(const Hop &hop, const ::Datum *child, bool lock, ::Datum *values, bool *nulls)
{
	pg::Params params;
	for (int i = 0; i < hop.count; ++i)
		params.add_datum(hop.sql_types[i], child[i]);
	bool found = false;
	policy::as_role(hop.parent_owner, [&](pg::Spi &spi) {
		found = spi.first_row(lock ? hop.locking_sql : hop.sql, params, hop.attributes, values, nulls);
	});
	return found;
}

bool condition_holds(const Hop &hop, const ::Datum *values, const bool *nulls)
{
	pg::Params params;
	for (int i = 0; i < hop.condition_count; ++i) {
		const int at = hop.condition_column[i] - 1;
		params.add_datum(hop.condition_type[i], nulls[at] ? 0 : values[at], nulls[at]);
	}
	pg::Text holds;
	policy::as_role(hop.owner, [&](pg::Spi &spi) { holds = spi.value(hop.condition, params); });
	return holds && *holds == "t";
}

void note_bypass(::Oid relation, const char *command)
{
	struct Noted {
		LocalTransactionId transaction;
		SubTransactionId subtransaction;
		TimestampTz statement;
		::Oid relation;
		const char *command;
	};
	static Noted noted = {InvalidLocalTransactionId, InvalidSubTransactionId, 0, InvalidOid, ""};
	const Noted now = {pg::local_transaction(), ::GetCurrentSubTransactionId(), ::GetCurrentStatementStartTimestamp(), relation, command};
	if (noted.transaction == now.transaction && noted.subtransaction == now.subtransaction && noted.statement == now.statement &&
		noted.relation == now.relation && std::string_view(noted.command) == now.command)
		return;
	policy::as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "bypass", .relation = relation, .detail = std::string(command) + " passed the guards under erasure.bypass"});
	});
	noted = now;
}

namespace {

struct Wording {
	int sqlstate;
	const char *message;
	const char *detail;
	const char *hint;
};

Wording wording(Refusal refusal)
{
	constexpr int refused = pg::code::insufficient_privilege;
	switch (refusal) {
		case Refusal::delete_subject:
			return {refused, "cannot delete from protected table", "Rows of this table are persons; they are deleted through their life cycle.",
					"Use erasure.soft_delete, and erasure.permanently_delete for the subjects in the Deleted list."};
		case Refusal::delete_unseen:
			return {refused, "cannot delete from protected table", "A DELETE deletes softly here where the library was loaded when it was planned, and never by MERGE, by a foreign key or underneath a statement of erasure.",
					"Preload the library, as by session_preload_libraries = 'erasure', or use erasure.soft_delete."};
		case Refusal::truncate:
			return {refused, "cannot truncate protected table", "Rows of this table are under the life cycle of persons, or were masked for them.",
					"Use erasure.soft_delete and erasure.permanently_delete."};
		case Refusal::deleted_at:
			return {refused, "cannot change the deletion time in protected table", "The column records what erasure.soft_delete and erasure.restore did.",
					"Use erasure.soft_delete or erasure.restore."};
		case Refusal::deleted_again:
			return {refused, "cannot change the time of a deletion in protected table", "The subject is deleted already.",
					"Leave deleted subjects out: add a condition that the deletion time is null."};
		case Refusal::insert_deleted:
			return {refused, "cannot insert a deleted subject into protected table", "The deletion time of a new subject must be null.",
					"Insert the subject first, then use erasure.soft_delete."};
		case Refusal::erased_key:
			return {refused, "cannot insert a permanently deleted subject into protected table", "A subject with this key was masked or erased.",
					"Give the new subject a new key."};
		case Refusal::masked_row:
			return {refused, "cannot change data of a permanently deleted subject in table", "The row belongs to a subject that is masked or erased.",
					"Within the grace period erasure.undo_permanent_delete brings the subject back to the Deleted list."};
		case Refusal::new_row:
			return {refused, "cannot add data of a permanently deleted subject to table", "The row would belong to a subject that is masked or erased.",
					"Within the grace period erasure.undo_permanent_delete brings the subject back to the Deleted list."};
		case Refusal::held_row:
			return {pg::code::on_hold, "cannot change data of a subject on hold in table", "The row belongs to a subject under a legal hold.",
					"Wait until the hold is released with erasure.release."};
		case Refusal::moved_row:
			return {refused, "cannot move data of a permanently deleted subject in table", "The row belongs to a subject that is masked or erased.",
					"Within the grace period erasure.undo_permanent_delete brings the subject back to the Deleted list."};
		case Refusal::meddled:
			return {pg::code::policy_cannot_work, "the deletion time was changed underneath in table", "A trigger of the table changes what erasure writes to it.",
					"Nothing has changed. Let the trigger leave the column alone."};
	}
	return {refused, "refused by a guard of table", "", ""};
}

}  // namespace

namespace {

// What was said of the running statement. Many tables and commands in one statement are said more than once.
struct Said {
	LocalTransactionId transaction;
	TimestampTz statement;
	struct {
		::Oid relation;
		const char *command;
		Refusal refusal;
	} what[64];
	int count;
};
constinit Said said{};

bool said_already(Refusal refusal, ::Oid relation, const char *command)
{
	const LocalTransactionId transaction = pg::local_transaction();
	const TimestampTz statement = ::GetCurrentStatementStartTimestamp();
	if (said.transaction != transaction || said.statement != statement)
		said = {transaction, statement, {}, 0};
	for (int i = 0; i < said.count; ++i)
		if (said.what[i].relation == relation && said.what[i].refusal == refusal && std::string_view(said.what[i].command) == command)
			return true;
	if (said.count < 64)
		said.what[said.count++] = {relation, command, refusal};
	return false;
}

}  // namespace

void note_refusal(Refusal refusal, ::Oid relation, const char *command)
{
	if (said_already(refusal, relation, command))
		return;
	const Wording w = wording(refusal);
	const pg::TableInfo table = pg::table_info(relation);
	pg::server_log(w.sqlstate, std::string("would refuse ") + command + " by role \"" + pg::role_name(pg::outer_role()) + "\": " + w.message + " \"" + table.schema + "." + table.name + "\"",
				   w.detail, w.hint);
}

void refuse(Refusal refusal, ::Oid relation)
{
	const Wording w = wording(refusal);
	throw pg::Failure(w.sqlstate, std::string(w.message) + " \"" + pg::display_name(relation) + "\"", w.detail, w.hint);
}

}  // namespace guard
