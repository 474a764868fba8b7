#!/usr/bin/env bash
# pg_upgrade takes policies, states, the vault and the guards along to a newer major version, where the life goes on: undo gives
# back what was masked before. Needs a newer PostgreSQL beside ours, with its headers; without one there is nothing to try.
set -euo pipefail

newer() { # the pg_config of the newest major version above ours
    local ours config found=''
    ours=$(pg_config --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    for config in $(ls -d /usr/lib/postgresql/*/bin/pg_config 2>/dev/null | sort -t/ -k5 -n); do
        [ "$("$config" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')" -gt "$ours" ] && [ -f "$("$config" --includedir-server)/postgres.h" ] && found=$config
    done
    echo "$found"
}

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d shop -c "$1" 2>&1 || true; }

content() {
    psql -qXAt -d shop <<'SQL'
SELECT 'policy', subject, relation, column_name, mask, path, on_erase FROM erasure.policy ORDER BY relation::text, column_name;
SELECT 'state', * FROM erasure.subject_state ORDER BY key;
SELECT 'request', * FROM erasure.request ORDER BY id;
SELECT 'vault', request, key, table_id, part, md5(record) FROM erasure.vault ORDER BY 2, 3, 4, 5;
SELECT 'audit', id, at, action, relation_name, detail FROM erasure.audit_entry ORDER BY id;
SELECT 'value', * FROM erasure.link_value ORDER BY 2, 3;
SELECT 'permission', role_name, action FROM erasure.permission ORDER BY 2, 3;
SELECT 'guard', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgrelid::regclass::text, tgname;
SELECT 'events', evtname, evtevent, evtenabled FROM pg_event_trigger ORDER BY 2;
SELECT 'shopper', * FROM shoppers ORDER BY id;
SELECT 'order', * FROM orders ORDER BY id;
SELECT 'letter', * FROM letters ORDER BY id;
SQL
}

case ${1-} in
'')
    config=$(newer)
    if [ -z "$config" ]; then
        echo "ok - pg_upgrade # SKIP no newer PostgreSQL is installed here"
        exit 0
    fi
    exec test/cluster.sh -- test/integration/pg_upgrade.sh before "$config"
    ;;
before)
    createdb shop
    psql -qX -v ON_ERROR_STOP=1 -d shop <<'SQL' >/dev/null 2>&1
CREATE EXTENSION erasure;
CREATE TYPE mood AS ENUM ('fine', 'bad');
CREATE TABLE shoppers (gone int, id int PRIMARY KEY, name text NOT NULL, email text, mood mood);
ALTER TABLE shoppers DROP COLUMN gone;
CREATE TABLE orders (id int, shopper int REFERENCES shoppers, ship_name text, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (3);
CREATE TABLE orders_2 PARTITION OF orders DEFAULT;
CREATE TABLE letters (id int PRIMARY KEY, email text);
CREATE ROLE upgrade_clerk;
INSERT INTO shoppers SELECT i, 'Shopper ' || i, i || '@x.org', 'bad' FROM generate_series(1, 5) i;
INSERT INTO orders SELECT i, i, 'Ship ' || i FROM generate_series(1, 5) i;
INSERT INTO letters SELECT i, i || '@x.org' FROM generate_series(1, 5) i;
SELECT erasure.protect('shoppers', '{name,email}'), erasure.relate('orders', 'shoppers', '{ship_name}'),
       erasure.relate('letters', 'shoppers', '{email}', columns => '{email}', parent_columns => '{email}');
SELECT erasure.allow('shoppers', '{soft_delete}', 'upgrade_clerk');
SELECT erasure.soft_delete('shoppers', ARRAY[1, 2, 3, 4]);
SELECT erasure.permanently_delete('shoppers', ARRAY[1, 2], 2);
SELECT erasure.erase_now('shoppers', ARRAY[3], 1, 'asked for');
SELECT erasure.hold('shoppers', ARRAY[4], 'a lawsuit');
SQL
    content >"$TMPDIR/before"
    pg_ctl -D "$PGDATA" -w stop >/dev/null
    # The newer version gets a private copy of its programs and a build of the extension of its own.
    exec env -u ERASURE_ROOT -u PG_CONFIG PATH="$(dirname "$2"):$PATH" test/cluster.sh --no-server -- \
        test/integration/pg_upgrade.sh after "$(dirname "$PG_CONFIG")" "$PGDATA" "$TMPDIR/before"
    ;;
after)
    new=$TMPDIR/new
    initdb -D "$new" -A trust -U postgres --locale=C.UTF-8 -E UTF8 --no-sync >/dev/null
    mkdir "$TMPDIR/work" && cd "$TMPDIR/work"
    if ! pg_upgrade -U postgres -b "$2" -B "$(dirname "$PG_CONFIG")" -d "$3" -D "$new" -s "$TMPDIR" >"$TMPDIR/log" 2>&1; then
        tail -n 40 "$TMPDIR/log"
        tail -n 20 "$new"/pg_upgrade_output.d/*/log/*.log 2>/dev/null || true
        echo "not ok - pg_upgrade"
        exit 1
    fi
    cp "$3/erasure.key" "$new/" # in the data directory, where no key should stay
    export PGHOST=$TMPDIR PGUSER=postgres PGPORT=25432
    pg_ctl -D "$new" -l "$TMPDIR/server.log" -o "-p $PGPORT -k $TMPDIR -c listen_addresses=" -w start >/dev/null
    trap 'pg_ctl -D "$new" -m immediate stop >/dev/null' EXIT
    content >"$TMPDIR/after"
    is "content" "$(diff "$4" "$TMPDIR/after" || true)" ""
    is "a guard refuses" "$(sql "INSERT INTO orders VALUES (10, 1, 'new')")" "ERROR:  42501"
    is "another" "$(sql "DELETE FROM shoppers")" "ERROR:  42501"
    is "a value stays away" "$(sql "INSERT INTO letters VALUES (10, '2@x.org')")" "ERROR:  42501"
    is "a hold stands" "$(sql "SELECT erasure.permanently_delete('shoppers', ARRAY[4], 1)")" "ERROR:  55006"
    is "a role may what it might" "$(sql "SET ROLE upgrade_clerk; SELECT erasure.soft_delete('shoppers', ARRAY[5])")" "1"
    is "undo" "$(sql "SELECT erasure.undo_permanent_delete('shoppers', ARRAY[1])")" "1"
    is "gives everything back" "$(sql "SELECT s.name, s.email, o.ship_name, l.email FROM shoppers s JOIN orders o ON o.shopper = s.id JOIN letters l ON l.id = s.id WHERE s.id = 1")" "Shopper 1|1@x.org|Ship 1|1@x.org"
    is "the next deletion" "$(sql "SELECT rows_masked FROM erasure.permanently_delete('shoppers', ARRAY[1, 5], 2)")" "6"
    is "the job erases" "$(sql "SELECT erasure.erase_now('shoppers', ARRAY[1, 2, 5], 3, 'asked for'); SELECT count(*) FROM erasure.vault")" "$(printf '3\n0')"
    is "DROP EXTENSION" "$(sql "SET client_min_messages = error; SELECT erasure.release('shoppers', ARRAY[4]); DROP EXTENSION erasure CASCADE; SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal")" "$(printf '1\n0')"
    exit $((failures > 0))
    ;;
esac
