// Finding the rows of subjects, keeping their originals, masking them, and proving that they are masked.
#include <algorithm>
#include <memory>

#include "core/sqltext.hpp"
#include "core/vault_record.hpp"
#include "lifecycle/engine.hpp"
#include "lifecycle/shared_rows.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "pg/wire.hpp"
#include "policy/mask_plan.hpp"
#include "policy/retention.hpp"
#include "policy/row_owners.hpp"
#include "policy/row_path.hpp"
#include "policy/tokens.hpp"
#include "policy/value_rows.hpp"
#include "vault/vault.hpp"

namespace lifecycle {
namespace {

constexpr std::size_t kBatchRows = 1000;
// A new part of a record before the first grows past this: memory stays flat for a subject with a million rows.
constexpr std::size_t kPartBytes = 1 << 20;

}  // namespace

std::vector<core::RecordColumn> record_columns(const policy::Node &node)
{
	std::vector<core::RecordColumn> columns;
	const auto add = [&](const pg::ColumnInfo &info, core::RecordColumn::Role role) {
		const std::uint8_t flags = pg::keeps_text(info.type) ? core::RecordColumn::kTextFormat : 0;
		columns.push_back({info.number, info.name, info.type, flags, role});
	};
	for (const pg::ColumnInfo &key : node.key)
		add(key, core::RecordColumn::Role::key);
	for (const policy::PersonalColumn &personal : node.personal)
		add(personal.column, core::RecordColumn::Role::personal);
	return columns;
}

namespace {

// A row that is a parent of a further hop is locked FOR UPDATE: anything weaker lets a child's INSERT through.
const char *lock_clause(const policy::Node &node)
{
	return node.has_children || node.is_subject() ? " FOR UPDATE OF t" : " FOR NO KEY UPDATE OF t";
}

std::string key_list(const policy::Node &node)
{
	std::string list;
	for (const pg::ColumnInfo &key : node.key)
		list += (list.empty() ? "" : ", ") + policy::column("t", key);
	return list;
}

}  // namespace

// Rows that several subjects may own are locked in the order of their own keys first: in that of their subjects, two calls
// could wait for each other crosswise.
std::string lock_only(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects)
{
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	return "SELECT pg_catalog.count(*) FROM (SELECT FROM " + path.with(node) + " WHERE " + path.where + " ORDER BY " + key_list(node) +
		   lock_clause(node) + ") AS locked";
}

namespace {

}  // namespace

std::string any_unmasked(const policy::Node &node)
{
	std::string any;
	for (const policy::PersonalColumn &personal : node.personal)
		any += (any.empty() ? "" : " OR ") + policy::is_unmasked(node, personal, "t");
	return "(" + any + ")";
}

namespace {

// The locked read of one table. Ordered, so that two calls never wait for each other crosswise, and a subject comes in one run.
// With may_be_masked the last column says whether there is anything to keep: a row may be masked already, as that of another
// person, in whose records its original is.
std::string locked_read(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, bool originals, bool may_be_masked)
{
	const policy::Path path = policy::path_to(subject, node, subjects.keys.sets);
	std::string columns;
	std::string order;
	if (!node.key.empty())
		order = ", " + key_list(node);
	// By which undo will find it.
	for (const pg::ColumnInfo &key : node.key)
		if (originals)
			columns += ", " + policy::masked_key_column(node, key, "t");
	for (const policy::PersonalColumn &personal : node.personal)
		if (originals)
			columns += ", " + policy::column("t", personal.column);
	if (originals && may_be_masked)
		columns += ", " + any_unmasked(node);
	return "SELECT " + path.ord + columns + " FROM " + path.with(node) + " WHERE " + path.where + policy::and_not_retained(node, "t") + " ORDER BY " + path.ord +
		   order + lock_clause(node);
}

// Packs rows into records, one subject after the other.
class Packer {
public:
	Packer(vault::Writer &writer, const policy::Node &node) : writer_(writer), table_(node.id), columns_(node.key.size() + node.personal.size()), record_(record_columns(node)) {}

	void add(std::size_t ordinal, const pg::Cursor &cursor, std::size_t row)
	{
		if (record_.row_count() > 0 && (ordinal != ordinal_ || record_.size() > kPartBytes))
			flush();
		if (ordinal != ordinal_)
			part_ = 0;
		ordinal_ = ordinal;
		record_.begin_row();
		for (std::size_t c = 1; c <= columns_; ++c) {
			if (cursor.is_null(row, c))
				record_.add_null();
			else
				record_.add(cursor.at(row, c));
		}
	}

	void flush()
	{
		if (record_.row_count() == 0)
			return;
		writer_.put(ordinal_, table_, part_++, record_.bytes());
		record_.clear();
	}

private:
	vault::Writer &writer_;
	std::int32_t table_;
	std::size_t columns_;
	core::RecordWriter record_;
	std::size_t ordinal_ = 0;
	std::int32_t part_ = 0;
};

std::size_t ordinal_at(const pg::Cursor &cursor, std::size_t row)
{
	std::size_t value = 0;
	for (const char digit : cursor.at(row, 0))
		value = value * 10 + static_cast<std::size_t>(digit - '0');
	return value - 1;
}

// Reads as the table's owner; keeps as the extension's.
bool fetch(pg::Cursor &cursor, const policy::Node &node)
{
	pg::RoleSwitch as_owner(node.table.owner, pg::Work::reading);
	policy::EngineSettings settings;
	pg::WireScope wire;
	const bool any = cursor.fetch(kBatchRows);
	settings.finish();
	return any;
}

std::uint64_t capture_table(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, vault::Writer *writer)
{
	pg::Spi spi;
	const bool common = subject.is_shared(node) || policy::may_have_other_owners(*policy::catalogue(), subject, node);
	std::vector<pg::Form> forms{pg::Form::text};
	if (writer != nullptr)
		forms.resize(1 + node.key.size() + node.personal.size(), pg::Form::wire);
	if (writer != nullptr && common)
		forms.push_back(pg::Form::text);
	std::unique_ptr<pg::Cursor> cursor;
	{
		pg::RoleSwitch as_owner(node.table.owner, pg::Work::reading);
		policy::EngineSettings settings;
		if (common || node.retention)
			(void)spi.number(lock_only(subject, node, subjects), subjects.keys.params());
		cursor = std::make_unique<pg::Cursor>(locked_read(subject, node, subjects, writer != nullptr, common), subjects.keys.params(), forms);
		settings.finish();
	}
	require_distinct_keys(subject, node, subjects);
	std::unique_ptr<Packer> packer;
	if (writer != nullptr)
		packer = std::make_unique<Packer>(*writer, node);
	std::uint64_t rows = 0;
	while (fetch(*cursor, node)) {
		rows += cursor->rows();
		for (std::size_t i = 0; packer && i < cursor->rows(); ++i)
			if (!common || cursor->at(i, forms.size() - 1) == "t")
				packer->add(ordinal_at(*cursor, i), *cursor, i);
	}
	if (packer)
		packer->flush();
	cursor->close();
	spi.finish();
	return rows;
}

}  // namespace

namespace {

// Foreign keys will write to rows in an order of their own: they are locked before, hop by hop and in key order.
void prepare_followers(const policy::Subject &subject, const Subjects &subjects, Followers &followers)
{
	if (!subject.has_tokens())
		return;
	for (const policy::Node &node : subject.nodes)
		if (!node.is_subject() && !node.key.empty() && !subject.is_shared(node))
			policy::as_role(node.table.owner, [&](pg::Spi &spi) { (void)spi.number(lock_only(subject, node, subjects), subjects.keys.params()); });
	followers.remember(subject, subjects);
}

}  // namespace

Captured capture(const policy::Subject &subject, Subjects &subjects, std::int64_t request)
{
	Captured captured;
	const auto all = policy::catalogue();
	const bool rekeys = subject.root().key_changes();
	prepare_followers(subject, subjects, captured.followers);
	policy::KeySet masked;
	if (rekeys)
		masked = masked_keys(subject, subjects);
	// Once the key is masked, nothing is found by its value any more.
	for (const policy::Node &node : subject.nodes)
		if (rekeys)
			captured.left += take_shared_rows(*all, subject, node, subjects);
	if (rekeys)
		policy::remember_values(*all, subject, subjects.keys);
	as_extension([&](pg::Spi &spi) {
		vault::Writer writer(spi, request, subject.id, rekeys ? masked.texts : subjects.keys.texts);
		for (const policy::Node &node : subject.nodes) {
			if (!rekeys)
				captured.left += take_shared_rows(*all, subject, node, subjects);
			captured.found.push_back(capture_table(subject, node, subjects, node.personal.empty() ? nullptr : &writer));
			if (rekeys && node.is_subject())
				mask_keys(subject, subjects, masked);
		}
		captured.vault_bytes = writer.finish();
	});
	for (const policy::Node &node : subject.nodes)
		copy_shared_originals(*all, subject, node, subjects, 1);
	if (!rekeys)
		policy::remember_values(*all, subject, subjects.keys);
	return captured;
}

std::uint64_t lock_table_rows(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects)
{
	return capture_table(subject, node, subjects, nullptr);
}

Captured lock_rows(const policy::Subject &subject, Subjects &subjects)
{
	Captured captured;
	const auto all = policy::catalogue();
	prepare_followers(subject, subjects, captured.followers);
	for (const policy::Node &node : subject.nodes) {
		captured.left += take_shared_rows(*all, subject, node, subjects);
		captured.found.push_back(capture_table(subject, node, subjects, nullptr));
	}
	return captured;
}

std::uint64_t total(const policy::Subject &subject, const Counts &counts)
{
	std::uint64_t sum = 0;
	for (std::size_t i = 0; i < counts.size(); ++i)
		if (!subject.nodes[i].personal.empty())
			sum += counts[i];
	return sum;
}

namespace {

std::string update_statement(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects)
{
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	std::string assignments;
	for (const policy::PersonalColumn &personal : node.personal)
		assignments += (assignments.empty() ? "" : ", ") + core::quote_ident(personal.column.name) + " = " + policy::mask_expression(node, personal, "t");
	return "UPDATE " + node.sql_name() + " AS t SET " + assignments + path.joined("FROM") + " WHERE " + path.where +
		   policy::and_not_retained(node, "t");
}

std::string verify_statement(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, const std::string &condition)
{
	const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
	return "SELECT pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE " + (condition.empty() ? "false" : condition) + ") FROM " + path.with(node) + " WHERE " + path.where +
		   policy::and_not_retained(node, "t");
}

void require_same_count(const policy::Node &node, std::uint64_t found, std::uint64_t now, const char *when)
{
	if (found == now)
		return;
	throw pg::Failure(pg::code::serialization_failure, "rows of table \"" + pg::display_name(node.table.oid) + "\" changed while they were masked",
					  std::to_string(found) + " rows were found and " + std::to_string(now) + " " + when + ".",
					  "Nothing has changed. Retry; if it stays so, look for triggers or rules of the table that suppress or add rows.");
}

[[noreturn]] void refuse_unmasked(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, pg::Spi &spi)
{
	for (const policy::PersonalColumn &personal : node.personal) {
		const pg::Row row = spi.query(verify_statement(subject, node, subjects, policy::is_unmasked(node, personal, "t")), subjects.keys.params()).at(0);
		if (*row[1] != "0")
			throw pg::Failure(pg::code::policy_cannot_work,
							  "column \"" + personal.column.name + "\" of table \"" + pg::display_name(node.table.oid) + "\" is not masked after masking",
							  *row[1] + " of " + *row[0] + " rows hold something else than the mask gives.",
							  "Nothing has changed. Look for triggers of the table that change the column.");
	}
	throw pg::Failure(pg::code::policy_cannot_work, "table \"" + pg::display_name(node.table.oid) + "\" is not masked after masking");
}

void verify(const policy::Subject &subject, const policy::Node &node, const Subjects &subjects, std::optional<std::uint64_t> found)
{
	pg::RoleSwitch as_owner(node.table.owner, pg::Work::reading);
	policy::EngineSettings settings(node.table.schema);
	pg::Spi spi;
	const pg::Row row = spi.query(verify_statement(subject, node, subjects, node.personal.empty() ? "" : any_unmasked(node)), subjects.keys.params()).at(0);
	if (found)
		require_same_count(node, *found, std::stoull(*row[0]), "are there after masking");
	if (*row[1] != "0")
		refuse_unmasked(subject, node, subjects, spi);
	spi.finish();
	settings.finish();
}

}  // namespace

void mask(const policy::Subject &subject, const Subjects &subjects, const Captured &captured)
{
	const Counts &found = captured.found;
	for (std::size_t i = 0; i < subject.nodes.size(); ++i) {
		const policy::Node &node = subject.nodes[i];
		if (node.personal.empty() || found[i] == 0)
			continue;
		pg::check_interrupts();
		const std::uint64_t masked = run_step(guard::Step::mask, node, update_statement(subject, node, subjects), subjects.keys.params());
		require_same_count(node, found[i], masked, "were masked");
	}
	// Where a value was carried to, the rows must still be found by it.
	for (std::size_t i = 0; i < subject.nodes.size(); ++i)
		if (!subject.nodes[i].personal.empty() || !subject.nodes[i].tokens.empty())
			verify(subject, subject.nodes[i], subjects, found[i]);
	captured.followers.require_gone();
	refresh_views(subject);
}

void mask_expired(const policy::Subject &subject, const Subjects &subjects)
{
	// A retention that was taken back has left rows that no table's policy tells of.
	const bool all = std::any_of(subjects.rows.begin(), subjects.rows.end(), [](const SubjectRow &row) { return row.destroyed; });
	std::uint64_t masked = 0;
	for (const policy::Node &node : subject.nodes) {
		if (node.personal.empty() || !(node.retention || all))
			continue;
		masked += run_step(guard::Step::mask, node, update_statement(subject, node, subjects) + " AND " + any_unmasked(node), subjects.keys.params());
		verify(subject, node, subjects, std::nullopt);
	}
	if (masked > 0)
		refresh_views(subject);
}

RowCounts count_rows(const policy::Subject &subject, const Subjects &subjects)
{
	RowCounts counts;
	for (const policy::Node &node : subject.nodes) {
		const policy::Path path = policy::rows_of(subject, node, subjects.keys.sets);
		const std::string retained = node.retention ? "pg_catalog.count(*) FILTER (WHERE true" + policy::and_retained(node, "t") + ")" : "0";
		policy::as_role(node.table.owner, [&](pg::Spi &spi) {
			const pg::Row row = spi.query("SELECT pg_catalog.count(*), " + retained + " FROM " + path.with(node) + " WHERE " + path.where, subjects.keys.params()).at(0);
			counts.rows.push_back(std::stoull(*row[0]));
			counts.retained.push_back(std::stoull(*row[1]));
		});
	}
	return counts;
}

}  // namespace lifecycle
