#!/usr/bin/env bash
# No space left for a table, an index or the vault: at each write in turn that a call makes, once or from then on. Each call either works or
# changes nothing, the session goes on, and once there is space again everything can be done. What the job could not erase
# for want of space is set aside, not lost.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
# Few buffers, and nobody else who empties them: a call writes much of what it changed itself.
[ "${1-}" = inside ] || exec test/cluster.sh --faults --set shared_buffers=512kB --set bgwriter_lru_maxpages=0 --set jit=off --set autovacuum=off -- test/crash/disk_full.sh inside
. test/crash/shop/shop.sh
customers=600
points=${CRASH_POINTS:-6} # of a call's writes, spread over it
build_shop
open_shop full
psql -qX -v ON_ERROR_STOP=1 -d "$shop" >/dev/null <<'SQL' || { echo "not ok - set-up"; exit 1; }
SELECT erasure.soft_delete('shop.customers', array_agg(id)) FROM shop.customers WHERE id > 100;
SELECT erasure.permanently_delete('shop.customers', array_agg(id), count(*)) FROM shop.customers WHERE id > 300;
SQL

# Prints `error events same` of one call in a session of its own, which has to go on.
once() { # CALL N TIMES
    psql -qXAt -v VERBOSITY=sqlstate -d "$shop" 2>/dev/null <<SQL
SELECT shop.whole() AS before \gset
SELECT FROM pg_stat_file('/fault/data/fail/$2/$3');
$1 \g /dev/null
\set code :SQLSTATE
SELECT size AS events FROM pg_stat_file('/fault/off') \gset
SELECT :'code', :events, shop.whole() = :'before';
SQL
}

sweep() { # WHAT CALL BACK
    local n times said writes wrong='' hits=0
    writes=$(once "$2" 1000000000 1 | cut -d '|' -f 2)
    one "$3" >/dev/null
    for times in 1 1000000; do
        for ((n = 1; n <= writes; n += writes / points + 1)); do
            said=$(once "$2" "$n" $times)
            case $said in
                '53100|'*'|t') hits=$((hits + 1)) ;;
                '00000|'*'|f') one "$3" >/dev/null ;; # it came by with fewer writes
                *) wrong+="$n of $writes: $said; " ;;
            esac
        done
    done
    is "$1: each call without space changed nothing" "$wrong" ''
    is "$1: there were such calls" "$((hits > points))" 1
    is "$1: with space it works" "$(once "$2" 1000000000 1 | sed 's/|.*|/|/')" '00000|f'
    one "$3" >/dev/null
}
of() { echo "(SELECT array_agg(id) FROM shop.customers WHERE id BETWEEN $1 AND $2)"; }
sweep permanently_delete "SELECT erasure.permanently_delete('shop.customers', $(of 102 200), 50)" "SELECT erasure.undo_permanent_delete('shop.customers', $(of 102 200))"
sweep undo_permanent_delete "SELECT erasure.undo_permanent_delete('shop.customers', $(of 302 380))" "SELECT erasure.permanently_delete('shop.customers', $(of 302 380), 40)"
next="(SELECT array_agg(key::int) FROM (SELECT key FROM erasure.subject_state WHERE state = 'deleted' AND key::int > 200 ORDER BY key LIMIT 5) AS s)"
sweep erase_now "SELECT erasure.erase_now('shop.customers', $next, 5, 'asked for')" 'SELECT 1'

# --- the job: each person is erased wholly, or set aside ---

one "UPDATE erasure.subject_state SET erase_after = now() WHERE state = 'masked'" >/dev/null
due=$(one 'SELECT due FROM erasure.status') gone=$(one "SELECT count(*) FROM erasure.subject_state WHERE state = 'erased'")
# Nothing can be written any more; or nothing for two writes, which neither the batch nor the first person tried alone survives.
for fault in '1 1000000' '30 1000000' '40 2' '60 2' '90 2'; do
    said=$(once 'CALL erasure.erase_due(30)' $fault)
    echo "# erase_due, no space at writes $fault: $said"
    is "erase_due, no space at writes $fault: each is wholly masked or wholly erased" "$(psql -qX -v ON_ERROR_STOP=1 -v undone=false -d "$shop" -f $stress/check.sql 2>&1 | grep -v ': 0$')" ''
    is "erase_due, no space at writes $fault: nobody is lost" "$(one "SELECT due - $due + count(*) - $gone FROM erasure.subject_state, erasure.status WHERE state = 'erased' GROUP BY due")" 0
done
is "who was set aside is for want of space" "$(one "SELECT string_agg(DISTINCT last_error, ' ') FROM erasure.subject_state WHERE attempts > 0")" 'SQLSTATE 53100'
one "UPDATE erasure.subject_state SET retry_at = now() WHERE retry_at IS NOT NULL" >/dev/null # ten minutes pass
one 'CALL erasure.erase_due()'
is "with space the job finishes" "$(one 'SELECT due, set_aside, last_error FROM erasure.status')" '0|0|'
finish
is "nothing of the server died" "$(grep -E 'PANIC|FATAL|was terminated by signal' "${PGDATA%/*}/server.log")" ''
[ "$failures" = 0 ]
