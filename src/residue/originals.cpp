// Reads the vault's records and takes the texts of their personal columns.
#include "residue/originals.hpp"

#include "core/mask.hpp"
#include "core/vault_record.hpp"
#include "lifecycle/batch.hpp"
#include "pg/role.hpp"
#include "pg/wire.hpp"
#include "policy/engine_sql.hpp"
#include "vault/vault.hpp"

namespace residue {
namespace {

void take(Originals &originals, std::string_view text, bool utf8)
{
	if (text.empty() || core::is_masked(text, utf8 ? core::utf8() : core::single_byte()))
		return;
	if (core::Needles::tells_somebody(text))
		originals.values.add(text);
	else
		++originals.left_out;
}

// Types of the users' have other numbers after a restore from a dump; the column's own is believed then.
pg::Oid type_now(const policy::Node *node, const core::RecordColumn &column)
{
	if (column.type < pg::kFirstUserOid)
		return column.type;
	const pg::ColumnInfo *info = node != nullptr ? node->column(column.attnum) : nullptr;
	return info != nullptr ? info->type : pg::kInvalidOid;
}

void read_record(Originals &originals, const policy::Node *node, const vault::Reader &reader, const vault::Record &record, bool utf8)
{
	core::RecordReader rows(record.plaintext);
	const std::vector<core::RecordColumn> columns = node != nullptr ? lifecycle::columns_now(*node, record.numbering, rows.columns()) : rows.columns();
	// Input functions of the users' types are code of theirs.
	pg::RoleSwitch as_owner(node != nullptr ? node->table.owner : pg::extension_owner(), pg::Work::reading);
	pg::WireScope wire;
	std::vector<std::optional<std::string_view>> values;
	while (rows.next_row(values))
		for (std::size_t i = 0; i < columns.size(); ++i) {
			const pg::Oid type = type_now(node, columns[i]);
			if (columns[i].role != core::RecordColumn::Role::personal || !values[i] || type == pg::kInvalidOid)
				continue;
			pg::kept_texts(type, (columns[i].flags & core::RecordColumn::kTextFormat) != 0, *values[i], [&](std::string_view text) { take(originals, text, utf8); });
		}
	if (rows.error() != nullptr)
		reader.refuse(record, rows.error());
}

}  // namespace

Originals originals_of(const policy::Subject &subject, const std::vector<std::int64_t> &requests, const std::vector<std::string> &keys)
{
	Originals originals;
	const bool utf8 = pg::database_is_utf8();
	policy::as_extension([&](pg::Spi &spi) {
		vault::Reader reader(spi, subject.id, std::nullopt, requests, keys);
		for (vault::Record record; reader.next(record);)
			read_record(originals, subject.node(record.table), reader, record, utf8);
	});
	originals.values.drop_duplicates();
	return originals;
}

}  // namespace residue
