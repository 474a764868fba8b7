#!/usr/bin/env bash
# Everything that can be tested, on throwaway clusters: `make check`. Installs what is missing (as root, on Debian).
#
#   test/check.sh              all parts
#   test/check.sh PART...      only these, and the build where they need it
#
# Parts: lint unit fuzz build clang regress isolation pgtap integration crash clients. One that fails does not stop those after it; its
# output is printed. The last line is `N passed, M failed`, counting test cases, and the exit status is 0 if M is.

set -uo pipefail
cd "$(dirname "$0")/.." || exit

all_parts=(lint unit fuzz build clang regress isolation pgtap integration crash clients)

if [ "${1-}" != --inside ]; then
    with=check
    [[ $# -gt 0 && " $* " != *" clients "* ]] || with=clients
    exec test/cluster.sh --with $with --no-build --no-server -- test/check.sh --inside "$@"
fi
shift
parts=("$@")
[ $# -gt 0 ] || parts=("${all_parts[@]}")
wants() { [[ " ${parts[*]} " == *" $1 "* ]]; }

shopt -s nullglob
export WERROR=1
logs=build/check
jobs=$(nproc 2>/dev/null || echo 2)
rm -rf $logs results output_iso regression.diffs
mkdir -p $logs
passed=0 failed=0 summary=()

# Adds up a part. A part that failed without a failing case (it did not compile, the server died) counts as one.
part() { # NAME STATUS PASSED FAILED
    local name=$1 status=$2 p=$3 f=$4
    [ "$status" = 0 ] || [ "$f" -gt 0 ] || f=1
    passed=$((passed + p)) failed=$((failed + f))
    summary+=("$(printf '%-12s %5d passed %4d failed  %4d s' "$name" "$p" "$f" $((SECONDS - since)))")
    echo "${summary[-1]}"
    if [ "$f" -gt 0 ]; then
        echo "--- $name failed:"
        grep -nE -A 8 '^not ok |FAILED' "$logs/$name.log" | head -n 200
        echo "--- the end of its output:"
        tail -n 400 "$logs/$name.log"
        echo "---"
    fi
}

none() { echo "$1: no tests yet"; summary+=("$(printf '%-12s no tests yet' "$1")"); }

count() { grep -cE "$1" "$2" 2>/dev/null || true; } # PATTERN FILE

tap_ok='^ok ([0-9]|- )' # not subtests, which are indented, nor prove's own "ok"
tap_not_ok='^not ok ([0-9]|- )'
tap_todo="$tap_not_ok.*# *TODO"

run() { # NAME command... ; leaves its output in the log and its status in $rc
    local log=$logs/$1.log
    since=$SECONDS rc=0
    "${@:2}" >"$log" 2>&1 || rc=$?
}

cluster() { ERASURE_LOG_LINES=40 test/cluster.sh "$@"; }

# --- without a server ---

if wants lint; then
    run lint test/lint/run.sh
    part lint "$rc" "$(count "$tap_ok" $logs/lint.log)" "$(count "$tap_not_ok" $logs/lint.log)"
fi

if wants unit; then
    files=(test/unit/*.cpp)
    if [ ${#files[@]} = 0 ]; then none unit; else
        run unit make -s unit
        xml() { sed -n "s/^<testsuites.* $1=\"\([0-9]*\)\".*/\1/p" build/unit/result.xml 2>/dev/null | grep . || echo 0; }
        f=$(xml failures)
        part unit "$rc" $(($(xml tests) - f - $(xml disabled))) "$f"
    fi
fi

if wants fuzz; then
    files=(test/fuzz/*.cpp)
    if [ ${#files[@]} = 0 ]; then none fuzz; else
        run fuzz make -s fuzz
        started=$(count '^fuzz ' $logs/fuzz.log)
        part fuzz "$rc" $((rc == 0 ? started : started > 0 ? started - 1 : 0)) $((rc != 0))
    fi
fi

# --- the extension: through g++ and clang, neither with a warning ---

needs_build=
for p in regress isolation pgtap integration crash clients build; do ! wants $p || needs_build=yes; done

built=
if [ -n "$needs_build" ]; then
    run build make -s -k -j"$jobs" erasure.so
    part build "$rc" $((rc == 0)) $((rc != 0))
    [ "$rc" != 0 ] || built=yes
fi

if wants clang; then
    run clang make -s -k -j"$jobs" clang-check
    part clang "$rc" $((rc == 0)) $((rc != 0))
fi

if [ -n "$built" ]; then
    run install make -s install
    [ "$rc" = 0 ] || { built=; part install "$rc" 0 1; }
fi

# --- with a server ---

regress_part() { # NAME DIFFS settings... ; make variables in $make_args
    local name=$1 diffs=$2
    run "$name" cluster "${@:3}" -- make -s installcheck "${make_args[@]}"
    [ ! -s "$diffs" ] || { echo "$diffs:"; cat "$diffs"; } >>"$logs/$name.log"
    # 15 prints "test NAME ... ok", 16 and later print TAP.
    part "$name" "$rc" "$(count '^(test| ) .*\.\.\. ok\b|^ok [0-9]+' $logs/"$name".log)" \
        "$(count '^(test| ) .*\.\.\. FAILED\b|^not ok [0-9]+' $logs/"$name".log)"
}

pgtap_files() { # runs inside a cluster
    local rc=0 f db
    psql -X -q -v ON_ERROR_STOP=1 -c 'CREATE DATABASE pgtap_template' &&
        psql -X -q -v ON_ERROR_STOP=1 -d pgtap_template -c 'CREATE EXTENSION pgtap' -c 'CREATE EXTENSION erasure' || return 1
    for f in "$@"; do
        db=pgtap_$(basename "$f" .sql)
        if ! { createdb -T pgtap_template "$db" && pg_prove --verbose -d "$db" "$f"; }; then
            rc=1
            echo "# failed: $f"
        fi
        clear_away "$db"
    done
    return $rc
}

# Roles belong to the cluster: what one file leaves behind must not meet the next.
clear_away() { # DATABASE
    local sql="SELECT format('DROP ROLE %I;', rolname) FROM pg_roles WHERE rolname !~ '^pg_' AND rolname <> current_user"
    dropdb --force "$1"
    psql -X -q -A -t -c "$sql" | psql -X -q >/dev/null 2>&1
}

script_files() { # runs inside a cluster, each script with an empty database of its own as PGDATABASE
    local rc=0 status f db out ok bad
    for f in "$@"; do
        db=it_$(basename "$f" .sh)
        out=$logs/$db.out status=0
        createdb "$db"
        PGDATABASE=$db timeout 300 "$f" >"$out" 2>&1 </dev/null || status=$?
        cat "$out"
        ok=$(count "$tap_ok" "$out") bad=$(($(count "$tap_not_ok" "$out") - $(count "$tap_todo" "$out")))
        # A script that prints no TAP is one test case.
        [ $status = 0 ] && [ $((ok + bad)) = 0 ] && echo "ok - $f"
        [ $status != 0 ] && [ $bad = 0 ] && echo "not ok - $f (exit status $status)"
        [ $status = 0 ] || rc=1
        psql -X -q -d postgres -c 'SELECT 1' >/dev/null 2>&1 || "$ERASURE_START" >/dev/null 2>&1 # it may have stopped the server
        PGDATABASE=postgres clear_away "$db"
    done
    return $rc
}

tap_part() { # NAME
    local log=$logs/$1.log
    part "$1" "$rc" "$(count "$tap_ok" "$log")" $(($(count "$tap_not_ok" "$log") - $(count "$tap_todo" "$log")))
}

if [ -n "$built" ]; then
    export -f pgtap_files script_files clear_away count
    export logs tap_ok tap_not_ok tap_todo

    if wants regress; then
        files=(test/sql/*.sql)
        make_args=(ISOLATION=)
        if [ ${#files[@]} = 0 ]; then none regress; else
            regress_part regress regression.diffs --set cron.database_name=contrib_regression
        fi
    fi
    if wants isolation; then
        files=(test/isolation/specs/*.spec)
        make_args=(REGRESS=)
        if [ ${#files[@]} = 0 ]; then none isolation; else
            regress_part isolation output_iso/regression.diffs --set cron.database_name=isolation_regression --set erasure.scrub_after_erasure=off
        fi
    fi
    if wants pgtap; then
        files=(test/pgtap/*.sql)
        if [ ${#files[@]} = 0 ]; then none pgtap; else
            run pgtap cluster -- bash -c 'pgtap_files "$@"' bash "${files[@]}"
            tap_part pgtap
        fi
    fi
    if wants integration; then
        files=(test/integration/*.sh)
        if [ ${#files[@]} = 0 ]; then none integration; else
            run integration cluster -- bash -c 'script_files "$@"' bash "${files[@]}"
            tap_part integration
        fi
    fi
    if wants crash; then
        files=(test/crash/*.sh)
        if [ ${#files[@]} = 0 ]; then none crash; else
            run crash cluster -- bash -c 'script_files "$@"' bash "${files[@]}"
            tap_part crash
        fi
    fi
    if wants clients; then
        run clients cluster --tcp --set session_preload_libraries=erasure -- test/clients/run.sh
        tap_part clients
        grep '^# SKIP ' $logs/clients.log
    fi
elif [ -n "$needs_build" ]; then
    echo "regress, isolation, pgtap, integration, crash, clients: not run, the extension does not build"
fi

echo
printf '%s\n' "${summary[@]}"
# Nothing counted is no success.
[ $((passed + failed)) -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
