// Reads the foreign keys that follow a change of what they refer to.
#include "policy/carried.hpp"

#include <algorithm>
#include <map>

#include "pg/catalog.hpp"
#include "pg/spi.hpp"
#include "policy/mask_fit.hpp"
#include "policy/row_owners.hpp"
#include "policy/row_path.hpp"

namespace policy {
namespace {

// One column of a foreign key onto a declared table.
struct Reference {
	std::string constraint;
	pg::Oid child;
	pg::AttrNumber child_column;
	pg::Oid parent;
	pg::AttrNumber parent_column;
	bool cascades;
};

constexpr const char *kReferences = R"(
SELECT c.conname, c.conrelid, k.child, c.confrelid, k.parent, c.confupdtype OPERATOR(pg_catalog.=) 'c'
FROM pg_catalog.pg_constraint c, ROWS FROM (pg_catalog.unnest(c.conkey), pg_catalog.unnest(c.confkey)) AS k(child, parent)
WHERE c.contype OPERATOR(pg_catalog.=) 'f' AND c.conparentid OPERATOR(pg_catalog.=) 0::pg_catalog.oid
  AND c.confrelid::pg_catalog.int8 OPERATOR(pg_catalog.=) ANY ($1) ORDER BY c.oid, k.child)";

std::vector<Reference> references_to(const std::vector<std::int64_t> &tables)
{
	std::vector<Reference> found;
	pg::Spi spi;
	for (const pg::Row &row : spi.query(kReferences, pg::Params().add(tables)))
		found.push_back({*row[0], static_cast<pg::Oid>(std::stoul(*row[1])), static_cast<pg::AttrNumber>(std::stoi(*row[2])),
						 static_cast<pg::Oid>(std::stoul(*row[3])), static_cast<pg::AttrNumber>(std::stoi(*row[4])), *row[5] == "t"});
	spi.finish();
	return found;
}

bool has_personal_key(const Node &node)
{
	return std::any_of(node.personal.begin(), node.personal.end(), [&](const PersonalColumn &personal) {
		return std::any_of(node.key.begin(), node.key.end(), [&](const pg::ColumnInfo &key) { return key.number == personal.column.number; });
	});
}

void add_own_tokens(Node &node, const std::vector<Reference> &references)
{
	const bool personal_key = has_personal_key(node);
	for (const PersonalColumn &personal : node.personal) {
		const bool referred = std::any_of(references.begin(), references.end(), [&](const Reference &r) {
			return r.cascades && r.parent == node.table.oid && r.parent_column == personal.column.number;
		});
		if (personal.mask == "unique" && (personal_key || referred))
			node.tokens.push_back({personal.column, std::to_string(node.table.oid) + "." + std::to_string(personal.column.number),
								   personal.column.max_chars, false});
	}
}

// One step further along the foreign keys; false when nothing was added.
bool add_carried_tokens(Subject &subject, const std::vector<Reference> &references)
{
	bool added = false;
	for (const Reference &reference : references) {
		const Node *parent = subject.node_of(reference.parent);
		const TokenColumn *token = reference.cascades ? parent->token(reference.parent_column) : nullptr;
		for (Node &child : subject.nodes) {
			const pg::ColumnInfo *column = token != nullptr && child.table.oid == reference.child ? child.column(reference.child_column) : nullptr;
			if (column == nullptr || child.token(column->number) != nullptr)
				continue;
			child.tokens.push_back({*column, token->salt, token->max_chars, true});
			added = true;
			break;  // the token may have moved
		}
	}
	return added;
}

// The foreign keys to declared tables by which columns are carried.
void add_followed(Subject &subject, const std::vector<Reference> &references)
{
	for (std::size_t i = 0, end = 0; i < references.size(); i = end) {
		const Reference &first = references[i];
		while (end < references.size() && references[end].constraint == first.constraint && references[end].child == first.child && references[end].parent == first.parent)
			++end;
		const Node &parent = *subject.node_of(first.parent);
		for (Node &child : subject.nodes) {
			if (child.table.oid != first.child || !first.cascades)
				continue;
			Link link;
			link.parent_id = parent.id;
			bool carries = false;
			for (std::size_t r = i; r < end; ++r) {
				link.columns.push_back({*child.column(references[r].child_column), *parent.column(references[r].parent_column)});
				carries = carries || parent.token(references[r].parent_column) != nullptr;
			}
			if (carries)
				child.followed.push_back(std::move(link));
		}
	}
}

// A value has to fit into every column that it is carried to.
void narrow(Subject &subject, const std::vector<Reference> &references)
{
	std::map<std::string, int> limits;
	const auto limit = [&](const TokenColumn &token, int max_chars) {
		int &known = limits.try_emplace(token.salt, token.max_chars).first->second;
		if (max_chars > 0 && (known == 0 || max_chars < known))
			known = max_chars;
	};
	for (const Reference &reference : references) {
		const TokenColumn *token = reference.cascades ? subject.node_of(reference.parent)->token(reference.parent_column) : nullptr;
		if (token == nullptr)
			continue;
		for (const pg::ColumnInfo &column : pg::columns(reference.child))
			if (column.number == reference.child_column)
				limit(*token, column.max_chars);
	}
	for (Node &node : subject.nodes)
		for (TokenColumn &token : node.tokens)
			if (const auto found = limits.find(token.salt); found != limits.end())
				token.max_chars = found->second;
}

[[noreturn]] void not_supported(const Node &node, const std::string &detail, const std::string &hint)
{
	throw pg::Failure(pg::code::not_supported, "the key of table \"" + pg::display_name(node.table.oid) + "\" cannot change when it is masked", detail, hint);
}

void require_key_can_change(const Catalogue &all, const Subject &subject, const Node &node)
{
	constexpr const char *surrogate = "Give the table a surrogate key.";
	if (subject.is_shared(node))
		not_supported(node, "It holds personal data, and its rows may be shared by several persons.", surrogate);
	const bool carried = std::any_of(node.key.begin(), node.key.end(), [&](const pg::ColumnInfo &key) {
		const TokenColumn *token = node.token(key.number);
		return token != nullptr && token->carried;
	});
	if (carried && may_have_other_owners(all, subject, node))
		not_supported(node, "It changes with the key of one person, and its rows are data about several: their originals could not be found again.", surrogate);
}

}  // namespace

void find_tokens(Subject &subject)
{
	const bool unique = std::any_of(subject.nodes.begin(), subject.nodes.end(), [](const Node &node) {
		return std::any_of(node.personal.begin(), node.personal.end(), [](const PersonalColumn &personal) { return personal.mask == "unique"; });
	});
	if (!unique)
		return;
	const std::vector<Reference> references = references_to(subject.table_oids());
	for (Node &node : subject.nodes)
		add_own_tokens(node, references);
	while (add_carried_tokens(subject, references))
		continue;
	add_followed(subject, references);
	narrow(subject, references);
}

void require_keys_can_change(const Catalogue &all, const Subject &subject)
{
	const std::vector<Reference> references = references_to(subject.table_oids());
	for (const Reference &reference : references) {
		const Node &parent = *subject.node_of(reference.parent);
		const TokenColumn *token = parent.token(reference.parent_column);
		const bool personal = std::any_of(parent.personal.begin(), parent.personal.end(),
										  [&](const PersonalColumn &p) { return p.column.number == reference.parent_column; });
		if ((token == nullptr && !personal) || (reference.cascades && parent.table.kind != 'p'))
			continue;
		if (reference.cascades)
			not_supported(parent, "It is partitioned, and foreign key \"" + reference.constraint + "\" follows it.", "Give the table a surrogate key.");
		throw pg::Failure(pg::code::policy_cannot_work, "foreign key \"" + reference.constraint + "\" stands in the way of masking table \"" + pg::display_name(parent.table.oid) + "\"",
						  "It refers to personal column \"" + parent.column(reference.parent_column)->name + "\", and the rows of \"" + pg::display_name(reference.child) +
							  "\" do not follow when that is masked.",
						  "Give it ON UPDATE CASCADE, or let it refer to a key that is not personal.");
	}
	for (const Node &node : subject.nodes)
		if (node.key_changes())
			require_key_can_change(all, subject, node);
}

void require_followers_fit(const Subject &subject)
{
	constexpr int kEnough = 17;  // characters for tokens of any number of rows
	std::map<pg::Oid, Node> tables;
	for (const Reference &reference : references_to(subject.table_oids())) {
		const TokenColumn *token = reference.cascades ? subject.node_of(reference.parent)->token(reference.parent_column) : nullptr;
		if (token == nullptr)
			continue;
		Node &child = tables[reference.child];
		if (child.columns.empty()) {
			child.table = pg::table_info(reference.child);
			child.columns = pg::columns(reference.child);
		}
		const pg::ColumnInfo *column = child.column(reference.child_column);
		const bool twice = column == nullptr || child.token(column->number) != nullptr;
		if (twice)
			continue;
		if (column->max_chars > 0 && column->max_chars < kEnough && (token->column.max_chars == 0 || column->max_chars < token->column.max_chars))
			throw pg::Failure(pg::code::policy_cannot_work, "column \"" + column->name + "\" of table \"" + pg::display_name(reference.child) + "\" cannot follow what it refers to",
							  "It is too short for asterisks and a token that tells rows apart.", "ALTER the column to 17 characters or more, or to text.");
		PersonalColumn masked{*column, "unique", "{}"};
		masked.column.max_chars = token->max_chars;
		child.personal.push_back(std::move(masked));
		child.tokens.push_back({*column, token->salt, token->max_chars, true});
	}
	for (const auto &[oid, child] : tables) {
		const std::vector<Misfit> found = value_misfits(TrialTable(child, {}));
		if (!found.empty())
			throw pg::Failure(pg::code::policy_cannot_work,
							  "column \"" + *found[0].columns.begin() + "\" of table \"" + pg::display_name(oid) + "\" cannot follow what it refers to", found[0].why,
							  found[0].way_out.empty() ? "Let it refer to a key that is not personal." : found[0].way_out);
	}
}

bool follows_by_foreign_key(const Node &node, const Node &parent, const std::vector<JoinColumn> &columns)
{
	std::map<std::string, std::size_t> matching;
	for (const Reference &reference : references_to({parent.table.oid})) {
		std::size_t &count = matching[reference.constraint];
		const bool joins = std::any_of(columns.begin(), columns.end(), [&](const JoinColumn &join) {
			return join.child.number == reference.child_column && join.parent.number == reference.parent_column;
		});
		if (reference.cascades && reference.child == node.table.oid && joins && ++count == columns.size())
			return true;
	}
	return false;
}

}  // namespace policy
