// Compile-time fence: included last by every core .cpp, it refuses to compile when a server header leaked in.
// No include guard: each inclusion has to look again.

#if defined(POSTGRES_H) || defined(C_H)
#error "src/core is pure C++: a PostgreSQL header has leaked into it"
#endif
