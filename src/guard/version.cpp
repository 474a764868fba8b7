// Compares versions of a row, column by column.
#include "guard/version.hpp"

namespace guard {

// plain: no destructors in this function
bool differs(const Version &before, AttrNumber before_column, const Version &after, AttrNumber after_column)
{
	const int from = before_column - 1;
	const int to = after_column - 1;
	if (before.row.nulls[from] != after.row.nulls[to])
		return true;
	const Form_pg_attribute column = TupleDescAttr(after.desc, to);
	return !before.row.nulls[from] && !datum_image_eq(before.row.values[from], after.row.values[to], column->attbyval, column->attlen);
}

namespace {

// plain: no destructors in this function
bool changed(const Version &before, const AttrNumber *before_columns, const Version &after, const AttrNumber *after_columns, int count)
{
	for (int i = 0; i < count; ++i)
		if (differs(before, before_columns[i], after, after_columns[i]))
			return true;
	return false;
}

}  // namespace

// plain: no destructors in this function
bool key_changed(const Version &before, const Version &after)
{
	return changed(before, before.role.key, after, after.role.key, after.role.keys);
}

// plain: no destructors in this function
bool personal_changed(const Version &before, const Version &after)
{
	return changed(before, before.role.personal, after, after.role.personal, after.role.personal_count);
}

// plain: no destructors in this function
bool link_changed(const Version &before, const Version &after)
{
	return changed(before, before.role.link, after, after.role.link, after.role.link_count);
}

}  // namespace guard
