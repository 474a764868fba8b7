// Catalogue look-ups through PostgreSQL's own caches.
#include "pg/catalog.hpp"

#include "core/sqltext.hpp"
#include "pg/boundary.hpp"

namespace pg {
namespace {

// Plain facts of a table, copied inside one guard; the names are palloc'd.
struct TablePlain {
	bool found;
	const char *schema;
	const char *name;
	char kind;
	char persistence;
	::Oid owner;
	bool partition;
	bool has_children;
	bool row_security;
};

// plain: no destructors in this function
TablePlain read_table(::Oid relation)
{
	TablePlain plain{};
	HeapTuple tuple = SearchSysCache1(RELOID, ObjectIdGetDatum(relation));
	if (!HeapTupleIsValid(tuple))
		return plain;
	const auto *form = reinterpret_cast<Form_pg_class>(GETSTRUCT(tuple));
	plain.found = true;
	plain.schema = get_namespace_name(form->relnamespace);
	plain.name = pstrdup(NameStr(form->relname));
	plain.kind = form->relkind;
	plain.persistence = form->relpersistence;
	plain.owner = form->relowner;
	plain.partition = form->relispartition;
	plain.has_children = form->relhassubclass;
	plain.row_security = form->relrowsecurity;
	ReleaseSysCache(tuple);
	return plain;
}

struct ColumnPlain {
	AttrNumber number;
	const char *name;
	::Oid type, base;
	int32 typmod;
	char category, kind;
	const char *type_name, *bare_type, *operator_schema, *operator_name;
	bool not_null, generated, identity;
};

// plain: no destructors in this function
void read_equality(ColumnPlain &plain)
{
	TypeCacheEntry *entry = lookup_type_cache(plain.base, TYPECACHE_EQ_OPR);
	if (!OidIsValid(entry->eq_opr))
		return;
	HeapTuple tuple = SearchSysCache1(OPEROID, ObjectIdGetDatum(entry->eq_opr));
	if (!HeapTupleIsValid(tuple))
		return;
	const auto *form = reinterpret_cast<Form_pg_operator>(GETSTRUCT(tuple));
	plain.operator_schema = get_namespace_name(form->oprnamespace);
	plain.operator_name = pstrdup(NameStr(form->oprname));
	ReleaseSysCache(tuple);
}

// plain: no destructors in this function
// A domain may refuse NULL, at any depth.
bool domain_not_null(::Oid type)
{
	while (OidIsValid(type)) {
		HeapTuple tuple = SearchSysCache1(TYPEOID, ObjectIdGetDatum(type));
		if (!HeapTupleIsValid(tuple))
			return false;
		const auto *form = reinterpret_cast<Form_pg_type>(GETSTRUCT(tuple));
		const bool found = form->typtype == TYPTYPE_DOMAIN && form->typnotnull;
		type = form->typtype == TYPTYPE_DOMAIN ? form->typbasetype : InvalidOid;
		ReleaseSysCache(tuple);
		if (found)
			return true;
	}
	return false;
}

// plain: no destructors in this function
ColumnPlain read_column(Form_pg_attribute column)
{
	ColumnPlain plain{};
	plain.number = column->attnum;
	plain.name = pstrdup(NameStr(column->attname));
	plain.type = column->atttypid;
	plain.typmod = column->atttypmod;
	plain.base = getBaseTypeAndTypmod(column->atttypid, &plain.typmod);
	bool preferred;
	get_type_category_preferred(plain.base, &plain.category, &preferred);
	plain.kind = get_typtype(plain.base);
	constexpr bits16 flags = FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY;
	plain.type_name = format_type_extended(column->atttypid, column->atttypmod, flags);
	plain.bare_type = format_type_extended(column->atttypid, -1, FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY);
	plain.not_null = column->attnotnull || domain_not_null(column->atttypid);
	plain.generated = column->attgenerated != '\0';
	plain.identity = column->attidentity != '\0';
	read_equality(plain);
	return plain;
}

struct ColumnList {
	ColumnPlain *items;
	int count;
};

int limit_of(const ColumnPlain &plain)
{
	if ((plain.base == VARCHAROID || plain.base == BPCHAROID) && plain.typmod > VARHDRSZ)
		return plain.typmod - VARHDRSZ;
	if (plain.base == NAMEOID)
		return NAMEDATALEN - 1;
	return plain.base == CHAROID ? 1 : 0;
}

std::string or_empty(const char *text) { return text ? std::string(text) : std::string(); }

}  // namespace

bool database_is_utf8() { return GetDatabaseEncoding() == PG_UTF8; }

bool table_exists(Oid relation)
{
	return guarded([=] { return read_table(relation).found; });
}

Oid relation_by_name(const char *schema, const char *name)
{
	const ::Oid relation = guarded([=] { return get_relname_relid(name, get_namespace_oid(schema, true)); });
	if (!OidIsValid(relation))
		throw Failure(code::undefined_table, std::string("table \"") + schema + "." + name + "\" does not exist");
	return relation;
}

bool wait_for(Oid relation)
{
	return guarded([=] {
		Relation rel = try_relation_open(relation, AccessShareLock);
		if (rel == nullptr)
			return false;
		relation_close(rel, NoLock);
		return true;
	});
}

TableInfo table_info(Oid relation)
{
	const TablePlain plain = guarded([=] { return read_table(relation); });
	if (!plain.found)
		throw Failure(code::undefined_table, "table with OID " + std::to_string(relation) + " does not exist");
	return {relation, or_empty(plain.schema), or_empty(plain.name), plain.kind, plain.persistence,
			plain.owner, plain.partition, plain.has_children, plain.row_security};
}

std::vector<ColumnInfo> columns(Oid relation)
{
	const ColumnList list = guarded([=] {
		Relation rel = relation_open(relation, AccessShareLock);
		TupleDesc desc = RelationGetDescr(rel);
		ColumnList l{static_cast<ColumnPlain *>(palloc0(sizeof(ColumnPlain) * static_cast<Size>(desc->natts + 1))), 0};
		for (int i = 0; i < desc->natts; ++i)
			if (!TupleDescAttr(desc, i)->attisdropped)
				l.items[l.count++] = read_column(TupleDescAttr(desc, i));
		relation_close(rel, NoLock);
		return l;
	});
	std::vector<ColumnInfo> result;
	result.reserve(static_cast<std::size_t>(list.count));
	for (int i = 0; i < list.count; ++i) {
		const ColumnPlain &p = list.items[i];
		ColumnInfo info;
		info.number = p.number;
		info.name = p.name;
		info.type = p.type;
		info.base_type = p.base;
		info.typmod = p.typmod;
		info.category = p.category;
		info.type_kind = p.kind;
		info.type_name = p.type_name;
		info.bare_type = p.bare_type;
		if (p.operator_name)
			info.equals = "OPERATOR(" + core::quote_ident(p.operator_schema) + "." + p.operator_name + ")";
		info.not_null = p.not_null;
		info.generated = p.generated;
		info.identity = p.identity;
		info.max_chars = limit_of(p);
		result.push_back(std::move(info));
	}
	return result;
}

namespace {

struct Numbers {
	AttrNumber *items;
	int count;
};

struct Oids {
	::Oid *items;
	int count;
};

std::vector<Oid> to_vector(const Oids &oids)
{
	return {oids.items, oids.items + oids.count};
}

}  // namespace

namespace {

// plain: no destructors in this function
// Whether no two rows can be alike, or unknown, in the index's columns.
bool tells_rows_apart(Form_pg_index form, HeapTuple tuple, TupleDesc desc)
{
	if (!form->indisunique || !form->indimmediate || !form->indisvalid || !heap_attisnull(tuple, Anum_pg_index_indpred, nullptr))
		return false;
	for (int i = 0; i < form->indnkeyatts; ++i) {
		const AttrNumber number = form->indkey.values[i];
		if (number <= 0 || !TupleDescAttr(desc, number - 1)->attnotnull)
			return false;
	}
	return true;
}

// plain: no destructors in this function
Numbers numbers_of(Form_pg_index form)
{
	Numbers numbers{static_cast<AttrNumber *>(palloc(sizeof(AttrNumber) * static_cast<Size>(form->indnkeyatts + 1))), form->indnkeyatts};
	for (int i = 0; i < numbers.count; ++i)
		numbers.items[i] = form->indkey.values[i];
	return numbers;
}

// plain: no destructors in this function
bool same_columns(Form_pg_index form, const Numbers &columns)
{
	if (form->indnkeyatts != columns.count)
		return false;
	for (int i = 0; i < columns.count; ++i) {
		int at = 0;
		while (at < columns.count && columns.items[at] != form->indkey.values[i])
			++at;
		if (at == columns.count)
			return false;
	}
	return true;
}

// plain: no destructors in this function
// The best key of the table or, if asked for one, whether that is a key: it comes back, else nothing does.
Numbers find_key(::Oid relation, const Numbers *asked)
{
	Numbers best{nullptr, 0};
	int best_rank = 3;
	Relation rel = relation_open(relation, AccessShareLock);
	List *indexes = RelationGetIndexList(rel);  // by OID: of two alike the older one
	ListCell *cell;
	foreach (cell, indexes) {
		HeapTuple tuple = SearchSysCache1(INDEXRELID, ObjectIdGetDatum(lfirst_oid(cell)));
		if (!HeapTupleIsValid(tuple))
			continue;
		const auto form = reinterpret_cast<Form_pg_index>(GETSTRUCT(tuple));
		const int rank = form->indisprimary ? 0 : form->indisreplident ? 1 : 2;
		if (rank < best_rank && tells_rows_apart(form, tuple, RelationGetDescr(rel)) &&
			(asked == nullptr || same_columns(form, *asked))) {
			best = numbers_of(form);
			best_rank = rank;
		}
		ReleaseSysCache(tuple);
	}
	relation_close(rel, NoLock);
	return best;
}

}  // namespace

std::vector<AttrNumber> row_key(Oid relation)
{
	const Numbers key = guarded([=] { return find_key(relation, nullptr); });
	return {key.items, key.items + key.count};
}

bool is_row_key(Oid relation, const std::vector<AttrNumber> &columns)
{
	std::vector<AttrNumber> copy = columns;
	const Numbers asked{copy.data(), static_cast<int>(copy.size())};
	return guarded([&] { return find_key(relation, &asked).count > 0; });
}

Oid partition_root(Oid relation)
{
	return guarded([=] {
		if (!get_rel_relispartition(relation))
			return relation;
		List *ancestors = get_partition_ancestors(relation);
		return ancestors == NIL ? relation : llast_oid(ancestors);
	});
}

namespace {

// plain: no destructors in this function
List *add_parents(List *list, Relation catalogue, ::Oid relation)
{
	ScanKeyData key;
	ScanKeyInit(&key, Anum_pg_inherits_inhrelid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(relation));
	SysScanDesc scan = systable_beginscan(catalogue, InheritsRelidSeqnoIndexId, true, nullptr, 1, &key);
	for (HeapTuple tuple = systable_getnext(scan); HeapTupleIsValid(tuple); tuple = systable_getnext(scan))
		list = list_append_unique_oid(list, reinterpret_cast<Form_pg_inherits>(GETSTRUCT(tuple))->inhparent);
	systable_endscan(scan);
	return list;
}

}  // namespace

std::vector<Oid> with_parents(Oid relation)
{
	return to_vector(guarded([=] {
		Relation catalogue = table_open(InheritsRelationId, AccessShareLock);
		List *list = list_make1_oid(relation);
		for (int i = 0; i < list_length(list); ++i)
			list = add_parents(list, catalogue, list_nth_oid(list, i));
		table_close(catalogue, AccessShareLock);
		Oids oids{static_cast<::Oid *>(palloc(sizeof(::Oid) * static_cast<Size>(list_length(list) + 1))), 0};
		ListCell *cell;
		foreach (cell, list)
			oids.items[oids.count++] = lfirst_oid(cell);
		return oids;
	}));
}

std::vector<Oid> with_children(Oid relation)
{
	return to_vector(guarded([=] {
		List *list = find_all_inheritors(relation, NoLock, nullptr);
		Oids oids{static_cast<::Oid *>(palloc(sizeof(::Oid) * static_cast<Size>(list_length(list) + 1))), 0};
		ListCell *cell;
		foreach (cell, list)
			oids.items[oids.count++] = lfirst_oid(cell);
		return oids;
	}));
}

std::string qualified(const TableInfo &table)
{
	return core::qualified_name(table.schema, table.name);
}

std::string display_name(Oid relation)
{
	const char *name = guarded([=] {
		return static_cast<const char *>(
			DatumGetCString(DirectFunctionCall1(regclassout, ObjectIdGetDatum(relation))));
	});
	return name;
}

bool is_assignable(Oid from, Oid to)
{
	return guarded([=] {
		::Oid function;
		return from == to || find_coercion_pathway(getBaseType(to), getBaseType(from), COERCION_ASSIGNMENT, &function) != COERCION_PATH_NONE;
	});
}

Oid element_type(Oid array_type)
{
	return guarded([=] { return get_base_element_type(array_type); });
}

std::string type_display(Oid type)
{
	std::string name = guarded([=] { return static_cast<const char *>(format_type_be(type)); });
	// A built-in type is qualified where the search_path has another of its name, and quoted where all names are; callers compare.
	constexpr std::string_view schema = "pg_catalog.";
	if (type < kFirstUserOid && type != CHAROID)
		std::erase(name, '"');
	return type < kFirstUserOid && name.starts_with(schema) ? name.substr(schema.size()) : name;
}

Text deferrable_user_trigger(Oid relation)
{
	const char *name = guarded([=]() -> const char * {
		Relation rel = relation_open(relation, AccessShareLock);
		const char *found = nullptr;
		const TriggerDesc *triggers = rel->trigdesc;
		for (int i = 0; triggers != nullptr && i < triggers->numtriggers; ++i)
			if (triggers->triggers[i].tgdeferrable && !triggers->triggers[i].tgisinternal)
				found = pstrdup(triggers->triggers[i].tgname);
		relation_close(rel, NoLock);
		return found;
	});
	return name ? Text(name) : std::nullopt;
}

namespace {

struct ConstraintPlain {
	const char *schema, *name;
	bool initially_deferred;
	char kind;
};

struct ConstraintList {
	ConstraintPlain *items;
	int count;
};

// plain: no destructors in this function
void read_constraints(::Oid relation, ::Oid index, AttrNumber attribute, ConstraintList &list, int room)
{
	Relation catalogue = table_open(ConstraintRelationId, AccessShareLock);
	ScanKeyData key;
	ScanKeyInit(&key, attribute, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(relation));
	SysScanDesc scan = systable_beginscan(catalogue, index, OidIsValid(index), nullptr, 1, &key);
	HeapTuple tuple;
	while (HeapTupleIsValid(tuple = systable_getnext(scan)) && list.count < room) {
		const auto *form = reinterpret_cast<Form_pg_constraint>(GETSTRUCT(tuple));
		if (form->condeferrable)
			list.items[list.count++] = {get_namespace_name(form->connamespace), pstrdup(NameStr(form->conname)), form->condeferred, form->contype};
	}
	systable_endscan(scan);
	table_close(catalogue, AccessShareLock);
}

}  // namespace

std::vector<DeferrableConstraint> deferrable_constraints(Oid relation)
{
	constexpr int kRoom = 1000;
	const ConstraintList list = guarded([=] {
		ConstraintList l{static_cast<ConstraintPlain *>(palloc(sizeof(ConstraintPlain) * kRoom)), 0};
		read_constraints(relation, ConstraintRelidTypidNameIndexId, Anum_pg_constraint_conrelid, l, kRoom);
		// Foreign keys that point here have no index by confrelid: a heap scan, as PostgreSQL itself does.
		read_constraints(relation, InvalidOid, Anum_pg_constraint_confrelid, l, kRoom);
		return l;
	});
	std::vector<DeferrableConstraint> result;
	for (int i = 0; i < list.count; ++i)
		result.push_back({core::quote_ident(list.items[i].schema) + "." + core::quote_ident(list.items[i].name),
						  list.items[i].initially_deferred, list.items[i].kind});
	return result;
}

void invalidate(Oid relation)
{
	guarded([=] {
		CacheInvalidateRelcacheByRelid(relation);
		// At the end of a command that wrote something, our own caches hear of it; the abort tells them again.
		(void)GetCurrentCommandId(true);
		CommandCounterIncrement();
	});
}

}  // namespace pg
