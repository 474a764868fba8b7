// Looks for what was forgotten or has come undone: findings, each with its cure. A file of checks for each kind of thing.
#pragma once

#include <string>
#include <vector>

#include "policy/model.hpp"

namespace policy::doctor {

// error: a deletion would be refused, or leave personal data behind. warning: it would leave copies, or take long; or
// people would not notice when it stops. info: good to know.
enum class Severity { error, warning, info };

struct Finding {
	Severity severity;
	std::string object;   // 'table shop.orders'
	std::string problem;  // a clause, without personal data
	pg::Text fix;         // SQL or a line of postgresql.conf; none where nothing has to be done

	auto operator<=>(const Finding &) const = default;
};

// One call: what it looks at, and what it has found.
struct Visit {
	std::vector<const Subject *> subjects;  // those the caller may see
	bool server = false;                    // also what concerns the whole server
	bool details = false;                   // and with paths and settings' values, as for a superuser
	std::vector<Finding> findings;

	void error(std::string object, std::string problem, pg::Text fix);
	void warning(std::string object, std::string problem, pg::Text fix);
	void info(std::string object, std::string problem, pg::Text fix = {});

	// Every declared relation once, however many subjects it belongs to.
	std::vector<std::pair<const Subject *, const Node *>> relations() const;
};

void check_graph(Visit &visit);    // tables and columns nobody decided about, links, indexes
void check_policy(Visit &visit);   // rows of the policy whose objects are gone, views, roles, owners
void check_guards(Visit &visit);   // guard triggers
void check_hiding(Visit &visit);    // row security where deleted subjects are hidden
void check_triggers(Visit &visit); // triggers of the user's that copy rows, or run as somebody else
void check_masks(Visit &visit);    // masks that do not fit any more
void check_copies(Visit &visit);   // materialized views, generated columns, indexes, statistics
void check_replication(Visit &visit);
void check_job(Visit &visit);
void check_key_file(Visit &visit);
void check_settings(Visit &visit);

// Names for findings: as regclass prints them, qualified, since a visit runs without the caller's search_path.
std::string table_name(pg::Oid relation);                                // 'table shop.orders'
std::string column_name(pg::Oid relation, const std::string &column);    // 'column shop.orders.note'
std::string literal(pg::Oid relation);                                   // a SQL literal that regclass reads
std::string name_array(const std::vector<std::string> &names);           // a SQL literal that name[] reads
std::string comma_list(const std::vector<std::string> &words);
std::string identifiers(const std::vector<std::string> &names);          // quoted, comma-separated
// A hint as a fix: the statement in it where there is one, else a comment.
std::string fix_from_hint(const std::string &hint);

// The statement that declares one more column personal, with its default mask or another that fits; a comment when none
// does. deleted_at is '' but for subject tables.
std::string declare_column(const Node &node, const std::string &deleted_at, const pg::ColumnInfo &column);
std::string set_mask_call(const Node &node, const std::string &column, const std::string &mask);

}  // namespace policy::doctor
