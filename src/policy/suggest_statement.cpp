// Which call declares what was found, and which columns need a mask of their own.
#include "policy/suggest_statement.hpp"

#include <algorithm>

#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "policy/declare.hpp"
#include "policy/gate.hpp"
#include "policy/mask_fit.hpp"
#include "policy/mask_plan.hpp"

namespace policy {
namespace {

std::string array_literal(const std::vector<std::string> &names) { return core::quote_literal(core::array_text(names)); }

std::string table_literal(pg::Oid relation) { return core::quote_literal(pg::display_name(relation)); }

bool contains(const std::vector<std::string> &names, const std::string &name)
{
	return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether tables that hang on this one find its rows by the column: masked, it would find them no more.
bool is_referred_to(const Surroundings &all, pg::Oid relation, const std::string &column)
{
	return std::any_of(all.keys.begin(), all.keys.end(), [&](const ForeignKey &key) { return key.parent == relation && contains(key.parent_columns, column); });
}

// How a table's columns can be declared.
struct Masks {
	std::vector<std::string> by_default;
	std::map<std::string, std::string> chosen;      // column -> mask
	std::map<std::string, std::string> impossible;  // column -> why
	bool by_key = false;                             // a personal column is part of the key, and cannot be masked
};

std::string deletion_column(const Surroundings &all, const Found &found, const Node &node)
{
	if (found.table.oid != all.subject)
		return {};
	if (all.declared != nullptr)
		return all.declared->deleted_at.name;
	return node.column("deleted_at") != nullptr ? "deleted_at" : "";
}

// Types whose default mask every column can hold that no constraint is on.
bool always_fits(const pg::ColumnInfo &column)
{
	constexpr pg::Oid kBytea = 17, kJson = 114, kJsonb = 3802;  // pg_type.dat
	return column.type < pg::kFirstUserOid && (column.category == 'S' || column.category == 'N' || column.category == 'D' || column.category == 'I' ||
											   column.type == kBytea || column.type == kJson || column.type == kJsonb);
}

// Gives the column the mask that its declaration would give it; another when that one does not exist for the type.
void add_to_trial(Node &node, const Finding &finding, Masks &masks)
{
	pg::Caught caught;
	PersonalColumn personal;
	if (pg::attempt_body([&] { personal = default_mask(node, finding.column); }, caught)) {
		node.personal.push_back(personal);
		return;
	}
	if (finding.column.not_null || !pg::attempt_body([&] { personal = chosen_mask(node, finding.column, "null", "{}"); }, caught)) {
		masks.impossible[finding.column.name] = "its type has no mask";
		return;
	}
	masks.chosen[finding.column.name] = "null";
}

// Tries the masks on the table's constraints, as declaring it would.
void try_masks(const Surroundings &all, const Found &found, Node &node, Masks &masks)
{
	const std::string deleted_at = deletion_column(all, found, node);
	const std::vector<Misfit> all_misfits = misfits(node, deleted_at);
	for (const Misfit &misfit : all_misfits)
		for (const std::string &column : misfit.columns) {
			const bool ours = std::any_of(found.findings.begin(), found.findings.end(), [&](const Finding &f) { return f.column.name == column; });
			if (!ours || masks.chosen.contains(column) || masks.impossible.contains(column))
				continue;
			const std::string mask = fitting_mask(node, deleted_at, column, all_misfits.size());
			if (mask.empty())
				masks.impossible[column] = "no mask fits: " + misfit.why;
			else
				masks.chosen[column] = mask;
		}
}

// A column that links by a personal value holds that value, whatever it looks like itself.
void add_link_columns(const Surroundings &all, const Found &found, Masks &masks)
{
	if (found.reach != Reach::value)
		return;
	const Found &parent = all.found.at(all.place.at(found.parent));
	const ForeignKey &link = found.links.front();
	for (std::size_t i = 0; i < link.columns.size(); ++i) {
		const bool personal = std::any_of(parent.findings.begin(), parent.findings.end(), [&](const Finding &f) { return f.column.name == link.parent_columns[i]; });
		const std::string &name = link.columns[i];
		if (personal && !contains(masks.by_default, name) && !masks.chosen.contains(name) && !masks.impossible.contains(name))
			masks.by_default.push_back(name);
	}
}

Masks masks_of(const Surroundings &all, const Found &found)
{
	Masks masks;
	Node node;
	pg::Caught caught;
	if (const Node *declared = found.declared ? all.declared->node_of(found.table.oid) : nullptr)
		node = *declared;
	else if (!pg::attempt_body([&] { node = blank_node(found.table.oid, "keep_masked"); }, caught)) {
		for (const Finding &finding : found.findings)
			masks.impossible[finding.column.name] = caught.message;
		return masks;
	}
	for (const Finding &finding : found.findings) {
		const std::string &name = finding.column.name;
		const bool key = std::any_of(node.key.begin(), node.key.end(), [&](const pg::ColumnInfo &k) { return k.name == name; });
		if (key && (!is_text(finding.column) || all.refers(found.table.oid, name))) {
			masks.by_key = true;
			masks.impossible[name] = "it is part of the key, so it cannot be masked";
		} else if (key)
			add_to_trial(node, finding, masks);
		else if (node.key.empty())
			masks.impossible[name] = "the table needs a primary key first";
		else if (finding.column.generated)
			masks.impossible[name] = "it is generated: mask what it is computed from";
		else if (is_referred_to(all, found.table.oid, name) || all.refers(found.table.oid, name))
			masks.impossible[name] = "rows find each other by it, so it cannot be masked";
		else if (all.constrained.contains(found.table.oid) || !always_fits(finding.column))
			add_to_trial(node, finding, masks);
	}
	if (found.owned && !node.personal.empty())
		pg::attempt_body([&] { try_masks(all, found, node, masks); }, caught);
	for (const Finding &finding : found.findings)
		if (!masks.chosen.contains(finding.column.name) && !masks.impossible.contains(finding.column.name))
			masks.by_default.push_back(finding.column.name);
	if (!node.key.empty())
		add_link_columns(all, found, masks);
	return masks;
}

std::string relate_call(const Found &found, const std::vector<std::string> &personal, const ForeignKey &link, const char *on_erase)
{
	std::string call = "SELECT erasure.relate(" + table_literal(found.table.oid) + ", " + table_literal(found.parent);
	if (!personal.empty())
		call += ", personal => " + array_literal(personal);
	const bool upward = found.reach == Reach::upward;
	const std::vector<std::string> &mine = upward ? link.parent_columns : link.columns;
	const std::vector<std::string> &theirs = upward ? link.columns : link.parent_columns;
	const bool unclear = found.links.size() > 1 || !link.whole;
	if (unclear)
		call += ", columns => " + array_literal(mine);
	if (unclear && (!link.whole || upward))
		call += ", parent_columns => " + array_literal(theirs);
	if (on_erase != nullptr)
		call += std::string(", on_erase => '") + on_erase + "'";
	if (found.ignore_case)
		call += ", match => 'case_insensitive'";
	return call + ");";
}

class Writer {
public:
	explicit Writer(const Surroundings &all) : all_(all)
	{
		needed_.resize(all.found.size());
		// Children come after their parents: a table is needed when it holds something, or leads to one that does.
		for (std::size_t at = all.found.size(); at-- > 0;) {
			const Found &found = all.found[at];
			needed_[at] = needed_[at] || at == 0 || found.declared || !found.findings.empty();
			if (needed_[at] && at > 0)
				needed_[all.place.at(found.parent)] = true;
		}
		leave_others_out();
	}

	std::vector<Suggestion> write()
	{
		for (std::size_t at = 0; at < all_.found.size(); ++at) {
			const Found &found = all_.found[at];
			pg::check_interrupts();
			if (found.declared)
				write_declared(found);
			else if (needed_[at])
				write_needed(found);
			else
				write_ignored(found);
		}
		for (const ForeignKey &key : all_.keys)
			write_further_link(key);
		return std::move(rows_);
	}

private:
	// Other people who refer to a shared row, as staff do to an address that a customer has too: they are no part of the person,
	// and neither is what hangs on them.
	bool shares(const Found &found) const
	{
		if (found.declared || found.reach != Reach::foreign_key)
			return false;
		const Found &parent = all_.found[all_.place.at(found.parent)];
		const Node *declared = parent.declared ? all_.declared->node_of(parent.table.oid) : nullptr;
		const bool shared = declared != nullptr ? declared->upward() : parent.reach == Reach::upward;
		return shared && std::any_of(found.findings.begin(), found.findings.end(), [](const Finding &finding) { return finding.kind == core::Kind::person_name; });
	}

	void leave_others_out()
	{
		std::vector<bool> out(all_.found.size(), false);
		for (std::size_t at = 1; at < all_.found.size(); ++at) {
			const Found &found = all_.found[at];
			out[at] = !found.declared && (shares(found) || out[all_.place.at(found.parent)]);
			needed_[at] = needed_[at] && !out[at];
		}
	}

	void add(const Found &found, const Finding *finding, const std::string &reason, double confidence, pg::Text statement)
	{
		rows_.push_back({found.table.oid, finding != nullptr ? pg::Text(finding->column.name) : pg::Text(), reason, confidence, std::move(statement)});
	}

	// The columns with the statement that declares each of them; main is the table's own.
	void add_columns(const Found &found, const Masks &masks, const pg::Text &main)
	{
		for (const int pass : {0, 1, 2})
			for (const Finding &finding : found.findings) {
				const std::string &name = finding.column.name;
				const auto chosen = masks.chosen.find(name);
				const auto impossible = masks.impossible.find(name);
				const int its = impossible != masks.impossible.end() ? 2 : chosen != masks.chosen.end() ? 1 : 0;
				if (its != pass)
					continue;
				std::string reason = finding.reason;
				if (found.reach == Reach::value || found.reach == Reach::upward)
					reason += "; " + found.reason;
				if (!found.owned)
					reason += "; not your table: judged by the catalogue alone";
				pg::Text statement = main;
				if (pass == 1)
					statement = "SELECT erasure.set_mask(" + table_literal(found.table.oid) + ", " + core::quote_literal(name) + ", " + core::quote_literal(chosen->second) + ");";
				if (pass == 2) {
					reason += "; " + impossible->second;
					statement = erased_with_its_row(found, masks) ? main : pg::Text();
					if (statement)
						reason += "; the row goes at erasure";
				}
				add(found, &finding, reason, std::min(finding.confidence, found.confidence), statement);
			}
	}

	// A row whose key is personal can only go, if nothing refers to it.
	bool erased_with_its_row(const Found &found, const Masks &masks) const
	{
		return masks.by_key && found.table.oid != all_.subject && !found.declared && found.reach == Reach::foreign_key &&
			   std::none_of(all_.keys.begin(), all_.keys.end(), [&](const ForeignKey &key) { return key.parent == found.table.oid; });
	}

	void write_declared(const Found &found)
	{
		const Masks masks = masks_of(all_, found);
		add_columns(found, masks, "SELECT erasure.add_personal(" + table_literal(found.table.oid) + ", " + array_literal(masks.by_default) + ");");
		std::vector<std::string> clean = undecided_columns(*all_.declared, *all_.declared->node_of(found.table.oid));
		std::erase_if(clean, [&](const std::string &name) {
			return std::any_of(found.findings.begin(), found.findings.end(), [&](const Finding &finding) { return finding.column.name == name; });
		});
		add_clean_columns(found, clean);
	}

	// The columns that the gate will ask about and in which nothing was found.
	std::vector<std::string> clean_columns(const Found &found) const
	{
		std::set<std::string> decided;
		for (const Finding &finding : found.findings)
			decided.insert(finding.column.name);
		for (const ForeignKey &link : found.links)
			for (const std::string &column : found.reach == Reach::upward ? link.parent_columns : link.columns)
				decided.insert(column);
		const std::vector<pg::AttrNumber> key = pg::row_key(found.table.oid);
		std::vector<std::string> clean;
		for (const pg::ColumnInfo &column : pg::columns(found.table.oid))
			if (could_be_personal(column) && std::find(key.begin(), key.end(), column.number) == key.end() && !all_.refers(found.table.oid, column.name) &&
				!decided.contains(column.name) && !all_.decided.columns.contains({found.table.oid, column.name}))
				clean.push_back(column.name);
		return clean;
	}

	void add_clean_columns(const Found &found, const std::vector<std::string> &clean)
	{
		if (!clean.empty())
			add(found, nullptr, "nothing personal was found in its other columns", 0.5,
				"SELECT erasure.not_personal(" + table_literal(found.table.oid) + ", " + array_literal(clean) + ", reason => 'does not look personal');");
	}

	void write_needed(const Found &found)
	{
		const Masks masks = masks_of(all_, found);
		std::string main;
		if (found.reach == Reach::subject)
			main = "SELECT erasure.protect(" + table_literal(found.table.oid) + ", personal => " + array_literal(masks.by_default) + ");";
		else
			main = relate_call(found, masks.by_default, found.links.front(), erased_with_its_row(found, masks) ? "delete" : nullptr);
		const bool carried = !masks.by_default.empty() || erased_with_its_row(found, masks);
		// Declared for nothing, a table whose columns all lack a mask would satisfy the coverage gate.
		const bool empty = !carried && (found.reach == Reach::subject || !masks.chosen.empty() || leads_further(found));
		if (empty)
			add(found, nullptr, found.reason + (found.reach == Reach::subject ? "" : "; leads to personal data"), found.confidence, main);
		add_columns(found, masks, main);
		if (carried || empty)
			add_clean_columns(found, clean_columns(found));
	}

	void write_ignored(const Found &found)
	{
		const bool below_ignored = !needed_[all_.place.at(found.parent)];
		std::string statement = below_ignored ? statement_of_[found.parent]
											  : "SELECT erasure.ignore(" + table_literal(found.table.oid) + ", " + table_literal(found.parent) +
													", reason => 'no column looks personal');";
		if (shares(found)) {
			statement = "SELECT erasure.ignore(" + table_literal(found.table.oid) + ", " + table_literal(found.parent) +
						", reason => 'others, who share rows with the persons');";
			statement_of_[found.table.oid] = statement;
			add(found, nullptr, found.reason + "; looks like other people, who share rows with the persons: those rows stay while they refer to them", 0.5, statement);
			return;
		}
		statement_of_[found.table.oid] = statement;
		add(found, nullptr, found.reason + "; no column looks personal" + (below_ignored ? ", nor does its parent's" : ""), 0.5, statement);
	}

	bool leads_further(const Found &found) const
	{
		return std::any_of(all_.found.begin(), all_.found.end(), [&](const Found &child) { return child.parent == found.table.oid && is_needed(child); });
	}

	bool is_needed(const Found &found) const { return needed_[all_.place.at(found.table.oid)]; }

	// The link by which the table is declared, now or by its own statement.
	bool is_declared_link(const Found &child, const ForeignKey &key) const
	{
		if (!child.declared)
			return key.parent == child.parent && !child.links.empty() && key.columns == child.links.front().columns;
		const Node &node = *all_.declared->node_of(child.table.oid);
		return std::any_of(node.links.begin(), node.links.end(), [&](const Link &link) {
			const Node *parent = all_.declared->node(link.parent_id);
			return parent != nullptr && parent->table.oid == key.parent && link.columns.size() == key.columns.size() &&
				   std::all_of(link.columns.begin(), link.columns.end(), [&](const JoinColumn &join) { return contains(key.columns, join.child.name); });
		});
	}

	// Foreign keys beside the one that a table is declared by: the coverage gate wants each of them decided, when its
	// parent is declared.
	void write_further_link(const ForeignKey &key)
	{
		const Found *child = all_.of(key.child);
		const Found *parent = all_.of(key.parent);
		if (child == nullptr || parent == nullptr || child == parent || child->reach != Reach::foreign_key || parent->reach == Reach::upward ||
			!is_needed(*parent) || is_declared_link(*child, key) || all_.decided.tables.contains({key.child, key.parent}))
			return;
		const bool needed = is_needed(*child);
		if (needed ? !key.whole : child->parent == key.parent)
			return;
		const std::string reason = "refers to " + pg::display_name(key.parent) + " through " + key.columns.front() + " as well";
		const std::string ignore = "SELECT erasure.ignore(" + table_literal(key.child) + ", " + table_literal(key.parent) + ", reason => ";
		if (!needed)
			add(*child, nullptr, reason + "; no column looks personal", 0.5, ignore + "'no column looks personal');");
		else if (child->parent != key.parent && always_linked(*child))
			add(*child, nullptr, reason + "; each of its rows has its person already", 0.5,
				ignore + core::quote_literal("its rows belong to the person in " + child->links.front().columns.front()) + ");");
		else
			add(*child, nullptr, reason, 0.8,
				"SELECT erasure.relate(" + table_literal(key.child) + ", " + table_literal(key.parent) + ", columns => " + array_literal(key.columns) + ");");
	}

	// Whether no row can do without its main link.
	static bool always_linked(const Found &child)
	{
		if (child.links.empty())
			return false;
		const std::vector<pg::ColumnInfo> columns = pg::columns(child.table.oid);
		return std::all_of(columns.begin(), columns.end(),
						   [&](const pg::ColumnInfo &column) { return column.not_null || !contains(child.links.front().columns, column.name); });
	}

	const Surroundings &all_;
	std::vector<bool> needed_;
	std::map<pg::Oid, std::string> statement_of_;
	std::vector<Suggestion> rows_;
};

}  // namespace

std::vector<Suggestion> suggestions(const Surroundings &all)
{
	return Writer(all).write();
}

}  // namespace policy
