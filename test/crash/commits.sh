#!/usr/bin/env bash
# The server is killed at each write to the WAL that a call makes, before it and after it, or has no space left for it: at every commit of
# the job as well. What kills at random instants hit once in a while is hit here in turn.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --faults -- test/crash/commits.sh inside
. test/crash/shop/shop.sh
build_shop
open_shop commits

act() { one "SELECT shop.act('k$number.$1', '$1', $low, $2)" >/dev/null; } # VERB HOW-MANY: undisturbed

# One call, after which the server has to come up again, or which was not interrupted any more. The erased are beyond any other call, so
# that each has persons of its own.
strike() { # VERB ACTION N
    local call="SELECT shop.act('k$number', '$1', $low, 3)"
    act soft_delete 12
    act permanently_delete 6
    [ "$1" != soft_delete ] || one "SELECT shop.act('k$number.r', 'restore', $low, 6)" >/dev/null
    if [ "$1" = erase_due ]; then
        one "SELECT shop.age($low, $low + 60)" >/dev/null
        call='CALL erasure.erase_due(2)'
    fi
    said=$(psql -qXAt -v VERBOSITY=sqlstate -d "$shop" -c "SELECT FROM pg_stat_file('/fault/wal/$2/$3')" -c "$call" 2>&1)
    seen=$(grep -x "k$number" <<<"$said")
    case $said in *'server closed the connection'* | *'connection to server was lost'*) up; return 0 ;; *) return 1 ;; esac
}

number=0 low=0 kills=0
for verb in soft_delete restore permanently_delete undo_permanent_delete erase_now erase_due; do
    for action in kill kill-after fail; do
        struck=0 committed=0 midway=0
        for n in $(seq 40); do
            number=$((number + 1)) low=$((low + 16))
            strike $verb $action "$n" || break
            struck=$n
            committed=$((committed + $(one "SELECT count(*) FROM shop.ledger WHERE call = 'k$number'")))
            [ "$(one "SELECT count(DISTINCT state) FROM erasure.subject_state WHERE key::int BETWEEN $low AND $low + 59 AND erase_after < now()")" != 2 ] || midway=$((midway + 1))
            check "$verb, $action at write $n" true 3
        done
        kills=$((kills + struck))
        if [ $verb = erase_due ]; then
            is "$verb, $action: in every commit, each of its three batches among them" "$((struck > 5)) $((midway > 1))" '1 1'
        else
            is "$verb, $action: is committed by the one write" "$struck $committed" "1 $([ $action = kill-after ] && echo 1 || echo 0)"
        fi
    done
done
finish
is "$kills kills, $looks looks at the whole: nothing was wrong" $failures 0
is "nothing of the server died by itself" "$(grep -E 'PANIC|was terminated by signal' "${PGDATA%/*}/server.log" | grep -vE 'signal 9: Killed|signal 6: Aborted|PANIC:  could not write to log file')" ''
[ "$failures" = 0 ]
