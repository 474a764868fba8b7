// set_options: changes what protect was told, without taking the table out of the policy.
#include "policy/options.hpp"

#include <algorithm>

#include "pg/call.hpp"
#include "pg/catalog.hpp"
#include "pg/lock.hpp"
#include "policy/changing.hpp"
#include "policy/declare.hpp"
#include "policy/hide.hpp"
#include "policy/install.hpp"
#include "policy/permit.hpp"
#include "policy/store.hpp"

namespace policy {

void require_valid(const SubjectOptions &options)
{
	require_word("direct_delete", options.direct_delete, {"refuse", "soft_delete"});
	require_word("direct_soft_delete", options.direct_soft_delete, {"refuse", "allow"});
	require_word("enforce", options.enforce, {"on", "warn"});
}

void require_enforced(const Subject &subject)
{
	const auto all = catalogue();
	const Subject *now = all->subject(subject.id);
	if (now == nullptr || now->options.enforce == "on")
		return;
	const std::string table = pg::display_name(subject.root().table.oid);
	throw pg::Failure(pg::code::wrong_state, "nothing is deleted permanently from table \"" + table + "\" yet",
					  "Its guards only warn, so personal data of a deleted subject could come back.", "SELECT erasure.set_options('" + table + "', enforce => 'on');");
}

namespace {

// Statements on the way finish under the old rules, and permanent deletions with them; those that come wait for the new ones.
void close_tables(const Subject &subject)
{
	std::vector<pg::Oid> relations;
	for (const Node &node : subject.nodes)
		relations.push_back(node.table.oid);
	std::sort(relations.begin(), relations.end());
	for (const pg::Oid relation : relations)
		pg::close_table(relation);
}

// What is masked needs guards that refuse; and guards that begin to refuse what they let through would be too late for it.
void require_may_enforce(const Subject &subject)
{
	if (subject.options.enforce == "warn")
		require_no_masked_subjects(subject, "stop guarding");
	else
		for (const Node &node : subject.nodes)
			require_nothing_unmasked(subject, node.id);
}

// The options that the call names, in place of those of now; and in words, for the audit log.
SubjectOptions read_options(pg::Call &call, SubjectOptions options, std::string &said)
{
	const auto say = [&](const char *name, const std::string &value) { said += (said.empty() ? "" : ", ") + std::string(name) + " " + value; };
	const auto take = [&](int argument, const char *name, std::string &option) {
		if (!call.is_null(argument)) {
			option = call.text(argument, name);
			say(name, option);
		}
	};
	if (!call.is_null(1)) {
		options.grace = checked_grace(call, 1);
		say("grace", options.grace);
	}
	take(2, "direct_delete", options.direct_delete);
	if (!call.is_null(3)) {
		options.hide_deleted = call.boolean(3, "hide_deleted");
		say("hide_deleted", options.hide_deleted ? "on" : "off");
	}
	take(4, "direct_soft_delete", options.direct_soft_delete);
	take(5, "enforce", options.enforce);
	return options;
}

void set_options(Change &change, pg::Call &call, pg::Oid relation)
{
	std::string said;
	const Held before = require_subject(relation);
	const SubjectOptions options = read_options(call, before->options, said);
	if (said.empty())
		throw pg::Failure(pg::code::invalid_parameter, "no option is given", {}, "Name one or several: erasure.set_options(..., grace => '60 days').");
	require_valid(options);
	const bool enforcing = options.enforce != before->options.enforce;
	const bool hiding = options.hide_deleted != before->options.hide_deleted;
	const bool deleting = options.direct_delete != before->options.direct_delete || options.direct_soft_delete != before->options.direct_soft_delete;
	if (enforcing)
		close_tables(*before);
	change.begin(hiding || deleting ? std::vector{relation} : std::vector<pg::Oid>());
	store_options(*before, options);
	publish_change();
	const Held now = require_subject(relation);
	if (enforcing)
		require_may_enforce(*now);
	if (deleting)
		refresh_guards(relation);
	if (hiding)
		options.hide_deleted ? hide_deleted(*now) : unhide(relation);
	record_policy_call("set_options", relation, said);
}

}  // namespace
}  // namespace policy

// erasure.set_options(subject regclass, grace interval, direct_delete text, hide_deleted boolean, direct_soft_delete text, enforce text)
//   RETURNS void
ERASURE_FUNCTION(erasure_set_options)
{
	const pg::Oid relation = call.oid(0, "subject");
	policy::require_owner(relation);
	policy::change_policy([&](policy::Change &change) { policy::set_options(change, call, relation); });
	return call.nothing();
}
