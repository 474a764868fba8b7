#!/usr/bin/env bash
# The key file in trouble: the server is killed, or has no space, at each step of creating it and of putting another key into it; then the file is moved away and back while
# clients delete, undo and erase. There is never a second key nor half a one, and whatever was sealed can be opened.
#
# CRASH_SEED, CRASH_CALLS (of each client).
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --faults -- test/crash/key_file.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))} calls=${CRASH_CALLS:-150}
RANDOM=$seed
. test/crash/shop/shop.sh
customers=200
echo "# seed $seed, $calls calls of each client"
build_shop
file=$PGDATA/erasure.key

# One call with the key file in trouble. Prints its result or error, and whether that many steps were made; nothing if the server died.
trouble() { # EVENT/ACTION/N CALL
    psql -qXAt -v VERBOSITY=sqlstate -d "$shop" -c "SELECT FROM pg_stat_file('/fault/$1')" -c "$2" -c "SELECT size >= ${1##*/} FROM pg_stat_file('/fault/off')" 2>&1 | tail -n 2 | paste -sd ' '
}
whole_file() { is "$1: the file is whole, and the server's alone" "$(grep -vcE '^(erasure-[a-z]+-1 [^ ]+ [0-9a-f]{64}|#.*)$' "$file") $(stat -c %a "$file")" '0 600'; }

# --- created: killed, or out of space, at each step ---

kills=0
for action in kill kill-after fail; do
    for n in $(seq 30); do
        open_shop "step_${action//-/_}_$n"
        rm -f "$file"*
        one "SELECT erasure.soft_delete('shop.customers', '{2,4}')" >/dev/null
        before=$(one 'SELECT shop.whole()')
        said=$(trouble "key/$action/$n" "SELECT subjects FROM erasure.permanently_delete('shop.customers', '{2}', 1)")
        case $said in
            '1 f') dropdb --force "$shop"; break ;; # it had fewer steps
            '1 t') ;; # and did without this one
            'ERROR:  58030 t') is "$action, step $n: nothing changed" "$(one 'SELECT shop.whole()')" "$before" ;;
            *) up; kills=$((kills + 1)); is "$action, step $n: nothing changed" "$(one 'SELECT shop.whole()')" "$before" ;;
        esac
        [ ! -e "$file" ] || whole_file "$action, step $n"
        [ "$said" = '1 t' ] || one "SELECT erasure.permanently_delete('shop.customers', '{2}', 1)" >/dev/null
        kept=$(cat "$file" 2>/dev/null)
        is "$action, step $n: then it works, with one key" "$(one "SELECT subjects FROM erasure.permanently_delete('shop.customers', '{4}', 1)") $(one "SELECT erasure.undo_permanent_delete('shop.customers', '{2,4}')") $(one 'SELECT count(*) FROM shop.unlike_recorded') $(cat "$file")" "1 2 0 $kept"
        dropdb --force "$shop"
    done
done
is "the server was killed at each step of creating the key" "$((kills > 9))" 1

# --- a new key: killed at each step, and at each commit ---

if [ "$(psql -qXAt -d template_shop -c "SELECT to_regproc('erasure.rotate_key') IS NOT NULL")" = t ]; then
    open_shop rotated
    rm -f "$file"*
    one "SELECT shop.act('k0.0', 'soft_delete', 0, 9); SELECT shop.act('k0.1', 'permanently_delete', 0, 6)" >/dev/null
    for fault in key/kill key/kill-after key/fail wal/kill wal/kill-after wal/fail; do
        for n in $(seq 30); do
            said=$(trouble "$fault/$n" "SELECT data_keys FROM erasure.rotate_key()")
            case $said in
                *' f') break ;;
                *' t') ;;
                *) up; kills=$((kills + 1)) ;;
            esac
            whole_file "rotate_key, $fault $n"
            check "rotate_key, $fault $n" false 6
            if [ $((n % 2)) = 0 ]; then # who is masked afterwards is sealed by what holds now
                one "SELECT shop.act('k${fault//\//}.$n', 'undo_permanent_delete', 0, 2); SELECT shop.act('k${fault//\//}.$n+', 'permanently_delete', 0, 3)" >/dev/null
            fi
        done
        is "rotate_key, $fault: at each of its steps, and the next one works" "$((n > 1)) $([[ $said =~ ^[0-9]+\ f$ ]] && echo yes)" '1 yes'
    done
    finish
fi

# --- moved away and back ---

open_shop away
rm -f "$file"*
one "SELECT shop.act('k0.0', 'soft_delete', 0, 6); SELECT shop.act('k0.1', 'permanently_delete', 0, 3)" >/dev/null
key=$(cat "$file")
pids=()
for c in 1 2 3; do
    awk -v seed=$((seed + c)) -v name="k1.$c" -v calls="$calls" -v low=$((c * 30)) -f $crash_shop/calls.awk >"$work/$c.sql"
    psql -qXAte -v VERBOSITY=sqlstate -d "$shop" -f "$work/$c.sql" >"$work/$c.out" 2>"$work/$c.err" &
    pids+=($!)
done
made=0 moves=0
while kill -0 "${pids[@]}" 2>/dev/null; do
    mv "$file" "$PGDATA/away.key"
    sleep "0.0$((RANDOM % 8 + 1))"
    [ ! -e "$file" ] || made=$((made + 1))
    mv "$PGDATA/away.key" "$file"
    sleep "0.0$((RANDOM % 8 + 1))"
    moves=$((moves + 1))
done
wait "${pids[@]}"
cat "$work"/*.err | sed 's/.*\(ERROR\|FATAL\): *//' | sort | uniq -c | sed "s/^ *\([0-9]*\) \(.*\)/# errors \2: \1/"
echo "# moved away and back $moves times"
is "clients got the expected errors only" "$(cat "$work"/*.err | grep -vE 'ERROR: +(58030|55000|40001|40P01)$' | head -3)" ''
is "calls were refused for want of the key" "$(($(cat "$work"/*.err | grep -c 58030) > 5))" 1
is "no key was made in its place, and it is the same" "$made $(cat "$file")" "0 $key"
seen=$(cat "$work"/*.out | grep -E '^k[0-9.]+$' | paste -sd ,)
check "with the key back" false 20
mv "$file" "$PGDATA/away.key"
one "SELECT shop.age(0, 200)" >/dev/null
is "without the key the job goes on" "$(one 'CALL erasure.erase_due()') $(one 'SELECT due FROM erasure.status')" ' 0'
mv "$PGDATA/away.key" "$file"
check "after the job has run without it" true 20
finish
is "nothing of the server died by itself" "$(grep -E 'PANIC|was terminated by signal' "${PGDATA%/*}/server.log" | grep -vE 'signal 9: Killed|signal 6: Aborted|PANIC:  could not write to log file')" ''
[ "$failures" = 0 ]
