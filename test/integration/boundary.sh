#!/usr/bin/env bash
# The boundary between PostgreSQL's errors and C++'s: nothing crosses it unconverted, is lost on the way, or stays behind.

set -uo pipefail
cd "$(dirname "$0")/../.." || exit

built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
chmod 755 "$built"
bad=0

ok() { echo "ok - $1"; }
not_ok() { echo "not ok - $1"; printf '%s\n' "${@:2}" | sed 's/^/# /'; bad=1; }

sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -v VERBOSITY=terse "$@" 2>&1; }

is() { # NAME SQL EXPECTED
    local got
    got=$(sql <<<"$2")
    if [ "$got" = "$3" ]; then ok "$1"; else not_ok "$1" "got:      $got" "expected: $3"; fi
}

load() { # MODULE
    sql -c 'DROP SCHEMA IF EXISTS bt CASCADE' -c 'DROP TABLE IF EXISTS bt_row, bt_log' -c 'SET client_min_messages = warning' >/dev/null
    sql -v module="$built/$1" -f test/boundary/boundary_test.sql || { not_ok "load $1"; exit 1; }
}

if said=$(test/boundary/build.sh "$built" 2>&1); then ok 'the test module builds'; else not_ok 'the test module builds' "$said"; exit 1; fi
chmod 755 "$built"/*.so
load boundary_test

started=$(sql -c 'SELECT pg_postmaster_start_time()')

# --- C++ exceptions, thrown below 30 frames that hold objects ---

clean='; SELECT bt.live(), bt.exceptions()'
is 'std::exception' "SELECT bt.error_of('SELECT bt.throw_runtime(30)')$clean" \
    $'XX000|internal error in erasure|a runtime error, 100%s||\n0|0'
is 'an exception of no class' "SELECT bt.error_of('SELECT bt.throw_int(30)')$clean" \
    $'XX000|internal error in erasure|unknown C++ exception||\n0|0'
is 'std::bad_alloc' "SELECT bt.error_of('SELECT bt.throw_bad_alloc(30)')$clean" \
    $'53200|out of memory|A C++ allocation failed.||\n0|0'
is 'an error of ours, with percent signs' "SELECT bt.error_of('SELECT bt.throw_failure(30)')$clean" \
    $'55006|a failure %s %n 100%|Its detail %d.|Its hint %m.|\n0|0'
is 'an error of ours, outside any handler' 'SELECT bt.throw_failure(30)' 'ERROR:  a failure %s %n 100%'
is 'texts too long for the buffers are cut between characters' \
    "SELECT octet_length(split_part(e, '|', 2)), octet_length(split_part(e, '|', 3)), octet_length(split_part(e, '|', 4)) FROM (SELECT bt.error_of(\$\$SELECT bt.throw_long('😀', 3000)\$\$) e) s" \
    '509|8189|8189'
is 'as long as the buffers allow' \
    "SELECT octet_length(split_part(e, '|', 2)), octet_length(split_part(e, '|', 3)), octet_length(split_part(e, '|', 4)) FROM (SELECT bt.error_of(\$\$SELECT bt.throw_long('é', 5000)\$\$) e) s" \
    '511|8191|8191'
is 'short texts stay whole' "SELECT bt.error_of(\$\$SELECT bt.throw_long('é', 2)\$\$)" '55000|-éé|-éé|-éé|'

# --- PostgreSQL's errors, raised below frames that hold objects ---

is 'code, detail, hint, names and context survive' "SELECT bt.error_of('SELECT bt.raise(30, ''SELECT bt.rich()'')')$clean" \
    $'ZZ123|rich %s|its detail|its hint|kc|context\n0|0'
is 'through C++ and SPI, ten times over' "SELECT bt.error_of('SELECT bt.nested(10, ''SELECT bt.rich()'')')$clean" \
    $'ZZ123|rich %s|its detail|its hint|kc|context\n0|0'
is 'an exception through C++ and SPI, ten times over' "SELECT bt.error_of('SELECT bt.nested(10, ''SELECT bt.throw_failure(3)'')')$clean" \
    $'55006|a failure %s %n 100%|Its detail %d.|Its hint %m.|\n0|0'
is 'each level stands in the context, with the statement that began it' \
    "SELECT (length(e) - length(replace(e, 'SQL statement \"SELECT bt.nested', ''))) / length('SQL statement \"SELECT bt.nested') FROM (SELECT bt.context_of('SELECT bt.nested(10, ''SELECT 1/0'')') e) s" 11
is 'a recursion without end' "SELECT split_part(bt.error_of('SELECT bt.nested(1000000, ''SELECT 1'')'), '|', 1)$clean" \
    $'54001\n0|0'
is 'a backend that goes on after an error' "SELECT bt.error_of('SELECT bt.raise(3, ''SELECT 1/0'')') IS NOT NULL, bt.raise(3, 'SELECT 1') > 0" 't|t'
is 'a cancelled statement' "SET statement_timeout = '100ms'; SELECT bt.nested(3, 'SELECT pg_sleep(60)')" \
    'ERROR:  canceling statement due to statement timeout'

# --- going on after an error ---

is 'attempt() keeps what worked' "SELECT bt.attempt('INSERT INTO bt_log VALUES (''kept'')'); SELECT string_agg(what, ' ') FROM bt_log" \
    $'kept\nbefore kept after'
is 'attempt() rolls back what did not, and goes on' \
    "TRUNCATE bt_log; SELECT bt.attempt('WITH i AS (INSERT INTO bt_log VALUES (''within'') RETURNING 1) SELECT 1/0 FROM i'); SELECT string_agg(what, ' ') FROM bt_log$clean" \
    $'22012 division by zero\nbefore after\n0|0'
is 'attempt() frees the locks of what did not work' \
    "BEGIN; SELECT bt.attempt('LOCK bt_row; SELECT 1/0') LIKE '22012%'; SELECT count(*) FROM pg_locks WHERE relation = 'bt_row'::regclass AND pid = pg_backend_pid(); COMMIT" \
    $'t\n0'
is 'attempt() handles C++ exceptions too, with SPI left open' \
    "TRUNCATE bt_log; SELECT bt.attempt_throw(k) FROM unnest('{failure,runtime,int}'::text[]) k$clean" \
    $'0 1 a failure 0\n0 0 internal error in erasure 0\n0 0 internal error in erasure 0\n0|0'
is 'attempt() within attempt()' "SELECT bt.attempt_nested('SELECT 1/0'), bt.attempt_nested('SELECT 1')" \
    '00 division by zero / invalid input syntax for type integer: "x"|01  / invalid input syntax for type integer: "x"'
is 'attempt() handles no lack of memory' "SELECT bt.error_of('SELECT bt.attempt_throw(''memory'')')$clean" \
    $'53200|out of memory|||\n0|0'
is 'attempt() swallows no timeout' "SET statement_timeout = '100ms'; SELECT bt.attempt('SELECT pg_sleep(60)')" \
    'ERROR:  canceling statement due to statement timeout'
is 'attempt() swallows no cancellation' "SELECT bt.attempt('SELECT pg_cancel_backend(pg_backend_pid()), pg_sleep(60)')" \
    'ERROR:  canceling statement due to user request'
is 'failed attempts of one call leave nothing behind' 'SELECT bt.attempt_many(20000) < 512' t

# --- every guard fails once, before its call into PostgreSQL and after ---

for after in f t; do
    is "an error at every guard, after the call: $after" \
        "SELECT tried > 20, tried = as_asked + handled, live, exceptions, other FROM bt.fail_each('guard', '$after')" 't|t|0|0|'
done

# --- many failing calls in one backend ---

many() { # NAME STATEMENT TIMES
    is "$3 times $1: no memory, no object, no exception stays" \
        "SELECT rss < 1024, top, live, exceptions, failed FROM bt.fail_many('$2', $3)" "t|0|0|0|$3"
}
many 'std::exception' 'SELECT bt.throw_runtime(5)' 100000
many 'an exception of no class' 'SELECT bt.throw_int(5)' 100000
many 'std::bad_alloc' 'SELECT bt.throw_bad_alloc(5)' 10000
many 'an error of ours' 'SELECT bt.throw_failure(5)' 100000
many "an error of PostgreSQL's" 'SELECT bt.raise(5, ''''SELECT bt.rich()'''')' 100000
many 'an error of ours through SPI' 'SELECT bt.nested(3, ''''SELECT bt.throw_failure(3)'''')' 10000
many "an error of PostgreSQL's through SPI" 'SELECT bt.nested(3, ''''SELECT 1/0'''')' 10000

# The same without a handler: the whole transaction is aborted each time.
aborted=$({
    echo 'SELECT bt.rss() AS before \gset'
    for i in {1..10000}; do
        [ "$i" != 1000 ] || echo 'SELECT bt.rss() AS before \gset'
        case $((i % 3)) in
            0) echo 'SELECT bt.throw_failure(5);' ;;
            1) echo 'SELECT bt.throw_runtime(5);' ;;
            2) echo "SELECT bt.raise(5, 'SELECT bt.rich()');" ;;
        esac
    done
    echo 'SELECT bt.rss() - :before < 1024, bt.live(), bt.exceptions()'
} | psql -X -q -A -t 2>/dev/null)
if [ "$aborted" = 't|0|0' ]; then ok '10000 aborted transactions'; else not_ok '10000 aborted transactions' "got: $aborted"; fi

# --- every allocation fails once, or all from there on ---

load boundary_alloc
for all in f t; do
    is "a failing allocation at every place, and all that follow: $all" \
        "SELECT tried > 20, tried = as_asked, live, exceptions, other FROM bt.fail_each('allocation', '$all')" 't|t|0|0|'
done
is 'and after that all is well' "SELECT bt.realistic('{Alice}', 0, 0, false)$clean" $'A*****e 5;25\n0|0'

is 'no backend has crashed' 'SELECT pg_postmaster_start_time()' "$started"
exit $bad
