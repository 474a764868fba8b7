#!/usr/bin/env bash
# DELETE that deletes softly, session by session: what clients with and without the preloaded library are told, by the simple and
# the extended protocol, what SPI is told, and what a transaction may not commit.
set -uo pipefail
failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
like() { # WHAT GOT PATTERN
    # shellcheck disable=SC2053
    if [[ $2 == $3 ]]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted like '$3'"; failures=$((failures + 1)); fi
}
bare() { psql -XAt -v VERBOSITY=sqlstate "$@" 2>&1 | paste -sd' '; }
loaded() { PGOPTIONS='-c session_preload_libraries=erasure' bare "$@"; }
verbose() { psql -XAt "$@" 2>&1; }

psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE above (id int NOT NULL, name text, deleted_at timestamptz);
CREATE TABLE customers (PRIMARY KEY (id)) INHERITS (above);
CREATE TABLE visits (id int PRIMARY KEY, customer int, note text);
INSERT INTO customers SELECT g, 'name ' || g FROM generate_series(1, 400) g;
INSERT INTO visits SELECT g, g, 'note' FROM generate_series(1, 400) g;
SELECT erasure.protect('customers', '{name}', direct_delete => 'soft_delete', direct_soft_delete => 'allow');
SQL
gone() { bare -c 'SELECT count(*) FROM customers_deleted'; }

# Without the library the first DELETE of a session is planned as such. The guard loads the library, too late for that one.
is "a session without the library: refused" "$(bare -c 'DELETE FROM customers WHERE id = 1')" "ERROR:  42501"
like "it is said what to do" "$(verbose -c 'DELETE FROM customers WHERE id = 1')" "*session_preload_libraries*"
is "nothing has gone" "$(bare -c 'SELECT count(*) FROM customers')" "400"
is "a statement that was prepared before is planned again" \
    "$(bare -c 'SET plan_cache_mode = force_generic_plan' -c 'PREPARE d AS DELETE FROM customers WHERE id = 9' -c 'EXECUTE d' -c 'EXECUTE d')" "SET PREPARE ERROR:  42501 DELETE 1"
is "a call of erasure's has loaded it" "$(bare -c "SELECT erasure.state('customers', 1)" -c 'DELETE FROM customers WHERE id = 1')" "active DELETE 1"
is "preloaded: the command tag is DELETE's" "$(loaded -c 'DELETE FROM customers WHERE id IN (1, 2, 3)')" "DELETE 2"
is "with RETURNING" "$(loaded -c 'DELETE FROM customers WHERE id = 4 RETURNING id, name')" "4|name 4 DELETE 1"
is "prepared" "$(loaded -c 'PREPARE d(int) AS DELETE FROM customers WHERE id = $1' -c 'EXECUTE d(5)' -c 'EXECUTE d(5)')" "PREPARE DELETE 1 DELETE 0"
is "in a transaction" "$(loaded -c 'BEGIN' -c 'DELETE FROM customers WHERE id = 6' -c 'COMMIT')" "BEGIN DELETE 1 COMMIT"
is "of a CTE the tag is the statement's" "$(loaded -c 'WITH d AS (DELETE FROM customers WHERE id = 7 RETURNING id) UPDATE visits SET note = note FROM d WHERE visits.id = d.id')" "UPDATE 1"
is "and the other way" "$(loaded -c 'WITH u AS (UPDATE visits SET note = note WHERE id = 8 RETURNING id) DELETE FROM customers USING u WHERE u.id = customers.id')" "DELETE 1"
before=$(gone)
for protocol in simple extended prepared; do
    echo '\set id random(100, 400)
DELETE FROM customers WHERE id = :id;' >"$PGDATABASE.$protocol"
    PGOPTIONS='-c session_preload_libraries=erasure' pgbench -n -M $protocol -t 30 -f "$PGDATABASE.$protocol" >/dev/null 2>&1 || is "pgbench" failed ""
    now=$(gone)
    is "the $protocol protocol" "$([ "$now" -gt "$before" ] && echo deletes)" "deletes"
    before=$now
    rm -f "$PGDATABASE.$protocol"
done
is "no row has gone" "$(bare -c 'SELECT count(*) FROM customers')" "400"
is "an entry for each" "$(bare -c "SELECT (SELECT sum(subjects) FROM erasure.audit_entry WHERE action = 'soft_delete') = (SELECT count(*) FROM customers_deleted)")" "t"

# Past the guards: the end of a statement on a table above is not seen.
like "an UPDATE of a table above cannot be committed" "$(bare -c 'UPDATE above SET deleted_at = now() WHERE id = 50')" "ERROR:  42501"
is "the row is as it was" "$(bare -c 'SELECT deleted_at IS NULL FROM customers WHERE id = 50')" "t"
is "in a transaction" "$(bare -c 'BEGIN' -c 'UPDATE above SET deleted_at = now() WHERE id = 50' -c 'SELECT 1' -c 'COMMIT')" "BEGIN UPDATE 1 1 ERROR:  42501"
is "what is rolled back to a savepoint does not count" \
    "$(bare -c 'BEGIN' -c 'SAVEPOINT s' -c 'UPDATE above SET deleted_at = now() WHERE id = 50' -c 'ROLLBACK TO s' -c 'DELETE FROM customers WHERE id = 51' -c 'COMMIT')" \
    "BEGIN SAVEPOINT UPDATE 1 ROLLBACK DELETE 1 COMMIT"
is "a DELETE from a table above is refused" "$(loaded -c 'DELETE FROM above WHERE id = 50')" "ERROR:  42501"

# A function that was planned underneath a foreign key is planned again for others.
psql -qX -v ON_ERROR_STOP=1 <<'SQL' >/dev/null 2>&1 || { echo "not ok - second set-up"; exit 1; }
CREATE FUNCTION clear(int) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint; BEGIN DELETE FROM customers WHERE id = $1; GET DIAGNOSTICS n = ROW_COUNT; RETURN n; END $$;
CREATE FUNCTION clearing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM clear(-1); RETURN OLD; END $$;
CREATE TABLE clubs (id int PRIMARY KEY);
CREATE TABLE members (id int PRIMARY KEY REFERENCES clubs ON DELETE CASCADE);
INSERT INTO clubs VALUES (1);
INSERT INTO members VALUES (1);
CREATE TRIGGER clearing BEFORE DELETE ON members FOR EACH ROW EXECUTE FUNCTION clearing();
SQL
is "a plan made underneath a foreign key" "$(loaded -c 'SET plan_cache_mode = force_generic_plan' -c "SELECT erasure.state('customers', 1)" -c 'DELETE FROM clubs' -c 'SELECT clear(60)')" "SET deleted DELETE 1 1"
[ "$failures" = 0 ]
