#!/usr/bin/env bash
# The server dies at random instants while clients delete, undo and erase: the postmaster with all its children, single backends, the
# checkpointer. After each recovery every person is wholly in one state, originals are in the table or in the vault, and
# the audit log has what clients were told, no more and no less.
#
# CRASH_SEED and CRASH_KILLS. A seed repeats who is killed, when, and what clients ask for; what happens beside what still differs.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/crash/kills.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))} kills=${CRASH_KILLS:-200}
RANDOM=$seed
here=test/crash/kills stress=test/integration/stress
clients=3 kills_of_a_shop=67 customers=1200 # of whom every second number is there
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PGOPTIONS='-c client_min_messages=error -c deadlock_timeout=50ms'
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
one() { psql -qXAt -d "$shop" -c "$1"; }
echo "# seed $seed, $kills kills"

createdb template_shop
psql -qX -v ON_ERROR_STOP=1 -v customers=$customers -d template_shop -f $stress/schema.sql -f $here/schema.sql >/dev/null 2>"$work/err" || { cat "$work/err"; echo "not ok - set-up"; exit 1; }

# --- one kill ---

up() { # until connections are accepted again
    for _ in $(seq 600); do
        [ "$(psql -qXAt -d "$shop" -c 'SELECT 1' 2>/dev/null)" != 1 ] || return 0
        sleep 0.02
    done
    echo "not ok - the server came up again"
    exit 1
}

children() { sed -n "s/^\([0-9]*\) (.*) [RSDI] $1 .*/\1/p" /proc/[0-9]*/stat 2>/dev/null; } # OF: those that live

strike() { # VICTIM: a client's backend
    local postmaster
    postmaster=$(head -n 1 "$PGDATA/postmaster.pid")
    case $((RANDOM % 8)) in
        0 | 1 | 2) how=postmaster
            # Itself first: it forks nothing more.
            # shellcheck disable=SC2046
            kill -KILL "$postmaster" $(children "$postmaster")
            # Who started it has gone, so that it may stay a zombie for a while, which PostgreSQL takes for a running server.
            until grep -qsE '^[0-9]+ \(.*\) Z' "/proc/$postmaster/stat" || [ ! -e "/proc/$postmaster" ]; do sleep 0.001; done
            rm -f "$PGDATA/postmaster.pid" "$PGHOST/.s.PGSQL.$PGPORT.lock" ;;
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
            awk -v seed=$((seed + $1 * clients + c)) -v name="k$1.$c" -v calls=120 -v focus="$([ "$c" = 3 ] || echo "$focus")" -v low="$2" -f $here/calls.awk
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

# --- and a look at everything; only what is wrong is said ---

check() { # FINISH SAMPLE
    local line
    psql -qX -v ON_ERROR_STOP=1 -d "$shop" -v undone=false -v seen="{$seen}" -v head_number="${head% *}" -v head_hash="${head#* }" -v finish="$1" -v sample="$2" \
        -f $stress/check.sql -f $here/check.sql >"$work/check" 2>&1
    while IFS= read -r line; do
        case $line in
            *': 0') head_now=${line%: 0}; [[ $head_now =~ ^[0-9]+\ [0-9a-f]{64}$ ]] && head=$head_now; looks=$((looks + 1)) ;;
            *) is "kill $kill ($how): $line" "${line##*: }" 0 ;;
        esac
    done <"$work/check"
}

# Who is masked is undone, and nothing is missing; then everybody is erased, and nothing is left.
finish() {
    psql -qX -v ON_ERROR_STOP=1 -d "$shop" >/dev/null 2>"$work/err" <<'SQL'
CALL erasure.erase_due();
SELECT erasure.hold('shop.customers', keys, 'court'), erasure.undo_permanent_delete('shop.customers', keys), erasure.release('shop.customers', keys)
    FROM (SELECT array_agg(key::int) FROM erasure.subject_state WHERE state = 'masked') AS masked(keys) WHERE keys IS NOT NULL;
SQL
    is "$shop: whoever is masked can be undone" "$(cat "$work/err")" ''
    is "$shop: every byte is back of those who are not erased" "$(one 'SELECT count(*) FROM shop.unlike_recorded')" 0
    is "$shop: by the stress test's look too" "$(psql -qX -v ON_ERROR_STOP=1 -v undone=true -d "$shop" -f $stress/check.sql 2>&1 | grep -v ': 0$')" ''
    psql -qX -v ON_ERROR_STOP=1 -d "$shop" >/dev/null 2>"$work/err" <<'SQL'
SELECT erasure.soft_delete('shop.customers', array_agg(id)) FROM shop.customers_active;
SELECT erasure.erase_now('shop.customers', array_agg(key::int), count(*), 'the end') FROM erasure.subject_state WHERE state <> 'erased';
CALL erasure.erase_due();
SQL
    is "$shop: everybody can be erased" "$(cat "$work/err") $(one "SELECT string_agg(DISTINCT state, ' ') FROM erasure.subject_state")" ' erased'
    is "$shop: no row is as it was, the vault is empty, nobody is due" \
        "$(one 'SELECT (SELECT count(*) FROM shop.recorded JOIN shop.wholes USING (what, id, whole)), (SELECT count(*) FROM erasure.vault), (SELECT count(*) FROM erasure.vault_key), due, waiting FROM erasure.status')" '0|0|0|0|0'
    is "$shop: the audit log's chain holds" "$(one 'SELECT count(*) FROM erasure.verify_audit()')|$(one 'SELECT count(*) - (SELECT count(*) FROM erasure.audit_seal) FROM erasure.audit_entry')" '0|0'
    dropdb --force "$shop"
}

verbs=(soft_delete permanently_delete undo_permanent_delete erase_due erase_now restore undo_permanent_delete erase_due)
declare -A struck=()
looks=0
for kill in $(seq "$kills"); do
    in_shop=$(((kill - 1) % kills_of_a_shop))
    if [ $in_shop = 0 ]; then
        # A database of its own, so that there is always somebody left; a key file of its own, made under the blows. The checkpoint is for
        # sequences: PostgreSQL copies them with the numbers that the template had logged ahead.
        shop=shop_$kill head=' '
        rm -f "$PGDATA/erasure.key"
        createdb -T template_shop "$shop"
        psql -qX -d "$shop" -c CHECKPOINT
    fi
    round "$kill" $((in_shop * (customers - 80) / kills_of_a_shop))
    struck[$how]=$((${struck[$how]-0} + 1))
    check "$([ $((kill % 3)) = 0 ] && echo true || echo false)" 4
    if [ $in_shop = $((kills_of_a_shop - 1)) ] || [ "$kill" = "$kills" ]; then
        finish
    fi
done
is "$kills kills, $looks looks at the whole: nothing was wrong" $failures 0
is "clients got the expected errors only" "$(grep -vE 'ERROR: +(55000|40001|40P01)$|FATAL: +57P0[123]$' "$work/errors" | head -3)" ''
is "nothing of the server died by itself" "$(grep -E 'PANIC|was terminated by signal' "${PGDATA%/*}/server.log" | grep -v 'signal 9: Killed')" ''
[ "$kills" -lt 200 ] || is "each call was hit in the middle" "$(sort -u "$work/hits" | grep -xc "$(printf '%s\n' "${verbs[@]}")")" 6
echo "# $(for how in "${!struck[@]}"; do echo -n "$how ${struck[$how]} times, "; done)$looks looks"
sort "$work/hits" | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/# in \2: \1/'
sed 's/.*\(ERROR\|FATAL\|PANIC\): *//' "$work/errors" | sort | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)/# errors \2: \1/'
[ "$failures" = 0 ]
