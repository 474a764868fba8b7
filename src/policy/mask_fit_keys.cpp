// Tries masks against UNIQUE and exclusion constraints, unique indexes and foreign keys.
#include <algorithm>

#include "core/mask.hpp"
#include "core/sqltext.hpp"
#include "pg/spi.hpp"
#include "policy/engine_sql.hpp"
#include "policy/mask_fit.hpp"

namespace policy {
namespace {

// One unique index, or the index of an exclusion constraint.
struct Key {
	std::string name;
	std::string predicate;  // '' when it holds for all rows
	bool nulls_meet = false;  // UNIQUE NULLS NOT DISTINCT
	bool exclusion = false;
	Names predicate_columns;
	struct Element {
		std::string expression;
		std::string equals;  // two rows meet when this operator says so for every element
		Names columns;
	};
	std::vector<Element> elements;
};

constexpr const char *kKeys = R"(
SELECT i.indexrelid, c.relname, coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), ''),
       coalesce((pg_catalog.to_jsonb(i) OPERATOR(pg_catalog.->>) 'indnullsnotdistinct')::pg_catalog.bool, false), i.indisexclusion,
       (SELECT pg_catalog.string_agg(a.attname, E'\n') FROM pg_catalog.pg_attribute a
        WHERE a.attrelid OPERATOR(pg_catalog.=) i.indrelid AND a.attnum OPERATOR(pg_catalog.=) ANY %1),
       pg_catalog.pg_get_indexdef(i.indexrelid, e.n, false)
         OPERATOR(pg_catalog.||) coalesce((SELECT pg_catalog.format(' COLLATE %I.%I', s.nspname, o.collname)
            FROM pg_catalog.pg_collation o JOIN pg_catalog.pg_namespace s ON s.oid OPERATOR(pg_catalog.=) o.collnamespace
            WHERE o.oid OPERATOR(pg_catalog.=) i.indcollation[e.n OPERATOR(pg_catalog.-) 1]), ''),
       (SELECT pg_catalog.format('OPERATOR(%I.%s)', s.nspname, o.oprname) FROM pg_catalog.pg_operator o
        JOIN pg_catalog.pg_namespace s ON s.oid OPERATOR(pg_catalog.=) o.oprnamespace
        WHERE o.oid OPERATOR(pg_catalog.=) coalesce(
            (SELECT k.conexclop[e.n] FROM pg_catalog.pg_constraint k WHERE k.conindid OPERATOR(pg_catalog.=) i.indexrelid
             AND k.contype OPERATOR(pg_catalog.=) 'x'),
            (SELECT m.amopopr FROM pg_catalog.pg_opclass p JOIN pg_catalog.pg_amop m ON m.amopfamily OPERATOR(pg_catalog.=) p.opcfamily
             AND m.amoplefttype OPERATOR(pg_catalog.=) p.opcintype AND m.amoprighttype OPERATOR(pg_catalog.=) p.opcintype
             AND m.amopstrategy OPERATOR(pg_catalog.=) 3 WHERE p.oid OPERATOR(pg_catalog.=) i.indclass[e.n OPERATOR(pg_catalog.-) 1]))),
       (SELECT pg_catalog.string_agg(a.attname, E'\n') FROM pg_catalog.pg_attribute a
        WHERE a.attrelid OPERATOR(pg_catalog.=) i.indrelid
          AND (CASE WHEN i.indkey[e.n OPERATOR(pg_catalog.-) 1] OPERATOR(pg_catalog.<>) 0
                    THEN a.attnum OPERATOR(pg_catalog.=) i.indkey[e.n OPERATOR(pg_catalog.-) 1]
                    ELSE a.attnum OPERATOR(pg_catalog.=) ANY %2 END))
FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) i.indexrelid
CROSS JOIN LATERAL pg_catalog.generate_series(1, i.indnkeyatts::pg_catalog.int4) AS e(n)
WHERE i.indrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND (i.indisunique OR i.indisexclusion) AND NOT c.relispartition
ORDER BY c.relname, i.indexrelid, e.n)";

Names names_in(const pg::Text &lines)
{
	Names names;
	std::size_t from = 0;
	while (lines && from <= lines->size()) {
		const std::size_t to = std::min(lines->find('\n', from), lines->size());
		names.insert(lines->substr(from, to - from));
		from = to + 1;
	}
	return names;
}

std::string query_for_keys()
{
	std::string sql = kKeys;
	sql.replace(sql.find("%1"), 2, columns_in("i.indpred"));
	sql.replace(sql.find("%2"), 2, columns_in("i.indexprs"));
	return sql;
}

// An index on a partition counts where no index of the partitioned table stands behind it.
std::vector<Key> keys_of(const TrialTable &table)
{
	std::vector<Key> keys;
	std::string last;
	pg::Spi spi;
	for (const pg::Row &row : spi.query(query_for_keys(), pg::Params().add(table.members))) {
		if (*row[0] != last)
			keys.push_back({*row[1], *row[2], *row[3] == "t", *row[4] == "t", names_in(row[5]), {}});
		last = *row[0];
		keys.back().elements.push_back({"(" + *row[6] + ")", row[7].value_or("OPERATOR(pg_catalog.=)"), names_in(row[8])});
	}
	spi.finish();
	return keys;
}

Names all_columns(const Key &key)
{
	Names columns = key.predicate_columns;
	for (const Key::Element &element : key.elements)
		columns.insert(element.columns.begin(), element.columns.end());
	return columns;
}

Names key_columns(const Key &key)
{
	Names columns;
	for (const Key::Element &element : key.elements)
		columns.insert(element.columns.begin(), element.columns.end());
	return columns;
}

// The rows that are tried: one for each sample of a unique mask, and two alike where no mask tells rows apart.
std::vector<Values> trial_values(const TrialTable &table, const Names &personal)
{
	std::size_t count = 2;
	std::map<std::string, Samples> samples;
	for (const std::string &name : personal) {
		samples[name] = samples_of(*table.personal(name));
		if (table.personal(name)->mask == "unique")
			count = std::max(count, samples[name].values.size());
	}
	std::vector<Values> rows(count);
	for (const auto &[name, sample] : samples)
		for (std::size_t i = 0; i < count; ++i)
			rows[i][name] = sample.values.size() == count && table.personal(name)->mask == "unique" ? sample.values[i] : sample.values.front();
	return rows;
}

// The masked rows of one trial, numbered; columns that are not masked are NULL, or something of their type.
std::string numbered_rows(const TrialTable &table, const Names &columns, const std::vector<Values> &rows, const std::string &list, bool neutral)
{
	std::string sql;
	for (std::size_t i = 0; i < rows.size(); ++i)
		sql += (i ? " UNION ALL SELECT " : "SELECT ") + std::to_string(i) + " AS n" + list + " FROM " + trial_row(table, columns, rows[i], neutral);
	return sql;
}

// A partial index whose condition no masked row meets. Only where the condition rests on masked columns and on the time
// of deletion, which every masked row of a subject has.
bool leaves_masked_rows_out(const TrialTable &table, const Key &key)
{
	if (key.predicate.empty())
		return false;
	std::map<std::string, std::string> values;
	for (const std::string &name : table.bases(key.predicate_columns)) {
		const PersonalColumn *personal = table.personal(name);
		if (name == table.deleted_at) {
			values[name] = "pg_catalog.now()::" + table.node.column(name)->type_name;
			continue;
		}
		if (personal == nullptr)
			return false;
		const Samples samples = samples_of(*personal);
		if (!samples.fixed)
			return false;
		values[name] = samples.values.front();
	}
	const Evaluated met = evaluate(table.node, "SELECT (" + key.predicate + ") FROM " + trial_row(table, key.predicate_columns, values, false));
	return !met.failed && (!met.value || *met.value == "f");
}

// Columns beside the personal ones that are a key by themselves: no two rows have the same ones.
bool told_apart_by_others(const TrialTable &table, const Key &key, const std::vector<Key> &all)
{
	if (key.exclusion)
		return false;
	Names plain;
	for (const Key::Element &element : key.elements)
		if (element.columns.size() == 1 && table.personal_among(element.columns).empty() && table.node.column(*element.columns.begin()))
			plain.insert(element.columns.begin(), element.columns.end());
	return std::any_of(all.begin(), all.end(), [&](const Key &other) {
		if (other.exclusion || !other.predicate.empty() || other.name == key.name)
			return false;
		const Names columns = key_columns(other);
		const bool single = std::all_of(other.elements.begin(), other.elements.end(), [&](const Key::Element &e) { return e.columns.size() == 1; });
		return single && std::includes(plain.begin(), plain.end(), columns.begin(), columns.end());
	});
}

// Whether two masked rows can meet in the index, all else in them being equal.
bool masked_rows_meet(const TrialTable &table, const Key &key)
{
	std::string list;
	std::string meet;
	for (std::size_t i = 0; i < key.elements.size(); ++i) {
		const Key::Element &element = key.elements[i];
		if (table.personal_among(element.columns).empty())
			continue;
		const std::string e = "e" + std::to_string(i);
		list += ", " + element.expression + " AS " + e;
		meet += (meet.empty() ? "" : " AND ") + ("coalesce(a." + e + " " + element.equals + " b." + e + ", " +
												 (key.nulls_meet ? "a." + e + " IS NULL AND b." + e + " IS NULL" : "false") + ")");
	}
	if (meet.empty())  // only its condition looks at personal columns: masking may bring rows into the index
		return true;
	const Names columns = key_columns(key);
	for (const std::string &name : table.personal_among(columns))
		if (samples_of(*table.personal(name)).values.empty())  // what it gives depends on the value, and could be the same
			return true;
	const std::vector<Values> values = trial_values(table, table.personal_among(columns));
	const auto meets = [&](bool neutral) {
		const Evaluated result = evaluate(table.node, "WITH r AS MATERIALIZED (" + numbered_rows(table, columns, values, list, neutral) +
														  ") SELECT pg_catalog.bool_or(" + meet + ") FROM r AS a JOIN r AS b ON a.n OPERATOR(pg_catalog.<) b.n");
		return result.failed || (result.value && *result.value == "t");
	};
	return meets(false) || meets(true);
}

// Hexadecimal digits that a unique mask has in this column.
int token_digits(const pg::ColumnInfo &column)
{
	const std::string text = core::mask_unique("0123456789abcdef", column.max_chars).value_or("");
	return static_cast<int>(text.size() - std::min(text.find_first_not_of('*'), text.size()));
}

double estimated_rows(const TrialTable &table)
{
	pg::Spi spi;
	const std::int64_t rows = spi.number("SELECT coalesce(pg_catalog.sum(CASE WHEN reltuples OPERATOR(pg_catalog.>=) 0 THEN reltuples ELSE "
										 "pg_catalog.pg_relation_size(oid) OPERATOR(pg_catalog./) 100 END), 0)::pg_catalog.int8 FROM pg_catalog.pg_class "
										 "WHERE oid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND relkind OPERATOR(pg_catalog.=) 'r'",
										 pg::Params().add(table.members));
	spi.finish();
	return static_cast<double>(rows);
}

// The tokens of n rows meet with a chance of about n*n / 2 / 16^digits; more than one in a thousand is too much.
void require_long_tokens(const TrialTable &table, const PersonalColumn &personal, const std::string &index, std::vector<Misfit> &found)
{
	const int digits = token_digits(personal.column);
	const double rows = estimated_rows(table);
	double tokens = 1;
	for (int i = 0; i < digits; ++i)
		tokens *= 16;
	if (rows * rows / 2 / tokens <= 0.001)
		return;
	found.push_back({{personal.column.name},
					 "Index \"" + index + "\" is unique, and the column has room for tokens of " + std::to_string(digits) +
						 " digits only: of " + std::to_string(static_cast<std::int64_t>(rows)) + " rows, two could get the same.",
					 "ALTER the column to 17 characters or more, or to text."});
}

void try_key(const TrialTable &table, const Key &key, const std::vector<Key> &all, std::vector<Misfit> &found)
{
	const Names personal = table.personal_among(all_columns(key));
	if (personal.empty() || leaves_masked_rows_out(table, key) || told_apart_by_others(table, key, all))
		return;
	const std::string kind = key.exclusion ? "Exclusion constraint \"" : "Index \"";
	for (const std::string &name : personal) {
		const PersonalColumn &column = *table.personal(name);
		if (column.mask == "unique" && token_digits(column.column) == 0) {
			found.push_back({{name}, kind + key.name + "\" tells rows apart by it, and it is too short for asterisks and a token.",
							 "ALTER the column to 17 characters or more, or to text."});
			return;
		}
	}
	if (masked_rows_meet(table, key)) {
		const bool unique = table.personal(*personal.begin())->mask == "unique";
		found.push_back({personal,
						 kind + key.name + "\"" + (unique ? " does not tell the mask's tokens apart." : " does not let two rows have the mask's value."),
						 "Drop the constraint, make it one over other columns, or leave the column out."});
		return;
	}
	const auto token = std::find_if(personal.begin(), personal.end(), [&](const std::string &name) { return table.personal(name)->mask == "unique"; });
	const bool emptied = std::any_of(personal.begin(), personal.end(), [&](const std::string &name) { return table.personal(name)->mask == "null"; });
	if (token != personal.end() && !emptied)
		require_long_tokens(table, *table.personal(*token), key.name, found);
}

// Foreign keys that the table's own personal columns are part of: the mask would have to be there on the other side.
void try_references(const TrialTable &table, std::vector<Misfit> &found)
{
	pg::Spi spi;
	const pg::Rows rows = spi.query(
		"SELECT c.conname, pg_catalog.format('%I.%I', n.nspname, r.relname), r.relname, c.confmatchtype, "
		"(SELECT pg_catalog.string_agg(a.attname, E'\\n') FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) c.conrelid "
		"AND a.attnum OPERATOR(pg_catalog.=) ANY (c.conkey)), "
		"(SELECT a.attname FROM pg_catalog.pg_attribute a WHERE a.attrelid OPERATOR(pg_catalog.=) c.confrelid "
		"AND a.attnum OPERATOR(pg_catalog.=) c.confkey[1]) "
		"FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class r ON r.oid OPERATOR(pg_catalog.=) c.confrelid "
		"JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) r.relnamespace WHERE c.contype OPERATOR(pg_catalog.=) 'f' "
		"AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid AND c.conrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) ORDER BY 1, c.oid",
		pg::Params().add(table.members));
	spi.finish();
	for (const pg::Row &row : rows) {
		const Names columns = names_in(row[4]);
		const Names personal = table.personal_among(columns);
		const auto is_null = [&](const std::string &name) { return table.personal(name)->mask == "null"; };
		const std::size_t nulls = static_cast<std::size_t>(std::count_if(personal.begin(), personal.end(), is_null));
		if (personal.empty() || (nulls > 0 && (*row[3] != "f" || nulls == columns.size())))
			continue;
		const Samples samples = samples_of(*table.personal(*personal.begin()));
		if (columns.size() == 1 && samples.fixed && samples.values.size() == 1) {
			const Evaluated there = evaluate(table.node, "SELECT EXISTS (SELECT FROM " + *row[1] + " AS r WHERE r." + core::quote_ident(*row[5]) + " " +
															 table.personal(*personal.begin())->column.equals + " " + samples.values[0] + ")");
			if (!there.failed && there.value && *there.value == "t")
				continue;
		}
		found.push_back({personal, "Foreign key \"" + *row[0] + "\" wants a row of table \"" + *row[2] + "\" for the mask's value.",
						 "Add such a row, or leave the column out: relate \"" + *row[2] + "\" if it holds the data."});
	}
}

// Foreign keys that refer to a personal column: only one that follows the change to a token comes back with undo.
void try_referenced(const TrialTable &table, std::vector<Misfit> &found)
{
	pg::Spi spi;
	const pg::Rows rows = spi.query(
		"SELECT DISTINCT c.conname, r.relname, c.confupdtype, a.attname FROM pg_catalog.pg_constraint c "
		"JOIN pg_catalog.pg_class r ON r.oid OPERATOR(pg_catalog.=) c.conrelid "
		"JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.confrelid AND a.attnum OPERATOR(pg_catalog.=) ANY (c.confkey) "
		"WHERE c.contype OPERATOR(pg_catalog.=) 'f' AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid "
		"AND c.confrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) ORDER BY 1, 2, 4",
		pg::Params().add(table.members));
	spi.finish();
	for (const pg::Row &row : rows) {
		const PersonalColumn *personal = table.personal(*row[3]);
		if (personal == nullptr || (*row[2] == "c" && personal->mask != "null"))
			continue;
		const std::string why = *row[2] == "c" ? "\" would empty its own columns with it, and undo could not fill them again."
											   : "\" refers to it, and its rows do not follow when it is masked.";
		found.push_back({{*row[3]}, "Foreign key \"" + *row[0] + "\" of table \"" + *row[1] + why,
						 "Give foreign key \"" + *row[0] + "\" ON UPDATE CASCADE, or let it refer to a key that is not personal."});
	}
}

}  // namespace

std::vector<Misfit> key_misfits(const TrialTable &table)
{
	std::vector<Misfit> found;
	const std::vector<Key> keys = keys_of(table);
	for (const Key &key : keys)
		try_key(table, key, keys, found);
	try_references(table, found);
	try_referenced(table, found);
	return found;
}

}  // namespace policy
