#!/usr/bin/env bash
# PostgreSQL's errors and C++'s meet in one place only.

shopt -s nullglob globstar
boundary=src/pg/boundary

only_in_boundary() { # PATTERN WHY
    local f
    for f in src/**/*.cpp src/**/*.hpp; do
        [[ $f != "$boundary".?pp ]] || continue
        # Comments may name what the code must not.
        sed 's|//.*||' "$f" | grep -nE "$1" | sed "s|^|$f:|; s|\$|   ($2)|"
    done
}

only_in_boundary '\bPG_(TRY|CATCH|FINALLY|END_TRY)\b' "only $boundary.hpp and .cpp may use PG_TRY: call pg::guarded or pg::attempt"
only_in_boundary '\bcatch[[:space:]]*\([[:space:]]*\.\.\.[[:space:]]*\)' "only the entry wrapper in $boundary.hpp catches everything: it would swallow a pending PostgreSQL error"
only_in_boundary '\bPG_FUNCTION_INFO_V1\b' "declare SQL functions with ERASURE_FUNCTION"
only_in_boundary '\b(sigsetjmp|siglongjmp|setjmp|longjmp)\b' "jumps belong to $boundary.hpp"
only_in_boundary '\bPG_exception_stack\b' "only $boundary.hpp and .cpp may touch it"

# Every C function the install SQL names has its entry, and every entry is named.
if [ -n "$(echo sql/[0-9]*.sql)" ]; then
    named=$(cat sql/*.sql | sed 's/--.*//' | tr '\n' ' ' |
        grep -oE "AS[[:space:]]+'MODULE_PATHNAME'[[:space:]]*,[[:space:]]*'[a-z0-9_]+'" | sed "s/.*'\([a-z0-9_]*\)'\$/\1/" | sort -u)
    entries=$(cat /dev/null src/**/*.cpp | sed 's|//.*||' | grep -oE '\bERASURE_(PLAIN_)?FUNCTION\([[:space:]]*[a-z0-9_]+' | sed 's/.*(//' | tr -d ' ' | sort -u)
    for n in $named; do
        grep -qx "$n" <<<"$entries" || echo "sql/: function '$n' has no ERASURE_FUNCTION($n) or ERASURE_PLAIN_FUNCTION($n) in src/"
    done
    for n in $entries; do
        grep -qx "$n" <<<"$named" || echo "src/: ERASURE_FUNCTION($n) is named by no CREATE FUNCTION ... AS 'MODULE_PATHNAME', '$n'"
    done
fi
