#!/usr/bin/env bash
# The server dies at random instants while clients delete, undo and erase: the postmaster with all its children, single backends, the
# checkpointer. After each recovery every person is wholly in one state, originals are in the table or in the vault, and
# the audit log has what clients were told, no more and no less.
#
# CRASH_SEED and CRASH_KILLS. A seed repeats who is killed, when, and what clients ask for; what happens beside what still differs.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/crash/kills.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))} kills=${CRASH_KILLS:-160}
RANDOM=$seed
clients=3 kills_of_a_shop=80
. test/crash/shop/shop.sh
. test/crash/shop/kill.sh
echo "# seed $seed, $kills kills"

build_shop

# --- one kill ---

strike() { # VICTIM: a client's backend
    local postmaster
    postmaster=$(head -n 1 "$PGDATA/postmaster.pid")
    case $((RANDOM % 8)) in
        0 | 1 | 2) how=postmaster
            kill_server ;;
        3) how=checkpointer; kill -KILL "$(grep -lz checkpointer $(children "$postmaster" | sed 's|.*|/proc/&/cmdline|') | cut -d / -f 3)" ;;
        *) how=backend; kill -KILL "$1" ;;
    esac
}

# Clients at work, then one blow. What the victim was at goes to $work/hits.
round() { # NUMBER LOW
    local focus=${verbs[$1 % ${#verbs[@]}]} c call
    rm -f "$work"/*.pid
    for c in $(seq $clients); do
        {
            echo "\\o $work/$c.pid"
            echo 'SELECT pg_backend_pid();'
            echo '\o'
            awk -v seed=$((seed + $1 * clients + c)) -v name="k$1.$c" -v calls=120 -v focus="$([ "$c" = 3 ] || echo "$focus")" -v low="$2" -v more="$more" -f $crash_shop/calls.awk
        } >"$work/$c.sql"
    done
    for c in $(seq $clients); do
        psql -qXAte -v VERBOSITY=sqlstate -d "$shop" -f "$work/$c.sql" >"$work/$c.out" 2>"$work/$c.err" &
    done
    until [ -s "$work/1.pid" ]; do sleep 0.005; done
    sleep "0.$(printf '%03d' $((RANDOM % 180)))"
    strike "$(cat "$work/1.pid")"
    wait
    # A child that had just been forked may still hold the memory.
    if [ $how = postmaster ]; then until "$ERASURE_START" >/dev/null 2>&1; do sleep 0.05; done; fi
    up
    for c in $(seq $clients); do # the last call has no result
        call=$(tail -n 1 "$work/$c.out")
        case $call in 'SELECT shop.act'* | 'CALL'*) sed "s/.*act('[^']*', '//; s/CALL erasure.//; s/['(].*//" <<<"$call" ;; *) echo 'something else' ;; esac
    done >>"$work/hits"
    seen=$(cat "$work"/*.out | grep -E '^k[0-9.]+$' | paste -sd ,)
    cat "$work"/*.err | grep -E 'ERROR|FATAL|PANIC' >>"$work/errors"
}

# What comes with the extension besides.
more=$(psql -qXAt -d template_shop -c "SELECT string_agg(statement, '|') FROM (VALUES ('erasure.rotate_key', 'SELECT FROM erasure.rotate_key()'), ('erasure.scrub', 'CALL erasure.scrub(''shop.customers'')')) v(name, statement) WHERE EXISTS (SELECT FROM pg_proc WHERE pronamespace = 'erasure'::regnamespace AND 'erasure.' || proname = name)")
verbs=(soft_delete permanently_delete undo_permanent_delete erase_due erase_now restore undo_permanent_delete erase_due)
declare -A struck=()
for kill in $(seq "$kills"); do
    in_shop=$(((kill - 1) % kills_of_a_shop))
    [ $in_shop != 0 ] || open_shop "shop_$kill"
    round "$kill" $((in_shop * (customers - 80) / kills_of_a_shop))
    struck[$how]=$((${struck[$how]-0} + 1))
    check "kill $kill ($how)" "$([ $((kill % 3)) = 0 ] && echo true || echo false)" 4
    if [ $in_shop = $((kills_of_a_shop - 1)) ] || [ "$kill" = "$kills" ]; then
        finish
    fi
done
is "$kills kills, $looks looks at the whole: nothing was wrong" $failures 0
is "clients got the expected errors only" "$(grep -vE 'ERROR: +(55000|40001|40P01)$|FATAL: +57P0[123]$' "$work/errors" | head -3)" ''
is "nothing of the server died by itself" "$(grep -E 'PANIC|was terminated by signal' "${PGDATA%/*}/server.log" | grep -v 'signal 9: Killed')" ''
[ "$kills" -lt 160 ] || is "each call was hit in the middle" "$(sort -u "$work/hits" | grep -xc "$(printf '%s\n' "${verbs[@]}")")" 6
echo "# $(for how in "${!struck[@]}"; do echo -n "$how ${struck[$how]} times, "; done)$looks looks"
sort "$work/hits" | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/# in \2: \1/'
sed 's/.*\(ERROR\|FATAL\|PANIC\): *//' "$work/errors" | sort | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/# errors \2: \1/'
[ "$failures" = 0 ]
