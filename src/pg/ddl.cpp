// Reads event triggers' data: parse trees before a statement, PostgreSQL's own lists of what it did afterwards.
#include "pg/ddl.hpp"

#include "pg/boundary.hpp"

namespace pg {
namespace {

// plain: no destructors in this function
EventTriggerData *event_data(void *raw)
{
	auto *fcinfo = static_cast<FunctionCallInfo>(raw);
	if (!CALLED_AS_EVENT_TRIGGER(fcinfo))
		ereport(ERROR, (errcode(ERRCODE_E_R_I_E_EVENT_TRIGGER_PROTOCOL_VIOLATED), errmsg("function was not called as an event trigger")));
	return reinterpret_cast<EventTriggerData *>(fcinfo->context);
}

// Small lists filled inside a guard; in the caller's memory context.
struct OidList {
	::Oid *items;
	int count;
};

struct NameList {
	const char **items;
	int count;
};

std::vector<Oid> to_vector(const OidList &list) { return {list.items, list.items + list.count}; }

std::vector<std::string> to_vector(const NameList &list) { return {list.items, list.items + list.count}; }

// plain: no destructors in this function
::Oid resolve(const RangeVar *name)
{
	return name == nullptr ? InvalidOid : RangeVarGetRelid(name, NoLock, true);
}

struct Plain {
	Statement::Kind kind;
	bool cascade, extension;
	OidList relations, detached;
	NameList retyped, computed, dropped, schemas, owners;
};

// plain: no destructors in this function
void room(Plain &plain, int size)
{
	const Size places = static_cast<Size>(size) + 1;
	plain.relations.items = static_cast<::Oid *>(palloc(sizeof(::Oid) * places));
	plain.detached.items = static_cast<::Oid *>(palloc(sizeof(::Oid) * places));
	plain.retyped.items = static_cast<const char **>(palloc(sizeof(char *) * places));
	plain.computed.items = static_cast<const char **>(palloc(sizeof(char *) * places));
	plain.dropped.items = static_cast<const char **>(palloc(sizeof(char *) * places));
	plain.schemas.items = static_cast<const char **>(palloc(sizeof(char *) * places));
	plain.owners.items = static_cast<const char **>(palloc(sizeof(char *) * places));
}

// plain: no destructors in this function
void add(OidList &list, ::Oid relation)
{
	if (OidIsValid(relation))
		list.items[list.count++] = relation;
}

// plain: no destructors in this function
// Whether USING does no more than cast the column, as ORMs write it out.
bool is_cast_of(const Node *expression, const char *column)
{
	while (expression != nullptr && (IsA(expression, TypeCast) || IsA(expression, CollateClause)))
		expression = IsA(expression, TypeCast) ? reinterpret_cast<const TypeCast *>(expression)->arg : reinterpret_cast<const CollateClause *>(expression)->arg;
	if (expression == nullptr)
		return true;
	if (!IsA(expression, ColumnRef))
		return false;
	const Node *last = static_cast<const Node *>(llast(reinterpret_cast<const ColumnRef *>(expression)->fields));
	return IsA(last, String) && strcmp(strVal(last), column) == 0;
}

// plain: no destructors in this function
bool is_computed(const AlterTableCmd *retyping)
{
	return !is_cast_of(reinterpret_cast<const ColumnDef *>(retyping->def)->raw_default, retyping->name);
}

// plain: no destructors in this function
void read_alter(const AlterTableStmt *statement, Plain &plain)
{
	room(plain, list_length(statement->cmds));
	plain.kind = Statement::Kind::alter_table;
	add(plain.relations, resolve(statement->relation));
	ListCell *cell;
	foreach (cell, statement->cmds) {
		const auto *command = static_cast<const AlterTableCmd *>(lfirst(cell));
		plain.cascade = plain.cascade || command->behavior == DROP_CASCADE;
		if (command->subtype == AT_AlterColumnType)
			plain.retyped.items[plain.retyped.count++] = command->name;
		if (command->subtype == AT_AlterColumnType && is_computed(command))
			plain.computed.items[plain.computed.count++] = command->name;
		if (command->subtype == AT_DropColumn)
			plain.dropped.items[plain.dropped.count++] = command->name;
		if (command->subtype == AT_DetachPartition)
			add(plain.detached, resolve(reinterpret_cast<const PartitionCmd *>(command->def)->name));
		if (command->subtype == AT_DropInherit)
			add(plain.detached, resolve(statement->relation));
	}
}

// plain: no destructors in this function
void read_drop_owned(const DropOwnedStmt *statement, Plain &plain)
{
	room(plain, list_length(statement->roles));
	plain.kind = Statement::Kind::drop_many;
	ListCell *cell;
	foreach (cell, statement->roles)
		plain.owners.items[plain.owners.count++] = GetUserNameFromId(get_rolespec_oid(static_cast<const RoleSpec *>(lfirst(cell)), false), false);
}

// plain: no destructors in this function
void read_drop(const DropStmt *statement, Plain &plain)
{
	room(plain, list_length(statement->objects));
	plain.cascade = statement->behavior == DROP_CASCADE;
	ListCell *cell;
	if (statement->removeType == OBJECT_EXTENSION) {
		plain.kind = Statement::Kind::drop_extension;
		foreach (cell, statement->objects)
			plain.extension = plain.extension || strcmp(strVal(static_cast<Node *>(lfirst(cell))), "erasure") == 0;
	}
	if (statement->removeType == OBJECT_SCHEMA) {
		plain.kind = Statement::Kind::drop_many;
		foreach (cell, statement->objects)
			plain.schemas.items[plain.schemas.count++] = strVal(static_cast<Node *>(lfirst(cell)));
	}
	if (statement->removeType == OBJECT_TABLE) {
		plain.kind = Statement::Kind::drop_table;
		foreach (cell, statement->objects)
			add(plain.relations, resolve(makeRangeVarFromNameList(static_cast<List *>(lfirst(cell)))));
	}
}

// plain: no destructors in this function
Plain read_statement(Node *tree)
{
	Plain plain{};
	plain.kind = Statement::Kind::other;
	if (IsA(tree, AlterTableStmt))
		read_alter(reinterpret_cast<const AlterTableStmt *>(tree), plain);
	if (IsA(tree, DropStmt))
		read_drop(reinterpret_cast<const DropStmt *>(tree), plain);
	if (IsA(tree, DropOwnedStmt))
		read_drop_owned(reinterpret_cast<const DropOwnedStmt *>(tree), plain);
	if (IsA(tree, RenameStmt)) {
		room(plain, 1);
		plain.kind = Statement::Kind::rename;
		add(plain.relations, resolve(reinterpret_cast<const RenameStmt *>(tree)->relation));
	}
	return plain;
}

}  // namespace

Statement statement_to_come(Call &call)
{
	void *raw = call.raw();
	const Plain plain = guarded([=] { return read_statement(event_data(raw)->parsetree); });
	Statement statement;
	statement.kind = plain.kind;
	statement.cascade = plain.cascade;
	statement.names_extension = plain.extension;
	statement.relations = to_vector(plain.relations);
	statement.detached = to_vector(plain.detached);
	statement.retyped = to_vector(plain.retyped);
	statement.computed = to_vector(plain.computed);
	statement.dropped = to_vector(plain.dropped);
	statement.schemas = to_vector(plain.schemas);
	statement.owners = to_vector(plain.owners);
	return statement;
}

namespace {

// The rows of one of PostgreSQL's functions for event triggers, which read that trigger's own state.
struct Listing {
	EState *state;
	Tuplestorestate *rows;
	TupleTableSlot *slot;
};

// plain: no destructors in this function
Listing open_listing(::RegProcedure function)
{
	Listing listing{CreateExecutorState(), nullptr, nullptr};
	FmgrInfo info;
	fmgr_info(function, &info);
	ReturnSetInfo set{};
	set.type = T_ReturnSetInfo;
	set.econtext = CreateExprContext(listing.state);
	set.allowedModes = SFRM_Materialize;
	LOCAL_FCINFO(call, 0);
	InitFunctionCallInfoData(*call, &info, 0, InvalidOid, nullptr, reinterpret_cast<fmNodePtr>(&set));
	(void)FunctionCallInvoke(call);
	listing.rows = set.setResult;
	listing.slot = MakeSingleTupleTableSlot(set.setDesc, &TTSOpsMinimalTuple);
	return listing;
}

// plain: no destructors in this function
bool next_row(const Listing &listing)
{
	return tuplestore_gettupleslot(listing.rows, true, false, listing.slot);
}

// plain: no destructors in this function
::Oid oid_at(const Listing &listing, int column)
{
	bool null;
	const ::Datum value = slot_getattr(listing.slot, column, &null);
	return null ? InvalidOid : DatumGetObjectId(value);
}

// plain: no destructors in this function
void close_listing(const Listing &listing)
{
	ExecDropSingleTupleTableSlot(listing.slot);
	tuplestore_end(listing.rows);
	FreeExecutorState(listing.state);
}

// The columns of pg_event_trigger_dropped_objects() and pg_event_trigger_ddl_commands() that we read.
constexpr int kClass = 1, kObject = 2, kSubobject = 3, kTemporary = 6, kType = 7, kAddress = 11;

struct DroppedPlain {
	Dropped::Kind kind;
	::Oid relation;
	AttrNumber column;
	const char *name;
};

struct DroppedList {
	DroppedPlain *items;
	int count, room;
};

// plain: no destructors in this function
// The parts of a dropped object's address: schema, table, and column or trigger.
int read_address(const Listing &listing, const char **parts, int most)
{
	bool null;
	const ::Datum value = slot_getattr(listing.slot, kAddress, &null);
	if (null)
		return 0;
	::Datum *elements;
	int count;
	deconstruct_array(DatumGetArrayTypeP(value), TEXTOID, -1, false, TYPALIGN_INT, &elements, nullptr, &count);
	for (int i = 0; i < count && i < most; ++i)
		parts[i] = TextDatumGetCString(elements[i]);
	return count < most ? count : most;
}

// plain: no destructors in this function
void read_dropped(const Listing &listing, DroppedList &list)
{
	const ::Oid catalogue = oid_at(listing, kClass);
	if (catalogue != RelationRelationId && catalogue != TriggerRelationId)
		return;
	bool null;
	if (DatumGetBool(slot_getattr(listing.slot, kTemporary, &null)))
		return;
	const int column = DatumGetInt32(slot_getattr(listing.slot, kSubobject, &null));
	const char *parts[3] = {nullptr, nullptr, nullptr};
	const int known = read_address(listing, parts, 3);
	DroppedPlain dropped{Dropped::Kind::table, oid_at(listing, kObject), static_cast<AttrNumber>(column), parts[1]};
	if (catalogue == TriggerRelationId) {
		if (known < 3)
			return;
		dropped.kind = Dropped::Kind::trigger;
		dropped.relation = get_relname_relid(parts[1], get_namespace_oid(parts[0], true));
		dropped.name = parts[2];
	} else if (column != 0) {
		dropped.kind = Dropped::Kind::column;
		dropped.name = parts[2];
	} else {
		const ::Datum type = slot_getattr(listing.slot, kType, &null);
		char *word = null ? pstrdup("") : TextDatumGetCString(type);
		if (strcmp(word, "view") == 0)
			dropped.kind = Dropped::Kind::view;
		else if (strcmp(word, "materialized view") == 0)
			dropped.kind = Dropped::Kind::materialized_view;
		else if (strcmp(word, "table") != 0)
			return;
	}
	if (!OidIsValid(dropped.relation) || dropped.name == nullptr)
		return;
	if (list.count == list.room) {
		list.room *= 2;
		list.items = static_cast<DroppedPlain *>(repalloc(list.items, sizeof(DroppedPlain) * static_cast<Size>(list.room)));
	}
	list.items[list.count++] = dropped;
}

}  // namespace

std::vector<Dropped> dropped_objects(Call &call)
{
	void *raw = call.raw();
	const DroppedList list = guarded([=] {
		(void)event_data(raw);
		DroppedList l{static_cast<DroppedPlain *>(palloc(sizeof(DroppedPlain) * 16)), 0, 16};
		const Listing listing = open_listing(F_PG_EVENT_TRIGGER_DROPPED_OBJECTS);
		while (next_row(listing))
			read_dropped(listing, l);
		close_listing(listing);
		return l;
	});
	std::vector<Dropped> dropped;
	for (int i = 0; i < list.count; ++i)
		dropped.push_back({list.items[i].kind, list.items[i].relation, list.items[i].column, list.items[i].name});
	return dropped;
}

namespace {

struct ChangedPlain {
	OidList relations, attached, detached;
	bool schema, enables, constrains;
	bool row_security_said, row_security, forced_said, forced;
	NameList computed;
	Changed::Renamed renamed;
	const char *old_name, *new_name;
};

// plain: no destructors in this function
::Oid table_of_trigger(::Oid trigger)
{
	Relation catalogue = table_open(TriggerRelationId, AccessShareLock);
	ScanKeyData key;
	ScanKeyInit(&key, Anum_pg_trigger_oid, BTEqualStrategyNumber, F_OIDEQ, ObjectIdGetDatum(trigger));
	SysScanDesc scan = systable_beginscan(catalogue, TriggerOidIndexId, true, nullptr, 1, &key);
	HeapTuple tuple = systable_getnext(scan);
	const ::Oid table = HeapTupleIsValid(tuple) ? reinterpret_cast<Form_pg_trigger>(GETSTRUCT(tuple))->tgrelid : InvalidOid;
	systable_endscan(scan);
	table_close(catalogue, AccessShareLock);
	return table;
}

// plain: no destructors in this function
void add_unless_temporary(OidList &list, int &room, ::Oid relation)
{
	if (!OidIsValid(relation) || get_rel_persistence(relation) == RELPERSISTENCE_TEMP)
		return;
	if (list.count == room) {
		room *= 2;
		list.items = static_cast<::Oid *>(repalloc(list.items, sizeof(::Oid) * static_cast<Size>(room)));
	}
	list.items[list.count++] = relation;
}

// plain: no destructors in this function
void read_commands(ChangedPlain &plain)
{
	int size = 16;
	plain.relations.items = static_cast<::Oid *>(palloc(sizeof(::Oid) * static_cast<Size>(size)));
	const Listing listing = open_listing(F_PG_EVENT_TRIGGER_DDL_COMMANDS);
	while (next_row(listing)) {
		const ::Oid catalogue = oid_at(listing, kClass);
		const ::Oid object = oid_at(listing, kObject);
		if (catalogue == RelationRelationId)
			add_unless_temporary(plain.relations, size, object);
		if (catalogue == TriggerRelationId)
			add_unless_temporary(plain.relations, size, table_of_trigger(object));
		plain.schema = plain.schema || catalogue == NamespaceRelationId;
	}
	close_listing(listing);
}

// plain: no destructors in this function
void read_subcommands(const AlterTableStmt *statement, ChangedPlain &plain)
{
	const Size places = static_cast<Size>(list_length(statement->cmds)) + 1;
	plain.attached.items = static_cast<::Oid *>(palloc(sizeof(::Oid) * places));
	plain.detached.items = static_cast<::Oid *>(palloc(sizeof(::Oid) * places));
	plain.computed.items = static_cast<const char **>(palloc(sizeof(char *) * places));
	ListCell *cell;
	foreach (cell, statement->cmds) {
		const auto *command = static_cast<const AlterTableCmd *>(lfirst(cell));
		const AlterTableType type = command->subtype;
		// NOT VALID is for those who cannot wait until all rows are read; we do not read them either.
		const bool constraint = type == AT_AddConstraint && !reinterpret_cast<const Constraint *>(command->def)->skip_validation;
		if (type == AT_AlterColumnType && is_computed(command))
			plain.computed.items[plain.computed.count++] = command->name;
		plain.constrains = plain.constrains || type == AT_AlterColumnType || type == AT_SetNotNull || constraint;
		plain.enables = plain.enables || type == AT_EnableTrig || type == AT_EnableTrigAll || type == AT_EnableTrigUser;
		if (type == AT_EnableRowSecurity || type == AT_DisableRowSecurity) {
			plain.row_security_said = true;
			plain.row_security = type == AT_EnableRowSecurity;
		}
		if (type == AT_ForceRowSecurity || type == AT_NoForceRowSecurity) {
			plain.forced_said = true;
			plain.forced = type == AT_ForceRowSecurity;
		}
		if (type == AT_AttachPartition)
			add(plain.attached, resolve(reinterpret_cast<const PartitionCmd *>(command->def)->name));
		if (type == AT_AddInherit)
			add(plain.attached, resolve(statement->relation));
		if (type == AT_DropInherit)
			add(plain.detached, resolve(statement->relation));
		if (type == AT_DetachPartition || type == AT_DetachPartitionFinalize)
			add(plain.detached, resolve(reinterpret_cast<const PartitionCmd *>(command->def)->name));
	}
}

// plain: no destructors in this function
ChangedPlain read_changed(Node *tree)
{
	ChangedPlain plain{};
	read_commands(plain);
	if (IsA(tree, AlterTableStmt))
		read_subcommands(reinterpret_cast<const AlterTableStmt *>(tree), plain);
	if (IsA(tree, RenameStmt)) {
		const auto *rename = reinterpret_cast<const RenameStmt *>(tree);
		if (rename->renameType == OBJECT_COLUMN)
			plain.renamed = Changed::Renamed::column;
		if (rename->renameType == OBJECT_TRIGGER)
			plain.renamed = Changed::Renamed::trigger;
		plain.old_name = rename->subname;
		plain.new_name = rename->newname;
	}
	return plain;
}

}  // namespace

Changed changed_objects(Call &call)
{
	void *raw = call.raw();
	const ChangedPlain plain = guarded([=] { return read_changed(event_data(raw)->parsetree); });
	Changed changed;
	changed.relations = to_vector(plain.relations);
	changed.attached = to_vector(plain.attached);
	changed.detached = to_vector(plain.detached);
	changed.schema = plain.schema;
	changed.enables = plain.enables;
	changed.computed = to_vector(plain.computed);
	if (plain.row_security_said)
		changed.row_security = plain.row_security;
	if (plain.forced_said)
		changed.forced_row_security = plain.forced;
	changed.constrains = plain.constrains;
	changed.renamed = plain.renamed;
	if (plain.renamed != Changed::Renamed::nothing) {
		changed.old_name = plain.old_name;
		changed.new_name = plain.new_name;
	}
	return changed;
}

}  // namespace pg
