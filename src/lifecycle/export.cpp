// export: everything held on one person, by the same policy that masks and erases it.
#include <algorithm>

#include "evidence/audit.hpp"
#include "lifecycle/engine.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "policy/gate.hpp"
#include "policy/permit.hpp"
#include "policy/row_path.hpp"
#include "policy/shared_rows.hpp"

namespace lifecycle {
namespace {

// What a row holds of other people is not for this person (GDPR, Article 15(4)): columns that are personal under another
// subject table only.
std::vector<std::string> columns_of_others(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node)
{
	std::vector<std::string> names;
	for (const policy::Subject &other : all.subjects) {
		const policy::Node *declared = other.id == subject.id ? nullptr : other.node_of(node.table.oid);
		if (declared == nullptr)
			continue;
		for (const policy::PersonalColumn &theirs : declared->personal)
			if (std::none_of(node.personal.begin(), node.personal.end(), [&](const policy::PersonalColumn &own) { return own.column.number == theirs.column.number; }))
				names.push_back(theirs.column.name);
	}
	return names;
}

// The rows as one jsonb array in the order of their keys; as the table's owner, since json casts of its types are code.
struct TableRows {
	std::string json;
	std::int64_t count = 0;
};

TableRows rows_of_table(const policy::Catalogue &all, const policy::Subject &subject, const policy::Node &node, const policy::KeySet &key)
{
	const policy::Path path = policy::rows_of(subject, node, key.sets);
	std::string order;
	for (const pg::ColumnInfo &column : node.key)
		order += (order.empty() ? " ORDER BY " : ", ") + policy::column("t", column);
	pg::Params params = key.params();
	params.add(columns_of_others(all, subject, node));
	const std::string others = "$" + std::to_string(params.items().size());
	TableRows rows;
	policy::as_role(node.table.owner, [&](pg::Spi &spi) {
		const pg::Row row = spi.query("SELECT coalesce(pg_catalog.jsonb_agg(pg_catalog.to_jsonb(t) OPERATOR(pg_catalog.-) " + others + order +
										  "), '[]'), pg_catalog.count(*) FROM " + path.with(node) + " WHERE " + path.where,
									  params, pg::SnapshotKind::transaction)
								.at(0);
		rows.json = *row[0];
		rows.count = std::stoll(*row[1]);
	});
	return rows;
}

constexpr const char *kTable = R"(
SELECT pg_catalog.jsonb_build_object('table', $1, 'personal_columns', pg_catalog.to_jsonb($2), 'on_erase', $3, 'rows', $4::pg_catalog.jsonb))";

constexpr const char *kDocument = R"(
SELECT pg_catalog.jsonb_build_object('format', 'erasure.export', 'version', 1, 'exported_at', pg_catalog.now(),
           'subject', pg_catalog.jsonb_build_object('table', $1, 'key', $2, 'state', $3, 'held', $4),
           'tables', (SELECT pg_catalog.jsonb_agg(t.item::pg_catalog.jsonb ORDER BY t.ord) FROM pg_catalog.unnest($5) WITH ORDINALITY AS t(item, ord))))";

std::string table_json(const policy::Node &node, const TableRows &rows)
{
	std::vector<std::string> personal;
	for (const policy::PersonalColumn &column : node.personal)
		personal.push_back(column.column.name);
	std::string json;
	as_extension([&](pg::Spi &spi) {
		json = *spi.value(kTable, pg::Params().add(pg::display_name(node.table.oid)).add(personal).add(node.on_erase).add(rows.json));
	});
	return json;
}

}  // namespace
}  // namespace lifecycle

// erasure.export(subject regclass, key anyelement | text) RETURNS jsonb
// Raises 42P17 where permanently_delete would: what is not declared would be missing here too.
ERASURE_FUNCTION(erasure_export)
{
	const policy::Held subject = policy::require_subject(call.oid(0, "subject"));
	policy::require_may(*subject, core::Action::export_);
	const policy::KeySet key = policy::read_key(call, 1, *subject);
	policy::require_covered(*subject);
	const lifecycle::Subjects all = lifecycle::find_with_linked(*subject, key, lifecycle::Lock::none);
	const lifecycle::Subjects asked = lifecycle::named(all);
	lifecycle::require_found(*subject, all);
	lifecycle::require_state(*subject, asked, core::Action::export_);
	lifecycle::Subjects found = lifecycle::with_movable(all, core::Action::export_);

	policy::share_out_all(*subject.keep, *subject, found.keys, policy::Share::all);
	std::vector<std::string> tables;
	std::int64_t rows = 0;
	for (const policy::Node &node : subject->nodes) {
		const lifecycle::TableRows held = lifecycle::rows_of_table(*subject.keep, *subject, node, found.keys);
		rows += held.count;
		tables.push_back(lifecycle::table_json(node, held));
	}
	std::string document;
	lifecycle::as_extension([&](pg::Spi &spi) {
		evidence::record(spi, {.action = "export", .relation = subject->root().table.oid, .subjects = 1, .rows = rows});
		document = *spi.value(lifecycle::kDocument, pg::Params().add(pg::display_name(subject->root().table.oid)).add(asked.keys.texts[0]).add(std::string(core::to_text(asked.rows[0].state)))
														.add_bool(asked.rows[0].held).add(tables));
	});
	constexpr pg::Oid jsonb = 3802;  // pg_type.dat: fixed for ever
	return call.result_as(jsonb, document);
}
