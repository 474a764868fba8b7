// erasure.doctor(): who may call it, the order of its findings, and the words they are made of.
#include "policy/doctor.hpp"

#include <algorithm>
#include <set>

#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/role.hpp"
#include "policy/engine_sql.hpp"
#include "policy/mask_fit.hpp"
#include "policy/mask_plan.hpp"
#include "policy/permit.hpp"

namespace policy::doctor {

void Visit::error(std::string object, std::string problem, pg::Text fix)
{
	findings.push_back({Severity::error, std::move(object), std::move(problem), std::move(fix)});
}

void Visit::warning(std::string object, std::string problem, pg::Text fix)
{
	findings.push_back({Severity::warning, std::move(object), std::move(problem), std::move(fix)});
}

void Visit::info(std::string object, std::string problem, pg::Text fix)
{
	findings.push_back({Severity::info, std::move(object), std::move(problem), std::move(fix)});
}

std::vector<std::pair<const Subject *, const Node *>> Visit::relations() const
{
	std::vector<std::pair<const Subject *, const Node *>> found;
	std::set<pg::Oid> seen;
	for (const Subject *subject : subjects)
		for (const Node &node : subject->nodes)
			if (seen.insert(node.table.oid).second)
				found.emplace_back(subject, &node);
	return found;
}

std::string table_name(pg::Oid relation) { return "table " + pg::display_name(relation); }

std::string column_name(pg::Oid relation, const std::string &column) { return "column " + pg::display_name(relation) + "." + column; }

std::string literal(pg::Oid relation) { return core::quote_literal(pg::display_name(relation)); }

std::string name_array(const std::vector<std::string> &names) { return core::quote_literal(core::array_text(names)); }

std::string comma_list(const std::vector<std::string> &words)
{
	std::string list;
	for (const std::string &word : words)
		list += (list.empty() ? "" : ", ") + word;
	return list;
}

std::string identifiers(const std::vector<std::string> &names)
{
	std::vector<std::string> quoted;
	for (const std::string &name : names)
		quoted.push_back(core::quote_ident(name));
	return comma_list(quoted);
}

std::string fix_from_hint(const std::string &hint)
{
	const std::size_t start = hint.find("SELECT erasure.");
	if (start == std::string::npos)
		return hint.empty() ? hint : "-- " + hint;
	// Up to its end, which is no semicolon in a name; what follows is another way.
	bool quoted = false;
	for (std::size_t i = start; i < hint.size(); ++i) {
		quoted = quoted != (hint[i] == '\'');
		if (hint[i] == ';' && !quoted)
			return hint.substr(start, i + 1 - start) + (i + 1 < hint.size() ? " --" + hint.substr(i + 1) : "");
	}
	return hint.substr(start);
}

std::string set_mask_call(const Node &node, const std::string &column, const std::string &mask)
{
	return "SELECT erasure.set_mask(" + literal(node.table.oid) + ", " + core::quote_literal(column) + ", " + core::quote_literal(mask) + ");";
}

std::string declare_column(const Node &node, const std::string &deleted_at, const pg::ColumnInfo &column)
{
	Node more = node;
	more.personal.push_back(default_mask(node, column));
	const std::vector<Misfit> found = misfits(more, deleted_at);
	const bool fits = std::none_of(found.begin(), found.end(), [&](const Misfit &misfit) { return misfit.columns.contains(column.name); });
	if (fits)
		return "SELECT erasure.add_personal(" + literal(node.table.oid) + ", " + name_array({column.name}) + ");";
	const std::string mask = fitting_mask(more, deleted_at, column.name, found.size());
	if (!mask.empty())
		return set_mask_call(node, column.name, mask);
	return "-- no mask fits column " + core::quote_ident(column.name) + ": change its constraints, then call erasure.set_mask";
}

namespace {

const char *word(Severity severity)
{
	switch (severity) {
		case Severity::error:
			return "error";
		case Severity::warning:
			return "warning";
		default:
			return "info";
	}
}

// Who may undo a hold or erase at once answers for the server too, and so does the owner of a subject table.
bool administers(const Subject &subject)
{
	const pg::Oid role = pg::current_role();
	return pg::owns_table(role, subject.root().table.oid) ||
		   std::any_of(subject.permissions.begin(), subject.permissions.end(), [&](const Permission &permission) {
			   return (permission.action == "erase_now" || permission.action == "hold") && pg::has_privileges_of(role, permission.role);
		   });
}

Visit begin(const Catalogue &all)
{
	Visit visit;
	visit.details = visit.server = pg::is_superuser(pg::current_role());
	for (const Subject &subject : all.subjects)
		if (may_see(subject)) {
			visit.subjects.push_back(&subject);
			visit.server = visit.server || administers(subject);
		}
	if (visit.subjects.empty() && !visit.server)
		throw pg::Failure(pg::code::insufficient_privilege, "role \"" + pg::role_name(pg::current_role()) + "\" may not examine any policy",
						  "It owns no protected table and holds no permission on one.",
						  "Protect a table with erasure.protect, or ask the owner of a protected one for a permission: erasure.allow.");
	return visit;
}

void examine(Visit &visit)
{
	struct {
		const char *what;
		void (*check)(Visit &);
	} static constexpr kChecks[] = {
		{"tables and columns", check_graph}, {"policy", check_policy},	 {"guards", check_guards}, {"hiding", check_hiding},
		{"triggers", check_triggers},		 {"masks", check_masks},	 {"copies", check_copies}, {"replication", check_replication},
		{"job", check_job},
		{"key file", check_key_file},		 {"settings", check_settings},
	};
	EngineSettings settings;
	for (const auto &[what, check] : kChecks) {
		// What cannot be examined is a finding too, and the others go on.
		pg::Caught caught;
		if (!pg::attempt_body([&, run = check] { run(visit); }, caught))
			visit.error(what, "could not be examined: " + caught.message, fix_from_hint(caught.hint));
	}
	settings.finish();
	std::sort(visit.findings.begin(), visit.findings.end());
	visit.findings.erase(std::unique(visit.findings.begin(), visit.findings.end()), visit.findings.end());
}

}  // namespace
}  // namespace policy::doctor

// erasure.doctor() RETURNS TABLE(severity text, object text, problem text, fix text)
ERASURE_FUNCTION(erasure_doctor)
{
	policy::refuse_inside_engine();
	call.start_rows();
	const auto all = policy::catalogue();
	policy::doctor::Visit visit = policy::doctor::begin(*all);
	policy::doctor::examine(visit);
	for (const policy::doctor::Finding &finding : visit.findings)
		call.add_row({std::string(policy::doctor::word(finding.severity)), finding.object, finding.problem, finding.fix});
	return call.nothing();
}
