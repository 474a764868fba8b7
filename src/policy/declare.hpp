// What the policy functions share: looking at a table before it is declared, and its personal columns.
#pragma once

#include <initializer_list>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pg/call.hpp"
#include "policy/model.hpp"

namespace policy {

std::string quoted(pg::Oid relation);

// Ordinary and partitioned tables of the user's own, whole ones; else 42P17.
pg::TableInfo require_table(pg::Oid relation);

// 42P17 for foreign and temporary parts.
void require_plain_children(pg::Oid relation);

// A table about to be declared.
Node blank_node(pg::Oid relation, const std::string &on_erase);

// 22023 unless the word is one of these.
void require_word(const std::string &what, const std::string &word, std::initializer_list<const char *> words);

// 42703 when there is none of that name.
const pg::ColumnInfo &require_column(const Node &node, const std::string &name);

// After a declaration: 42P17 or 0A000 where a key is personal and could not change when it is masked, or come back. Prepares
// what such keys are hashed with.
void require_keys_can_change(const Subject &subject);

// The columns of a declared table by which rows find each other, masked or not, or their deletion.
std::set<std::string> link_columns(const Subject &subject, const Node &node);

// The name of the deletion column of a subject table, '' for a related one.
std::string deletion_column(const Subject &subject, const Node &node);

// 42P17 for these and what follows another column; a key may be personal where it is text.
void require_may_be_personal(const Node &node, const pg::ColumnInfo &column, const std::set<std::string> &not_these);

// Adds the columns with the default masks of their types; refuses links and, all at once, what the masks do not
// fit. deleted_at is '' but for subject tables.
void add_personal_columns(Node &node, const std::vector<std::string> &names, const std::set<std::string> &not_these, const std::string &deleted_at);

// Of what is exempted: an auditor's first question. 22023 when it is empty.
std::string required_reason(pg::Call &call, int argument);

void require_no_deferrable_trigger(pg::Oid relation);

// 42P17 for rewrite rules that would make something else of the engine's UPDATE, or of its DELETE where rows go.
void require_no_rule(pg::Oid relation, const std::string &on_erase);

// What a person who declares should know now rather than later: undecided columns and triggers that copy rows.
void tell_open_questions(const Subject &subject, const Node &node);

// The subjects under which a table may be related to this parent; 42P17 when it is not declared.
std::vector<const Subject *> subjects_of_parent(const Catalogue &all, pg::Oid parent);

// Every node of a relation, over all subjects; 42P17 when it is not declared.
std::vector<std::pair<const Subject *, const Node *>> nodes_of(const Catalogue &all, pg::Oid relation);

}  // namespace policy
