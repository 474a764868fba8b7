#!/usr/bin/env bash
# Builds the test module from this folder and the boundary's sources: test/boundary/build.sh DIRECTORY
#
# Two of them from the same objects. boundary_test.so uses the C++ runtime as the extension does. boundary_alloc.so has a
# runtime of its own: the server's ICU brings the shared one along, whose operator new would win over the test's.

set -euo pipefail
out=$(realpath "${1:?a directory to build in}")
cd "$(dirname "$0")/../.."

cxx=${CXX:-g++}
flags=(-std=c++20 -O2 -g -fPIC -fvisibility=hidden -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Wno-register
    -Wno-unused-parameter -Werror -Isrc -isystem "$("${PG_CONFIG:-pg_config}" --includedir-server)")
sources=(test/boundary/boundary_test.cpp src/pg/boundary.cpp src/pg/call.cpp src/pg/spi.cpp src/pg/wire.cpp src/pg/text_pieces.cpp src/pg/role.cpp
    src/core/encoding.cpp src/core/mask.cpp)

objects=() builds=()
for source in "${sources[@]}"; do
    object=$out/$(basename "$source" .cpp).o
    "$cxx" "${flags[@]}" -c -o "$object" "$source" &
    objects+=("$object") builds+=($!)
done
for build in "${builds[@]}"; do wait "$build"; done

# pg::detail::run_guarded: every guard but those of attempt() itself goes through the test's own.
wrap=-Wl,--wrap=_ZN2pg6detail11run_guardedEPFvPvES1_
"$cxx" -shared -o "$out/boundary_test.so" "${objects[@]}" "$wrap"
"$cxx" -shared -o "$out/boundary_alloc.so" "${objects[@]}" "$wrap" -static-libstdc++ -Wl,-Bsymbolic -Wl,--exclude-libs,ALL
