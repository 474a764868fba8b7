// What differs between PostgreSQL 14 and 18, in one place. Included by pg/server.hpp only.
#pragma once

#if PG_VERSION_NUM < 140000
#error "erasure needs PostgreSQL 14 or newer"
#endif

namespace pg {

// PostgreSQL 16 split the object-ownership checks into object_ownercheck().
inline bool owns_relation(::Oid relation, ::Oid role)
{
#if PG_VERSION_NUM >= 160000
	return object_ownercheck(RelationRelationId, relation, role);
#else
	return pg_class_ownercheck(relation, role);
#endif
}

}  // namespace pg
