#!/usr/bin/env bash
# The walls between the rooms of src/: who may include what.

shopt -s nullglob globstar

# The server's headers: what <server include>/ would resolve. Ours are included by room ("pg/spi.hpp"), the C++ library's
# have no slash and no .h.
server='^[[:space:]]*#[[:space:]]*include[[:space:]]*["<]((access|catalog|commands|common|executor|fmgr|foreign|jit|lib|libpq|mb|nodes|optimizer|parser|partitioning|port|portability|postmaster|regex|replication|rewrite|snowball|statistics|storage|tcop|tsearch|utils)/[^">]*\.h|(postgres|c|fmgr|funcapi|miscadmin|pgstat|pg_config|pgtime|windowapi|varatt|pg_[a-z_]*)\.h)[">]'

for f in src/**/*.cpp src/**/*.hpp src/**/*.h; do
    case $f in src/pg/* | src/guard/*) continue ;; esac
    grep -nE "$server" "$f" | sed "s|^|$f:|; s|\$|   (server headers belong in src/pg/ and src/guard/)|"
done

for f in src/core/**/*.cpp src/core/**/*.hpp; do
    grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$f" | grep -vE 'include[[:space:]]*"core/' |
        sed "s|^|$f:|; s|\$|   (src/core/ includes the C++ library and core/ only)|"
done

# Headers are named from src/, so that a reader sees the room.
for f in src/**/*.cpp src/**/*.hpp; do
    grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*"' "$f" | grep -vE 'include[[:space:]]*"([a-z]+/[a-z0-9_]+\.hpp)"' |
        grep -vE "$(printf '%s' "$server" | sed 's/^\^/:[[:space:]]*/')" | grep -vE '"[a-z_/0-9]+\.h"' |
        sed "s|^|$f:|; s|\$|   (write the room as well: \"room/name.hpp\")|"
done

for f in src/*/*/**/*.?pp; do echo "$f: rooms have no rooms inside (the Makefile builds src/*.cpp and src/*/*.cpp)"; done
for f in src/*.?pp src/*.h; do [ "$f" = src/module.cpp ] || echo "$f: belongs in a room"; done
