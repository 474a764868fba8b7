#!/usr/bin/env bash
# Allocations that fail, one after the other: C++'s and all others, once, three times or from then on, with the policy in memory and while it
# is read again. Each call either works or changes nothing, the session goes on, and in the end everything is as it should be.
#
# CRASH_CALLS: of which calls. CRASH_POINTS: how many of a call's allocations are made to fail, spread over it (0: each of them). CRASH_SEED: which.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
# No JIT: LLVM ends the process when it gets no memory.
[ "${1-}" = inside ] || exec test/cluster.sh --faults --set jit=off -- test/crash/out_of_memory.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))} points=${CRASH_POINTS:-8}
RANDOM=$seed
. test/crash/shop/shop.sh
customers=160
echo "# seed $seed, $points allocations of each call"
build_shop
open_shop memory
psql -qX -v ON_ERROR_STOP=1 -d "$shop" >/dev/null <<'SQL' || { echo "not ok - set-up"; exit 1; }
SELECT erasure.soft_delete('shop.customers', array_agg(id)) FROM shop.customers WHERE id > 20;
SELECT erasure.permanently_delete('shop.customers', array_agg(id), count(*)) FROM shop.customers WHERE id > 50;
CREATE TABLE shop.staff (id int PRIMARY KEY, name text NOT NULL, deleted_at timestamptz);
SQL

some() { # STATE HOW-MANY: psql's variable keys
    echo "SELECT array_agg(id) AS keys, count(*) AS many FROM (SELECT c.id FROM shop.customers c LEFT JOIN erasure.subject_state s ON s.key = c.id::text WHERE coalesce(s.state, 'active') = '$1' ORDER BY c.id LIMIT $2) AS c \\gset"
}

# What is called; whom it is about, for a call that leaves no way back too; the way back.
calls=(soft_delete restore permanently_delete undo_permanent_delete erase_now erase_due preview export doctor suggest insert refused_insert protect)
of() { # CALL: sets choose, call, back, and what may be so if it failed
    local all="'shop.customers', :'keys'::int[]"
    choose=$(some active 2) back= same="shop.whole() = :'before'"
    case $1 in
        soft_delete) call="SELECT erasure.soft_delete($all)" back="SELECT erasure.restore($all)" ;;
        restore) choose=$(some deleted 2) call="SELECT erasure.restore($all)" back="SELECT erasure.soft_delete($all)" ;;
        permanently_delete) choose=$(some deleted 2) call="SELECT erasure.permanently_delete($all, :many)" back="SELECT erasure.undo_permanent_delete($all)" ;;
        undo_permanent_delete) choose=$(some masked 2) call="SELECT erasure.undo_permanent_delete($all)" back="SELECT erasure.permanently_delete($all, :many)" ;;
        erase_now) choose=$(some masked 1) call="SELECT erasure.erase_now($all, :many, 'asked for')" ;;
        erase_due) choose="$(some masked 1)
UPDATE erasure.subject_state SET erase_after = now() WHERE key = ANY (:'keys'::int[]::text[]);" call='CALL erasure.erase_due()'
            # It may have failed after the one batch.
            same="$same OR :'code' <> '00000' AND (SELECT state = 'erased' FROM erasure.subject_state WHERE key = ANY (:'keys'::int[]::text[]))" ;;
        preview) choose=$(some deleted 5) call="SELECT erasure.preview($all)" ;;
        export) call="SELECT erasure.export('shop.customers', (:'keys'::int[])[1])" ;;
        doctor) call='SELECT erasure.doctor()' ;;
        suggest) call="SELECT erasure.suggest('shop.customers')" ;;
        insert) call="INSERT INTO shop.orders SELECT 1000, (:'keys'::int[])[1], 'new'" back='DELETE FROM shop.orders WHERE id = 1000' ;;
        refused_insert) choose=$(some masked 1) call="INSERT INTO shop.orders SELECT 1000, (:'keys'::int[])[1], 'new'" ;;
        protect) call="SELECT erasure.protect('shop.staff', '{name}')" back="SELECT erasure.unprotect('shop.staff')" ;;
    esac
}

# psql's script for one fault: prints `number events error same`.
once() { # EVENT N TIMES TEMPERATURE
    [ "$4" = warm ] || echo 'UPDATE erasure.declared_table SET origin = origin;' # all sessions read the policy again
    echo "SELECT FROM pg_stat_file('/fault/$1/fail/$2/$3');"
    echo "$call \\g /dev/null"
    echo '\set code :SQLSTATE'
    echo "SELECT size AS events FROM pg_stat_file('/fault/off') \\gset"
    echo "SELECT $2, :events, :'code', $same;"
    echo "SELECT shop.whole() <> :'before' AS changed, shop.whole() <> :'before' AND :events >= $2 AS all_the_same \gset"
    echo '\if :all_the_same' # it did without: then it has done all of it
    echo "\i $stress/check.sql"
    echo "\pset fieldsep '|'"
    echo '\endif'
    echo '\if :changed'
    echo "${back:+$back \\g /dev/null}"
    echo "$choose"
    echo 'SELECT shop.whole() AS before \gset'
    echo '\endif'
}

run() { # prints the results of a script on stdin, after its set-up
    {
        echo '\set undone false'
        echo 'SELECT pg_backend_pid() AS pid \gset'
        echo "$choose"
        echo "$call \\g /dev/null"
        echo "${back:+$back \\g /dev/null}"
        echo "$choose"
        echo 'SELECT shop.whole() AS before \gset'
        cat
        echo "SELECT 'end', :pid = pg_backend_pid();"
    } >"$work/script.sql"
    psql -qXAt -v VERBOSITY=sqlstate -d "$shop" -f "$work/script.sql" 2>"$work/err"
}

sweep() { # CALL EVENT TEMPERATURE
    local many step n times i=0
    of "$1"
    many=$(once "$2" 1000000000 1 "$3" | run | head -n 1 | cut -d '|' -f 2)
    step=$((points == 0 ? 1 : many / points + 1))
    for ((n = 1 + RANDOM % step; n <= many + 1; n += step)); do
        i=$((i + 1))
        times=1
        [ $((i % 3)) != 1 ] || times=3
        [ $((i % 3)) != 2 ] || [ "$2" = malloc ] || times=1000000000 # PostgreSQL itself does not go on without any memory at all
        once "$2" "$n" "$times" "$3"
    done | run >"$work/out"
    grep -v ': 0$' "$work/out" | sed "s/^/$1|$3|$2|/" >>"$work/all"
    is "$1, $3, $2: the session went on to its end" "$(tail -n 1 "$work/out")" 'end|t'
    # An allocation that failed and was not missed is nothing to complain of. (export is in the audit log.)
    is "$1, $3, $2: each call worked wholly or changed nothing" "$(grep -vE '^end|: 0$' "$work/out" | awk -F '|' -v changes="$([ -n "$back" ] || [[ $1 == e[rx]* ]]; echo $((!$?)))" '($4 == "t") != ($3 != "00000" || !changes)' | head -3)" ''
    total=$((total + many)) tried=$((tried + $(grep -c "^[0-9]" "$work/out")))
}

total=0 tried=0
for call_name in ${CRASH_CALLS:-"${calls[@]}"}; do
    for event in new malloc; do
        for temperature in warm cold; do
            sweep "$call_name" $event $temperature
        done
    done
done
echo "# $tried of $total allocations"
grep -v '|end|' "$work/all" | cut -d '|' -f 6 | sort | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/# \2: \1/'
is "every row is as its person's state says" "$(psql -qX -v ON_ERROR_STOP=1 -v undone=false -d "$shop" -f $stress/check.sql 2>&1 | grep -v ': 0$')" ''
is "who is not masked has what was recorded" "$(one 'SELECT count(*) FROM shop.unlike_recorded')" 0
finish
is "nothing of the server died" "$(grep -E 'PANIC|FATAL|was terminated by signal' "${PGDATA%/*}/server.log")" ''
[ "$failures" = 0 ]
