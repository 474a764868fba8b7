// The doctor on tables and columns that nobody decided about, and on links between tables.
#include "core/split.hpp"
#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/declare.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"
#include "policy/gate.hpp"
#include "policy/value_link.hpp"

namespace policy::doctor {
namespace {

constexpr pg::Oid kTsvector = 3614;  // pg_type.dat

// The columns by which one table refers to another, a list for each foreign key.
constexpr const char *kForeignKeys = R"(
SELECT pg_catalog.array_to_string(ARRAY(SELECT a.attname FROM pg_catalog.unnest(c.conkey) WITH ORDINALITY AS k(n, o)
           JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.conrelid AND a.attnum OPERATOR(pg_catalog.=) k.n ORDER BY k.o), E'\n')
FROM pg_catalog.pg_constraint c WHERE c.contype OPERATOR(pg_catalog.=) 'f' AND c.conrelid OPERATOR(pg_catalog.=) $1
  AND c.confrelid OPERATOR(pg_catalog.=) $2 AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid ORDER BY c.conname)";

std::string add_key(pg::Oid relation)
{
	return "ALTER TABLE " + pg::display_name(relation) + " ADD COLUMN row_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;";
}

// relate() with every column that could be personal and takes a mask; the others get statements of their own.
std::string relate_statements(const Subject &subject, const Uncovered &pair)
{
	Node node;
	node.table = pg::table_info(pair.table);
	node.columns = pg::columns(pair.table);
	for (const pg::AttrNumber number : pg::row_key(pair.table))
		node.key.push_back(*node.column(number));
	std::vector<std::string> plain;
	std::string others;
	for (const std::string &name : undecided_columns(subject, node)) {
		const std::string statement = declare_column(node, {}, *node.column(name));
		if (statement.starts_with("SELECT erasure.add_personal"))
			plain.push_back(name);
		else
			others += " " + statement;
	}
	const std::string names = literal(pair.table) + ", " + literal(pair.parent);
	if (plain.empty() && others.empty())
		return "SELECT erasure.ignore(" + names + ", reason => 'no column of it could be personal');";
	pg::Rows keys;
	as_extension([&](pg::Spi &spi) { keys = spi.query(kForeignKeys, pg::Params().add_oid(pair.table).add_oid(pair.parent)); });
	// Undo finds rows by their key, and so do links that lead to a row in more than one way.
	std::string fix = node.key.empty() ? add_key(pair.table) + " " : "";
	for (std::size_t i = 0; i == 0 || i < keys.size(); ++i) {
		const std::string columns = keys.size() > 1 ? ", columns => " + name_array(core::split(*keys[i][0])) : "";
		fix += "SELECT erasure.relate(" + names + ", personal => " + name_array(plain) + columns + "); ";
	}
	fix.pop_back();
	return fix + others;
}

void find_uncovered(Visit &visit, const Subject &subject)
{
	for (const Uncovered &pair : uncovered_tables(subject)) {
		const std::string names = literal(pair.table) + ", " + literal(pair.parent);
		visit.error(table_name(pair.table),
					"refers to " + pg::display_name(pair.parent) + ", could hold personal data, and is neither related nor ignored: nothing is deleted permanently until it is",
					relate_statements(subject, pair) + " -- or: SELECT erasure.ignore(" + names + ", reason => '...');");
	}
}

void find_undecided(Visit &visit, const Subject &subject, const Node &node)
{
	for (const std::string &name : undecided_columns(subject, node)) {
		const pg::ColumnInfo &column = *node.column(name);
		const bool words = column.type == kTsvector;
		visit.error(column_name(node.table.oid, name),
					  words ? "holds the words of other columns, perhaps of personal ones, and nobody has decided about it: nothing is deleted permanently until somebody has"
							: "could hold personal data by its type, and nobody has decided about it: nothing is deleted permanently until somebody has",
					  declare_column(node, deletion_column(subject, node), column) + " -- or: SELECT erasure.not_personal(" + literal(node.table.oid) + ", " + name_array({name}) +
						  ", reason => '...');");
	}
}

std::vector<std::string> personal_names(const Node &node)
{
	std::vector<std::string> names;
	for (const PersonalColumn &personal : node.personal)
		names.push_back(personal.column.name);
	return names;
}

std::string new_deletion_column(const Subject &subject)
{
	const pg::Oid relation = subject.root().table.oid;
	std::string name;
	as_extension([&](pg::Spi &spi) {
		name = spi.value("SELECT deleted_at_name FROM erasure.declared_table WHERE id OPERATOR(pg_catalog.=) $1", pg::Params().add_int4(subject.id)).value_or("deleted_at");
	});
	return "ALTER TABLE " + pg::display_name(relation) + " ADD COLUMN " + core::quote_ident(name) +
		   " timestamptz; UPDATE erasure.declared_table SET deleted_at_attnum = (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = " + literal(relation) +
		   "::pg_catalog.regclass AND attname = " + core::quote_literal(name) + ") WHERE id = " + std::to_string(subject.id) + "; SELECT erasure.refresh_views(" +
		   literal(relation) + "); -- the UPDATE as a superuser";
}

// The columns of the declaration, under their present names.
constexpr const char *kKeyColumns = R"(
SELECT a.attname FROM erasure.declared_table d CROSS JOIN LATERAL pg_catalog.unnest(d.key_attnums) WITH ORDINALITY AS k(n, o)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) d.relation::pg_catalog.oid AND a.attnum OPERATOR(pg_catalog.=) k.n AND NOT a.attisdropped
WHERE d.id OPERATOR(pg_catalog.=) $1 ORDER BY k.o)";

std::string key_again(const Node &node)
{
	std::vector<std::string> names;
	bool gone = false;
	as_extension([&](pg::Spi &spi) {
		for (const pg::Row &row : spi.query(kKeyColumns, pg::Params().add_int4(node.id))) {
			gone = gone || !row[0];
			names.push_back(row[0].value_or(""));
		}
	});
	if (gone)
		return "-- a column of it does not exist any more: undo or erase the subjects that are masked, then declare the table anew";
	if (names.empty())
		return add_key(node.table.oid);
	std::string fix = "ALTER TABLE " + pg::display_name(node.table.oid);
	for (const std::string &name : names)
		fix += " ALTER COLUMN " + core::quote_ident(name) + " SET NOT NULL,";
	return fix + " ADD UNIQUE (" + identifiers(names) + ");";
}

// What makes the coverage gate refuse whatever else is in order. True when there is such a thing.
bool find_broken(Visit &visit, const Subject &subject)
{
	const std::size_t before = visit.findings.size();
	bool deferrable = false;  // found by the check of triggers, with its cure
	if (subject.deleted_at.number == 0)
		visit.error(table_name(subject.root().table.oid), "has lost the column that records deletions", new_deletion_column(subject));
	for (const Node &node : subject.nodes) {
		for (const Link &link : node.own_links)
			if (link.columns.empty())
				visit.error(table_name(node.table.oid), "has lost its link to itself: a column of it does not exist any more",
							"SELECT erasure.unrelate(" + literal(node.table.oid) + ", " + literal(node.table.oid) + ");");
		for (const Link &link : node.links)
			if (link.columns.empty()) {
				const std::string pair = literal(node.table.oid) + ", " + literal(subject.node(link.parent_id)->table.oid);
				visit.error(table_name(node.table.oid), "has lost its link to " + pg::display_name(subject.node(link.parent_id)->table.oid) + ": a column of it does not exist any more",
							"SELECT erasure.unrelate(" + pair + "); SELECT erasure.relate(" + pair + ", personal => " + name_array(personal_names(node)) +
								", on_erase => " + core::quote_literal(node.on_erase) + ");");
			}
		if (node.key.empty() && (node.is_subject() || !node.personal.empty()))
			visit.error(table_name(node.table.oid), "has lost the key that it was declared with, by which undo finds its rows", key_again(node));
		for (const std::string &name : node.lost)
			visit.error(column_name(node.table.oid, name),
						"is declared personal and not there: the policy was restored from a dump, knows its columns by name, and this one was renamed or dropped since",
						"DELETE FROM erasure.personal_column WHERE table_id = " + std::to_string(node.id) + " AND column_name = " + core::quote_literal(name) +
							"; SELECT erasure.refresh_views(" + literal(subject.root().table.oid) + "); -- as a superuser, if it was dropped; if it was renamed, rename it back");
		deferrable = deferrable || pg::deferrable_user_trigger(node.table.oid).has_value();
	}
	return deferrable || visit.findings.size() > before;
}

// Whatever else the gate says.
void find_what_the_gate_refuses(Visit &visit, const Subject &subject)
{
	pg::Caught caught;
	if (!pg::attempt_body([&] { require_can_work(subject); }, caught))
		visit.error(table_name(subject.root().table.oid), caught.message + (caught.detail.empty() ? "" : ": " + caught.detail), fix_from_hint(caught.hint));
}

// Whether an index begins with these terms, in any order, and how PostgreSQL writes them.
constexpr const char *kHasIndex = R"(
SELECT w.list, (SELECT pg_catalog.count(*) FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
                JOIN pg_catalog.pg_am m ON m.oid OPERATOR(pg_catalog.=) c.relam
                WHERE i.indrelid OPERATOR(pg_catalog.=) $1 AND i.indisvalid AND i.indpred IS NULL AND m.amname OPERATOR(pg_catalog.=) ANY ('{btree,hash}')
                  AND ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, k, true) FROM pg_catalog.generate_series(1, pg_catalog.cardinality($2)) AS k ORDER BY 1)
                      OPERATOR(pg_catalog.=) w.terms)
FROM (SELECT pg_catalog.array_agg(t.term ORDER BY t.term), pg_catalog.string_agg(t.term, ', ' ORDER BY t.o)
      FROM (SELECT pg_catalog.format(n.form, n.name), n.o FROM ROWS FROM (pg_catalog.unnest($2), pg_catalog.unnest($3)) WITH ORDINALITY AS n(name, form, o)) AS t(term, o)
     ) AS w(terms, list))";

// By what rows are looked up: lower() of what a link by value compares without regard to case, but for citext, which does so
// itself.
std::string form(const Link &link, const JoinColumn &join, const pg::ColumnInfo &column)
{
	constexpr pg::Oid kText = 25;  // pg_type.dat
	if (!compares_lowered(link, join))
		return "%I";
	return column.type == kText ? "lower(%I)" : "lower(%I::text)";
}

void find_unindexed(Visit &visit, const Node &node, const Link &link, pg::ColumnInfo JoinColumn::*side, const std::string &problem)
{
	std::vector<std::string> names;
	std::vector<std::string> forms;
	for (const JoinColumn &join : link.columns) {
		names.push_back((join.*side).name);
		forms.push_back(form(link, join, join.*side));
	}
	if (names.empty())
		return;
	pg::Row found;
	as_extension([&](pg::Spi &spi) { found = spi.query(kHasIndex, pg::Params().add_oid(node.table.oid).add(names).add(forms)).at(0); });
	if (*found[1] == "0")
		visit.warning(table_name(node.table.oid), problem + " (" + *found[0] + "): every deletion reads the whole table",
					  "CREATE INDEX ON " + pg::display_name(node.table.oid) + " (" + *found[0] + ");");
}

// A link by value has no unique index above it either, by which to ask who else holds the value.
void find_unindexed(Visit &visit, const Subject &subject, const Node &node, const Link &link)
{
	find_unindexed(visit, node, link, &JoinColumn::child, "has no index by which the rows of a subject are found");
	if (link.by_value())
		find_unindexed(visit, *subject.node(link.parent_id), link, &JoinColumn::parent, "has no index by which those who share a value are found");
}

}  // namespace

void check_graph(Visit &visit)
{
	for (const Subject *subject : visit.subjects) {
		find_uncovered(visit, *subject);
		if (!find_broken(visit, *subject))
			find_what_the_gate_refuses(visit, *subject);
		for (const Node &node : subject->nodes) {
			find_undecided(visit, *subject, node);
			for (const std::vector<Link> *links : {&node.links, &node.own_links})
				for (const Link &link : *links)
					find_unindexed(visit, *subject, node, link);
		}
	}
}

}  // namespace policy::doctor
