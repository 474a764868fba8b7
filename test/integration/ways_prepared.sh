#!/usr/bin/env bash
# Two-phase commit and plans of other sessions: what was prepared before a permanent deletion is waited for and masked, what
# comes after it is refused, a prepared deletion holds over a restart; no plan is older than its guards.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh --set max_prepared_transactions=10 -- test/integration/ways_prepared.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
export PGOPTIONS='-c client_min_messages=error -c lock_timeout=250ms'
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -c "$1" 2>&1 || true; }
# Sessions that stay: open NAME, then tell NAME SQL.
pipes=$(mktemp -d)
declare -A to
open() {
    mkfifo "$pipes/$1.in"
    psql -qXAt -v VERBOSITY=sqlstate <"$pipes/$1.in" >"$pipes/$1.out" 2>&1 &
    exec {fd}>"$pipes/$1.in"
    to[$1]=$fd
}
tell() {
    local mark=$BASHPID.$RANDOM from
    from=$(wc -l <"$pipes/$1.out")
    printf '%s;\n\\echo done %s\n' "$2" "$mark" >&"${to[$1]}"
    for _ in $(seq 200); do grep -q "^done $mark\$" "$pipes/$1.out" && break; sleep 0.05; done
    tail -n +$((from + 1)) "$pipes/$1.out" | grep -v '^done ' | paste -sd' '
}
two_phases() { sql "BEGIN; $2; PREPARE TRANSACTION '$1'"; } # NAME SQL
end_all() {
    for name in "${!to[@]}"; do fd=${to[$name]}; exec {fd}>&-; done
    rm -rf "$pipes"
}
trap end_all EXIT

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE customers (id int PRIMARY KEY, name text, email text UNIQUE);
CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customers, address text);
CREATE TABLE late (id int PRIMARY KEY, customer int REFERENCES customers DEFERRABLE INITIALLY DEFERRED, address text);
CREATE TABLE notes (id int PRIMARY KEY, customer int, body text);
CREATE TABLE letters (id int PRIMARY KEY, email text, body text);
INSERT INTO customers SELECT g, 'name ' || g, 'mail ' || g FROM generate_series(1, 29) g;
SELECT erasure.protect('customers', '{name,email}'), erasure.relate('orders', 'customers', '{address}'), erasure.relate('late', 'customers', '{address}'),
    erasure.relate('notes', 'customers', '{body}', columns => '{customer}', parent_columns => '{id}'),
    erasure.relate('letters', 'customers', '{email,body}', columns => '{email}', parent_columns => '{email}');
SELECT erasure.soft_delete('customers', ARRAY(SELECT generate_series(1, 20)));
SQL
open shop
is "a session that knows nobody is masked" "$(tell shop "INSERT INTO orders VALUES (900, 29, 'x'), (901, NULL, 'x'); INSERT INTO notes VALUES (928, 28, 'x')")" ""
delete() { sql "SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[$1], 1)"; }
state() { sql "SELECT erasure.state('customers', $1)"; }
# Everything that is kept of a person, of whom all tables have one row at most.
held() { sql "SELECT concat_ws('|', name, o.address, l.address, n.body, e.body) FROM customers c LEFT JOIN orders o ON o.customer = c.id LEFT JOIN late l ON l.customer = c.id
    LEFT JOIN notes n ON n.customer = c.id LEFT JOIN letters e ON e.id = c.id WHERE c.id = $1"; }

# Writes that are prepared when the deletion comes: it waits for them.
id=0
for write in "INSERT INTO orders VALUES (\$1, \$1, 'new')" "INSERT INTO late VALUES (\$1, \$1, 'new')" "INSERT INTO notes VALUES (\$1, \$1, 'new')" \
    "INSERT INTO letters VALUES (\$1, 'mail \$1', 'new')" "UPDATE customers SET name = 'new' WHERE id = \$1" \
    "UPDATE orders SET customer = \$1, address = 'new' WHERE id = 900" "SET session_replication_role = replica; INSERT INTO notes VALUES (\$1, \$1, 'new')"; do
    id=$((id + 1))
    what=${write//\$1/$id}
    is "PREPARE: $what" "$(two_phases before "$what")" ""
    is "the deletion waits" "$(delete $id)" "ERROR:  55P03"
    is "and has changed nothing" "$(state $id)|$(held $id)" "deleted|name $id"
    is "COMMIT PREPARED" "$(sql "COMMIT PREPARED 'before'")" ""
    is "what was prepared is there" "$(held $id | grep -c new)" 1
    delete $id >/dev/null
    is "and masked" "$(state $id)|$(held $id | tr '|' '\n' | sort -u)" "masked|*****"
done
is "PREPARE, to be rolled back" "$(two_phases before "INSERT INTO orders VALUES (10, 10, 'new')")" ""
is "the deletion waits" "$(delete 10)" "ERROR:  55P03"
is "ROLLBACK PREPARED" "$(sql "ROLLBACK PREPARED 'before'")" ""
is "the deletion goes on" "$(delete 10)|$(held 10)" "1|*****"

# A deletion that is prepared: nothing gets in meanwhile, nor afterwards, whatever happens to the server.
is "a row each" "$(sql "INSERT INTO orders VALUES (11, 11, 'a'); INSERT INTO notes VALUES (11, 11, 'n'); INSERT INTO letters VALUES (11, 'mail 11', 'l')")" ""
is "PREPARE of a permanent deletion" "$(two_phases gone "SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[11], 1)")" 4
into=("INSERT INTO orders VALUES (111, 11, 'new')" "INSERT INTO notes VALUES (111, 11, 'new')" "INSERT INTO letters VALUES (111, 'mail 11', 'new')"
    "UPDATE orders SET address = 'new' WHERE id = 11" "UPDATE customers SET name = 'new' WHERE id = 11" "UPDATE notes SET customer = 11 WHERE id = 928")
for write in "${into[@]}"; do
    is "it is waited for: $write" "$(tell shop "$write")|$(sql "$write")" "ERROR:  55P03|ERROR:  55P03"
done
is "others are not" "$(tell shop "INSERT INTO orders VALUES (910, 29, 'x')")|$(sql "INSERT INTO orders VALUES (911, 28, 'x')")" "|"
is "until then everything is as it was" "$(state 11)|$(held 11)" "deleted|name 11|a|n|l"
pg_ctl -D "$PGDATA" -m immediate stop >/dev/null
"$ERASURE_START" >/dev/null
end_all
pipes=$(mktemp -d)
open shop
is "after a crash: others are not waited for" "$(tell shop "INSERT INTO orders VALUES (912, 29, 'x')")" ""
for write in "${into[@]}"; do
    is "after a crash: $write" "$(tell shop "$write")|$(sql "$write")" "ERROR:  55P03|ERROR:  55P03"
done
is "COMMIT PREPARED" "$(sql "COMMIT PREPARED 'gone'")" ""
is "masked" "$(state 11)|$(held 11)" "masked|*****|*****|*****|*****"
for write in "${into[@]}"; do
    is "refused: $write" "$(tell shop "$write")|$(sql "$write")" "ERROR:  42501|ERROR:  42501"
done
is "undo" "$(sql "SELECT erasure.undo_permanent_delete('customers', ARRAY[11])")|$(held 11)" "1|name 11|a|n|l"
is "PREPARE, to be rolled back" "$(two_phases gone "SELECT rows_masked FROM erasure.permanently_delete('customers', ARRAY[11], 1)")" 4
is "ROLLBACK PREPARED" "$(sql "ROLLBACK PREPARED 'gone'")" ""
is "nothing is left of it" "$(state 11)|$(held 11)|$(sql "SELECT count(*) FROM erasure.vault_key WHERE key = '11'")" "deleted|name 11|a|n|l|0"
is "nobody waits any more" "$(tell shop "INSERT INTO late VALUES (11, 11, 'new')")" ""

# The other verbs
for verb in "soft_delete('customers', ARRAY[21])|deleted" "restore('customers', ARRAY[21])|active" "soft_delete('customers', ARRAY[21, 22])|deleted" \
    "erase_now('customers', ARRAY[21], 1, 'asked for')|erased"; do
    is "PREPARE: ${verb%|*}" "$(two_phases verb "SELECT erasure.${verb%|*} > 0")" t
    is "COMMIT PREPARED: ${verb#*|}" "$(sql "COMMIT PREPARED 'verb'")$(state 21)" "${verb#*|}"
done
is "an erased person's new order" "$(tell shop "INSERT INTO orders VALUES (121, 21, 'new')")" "ERROR:  42501"
is "PREPARE of a hold" "$(two_phases verb "INSERT INTO orders VALUES (122, 22, 'kept'); SELECT erasure.hold('customers', ARRAY[22], 'court case')")" 1
is "a held order while it is prepared" "$(sql "COMMIT PREPARED 'verb'")$(tell shop "DELETE FROM orders WHERE id = 122")" "ERROR:  55006"
is "PREPARE of an undo" "$(two_phases verb "SELECT erasure.undo_permanent_delete('customers', ARRAY[1])")" 1
is "masked until COMMIT PREPARED" "$(held 1)" '*****|*****'
is "and back after it" "$(sql "COMMIT PREPARED 'verb'")$(held 1)" 'name 1|new'

# Plans of another session, made before there was a policy; one in a transaction that began before.
open plans
sql "CREATE TABLE members (id int PRIMARY KEY, name text); CREATE TABLE visits (id int PRIMARY KEY, member int REFERENCES members, remark text);
    INSERT INTO members SELECT g, 'name ' || g FROM generate_series(1, 9) g; INSERT INTO visits SELECT g, g, 'remark ' || g FROM generate_series(1, 9) g" >/dev/null
tell plans "SET plan_cache_mode = force_generic_plan; PREPARE gone(int) AS DELETE FROM members WHERE id = \$1; PREPARE changed(int) AS UPDATE visits SET remark = 'new' WHERE id = \$1;
    PREPARE added(int) AS INSERT INTO visits VALUES (\$1 + 100, \$1, 'new') ON CONFLICT (id) DO UPDATE SET remark = 'newer'" >/dev/null
tell plans "CREATE FUNCTION cached(g int) RETURNS void LANGUAGE plpgsql AS \$\$ BEGIN UPDATE visits SET remark = 'new' WHERE id = g; INSERT INTO visits VALUES (g + 200, g, 'new'); END \$\$" >/dev/null
is "plans before the policy" "$(tell plans "EXECUTE gone(1000); EXECUTE changed(1000); EXECUTE added(9); SELECT cached(9) IS NULL")" f
tell plans "BEGIN; SELECT count(*) FROM orders" >/dev/null
is "another session declares" "$(sql "SELECT erasure.protect('members', '{name}') IS NULL, erasure.relate('visits', 'members', '{remark}') IS NULL")" "f|f"
is "the next statement of a transaction that began before" "$(tell plans "EXECUTE gone(5)")" "ERROR:  42501"
tell plans ROLLBACK >/dev/null
is "a plan for an active member" "$(tell plans "EXECUTE changed(5); EXECUTE added(5); SELECT cached(6) IS NULL")" f
is "another session deletes permanently" "$(sql "SELECT erasure.soft_delete('members', ARRAY[1, 5]); SELECT rows_masked FROM erasure.permanently_delete('members', ARRAY[1, 5], 2)")" "$(printf '2\n5')"
for plan in "EXECUTE gone(1)" "EXECUTE gone(7)" "EXECUTE changed(1)" "EXECUTE added(1)" "EXECUTE added(5)" "SELECT cached(1)" "SELECT cached(5)"; do
    is "$plan" "$(tell plans "$plan")" "ERROR:  42501"
done
is "nothing came of them" "$(sql "SELECT string_agg(remark, ',' ORDER BY id) FROM visits WHERE member IN (1, 5)")|$(sql 'SELECT count(*) FROM members')" '*****,*****,*****|9'
exit $((failures > 0))
