// The statements behind the policy functions.
#include "policy/store.hpp"

#include "evidence/audit.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/keys.hpp"
#include "policy/mask_plan.hpp"
#include "policy/retention.hpp"
#include "policy/row_path.hpp"
#include "policy/shared_rows.hpp"

namespace policy {
namespace {

std::vector<std::int64_t> numbers(const std::vector<JoinColumn> &join, pg::ColumnInfo JoinColumn::*side)
{
	std::vector<std::int64_t> result;
	for (const JoinColumn &j : join)
		result.push_back((j.*side).number);
	return result;
}

std::vector<std::string> names(const std::vector<JoinColumn> &join, pg::ColumnInfo JoinColumn::*side)
{
	std::vector<std::string> result;
	for (const JoinColumn &j : join)
		result.push_back((j.*side).name);
	return result;
}

std::vector<std::int64_t> key_numbers(const Node &node)
{
	std::vector<std::int64_t> result;
	for (const pg::ColumnInfo &key : node.key)
		result.push_back(key.number);
	return result;
}

std::vector<std::string> key_names(const Node &node)
{
	std::vector<std::string> result;
	for (const pg::ColumnInfo &key : node.key)
		result.push_back(key.name);
	return result;
}

void insert_personal(pg::Spi &spi, std::int32_t id, const PersonalColumn &personal)
{
	// It may have been looked at before, and found to hold nothing.
	spi.execute("DELETE FROM erasure.exemption e USING erasure.declared_table d WHERE d.id OPERATOR(pg_catalog.=) $1 "
				"AND e.kind OPERATOR(pg_catalog.=) 'column' AND e.relation OPERATOR(pg_catalog.=) d.relation "
				"AND e.object_name OPERATOR(pg_catalog.=) $2",
				pg::Params().add_int4(id).add(personal.column.name));
	spi.execute("INSERT INTO erasure.personal_column (table_id, attnum, column_name, mask, args) "
				"VALUES ($1, $2, $3, $4, $5::pg_catalog.jsonb)",
				pg::Params().add_int4(id).add_int4(personal.column.number).add(personal.column.name).add(personal.mask).add(personal.args));
}

}  // namespace

std::int32_t store_subject(const Node &node, const pg::ColumnInfo &deleted_at, const SubjectOptions &options)
{
	std::int32_t id = 0;
	as_extension([&](pg::Spi &spi) {
		id = static_cast<std::int32_t>(spi.number("SELECT pg_catalog.nextval('erasure.declared_table_id_seq')"));
		spi.execute("INSERT INTO erasure.declared_table (id, subject_id, relation, relation_oid, schema_name, table_name, on_erase, "
					"deleted_at_attnum, deleted_at_name, key_attnums, key_names, grace, direct_delete, direct_soft_delete, enforce, views, hide_deleted) "
					"VALUES ($1, $1, $2, $2, $3, $4, $5, $6, $7, $8::pg_catalog.int2[], $9::pg_catalog.name[], $10::pg_catalog.interval, $11, $12, $13, $14, $15)",
					pg::Params().add_int4(id).add_oid(node.table.oid).add(node.table.schema).add(node.table.name).add(node.on_erase)
						.add_int4(deleted_at.number).add(deleted_at.name).add(key_numbers(node)).add(key_names(node))
						.add(options.grace).add(options.direct_delete).add(options.direct_soft_delete).add(options.enforce)
						.add_bool(options.views).add_bool(options.hide_deleted));
		for (const PersonalColumn &personal : node.personal)
			insert_personal(spi, id, personal);
	});
	return id;
}

void store_options(const Subject &subject, const SubjectOptions &options)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.declared_table SET grace = $2::pg_catalog.interval, direct_delete = $3, hide_deleted = $4, direct_soft_delete = $5, enforce = $6 "
					"WHERE id OPERATOR(pg_catalog.=) $1",
					pg::Params().add_int4(subject.id).add(options.grace).add(options.direct_delete).add_bool(options.hide_deleted)
						.add(options.direct_soft_delete).add(options.enforce));
	});
}

void store_require_approval(const Subject &subject, bool required)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.declared_table SET require_approval = $2 WHERE id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(subject.id).add_bool(required));
	});
}

std::int32_t store_related(const Node &node)
{
	std::int32_t id = 0;
	as_extension([&](pg::Spi &spi) {
		id = static_cast<std::int32_t>(spi.number("SELECT pg_catalog.nextval('erasure.declared_table_id_seq')"));
		spi.execute("INSERT INTO erasure.declared_table (id, subject_id, relation, relation_oid, schema_name, table_name, on_erase, "
					"key_attnums, key_names) VALUES ($1, $2, $3, $3, $4, $5, $6, $7::pg_catalog.int2[], $8::pg_catalog.name[])",
					pg::Params().add_int4(id).add_int4(node.subject_id).add_oid(node.table.oid)
						.add(node.table.schema).add(node.table.name).add(node.on_erase).add(key_numbers(node)).add(key_names(node)));
		for (const PersonalColumn &personal : node.personal)
			insert_personal(spi, id, personal);
		// What has to be kept is the row: as it is retained under another subject table, so it is under this one.
		spi.execute("INSERT INTO erasure.retention (table_id, keep, since_attnum, since_name, basis) SELECT $1, r.keep, r.since_attnum, r.since_name, r.basis "
					"FROM erasure.retention r JOIN erasure.declared_table d ON d.id OPERATOR(pg_catalog.=) r.table_id "
					"WHERE d.relation OPERATOR(pg_catalog.=) $2 LIMIT 1",
					pg::Params().add_int4(id).add_oid(node.table.oid));
	});
	return id;
}

void store_link(std::int32_t table_id, const Link &link)
{
	std::vector<std::int64_t> labels;
	std::vector<std::string> condition_names;
	for (const ConditionColumn &condition : link.condition_columns) {
		labels.push_back(condition.label);
		condition_names.push_back(condition.column.name);
	}
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.link (table_id, parent_id, attnums, names, parent_attnums, parent_names, condition, condition_attnums, condition_names, upward, match) "
					"VALUES ($1, $2, $3::pg_catalog.int2[], $4::pg_catalog.name[], $5::pg_catalog.int2[], $6::pg_catalog.name[], $7, $8::pg_catalog.int2[], "
					"$9::pg_catalog.name[], $10, $11)",
					pg::Params().add_int4(table_id).add_int4(link.parent_id)
						.add(numbers(link.columns, &JoinColumn::child)).add(names(link.columns, &JoinColumn::child))
						.add(numbers(link.columns, &JoinColumn::parent)).add(names(link.columns, &JoinColumn::parent))
						.add(link.condition.empty() ? pg::Text() : pg::Text(link.condition)).add(labels).add(condition_names).add_bool(link.up)
						.add(link.by_value() ? pg::Text(link.match) : pg::Text()));
	});
}

void remove_links(std::int32_t table_id, std::int32_t parent_id)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.link WHERE table_id OPERATOR(pg_catalog.=) $1 AND parent_id OPERATOR(pg_catalog.=) $2",
					pg::Params().add_int4(table_id).add_int4(parent_id));
	});
}

namespace {

void look_again(pg::Spi &spi, const Node &node)
{
	spi.execute("UPDATE erasure.subject_state SET retained_until = pg_catalog.now() WHERE subject_id OPERATOR(pg_catalog.=) $1 AND destroyed_at IS NOT NULL "
				"AND state OPERATOR(pg_catalog.=) 'masked'",
				pg::Params().add_int4(node.subject_id));
}

}  // namespace

void store_retention(const Node &node, const Retention &retention)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("INSERT INTO erasure.retention (table_id, keep, since_attnum, since_name, basis) VALUES ($1, $2::pg_catalog.interval, $3, $4, $5) "
					"ON CONFLICT (table_id) DO UPDATE SET keep = EXCLUDED.keep, since_attnum = EXCLUDED.since_attnum, since_name = EXCLUDED.since_name, "
					"basis = EXCLUDED.basis",
					pg::Params().add_int4(node.id).add(retention.keep).add_int4(retention.since.number).add(retention.since.name).add(retention.basis));
		look_again(spi, node);
	});
}

void remove_retention(const Node &node)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.retention WHERE table_id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(node.id));
		look_again(spi, node);
	});
}

void store_personal(const Node &node, std::size_t from)
{
	as_extension([&](pg::Spi &spi) {
		for (std::size_t i = from; i < node.personal.size(); ++i)
			insert_personal(spi, node.id, node.personal[i]);
	});
}

void store_mask(const Node &node, const PersonalColumn &personal)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("UPDATE erasure.personal_column SET mask = $3, args = $4::pg_catalog.jsonb WHERE table_id OPERATOR(pg_catalog.=) $1 "
					"AND attnum OPERATOR(pg_catalog.=) $2",
					pg::Params().add_int4(node.id).add_int4(personal.column.number).add(personal.mask).add(personal.args));
	});
}

void store_exemption(const std::string &kind, pg::Oid relation, pg::Oid parent, const std::string &object, const std::string &reason,
					 pg::AttrNumber attribute)
{
	const std::string by = pg::role_name(pg::outer_role());
	as_extension([&](pg::Spi &spi) {
		pg::Params params;
		params.add(kind).add_oid(relation);
		params.add(parent == pg::kInvalidOid ? pg::Text() : pg::Text(std::to_string(parent)));
		params.add(object.empty() ? pg::Text() : pg::Text(object)).add(reason).add(by);
		params.add(attribute == 0 ? pg::Text() : pg::Text(std::to_string(attribute)));
		spi.execute("INSERT INTO erasure.exemption (kind, relation, relation_oid, parent, parent_oid, object_name, reason, declared_by, attnum) "
					"VALUES ($1, $2, $2, $3::pg_catalog.oid, $3::pg_catalog.oid, $4, $5, $6, $7::pg_catalog.int2) "
					"ON CONFLICT (kind, relation, coalesce(parent::pg_catalog.oid, 0), coalesce(object_name, '')) DO UPDATE "
					"SET reason = EXCLUDED.reason, declared_at = pg_catalog.now(), declared_by = EXCLUDED.declared_by, attnum = EXCLUDED.attnum",
					params);
	});
}

void remove_declared(std::int32_t id)
{
	as_extension([&](pg::Spi &spi) {
		spi.execute("DELETE FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND state OPERATOR(pg_catalog.=) 'deleted'",
					pg::Params().add_int4(id));
		spi.execute("DELETE FROM erasure.approval WHERE subject_id OPERATOR(pg_catalog.=) $1 AND decided_at IS NULL", pg::Params().add_int4(id));
		spi.execute("DELETE FROM erasure.declared_table WHERE subject_id OPERATOR(pg_catalog.=) $1 OR id OPERATOR(pg_catalog.=) $1",
					pg::Params().add_int4(id));
	});
}

std::string checked_grace(pg::Call &call, int argument)
{
	const pg::Text grace = call.output(argument);
	if (!grace)
		throw pg::Failure(pg::code::invalid_parameter, "grace must not be null");
	pg::Text positive;
	as_extension([&](pg::Spi &spi) {
		positive = spi.value("SELECT ($1::pg_catalog.interval OPERATOR(pg_catalog.>) '0'::pg_catalog.interval)", pg::Params().add(*grace));
	});
	if (!positive || *positive != "t")
		throw pg::Failure(pg::code::invalid_parameter, "grace must be longer than zero", {},
						  "To erase at once, use erasure.erase_now.");
	return *grace;
}

void require_mask_arguments(const PersonalColumn &personal)
{
	std::string allowed = "'{}'";
	if (personal.mask == "partial")
		allowed = "'{keep_first,keep_last}'";
	if (personal.mask == "jsonb")
		allowed = "'{paths}'";
	if (personal.mask == "unique")
		allowed = "'{salt}'";
	pg::Text bad;
	as_extension([&](pg::Spi &spi) {
		bad = spi.value("SELECT k FROM pg_catalog.jsonb_each_text($1::pg_catalog.jsonb) AS a(k, v) WHERE k OPERATOR(pg_catalog.<>) ALL (" + allowed +
							"::pg_catalog.text[]) OR (k OPERATOR(pg_catalog.~) '^keep_' AND v OPERATOR(pg_catalog.!~) '^[0-9]{1,4}$') LIMIT 1",
						pg::Params().add(personal.args));
	});
	if (bad)
		throw pg::Failure(pg::code::invalid_parameter, "bad argument \"" + *bad + "\" of mask \"" + personal.mask + "\"", {},
						  "partial takes keep_first and keep_last, numbers from 0; jsonb takes paths, an array of texts; the others take none.");
}

namespace {

std::int64_t masked_subjects(const Subject &subject, const char *which)
{
	std::int64_t masked = 0;
	as_extension([&](pg::Spi &spi) {
		masked = spi.number("SELECT pg_catalog.count(*) FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 "
							"AND state OPERATOR(pg_catalog.=) 'masked' AND destroyed_at " + std::string(which),
							pg::Params().add_int4(subject.id));
	});
	return masked;
}

std::string cannot_now(const Subject &subject, const std::string &doing)
{
	return "cannot " + doing + " table \"" + pg::display_name(subject.root().table.oid) + "\" now";
}

}  // namespace

void require_none_undoable(const Subject &subject, const std::string &doing)
{
	const std::int64_t masked = masked_subjects(subject, "IS NULL");
	if (masked > 0)
		throw pg::Failure(pg::code::wrong_state, cannot_now(subject, doing),
						  std::to_string(masked) + " of its subjects are masked and can still be undone; their originals were packed under the present policy.",
						  "Wait until they are erased, undo them, or erase them with erasure.erase_now.");
}

void require_no_masked_subjects(const Subject &subject, const std::string &doing)
{
	require_none_undoable(subject, doing);
	const std::int64_t retained = masked_subjects(subject, "IS NOT NULL");
	if (retained > 0)
		throw pg::Failure(pg::code::wrong_state, cannot_now(subject, doing),
						  std::to_string(retained) + " of its subjects have rows that are retained; without the policy they would never be masked.",
						  "Wait until their time has come, or end it with erasure.unretain; then the next erasure.erase_due masks them.");
}

void require_nothing_unmasked(const Subject &subject, std::int32_t node_id)
{
	const Node &node = *subject.node(node_id);
	if (node.personal.empty())
		return;
	KeySet keys;
	as_extension([&](pg::Spi &spi) {
		std::vector<std::string> texts;
		for (pg::Row &row : spi.query("SELECT key FROM erasure.subject_state WHERE subject_id OPERATOR(pg_catalog.=) $1 AND state "
									  "OPERATOR(pg_catalog.=) ANY ('{masked,erased}')",
									  pg::Params().add_int4(subject.id)))
			texts.push_back(std::move(*row[0]));
		if (!texts.empty())
			keys = keys_from_texts(spi, subject, texts);
	});
	if (keys.size() == 0)
		return;
	share_out_all(*catalogue(), subject, keys, Share::look);
	const Path path = rows_of(subject, node, keys.sets);
	std::string differs;
	for (const PersonalColumn &personal : node.personal)
		differs += (differs.empty() ? "" : " OR ") + is_unmasked(node, personal, "t");
	pg::RoleSwitch as_owner(node.table.owner, pg::Work::reading);
	EngineSettings settings(node.table.schema);
	pg::Spi spi;
	const std::int64_t rows = spi.number("SELECT pg_catalog.count(*) FROM " + path.with(node) + " WHERE " +
											 path.where + and_not_retained(node, "t") + " AND (" + differs + ")",
										 keys.params());
	spi.finish();
	settings.finish();
	if (rows > 0)
		throw pg::Failure(pg::code::wrong_state, "table \"" + pg::display_name(node.table.oid) + "\" holds data of subjects that were permanently deleted",
						  std::to_string(rows) + " rows of masked or erased subjects are not masked in it.",
						  "Undo those deletions, or mask the rows, first.");
}

void record_policy_call(const std::string &action, pg::Oid relation, const std::string &detail, pg::Oid parent)
{
	as_extension([&](pg::Spi &spi) {
		// Named in here, where no search_path of the caller's leaves the schema out.
		const std::string above = parent == pg::kInvalidOid ? "" : (detail.empty() ? "parent " : ", parent ") + pg::display_name(parent);
		evidence::record(spi, {.action = action, .relation = relation, .detail = detail + above});
	});
}

}  // namespace policy
