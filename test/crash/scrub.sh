#!/usr/bin/env bash
# The server is killed at random instants while a scrub's worker is at work, by itself or with all others. Rows that are there stay, to
# the byte; indexes are whole; and the next scrub ends with nothing left of what was deleted.
#
#   CRASH_SEED=... CRASH_SCRUBS=20 test/crash/scrub.sh
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set autovacuum=off -- test/crash/scrub.sh inside

seed=${CRASH_SEED:-$((RANDOM * 32768 + RANDOM))}
RANDOM=$seed
. test/crash/shop/kill.sh
echo "# seed $seed"
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 -c "$1" 2>/dev/null; }
sql_up() { # until the server is there again
    for _ in $(seq 300); do sql 'SELECT 1' >/dev/null && return; sleep 0.05; done
    echo 'not ok - the server came back'
}
markers() {
    sql 'CHECKPOINT'
    (cd "$PGDATA" && for f in $(sql "SELECT pg_relation_filepath(c.oid) FROM pg_class c WHERE c.oid = 't'::regclass OR c.oid = (SELECT reltoastrelid FROM pg_class WHERE oid = 't'::regclass)
        OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = 't'::regclass)"); do cat "$f"; done) | perl -0777 -ne '$n = () = /marker/g; print $n'
}

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo 'not ok - set-up'; exit 1; }
CREATE EXTENSION erasure;
CREATE EXTENSION amcheck;
CREATE TABLE t (id int PRIMARY KEY, word text, far text, gone text);
ALTER TABLE t ALTER far SET STORAGE EXTERNAL;
INSERT INTO t SELECT i, 'keeper' || i, repeat('keeper' || i, 400), 'marker' || i FROM generate_series(1, 1500) i;
CREATE INDEX t_word ON t (word);
CREATE INDEX t_words ON t USING gin (to_tsvector('simple', word));
ALTER TABLE t DROP gone;
SQL
kept=$(sql "SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM t")
whole() {
    sql "SELECT md5(string_agg(t::text, '' ORDER BY id)) FROM t WHERE word ~ '^keeper'"
    sql "SELECT count(*) FROM verify_heapam('t')"
    sql "SELECT count(bt_index_parent_check(i.indexrelid, true)) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam WHERE i.indrelid = 't'::regclass AND a.amname = 'btree' AND i.indisvalid AND i.indisready"
    sql "SET enable_seqscan = off; SELECT count(*) FROM t WHERE to_tsvector('simple', word) @@ 'keeper7'"
}

scrubs=${CRASH_SCRUBS:-20} died=0 hurt=''
for round in $(seq "$scrubs"); do
    sql "INSERT INTO t SELECT i, 'marker' || i, repeat('marker' || i, 400) FROM generate_series(10000, 10300) i; UPDATE t SET word = 'marker' || id WHERE id >= 10000; DELETE FROM t WHERE id >= 10000"
    psql -qX -c 'SET erasure.scrub_cost_delay = 10' -c "CALL erasure.scrub('t')" >/dev/null 2>&1 &
    client=$!
    for _ in $(seq 200); do worker=$(sql "SELECT pid FROM pg_stat_activity WHERE backend_type = 'erasure'"); [ -z "$worker" ] || break; done
    sleep "0.$(printf '%03d' $((RANDOM % 120)))"
    if [ $((round % 3)) = 0 ]; then
        kill_server && died=$((died + 1))
    else
        kill -9 "$worker" 2>/dev/null && died=$((died + 1))
    fi
    wait $client 2>/dev/null
    [ $((round % 3)) != 0 ] || until "$ERASURE_START" >/dev/null 2>&1; do sleep 0.05; done
    sql_up
    now=$(whole)
    [ "$now" = "$(printf '%s\n0\n2\n1' "$kept")" ] || hurt="$hurt round $round: $(echo $now);"
done
echo "# $died of $scrubs killed"
is 'most were killed' "$((died > scrubs / 2))" 1
is 'no row that stays, and no index of them, was hurt' "$hurt" ''
sql "CALL erasure.scrub('t')"
is 'the next scrub is done' "$(sql "SELECT status || coalesce(': ' || reason, '') FROM erasure.scrub_run WHERE relation_name = 'public.t' ORDER BY id DESC LIMIT 1")" 'done'
is 'nothing is left of what was deleted' "$(markers)" 0
is 'no half-built index is left' "$(sql "SELECT string_agg(c.relname, ' ' ORDER BY c.relname) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 't'::regclass")" 't_pkey t_word t_words'
# Not even a moment after it has returned.
sql "INSERT INTO t SELECT i, 'marker' || i, 'marker' || i FROM generate_series(10000, 10300) i; DELETE FROM t WHERE id >= 10000"
sql "CALL erasure.scrub('t')"
pg_ctl -D "$PGDATA" -m immediate stop >/dev/null
"$ERASURE_START" >/dev/null 2>&1
sql_up
is 'a scrub that has returned is not undone by a crash' "$(markers)" 0
exit $((failures > 0))
