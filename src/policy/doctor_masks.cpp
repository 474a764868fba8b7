// The doctor on masks: tried again against the columns and constraints as they are now.
#include "core/sqltext.hpp"
#include "pg/attempt.hpp"
#include "pg/catalog.hpp"
#include "policy/declare.hpp"
#include "policy/doctor.hpp"
#include "policy/mask_fit.hpp"

namespace policy::doctor {
namespace {

std::string mask_of(const Node &node, const std::string &column)
{
	for (const PersonalColumn &personal : node.personal)
		if (personal.column.name == column)
			return personal.mask;
	return {};
}

// Constraints and the functions in them are the user's: misfits() evaluates them as the table's owner.
void find_misfits(Visit &visit, const Subject &subject, const Node &node)
{
	const std::string deleted_at = deletion_column(subject, node);
	const std::vector<Misfit> found = misfits(node, deleted_at);
	for (const Misfit &misfit : found) {
		if (misfit.columns.empty())
			continue;
		const std::string column = *misfit.columns.begin();
		const std::string mask = fitting_mask(node, deleted_at, column, found.size());
		visit.error(column_name(node.table.oid, column), "its mask \"" + mask_of(node, column) + "\" does not fit any more: " + misfit.why,
					!mask.empty() ? set_mask_call(node, column, mask) : "-- " + (misfit.way_out.empty() ? "No mask fits." : misfit.way_out));
	}
}

void find_not_null(Visit &visit, const Subject &subject, const Node &node)
{
	pg::Caught caught;
	if (node.on_erase != "set_null" || pg::attempt_body([&] { require_nullable(node, deletion_column(subject, node)); }, caught))
		return;
	std::string fix;
	for (const PersonalColumn &personal : node.personal)
		if (personal.column.not_null)
			fix += (fix.empty() ? "" : " ") + ("ALTER TABLE " + pg::display_name(node.table.oid) + " ALTER COLUMN " + core::quote_ident(personal.column.name) + " DROP NOT NULL;");
	visit.error(table_name(node.table.oid), caught.message + ": " + caught.detail, fix.empty() ? "-- " + caught.hint : fix);
}

}  // namespace

void check_masks(Visit &visit)
{
	for (const Subject *subject : visit.subjects)
		for (const Node &node : subject->nodes) {
			find_misfits(visit, *subject, node);
			find_not_null(visit, *subject, node);
		}
}

}  // namespace policy::doctor
