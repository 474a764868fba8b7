// Compiles the policy into the guards' plain rules and keeps them until the policy changes.
#include "guard/rules.hpp"

#include "core/condition.hpp"
#include "guard/known.hpp"
#include "pg/boundary.hpp"
#include "pg/catalog.hpp"
#include "policy/engine_sql.hpp"
#include "policy/model.hpp"

namespace guard {
namespace {

constinit HTAB *table = nullptr;
constinit MemoryContext memory = nullptr;
constinit std::uint64_t compiled_from = 0;

template <typename T>
T *allocate(std::size_t count)
{
	return static_cast<T *>(MemoryContextAllocZero(memory, sizeof(T) * (count + 1)));
}

// Attribute numbers of a partition may differ from its root's; the names do not.
AttrNumber local(::Oid relation, ::Oid root, const pg::ColumnInfo &column)
{
	if (relation == root)
		return column.number;
	const char *name = column.name.c_str();
	return pg::guarded([=] { return get_attnum(relation, name); });
}

// plain: no destructors in this function
// Finds the unique btree over exactly the parent's columns and fills the hop from it.
void use_index(Hop &hop, const AttrNumber *child, const ::Oid *child_type, const AttrNumber *parent, int count)
{
	Relation rel = table_open(hop.parent, AccessShareLock);
	List *indexes = rel->rd_rel->relkind == RELKIND_RELATION ? RelationGetIndexList(rel) : NIL;
	ListCell *cell;
	foreach (cell, indexes) {
		Relation index = index_open(lfirst_oid(cell), AccessShareLock);
		const Form_pg_index form = index->rd_index;
		bool fits = form->indisunique && form->indimmediate && form->indisvalid && form->indnkeyatts == count &&
					index->rd_rel->relam == BTREE_AM_OID && heap_attisnull(index->rd_indextuple, Anum_pg_index_indpred, nullptr);
		for (int i = 0; fits && i < count; ++i) {
			int at = 0;
			while (at < count && parent[at] != form->indkey.values[i])
				++at;
			if (at == count) {
				fits = false;
				break;
			}
			const ::Oid type = index->rd_opcintype[i];
			::Oid right = getBaseType(child_type[at]);
			::Oid op = get_opfamily_member(index->rd_opfamily[i], type, right, BTEqualStrategyNumber);
			if (!OidIsValid(op) && IsBinaryCoercible(right, type)) {
				right = type;
				op = get_opfamily_member(index->rd_opfamily[i], type, type, BTEqualStrategyNumber);
			}
			fits = OidIsValid(op);
			hop.child[i] = child[at];
			hop.parent_column[i] = form->indkey.values[i];
			hop.subtype[i] = right;
			hop.collation[i] = index->rd_indcollation[i];
			hop.equal[i] = fits ? get_opcode(op) : InvalidOid;
		}
		if (fits)
			hop.index = RelationGetRelid(index);
		index_close(index, AccessShareLock);
		if (fits)
			break;
	}
	table_close(rel, NoLock);
}

// The SQL way, for parents with partitions or inheritance children, and operators that no index of theirs knows.
void use_sql(Hop &hop, const policy::Link &link, const policy::Node &parent)
{
	std::string sql = "SELECT ";
	int attributes = 0;
	for (const pg::ColumnInfo &column : parent.columns)
		attributes = std::max(attributes, static_cast<int>(column.number));
	for (int i = 1; i <= attributes; ++i) {
		const pg::ColumnInfo *column = parent.column(static_cast<pg::AttrNumber>(i));
		sql += (i > 1 ? ", " : "") + (column ? policy::column("p", *column) : std::string("NULL"));
	}
	sql += " FROM " + parent.sql_name() + " AS p WHERE ";
	for (std::size_t i = 0; i < link.columns.size(); ++i) {
		const policy::JoinColumn &join = link.columns[i];
		sql += (i ? " AND " : "") + ("$" + std::to_string(i + 1)) + " " + join.parent.equals + " " + policy::column("p", join.parent);
		hop.sql_types[i] = join.child.type;
	}
	hop.attributes = attributes;
	hop.sql = pg::guarded([&] { return static_cast<const char *>(MemoryContextStrdup(memory, sql.c_str())); });
	sql += " FOR KEY SHARE OF p";
	hop.locking_sql = pg::guarded([&] { return static_cast<const char *>(MemoryContextStrdup(memory, sql.c_str())); });
	hop.parent_owner = parent.table.owner;
}

void use_condition(Hop &hop, ::Oid relation, const policy::Node &node, const policy::Link &link)
{
	if (link.condition.empty())
		return;
	const std::string sql = "SELECT " + core::bind_columns(link.condition, [&](int number) {
								std::size_t at = 0;
								while (link.condition_columns[at].label != number)
									++at;
								return "$" + std::to_string(at + 1);
							});
	const std::size_t count = link.condition_columns.size();
	pg::guarded([&] {
		hop.condition = MemoryContextStrdup(memory, sql.c_str());
		hop.condition_column = allocate<AttrNumber>(count);
		hop.condition_type = allocate<::Oid>(count);
	});
	hop.condition_count = static_cast<int>(count);
	for (std::size_t i = 0; i < count; ++i) {
		hop.condition_column[i] = local(relation, node.table.oid, link.condition_columns[i].column);
		hop.condition_type[i] = link.condition_columns[i].column.type;
	}
	hop.owner = node.table.owner;
}

// plain: no destructors in this function
// Whether the foreign key that joins exactly these columns checks new rows at once: it then holds a lock on the parent.
bool foreign_key_locks(::Oid relation, ::Oid parent, AttrNumber child_column, AttrNumber parent_column)
{
	Relation rel = table_open(relation, AccessShareLock);
	bool locks = false;
	ListCell *cell;
	foreach (cell, RelationGetFKeyList(rel)) {
		const auto *key = static_cast<const ForeignKeyCacheInfo *>(lfirst(cell));
		if (key->confrelid != parent || key->nkeys != 1 || key->conkey[0] != child_column || key->confkey[0] != parent_column)
			continue;
		for (int i = 0; rel->trigdesc != nullptr && i < rel->trigdesc->numtriggers; ++i) {
			const Trigger &trigger = rel->trigdesc->triggers[i];
			locks = locks || (trigger.tgfoid == F_RI_FKEY_CHECK_INS && trigger.tgconstraint == key->conoid && !trigger.tgdeferrable &&
							  (trigger.tgenabled == TRIGGER_FIRES_ON_ORIGIN || trigger.tgenabled == TRIGGER_FIRES_ALWAYS));
		}
	}
	table_close(rel, NoLock);
	return locks;
}

// plain: no destructors in this function
// Of a type whose equal values look the same.
bool is_knowable_column(::Oid relation, AttrNumber column)
{
	::Oid type;
	int32 modifier;
	::Oid collation;
	get_atttypetypmodcoll(relation, column, &type, &modifier, &collation);
	return is_knowable(getBaseType(type)) && (!OidIsValid(collation) || get_collation_isdeterministic(collation));
}

void use_known(Hop &hop, ::Oid relation, const policy::Node &parent)
{
	if (hop.count != 1)
		return;
	const ::Oid above = parent.table.oid;
	const AttrNumber child = hop.child[0];
	const AttrNumber column = hop.parent_column[0];
	pg::guarded([&, above, child, column, relation] {
		hop.locks = foreign_key_locks(relation, above, child, column);
		if (is_knowable_column(relation, child))
			hop.known_type = getBaseType(get_atttype(relation, child));
	});
	if (!parent.is_subject() || parent.key.size() != 1 || parent.key[0].number != column)
		hop.known_type = InvalidOid;
}

Hop compile_hop(::Oid relation, const policy::Node &node, const policy::Link &link, const policy::Node &parent)
{
	Hop hop{};
	hop.parent = parent.table.oid;
	hop.count = static_cast<int>(link.columns.size());
	AttrNumber child[INDEX_MAX_KEYS];
	::Oid child_type[INDEX_MAX_KEYS];
	AttrNumber up[INDEX_MAX_KEYS];
	for (int i = 0; i < hop.count; ++i) {
		const policy::JoinColumn &join = link.columns[static_cast<std::size_t>(i)];
		child[i] = hop.child[i] = local(relation, node.table.oid, join.child);
		child_type[i] = join.child.type;
		up[i] = hop.parent_column[i] = join.parent.number;
	}
	// An index knows the rows of its own table only.
	if (!parent.table.has_children)
		pg::guarded([&] { use_index(hop, child, child_type, up, hop.count); });
	if (!OidIsValid(hop.index)) {
		for (int i = 0; i < hop.count; ++i)
			hop.child[i] = child[i];
		use_sql(hop, link, parent);
	}
	use_known(hop, relation, parent);
	pg::guarded([&] {
		for (int i = 0; i < hop.count; ++i)
			get_typlenbyval(get_atttype(relation, hop.child[i]), &hop.length[i], &hop.by_value[i]);
	});
	use_condition(hop, relation, node, link);
	return hop;
}

void compile_key(Climb &climb, ::Oid relation, const policy::Node &node)
{
	climb.node_id = node.id;
	climb.keys = static_cast<int>(node.key.size());
	pg::guarded([&] {
		climb.key = allocate<AttrNumber>(node.key.size());
		climb.key_type = allocate<::Oid>(node.key.size());
	});
	for (std::size_t i = 0; i < node.key.size(); ++i) {
		climb.key[i] = local(relation, node.table.oid, node.key[i]);
		climb.key_type[i] = node.key[i].type;
	}
}

// Links that have lost a column lead nowhere; the coverage gate refuses to delete until they are mended.
Climb compile_climb(::Oid relation, const policy::Subject &subject, const policy::Node &node)
{
	Climb climb{};
	climb.hop = pg::guarded([&] { return allocate<Hop>(node.links.size()); });
	climb.shared = node.shares_rows();
	climb.only_values = node.has_value_link() && !node.upward();
	climb.plain = !subject.is_shared(node) && !node.is_subject();
	climb.locks = true;
	if (climb.shared)
		compile_key(climb, relation, node);
	climb.own = pg::guarded([&] { return allocate<Hop>(node.own_links.size()); });
	for (const policy::Link &link : node.own_links)
		if (!link.columns.empty())
			climb.own[climb.owns++] = compile_hop(relation, node, link, node);
	climb.follow = pg::guarded([&] { return allocate<Hop>(node.followed.size()); });
	for (const policy::Link &link : node.followed) {
		const policy::Node &parent = *subject.node(link.parent_id);
		Hop &hop = climb.follow[climb.follows++];
		hop = compile_hop(relation, node, link, parent);
		hop.parent_node = static_cast<int>(&parent - subject.nodes.data());
	}
	climb.value_link = pg::guarded([&] { return allocate<std::int32_t>(node.links.size()); });
	for (const policy::Link &link : node.links) {
		if (link.columns.empty() || link.up)
			continue;
		if (link.by_value()) {
			climb.value_link[climb.value_links++] = link.id;
			climb.value_table = pg::relation_by_name("erasure", "link_value");
			climb.value_index = pg::relation_by_name("erasure", "link_value_pkey");
			continue;
		}
		const policy::Node &parent = *subject.node(link.parent_id);
		Hop &hop = climb.hop[climb.hops++];
		hop = compile_hop(relation, node, link, parent);
		hop.parent_node = static_cast<int>(&parent - subject.nodes.data());
		climb.locks = climb.locks && hop.locks;
	}
	return climb;
}

void add(AttrNumber *list, int &count, AttrNumber number)
{
	for (int i = 0; i < count; ++i)
		if (list[i] == number)
			return;
	list[count++] = number;
}

void compile_columns(Role &role, ::Oid relation, const policy::Subject &subject, const policy::Node &node)
{
	const ::Oid root = node.table.oid;
	pg::guarded([&] {
		role.personal = allocate<AttrNumber>(node.personal.size());
		role.link = allocate<AttrNumber>(node.columns.size());
	});
	for (const policy::PersonalColumn &personal : node.personal)
		add(role.personal, role.personal_count, local(relation, root, personal.column));
	for (const pg::ColumnInfo &key : node.key)
		add(role.link, role.link_count, local(relation, root, key));
	for (const pg::ColumnInfo &column : node.link_columns())
		add(role.link, role.link_count, local(relation, root, column));
	for (const pg::ColumnInfo &column : subject.columns_linked_to(node))
		add(role.link, role.link_count, local(relation, root, column));
}

// The subject's key and deletion column, as attributes of the table at the top of the path.
void compile_subject(Role &role, ::Oid relation, const policy::Subject &subject)
{
	const policy::Node &root = subject.root();
	const ::Oid at = role.is_subject ? relation : root.table.oid;
	role.subject_id = subject.id;
	role.subject = root.table.oid;
	role.policy_relation = policy::policy_relation();
	role.subject_owner = root.table.owner;
	role.keys = static_cast<int>(root.key.size());
	pg::guarded([&] {
		role.key = allocate<AttrNumber>(root.key.size());
		role.key_type = allocate<::Oid>(root.key.size());
		role.key_name = allocate<const char *>(root.key.size());
	});
	for (std::size_t i = 0; i < root.key.size(); ++i) {
		role.key[i] = local(at, root.table.oid, root.key[i]);
		role.key_type[i] = root.key[i].type;
		const char *name = root.key[i].name.c_str();
		role.key_name[i] = pg::guarded([=] { return static_cast<const char *>(MemoryContextStrdup(memory, name)); });
	}
	role.deleted_at = local(at, root.table.oid, subject.deleted_at);
	role.direct_delete = subject.options.direct_delete == "soft_delete";
	role.direct_soft_delete = subject.options.direct_soft_delete == "allow";
	// Of keys that are masked, hashes stand in the extension's tables; rows of a dump have not found their columns yet.
	if (role.keys == 1 && !root.key_changes() && !policy::catalogue()->unsettled) {
		const ::Oid table_oid = root.table.oid;
		const AttrNumber key = root.key[0].number;
		if (pg::guarded([=] { return is_knowable_column(table_oid, key); })) {
			role.known = known_of(subject.id);
			role.known_type = root.key[0].base_type;
		}
	}
	role.check_inserted_key = root.on_erase == "delete" || subject.options.keys_barred || root.table.kind == 'p' || root.table.has_children;
}

Role compile_role(::Oid relation, const policy::Subject &subject, const policy::Node &node)
{
	Role role{};
	role.is_subject = node.is_subject();
	role.warns = subject.options.enforce == "warn";
	role.self = compile_climb(relation, subject, node);
	role.nodes = pg::guarded([&] { return allocate<Climb>(subject.nodes.size()); });
	for (std::size_t i = 0; i < subject.nodes.size(); ++i)
		role.nodes[i] = compile_climb(subject.nodes[i].table.oid, subject, subject.nodes[i]);
	compile_columns(role, relation, subject, node);
	compile_subject(role, relation, subject);
	return role;
}

void start_over(std::uint64_t generation)
{
	pg::guarded([=] {
		// A guard further down the stack may still be reading the old rules: they go with the transaction.
		if (memory != nullptr)
			MemoryContextSetParent(memory, TopTransactionContext);
		table = nullptr;
		memory = AllocSetContextCreate(CacheMemoryContext, "erasure guards", ALLOCSET_DEFAULT_SIZES);
		HASHCTL control{};
		control.keysize = sizeof(::Oid);
		control.entrysize = sizeof(Rules);
		control.hcxt = memory;
		table = hash_create("erasure guards", 64, &control, HASH_ELEM | HASH_BLOBS | HASH_CONTEXT);
	});
	compiled_from = generation;
}

// The declared table that a relation is, or is a part of.
::Oid root_of(const policy::Catalogue &all, ::Oid relation)
{
	for (const ::Oid above : pg::with_parents(relation))
		for (const policy::Subject &subject : all.subjects)
			if (subject.node_of(above) != nullptr)
				return above;
	return pg::partition_root(relation);
}

const Rules *compile(::Oid relation)
{
	const auto all = policy::catalogue();
	if (table == nullptr || compiled_from != policy::generation())
		start_over(policy::generation());
	const ::Oid root = root_of(*all, relation);
	std::vector<Role> roles;
	for (const policy::Subject &subject : all->subjects)
		if (const policy::Node *node = subject.node_of(root); node != nullptr && subject.deleted_at.number != 0)
			roles.push_back(compile_role(relation, subject, *node));
	// As where only the schema of a dump was restored. Said once a policy, by whoever writes first.
	if (std::none_of(all->subjects.begin(), all->subjects.end(), [=](const policy::Subject &subject) { return subject.node_of(root) != nullptr; }))
		pg::warning("table \"" + pg::display_name(root) + "\" has guards of erasure, but no policy",
					"Nothing guards it, and nobody's data in it can be deleted permanently.", "Declare it again, or drop the triggers.");
	Role *kept = pg::guarded([&] { return allocate<Role>(roles.size()); });
	std::copy(roles.begin(), roles.end(), kept);
	const int count = static_cast<int>(roles.size());
	return pg::guarded([=]() -> const Rules * {
		bool found;
		auto *entry = static_cast<Rules *>(hash_search(table, &relation, HASH_ENTER, &found));
		entry->root = root;
		entry->roles = count;
		entry->role = kept;
		return entry;
	});
}

}  // namespace

// plain: no destructors in this function
const Rules *rules_of(::Oid relation)
{
	if (table != nullptr && compiled_from == policy::generation()) {
		bool found;
		auto *entry = static_cast<const Rules *>(hash_search(table, &relation, HASH_FIND, &found));
		if (found)
			return entry;
	}
	return pg::enter<const Rules *>([=] { return compile(relation); });
}

}  // namespace guard
