#!/usr/bin/env bash
# After a scrub no byte of what was deleted or overwritten is left in a table's files: every type, compression and kind of
# index, TOAST, dropped columns and statistics, on the primary and on a standby. The files are read as they are on disk.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "${1-}" = inside ] || exec test/cluster.sh --set max_wal_senders=4 --set autovacuum=off -- test/integration/scrub.sh inside

root=$(mktemp -d)
trap 'pg_ctl -D "$root/standby" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$root"' EXIT
q() { psql -XAtq -v ON_ERROR_STOP=1 "$@"; }
failed=0
ok() { printf 'ok - %s\n' "$1"; }
not_ok() { printf 'not ok - %s\n' "$1"; failed=1; }
is() { if [ "$2" = "$3" ]; then ok "$1"; else not_ok "$1"; printf '#   got: %s\n#   expected: %s\n' "$2" "$3"; fi; }

# How many markers the files of a relation hold, its TOAST table's and indexes' too. pglz puts a byte of its own before
# every eight, so that one foreign byte is let through between any two.
markers() { # DATADIR RELATION...
    local data=$1; shift
    local paths
    paths=$(q -c "SELECT DISTINCT pg_relation_filepath(c.oid) FROM pg_class c, unnest(string_to_array('$*', ' ')::regclass[]) r
                  WHERE c.oid = r OR c.oid = (SELECT reltoastrelid FROM pg_class WHERE oid = r)
                     OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid = r OR indrelid = (SELECT reltoastrelid FROM pg_class WHERE oid = r))")
    (cd "$data" && for f in $paths; do cat "$f" "$f".[0-9]* 2>/dev/null || true; done) |
        perl -0777 -ne '$n = () = /m.?a.?r.?k.?e.?r.?[0-9]/gsi; print $n'
}
catalogue_markers() { markers "$1" pg_statistic pg_statistic_ext_data; }

q <<'SQL'
SET client_min_messages = warning;
CREATE EXTENSION erasure;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE TYPE address AS (street text, town text);
CREATE DOMAIN email AS text;
CREATE TABLE kinds (id int PRIMARY KEY, t text, v varchar(60), c char(40), e email, j json, b jsonb, x xml, a text[], r address, y bytea, n name,
    s tsvector, range_of text, packed text COMPRESSION pglz, packed4 text COMPRESSION lz4, far text COMPRESSION pglz, far4 text COMPRESSION lz4, plain text);
ALTER TABLE kinds ALTER packed SET STORAGE MAIN, ALTER packed4 SET STORAGE MAIN, ALTER plain SET STORAGE EXTERNAL;
CREATE INDEX kinds_btree ON kinds (t);
CREATE INDEX kinds_expression ON kinds (lower(t)) INCLUDE (v);
CREATE INDEX kinds_partial ON kinds (e) WHERE e IS NOT NULL;
CREATE INDEX kinds_hash ON kinds USING hash (t);
CREATE INDEX kinds_gin ON kinds USING gin (s);
CREATE INDEX kinds_gin_array ON kinds USING gin (a);
CREATE INDEX kinds_gin_jsonb ON kinds USING gin (b);
CREATE INDEX kinds_trigram ON kinds USING gist (t gist_trgm_ops);
CREATE INDEX kinds_spgist ON kinds USING spgist (t);
CREATE INDEX kinds_brin ON kinds USING brin (t) WITH (pages_per_range = 1);
ALTER TABLE kinds ADD CONSTRAINT kinds_exclude EXCLUDE USING gist (t WITH =);
CREATE STATISTICS kinds_statistics (mcv) ON t, v FROM kinds;
CREATE TABLE parted (id int, t text) PARTITION BY RANGE (id);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (0) TO (500);
CREATE TABLE parted_2 PARTITION OF parted FOR VALUES FROM (500) TO (10000);
CREATE INDEX ON parted (t);
CREATE UNLOGGED TABLE unlogged (id int PRIMARY KEY, t text);
CREATE TABLE dropped (id int PRIMARY KEY, before text, gone text, gone_far text, gone_day date, gone_char char(20), behind text);
ALTER TABLE dropped ALTER gone_far SET STORAGE EXTERNAL;
-- A text of its own a row: "marker17 ..." is erased, "keeper17 ..." stays.
CREATE FUNCTION word(i int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN i % 3 = 0 THEN 'keeper' ELSE 'marker' END || i $$;
INSERT INTO kinds SELECT i, w, w, w, w, to_json(w), jsonb_build_object('k', w), xmlelement(name x, w), ARRAY[w, 'y'], ROW(w, 'z')::address, convert_to(w, 'UTF8'), w::name,
    to_tsvector('simple', w), w, w || repeat(' packed', 80), w || repeat(' packed', 80), repeat(w || md5(i::text), 300), repeat(w || md5(i::text), 300), repeat(w, 300)
FROM generate_series(1, 900) i, word(i) w;
INSERT INTO parted SELECT i, word(i) FROM generate_series(1, 900) i;
INSERT INTO unlogged SELECT i, word(i) FROM generate_series(1, 900) i;
INSERT INTO dropped SELECT i, 'before', word(i), repeat('marker' || i, 400), '2000-01-01', 'marker' || i, 'behind ' || i FROM generate_series(1, 300) i;
ANALYZE;
SQL
pg_basebackup -D "$root/standby" -R -c fast
port=$((PGPORT + 1))
printf "port=%s\nhot_standby=on\nhot_standby_feedback=on\nwal_receiver_status_interval=1\n" "$port" >>"$root/standby/postgresql.auto.conf"
pg_ctl -D "$root/standby" -l "$root/standby.log" -w start >/dev/null
standby() { PGPORT=$port psql -XAtq -v ON_ERROR_STOP=1 "$@"; }
caught_up() {
    local lsn
    lsn=$(q -c 'SELECT pg_current_wal_flush_lsn()')
    for _ in $(seq 100); do
        [ "$(standby -c "SELECT pg_last_wal_replay_lsn() >= '$lsn'")" = t ] && break
        sleep 0.1
    done
    standby -c CHECKPOINT
}
tables='kinds parted_1 parted_2 unlogged dropped'
logged='kinds parted_1 parted_2 dropped'

# Deleted in part, overwritten in part; a run of rows so that whole pages of indexes empty.
q <<'SQL'
DELETE FROM kinds WHERE id % 3 <> 0 AND id < 600;
UPDATE kinds SET t = '*' || id, v = '*', c = '*', e = '*', j = '"*"', b = '"*"', x = NULL, a = NULL, r = NULL, y = NULL, n = NULL, s = NULL, range_of = NULL, packed = '*', packed4 = '*', far = '*', far4 = '*', plain = '*'
WHERE id % 3 <> 0;
DELETE FROM parted WHERE id % 3 <> 0;
UPDATE unlogged SET t = '*' WHERE id % 3 <> 0;
ALTER TABLE dropped DROP gone, DROP gone_far, DROP gone_day, DROP gone_char;
SQL
pg_ctl -D "$PGDATA" -m fast -w stop >/dev/null # pages of unlogged tables go to disk only then
"$ERASURE_START" >/dev/null
caught_up
for table in $tables; do
    if [ "$(markers "$PGDATA" "$table")" -gt 100 ]; then ok "before: $table is full of what was deleted"; else not_ok "before: $table is full of what was deleted"; fi
done
for table in $logged; do
    if [ "$(markers "$root/standby" "$table")" -gt 100 ]; then ok "before: $table on the standby"; else not_ok "before: $table on the standby"; fi
done
if [ "$(catalogue_markers "$PGDATA")" -gt 0 ]; then ok 'before: statistics hold some'; else not_ok 'before: statistics hold some'; fi

kept() { q -c "SELECT md5(string_agg(k::text, '|' ORDER BY id)) FROM kinds k" -c "SELECT md5(string_agg(d::text, '|' ORDER BY id)) FROM dropped d" -c "SELECT md5(string_agg(p::text, '|' ORDER BY id)) FROM parted p"; }
before=$(kept)
for table in kinds parted unlogged dropped; do
    q -c "CALL erasure.scrub('$table')" 2>&1 | sed 's/^/# /'
done
is 'every scrub is done' "$(q -c "SELECT DISTINCT status FROM erasure.scrubs")" done
caught_up
for table in $tables; do is "$table: no byte is left" "$(markers "$PGDATA" "$table")" 0; done
for table in $logged; do is "$table: none on the standby" "$(markers "$root/standby" "$table")" 0; done
is 'statistics: no byte is left' "$(catalogue_markers "$PGDATA")" 0
is 'statistics: none on the standby' "$(catalogue_markers "$root/standby")" 0
is 'statistics: none as they are read' "$(q -c "SELECT count(*) FROM pg_stats WHERE (most_common_vals::text || coalesce(histogram_bounds::text, '')) ~* 'marker'" \
    -c "SELECT count(*) FROM pg_stats_ext WHERE most_common_vals::text ~* 'marker'" | tr '\n' ' ')" '0 0 '
is 'statistics are there anew' "$(q -c "SELECT count(*) > 15 FROM pg_stats WHERE tablename = 'kinds'" -c "SELECT count(*) FROM pg_stats_ext" | tr '\n' ' ')" 't 1 '
is 'what was to stay has stayed' "$(kept)" "$before"
is 'it is found by every index' "$(q -c "SET enable_seqscan = off" -c "SELECT count(*) FROM kinds WHERE t = 'keeper3'" -c "SELECT count(*) FROM kinds WHERE s @@ 'keeper3'" \
    -c "SELECT count(*) FROM kinds WHERE a @> '{keeper3}'" -c "SELECT count(*) FROM kinds WHERE t LIKE 'keeper3%'" | tr '\n' ' ')" "1 1 1 $(q -c "SELECT count(*) FROM kinds WHERE t LIKE 'keeper3%'") "
is 'no half-built index is left' "$(q -c "SELECT count(*) FROM pg_index WHERE NOT indisvalid OR NOT indisready")" 0
q -c 'CREATE EXTENSION amcheck'
is 'amcheck finds nothing' "$(q -c "SELECT count(*) FROM unnest('{kinds,parted_1,parted_2,dropped}'::regclass[]) t, verify_heapam(t)")" 0
q -c "SELECT bt_index_parent_check(i.indexrelid, true) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'btree' AND i.indrelid = ANY ('{kinds,parted_1,parted_2,dropped,unlogged}'::regclass[])" >/dev/null && ok 'amcheck: B-trees are whole'
# A row with dropped columns can still be rewritten and read.
q -c 'VACUUM FULL dropped' -c "UPDATE dropped SET behind = behind || '!'" >/dev/null
is 'rows with dropped columns' "$(q -c "SELECT count(*) FROM dropped WHERE before = 'before' AND behind = 'behind ' || id || '!'")" 300

# --- ANALYZE keeps the statistics of a table without rows ---
q -c 'CREATE TABLE emptied (t text)' -c "INSERT INTO emptied SELECT word(i % 10) FROM generate_series(1, 300) i" -c 'ANALYZE emptied' -c 'DELETE FROM emptied'
is 'statistics of a table to be emptied' "$(q -c "SELECT count(*) FROM pg_stats WHERE tablename = 'emptied' AND most_common_vals::text ~ 'marker'")" 1
q -c "CALL erasure.scrub('emptied')"
is 'are gone with its rows' "$(q -c "SELECT count(*) FROM pg_stats WHERE tablename = 'emptied'") $(catalogue_markers "$PGDATA")" '0 0'

# --- what holds rows back ---
q -c "INSERT INTO parted SELECT i, 'marker' || i FROM generate_series(1000, 1200) i" -c 'DELETE FROM parted WHERE id >= 1000'
held() { q -c "SET erasure.scrub_wait = 0" -c "CALL erasure.scrub('parted')" 2>/dev/null; q -c "SELECT string_agg(DISTINCT status || ': ' || replace(reason, ', 1 standbys', ''), '; ') FROM erasure.scrub_run WHERE status <> 'done'"; }
psql -XAtq >/dev/null <<'SQL' &
BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM parted; SELECT pg_sleep(1000);
SQL
until [ "$(q -c "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1000)%' AND wait_event = 'PgSleep'")" = 1 ]; do sleep 0.05; done
q -c "INSERT INTO parted SELECT i, 'marker' || i FROM generate_series(2000, 2200) i" -c 'DELETE FROM parted WHERE id >= 2000'
is 'an older snapshot: pending' "$(held)" 'pending: deleted rows may still be seen by 1 sessions'
if [ "$(q -c CHECKPOINT; markers "$PGDATA" parted_2)" -gt 0 ]; then ok 'and the bytes are still there'; else not_ok 'and the bytes are still there'; fi
q -c "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(1000)%' AND pid <> pg_backend_pid()" >/dev/null
wait || true
q -c "CALL erasure.scrub('parted')"
is 'gone once it has ended' "$(q -c CHECKPOINT; markers "$PGDATA" parted_2) $(q -c "SELECT count(*) FROM erasure.scrub_run WHERE status <> 'done'")" '0 0'

# --- a page that somebody has pinned keeps its dead rows although VACUUM succeeds ---
q -c "CREATE TABLE pinned (id int, t text)" -c "INSERT INTO pinned SELECT i, word(i) FROM generate_series(1, 150) i" -c 'DELETE FROM pinned WHERE id % 3 <> 0'
mkfifo "$root/pin"
psql -XAtq >/dev/null <"$root/pin" &
exec 9>"$root/pin"
printf 'BEGIN; DECLARE c CURSOR FOR SELECT * FROM pinned; FETCH 1 FROM c;\n' >&9
until [ "$(q -c "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction'")" -ge 1 ]; do sleep 0.05; done
q -c 'SET erasure.scrub_wait = 5000' -c "CALL erasure.scrub('pinned')" 2>/dev/null
is 'a pinned page: not done' "$(q -c "SELECT status || ': ' || reason FROM erasure.scrub_run WHERE relation_name = 'public.pinned'")" \
    "pending: 100 deleted rows are in pages that others have pinned"
printf 'COMMIT;\n\\q\n' >&9; exec 9>&-
wait || true
q -c "CALL erasure.scrub('pinned')"
is 'done when it is not pinned any more' "$(q -c CHECKPOINT; markers "$PGDATA" pinned) $(q -c "SELECT status FROM erasure.scrub_run WHERE relation_name = 'public.pinned'")" '0 done'

# --- a VACUUM of somebody else's between two scrubs: pages that were clean and look unchanged are not ---
all_visible() { until [ "$(q -c 'VACUUM pinned' -c "SELECT relallvisible = relpages FROM pg_class WHERE relname = 'pinned'")" = t ]; do sleep 0.2; done; }
q -c "INSERT INTO pinned SELECT 3 * i, 'keeper' || i FROM generate_series(1, 500) i" -c "CALL erasure.scrub('pinned')" -c "UPDATE pinned SET t = 'marker' || id"
all_visible
q -c "UPDATE pinned SET t = '*'"
all_visible
q -c "CALL erasure.scrub('pinned')"
is 'a VACUUM of others in between' "$(q -c CHECKPOINT; markers "$PGDATA" pinned)" 0

# --- REINDEX CONCURRENTLY waits for snapshots that nothing else waits for, and is stopped ---
q -c 'CREATE INDEX pinned_t ON pinned (t)' -c "INSERT INTO pinned SELECT i, 'marker' || i FROM generate_series(1, 400) i" -c "DELETE FROM pinned WHERE t ~ 'marker'"
mkfifo "$root/late"
psql -XAtq >/dev/null <"$root/late" &
exec 9>"$root/late"
q -c 'CREATE TABLE elsewhere ()'
printf 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM elsewhere;\n' >&9
until [ "$(q -c "SELECT count(*) FROM pg_stat_activity WHERE state = 'idle in transaction' AND backend_xmin IS NOT NULL")" -ge 1 ]; do sleep 0.1; done
q -c 'SET erasure.scrub_wait = 1500' -c "CALL erasure.scrub('pinned')" 2>/dev/null
is 'a rebuild that cannot end: pending' "$(q -c "SELECT status || ': ' || reason FROM erasure.scrub_run WHERE relation_name = 'public.pinned' ORDER BY id DESC LIMIT 1")" 'pending: SQLSTATE 55P03'
is 'and leaves no half-built index' "$(q -c "SELECT string_agg(indexrelid::regclass::text, ' ') FROM pg_index WHERE indrelid = 'pinned'::regclass")" pinned_t
printf 'COMMIT;\n\\q\n' >&9; exec 9>&-
wait || true
q -c "CALL erasure.scrub('pinned')"
is 'done by the next call' "$(q -c CHECKPOINT; markers "$PGDATA" pinned) $(q -c "SELECT count(*) FROM erasure.scrub_run WHERE status <> 'done'")" '0 0'

# --- the whole life, and looking at it on both sides ---
q <<'SQL' 2>/dev/null
CREATE TABLE customers (id bigint PRIMARY KEY, email text, note text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer bigint REFERENCES customers, ship text);
INSERT INTO customers SELECT i, word(i) || '@example.org', repeat(word(i), 500) FROM generate_series(1, 900) i;
INSERT INTO orders SELECT i, 1 + i % 900, word(1 + i % 900) FROM generate_series(1, 2700) i;
CREATE INDEX ON customers (email);
CREATE INDEX ON orders (customer);
ANALYZE;
SELECT erasure.protect('customers', '{email,note}');
SELECT erasure.relate('orders', 'customers', '{ship}');
SELECT erasure.soft_delete('customers', (SELECT array_agg(id) FROM customers WHERE id % 3 <> 0));
SELECT erasure.erase_now('customers', (SELECT array_agg(id) FROM customers WHERE id % 3 <> 0), 600, 'they asked');
SQL
is 'verify_erasure before the scrub' "$(q -c "SELECT bool_and(passed) FROM erasure.verify_erasure(1)")" f
q -c 'CALL erasure.erase_due()'
is 'erase_due scrubs what was erased' "$(q -c "SELECT count(*) FROM erasure.scrub_run WHERE status <> 'done'") $(q -c 'SELECT count(*) FROM erasure.scrub_wanted')" '0 0'
caught_up
for side in primary standby; do
    data=$PGDATA; [ $side = primary ] || data=$root/standby
    is "$side: no byte is left of who was erased" "$(markers "$data" customers orders)" 0
done
is 'verify_erasure: all but the WAL' "$(q -c "SELECT string_agg(DISTINCT \"check\", ', ') FROM erasure.verify_erasure(1) WHERE NOT passed")" 'WAL is newer'
is 'on the standby as well' "$(standby -c "SELECT string_agg(DISTINCT \"check\", ', ') FROM erasure.verify_erasure(1) WHERE NOT passed")" 'WAL is newer'
is 'readers and writers meet no lock of the scrub' "$(q -c "SELECT count(*) FROM pg_locks WHERE locktype = 'relation' AND mode = 'ShareUpdateExclusiveLock'")" 0

# --- beside writers ---
q -c 'CREATE TABLE busy (id int PRIMARY KEY, n int NOT NULL DEFAULT 0, t text)' -c 'CREATE INDEX ON busy (t)' -c "INSERT INTO busy SELECT i, 0, word(i) FROM generate_series(1, 3000) i"
cat >"$root/busy.sql" <<'SQL'
\set id random(1, 1000) * 3
UPDATE busy SET n = n + 1, t = 'keeper' || n WHERE id = :id;
SELECT t FROM busy WHERE t = 'keeper3';
SQL
q -c 'DELETE FROM busy WHERE id % 3 <> 0'
pgbench -n -c 3 -T 5 -f "$root/busy.sql" >"$root/busy.out" 2>&1 &
for _ in 1 2 3; do q -c "CALL erasure.scrub('busy')"; done
wait $! || true
is 'no writer failed' "$(sed -n 's/^number of failed transactions: \([0-9]*\).*/\1/p' "$root/busy.out")" 0
is 'no update was lost' "$(q -c 'SELECT sum(n) FROM busy')" "$(sed -n 's/^number of transactions actually processed: \([0-9]*\).*/\1/p' "$root/busy.out")"
q -c "CALL erasure.scrub('busy')"
is 'and nothing is left of what was deleted' "$(q -c CHECKPOINT; markers "$PGDATA" busy) $(q -c "SELECT status FROM erasure.scrub_run WHERE relation_name = 'public.busy' ORDER BY id DESC LIMIT 1")" '0 done'
is 'amcheck' "$(q -c "SELECT count(*) FROM verify_heapam('busy')" -c "SELECT count(bt_index_parent_check(indexrelid, true)) FROM pg_index WHERE indrelid = 'busy'::regclass" | tr '\n' ' ')" '0 2 '
is 'only pages that changed are visited again' "$(q -c "CALL erasure.scrub('kinds')" -c "SELECT pages_visited < 0.1 * (SELECT pages_visited FROM erasure.scrub_run WHERE relation_name = 'public.kinds' ORDER BY id LIMIT 1) FROM erasure.scrub_run WHERE relation_name = 'public.kinds' ORDER BY id DESC LIMIT 1")" t

# --- the WAL ---
is 'it may still be in the WAL' "$(q -c 'SELECT gone FROM erasure.wal_residue()')" f
pg_ctl -D "$root/standby" -m fast -w stop >/dev/null
q -c "LOAD 'erasure'" -c "ALTER SYSTEM SET erasure.scrub_wal_rounds = 100" -c 'SELECT pg_reload_conf()' -c "CALL erasure.scrub('customers')" >/dev/null
is 'rolled forward: not in the WAL any more' "$(q -c 'SELECT gone FROM erasure.wal_residue()')" t
is 'and nothing fails' "$(q -c 'SELECT bool_and(passed) FROM erasure.verify_erasure(1)')" t
is 'as the files tell' "$(cat "$PGDATA"/pg_wal/0* | perl -0777 -ne '$n = () = /marker[0-9]/g; print $n')" 0

# --- a table that is not declared any more: what became of it nobody can tell ---
q -c "SELECT erasure.unrelate('orders', 'customers')" >/dev/null
is 'a table that was unrelated since' "$(q -c 'SELECT "check", detail FROM erasure.verify_erasure(1) WHERE NOT passed')" 'tables are declared|public.orders is declared no more'

# --- planted by hand: what verify_erasure is for ---
q -c CHECKPOINT
file=$PGDATA/$(q -c "SELECT pg_relation_filepath('customers')")
pg_ctl -D "$PGDATA" -m fast -w stop >/dev/null
perl -e 'open my $f, "+<", $ARGV[0] or die; read $f, my $page, 8192; my ($lower, $upper) = unpack "x12 S S", $page;
    seek $f, $lower + int(($upper - $lower) / 2), 0; print $f "marker1"; close $f' "$file"
"$ERASURE_START" >/dev/null
is 'a byte planted in free space is found' "$(q -c "SELECT string_agg(relation || ': ' || \"check\", ', ') FROM erasure.verify_erasure(1) WHERE NOT passed AND \"check\" = 'free space'")" 'customers: free space'

[ "$failed" = 0 ]
