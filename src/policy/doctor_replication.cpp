// The doctor on what carries personal columns out of this database: publications, replica identities, slots.
#include <algorithm>
#include <map>
#include <set>

#include "core/sqltext.hpp"
#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/doctor.hpp"
#include "policy/engine_sql.hpp"

namespace policy::doctor {
namespace {

// Personal columns by table, partitions included.
using PersonalNames = std::map<pg::Oid, std::set<std::string>>;

PersonalNames personal_names(const std::vector<const Subject *> &subjects)
{
	PersonalNames names;
	for (const Subject *subject : subjects)
		for (const Node &node : subject->nodes)
			for (const PersonalColumn &personal : node.personal)
				for (const pg::Oid relation : pg::with_children(node.table.oid))
					names[relation].insert(personal.column.name);
	return names;
}

// One table of a publication. Before 15 there are no column lists and no filters, and the view has no such columns.
struct Published {
	pg::Oid relation;
	std::vector<std::string> columns;  // none: all of them
	std::string filter;
	bool by_itself;  // named in the publication, and not as a partition or partitioned table
};

struct Publication {
	bool whole = false;  // publishes all tables, or those of a schema
	std::string options;
	std::vector<Published> tables;
};

constexpr const char *kPublications = R"(
SELECT p.pubname, c.oid, pg_catalog.to_jsonb(t) OPERATOR(pg_catalog.->>) 'rowfilter',
       EXISTS (SELECT FROM pg_catalog.pg_publication_rel r WHERE r.prpubid OPERATOR(pg_catalog.=) p.oid AND r.prrelid OPERATOR(pg_catalog.=) c.oid)
         AND c.relkind OPERATOR(pg_catalog.=) 'r' AND NOT c.relispartition,
       p.puballtables, 'publish = ' OPERATOR(pg_catalog.||) pg_catalog.quote_literal(pg_catalog.concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
           CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END))
         OPERATOR(pg_catalog.||) ', publish_via_partition_root = ' OPERATOR(pg_catalog.||) p.pubviaroot::pg_catalog.text
FROM pg_catalog.pg_publication p
JOIN pg_catalog.pg_publication_tables t ON t.pubname OPERATOR(pg_catalog.=) p.pubname
JOIN pg_catalog.pg_namespace n ON n.nspname OPERATOR(pg_catalog.=) t.schemaname
JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid AND c.relname OPERATOR(pg_catalog.=) t.tablename
ORDER BY 1, n.nspname, c.relname)";

// Generated columns are computed anew by the subscriber and must not be listed.
constexpr const char *kColumns = R"(
SELECT p.pubname, c.oid, l.name
FROM pg_catalog.pg_publication p
JOIN pg_catalog.pg_publication_tables t ON t.pubname OPERATOR(pg_catalog.=) p.pubname
JOIN pg_catalog.pg_namespace n ON n.nspname OPERATOR(pg_catalog.=) t.schemaname
JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid AND c.relname OPERATOR(pg_catalog.=) t.tablename
CROSS JOIN LATERAL pg_catalog.jsonb_array_elements_text(pg_catalog.to_jsonb(t) OPERATOR(pg_catalog.->) 'attnames') WITH ORDINALITY AS l(name, place)
JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attname OPERATOR(pg_catalog.=) l.name AND a.attgenerated OPERATOR(pg_catalog.=) ''
ORDER BY 1, 2, l.place)";

std::map<std::string, Publication> read_publications(pg::Spi &spi)
{
	std::map<std::string, Publication> found;
	for (const pg::Row &row : spi.query(kPublications)) {
		Publication &publication = found[*row[0]];
		publication.whole = *row[4] == "t";
		publication.options = *row[5];
		publication.tables.push_back({static_cast<pg::Oid>(std::stoul(*row[1])), {}, row[2].value_or(""), *row[3] == "t"});
	}
	for (const pg::Row &row : spi.query(kColumns))
		for (Published &table : found[*row[0]].tables)
			if (table.relation == static_cast<pg::Oid>(std::stoul(*row[1])))
				table.columns.push_back(*row[2]);
	// Column lists and whole schemas do not go together.
	if (spi.value("SELECT pg_catalog.to_regclass('pg_catalog.pg_publication_namespace')"))
		for (const pg::Row &row : spi.query("SELECT p.pubname FROM pg_catalog.pg_publication p JOIN pg_catalog.pg_publication_namespace n ON n.pnpubid OPERATOR(pg_catalog.=) p.oid"))
			found[*row[0]].whole = true;
	return found;
}

std::vector<std::string> carried(const Published &table, const std::set<std::string> &personal)
{
	std::vector<std::string> names;
	for (const std::string &name : personal)
		if (table.columns.empty() || std::find(table.columns.begin(), table.columns.end(), name) != table.columns.end())
			names.push_back(name);
	return names;
}

// The table as a publication names it, without its personal columns; empty where the server knows no column lists.
std::string without_personal(const Published &table, const PersonalNames &personal)
{
	const auto found = personal.find(table.relation);
	std::string text = pg::display_name(table.relation);
	if (found != personal.end()) {
		std::vector<std::string> rest;
		for (const std::string &name : table.columns)
			if (!found->second.contains(name))
				rest.push_back(name);
		if (rest.empty())
			return {};
		text += " (" + identifiers(rest) + ")";
	}
	return table.filter.empty() ? text : text + " WHERE (" + table.filter + ")";
}

std::string rebuilt(const std::string &name, const Publication &publication, const PersonalNames &personal)
{
	std::vector<std::string> tables;
	for (const Published &table : publication.tables)
		if (const std::string text = without_personal(table, personal); !text.empty())
			tables.push_back(text);
	return "DROP PUBLICATION " + core::quote_ident(name) + "; CREATE PUBLICATION " + core::quote_ident(name) + (tables.empty() ? "" : " FOR TABLE " + comma_list(tables)) +
		   " WITH (" + publication.options + ");";
}

std::string one_table(const std::string &name, const Published &table, const PersonalNames &personal)
{
	const std::string start = "ALTER PUBLICATION " + core::quote_ident(name);
	const std::string rest = without_personal(table, personal);
	return start + " DROP TABLE " + pg::display_name(table.relation) + ";" + (rest.empty() ? "" : " " + start + " ADD TABLE " + rest + ";");
}

std::set<pg::Oid> find_publications(Visit &visit, pg::Spi &spi, const PersonalNames &personal, const PersonalNames &of_all)
{
	std::set<pg::Oid> published;
	for (const auto &[name, publication] : read_publications(spi))
		for (const Published &table : publication.tables) {
			const auto found = personal.find(table.relation);
			if (found == personal.end())
				continue;
			for (const pg::Oid relation : pg::with_children(table.relation))
				published.insert(relation);
			const std::vector<std::string> names = carried(table, found->second);
			if (!names.empty())
				visit.warning("publication " + name,
							  "carries personal columns of " + pg::display_name(table.relation) + " to its subscribers (" + comma_list(names) + "), where nothing erases them for good",
							  publication.whole || !table.by_itself ? rebuilt(name, publication, of_all) : one_table(name, table, of_all));
		}
	return published;
}

// The old row goes over the wire with each UPDATE and DELETE: all of it, or the columns of an index.
constexpr const char *kIdentities = R"(
SELECT c.oid, c.relreplident, a.attname FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
WHERE c.oid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND (c.relreplident OPERATOR(pg_catalog.=) 'f'
   OR c.relreplident OPERATOR(pg_catalog.=) 'i' AND EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid OPERATOR(pg_catalog.=) c.oid
        AND i.indisreplident AND a.attnum OPERATOR(pg_catalog.=) ANY (i.indkey::pg_catalog.int2[]))))";

void find_identities(Visit &visit, pg::Spi &spi, const std::set<pg::Oid> &published, const PersonalNames &personal)
{
	for (const pg::Row &row : spi.query(kIdentities, pg::Params().add(std::vector<std::int64_t>(published.begin(), published.end())))) {
		const auto relation = static_cast<pg::Oid>(std::stoul(*row[0]));
		if (const auto found = personal.find(relation); found != personal.end() && found->second.contains(*row[2]))
			visit.warning(table_name(relation),
						  *row[1] == "f" ? "is published with REPLICA IDENTITY FULL: each masking sends the originals to subscribers once more"
										 : "is published with a replica identity of personal columns: each masking sends the originals to subscribers once more",
						  "ALTER TABLE " + pg::display_name(relation) + " REPLICA IDENTITY DEFAULT;");
	}
}

constexpr const char *kSlots = R"(
SELECT slot_name, plugin, active, slot_type FROM pg_catalog.pg_replication_slots
WHERE NOT temporary AND (slot_type OPERATOR(pg_catalog.=) 'physical' OR database OPERATOR(pg_catalog.=) pg_catalog.current_database()) ORDER BY 1)";

void find_slots(Visit &visit, pg::Spi &spi)
{
	for (const pg::Row &row : spi.query(kSlots)) {
		const std::string object = "replication slot " + *row[0];
		const std::string fix = "SELECT pg_catalog.pg_drop_replication_slot(" + core::quote_literal(*row[0]) + ");";
		if (row[1] && *row[1] != "pgoutput")
			visit.warning(object, "decodes every change of this database with " + *row[1] + ", those of personal columns too", fix);
		if (*row[2] != "t")
			visit.warning(object, "is not in use and keeps WAL, with the originals of what was masked or erased since", fix);
	}
}

}  // namespace

void check_replication(Visit &visit)
{
	const PersonalNames personal = personal_names(visit.subjects);
	if (personal.empty())
		return;
	const auto all = catalogue();
	std::vector<const Subject *> subjects;
	for (const Subject &subject : all->subjects)
		subjects.push_back(&subject);
	const PersonalNames of_all = personal_names(subjects);
	as_extension([&](pg::Spi &spi) {
		const std::set<pg::Oid> published = find_publications(visit, spi, personal, of_all);
		find_identities(visit, spi, published, personal);
		if (visit.server)
			find_slots(visit, spi);
	});
}

}  // namespace policy::doctor
