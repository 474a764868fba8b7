#!/usr/bin/env bash
# The install SQL: all of it joined, nothing missing, every function explained.

shopt -s nullglob

listed=$(sed -n '/^SQL_FILES/,/[^\\]$/p' Makefile | grep -oE 'sql/[0-9a-z_]+\.sql')
for f in $listed; do [ -f "$f" ] || echo "Makefile: SQL_FILES names $f, which does not exist"; done
for f in sql/*; do
    [[ $f == sql/erasure--*--*.sql ]] || grep -qx "$f" <<<"$listed" || echo "$f: not in the Makefile's SQL_FILES"
done

# Functions are compared by name: overloads share their words, and a comment on any of them proves somebody wrote one.
for kind in FUNCTION PROCEDURE VIEW; do
    made=$(cat /dev/null sql/[0-9]*.sql | sed 's/--.*//' | tr '\n' ' ' |
        grep -oiE "CREATE +(OR +REPLACE +)?$kind +(erasure\.)?[a-z0-9_]+" | sed 's/.*[ .]//' | sort -u)
    told=$(cat /dev/null sql/[0-9]*.sql | sed 's/--.*//' | tr '\n' ' ' |
        grep -oiE "COMMENT +ON +$kind +(erasure\.)?[a-z0-9_]+" | sed 's/.*[ .]//' | sort -u)
    for n in $made; do
        grep -qx "$n" <<<"$told" || echo "sql/: no COMMENT ON ${kind} for '$n'"
    done
done

# CREATE EXTENSION in a schema of its own: nothing may land elsewhere or depend on who runs it.
grep -niE '^[[:space:]]*(SET|RESET)[[:space:]]+(search_path|ROLE|SESSION)' /dev/null sql/*.sql | sed 's/$/   (the install script must not change its session)/'

# PGXN wants the version in its own file too; the control file's is the one that counts.
version=$(sed -n "s/^default_version *= *'\(.*\)'/\1/p" erasure.control)
[ "$(grep -c "\"version\": \"$version\"" META.json)" = 2 ] || echo "META.json: not the version of erasure.control ($version)"
grep -q "^## \[$version\]" CHANGELOG.md || echo "CHANGELOG.md: nothing about $version"
