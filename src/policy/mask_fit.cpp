// Tries masks against types, NOT NULL, CHECK constraints, domains and generated columns, and proposes masks that fit.
#include "policy/mask_fit.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/spi.hpp"
#include "policy/mask_plan.hpp"

namespace policy {
namespace {

// A condition that rows have to meet: a CHECK, or that a generated column can be computed.
struct Check {
	std::string what;
	std::string condition;
	std::string relation;  // where it stands: the table, or one of its partitions or children
	Names columns;
};

// Attribute numbers differ between partitions, names do not. Inherited ones count once, where they come from.
std::vector<Check> checks_of(const TrialTable &table)
{
	std::vector<Check> checks;
	pg::Spi spi;
	for (const pg::Row &row : spi.query("SELECT c.oid, c.conname, pg_catalog.pg_get_expr(c.conbin, c.conrelid), "
										"pg_catalog.format('%I.%I', n.nspname, r.relname), a.attname "
										"FROM pg_catalog.pg_constraint c JOIN pg_catalog.pg_class r ON r.oid OPERATOR(pg_catalog.=) c.conrelid "
										"JOIN pg_catalog.pg_namespace n ON n.oid OPERATOR(pg_catalog.=) r.relnamespace "
										"JOIN pg_catalog.pg_attribute a ON a.attrelid OPERATOR(pg_catalog.=) c.conrelid "
										"AND a.attnum OPERATOR(pg_catalog.=) ANY (c.conkey) "
										"WHERE c.conrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) AND c.contype OPERATOR(pg_catalog.=) 'c' "
										"AND (c.conrelid OPERATOR(pg_catalog.=) $2 OR c.coninhcount OPERATOR(pg_catalog.=) 0) ORDER BY c.conname, c.oid, a.attnum",
										pg::Params().add(table.members).add_oid(table.node.table.oid))) {
		const std::string what = "constraint \"" + *row[1] + "\"";
		if (checks.empty() || checks.back().what != what || checks.back().relation != *row[3])
			checks.push_back({what, "(" + *row[2] + ")", *row[3], {}});
		if (table.node.column(*row[4]) != nullptr)
			checks.back().columns.insert(*row[4]);
	}
	spi.finish();
	for (const auto &[name, column] : table.generated) {
		const std::string quoted = core::quote_ident(name);
		const std::string computed = column.not_null ? quoted + " IS NOT NULL" : "pg_catalog.num_nulls(" + quoted + ") OPERATOR(pg_catalog.>=) 0";
		checks.push_back({"generated column \"" + name + "\"", computed, table.node.sql_name(), {name}});
	}
	return checks;
}

bool refuses(const Evaluated &result)
{
	return result.failed ? !result.unknown : result.value && *result.value == "f";
}

class Trial {
public:
	explicit Trial(const TrialTable &table) : table_(table) {}

	std::vector<Misfit> run()
	{
		for (const PersonalColumn &personal : table_.node.personal)
			try_column(personal);
		for (const Check &check : checks_of(table_))
			try_check(check);
		try_rows();
		return std::move(found_);
	}

private:
	// What needs no constraint to be refused: kinds of columns, NOT NULL, and what the type or domain itself says.
	void try_column(const PersonalColumn &personal)
	{
		const pg::ColumnInfo &info = personal.column;
		if (info.generated)
			return add(info.name, "It is generated; it changes with the columns it is made from.", "Declare those columns instead.");
		if (info.identity)
			return add(info.name, "It is an identity column.", "Leave it out.");
		if (personal.mask == "null" && info.not_null)
			return add(info.name, "It is NOT NULL.", {});
		Samples samples = samples_of(personal);
		const std::string expression = "SELECT " + mask_expression(table_.node, personal, "t") + " FROM " + table_.node.sql_name() + " AS t LIMIT 0";
		if (samples.none || evaluate(table_.node, expression).failed)
			return add(info.name, "Type " + info.type_name + " has no such mask.", {});
		for (std::size_t i = 0; i < samples.values.size(); ++i)
			if (evaluate(table_.node, "SELECT pg_catalog.num_nulls(" + samples.values[i] + ")").failed)
				return add(info.name, "Type " + info.type_name + " does not accept " + samples.shown[i] + ".", {});
		if (!samples.fixed && personal.mask != "unique")
			to_read_.push_back({"type " + info.type_name, "pg_catalog.num_nulls(" + core::quote_ident(info.name) + ") OPERATOR(pg_catalog.>=) 0",
								table_.node.sql_name(), {info.name}});
		samples_[info.name] = std::move(samples);
	}

	void try_check(const Check &check)
	{
		const Names bases = table_.bases(check.columns);
		const Names personal = table_.personal_among(check.columns);
		if (personal.empty() || !all_sampled(personal))
			return;
		const std::string &name = *personal.begin();
		const Samples &samples = samples_.at(name);
		if (bases.size() > 1 || !samples.fixed)
			to_read_.push_back(check);
		for (std::size_t i = 0; bases.size() == 1 && i < samples.values.size(); ++i) {
			const std::string row = trial_row(table_, check.columns, {{name, samples.values[i]}}, false);
			if (refuses(evaluate(table_.node, "SELECT " + check.condition + " FROM " + row)))
				return refuse(check, samples.shown[i]);
		}
	}

	// A column that was refused already is not tried further.
	bool all_sampled(const Names &personal) const
	{
		return std::all_of(personal.begin(), personal.end(), [&](const std::string &name) { return samples_.contains(name); });
	}

	// What the masked values alone do not decide: all rows of the table, for all such checks at once; one by one only
	// to find out which it was.
	void try_rows()
	{
		std::map<std::string, std::vector<const Check *>> by_relation;
		for (const Check &check : to_read_)
			by_relation[check.relation].push_back(&check);
		for (const auto &[relation, checks] : by_relation) {
			if (!refuses(evaluate(table_.node, read(relation, checks))))
				continue;
			for (const Check *check : checks)
				if (refuses(evaluate(table_.node, read(relation, {check}))))
					refuse(*check, "the mask in rows of the table");
		}
	}

	std::string read(const std::string &relation, const std::vector<const Check *> &checks) const
	{
		Names columns;
		std::string all;
		for (const Check *check : checks) {
			columns.insert(check->columns.begin(), check->columns.end());
			all += (all.empty() ? "coalesce(" : " AND coalesce(") + check->condition + ", true)";
		}
		return "SELECT pg_catalog.bool_and(" + all + ") FROM " + masked_rows(table_, columns, relation);
	}

	void refuse(const Check &check, const std::string &value)
	{
		const std::string subject = sentence(check.what) + " ";
		const bool told = std::any_of(found_.begin(), found_.end(), [&](const Misfit &m) { return m.why.starts_with(subject); });
		if (!told)
			found_.push_back({table_.personal_among(check.columns), subject + "does not accept " + value + ".",
							  "Relax " + check.what + ", or leave the column out."});
	}

	static std::string sentence(std::string text)
	{
		if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
			text[0] = static_cast<char>(text[0] - 'a' + 'A');
		return text;
	}

	void add(const std::string &column, const std::string &why, const std::string &way_out)
	{
		found_.push_back({{column}, why, way_out});
	}

	const TrialTable &table_;
	std::map<std::string, Samples> samples_;
	std::vector<Check> to_read_;
	std::vector<Misfit> found_;
};

// The words to try, in the order in which they are proposed: the less a mask shows of the value, the earlier.
std::vector<const char *> candidates(const pg::ColumnInfo &column)
{
	if (column.category == 'S')
		return {"default", "unique", "null", "email", "phone", "partial"};
	return {"default", "null"};
}

}  // namespace

std::string fitting_mask(const Node &node, const std::string &deleted_at, const std::string &column, std::size_t misfits_now)
{
	const pg::ColumnInfo &info = *node.column(column);
	if (info.generated || info.identity)
		return {};
	for (const char *word : candidates(info)) {
		Node changed = node;
		for (PersonalColumn &personal : changed.personal)
			if (personal.column.name == column)
				personal = chosen_mask(node, info, word, "{}");
		const std::vector<Misfit> left = misfits(changed, deleted_at);
		const bool still = std::any_of(left.begin(), left.end(), [&](const Misfit &m) { return m.columns.contains(column); });
		if (!still && left.size() < misfits_now)
			return word;
	}
	return {};
}

namespace {

std::string first_common(const Names &some, const Names &others)
{
	const auto found = std::find_if(some.begin(), some.end(), [&](const std::string &name) { return others.contains(name); });
	return found == some.end() ? std::string() : *found;
}

std::string set_mask_call(const Node &node, const std::string &column, const std::string &mask)
{
	return "SELECT erasure.set_mask(" + core::quote_literal(pg::display_name(node.table.oid)) + ", " + core::quote_literal(column) + ", " +
		   core::quote_literal(mask) + ");";
}

}  // namespace

std::vector<Misfit> value_misfits(const TrialTable &table)
{
	return Trial(table).run();
}

std::vector<Misfit> misfits(const Node &node, const std::string &deleted_at)
{
	const TrialTable table(node, deleted_at);
	std::vector<Misfit> found = value_misfits(table);
	const auto add_unless_told = [&](Misfit misfit) {
		const bool told = std::any_of(found.begin(), found.end(), [&](const Misfit &m) { return m.columns == misfit.columns; });
		if (!told)
			found.push_back(std::move(misfit));
	};
	for (Misfit &misfit : key_misfits(table))
		add_unless_told(std::move(misfit));
	for (const PersonalColumn &personal : node.personal)
		if (personal.mask != "unique" && std::any_of(node.key.begin(), node.key.end(), [&](const pg::ColumnInfo &key) { return key.number == personal.column.number; }))
			found.push_back({{personal.column.name}, "It is part of the key, which has to tell rows apart after masking: its mask must be \"unique\".", {}});
	for (const PersonalColumn &personal : node.personal)
		if (personal.mask == "unique" && samples_of(personal).values.empty())
			add_unless_told({{personal.column.name}, "It is too short for asterisks and a token that tells rows apart.", {}});
	return found;
}

void require_masks_fit(const Node &node, const std::string &deleted_at, const Names &columns, bool in_list)
{
	const std::vector<Misfit> all = misfits(node, deleted_at);
	Names names;
	std::string detail;
	std::string hint;
	for (const Misfit &misfit : all) {
		const std::string name = first_common(misfit.columns, columns);
		if (name.empty())
			continue;
		detail += (detail.empty() ? "" : "\n") + ("Column \"" + name + "\": " + misfit.why);
		if (!names.insert(name).second)
			continue;
		const std::string mask = fitting_mask(node, deleted_at, name, all.size());
		if (!mask.empty())
			hint += "\n" + set_mask_call(node, name, mask);
		else
			hint += "\nColumn \"" + name + "\": " + (misfit.way_out.empty() ? "No mask fits." : misfit.way_out);
	}
	if (names.empty())
		return;
	const bool proposes = hint.find("SELECT erasure.set_mask") != std::string::npos;
	const char *lead = !proposes ? "No mask of this version fits." : in_list ? "Leave the columns out here; afterwards this fits:" : "This fits:";
	throw pg::Failure(pg::code::policy_cannot_work,
					  (names.size() == 1 ? "mask does not fit column \"" + *names.begin() + "\" of table \""
										 : "masks do not fit " + std::to_string(names.size()) + " columns of table \"") + node.table.name + "\"",
					  detail, lead + hint);
}

void require_nullable(const Node &node, const std::string &deleted_at)
{
	Node emptied = node;
	for (PersonalColumn &personal : emptied.personal)
		personal.mask = "null";
	std::string detail;
	for (const Misfit &misfit : misfits(emptied, deleted_at))
		detail += "\nColumn \"" + *misfit.columns.begin() + "\": " + misfit.why;
	if (!detail.empty())
		throw pg::Failure(pg::code::policy_cannot_work, "personal columns of table \"" + node.table.name + "\" do not all accept NULL",
						  "on_erase => 'set_null' empties them." + detail, "Use on_erase => 'keep_masked', or drop the constraint.");
}

}  // namespace policy
