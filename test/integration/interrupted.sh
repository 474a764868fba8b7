#!/usr/bin/env bash
# Calls that end in the middle: by statement_timeout, by cancelling and terminating the backend, by killing it. Of 2,000
# subjects with 24,000 related rows all are moved or none; the job leaves each wholly masked or wholly erased. What was
# interrupted can be repeated.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
[ "${1-}" = inside ] || exec test/cluster.sh -- test/integration/interrupted.sh inside

failures=0
is() { # WHAT GOT WANTED
    if [ "$2" = "$3" ]; then echo "ok - $1"; else echo "not ok - $1: got '$2', wanted '$3'"; failures=$((failures + 1)); fi
}
export PGOPTIONS='-c client_min_messages=error'
sql() { psql -qXAt -v ON_ERROR_STOP=1 -v VERBOSITY=sqlstate -d "$db" -c "$1" 2>&1 || true; }
db=victim
log=${PGDATA%/*}/server.log

# --- three databases to copy: all deleted, all masked, all due ---

createdb deleted
psql -qX -v ON_ERROR_STOP=1 -d deleted <<'SQL' >/dev/null || { echo "not ok - set-up"; exit 1; }
CREATE EXTENSION erasure;
CREATE TABLE people (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE, note text);
INSERT INTO people SELECT i, 'Person ' || i, 'p' || i || '@example.com', repeat('note ' || i, 20) FROM generate_series(1, 2000) i;
CREATE TABLE orders (id int PRIMARY KEY, person int NOT NULL REFERENCES people, ship_name text, ship_address text);
INSERT INTO orders SELECT i, 1 + i % 2000, 'Ship ' || i, i || ' Long Street' FROM generate_series(1, 20000) i;
CREATE INDEX ON orders (person);
CREATE TABLE letters (id int PRIMARY KEY, person int NOT NULL REFERENCES people, body text);
INSERT INTO letters SELECT i, 1 + i % 2000, 'Dear ' || i FROM generate_series(1, 4000) i;
CREATE INDEX ON letters (person);
SELECT erasure.protect('people', '{name,email,note}');
SELECT erasure.relate('orders', 'people', '{ship_name,ship_address}', on_erase => 'set_null');
SELECT erasure.relate('letters', 'people', '{body}', on_erase => 'delete');
SELECT erasure.soft_delete('people', array_agg(id)) FROM people;
ANALYZE;

-- Every row of every table, ours and the extension's.
CREATE FUNCTION whole() RETURNS text LANGUAGE plpgsql AS $$
DECLARE t regclass; one text; every text := '';
BEGIN
    FOR t IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'erasure'::regnamespace) ORDER BY relname LOOP
        EXECUTE format('SELECT count(*) || %L || coalesce(sum(hashtextextended(r::text, 0)), 0) FROM %s r', ':', t) INTO one;
        every := every || t || ' ' || one || ' ';
    END LOOP;
    RETURN md5(every);
END $$;

-- Subjects that are neither wholly masked nor wholly erased, and vault rows that are nobody's.
CREATE FUNCTION mixed() RETURNS bigint LANGUAGE sql AS $$
    WITH subject AS (
        SELECT s.state, s.attempts, p.name, p.email, p.note, k.records,
            (SELECT count(*) FROM erasure.vault v WHERE v.key = s.key AND v.request = s.request AND v.subject_id = s.subject_id) AS stored,
            (SELECT count(*) FROM erasure.tombstone t WHERE t.key = s.key) AS tombstones,
            (SELECT count(*) FROM orders o WHERE o.person = p.id AND o.ship_name = '*****' AND o.ship_address = '*****') AS starred,
            (SELECT count(*) FROM orders o WHERE o.person = p.id AND o.ship_name IS NULL AND o.ship_address IS NULL) AS emptied,
            (SELECT count(*) FROM letters l WHERE l.person = p.id AND l.body = '*****') AS letters
        FROM people p LEFT JOIN erasure.subject_state s ON s.key = p.id::text LEFT JOIN erasure.vault_key k ON k.key = s.key AND k.request = s.request)
    SELECT (SELECT count(*) FROM subject WHERE (name = '*****' AND email LIKE '*****%' AND note = '*****' AND attempts = 0 AND (
            state = 'masked' AND records > 0 AND stored = records AND tombstones = 0 AND starred = 10 AND emptied = 0 AND letters = 2
            OR state = 'erased' AND records IS NULL AND stored = 0 AND tombstones = 1 AND starred = 0 AND emptied = 10 AND letters = 0)) IS NOT TRUE)
        + (SELECT count(*) FROM erasure.vault v WHERE NOT EXISTS (SELECT FROM erasure.subject_state s WHERE s.key = v.key AND s.request = v.request AND s.state = 'masked'))
        + (SELECT count(*) FROM erasure.vault_key v WHERE NOT EXISTS (SELECT FROM erasure.subject_state s WHERE s.key = v.key AND s.request = v.request AND s.state = 'masked')) $$;
SQL
createdb -T deleted masked
psql -qXAt -d masked -c "SELECT erasure.permanently_delete('people', array_agg(id), 2000) FROM people" >/dev/null
createdb -T masked due
psql -qXAt -d due -c "UPDATE erasure.subject_state SET erase_after = now() - interval '1 day'" -c 'ANALYZE' >/dev/null
is "set-up" "$(db=due; sql 'SELECT mixed(), (SELECT count(*) FROM erasure.vault_key)')" '0|2000'

# From the database that $from names. The checkpoint is for sequences: PostgreSQL copies them with the numbers that the
# template had logged ahead, so that until then a crash would take the copy's back and give numbers out twice.
afresh() {
    dropdb --if-exists --force $db
    createdb -T "$from" $db
    psql -qX -d $db -c CHECKPOINT
}

# --- one call that ends in the middle ---

# Waits until the call has been running for so long, then prints the backend's process id. Nothing: it was faster.
victim() { # MILLISECONDS
    psql -qXAt -d postgres 2>/dev/null <<SQL
CREATE FUNCTION pg_temp.victim() RETURNS int LANGUAGE plpgsql AS \$\$
DECLARE v record; seen boolean := false; until timestamptz := clock_timestamp() + interval '10 s';
BEGIN
    WHILE clock_timestamp() < until LOOP
        PERFORM pg_stat_clear_snapshot();
        SELECT pid, clock_timestamp() - query_start > interval '$1 ms' AS late INTO v
            FROM pg_stat_activity WHERE application_name = 'victim' AND state = 'active' AND query ~ 'erasure';
        IF v.late THEN RETURN v.pid; END IF;
        EXIT WHEN seen AND v.pid IS NULL;
        seen := seen OR v.pid IS NOT NULL;
        PERFORM pg_sleep(0.001);
    END LOOP;
    RETURN NULL;
END \$\$;
SELECT pg_temp.victim();
SQL
}

starts() { grep -c 'ready to accept connections' "$log"; }
up_again() { # STARTS: how many there were, for at first the server has not noticed yet
    for _ in $(seq 200); do
        [ "$(starts)" -le "$1" ] || [ "$(psql -qXAt -d postgres -c 'SELECT 1' 2>/dev/null)" != 1 ] || return 0
        sleep 0.1
    done
    echo "not ok - the server came up again"
    exit 1
}

# Sets $ended to how the call ended: 57014 (cancelled), lost (the connection), or its result.
interrupt() { # MEANS MILLISECONDS SQL
    local pid said caller before
    if [ "$1" = timeout ]; then
        said=$(psql -qXAt -v VERBOSITY=sqlstate -d $db -c "SET statement_timeout = $2" -c "$3" 2>&1)
    else
        PGAPPNAME=victim psql -qXAt -v VERBOSITY=sqlstate -d $db -c "$3" >"$TMPDIR/said" 2>&1 &
        caller=$!
        pid=$(victim "$2")
        if [ -n "$pid" ]; then
            case $1 in
                cancel) psql -qXAt -d postgres -c "SELECT pg_cancel_backend($pid)" >/dev/null ;;
                terminate) psql -qXAt -d postgres -c "SELECT pg_terminate_backend($pid)" >/dev/null ;;
                kill) before=$(starts); kill -KILL "$pid" ;;
            esac
        fi
        wait "$caller"
        said=$(cat "$TMPDIR/said")
        [ "$1" != kill ] || [ -z "$pid" ] || up_again "$before"
    fi
    case $said in
        *57014*) ended=57014 ;;
        *57P01* | *'server closed the connection'* | *'connection to server was lost'*) ended=lost ;;
        *) ended=$said ;;
    esac
}

milliseconds() { # SQL: how long it takes when nobody interrupts
    local since
    since=$(date +%s%N)
    sql "$1" >/dev/null
    echo $((($(date +%s%N) - since) / 1000000))
}

# At different moments of its time, until it has been interrupted often enough; $check judges after each.
interrupt_by() { # NAME MEANS TIMES SQL
    local tenth times=0 wanted
    wanted=$([ "$2" = timeout ] || [ "$2" = cancel ] && echo 57014 || echo lost)
    for tenth in 5 2 7 1 4 8 3 6 1 2 3; do
        [ "$times" -lt "$3" ] || break
        interrupt "$2" $((took * tenth / 10 + 1)) "$4"
        if [ "$ended" = "$wanted" ]; then
            times=$((times + 1))
            $check "$1, $2 after $tenth tenths"
        else
            [ "$ended" = "$result" ] || is "$1, $2: ends well or is interrupted" "$ended" "$result"
            afresh
        fi
    done
    is "$1, $2: was interrupted" "$times" "$3"
}

same() { is "$1: nothing changed" "$(sql 'SELECT whole()')" "$whole"; }

# --- the verbs: all or nothing ---

verb() { # NAME DATABASE RESULT SQL
    local name=$1 call=$4 said
    from=$2 result=$3 check=same
    afresh
    whole=$(sql 'SELECT whole()')
    took=$(milliseconds "$call")
    echo "# $name: $took ms"
    afresh
    interrupt_by "$name" timeout 3 "$call"
    interrupt_by "$name" cancel 3 "$call"
    interrupt_by "$name" terminate 1 "$call"
    [ "$name" != permanently_delete ] || interrupt_by "$name" kill 1 "$call"
    # In one session: interrupted, then the guards are up as before, then the same call.
    said=$(psql -qXAt -v VERBOSITY=sqlstate -d $db -c "SET statement_timeout = $((took / 3 + 1))" -c "$call" -c 'SET statement_timeout = 0' \
        -c 'DELETE FROM people WHERE id = 1' -c "UPDATE people SET deleted_at = NULL WHERE id = 1" -c "$call" 2>&1)
    is "$name: repeated in the same session" "$said" "$(printf 'ERROR:  57014\nERROR:  42501\nERROR:  42501\n%s' "$result")"
}

all="(SELECT array_agg(id) FROM people)"
verb permanently_delete deleted '2000|26000' "SELECT subjects, rows_masked FROM erasure.permanently_delete('people', $all, 2000)"
is "permanently_delete, repeated: all are masked" "$(sql "SELECT mixed(), count(*) FROM erasure.vault_key")" '0|2000'
originals="SELECT (SELECT sum(hashtextextended(p::text, 0)) FROM (SELECT id, name, email, note FROM people) p), (SELECT sum(hashtextextended(o::text, 0)) FROM orders o), (SELECT sum(hashtextextended(l::text, 0)) FROM letters l)"
verb undo masked 2000 "SELECT erasure.undo_permanent_delete('people', $all)"
is "undo, repeated: every original is back" "$(sql "$originals")" "$(db=deleted; sql "$originals")"
is "undo, repeated: the vault is empty" "$(sql 'SELECT (SELECT count(*) FROM erasure.vault_key), (SELECT count(*) FROM erasure.vault)')" '0|0'
verb erase_now masked 2000 "SELECT erasure.erase_now('people', $all, 2000, 'asked')"
is "erase_now, repeated: all are erased" "$(sql "SELECT mixed(), count(*) FROM erasure.subject_state WHERE state = 'erased'")" '0|2000'

# --- the job: subject by subject all or nothing, and batches that were committed stay ---

whole_batches() {
    local erased
    is "$1: each is wholly masked or wholly erased" "$(sql 'SELECT mixed()')" 0
    erased=$(sql "SELECT count(*) FROM erasure.subject_state WHERE state = 'erased'")
    is "$1: batches are whole, and each is in the audit log" "$((erased % 100)) $(sql "SELECT count(*) * 100 FROM erasure.audit_entry WHERE action = 'erase_due'")" "0 $erased"
    [ "$erased" = 0 ] || [ "$erased" = 2000 ] || midway=$((midway + 1))
    sql 'CALL erasure.erase_due(100)' | sed 's/^/# /'
    is "$1: the next run finishes" "$(sql "SELECT mixed(), (SELECT count(*) FROM erasure.subject_state WHERE state = 'erased'), (SELECT count(*) FROM erasure.vault_key), (SELECT count(*) FROM erasure.vault), job_error IS NULL AND job_finished_at > job_started_at FROM erasure.installation")" '0|2000|0|0|t'
    afresh
}
from=due result='' check=whole_batches midway=0
afresh
took=$(milliseconds 'CALL erasure.erase_due(100)')
echo "# erase_due: $took ms"
afresh
interrupt_by erase_due timeout 3 'CALL erasure.erase_due(100)'
interrupt_by erase_due cancel 3 'CALL erasure.erase_due(100)'
interrupt_by erase_due terminate 1 'CALL erasure.erase_due(100)'
interrupt_by erase_due kill 1 'CALL erasure.erase_due(100)'
is "erase_due: interrupted between its first batch and its last" "$([ $midway -ge 3 ] && echo enough || echo $midway)" enough
said=$(psql -qXAt -v VERBOSITY=sqlstate -d $db -c "SET statement_timeout = $((took / 3 + 1))" -c 'CALL erasure.erase_due(100)' -c 'SET statement_timeout = 0' \
    -c 'DELETE FROM people WHERE id = 1' -c 'CALL erasure.erase_due(100)' -c "SELECT mixed(), count(*) FROM erasure.subject_state WHERE state = 'erased'" 2>&1)
is "erase_due: repeated in the same session" "$said" "$(printf 'ERROR:  57014\nERROR:  42501\n0|2000')"
is "the server restarted only where it was killed" "$(grep -c 'was terminated by signal' "$log") $(grep -c 'was terminated by signal 9' "$log")" '2 2'

[ "$failures" = 0 ]
