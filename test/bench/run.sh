#!/usr/bin/env bash
# Measures permanently_delete against the same work written by hand in SQL, side by side in one run: times, WAL and the
# backend's memory, as ratios. Runs inside test/cluster.sh.
#
#   CUSTOMERS=30000 SUBJECTS=10000 ROUNDS=3 make bench
set -euo pipefail
cd "$(dirname "$0")"
customers=${CUSTOMERS:-30000} subjects=${SUBJECTS:-10000} rounds=${ROUNDS:-3}
results=$(mktemp)
trap 'rm -f "$results" "$results".*' EXIT
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }
value() { sql -d "$1" -At -c "$2"; }

echo "Preparing $customers customers with 20 related rows each; $subjects of them are deleted permanently."
sql -d postgres -c 'CREATE DATABASE bench_plain' >/dev/null
sql -d bench_plain -v customers="$customers" -f schema.sql
sql -d postgres -c 'CREATE DATABASE bench_erasure TEMPLATE bench_plain' >/dev/null
sql -d bench_plain -c 'CREATE TABLE vault (relation text, id bigint, personal jsonb, PRIMARY KEY (relation, id))'
sql -d bench_erasure -f protect.sql >/dev/null 2>&1
for db in bench_plain bench_erasure; do sql -d $db -c 'VACUUM (ANALYZE)'; done

# Subjects spread over the whole table, the same for everybody.
keys_of() { seq 1 $((customers / $1)) "$customers" | head -n "$1" | paste -sd, | sed 's/.*/{&}/'; }

# Largest private memory of a backend while it works, in kB.
watch_memory() {
    local pid=$1 most=0 now
    while now=$(awk '/^RssAnon/ {print $2}' "/proc/$pid/status" 2>/dev/null) && [ -n "$now" ]; do
        [ "$now" -le "$most" ] || most=$now
        sleep 0.02
    done
    echo "$most"
}

# One variant on a fresh copy of its database: seconds, WAL bytes, peak memory in kB.
measure() { # NAME TEMPLATE SCRIPT SUBJECTS
    local name=$1 template=$2 script=$3 count=$4 keys before after started ended memory
    keys=$(keys_of "$count")
    sql -d postgres -c 'DROP DATABASE IF EXISTS bench_run WITH (FORCE)' -c "CREATE DATABASE bench_run TEMPLATE $template" >/dev/null 2>&1
    if [ "$template" = bench_erasure ]; then
        sql -d bench_run -c "SELECT erasure.soft_delete('customers', '$keys'::bigint[])" >/dev/null
    fi
    sql -d bench_run -c 'SELECT sum(hashtext(t::text)) FROM customers t' -c 'SELECT sum(hashtext(t::text)) FROM orders t' \
        -c 'SELECT sum(hashtext(t::text)) FROM quotes t' -c 'CHECKPOINT' >/dev/null
    before=$(value postgres "SELECT pg_current_wal_insert_lsn()")
    # A client that waits, so that its backend can be watched from before the work begins.
    local fifo; fifo=$(mktemp -u); mkfifo "$fifo"
    PGAPPNAME=bench psql -X -q -v ON_ERROR_STOP=1 -d bench_run <"$fifo" >"$results.log" 2>&1 &
    local client=$!
    exec 9>"$fifo"; rm -f "$fifo"
    echo 'SELECT 1;' >&9
    local pid=; until pid=$(value postgres "SELECT pid FROM pg_stat_activity WHERE application_name = 'bench' AND state = 'idle'") && [ -n "$pid" ]; do sleep 0.05; done
    watch_memory "$pid" >"$results.memory" 9>&- & local watcher=$!
    started=$(date +%s.%N)
    { printf '\\set count %s\n\\set keys %s\n' "$count" "$keys"; cat "$script"; } >&9
    exec 9>&-
    wait "$client" || { cat "$results.log"; return 1; }
    ended=$(date +%s.%N)
    wait "$watcher" || true
    memory=$(cat "$results.memory"); rm -f "$results.memory"
    after=$(value postgres "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '$before')")
    echo "$name $(awk "BEGIN {print $ended - $started}") $after $memory" >>"$results"
}

for round in $(seq "$rounds"); do
    measure masks_only bench_plain masks_only.sql "$subjects"
    measure by_hand bench_plain by_hand.sql "$subjects"
    measure erasure bench_erasure erasure.sql "$subjects"
    measure erasure_tenth bench_erasure erasure.sql $((subjects / 10))
done

awk -v subjects="$subjects" '
function median(list, n,    i, j, t) {
    for (i = 2; i <= n; i++) for (j = i; j > 1 && list[j-1] > list[j]; j--) { t = list[j]; list[j] = list[j-1]; list[j-1] = t }
    return list[int((n + 1) / 2)]
}
{ n[$1]++; s[$1, n[$1]] = $2; w[$1, n[$1]] = $3; m[$1, n[$1]] = $4 }
END {
    for (r = 1; r <= n["by_hand"]; r++) {
        a[r] = s["erasure", r] / s["by_hand", r]; b[r] = s["erasure", r] / s["masks_only", r]
        c[r] = w["erasure", r] / w["by_hand", r]; d[r] = s["by_hand", r] / s["masks_only", r]
        e[r] = (m["erasure", r] - m["erasure_tenth", r]) / 1024
    }
    r--
    printf "\npermanently_delete of %d customers, median of %d rounds side by side\n", subjects, r
    printf "  time, against the same work by hand (jsonb in a plain table): %.2f\n", median(a, r)
    printf "  time, against the masking UPDATEs alone:                      %.2f   (by hand: %.2f)\n", median(b, r), median(d, r)
    printf "  WAL, against the same work by hand:                           %.2f\n", median(c, r)
    printf "  private memory above that for a tenth of the customers:       %.1f MB\n", median(e, r)
}' "$results"
sql -d postgres -c 'DROP DATABASE bench_run' -c 'DROP DATABASE bench_erasure' -c 'DROP DATABASE bench_plain' >/dev/null
