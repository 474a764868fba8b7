#!/usr/bin/env bash
# Logical replication: a deletion at the publisher is a deletion at its subscribers, masks and all. A subscriber's own guards
# let what the publisher decided pass, row by row and when tables are copied first, and nothing else of the subscriber's.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set wal_level=logical -- test/integration/ways_replication.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
export PGOPTIONS='-c client_min_messages=error'
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "$1" -c "$2" 2>&1 || true; } # DATABASE SQL
load() { psql -qX -v ON_ERROR_STOP=1 -d "$1" >/dev/null 2>&1 || echo "not ok - set-up of $1"; }
# Until the subscriber has what the publisher wrote.
caught_up() { # SUBSCRIPTION
    local lsn
    lsn=$(sql source 'SELECT pg_current_wal_lsn()')
    for _ in $(seq 200); do
        [ "$(sql source "SELECT bool_and(confirmed_flush_lsn >= '$lsn') FROM pg_replication_slots WHERE slot_name = '$1'")" = t ] &&
            [ "$(sql copy "SELECT count(*) FROM pg_subscription_rel WHERE srsubstate NOT IN ('r', 's')")" = 0 ] && return
        sleep 0.05
    done
    echo "not ok - $1 does not catch up"
}
subscribe() { # SUBSCRIPTION PUBLICATION OPTIONS
    sql source "SELECT pg_create_logical_replication_slot('$1', 'pgoutput') IS NULL" >/dev/null
    sql copy "CREATE SUBSCRIPTION $1 CONNECTION 'host=$PGHOST port=$PGPORT dbname=source user=postgres' PUBLICATION $2 WITH (create_slot = false, slot_name = '$1')"
    caught_up "$1"
}
held() { sql "$1" "SELECT string_agg(concat_ws('|', c.id, name, o.id, address), ' ' ORDER BY c.id, o.id) FROM customers c LEFT JOIN orders o ON o.customer = c.id WHERE c.id IN ($2)"; }

tables='CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE, deleted_at timestamptz); CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, address text);'
policy="CREATE EXTENSION erasure; SELECT erasure.protect('customers', '{name,email}'), erasure.relate('orders', 'customers', '{address}');"
for d in source copy; do createdb $d; done
load source <<<"$tables INSERT INTO customers SELECT g, 'name ' || g, 'mail ' || g FROM generate_series(1, 9) g; INSERT INTO orders SELECT g, g, 'address ' || g FROM generate_series(1, 9) g;
    CREATE PUBLICATION everything FOR TABLE customers, orders;"
load copy <<<"$tables"

# The policy is the publisher's: the subscriber has none, or one of its own.
load source <<<"$policy"
is "subscribed" "$(subscribe first everything)" ""
is "the tables are copied" "$(held copy '1, 2')" '1|name 1|1|address 1 2|name 2|2|address 2'
sql source "SELECT erasure.soft_delete('customers', ARRAY[1, 2, 3]); SELECT erasure.permanently_delete('customers', ARRAY[1, 2], 2)" >/dev/null
caught_up first
is "a deletion at the publisher masks at the subscriber" "$(held copy '1, 2')" '1|*****|1|***** 2|*****|2|*****'
is "with the time of deletion" "$(sql copy 'SELECT string_agg(id::text, $$,$$ ORDER BY id) FROM customers WHERE deleted_at IS NOT NULL')" '1,2,3'
is "a policy at the subscriber, of a database where it has passed" "$(sql copy "$policy" | sort -u)" "|"
sql source "SELECT erasure.undo_permanent_delete('customers', ARRAY[2]); SELECT erasure.restore('customers', ARRAY[3])" >/dev/null
caught_up first
is "undo and restore at the publisher pass the subscriber's guards" "$(held copy '2, 3')|$(sql copy 'SELECT count(*) FROM customers WHERE deleted_at IS NOT NULL')" '2|name 2|2|address 2 3|name 3|3|address 3|2'
is "the subscriber's own users do not" "$(for s in "DELETE FROM customers WHERE id = 5" "UPDATE customers SET deleted_at = NULL WHERE id = 2"; do sql copy "$s"; done | sort -u)" 'ERROR:  42501'
sql source "SELECT erasure.erase_now('customers', ARRAY[1], 1, 'asked for'); ALTER TABLE orders DISABLE TRIGGER ALL; SET erasure.bypass = on; DELETE FROM orders WHERE id = 1; DELETE FROM customers WHERE id = 1" >/dev/null
sql source "ALTER TABLE orders ENABLE TRIGGER ALL" >/dev/null
caught_up first
is "what an administrator deletes at the publisher is deleted" "$(held copy 1)" ""

# Somebody is masked at the subscriber alone. Its guards hold for everybody but the apply worker.
sql copy "SELECT erasure.soft_delete('customers', ARRAY[7, 8]); SELECT erasure.permanently_delete('customers', ARRAY[7, 8], 2)" >/dev/null
is "masked at the subscriber" "$(held copy '7, 8')" '7|*****|7|***** 8|*****|8|*****'
sql source "INSERT INTO orders VALUES (100, 7, 'from the publisher'); UPDATE orders SET address = 'from the publisher' WHERE id = 8" >/dev/null
caught_up first
is "what the publisher writes is applied, whatever the subscriber's policy" "$(held copy '7, 8')" '7|*****|7|***** 7|*****|100|from the publisher 8|*****|8|from the publisher'
is "the same in a session of the subscriber's" "$(sql copy "INSERT INTO orders VALUES (101, 7, 'x')")" 'ERROR:  42501'
is "and in one that calls itself a replica" "$(sql copy "SET session_replication_role = replica; INSERT INTO orders VALUES (101, 7, 'x')")" 'ERROR:  42501'
is "replication has not stopped" "$(sql copy 'SELECT count(*) FROM pg_stat_subscription WHERE pid IS NOT NULL')" 1
is "nothing was noted as a bypass" "$(sql copy "SELECT count(*) FROM erasure.audit_log WHERE action = 'bypass'")" 0

# The first copy of a table that is published later, into a table declared already.
load source <<<"CREATE TABLE notes (id int PRIMARY KEY, customer int, body text); INSERT INTO notes VALUES (1, 7, 'note'), (2, 5, 'note'); CREATE PUBLICATION notes FOR TABLE notes;"
load copy <<<"CREATE TABLE notes (id int PRIMARY KEY, customer int, body text);"
is "another table, declared at the subscriber" "$(sql copy "SELECT erasure.relate('notes', 'customers', '{body}', columns => '{customer}', parent_columns => '{id}')")" ""
is "subscribed" "$(subscribe second notes)" ""
is "its first copy is the publisher's too" "$(sql copy "SELECT string_agg(concat_ws('|', id, customer, body), ' ' ORDER BY id) FROM notes")" '1|7|note 2|5|note'
is "and its users' is not" "$(sql copy "INSERT INTO notes VALUES (3, 7, 'x')")" 'ERROR:  42501'

# Once the publisher has deleted the person as well, the subscriber has nothing left.
sql source "SELECT erasure.relate('notes', 'customers', '{body}', columns => '{customer}', parent_columns => '{id}'); SELECT erasure.soft_delete('customers', ARRAY[7, 8]);
    SELECT erasure.permanently_delete('customers', ARRAY[7, 8], 2)" >/dev/null
caught_up first
caught_up second
is "deleted at the publisher, masked everywhere" "$(held copy '7, 8')|$(sql copy 'SELECT body FROM notes WHERE id = 1')" '7|*****|7|***** 7|*****|100|***** 8|*****|8|*****|*****'
is "replication has not stopped" "$(sql copy 'SELECT count(*) FROM pg_stat_subscription WHERE pid IS NOT NULL')" 2
for s in first second; do sql copy "ALTER SUBSCRIPTION $s DISABLE; ALTER SUBSCRIPTION $s SET (slot_name = NONE)" >/dev/null; sql copy "DROP SUBSCRIPTION $s" >/dev/null; done
exit $((failures > 0))
